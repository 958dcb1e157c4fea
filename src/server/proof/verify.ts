// Does the ledger still say what was once sealed? Every row, every record, against the signed heads.
import { appendLeaf, type Frontier, rootOf } from '../../domain/journal/merkle.ts';
import { headMessage, hexOf } from '../../domain/journal/row.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { EVERY_KIND, getKind } from '../../domain/kind.ts';
import { PROCEDURES } from '../../domain/procedure.ts';
import type { App } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import {
  leafOrNull,
  listHeads,
  listLatest,
  listLeaves,
  listStrangers,
  listWaiting,
  type StoredHead,
  type StoredRow,
} from '../journal/index.ts';
import { sha256 } from '../keys.ts';
import { type OpinionFault, verifyOpinions } from '../opinion/index.ts';
import { streamRecords } from '../record/index.ts';
import { checkBooks } from '../reward/index.ts';
import { type DocumentFault, verifyDocuments } from './document.ts';
import { type ReportFault, verifyReports } from './report.ts';
import { type StepFault, verifySteps } from './step.ts';

export interface Fault {
  readonly code:
    | 'row.changed'
    | 'row.removed'
    | 'row.inserted'
    | 'row.forged'
    | 'tree.order'
    | 'head.signature'
    | 'head.root'
    | 'head.shrunk'
    | 'record.changed'
    | 'record.removed'
    | 'record.inserted'
    | 'reward.books'
    | StepFault['code']
    | OpinionFault['code']
    | ReportFault['code']
    | DocumentFault['code'];
  readonly what: string;
}

export interface Proof {
  readonly county: string;
  readonly ok: boolean;
  readonly rows: number;
  readonly records: number;
  readonly head: { size: number; root: string; at: string } | null;
  readonly faults: readonly Fault[];
}

const CHUNK = 5_000;
/** Naming more faults than a person reads helps nobody. */
const FAULTS_MAX = 200;

/** Proves a county. `known` is a head kept elsewhere (printed, exported): the tree must still contain it. */
export async function verifyCounty(
  app: App,
  county: string,
  known?: { size: number; root: string },
): Promise<Proof> {
  // One snapshot: what people save and the sealer seals meanwhile would otherwise look like a fault.
  return app.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verifySnapshot({ keys: app.keys, db: tx }, county, known));
}

/** The keys, and the database as of one moment. */
interface Moment {
  readonly keys: App['keys'];
  readonly db: Tx;
}

async function verifySnapshot(
  app: Moment,
  county: string,
  known?: { size: number; root: string },
): Promise<Proof> {
  const faults: Fault[] = [];
  const heads = await listHeads(app.db, county);
  const rows = await verifyTree(app, county, heads, faults, known);
  for (const id of await listStrangers(app.db, county, FAULTS_MAX))
    faults.push({ code: 'row.inserted', what: `journal ${id}` });
  for (const { id, row } of await listWaiting(app.db, county)) {
    const leaf = row && leafOrNull(row);
    if (!row) faults.push({ code: 'row.removed', what: `journal ${id}` });
    else if (!leaf || !app.keys.macHolds(leaf, row.mac))
      faults.push({ code: 'row.forged', what: `journal ${id}` });
  }
  const records = await verifyRecords(app, county, faults);
  for (const procedure of PROCEDURES)
    faults.push(...(await verifySteps(app.db, county, getKind(procedure.kind), procedure)));
  faults.push(...(await verifyReports(app.db, county)));
  for (const what of await checkBooks(app.db, county)) faults.push({ code: 'reward.books', what });
  faults.push(...(await verifyOpinions(app.db, county)));
  faults.push(...(await verifyDocuments(app.db, county)));
  const last = heads.at(-1);
  return {
    county,
    ok: faults.length === 0,
    rows,
    records,
    head: last ? { size: last.size, root: last.root.toString('hex'), at: last.at } : null,
    faults: faults.slice(0, FAULTS_MAX),
  };
}

async function verifyTree(
  app: Moment,
  county: string,
  heads: readonly StoredHead[],
  faults: Fault[],
  known?: { size: number; root: string },
): Promise<number> {
  const bySize = new Map(heads.map((head) => [head.size, head]));
  for (const head of heads) checkSignature(app, county, head, faults);
  let frontier: Frontier = [];
  let size = 0;
  for (;;) {
    const leaves = await listLeaves(app.db, county, size - 1, CHUNK);
    for (const { seq, leafId, leaf, row } of leaves) {
      if (seq !== size) {
        faults.push({ code: 'tree.order', what: `leaf ${size} is missing` });
        return size;
      }
      checkLeaf(leafId, leaf, row, faults);
      frontier = appendLeaf(frontier, size, leaf, sha256);
      size += 1;
      const head = bySize.get(size);
      const wanted = [head?.root.toString('hex'), known?.size === size ? known.root : undefined];
      if (wanted.some((root) => root !== undefined)) {
        const root = hexOf(rootOf(frontier, size, sha256));
        if (wanted.some((want) => want !== undefined && want !== root))
          faults.push({ code: 'head.root', what: `head of ${size} rows` });
      }
    }
    if (leaves.length < CHUNK) break;
  }
  const claimed = Math.max(heads.at(-1)?.size ?? 0, known?.size ?? 0);
  if (claimed !== size)
    faults.push({ code: 'head.shrunk', what: `${claimed} rows were signed, ${size} are there` });
  return size;
}

function checkLeaf(id: string, leaf: Buffer, row: StoredRow | null, faults: Fault[]): void {
  const now = row && leafOrNull(row);
  if (row === null) faults.push({ code: 'row.removed', what: `journal ${id}` });
  else if (leaf.every((byte) => byte === 0)) faults.push({ code: 'row.forged', what: `journal ${id}` });
  else if (now === null || !leaf.equals(now)) faults.push({ code: 'row.changed', what: `journal ${id}` });
}

function checkSignature(app: Moment, county: string, head: StoredHead, faults: Fault[]): void {
  if (!signatureHolds(app, county, head))
    faults.push({ code: 'head.signature', what: `head of ${head.size} rows` });
}

function signatureHolds(app: Moment, county: string, head: StoredHead): boolean {
  if (head.root.length !== 32 || !/^[\x21-\x7e]+$/.test(head.key_id)) return false;
  const message = headMessage({
    county,
    size: head.size,
    root: head.root.toString('hex'),
    at: head.at,
    keyId: head.key_id,
  });
  return app.keys.verify(message, head.signature);
}

interface State {
  readonly version: number;
  readonly no: string;
  readonly withdrawn: boolean;
  readonly values: Values;
  readonly by: string;
}

/** What must be equal; a value no house ever stored (NaN in a number) equals nothing. */
function stateOf({ version, no, withdrawn, values, by }: State): string | null {
  try {
    return canonicalJson({ version, no, withdrawn, values, by });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Each record must be what its last journal row left. */
async function verifyRecords(app: Moment, county: string, faults: Fault[]): Promise<number> {
  let records = 0;
  for (const kind of EVERY_KIND) {
    const latest = new Map((await listLatest(app.db, county, kind.name)).map((row) => [row.id, row]));
    for await (const record of streamRecords(app.db, county, kind)) {
      records += 1;
      const last = latest.get(record.id);
      const what = `${kind.name} ${record.no} ${record.id}`;
      if (!last) faults.push({ code: 'record.inserted', what });
      else if (stateOf({ ...(last.body as State), by: last.by }) !== stateOf(record))
        faults.push({ code: 'record.changed', what });
      latest.delete(record.id);
    }
    for (const id of latest.keys()) faults.push({ code: 'record.removed', what: `${kind.name} ${id}` });
  }
  return records;
}
