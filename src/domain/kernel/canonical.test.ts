// Does one value have one text, through any key order and through jsonb?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalJson, isStorable } from './canonical.ts';

const storable = fc.string({ unit: 'binary', maxLength: 8 }).filter(isStorable);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(-0));
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    number,
    storable,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(storable, tie('json'), { maxKeys: 6 }),
  ),
}));

/** The same value with the keys of every object in reverse order of insertion. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]));
}

/** What jsonb does to JSON text: keys by length then bytes, numbers as plain decimals (numeric_out). */
function asJsonb(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asJsonb).join(', ')}]`;
  if (typeof value === 'number') return plainDecimal(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort(
    (a, b) => Buffer.byteLength(a) - Buffer.byteLength(b) || Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  const record = value as Record<string, unknown>;
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${asJsonb(record[key])}`).join(', ')}}`;
}

function plainDecimal(value: number): string {
  const [mantissa = '0', exponent = '0'] = JSON.stringify(Math.abs(value)).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const sign = value < 0 ? '-' : '';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

describe('canonicalJson', () => {
  it('sorts keys by code unit, as the example of RFC 8785 section 3.2.3', () => {
    const value = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    const order = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33'] as const;
    const expected = order.map((key) => `${JSON.stringify(key)}:${JSON.stringify(value[key])}`);
    expect(canonicalJson(value)).toBe(`{${expected.join(',')}}`);
  });

  it('writes numbers as RFC 8785 section 3.2.2.3 does', () => {
    // biome-ignore lint/correctness/noPrecisionLoss: the number is the example of the RFC
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  it('is what the bytes say, in UTF-8', () => {
    expect(new TextDecoder().decode(canonicalBytes({ 种: '穿山甲🐾' }))).toBe('{"种":"穿山甲🐾"}');
  });

  it('drops keys without value and keeps nulls', () => {
    expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}');
  });

  it('keeps a key named __proto__', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1}}');
  });

  it('does not depend on the order of keys, and reads back to itself', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('survives a jsonb round trip', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(asJsonb(JSON.parse(text))))).toBe(text);
      }),
    );
  });

  it('tells different values apart', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        // JSON.stringify may differ for equal values (key order) but never agrees for different ones.
        if (canonicalJson(a) === canonicalJson(b)) expect(reversed(a)).toEqual(reversed(b));
      }),
    );
  });

  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a bigint', 1n],
    ['undefined', undefined],
    ['U+0000', 'a\u0000b'],
    ['a lone high surrogate', '\ud83d'],
    ['a lone low surrogate', 'x\ude00'],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['bytes', new Uint8Array(2)],
  ])('refuses %s, at the top, in a list and in a record', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson([1, value])).toThrow(TypeError);
    if (value !== undefined) expect(() => canonicalJson({ a: { b: value } })).toThrow(/^\$\.a\.b: /);
  });

  it('refuses holes, cycles, and keys jsonb cannot hold', () => {
    expect(() => canonicalJson(new Array(2))).toThrow(TypeError);
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(() => canonicalJson(cycle)).toThrow(/nested deeper/);
    expect(() => canonicalJson({ 'a\u0000': 1 })).toThrow(TypeError);
    expect(() => canonicalJson({ '\ud83d': 1 })).toThrow(TypeError);
  });
});
