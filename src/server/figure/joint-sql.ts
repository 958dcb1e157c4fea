// Which actions are joint, and which agencies are of a type, in SQL?
import { type RawBuilder, sql } from 'kysely';
import type { FigureScope } from '../../domain/figure/figure.ts';

type Sql = RawBuilder<unknown>;

/** Columns of the CTE `involved` by the types of agency they hold. */
export type Involved = Map<string, { readonly column: string; readonly types: readonly string[] }>;

/** The column of `involved` with the agencies of these types, made on first use. */
export function involvedColumn(asked: Involved, types: readonly string[]): Sql {
  const key = types.join(' ');
  const known = asked.get(key) ?? { column: `a${asked.size}`, types };
  asked.set(key, known);
  return sql.ref(known.column);
}

/** One row: the agencies of each type asked for, null where there is none (which meets no condition, at no cost). */
export function involved(county: string, asked: Involved): Sql {
  const lists = [...asked.values()].map(
    ({ column, types }) =>
      sql`array_agg(id) filter (where agency_type = any(${types}::text[])) as ${sql.ref(column)}`,
  );
  return sql`involved as materialized (select ${sql.join(lists)} from agency where county = ${county})`;
}

/** An action as one value, for PostgreSQL hashes on one distinct column; by day and outing it compared every record with
 *  every action of its day, or sorted both (docs/benchmarks.md). A number is written quicker than a day. */
export function actionKey(day: Sql, outing: Sql): Sql {
  return sql`((${day} - '2000-01-01'::date)::text || ' ' || ${outing})`;
}

/** Does the record name another agency than its own? Most name none, which is seen at once. */
export function joins(others: Sql, own: Sql): Sql {
  return sql`(cardinality(${others}) > 0 and cardinality(array_remove(${others}, ${own})) > 0)`;
}

/** Outings named by two agencies or more, over all records of the period: a filter does not make an action less joint.
 *  Either a record names another agency than its own, or two records have different ones. */
export function jointAction(county: string, { from, until }: FigureScope): Sql {
  const of = (table: string) => sql`select day, outing, agency, joint_agencies from ${sql.table(table)}
    where county = ${county} and not withdrawn and outing is not null
    and day >= ${from ?? '0001-01-01'}::date and day <= ${until ?? '9999-12-31'}::date`;
  return sql`joint_action as materialized (
    select ${actionKey(sql`day`, sql`outing`)} as action
    from (${of('inspection')} union all ${of('patrol')}) r group by day, outing
    having bool_or(${joins(sql`joint_agencies`, sql`agency`)})
      or min(agency::text collate "C") <> max(agency::text collate "C"))`;
}
