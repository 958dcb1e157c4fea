// How are seizures held still, their steps read in bulk, and what do the labels and registers of custody ask for?
import { sql } from 'kysely';
import type { StepTaken } from '../../domain/kernel/procedure.ts';
import type { RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { toRecord } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';

const SEIZURE = getKind('seizure');

export interface HeldSeizure {
  readonly row: RecordRow;
  readonly opening: Values;
  readonly steps: StepTaken[];
}

/** The seizures `ids` with their steps, which nobody else moves until the transaction ends; always in one order. */
export async function holdSeizures(
  tx: Tx,
  county: string,
  ids: readonly string[],
): Promise<Map<string, HeldSeizure>> {
  const found = await tx
    .selectFrom('seizure')
    .selectAll()
    .where('county', '=', county)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const progress = await tx
    .selectFrom('progress')
    .select(['subject', 'opening'])
    .where('county', '=', county)
    .where('kind', '=', 'seizure')
    .where(sql<boolean>`subject = any(${ids}::uuid[])`)
    .execute();
  const openings = new Map(progress.map((row) => [row.subject as string, row.opening as Values]));
  const held = new Map<string, HeldSeizure>();
  for (const row of found)
    held.set(row.id as string, {
      row: toRecord(SEIZURE, row),
      opening: openings.get(row.id as string) ?? {},
      steps: [],
    });
  const steps = await tx
    .selectFrom('step')
    .selectAll()
    .where('county', '=', county)
    .where('kind', '=', 'seizure')
    .where(sql<boolean>`subject = any(${ids}::uuid[])`)
    .orderBy('subject')
    .orderBy('seq')
    .execute();
  for (const row of steps)
    held.get(row.subject as string)?.steps.push({
      ...{ seq: row.seq, id: row.id, name: row.name, on: row.on, at: row.at },
      ...{ recordedAt: row.recorded_at, by: row.by, values: row.values },
    });
  return held;
}

/** Live records of release that name a seizure whose chain does not tell of them, oldest first. */
export async function listUntold(db: Db, county: string): Promise<RecordRow[]> {
  const { rows } = await sql<Record<string, unknown>>`select r.* from release r
    where r.county = ${county} and not r.withdrawn and r.seizure is not null and not exists (
      select from step s where s.county = r.county and s.kind = 'seizure' and s.subject = r.seizure
        and (s.id = r.id or s.values ->> 'release' = r.id::text))
    order by r.recorded_at, r.no`.execute(db);
  return rows.map((row) => toRecord(getKind('release'), row));
}

/** Writes steps of many seizures at once. */
export async function insertSteps(
  tx: Tx,
  county: string,
  steps: readonly (StepTaken & { readonly subject: string })[],
): Promise<void> {
  const rows = steps.map(({ subject, seq, id, name, on, at, recordedAt, by, values }) => ({
    ...{ county, kind: 'seizure', subject, seq, id, name, on, at, recorded_at: recordedAt, by, values },
  }));
  await sql`insert into step select * from jsonb_populate_recordset(null::step, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** The seizures changed hands on paper only: version, time and hand move, their values stand. */
export async function touchSeizures(tx: Tx, county: string, rows: readonly RecordRow[]): Promise<void> {
  const changes = JSON.stringify(
    rows.map(({ id, version, updatedAt, by }) => ({ id, version, updatedAt, by })),
  );
  await sql`update seizure s set version = c.version, updated_at = c."updatedAt", by = c.by
    from jsonb_to_recordset(${changes}::jsonb) as c(id uuid, version integer, "updatedAt" timestamptz, by uuid)
    where s.county = ${county} and s.id = c.id`.execute(tx);
}
