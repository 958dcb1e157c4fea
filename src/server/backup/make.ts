// How is a backup made while people work, and which older ones are kept?
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { filesUnder, packArchive, tallied } from './archive.ts';
import { FORMAT, type Manifest, type Part } from './manifest.ts';
import { openSnapshot, type Snapshot } from './store.ts';

export interface BackupOptions {
  /** The database's address. */
  readonly url: string;
  /** Folder of keys and files. */
  readonly dataDir: string;
  /** The archive to write; by default a dated name under `backupFolder`. */
  readonly file?: string | undefined;
  readonly told?: ((table: string, rows: number) => void) | undefined;
}

export interface Backup {
  readonly file: string;
  readonly size: number;
  readonly rows: number;
  readonly manifest: Manifest;
}

/** Sessions stay behind: whoever finds an old backup must not come in by a cookie of that day. */
const LEFT_OUT = new Set(['session']);
const FOLDERS = ['keys', 'files'] as const;
const NAMED = /^shouye-\d{8}T\d{6}Z(?:-[\w-]+)?\.tar\.gz$/;

export function backupFolder(dataDir: string): string {
  return path.join(dataDir, 'backup');
}

/** `shouye-20261123T080000Z.tar.gz`; sorted by name they are sorted by time. */
export function backupName(now: number, mark = ''): string {
  const stamp = new Date(now)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
  return `shouye-${stamp}${mark ? `-${mark}` : ''}.tar.gz`;
}

/** Backups of the house in `folder`, oldest first, as full paths. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => NAMED.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

/** A folder of our own beside the archives, for parts on their way; cleared of what killed processes left. */
export async function workFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const pid = Number(/^\.work-(\d+)-/.exec(name)?.[1] ?? /\.(\d+)\.partial$/.exec(name)?.[1]);
    if (pid && !lives(pid)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
  return mkdtemp(path.join(folder, `.work-${process.pid}-`));
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes a backup of everything as it is now; throws when the database or the disk fails, leaving no file. */
export async function makeBackup(options: BackupOptions): Promise<Backup> {
  const file = options.file ?? path.join(backupFolder(options.dataDir), backupName(Date.now()));
  const work = await workFolder(path.dirname(file));
  try {
    const snapshot = await openSnapshot(options.url);
    let manifest: Manifest;
    try {
      const tables = await copyTables(snapshot, work, options.told);
      const { at, migrations } = snapshot;
      // Files are named by their content and written before the ledger speaks of them, so those of now hold all of the
      // snapshot but what is erased this moment.
      const files = await copyFiles(options.dataDir, work);
      manifest = { format: FORMAT, at, migrations: [...migrations], tables, files };
    } finally {
      await snapshot.end();
    }
    await packArchive(work, manifest, file);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { file, size: (await stat(file)).size, rows, manifest };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function copyTables(
  snapshot: Snapshot,
  work: string,
  told: BackupOptions['told'],
): Promise<Manifest['tables']> {
  await mkdir(path.join(work, 'table'), { mode: 0o700 });
  const tables: Manifest['tables'] = [];
  for (const shape of snapshot.tables) {
    if (LEFT_OUT.has(shape.table)) continue;
    const name = `table/${shape.table}.copy`;
    const { stream, rows } = snapshot.copy(shape);
    const tally = await tallied(stream, createWriteStream(path.join(work, name), { mode: 0o600 }));
    tables.push({ table: shape.table, columns: [...shape.columns], name, rows: rows(), ...tally });
    told?.(shape.table, rows());
  }
  return tables;
}

async function copyFiles(dataDir: string, work: string): Promise<Part[]> {
  const parts: Part[] = [];
  for (const folder of FOLDERS)
    for (const inner of await filesUnder(path.join(dataDir, folder))) {
      const name = `${folder}/${inner}`;
      const target = path.join(work, name);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      if (!(await copied(path.join(dataDir, name), target))) continue;
      await chmod(target, 0o600);
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      parts.push({ name, ...(await tallied(createReadStream(target), nowhere)) });
    }
  return parts;
}

/** False when the file went meanwhile: one on its way got its name, an original was erased when its time had come. */
async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return false;
  }
}

/** Removes all but the `keep` newest backups of `folder`; returns what was removed. */
export async function pruneBackups(folder: string, keep: number): Promise<string[]> {
  const old = (await listBackups(folder)).slice(0, -keep);
  for (const file of old) await rm(file, { force: true });
  return old;
}
