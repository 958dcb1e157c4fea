// How does a file arrive in pieces over a bad line, and what is refused on the way?
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '../../domain/kernel/id.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { type MediaType, mediaOf, takeMedia } from '../../domain/tip/media.ts';
import type { App } from '../app.ts';
import { checkImage } from '../file/index.ts';
import { seal, sealHash, unseal, unsealHash } from './seal.ts';
import { findFile } from './store.ts';
import { adopt, cipherAt, newFileKey, putSealed, removeSealed, sha256Hex } from './vault.ts';

export interface Piece {
  readonly offset: number;
  /** Bytes and SHA-256 (hex) of the whole file, the same with every piece. */
  readonly size: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}
export interface Progress {
  readonly offset: number;
  readonly done: boolean;
  readonly type: MediaType | null;
}
/** A file that has arrived whole and lies sealed in the vault, not yet part of a tip. */
export interface Arrived {
  readonly id: string;
  readonly type: MediaType;
  readonly size: number;
  readonly sha256: string;
  readonly name: string;
  readonly key: Buffer;
}
interface Meta {
  county: string;
  size: number;
  /** Of the original, sealed with the house's key. */
  sha256: string;
  type: MediaType;
  /** The file's key, sealed with the house's. */
  key: string;
  /** Set when whole: its name in the vault. */
  name?: string;
}

/** What nobody comes back for. */
const KEEP_MS = 48 * 60 * 60_000;

const folderOf = (app: App) => join(app.dataDir, 'upload');
const metaPath = (app: App, id: string) => join(folderOf(app), `${id}.json`);
const partPath = (app: App, id: string) => join(folderOf(app), `${id}.part`);
const houseKey = (app: App) => app.keys.secret('tip upload 1');

async function readMeta(app: App, id: string): Promise<Meta | undefined> {
  try {
    return JSON.parse(await readFile(metaPath(app, id), 'utf8')) as Meta;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const madeFolders = new Set<string>();
async function writeMeta(app: App, id: string, meta: Meta): Promise<void> {
  const folder = folderOf(app);
  if (!madeFolders.has(folder)) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    madeFolders.add(folder);
  }
  await writeFile(metaPath(app, id), JSON.stringify(meta), { mode: 0o600 });
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  );
}

/** One piece at a time for each file: a phone that lost its line may send the same piece twice at once. */
const turns = new Map<string, Promise<unknown>>();
async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(id) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(id, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(id) === mine) turns.delete(id);
  }
}

export async function findUpload(app: App, county: string, id: string): Promise<Progress | undefined> {
  const meta = await readMeta(app, id);
  if (!meta || meta.county !== county) return undefined;
  if (meta.name) return { offset: meta.size, done: true, type: meta.type };
  return { offset: await sizeOf(partPath(app, id)), done: false, type: meta.type };
}

export function receivePiece(app: App, county: string, id: string, piece: Piece): Promise<Outcome<Progress>> {
  return inTurn(id, () => receive(app, county, id, piece));
}

async function receive(app: App, county: string, id: string, piece: Piece): Promise<Outcome<Progress>> {
  let meta = await readMeta(app, id);
  const sha256 = meta && hashOf(app, id, meta);
  if (meta && (meta.county !== county || meta.size !== piece.size || sha256 !== piece.sha256))
    return refuse('upload.differs', ['这个文件编号已用于别的文件', 'This file id was used for another file']);
  if (meta?.name) return ok({ offset: meta.size, done: true, type: meta.type });
  const there = meta ? await sizeOf(partPath(app, id)) : 0;
  if (piece.offset !== there)
    return refuse('upload.offset', ['文件断点不一致', 'The file goes on elsewhere'], {
      detail: { offset: there },
    });
  if (piece.bytes.length === 0 || there + piece.bytes.length > piece.size)
    return refuse('body.invalid', ['文件大小有误', 'The file is not of the size it said']);
  if (!meta) {
    const type = takeMedia(piece.bytes, piece.size);
    if (!type.ok) return type;
    const hash = sealHash(houseKey(app), piece.sha256, hashAbout(id));
    meta = { county, size: piece.size, sha256: hash, type: type.value, key: '' };
  }
  return there + piece.bytes.length === piece.size
    ? finish(app, id, meta, piece, there)
    : append(app, id, meta, piece, there);
}

const about = (id: string) => `upload ${id}`;
const hashAbout = (id: string) => `upload sha256 ${id}`;
const hashOf = (app: App, id: string, meta: Meta) => unsealHash(houseKey(app), meta.sha256, hashAbout(id));
const keyOf = (app: App, id: string, meta: Meta) =>
  unseal(houseKey(app), Buffer.from(meta.key, 'base64'), about(id));

async function append(
  app: App,
  id: string,
  meta: Meta,
  piece: Piece,
  there: number,
): Promise<Outcome<Progress>> {
  if (!meta.key) {
    meta.key = seal(houseKey(app), newFileKey(), about(id)).toString('base64');
    await writeMeta(app, id, meta);
  }
  const handle = await open(partPath(app, id), there === 0 ? 'w' : 'a', 0o600);
  try {
    await handle.writeFile(cipherAt(keyOf(app, id, meta), piece.bytes, there));
  } finally {
    await handle.close();
  }
  return ok({ offset: there + piece.bytes.length, done: false, type: meta.type });
}

/** The last piece: the whole must be what it said, and hold what its first bytes promise. */
async function finish(
  app: App,
  id: string,
  meta: Meta,
  piece: Piece,
  there: number,
): Promise<Outcome<Progress>> {
  if (there > 0) {
    await append(app, id, meta, piece, there);
    return finishParts(app, id, meta);
  }
  const plain = piece.bytes;
  const wrong = await faultOf(hashOf(app, id, meta), meta, sha256Hex(plain), plain);
  if (wrong) return wrong;
  const key = newFileKey();
  const name = await putSealed(app, key, plain);
  await writeMeta(app, id, { ...meta, name, key: seal(houseKey(app), key, about(id)).toString('base64') });
  return ok({ offset: meta.size, done: true, type: meta.type });
}

async function finishParts(app: App, id: string, meta: Meta): Promise<Outcome<Progress>> {
  const key = keyOf(app, id, meta);
  const part = partPath(app, id);
  const sealed = createHash('sha256');
  const plain = createHash('sha256');
  const kept: Buffer[] = [];
  const image = mediaOf(meta.type).group === 'image';
  let offset = 0;
  const handle = await open(part, 'r');
  try {
    for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 20, autoClose: false })) {
      const bytes = cipherAt(key, chunk as Buffer, offset);
      offset += (chunk as Buffer).length;
      sealed.update(chunk as Buffer);
      plain.update(bytes);
      if (image) kept.push(bytes);
    }
  } finally {
    await handle.close();
  }
  const wrong = await faultOf(hashOf(app, id, meta), meta, plain.digest('hex'), Buffer.concat(kept));
  if (wrong) {
    await dropUpload(app, id);
    return wrong;
  }
  const name = sealed.digest('hex');
  await adopt(app, part, name);
  await writeMeta(app, id, { ...meta, name });
  return ok({ offset: meta.size, done: true, type: meta.type });
}

async function faultOf(
  said: string,
  meta: Meta,
  sha256: string,
  plain: Uint8Array,
): Promise<Outcome<never> | undefined> {
  if (sha256 !== said)
    return refuse('upload.hash', [
      '文件传输有误，请重新上传',
      'The file was damaged on its way; send it again',
    ]);
  if (mediaOf(meta.type).group !== 'image' || meta.type === 'image/heic') return undefined;
  return (await checkImage(plain)) ? undefined : undecodable();
}

function undecodable(): Outcome<never> {
  return refuse('upload.picture', [
    '这张图片打不开或尺寸过大，请换一张',
    'This picture cannot be opened or is too large; please choose another',
  ]);
}

/** The files of `ids` that have arrived whole; undefined in place of one that has not. */
export async function arrivedFiles(
  app: App,
  county: string,
  ids: readonly string[],
): Promise<(Arrived | undefined)[]> {
  return Promise.all(
    ids.map(async (id) => {
      const meta = await readMeta(app, id);
      if (!meta?.name || meta.county !== county) return undefined;
      const { type, size, name } = meta;
      const sha256 = hashOf(app, id, meta);
      return { id, type, size, sha256, name, key: keyOf(app, id, meta) };
    }),
  );
}

/** Forgets uploads that belong to a tip now; the sealed files stay. */
export async function releaseUploads(app: App, ids: readonly string[]): Promise<void> {
  await Promise.all(ids.map((id) => rm(metaPath(app, id), { force: true })));
}

async function dropUpload(app: App, id: string): Promise<void> {
  await Promise.all([rm(metaPath(app, id), { force: true }), rm(partPath(app, id), { force: true })]);
}

/** Removes uploads nobody finished; returns how many. */
export async function sweepUploads(app: App): Promise<number> {
  let swept = 0;
  for (const file of await readdir(folderOf(app)).catch(() => [])) {
    const id = file.replace(/\.json$/, '');
    if (!isUuid(id) || id === file) continue;
    const { mtimeMs } = await stat(metaPath(app, id)).catch(() => ({ mtimeMs: app.now() }));
    if (app.now() - mtimeMs < KEEP_MS) continue;
    const meta = await readMeta(app, id);
    // A tip may have taken the file over just before the house went down: then only the note of its arrival goes.
    if (meta?.name && !(await findFile(app.db, meta.county, id))) await removeSealed(app, meta.name);
    await dropUpload(app, id);
    swept += 1;
  }
  return swept;
}
