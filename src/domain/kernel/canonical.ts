// Which bytes stand for a value, so that its hash means the same everywhere and after every round trip?

// A pure function of the language platform (Node, browsers) that the ES2024 types alone do not name.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
const utf8 = new TextEncoder();

/** Deeper than any record; without it a cycle would end in a stack overflow instead of a clear error. */
const MAX_DEPTH = 200;

/**
 * Whether PostgreSQL can hold `text` unchanged: jsonb and text refuse U+0000 and unpaired surrogates
 * (PostgreSQL manual, 8.14 JSON Types). Check a person's input with this and refuse it as a value.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/**
 * The one JSON text of `value`, in the spirit of RFC 8785: keys sorted by UTF-16 code unit, no whitespace,
 * numbers and strings as JSON.stringify writes them (-0 is 0), keys with value undefined dropped. It is the
 * same after a PostgreSQL jsonb round trip. Throws TypeError, naming the path, on what JSON or jsonb cannot
 * hold: NaN, Infinity, bigint, functions, symbols, undefined outside a key, U+0000, lone surrogates, holes in
 * arrays, instances of classes (Date, Map), nesting deeper than 200.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0);
}

/** `canonicalJson` in UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8.encode(canonicalJson(value));
}

function write(value: unknown, path: string, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path}: ${value} is no JSON number`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`${path}: ${typeof value} has no canonical form`);
  if (depth >= MAX_DEPTH) throw new TypeError(`${path.slice(0, 80)}…: nested deeper than ${MAX_DEPTH}`);
  return Array.isArray(value) ? writeList(value, path, depth) : writeRecord(value, path, depth);
}

function writeText(text: string, path: string): string {
  if (!isStorable(text))
    throw new TypeError(`${path}: text with U+0000 or a lone surrogate cannot be stored`);
  return JSON.stringify(text);
}

function writeList(list: readonly unknown[], path: string, depth: number): string {
  // Array.from visits holes, which map() would skip and join() would turn into invalid JSON.
  return `[${Array.from(list, (item, i) => write(item, `${path}[${i}]`, depth + 1)).join(',')}]`;
}

function writeRecord(record: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(record);
  // An object from another realm has a foreign Object.prototype, itself without a prototype.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`${path}: only plain objects have a canonical form`);
  }
  const parts: string[] = [];
  for (const key of Object.keys(record).sort()) {
    const value: unknown = (record as Record<string, unknown>)[key];
    if (value === undefined) continue;
    parts.push(`${writeText(key, path)}:${write(value, `${path}.${key}`, depth + 1)}`);
  }
  return `{${parts.join(',')}}`;
}
