// What might somebody send? Bodies a schema takes, drawn from the schema itself, and then one thing in them that it should not.
import type { z } from 'zod';
import { anId } from './office.ts';
import type { Draw } from './random-ledger.ts';

/** Things people, broken programs and attackers put where something else belongs. */
export const ODD: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 0.1],
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', '\udfff甲', '%', '_', '\\', "'; drop table case; --", '𪚥'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'NaN',
    'Infinity',
    '-0',
    '1e999',
    '../../etc/passwd',
  ],
  ...['2025-02-30', '0000-01-01', '9999-12-31', '2200-01-01', '+275760-09-13', '24:00', '25:61', '٣', '１２'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'x'.repeat(1_000_000)],
  ...[
    [],
    {},
    [[]],
    [null],
    [[[[[[[[]]]]]]]],
    { value: 'x' },
    { value: -1, bound: 'exact' },
    { value: 1e308, bound: 'over' },
  ],
  ...[
    { lng: 1e308, lat: null },
    { lng: 181, lat: 91 },
    { id: {}, name: [] },
    { id: 'bubo-bubo', name: '\u0000' },
  ],
  ...[
    Array.from({ length: 300 }, (_, i) => i),
    JSON.parse('{"__proto__":{"x":1}}'),
    { constructor: { prototype: {} } },
  ],
];

interface Def {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Record<string, unknown>;
  readonly items?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly format?: string;
  readonly checks?: readonly {
    _zod: { def: { format?: string; pattern?: RegExp; minimum?: number; value?: number } };
  }[];
}

/** Picks an id for a field of this name: one that is there, as far as the name tells. */
export type IdOf = (name: string) => string;

/** Something `schema` most likely takes; `name` is what the field is called. */
export function sampleOf(draw: Draw, schema: z.ZodType, idOf: IdOf, name = ''): unknown {
  const def = (schema as unknown as { _zod: { def: Def } })._zod.def;
  const inner = (other: z.ZodType | undefined, called = name) =>
    sampleOf(draw, other as z.ZodType, idOf, called);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).flatMap(([key, field]) => {
          const value = inner(field, key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    case 'optional':
    case 'default':
    case 'prefault':
      return draw.chance(0.4) ? undefined : inner(def.innerType);
    case 'nullable':
      return draw.chance(0.3) ? null : inner(def.innerType);
    case 'array':
      return Array.from({ length: 1 + draw.below(2) }, () => inner(def.element));
    case 'tuple':
      return (def.items ?? []).map((item) => inner(item));
    case 'union':
      return inner(draw.one(def.options ?? []));
    case 'pipe':
      return inner(def.in);
    case 'enum':
      return draw.one(Object.values(def.entries ?? {}));
    case 'literal':
      return draw.one(def.values ?? []);
    case 'record':
      return draw.chance(0.5) ? {} : { [draw.one(['day', 'note', 'content', 'a'])]: draw.one(ODD) };
    case 'boolean':
      return draw.chance(0.5);
    case 'number':
    case 'int':
      return draw.one([0, 1, 2, 100]);
    case 'string':
      return textOf(draw, def, idOf, name);
    default:
      return draw.one(ODD);
  }
}

const PATTERNS: readonly (readonly [string, (draw: Draw) => string])[] = [
  ['{64}', () => 'a'.repeat(64)],
  ['{32}', () => 'a'.repeat(32)],
  ['\\d{6}', () => '990101'],
  ['[a-z0-9._-]', (draw) => `u${draw.below(1e9)}`],
];

function textOf(draw: Draw, def: Def, idOf: IdOf, name: string): string {
  const formats = [def.format, ...(def.checks ?? []).map(({ _zod }) => _zod.def.format)];
  if (formats.some((format) => format === 'uuid' || format === 'guid')) return idOf(name);
  if (formats.includes('date')) return draw.one(['2026-01-01', '2025-02-28', '2024-02-29', '1900-01-01']);
  if (formats.includes('datetime')) return draw.one(['2026-01-01T00:00:00Z', '2025-12-31T23:59:59+08:00']);
  if (formats.includes('base64'))
    return Buffer.from(draw.one(['', 'PK\u0003\u0004', 'a,b\n1,2'])).toString('base64');
  for (const { _zod } of def.checks ?? []) {
    const made = _zod.def.pattern && PATTERNS.find(([part]) => String(_zod.def.pattern).includes(part));
    if (made) return made[1](draw);
  }
  return draw.one([
    '甲',
    'filing',
    'draft',
    '证据不足以认定',
    '示林罚〔2026〕1号',
    'a long enough passphrase',
  ]);
}

/** `value` with one thing in it, anywhere, replaced, removed or added. */
export function spoiled(draw: Draw, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || draw.chance(0.08)) return draw.one(ODD);
  if (Array.isArray(value)) {
    if (value.length === 0) return [draw.one(ODD)];
    const at = draw.below(value.length);
    return value.map((item, i) => (i === at ? spoiled(draw, item) : item));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || draw.chance(0.1))
    return { ...value, [draw.one(['x', 'county', 'by', 'id'])]: draw.one(ODD) };
  const [name] = draw.one(entries);
  const rest = entries.filter(([other]) => other !== name || !draw.chance(0.15));
  return Object.fromEntries(
    rest.map(([other, item]) => [other, other === name ? spoiled(draw, item) : item]),
  );
}

/** An id of what a field of this name refers to, mostly one that is there. */
export function idFrom(draw: Draw, ids: ReadonlyMap<string, readonly string[]>): IdOf {
  return (name) => {
    const named = name.replace(/s$/, '').replace(/^by$|^keeper$/, 'account');
    const pool = ids.get(named) ?? ids.get(draw.one([...ids.keys()])) ?? [];
    return pool.length === 0 || draw.chance(0.15) ? anId() : draw.one(pool);
  };
}
