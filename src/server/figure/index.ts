// Which number is it, which records are behind it, and does another way of counting agree?
import { FIGURES, findFigure, getFigure } from '../../domain/figure/catalogue.ts';
import type { Figure, FigureScope, FigureValue } from '../../domain/figure/figure.ts';
import { type Ledger, recount, recountKinds } from '../../domain/figure/recount.ts';
import { addYears } from '../../domain/kernel/day.ts';
import { type Bound, joinBounds, round6 } from '../../domain/kernel/quantity.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { PROTECTION_LEVELS } from '../../domain/law/taxonomy.ts';
import type { Db } from '../db/connection.ts';
import type { Tally } from './compile-sql.ts';
import type { SeriesBy } from './source-sql.ts';
import { listMembers, loadKind, loadRecords, nameKeys, type Tallies, tallyFigures } from './store.ts';

export type { SeriesBy } from './source-sql.ts';

export interface SeriesPart extends FigureValue {
  /** Month 'YYYY-MM', record id, species id (or name), class; '' where the record says nothing. */
  readonly key: string;
  readonly name: string;
}

export interface FigureRows {
  readonly rows: readonly RecordRow[];
  /** Where the next page begins, or null at the end. */
  readonly next: string | null;
}

/** Kinds whose records a period bounds by their own day; others are small and read whole. */
const BY_PERIOD = new Set(['inspection', 'patrol']);

/** Figures by id (absent: all, in the order of the catalogue), in one statement. Unknown ids are left out. */
export async function countFigures(
  db: Db,
  county: string,
  scope: FigureScope,
  ids?: readonly string[],
): Promise<FigureValue[]> {
  const wanted = ids ? ids.map(findFigure).filter((f) => f !== undefined) : FIGURES;
  const tallies = await tallyFigures(db, county, scope, counted(wanted));
  return wanted.map((figure) => valueAt(figure, tallies, ''));
}

/** Figures of a scope, with those of the same period last year when asked: what the route and the command line give. */
export async function askFigures(
  db: Db,
  county: string,
  { ids, lastYear, ...scope }: FigureScope & { ids?: string | undefined; lastYear?: boolean | undefined },
): Promise<{ figures: FigureValue[]; lastYear: FigureValue[] }> {
  const wanted = ids?.split(',');
  const before = {
    ...scope,
    ...(scope.from ? { from: addYears(scope.from, -1) } : {}),
    ...(scope.until ? { until: addYears(scope.until, -1) } : {}),
    // Last year's same period had other campaigns; the period alone compares like with like.
    campaign: undefined,
  };
  return {
    figures: await countFigures(db, county, scope, wanted),
    lastYear: lastYear ? await countFigures(db, county, before, wanted) : [],
  };
}

/** Records behind a figure, newest first. `cursor` is the `next` of the page before. */
export async function figureRows(
  db: Db,
  county: string,
  id: string,
  scope: FigureScope,
  page: { cursor?: string | undefined; limit: number },
): Promise<FigureRows> {
  const members = await listMembers(db, county, scope, behind(id), {
    after: page.cursor ? readCursor(page.cursor) : undefined,
    limit: page.limit + 1,
  });
  const shown = members.slice(0, page.limit);
  const loaded = new Map<string, RecordRow>();
  for (const kind of new Set(shown.map((m) => m.kind)))
    for (const row of await loadRecords(
      db,
      county,
      kind,
      shown.filter((m) => m.kind === kind).map((m) => m.id),
    ))
      loaded.set(row.id, row);
  const last = members.length > page.limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map((m) => loaded.get(m.id)).filter((row) => row !== undefined),
    next: last ? `${last.day ?? '0001-01-01'}~${last.id}` : null,
  };
}

/** Ids of all records behind a figure, for freezing at signing; newest first. */
export async function figureRecordIds(
  db: Db,
  county: string,
  id: string,
  scope: FigureScope,
): Promise<string[]> {
  return (await listMembers(db, county, scope, behind(id))).map((m) => m.id);
}

/** A figure broken down. Parts with nothing in them are left out; keys in ascending order. */
export async function figureSeries(
  db: Db,
  county: string,
  id: string,
  scope: FigureScope,
  by: SeriesBy,
): Promise<SeriesPart[]> {
  const figure = getFigure(id);
  const tallies = await tallyFigures(db, county, scope, counted([figure]), by);
  const all = [...new Set([...tallies.values()].flatMap((byKey) => [...byKey.keys()]))].sort();
  const parts = all
    .map((key) => ({ key, ...valueAt(figure, tallies, key) }))
    .filter((part) => part.records > 0);
  const names = await nameKeys(
    db,
    county,
    by,
    parts.map((p) => p.key),
    behind(id).kinds,
  );
  return parts.map((part) => ({ ...part, name: names.get(part.key) ?? plainName(by, part.key) }));
}

/** The figure counted again by other code from the records themselves. */
export async function recountFigure(
  db: Db,
  county: string,
  id: string,
  scope: FigureScope,
): Promise<{ value: number | null; bound: Bound }> {
  const ledger: Map<string, readonly RecordRow[]> = new Map();
  for (const kind of recountKinds(id))
    ledger.set(kind, await loadKind(db, county, kind, BY_PERIOD.has(kind) ? scope : {}));
  return recount(ledger as Ledger, scope, id);
}

function plainName(by: SeriesBy, key: string): string {
  if (by !== 'level') return key;
  return PROTECTION_LEVELS.find((level) => level.code === key)?.label[0] ?? key;
}

function readCursor(cursor: string): { day: string; id: string } | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(cursor);
  return match?.[1] && match[2] ? { day: match[1], id: match[2] } : undefined;
}

/** A rate opens the records of its part. */
function behind(id: string): Figure {
  const figure = getFigure(id);
  return figure.count.by === 'rate' ? behind(figure.count.part) : figure;
}

/** The figures themselves, and of a rate its part and whole; each once. */
function counted(figures: readonly Figure[]): Figure[] {
  const ids = figures.flatMap(({ id, count }) => (count.by === 'rate' ? [count.part, count.whole] : [id]));
  return [...new Set(ids)].map(getFigure);
}

function valueAt(figure: Figure, tallies: Tallies, key: string): FigureValue {
  if (figure.count.by !== 'rate') return { id: figure.id, ...settle(tallies.get(figure.id)?.get(key)) };
  const part = valueAt(getFigure(figure.count.part), tallies, key);
  const whole = valueAt(getFigure(figure.count.whole), tallies, key);
  const known = part.value !== null && whole.value !== null && whole.value > 0;
  return {
    id: figure.id,
    value: known ? round6(((part.value ?? 0) / (whole.value ?? 1)) * 100) : null,
    bound: known ? joinBounds(new Set([part.bound, whole.bound]), true) : 'unknown',
    records: part.records,
  };
}

function settle(tally: Tally | undefined): Omit<FigureValue, 'id'> {
  if (!tally) return { value: 0, bound: 'exact', records: 0 };
  const [value, records, bounds, known] = tally;
  const set = new Set((bounds ?? []) as Bound[]);
  return {
    value: value === null || !known ? (set.has('unknown') ? null : round6(value ?? 0)) : round6(value),
    bound: joinBounds(set, known === true),
    records,
  };
}
