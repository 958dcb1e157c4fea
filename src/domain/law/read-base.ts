// Which base values does a county's table state? Headings and cells → rows, or what is wrong in which row.
import type { Label } from '../kernel/label.ts';
import { type Outcome, ok, type Refusal } from '../kernel/outcome.ts';
import { bad, type Raw, type Read, shown, textOf } from '../kernel/read-cell.ts';
import { type CodeOption, keyOf, readCode } from '../kernel/read-code.ts';
import { readDay } from '../kernel/read-day.ts';
import { readMoney } from '../kernel/read-money.ts';
import { COUNTY_STATUSES } from './base-status.ts';
import type { CountyBase } from './base-value.ts';
import { speciesName } from './species.ts';
import { resolveSpecies } from './species-search.ts';

export type BaseColumn = 'species' | 'yuan' | 'unit' | 'docNo' | 'status' | 'from' | 'until' | 'note';

/** Headings of the county's table as it is exported; `aliases` are accepted on the way in. */
export const BASE_COLUMNS: readonly (CodeOption & { readonly code: BaseColumn })[] = [
  {
    code: 'species',
    label: ['物种或分类', 'Species or taxon'],
    aliases: ['物种', '物种名称', '分类', '动物', '中文名', '种类', '名称'],
  },
  {
    code: 'yuan',
    label: ['基准价值（元）', 'Base value (yuan)'],
    aliases: ['基准价值', '基准价', '价值', '价值（元）', '金额'],
  },
  { code: 'unit', label: ['单位', 'Unit'], aliases: ['计量单位'] },
  { code: 'docNo', label: ['依据文号', 'Document'], aliases: ['文号', '依据', '文件'] },
  { code: 'status', label: ['状态', 'Status'], aliases: ['核对情况'] },
  { code: 'from', label: ['施行日期', 'From'], aliases: ['起', '生效日期', '开始日期', '自'] },
  { code: 'until', label: ['失效日期', 'Until'], aliases: ['止', '截止日期', '废止日期'] },
  { code: 'note', label: ['备注', 'Note'], aliases: ['说明'] },
];

/** The column a heading means, or undefined. */
export function baseColumn(heading: string): BaseColumn | undefined {
  const key = keyOf(heading);
  return BASE_COLUMNS.find((c) =>
    [c.code, ...c.label, ...(c.aliases ?? [])].some((name) => keyOf(name) === key),
  )?.code;
}

export interface BaseCells {
  /** As the person sees it, e.g. 5 for the fifth row of the sheet. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<BaseColumn, Raw>>>;
}

/** All rows or none; every fault is told with its row. Without a status a row is not compared (未核对). */
export function readBaseRows(rows: readonly BaseCells[]): Outcome<readonly CountyBase[]> {
  const refusals: Refusal[] = [];
  const out = rows.flatMap((row) => readRow(row, refusals) ?? []);
  return refusals.length > 0 ? { ok: false, refusals } : ok(out);
}

function readRow({ row, cells }: BaseCells, refusals: Refusal[]): CountyBase | null {
  const before = refusals.length;
  const need = <T>(column: BaseColumn, read: Read<T>, fallback: T | null): T | null => {
    const name = BASE_COLUMNS.find((c) => c.code === column)!.label;
    if (!read.ok) refusals.push(fault(row, name, read.message));
    else if (read.value !== undefined) return read.value;
    else if (fallback === null) refusals.push(fault(row, name, ['须填写', 'is needed']));
    return fallback;
  };
  const species = need('species', readSpecies(cells.species), null);
  const fen = need('yuan', readAmount(cells.yuan), null);
  const docNo = need('docNo', readText(cells.docNo), null);
  const from = need('from', readDay(cells.from), null);
  const until = need('until', readDay(cells.until), '');
  const status = need(
    'status',
    readCode(cells.status, COUNTY_STATUSES),
    'unverified',
  ) as CountyBase['status'];
  if (from && until && until <= from)
    refusals.push(fault(row, ['失效日期', 'Until'], ['应晚于施行日期', 'must be after From']));
  if (refusals.length > before || species === null || fen === null || docNo === null || from === null)
    return null;
  const note = textOf(cells.note);
  return {
    speciesId: species,
    name: speciesName(species) ?? species,
    fen,
    unit: textOf(cells.unit) || '只',
    docNo,
    status,
    from,
    until: until === '' ? null : until,
    ...(note === '' ? {} : { note }),
  };
}

function readSpecies(raw: Raw): Read<string> {
  const text = textOf(raw);
  if (text === '') return { ok: true, value: undefined };
  if (speciesName(text) !== undefined) return { ok: true, value: text };
  const found = resolveSpecies(text);
  if (found.kind === 'exact') return { ok: true, value: found.id };
  const near = found.kind === 'suggest' ? found.matches.slice(0, 3).map((m) => m.zh) : [];
  return near.length === 0
    ? bad(`没有“${shown(raw)}”这个物种`, `There is no species "${shown(raw)}"`)
    : bad(
        `没有“${shown(raw)}”，是不是${near.join('、')}？`,
        `There is no "${shown(raw)}". Did you mean ${near.join(', ')}?`,
      );
}

function readAmount(raw: Raw): Read<number> {
  const read = readMoney(raw);
  return read.ok && read.value === 0 ? bad('应大于 0', 'must be above 0') : read;
}

function readText(raw: Raw): Read<string> {
  const text = textOf(raw);
  return { ok: true, value: text === '' ? undefined : text };
}

function fault(row: number, column: Label, message: Label): Refusal {
  return {
    code: 'base.row',
    message: [`第${row}行 ${column[0]}：${message[0]}`, `Row ${row}, ${column[1]}: ${message[1]}`],
    where: `${row}`,
  };
}
