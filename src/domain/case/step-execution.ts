// How is a decision served, paid, contested, carried out, and the case closed or reopened?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';
import { type CaseFacts, UNDECIDED } from './fact.ts';
import { CASE_STATUSES, DECIDED, END_STATUSES } from './status.ts';
import {
  active,
  checks,
  choice,
  DOC_NO,
  DOC_NO_DUE,
  dueWith,
  fact,
  HANDLE,
  HEAD,
  kept,
  money,
  needs,
  REASON,
  REVIEW,
  type Rule,
  words,
  wrong,
  YES_NO,
} from './step-common.ts';

const PAYING = ['served', 'deferred', 'enforcing'];

const METHODS = [
  { code: 'direct', label: ['直接送达', 'In person'] },
  { code: 'left', label: ['留置送达', 'Left at the place'] },
  { code: 'mail', label: ['邮寄送达', 'By mail'] },
  { code: 'entrusted', label: ['委托送达', 'By another body'] },
  { code: 'electronic', label: ['电子送达', 'Electronically'] },
  { code: 'announced', label: ['公告送达', 'By announcement'] },
] as const;

const SERVICE = {
  method: choice(['送达方式', 'How'], METHODS),
  receiver: words(['签收人', 'Received by'], { line: true, personal: true, required: false }),
  consent: words(['电子送达确认书', 'Consent to electronic service'], { line: true, required: false }),
};
const servedRightly = dueWith('method', 'electronic', {
  consent: ['电子送达确认书', 'Consent to electronic service'],
});

const REOPEN_INTO = [
  { code: 'closing', label: ['结果不变，补正后结案', 'Result stands; put right and close'] },
  { code: 'investigating', label: ['重新调查处理', 'Investigate anew'] },
  { code: 'policeFiled', label: ['公安继续侦查', 'The police go on'] },
  { code: 'discovered', label: ['重新核查（原不予立案）', 'Check anew (was not filed)'] },
] as const;

/** Where a case may go on from its end. */
function reopenable(record: Values): readonly string[] {
  if (typeof record.filedOn !== 'string') return ['discovered'];
  const own = record.track === 'criminal' ? 'policeFiled' : 'investigating';
  return typeof record.outcome === 'string' ? ['closing', own] : [own];
}

function reopenRefusals({ values: { into } }: StepTaken, record: Values): Refusal[] {
  return reopenable(record).includes(String(into))
    ? []
    : [
        wrong('into', [
          '与案件类别或立案情况不符：未立案的只能重新核查，刑事案件由公安继续侦查',
          'It does not fit: one never filed is checked anew, a criminal case goes on with the police',
        ]),
      ];
}

function paidRefusals(step: StepTaken, facts: CaseFacts, full: boolean): Refusal[] {
  const sum = facts.paid + money(step.values, 'amount');
  const owed = facts.fine ?? 0;
  if (money(step.values, 'amount') === 0 && sum < owed)
    return [wrong('amount', ['请填写金额', 'State the amount'])];
  if (full && sum < owed)
    return [
      wrong('amount', [`尚欠${(owed - sum) / 100}元，未缴清`, `${(owed - sum) / 100} yuan are still owed`]),
    ];
  return [];
}

/** 行政处罚法72(1): never more than the fine itself. */
function lateRefusals(step: StepTaken, facts: CaseFacts): Refusal[] {
  const sum = facts.late + money(step.values, 'amount');
  return sum > (facts.fine ?? 0)
    ? [
        wrong(
          'amount',
          ['加处罚款不得超出罚款数额', 'Late penalties may not exceed the fine'],
          '行政处罚法第72条第1项',
        ),
      ]
    : [];
}

const contested = fact((facts) => facts.contest !== null, ['没有进行中的复议或诉讼', 'Nothing is contested']);
const AMOUNT = { type: 'money', required: true, label: ['金额（元）', 'Amount (yuan)'] } as const;
const paid = (facts: CaseFacts, { values }: StepTaken): CaseFacts => ({
  ...facts,
  paid: facts.paid + money(values, 'amount'),
});

export const EXECUTION_STEPS: readonly Rule[] = [
  {
    name: 'serve',
    label: ['送达处罚决定书', 'Serve the decision'],
    from: ['decided'],
    to: 'served',
    likely: ['decided'],
    by: HANDLE,
    article: '行政处罚法第61条',
    fields: SERVICE,
    check: servedRightly,
    stops: ['APL-61'],
    starts: ['APL-67'],
    apply: (facts, { on }) => ({ ...facts, served: on }),
  },
  {
    name: 'serveOther',
    label: ['送达决定书（无罚款）', 'Serve the decision (no fine)'],
    from: ['resolved'],
    to: 'closing',
    likely: ['resolved'],
    by: HANDLE,
    article: '行政处罚法第61条',
    fields: SERVICE,
    check: servedRightly,
    stops: ['APL-61'],
    apply: (facts, { on }) => ({ ...facts, served: on }),
  },
  {
    name: 'publish',
    label: ['公开处罚决定', 'Publish the decision'],
    from: DECIDED,
    by: HANDLE,
    article: '行政处罚法第48条第1款',
    fields: { where: words(['公开平台', 'Where'], { line: true }) },
    needs: fact(
      (facts) => facts.decision !== null && !facts.published,
      ['没有可以公开的决定', 'Nothing to publish'],
    ),
    apply: (facts) => ({ ...facts, published: true }),
  },
  {
    name: 'withdrawInformation',
    label: ['撤回公开信息', 'Withdraw what was published'],
    from: CASE_STATUSES.map((status) => status.code),
    by: HANDLE,
    article: '行政处罚法第48条第2款',
    fields: { reason: { ...REASON, label: ['公开说明的理由', 'Reason published'] } },
    needs: fact((facts) => facts.published, ['没有公开的信息', 'Nothing was published']),
    stops: ['APL-48'],
    apply: (facts) => ({ ...facts, published: false }),
  },
  {
    name: 'payPart',
    label: ['部分缴款', 'Part is paid'],
    from: PAYING,
    by: HANDLE,
    article: '行政处罚法第66条、第67条',
    fields: { amount: AMOUNT, receiptNo: { ...DOC_NO, label: ['票据号', 'Receipt no.'] } },
    check: checks(
      ({ step, progress }) => paidRefusals(step, progress.facts, false),
      ({ step, progress: { facts } }) =>
        facts.paid + money(step.values, 'amount') >= (facts.fine ?? 0)
          ? [wrong('amount', ['已够缴清，请登记“缴清罚款”', 'It is all paid: record that instead'])]
          : [],
    ),
    apply: paid,
  },
  {
    name: 'payFull',
    label: ['缴清罚款', 'All is paid'],
    from: PAYING,
    to: 'closing',
    likely: ['served', 'deferred'],
    by: HANDLE,
    article: '行政处罚法第67条',
    fields: { amount: AMOUNT, receiptNo: { ...DOC_NO, label: ['票据号', 'Receipt no.'] } },
    check: ({ step, progress }) => paidRefusals(step, progress.facts, true),
    prefill: ({ progress: { facts } }) => ({ amount: Math.max(0, (facts.fine ?? 0) - facts.paid) }),
    stops: ['APL-67'],
    apply: paid,
  },
  {
    name: 'defer',
    label: ['批准暂缓或分期缴纳', 'Allow deferral or instalments'],
    from: ['served'],
    to: 'deferred',
    by: HEAD,
    article: '行政处罚法第66条第2款',
    fields: {
      kind: choice(
        ['方式', 'How'],
        [
          { code: 'deferred', label: ['暂缓', 'Deferred'] },
          { code: 'instalments', label: ['分期', 'Instalments'] },
        ],
      ),
      until: { type: 'day', required: true, label: ['最后期限', 'Last day'] },
      plan: words(['缴纳安排', 'Plan']),
      reason: REASON,
    },
    check: ({ step }) =>
      String(step.values.until) < step.on
        ? [wrong('until', ['不能早于批准之日', 'It may not lie before the approval'])]
        : [],
    stops: ['APL-67'],
    starts: [{ deadline: 'APL-67', due: 'until' }],
  },
  {
    name: 'chargeLate',
    label: ['加处罚款', 'Late penalty'],
    from: PAYING,
    by: HANDLE,
    article: '行政处罚法第72条第1项',
    fields: { amount: AMOUNT, days: { type: 'int', min: 1, max: 400, label: ['逾期天数', 'Days late'] } },
    needs: fact(
      (facts) => facts.contest === null,
      ['复议或诉讼期间不计加处罚款', 'None is counted while the decision is contested'],
      '行政处罚法第73条第3款',
    ),
    check: ({ step, progress }) => lateRefusals(step, progress.facts),
    apply: (facts, { values }) => ({ ...facts, late: facts.late + money(values, 'amount') }),
  },
  {
    name: 'applyCourt',
    label: ['申请法院强制执行', 'Apply to the court'],
    from: ['served', 'deferred'],
    to: 'enforcing',
    by: HANDLE,
    article: '行政处罚法第72条第4项',
    fields: {
      court: words(['人民法院', 'Court'], { line: true }),
      docNo: DOC_NO_DUE,
      demand: words(['催告情况', 'Demand made']),
    },
    stops: ['APL-67'],
  },
  {
    name: 'courtResult',
    label: ['法院执行结果', 'Result of the execution'],
    from: ['enforcing'],
    to: { field: 'result', of: { executed: 'closing', ended: 'closing', refused: 'concluded' } },
    likely: ['enforcing'],
    by: HANDLE,
    article: '行政处罚法第72条第4项',
    fields: {
      result: choice(
        ['结果', 'Result'],
        [
          { code: 'executed', label: ['执行完毕', 'Executed'] },
          { code: 'ended', label: ['终结执行', 'Execution ended'] },
          { code: 'refused', label: ['裁定不准予执行', 'Execution refused'] },
        ],
      ),
      amount: { ...AMOUNT, required: false, label: ['执行到位（元）', 'Collected (yuan)'] },
      docNo: DOC_NO,
    },
    starts: [{ deadline: 'APL-60', when: { result: 'refused' } }],
    sets: ({ values }) => (values.result === 'refused' ? { outcome: null } : {}),
    apply: (facts, step) =>
      step.values.result === 'refused' ? { ...facts, ...UNDECIDED } : paid(facts, step),
  },
  {
    name: 'contest',
    label: ['申请复议、提起诉讼', 'Review or lawsuit'],
    from: DECIDED,
    by: HANDLE,
    article: '行政处罚法第73条',
    fields: {
      kind: choice(
        ['途径', 'Which'],
        [
          { code: 'review', label: ['行政复议', 'Administrative review'] },
          { code: 'lawsuit', label: ['行政诉讼', 'Lawsuit'] },
        ],
      ),
      authority: words(['受理机关', 'Before'], { line: true }),
      docNo: DOC_NO,
    },
    needs: fact(
      (facts, { outcome }) =>
        (facts.decision !== null || outcome === 'penalised' || outcome === 'notPenalised') &&
        facts.contest === null,
      ['没有可以复议、诉讼的决定，或者已在进行', 'No decision to contest, or it is contested already'],
    ),
    apply: (facts, { values }) => ({ ...facts, contest: values.kind as 'review' | 'lawsuit' }),
  },
  {
    name: 'contestKept',
    label: ['复议诉讼结果：维持或变更', 'Contest: the decision stands or is changed'],
    from: DECIDED,
    by: HANDLE,
    article: '行政处罚法第48条第2款、第73条',
    fields: {
      result: choice(
        ['结果', 'Result'],
        [
          { code: 'upheld', label: ['维持、驳回', 'Upheld'] },
          { code: 'dropped', label: ['撤回申请、撤诉', 'Dropped'] },
          { code: 'changed', label: ['变更', 'Changed'] },
          { code: 'unlawful', label: ['确认违法', 'Found unlawful'] },
        ],
      ),
      docNo: DOC_NO_DUE,
      fine: { type: 'money', label: ['变更后的罚款（元）', 'Fine as changed (yuan)'] },
      published: { type: 'code', codes: YES_NO, label: ['原决定已公开', 'It was published'] },
    },
    needs: contested,
    check: dueWith('result', 'changed', { published: ['原决定已公开', 'It was published'] }),
    starts: [
      { deadline: 'APL-48', when: { result: 'changed', published: 'yes' } },
      { deadline: 'APL-48', when: { result: 'unlawful', published: 'yes' } },
    ],
    apply: (facts, { values }) => ({
      ...facts,
      contest: null,
      published: facts.published || values.published === 'yes',
      fine: values.result === 'changed' && typeof values.fine === 'number' ? values.fine : facts.fine,
    }),
  },
  {
    name: 'contestRevoked',
    label: ['复议诉讼结果：撤销重作', 'Contest: the decision is revoked'],
    from: DECIDED,
    to: 'concluded',
    by: HANDLE,
    article: '行政处罚法第48条第2款、第57条',
    fields: {
      docNo: DOC_NO_DUE,
      reason: REASON,
      published: choice(['原决定已公开', 'It was published'], YES_NO),
    },
    needs: contested,
    stops: ['APL-61', 'APL-67'],
    starts: ['APL-60', { deadline: 'APL-48', when: { published: 'yes' } }],
    sets: () => ({ outcome: null }),
    // A case the police had returned goes on as an administrative one.
    apply: (facts, { on, values }, record) => ({
      ...facts,
      ...UNDECIDED,
      published: facts.published || values.published === 'yes',
      downgraded: record.track === 'criminal' ? on : facts.downgraded,
    }),
  },
  {
    name: 'close',
    label: ['结案', 'Close'],
    from: ['closing'],
    to: 'closed',
    likely: ['closing'],
    by: HEAD,
    article: '行政处罚法第47条',
    fields: {
      summary: words(['结案报告', 'Closing report']),
      fileNo: { ...DOC_NO, label: ['归档号', 'File no.'] },
    },
    needs: needs(
      active,
      kept,
      fact((facts) => facts.contest === null, ['复议或诉讼尚未结束', 'The decision is still contested']),
      fact(
        (_, record) => typeof record.outcome === 'string',
        ['没有办理结果，不能结案', 'Without a result it cannot be closed'],
      ),
    ),
    stops: ['COUNTY-CASE'],
    sets: ({ on }) => ({ closedOn: on }),
  },
  {
    name: 'reopen',
    label: ['恢复办理（重新立卷）', 'Reopen'],
    from: END_STATUSES,
    to: { field: 'into', of: Object.fromEntries(REOPEN_INTO.map(({ code }) => [code, code])) },
    by: REVIEW,
    review: true,
    article: '行政处罚法第75条第2款',
    fields: {
      ground: choice(
        ['事由', 'Ground'],
        [
          { code: 'contest', label: ['复议、诉讼', 'Review or lawsuit'] },
          { code: 'evidence', label: ['新的事实证据', 'New facts'] },
          { code: 'supervision', label: ['上级、检察监督', 'Supervision'] },
          { code: 'police', label: ['公安、检察、法院退回', 'Returned by police, procuratorate or court'] },
          { code: 'error', label: ['发现错误', 'An error was found'] },
        ],
      ),
      into: choice(['恢复到', 'Into'], REOPEN_INTO),
      reason: REASON,
    },
    check: ({ step, record }) => reopenRefusals(step, record),
    starts: ['COUNTY-CASE', { deadline: 'APL-60', when: { into: 'investigating' } }],
    sets: ({ values }) =>
      values.into === 'closing' ? { closedOn: null } : { closedOn: null, outcome: null },
    apply: (facts, { values }) => ({
      ...facts,
      ...(values.into === 'closing' ? {} : UNDECIDED),
      reopened: facts.reopened + 1,
    }),
  },
];
