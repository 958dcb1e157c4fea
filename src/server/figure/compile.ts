// How is a figure counted in SQL? Plain aggregates share one pass over a source; the others are a query of their own.
import { sql } from 'kysely';
import type { Condition, Figure } from '../../domain/figure/figure.ts';
import {
  boundColumn,
  column,
  conditionColumn,
  fieldOf,
  isList,
  type Plan,
  type Source,
  type Sql,
  sourceOf,
} from './source.ts';

/** What PostgreSQL answers for one figure and key. `known`: whether any part of a sum had a value. */
export type Tally = readonly [
  value: number | null,
  records: number,
  bounds: readonly string[] | null,
  known: boolean,
];

/** A figure over one source as the arguments of its tally. */
export interface Plain {
  readonly source: Source;
  readonly tally: Sql;
}

/** The rows a figure counts in `source`: its conditions and what its way of counting needs filled in. */
export function selected(plan: Plan, source: Source, figure: Figure): Sql {
  const where = [...figure.where, ...needed(source, figure)];
  const met = conditionColumn(plan, source, where);
  const count = figure.count;
  if (count.by !== 'sum' || !count.latestOf) return met;
  const name = `latest ${count.latestOf.join(' ')}`;
  if (!source.columns.has(name))
    source.columns.set(
      name,
      sql`row_number() over (partition by ${sql.join(count.latestOf.map((f) => sql`t.${sql.ref(f)}`))}
        order by t.day desc nulls last, t.id desc) = 1`,
    );
  return sql`(${met} and ${sql.ref(name)})`;
}

function needed(source: Source, { count }: Figure): readonly Condition[] {
  const set = (field: string): Condition => ({ field, set: true });
  const has = (field: string) => field.startsWith('#') || field in source.kind.fields;
  switch (count.by) {
    case 'distinct':
      return count.fields.filter((f) => f !== '#action').map(set);
    case 'elements':
      return [{ any: count.fields.filter((f) => placeable(source, f) && has(f)).map(set) }];
    case 'items':
    case 'sum':
    case 'sumReferred':
      return [set(count.field)];
    case 'turnout':
      return [{ any: [set(count.named), set(count.heads)] }];
    default:
      return [];
  }
}

/** `#place` belongs to inspections. */
function placeable(source: Source, path: string): boolean {
  return path !== '#place' || 'site' in source.kind.fields;
}

/** The tally of a figure that one pass over its source can take, or undefined. */
export function plainTally(plan: Plan, figure: Figure): Plain | undefined {
  const [kind, other] = figure.kinds;
  if (!kind || other) return undefined;
  const count = figure.count;
  if (count.by !== 'records' && count.by !== 'distinct' && count.by !== 'items' && count.by !== 'sum')
    return undefined;
  const source = sourceOf(plan, kind, figure.when);
  const met = selected(plan, source, figure);
  const records = sql`count(*) filter (where ${met})`;
  if (count.by === 'records') return { source, tally: sql`${records}, ${records}, null, true` };
  if (count.by === 'distinct') {
    const fields = count.fields.map((f) => column(source, f));
    const value = fields.length === 1 ? fields[0] : sql`(${sql.join(fields)})`;
    return { source, tally: sql`count(distinct ${value}) filter (where ${met}), ${records}, null, true` };
  }
  const at = column(source, count.field);
  if (count.by === 'items')
    return { source, tally: sql`sum(cardinality(${at})) filter (where ${met}), ${records}, null, true` };
  const bounds =
    fieldOf(source, count.field)?.type === 'quantity'
      ? sql`array_agg(distinct ${boundColumn(source, count.field)}) filter (where ${met})`
      : sql`null`;
  return {
    source,
    tally: sql`sum(${at}) filter (where ${met}), ${records}, ${bounds}, bool_or(${at} is not null) filter (where ${met})`,
  };
}

/** Rows {key, tally} of a figure that needs a query of its own. */
export function ownQuery(plan: Plan, figure: Figure): Sql {
  const sources = figure.kinds.map((kind) => sourceOf(plan, kind, figure.when));
  switch (figure.count.by) {
    case 'distinct':
      return distinctQuery(plan, figure, sources, figure.count.fields);
    case 'elements':
      return elementsQuery(plan, figure, sources, figure.count.fields);
    case 'sumReferred':
      return referredQuery(plan, figure, sources, figure.count);
    case 'turnout':
      return turnoutQuery(plan, figure, sources, figure.count);
    default:
      throw new Error(`figure ${figure.id} cannot count ${figure.count.by} of several kinds`);
  }
}

function union(parts: readonly Sql[]): Sql {
  return sql.join([...parts], sql` union all `);
}

function distinctQuery(
  plan: Plan,
  figure: Figure,
  sources: readonly Source[],
  fields: readonly string[],
): Sql {
  const rows = sources.map((s) => {
    const values = fields.map((f) => column(s, f));
    return sql`select key, (${sql.join(values)})::text as e from ${sql.ref(s.name)} where ${selected(plan, s, figure)}`;
  });
  return sql`select key, json_build_array(count(distinct e), count(*), null, true) as tally
    from (${union(rows)}) q group by key`;
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
    return sql`select key, id, unnest(${sql.join(lists, sql` || `)}) as e
      from ${sql.ref(s.name)} where ${selected(plan, s, figure)}`;
  });
  return sql`select key, json_build_array(count(distinct e), count(distinct id), null, true) as tally
    from (${union(rows)}) q group by key`;
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
  return sql`select r.key, json_build_array(w.value, r.records, w.bounds, w.known) as tally
    from (select key, count(*) as records from (${union(rows)}) q group by key) r
    left join (
      select u.key, sum(${of}) as value, array_agg(distinct ${bound}) filter (where ${bound} is not null) as bounds,
        bool_or(${of} is not null) as known
      from (select distinct key, unnest(refs) as ref from (${union(rows)}) q) u
      join ${sql.table(count.kind)} x on x.county = ${plan.county} and x.id = u.ref
      group by u.key) w on w.key = r.key`;
}

/** TURNOUT_RULE. A record that is an action by itself needs no grouping; most are. */
function turnoutQuery(
  plan: Plan,
  figure: Figure,
  sources: readonly Source[],
  count: { readonly named: string; readonly heads: string },
): Sql {
  const rows = sources.map(
    (s) => sql`select key, ${column(s, 'day')} as day, ${column(s, 'outing')} as outing,
      ${column(s, 'agency')} as agency, ${column(s, count.named)}::text[] as named,
      ${column(s, count.heads)} as heads, ${boundColumn(s, count.heads)} as bound
      from ${sql.ref(s.name)} where ${selected(plan, s, figure)}`,
  );
  const group = sql`key, day, outing, agency`;
  return sql`with r as materialized (${union(rows)}),
    o as materialized (select * from r where day is not null and outing is not null),
    n as materialized (select ${group}, who from o, unnest(named) who group by ${group}, who),
    g as materialized (
      select ${group}, sum(most) as most, sum(named) as named from (
        select ${group}, max(heads) as most, 0 as named from o group by ${group}
        union all select ${group}, null, count(*) from n group by ${group}) u group by ${group}),
    parts as (
      select key, greatest(coalesce(cardinality(named), 0), heads) as value, 1 as records,
        heads is not null or cardinality(named) > 0 as known,
        case when heads is null or heads >= coalesce(cardinality(named), 0) then bound end as bound
        from r where day is null or outing is null
      union all select key, count(*), 0, true, null from (select distinct key, day, outing, who from n) p group by key
      union all select key, greatest(0, most - named), 0, most is not null, null from g
      union all select o.key, 0, 1, false,
        case when o.heads is null or (o.heads = g.most and g.most >= g.named) then o.bound end
        from o join g on g.key = o.key and g.day = o.day and g.outing = o.outing
          and g.agency is not distinct from o.agency)
    select key, json_build_array(sum(value), sum(records), array_agg(distinct bound) filter (where bound is not null),
      bool_or(known)) as tally from parts group by key`;
}
