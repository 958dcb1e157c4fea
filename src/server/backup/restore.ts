// How does a ledger come back from a backup, and does the backup hold before it is needed?
import { createReadStream } from 'node:fs';
import { access, chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { createApp } from '../app.ts';
import { connect } from '../db/connection.ts';
import { migrate, migrationTexts, NewerSchema } from '../db/migrate.ts';
import { listLedgerCounties } from '../export/index.ts';
import { loadKeys } from '../keys.ts';
import { type Proof, verifyCounty } from '../proof/index.ts';
import { settleOlder } from '../upgrade.ts';
import { unpackArchive } from './archive.ts';
import { countFiles, type FileCount } from './file-count.ts';
import { backupFolder, backupName, makeBackup, workFolder } from './make.ts';
import type { Manifest } from './manifest.ts';
import { createScratch, holdsRecords, replaceAll } from './store.ts';

type Told = ((table: string, rows: number) => void) | undefined;

export interface RestoreOptions {
  readonly url: string;
  readonly dataDir: string;
  readonly file: string;
  /** Replace a ledger that holds records; a backup of it is made first. */
  readonly force: boolean;
  readonly told?: Told;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly rows: number;
  /** The backup of what stood there before, if anything did. */
  readonly before: string | null;
}

/** Brings `file` into the database and the keys and files into `dataDir`; a refusal has changed nothing. */
export async function restoreBackup(options: RestoreOptions): Promise<Outcome<Restored>> {
  const { url, dataDir, file } = options;
  const full = await holdsRecords(url);
  if (full && !options.force)
    return refuse('restore.full', [
      '数据库里已有数据，没有恢复。确要替换，请加 --force（会先把现有数据另存一份备份）。',
      'The database already holds records; nothing was restored. Add --force to replace them (they are backed up first).',
    ]);
  const work = await workFolder(backupFolder(dataDir));
  try {
    const opened = await openBackup(file, work);
    if (!opened.ok) return opened;
    const manifest = opened.value;
    const kept = path.join(backupFolder(dataDir), backupName(Date.now(), 'before-restore'));
    const before = full ? (await makeBackup({ url, dataDir, file: kept })).file : null;
    await bringFiles(manifest, work, dataDir);
    await load(url, manifest, work, options.told);
    await bringKeys(manifest, work, dataDir);
    return ok({ manifest, rows: manifest.tables.reduce((sum, t) => sum + t.rows, 0), before });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

export interface Checked {
  readonly manifest: Manifest;
  readonly ok: boolean;
  readonly proofs: readonly Proof[];
  readonly files: readonly FileCount[];
}

/** Restores `file` into a database made for it, proves every county there, and removes it again. */
export async function checkBackup(options: {
  readonly url: string;
  readonly dataDir: string;
  readonly file: string;
  readonly told?: Told;
}): Promise<Outcome<Checked>> {
  const work = await workFolder(backupFolder(options.dataDir));
  try {
    const opened = await openBackup(options.file, work);
    if (!opened.ok) return opened;
    const scratch = await createScratch(options.url);
    try {
      await load(scratch.url, opened.value, work, options.told);
      const proven = await prove(scratch.url, path.join(work, 'keys'), opened.value);
      return ok({ manifest: opened.value, ok: holds(proven.proofs, proven.files), ...proven });
    } finally {
      await scratch.drop();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Every county proven, and no file the ledger speaks of amiss. */
export function holds(proofs: readonly Proof[], files: readonly FileCount[]): boolean {
  return proofs.every((proof) => proof.ok) && files.every(({ missing }) => missing.length === 0);
}

async function prove(
  url: string,
  keys: string,
  manifest: Manifest,
): Promise<{ proofs: Proof[]; files: FileCount[] }> {
  const db = connect(url, 2);
  try {
    await migrate(db); // a backup this program cannot bring up to date is no backup
    const app = createApp(db, await loadKeys(keys));
    await settleOlder(app, () => {});
    const proofs: Proof[] = [];
    for (const county of await listLedgerCounties(db)) proofs.push(await verifyCounty(app, county));
    return { proofs, files: await countFiles(db, manifest) };
  } finally {
    await db.destroy();
  }
}

async function openBackup(file: string, work: string): Promise<Outcome<Manifest>> {
  const opened = await unpackArchive(file, work);
  if (!opened.ok) return opened;
  try {
    await migrationTexts(opened.value.migrations);
    return opened;
  } catch (error) {
    if (!(error instanceof NewerSchema)) throw error;
    return refuse('backup.newer', [
      '这个备份由更新版本的程序生成，请先升级程序。什么都没有改动。',
      'This backup was made by a newer version; upgrade the program first. Nothing was changed.',
    ]);
  }
}

async function load(url: string, manifest: Manifest, work: string, told: Told): Promise<void> {
  await replaceAll(url, {
    schema: await migrationTexts(manifest.migrations),
    tables: manifest.tables.map((table) => ({
      ...table,
      open: () => createReadStream(path.join(work, table.name)),
    })),
    ...(told ? { told } : {}),
  });
}

async function bringFiles(manifest: Manifest, work: string, dataDir: string): Promise<void> {
  for (const { name } of manifest.files.filter((part) => part.name.startsWith('files/'))) {
    const target = path.join(dataDir, name);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(path.join(work, name), target);
  }
}

/** The keys that signed this journal take their place; others that were there are set aside, not lost. */
async function bringKeys(manifest: Manifest, work: string, dataDir: string): Promise<void> {
  const keys = path.join(dataDir, 'keys');
  const staged = path.join(dataDir, `keys.restored-${process.pid}`);
  await mkdir(staged, { recursive: true, mode: 0o700 });
  for (const { name } of manifest.files.filter((part) => part.name.startsWith('keys/'))) {
    const target = path.join(staged, name.slice('keys/'.length));
    await copyFile(path.join(work, name), target);
    await chmod(target, 0o600);
  }
  const there = await access(keys).then(
    () => true,
    () => false,
  );
  if (there) await rename(keys, `${keys}.before-${Date.now()}`);
  await rename(staged, keys);
}
