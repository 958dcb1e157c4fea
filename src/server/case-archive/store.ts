// Which journal rows tell of a case, where do they lie in the tree, and which heads may somebody hold on paper?
import { sql } from 'kysely';
import type { JournalRow } from '../../domain/journal/row.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface PlacedRow {
  readonly seq: number | null;
  readonly row: JournalRow;
}

/** Journal rows about any of `subjects`, in the order they were recorded, with their place in the tree. */
export async function listRowsAbout(
  db: Db | Tx,
  county: string,
  subjects: readonly { readonly kind: string; readonly id: string }[],
): Promise<PlacedRow[]> {
  const kinds = subjects.map((each) => each.kind);
  const ids = subjects.map((each) => each.id);
  const { rows } = await sql<Record<string, unknown>>`
    select j.*, l.seq from unnest(${kinds}::text[], ${ids}::uuid[]) as s(kind, id)
    join journal j on j.county = ${county} and j.subject_kind = s.kind and j.subject_id = s.id
    left join journal_leaf l on l.county = j.county and l.id = j.id
    order by j.recorded_at, j.id`.execute(db);
  return rows.map((raw) => ({
    seq: raw.seq as number | null,
    row: {
      county: raw.county as string,
      id: raw.id as string,
      batch: raw.batch as string | null,
      kind: raw.kind as string,
      subject: { kind: raw.subject_kind as string, id: raw.subject_id as string },
      at: raw.at as string,
      recordedAt: raw.recorded_at as string,
      by: raw.by as string,
      device: raw.device as string | null,
      body: raw.body,
    },
  }));
}

const CHUNK = 50_000;

/** The first `size` leaf hashes of a county's tree, 32 bytes each, one after the other. */
export async function readLeaves(db: Db | Tx, county: string, size: number): Promise<Uint8Array> {
  const leaves = new Uint8Array(size * 32);
  for (let n = 0; n < size; ) {
    const { rows } = await sql<{ seq: number; leaf: Buffer }>`select seq, leaf from journal_leaf
      where county = ${county} and seq >= ${n} and seq < ${size} order by seq limit ${CHUNK}`.execute(db);
    if (rows.length === 0 || rows[0]?.seq !== n) throw new Error(`leaf ${n} of ${county} is missing`);
    for (const { seq, leaf } of rows) leaves.set(leaf, seq * 32);
    n += rows.length;
  }
  return leaves;
}

/** Heads older than `size` that somebody may hold: printed on signed summaries, and the last of each month. */
export async function listHeldHeads(
  db: Db | Tx,
  county: string,
  size: number,
): Promise<{ size: number; root: Buffer }[]> {
  const { rows } = await sql<{ size: number; root: Buffer }>`
    select size, root from tree_head where county = ${county} and size < ${size} and (
      size in (select (signed->'head'->>'size')::bigint from report
        where county = ${county} and signed->'head'->>'size' is not null)
      or size in (select max(size) from tree_head where county = ${county}
        group by date_trunc('month', at at time zone 'Asia/Shanghai')))
    order by size`.execute(db);
  return rows;
}

/** What kind of file each piece of evidence is, by its hash. */
export async function listFileTypes(
  db: Db | Tx,
  county: string,
  hashes: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('file')
    .select(['sha256', 'type'])
    .where('county', '=', county)
    .where(sql<boolean>`sha256 = any(${[...hashes]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.sha256 as string, row.type as string]));
}

/** Everything read in `read` is of one moment. */
export function atOneMoment<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
