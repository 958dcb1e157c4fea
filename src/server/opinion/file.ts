// Where do the originals of posts lie? On disk under their SHA-256; the ledger holds the hash.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '../app.ts';

function pathOf(app: App, county: string, sha256: string): string {
  if (app.dataDir === '') throw new Error('this house keeps no files');
  return path.join(app.dataDir, 'files', 'opinion', county, sha256.slice(0, 2), sha256);
}

/** Writes `bytes` under their hash, on disk before it returns; the same bytes again change nothing. */
export async function keepBytes(app: App, county: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const target = pathOf(app, county, sha256);
  if ((await stat(target).catch(() => null))?.size === bytes.byteLength) return sha256;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const partial = `${target}.${process.pid}.${Math.random().toString(36).slice(2)}.partial`;
  try {
    await writeFile(partial, bytes, { mode: 0o600 });
    const handle = await open(partial, 'r');
    await handle.sync().finally(() => handle.close());
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return sha256;
}

/** The bytes as they lie there, or undefined when they are gone. */
export async function readBytes(app: App, county: string, sha256: string): Promise<Buffer | undefined> {
  return readFile(pathOf(app, county, sha256)).catch(gone);
}

/** The hash of what lies there now; null when nothing does. */
export async function hashOnDisk(app: App, county: string, sha256: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(pathOf(app, county, sha256))) hash.update(piece as Buffer);
    return hash.digest('hex');
  } catch (error) {
    return gone(error as NodeJS.ErrnoException) ?? null;
  }
}

function gone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

const MAGIC: readonly (readonly [RegExp, string])[] = [
  [/^89504e47/, 'image/png'],
  [/^ffd8ff/, 'image/jpeg'],
  [/^47494638/, 'image/gif'],
  [/^52494646.{8}57454250/, 'image/webp'],
  [/^25504446/, 'application/pdf'],
  [/^504b0304/, 'application/zip'],
];

/** What it is by its content; anything not known is only ever downloaded. */
export function mediaOf(bytes: Buffer): string {
  const hex = bytes.subarray(0, 16).toString('hex');
  const known = MAGIC.find(([pattern]) => pattern.test(hex))?.[1];
  if (known) return known;
  const head = bytes.subarray(0, 2_048);
  if (head.includes(0)) return 'application/octet-stream';
  const start = head.toString('utf8').trimStart().toLowerCase();
  if (/^(?:from:|mime-version:|content-type: multipart)/m.test(start.slice(0, 400)))
    return 'multipart/related';
  if (/^(?:<!doctype html|<html|<head|<body)/.test(start)) return 'text/html';
  return 'text/plain';
}
