// How are records stored and found? The same statements for every kind; county is the first condition of each.
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Field, Kind, RecordRow } from '../../domain/kernel/record.ts';
import { markCaseLaw } from '../case-law/index.ts';
import { columnsOf, snake, tableOf, toColumns, toRecord } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';
import { openProgress } from '../progress/index.ts';

export interface NewRecord {
  readonly row: RecordRow;
  readonly matchKey: string;
  readonly search: string;
}

function flat(kind: Kind, { row, matchKey, search }: NewRecord): Record<string, unknown> {
  return {
    county: row.county,
    id: row.id,
    no: row.no,
    version: row.version,
    withdrawn: row.withdrawn,
    recorded_at: row.recordedAt,
    updated_at: row.updatedAt,
    by: row.by,
    match_key: matchKey,
    search,
    ...toColumns(kind, row.values),
  };
}

/** Inserts rows of one kind and county in one statement, and where they stand; a repeated id or number is a 23505. */
export async function insertRecords(tx: Tx, kind: Kind, records: readonly NewRecord[]): Promise<void> {
  const table = sql.table(tableOf(kind));
  const rows = JSON.stringify(records.map((record) => flat(kind, record)));
  await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${rows}::jsonb)`.execute(
    tx,
  );
  const first = records[0]?.row;
  if (!first) return;
  const fresh = records.map(({ row }) => row);
  await openProgress(tx, first.county, kind, fresh, first.recordedAt);
  await markCaseLaw(
    tx,
    first.county,
    kind.name,
    fresh.map(({ id }) => id),
    first.recordedAt,
  );
}

/** Replaces a row if it still has version `expected`; false when somebody was faster. */
export async function updateRecord(
  tx: Tx,
  kind: Kind,
  record: NewRecord,
  expected: number,
): Promise<boolean> {
  const { county, id, updatedAt } = record.row;
  // A seizure may leave one case for another: both are to be judged anew.
  if (kind.name === 'seizure') await markCaseLaw(tx, county, kind.name, [id], updatedAt);
  const result = await tx
    .updateTable(tableOf(kind))
    .set(flat(kind, record))
    .where('county', '=', record.row.county)
    .where('id', '=', record.row.id)
    .where('version', '=', expected)
    .executeTakeFirst();
  await markCaseLaw(tx, county, kind.name, [id], updatedAt);
  return result.numUpdatedRows === 1n;
}

function byId(db: Db | Tx, county: string, kind: Kind, id: string) {
  return db.selectFrom(tableOf(kind)).selectAll().where('county', '=', county).where('id', '=', id);
}

/** The record, which nobody else may change or begin to refer to until the transaction ends. */
export async function holdRecord(
  tx: Tx,
  county: string,
  kind: Kind,
  id: string,
): Promise<RecordRow | undefined> {
  const row = await byId(tx, county, kind, id).forNoKeyUpdate().executeTakeFirst();
  return row && toRecord(kind, row);
}

export async function findRecord(
  db: Db | Tx,
  county: string,
  kind: Kind,
  id: string,
): Promise<RecordRow | undefined> {
  const row = await byId(db, county, kind, id).executeTakeFirst();
  return row && toRecord(kind, row);
}

/** `hold` keeps others from changing them until the transaction ends. */
export async function findRecords(
  db: Db | Tx,
  county: string,
  kind: Kind,
  ids: readonly string[],
  hold = false,
): Promise<RecordRow[]> {
  if (ids.length === 0) return [];
  const query = db
    .selectFrom(tableOf(kind))
    .selectAll()
    .where('county', '=', county)
    .where(sql<boolean>`id = any(${ids}::uuid[])`);
  const rows = await (hold ? query.orderBy('id').forShare() : query).execute();
  return rows.map((row) => toRecord(kind, row));
}

/** Live records of the county with any of these match keys, oldest first. */
export async function findByMatchKeys(
  db: Db | Tx,
  county: string,
  kind: Kind,
  keys: readonly string[],
): Promise<(RecordRow & { matchKey: string })[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom(tableOf(kind))
    .selectAll()
    .where('county', '=', county)
    .where('withdrawn', '=', false)
    .where(sql<boolean>`match_key = any(${keys}::text[])`)
    .orderBy('no')
    .execute();
  return rows.map((row) => ({ ...toRecord(kind, row), matchKey: row.match_key as string }));
}

/** How many live records have each of these match keys; a key nobody has is left out. */
export async function countByMatchKeys(
  db: Db | Tx,
  county: string,
  kind: Kind,
  keys: readonly string[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await sql<{ match_key: string; n: number }>`
    select match_key, count(*) as n from ${sql.table(tableOf(kind))}
    where county = ${county} and not withdrawn and match_key = any(${keys}::text[]) group by 1`.execute(db);
  return new Map(rows.rows.map((row) => [row.match_key, row.n]));
}

/** All live records with one of these numbers. */
export async function findByNos(
  db: Db | Tx,
  county: string,
  kind: Kind,
  nos: readonly string[],
): Promise<RecordRow[]> {
  if (nos.length === 0) return [];
  const rows = await db
    .selectFrom(tableOf(kind))
    .selectAll()
    .where('county', '=', county)
    .where(sql<boolean>`no = any(${nos}::text[])`)
    .execute();
  return rows.map((row) => toRecord(kind, row));
}

/** Every record of a kind in a county, withdrawn ones included, in id order, without holding them all. */
export async function* streamRecords(
  db: Db,
  county: string,
  kind: Kind,
  chunk = 2_000,
): AsyncGenerator<RecordRow> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db
      .selectFrom(tableOf(kind))
      .selectAll()
      .where('county', '=', county)
      .where('id', '>', after)
      .orderBy('id')
      .limit(chunk)
      .execute();
    for (const row of rows) yield toRecord(kind, row);
    if (rows.length < chunk) return;
    after = rows.at(-1)?.id as string;
  }
}

/**
 * Takes `n` running numbers of a kind and year; outside the caller's transaction, so writers do not queue. It need not
 * wait for the disk: the record that bears the number is later in the same log, so its commit carries this one.
 */
export async function takeNumbers(
  db: Db,
  county: string,
  kind: Kind,
  year: number,
  n: number,
): Promise<number> {
  const rows = await sql<{ next: number }>`
    insert into counter (county, kind, year, next)
    select ${county}::text, ${kind.name}::text, ${year}::int, ${n + 1}::int
    from set_config('synchronous_commit', 'off', true)
    on conflict (county, kind, year) do update set next = counter.next + ${n} returning next`.execute(db);
  return (rows.rows[0]?.next as number) - n;
}

/** How many live records refer to this one, by kind and field. */
export async function countReferrers(
  db: Db | Tx,
  county: string,
  id: string,
  referrers: readonly { kind: Kind; name: string; field: Field }[],
): Promise<{ kind: Kind; count: number }[]> {
  const counts = new Map<Kind, number>();
  for (const { kind, name, field } of referrers) {
    const column = sql.ref(snake(name));
    const row = await sql<{ n: number }>`select count(*) as n from ${sql.table(tableOf(kind))}
      where county = ${county} and not withdrawn
      and ${field.type === 'refs' ? sql`${column} @> array[${id}]::uuid[]` : sql`${column} = ${id}`}`.execute(
      db,
    );
    counts.set(kind, (counts.get(kind) ?? 0) + (row.rows[0]?.n ?? 0));
  }
  return [...counts].filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }));
}

export interface Filter {
  readonly q?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly where?: Readonly<Record<string, unknown>>;
  readonly withdrawn?: 'no' | 'yes' | 'only';
  readonly campaign?: string | undefined;
  readonly agency?: string | undefined;
  readonly area?: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: see Db
type Select = SelectQueryBuilder<any, any, any>;

/** `like` pattern that finds `text` anywhere, its wildcards taken as they stand. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
}

function filtered(db: Db, county: string, kind: Kind, filter: Filter): Select {
  let query: Select = db.selectFrom(tableOf(kind)).where('county', '=', county);
  if (filter.withdrawn !== 'yes') query = query.where('withdrawn', '=', filter.withdrawn === 'only');
  const day = snake(kind.day);
  if (filter.from) query = query.where(day, '>=', filter.from);
  if (filter.until) query = query.where(day, '<=', filter.until);
  for (const word of (filter.q ?? '').trim().split(/\s+/).filter(Boolean))
    query = query.where('search', 'ilike', containing(word));
  for (const name of ['campaign', 'agency', 'area'] as const)
    if (filter[name] && kind.fields[name]) query = query.where(name, '=', filter[name]);
  for (const [name, wanted] of Object.entries(filter.where ?? {})) {
    const field = kind.fields[name];
    const condition = field && fieldCondition(name, field, wanted);
    if (condition) query = query.where(condition);
  }
  return query;
}

function fieldCondition(name: string, field: Field, wanted: unknown): RawBuilder<boolean> | undefined {
  const column = sql.ref(columnsOf(name, field)[0]?.name ?? name);
  const list = (Array.isArray(wanted) ? wanted : [wanted]).filter((item) => item !== undefined);
  if (list.length === 0) return undefined;
  if (list.includes(null)) return sql<boolean>`${column} is null`;
  switch (field.type) {
    case 'codes':
    case 'texts':
      return sql<boolean>`${column} && ${list.map(String)}::text[]`;
    case 'refs':
      return sql<boolean>`${column} && ${list.map(String)}::uuid[]`;
    case 'species':
      return sql<boolean>`${sql.ref(`${snake(name)}_level`)} = any(${list.map(String)}::text[])
        or ${column} = any(${list.map(String)}::text[])`;
    default:
      return sql<boolean>`${column}::text = any(${list.map(String)}::text[])`;
  }
}

export async function countRecords(db: Db, county: string, kind: Kind, filter: Filter): Promise<number> {
  const row = await filtered(db, county, kind, filter)
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirst();
  return (row as { n: number } | undefined)?.n ?? 0;
}

/** A page in the order of `sort` (a field name, or `no`, `updatedAt`; default the kind's day), newest first by default. */
export async function listRecords(
  db: Db,
  county: string,
  kind: Kind,
  filter: Filter,
  page: { sort: string; desc: boolean; limit: number; cursor?: { value: unknown; id: string } | undefined },
): Promise<{ row: RecordRow; sortValue: unknown }[]> {
  const field = kind.fields[page.sort];
  const column = field ? (columnsOf(page.sort, field)[0]?.name ?? 'no') : snake(page.sort);
  const direction = page.desc ? 'desc' : 'asc';
  // A field that is always there is read along its index; one that may be empty has to be sorted, the empty ones last.
  const nulls = page.sort === kind.day && field?.required ? '' : ' nulls last';
  let query = filtered(db, county, kind, filter)
    .selectAll()
    .orderBy(sql`${sql.ref(column)} ${sql.raw(direction + nulls)}`)
    .orderBy('id', direction)
    .limit(page.limit);
  if (page.cursor) query = query.where(afterCursor(column, page.desc, page.cursor, nulls === ''));
  const rows = await query.execute();
  return rows.map((row) => ({
    row: toRecord(kind, row as Record<string, unknown>),
    sortValue: (row as Record<string, unknown>)[column] ?? null,
  }));
}

/** Keyset condition with nulls last in both directions; a day that is `always` there is compared as its index is. */
function afterCursor(
  column: string,
  desc: boolean,
  cursor: { value: unknown; id: string },
  always: boolean,
): RawBuilder<boolean> {
  const ref = sql.ref(column);
  const beyond = sql.raw(desc ? '<' : '>');
  if (always) return sql<boolean>`(${ref}, id) ${beyond} (${cursor.value}::date, ${cursor.id}::uuid)`;
  if (cursor.value === null) return sql<boolean>`(${ref} is null and id ${beyond} ${cursor.id})`;
  return sql<boolean>`(${ref} ${beyond} ${cursor.value} or (${ref} = ${cursor.value} and id ${beyond} ${cursor.id})
    or ${ref} is null)`;
}

/** Points of at most `limit` records that have coordinates. */
export async function listPlaces(
  db: Db,
  county: string,
  kind: Kind,
  filter: Filter,
  limit: number,
): Promise<RecordRow[]> {
  const rows = await filtered(db, county, kind, filter)
    .selectAll()
    .where('place_lng', 'is not', null)
    .orderBy(snake(kind.day), 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => toRecord(kind, row as Record<string, unknown>));
}
