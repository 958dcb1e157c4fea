// How does a folder of parts become one file that is whole or not there, and come apart again unharmed?
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { type Manifest, type Part, partsOf, readManifest } from './manifest.ts';

const MANIFEST = 'manifest.json';

/** Copies `source` into `sink`; its length and SHA-256. */
export async function tallied(
  source: NodeJS.ReadableStream | AsyncIterable<Uint8Array>,
  sink: Writable,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const tally = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(source, tally, sink);
  return { size, sha256: hash.digest('hex') };
}

/** Files under `folder`, paths relative to it with '/', sorted; none when it is not there. */
export async function filesUnder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Packs `folder` (all parts of the manifest) into `file`. Written beside it, forced to disk and then renamed, so that
 * a file of that name is always whole; it holds keys and personal data, so only its owner may read it.
 */
export async function packArchive(folder: string, manifest: Manifest, file: string): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  const pack = tar.pack();
  const mtime = new Date(manifest.at);
  const fill = async () => {
    pack.entry({ name: MANIFEST, mtime, mode: 0o600 }, `${JSON.stringify(manifest, null, 1)}\n`);
    for (const { name, size } of partsOf(manifest)) {
      const entry = pack.entry({ name, size, mtime, mode: 0o600 });
      await pipeline(createReadStream(path.join(folder, name)), entry);
    }
    pack.finalize();
  };
  try {
    const written = pipeline(pack, createGzip(), createWriteStream(partial, { mode: 0o600, flags: 'wx' }));
    await Promise.all([written, fill().catch((error) => pack.destroy(error))]);
    await sync(partial);
    await rename(partial, file);
    if (process.platform !== 'win32') await sync(path.dirname(file));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Takes `file` apart into the empty `folder`; refuses one that is cut off, altered or no backup of ours. */
export async function unpackArchive(file: string, folder: string): Promise<Outcome<Manifest>> {
  const size = await stat(file).then((found) => (found.isFile() ? found.size : 0), noFile);
  if (size === undefined)
    return refuse('backup.missing', [`没有这个文件：${file}`, `There is no such file: ${file}`]);
  const found = new Map<string, { size: number; sha256: string }>();
  const extract = tar.extract();
  const take = async () => {
    for await (const entry of extract) {
      const { name, type } = entry.header;
      const inside = /^[\w.-]+(\/[\w.-]+)*$/.test(name) && !name.split('/').includes('..');
      if (type !== 'file' || !inside) throw new Error(`unexpected entry ${name}`);
      const target = path.join(folder, name);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      found.set(
        name,
        await tallied(
          entry as unknown as AsyncIterable<Uint8Array>,
          createWriteStream(target, { mode: 0o600, flags: 'wx' }),
        ),
      );
    }
  };
  try {
    const read = pipeline(createReadStream(file), createGunzip(), extract);
    const taken = take();
    taken.catch(() => extract.destroy());
    await Promise.all([taken, read]);
  } catch (error) {
    return damaged((error as Error).message);
  }
  const manifest = found.has(MANIFEST)
    ? readManifest(await readFile(path.join(folder, MANIFEST), 'utf8'))
    : undefined;
  if (!manifest) return damaged(MANIFEST);
  const wrong = partsOf(manifest).find((part) => !holds(part, found.get(part.name)));
  return wrong ? damaged(wrong.name) : ok(manifest);
}

function holds(part: Part, found: { size: number; sha256: string } | undefined): boolean {
  return found?.size === part.size && found.sha256 === part.sha256;
}

function noFile(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function damaged(what: string): Outcome<never> {
  return refuse('backup.damaged', [
    `备份文件不完整或已损坏（${what}），什么都没有改动。请换用另一个备份。`,
    `The backup is incomplete or damaged (${what}); nothing was changed. Use another backup.`,
  ]);
}
