// How many, and which records? One statement for all figures asked for, so that they are of one moment.
import { sql } from 'kysely';
import type { Figure, FigureScope } from '../../domain/figure/figure.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { tableOf, toRecord } from '../db/column.ts';
import type { Db } from '../db/connection.ts';
import { ownQuery, plainTally, type Tally } from './compile-sql.ts';
import { selected } from './select-sql.ts';
import { newPlan, type SeriesBy, type Sql, sourceOf, withSources } from './source-sql.ts';

export type Tallies = Map<string, Map<string, Tally>>;

/** Tallies by figure id, then by key ('' when no series is asked for). Figures must not be rates. */
export async function tallyFigures(
  db: Db,
  county: string,
  scope: FigureScope,
  figures: readonly Figure[],
  by?: SeriesBy,
): Promise<Tallies> {
  const result: Tallies = new Map(figures.map((f) => [f.id, new Map()]));
  if (figures.length === 0) return result;
  const plan = newPlan(county, scope, by);
  const passes = new Map<string, { figure: Figure; tally: Sql }[]>();
  const turnouts = new Map<string, Figure[]>();
  const groups: { figures: readonly Figure[]; query: Sql }[] = [];
  for (const figure of figures) {
    const plain = plainTally(plan, figure);
    if (plain) passes.set(plain.from, [...(passes.get(plain.from) ?? []), { figure, tally: plain.tally }]);
    else if (figure.count.by === 'turnout')
      turnouts.set(figure.count.named, [...(turnouts.get(figure.count.named) ?? []), figure]);
    else groups.push({ figures: [figure], query: ownQuery(plan, [figure]) });
  }
  for (const list of turnouts.values()) groups.push({ figures: list, query: ownQuery(plan, list) });
  for (const [from, list] of passes) {
    // An array, for a function takes at most 100 arguments.
    const tallies = sql.join(list.map(({ tally }) => sql`json_build_array(${tally})`));
    // Without a series there is one key, and no need to sort by it.
    const query = by
      ? sql`select key, to_json(array[${tallies}]) as tallies from ${sql.ref(from)} group by key`
      : sql`select '' as key, to_json(array[${tallies}]) as tallies from ${sql.ref(from)}`;
    groups.push({ figures: list.map(({ figure }) => figure), query });
  }
  const selects = groups.map(
    ({ query }, i) => sql`select ${sql.lit(i)} as part, key, tallies from (${query}) q${sql.raw(String(i))}`,
  );
  const { rows } = await sql<{ part: number; key: string; tallies: Tally[] }>`${withSources(plan)}
    ${sql.join(selects, sql` union all `)}`.execute(db);
  for (const { part, key, tallies } of rows)
    for (const [i, figure] of (groups[part]?.figures ?? []).entries()) {
      const tally = tallies[i];
      if (tally) result.get(figure.id)?.set(key, tally);
    }
  return result;
}

export interface Member {
  readonly kind: string;
  readonly id: string;
  /** null when the record has no day. */
  readonly day: string | null;
}

/** Records a figure counts, newest first, after `after`; `limit` absent: all. The figure must not be a rate. */
export async function listMembers(
  db: Db,
  county: string,
  scope: FigureScope,
  figure: Figure,
  page: { after?: { day: string; id: string } | undefined; limit?: number } = {},
): Promise<Member[]> {
  const plan = newPlan(county, scope);
  const parts = figure.kinds.map((kind) => {
    const source = sourceOf(plan, kind, figure.when);
    const met = selected(plan, source, figure);
    return sql`select ${sql.lit(kind)} as kind, id, d as day from ${sql.ref(source.name)} where ${met}`;
  });
  const after = page.after
    ? sql`where (coalesce(day, '0001-01-01'), id) < (${page.after.day}::date, ${page.after.id}::uuid)`
    : sql``;
  const limit = page.limit === undefined ? sql`` : sql`limit ${page.limit}::int`;
  const { rows } = await sql<Member>`${withSources(plan)}
    select kind, id, day from (${sql.join(parts, sql` union all `)}) q ${after}
    order by coalesce(day, '0001-01-01') desc, id desc ${limit}`.execute(db);
  return rows;
}

/** The named records, in no order; withdrawn ones too. */
export async function loadRecords(
  db: Db,
  county: string,
  kindName: string,
  ids: readonly string[],
): Promise<RecordRow[]> {
  if (ids.length === 0) return [];
  const kind = getKind(kindName);
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(tableOf(kind))}
    where county = ${county} and id = any(${ids}::uuid[])`.execute(db);
  return rows.map((row) => toRecord(kind, row));
}

/** All records of a kind, or of a period of it; what a recount reads. */
export async function loadKind(
  db: Db,
  county: string,
  kindName: string,
  period: { from?: string | undefined; until?: string | undefined } = {},
): Promise<RecordRow[]> {
  const kind = getKind(kindName);
  const day = sql.ref(`${kind.day.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`);
  const from = period.from ? sql`and ${day} >= ${period.from}::date` : sql``;
  const until = period.until ? sql`and ${day} <= ${period.until}::date` : sql``;
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(tableOf(kind))}
    where county = ${county} ${from} ${until}`.execute(db);
  return rows.map((row) => toRecord(kind, row));
}

/** What the keys of a series are called: records by name, species by the name recorded. */
export async function nameKeys(
  db: Db,
  county: string,
  by: SeriesBy,
  keys: readonly string[],
  kinds: readonly string[],
): Promise<Map<string, string>> {
  if (by === 'month' || by === 'level' || keys.length === 0) return new Map();
  const query =
    by === 'species'
      ? sql.join(
          kinds
            .filter((k) => 'species' in getKind(k).fields)
            .map(
              (k) => sql`select coalesce(species, species_name) as key, max(species_name) as name
              from ${sql.table(tableOf(getKind(k)))}
              where county = ${county} and coalesce(species, species_name) = any(${keys}::text[]) group by 1`,
            ),
          sql` union all `,
        )
      : sql`select id::text as key, name from ${sql.table(by)}
          where county = ${county} and id = any(${keys.filter((k) => k !== '')}::uuid[])`;
  if (by === 'species' && !kinds.some((k) => 'species' in getKind(k).fields)) return new Map();
  const { rows } = await sql<{ key: string; name: string }>`${query}`.execute(db);
  return new Map(rows.map((row) => [row.key, row.name]));
}
