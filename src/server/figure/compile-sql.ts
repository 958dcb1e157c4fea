// How is a figure counted in SQL? Plain aggregates share one pass over a source; the others are a query of their own.
import { sql } from 'kysely';
import type { Figure } from '../../domain/figure/figure.ts';
import { selected } from './select-sql.ts';
import {
  boundColumn,
  column,
  expression,
  fieldOf,
  isList,
  mergeColumn,
  mergeOf,
  type Plan,
  type Source,
  type Sql,
  sourceOf,
} from './source-sql.ts';
import { turnoutQuery } from './turnout-sql.ts';

/** What PostgreSQL answers for one figure and key. `known`: whether any part of a sum had a value. */
export type Tally = readonly [
  value: number | null,
  records: number,
  bounds: readonly string[] | null,
  known: boolean,
];

/** The arguments of a figure's tally, to be taken in one pass over the CTE `from`. */
export interface Plain {
  readonly from: string;
  readonly tally: Sql;
}

/** The tally of a figure that one pass over its source can take, or undefined. */
export function plainTally(plan: Plan, figure: Figure): Plain | undefined {
  const count = figure.count;
  const [kind, other] = figure.kinds;
  if (!kind) return undefined;
  if (other) return count.by === 'distinct' ? mergedDistinct(plan, figure, count.fields) : undefined;
  if (count.by !== 'records' && count.by !== 'distinct' && count.by !== 'items' && count.by !== 'sum')
    return undefined;
  const source = sourceOf(plan, kind, figure.when);
  const met = selected(plan, source, figure);
  const records = sql`count(*) filter (where ${met})`;
  if (count.by === 'records') return { from: source.name, tally: sql`${records}, ${records}, null, true` };
  if (count.by === 'distinct') {
    const value = tuple(source, count.fields);
    return {
      from: source.name,
      tally: sql`count(distinct ${value}) filter (where ${met}), ${records}, null, true`,
    };
  }
  const at = column(source, count.field);
  if (count.by === 'items')
    return {
      from: source.name,
      tally: sql`sum(cardinality(${at})) filter (where ${met}), ${records}, null, true`,
    };
  const bounds =
    fieldOf(source, count.field)?.type === 'quantity'
      ? sql`array_agg(distinct ${boundColumn(source, count.field)}) filter (where ${met})`
      : sql`null`;
  return {
    from: source.name,
    tally: sql`sum(${at}) filter (where ${met}), ${records}, ${bounds}, bool_or(${at} is not null) filter (where ${met})`,
  };
}

/** Several fields as one text of bytes: distinct visits of 10,000 inspections take 12 ms, as row values 21. Ids, of one
 *  length, come first. */
function tuple(source: Source, fields: readonly string[]): Sql {
  const [only] = fields;
  if (only && fields.length === 1) return column(source, only);
  const name = `tuple ${fields.join(' ').replaceAll('.', ' ')}`;
  if (!source.columns.has(name)) {
    const parts = fields.map((f) => sql`(${expression(source, f)})::text`);
    source.columns.set(name, sql`(${sql.join(parts, sql` || ' ' || `)}) collate "C"`);
  }
  return sql.ref(name);
}

function mergedDistinct(plan: Plan, figure: Figure, fields: readonly string[]): Plain {
  const merge = mergeOf(plan, figure.kinds, figure.when);
  const met = mergeColumn(merge, `met ${figure.id.replaceAll('.', ' ')}`, (s) => selected(plan, s, figure));
  const value = mergeColumn(merge, `tuple ${fields.join(' ').replaceAll('.', ' ')}`, (s) => tuple(s, fields));
  return {
    from: merge.name,
    tally: sql`count(distinct ${value}) filter (where ${met}), count(*) filter (where ${met}), null, true`,
  };
}

/** Rows {key, tallies} of figures that need a query of their own: all of one count. */
export function ownQuery(plan: Plan, figures: readonly Figure[]): Sql {
  const [figure] = figures;
  if (figure?.count.by === 'turnout') return turnoutQuery(plan, figures, figure.count);
  if (!figure || figures.length > 1) throw new Error('only turnout is counted together');
  const sources = figure.kinds.map((kind) => sourceOf(plan, kind, figure.when));
  if (figure.count.by === 'elements') return elementsQuery(plan, figure, sources, figure.count.fields);
  if (figure.count.by === 'sumReferred') return referredQuery(plan, figure, sources, figure.count);
  throw new Error(`figure ${figure.id} cannot count ${figure.count.by} of several kinds`);
}

function union(parts: readonly Sql[]): Sql {
  return sql.join([...parts], sql` union all `);
}

function elementsQuery(
  plan: Plan,
  figure: Figure,
  sources: readonly Source[],
  fields: readonly string[],
): Sql {
  const rows = sources.map((s) => {
    const own = fields.filter((f) => (f === '#place' ? 'site' in s.kind.fields : f in s.kind.fields));
    const lists = own.map((f) => {
      const field = fieldOf(s, f);
      const at = column(s, f);
      return isList(field) ? sql`${at}::text[]` : sql`array_remove(array[${at}::text], null)`;
    });
    return sql`select key, ${sql.join(lists, sql` || `)} as list from ${sql.ref(s.name)} where ${selected(plan, s, figure)}`;
  });
  // Who is counted has an entry at least (select-sql.ts), so records need no second look; lists repeat, so that grouping
  // them first leaves few entries to tell apart.
  return sql`select key, json_build_array(json_build_array(count(distinct e), min(records), null, true)) as tallies
    from (select key, list, sum(count(*)) over (partition by key) as records from (${union(rows)}) q group by key, list) l,
      unnest(list) e group by key`;
}

function referredQuery(
  plan: Plan,
  figure: Figure,
  sources: readonly Source[],
  count: { readonly field: string; readonly kind: string; readonly of: string },
): Sql {
  const rows = sources.map((s) => {
    const at = column(s, count.field);
    return sql`select key, id, ${at} as refs from ${sql.ref(s.name)} where ${selected(plan, s, figure)}`;
  });
  const of = sql.ref(count.of);
  const bound = sql.ref(`${count.of}_bound`);
  return sql`select r.key, json_build_array(json_build_array(w.value, r.records, w.bounds, w.known)) as tallies
    from (select key, count(*) as records from (${union(rows)}) q group by key) r
    left join (
      select u.key, sum(${of}) as value, array_agg(distinct ${bound}) filter (where ${bound} is not null) as bounds,
        bool_or(${of} is not null) as known
      from (select distinct key, unnest(refs) as ref from (${union(rows)}) q) u
      join ${sql.table(count.kind)} x on x.county = ${plan.county} and x.id = u.ref
      group by u.key) w on w.key = r.key`;
}
