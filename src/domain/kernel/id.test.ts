// Are ids RFC 9562 version 7, sortable, and readable?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUuid, nextUuid, timeOfUuid, uuidv7 } from './id.ts';

const MAX_MS = 2 ** 48 - 1;
const ms = fc.integer({ min: 0, max: MAX_MS });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('uuidv7', () => {
  it('makes the example of RFC 9562 appendix A.6', () => {
    // rand_a = 0xCC3, rand_b = 0b01 then 0x8C4DC0C0C07398F: 74 bits, left-aligned in 80.
    const bits = ((0xcc3n << 62n) | 0x18c4dc0c0c07398fn) << 6n;
    const bytes = Uint8Array.from({ length: 10 }, (_, i) => Number((bits >> BigInt(72 - 8 * i)) & 0xffn));
    const id = uuidv7(0x017f22e279b0, bytes);
    expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
    expect(timeOfUuid(id)).toBe(Date.UTC(2022, 1, 22, 19, 22, 22));
  });

  it('is a UUID that gives its time back and sorts by it', () => {
    fc.assert(
      fc.property(ms, ms, random, random, (a, b, r, s) => {
        const [x, y] = [uuidv7(a, r), uuidv7(b, s)];
        expect(isUuid(x)).toBe(true);
        expect(timeOfUuid(x)).toBe(a);
        if (a !== b) expect(x < y).toBe(a < b);
      }),
    );
  });

  it('lets every one of 74 random bits through, and only them', () => {
    const ids = new Set<string>();
    for (let bit = 0; bit < 80; bit += 1) {
      const bytes = new Uint8Array(10);
      bytes[bit >> 3] = 0x80 >> (bit & 7);
      ids.add(uuidv7(0, bytes));
    }
    expect(ids.size).toBe(74 + 1);
  });

  it.each([-1, 0.5, MAX_MS + 1, Number.NaN])('refuses the time %s', (bad) => {
    expect(() => uuidv7(bad, new Uint8Array(10))).toThrow(RangeError);
  });

  it('refuses too little randomness', () => {
    expect(() => uuidv7(0, new Uint8Array(9))).toThrow(RangeError);
  });
});

describe('isUuid and timeOfUuid', () => {
  it.each([
    '',
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    '017f22e279b07cc398c4dc0c0c07398f',
    '017f22e2-79b0-0cc3-98c4-dc0c0c07398f',
    '017f22e2-79b0-7cc3-c8c4-dc0c0c07398f',
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n',
    '00000000-0000-0000-0000-000000000000',
  ])('does not take %j for a UUID in stored form', (text) => {
    expect(isUuid(text)).toBe(false);
    expect(() => timeOfUuid(text)).toThrow(RangeError);
  });

  it('knows version 4 as a UUID without a time', () => {
    const id = '919108f7-52d1-4320-9bac-f847db4148a8';
    expect(isUuid(id)).toBe(true);
    expect(() => timeOfUuid(id)).toThrow(RangeError);
  });
});

describe('nextUuid', () => {
  it('always grows, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1000, max: 1005 }), random)), (moments) => {
        let previous: string | null = null;
        for (const [at, bytes] of moments) {
          const id = nextUuid(previous, at, bytes);
          expect(isUuid(id)).toBe(true);
          if (previous !== null) expect(id > previous).toBe(true);
          previous = id;
        }
      }),
    );
  });

  it('is fresh when the clock has moved on', () => {
    const bytes = new Uint8Array(10).fill(0x55);
    expect(nextUuid(uuidv7(1, bytes), 2, bytes)).toBe(uuidv7(2, bytes));
  });

  it('carries into the time when randomness runs out, and stops at the very last id', () => {
    const full = new Uint8Array(10).fill(0xff);
    const carried = nextUuid(uuidv7(7, full), 7, new Uint8Array(10));
    expect(carried).toBe(uuidv7(8, new Uint8Array(10)));
    expect(() => nextUuid(uuidv7(MAX_MS, full), 7, full)).toThrow(RangeError);
  });
});
