// Which spans stop a clock, by the article or by the county's document, each day counted once?
import { addDays, type Day, dayOfInstant, toNumber } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { type Outcome, ok } from '../kernel/outcome.ts';
import { type Deadline, findDeadline, SUSPENSION_REASONS, type SuspensionReason } from './deadline-table.ts';

/** A span in which a clock may stand still; both days included, `until` null while it lasts. */
export interface Suspension {
  readonly from: Day;
  readonly until: Day | null;
  readonly reason: SuspensionReason;
}

/** What the county lets stop a clock beyond the article, by which document (setting `suspension`). */
export interface SuspensionRule {
  readonly deadline: string;
  readonly reason: SuspensionReason;
  readonly docNo: string;
}

/**
 * The suspension between two recorded steps, e.g. sent to the appraiser and findings back. The day it began is not counted
 * (民法典201条), the day it ended is: from the 3rd to the 8th stops five days, and within one day none.
 */
export function suspensionBetween(
  from: string | number,
  until: string | number | null,
  reason: SuspensionReason,
): Suspension {
  const first = addDays(dayOfInstant(from), 1);
  return { from: first, until: until === null ? null : dayOfInstant(until), reason };
}

const WRONG_RULE: Label = [
  '每条都须选定期限和事由，并填写文号。',
  'Each row needs a clock, a reason and a document number.',
];

/** Reads the setting `suspension`, or says which row is wrong. Nothing set is no rule. */
export function readSuspensionRules(value: unknown): Outcome<readonly SuspensionRule[]> {
  const rows: readonly unknown[] = Array.isArray(value) ? value : (value ?? null) === null ? [] : [value];
  const refusals = rows.flatMap((row, at) =>
    isRule(row) ? [] : [{ code: 'setting.suspension', message: WRONG_RULE, where: `${at + 1}` }],
  );
  return refusals.length > 0 ? { ok: false, refusals } : ok(rows as SuspensionRule[]);
}

function isRule(row: unknown): row is SuspensionRule {
  const { deadline, reason, docNo } = (row ?? {}) as Record<string, unknown>;
  if (typeof docNo !== 'string' || docNo.trim() === '') return false;
  if (!SUSPENSION_REASONS.some((known) => known.code === reason)) return false;
  return typeof deadline === 'string' && maySuspend(findDeadline(deadline));
}

/** Only clocks of days can stand still; hours run on. */
export function maySuspend(deadline: Deadline | undefined): boolean {
  return (
    deadline !== undefined && deadline.direction === 'after' && !['none', 'hour'].includes(deadline.unit)
  );
}

/** Whether the article, or the county by its document, lets this reason stop the clock. */
export function mayStop(
  deadline: Deadline,
  reason: SuspensionReason,
  rules: readonly SuspensionRule[],
): boolean {
  if (deadline.suspends.includes(reason)) return true;
  return rules.some((rule) => rule.deadline === deadline.id && rule.reason === reason);
}

export type Span = readonly [from: number, until: number | null];

/** The days of all spans, each once, in order; touching spans are joined. */
export function union(suspensions: readonly Suspension[]): readonly Span[] {
  const spans = suspensions
    .map((s): [number, number | null] => [toNumber(s.from), s.until === null ? null : toNumber(s.until)])
    .filter(([from, until]) => until === null || until >= from)
    .sort((a, b) => a[0] - b[0]);
  const joined: [number, number | null][] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last === undefined || (last[1] !== null && span[0] > last[1] + 1)) joined.push([...span]);
    else if (last[1] !== null) last[1] = span[1] === null ? null : Math.max(last[1], span[1]);
  }
  return joined;
}
