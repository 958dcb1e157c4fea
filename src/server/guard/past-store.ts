// What did the past of a record say that it says no longer?
import { type RawBuilder, sql } from 'kysely';
import { type Correction, WATCHED_FIELDS } from '../../domain/case/alteration.ts';
import { type TakenBack, takenBack } from '../../domain/case/taken-back.ts';
import { type Day, dayOfInstant } from '../../domain/kernel/day.ts';
import type { StepTaken } from '../../domain/kernel/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';
import type { Db, Tx } from '../db/connection.ts';

/** The condition of the index of 0011, word for word, or the journal would be read whole. */
const WATCHED = sql.raw(`j.kind = 'record.correct' and j.subject_kind in ('case', 'clue', 'seizure')
  and (j.body -> 'changed') ?| '{${WATCHED_FIELDS.join(',')}}'::text[]`);

/** Ids of records of `kind` of which a watched field was ever corrected. */
export function correctedOnes(county: string, kind: string): RawBuilder<unknown> {
  return sql`select j.subject_id from journal j where j.county = ${county} and j.subject_kind = ${kind} and ${WATCHED}`;
}

/** Ids of records that a correction took out of `campaign`: they still stand against its closing. */
export function movedFrom(county: string, kind: string, campaign: string): RawBuilder<unknown> {
  return sql`${correctedOnes(county, kind)} and j.body -> 'changed' -> 'campaign' ->> 0 = ${campaign}`;
}

/** Corrections of watched fields by record, oldest first. */
export async function listCorrections(
  db: Db | Tx,
  county: string,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, Correction[]>> {
  const found = new Map<string, Correction[]>();
  if (ids.length === 0) return found;
  const { rows } = await sql<{ id: string; at: string; changed: Correction['changed'] }>`
    select j.subject_id as id, j.recorded_at as at, j.body -> 'changed' as changed from journal j
    where j.county = ${county} and j.subject_kind = ${kind} and j.subject_id = any(${ids}::uuid[]) and ${WATCHED}
    order by j.recorded_at, j.id`.execute(db);
  for (const { id, at, changed } of rows)
    found.set(id, [...(found.get(id) ?? []), { on: dayOfInstant(at), changed }]);
  return found;
}

/** When records that stand withdrawn were withdrawn last, and how often. */
export async function listWithdrawals(
  db: Db | Tx,
  county: string,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, { on: Day; times: number }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; at: string; times: number }>`
    select subject_id as id, max(recorded_at) as at, count(*)::int as times from journal
    where county = ${county} and subject_kind = ${kind} and subject_id = any(${ids}::uuid[])
      and kind = 'record.withdraw' group by subject_id`.execute(db);
  return new Map(rows.map(({ id, at, times }) => [id, { on: dayOfInstant(at), times }]));
}

/** Decisions of others that were registered with a case and taken back. */
export async function listTakenBack(
  db: Db | Tx,
  county: string,
  ids: readonly string[],
): Promise<Map<string, TakenBack[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Record<string, unknown>>`
    select s.subject, s.seq, s.id, s.name, s.on, s.at, s.recorded_at, s.by, s.values from step s
    where s.county = ${county} and s.kind = 'case' and s.subject = any(${ids}::uuid[]) and exists (
      select from step u where u.county = s.county and u.kind = 'case' and u.subject = s.subject
        and u.name in ('revoke', 'amend')) order by s.subject, s.seq`.execute(db);
  const steps = new Map<string, StepTaken[]>();
  for (const row of rows) {
    const subject = row.subject as string;
    const step: StepTaken = {
      ...{ seq: row.seq as number, id: row.id as string, name: row.name as string, on: row.on as string },
      ...{ at: row.at as string, recordedAt: row.recorded_at as string, by: row.by as string },
      values: row.values as Values,
    };
    steps.set(subject, [...(steps.get(subject) ?? []), step]);
  }
  return new Map([...steps].map(([subject, own]) => [subject, takenBack(own)]));
}
