// How is a record named where it is born, so that a retry is harmless and ids sort by time?

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MAX_MS = 2 ** 48 - 1;
const RANDOM_BITS = 74n;

/**
 * A UUID version 7 (RFC 9562 section 5.7), lower case. `ms` is whole Unix milliseconds (48 bits); `random` is
 * 10 bytes from a cryptographic source, of which 74 bits are used. Throws RangeError on anything else.
 */
export function uuidv7(ms: number, random: Uint8Array): string {
  if (!Number.isInteger(ms) || ms < 0 || ms > MAX_MS) throw new RangeError(`not a time for a UUID: ${ms}`);
  if (random.length !== 10) throw new RangeError(`a UUID takes 10 random bytes, not ${random.length}`);
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  return format((BigInt(ms) << RANDOM_BITS) | (bits >> 6n));
}

/** Whether `text` is an RFC 9562 UUID (versions 1–8) in lower case, as PostgreSQL gives it back. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The Unix milliseconds within a version 7 UUID. Throws RangeError on any other text. */
export function timeOfUuid(id: string): number {
  if (!isUuid(id) || id[14] !== '7') throw new RangeError(`not a version 7 UUID: ${id.slice(0, 40)}`);
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/**
 * Like `uuidv7`, but always greater than `previous` (RFC 9562 section 6.2, method 2): within the same
 * millisecond, or when the clock went back, it adds a random step of 1…2^32 to `previous`. Keep `previous` only
 * for a run of records made together, or one moment with a wrong clock would mark every later id.
 */
export function nextUuid(previous: string | null, ms: number, random: Uint8Array): string {
  const fresh = uuidv7(ms, random);
  if (previous === null || timeOfUuid(previous) < ms) return fresh;
  let step = 0n;
  for (const byte of random.subarray(6)) step = (step << 8n) | BigInt(byte);
  return format(payload(previous) + step + 1n);
}

/** The 48 bits of time and 74 of randomness as one number, without version and variant. */
function payload(id: string): bigint {
  const all = BigInt(`0x${id.replaceAll('-', '')}`);
  const time = all >> 80n;
  const randA = (all >> 64n) & 0xfffn;
  const randB = all & ((1n << 62n) - 1n);
  return (time << RANDOM_BITS) | (randA << 62n) | randB;
}

function format(value: bigint): string {
  const time = value >> RANDOM_BITS;
  if (time > BigInt(MAX_MS)) throw new RangeError('no UUID left after this one');
  const randA = (value >> 62n) & 0xfffn;
  const randB = value & ((1n << 62n) - 1n);
  const all = (time << 80n) | (0x7n << 76n) | (randA << 64n) | (0x2n << 62n) | randB;
  const hex = all.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
