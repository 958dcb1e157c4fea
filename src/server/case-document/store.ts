// How are issued papers kept, what was typed in for them, and which records belong to a case?
import { sql } from 'kysely';
import { yearOf } from '../../domain/kernel/day.ts';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import type { Paper } from '../../domain/report/paper.ts';
import { tableOf, toRecord } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';

/** A paper as it was issued; its words and its bytes lie beside it. */
export interface IssuedRow {
  readonly id: string;
  readonly case: string;
  readonly name: string;
  readonly kind: string;
  readonly version: number;
  readonly no: string | null;
  readonly title: string;
  readonly day: string;
  readonly at: string;
  readonly by: string;
  /** Steps the case had taken. */
  readonly seq: number;
  /** SHA-256 of the canonical form of the frozen paper, hex. */
  readonly sha256: string;
  readonly docxSha256: string;
}

export interface FrozenRow extends IssuedRow {
  readonly paper: Paper;
  readonly docx: Buffer;
}

const COLUMNS = [
  ...['id', 'case', 'name', 'kind', 'version', 'no', 'title', 'day', 'at', 'by', 'seq', 'sha256'],
  'docx_sha256',
] as const;

function fromRow(row: Record<string, unknown>): IssuedRow {
  const { docx_sha256: docxSha256, ...rest } = row;
  return { ...rest, docxSha256 } as unknown as IssuedRow;
}

/** Every paper of a case that was issued, all versions, in the order they were issued. */
export async function listIssued(db: Db | Tx, county: string, subject: string): Promise<IssuedRow[]> {
  const rows = await db
    .selectFrom('document')
    .select([...COLUMNS])
    .where('county', '=', county)
    .where('case', '=', subject)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** One version of a paper, the last one without `version`. */
export async function findIssued(
  db: Db | Tx,
  county: string,
  subject: string,
  name: string,
  version?: number,
): Promise<FrozenRow | undefined> {
  let query = db
    .selectFrom('document')
    .select([...COLUMNS, 'paper', 'docx'])
    .where('county', '=', county)
    .where('case', '=', subject)
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .limit(1);
  if (version !== undefined) query = query.where('version', '=', version);
  const row = await query.executeTakeFirst();
  return row && (fromRow(row) as FrozenRow);
}

export async function findFrozen(db: Db | Tx, county: string, id: string): Promise<FrozenRow | undefined> {
  const row = await db
    .selectFrom('document')
    .select([...COLUMNS, 'paper', 'docx'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && (fromRow(row) as FrozenRow);
}

/** Ids of all papers of a county, for the check of papers against the journal. */
export async function listFrozenIds(db: Db | Tx, county: string): Promise<string[]> {
  const rows = await db
    .selectFrom('document')
    .select('id')
    .where('county', '=', county)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id as string);
}

export async function insertIssued(tx: Tx, county: string, row: FrozenRow): Promise<void> {
  const { docxSha256, paper, ...rest } = row;
  await tx
    .insertInto('document')
    .values({ county, ...rest, paper: JSON.stringify(paper), docx_sha256: docxSha256 })
    .execute();
}

/** Another case, or another paper of this one, that bears the number already. */
export async function findBearer(
  db: Db | Tx,
  county: string,
  no: string,
  but: { readonly case: string; readonly name: string },
): Promise<IssuedRow | undefined> {
  const row = await db
    .selectFrom('document')
    .select([...COLUMNS])
    .where('county', '=', county)
    .where('no', '=', no)
    .where((is) => is.or([is('case', '<>', but.case), is('name', '<>', but.name)]))
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

const counterOf = (mark: string) => `document.${mark}`;

/** The next running number of a mark in a year. In the transaction that issues: whoever is refused leaves no gap. */
export async function takeDocumentNumber(
  tx: Tx,
  county: string,
  mark: string,
  year: number,
): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    insert into counter (county, kind, year, next) values (${county}, ${counterOf(mark)}, ${year}, 2)
    on conflict (county, kind, year) do update set next = counter.next + 1 returning next`.execute(tx);
  return (rows[0]?.next as number) - 1;
}

/** A number somebody stated is used up: the next one lies after it. */
export async function spendDocumentNumber(
  tx: Tx,
  county: string,
  mark: string,
  year: number,
  n: number,
): Promise<void> {
  await sql`insert into counter (county, kind, year, next) values (${county}, ${counterOf(mark)}, ${year}, ${n + 1})
    on conflict (county, kind, year) do update set next = greatest(counter.next, excluded.next)`.execute(tx);
}

/** The number that would come next, by mark; 1 where none was taken. */
export async function nextDocumentNumbers(
  db: Db | Tx,
  county: string,
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('counter')
    .select(['kind', 'next'])
    .where('county', '=', county)
    .where('kind', 'like', 'document.%')
    .where('year', '=', yearOf(day))
    .execute();
  return new Map(rows.map((row) => [(row.kind as string).slice('document.'.length), row.next as number]));
}

export async function listFills(
  db: Db | Tx,
  county: string,
  subject: string,
): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('document_fill')
    .select(['fact', 'value'])
    .where('county', '=', county)
    .where('case', '=', subject)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.fact as string, row.value as string]));
}

/** Keeps what was typed in; null takes it out again. */
export async function putFills(
  tx: Tx,
  county: string,
  subject: string,
  fills: Readonly<Record<string, string | null>>,
  at: string,
): Promise<void> {
  for (const [fact, value] of Object.entries(fills)) {
    if (value === null)
      await tx
        .deleteFrom('document_fill')
        .where('county', '=', county)
        .where('case', '=', subject)
        .where('fact', '=', fact)
        .execute();
    else
      await tx
        .insertInto('document_fill')
        .values({ county, case: subject, fact, value, updated_at: at })
        .onConflict((c) => c.columns(['county', 'case', 'fact']).doUpdateSet({ value, updated_at: at }))
        .execute();
  }
}

/** Live records of `kind` whose field `column` names one of `ids`, in the order of their numbers. */
export async function listBelonging(
  db: Db | Tx,
  county: string,
  kind: Kind,
  column: string,
  ids: readonly string[],
  withdrawn = false,
): Promise<RecordRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(tableOf(kind))}
    where county = ${county} and ${sql.ref(column)} = any(${ids}::uuid[]) and withdrawn = ${withdrawn} order by no`.execute(
    db,
  );
  return rows.map((row) => toRecord(kind, row));
}
