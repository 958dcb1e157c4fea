// Which posts say nearly the same? MinHash over character 3-grams, found by bands, decided by the sets themselves.
import { sameText } from './normal.ts';

/** 64 hashes in 16 bands of 4: posts sharing half their 3-grams meet in a band with 64 %, sharing 80 % with 99.98 % probability. */
export const BANDS = 16;
const ROWS = 4;
/** Share of common 3-grams from which two posts are one group: three changed characters in thirty. */
export const ALIKE = 0.5;

const GRAM = 3;

/** The 3-grams of a post, as numbers; a shorter text is its own only one. */
export function gramsOf(text: string): ReadonlySet<number> {
  const plain = sameText(text);
  const grams = new Set<number>();
  if (plain.length === 0) return grams;
  for (let i = 0; i <= Math.max(0, plain.length - GRAM); i++)
    grams.add(hash(plain, i, Math.min(plain.length, i + GRAM)));
  return grams;
}

/** FNV-1a, then mixed (MurmurHash3's finaliser), 32 bits. */
function hash(text: string, from: number, until: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < until; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

function mix(n: number): number {
  let h = n ^ (n >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One number a band, 0 ≤ n < 2^52, the band's own number in its upper bits; none for an empty text. Equal texts have equal keys. */
export function bandKeys(grams: ReadonlySet<number>): number[] {
  if (grams.size === 0) return [];
  const keys: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let key = 0;
    for (let row = 0; row < ROWS; row++) {
      const seed = mix(band * ROWS + row + 1);
      let least = 0xffffffff;
      for (const gram of grams) {
        const h = mix(gram ^ seed);
        if (h < least) least = h;
      }
      key = (Math.imul(key, 31) + least) >>> 0;
      key = mix(key ^ row);
    }
    keys.push(band * 2 ** 32 + key);
  }
  return keys;
}

/** Common over all 3-grams, 0–1 (Jaccard). */
export function likeness(x: ReadonlySet<number>, y: ReadonlySet<number>): number {
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  if (large.size === 0) return 0;
  let common = 0;
  for (const gram of small) if (large.has(gram)) common += 1;
  return common / (x.size + y.size - common);
}
