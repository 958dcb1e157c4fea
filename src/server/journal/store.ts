// How is the journal kept? Rows appended in their action's transaction; leaves and heads by the sealer.
import { sql } from 'kysely';
import type { JournalRow } from '../../domain/journal/row.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface StoredRow extends JournalRow {
  readonly mac: Buffer;
}

interface Raw {
  county: string;
  id: string;
  batch: string | null;
  kind: string;
  subject_kind: string | null;
  subject_id: string | null;
  at: string;
  recorded_at: string;
  by: string;
  device: string | null;
  body: unknown;
  mac: Buffer;
}

function fromRaw(raw: Raw): StoredRow {
  return {
    county: raw.county,
    id: raw.id,
    batch: raw.batch,
    kind: raw.kind,
    subject: raw.subject_kind && raw.subject_id ? { kind: raw.subject_kind, id: raw.subject_id } : null,
    at: raw.at,
    recordedAt: raw.recorded_at,
    by: raw.by,
    device: raw.device,
    body: raw.body,
    mac: raw.mac,
  };
}

/** Appends rows and queues them for sealing; a repeated id is a unique violation (23505). */
export async function insertJournal(tx: Tx, rows: readonly StoredRow[]): Promise<void> {
  const flat = rows.map((row) => ({
    county: row.county,
    id: row.id,
    batch: row.batch ?? null,
    kind: row.kind,
    subject_kind: row.subject?.kind ?? null,
    subject_id: row.subject?.id ?? null,
    at: row.at,
    recorded_at: row.recordedAt,
    by: row.by,
    device: row.device,
    body: row.body ?? null,
    mac: `\\x${Buffer.from(row.mac).toString('hex')}`,
  }));
  await sql`
    with added as (
      insert into journal select * from jsonb_populate_recordset(null::journal, ${JSON.stringify(flat)}::jsonb)
      returning county, id
    ) insert into journal_waiting (county, id) select county, id from added`.execute(tx);
}

export async function findJournal(db: Db | Tx, county: string, id: string): Promise<StoredRow | undefined> {
  const raw = await db
    .selectFrom('journal')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return raw && fromRaw(raw as Raw);
}

export async function listWaitingCounties(db: Db): Promise<string[]> {
  const rows = await sql<{ county: string }>`
    with recursive next as (
      (select county from journal_waiting order by county limit 1)
      union all
      select (select w.county from journal_waiting w where w.county > next.county order by w.county limit 1)
      from next where next.county is not null
    ) select county from next where county is not null`.execute(db);
  return rows.rows.map((row) => row.county);
}

/**
 * Takes up to `limit` rows of a county that wait for their place, oldest id first; the caller holds the county's seal.
 * Two plain statements: right after an import the planner knows nothing of 50,000 waiting rows, and one joined
 * statement took minutes. A waiting id whose row is gone stays, for verify to name.
 */
export async function takeWaiting(tx: Tx, county: string, limit: number): Promise<StoredRow[]> {
  const found = await sql<Raw>`
    select j.* from (select id from journal_waiting where county = ${county} order by id limit ${limit}) w
    join journal j on j.county = ${county} and j.id = w.id order by j.id`.execute(tx);
  const ids = found.rows.map((row) => row.id);
  await sql`delete from journal_waiting where county = ${county} and id = any(${ids}::uuid[])`.execute(tx);
  return found.rows.map(fromRaw);
}

export interface StoredHead {
  size: number;
  root: Buffer;
  at: string;
  key_id: string;
  signature: string;
  frontier: Buffer[];
}

export async function findHead(db: Db | Tx, county: string): Promise<StoredHead | undefined> {
  return (await db
    .selectFrom('tree_head')
    .selectAll()
    .where('county', '=', county)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()) as StoredHead | undefined;
}

export async function listHeads(db: Db, county: string): Promise<StoredHead[]> {
  return (await db
    .selectFrom('tree_head')
    .selectAll()
    .where('county', '=', county)
    .orderBy('size')
    .execute()) as StoredHead[];
}

export async function insertLeaves(
  tx: Tx,
  county: string,
  leaves: readonly { seq: number; id: string; leaf: Uint8Array }[],
): Promise<void> {
  const flat = leaves.map((l) => ({
    county,
    seq: l.seq,
    id: l.id,
    leaf: `\\x${Buffer.from(l.leaf).toString('hex')}`,
  }));
  await sql`insert into journal_leaf
    select * from jsonb_populate_recordset(null::journal_leaf, ${JSON.stringify(flat)}::jsonb)`.execute(tx);
}

export async function insertHead(tx: Tx, county: string, head: StoredHead): Promise<void> {
  await tx
    .insertInto('tree_head')
    .values({ county, ...head })
    .execute();
}

/** One sealer at a time in a county, for the length of the transaction. */
export async function lockSealer(tx: Tx, county: string): Promise<boolean> {
  const row = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(731995, ${Number(county)}) as got`.execute(tx);
  return row.rows[0]?.got === true;
}

/** Leaves joined to their rows in tree order from `after`, `limit` at a time; a missing row comes as id null. */
export async function listLeaves(
  db: Db,
  county: string,
  after: number,
  limit: number,
): Promise<{ seq: number; leafId: string; leaf: Buffer; row: StoredRow | null }[]> {
  const rows = await sql<Raw & { seq: number; leaf_id: string; leaf: Buffer }>`
    select l.seq, l.id as leaf_id, l.leaf, j.* from journal_leaf l
    left join journal j on j.county = l.county and j.id = l.id
    where l.county = ${county} and l.seq > ${after} order by l.seq limit ${limit}`.execute(db);
  return rows.rows.map((raw) => ({
    seq: raw.seq,
    leafId: raw.leaf_id,
    leaf: raw.leaf,
    row: raw.id ? fromRaw(raw) : null,
  }));
}

/** Rows of the journal that are neither sealed nor waiting: put there behind the house's back. */
export async function listStrangers(db: Db, county: string, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select j.id from journal j where j.county = ${county}
    and not exists (select from journal_leaf l where l.county = j.county and l.id = j.id)
    and not exists (select from journal_waiting w where w.county = j.county and w.id = j.id)
    limit ${limit}`.execute(db);
  return rows.rows.map((row) => row.id);
}

/** Journal rows waiting for their seal, rows included. */
export async function listWaiting(db: Db, county: string): Promise<{ id: string; row: StoredRow | null }[]> {
  const rows = await sql<Raw & { waiting_id: string }>`
    select w.id as waiting_id, j.* from journal_waiting w
    left join journal j on j.county = w.county and j.id = w.id where w.county = ${county} order by w.id`.execute(
    db,
  );
  return rows.rows.map((raw) => ({ id: raw.waiting_id, row: raw.id ? fromRaw(raw) : null }));
}

/** Rows of all counties that wait for their seal; for the metrics of the whole house. */
export async function countAllWaiting(db: Db): Promise<number> {
  const row = await sql<{ n: number }>`select count(*) as n from journal_waiting`.execute(db);
  return row.rows[0]?.n ?? 0;
}

export async function countWaiting(db: Db, county: string): Promise<number> {
  const row = await sql<{
    n: number;
  }>`select count(*) as n from journal_waiting where county = ${county}`.execute(db);
  return row.rows[0]?.n ?? 0;
}

/** The last journal row of each record of a kind that set its values, for the check of records against journal. */
export async function listLatest(
  db: Db,
  county: string,
  subjectKind: string,
): Promise<{ id: string; by: string; body: unknown }[]> {
  const rows = await sql<{ id: string; by: string; body: unknown }>`
    select distinct on (subject_id) subject_id as id, by, body from journal where county = ${county} and subject_kind = ${subjectKind}
    order by subject_id, (body->>'version')::int desc nulls last, recorded_at desc, id desc`.execute(db);
  return rows.rows;
}

/** Every step that was journaled of records of a kind. */
export async function listJournaledSteps(
  db: Db | Tx,
  county: string,
  subjectKind: string,
): Promise<{ id: string; subject: string; by: string; body: unknown }[]> {
  const rows = await sql<{ id: string; subject: string; by: string; body: unknown }>`
    select id, subject_id as subject, by, body from journal where county = ${county}
    and subject_kind = ${subjectKind} and body -> 'step' is not null`.execute(db);
  return rows.rows;
}

/** Every paper that was issued, by the id of the paper. */
export async function listJournaledIssues(
  db: Db | Tx,
  county: string,
): Promise<{ id: string; by: string; body: unknown }[]> {
  const rows = await sql<{ id: string; by: string; body: unknown }>`
    select subject_id as id, by, body from journal where county = ${county}
    and subject_kind = 'document' and kind = 'document.issue'`.execute(db);
  return rows.rows;
}

export interface Entry extends JournalRow {
  readonly byName: string;
  readonly seq: number | null;
}

/** Entries newest first; `before` is the (recordedAt, id) of the last one seen. */
export async function listEntries(
  db: Db | Tx,
  county: string,
  ask: {
    subject?: { kind: string; id: string };
    before?: [string, string];
    limit: number;
    kind?: string | undefined;
    by?: string | undefined;
  },
): Promise<Entry[]> {
  const rows = await sql<Raw & { by_name: string | null; seq: number | null }>`
    select j.*, a.name as by_name, l.seq from journal j
    left join account a on a.id = j.by
    left join journal_leaf l on l.county = j.county and l.id = j.id
    where j.county = ${county}
    ${ask.subject ? sql`and j.subject_kind = ${ask.subject.kind} and j.subject_id = ${ask.subject.id}` : sql``}
    ${ask.kind ? sql`and j.kind = ${ask.kind}` : sql``}
    ${ask.by ? sql`and j.by = ${ask.by}` : sql``}
    ${ask.before ? sql`and (j.recorded_at, j.id) < (${ask.before[0]}::timestamptz, ${ask.before[1]}::uuid)` : sql``}
    order by j.recorded_at desc, j.id desc limit ${ask.limit}`.execute(db);
  return rows.rows.map((raw) => ({ ...fromRaw(raw), byName: raw.by_name ?? '', seq: raw.seq ?? null }));
}

export async function listCounties(db: Db): Promise<string[]> {
  const rows = await sql<{ county: string }>`select distinct county from tree_head order by 1`.execute(db);
  return rows.rows.map((row) => row.county);
}
