// How is evidence registered and sealed, and what becomes of it?
import { addDays } from '../kernel/day.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import { BEFORE_DECISION, LOOKING, OPEN_STATUSES } from './status.ts';
import {
  APPROVER,
  DOC_NO_DUE,
  fact,
  HANDLE,
  HEAD,
  ITEMS,
  OFFICERS,
  type Rule,
  twoOfficers,
  withOfficers,
  words,
  wrong,
} from './step-common.ts';

const LIST_NO = { ...DOC_NO_DUE, label: ['清单编号', 'List no.'] } as const;

const KEPT_FATES = [
  { code: 'returned', label: ['退还', 'Returned'] },
  { code: 'sealed', label: ['转为查封扣押', 'Sealed or seized'] },
  { code: 'appraisal', label: ['送交鉴定', 'Sent for appraisal'] },
  { code: 'confiscated', label: ['予以没收', 'Confiscated'] },
  { code: 'moved', label: ['移送有关部门', 'Passed to another body'] },
  { code: 'released', label: ['放归、送救护', 'Released or to rescue'] },
  { code: 'lapsed', label: ['逾期未决定，登记保存失效', 'No decision in time: it lapsed'] },
] as const;

/** 行政强制法25: thirty days, once up to thirty more. */
const SEAL_MOST_DAYS = 60;

function extensionRefusals(step: StepTaken, sealedOn: string | null, appraised: boolean): Refusal[] {
  const until = String(step.values.until);
  if (until < step.on || sealedOn === null)
    return [wrong('until', ['不能早于本步骤日期', 'It may not lie before this step'])];
  // Time with the appraiser does not count, so after an appraisal the last day may lie further off.
  if (!appraised && until > addDays(sealedOn, SEAL_MOST_DAYS))
    return [
      wrong(
        'until',
        ['查封、扣押连同延长不超过六十日', 'Sealing and its extension may not exceed sixty days'],
        '行政强制法第25条',
      ),
    ];
  return [];
}

export const EVIDENCE_STEPS: readonly Rule[] = [
  {
    name: 'registerEvidence',
    label: ['证据先行登记保存', 'Register and keep evidence'],
    from: LOOKING,
    by: HANDLE,
    article: '行政处罚法第56条',
    fields: {
      officers: OFFICERS,
      listNo: LIST_NO,
      items: ITEMS,
      keptAt: words(['保存地点', 'Kept at'], { line: true }),
      approver: APPROVER,
    },
    check: twoOfficers,
    starts: ['APL-56'],
    apply: (facts, { on, values }) => ({
      ...facts,
      officers: withOfficers(facts, values),
      evidenceOn: facts.evidenceOn ?? on,
    }),
  },
  {
    name: 'decideEvidence',
    label: ['登记保存处理决定', 'Decide on evidence kept'],
    from: OPEN_STATUSES,
    by: HANDLE,
    article: '行政处罚法第56条',
    fields: {
      fates: { type: 'codes', codes: KEPT_FATES, required: true, label: ['处理决定', 'Decision'] },
      approver: APPROVER,
      detail: words(['处理情况', 'Details'], { required: false }),
    },
    needs: fact(
      (facts) => facts.evidenceOn !== null,
      ['没有待处理的登记保存', 'No evidence waits for a decision'],
    ),
    stops: ['APL-56'],
    apply: (facts) => ({ ...facts, evidenceOn: null }),
  },
  {
    name: 'seal',
    label: ['查封、扣押', 'Seal or seize'],
    from: LOOKING,
    by: HANDLE,
    article: '野生动物保护法第36条第4项',
    fields: {
      officers: OFFICERS,
      listNo: LIST_NO,
      items: ITEMS,
      keptAt: words(['保管处', 'Kept at'], { line: true }),
      approver: APPROVER,
    },
    check: twoOfficers,
    starts: ['AEL-25'],
    apply: (facts, { on, values }) => ({
      ...facts,
      officers: withOfficers(facts, values),
      sealedOn: facts.sealedOn ?? on,
    }),
  },
  {
    name: 'extendSeal',
    label: ['延长查封、扣押', 'Extend the sealing'],
    from: BEFORE_DECISION,
    by: HEAD,
    article: '行政强制法第25条',
    fields: {
      until: { type: 'day', required: true, label: ['延长至', 'Until'] },
      reason: words(['理由', 'Reason']),
    },
    needs: fact(
      (facts) => facts.sealedOn !== null && !facts.sealExtended && facts.appraisalAskedOn === null,
      [
        '没有可以延长的查封扣押（只能延长一次；鉴定期间不计）',
        'Nothing sealed that may be extended (once only)',
      ],
      '行政强制法第25条',
    ),
    check: ({ step, progress: { facts } }) =>
      extensionRefusals(step, facts.sealedOn, facts.appraisedValue !== null),
    stops: ['AEL-25'],
    starts: [{ deadline: 'AEL-25', due: 'until' }],
    apply: (facts) => ({ ...facts, sealExtended: true }),
  },
  {
    name: 'endSeal',
    label: ['查封、扣押处理决定', 'Decide on what is sealed'],
    from: OPEN_STATUSES,
    by: HANDLE,
    article: '行政强制法第27条、第28条',
    fields: {
      fates: {
        type: 'codes',
        codes: KEPT_FATES.filter(({ code }) => code !== 'sealed' && code !== 'lapsed'),
        required: true,
        label: ['处理决定', 'Decision'],
      },
      detail: words(['处理情况', 'Details'], { required: false }),
    },
    needs: fact((facts) => facts.sealedOn !== null, ['没有待处理的查封扣押', 'Nothing is sealed']),
    stops: ['AEL-25'],
    apply: (facts) => ({ ...facts, sealedOn: null, sealExtended: false }),
  },
];
