// How much of a thing may be there? An interval, so that 余, 约 and 少量 are never taken for exact.
import { type Quantity, round6 } from '../kernel/quantity.ts';

/** At least `low`, at most `high`; null when nobody can say how many at most. Equal ends are exact. */
export interface Amount {
  readonly low: number;
  readonly high: number | null;
  /** Said as 约: shown by its middle. */
  readonly about?: true;
}

export const NONE: Amount = { low: 0, high: 0 };

/** The size of the last counted digit: 30余 counts in tens, 120余 in tens, 100余 in hundreds, 2.5余 in tenths. */
function digitOf(value: number): number {
  let step = 1e-6;
  let rest = Math.round(value * 1e6);
  while (rest > 0 && rest % 10 === 0) {
    rest /= 10;
    step *= 10;
  }
  return round6(step);
}

/**
 * What a stated quantity may amount to. 30余 is less than one more of what was counted (30–40), 约30 lies within half
 * of it (25–35), 少量 may be anything.
 */
export function amountOf(quantity: Quantity): Amount {
  const { value, bound } = quantity;
  if (value === null || bound === 'unknown' || (value === 0 && bound !== 'exact'))
    return { low: 0, high: null };
  if (bound === 'exact') return { low: value, high: value };
  const digit = digitOf(value);
  if (bound === 'over') return { low: value, high: round6(value + digit) };
  return { low: round6(value - digit / 2), high: round6(value + digit / 2), about: true };
}

/** How a person would say it. What may be nothing at all is 少量, until somebody counts. */
export function quantityOf({ low, high, about }: Amount): Quantity {
  if (low === high) return { value: low, bound: 'exact' };
  if (low <= 0) return { value: null, bound: 'unknown' };
  if (about && high !== null) return { value: round6((low + high) / 2), bound: 'about' };
  return { value: low, bound: 'over' };
}

export function isNone({ high }: Amount): boolean {
  return high === 0;
}

export function plus(a: Amount, b: Amount): Amount {
  return made(a.low + b.low, a.high === null || b.high === null ? null : a.high + b.high, a, b);
}

/** What is left of `a` once `b` is gone; never below nothing. */
export function minus(a: Amount, b: Amount): Amount {
  return made(b.high === null ? 0 : a.low - b.high, a.high === null ? null : a.high - b.low, a, b);
}

function made(low: number, high: number | null, a: Amount, b: Amount): Amount {
  const about = a.about || b.about;
  return {
    low: round6(Math.max(0, low)),
    high: high === null ? null : round6(Math.max(0, high)),
    ...(about ? { about: true as const } : {}),
  };
}

/** Could `part` have been within `whole`? */
export function within(whole: Amount, part: Amount): boolean {
  return whole.high === null || part.low <= whole.high;
}

export interface Parted {
  readonly part: Amount;
  readonly rest: Amount;
}

/**
 * Takes `asked` out of `have`: the whole of it when it is said as `have` is said, else an exact part. The rest of an
 * inexact amount stays inexact until a count. Undefined when it was not there; 'inexact' when part of it is asked for
 * without a number.
 */
export function partOf(have: Amount, asked: Quantity): Parted | 'inexact' | undefined {
  const said = quantityOf(have);
  if (said.value === asked.value && said.bound === asked.bound && !isNone(have))
    return { part: have, rest: NONE };
  if (asked.value === null || asked.bound !== 'exact') return 'inexact';
  const part = amountOf(asked);
  if (asked.value === 0 || !within(have, part)) return undefined;
  return { part, rest: minus(have, part) };
}
