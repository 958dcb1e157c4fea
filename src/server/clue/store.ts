// Which clues lie near one in time, and which were merged into it?
import { sql } from 'kysely';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { toRecord } from '../db/column.ts';
import type { Db } from '../db/connection.ts';

export interface ClueStanding {
  readonly row: RecordRow;
  readonly status: string;
}

function toStanding(rows: readonly Record<string, unknown>[]): ClueStanding[] {
  const kind = getKind('clue');
  return rows.map((row) => ({ row: toRecord(kind, row), status: row.p_status as string }));
}

/** Clues of the county within `days` of a day that were not merged elsewhere, nearest days first; at most `limit`. */
export async function listNear(
  db: Db,
  county: string,
  id: string,
  near: { day: string; days: number; limit: number },
): Promise<ClueStanding[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select r.*, p.status as p_status from clue r
    join progress p on p.county = r.county and p.kind = 'clue' and p.subject = r.id
    where r.county = ${county} and not r.withdrawn and r.id <> ${id}
      and r.day between ${near.day}::date - ${near.days}::int and ${near.day}::date + ${near.days}::int
      and r.result is distinct from 'duplicate'
    order by abs(r.day - ${near.day}::date), r.id desc limit ${near.limit}`.execute(db);
  return toStanding(rows);
}

/** Clues merged straight into this one, oldest first. */
export async function listMerged(db: Db, county: string, id: string): Promise<ClueStanding[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select r.*, p.status as p_status from progress p
    join clue r on r.county = p.county and r.id = p.subject
    where p.county = ${county} and p.kind = 'clue' and p.status = 'ended' and p.facts->>'into' = ${id}
    order by r.no`.execute(db);
  return toStanding(rows);
}
