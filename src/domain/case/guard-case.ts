// What may not pass silently in a case?
import { addDays, type Day, dayOfInstant, isDay } from '../kernel/day.ts';
import {
  agencyOf,
  type CaseSubject,
  causeOf,
  type Found,
  foundAltered,
  foundOverdue,
  type Guard,
  lateSince,
  type Owes,
  officerOf,
  overdue,
  textIn,
  withdrawnCause,
} from './guard-fact.ts';

/** Penalties that may stand before a transfer (移送规定11条2款); everything else would stand in its place. */
const MAY_PRECEDE = ['warning', 'permit', 'activity'];
/** Clocks whose end has a guard of its own, or which a party may let pass. */
const OWN_GUARD = ['COUNTY-RECEIPT', 'COUNTY-RETURNED', 'APL-64-1'];

const police = (subject: CaseSubject): Owes => ({ by: 'police', ref: subject.facts.police, name: null });
const dayOf = (at: string): Day => (isDay(at) ? at : dayOfInstant(at));

/** Who says it is a crime: the facts as computed now, else the last assessment; null when nobody does. */
function crime({ facts, computed }: CaseSubject): { charges: string; on: Day } | null {
  if (computed?.mustTransfer === 'yes') return { charges: computed.charges.join('、'), on: computed.on };
  if (facts.mustTransfer === 'yes') return { charges: facts.charges.join('、'), on: facts.assessedOn ?? '' };
  return null;
}

const departed = ({ facts }: CaseSubject): boolean =>
  facts.departed && facts.proposed === 'yes' && facts.mustTransfer !== 'yes';

/**
 * What was said on `on` has reached the police: with them from the start, or sent. After a return only what was said before
 * it counts as sent; a crime found later is one nobody has transferred yet.
 */
function reached({ facts, record }: CaseSubject, on: Day | null): boolean {
  if (record.track === 'criminal') return true;
  const back = facts.downgraded ?? facts.returnedOn;
  return facts.transferredAt !== null && (back === null || on === null || on <= back);
}

function untransferred(subject: CaseSubject, today: Day, days: number): Found | undefined {
  const found = crime(subject);
  if (!found || reached(subject, found.on) || departed(subject)) return undefined;
  if (['transferReported', 'transferApproved'].includes(subject.status)) return undefined;
  const since = subject.end ? found.on : lateSince(found.on, days, today);
  return since === undefined
    ? undefined
    : { since, cause: causeOf(found.charges, subject.end ? 'end' : ''), owes: officerOf(subject) };
}

function penaltyForCrime(subject: CaseSubject): Found | undefined {
  const { facts, record } = subject;
  const said = departed(subject) ? { charges: facts.charges.join('、'), on: facts.assessedOn ?? '' } : null;
  const found = crime(subject) ?? said;
  const penal = facts.penalties.some((code) => !MAY_PRECEDE.includes(code));
  if (!found || !penal || facts.decidedOn === null || reached(subject, found.on)) return undefined;
  return {
    since: facts.decidedOn,
    cause: causeOf(facts.decisionNo, found.charges),
    owes: agencyOf(record, 'head'),
  };
}

function withdrawn(subject: CaseSubject): Found | undefined {
  const { record, withdrawnOn, status, facts } = subject;
  const dropped = status === 'closed' && record.outcome === 'withdrawn' && facts.policeFiledOn === null;
  const on = withdrawnOn ?? (dropped ? textIn(record, 'closedOn') : null);
  return on === null
    ? undefined
    : {
        since: on,
        cause:
          withdrawnOn === null
            ? causeOf('dropped', on)
            : withdrawnCause(subject, dropped ? 'dropped' : 'record'),
        owes: agencyOf(record),
      };
}

/** Without a day of discovery or filing no clock runs: then the day it was entered counts. */
function neverCounted(
  { clocks, recordedOn }: CaseSubject,
  days: number,
  today: Day,
): Found['since'] | undefined {
  if (recordedOn === undefined || clocks.some(({ deadline }) => deadline === 'COUNTY-CASE')) return undefined;
  return lateSince(recordedOn, days, today);
}

const guard = (row: Omit<Guard<CaseSubject>, 'about'>): Guard<CaseSubject> => ({ about: 'case', ...row });

export const CASE_GUARDS: readonly Guard<CaseSubject>[] = [
  guard({
    code: 'case.untransferred',
    label: ['涉嫌犯罪应当移送而未移送', 'Reaches a criminal threshold, not transferred'],
    article: '移送规定第3条、第16条；行政处罚法第27条',
    find: (subject, today, limits) => untransferred(subject, today, limits.transferDays),
  }),
  guard({
    code: 'case.departure',
    label: ['不采纳应当移送的提示', 'Departs downward from "must be transferred"'],
    article: '移送规定第3条、第11条',
    find: (subject) => {
      const { facts } = subject;
      if (!departed(subject) || facts.assessedOn === null || reached(subject, facts.assessedOn))
        return undefined;
      const cause = causeOf(facts.charges.join('、'), facts.mustTransfer, facts.departureReason);
      return { since: facts.assessedOn, cause, owes: officerOf(subject) };
    },
  }),
  guard({
    code: 'case.lowered',
    label: ['事实调低后不再达到移送标准', 'Facts lowered below the criminal threshold'],
    article: '移送规定第3条、第11条；行政处罚法第27条',
    find: (subject) => {
      const { lowered } = subject;
      if (!lowered || reached(subject, lowered.on)) return undefined;
      const cause = causeOf(lowered.on, lowered.charges.join('、'), lowered.by);
      return { since: lowered.on, cause, owes: officerOf(subject) };
    },
  }),
  guard({
    code: 'case.transferRefused',
    label: ['负责人不批准移送', 'The head refused a transfer'],
    article: '移送规定第5条第2款、第16条',
    find: (subject) => {
      const { transferRefusedOn: on, refusalReason } = subject.facts;
      if (on === null || reached(subject, on)) return undefined;
      return { since: on, cause: causeOf(on, refusalReason), owes: agencyOf(subject.record, 'head') };
    },
  }),
  guard({
    code: 'case.penaltyForCrime',
    label: ['以行政处罚代替移送', 'A penalty in place of a transfer'],
    article: '移送规定第11条；行政处罚法第82条',
    find: penaltyForCrime,
  }),
  guard({
    code: 'case.noReceipt',
    label: ['移送公安没有回执', 'Transferred without a receipt'],
    article: '移送规定第7条',
    find: (subject, today, limits) => {
      const { facts, record, status } = subject;
      if (status !== 'transferred') return undefined;
      // Passed on from one police to another, the county's clock counts from the day of that.
      const clock = subject.clocks.find((each) => each.deadline === 'COUNTY-RECEIPT');
      const at = clock?.since ?? facts.transferredAt ?? textIn(record, 'filedOn');
      const sent = at === null ? null : dayOf(at);
      const since = lateSince(sent, limits.receiptDays, today);
      return since === undefined
        ? undefined
        : { since, cause: causeOf(sent, facts.police), owes: police(subject) };
    },
  }),
  guard({
    code: 'case.returned',
    label: ['退回案件未作处理决定', 'Returned and not decided'],
    article: '移送规定第10条、第13条；法释〔2022〕12号第14条',
    find: ({ facts, record, status, clocks }, today, limits) => {
      if (status !== 'returned' || facts.returnedOn === null) return undefined;
      const due = clocks.find((each) => each.deadline === 'COUNTY-RETURNED')?.due ?? null;
      const since =
        due === null
          ? lateSince(facts.returnedOn, limits.returnedDays, today)
          : due < today
            ? addDays(due, 1)
            : undefined;
      const cause = causeOf(facts.returnedOn, facts.returnedBy);
      return since === undefined ? undefined : { since, cause, owes: agencyOf(record, 'head') };
    },
  }),
  guard({
    code: 'case.downgrade',
    label: ['刑事案件转为行政处理', 'A criminal case handled as an administrative one'],
    article: '行政处罚法第27条、第82条',
    find: ({ facts, record }) =>
      facts.downgraded === null
        ? undefined
        : {
            since: facts.downgraded,
            cause: causeOf(facts.downgraded, facts.returnedBy ?? 'own'),
            owes: agencyOf(record, 'head'),
          },
  }),
  guard({
    code: 'case.overdue',
    label: ['案件逾期未办结', 'Overdue'],
    article: '行政处罚法第60条',
    find: (subject, today, limits) => {
      if (subject.end) return undefined;
      const owes = (owing: string): Owes => {
        if (owing === 'police') return police(subject);
        return owing === 'head' ? agencyOf(subject.record, 'head') : officerOf(subject);
      };
      const since = neverCounted(subject, limits.caseDays, today);
      const late = foundOverdue(overdue(subject.clocks, today, OWN_GUARD), owes);
      if (late || since === undefined) return late;
      return {
        since,
        cause: causeOf('recorded', subject.recordedOn),
        owes: officerOf(subject),
        article: '县定期限',
      };
    },
  }),
  guard({
    code: 'case.noResult',
    label: ['案件没有办理结果', 'Ended without a result'],
    article: '行政处罚法第57条',
    find: (subject, today) => {
      const { end, record } = subject;
      if (!end || textIn(record, 'outcome') !== null) return undefined;
      const on = textIn(record, 'closedOn');
      return { since: on ?? today, cause: causeOf(subject.status, on), owes: officerOf(subject) };
    },
  }),
  guard({
    code: 'case.withdrawn',
    label: ['案件被撤销或撤回', 'Withdrawn'],
    article: '行政处罚法第76条、第83条',
    find: withdrawn,
  }),
  guard({
    code: 'case.takenBack',
    label: ['公安、检察、法院决定的登记被撤销或改期', 'A decision of others taken back'],
    article: '行政处罚法第47条；移送规定第13条',
    find: ({ takenBack = [], record }) => {
      const [first] = takenBack;
      if (!first) return undefined;
      const cause = causeOf(...takenBack.map(({ name, on }) => `${name} ${on}`));
      return { since: first.on, cause, owes: agencyOf(record, 'head') };
    },
  }),
  guard({
    code: 'case.altered',
    label: ['案件关键内容被更改', 'Key facts of a case were changed'],
    article: '行政处罚法第47条、第76条',
    find: (subject) => foundAltered(subject, officerOf(subject)),
  }),
];
