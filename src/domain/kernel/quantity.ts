// How many, and how sure? A value with its bound; sums keep the bound.

/** exact 30 · over 30余/30多 (at least) · about 约30 · unknown 少量/若干 (value may be null). */
export const BOUNDS = ['exact', 'over', 'about', 'unknown'] as const;
export type Bound = (typeof BOUNDS)[number];

/** `value` is null exactly when nothing at all is known of it (bound `unknown`). The unit belongs to the field. */
export interface Quantity {
  readonly value: number | null;
  readonly bound: Bound;
}

export function exact(value: number): Quantity {
  return { value, bound: 'exact' };
}

/** The sum of quantities of one unit. An unknown part makes a known sum "over"; "about" stays about; none is exact 0. */
export function sum(quantities: Iterable<Quantity>): Quantity {
  let value = 0;
  let known = 0;
  const bounds = new Set<Bound>();
  for (const q of quantities) {
    bounds.add(q.bound);
    if (q.value !== null) {
      value += q.value;
      known += 1;
    }
  }
  return {
    value: known === 0 && bounds.has('unknown') ? null : round6(value),
    bound: joinBounds(bounds, known > 0),
  };
}

/** The bound of a sum whose parts have `bounds`; `known` says whether any part had a value. */
export function joinBounds(bounds: ReadonlySet<Bound>, known: boolean): Bound {
  if (bounds.has('unknown') && !known) return 'unknown';
  if (bounds.has('about')) return 'about';
  if (bounds.has('over') || bounds.has('unknown')) return 'over';
  return 'exact';
}

/** Decimal fractions (kg, mu) added as binary floats drift; six places is finer than any scale in the field. */
export function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
