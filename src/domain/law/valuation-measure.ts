// What does the assessment method give for a lot, and which facts does it lack?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { type BaseRow, baseSpread, baseValueOf, withheldRow } from './base-value.ts';
import type { Protection } from './protection.ts';
import { type Ratio, ratioOf } from './share.ts';
import type { AnimalItem } from './valuation-line.ts';
import * as lack from './valuation-missing.ts';
import { type Basis, eggShare, isWhole, ORIGIN_FACTOR } from './valuation-rule.ts';

export interface Base {
  readonly row: BaseRow | null;
  readonly missing: readonly Label[];
}

export interface Measure {
  /** By the method, before rounding; null while anything is missing. */
  readonly exact: Ratio | null;
  /** The same lot as whole animals: what a part or product cannot exceed. */
  readonly whole: Ratio | null;
  /** Share of the whole animal. */
  readonly part: Ratio | null;
  readonly missing: readonly Label[];
}

const ONE: Ratio = [1n, 1n];

/** The row that values the item: entered by hand with a document, else the tables'; eggs by a row of their own if there is one. */
export function baseFor(item: AnimalItem, day: Day, rows: readonly BaseRow[]): Base {
  const { speciesId } = item;
  const eggs = item.form === 'egg' && speciesId !== null ? baseValueOf(speciesId, day, rows, 'egg') : null;
  const table = eggs ?? (speciesId === null ? null : baseValueOf(speciesId, day, rows));
  if (item.manualBase === undefined)
    return { row: table, missing: table === null ? [noBase(item, day, rows)] : [] };
  const docNo = item.manualDocument?.trim() ?? '';
  if (docNo === '')
    return { row: table, missing: [lack.MANUAL_DOCUMENT, ...(table === null ? [lack.BASE] : [])] };
  return { row: manualRow(item, docNo, day, table?.domain ?? null), missing: [] };
}

function manualRow(item: AnimalItem, docNo: string, day: Day, domain: BaseRow['domain']): BaseRow {
  return {
    id: 'manual',
    taxon: item.name,
    covers: item.speciesId === null ? [] : [item.speciesId],
    withheld: [],
    unit: '只',
    fen: item.manualBase ?? 0,
    status: 'manual',
    source: docNo,
    docNo,
    confidence: null,
    whole: false,
    domain,
    stage: 'whole',
    from: day,
    until: null,
    note: '',
  };
}

function noBase({ speciesId }: AnimalItem, day: Day, rows: readonly BaseRow[]): Label {
  if (speciesId === null) return lack.BASE;
  const near = withheldRow(speciesId, rows);
  if (near !== null) return lack.baseOfItsOwn(near);
  const spread = baseSpread(speciesId, day, rows);
  return spread === null ? lack.BASE : lack.baseOfMembers(spread.low, spread.high);
}

export interface Terms {
  readonly basis: Basis;
  readonly multiple: number | null;
  readonly protection: Protection;
}

/** Base × multiple × count × part × origin, exactly; each lack is named. */
export function measure(item: AnimalItem, base: Base, terms: Terms): Measure {
  const { basis, multiple, protection } = terms;
  const share = shareOf(item, base.row);
  const count = countOf(item, share.part);
  const missing = [
    ...(item.speciesId === null ? [lack.species(item.name)] : []),
    ...(basis === 'unknown' && item.speciesId !== null ? [lack.protection(protection.note)] : []),
    ...(basis === 'outside' ? [lack.BRED_PRICE] : base.missing),
    ...(count === null ? [item.mass === undefined ? lack.COUNT : lack.COUNT_OF_MASS] : []),
    ...share.missing,
  ];
  const isOpen = basis === 'unknown' || basis === 'outside' || item.speciesId === null;
  if (isOpen || base.row === null || count === null)
    return { exact: null, whole: null, part: share.part, missing };
  const whole = times(
    [BigInt(base.row.fen) * BigInt(base.row.whole ? 1 : (multiple ?? 1)) * BigInt(count), 1n],
    ORIGIN_FACTOR[item.origin ?? 'wild'],
  );
  const exact = share.part === null || share.missing.length > 0 ? null : times(whole, share.part);
  return { exact, whole: item.form === 'egg' ? exact : whole, part: share.part, missing };
}

/** A documented share without a count is the share of one animal. */
function countOf(item: AnimalItem, part: Ratio | null): number | null {
  const { count } = item;
  if (count !== undefined) return Number.isSafeInteger(count) && count >= 0 ? count : null;
  return part !== null && !isWholeItem(item) && item.form !== 'egg' ? 1 : null;
}

/** A share given without a form says that it is a part. */
export function isWholeItem(item: AnimalItem): boolean {
  return isWhole(item.form) && !(item.form === undefined && item.part !== undefined);
}

interface Share {
  readonly part: Ratio | null;
  readonly missing: readonly Label[];
}

function shareOf(item: AnimalItem, base: BaseRow | null): Share {
  if (item.form === 'egg') return shareOfEgg(item, base);
  if (isWholeItem(item)) return { part: ONE, missing: [] };
  const { part } = item;
  if (part === undefined || !(part > 0)) return { part: null, missing: [lack.SHARE] };
  if ((item.partDocument?.trim() ?? '') === '') return { part: null, missing: [lack.SHARE_DOCUMENT] };
  // 制品价值不能超过该种野生动物的整体价值.
  return { part: part >= 1 ? ONE : ratioOf(part), missing: [] };
}

function shareOfEgg(item: AnimalItem, base: BaseRow | null): Share {
  if (base?.stage === 'egg')
    return { part: ONE, missing: base.unit.includes('未核实') ? [lack.EGG_UNIT] : [] };
  const part = item.speciesId === null ? null : eggShare(item.speciesId, base);
  return { part, missing: part === null && item.speciesId !== null ? [lack.EGG_SHARE] : [] };
}

function times(a: Ratio, b: Ratio): Ratio {
  return [a[0] * b[0], a[1] * b[1]];
}

/** The sum in whole fen, half up; null beyond what a number holds exactly. */
export function fenOf(ratios: readonly Ratio[]): number | null {
  let [n, d] = [0n, 1n];
  for (const [a, b] of ratios) {
    [n, d] = d === b ? [n + a, d] : [n * b + a * d, d * b];
    // The denominators are few (2, 4, 10, 1000, documented shares); without this they would pile up.
    const common = gcd(n, d);
    if (common > 1n) [n, d] = [n / common, d / common];
  }
  const fen = (2n * n + d) / (2n * d);
  return fen > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(fen);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
