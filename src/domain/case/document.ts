// Which papers does a case have, in the order of the procedure, and which of them does it call for now?
import { yearOf } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import { type Gap, gapsOf, type Paper, paperText, type Run } from '../report/paper.ts';
import { closingReport, fileCover, fileIndex, serviceReceipt } from './document-closing.ts';
import {
  deferralApproval,
  investigationReport,
  noPenaltyDecision,
  penaltyDecision,
} from './document-decision.ts';
import {
  appraisalRequest,
  correctionOrder,
  registrationNotice,
  sealDecision,
  seizureList,
} from './document-evidence.ts';
import { type CaseFile, lastStep, moneyAt, stepsOf, textAt, zhDay } from './document-file.ts';
import { filingApproval, inspectionRecord, questioningRecord } from './document-filing.ts';
import { LAW, type LawStatement } from './document-law.ts';
import { hearingNotice, penaltyNotice } from './document-notice.ts';
import { agencyOf, citedArticle, fromSetting } from './document-part.ts';
import { paperNumber, runningNumber } from './document-setting.ts';
import { transferLetter } from './document-transfer.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

export interface DocumentRule {
  readonly kind: string;
  readonly label: Label;
  /** 字 of its number, e.g. 罚立; null: it carries none. */
  readonly mark: string | null;
  /** One for each step of this name. */
  readonly each?: string;
  /** Steps that state its number themselves. */
  readonly numberedBy?: readonly string[];
  readonly article: string;
  /** It is served on the party, with a receipt of its own. */
  readonly served?: true;
  /** It stays in the archive only: made when the file is bound, never issued. */
  readonly bound?: true;
  /** Whether the case calls for it as it stands. */
  readonly due: (file: CaseFile) => boolean;
  readonly build: (file: CaseFile, step: StepTaken | undefined) => Body;
}

const took =
  (...names: readonly string[]) =>
  (file: CaseFile) =>
    stepsOf(file, ...names).length > 0;
const filed = ({ record }: CaseFile) => record.values.filedOn !== undefined && record.values.filedOn !== null;

export const DOCUMENTS: readonly DocumentRule[] = [
  {
    kind: 'filing',
    label: ['立案审批表', 'Filing approval'],
    mark: '罚立',
    numberedBy: ['approveFiling'],
    article: '行政处罚法第54条第2款',
    due: (file) => file.record.values.track !== 'criminal' || took('proposeFiling')(file),
    build: filingApproval,
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
    label: ['行政处罚听证告知书', 'Hearing notice'],
    mark: '听告',
    article: '行政处罚法第63条、第64条',
    served: true,
    due: ({ facts }) => facts.hearing !== null,
    build: (file) => hearingNotice(file, lastStep(file, 'notify')),
  },
  {
    kind: 'penaltyDecision',
    label: ['行政处罚决定书', 'Penalty decision'],
    mark: '罚决',
    numberedBy: ['decidePenalty'],
    article: '行政处罚法第57条、第59条',
    served: true,
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

export interface DraftPaper {
  /** Kind, or kind and step (`question-5`), or what is served (`serviceReceipt-penaltyDecision`). */
  readonly name: string;
  readonly rule: DocumentRule;
  /** What tells it from others of its kind: the day, the person, the paper served. */
  readonly mark: string | null;
  readonly due: boolean;
  readonly paper: Paper;
  readonly gaps: readonly Gap[];
  /** What an officer should look at before issuing it. */
  readonly warnings: readonly Label[];
  /** Its number where a step states it; else it gets the next one when it is issued. */
  readonly statedNo: string | null;
}

/** Every paper of the case as it would read now, in the order of the procedure. */
export function draftPapers(file: CaseFile): readonly DraftPaper[] {
  return DOCUMENTS.flatMap((rule) => namesOf(file, rule).map((name) => draftOf(file, rule, name)));
}

export function draftPaper(file: CaseFile, name: string): DraftPaper | undefined {
  const rule = ruleFor(name.split('-')[0] ?? '');
  return rule && namesOf(file, rule).includes(name) ? draftOf(file, rule, name) : undefined;
}

function namesOf(file: CaseFile, rule: DocumentRule): readonly string[] {
  if (rule.kind === 'serviceReceipt') {
    const served = file.issued.filter((paper) => ruleFor(paper.kind)?.served);
    return served.length === 0 ? [rule.kind] : served.map((paper) => `${rule.kind}-${paper.name}`);
  }
  if (rule.each === undefined) return [rule.kind];
  const steps = stepsOf(file, rule.each);
  return steps.length === 0 ? [rule.kind] : steps.map((step) => `${rule.kind}-${step.seq}`);
}

function draftOf(file: CaseFile, rule: DocumentRule, name: string): DraftPaper {
  const suffix = name.slice(rule.kind.length + 1);
  const step = suffix && rule.each ? file.steps.find((each) => each.seq === Number(suffix)) : undefined;
  const served =
    rule.kind === 'serviceReceipt' ? file.issued.find((paper) => paper.name === suffix) : undefined;
  const body = rule.kind === 'serviceReceipt' ? serviceReceipt(file, served) : rule.build(file, step);
  const statedNo = statedNumber(file, rule, step);
  const paper: Paper = {
    format: 'paper v1',
    kind: rule.kind,
    agency: agencyOf(file),
    ...body,
    no: rule.mark === null ? null : [numberRun(file, rule.mark, statedNo, body.day)],
  };
  return {
    name,
    rule,
    mark: served?.title ?? (step ? stepMark(step) : null),
    due: rule.due(file),
    paper,
    gaps: gapsOf(paper),
    warnings: warningsOf(file, rule, paper),
    statedNo,
  };
}

function stepMark(step: StepTaken): string {
  return [zhDay(step.on), textAt(step.values, 'listNo') ?? textAt(step.values, 'docNo')]
    .filter((text) => text !== null)
    .join('　');
}

function statedNumber(file: CaseFile, rule: DocumentRule, step: StepTaken | undefined): string | null {
  const by = step && rule.numberedBy?.includes(step.name) ? step : lastStep(file, ...(rule.numberedBy ?? []));
  const stated = textAt(by?.values, 'docNo');
  if (stated !== null || rule.kind !== 'filing' || rule.mark === null) return stated;
  // Many counties take the number of the filing as the number of the case.
  const caseNo = textAt(file.record.values, 'caseNo');
  const year = yearOf(textAt(file.record.values, 'filedOn') ?? file.today);
  return caseNo !== null && runningNumber(file.setting, rule.mark, year, caseNo) !== null ? caseNo : null;
}

/** In a draft the number is a promise: it is taken when the paper is issued, so that none is lost. */
function numberRun(file: CaseFile, mark: string, stated: string | null, day: string): Run {
  if (stated !== null) return { t: 'text', text: stated };
  const like = paperNumber(file.setting, mark, yearOf(day), '　　');
  return like === null
    ? {
        t: 'gap',
        fact: 'setting.code',
        hint: ['机关代字（文号）', 'The agency’s mark for numbers'],
        from: fromSetting,
        must: true,
      }
    : { t: 'text', text: like };
}

/** The paper as it is issued under `no`. */
export function numbered(paper: Paper, no: string | null): Paper {
  return no === null ? paper : { ...paper, no: [{ t: 'text', text: no }] };
}

/** The running number a stated one uses up, or null when it follows another pattern. */
export function usedNumber(file: CaseFile, rule: DocumentRule, no: string, year: number): number | null {
  return rule.mark === null ? null : runningNumber(file.setting, rule.mark, year, no);
}

function warningsOf(file: CaseFile, rule: DocumentRule, paper: Paper): readonly Label[] {
  const warnings: Label[] = [];
  const hearing = hearingWarning(file, rule);
  if (hearing) warnings.push(hearing);
  const words = paperText(paper);
  for (const statement of memoryStatements())
    if (words.includes(citedArticle(statement.article)))
      warnings.push([
        `所引${statement.article}（${statement.words}）未与官方文本核对，请法制人员核对`,
        `${statement.article} was cited from memory; a lawyer should compare it`,
      ]);
  return warnings;
}

function memoryStatements(): readonly LawStatement[] {
  return Object.values<LawStatement>(LAW).filter((statement) => statement.status === 'memory');
}

/** 行政处罚法63: a large fine obliges to offer a hearing; what is large is the county's own rule. */
function hearingWarning(file: CaseFile, rule: DocumentRule): Label | null {
  if (rule.kind !== 'penaltyNotice' && rule.kind !== 'penaltyDecision') return null;
  const notice = lastStep(file, 'notify');
  if (!notice || notice.values.hearing === 'offered') return null;
  const { hearingCitizen, hearingOrganisation, hearingDocNo } = file.setting;
  const limits = [hearingCitizen, hearingOrganisation].filter((limit) => limit !== undefined);
  const fine = (moneyAt(notice.values, 'fine') ?? 0) / 100;
  if (limits.length === 0)
    return [
      '本县尚未设置听证标准（较大数额罚款），请自行核对是否应当告知听证（行政处罚法第63条）',
      'The county has set no threshold for hearings; check whether one must be offered',
    ];
  return fine >= Math.min(...limits)
    ? [
        `拟罚款${fine}元，达到本县听证标准（${hearingDocNo ?? '文号未填'}），未告知听证权利不得作出决定（行政处罚法第63条）`,
        `The fine of ${fine} yuan reaches the county's threshold, and no hearing was offered`,
      ]
    : null;
}
