// How are import jobs, the rows of a source and remembered mappings kept?
import { sql } from 'kysely';
import type { Db, Tx } from '../db/connection.ts';

export type Status = 'reading' | 'ready' | 'saving' | 'done' | 'refused' | 'failed';

export interface StoredJob {
  readonly county: string;
  readonly id: string;
  readonly account: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly status: Status;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly state: unknown;
}

function fromRaw(raw: Record<string, unknown>): StoredJob {
  return {
    county: raw.county as string,
    id: raw.id as string,
    account: raw.account as string,
    fileName: raw.file_name as string,
    fileHash: raw.file_hash as string,
    status: raw.status as Status,
    createdAt: raw.created_at as string,
    updatedAt: raw.updated_at as string,
    state: raw.state,
  };
}

export async function insertJob(db: Db, job: StoredJob): Promise<void> {
  await db
    .insertInto('import_job')
    .values({
      county: job.county,
      id: job.id,
      account: job.account,
      file_name: job.fileName,
      file_hash: job.fileHash,
      status: job.status,
      created_at: job.createdAt,
      updated_at: job.updatedAt,
      state: JSON.stringify(job.state),
    })
    .execute();
}

export async function findJob(db: Db | Tx, county: string, id: string): Promise<StoredJob | undefined> {
  const raw = await db
    .selectFrom('import_job')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return raw && fromRaw(raw);
}

/** Jobs of any county that were at work when last heard of. */
export async function listUnfinished(db: Db): Promise<StoredJob[]> {
  const rows = await db
    .selectFrom('import_job')
    .selectAll()
    .where('status', 'in', ['reading', 'saving'])
    .execute();
  return rows.map(fromRaw);
}

/** Jobs of a county, newest first. */
export async function listJobs(db: Db, county: string, limit: number): Promise<StoredJob[]> {
  const rows = await db
    .selectFrom('import_job')
    .selectAll()
    .where('county', '=', county)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRaw);
}

/** Moves a job on if its status is still one of `from`; false when somebody else moved it. */
export async function moveJob(
  db: Db | Tx,
  county: string,
  id: string,
  from: readonly Status[],
  to: { status: Status; at: string; state?: unknown },
): Promise<boolean> {
  const result = await db
    .updateTable('import_job')
    .set({
      status: to.status,
      updated_at: to.at,
      ...(to.state === undefined ? {} : { state: JSON.stringify(to.state) }),
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface SourceRow {
  readonly row: number;
  readonly key: string;
  readonly kind: string;
  readonly record: string;
  /** JSON of the cells as text by field. */
  readonly text: string;
}

const PAGE = 5_000;

/** What earlier imports of `source` (file name and sheet) made of its rows, by row. */
export async function listSourceRows(db: Db | Tx, county: string, source: string): Promise<SourceRow[]> {
  const found: SourceRow[] = [];
  for (;;) {
    // Page by page: the driver turns a whole result into rows in one go, and nobody is answered meanwhile.
    const rows = await db
      .selectFrom('import_row')
      .selectAll()
      .where('county', '=', county)
      .where('source', '=', source)
      .where('row', '>', found.at(-1)?.row ?? -1)
      .orderBy('row')
      .limit(PAGE)
      .execute();
    for (const raw of rows)
      found.push({
        row: raw.row as number,
        key: raw.match_key as string,
        kind: raw.kind as string,
        record: raw.record as string,
        text: raw.content as string,
      });
    if (rows.length < PAGE) return found;
  }
}

export async function deleteSourceRows(tx: Tx, county: string, source: string): Promise<void> {
  await tx.deleteFrom('import_row').where('county', '=', county).where('source', '=', source).execute();
}

export async function insertSourceRows(
  tx: Tx,
  county: string,
  source: string,
  rows: readonly SourceRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const flat = rows.map((r) => ({
    county,
    source,
    row: r.row,
    match_key: r.key,
    kind: r.kind,
    record: r.record,
    content: r.text,
  }));
  await sql`insert into import_row
    select * from jsonb_populate_recordset(null::import_row, ${JSON.stringify(flat)}::jsonb)`.execute(tx);
}

/** One import saves at a time in a county, for the length of the transaction: two cannot both find a row new. */
export async function lockImports(tx: Tx, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(731996, ${Number(county)})`.execute(tx);
}

interface StoredMapping {
  readonly signature: string;
  readonly name: string | null;
  readonly plan: unknown;
}

export async function listMappings(
  db: Db,
  county: string,
  signatures: readonly string[],
): Promise<StoredMapping[]> {
  if (signatures.length === 0) return [];
  const rows = await db
    .selectFrom('mapping')
    .select(['signature', 'name', 'plan'])
    .where('county', '=', county)
    .where('signature', 'in', [...signatures])
    .execute();
  return rows as StoredMapping[];
}

export async function putMapping(tx: Tx, county: string, mapping: StoredMapping, at: string): Promise<void> {
  const plan = JSON.stringify(mapping.plan);
  await tx
    .insertInto('mapping')
    .values({ county, signature: mapping.signature, name: mapping.name, plan, updated_at: at })
    .onConflict((c) =>
      c.columns(['county', 'signature']).doUpdateSet({ name: mapping.name, plan, updated_at: at }),
    )
    .execute();
}
