// Does an exported ledger still say what was signed? Without any database, naming each thing that does not.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { appendLeaf, type Frontier, rootOf } from '../../domain/journal/merkle.ts';
import { headMessage, hexOf, type JournalRow, rowLeaf } from '../../domain/journal/row.ts';
import { canonicalBytes, canonicalJson } from '../../domain/kernel/canonical.ts';
import type { StepTaken } from '../../domain/kernel/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { findKind } from '../../domain/kind.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { type Keys, publicKeyOf, sha256 } from '../keys.ts';
import { type KnownPosts, missingPosts, postFault, tellPosts } from '../opinion/index.ts';
import { foldedStatus } from '../proof/index.ts';
import {
  type DocumentLine,
  type EndLine,
  endMessage,
  FORMAT,
  type HeadLine,
  type LedgerLine,
  type Line,
  OLD_FORMAT,
  type PostLine,
  type RecordLine,
  type RowLine,
  type StandingLine,
  type StepLine,
} from './line.ts';

export interface FileFault {
  readonly code: string;
  readonly what: string;
}

export interface FileProof {
  readonly county: string;
  readonly name: string;
  readonly at: string;
  readonly ok: boolean;
  readonly rows: number;
  readonly records: number;
  /** Rows not sealed when it was exported; only the export's own signature holds them. */
  readonly waiting: number;
  readonly keyId: string;
  readonly head: { readonly size: number; readonly root: string; readonly at: string } | null;
  readonly faults: readonly FileFault[];
}

/** Naming more faults than a person reads helps nobody. */
const FAULTS_MAX = 200;
const LINE_MAX = 64 * 1024 * 1024;

interface Desk {
  ledger: LedgerLine | undefined;
  key: Pick<Keys, 'keyId' | 'verify'> | undefined;
  heads: Map<number, HeadLine>;
  last: HeadLine | undefined;
  frontier: Frontier;
  size: number;
  /** A row out of its place: from there on no root can be right, and saying so for each head helps nobody. */
  broken: boolean;
  waiting: number;
  records: number;
  /** What the last row of each record left, hashed: kind and id → version, digest. */
  latest: Map<string, { version: number; digest: string; what: string }>;
  /** Steps and issues the journal tells of, by the id of the step or paper, hashed. */
  steps: Map<string, { digest: string; what: string }>;
  issues: Map<string, { digest: string; what: string }>;
  /** What is needed to fold: records that move by steps, and their steps as read. */
  moved: Map<string, { values: Values; steps: StepTaken[]; standing: boolean }>;
  /** What the journal says of online posts not yet read. */
  posts: KnownPosts;
  end: EndLine | undefined;
  known: { size: number; root: string } | undefined;
  fault(code: string, what: string): void;
}

/** Proves the file; `known` is a head kept elsewhere that the tree must contain. Throws when there is no such file. */
export async function verifyLedgerFile(
  file: string,
  known?: { size: number; root: string },
  told: (lines: number) => void = () => {},
): Promise<FileProof> {
  const faults: FileFault[] = [];
  const fault = (code: string, what: string) => {
    if (faults.length < FAULTS_MAX) faults.push({ code, what });
  };
  const desk = openDesk(fault, known);
  const hash = createHash('sha256');
  let n = 0;
  try {
    for await (const bytes of linesOf(file)) {
      if (desk.end) {
        fault('file.changed', `line ${n + 1} stands after the end`);
        break;
      }
      const end = readLine(desk, bytes, n + 1);
      if (!end) hash.update(bytes);
      n += 1;
      if (n % 5_000 === 0) told(n);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw error;
    fault('file.damaged', `after line ${n}: ${message}`);
  }
  told(n);
  close(desk, n, hash.digest('hex'));
  return proofOf(desk, faults);
}

function openDesk(fault: Desk['fault'], known: Desk['known']): Desk {
  return {
    ledger: undefined,
    key: undefined,
    heads: new Map(),
    last: undefined,
    frontier: [],
    size: 0,
    broken: false,
    waiting: 0,
    records: 0,
    latest: new Map(),
    steps: new Map(),
    issues: new Map(),
    moved: new Map(),
    posts: new Map(),
    end: undefined,
    known,
    fault,
  };
}

/** Lines with their line feed, as bytes; what follows the last line feed comes as it is. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  source.pipe(plain);
  let rest: Buffer[] = [];
  let held = 0;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at + 1)]);
      rest = [];
      held = 0;
      from = at + 1;
    }
    if (from < chunk.length) {
      rest.push(chunk.subarray(from));
      held += chunk.length - from;
      if (held > LINE_MAX) throw new Error('a line has no end');
    }
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** Takes one line in; true when it was the end line. */
function readLine(desk: Desk, bytes: Buffer, number: number): boolean {
  let line: Line;
  try {
    line = JSON.parse(bytes.toString('utf8'));
    if (number === 1 || line.is === 'ledger') readLedger(desk, line, number);
    else if (line.is === 'head') readHead(desk, line);
    else if (line.is === 'row') readRow(desk, line, number);
    else if (line.is === 'record') readRecord(desk, line);
    else if (line.is === 'step') readStep(desk, line);
    else if (line.is === 'standing') readStanding(desk, line);
    else if (line.is === 'document') readDocument(desk, line);
    else if (line.is === 'opinion') readPost(desk, line);
    else if (line.is === 'end') desk.end = line;
    else if (line.is !== 'account') desk.fault('line.unknown', `line ${number}`);
    return line.is === 'end';
  } catch (error) {
    desk.fault('line.unreadable', `line ${number}: ${(error as Error).message.slice(0, 120)}`);
    return false;
  }
}

function readLedger(desk: Desk, line: Line, number: number): void {
  if (number !== 1 || line.is !== 'ledger' || ![FORMAT, OLD_FORMAT].includes(line.format)) {
    desk.fault('file.format', `line ${number} is not the beginning of a ledger`);
    return;
  }
  desk.ledger = line;
  desk.key = publicKeyOf(line.publicKey);
  if (desk.key.keyId !== line.keyId) desk.fault('key.differs', `key ${desk.key.keyId}, named ${line.keyId}`);
}

function readHead(desk: Desk, head: HeadLine): void {
  const what = `head of ${head.size} rows`;
  if (head.county !== desk.ledger?.county || !desk.key?.verify(headMessage(head), head.signature))
    desk.fault('head.signature', what);
  if (desk.heads.has(head.size)) desk.fault('head.repeated', what);
  desk.heads.set(head.size, head);
  if (!desk.last || head.size > desk.last.size) desk.last = head;
}

function readRow(desk: Desk, { seq, leaf, row }: RowLine, number: number): void {
  const what = row ? `journal ${row.id}` : `journal row ${seq}`;
  if (!row) desk.fault('row.removed', what);
  if (row) remember(desk, row);
  if (seq === null || leaf === null) {
    desk.waiting += 1;
    return;
  }
  if (row && hexOf(rowLeaf(row, sha256)) !== leaf)
    desk.fault(/^0+$/.test(leaf) ? 'row.forged' : 'row.changed', what);
  if (seq !== desk.size && !desk.broken) {
    desk.broken = true;
    desk.fault(
      'tree.order',
      `row ${desk.size} is not in its place: line ${number} holds row ${seq} (${what})`,
    );
  }
  desk.frontier = appendLeaf(desk.frontier, desk.size, Buffer.from(leaf, 'hex'), sha256);
  desk.size += 1;
  if (!desk.broken) checkRoot(desk);
}

function checkRoot(desk: Desk): void {
  const head = desk.heads.get(desk.size);
  const known = desk.known?.size === desk.size ? desk.known.root : undefined;
  if (!head && !known) return;
  const root = hexOf(rootOf(desk.frontier, desk.size, sha256));
  if ((head && head.root !== root) || (known && known !== root))
    desk.fault('head.root', `head of ${desk.size} rows`);
}

const digestOf = (values: unknown) => createHash('sha256').update(canonicalJson(values)).digest('base64');
const stateOf = ({ version, no, withdrawn, values }: Record<string, unknown>) =>
  digestOf({ version, no, withdrawn, values });

function readPost(desk: Desk, { post }: PostLine): void {
  const fault = postFault(desk.posts, post);
  if (fault) desk.fault(fault.code, fault.what);
}

function remember(desk: Desk, row: JournalRow): void {
  tellPosts(desk.posts, row);
  if (!row.subject) return;
  if (row.kind === 'document.issue')
    desk.issues.set(row.subject.id, {
      digest: digestOf({ by: row.by, told: row.body }),
      what: `document ${row.subject.id}`,
    });
  if (!findKind(row.subject.kind)) return;
  const { step } = (row.body ?? {}) as { step?: Partial<StepTaken> };
  if (step) {
    const what = `${row.subject.kind} ${row.subject.id} step ${step.seq}`;
    desk.steps.set(row.id, { digest: stepDigest(row.subject.id, row.by, step), what });
  }
  const body = (row.body ?? {}) as { version?: number; no: string };
  // What is about a record without changing it, e.g. a reward proposed for a clue, leaves no state of it.
  if (typeof body.version !== 'number') return;
  const key = `${row.subject.kind} ${row.subject.id}`;
  const before = desk.latest.get(key);
  if (before && before.version > body.version) return;
  const what = `${row.subject.kind} ${body.no} ${row.subject.id}`;
  desk.latest.set(key, { version: body.version, digest: stateOf({ ...body }), what });
}

function readRecord(desk: Desk, record: RecordLine): void {
  desk.records += 1;
  const key = `${record.kind} ${record.id}`;
  const what = `${record.kind} ${record.no} ${record.id}`;
  const left = desk.latest.get(key);
  if (!left) desk.fault('record.inserted', what);
  else if (left.digest !== stateOf({ ...record })) desk.fault('record.changed', what);
  desk.latest.delete(key);
  if (findProcedure(record.kind)) desk.moved.set(key, { values: record.values, steps: [], standing: false });
}

/** What the journal row of a step pins of it. */
function stepDigest(subject: string, by: string, { seq, name, on, at, values }: Partial<StepTaken>): string {
  return digestOf({ subject, by, seq, name, on, at, values });
}

function readStep(desk: Desk, { is: _, kind, subject, ...step }: StepLine): void {
  const what = `${kind} ${subject} step ${step.seq}`;
  const told = desk.steps.get(step.id);
  if (!told) desk.fault('step.inserted', what);
  else if (told.digest !== stepDigest(subject, step.by, step)) desk.fault('step.changed', what);
  desk.steps.delete(step.id);
  desk.moved.get(`${kind} ${subject}`)?.steps.push(step);
}

function readStanding(desk: Desk, { kind, subject, status, seq, opening }: StandingLine): void {
  const moved = desk.moved.get(`${kind} ${subject}`);
  const procedure = findProcedure(kind);
  const folded = moved && procedure && foldedStatus(procedure, moved.values, opening, moved.steps);
  if (!moved || moved.standing || folded?.status !== status || folded.seq !== seq)
    desk.fault('progress.changed', `${kind} ${subject}`);
  if (!moved) return;
  // Nothing of it is needed any more: a county has more records than fit in memory with their values.
  Object.assign(moved, { standing: true, values: {}, steps: [] });
}

function readDocument(desk: Desk, { id, by, told, paper, docx }: DocumentLine): void {
  const issue = desk.issues.get(id);
  desk.issues.delete(id);
  const { sha256: words, docxSha256 } = told as { sha256: string; docxSha256: string };
  const holds =
    hexOf(sha256(canonicalBytes(paper))) === words &&
    hexOf(sha256(Buffer.from(docx, 'base64'))) === docxSha256;
  if (!issue) desk.fault('document.inserted', `document ${id}`);
  else if (!holds || issue.digest !== digestOf({ by, told }))
    desk.fault('document.changed', `document ${id}`);
}

function close(desk: Desk, lines: number, digest: string): void {
  for (const { what } of desk.latest.values()) desk.fault('record.removed', what);
  if (desk.ledger?.format !== OLD_FORMAT) closeSteps(desk);
  if (desk.ledger?.holds?.includes('opinion'))
    for (const { code, what } of missingPosts(desk.posts)) desk.fault(code, what);
  const claimed = Math.max(desk.last?.size ?? 0, desk.known?.size ?? 0);
  if (claimed !== desk.size) desk.fault('head.shrunk', `${claimed} rows were signed, ${desk.size} are there`);
  const { end, ledger, key } = desk;
  if (!end) desk.fault('file.cut', `after line ${lines}`);
  else if (
    end.lines !== lines - 1 ||
    end.sha256 !== digest ||
    !key?.verify(endMessage(ledger?.county ?? '', end), end.signature)
  )
    desk.fault('file.changed', 'not the file that was exported');
}

function closeSteps(desk: Desk): void {
  for (const { what } of desk.steps.values()) desk.fault('step.removed', what);
  for (const { what } of desk.issues.values()) desk.fault('document.removed', what);
  for (const [what, { standing }] of desk.moved) if (!standing) desk.fault('progress.removed', what);
}

function proofOf(desk: Desk, faults: readonly FileFault[]): FileProof {
  const { ledger, last } = desk;
  return {
    county: ledger?.county ?? '',
    name: ledger?.name ?? '',
    at: ledger?.at ?? '',
    ok: faults.length === 0,
    rows: desk.size + desk.waiting,
    records: desk.records,
    waiting: desk.waiting,
    keyId: desk.key?.keyId ?? '',
    head: last ? { size: last.size, root: last.root, at: last.at } : null,
    faults,
  };
}
