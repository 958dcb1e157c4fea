// How is a secret split so that any two of its keepers are enough and one alone has nothing? Shamir, over P-256's order.

/** The order of the group of P-256 (SEC 2, secp256r1). */
export const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

export interface Share {
  /** Where the line is taken, 1, 2, 3 …; never 0, where the secret lies. */
  readonly x: number;
  readonly y: bigint;
}

export function mod(value: bigint): bigint {
  const rest = value % ORDER;
  return rest < 0n ? rest + ORDER : rest;
}

/** base^(ORDER-2): Fermat's inverse. Not constant in time: only the numbers of shares, which are public, go through it. */
function inverse(value: bigint): bigint {
  let result = 1n;
  let base = mod(value);
  for (let exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = mod(result * base);
    base = mod(base * base);
  }
  return result;
}

/** Points of the line through (0, secret) with slope `chance`; both in 1 … ORDER-1, `chance` from a cryptographic source. */
export function splitSecret(secret: bigint, chance: bigint, xs: readonly number[]): Share[] {
  for (const value of [secret, chance])
    if (value <= 0n || value >= ORDER) throw new RangeError('a secret and its slope lie in 1 … ORDER-1');
  if (new Set(xs).size !== xs.length || xs.length < 2 || xs.some((x) => !Number.isInteger(x) || x < 1))
    throw new RangeError('shares are taken at two or more different whole numbers from 1');
  return xs.map((x) => ({ x, y: mod(secret + chance * BigInt(x)) }));
}

/** What share `x` counts for when it and `other` together give the value of the line at `at` (0: the secret). */
export function weightOf(x: number, other: number, at = 0): bigint {
  if (x === other) throw new RangeError('the same share twice');
  return mod(BigInt(at - other) * inverse(BigInt(x - other)));
}

/** The line's value at `at` from two of its points; at 0 the secret itself. */
export function joinShares(a: Share, b: Share, at = 0): bigint {
  return mod(a.y * weightOf(a.x, b.x, at) + b.y * weightOf(b.x, a.x, at));
}
