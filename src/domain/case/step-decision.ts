// How is a penalty decided, or none?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { CaseFacts } from './fact.ts';
import {
  active,
  choice,
  DOC_NO_DUE,
  fact,
  filled,
  HEAD,
  money,
  needs,
  PENALISED,
  REASON,
  type Rule,
  textOf,
  words,
  wrong,
} from './step-common.ts';

/** 行政处罚法9. */
const PENALTY_KINDS = [
  { code: 'warning', label: ['警告、通报批评', 'Warning'] },
  { code: 'fine', label: ['罚款', 'Fine'] },
  { code: 'proceeds', label: ['没收违法所得', 'Proceeds confiscated'] },
  { code: 'goods', label: ['没收非法财物', 'Goods confiscated'] },
  { code: 'permit', label: ['暂扣、吊销许可证件', 'Permit suspended or revoked'] },
  { code: 'activity', label: ['责令停产停业、限制从业', 'Activity stopped or restricted'] },
  { code: 'other', label: ['其他', 'Other'] },
] as const;

const NO_PENALTY_GROUNDS = [
  { code: 'minor', label: ['轻微并及时改正、没有危害后果（33条）', 'Minor, put right, no harm (art. 33)'] },
  {
    code: 'first',
    label: ['初次违法、轻微并及时改正（33条）', 'First offence, slight, put right (art. 33)'],
  },
  { code: 'noFault', label: ['没有主观过错（33条）', 'No fault (art. 33)'] },
  { code: 'age', label: ['不满十四周岁（30条）', 'Under fourteen (art. 30)'] },
  { code: 'mind', label: ['不能辨认或控制自己行为（31条）', 'Of unsound mind (art. 31)'] },
  { code: 'tooOld', label: ['超过追溯期限（36条）', 'Too old (art. 36)'] },
  { code: 'noViolation', label: ['违法事实不能成立（57条3项）', 'No violation (art. 57(3))'] },
  { code: 'ended', label: ['当事人死亡或终止', 'The party died or ceased to be'] },
] as const;

/** 行政处罚法45: not heavier because the party spoke; more than was notified needs a new notice (62). */
function fineRefusals(step: StepTaken, facts: CaseFacts): Refusal[] {
  const fine = money(step.values, 'fine');
  const refusals: Refusal[] = [];
  if (step.values.form === 'fine' ? fine === 0 : fine > 0)
    refusals.push(wrong('fine', ['罚款数额与决定种类不符', 'The fine does not fit the form of decision']));
  if (fine > (facts.noticeFine ?? 0))
    refusals.push(
      wrong(
        'fine',
        ['高于告知的罚款，应当重新告知', 'More than was notified: notify again first'],
        '行政处罚法第45条、第62条',
      ),
    );
  return refusals;
}

const reviewed = fact(
  (facts) => facts.reviewGrounds.length === 0 || facts.reviewedOn !== null,
  ['应当先经法制审核', 'A legal review must come first'],
  '行政处罚法第58条',
);

const discussed = fact(
  (facts) => !facts.major || facts.discussedOn !== null,
  ['情节复杂或者重大，应当先集体讨论', 'It is complex or major: it must be discussed first'],
  '行政处罚法第57条第2款',
);

const defended = fact(
  (facts) => facts.defence !== null,
  ['应当先听取（或记明放弃）陈述申辩', 'The party must be heard first, or have waived it'],
  '行政处罚法第62条',
);

export const DECISION_STEPS: readonly Rule[] = [
  {
    name: 'decidePenalty',
    label: ['处罚决定', 'Decide a penalty'],
    from: ['notified'],
    to: { field: 'form', of: { fine: 'decided', other: 'resolved' } },
    likely: ['notified'],
    by: HEAD,
    article: '行政处罚法第57条第1项、第59条',
    fields: {
      form: choice(
        ['决定种类', 'Form'],
        [
          { code: 'fine', label: ['罚款（可以并处其他）', 'A fine, with others or not'] },
          { code: 'other', label: ['其他处罚，无罚款', 'Other penalties, no fine'] },
        ],
      ),
      docNo: { ...DOC_NO_DUE, label: ['决定书文号', 'Decision no.'] },
      penalties: { type: 'codes', codes: PENALTY_KINDS, required: true, label: ['处罚种类', 'Penalties'] },
      parties: PENALISED.parties,
      fine: { type: 'money', label: ['罚款（元）', 'Fine (yuan)'] },
      fines: PENALISED.fines,
      docNos: PENALISED.docNos,
      proceeds: { type: 'money', label: ['没收违法所得（元）', 'Proceeds (yuan)'] },
      confiscated: words(['没收财物', 'Goods confiscated'], { required: false, line: true }),
      basis: words(['违反与处罚依据', 'Basis'], { line: true }),
    },
    needs: needs(active, defended, reviewed, discussed),
    prefill: ({ progress: { facts }, record }) => ({
      parties: record.parties ?? null,
      form: facts.noticeFine ? 'fine' : 'other',
      fine: facts.noticeFine || null,
      penalties: facts.noticeFine ? ['fine'] : null,
    }),
    check: ({ step, progress }) => fineRefusals(step, progress.facts),
    stops: ['APL-60'],
    starts: ['APL-61'],
    sets: () => ({ outcome: 'penalised' }),
    apply: (facts, { on, values }) => ({
      ...facts,
      decision: values.form as 'fine' | 'other',
      decidedOn: on,
      decisionNo: textOf(values, 'docNo'),
      penalties: (values.penalties ?? []) as readonly string[],
      fine: money(values, 'fine'),
    }),
  },
  {
    name: 'decideNoPenalty',
    label: ['不予处罚决定', 'Decide no penalty'],
    from: ['concluded', 'notified', 'returned'],
    to: 'resolved',
    by: HEAD,
    article: '行政处罚法第57条第2项、第3项',
    fields: {
      ground: choice(['不予处罚的情形', 'Ground'], NO_PENALTY_GROUNDS),
      docNo: { ...DOC_NO_DUE, label: ['决定书文号', 'Decision no.'] },
      educated: words(['教育情况', 'How the party was taught'], { required: false, line: true }),
      reason: REASON,
    },
    needs: active,
    // 33条3款: who is not punished is taught.
    check: ({ step: { values } }) =>
      ['minor', 'first', 'noFault'].includes(String(values.ground)) && !filled(values.educated)
        ? [wrong('educated', ['应当对当事人进行教育', 'The party must be taught'], '行政处罚法第33条第3款')]
        : [],
    stops: ['APL-60', 'COUNTY-RETURNED'],
    starts: ['APL-61'],
    sets: () => ({ outcome: 'notPenalised' }),
    apply: (facts, { on, values }) => ({
      ...facts,
      decision: 'none',
      decidedOn: on,
      decisionNo: textOf(values, 'docNo'),
      penalties: [],
      fine: 0,
    }),
  },
];
