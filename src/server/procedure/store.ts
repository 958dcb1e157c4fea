// Which records stand where, and what is due among them?
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import { snake, tableOf, toRecord } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';

/** Who registered a record: the account of its first journal row. */
export async function findAuthor(
  db: Db | Tx,
  county: string,
  kind: string,
  id: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('journal')
    .select('by')
    .where('county', '=', county)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.by as string | undefined;
}

/** What somebody took the last step of, is named as officer of, or what lies with their agency. */
export interface Mine {
  readonly account: string;
  readonly name: string;
  readonly agency: string | null;
}

export interface WorkFilter {
  /** Any of these statuses. */
  readonly status?: readonly string[] | undefined;
  readonly open?: boolean | undefined;
  readonly due?: 'overdue' | 'soon' | undefined;
  readonly mine?: Mine | undefined;
  /** The person (record id) who handles it. */
  readonly officer?: string | undefined;
  readonly q?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly campaign?: string | undefined;
  readonly agency?: string | undefined;
  readonly area?: string | undefined;
  /** Codes by field name. */
  readonly where?: Readonly<Record<string, unknown>>;
}

// biome-ignore lint/suspicious/noExplicitAny: see Db
type Select = SelectQueryBuilder<any, any, any>;
/** What is due within three days is due soon. */
const SOON = "interval '3 days'";

function working(db: Db, county: string, kind: Kind, filter: WorkFilter, now: string): Select {
  let query: Select = db
    .selectFrom('progress as p')
    .innerJoin(`${tableOf(kind)} as r`, (join) =>
      join.onRef('r.county', '=', 'p.county').onRef('r.id', '=', 'p.subject'),
    )
    .where('p.county', '=', county)
    .where('p.kind', '=', kind.name)
    .where('r.withdrawn', '=', false);
  const [status, ...others] = filter.status ?? [];
  if (status !== undefined && others.length === 0) query = query.where('p.status', '=', status);
  else if (status !== undefined)
    query = query.where(sql<boolean>`p.status = any(${[status, ...others]}::text[])`);
  if (filter.open !== undefined) query = query.where('p.ended', '=', !filter.open);
  if (filter.due === 'overdue') query = query.where(sql<boolean>`p.due < ${now}::timestamptz`);
  if (filter.due === 'soon')
    query = query.where(
      sql<boolean>`p.due >= ${now}::timestamptz and p.due < ${now}::timestamptz + ${sql.raw(SOON)}`,
    );
  if (filter.officer) query = query.where(sql<boolean>`${officerOf(kind)} = ${filter.officer}`);
  if (filter.mine) query = query.where(isMine(kind, county, filter.mine));
  if (filter.from) query = query.where(`r.${snake(kind.day)}`, '>=', filter.from);
  if (filter.until) query = query.where(`r.${snake(kind.day)}`, '<=', filter.until);
  for (const word of (filter.q ?? '').trim().split(/\s+/).filter(Boolean))
    query = query.where('r.search', 'ilike', `%${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`);
  for (const name of ['campaign', 'agency', 'area'] as const)
    if (filter[name] && kind.fields[name]) query = query.where(`r.${name}`, '=', filter[name]);
  for (const [name, wanted] of Object.entries(filter.where ?? {})) {
    if (!Object.hasOwn(kind.fields, name) || wanted === undefined) continue;
    const list = [wanted].flat().map(String);
    const column = sql.ref(`r.${snake(name)}`);
    const many = ['codes', 'texts', 'refs'].includes(kind.fields[name]?.type ?? '');
    query = query.where(
      many
        ? sql<boolean>`${column}::text[] && ${list}::text[]`
        : sql<boolean>`${column}::text = any(${list}::text[])`,
    );
  }
  return query;
}

/** Who handles it: a field of the record, or what its steps remember. */
function officerOf(kind: Kind) {
  return kind.fields.officer ? sql`r.officer::text` : sql`p.facts->>'officer'`;
}

/** Accounts and people of the ledger are told together by name: that is how a county knows them. */
function isMine(kind: Kind, county: string, { account, name, agency }: Mine) {
  const mine = sql<boolean>`(p.owner = ${account}::uuid or ${officerOf(kind)} in
    (select id::text from person where county = ${county} and name = ${name} and not withdrawn)`;
  return agency !== null && kind.fields.agency
    ? sql<boolean>`${mine} or r.agency = ${agency}::uuid)`
    : sql<boolean>`${mine})`;
}

/** A page of work: what is due first comes first, then what has no clock, newest first. */
export async function listWork(
  db: Db,
  county: string,
  kind: Kind,
  filter: WorkFilter,
  now: string,
  page: { limit: number; cursor?: { value: unknown; id: string } | undefined },
): Promise<
  {
    row: RecordRow;
    status: string;
    ended: boolean;
    due: string | null;
    dueDeadline: string | null;
    owner: string | null;
    seq: number;
    facts: unknown;
  }[]
> {
  let query = working(db, county, kind, filter, now)
    .selectAll('r')
    .select(['p.status as p_status', 'p.ended as p_ended', 'p.due as p_due', 'p.due_deadline as p_deadline'])
    .select(['p.owner as p_owner', 'p.seq as p_seq', 'p.facts as p_facts'])
    .orderBy(sql`p.due asc nulls last`)
    .orderBy('p.subject', 'desc')
    .limit(page.limit);
  if (page.cursor) query = query.where(after(page.cursor));
  const rows = (await query.execute()) as Record<string, unknown>[];
  return rows.map((row) => ({
    row: toRecord(kind, row),
    status: row.p_status as string,
    ended: row.p_ended as boolean,
    due: row.p_due as string | null,
    dueDeadline: row.p_deadline as string | null,
    owner: row.p_owner as string | null,
    seq: row.p_seq as number,
    facts: row.p_facts,
  }));
}

function after({ value, id }: { value: unknown; id: string }) {
  return value === null
    ? sql<boolean>`(p.due is null and p.subject < ${id}::uuid)`
    : sql<boolean>`(p.due > ${value}::timestamptz or (p.due = ${value}::timestamptz and p.subject < ${id}::uuid)
        or p.due is null)`;
}

/**
 * How many of the open ones stand in each status, are overdue or due soon; what has ended is not counted. Status and due of
 * the filter are not heard: they say which of these numbers is looked at.
 */
export async function countWork(
  db: Db,
  county: string,
  kind: Kind,
  filter: WorkFilter,
  now: string,
): Promise<{ status: Record<string, number>; overdue: number; soon: number }> {
  const { status: _status, due: _due, ...rest } = filter;
  const rows = (await working(db, county, kind, { ...rest, open: true }, now)
    .select('p.status')
    .select(sql<number>`count(*)::int`.as('n'))
    .select(sql<number>`(count(*) filter (where p.due < ${now}::timestamptz))::int`.as('overdue'))
    .select(
      sql<number>`(count(*) filter (where p.due >= ${now}::timestamptz
        and p.due < ${now}::timestamptz + ${sql.raw(SOON)}))::int`.as('soon'),
    )
    .groupBy('p.status')
    .execute()) as { status: string; n: number; overdue: number; soon: number }[];
  return {
    status: Object.fromEntries(rows.map((row) => [row.status, row.n])),
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
    soon: rows.reduce((sum, row) => sum + row.soon, 0),
  };
}

/** Persons a correction of the record named as its officer before. */
export async function listFormerOfficers(
  db: Db | Tx,
  county: string,
  kind: string,
  id: string,
): Promise<string[]> {
  const { rows } = await sql<{ officer: string }>`
    select distinct body -> 'changed' -> 'officer' ->> 0 as officer from journal
    where county = ${county} and subject_kind = ${kind} and subject_id = ${id}::uuid and kind = 'record.correct'
      and body -> 'changed' -> 'officer' ->> 0 is not null`.execute(db);
  return rows.map(({ officer }) => officer);
}
