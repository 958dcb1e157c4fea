// What is a file really, whatever its name says, and is it taken? Told from its first bytes.
import { type Outcome, ok, refuse } from '../kernel/outcome.ts';

export const MEDIA = [
  { type: 'image/jpeg', group: 'image', ending: 'jpg' },
  { type: 'image/png', group: 'image', ending: 'png' },
  { type: 'image/webp', group: 'image', ending: 'webp' },
  { type: 'image/heic', group: 'image', ending: 'heic' },
  { type: 'video/mp4', group: 'video', ending: 'mp4' },
  { type: 'video/webm', group: 'video', ending: 'webm' },
  { type: 'audio/mp4', group: 'audio', ending: 'm4a' },
  { type: 'audio/webm', group: 'audio', ending: 'weba' },
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

/** Whether what begins like a film has sound alone: a recorder on a phone wraps a voice as it does a film. */
const soundAlone = (head: Uint8Array, sound: RegExp, film: RegExp): boolean => {
  const words = ascii(head, 0, Math.min(head.length, 4_096));
  return sound.test(words) && !film.test(words);
};

/** The type of a file by its first 64 bytes or more (some kilobytes to tell sound from film), or null for what we do not take. */
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
    if (AUDIO_BRANDS.includes(brand)) return 'audio/mp4';
    return soundAlone(head, /hdlr.{8}soun/s, /hdlr.{8}vide/s) ? 'audio/mp4' : 'video/mp4';
  }
  if (starts(head, [0x1a, 0x45, 0xdf, 0xa3])) {
    if (!ascii(head, 0, 64).includes('webm')) return null;
    return soundAlone(head, /A_(?:OPUS|VORBIS)/, /V_(?:VP|AV|MPEG)/) ? 'audio/webm' : 'video/webm';
  }
  if (ascii(head, 0, 6) === '#!AMR\n' || ascii(head, 0, 9) === '#!AMR-WB\n') return 'audio/amr';
  if (ascii(head, 0, 4) === 'OggS') return 'audio/ogg';
  if (ascii(head, 0, 3) === 'ID3') return 'audio/mpeg';
  // A frame of MPEG audio: eleven bits of sync, a version and layer III (ISO/IEC 11172-3).
  return head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2 ? 'audio/mpeg' : null;
}

const TOO_LARGE = {
  image: (mib: number) => [
    `照片超过 ${mib} MB，请换一张小些的`,
    `The picture is over ${mib} MB; choose a smaller one`,
  ],
  video: (mib: number) => [
    `视频超过 ${mib} MB，请剪短后再传`,
    `The video is over ${mib} MB; please shorten it`,
  ],
  audio: (mib: number) => [
    `录音超过 ${mib} MB，请剪短后再传`,
    `The sound is over ${mib} MB; please shorten it`,
  ],
} as const satisfies Record<MediaGroup, (mib: number) => readonly [string, string]>;

/** The type of a file of `size` bytes that begins with `head`, or why it is not taken; asked by the phone first, then by the house. */
export function takeMedia(head: Uint8Array, size: number): Outcome<MediaType> {
  const type = sniff(head);
  if (!type)
    return refuse('upload.type', [
      '只接受照片（JPEG、PNG、WebP、HEIC）、视频（MP4、WebM）和录音（M4A、MP3、AMR、OGG、WAV）',
      'Only photos (JPEG, PNG, WebP, HEIC), videos (MP4, WebM) and sound (M4A, MP3, AMR, OGG, WAV) are taken',
    ]);
  const { group } = mediaOf(type);
  const most = MOST_BYTES[group];
  return size > most ? refuse('upload.large', TOO_LARGE[group](most / MIB)) : ok(type);
}
