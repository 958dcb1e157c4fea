// Are all the files there that a ledger speaks of: pictures, tips, originals of posts?
import type { Db } from '../db/connection.ts';
import type { Manifest } from './manifest.ts';
import { listReferredFiles } from './store.ts';

/** Folders of `files`, in the order they are told. */
const FOLDERS = ['evidence', 'tip', 'opinion'] as const;

export interface FileCount {
  readonly folder: (typeof FOLDERS)[number];
  readonly referred: number;
  /** Paths under `files` that the backup does not hold, or whose bytes are not those of their name. */
  readonly missing: readonly string[];
}

/** Counts what the ledger in `db` speaks of among the files of a backup. Each is named by the SHA-256 of its bytes. */
export async function countFiles(db: Db, manifest: Manifest): Promise<FileCount[]> {
  const held = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]));
  const referred = await listReferredFiles(db);
  return FOLDERS.map((folder) => {
    const own = referred.filter((name) => name.startsWith(`${folder}/`));
    const missing = own.filter((name) => held.get(`files/${name}`) !== name.slice(name.lastIndexOf('/') + 1));
    return { folder, referred: own.length, missing };
  });
}
