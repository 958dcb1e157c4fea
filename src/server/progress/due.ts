// When is each clock of a record due, by the law's count, the county's calendar and its limits?
import { addDays, dayOfInstant } from '../../domain/kernel/day.ts';
import { type Clock, instantOf } from '../../domain/kernel/procedure.ts';
import { type Calendar, calendarFrom, readHoliday } from '../../domain/law/calendar.ts';
import { findLimit, limitDays } from '../../domain/law/county-limit.ts';
import { dueOf } from '../../domain/law/deadline.ts';
import { findDeadline, type SuspensionReason } from '../../domain/law/deadline-table.ts';
import { readSuspensionRules, type SuspensionRule, suspensionBetween } from '../../domain/law/suspension.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findSetting } from '../setting/index.ts';
import { holdReckoning } from './store.ts';

/** What a county counts its clocks by. */
export interface Reckoning {
  readonly calendar: Calendar;
  readonly limits: unknown;
  readonly rules: readonly SuspensionRule[];
}

/**
 * What the county counts by. Whoever writes a standing by it keeps it from changing until the transaction ends: else a
 * step taken while a limit changes would leave a clock of the old limit, or be overwritten by what stood before it.
 */
export async function loadReckoning(db: Db | Tx, county: string): Promise<Reckoning> {
  if (db.isTransaction) await holdReckoning(db as Tx, county, 'with others');
  return readReckoning(db, county);
}

/** What the county counts by from now on; waits for everybody who is writing by what was, and keeps them waiting. */
export async function changedReckoning(tx: Tx, county: string): Promise<Reckoning> {
  await holdReckoning(tx, county, 'alone');
  return readReckoning(tx, county);
}

async function readReckoning(db: Db | Tx, county: string): Promise<Reckoning> {
  const holiday = readHoliday((await findSetting(db, county, 'holiday')) ?? {});
  const rules = readSuspensionRules(await findSetting(db, county, 'suspension'));
  return {
    calendar: calendarFrom(holiday.ok ? holiday.value : {}),
    limits: await findSetting(db, county, 'limits'),
    rules: rules.ok ? rules.value : [],
  };
}

/** The last instant in time, ISO UTC; null while an open pause holds the clock or where none is stated. */
export function dueAt(clock: Clock, { calendar, limits, rules }: Reckoning): string | null {
  if (clock.due !== null) return endOf(clock.due);
  if (findLimit(clock.deadline))
    return endOf(addDays(dayOfInstant(clock.since), limitDays(clock.deadline, limits)));
  const deadline = findDeadline(clock.deadline);
  if (!deadline || deadline.amount === null) return null;
  const pauses = clock.pauses.map((pause) =>
    suspensionBetween(pause.from, pause.until, pause.reason as SuspensionReason),
  );
  const due = dueOf(deadline, { instant: clock.since }, calendar, pauses, { rules });
  return due.dueAt === null ? null : new Date(due.dueAt).toISOString();
}

/** The last minute of a day in China. */
function endOf(day: string): string {
  return instantOf(day, '23:59');
}
