// What does an OGG voice note (Opus or Vorbis) say of whoever made it, and how is that left out? RFC 3533, RFC 7845.

interface Page {
  readonly flags: number;
  readonly granule: Uint8Array;
  readonly serial: Uint8Array;
  /** Lengths of the segments, and their bytes. */
  readonly lacing: Uint8Array;
  readonly data: Uint8Array;
}

const HEAD = 27;
const FIRST = 2;
const CONTINUED = 1;

const latin = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/**
 * The same sound with an empty comment header (no vendor, no comments) and its pages numbered and summed anew. Null when the pages do
 * not add up, or there is more in it than one stream of Opus or Vorbis.
 */
export function withoutOggWords(original: Uint8Array): Uint8Array | null {
  const pages = readPages(original);
  const first = pages?.[0];
  if (!pages || !first || first.flags !== FIRST) return null;
  const serial = latin(first.serial, 0, 4);
  if (pages.some((page, i) => latin(page.serial, 0, 4) !== serial || (i > 0 && page.flags & FIRST)))
    return null;
  const kind =
    latin(first.data, 0, 8) === 'OpusHead' ? 'opus' : latin(first.data, 1, 6) === 'vorbis' ? 'vorbis' : null;
  if (!kind) return null;
  const head = readHeaders(pages, kind === 'opus' ? 1 : 2);
  if (!head) return null;
  const packets = kind === 'opus' ? opusHeaders(head.packets) : vorbisHeaders(head.packets);
  return packets && write([first, ...pagesOf(packets, first.serial), ...pages.slice(head.next)]);
}

function readPages(bytes: Uint8Array): Page[] | null {
  const pages: Page[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (latin(bytes, at, 4) !== 'OggS' || bytes[at + 4] !== 0 || at + HEAD > bytes.length) return null;
    const lacing = bytes.subarray(at + HEAD, at + HEAD + (bytes[at + 26] ?? 0));
    const body = at + HEAD + (bytes[at + 26] ?? 0);
    const end = body + lacing.reduce((sum, length) => sum + length, 0);
    if (end > bytes.length) return null;
    pages.push({
      flags: bytes[at + 5] ?? 0,
      granule: bytes.subarray(at + 6, at + 14),
      serial: bytes.subarray(at + 14, at + 18),
      lacing,
      data: bytes.subarray(body, end),
    });
    at = end;
  }
  return pages;
}

/** The `count` header packets after the first page; they end with a page (RFC 7845 section 3, Vorbis I section A.2). */
function readHeaders(pages: readonly Page[], count: number): { packets: Uint8Array[]; next: number } | null {
  const packets: Uint8Array[] = [];
  let open: number[] = [];
  for (let n = 1; n < pages.length; n++) {
    const { lacing, data } = pages[n] as Page;
    let at = 0;
    for (const length of lacing) {
      for (let i = 0; i < length; i++) open.push(data[at + i] ?? 0);
      at += length;
      if (length === 255) continue;
      packets.push(Uint8Array.from(open));
      open = [];
    }
    if (packets.length > count || (packets.length === count && open.length > 0)) return null;
    if (packets.length === count) return { packets, next: n + 1 };
  }
  return null;
}

const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const NOTHING = [0, 0, 0, 0, 0, 0, 0, 0];

function opusHeaders([tags]: readonly Uint8Array[]): Uint8Array[] | null {
  return tags && latin(tags, 0, 8) === 'OpusTags'
    ? [Uint8Array.from([...letters('OpusTags'), ...NOTHING])]
    : null;
}

function vorbisHeaders([comment, setup]: readonly Uint8Array[]): Uint8Array[] | null {
  if (!comment || !setup || latin(comment, 0, 7) !== '\x03vorbis' || latin(setup, 0, 7) !== '\x05vorbis')
    return null;
  return [Uint8Array.from([3, ...letters('vorbis'), ...NOTHING, 1]), setup];
}

const MOST_SEGMENTS = 255;

/** Packets on pages of their own, none of which ends a sound. */
function pagesOf(packets: readonly Uint8Array[], serial: Uint8Array): Page[] {
  const lacing = packets.flatMap((packet) => [
    ...Array<number>(Math.floor(packet.length / 255)).fill(255),
    packet.length % 255,
  ]);
  const data = Uint8Array.from(packets.flatMap((packet) => [...packet]));
  const pages: Page[] = [];
  for (let n = 0, at = 0; n < lacing.length; n += MOST_SEGMENTS) {
    const mine = Uint8Array.from(lacing.slice(n, n + MOST_SEGMENTS));
    const size = mine.reduce((sum, length) => sum + length, 0);
    const flags = n > 0 && lacing[n - 1] === 255 ? CONTINUED : 0;
    pages.push({
      flags,
      granule: new Uint8Array(8),
      serial,
      lacing: mine,
      data: data.subarray(at, at + size),
    });
    at += size;
  }
  return pages;
}

function write(pages: readonly Page[]): Uint8Array {
  const out = new Uint8Array(
    pages.reduce((sum, page) => sum + HEAD + page.lacing.length + page.data.length, 0),
  );
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [n, page] of pages.entries()) {
    out.set(letters('OggS'), at);
    out[at + 5] = page.flags;
    out.set(page.granule, at + 6);
    out.set(page.serial, at + 14);
    view.setUint32(at + 18, n, true);
    out[at + 26] = page.lacing.length;
    out.set(page.lacing, at + HEAD);
    out.set(page.data, at + HEAD + page.lacing.length);
    const end = at + HEAD + page.lacing.length + page.data.length;
    view.setUint32(at + 22, checksum(out.subarray(at, end)), true);
    at = end;
  }
  return out;
}

/** CRC-32 of polynomial 0x04c11db7, not reflected, from 0 (RFC 3533 section 6). */
const TABLE = Uint32Array.from({ length: 256 }, (_, i) => {
  let rest = i << 24;
  for (let bit = 0; bit < 8; bit++) rest = rest & 0x80000000 ? (rest << 1) ^ 0x04c11db7 : rest << 1;
  return rest >>> 0;
});

/** Over a page whose own four octets of it are still zero. */
function checksum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) sum = ((sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 255] ?? 0)) >>> 0;
  return sum;
}
