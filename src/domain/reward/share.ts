// How is one reward shared between several informants, to the last fen?
import type { Fen } from '../kernel/money.ts';

/** Splits `total` by whole weights; what is left of dividing goes fen by fen to the largest remainders, earlier ones first. */
export function splitShares(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (total < 0 || weights.some((w) => !Number.isSafeInteger(w) || w < 1) || sum === 0)
    throw new RangeError('shares: a total from 0 and whole weights from 1');
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const shares = exact.map((part) => Number(part / BigInt(sum)));
  const rest = total - shares.reduce((a, b) => a + b, 0);
  const order = exact
    .map((part, at) => ({ at, remainder: part % BigInt(sum) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1));
  for (const { at } of order.slice(0, rest)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}
