// In which statuses may a case stand, and in which does a ledger's row begin?
import type { OpeningRow, Status } from '../kernel/procedure.ts';

export const CASE_STATUSES = [
  {
    code: 'discovered',
    label: ['核查中', 'Being checked'],
    unclocked: ['法律要求及时立案，未定天数', 'The law says "promptly", no days'],
  },
  {
    code: 'filingAsked',
    label: ['立案审批中', 'Filing proposed'],
    unclocked: ['法律要求及时立案，未定天数', 'The law says "promptly", no days'],
  },
  { code: 'investigating', label: ['调查取证', 'Investigation'] },
  { code: 'concluded', label: ['调查终结', 'Investigation concluded'] },
  { code: 'hearingOffered', label: ['已告知听证权', 'Hearing offered'] },
  { code: 'hearingAsked', label: ['听证待安排', 'Hearing asked for'] },
  { code: 'hearingSet', label: ['听证待举行', 'Hearing set'] },
  { code: 'notified', label: ['已告知待决定', 'Notified'] },
  { code: 'decided', label: ['罚款决定待送达', 'Fine to be served'] },
  { code: 'resolved', label: ['其他决定待送达', 'Decision to be served'] },
  { code: 'served', label: ['待缴款', 'Fine to be paid'] },
  { code: 'deferred', label: ['暂缓或分期缴纳', 'Payment deferred'] },
  { code: 'collected', label: ['当场收缴待上缴', 'Cash to be handed in'] },
  {
    code: 'enforcing',
    label: ['法院强制执行', 'Enforced by the court'],
    unclocked: ['由人民法院办理', 'With the court'],
  },
  {
    code: 'closing',
    label: ['待结案', 'To be closed'],
    unclocked: ['结果已定；归档结案无法定期限', 'The result stands; no law says when to close the file'],
  },
  { code: 'transferReported', label: ['移送报告待批', 'Transfer reported'] },
  { code: 'transferApproved', label: ['批准移送', 'Transfer approved'] },
  {
    code: 'transferred',
    label: ['已移送待回执', 'Transferred, no receipt yet'],
    unclocked: [
      '公安机关应当在回执上签字，未定时限；县定期限照计',
      'The law states no time for the receipt; the county’s limit runs',
    ],
  },
  { code: 'policeReviewing', label: ['公安审查', 'Police review'] },
  { code: 'forwarding', label: ['公安转送中', 'Passed on by the police'] },
  { code: 'declined', label: ['公安不予立案', 'Declined by the police'] },
  { code: 'reconsidering', label: ['公安复议中', 'Being reconsidered'] },
  { code: 'upheld', label: ['复议维持不立案', 'Refusal upheld'] },
  {
    code: 'supervising',
    label: ['检察立案监督', 'Procuratorate’s supervision'],
    unclocked: ['由人民检察院办理', 'With the procuratorate'],
  },
  {
    code: 'policeFiled',
    label: ['公安立案侦查', 'Police investigation'],
    unclocked: ['侦查期限由公安机关掌握', 'The time of the investigation is the police’s'],
  },
  {
    code: 'prosecuting',
    label: ['审查起诉', 'Review for prosecution'],
    unclocked: ['由人民检察院办理', 'With the procuratorate'],
  },
  { code: 'court', label: ['法院审理', 'On trial'], unclocked: ['由人民法院办理', 'With the court'] },
  {
    code: 'returned',
    label: ['退回待处理', 'Returned, to be decided'],
    unclocked: [
      '法律只说依法处理，未定天数；县定期限照计',
      'The law states no days; the county’s limit runs',
    ],
  },
  {
    code: 'handedOver',
    label: ['移送其他机关待回执', 'Handed over, no receipt yet'],
  },
  { code: 'closed', label: ['已结案', 'Closed'], end: true },
  { code: 'notFiled', label: ['不予立案', 'Not filed'], end: true },
  { code: 'handed', label: ['已移送其他机关', 'Handed to another agency'], end: true },
] as const satisfies readonly Status[];

export type CaseStatus = (typeof CASE_STATUSES)[number]['code'];

export const END_STATUSES: readonly CaseStatus[] = ['closed', 'notFiled', 'handed'];
export const OPEN_STATUSES: readonly CaseStatus[] = CASE_STATUSES.map((status) => status.code).filter(
  (code) => !END_STATUSES.includes(code),
);
/** Facts are being looked for. */
export const LOOKING: readonly CaseStatus[] = ['discovered', 'investigating'];
/** With the agency, filed or not, no decision yet. */
export const BEFORE_DECISION: readonly CaseStatus[] = [
  'discovered',
  'filingAsked',
  'investigating',
  'concluded',
  'hearingOffered',
  'hearingAsked',
  'hearingSet',
  'notified',
];
/** A decision stands that review or a court may change. */
export const DECIDED: readonly CaseStatus[] = [
  'decided',
  'resolved',
  'served',
  'deferred',
  'enforcing',
  'closing',
];

const FILED = { 'COUNTY-CASE': 'filedOn' };
const SENT = { ...FILED, 'COUNTY-RECEIPT': 'transferredOn' };

/** A ledger says how a case ended, not each step: what it leaves open begins where the next step is owed. */
export const CASE_OPENING: readonly OpeningRow[] = [
  { when: { closedOn: 'set' }, status: 'closed' },
  { when: { outcome: 'prosecuted' }, status: 'court', clocks: FILED },
  { when: { outcome: 'transferred' }, status: 'transferred', clocks: SENT },
  { when: { outcome: 'set' }, status: 'closing', clocks: FILED },
  { when: { transferredOn: 'set' }, status: 'transferred', clocks: SENT },
  { when: { filedOn: 'set', track: 'criminal' }, status: 'policeFiled', clocks: FILED },
  { when: { filedOn: 'set' }, status: 'investigating', clocks: { ...FILED, 'APL-60': 'filedOn' } },
  { when: {}, status: 'discovered', clocks: { 'COUNTY-CASE': 'discoveredOn' } },
];
