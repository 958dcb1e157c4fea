// How is what was discovered checked, filed, turned down, or punished on the spot?
import type { Refusal } from '../kernel/outcome.ts';
import type { Values } from '../kernel/record.ts';
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
  notCriminal,
  OFFICERS,
  PENALISED,
  REASON,
  type Rule,
  textOf,
  twoOfficers,
  withOfficers,
  words,
  wrong,
} from './step-common.ts';

const NOT_FILED_GROUNDS = [
  { code: 'noViolation', label: ['没有违法事实', 'No violation'] },
  { code: 'tooOld', label: ['超过追溯期限', 'Too old to punish'] },
  { code: 'minor', label: ['轻微并已改正', 'Minor and put right'] },
  { code: 'otherAgency', label: ['由其他机关管辖', 'Another agency is competent'] },
  { code: 'duplicate', label: ['已在其他案件办理', 'Handled in another case'] },
] as const;

const COLLECTED = [
  { code: 'bank', label: ['到银行或电子缴纳', 'To be paid at the bank'] },
  { code: 'cash', label: ['当场收缴', 'Taken on the spot'] },
  { code: 'none', label: ['警告，无罚款', 'A warning, no fine'] },
] as const;

/** 行政处罚法68, 69. */
const CASH_GROUNDS = [
  { code: 'upTo100', label: ['一百元以下', 'Up to 100 yuan'] },
  { code: 'hard', label: ['事后难以执行', 'Hard to collect later'] },
  { code: 'remote', label: ['边远、水上、交通不便，当事人提出', 'Remote or on water, at the party’s wish'] },
] as const;

/** 行政处罚法51: fen. */
const ON_SPOT_LIMIT: Readonly<Record<string, number>> = { citizen: 200_00, organisation: 3_000_00 };

function onSpotRefusals(values: Values): Refusal[] {
  const fine = money(values, 'fine');
  const refusals: Refusal[] = [];
  const limit = ON_SPOT_LIMIT[String(values.party)] ?? 0;
  if (fine > limit)
    refusals.push(
      wrong(
        'fine',
        [
          `超过当场处罚上限${limit / 100}元，应按普通程序立案`,
          `Over the ${limit / 100} yuan that may be fined on the spot; file a case`,
        ],
        '行政处罚法第51条',
      ),
    );
  if (values.collected === 'none' ? fine > 0 : fine === 0)
    refusals.push(wrong('fine', ['罚款与缴纳方式不符', 'The fine does not fit how it is paid']));
  if (values.collected === 'cash' && values.cashGround === 'upTo100' && fine > 100_00)
    refusals.push(wrong('cashGround', ['超过一百元', 'It is more than 100 yuan'], '行政处罚法第68条第1项'));
  return refusals;
}

export const FILING_STEPS: readonly Rule[] = [
  {
    name: 'check',
    label: ['核查', 'Check'],
    from: ['discovered'],
    by: HANDLE,
    article: '行政处罚法第54条',
    fields: { officers: OFFICERS, finding: words(['核查情况', 'What was found']) },
    check: twoOfficers,
    apply: (facts, { values }) => ({ ...facts, officers: withOfficers(facts, values) }),
  },
  {
    name: 'proposeFiling',
    label: ['呈请立案', 'Propose filing'],
    from: ['discovered'],
    to: 'filingAsked',
    likely: ['discovered'],
    by: HANDLE,
    article: '行政处罚法第54条第2款',
    fields: {
      officers: { ...OFFICERS, label: ['拟承办人员', 'Officers proposed'] },
      facts: words(['案情与立案理由', 'Facts and why to file']),
    },
    needs: notCriminal,
    check: twoOfficers,
    apply: (facts, { values }) => ({ ...facts, officers: withOfficers(facts, values) }),
  },
  {
    name: 'approveFiling',
    label: ['批准立案', 'Approve filing'],
    from: ['filingAsked'],
    to: 'investigating',
    likely: ['filingAsked'],
    by: HEAD,
    article: '行政处罚法第54条第2款',
    fields: { docNo: DOC_NO },
    needs: notCriminal,
    starts: ['APL-60', 'COUNTY-CASE'],
    sets: ({ on }) => ({ filedOn: on }),
  },
  {
    name: 'returnFiling',
    label: ['退回补充核查', 'Send back for more checks'],
    from: ['filingAsked'],
    to: 'discovered',
    by: HEAD,
    article: '行政处罚法第54条',
    fields: { reason: REASON },
  },
  {
    name: 'declineFiling',
    label: ['不予立案', 'Do not file'],
    from: ['discovered', 'filingAsked'],
    to: 'notFiled',
    by: HEAD,
    article: '行政处罚法第54条第2款',
    fields: {
      ground: choice(['不予立案的情形', 'Ground'], NOT_FILED_GROUNDS),
      receiver: words(['移送的机关', 'Passed on to'], { required: false, line: true }),
      receiptNo: words(['接收回执', 'Its receipt'], { required: false, line: true }),
      reason: REASON,
    },
    asks: ({ ground }) =>
      ground === 'otherAgency' ? ['ground', 'receiver', 'receiptNo', 'reason'] : ['ground', 'reason'],
    needs: kept,
    check: dueWith('ground', 'otherAgency', {
      receiver: ['移送的机关', 'Passed on to'],
      receiptNo: ['接收回执', 'Its receipt'],
    }),
    stops: ['COUNTY-CASE'],
    sets: ({ on }) => ({ outcome: 'notFiled', closedOn: on }),
  },
  {
    name: 'policeFileDirectly',
    label: ['公安机关直接立案', 'Police open a case themselves'],
    from: ['discovered', 'filingAsked'],
    to: 'policeFiled',
    by: HANDLE,
    article: '刑事诉讼法第112条',
    fields: {
      docNo: { ...DOC_NO_DUE, label: ['立案决定书文号', 'No. of the decision'] },
      police: { type: 'ref', kind: 'agency', label: ['公安机关', 'Police'] },
    },
    starts: ['COUNTY-CASE'],
    sets: ({ on }) => ({ filedOn: on, track: 'criminal' }),
    apply: (facts, { on, values }) => ({ ...facts, policeFiledOn: on, police: textOf(values, 'police') }),
  },
  {
    name: 'punishOnSpot',
    label: ['当场处罚', 'Punish on the spot'],
    from: ['discovered'],
    to: { field: 'collected', of: { bank: 'served', cash: 'collected', none: 'closing' } },
    by: HANDLE,
    article: '行政处罚法第51条',
    fields: {
      officers: OFFICERS,
      party: choice(
        ['当事人', 'Party'],
        [
          { code: 'citizen', label: ['公民', 'A person'] },
          { code: 'organisation', label: ['法人或者其他组织', 'An organisation'] },
        ],
      ),
      parties: PENALISED.parties,
      facts: words(['违法事实', 'What was done']),
      basis: words(['处罚依据', 'Basis'], { line: true }),
      docNo: { ...DOC_NO_DUE, label: ['当场处罚决定书编号', 'Decision no.'] },
      fine: { type: 'money', label: ['罚款（元）', 'Fine (yuan)'] },
      fines: PENALISED.fines,
      collected: choice(['罚款缴纳', 'Payment'], COLLECTED),
      cashGround: { type: 'code', codes: CASH_GROUNDS, label: ['当场收缴的情形', 'Why on the spot'] },
    },
    needs: notCriminal,
    prefill: ({ record }) => ({ parties: record.parties ?? null }),
    check: checks(
      twoOfficers,
      ({ step }) => onSpotRefusals(step.values),
      dueWith('collected', 'cash', { cashGround: ['当场收缴的情形', 'Why on the spot'] }),
    ),
    starts: [
      'COUNTY-CASE',
      { deadline: 'APL-67', when: { collected: 'bank' } },
      { deadline: 'APL-71', when: { collected: 'cash' } },
    ],
    sets: ({ on }) => ({ filedOn: on, outcome: 'penalised' }),
    apply: (facts, { on, values }) => ({
      ...facts,
      officers: withOfficers(facts, values),
      decision: 'onSpot',
      decidedOn: on,
      decisionNo: textOf(values, 'docNo'),
      penalties: [values.collected === 'none' ? 'warning' : 'fine'],
      fine: money(values, 'fine'),
      paid: values.collected === 'cash' ? money(values, 'fine') : 0,
      served: on,
    }),
  },
  {
    name: 'handIn',
    label: ['当场收缴罚款交机关', 'Hand the cash to the agency'],
    from: ['collected'],
    likely: ['collected'],
    by: HANDLE,
    article: '行政处罚法第71条',
    fields: { receiptNo: { ...DOC_NO_DUE, label: ['票据号', 'Receipt no.'] } },
    needs: needs(
      active,
      fact((facts) => !facts.handedIn, ['已交至机关', 'It was handed in']),
    ),
    stops: ['APL-71'],
    starts: ['APL-71-2'],
    apply: (facts) => ({ ...facts, handedIn: true }),
  },
  {
    name: 'bankIn',
    label: ['罚款缴付银行', 'Pay it into the bank'],
    from: ['collected'],
    to: 'closing',
    likely: ['collected'],
    by: HANDLE,
    article: '行政处罚法第71条',
    fields: { receiptNo: { ...DOC_NO_DUE, label: ['缴款凭证号', 'Voucher no.'] } },
    needs: fact(
      (facts) => facts.handedIn,
      ['罚款尚未交至机关', 'The cash was not handed in yet'],
      '行政处罚法第71条',
    ),
    stops: ['APL-71-2'],
  },
];
