// How does a valuation stand in a paper: base, multiple, part, origin, article, and how far each may be trusted?
import { formatFen } from '../kernel/money.ts';
import { ANIMAL_ORIGINS } from '../law/animal-word.ts';
import { BASE_STATUSES } from '../law/base-status.ts';
import type { ValuationLine } from '../law/valuation-line.ts';
import type { Cell, PaperBlock } from '../report/paper.ts';
import { type CaseFile, labelOf } from './document-file.ts';
import { cell, para, say } from './document-part.ts';

const centre = (text: string, head = false): Cell => ({
  ...cell([say(text)], { align: 'center' }),
  ...(head ? { head } : {}),
});
const HEADS = ['名称', '数量', '基准价值（元）\n及状态', '倍数', '部分', '来源', '核算价值\n（元）'];

function row(line: ValuationLine): readonly Cell[] {
  const { base } = line;
  return [
    centre(line.name),
    centre(line.count === null ? '待查' : String(line.count)),
    centre(base ? `${formatFen(base.fen)}（${labelOf(BASE_STATUSES, base.status)}）` : '缺'),
    centre(line.multiple === null ? '—' : `×${line.multiple}`),
    centre(line.part === null ? '待查' : line.part === 1 ? '整体' : `×${line.part}`),
    centre(line.origin === null ? '待查' : labelOf(ANIMAL_ORIGINS, line.origin)),
    centre(line.value === null ? '未能核算' : formatFen(line.value)),
  ];
}

/** Nothing where there are no animals to value; else the table, its articles, and what is missing said aloud. */
export function valuationBlocks({ valuation }: CaseFile): readonly PaperBlock[] {
  if (!valuation || valuation.lines.length === 0) return [];
  const articles = [...new Set(valuation.lines.flatMap((line) => line.articles.map((label) => label[0])))];
  const missing = valuation.missing.map((label) => label[0]);
  const total =
    valuation.total === null
      ? `尚不能得出总值，已知部分不低于${formatFen(valuation.atLeast)}元`
      : `${formatFen(valuation.total)}元`;
  return [
    {
      b: 'grid',
      widths: [24, 14, 30, 14, 14, 18, 22],
      repeat: 1,
      rows: [HEADS.map((text) => centre(text, true)), ...valuation.lines.map(row)],
    },
    para(`初步核算价值：${total}${articles.length > 0 ? `（依据：${articles.join('；')}）` : ''}。`),
    ...(missing.length > 0 ? [para(`尚缺：${missing.join('；')}。`)] : []),
    para('以上为初步核算，未经官方核对的基准价值仅供参考；有鉴定（认定）意见的，以鉴定（认定）意见为准。'),
  ];
}
