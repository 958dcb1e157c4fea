// Where do files of tips lie, and how? Encrypted from their first byte, each under a key of its own.
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { App } from '../app.ts';

const BLOCK = 16;

export function vaultFolder(app: App): string {
  if (!app.dataDir) throw new Error('this house keeps no files');
  return join(app.dataDir, 'files', 'tip');
}

export function vaultPath(app: App, name: string): string {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Error('not the name of a file');
  return join(vaultFolder(app), name.slice(0, 2), name);
}

export function newFileKey(): Buffer {
  return randomBytes(32);
}

/**
 * AES-256-CTR from byte `offset` on, its own inverse. A key serves one file, so the counter may start at 0; that the
 * bytes are the right ones is told by the SHA-256 of the original, which is stored beside the key.
 */
export function cipherAt(key: Uint8Array, bytes: Uint8Array, offset = 0): Buffer {
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(Math.floor(offset / BLOCK)), 8);
  const cipher = createCipheriv('aes-256-ctr', key, counter);
  cipher.update(Buffer.alloc(offset % BLOCK));
  return cipher.update(bytes);
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const made = new Set<string>();
async function ensureFolder(folder: string): Promise<void> {
  if (made.has(folder)) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  made.add(folder);
}

/** Seals `plain` under `key`, forces it to disk and returns its name: the SHA-256 of what lies there. */
export async function putSealed(app: App, key: Uint8Array, plain: Uint8Array): Promise<string> {
  return putBytes(app, cipherAt(key, plain));
}

async function putBytes(app: App, sealed: Uint8Array): Promise<string> {
  const name = sha256Hex(sealed);
  const path = vaultPath(app, name);
  await ensureFolder(dirname(path));
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(sealed);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return name;
}

/** Takes a file that is sealed already to its place; `name` is the SHA-256 of its bytes. */
export async function adopt(app: App, file: string, name: string): Promise<void> {
  const path = vaultPath(app, name);
  await ensureFolder(dirname(path));
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(file, path);
  await syncFolder(dirname(path));
}

export async function readSealed(app: App, key: Uint8Array, name: string): Promise<Buffer> {
  return cipherAt(key, await readFile(vaultPath(app, name)));
}

/** Overwrites nothing: without its key the file says nothing. It is removed all the same. */
export async function removeSealed(app: App, name: string): Promise<void> {
  await rm(vaultPath(app, name), { force: true });
}
