// Do edited copies meet, and strangers pass each other by?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sample from './data/sample.json' with { type: 'json' };
import { sameText } from './normal.ts';
import { ALIKE, BANDS, bandKeys, gramsOf, likeness } from './similar.ts';

const meet = (x: string, y: string) => {
  const keys = new Set(bandKeys(gramsOf(x)));
  return bandKeys(gramsOf(y)).some((key) => keys.has(key));
};
const alike = (x: string, y: string) => likeness(gramsOf(x), gramsOf(y)) >= ALIKE;
const texts = sample.map((post) => post.text);

describe('near-duplicates', () => {
  it('has one key a band, safe integers, equal for equal words', () => {
    const keys = bandKeys(gramsOf('出售画眉鸟，公母都有'));
    expect(keys).toHaveLength(BANDS);
    expect(keys.every(Number.isSafeInteger)).toBe(true);
    expect(bandKeys(gramsOf('出售 画*眉鸟！公母都有'))).toEqual(keys);
    expect(bandKeys(gramsOf('🐦。'))).toEqual([]);
  });

  it('a post with up to three changed characters in forty is alike, and is found', () => {
    const plain = texts.map((text) => sameText(text));
    const long = plain
      .map((text, i) => (text + (plain[i + 7] ?? '')).slice(0, 45))
      .filter((text) => text.length >= 40);
    let tried = 0;
    let found = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.array(fc.tuple(fc.nat(39), fc.constantFrom('鸟', '哥', '1', '的')), {
          minLength: 1,
          maxLength: 3,
        }),
        (text, edits) => {
          const chars = [...text];
          for (const [at, c] of edits) chars[at] = c;
          expect(alike(text, chars.join(''))).toBe(true);
          tried += 1;
          if (meet(text, chars.join(''))) found += 1;
        },
      ),
      { numRuns: 500 },
    );
    expect(found / tried).toBeGreaterThan(0.95);
  });

  it('different posts of the sample are not alike, and seldom even compared', () => {
    let pairs = 0;
    let compared = 0;
    for (const [i, x] of texts.entries())
      for (const y of texts.slice(i + 1)) {
        pairs += 1;
        if (meet(x, y)) compared += 1;
        expect(alike(x, y), `${x} | ${y}`).toBe(false);
      }
    expect(compared / pairs).toBeLessThan(0.001);
  });
});
