// What is a file really, whatever its name says? Told from its first bytes.

export const MEDIA = [
  { type: 'image/jpeg', group: 'image', ending: 'jpg' },
  { type: 'image/png', group: 'image', ending: 'png' },
  { type: 'image/webp', group: 'image', ending: 'webp' },
  { type: 'image/heic', group: 'image', ending: 'heic' },
  { type: 'video/mp4', group: 'video', ending: 'mp4' },
  { type: 'video/webm', group: 'video', ending: 'webm' },
  { type: 'audio/mp4', group: 'audio', ending: 'm4a' },
  { type: 'audio/mpeg', group: 'audio', ending: 'mp3' },
  { type: 'audio/amr', group: 'audio', ending: 'amr' },
  { type: 'audio/ogg', group: 'audio', ending: 'ogg' },
  { type: 'audio/wav', group: 'audio', ending: 'wav' },
] as const;
export type MediaType = (typeof MEDIA)[number]['type'];
export type MediaGroup = (typeof MEDIA)[number]['group'];

const MIB = 1024 * 1024;
/** Bytes a file of each group may have; a minute of video of a phone is about 100 MB. */
export const MOST_BYTES: Record<MediaGroup, number> = { image: 25 * MIB, video: 150 * MIB, audio: 30 * MIB };
export const MOST_FILES = 9;
/** 60 megapixels: more than a phone takes, less than what fills the memory when unpacked. */
export const MOST_PIXELS = 60_000_000;

export function mediaOf(type: MediaType): (typeof MEDIA)[number] {
  return MEDIA.find((media) => media.type === type) as (typeof MEDIA)[number];
}

const ascii = (head: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...head.subarray(from, from + length));
const starts = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, i) => head[i] === byte);

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];
const AUDIO_BRANDS = ['M4A ', 'M4B ', 'F4A '];

/** The type of a file by its first 64 bytes or more, or null for anything we do not take. */
export function sniff(head: Uint8Array): MediaType | null {
  if (starts(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (ascii(head, 0, 4) === 'RIFF') {
    if (ascii(head, 8, 4) === 'WEBP') return 'image/webp';
    return ascii(head, 8, 4) === 'WAVE' ? 'audio/wav' : null;
  }
  if (ascii(head, 4, 4) === 'ftyp') {
    const brand = ascii(head, 8, 4);
    if (HEIC_BRANDS.includes(brand)) return 'image/heic';
    return AUDIO_BRANDS.includes(brand) ? 'audio/mp4' : 'video/mp4';
  }
  if (starts(head, [0x1a, 0x45, 0xdf, 0xa3]))
    return ascii(head, 0, 64).includes('webm') ? 'video/webm' : null;
  if (ascii(head, 0, 6) === '#!AMR\n' || ascii(head, 0, 9) === '#!AMR-WB\n') return 'audio/amr';
  if (ascii(head, 0, 4) === 'OggS') return 'audio/ogg';
  if (ascii(head, 0, 3) === 'ID3') return 'audio/mpeg';
  // A frame of MPEG audio: eleven bits of sync, a version and layer III (ISO/IEC 11172-3).
  return head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2 ? 'audio/mpeg' : null;
}
