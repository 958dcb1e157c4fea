// When is each clock of a record due, by the law's count, the county's calendar and its limits?
import { addDays, dayOfInstant } from '../../domain/kernel/day.ts';
import { type Clock, instantOf } from '../../domain/kernel/procedure.ts';
import { type Calendar, calendarFrom, readHoliday } from '../../domain/law/calendar.ts';
import { findLimit, limitDays } from '../../domain/law/county-limit.ts';
import { dueOf } from '../../domain/law/deadline.ts';
import { DEADLINES, type SuspensionReason } from '../../domain/law/deadline-table.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findSetting } from '../setting/index.ts';

/** What a county counts its clocks by. */
export interface Reckoning {
  readonly calendar: Calendar;
  readonly limits: unknown;
}

export async function loadReckoning(db: Db | Tx, county: string): Promise<Reckoning> {
  const [holiday, limits] = [
    await findSetting(db, county, 'holiday'),
    await findSetting(db, county, 'limits'),
  ];
  const own = holiday === undefined ? undefined : readHoliday(holiday);
  return { calendar: calendarFrom(own?.ok ? own.value : {}), limits };
}

const BY_ID = new Map(DEADLINES.map((deadline) => [deadline.id as string, deadline]));

/** The last instant in time, ISO UTC; null while an open pause holds the clock or where none is stated. */
export function dueAt(clock: Clock, { calendar, limits }: Reckoning): string | null {
  if (clock.due !== null) return endOf(clock.due);
  if (findLimit(clock.deadline))
    return endOf(addDays(dayOfInstant(clock.since), limitDays(clock.deadline, limits)));
  const deadline = BY_ID.get(clock.deadline);
  if (!deadline || deadline.amount === null) return null;
  const pauses = clock.pauses.map((pause) => ({
    from: dayOfInstant(pause.from),
    until: pause.until === null ? null : dayOfInstant(pause.until),
    reason: pause.reason as SuspensionReason,
  }));
  const due = dueOf(deadline, { instant: clock.since }, calendar, pauses);
  return due.dueAt === null ? null : new Date(due.dueAt).toISOString();
}

/** The last minute of a day in China. */
function endOf(day: string): string {
  return instantOf(day, '23:59');
}
