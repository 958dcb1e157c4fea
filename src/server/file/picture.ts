// What may be shown of a file? A picture drawn anew, a recording with its metadata blanked; nothing the phone added.
import sharp from 'sharp';
import { type MediaType, MOST_PIXELS, mediaOf } from '../../domain/tip/media.ts';
import { withoutOggWords } from '../../domain/tip/strip-ogg.ts';
import { withoutMp3Words, withoutWavWords } from '../../domain/tip/strip-sound.ts';
import { withoutWebmWords } from '../../domain/tip/strip-webm.ts';

sharp.cache(false);
const OPTIONS = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const;
const LONGEST = 2_560;

/** Whether a picture can be opened and unpacks to no more pixels than we allow, all its frames counted. */
export async function checkImage(bytes: Uint8Array): Promise<boolean> {
  try {
    const { width, height, pages = 1, format } = await sharp(bytes, { ...OPTIONS, pages: -1 }).metadata();
    if (!['jpeg', 'png', 'webp'].includes(format ?? '')) return false;
    // With all pages asked for, height is already that of one strip of all of them where the format has any.
    return width > 0 && height > 0 && width * height <= MOST_PIXELS && pages <= 200;
  } catch {
    return false; // what sharp cannot open is refused like any other file that is no picture
  }
}

const WITHOUT_WORDS: Partial<Record<MediaType, (original: Uint8Array) => Uint8Array | null>> = {
  'video/webm': withoutWebmWords,
  'audio/webm': withoutWebmWords,
  'audio/ogg': withoutOggWords,
  'audio/wav': withoutWavWords,
  'audio/mpeg': withoutMp3Words,
  // AMR has no place for anything but sound (RFC 4867 section 5).
  'audio/amr': (original) => original,
};

/** The copy to show, or null when none can be made without what the phone wrote into the file. */
export async function shownCopy(
  type: MediaType,
  original: Buffer,
): Promise<{ bytes: Buffer; type: MediaType } | null> {
  if (mediaOf(type).group === 'image' && type !== 'image/heic') {
    try {
      const bytes = await sharp(original, OPTIONS)
        .autoOrient()
        .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 84, mozjpeg: false })
        .timeout({ seconds: 30 })
        .toBuffer();
      return { bytes, type: 'image/jpeg' };
    } catch {
      return null;
    }
  }
  if (type === 'video/mp4' || type === 'audio/mp4') {
    const bytes = blankBoxes(original);
    return bytes && { bytes, type };
  }
  const bytes = WITHOUT_WORDS[type]?.(original);
  return bytes ? { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), type } : null;
}

/** Boxes of ISO/IEC 14496-12 that hold other boxes we look into. */
const HOLDS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'moof', 'traf']);
/** Boxes that describe: user data, iTunes and QuickTime metadata, vendors' own, whatever stood free. */
const TELLS = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'ilst', 'loci', 'cprt']);
/** Boxes a player needs; a file whose first level holds others is not shown. */
const TOP = new Set(['ftyp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'styp', 'wide', 'pdin', ...TELLS]);

/**
 * The same film with every describing box blanked in place (so that no offset moves) and the times of recording zeroed.
 * Null when the boxes do not add up.
 */
export function blankBoxes(original: Buffer): Buffer | null {
  const film = Buffer.from(original);
  return blank(film, 0, film.length, true) ? film : null;
}

function blank(film: Buffer, from: number, until: number, top: boolean): boolean {
  let at = from;
  while (at + 8 <= until) {
    const short = film.readUInt32BE(at);
    const name = film.toString('latin1', at + 4, at + 8);
    const wide = short === 1;
    const size = wide ? Number(film.readBigUInt64BE(at + 8)) : short === 0 ? until - at : short;
    const body = at + (wide ? 16 : 8);
    const end = at + size;
    if (size < body - at || end > until || (top && !TOP.has(name))) return false;
    if (TELLS.has(name)) {
      film.write('free', at + 4, 'latin1');
      film.fill(0, body, end);
    } else if (name === 'mvhd' || name === 'tkhd' || name === 'mdhd') zeroTimes(film, body);
    else if (name === 'hdlr') film.fill(0, Math.min(body + 24, end), end);
    else if (HOLDS.has(name) && !blank(film, body, end, false)) return false;
    at = end;
  }
  return at === until;
}

/** creation_time and modification_time follow version and flags: 4 bytes each, 8 in version 1. */
function zeroTimes(film: Buffer, body: number): void {
  film.fill(0, body + 4, body + 4 + (film[body] === 1 ? 16 : 8));
}
