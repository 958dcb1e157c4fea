// Which rows does a figure count, in SQL?
import { sql } from 'kysely';
import type { Condition, Figure } from '../../domain/figure/figure.ts';
import { conditionColumn, type Plan, type Source, type Sql } from './source-sql.ts';

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
