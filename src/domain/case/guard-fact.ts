// What does a guard look at, and what does it say?
import { addDays, type Day, dayOfInstant } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Values } from '../kernel/record.ts';
import { limitDays } from '../law/county-limit.ts';
import { findDeadline } from '../law/deadline-table.ts';
import { alterations, type Correction } from './alteration.ts';
import type { CaseFacts, Verdict } from './fact.ts';
import type { TakenBack } from './taken-back.ts';

/** A clock that runs; `due` is its last day as counted with the county's calendar, null while it stands still. */
export interface RunningClock {
  readonly deadline: string;
  /** Instant. */
  readonly since: string;
  readonly due: Day | null;
}

interface Subject {
  readonly id: string;
  readonly record: Values;
  /** Since when the record is withdrawn from the ledger. */
  readonly withdrawnOn: Day | null;
  /** How often it was withdrawn: the answer to the first time is none to the second. */
  readonly withdrawals?: number;
  /** The day it reached the house. */
  readonly recordedOn?: Day;
  /** Corrections of the fields that are watched, oldest first. */
  readonly corrections?: readonly Correction[];
}

export interface CaseSubject extends Subject {
  readonly about: 'case';
  readonly status: string;
  readonly end: boolean;
  readonly facts: CaseFacts;
  readonly clocks: readonly RunningClock[];
  /** What the law says of the seizures and facts as they stand now, where it was computed. */
  readonly computed: {
    readonly mustTransfer: Verdict;
    readonly charges: readonly string[];
    readonly on: Day;
  } | null;
  /** Facts that reached a crime and no longer do: since when, which crimes, and whether facts or tables changed. */
  readonly lowered?: { readonly on: Day; readonly charges: readonly string[]; readonly by: string } | null;
  /** Decisions of others that were registered and taken back. */
  readonly takenBack?: readonly TakenBack[];
}

/**
 * `unfiled`: it is still being checked · `notFiled` · `withdrawn`: the record is · `over`: it had ended before this came to
 * it · `empty`: entered as already ended, after this was there, with no step and no penalty.
 */
export type CaseStanding = 'none' | 'unfiled' | 'notFiled' | 'withdrawn' | 'over' | 'empty' | 'filed';

export interface SeizureSubject extends Subject {
  readonly about: 'seizure';
  readonly caseIs: CaseStanding;
  /** What counts found too little. */
  readonly missing?: number;
  /** Live animals not yet placed for good, with who has them where; null for anything else. `left` null: some. */
  readonly live: {
    readonly left: number | null;
    readonly where: string | null;
    readonly who: string | null;
  } | null;
}

export interface ClueSubject extends Subject {
  readonly about: 'clue';
  readonly end: boolean;
  readonly clocks: readonly RunningClock[];
  /** How its case stands, where it ended as one. */
  readonly caseIs?: CaseStanding;
  /** A leader gave it more time, or it was opened again: the day stated then counts. */
  readonly extended?: boolean;
  /** It was merged into a clue that tells of something else. */
  readonly unlike?: { readonly into: string; readonly on: Day } | null;
}

export type GuardFacts = CaseSubject | SeizureSubject | ClueSubject;

/** Calendar days each county may set for itself (setting `limits`, law/county-limit.ts holds the defaults). */
export interface GuardLimits {
  /** From seizure to a filed case. Default 7. */
  readonly seizureDays: number;
  /** From the assessment "must be transferred" to the special team's report. Default 3. */
  readonly transferDays: number;
  /** From the transfer to the receipt. Default 3. */
  readonly receiptDays: number;
  /** From the return to a decision. Default 15. */
  readonly returnedDays: number;
  /** From the seizure of a live animal to its end. Default 3. */
  readonly liveDays: number;
  /** From the receipt of a clue to its result, unless a leader extends it. Default 30. */
  readonly clueDays: number;
  /** From the entry of a case to its result, where no day of it runs a clock. Default 180. */
  readonly caseDays: number;
}

export function guardLimits(setting?: unknown): GuardLimits {
  return {
    seizureDays: limitDays('COUNTY-SEIZURE', setting),
    transferDays: limitDays('COUNTY-TRANSFER', setting),
    receiptDays: limitDays('COUNTY-RECEIPT', setting),
    returnedDays: limitDays('COUNTY-RETURNED', setting),
    liveDays: limitDays('COUNTY-LIVE', setting),
    clueDays: limitDays('COUNTY-CLUE', setting),
    caseDays: limitDays('COUNTY-CASE', setting),
  };
}

/** Who owes: a person or an agency of the ledger, the head of the agency, the police, or whoever is named. */
export interface Owes {
  readonly by: 'officer' | 'agency' | 'head' | 'police' | 'holder';
  /** Record id of a person (`officer`) or an agency (`agency`, `head`, `police`). */
  readonly ref: string | null;
  readonly name: string | null;
}

/** `since`: the day from which it may not stand so; `cause`: the same while the facts behind it are. */
export interface Found {
  readonly since: Day;
  readonly cause: string;
  readonly owes: Owes;
  readonly article?: string;
}

export interface Guard<S extends GuardFacts = GuardFacts> {
  readonly code: string;
  readonly label: Label;
  /** What it is about, in the officers' words; an animal's record is its seizure. */
  readonly about: 'case' | 'seizure' | 'clue' | 'animal';
  readonly article: string;
  readonly find: (subject: S, today: Day, limits: GuardLimits) => Found | undefined;
}

/** Longest cause that fits the step which answers it. */
const CAUSE_MAX = 200;

/** Facts in a fixed order; a long list keeps its beginning and a checksum of the whole (FNV-1a). */
export function causeOf(...parts: readonly (string | number | null | undefined)[]): string {
  // Trimmed, as a text is when it is kept: the answer must find it again.
  const whole = parts
    .map((part) => part ?? '')
    .join(' | ')
    .trim();
  if (whole.length <= CAUSE_MAX) return whole;
  let hash = 0x811c9dc5;
  for (const char of whole) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${whole.slice(0, CAUSE_MAX - 12)} #${hash.toString(16)}`;
}

export const textIn = (record: Values, field: string): string | null =>
  typeof record[field] === 'string' ? (record[field] as string) : null;

/** The cause of an alarm over a withdrawal. */
export function withdrawnCause({ withdrawnOn, withdrawals = 1 }: Subject, ...more: string[]): string {
  return causeOf(...more, withdrawnOn, ...(withdrawals > 1 ? [withdrawals] : []));
}

/** What was changed so that less is seen of it than before. */
export function foundAltered(subject: GuardFacts, owes: Owes): Found | undefined {
  const found = alterations(subject.about, subject.corrections ?? [], subject.record);
  const since = found.map(({ on }) => on).sort()[0];
  if (since === undefined) return undefined;
  return { since, cause: causeOf(...found.map(({ field, on }) => `${field} ${on}`)), owes };
}

/** The case officer; a case nobody leads is owed by its agency. */
export function officerOf({ record }: Subject): Owes {
  const officer = textIn(record, 'officer');
  return officer === null ? agencyOf(record) : { by: 'officer', ref: officer, name: null };
}

export function agencyOf(record: Values, by: 'agency' | 'head' = 'agency'): Owes {
  return { by, ref: textIn(record, 'agency'), name: null };
}

/** `days` after `from` have passed on `today`: the first day it is late, or undefined. */
export function lateSince(from: Day | null, days: number, today: Day): Day | undefined {
  if (from === null) return undefined;
  const first = addDays(from, days + 1);
  return today >= first ? first : undefined;
}

/** Clocks past their last day, but for those that have a guard of their own; the earliest first. */
export function overdue(
  clocks: readonly RunningClock[],
  today: Day,
  except: readonly string[] = [],
): readonly (RunningClock & { readonly due: Day })[] {
  return clocks
    .flatMap((clock) => (clock.due === null ? [] : [{ ...clock, due: clock.due }]))
    .filter((clock) => clock.due < today && !except.includes(clock.deadline))
    .sort((a, b) => (a.due + a.deadline < b.due + b.deadline ? -1 : 1));
}

/** What the overdue clocks come to: late since the first, answered anew when another one runs out. */
export function foundOverdue(
  late: ReturnType<typeof overdue>,
  owes: (owing: string) => Owes,
): Found | undefined {
  const [first] = late;
  if (!first) return undefined;
  const deadline = findDeadline(first.deadline);
  return {
    since: addDays(first.due, 1),
    cause: causeOf(...late.map((clock) => `${clock.deadline} ${dayOfInstant(clock.since)}`)),
    owes: owes(deadline?.owes ?? 'agency'),
    article: deadline?.basis ?? '县定期限',
  };
}
