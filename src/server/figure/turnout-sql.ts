// How are 人次 and 台次 counted in SQL? TURNOUT_RULE, for several figures in one pass.
import { sql } from 'kysely';
import type { Figure } from '../../domain/figure/figure.ts';
import { selected } from './select-sql.ts';
import { boundColumn, column, type Plan, type Sql, sourceOf } from './source-sql.ts';

const ACTION = sql`key, day, outing`;

/**
 * Rows {key, tallies} of turnout figures that name the same fields. `f0`, `f1` … say which figures a record is in.
 * A record that is an action by itself needs no grouping; `shared` says that another is of the same action (asked with
 * `in`, for a join sorts the records). Those are grouped by action and agency. Only an agency that stated a total is
 * asked how many it named.
 */
export function turnoutQuery(
  plan: Plan,
  figures: readonly Figure[],
  count: { readonly named: string; readonly heads: string },
): Sql {
  const each = (make: (f: Sql, i: number) => Sql) =>
    sql.join(figures.map((_, i) => make(sql.ref(`f${i}`), i)));
  const n = (name: string, i: number) => sql.ref(`${name}${i}`);
  return sql`with x as materialized (${records(plan, figures, count)}),
    r as materialized (
      select x.*, case when day is null or outing is null then false else (${ACTION}) in (
        select ${ACTION} from x where day is not null and outing is not null group by ${ACTION} having count(*) > 1)
        end as shared from x),
    w as materialized (
      select ${ACTION}, agency, who, ${each((f) => sql`bool_or(${f}) as ${f}`)}
      from r, unnest(named) who where shared group by ${ACTION}, agency, who),
    h as materialized (
      select ${ACTION}, agency, ${each((f, i) => sql`max(heads) filter (where ${f}) as ${n('most', i)}`)}
      from r where shared and heads is not null group by ${ACTION}, agency),
    g as materialized (
      select h.*, ${each((_, i) => sql`coalesce(${n('c', i)}, 0) as ${n('c', i)}`)} from h
      left join (
        select ${ACTION}, agency, ${each((f, i) => sql`count(*) filter (where ${f}) as ${n('c', i)}`)}
        from w where (${ACTION}, agency) in (select ${ACTION}, agency from h)
        group by ${ACTION}, agency) c using (${ACTION}, agency)),
    alone as (
      select key, ${each(
        (f, i) => sql`sum(greatest(size, heads)) filter (where ${f} and not shared) as ${n('v', i)},
          count(*) filter (where ${f}) as ${n('r', i)},
          bool_or(size > 0 or heads is not null) filter (where ${f}) as ${n('k', i)}`,
      )} from r group by key),
    people as (
      select key, ${each((f, i) => sql`count(*) filter (where ${f}) as ${n('v', i)}`)} from (
        select key, ${each((f) => sql`bool_or(${f}) as ${f}`)} from w group by ${ACTION}, who) p group by key),
    extra as (
      select key, ${each((_, i) => sql`sum(greatest(0, ${n('most', i)} - ${n('c', i)})) as ${n('v', i)}`)}
      from g group by key),
    bounds as (
      select key, ${each(
        (f, i) => sql`array_agg(distinct bound) filter (where ${f} and (heads is null or
          case when shared then heads = ${n('most', i)} and heads >= ${n('c', i)} else heads >= size end))
          as ${n('b', i)}`,
      )} from r left join g using (${ACTION}, agency) where bound <> 'exact' group by key)
    select key, json_build_array(${each((_, i) => {
      const at = (table: string, name: string) => sql`${sql.ref(table)}.${n(name, i)}`;
      return sql`json_build_array(
        coalesce(${at('alone', 'v')}, 0) + coalesce(${at('people', 'v')}, 0) + coalesce(${at('extra', 'v')}, 0),
        ${at('alone', 'r')}, ${at('bounds', 'b')}, coalesce(${at('alone', 'k')}, false))`;
    })}) as tallies
    from alone left join people using (key) left join extra using (key) left join bounds using (key)`;
}

function records(
  plan: Plan,
  figures: readonly Figure[],
  count: { readonly named: string; readonly heads: string },
): Sql {
  const kinds = [...new Set(figures.flatMap((f) => f.kinds))];
  const parts = kinds.map((kind) => {
    const s = sourceOf(plan, kind);
    const met = figures.map((f) => (f.kinds.includes(kind) ? selected(plan, s, f) : sql`false`));
    const [day, outing, agency] = [column(s, 'day'), column(s, 'outing'), column(s, 'agency')];
    // No agency is one nobody else has, so that groups can be joined by equality.
    return sql`select key, ${day} as day, ${outing} as outing,
      coalesce(${agency}, '00000000-0000-0000-0000-000000000000') as agency,
      ${column(s, count.named)} as named, coalesce(cardinality(${column(s, count.named)}), 0) as size,
      ${column(s, count.heads)} as heads, ${boundColumn(s, count.heads)} as bound,
      ${sql.join(met.map((m, i) => sql`coalesce(${m}, false) as ${sql.ref(`f${i}`)}`))}
      from ${sql.ref(s.name)} where ${sql.join(met, sql` or `)}`;
  });
  return sql.join(parts, sql` union all `);
}
