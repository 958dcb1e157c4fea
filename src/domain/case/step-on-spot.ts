// How is a penalty imposed on the spot, reported to the agency, and its cash handed in (行政处罚法51—53、68—71)?
import type { Refusal } from '../kernel/outcome.ts';
import { readMoney } from '../kernel/read-money.ts';
import type { Values } from '../kernel/record.ts';
import {
  active,
  checks,
  choice,
  DOC_NO,
  DOC_NO_DUE,
  dueWith,
  fact,
  filled,
  HANDLE,
  money,
  needs,
  notCriminal,
  OFFICERS,
  PENALISED,
  type Rule,
  textOf,
  twoOfficers,
  withOfficers,
  words,
  wrong,
} from './step-common.ts';

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

/** 行政处罚法52(1): it is handed over at once, and a refusal to sign is noted on it. */
const HANDED = [
  { code: 'signed', label: ['当场交付并签收', 'Handed over and signed for'] },
  { code: 'refused', label: ['当场交付，拒绝签收', 'Handed over, signature refused'] },
] as const;

/** 行政处罚法51, of each party: fen. */
const ON_SPOT_LIMIT: Readonly<Record<string, number>> = { citizen: 200_00, organisation: 3_000_00 };

/** The highest fine of one party: the limits are each one's own; without a split the whole counts. */
function mostOfOne(values: Values): number {
  const each = ((values.fines ?? []) as readonly string[]).map((text) => readMoney(text));
  const sums = each.flatMap((read) => (read.ok && read.value !== undefined ? [read.value] : []));
  const whole = money(values, 'fine');
  return sums.length > 1 && sums.reduce((sum, n) => sum + n, 0) === whole ? Math.max(...sums) : whole;
}

function onSpotRefusals(values: Values): Refusal[] {
  const fine = money(values, 'fine');
  const most = mostOfOne(values);
  const refusals: Refusal[] = [];
  const limit = ON_SPOT_LIMIT[String(values.party)] ?? 0;
  if (most > limit)
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
  if (values.collected === 'cash' && values.cashGround === 'upTo100' && most > 100_00)
    refusals.push(wrong('cashGround', ['超过一百元', 'It is more than 100 yuan'], '行政处罚法第68条第1项'));
  return refusals;
}

export const ON_SPOT_STEPS: readonly Rule[] = [
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
        ['当事人类别', 'Kind of party'],
        [
          { code: 'citizen', label: ['公民', 'A person'] },
          { code: 'organisation', label: ['法人或者其他组织', 'An organisation'] },
        ],
      ),
      parties: PENALISED.parties,
      where: words(['处罚地点', 'Place'], { required: false, line: true }),
      facts: words(['违法事实', 'What was done']),
      basis: words(['处罚依据', 'Basis'], { line: true }),
      heard: words(['当事人陈述申辩', 'What the party said'], { required: false, personal: true }),
      docNo: { ...DOC_NO_DUE, label: ['当场处罚决定书编号', 'Decision no.'] },
      fine: { type: 'money', label: ['罚款（元）', 'Fine (yuan)'] },
      fines: PENALISED.fines,
      docNos: PENALISED.docNos,
      collected: choice(['罚款缴纳', 'Payment'], COLLECTED),
      cashGround: { type: 'code', codes: CASH_GROUNDS, label: ['当场收缴的情形', 'Why on the spot'] },
      handed: { type: 'code', codes: HANDED, label: ['决定书交付', 'The paper'] },
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
    name: 'reportOnSpot',
    label: ['当场处罚报机关备案', 'Report the penalty to the agency'],
    from: ['served', 'collected', 'deferred', 'enforcing', 'closing'],
    likely: ['collected'],
    by: HANDLE,
    article: '行政处罚法第52条第3款',
    fields: { docNo: { ...DOC_NO, label: ['备案编号', 'File no.'] } },
    needs: fact(
      (facts) => facts.decision === 'onSpot' && !filled(facts.onSpotReportedOn),
      ['没有待备案的当场处罚决定', 'No penalty imposed on the spot waits to be reported'],
      '行政处罚法第52条第3款',
    ),
    apply: (facts, { on }) => ({ ...facts, onSpotReportedOn: on }),
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
