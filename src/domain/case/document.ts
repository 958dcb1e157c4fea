// How does each paper of a case read now: its words, its number, what it lacks, whether the case calls for it?
import { yearOf } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import { type Gap, gapsOf, type Paper, type Run } from '../report/paper.ts';
import { serviceReceipt } from './document-closing.ts';
import {
  type CaseFile,
  type IssuedPaper,
  lastStep,
  listAt,
  stepsOf,
  textAt,
  zhDay,
} from './document-file.ts';
import { agencyOf, fromSetting, numeral } from './document-part.ts';
import { type Party, partiesOf, penalisedBy } from './document-party.ts';
import { paperNumber, runningNumber } from './document-setting.ts';
import { DOCUMENTS, type DocumentRule, ruleFor } from './document-table.ts';
import { warningsOf } from './document-warning.ts';

export interface DraftPaper {
  /**
   * Kind, kind and step (`question-5`), kind and party (`penaltyDecision-p2`), or what is served, and on whom where there are
   * several (`serviceReceipt-penaltyDecision-p2`, `serviceReceipt-registration-3-r1`).
   */
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
  if (rule.kind === 'serviceReceipt') return receiptNames(file, rule.kind);
  if (rule.apart) {
    const whom = penalisedBy(file, lastStep(file, rule.apart.by));
    if (whom.length < 2) return [rule.kind];
    return [...whom.map((_, i) => `${rule.kind}-p${i + 1}`), ...(rule.apart.joint ? [rule.kind] : [])];
  }
  if (rule.each === undefined) return [rule.kind];
  const steps = stepsOf(file, rule.each).filter(rule.which ?? (() => true));
  return steps.length === 0 ? [rule.kind] : steps.map((step) => `${rule.kind}-${step.seq}`);
}

/** One for each paper that was served, and of a paper for several parties one for each of them. */
function receiptNames(file: CaseFile, kind: string): readonly string[] {
  const served = file.issued.filter((paper) => ruleFor(paper.kind)?.served);
  if (served.length === 0) return [kind];
  const names = served.flatMap((paper) => {
    const whom = receivers(file, paper);
    const one = `${kind}-${paper.name}`;
    return whom.length < 2 ? [one] : whom.map((_, i) => `${one}-r${i + 1}`);
  });
  const before = file.issued.filter((paper) => paper.kind === kind).map((paper) => paper.name);
  return [...new Set([...names, ...before])];
}

/** On whom a paper is served: the one it is for, those it penalises, or every party of the case. */
function receivers(file: CaseFile, paper: IssuedPaper): readonly Party[] {
  const by = ruleFor(paper.kind)?.apart?.by;
  const whom = by ? penalisedBy(file, lastStep(file, by)) : partiesOf(file);
  const only = /-p(\d+)$/.exec(paper.name)?.[1];
  return by && only ? whom.slice(Number(only) - 1, Number(only)) : whom;
}

/** What a name means: the step told of, the party it is for, the paper served. */
interface Subject {
  readonly step?: StepTaken | undefined;
  readonly party?: Party | undefined;
  readonly served?: IssuedPaper | undefined;
}

function subjectOf(file: CaseFile, rule: DocumentRule, suffix: string): Subject {
  if (suffix === '') return {};
  if (rule.kind === 'serviceReceipt') {
    const one = /^(.*)-r(\d+)$/.exec(suffix);
    const served = file.issued.find((paper) => paper.name === (one?.[1] ?? suffix));
    const whom = served ? receivers(file, served) : [];
    const only = whom.length === 1 && partiesOf(file).length > 1 ? whom[0] : undefined;
    return { served, party: one ? whom[Number(one[2]) - 1] : only };
  }
  if (rule.apart)
    return { party: penalisedBy(file, lastStep(file, rule.apart.by))[Number(suffix.slice(1)) - 1] };
  return { step: file.steps.find((each) => each.seq === Number(suffix)) };
}

function draftOf(file: CaseFile, rule: DocumentRule, name: string): DraftPaper {
  const subject = subjectOf(file, rule, name.slice(rule.kind.length + 1));
  const { step, party, served } = subject;
  const body =
    rule.kind === 'serviceReceipt' ? serviceReceipt(file, served, party) : rule.build(file, step, party);
  const statedNo = statedNumber(file, rule, subject);
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
    mark: markOf(file, rule, subject),
    due: dueNow(file, rule, party),
    paper,
    gaps: gapsOf(paper),
    warnings: warningsOf(file, rule, paper, { step, party }),
    statedNo,
  };
}

const several = (file: CaseFile, { apart }: DocumentRule): boolean =>
  apart !== undefined && penalisedBy(file, lastStep(file, apart.by)).length > 1;

/** Of several parties each is owed a decision of its own; the joint one is there for who wants it, and then stands for all. */
function dueNow(file: CaseFile, rule: DocumentRule, party: Party | undefined): boolean {
  if (!rule.apart?.joint || !several(file, rule)) return rule.due(file);
  return party !== undefined && !file.issued.some((paper) => paper.name === rule.kind) && rule.due(file);
}

function markOf(file: CaseFile, rule: DocumentRule, { step, party, served }: Subject): string | null {
  if (rule.apart && !party && several(file, rule)) return '全部当事人';
  const of = served?.title ?? (step ? stepMark(step) : null);
  const whose = party && (rule.apart || served) ? party.name : null;
  return [of, whose].filter((text) => text !== null).join('　') || null;
}

function stepMark(step: StepTaken): string {
  return [zhDay(step.on), textAt(step.values, 'listNo') ?? textAt(step.values, 'docNo')]
    .filter((text) => text !== null)
    .join('　');
}

function statedNumber(file: CaseFile, rule: DocumentRule, { step, party }: Subject): string | null {
  const by = step && rule.numberedBy?.includes(step.name) ? step : lastStep(file, ...(rule.numberedBy ?? []));
  const stated = textAt(by?.values, 'docNo');
  if (party && rule.apart) return numberOfOne(file, by, stated, party);
  if (stated !== null || rule.kind !== 'filing' || rule.mark === null) return stated;
  // Many counties take the number of the filing as the number of the case.
  const caseNo = textAt(file.record.values, 'caseNo');
  const year = yearOf(textAt(file.record.values, 'filedOn') ?? file.today);
  return caseNo !== null && runningNumber(file.setting, rule.mark, year, caseNo) !== null ? caseNo : null;
}

/** The number the step gives this one, else that of the decision with 之一, 之二 after it. */
function numberOfOne(
  file: CaseFile,
  step: StepTaken | undefined,
  stated: string | null,
  party: Party,
): string | null {
  const place = penalisedBy(file, step).findIndex(({ name }) => name === party.name);
  const own = listAt(step?.values, 'docNos')[place]?.trim();
  return own || (stated === null ? null : `${stated}之${numeral(place + 1)}`);
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

/** The running number a stated one uses up (…第5号之二: 5), or null when it follows another pattern. */
export function usedNumber(file: CaseFile, rule: DocumentRule, no: string, year: number): number | null {
  if (rule.mark === null) return null;
  return runningNumber(file.setting, rule.mark, year, no.replace(/之[一二三四五六七八九十]+$/, ''));
}
