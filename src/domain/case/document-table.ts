// Which papers are there, in the order of the procedure, by which article, and when does a case call for each?
import type { Label } from '../kernel/label.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Paper } from '../report/paper.ts';
import { discussionRecord, dropApproval, legalReview, notFiledApproval } from './document-approval.ts';
import { closingReport, fileCover, fileIndex, serviceReceipt } from './document-closing.ts';
import { penaltyDecision } from './document-decision.ts';
import {
  appraisalRequest,
  correctionOrder,
  registrationNotice,
  sealDecision,
  seizureList,
} from './document-evidence.ts';
import { type CaseFile, lastStep, stepsOf } from './document-file.ts';
import { filingApproval, inspectionRecord, questioningRecord } from './document-filing.ts';
import { investigationReport } from './document-finding.ts';
import { defenceRecord, hearingMinutes, hearingSummons } from './document-hearing.ts';
import { evidenceDecision, sealEnded, sealExtended } from './document-kept.ts';
import { dropNotice, handOverLetter, notFiledNotice } from './document-letter.ts';
import { deferralApproval, noPenaltyDecision } from './document-no-penalty.ts';
import { hearingNotice, penaltyNotice } from './document-notice.ts';
import { onSpotDecision } from './document-on-spot.ts';
import type { Party } from './document-party.ts';
import { transferLetter } from './document-transfer.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

export interface DocumentRule {
  readonly kind: string;
  readonly label: Label;
  /** 字 of its number, e.g. 罚立; null: it carries none. */
  readonly mark: string | null;
  /** One for each step of this name. */
  readonly each?: string;
  /** Only for those of these steps. */
  readonly which?: (step: StepTaken) => boolean;
  /** Where the step `by` penalises several parties: a paper for each, and one for all if `joint`. */
  readonly apart?: { readonly by: string; readonly joint: boolean };
  /** Steps that state its number themselves. */
  readonly numberedBy?: readonly string[];
  readonly article: string;
  /** It is served on the party, with a receipt of its own. */
  readonly served?: true;
  /** It stays in the archive only: made when the file is bound, never issued. */
  readonly bound?: true;
  /** Whether the case calls for it as it stands. */
  readonly due: (file: CaseFile) => boolean;
  readonly build: (file: CaseFile, step: StepTaken | undefined, party?: Party) => Body;
}

const took =
  (...names: readonly string[]) =>
  (file: CaseFile) =>
    stepsOf(file, ...names).length > 0;
const filed = ({ record }: CaseFile) => record.values.filedOn !== undefined && record.values.filedOn !== null;
const spoken = ({ values }: StepTaken) => values.defence === 'stated';
/** Another body passed the clue on and is owed an answer; an informant has his by the receipt of his tip. */
const passedOn = ({ clue }: CaseFile) => ['transfer', 'police'].includes(String(clue?.values.source ?? ''));

export const DOCUMENTS: readonly DocumentRule[] = [
  {
    kind: 'filing',
    label: ['立案审批表', 'Filing approval'],
    mark: '罚立',
    numberedBy: ['approveFiling'],
    article: '行政处罚法第54条第2款',
    due: (file) =>
      took('proposeFiling')(file) ||
      (file.record.values.track !== 'criminal' && !took('punishOnSpot', 'declineFiling')(file)),
    build: filingApproval,
  },
  {
    kind: 'notFiled',
    label: ['不予立案审批表', 'Not to be filed'],
    mark: null,
    article: '行政处罚法第54条第2款',
    due: took('declineFiling'),
    build: notFiledApproval,
  },
  {
    kind: 'notFiledNotice',
    label: ['不予立案告知书', 'Notice of not filing'],
    mark: '不立',
    article: '行政处罚法第54条第2款',
    due: (file) => took('declineFiling')(file) && passedOn(file),
    build: notFiledNotice,
  },
  {
    kind: 'onSpotDecision',
    label: ['当场行政处罚决定书', 'Penalty on the spot'],
    mark: '当罚',
    numberedBy: ['punishOnSpot'],
    article: '行政处罚法第51条、第52条',
    apart: { by: 'punishOnSpot', joint: false },
    due: took('punishOnSpot'),
    build: onSpotDecision,
  },
  {
    kind: 'inspection',
    label: ['现场检查（勘验）笔录', 'Inspection record'],
    mark: null,
    each: 'inspect',
    article: '行政处罚法第55条',
    due: took('inspect'),
    build: inspectionRecord,
  },
  {
    kind: 'question',
    label: ['询问笔录', 'Questioning record'],
    mark: null,
    each: 'question',
    article: '行政处罚法第55条',
    due: took('question'),
    build: questioningRecord,
  },
  {
    kind: 'registration',
    label: ['证据先行登记保存通知书', 'Notice of evidence registered'],
    mark: '登存',
    each: 'registerEvidence',
    article: '行政处罚法第56条',
    served: true,
    due: took('registerEvidence'),
    build: registrationNotice,
  },
  {
    kind: 'evidenceDecision',
    label: ['先行登记保存证据处理决定书', 'Decision on evidence registered'],
    mark: '登处',
    each: 'decideEvidence',
    article: '行政处罚法第56条',
    served: true,
    due: took('decideEvidence'),
    build: evidenceDecision,
  },
  {
    kind: 'seal',
    label: ['查封（扣押）决定书', 'Decision to seal or seize'],
    mark: '封扣',
    each: 'seal',
    article: '野生动物保护法第36条第4项、行政强制法第24条',
    served: true,
    due: took('seal'),
    build: sealDecision,
  },
  {
    kind: 'sealExtended',
    label: ['延长查封（扣押）期限决定书', 'Extension of the sealing'],
    mark: '封延',
    each: 'extendSeal',
    article: '行政强制法第25条',
    served: true,
    due: took('extendSeal'),
    build: sealExtended,
  },
  {
    kind: 'sealEnded',
    label: ['查封（扣押）处理决定书', 'Decision on what was sealed'],
    mark: '封处',
    each: 'endSeal',
    article: '行政强制法第27条、第28条',
    served: true,
    due: took('endSeal'),
    build: sealEnded,
  },
  {
    kind: 'seizureList',
    label: ['收缴物品清单', 'List of what was seized'],
    mark: null,
    article: '移送规定第4条第2款',
    due: (file) => file.seizures.length > 0,
    build: seizureList,
  },
  {
    kind: 'appraisal',
    label: ['鉴定（价值认定）委托书', 'Appraisal request'],
    mark: '鉴委',
    each: 'requestAppraisal',
    article: '移送规定第4条第2款',
    due: took('requestAppraisal'),
    build: appraisalRequest,
  },
  {
    kind: 'correction',
    label: ['责令改正通知书', 'Order to put right'],
    mark: '责改',
    article: '行政处罚法第28条第1款',
    served: true,
    due: (file) => file.inspection?.values.result === 'rectify',
    build: correctionOrder,
  },
  {
    kind: 'investigationReport',
    label: ['案件调查终结报告', 'Report of the investigation'],
    mark: null,
    article: '行政处罚法第57条、移送规定第6条第2项',
    due: took('conclude', 'reportTransfer'),
    build: investigationReport,
  },
  {
    kind: 'legalReview',
    label: ['行政处罚法制审核意见书', 'Legal review'],
    mark: null,
    each: 'review',
    article: '行政处罚法第58条',
    due: took('review'),
    build: legalReview,
  },
  {
    kind: 'penaltyNotice',
    label: ['行政处罚事先告知书', 'Penalty notice'],
    mark: '罚告',
    each: 'notify',
    numberedBy: ['notify'],
    article: '行政处罚法第44条、第45条',
    served: true,
    due: took('notify'),
    build: penaltyNotice,
  },
  {
    kind: 'hearingNotice',
    label: ['行政处罚听证告知书', 'Right to a hearing'],
    mark: '听告',
    article: '行政处罚法第63条、第64条',
    served: true,
    due: ({ facts }) => facts.hearing !== null,
    build: (file) => hearingNotice(file, lastStep(file, 'notify')),
  },
  {
    kind: 'defenceRecord',
    label: ['陈述申辩笔录及复核意见', 'Defence, and how it was weighed'],
    mark: null,
    each: 'defence',
    which: spoken,
    article: '行政处罚法第45条',
    due: (file) => stepsOf(file, 'defence').some(spoken),
    build: defenceRecord,
  },
  {
    kind: 'hearingSummons',
    label: ['行政处罚听证通知书', 'Notice of the hearing'],
    mark: '听通',
    each: 'scheduleHearing',
    numberedBy: ['scheduleHearing'],
    article: '行政处罚法第64条第2项至第6项',
    served: true,
    due: took('scheduleHearing'),
    build: hearingSummons,
  },
  {
    kind: 'hearingMinutes',
    label: ['听证笔录', 'Minutes of the hearing'],
    mark: null,
    each: 'holdHearing',
    article: '行政处罚法第64条第7项、第8项、第65条',
    due: took('holdHearing'),
    build: hearingMinutes,
  },
  {
    kind: 'discussion',
    label: ['行政处罚案件集体讨论记录', 'Collective discussion'],
    mark: null,
    each: 'discuss',
    article: '行政处罚法第57条第2款',
    due: took('discuss'),
    build: discussionRecord,
  },
  {
    kind: 'penaltyDecision',
    label: ['行政处罚决定书', 'Penalty decision'],
    mark: '罚决',
    numberedBy: ['decidePenalty'],
    article: '行政处罚法第57条、第59条',
    served: true,
    apart: { by: 'decidePenalty', joint: true },
    due: took('decidePenalty'),
    build: penaltyDecision,
  },
  {
    kind: 'noPenaltyDecision',
    label: ['不予行政处罚决定书', 'Decision of no penalty'],
    mark: '不罚',
    numberedBy: ['decideNoPenalty'],
    article: '行政处罚法第57条第2项、第3项',
    served: true,
    due: took('decideNoPenalty'),
    build: noPenaltyDecision,
  },
  {
    kind: 'dropApproval',
    label: ['撤销案件审批表', 'Withdrawal of the case'],
    mark: null,
    article: '行政处罚法第40条、第57条',
    due: took('dropCase'),
    build: dropApproval,
  },
  {
    kind: 'dropNotice',
    label: ['撤销案件告知书', 'Notice of the withdrawal'],
    mark: '撤案',
    numberedBy: ['dropCase'],
    article: '行政处罚法第40条、第57条',
    served: true,
    due: took('dropCase'),
    build: dropNotice,
  },
  {
    kind: 'handOver',
    label: ['案件移送函', 'Letter to the competent agency'],
    mark: '移函',
    numberedBy: ['handOver'],
    article: '行政处罚法第22条、第25条',
    due: (file) => took('handOver')(file) || lastStep(file, 'declineFiling')?.values.ground === 'otherAgency',
    build: handOverLetter,
  },
  {
    kind: 'transferLetter',
    label: ['涉嫌犯罪案件移送书', 'Transfer letter'],
    mark: '移',
    numberedBy: ['transfer'],
    article: '移送规定第3条、第5条、第6条、第7条',
    due: took('reportTransfer', 'transfer'),
    build: transferLetter,
  },
  {
    kind: 'serviceReceipt',
    label: ['送达回证', 'Service receipt'],
    mark: null,
    article: '行政处罚法第61条',
    due: ({ issued }) => issued.some((paper) => ruleFor(paper.kind)?.served),
    build: (file) => serviceReceipt(file, undefined),
  },
  {
    kind: 'deferral',
    label: ['暂缓（分期）缴纳罚款通知书', 'Deferral of payment'],
    mark: '缓缴',
    article: '行政处罚法第66条第2款',
    served: true,
    due: took('defer'),
    build: deferralApproval,
  },
  {
    kind: 'closing',
    label: ['结案报告', 'Closing report'],
    mark: null,
    article: '行政处罚法第47条',
    due: (file) => filed(file) && (took('close')(file) || file.status === 'closing'),
    build: closingReport,
  },
  {
    kind: 'cover',
    label: ['案卷封面', 'Cover of the file'],
    mark: null,
    article: '行政处罚法第47条',
    bound: true,
    due: filed,
    build: fileCover,
  },
  {
    kind: 'index',
    label: ['卷内目录', 'Index of the file'],
    mark: null,
    article: '行政处罚法第47条',
    bound: true,
    due: filed,
    build: fileIndex,
  },
];

export function ruleFor(kind: string): DocumentRule | undefined {
  return DOCUMENTS.find((rule) => rule.kind === kind);
}
