// How does the whole file of a case leave the house, so that a stranger can check it without us?
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Actor, has, mayRead } from '../../domain/access/access.ts';
import { draftPapers } from '../../domain/case/document.ts';
import { hexOf, type JournalRow, type TreeHead } from '../../domain/journal/row.ts';
import { consistencyIn, inclusionIn, plantTree, rootAt } from '../../domain/journal/tree.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { regionOf } from '../../domain/kernel/region.ts';
import { getKind } from '../../domain/kind.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { type App, instant } from '../app.ts';
import {
  findFrozen,
  type IssuedRow,
  type LoadedCase,
  loadCase,
  loadWithdrawn,
  paperHash,
  stampOf,
} from '../case-document/index.ts';
import type { Tx } from '../db/connection.ts';
import { toPaperDocx, toPaperHtml } from '../document/index.ts';
import { readFile } from '../file/index.ts';
import { findHead, sealAll } from '../journal/index.ts';
import { sha256 } from '../keys.ts';
import { findProgress, listSteps } from '../progress/index.ts';
import {
  type ArchivedPaper,
  type ArchivedRecord,
  FORMAT,
  HEADS,
  type Heads,
  JOURNAL,
  KEY,
  MANIFEST,
  type Manifest,
  manifestMessage,
  type Part,
  type ProofLine,
  RECORDS,
  SIGNATURE,
} from './manifest.ts';
import { readme } from './readme.ts';
import {
  atOneMoment,
  listFileTypes,
  listHeldHeads,
  listRowsAbout,
  type PlacedRow,
  readLeaves,
} from './store.ts';
import { directory, type Entry, entryOf, localHeader, ZIP_MAX, zipSize } from './zip.ts';

export interface CaseArchive {
  /** As it is saved: 案号 and day. */
  readonly name: string;
  readonly size: number;
  readonly entries: number;
  readonly documents: number;
  readonly head: { readonly size: number; readonly root: string };
  readonly keyId: string;
  /** The bytes; read once. */
  readonly stream: () => Readable;
}

/** A part: small ones as bytes, evidence by its hash so that no more than one lies in memory. */
type Piece = { readonly entry: Entry } & ({ readonly bytes: Buffer } | { readonly evidence: string });

const EXTENSION: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'application/pdf': 'pdf',
};
/** Somebody may write between the seal and the moment that is read. */
const TRIES = 5;

/** The file of case `id`, for whoever may read its people and take records out. */
export async function archiveCase(
  app: App,
  actor: Actor,
  county: string,
  id: string,
): Promise<Outcome<CaseArchive>> {
  if (!mayRead(actor, getKind('case')) || !has(actor, 'personal.read') || !has(actor, 'export'))
    return refuse('access.denied', [
      '案卷含个人信息，您的角色不能导出',
      'The file holds personal data; your role may not export it',
    ]);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    await sealAll(app);
    const made = await atOneMoment(app.db, (tx) => gather(app, tx, county, id));
    if (made === 'unsealed') continue;
    return made.ok ? bind(app, made.value) : made;
  }
  return refuse('server.busy', ['正在写入，请稍后再导出', 'The ledger is being written to; try again later']);
}

interface Gathered {
  readonly county: string;
  readonly loaded: LoadedCase;
  readonly pieces: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly evidence: ReadonlyMap<string, string>;
  readonly head: TreeHead;
  readonly documents: number;
  readonly withheld: boolean;
}

async function gather(app: App, tx: Tx, county: string, id: string): Promise<Outcome<Gathered> | 'unsealed'> {
  const loaded = await loadCase(app, tx, county, id);
  if (!loaded) return refuse('record.missing', ['没有这个案件', 'There is no such case']);
  const { rows, withheld } = await recordsOf(tx, county, loaded);
  const subjects = [
    ...rows.map(({ kind, id: subject }) => ({ kind, id: subject })),
    ...loaded.issued.map((each) => ({ kind: 'document', id: each.id })),
    { kind: 'documentFill', id },
  ];
  const placed = (await listRowsAbout(tx, county, subjects)).filter(({ row }) => belongs(row));
  const head = await headOf(tx, county);
  if (!head || placed.some(({ seq }) => seq === null || seq >= head.size)) return 'unsealed';
  const archived: ArchivedRecord[] = [];
  for (const row of rows) archived.push(await recordOf(tx, county, row));
  const evidence = await evidenceOf(tx, county, archived);
  const papers = await papersOf(tx, county, loaded);
  const pieces = [
    ...(await boundOf(county, loaded)),
    ...papers,
    json(RECORDS, archived),
    json('record/names.json', namesOf(loaded, withheld)),
    ...(await proofsOf(tx, county, head, placed)),
    { name: KEY, bytes: Buffer.from(app.keys.publicKey) },
  ];
  return ok({ county, loaded, pieces, evidence, head, documents: loaded.issued.length, withheld });
}

/** What records are called that the ids name; a clue is called by what was reported. */
function namesOf({ file, belongings }: LoadedCase, withheld: boolean): Record<string, string> {
  const people = Object.entries(file.people).map(([id, { name }]) => [id, name] as const);
  const names = [...Object.entries(file.names), ...people];
  return Object.fromEntries(names.filter(([id]) => !withheld || id !== belongings.clue?.id));
}

function json(name: string, value: unknown): { name: string; bytes: Buffer } {
  return { name, bytes: Buffer.from(`${JSON.stringify(value, null, 1)}\n`) };
}

/** The records of the case, withdrawn ones too. A clue that names its informant stays at home: the journal holds the name. */
async function recordsOf(
  tx: Tx,
  county: string,
  { belongings }: LoadedCase,
): Promise<{ rows: RecordRow[]; withheld: boolean }> {
  const { row, seizures, releases, penalties, clue, inspection } = belongings;
  const gone = await loadWithdrawn(tx, county, row.id);
  const told = clue ? await listRowsAbout(tx, county, [{ kind: 'clue', id: clue.id }]) : [];
  const withheld = told.some(({ row: { body } }) => namesInformant(body));
  const rows = [
    row,
    ...(clue && !withheld ? [clue] : []),
    ...(inspection ? [inspection] : []),
    ...seizures,
    ...releases,
    ...penalties,
    ...gone,
  ];
  return { rows, withheld };
}

/** What changed a record or issued a paper. Rewards and tips about a clue are nobody's business but the bureau's. */
function belongs({ subject, body }: JournalRow): boolean {
  if (subject?.kind === 'document' || subject?.kind === 'documentFill') return true;
  return typeof (body as { version?: unknown } | null)?.version === 'number';
}

function namesInformant(body: unknown): boolean {
  return JSON.stringify(body ?? null).includes('"informant"');
}

async function headOf(tx: Tx, county: string): Promise<TreeHead | undefined> {
  const head = await findHead(tx, county);
  if (!head) return undefined;
  const { size, root, at, key_id: keyId, signature } = head;
  return { county, size, root: hexOf(root), at, keyId, signature };
}

async function recordOf(tx: Tx, county: string, record: RecordRow): Promise<ArchivedRecord> {
  if (!findProcedure(record.kind)) return { record };
  const stored = await findProgress(tx, county, record.kind, record.id);
  const steps = await listSteps(tx, county, record.kind, record.id);
  return { record, opening: stored?.opening ?? {}, steps, status: stored?.status ?? '' };
}

/** Hash → name in the archive, of every picture a step registered. */
async function evidenceOf(
  tx: Tx,
  county: string,
  records: readonly ArchivedRecord[],
): Promise<Map<string, string>> {
  const hashes = new Set(records.flatMap(photosOf));
  const types = await listFileTypes(tx, county, [...hashes]);
  return new Map(
    [...hashes].sort().map((hash) => {
      const extension = EXTENSION[types.get(hash) ?? ''];
      return [hash, `evidence/${hash}${extension ? `.${extension}` : ''}`];
    }),
  );
}

/** Hashes of the pictures the steps of a record registered. */
export function photosOf({ record, steps = [] }: ArchivedRecord): string[] {
  if (record.kind !== 'seizure') return [];
  return steps.flatMap(({ name, values }) =>
    name === 'photo' && typeof values.file === 'string' && /^[0-9a-f]{64}$/.test(values.file)
      ? [values.file]
      : [],
  );
}

/** Cover and index, made now from what was issued. */
async function boundOf(county: string, { file }: LoadedCase) {
  const pieces = [];
  for (const { rule, paper } of draftPapers(file)) {
    if (!rule.bound) continue;
    const stamp = stampOf(county, 1, paperHash(paper));
    pieces.push(
      { name: `${paper.title}.docx`, bytes: Buffer.from(await toPaperDocx(paper, stamp)) },
      { name: `${paper.title}.html`, bytes: Buffer.from(toPaperHtml(paper, stamp)) },
    );
  }
  return pieces;
}

async function papersOf(tx: Tx, county: string, { issued }: LoadedCase) {
  const pieces = [];
  for (const [i, { id }] of issued.entries()) {
    const row = await findFrozen(tx, county, id);
    if (!row) throw new Error(`document ${id} is gone`);
    const { docx, by: _by, ...told } = row;
    const archived: ArchivedPaper = told;
    const name = `document/${paperName(i + 1, row)}`;
    pieces.push(
      { name: `${name}.docx`, bytes: docx },
      {
        name: `${name}.html`,
        bytes: Buffer.from(toPaperHtml(row.paper, stampOf(county, row.version, row.sha256))),
      },
      json(`${name}.json`, archived),
    );
  }
  return pieces;
}

/** '03-行政处罚决定书-示林罚决字〔2025〕第1号-第1版' */
function paperName(n: number, { title, no, version }: IssuedRow): string {
  const parts = [String(n).padStart(2, '0'), title, no ?? '', `第${version}版`].filter((part) => part !== '');
  return parts.join('-').replaceAll(/[^\p{L}\p{N}（）〔〕—-]/gu, '_');
}

async function proofsOf(tx: Tx, county: string, head: TreeHead, placed: readonly PlacedRow[]) {
  const tree = plantTree(await readLeaves(tx, county, head.size), sha256);
  if (hexOf(rootAt(tree, head.size)) !== head.root)
    throw new Error(`the leaves of ${county} do not make its head`);
  const lines = placed.map(({ seq, row }): ProofLine => {
    const place = seq ?? 0;
    return { seq: place, proof: inclusionIn(tree, place).map(hexOf), row };
  });
  const heads: Heads = {
    head,
    older: (await listHeldHeads(tx, county, head.size)).map(({ size, root }) => ({
      size,
      root: hexOf(root),
      proof: consistencyIn(tree, size).map(hexOf),
    })),
  };
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return [{ name: JOURNAL, bytes: Buffer.from(text) }, json(HEADS, heads)];
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function bind(app: App, gathered: Gathered): Promise<Outcome<CaseArchive>> {
  const { county, loaded, head, evidence } = gathered;
  const { record } = loaded.file;
  const pieces: Piece[] = [];
  const files: Part[] = [];
  const absent: string[] = [];
  const add = (name: string, bytes: Buffer) => {
    pieces.push({ entry: entryOf(name, bytes), bytes });
    files.push({ name, size: bytes.length, sha256: hashOf(bytes) });
  };
  const about = {
    county,
    record,
    head,
    keyId: app.keys.keyId,
    withheld: gathered.withheld,
    at: instant(app),
  };
  add('README.txt', Buffer.from(readme(about)));
  for (const { name, bytes } of gathered.pieces) add(name, bytes);
  for (const [hash, name] of evidence) {
    const bytes = await readFile(app, hash);
    if (!bytes || hashOf(bytes) !== hash) {
      absent.push(hash);
      continue;
    }
    pieces.push({ entry: entryOf(name, bytes), evidence: hash });
    files.push({ name, size: bytes.length, sha256: hash });
  }
  const manifest: Manifest = {
    format: FORMAT,
    county,
    place: regionOf(county)?.fullName ?? county,
    case: { id: record.id, no: record.no, name: String(record.values.name ?? '') },
    at: about.at,
    keyId: app.keys.keyId,
    absent,
    files,
  };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  const signature = Buffer.from(`${app.keys.sign(manifestMessage(county, hashOf(bytes)))}\n`);
  const all: Piece[] = [
    { entry: entryOf(MANIFEST, bytes), bytes },
    { entry: entryOf(SIGNATURE, signature), bytes: signature },
    ...pieces,
  ];
  const entries = all.map((piece) => piece.entry);
  const size = zipSize(entries);
  if (size > ZIP_MAX)
    return refuse('archive.large', [
      '案卷超过4GB，不能装入一个压缩包；请联系管理员分批导出证据原件',
      'The file is larger than 4 GB and does not fit one archive',
    ]);
  return ok({
    name: `${String(record.values.caseNo ?? record.no).replaceAll(/[\\/:*?"<>|\s]/g, '_')}-案卷.zip`,
    size,
    entries: entries.length,
    documents: gathered.documents,
    head: { size: head.size, root: head.root },
    keyId: app.keys.keyId,
    stream: () => Readable.from(bytesOf(app, all), { objectMode: false }),
  });
}

async function* bytesOf(app: App, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    yield localHeader(piece.entry);
    if ('bytes' in piece) {
      if (piece.bytes.length > 0) yield piece.bytes;
      continue;
    }
    const bytes = await readFile(app, piece.evidence);
    if (bytes?.length !== piece.entry.size) throw new Error(`evidence ${piece.evidence} went away`);
    yield bytes;
  }
  yield directory(pieces.map((piece) => piece.entry));
}
