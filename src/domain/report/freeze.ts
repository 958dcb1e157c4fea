// What does signing hold fast, and what has changed since?
import { canonicalJson } from '../kernel/canonical.ts';
import type { Bound } from '../kernel/quantity.ts';
import type { ComposedNumber } from './compose.ts';
import type { Document } from './document.ts';
import type { EditedSection } from './edit.ts';
import type { NumberScope } from './fact.ts';

/** Kind, id and version of a record as it was counted. */
export type FrozenRecord = readonly [kind: string, id: string, version: number];

export interface FrozenFigure {
  readonly figure: string;
  readonly scope: NumberScope;
  readonly value: number | null;
  readonly bound: Bound;
  readonly records: readonly FrozenRecord[];
}

/** The county's journal at the moment of signing: a signed tree head (RFC 6962). */
export interface FrozenHead {
  readonly size: number;
  /** Hex. */
  readonly root: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

export interface Signed {
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly explanation: string;
  readonly head: FrozenHead | null;
  /** Ids of the law lists in force on the last day of the period. */
  readonly laws: readonly string[];
  readonly document: Document;
  /** SHA-256 (hex) of the canonical JSON of `document`. */
  readonly sha256: string;
  readonly sections: readonly EditedSection[];
  readonly numbers: Readonly<Record<string, ComposedNumber>>;
  readonly villages: readonly string[];
  /** By `figureKey`. */
  readonly figures: Readonly<Record<string, FrozenFigure>>;
  /** The whole statistics table, for the workbook. */
  readonly table: readonly {
    readonly id: string;
    readonly value: number | null;
    readonly bound: Bound;
    readonly records: number;
  }[];
}

export interface Difference {
  /** Id of the number in the document. */
  readonly number: string;
  readonly figure: string;
  readonly signed: { readonly value: number | null; readonly bound: Bound };
  readonly now: { readonly value: number | null; readonly bound: Bound };
  readonly added: readonly FrozenRecord[];
  readonly removed: readonly FrozenRecord[];
  /** Records counted then and now whose version differs, as they are now. */
  readonly changed: readonly FrozenRecord[];
}

/** One name for a figure in a scope; several numbers of a document may share it. */
export function figureKey(figure: string, scope: NumberScope): string {
  return canonicalJson([figure, scope]);
}

/** What differs, one entry a number of the document; nothing when value, bound and records are the same. */
export function differences(signed: Signed, now: Readonly<Record<string, FrozenFigure>>): Difference[] {
  return Object.entries(signed.numbers).flatMap(([number, { figure, scope }]) => {
    const key = figureKey(figure, scope);
    const before = signed.figures[key];
    const after = now[key];
    if (!before || !after) return [];
    const difference = compare(before, after);
    return difference ? [{ number, figure, ...difference }] : [];
  });
}

function compare(before: FrozenFigure, after: FrozenFigure): Omit<Difference, 'number' | 'figure'> | null {
  const then = new Map(before.records.map((r) => [r[1], r]));
  const since = new Map(after.records.map((r) => [r[1], r]));
  const added = after.records.filter(([, id]) => !then.has(id));
  const removed = before.records.filter(([, id]) => !since.has(id));
  const changed = after.records.filter(([, id, version]) => then.has(id) && then.get(id)?.[2] !== version);
  const same = before.value === after.value && before.bound === after.bound;
  if (same && added.length + removed.length + changed.length === 0) return null;
  return {
    signed: { value: before.value, bound: before.bound },
    now: { value: after.value, bound: after.bound },
    added,
    removed,
    changed,
  };
}
