// How much work was done? The proof of work of a tip: a SHA-256 that starts with so many zero bits.

/** Zero bits at the start of `hash`. */
export function zeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    if (byte === 0) {
      bits += 8;
      continue;
    }
    return bits + Math.clz32(byte) - 24;
  }
  return bits;
}

/** What is hashed for `nonce`; short enough for one block of SHA-256 (55 bytes). */
export function workText(challenge: string, nonce: number): string {
  return `${challenge}.${nonce}`;
}

/** Bits asked for when nothing is wrong: 2^17 hashes on average, about a second on a modest phone. */
export const BASE_BITS = 17;
/** 2^23 hashes: a minute of a modest phone; only reached while the house is flooded. */
const MOST_BITS = 23;

/** Bits for the next challenge: one more for every doubling of the load over what is usual. */
export function bitsFor(base: number, load: { readonly house: number; readonly address: number }): number {
  if (base === 0) return 0;
  // 60 tips a minute in one county is already a campaign; five a minute is one person's whole evening.
  const over = Math.max(load.house / 60, load.address / 5);
  const more = over <= 1 ? 0 : Math.ceil(Math.log2(over));
  return Math.min(MOST_BITS, base + more);
}
