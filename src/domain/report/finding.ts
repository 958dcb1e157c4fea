// What is a finding: a warning, what it marks, and what it would have the summary say?
import { getFigure } from '../figure/catalogue.ts';
import { formatFigure } from '../figure/format.ts';
import type { Label } from '../kernel/label.ts';
import type { Facts, NumberFact } from './fact.ts';
import type { Clause } from './outline.ts';

/** A record to name in a warning. */
export interface Owed {
  readonly kind: string;
  readonly id: string;
  readonly no: string;
  readonly name: string;
}

/** What the server looked for beside the figures; each list at most OVERSIGHT_MAX, the longest owed first. */
export interface Oversight {
  readonly overdueClues: readonly Owed[];
  readonly overdueRectifications: readonly Owed[];
  readonly overdueDuties: readonly Owed[];
  readonly openCases: readonly Owed[];
  readonly unpatrolledSites: readonly Owed[];
  readonly unreviewedPermits: readonly Owed[];
  readonly brokenPlans: readonly (Owed & { readonly periodText: string })[];
  readonly incompleteNotices: readonly (Owed & { readonly missing: readonly string[] })[];
  readonly targets: { readonly records: number; readonly kinds: number };
}
export const OVERSIGHT_MAX = 20;

export interface Suggestion {
  readonly id: string;
  readonly aspect: 'problem' | 'measure';
  readonly clause: Clause;
}
export interface Finding {
  readonly check: string;
  /** null: a proposal without a warning. */
  readonly message: Label | null;
  /** Figures whose numbers are marked. */
  readonly figures: readonly string[];
  readonly records: readonly Owed[];
  /** Must be explained before signing. */
  readonly explain: boolean;
  readonly suggestions: readonly Suggestion[];
}

export type Known = Omit<Facts, 'warned'>;
export type Check = (facts: Known, oversight: Oversight) => Finding[];

export function finding(check: string, message: Label | null, more: Partial<Finding> = {}): Finding {
  return { check, message, figures: [], records: [], explain: false, suggestions: [], ...more };
}
export function problem(id: string, ...clause: Clause): Suggestion {
  return { id, aspect: 'problem', clause };
}
export function measure(id: string, ...clause: Clause): Suggestion {
  return { id, aspect: 'measure', clause };
}

export function figureOf(facts: Known, id: string): NumberFact {
  return facts.base.figures[id] ?? { value: 0, bound: 'exact', records: 0 };
}
export function amount(facts: Known, id: string): number {
  return figureOf(facts, id).value ?? 0;
}
export function said(facts: Known, id: string, language: 'zh' | 'en'): string {
  return formatFigure(figureOf(facts, id), getFigure(id).unit, language);
}

const SHOWN = 5;
export function nos(owed: readonly Owed[]): string {
  return `${owed
    .slice(0, SHOWN)
    .map((o) => o.no)
    .join('、')}${owed.length > SHOWN ? '等' : ''}`;
}
export function names(owed: readonly Owed[]): string {
  return `${owed
    .slice(0, SHOWN)
    .map((o) => o.name)
    .join('、')}${owed.length > SHOWN ? '等' : ''}`;
}

/** Fewer of `part` than of `whole`: both said by their figures, the rest left to the reader. */
export function short(facts: Known, part: string, whole: string): boolean {
  return amount(facts, part) < amount(facts, whole);
}
