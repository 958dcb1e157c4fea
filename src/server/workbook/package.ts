// What is inside a zip package, and how is a part unpacked without trusting what it says of itself?
import { crc32, createInflateRaw } from 'node:zlib';
import { type Limits, megabytes, refused } from './limits.ts';

export interface Part {
  readonly name: string;
  /** Unpacks the part piece by piece; throws WorkbookRefused at the first byte over a limit. */
  stream(): AsyncGenerator<Buffer, void>;
  /** The whole part; only for parts meant to be small. */
  text(): Promise<string>;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const EOCD = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_UINT32 = 0xffff_ffff;
const MIN_BOMB = 16 * 1024 * 1024;
const STEP = 64 * 1024;

/** The parts of a package by name without the leading slash. Throws WorkbookRefused. */
export function openPackage(bytes: Buffer, limits: Limits): Map<string, Part> {
  const parts = new Map<string, Part>();
  const budget = { left: limits.unpacked };
  const seen = new Set<string>();
  for (const entry of entriesOf(bytes, limits)) {
    if (entry.name.endsWith('/')) continue;
    checkName(entry.name, seen);
    parts.set(entry.name, {
      name: entry.name,
      stream: () => unpack(bytes, entry, limits, budget),
      text: async () => {
        const pieces: Buffer[] = [];
        for await (const piece of unpack(bytes, entry, limits, budget)) pieces.push(piece);
        return decode(Buffer.concat(pieces));
      },
    });
  }
  return parts;
}

function decode(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function checkName(name: string, seen: Set<string>): void {
  const unsafe =
    name.includes('\\') || name.includes('\0') || name.startsWith('/') || name.split('/').includes('..');
  const key = name.toLowerCase();
  if (unsafe || seen.has(key)) throw refused('workbook.unsafe', { where: name.slice(0, 80) });
  seen.add(key);
}

function entriesOf(bytes: Buffer, limits: Limits): Entry[] {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.parts) throw refused('workbook.unsafe');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw refused('workbook.damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) throw refused('workbook.truncated');
    entries.push(entryAt(bytes, at, nameLength, extraLength));
    at = next;
  }
  return entries;
}

/** The end of central directory record, searched backwards over the longest comment. */
function endRecord(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === EOCD) return at;
  }
  throw refused('workbook.truncated');
}

function entryAt(bytes: Buffer, at: number, nameLength: number, extraLength: number): Entry {
  const sizes = {
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  };
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  widen(extra, sizes);
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    ...sizes,
  };
}

/** Zip64: some writers put sizes of any file into the extra field, in the order size, packed, offset. */
function widen(extra: Buffer, sizes: { size: number; packed: number; offset: number }): void {
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, length] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)];
    if (id === 1) {
      let from = at + 4;
      for (const key of ['size', 'packed', 'offset'] as const) {
        if (sizes[key] !== MAX_UINT32) continue;
        if (from + 8 > extra.length) throw refused('workbook.damaged');
        sizes[key] = Number(extra.readBigUInt64LE(from));
        from += 8;
      }
    }
    at += 4 + length;
  }
}

async function* unpack(
  bytes: Buffer,
  entry: Entry,
  limits: Limits,
  budget: { left: number },
): AsyncGenerator<Buffer, void> {
  if ((entry.flags & 1) !== 0) throw refused('workbook.encrypted');
  if (entry.size > limits.part) throw tooLarge(entry, limits);
  const data = packedBytes(bytes, entry);
  let size = 0;
  let crc = 0;
  for await (const piece of inflate(data, entry.method)) {
    size += piece.length;
    budget.left -= piece.length;
    if (size > MIN_BOMB && size > data.length * limits.ratio) throw refused('workbook.bomb');
    if (size > limits.part || budget.left < 0) throw tooLarge(entry, limits);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw refused('workbook.damaged', { where: entry.name });
}

function tooLarge(entry: Entry, limits: Limits) {
  // A part that declares an absurd ratio is named for what it is before it is touched.
  const bomb = entry.size > MIN_BOMB && entry.size > entry.packed * limits.ratio;
  return bomb
    ? refused('workbook.bomb')
    : refused('workbook.sheet-too-large', { limit: megabytes(limits.part) });
}

function packedBytes(bytes: Buffer, entry: Entry): Buffer {
  const at = entry.offset;
  if (at + 30 > bytes.length) throw refused('workbook.truncated');
  if (bytes.readUInt32LE(at) !== LOCAL) throw refused('workbook.damaged');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + entry.packed > bytes.length) throw refused('workbook.truncated');
  return bytes.subarray(from, from + entry.packed);
}

async function* inflate(data: Buffer, method: number): AsyncGenerator<Buffer, void> {
  if (method !== 0 && method !== 8) throw refused('workbook.damaged');
  if (method === 0) {
    for (let at = 0; at < data.length; at += STEP) yield data.subarray(at, at + STEP);
    return;
  }
  const stream = createInflateRaw({ chunkSize: STEP });
  stream.end(data);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw refused('workbook.damaged');
    throw error;
  } finally {
    stream.destroy();
  }
}
