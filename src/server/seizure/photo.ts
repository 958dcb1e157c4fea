// How does a picture come in as evidence: hashed where it was taken, kept as it came, shown without metadata?
import exifr from 'exifr';
import sharp from 'sharp';
import { dayOfInstant, instantMs } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { type MediaType, MOST_PIXELS, sniff } from '../../domain/tip/media.ts';
import { type App, instant } from '../app.ts';
import { checkImage, putFile, readFile, sha256Of, shownCopy } from '../file/index.ts';
import { type FileRow, findFile, insertFile } from './store.ts';

const PICTURES: readonly (MediaType | null)[] = ['image/jpeg', 'image/png', 'image/webp'];
/** A camera whose clock was never set says 1970 or 2000; what lies ahead of us is no better. */
const OLDEST = '2005-01-01';

/**
 * Keeps the picture `bytes`, whose maker says its SHA-256 is `stated`. Refuses what is no picture by its content, what
 * unpacks to too many pixels, and what is not what was hashed.
 */
export async function keepPhoto(
  app: App,
  county: string,
  by: string,
  bytes: Buffer,
  stated: string,
): Promise<Outcome<FileRow>> {
  const found = sha256Of(bytes);
  if (found !== stated)
    return refuse('file.differs', [
      '收到的照片与拍摄时的校验值不一致，可能在传输中损坏，请重新上传',
      'What arrived is not what was hashed when taken; send it again',
    ]);
  const before = await findFile(app.db, county, found);
  if (before && (await readFile(app, found))) return ok(before);
  const type = sniff(bytes.subarray(0, 64));
  if (!type || !PICTURES.includes(type) || !(await checkImage(bytes)))
    return refuse('file.type', [
      '只接收 JPEG、PNG、WebP 照片；苹果手机请在相机设置中选择“兼容性最佳”',
      'Only JPEG, PNG and WebP pictures are taken; on an iPhone choose “Most Compatible” in the camera settings',
    ]);
  const file: FileRow = {
    ...{ sha256: found, type, size: bytes.length },
    ...(await shapeOf(bytes)),
    ...(await shutterOf(app, bytes)),
  };
  await putFile(app, bytes);
  await insertFile(app.db, county, file, { at: instant(app), by });
  return ok(file);
}

async function shapeOf(bytes: Buffer): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
  return { width: autoOrient.width, height: autoOrient.height };
}

/** When and where the shutter fell, as far as the picture says; a clock without zone runs on China's time. */
async function shutterOf(app: App, bytes: Buffer): Promise<Pick<FileRow, 'takenAt' | 'place'>> {
  const told = await exifr
    .parse(bytes, { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'], reviveValues: false })
    .catch(() => undefined);
  const gps = await exifr.gps(bytes).catch(() => undefined);
  return { takenAt: takenAt(app, told ?? {}), place: placeOf(gps) };
}

function takenAt(
  app: App,
  told: { DateTimeOriginal?: unknown; OffsetTimeOriginal?: unknown },
): string | null {
  const m = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(String(told.DateTimeOriginal ?? ''));
  if (!m) return null;
  const zone = /^[+-]\d\d:\d\d$/.test(String(told.OffsetTimeOriginal)) ? told.OffsetTimeOriginal : '+08:00';
  try {
    const ms = instantMs(`${m[1]}-${m[2]}-${m[3]}T${m[4]}${zone}`);
    const credible = dayOfInstant(ms) >= OLDEST && ms <= app.now() + 86_400_000;
    return credible ? new Date(ms).toISOString() : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function placeOf(gps: { latitude: number; longitude: number } | undefined): FileRow['place'] {
  const { latitude: lat, longitude: lng } = gps ?? { latitude: Number.NaN, longitude: Number.NaN };
  const inside = Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0);
  return inside ? { lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 } : null;
}

/** The picture as it came, or a copy that tells nothing but what is seen; undefined when it is not ours. */
export async function openPhoto(
  app: App,
  county: string,
  sha256: string,
  original: boolean,
): Promise<{ bytes: Buffer; type: string } | undefined> {
  const file = await findFile(app.db, county, sha256);
  const bytes = file && (await readFile(app, sha256));
  if (!file || !bytes) return undefined;
  if (original) return { bytes, type: file.type };
  return (await shownCopy(file.type as MediaType, bytes)) ?? undefined;
}

/** Reads it from disk and hashes it again: what lies there must still be what was kept. */
export async function checkPhoto(app: App, county: string, sha256: string) {
  const file = (await findFile(app.db, county, sha256)) ?? null;
  const bytes = file && (await readFile(app, sha256));
  const found = bytes ? sha256Of(bytes) : null;
  return { holds: found === sha256, found, file };
}
