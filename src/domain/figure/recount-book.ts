// Which records of a plain ledger belong to a scope? Read one by one, apart from how SQL narrows them.
import { type Quantity, sum } from '../kernel/quantity.ts';
import type { RecordRow, SpeciesValue, Values } from '../kernel/record.ts';
import type { FigureScope } from './figure.ts';

/** Records by kind, withdrawn ones included. */
export type Ledger = ReadonlyMap<string, readonly RecordRow[]>;

export interface Book {
  readonly scope: FigureScope;
  readonly ledger: Ledger;
  /** The values of a referred record, withdrawn or not. */
  readonly look: (kind: string, id: string | undefined) => Values;
}

export function openBook(ledger: Ledger, scope: FigureScope): Book {
  const shelves = new Map<string, Map<string, Values>>();
  const look = (kind: string, id: string | undefined) => {
    let shelf = shelves.get(kind);
    if (!shelf) {
      shelf = new Map((ledger.get(kind) ?? []).map((row) => [row.id, row.values]));
      shelves.set(kind, shelf);
    }
    return (id && shelf.get(id)) || {};
  };
  return { scope, ledger, look };
}

export function text(values: Values, field: string): string | undefined {
  const value = values[field];
  return typeof value === 'string' ? value : undefined;
}
export function list(values: Values, field: string): readonly string[] {
  const value = values[field];
  return Array.isArray(value) ? value : [];
}
export function amount(values: Values, field: string): number | undefined {
  const value = values[field];
  return typeof value === 'number' ? value : undefined;
}
export function quantity(values: Values, field: string): Quantity | undefined {
  const value = values[field];
  return value && typeof value === 'object' && 'bound' in value ? value : undefined;
}
export function species(values: Values): SpeciesValue | undefined {
  const value = values['species'];
  return value && typeof value === 'object' && 'name' in value ? value : undefined;
}

/** Records that are not withdrawn. */
export function valid(book: Book, kind: string): readonly RecordRow[] {
  return (book.ledger.get(kind) ?? []).filter((row) => !row.withdrawn);
}

/** Whether something that happened on `day` happened in the period. */
function inPeriod({ scope }: Book, day: string | undefined): boolean {
  if (day === undefined) return scope.from === undefined && scope.until === undefined;
  return !(scope.from && day < scope.from) && !(scope.until && day > scope.until);
}

/** Not later than the last day of the scope. */
export function byTheEnd({ scope }: Book, day: string | undefined): boolean {
  return day !== undefined && (scope.until === undefined || day <= scope.until);
}

/** Records whose `field` (a day of the kind) lies in the period and that pass the filters. */
export function happened(book: Book, kind: string, field = 'day'): RecordRow[] {
  return valid(book, kind).filter(
    (row) => inPeriod(book, text(row.values, field)) && passes(book, kind, row, false),
  );
}

/** Records of something that need not have happened: an empty `field` never counts. */
export function occurred(book: Book, kind: string, field: string): RecordRow[] {
  return happened(book, kind, field).filter((row) => text(row.values, field) !== undefined);
}

/** The register on the last day. */
export function standing(book: Book, kind: string, ended?: string): RecordRow[] {
  return valid(book, kind).filter((row) => {
    const begun = text(row.values, 'day');
    if (begun !== undefined && !byTheEnd(book, begun)) return false;
    const end = ended ? text(row.values, ended) : undefined;
    if (end !== undefined && byTheEnd(book, end)) return false;
    return passes(book, kind, row, true);
  });
}

/** Records whose own days `from`–`until` overlap the period. */
export function overlapping(book: Book, kind: string, from = 'from', until = 'until'): RecordRow[] {
  return valid(book, kind).filter(
    ({ values, ...row }) =>
      overlaps(book, values, from, until) && passes(book, kind, { ...row, values }, false),
  );
}

/** Records of a campaign that overlaps the period. */
export function ofCampaigns(book: Book, kind: string): RecordRow[] {
  return valid(book, kind).filter((row) => {
    const campaign = book.look('campaign', text(row.values, 'campaign'));
    return overlaps(book, campaign, 'from', 'until') && passes(book, kind, row, false);
  });
}

function overlaps({ scope }: Book, values: Values, from: string, until: string): boolean {
  const [first, last] = [text(values, from), text(values, until)];
  if (scope.until && (first === undefined || first > scope.until)) return false;
  return !(scope.from && last !== undefined && last < scope.from);
}

/** Documents of the period, or those the chosen campaign names. */
export function documents(book: Book): RecordRow[] {
  const { campaign, ...rest } = book.scope;
  if (campaign === undefined) return happened(book, 'basisDocument');
  const values = book.look('campaign', campaign);
  const named = new Set([...list(values, 'basis'), text(values, 'plan')]);
  const undated = { ...book, scope: { ...rest, from: undefined, until: undefined } };
  return happened(undated, 'basisDocument').filter((row) => named.has(row.id));
}

const WITHOUT_AGENCY = new Set(['venue', 'stall', 'site', 'farm', 'area']);

/** The filters of the scope; `register`: a register has no campaign or species, and some no agency, to filter by. */
function passes(book: Book, kind: string, row: RecordRow, register: boolean): boolean {
  const { campaign, agency, area, species: kindOfAnimal, level } = book.scope;
  const v = row.values;
  if (campaign !== undefined && !register)
    if ((kind === 'campaign' ? row.id : text(v, 'campaign')) !== campaign) return false;
  if (agency !== undefined && !(register && WITHOUT_AGENCY.has(kind))) {
    const named = [text(v, 'agency'), ...list(v, 'jointAgencies'), ...list(v, 'agencies')];
    if (kind === 'agency') named.push(row.id);
    if (!named.includes(agency)) return false;
  }
  if (area !== undefined && !areasOf(book, kind, row).includes(area)) return false;
  if (register) return true;
  const animal = species(v);
  if (kindOfAnimal !== undefined && (animal?.id ?? animal?.name) !== kindOfAnimal) return false;
  return level === undefined || (animal?.level ?? undefined) === level;
}

function areasOf(book: Book, kind: string, row: RecordRow): readonly string[] {
  const v = row.values;
  const own = text(v, 'area');
  if (kind === 'area') return [row.id];
  if (kind === 'team') return list(v, 'areas');
  if (own !== undefined) return [own];
  const of = (referred: string, field = referred) => text(book.look(referred, text(v, field)), 'area');
  const found = (): string | undefined => {
    switch (kind) {
      case 'inspection':
        return of('venue') ?? of('site');
      case 'clue':
      case 'case':
      case 'stall':
      case 'watch':
      case 'permit':
      case 'farm':
        return of('venue');
      case 'stockSurvey':
      case 'consumptionPlan':
        return of('venue', 'holder');
      case 'station':
      case 'release':
        return of('site');
      case 'penalty':
        return of('case');
      case 'annualReview':
        return of('permit');
      default:
        return undefined;
    }
  };
  const area = found();
  return area === undefined ? [] : [area];
}

export function number(value: number): Quantity {
  return { value, bound: 'exact' };
}

/** How many different texts. */
export function different(items: Iterable<string | undefined>): Quantity {
  const seen = new Set<string>();
  for (const item of items) if (item !== undefined) seen.add(item);
  return number(seen.size);
}

export function total(rows: readonly RecordRow[], field: string): Quantity {
  return sum(rows.map((row) => quantity(row.values, field)).filter((q) => q !== undefined));
}

export function totalAmount(rows: readonly RecordRow[], field: string): Quantity {
  let all = 0;
  for (const row of rows) all += amount(row.values, field) ?? 0;
  return number(all);
}

export function percent(part: Quantity, whole: Quantity): Quantity {
  if (part.value === null || !whole.value) return { value: null, bound: 'unknown' };
  const inexact = [part.bound, whole.bound].filter((bound) => bound !== 'exact');
  const bound = inexact.includes('about') ? 'about' : inexact.length > 0 ? 'over' : 'exact';
  return { value: Math.round((part.value / whole.value) * 100 * 1e6) / 1e6, bound };
}
