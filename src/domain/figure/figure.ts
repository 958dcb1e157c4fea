// What is a figure? A declaration: which records, counted how, in which unit. Counting itself is elsewhere.
import { addDays, addYears, dateOf } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Bound } from '../kernel/quantity.ts';

/** A field of the record, or one step on: `venue.venueType` is the type of the venue it refers to.
 *  Two are derived: `#action` (the outing of that day, else the record itself) and `#place` (site, else venue). */
export type Path = string;

/** All conditions of a figure hold together. An unknown field meets none of them but `set: false`. */
export type Condition =
  | { readonly field: Path; readonly in: readonly string[] }
  | { readonly field: Path; readonly set: boolean }
  | { readonly field: Path; readonly is: boolean }
  /** The list shares an entry with these. */
  | { readonly field: Path; readonly has: readonly string[] }
  /** The list is at least this long. */
  | { readonly field: Path; readonly atLeast: number }
  /** A time of day, the first included, the last not. */
  | { readonly field: Path; readonly between: readonly [string, string] }
  /** A day that is filled in and not after the end of the scope. */
  | { readonly field: Path; readonly reached: true }
  /** The action named two agencies or more, over all records of the county with its outing. */
  | { readonly joint: true }
  /** An agency of one of these types led or joined. */
  | { readonly involves: readonly string[] }
  /** A record of that kind within the scope refers to this one in `field`. */
  | { readonly seenBy: readonly { readonly kind: string; readonly field: string }[] }
  | { readonly any: readonly Condition[] };

export type Count =
  | { readonly by: 'records' }
  /** Distinct combinations of the fields; a record lacking one is left out. */
  | { readonly by: 'distinct'; readonly fields: readonly Path[] }
  /** Distinct entries of the lists and single fields together; a kind without a field skips it. */
  | { readonly by: 'elements'; readonly fields: readonly Path[] }
  /** Entries of the list, added up over records. */
  | { readonly by: 'items'; readonly field: string }
  /** A quantity, money (fen) or whole number; with `latestOf` only the newest record of each combination. */
  | { readonly by: 'sum'; readonly field: string; readonly latestOf?: readonly string[] }
  /** Quantity `of` of each distinct record referred to. */
  | { readonly by: 'sumReferred'; readonly field: string; readonly kind: string; readonly of: string }
  /** 人次 and 台次; see TURNOUT_RULE. */
  | { readonly by: 'turnout'; readonly named: string; readonly heads: string }
  /** Percent, `part` of `whole`; unknown when there is no whole. */
  | { readonly by: 'rate'; readonly part: string; readonly whole: string };

/** Which records a period holds. */
export type When =
  | { readonly on: string }
  /** A register as it stands on the last day: begun by then (or undated), not yet ended. */
  | { readonly standing: string; readonly ended?: string }
  /** Whatever the period overlaps. */
  | { readonly span: readonly [Path, Path] };

export interface Figure {
  readonly id: string;
  readonly label: Label;
  /** Measure word; '元' counts fen, '%' percent. */
  readonly unit: string;
  /** Kinds of the records behind it. */
  readonly kinds: readonly string[];
  readonly count: Count;
  readonly where: readonly Condition[];
  /** Absent: on the day of the kind. */
  readonly when?: When;
  /** One sentence for under the statistics table. */
  readonly definition: Label;
  /** Phrases of the seed summaries it serves. */
  readonly trace: readonly string[];
}

/** A period (both days included) and filters; an absent one does not filter. Registers ignore a filter they have no
 *  field for; any other record without the field belongs to none. */
export interface FigureScope {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly campaign?: string | undefined;
  readonly agency?: string | undefined;
  readonly area?: string | undefined;
  readonly species?: string | undefined;
  readonly level?: string | undefined;
}

/** The same period a year earlier, a whole month staying whole. Undefined for an open period, and for one campaign:
 *  it did not run last year, so there is nothing to compare. */
export function lastYear(scope: FigureScope): FigureScope | undefined {
  const { from, until, campaign } = scope;
  if (!from || !until || campaign) return undefined;
  const next = addDays(until, 1);
  const end = dateOf(next) === 1 ? addDays(addYears(next, -1), -1) : addYears(until, -1);
  return { ...scope, from: addYears(from, -1), until: end };
}

/** `value` null: nothing known of it (少量), or a rate without a whole. */
export interface FigureValue {
  readonly id: string;
  readonly value: number | null;
  readonly bound: Bound;
  readonly records: number;
}

export const TURNOUT_RULE: Label = [
  '同一天同一出动编号（不分记录单位）为一次行动，未填编号的每条记录为一次行动；一次行动中具名者只计一次，未具名者按各单位所报总数（多条取最大）减去该单位已具名数补足；“余、约、少量”随所用总数保留',
  'Records of one day with one outing number are one action, whichever agency keeps them; otherwise each record is. In an action a named one counts once; for each agency the unnamed are its stated total (the largest of its records) less those it named. Over, about and some are kept from the totals used',
];

type More = Partial<Pick<Figure, 'where' | 'when' | 'trace'>>;

/** Declares a figure; `where`, `trace` default to none. */
export function figure(
  id: string,
  label: Label,
  unit: string,
  kinds: string | readonly string[],
  count: Count,
  definition: Label,
  more: More = {},
): Figure {
  const list = typeof kinds === 'string' ? [kinds] : kinds;
  return { id, label, unit, kinds: list, count, where: [], trace: [], definition, ...more };
}

/** One figure for each code of a list: id and label are the family's with the code's appended. */
export function perCode<C extends { readonly code: string; readonly label: Label }>(
  codes: readonly C[],
  make: (code: C) => Figure,
): readonly Figure[] {
  return codes.map(make);
}

export const RECORDS = { by: 'records' } as const satisfies Count;
export function distinct(...fields: readonly Path[]): Count {
  return { by: 'distinct', fields };
}
export function elements(...fields: readonly Path[]): Count {
  return { by: 'elements', fields };
}
export function sumOf(field: string): Count {
  return { by: 'sum', field };
}
export function rate(part: string, whole: string): Count {
  return { by: 'rate', part, whole };
}
export function oneOf(field: Path, ...codes: readonly string[]): Condition {
  return { field, in: codes };
}
