// Which bytes is a zip of ours, one way only, and is a given file one? Stored entries, fixed time, in their order.
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/**
 * Each archive has one form: entries uncompressed and one after the other, names UTF-8, all times 1980-01-01, no comment,
 * no extra field. So a reader can say of every byte what it must be, and none can be changed unseen.
 */
export interface Entry {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
}

/** Zip without its 64-bit extension ends here. */
export const ZIP_MAX = 0xffff_ffff;
export const ENTRIES_MAX = 20_000;
const NAME_MAX = 300;
const UTF8 = 0x0800;
const VERSION = 20;
const DOS_DAY = 0x21;
const LOCAL = 0x0403_4b50;
const CENTRAL = 0x0201_4b50;
const END = 0x0605_4b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;

export class NotOurZip extends Error {}

/** A path inside the archive that leaves it nowhere: no '..', no drive, no leading '/'. */
export function isInside(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= NAME_MAX &&
    name.split('/').every((part) => /^[\p{L}\p{N} _（）〔〕—-][\p{L}\p{N} ._（）〔〕—-]*$/u.test(part))
  );
}

export function localHeader({ name, size, crc }: Entry): Buffer {
  const words = Buffer.from(name, 'utf8');
  const head = Buffer.alloc(LOCAL_SIZE);
  head.writeUInt32LE(LOCAL, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(UTF8, 6);
  head.writeUInt16LE(DOS_DAY, 12);
  head.writeUInt32LE(crc >>> 0, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(words.length, 26);
  return Buffer.concat([head, words]);
}

function centralHeader({ name, size, crc }: Entry, offset: number): Buffer {
  const words = Buffer.from(name, 'utf8');
  const head = Buffer.alloc(CENTRAL_SIZE);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(UTF8, 8);
  head.writeUInt16LE(DOS_DAY, 14);
  head.writeUInt32LE(crc >>> 0, 16);
  head.writeUInt32LE(size, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(words.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, words]);
}

/** Everything after the last entry. */
export function directory(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    parts.push(centralHeader(entry, offset));
    offset += localHeader(entry).length + entry.size;
  }
  const central = Buffer.concat(parts);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([central, end]);
}

/** Bytes of the archive of `entries`. */
export function zipSize(entries: readonly Entry[]): number {
  return (
    entries.reduce((sum, each) => sum + localHeader(each).length + each.size, 0) + directory(entries).length
  );
}

export function entryOf(name: string, bytes: Uint8Array): Entry {
  return { name, size: bytes.length, crc: crc32(bytes) };
}

/** What a reader gets of each entry, in the order of the file; `chunks` must be read to their end before the next. */
export interface Opened extends Entry {
  readonly chunks: () => AsyncGenerator<Buffer>;
}

/**
 * Opens `file` as an archive of ours and hands each entry to `take`. Throws `NotOurZip` at the first byte that is not what
 * it must be: a bomb cannot be, as nothing is compressed.
 */
export async function readZip(file: string, take: (entry: Opened) => Promise<void>): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const at = async (position: number, length: number) => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await handle.read(buffer, 0, length, position);
      if (bytesRead !== length) throw new NotOurZip('it ends too early');
      return buffer;
    };
    const entries = await readDirectory(at, size);
    let offset = 0;
    for (const entry of entries) {
      const header = localHeader(entry);
      if (!(await at(offset, header.length)).equals(header)) throw new NotOurZip(`header of ${entry.name}`);
      const start = offset + header.length;
      await take({ ...entry, chunks: () => chunksOf(at, start, entry) });
      offset = start + entry.size;
    }
  } finally {
    await handle.close();
  }
}

type At = (position: number, length: number) => Promise<Buffer>;
const CHUNK = 1 << 20;

async function* chunksOf(at: At, start: number, entry: Entry): AsyncGenerator<Buffer> {
  let crc = 0;
  for (let done = 0; done < entry.size; done += CHUNK) {
    const chunk = await at(start + done, Math.min(CHUNK, entry.size - done));
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== entry.crc) throw new NotOurZip(`check sum of ${entry.name}`);
}

async function readDirectory(at: At, size: number): Promise<Entry[]> {
  if (size < END_SIZE || size > ZIP_MAX) throw new NotOurZip('not an archive of ours');
  const end = await at(size - END_SIZE, END_SIZE);
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (end.readUInt32LE(0) !== END || count > ENTRIES_MAX || start + length + END_SIZE !== size)
    throw new NotOurZip('not an archive of ours');
  if (length > count * (CENTRAL_SIZE + 4 * NAME_MAX)) throw new NotOurZip('not an archive of ours');
  const central = await at(start, length);
  const entries: Entry[] = [];
  for (let i = 0, p = 0; i < count; i += 1) {
    if (p + CENTRAL_SIZE > central.length) throw new NotOurZip('its directory ends too early');
    const words = central.readUInt16LE(p + 28);
    const name = central.toString('utf8', p + CENTRAL_SIZE, p + CENTRAL_SIZE + words);
    if (!isInside(name)) throw new NotOurZip('a name that is none of ours');
    entries.push({ name, size: central.readUInt32LE(p + 24), crc: central.readUInt32LE(p + 16) });
    p += CENTRAL_SIZE + words;
  }
  if (new Set(entries.map((entry) => entry.name)).size !== entries.length)
    throw new NotOurZip('a name stands twice');
  if (zipSize(entries) !== size || !directory(entries).equals(Buffer.concat([central, end])))
    throw new NotOurZip('its directory was changed');
  return entries;
}
