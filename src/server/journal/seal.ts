// How does a committed row get its place in the county's tree?
import { appendLeaf, type Frontier, rootOf } from '../../domain/journal/merkle.ts';
import { headMessage, hexOf, rowLeaf } from '../../domain/journal/row.ts';
import { type App, instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { sha256 } from '../keys.ts';
import {
  findHead,
  insertHead,
  insertLeaves,
  listWaitingCounties,
  lockSealer,
  type StoredRow,
  takeWaiting,
} from './store.ts';

const BATCH = 5_000;

/** Seals what waits, county by county; returns how many rows got their place. */
export async function sealAll(app: App): Promise<number> {
  let sealed = 0;
  for (const county of await listWaitingCounties(app.db)) {
    for (;;) {
      const n = await app.db.transaction().execute((tx) => sealBatch(app, tx, county));
      sealed += n;
      if (n < BATCH) break;
    }
  }
  return sealed;
}

async function sealBatch(app: App, tx: Tx, county: string): Promise<number> {
  if (!(await lockSealer(tx, county))) return 0;
  const rows = await takeWaiting(tx, county, BATCH);
  if (rows.length === 0) return 0;
  const last = await findHead(tx, county);
  let frontier: Frontier = last?.frontier ?? [];
  let size = last?.size ?? 0;
  const leaves: { seq: number; id: string; leaf: Uint8Array }[] = [];
  for (const row of rows) {
    const leaf = leafOf(app, row);
    frontier = appendLeaf(frontier, size, leaf, sha256);
    leaves.push({ seq: size, id: row.id, leaf });
    size += 1;
  }
  const root = rootOf(frontier, size, sha256);
  const head = { county, size, root: hexOf(root), at: instant(app), keyId: app.keys.keyId };
  await insertLeaves(tx, county, leaves);
  await insertHead(tx, county, {
    size,
    root: Buffer.from(root),
    at: head.at,
    key_id: head.keyId,
    signature: app.keys.sign(headMessage(head)),
    frontier: frontier.map((node) => Buffer.from(node)),
  });
  return rows.length;
}

/** A row whose mark is wrong is sealed as what it is, a fault: its leaf is all zeroes and verify names it. */
function leafOf(app: App, row: StoredRow): Uint8Array {
  const leaf = leafOrNull(row);
  return leaf && app.keys.macHolds(leaf, row.mac) ? leaf : new Uint8Array(32);
}

/** The leaf of a stored row; null for one no house ever wrote (an id that is no UUID, a time out of range). */
export function leafOrNull(row: StoredRow): Uint8Array | null {
  try {
    return rowLeaf(row, sha256);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Seals every `everyMs` until stopped; a failure is told and tried again. */
export function startSealer(app: App, everyMs: number, tell: (error: unknown) => void): () => Promise<void> {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => (stopped ? 0 : sealAll(app))).catch(tell);
  }, everyMs);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
