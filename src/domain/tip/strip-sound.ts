// What do WAV and MP3 files carry beside sound, and what is left when that is taken away?

const latin = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** The form and the samples alone: no LIST, bext, cart or id3 chunk. Null when the chunks do not add up. */
export function withoutWavWords(original: Uint8Array): Uint8Array | null {
  const view = new DataView(original.buffer, original.byteOffset, original.byteLength);
  if (latin(original, 0, 4) !== 'RIFF' || latin(original, 8, 4) !== 'WAVE') return null;
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= original.length; ) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size;
    if (end > original.length) return null;
    const name = latin(original, at, 4);
    if (name === 'fmt ' || name === 'data') kept.push(original.subarray(at, end));
    at = end + (size % 2);
  }
  if (kept.length !== 2) return null;
  const padded = kept.map((chunk) => chunk.length + (chunk.length % 2));
  const out = new Uint8Array(12 + padded.reduce((sum, length) => sum + length, 0));
  out.set(original.subarray(0, 12));
  new DataView(out.buffer).setUint32(4, out.length - 8, true);
  let at = 12;
  for (const [i, chunk] of kept.entries()) {
    out.set(chunk, at);
    at += padded[i] ?? 0;
  }
  return out;
}

/** kbit/s of layer III by index (ISO/IEC 11172-3 table 2.4.2.3, 13818-3): version 1, and versions 2 and 2.5. */
const RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const SAMPLING = [44_100, 48_000, 32_000] as const;

/** The frames of sound alone, from the first to the last whole one: no ID3, APE or Lyrics3. Null when there are none. */
export function withoutMp3Words(original: Uint8Array): Uint8Array | null {
  let from = 0;
  if (latin(original, 0, 3) === 'ID3') {
    const size = [6, 7, 8, 9].reduce((sum, i) => sum * 128 + ((original[i] ?? 0) & 127), 0);
    from = 10 + size + ((original[5] ?? 0) & 0x10 ? 10 : 0);
  }
  let at = from;
  for (let length = frameAt(original, at); length > 0; length = frameAt(original, at)) at += length;
  return at > from ? original.subarray(from, at) : null;
}

/** Bytes of the frame that begins at `at`, or 0. */
function frameAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  const version = (b >> 3) & 3;
  const rate = RATES[version === 3 ? 0 : 1]?.[c >> 4];
  const full = SAMPLING[(c >> 2) & 3];
  if (a !== 0xff || (b & 0xe0) !== 0xe0 || ((b >> 1) & 3) !== 1 || version === 1 || !rate || !full) return 0;
  const sampling = full / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const length = Math.floor(((version === 3 ? 144_000 : 72_000) * rate) / sampling) + ((c >> 1) & 1);
  return at + length <= bytes.length ? length : 0;
}
