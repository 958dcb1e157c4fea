// What is one whole animal of a species worth before the multiple, by which row of which table, on a day?
import { type Day, isDay } from '../kernel/day.ts';
import { type Outcome, ok, refuse } from '../kernel/outcome.ts';
import data from './data/base-value.json' with { type: 'json' };
import { groupOf, isCovered, membersOf, SPECIES, speciesName, speciesOf } from './species.ts';
import type { BaseStatus, BaseValueUsed } from './valuation-line.ts';

/** One row of a table of base values. National rows come from scripts/build-base-value.ts; none of them is verified. */
export interface BaseRow {
  readonly id: string;
  /** The row's wording, e.g. 鹰科一般种. */
  readonly taxon: string;
  /** Ids of species; a county's row may name a group or a rule on a taxon. */
  readonly covers: readonly string[];
  /** Species the wording would reach but the row must not value (the catalogue has rows of their own that are not held). */
  readonly withheld: readonly string[];
  readonly unit: string;
  readonly fen: number;
  readonly status: BaseStatus;
  readonly source: string;
  /** The county's document; null for national rows. */
  readonly docNo: string | null;
  /** The collector's own words; null for a county's row. */
  readonly confidence: string | null;
  /** The amount already holds the multiple (整体价值). */
  readonly whole: boolean;
  readonly domain: 'terrestrial' | 'aquatic' | null;
  readonly stage: 'whole' | 'egg';
  readonly from: Day;
  /** First day no longer in force. */
  readonly until: Day | null;
  readonly note: string;
}

/** The 86 rows known of the two catalogues: incomplete, partly from memory, compared with no original text. */
export const NATIONAL_BASE: readonly BaseRow[] = (data as unknown as readonly NationalRow[]).map((row) => ({
  withheld: [],
  docNo: null,
  ...row,
}));

type NationalRow = Omit<BaseRow, 'withheld' | 'docNo'> & { readonly withheld?: readonly string[] };

/** The county's own row as the setting `baseValue` keeps it; `until` is the first day no longer in force. */
export interface CountyBase {
  readonly speciesId: string;
  readonly name?: string;
  readonly fen: number;
  readonly unit: string;
  readonly docNo: string;
  readonly status: 'verified' | 'unverified';
  readonly from: Day;
  readonly until: Day | null;
  readonly note?: string;
}

/** The rows of the setting `baseValue` that can be used; a row without species, amount, document or first day is not. */
export function countyBase(setting: unknown): readonly BaseRow[] {
  if (!Array.isArray(setting)) return [];
  return setting.filter(isCountyBase).map((row, at) => ({
    id: `county:${at + 1}`,
    taxon: row.name ?? speciesName(row.speciesId) ?? row.speciesId,
    covers: [row.speciesId],
    withheld: [],
    unit: row.unit || '只',
    fen: row.fen,
    status: row.status,
    source: row.docNo,
    docNo: row.docNo,
    confidence: null,
    whole: false,
    domain: null,
    stage: 'whole',
    from: row.from,
    until: row.until,
    note: row.note ?? '',
  }));
}

/** More rows than any county will enter; a larger table is another table. */
export const MOST_COUNTY_ROWS = 5_000;

/** What the setting `baseValue` must be before it is saved: rows that can all be used. */
export function readBaseSetting(value: unknown): Outcome<readonly CountyBase[]> {
  if (!Array.isArray(value) || value.length > MOST_COUNTY_ROWS)
    return refuse('base.large', [
      `应是不超过 ${MOST_COUNTY_ROWS} 行的列表`,
      `A list of at most ${MOST_COUNTY_ROWS} rows is needed`,
    ]);
  const rows = value as readonly unknown[];
  const at = rows.findIndex((row) => !isCountyBase(row));
  if (at < 0) return ok(rows as readonly CountyBase[]);
  return refuse(
    'base.row',
    [
      `第${at + 1}行：物种、金额、依据文号、施行日期都须填写且有效`,
      `Row ${at + 1}: species, amount, document and first day are needed and must be valid`,
    ],
    { where: `${at}` },
  );
}

/** Whether a value is a usable row of the county. */
function isCountyBase(row: unknown): row is CountyBase {
  if (typeof row !== 'object' || row === null) return false;
  const { speciesId, fen, docNo, from, until, status } = row as Record<string, unknown>;
  return (
    typeof speciesId === 'string' &&
    speciesName(speciesId) !== undefined &&
    typeof fen === 'number' &&
    Number.isSafeInteger(fen) &&
    fen > 0 &&
    typeof docNo === 'string' &&
    docNo.trim() !== '' &&
    isDay(from) &&
    (until === null || (isDay(until) && from < until)) &&
    (status === 'verified' || status === 'unverified')
  );
}

interface Entry {
  readonly row: BaseRow;
  /** 2 the species itself, 1 a group or a taxon. */
  readonly near: number;
}

const indexes = new WeakMap<readonly BaseRow[], ReadonlyMap<string, readonly Entry[]>>();

/**
 * The row that values `speciesId` (species, group or rule on a taxon) on `day`, or null. A county's row with a document
 * stands before the national rows, the species itself before its group, a later row before an earlier one. A group or
 * taxon has a value only when every member has the same.
 */
export function baseValueOf(
  speciesId: string,
  day: Day,
  rows: readonly BaseRow[] = NATIONAL_BASE,
  stage: BaseRow['stage'] = 'whole',
): BaseRow | null {
  const own = ownRow(speciesId, day, rows, stage);
  if (own !== null) return own;
  const found = membersFor(speciesId).map((id) => ownRow(id, day, rows, stage));
  const first = found[0];
  if (first === undefined || first === null) return null;
  const same = found.every(
    (row) => row !== null && row.fen === first.fen && row.unit === first.unit && row.whole === first.whole,
  );
  return same ? first : null;
}

/** Fen: the least and most among the members of a group or taxon that have a value; null when none has. */
export function baseSpread(
  speciesId: string,
  day: Day,
  rows: readonly BaseRow[] = NATIONAL_BASE,
): { readonly low: number; readonly high: number } | null {
  const fens = membersFor(speciesId).flatMap((id) => ownRow(id, day, rows, 'whole')?.fen ?? []);
  return fens.length === 0 ? null : { low: Math.min(...fens), high: Math.max(...fens) };
}

/** The row whose wording reaches the species but does not value it, so that the person knows where to look. */
export function withheldRow(speciesId: string, rows: readonly BaseRow[] = NATIONAL_BASE): BaseRow | null {
  return rows.find((row) => row.withheld.includes(speciesId)) ?? null;
}

/** What a line of a valuation says of its base. */
export function baseUsed(row: BaseRow): BaseValueUsed {
  const { id, taxon, fen, unit, status, source, docNo, whole } = row;
  return { id, taxon, fen, unit, status, source, docNo, whole };
}

function ownRow(id: string, day: Day, rows: readonly BaseRow[], stage: BaseRow['stage']): BaseRow | null {
  const entries = indexOf(rows).get(id) ?? [];
  const now = entries.filter(
    ({ row }) => row.stage === stage && row.from <= day && (row.until === null || day < row.until),
  );
  return (
    now.reduce<Entry | null>((best, next) => (best === null || before(next, best) ? next : best), null)
      ?.row ?? null
  );
}

function before(a: Entry, b: Entry): boolean {
  const [own, other] = [a.row.docNo !== null, b.row.docNo !== null];
  if (own !== other) return own;
  return a.near !== b.near ? a.near > b.near : a.row.from > b.row.from;
}

function indexOf(rows: readonly BaseRow[]): ReadonlyMap<string, readonly Entry[]> {
  const known = indexes.get(rows);
  if (known !== undefined) return known;
  const index = new Map<string, Entry[]>();
  const put = (id: string, entry: Entry) => {
    const list = index.get(id);
    if (list === undefined) index.set(id, [entry]);
    else list.push(entry);
  };
  for (const row of rows)
    for (const id of row.covers) {
      put(id, { row, near: 2 });
      for (const member of membersFor(id)) put(member, { row, near: 1 });
    }
  indexes.set(rows, index);
  return index;
}

/** Species ids a group or taxon rule stands for; none for a species. */
export function membersFor(id: string): readonly string[] {
  if (groupOf(id) !== undefined) return membersOf(id).map((s) => s.id);
  const rule = id.startsWith('taxon:') ? speciesOf(id) : undefined;
  return rule === undefined ? [] : SPECIES.filter((s) => isCovered(s, rule)).map((s) => s.id);
}
