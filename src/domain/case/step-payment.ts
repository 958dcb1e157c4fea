// How is a decision served, paid or enforced?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import { type CaseFacts, UNDECIDED } from './fact.ts';
import {
  checks,
  choice,
  DOC_NO,
  DOC_NO_DUE,
  dueWith,
  fact,
  HANDLE,
  HEAD,
  money,
  REASON,
  type Rule,
  words,
  wrong,
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

const AMOUNT = { type: 'money', required: true, label: ['金额（元）', 'Amount (yuan)'] } as const;

const paid = (facts: CaseFacts, { values }: StepTaken): CaseFacts => ({
  ...facts,
  paid: facts.paid + money(values, 'amount'),
});

export const PAYMENT_STEPS: readonly Rule[] = [
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
];
