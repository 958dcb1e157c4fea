// What makes the case heavier, what lighter?
import type { Label } from '../kernel/label.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import { type Case, has } from './assess-case.ts';
import { HEAVIER, stated } from './assess-heavier.ts';
import { cite } from './assess-law.ts';
import { LENIENT } from './assess-lenient.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import type { OffenceFinding } from './offence-frame.ts';
import type { PenaltyFinding } from './penalty.ts';
import { SEVERELY } from './penalty-word.ts';

export interface Weight {
  readonly code: string;
  readonly article: Label;
  readonly text: Label;
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
          text: [
            zh`${row.text}，从重处罚（${offence.name}）`,
            en`Heavier punishment for ${row.text} (${offence.name})`,
          ],
        });
  }
  if (penalties.some((p) => p.row.id === 'P50-1' && p.applies === 'yes'))
    out.push({
      code: 'foodPurpose',
      article: cite('wildlife', 50, 1),
      text: [
        zh`以食用为目的猎捕、交易、运输野外的国家重点保护、三有野生动物，依照${SEVERELY}的规定从重处罚`,
        en`Hunting, trading or transporting nationally protected or “three values” wildlife from the wild for the purpose of food: penalised more heavily under ${SEVERELY}`,
      ],
    });
  return out;
}

const LIGHTER: readonly {
  readonly code: CircumstanceCode;
  readonly article: Label;
  readonly text: Label;
}[] = [
  {
    code: 'minor',
    article: cite('penalty', 30),
    text: [
      '已满十四周岁不满十八周岁，应当从轻或者减轻行政处罚',
      'Fourteen or over and under eighteen: the administrative penalty must be lighter or mitigated',
    ],
  },
  {
    code: 'curedHarm',
    article: cite('penalty', 32, 0, 1),
    text: [
      '主动消除或者减轻违法行为危害后果，应当从轻或者减轻行政处罚',
      'Removed or lessened the harmful consequences of the act of one’s own accord: the administrative penalty must be lighter or mitigated',
    ],
  },
  {
    code: 'coerced',
    article: cite('penalty', 32, 0, 2),
    text: [
      '受他人胁迫或者诱骗实施违法行为，应当从轻或者减轻行政处罚',
      'Acted under coercion or deceit by others: the administrative penalty must be lighter or mitigated',
    ],
  },
  {
    code: 'confessed',
    article: cite('penalty', 32, 0, 3),
    text: [
      '主动供述行政机关尚未掌握的违法行为，应当从轻或者减轻行政处罚',
      'Confessed of one’s own accord an unlawful act not yet known to the agency: the administrative penalty must be lighter or mitigated',
    ],
  },
  {
    code: 'merit',
    article: cite('penalty', 32, 0, 4),
    text: [
      '配合行政机关查处违法行为有立功表现，应当从轻或者减轻行政处罚',
      'Rendered meritorious service in the agency’s investigation: the administrative penalty must be lighter or mitigated',
    ],
  },
];

const CONSIDERED: readonly { readonly code: CircumstanceCode; readonly text: Label }[] = [
  { code: 'refunded', text: ['全部退赃退赔', 'All gains returned and all loss made good'] },
  { code: 'remorse', text: ['确有悔罪表现', 'Genuine remorse'] },
  { code: 'noDeath', text: ['未造成动物死亡', 'No animal died'] },
  { code: 'recoverable', text: ['动物、动物制品可以追回', 'The animals or products can be recovered'] },
  { code: 'slightHarm', text: ['对资源危害明显较轻', 'The harm to the resource is plainly slight'] },
  { code: 'acceptsPenalty', text: ['自愿接受行政处罚', 'The administrative penalty is accepted willingly'] },
  { code: 'repairs', text: ['积极修复生态环境', 'The environment is being actively restored'] },
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
        out.push({ code, article: listed(open.map((a) => cite('interpretation', a, 3))), text });
  if (c.subjects.some((s) => s.item.origin === 'bred' || s.item.origin === 'listedBred') && open.length > 0)
    out.push({
      code: 'bred',
      article: cite('interpretation', 13, 1),
      text: [
        '涉案动物系人工繁育，认定犯罪和裁量刑罚时应当考虑',
        'The animals are captive-bred, which must be considered in finding the crime and deciding the punishment',
      ],
    });
  return out;
}
