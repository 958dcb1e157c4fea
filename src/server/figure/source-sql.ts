// Which rows may a figure count? One CTE for each kind and way of reading the period, narrowed to the scope.
import { type RawBuilder, sql } from 'kysely';
import { DIMENSIONS, dimensionPaths, NAMED_BY_CAMPAIGN, standsWhole } from '../../domain/figure/dimension.ts';
import type { Condition, FigureScope, Path, When } from '../../domain/figure/figure.ts';
import type { Field, Kind } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { snake } from '../db/column.ts';
import { actionKey, type Involved, involved, involvedColumn, joins, jointAction } from './joint-sql.ts';

export type Sql = RawBuilder<unknown>;
export type SeriesBy = 'month' | 'area' | 'agency' | 'species' | 'level' | 'campaign';

/** One CTE under construction: `columns` by name, `joins` by the referring field. */
export interface Source {
  readonly name: string;
  readonly kind: Kind;
  readonly when: When;
  readonly columns: Map<string, Sql>;
  readonly conditions: Map<string, string>;
  readonly joins: Map<string, { alias: string; kind: Kind }>;
  /** Distinct ids or outings joined once, so that twenty conditions on them do not look them up twenty times. */
  readonly marks: Map<string, { alias: string; rows: Sql; on: Sql }>;
  /** Reads other sources, which must stand before it. */
  late: boolean;
}

export interface Plan {
  readonly county: string;
  readonly scope: FigureScope;
  readonly by?: SeriesBy | undefined;
  readonly sources: Map<string, Source>;
  readonly merges: Map<string, Merge>;
  joint: boolean;
  /** Columns of the CTE `involved` by the types of agency they hold. */
  readonly involved: Involved;
}

/** Rows of several sources in one CTE; each column has its value in each source. */
export interface Merge {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly columns: Map<string, readonly Sql[]>;
}

export function newPlan(county: string, scope: FigureScope, by?: SeriesBy): Plan {
  return { county, scope, by, sources: new Map(), merges: new Map(), joint: false, involved: new Map() };
}

/** The source of a kind read by `when` (absent: on the day of the kind), made on first use. */
export function sourceOf(plan: Plan, kindName: string, when?: When): Source {
  const kind = getKind(kindName);
  const mode = when ?? { on: kind.day };
  const key = `${kindName} ${JSON.stringify(mode)}`;
  const known = plan.sources.get(key);
  if (known) return known;
  const source: Source = {
    name: `s${plan.sources.size}`,
    kind,
    when: mode,
    columns: new Map(),
    conditions: new Map(),
    joins: new Map(),
    marks: new Map(),
    late: false,
  };
  plan.sources.set(key, source);
  source.columns.set('id', sql`t.id`);
  source.columns.set('d', 'on' in mode ? expression(source, mode.on) : expression(source, kind.day));
  source.columns.set('key', sql`coalesce(${keyOf(plan, source)}, '')`);
  return source;
}

/** The kinds read by `when` as one CTE. */
export function mergeOf(plan: Plan, kinds: readonly string[], when?: When): Merge {
  const sources = kinds.map((kind) => sourceOf(plan, kind, when));
  const key = sources.map((s) => s.name).join(' ');
  const known = plan.merges.get(key);
  if (known) return known;
  const merge: Merge = { name: `m${plan.merges.size}`, sources, columns: new Map() };
  plan.merges.set(key, merge);
  return merge;
}

/** A column of the merge, worked out in each source by `value`. */
export function mergeColumn(merge: Merge, name: string, value: (source: Source) => Sql): Sql {
  if (!merge.columns.has(name)) merge.columns.set(name, merge.sources.map(value));
  return sql.ref(name);
}

/** The field a path ends in; derived paths and species parts have none. */
export function fieldOf(source: Source, path: Path): Field | undefined {
  const [head = '', tail] = path.split('.');
  const field = source.kind.fields[head];
  if (!tail || field?.type !== 'ref') return tail ? undefined : field;
  return getKind(field.kind).fields[tail];
}

export function isList(field: Field | undefined): boolean {
  return field?.type === 'texts' || field?.type === 'codes' || field?.type === 'refs';
}

/** A path inside the CTE, where `t` is the record. */
export function expression(source: Source, path: Path): Sql {
  if (path === '#action')
    return sql`case when t.outing is null or t.day is null then t.id::text else t.day::text || ' ' || t.outing end collate "C"`;
  if (path === '#place') return sql`coalesce(t.site, t.venue)`;
  const [head = '', tail] = path.split('.');
  if (head === 'id') return sql`t.id`;
  const field = source.kind.fields[head];
  if (!field) throw new Error(`${source.kind.name} has no field ${path}`);
  if (!tail) return sql`t.${sql.ref(snake(head))}`;
  if (field.type === 'species') return sql`t.${sql.ref(`${snake(head)}_${tail}`)}`;
  if (field.type !== 'ref') throw new Error(`${source.kind.name}.${head} refers to nothing`);
  const join = source.joins.get(head) ?? { alias: `j${source.joins.size}`, kind: getKind(field.kind) };
  source.joins.set(head, join);
  return sql`${sql.ref(join.alias)}.${sql.ref(snake(tail))}`;
}

/** A path as a column of the CTE, for use outside it. */
export function column(source: Source, path: Path): Sql {
  const name = path.replace(/[#.]/g, '_');
  if (!source.columns.has(name)) source.columns.set(name, expression(source, path));
  return sql.ref(name);
}

/** The bound beside a quantity. */
export function boundColumn(source: Source, field: string): Sql {
  const name = `${field} bound`;
  if (!source.columns.has(name)) source.columns.set(name, sql`t.${sql.ref(`${snake(field)}_bound`)}`);
  return sql.ref(name);
}

/** All of `where` as one boolean column of the CTE, so that it is worked out once a record. */
export function conditionColumn(plan: Plan, source: Source, where: readonly Condition[]): Sql {
  const key = JSON.stringify(where);
  const known = source.conditions.get(key);
  if (known) return sql.ref(known);
  const name = `c${source.conditions.size}`;
  source.conditions.set(key, name);
  source.columns.set(name, and(where.map((c) => condition(plan, source, c))));
  return sql.ref(name);
}

function and(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`;
}

function or(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
}

function condition(plan: Plan, source: Source, c: Condition): Sql {
  if ('any' in c) return or(c.any.map((one) => condition(plan, source, one)));
  if ('joint' in c) {
    plan.joint = true;
    const mark = markOf(
      source,
      'joint',
      sql`(select distinct action from joint_action)`,
      (m) => sql`${m}.action = ${actionKey(sql`t.day`, sql`t.outing`)}`,
    );
    // Its own list is looked at only where the action is not joint already: cheap, though twenty conditions ask.
    return sql`(${mark}.action is not null or ${joins(sql`t.joint_agencies`, sql`t.agency`)})`;
  }
  if ('involves' in c) {
    const wanted = sql`${markOf(source, 'involved', sql`involved`, () => sql`true`)}.${involvedColumn(plan.involved, c.involves)}`;
    return sql`(t.agency = any(${wanted}) or t.joint_agencies && ${wanted})`;
  }
  if ('seenBy' in c) return or(c.seenBy.map((by) => seenBy(plan, source, by)));
  // A kind without the field meets no condition on it (a figure may count several kinds).
  if (!c.field.startsWith('#') && !((c.field.split('.')[0] ?? '') in source.kind.fields)) return sql`false`;
  const at = expression(source, c.field);
  const list = isList(fieldOf(source, c.field));
  if ('in' in c) return c.in.length === 1 ? sql`${at} = ${c.in[0]}` : sql`${at} = any(${c.in}::text[])`;
  if ('is' in c) return sql`${at} is ${c.is ? sql`true` : sql`false`}`;
  if ('has' in c) return c.has.length === 1 ? sql`${c.has[0]} = any(${at})` : sql`${at} && ${c.has}::text[]`;
  if ('atLeast' in c) return sql`cardinality(${at}) >= ${c.atLeast}::int`;
  if ('between' in c) return sql`(${at} >= ${c.between[0]} and ${at} < ${c.between[1]})`;
  if ('reached' in c)
    return plan.scope.until ? sql`${at} <= ${plan.scope.until}::date` : sql`${at} is not null`;
  if (fieldOf(source, c.field)?.type === 'quantity')
    return sql`t.${sql.ref(`${snake(c.field)}_bound`)} is ${c.set ? sql`not null` : sql`null`}`;
  if (list) return c.set ? sql`cardinality(${at}) > 0` : sql`coalesce(cardinality(${at}), 0) = 0`;
  return sql`${at} is ${c.set ? sql`not null` : sql`null`}`;
}

function markOf(source: Source, key: string, rows: Sql, on: (alias: Sql) => Sql): Sql {
  const known = source.marks.get(key);
  if (known) return sql.ref(known.alias);
  const alias = `b${source.marks.size}`;
  source.marks.set(key, { alias, rows, on: on(sql.ref(alias)) });
  return sql.ref(alias);
}

function seenBy(plan: Plan, source: Source, by: { kind: string; field: string }): Sql {
  source.late = true;
  const other = sourceOf(plan, by.kind);
  const at = column(other, by.field);
  const ids = isList(fieldOf(other, by.field)) ? sql`unnest(${at})` : at;
  const rows = sql`(select distinct ${ids} as ref from ${sql.ref(other.name)} where ${at} is not null)`;
  return sql`${markOf(source, `${by.kind} ${by.field}`, rows, (m) => sql`${m}.ref = t.id`)}.ref is not null`;
}

function keyOf(plan: Plan, source: Source): Sql {
  const by = plan.by;
  if (!by) return sql`''`;
  if (by === 'month')
    return 'on' in source.when ? sql`to_char(${expression(source, source.when.on)}, 'YYYY-MM')` : sql`''`;
  const paths = dimensionPaths(source.kind.name, by).filter((p) => p === 'id' || !isList(fieldOf(source, p)));
  if (paths.length === 0) return sql`''`;
  if (by === 'level') return sql`t.species_level`;
  if (by === 'species') return sql`coalesce(t.species, t.species_name)`;
  return sql`coalesce(${sql.join(paths.map((p) => expression(source, p)))})::text`;
}

/** The scope as conditions on `t`. */
function scopeConditions(plan: Plan, source: Source): Sql[] {
  const { scope } = plan;
  const parts: Sql[] = [];
  const basis = source.kind.name === NAMED_BY_CAMPAIGN.kind && scope.campaign;
  if (!basis) parts.push(...periodConditions(source, scope));
  for (const dimension of DIMENSIONS) {
    const wanted = scope[dimension];
    if (wanted === undefined) continue;
    if (basis && dimension === 'campaign')
      parts.push(sql`exists (select from campaign c where c.county = ${plan.county} and c.id = ${wanted}::uuid
        and (t.id = any(c.basis) or t.id = c.plan))`);
    else parts.push(dimensionCondition(source, dimension, wanted));
  }
  return parts;
}

function dimensionCondition(source: Source, dimension: (typeof DIMENSIONS)[number], wanted: string): Sql {
  const paths = dimensionPaths(source.kind.name, dimension);
  if (paths.length === 0) return standsWhole(source.when) ? sql`true` : sql`false`;
  if (dimension === 'level') return sql`t.species_level = ${wanted}`;
  if (dimension === 'species') return sql`coalesce(t.species, t.species_name) = ${wanted}`;
  const lists = paths.filter((p) => p !== 'id' && isList(fieldOf(source, p)));
  const singles = paths.filter((p) => !lists.includes(p));
  const parts = lists.map((p) => sql`${wanted}::uuid = any(${expression(source, p)})`);
  if (singles.length > 0)
    parts.push(sql`coalesce(${sql.join(singles.map((p) => expression(source, p)))}) = ${wanted}::uuid`);
  return or(parts);
}

function periodConditions(source: Source, { from, until }: FigureScope): Sql[] {
  const when = source.when;
  const parts: Sql[] = [];
  if ('on' in when) {
    const at = expression(source, when.on);
    // A day other than the kind's own says that something happened: unfilled, it did not.
    if (when.on !== source.kind.day) parts.push(sql`${at} is not null`);
    if (from) parts.push(sql`${at} >= ${from}::date`);
    if (until) parts.push(sql`${at} <= ${until}::date`);
  } else if ('standing' in when) {
    const begun = expression(source, when.standing);
    if (until) parts.push(sql`(${begun} is null or ${begun} <= ${until}::date)`);
    if (when.ended) {
      const ended = expression(source, when.ended);
      parts.push(until ? sql`(${ended} is null or ${ended} > ${until}::date)` : sql`${ended} is null`);
    }
  } else {
    const [first, last] = [expression(source, when.span[0]), expression(source, when.span[1])];
    if (until) parts.push(sql`${first} <= ${until}::date`);
    if (from) parts.push(sql`(${last} is null or ${last} >= ${from}::date)`);
  }
  return parts;
}

/** `with joint_action …, s0 …`: call when every figure has asked for its columns. */
export function withSources(plan: Plan): Sql {
  const sources = [...plan.sources.values()].sort((a, b) => Number(a.late) - Number(b.late));
  const parts = sources.map((source) => {
    const narrowed = scopeConditions(plan, source);
    const columns = [...source.columns].map(([name, value]) => sql`${value} as ${sql.ref(name)}`);
    const joins = [...source.joins].map(
      ([field, { alias, kind }]) =>
        sql` left join ${sql.table(snake(kind.name))} ${sql.ref(alias)} on ${sql.ref(alias)}.county = t.county
          and ${sql.ref(alias)}.id = t.${sql.ref(snake(field))}`,
    );
    const marks = [...source.marks.values()].map(
      ({ alias, rows, on }) => sql`left join ${rows} ${sql.ref(alias)} on ${on}`,
    );
    return sql`${sql.ref(source.name)} as materialized (
      select ${sql.join(columns)} from ${sql.table(snake(source.kind.name))} t ${sql.join([...joins, ...marks], sql` `)}
      where t.county = ${plan.county} and not t.withdrawn and ${and(narrowed)})`;
  });
  const merges = [...plan.merges.values()].map(
    (merge) =>
      sql`${sql.ref(merge.name)} as materialized (${sql.join(
        merge.sources.map((s, i) => mergePart(merge, s, i)),
        sql` union all `,
      )})`,
  );
  const first = [
    ...(plan.joint ? [jointAction(plan.county, plan.scope)] : []),
    ...(plan.involved.size > 0 ? [involved(plan.county, plan.involved)] : []),
  ];
  return sql`with ${sql.join([...first, ...parts, ...merges])}`;
}

function mergePart(merge: Merge, source: Source, index: number): Sql {
  const columns = [...merge.columns].map(([name, values]) => sql`${values[index]} as ${sql.ref(name)}`);
  return sql`select key, ${sql.join(columns)} from ${sql.ref(source.name)}`;
}
