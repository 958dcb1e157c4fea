// How does a county's whole ledger leave the house, so that a stranger can check it without us?
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { regionOf } from '../../domain/kernel/region.ts';
import { EVERY_KIND } from '../../domain/kind.ts';
import { PROCEDURES } from '../../domain/procedure.ts';
import { listAccounts } from '../account/index.ts';
import { type App, instant } from '../app.ts';
import { findFrozen, listFrozenIds } from '../case-document/index.ts';
import type { Tx } from '../db/connection.ts';
import { listHeads, listLeaves, listWaiting, sealAll } from '../journal/index.ts';
import { streamPosts } from '../opinion/index.ts';
import { streamProgress, streamSteps } from '../progress/index.ts';
import { streamRecords } from '../record/index.ts';
import { type EndLine, endMessage, FORMAT, type Line } from './line.ts';
import { atOneMoment } from './store.ts';

export interface Exported {
  readonly county: string;
  readonly rows: number;
  readonly records: number;
  /** Bytes of the file. */
  readonly size: number;
  readonly head: { readonly size: number; readonly root: string } | null;
  readonly keyId: string;
}

const CHUNK = 2_000;

/** Writes the ledger of `county` to `file` (.ndjson.gz), whole or not at all. `told` hears how many lines are written. */
export async function writeLedger(
  app: App,
  county: string,
  file: string,
  told: (lines: number) => void = () => {},
): Promise<Exported> {
  await sealAll(app);
  const partial = `${file}.${process.pid}.partial`;
  const counts = { rows: 0, records: 0, head: null as Exported['head'] };
  try {
    await atOneMoment(app.db, async (tx) => {
      const lines = signed(app, county, counted(linesOf(app, tx, county), counts, told));
      await pipeline(
        Readable.from(lines),
        createGzip(),
        createWriteStream(partial, { mode: 0o600, flags: 'wx' }),
      );
    });
    const handle = await open(partial, 'r');
    await handle.sync().finally(() => handle.close());
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { county, ...counts, size: (await stat(file)).size, keyId: app.keys.keyId };
}

async function* linesOf(app: App, tx: Tx, county: string): AsyncGenerator<Line> {
  const { keyId, publicKey } = app.keys;
  const name = regionOf(county)?.fullName ?? county;
  yield {
    is: 'ledger',
    format: FORMAT,
    county,
    name,
    at: instant(app),
    keyId,
    publicKey,
    holds: ['opinion'],
  };
  for (const { id, login, name } of await listAccounts(tx, county)) yield { is: 'account', id, login, name };
  for (const { size, root, at, key_id, signature } of await listHeads(tx, county))
    yield { is: 'head', county, size, root: root.toString('hex'), at, keyId: key_id, signature };
  yield* rowLines(tx, county);
  for (const kind of EVERY_KIND)
    for await (const record of streamRecords(tx, county, kind, CHUNK)) yield { is: 'record', ...record };
  for (const { kind } of PROCEDURES) yield* stepLines(tx, county, kind);
  yield* documentLines(tx, county);
  for await (const post of streamPosts(tx, county)) yield { is: 'opinion', post };
}

async function* stepLines(tx: Tx, county: string, kind: string): AsyncGenerator<Line> {
  for await (const step of streamSteps(tx, county, kind, CHUNK)) yield { is: 'step', kind, ...step };
  for await (const { subject, status, seq, opening } of streamProgress(tx, county, kind, CHUNK))
    yield { is: 'standing', kind, subject, status, seq, opening };
}

async function* documentLines(tx: Tx, county: string): AsyncGenerator<Line> {
  for (const id of await listFrozenIds(tx, county)) {
    const row = await findFrozen(tx, county, id);
    if (!row) continue;
    const { paper, docx, by, ...told } = row;
    yield { is: 'document', id, by, told, paper, docx: docx.toString('base64') };
  }
}

async function* rowLines(tx: Tx, county: string): AsyncGenerator<Line> {
  for (let after = -1; ; ) {
    const leaves = await listLeaves(tx, county, after, CHUNK);
    for (const { seq, leaf, row } of leaves)
      yield { is: 'row', seq, leaf: leaf.toString('hex'), row: row && withoutMac(row) };
    if (leaves.length < CHUNK) break;
    after = leaves.at(-1)?.seq ?? after;
  }
  for (const { row } of await listWaiting(tx, county))
    yield { is: 'row', seq: null, leaf: null, row: row && withoutMac(row) };
}

function withoutMac<T extends { mac: unknown }>({ mac: _mac, ...row }: T): Omit<T, 'mac'> {
  return row;
}

type Counts = { rows: number; records: number; head: Exported['head'] };

async function* counted(
  lines: AsyncIterable<Line>,
  counts: Counts,
  told: (lines: number) => void,
): AsyncGenerator<Line> {
  let n = 0;
  for await (const line of lines) {
    if (line.is === 'row') counts.rows += 1;
    if (line.is === 'record') counts.records += 1;
    if (line.is === 'head') counts.head = { size: line.size, root: line.root };
    n += 1;
    if (n % CHUNK === 0) told(n);
    yield line;
  }
  told(n);
}

/** The lines as bytes, closed by one that signs all of them. */
async function* signed(app: App, county: string, lines: AsyncIterable<Line>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let n = 0;
  for await (const line of lines) {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`, 'utf8');
    hash.update(bytes);
    n += 1;
    yield bytes;
  }
  const said = { lines: n, sha256: hash.digest('hex') };
  const end: EndLine = { is: 'end', ...said, signature: app.keys.sign(endMessage(county, said)) };
  yield Buffer.from(`${JSON.stringify(end)}\n`, 'utf8');
}
