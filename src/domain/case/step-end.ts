// How is a case closed, and how is it opened again?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';
import { UNDECIDED } from './fact.ts';
import { END_STATUSES } from './status.ts';
import {
  active,
  choice,
  DOC_NO,
  fact,
  filled,
  HEAD,
  kept,
  needs,
  REASON,
  REVIEW,
  type Rule,
  words,
  wrong,
} from './step-common.ts';

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

export const END_STEPS: readonly Rule[] = [
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
        (facts) => facts.decision !== 'onSpot' || filled(facts.onSpotReportedOn),
        ['当场处罚决定尚未报机关备案', 'The penalty imposed on the spot was not reported to the agency yet'],
        '行政处罚法第52条第3款',
      ),
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
