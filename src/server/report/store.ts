// Where do summaries stand, and what do the records behind them owe?
import { type RawBuilder, sql } from 'kysely';
import type { FigureScope } from '../../domain/figure/figure.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Edits } from '../../domain/report/edit.ts';
import { OVERSIGHT_MAX } from '../../domain/report/finding.ts';
import type { FrozenRecord, Signed } from '../../domain/report/freeze.ts';
import type { OutlineId } from '../../domain/report/outline.ts';
import { snake, tableOf, toRecord } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';

export type ReportStatus = 'draft' | 'signed' | 'withdrawn';

export interface ReportRow {
  readonly county: string;
  readonly id: string;
  readonly no: string;
  readonly outline: OutlineId;
  readonly title: string;
  readonly status: ReportStatus;
  readonly version: number;
  readonly scope: FigureScope;
  readonly options: Readonly<Record<string, unknown>>;
  readonly edits: Edits;
  readonly signed: Signed | null;
  readonly updatedAt: string;
}

const COLUMNS = ['county', 'id', 'no', 'outline', 'title', 'status', 'version', 'scope', 'options', 'edits'];

function fromRow(row: Record<string, unknown>): ReportRow {
  const { updated_at: updatedAt, signed = null, ...rest } = row;
  return { ...rest, signed, updatedAt } as unknown as ReportRow;
}

/** Summaries of a county, newest first, without what signing froze. */
export async function listReports(db: Db | Tx, county: string): Promise<ReportRow[]> {
  const rows = await db
    .selectFrom('report')
    .select([...COLUMNS, 'updated_at'])
    .where('county', '=', county)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return rows.map(fromRow);
}

export async function findReport(db: Db | Tx, county: string, id: string): Promise<ReportRow | undefined> {
  const row = await db
    .selectFrom('report')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

function toRow(report: ReportRow): Record<string, unknown> {
  const { updatedAt, scope, options, edits, signed, ...rest } = report;
  return {
    ...rest,
    scope: JSON.stringify(scope),
    options: JSON.stringify(options),
    edits: JSON.stringify(edits),
    signed: signed === null ? null : JSON.stringify(signed),
    updated_at: updatedAt,
  };
}

export async function insertReport(tx: Tx, report: ReportRow): Promise<void> {
  await tx.insertInto('report').values(toRow(report)).execute();
}

/** Replaces the summary if it still has version `expected`; false when somebody was faster. */
export async function updateReport(tx: Tx, report: ReportRow, expected: number): Promise<boolean> {
  const result = await tx
    .updateTable('report')
    .set(toRow(report))
    .where('county', '=', report.county)
    .where('id', '=', report.id)
    .where('version', '=', expected)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Everything this transaction reads is of one moment; must be its first statement (PostgreSQL manual, SET TRANSACTION). */
export async function readOneMoment(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(tx);
}

/** Whether somebody changed a row after our moment (SQLSTATE 40001). */
export function isOvertaken(error: unknown): boolean {
  return (error as { code?: string }).code === '40001';
}

/** The next running number of summaries in a year: 1, 2, …. Writers of one county and year queue for it. */
export async function takeReportNumber(tx: Tx, county: string, year: number): Promise<number> {
  const rows = await sql<{ next: number }>`
    insert into counter (county, kind, year, next) values (${county}, 'report', ${year}, 2)
    on conflict (county, kind, year) do update set next = counter.next + 1 returning next`.execute(tx);
  return (rows.rows[0]?.next as number) - 1;
}

/** Kind, id and version of records of one kind. */
export async function listVersions(
  db: Db | Tx,
  county: string,
  kindName: string,
  ids: readonly string[],
): Promise<FrozenRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from ${sql.table(tableOf(getKind(kindName)))}
    where county = ${county} and id = any(${ids}::uuid[]) order by id`.execute(db);
  return rows.map((row) => [kindName, row.id, row.version]);
}

/** What of a kind is owed: in the scope, live, and meeting one of the conditions below; at most OVERSIGHT_MAX. */
export type Owing =
  | 'overdueClues'
  | 'overdueRectifications'
  | 'overdueDuties'
  | 'openCases'
  | 'unpatrolledSites'
  | 'unreviewedPermits'
  | 'plans'
  | 'bans';

interface Question {
  readonly kind: string;
  /** Registers stand whole; everything else is taken by its day. */
  readonly whole?: boolean;
  readonly order: string;
  readonly met: (county: string, scope: FigureScope, today: Day) => RawBuilder<unknown>;
}

const QUESTIONS: Readonly<Record<Owing, Question>> = {
  overdueClues: {
    kind: 'clue',
    order: 'due',
    met: (_county, _scope, today) => sql`t.result is null and t.due < ${today}::date`,
  },
  overdueRectifications: {
    kind: 'inspection',
    order: 'rectify_by',
    met: (_county, _scope, today) =>
      sql`cardinality(t.found) > 0 and t.rectified_on is null and t.rectify_by < ${today}::date`,
  },
  overdueDuties: {
    kind: 'duty',
    order: 'due',
    met: (_county, _scope, today) => sql`t.done_on is null and t.due < ${today}::date`,
  },
  openCases: {
    kind: 'case',
    order: 'filed_on',
    met: (_county, { until }) =>
      until ? sql`(t.closed_on is null or t.closed_on > ${until}::date)` : sql`t.closed_on is null`,
  },
  unpatrolledSites: {
    kind: 'site',
    whole: true,
    order: 'no',
    met: (county, scope) => sql`t.id not in (
        select unnest(p.sites) from patrol p where ${within('patrol', 'p', county, scope)})
      and t.id not in (
        select i.site from inspection i where ${within('inspection', 'i', county, scope)} and i.site is not null)`,
  },
  unreviewedPermits: {
    kind: 'permit',
    whole: true,
    order: 'day',
    met: (county, { from, until, campaign }) => sql`t.decision = 'granted'
      and ${campaign ? sql`false` : sql`true`}
      and ${until ? sql`t.decided_on <= ${until}::date` : sql`true`}
      and ${from ? sql`(t.valid_until is null or t.valid_until >= ${from}::date)` : sql`true`}
      and not exists (select from annual_review r where r.permit = t.id
        and ${within('annualReview', 'r', county, { from, until })})`,
  },
  plans: {
    kind: 'consumptionPlan',
    order: 'no',
    met: (_county, { campaign }) => sql`t.period_text is not null and ${campaign ? sql`false` : sql`true`}`,
  },
  bans: { kind: 'notice', order: 'day', met: () => sql`t.notice_kind = 'huntingBan'` },
};

/** Live, of the county, on a day of the period, and of the campaign where the kind has one. */
function within(kindName: string, alias: string, county: string, scope: FigureScope): RawBuilder<unknown> {
  const kind = getKind(kindName);
  const at = (column: string) => sql`${sql.ref(`${alias}.${column}`)}`;
  const day = at(snake(kind.day));
  return sql.join(
    [
      sql`${at('county')} = ${county} and not ${at('withdrawn')}`,
      ...(scope.from ? [sql`${day} >= ${scope.from}::date`] : []),
      ...(scope.until ? [sql`${day} <= ${scope.until}::date`] : []),
      ...(scope.campaign && kind.fields.campaign ? [sql`${at('campaign')} = ${scope.campaign}::uuid`] : []),
    ],
    sql` and `,
  );
}

export async function listOwing(
  db: Db | Tx,
  county: string,
  owing: Owing,
  scope: FigureScope,
  today: Day,
): Promise<{ kind: Kind; rows: RecordRow[] }> {
  const question = QUESTIONS[owing];
  const kind = getKind(question.kind);
  const { rows } = await sql<Record<string, unknown>>`select t.* from ${sql.table(tableOf(kind))} t
    where ${within(question.kind, 't', county, question.whole ? {} : scope)}
    and ${question.met(county, scope, today)}
    order by ${sql.ref(`t.${question.order}`)}, t.id limit ${OVERSIGHT_MAX}::int`.execute(db);
  return { kind, rows: rows.map((row) => toRecord(kind, row)) };
}

/** How many targets a campaign has and how many kinds of violation they name. */
export async function countTargets(
  db: Db | Tx,
  county: string,
  campaign: string,
): Promise<{ records: number; kinds: number }> {
  const { rows } = await sql<{ records: number; kinds: number }>`
    select count(*) filter (where cardinality(violations) > 0) as records,
      (select count(distinct v) from target x, unnest(x.violations) v
        where x.county = ${county} and x.campaign = ${campaign}::uuid and not x.withdrawn) as kinds
    from target where county = ${county} and campaign = ${campaign}::uuid and not withdrawn`.execute(db);
  return rows[0] ?? { records: 0, kinds: 0 };
}
