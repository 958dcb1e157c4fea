// Which rows state the facts of cases?
import { sql } from 'kysely';
import type { StepTaken } from '../../domain/kernel/procedure.ts';
import type { RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { tableOf, toRecord } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';

const SEIZURE = getKind('seizure');
const NOTICE = getKind('notice');

export interface SeizureOfCase {
  readonly row: RecordRow;
  readonly valuedBy: string | null;
}

/** Live seizures of these cases, in the order of their numbers, with how their value was last set. */
export async function listSeizuresOf(
  db: Db | Tx,
  county: string,
  cases: readonly string[],
): Promise<SeizureOfCase[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select r.*, p.facts -> 'valued' ->> 'way' as valued_by from ${sql.table(tableOf(SEIZURE))} r
    left join progress p on p.county = r.county and p.kind = 'seizure' and p.subject = r.id
    where r.county = ${county} and r."case" = any(${cases}::uuid[]) and not r.withdrawn order by r.no`.execute(
    db,
  );
  return rows.map((row) => ({ row: toRecord(SEIZURE, row), valuedBy: row.valued_by as string | null }));
}

/** All steps of those of these cases that were assessed or appraised, in their order. */
export async function listAssessedSteps(
  db: Db | Tx,
  county: string,
  cases: readonly string[],
): Promise<Map<string, StepTaken[]>> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from step s where county = ${county} and kind = 'case' and subject = any(${cases}::uuid[])
      and exists (select from step a where a.county = s.county and a.kind = 'case' and a.subject = s.subject
        and a.name in ('assess', 'receiveAppraisal'))
    order by subject, seq`.execute(db);
  const found = new Map<string, StepTaken[]>();
  for (const row of rows) {
    const steps = found.get(row.subject as string) ?? [];
    steps.push({
      ...{ seq: row.seq as number, id: row.id as string, name: row.name as string, on: row.on as string },
      ...{ at: row.at as string, recordedAt: row.recorded_at as string, by: row.by as string },
      values: row.values as Values,
    });
    found.set(row.subject as string, steps);
  }
  return found;
}

export async function listEnded(db: Db | Tx, county: string, cases: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ subject: string }>`
    select subject from progress where county = ${county} and kind = 'case' and ended
      and subject = any(${cases}::uuid[])`.execute(db);
  return new Set(rows.map(({ subject }) => subject));
}

/** The notices of the county that close areas or seasons, newest first. */
export async function listBanNotices(db: Db | Tx, county: string): Promise<RecordRow[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(tableOf(NOTICE))} where county = ${county} and notice_kind = 'huntingBan'
      and not withdrawn order by day desc, no desc limit 200`.execute(db);
  return rows.map((row) => toRecord(NOTICE, row));
}
