// When is it due, by the law's own way of counting, and is it late?
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  dayOfInstant,
  daysBetween,
  instantMs,
  toNumber,
} from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import { addWorkingDays, type Calendar, type Counted, NOT_HELD, workingDayFrom } from './calendar.ts';
import type { Deadline } from './deadline-table.ts';
import { mayStop, type Span, type Suspension, type SuspensionRule, union } from './suspension.ts';

/** Epoch milliseconds, or ISO 8601 with Z or an offset. */
export type Instant = string | number;

export interface DueMore {
  /** Days the head granted, at most the article's `extension`. */
  readonly extendedBy?: number;
  readonly rules?: readonly SuspensionRule[];
}

export interface Due {
  readonly deadline: string;
  /** The last day in time; null while an open suspension holds the clock. */
  readonly due: Day | null;
  /** The last instant in time, epoch milliseconds; a party's clock runs to the end of `dueIfHolidayExtends`. */
  readonly dueAt: number | null;
  /** The first day counted: the day after the event (for hours the event's own day). */
  readonly startsOn: Day;
  /** Party's clocks only: the next working day when `due` is a day off (民法典203条), else `due` itself. */
  readonly dueIfHolidayExtends: Day | null;
  /** Days within the clock that did not count, each once. */
  readonly suspendedDays: number;
  /** Recorded suspensions that neither the article nor the county lets count. */
  readonly ignored: readonly Suspension[];
  /** Days still to run when an open suspension ends; null otherwise. */
  readonly remainingDays: number | null;
  /** False while an open suspension holds the clock. */
  readonly running: boolean;
  readonly certain: boolean;
  readonly notes: readonly Label[];
}

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const OFFSET_MS = 8 * MS_PER_HOUR;

const EARLIER_LAW: Label = [
  '起算日早于本系统所持条文的施行日，请查当时的规定。',
  'The clock starts before the text held came into force: look up the law of that day.',
];

/**
 * When a clock that started at an instant is due.
 *
 * The day of the event is not counted (民法典201条, 民事诉讼法85条: the general rule; the laws in hand only say “自…之日起”, and
 * no text in hand carries the rule over to an agency's own clock). Read the other way every day clock would end one day
 * sooner; for the 90 days of 行政处罚法60条 the filing day would then be the first of the 90. Hours run from the instant.
 * Months and years end on the same date (202条). A day off at the end moves a party's clock only, shown beside the plain
 * day; an agency's never moves. Throws for a row without a clock, and for an extension the article does not know.
 */
export function dueOf(
  deadline: Deadline,
  start: { readonly instant: Instant },
  calendar: Calendar,
  suspensions: readonly Suspension[] = [],
  more: DueMore = {},
): Due {
  const { amount, unit } = deadline;
  if (amount === null || unit === 'none') throw new RangeError(`${deadline.id} states no clock`);
  const extendedBy = more.extendedBy ?? 0;
  if (!Number.isInteger(extendedBy) || extendedBy < 0 || extendedBy > deadline.extension)
    throw new RangeError(`${deadline.id} cannot be extended by ${extendedBy}`);
  const startMs = msOf(start.instant);
  const startDay = dayOfInstant(startMs);
  if (unit === 'hour') return hoursFrom(deadline, startMs, amount);
  if (deadline.direction === 'before') return noticeDue(deadline, startDay, calendar);

  const counting = suspensions.filter((s) => mayStop(deadline, s.reason, more.rules ?? []));
  const closed = union(counting);
  const end = runDays(deadline, startDay, amount + extendedBy, calendar, closed);
  const day = end.value;
  const extended = day === null || deadline.owes !== 'party' ? null : workingDayFrom(day, calendar);
  // Where a party's last day is a plain calendar day, only the moved end rests on the calendar.
  const certain = end.certain && (extended?.certain ?? true);
  const last = extended?.value ?? day;
  return {
    deadline: deadline.id,
    due: day,
    dueAt: last === null ? null : endOfDay(last),
    startsOn: addDays(startDay, 1),
    dueIfHolidayExtends: extended?.value ?? null,
    suspendedDays: end.suspended,
    ignored: suspensions.filter((s) => !counting.includes(s)),
    remainingDays: end.remaining,
    running: day !== null,
    ...sure(deadline, startDay, certain),
  };
}

export interface LatestNotice {
  /** Seven full working days lie between this day and the hearing: in time under either count. */
  readonly day: Day;
  /** When the day after the notice is the first and the hearing day may be the seventh. */
  readonly dayByShorterCount: Day;
  readonly certain: boolean;
}

/** The last day to give notice of a hearing (行政处罚法64条2项: 举行听证的七日前, working days by art. 85). */
export function latestNotice(hearingDay: Day, calendar: Calendar, amount = 7): LatestNotice {
  const shorter = addWorkingDays(hearingDay, -amount, calendar);
  const day = addWorkingDays(shorter.value, -1, calendar);
  return { day: day.value, dayByShorterCount: shorter.value, certain: shorter.certain && day.certain };
}

export type ClockStanding = 'running' | 'dueSoon' | 'overdue' | 'met' | 'metLate' | 'suspended';

export interface ClockState {
  readonly state: ClockStanding;
  /** Whole days to the last day: 0 on it, negative after it; while suspended, the days still to run. */
  readonly daysLeft: number;
  /** Hours to the last instant, rounded down: 0 in the last hour, negative when late; null while suspended. */
  readonly hoursLeft: number | null;
}

/** Where a clock stands at `now`; `metAt` is when the action owed was done. `soon` hours before the end it is due soon. */
export function clockState(due: Due, now: Instant, metAt: Instant | null = null, soon?: number): ClockState {
  if (due.dueAt === null) {
    return { state: metAt === null ? 'suspended' : 'met', daysLeft: due.remainingDays ?? 0, hoursLeft: null };
  }
  const at = msOf(metAt ?? now);
  const left = due.dueAt - at;
  const daysLeft = daysBetween(dayOfInstant(at), dayOfInstant(due.dueAt));
  const hoursLeft = Math.floor(left / MS_PER_HOUR);
  const late = left < 0;
  if (metAt !== null) return { state: late ? 'metLate' : 'met', daysLeft, hoursLeft };
  if (late) return { state: 'overdue', daysLeft, hoursLeft };
  return { state: left < (soon ?? soonOf(due)) * MS_PER_HOUR ? 'dueSoon' : 'running', daysLeft, hoursLeft };
}

/**
 * 加处罚款 of 行政处罚法72条1款1项: 3 % of the fine for each day after `dueDay` up to and with `paidDay`, never above the fine.
 * Days of review and litigation do not count (73条3款): pass them as `suspendedDays`. `dueDay` is the day that counts against
 * the party: after a deferral (66条2款) its last day, at a day off the moved one. Parts of a fen are dropped.
 */
export function latePenalty(fine: Fen, dueDay: Day, paidDay: Day, suspendedDays = 0): Fen {
  if (!Number.isSafeInteger(fine) || fine < 0) throw new RangeError(`not a fine: ${fine}`);
  if (!Number.isInteger(suspendedDays) || suspendedDays < 0)
    throw new RangeError(`not days: ${suspendedDays}`);
  const days = Math.max(0, daysBetween(dueDay, paidDay) - suspendedDays);
  // 34 days make 102 %; below that the product stays exact for any fine under 9 × 10^13 fen.
  return days >= 34 ? fine : Math.floor((fine * 3 * days) / 100);
}

interface Run extends Counted<Day | null> {
  readonly suspended: number;
  readonly remaining: number | null;
}

/** Counts `amount` days, months or years after `start`, passing over suspended days. */
function runDays(
  deadline: Deadline,
  start: Day,
  amount: number,
  calendar: Calendar,
  stops: readonly Span[],
): Run {
  if (deadline.unit === 'working') return runWorking(start, amount, calendar, stops);
  const plain =
    deadline.unit === 'month'
      ? addMonths(start, amount)
      : deadline.unit === 'year'
        ? addYears(start, amount)
        : addDays(start, amount);
  let end = toNumber(plain);
  const first = toNumber(start) + 1;
  let suspended = 0;
  for (const [from, until] of stops) {
    const begin = Math.max(from, first);
    if (begin > end) break;
    if (until === null) return { value: null, certain: true, suspended, remaining: end - begin + 1 };
    if (until < first) continue;
    suspended += until - begin + 1;
    end += until - begin + 1;
  }
  return { value: addDays(start, end - toNumber(start)), certain: true, suspended, remaining: null };
}

function runWorking(start: Day, amount: number, calendar: Calendar, stops: readonly Span[]): Run {
  let day = start;
  let certain = true;
  let suspended = 0;
  for (let left = amount; left > 0; ) {
    const next = addWorkingDays(day, 1, calendar);
    certain &&= next.certain;
    day = next.value;
    const n = toNumber(day);
    const stop = stops.find(([from, until]) => from <= n && (until === null || n <= until));
    if (stop === undefined) left--;
    else if (stop[1] === null) return { value: null, certain, suspended, remaining: left };
    else suspended++;
  }
  return { value: day, certain, suspended, remaining: null };
}

function hoursFrom(deadline: Deadline, startMs: number, hours: number): Due {
  const dueAt = startMs + hours * MS_PER_HOUR;
  return {
    deadline: deadline.id,
    due: dayOfInstant(dueAt),
    dueAt,
    startsOn: dayOfInstant(startMs),
    dueIfHolidayExtends: null,
    ...NO_SUSPENSION,
    ...sure(deadline, dayOfInstant(startMs), true),
  };
}

function noticeDue(deadline: Deadline, hearingDay: Day, calendar: Calendar): Due {
  const notice = latestNotice(hearingDay, calendar, deadline.amount ?? 0);
  return {
    deadline: deadline.id,
    due: notice.day,
    dueAt: endOfDay(notice.day),
    startsOn: notice.day,
    dueIfHolidayExtends: null,
    ...NO_SUSPENSION,
    ...sure(deadline, hearingDay, notice.certain),
  };
}

const NO_SUSPENSION = { suspendedDays: 0, ignored: [], remainingDays: null, running: true } as const;

function sure(deadline: Deadline, startDay: Day, certain: boolean) {
  const inForce = deadline.from <= startDay && (deadline.until === null || startDay < deadline.until);
  const notes: Label[] = [];
  if (deadline.note !== null) notes.push(deadline.note);
  if (!certain) notes.push(NOT_HELD);
  if (!inForce) notes.push(EARLIER_LAW);
  return { certain: certain && inForce, notes };
}

/** Warning ahead of the end, in hours: a choice of this product, no rule of law. Short clocks a day, 90 days half a month. */
function soonOf(due: Due): number {
  const span = due.due === null ? 0 : daysBetween(due.startsOn, due.due) + 1;
  if (span <= 2) return 6;
  if (span <= 10) return 24;
  return span < 60 ? 72 : 360;
}

function msOf(instant: Instant): number {
  return typeof instant === 'number' ? instant : instantMs(instant);
}

/** The last millisecond of a day in China. */
function endOfDay(day: Day): number {
  return (toNumber(day) + 1) * MS_PER_DAY - OFFSET_MS - 1;
}
