// What makes the case heavier, what lighter?
import { type Case, has } from './assess-case.ts';
import { LENIENT } from './assess-exit.ts';
import { HEAVIER, stated } from './assess-heavier.ts';
import { cite } from './assess-law.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import type { OffenceFinding } from './offence-frame.ts';
import type { PenaltyFinding } from './penalty.ts';

export interface Weight {
  readonly code: string;
  readonly article: string;
  readonly text: string;
}

export function aggravatingOf(
  c: Case,
  offences: readonly OffenceFinding[],
  penalties: readonly PenaltyFinding[],
): readonly Weight[] {
  const out: Weight[] = [];
  for (const { code, reached, offence } of offences) {
    const heavier = HEAVIER[code];
    if (heavier === undefined || reached === 'no') continue;
    for (const row of heavier.rows)
      if (stated(c, row.code) === 'yes')
        out.push({
          code: row.code,
          article: cite('interpretation', heavier.article, 2, row.item),
          text: `${row.text}，从重处罚（${offence.name[0]}）`,
        });
  }
  if (penalties.some((p) => p.row.id === 'P50-1' && p.applies === 'yes'))
    out.push({
      code: 'foodPurpose',
      article: cite('wildlife', 50, 1),
      text: '以食用为目的猎捕、交易、运输野外的国家重点保护、三有野生动物，依照野生动物保护法第48条、野生动物保护法第49条、野生动物保护法第52条的规定从重处罚',
    });
  if (offences.some((o) => o.reached !== 'no') && has(c.facts, 'unit') === 'yes')
    out.push({
      code: 'unit',
      article: cite('interpretation', 18),
      text: '单位实施的，对直接负责的主管人员和其他直接责任人员定罪处罚，并对单位判处罚金',
    });
  return out;
}

const LIGHTER: readonly {
  readonly code: CircumstanceCode;
  readonly article: string;
  readonly text: string;
}[] = [
  { code: 'minor', article: cite('penalty', 30), text: '已满十四周岁不满十八周岁，应当从轻或者减轻行政处罚' },
  {
    code: 'curedHarm',
    article: cite('penalty', 32, 0, 1),
    text: '主动消除或者减轻违法行为危害后果，应当从轻或者减轻行政处罚',
  },
  {
    code: 'coerced',
    article: cite('penalty', 32, 0, 2),
    text: '受他人胁迫或者诱骗实施违法行为，应当从轻或者减轻行政处罚',
  },
  {
    code: 'confessed',
    article: cite('penalty', 32, 0, 3),
    text: '主动供述行政机关尚未掌握的违法行为，应当从轻或者减轻行政处罚',
  },
  {
    code: 'merit',
    article: cite('penalty', 32, 0, 4),
    text: '配合行政机关查处违法行为有立功表现，应当从轻或者减轻行政处罚',
  },
];

const CONSIDERED: readonly { readonly code: CircumstanceCode; readonly text: string }[] = [
  { code: 'refunded', text: '全部退赃退赔' },
  { code: 'remorse', text: '确有悔罪表现' },
  { code: 'noDeath', text: '未造成动物死亡' },
  { code: 'recoverable', text: '动物、动物制品可以追回' },
  { code: 'slightHarm', text: '对资源危害明显较轻' },
  { code: 'acceptsPenalty', text: '自愿接受行政处罚' },
  { code: 'repairs', text: '积极修复生态环境' },
];

export function mitigatingOf(c: Case, offences: readonly OffenceFinding[]): readonly Weight[] {
  const out: Weight[] = LIGHTER.filter(({ code }) => has(c.facts, code) === 'yes').map((row) => ({ ...row }));
  const open = offences
    .filter((o) => o.reached !== 'no')
    .map((o) => LENIENT[o.code]?.article)
    .filter((a) => a !== undefined);
  if (open.length > 0)
    for (const { code, text } of CONSIDERED)
      if (has(c.facts, code) === 'yes')
        out.push({ code, article: open.map((a) => cite('interpretation', a, 3)).join('、'), text });
  if (c.subjects.some((s) => s.item.origin === 'bred' || s.item.origin === 'listedBred') && open.length > 0)
    out.push({
      code: 'bred',
      article: cite('interpretation', 13, 1),
      text: '涉案动物系人工繁育，认定犯罪和裁量刑罚时应当考虑',
    });
  return out;
}
