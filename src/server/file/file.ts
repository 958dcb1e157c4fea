// Where do evidence files lie? Under their SHA-256, written once, never changed.
import { createHash } from 'node:crypto';
import { mkdir, open, readFile as read, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { App } from '../app.ts';
import { newId } from '../app.ts';

/** `files/evidence/ab/abcd…` under the data folder; in every backup like all of `files`. */
function pathOf(app: App, sha256: string): string {
  if (!app.dataDir) throw new Error('this house keeps no files');
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not the name of a file');
  return join(app.dataDir, 'files', 'evidence', sha256.slice(0, 2), sha256);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps `bytes` for good and returns their SHA-256; the same bytes twice are kept once. On disk before it returns. */
export async function putFile(app: App, bytes: Uint8Array): Promise<string> {
  const name = sha256Of(bytes);
  const path = pathOf(app, name);
  const there = await stat(path).catch(() => null);
  if (there?.size === bytes.length) return name;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.${newId(app)}`;
  try {
    const handle = await open(partial, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
  return name;
}

/** The bytes as they came, or undefined when they are not there. */
export async function readFile(app: App, sha256: string): Promise<Buffer | undefined> {
  try {
    return await read(pathOf(app, sha256));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
