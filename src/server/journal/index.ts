// The journal's front door.
import type { JournalRow } from '../../domain/journal/row.ts';
import { rowLeaf } from '../../domain/journal/row.ts';
import type { App } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { sha256 } from '../keys.ts';
import { insertJournal } from './store.ts';

/** Writes journal rows in the transaction of the change they tell of. */
export async function appendJournal(app: App, tx: Tx, rows: readonly JournalRow[]): Promise<void> {
  await insertJournal(
    tx,
    rows.map((row) => ({ ...row, mac: app.keys.mac(rowLeaf(row, sha256)) })),
  );
}

export { leafOrNull, sealAll, startSealer } from './seal.ts';
export {
  countAllWaiting,
  countWaiting,
  type Entry,
  findHead,
  findJournal,
  listCounties,
  listEntries,
  listHeads,
  listJournaledIssues,
  listJournaledSteps,
  listLatest,
  listLeaves,
  listStrangers,
  listWaiting,
  type StoredHead,
  type StoredRow,
} from './store.ts';
