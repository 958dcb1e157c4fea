// What does a summary know before it says anything? Figures, lists and names, each with what it was counted over.
import type { FigureScope } from '../figure/figure.ts';
import type { Day } from '../kernel/day.ts';
import type { Bound } from '../kernel/quantity.ts';

export interface NumberFact {
  /** In the unit of the figure; '元' is fen. null: nothing known of it (少量). */
  readonly value: number | null;
  readonly bound: Bound;
  /** How many records it counts. */
  readonly records: number;
}

/** Where a number was counted; `site` narrows the area of a figure to one of its sites. */
export interface NumberScope extends FigureScope {
  readonly site?: string | undefined;
}

/** One entry of a list: a name from a record, or of a code that a figure found records for. */
export interface Item {
  /** Record id or code; '' when the entry has none of its own. */
  readonly key: string;
  readonly text: string;
  /** A quantity of the entry itself, said with its name (一百亩鱼池). */
  readonly number?: NumberFact & { readonly figure: string; readonly unit: string; readonly site: string };
}

/** Everything counted over one scope: the whole summary, or one campaign of a year. */
export interface FactPart {
  /** '' for the whole, else the campaign's id. */
  readonly key: string;
  readonly scope: FigureScope;
  readonly figures: Readonly<Record<string, NumberFact>>;
  readonly lists: Readonly<Record<string, readonly Item[]>>;
  readonly words: Readonly<Record<string, string>>;
  /** The campaign's own days, where the scope is one campaign. */
  readonly campaign?: { readonly from: Day; readonly until: Day };
}

export interface Facts {
  readonly title: string;
  readonly county: { readonly code: string; readonly name: string };
  /** Name of the city above, '' when unknown. */
  readonly city: string;
  readonly issuer: string;
  /** Date of the document. */
  readonly day: Day;
  readonly base: FactPart;
  readonly campaigns: readonly FactPart[];
  /** Figures that do not add up (see propose.ts). */
  readonly warned: readonly string[];
}
