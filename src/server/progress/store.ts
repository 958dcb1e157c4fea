// How are steps, progress and clocks kept?
import { sql } from 'kysely';
import type { StepTaken } from '../../domain/kernel/procedure.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { tableOf } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface StoredProgress {
  readonly seq: number;
  readonly status: string;
  readonly ended: boolean;
  readonly facts: unknown;
  readonly opening: Values;
  readonly due: string | null;
  readonly owner: string | null;
}

export interface NewProgress extends StoredProgress {
  readonly subject: string;
  readonly due_deadline: string | null;
  readonly clocks: readonly StoredClock[];
}

export interface StoredClock {
  readonly deadline: string;
  readonly since: string;
  readonly due: string | null;
  readonly until: string | null;
}

/** Writes the state of records of one kind, replacing what was kept of them. */
export async function putProgress(
  tx: Tx,
  county: string,
  kind: string,
  rows: readonly NewProgress[],
  at: string,
): Promise<void> {
  const flat = rows.map(({ clocks: _, ...row }) => ({ county, kind, ...row, updated_at: at }));
  await sql`insert into progress select * from jsonb_populate_recordset(null::progress, ${JSON.stringify(flat)}::jsonb)
    on conflict (county, kind, subject) do update set seq = excluded.seq, status = excluded.status, ended = excluded.ended,
      facts = excluded.facts, opening = excluded.opening, due = excluded.due, due_deadline = excluded.due_deadline,
      owner = excluded.owner, updated_at = excluded.updated_at`.execute(tx);
  const clocks = rows.flatMap((row) =>
    row.clocks.map((clock, n) => ({ county, kind, subject: row.subject, n, ...clock })),
  );
  const subjects = rows.map((row) => row.subject);
  // A record put right may have fewer clocks than before: a live animal that was a carcass all along.
  await sql`delete from clock where county = ${county} and kind = ${kind}
      and subject = any(${subjects}::uuid[])`.execute(tx);
  if (clocks.length > 0)
    await sql`insert into clock select * from jsonb_populate_recordset(null::clock, ${JSON.stringify(clocks)}::jsonb)
      on conflict (county, kind, subject, n) do update set deadline = excluded.deadline, since = excluded.since,
        due = excluded.due, until = excluded.until`.execute(tx);
}

export async function findProgress(
  db: Db | Tx,
  county: string,
  kind: string,
  subject: string,
): Promise<StoredProgress | undefined> {
  const row = await db
    .selectFrom('progress')
    .select(['seq', 'status', 'ended', 'facts', 'opening', 'due', 'owner'])
    .where('county', '=', county)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row as StoredProgress | undefined;
}

export async function insertStep(
  tx: Tx,
  county: string,
  kind: string,
  subject: string,
  step: StepTaken,
): Promise<void> {
  await tx
    .insertInto('step')
    .values({
      ...{ county, kind, subject, seq: step.seq, id: step.id, name: step.name, on: step.on, at: step.at },
      ...{ recorded_at: step.recordedAt, by: step.by, values: JSON.stringify(step.values) },
    })
    .execute();
}

function toStep(row: Record<string, unknown>): StepTaken {
  return {
    seq: row.seq as number,
    id: row.id as string,
    name: row.name as string,
    on: row.on as string,
    at: row.at as string,
    recordedAt: row.recorded_at as string,
    by: row.by as string,
    values: row.values as Values,
  };
}

/** Every step of a record in order, undone and corrected ones too. */
export async function listSteps(
  db: Db | Tx,
  county: string,
  kind: string,
  subject: string,
): Promise<StepTaken[]> {
  const rows = await db
    .selectFrom('step')
    .selectAll()
    .where('county', '=', county)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute();
  return rows.map(toStep);
}

/** The steps of many records, each in its order; a record without steps is left out. */
export async function listStepsOf(
  db: Db | Tx,
  county: string,
  kind: string,
  subjects: readonly string[],
): Promise<Map<string, StepTaken[]>> {
  const { rows } = await sql<
    Record<string, unknown>
  >`select * from step where county = ${county} and kind = ${kind}
    and subject = any(${subjects}::uuid[]) order by subject, seq`.execute(db);
  const found = new Map<string, StepTaken[]>();
  for (const row of rows) {
    const own = found.get(row.subject as string) ?? [];
    own.push(toStep(row));
    found.set(row.subject as string, own);
  }
  return found;
}

/** Those of `subjects` that stand nowhere and have no steps: never placed, not robbed of their place. */
export async function listNeverPlaced(
  db: Db | Tx,
  county: string,
  kind: string,
  subjects: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select u.id from unnest(${subjects}::uuid[]) u(id)
    where not exists (select from progress p where p.county = ${county} and p.kind = ${kind} and p.subject = u.id)
      and not exists (select from step s where s.county = ${county} and s.kind = ${kind} and s.subject = u.id)`.execute(
    db,
  );
  return new Set(rows.map((row) => row.id));
}

/** Steps of all records of a kind, in order of record and number, without holding them all. */
export async function* streamSteps(
  db: Db | Tx,
  county: string,
  kind: string,
  chunk = 2_000,
): AsyncGenerator<StepTaken & { subject: string }> {
  let after = { subject: '00000000-0000-0000-0000-000000000000', seq: 0 };
  for (;;) {
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from step where county = ${county} and kind = ${kind}
      and (subject, seq) > (${after.subject}::uuid, ${after.seq}::int) order by subject, seq limit ${chunk}`.execute(
      db,
    );
    for (const row of rows) yield { ...toStep(row), subject: row.subject as string };
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return;
    after = { subject: last.subject as string, seq: last.seq as number };
  }
}

/** Where every record of a kind stands, in order of record. */
export async function* streamProgress(
  db: Db | Tx,
  county: string,
  kind: string,
  chunk = 2_000,
): AsyncGenerator<StoredProgress & { subject: string }> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db
      .selectFrom('progress')
      .select(['subject', 'seq', 'status', 'ended', 'facts', 'opening', 'due', 'owner'])
      .where('county', '=', county)
      .where('kind', '=', kind)
      .where('subject', '>', after)
      .orderBy('subject')
      .limit(chunk)
      .execute();
    for (const row of rows) yield row as StoredProgress & { subject: string };
    if (rows.length < chunk) return;
    after = rows.at(-1)?.subject as string;
  }
}

/** Ids of records that stand nowhere, though their kind has a procedure. */
export async function listUnplaced(db: Db | Tx, county: string, kind: Kind): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select r.id from ${sql.table(tableOf(kind))} r
    left join progress p on p.county = r.county and p.kind = ${kind.name} and p.subject = r.id
    where r.county = ${county} and p.subject is null order by r.id limit 200`.execute(db);
  return rows.map((row) => row.id);
}

/** Records of a kind for which a clock runs, with what they began with; few, as most of a ledger has ended. */
export async function listClocked(
  db: Db | Tx,
  county: string,
  kind: string,
): Promise<{ subject: string; opening: Values }[]> {
  const { rows } = await sql<{ subject: string; opening: Values }>`
    select p.subject, p.opening from progress p where p.county = ${county} and p.kind = ${kind} and not p.ended
      and exists (select from clock k where k.county = p.county and k.kind = p.kind and k.subject = p.subject
        and k.until is null)
    order by p.subject`.execute(db);
  return rows;
}

/** What stands on the table once all records have their place: of the database, so that a restored one has it not. */
const PLACED = 'every record has its place';
/** Any constant: with the county it names what clocks are counted by. */
const COUNTED = 731_996;

/** Keeps what the county counts by as it is until the transaction ends, with others or alone. */
export async function holdReckoning(tx: Tx, county: string, how: 'with others' | 'alone'): Promise<void> {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
  await sql`select ${lock}(${COUNTED}::int, hashtext(${county}))`.execute(tx);
}

/** Any constant: two processes must not mark at once. */
const LOCK = 731_995;

/** Whether the records of this database were looked through for those without a place. */
export async function isPlaced(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    said: string | null;
  }>`select obj_description('progress'::regclass) as said`.execute(db);
  return rows[0]?.said === PLACED;
}

export async function markPlaced(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await sql`comment on table progress is ${sql.lit(PLACED)}`.execute(tx);
  });
}
