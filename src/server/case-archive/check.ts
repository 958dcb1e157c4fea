// Do the journal rows of an archive lie in the signed tree, and do records, steps and papers say what those rows say?
import { verifyConsistency, verifyInclusion } from '../../domain/journal/merkle.ts';
import { headMessage, type JournalRow, rowLeaf } from '../../domain/journal/row.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { paperHash } from '../case-document/index.ts';
import { type Keys, sha256 } from '../keys.ts';
import { foldedStatus, saysStep } from '../proof/index.ts';
import { photosOf } from './make.ts';
import type { ArchivedPaper, ArchivedRecord, Heads, Manifest, ProofLine } from './manifest.ts';

/** What was kept elsewhere. */
export interface Known {
  /** Key id. */
  readonly key?: string | undefined;
  readonly head?: { readonly size: number; readonly root: string } | undefined;
}

/** The parts of an archive as read; nothing of their shape is known yet. */
export interface Ledger {
  readonly lines: readonly unknown[];
  readonly heads: Heads | null;
  readonly records: unknown;
  readonly papers: readonly { readonly name: string; readonly paper: unknown; readonly docxSha256: string }[];
  readonly evidence: ReadonlySet<string>;
}

interface Check {
  readonly manifest: Manifest;
  readonly key: Pick<Keys, 'keyId' | 'verify'>;
  readonly ledger: Ledger;
  readonly known: Known;
  readonly fault: (code: string, what: string) => void;
}

export interface Counts {
  readonly rows: number;
  readonly records: number;
  readonly steps: number;
  readonly documents: number;
}

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

/** Throws TypeError or RangeError on parts of another shape; the caller names that. */
export function checkLedger(check: Check): Counts {
  const { ledger, fault, manifest } = check;
  if (!ledger.heads || !Array.isArray(ledger.records)) {
    fault('file.format', 'proof or record');
    return { rows: 0, records: 0, steps: 0, documents: 0 };
  }
  checkHead(check, ledger.heads);
  const rows = checkRows(check, ledger.heads, ledger.lines as readonly ProofLine[]);
  const records = ledger.records as readonly ArchivedRecord[];
  if (!records.some(({ record }) => record.kind === 'case' && record.id === manifest.case.id))
    fault('record.removed', `case ${manifest.case.id}`);
  let steps = 0;
  for (const each of records) steps += checkRecord(check, each, rows);
  const documents = checkPapers(check, rows);
  // Whatever else the journal tells of must have been in the archive.
  const told = new Set(records.map(({ record }) => `${record.kind} ${record.id}`));
  for (const { subject, kind } of rows)
    if (
      subject &&
      !['document', 'documentFill'].includes(subject.kind) &&
      !told.has(`${subject.kind} ${subject.id}`)
    )
      fault('record.removed', `${subject.kind} ${subject.id} (${kind})`);
  return { rows: rows.length, records: records.length, steps, documents };
}

function checkHead({ manifest, key, known, fault }: Check, heads: Heads): void {
  const { head, older } = heads;
  const what = `head of ${head.size} rows`;
  if (
    head.county !== manifest.county ||
    head.keyId !== key.keyId ||
    !key.verify(headMessage(head), head.signature)
  )
    fault('head.signature', what);
  for (const { size, root, proof } of older)
    if (!verifyConsistency(size, bytesOf(root), head.size, bytesOf(head.root), proof.map(bytesOf), sha256))
      fault('head.consistency', `head of ${size} rows`);
  if (!known.head) return;
  const { size, root } = known.head;
  const same = size === head.size ? head.root : older.find((each) => each.size === size)?.root;
  if (same === undefined) fault('head.unknown', `${size}:${root}`);
  else if (same !== root) fault('head.root', `${size}:${root}`);
}

/** The rows that lie in the tree; each that does not is named, but still compared with what it tells of. */
function checkRows({ manifest, fault }: Check, { head }: Heads, lines: readonly ProofLine[]): JournalRow[] {
  const root = bytesOf(head.root);
  const seen = new Set<number>();
  return lines.map(({ seq, proof, row }) => {
    const what = `journal ${row.id}`;
    if (row.county !== manifest.county || seen.has(seq)) fault('row.inserted', what);
    seen.add(seq);
    const leaf = rowLeaf(row, sha256);
    if (!verifyInclusion(leaf, seq, head.size, proof.map(bytesOf), root, sha256)) fault('row.unproven', what);
    return row;
  });
}

const isAbout = (kind: string, id: string) => (row: JournalRow) =>
  row.subject?.kind === kind && row.subject.id === id;

interface State {
  readonly version: number;
  readonly no: string;
  readonly withdrawn: boolean;
  readonly values: Values;
}
const stateOf = ({ version, no, withdrawn, values }: State) =>
  canonicalJson({ version, no, withdrawn, values });

/** A record is what its last row left, and no row of it is left out; its steps are the rows that tell of steps. */
function checkRecord(
  { fault, ledger, manifest }: Check,
  each: ArchivedRecord,
  rows: readonly JournalRow[],
): number {
  const { record, steps = [] } = each;
  const what = `${record.kind} ${record.no}`;
  const about = rows.filter(isAbout(record.kind, record.id));
  const states = about.map((row) => row.body as State).filter((body) => typeof body?.version === 'number');
  const versions = states.map((body) => body.version).sort((a, b) => a - b);
  const whole = versions.length === record.version && versions.every((version, i) => version === i + 1);
  if (!whole) fault('row.missing', `${what}: ${versions.length} of ${record.version}`);
  const last = states.find((body) => body.version === record.version);
  if (!last || stateOf(last) !== stateOf(record)) fault('record.changed', what);
  checkSteps(fault, each, about, what);
  for (const hash of photosOf(each))
    if (!ledger.evidence.has(hash) && !manifest.absent.includes(hash))
      fault('evidence.removed', `${what} ${hash}`);
  return steps.length;
}

function checkSteps(
  fault: Check['fault'],
  { record, opening = {}, steps = [], status }: ArchivedRecord,
  about: readonly JournalRow[],
  what: string,
): void {
  const told = new Map(
    about.filter((row) => (row.body as { step?: unknown } | null)?.step).map((row) => [row.id, row]),
  );
  for (const [i, step] of steps.entries()) {
    const row = told.get(step.id);
    const name = `${what}: ${step.seq} ${step.name}`;
    if (!row) fault('step.inserted', name);
    else if (step.seq !== i + 1 || !saysStep({ ...row, subject: record.id }, record.id, step))
      fault('step.changed', name);
    told.delete(step.id);
  }
  for (const row of told.values()) fault('step.removed', `${what}: ${row.id}`);
  const procedure = findProcedure(record.kind);
  if (!procedure) return;
  const folded = foldedStatus(procedure, record.values, opening, steps);
  if (folded?.status !== status || folded?.seq !== steps.length) fault('progress.changed', what);
}

/** A paper is the one its issue tells of, words and bytes; every issue has its paper. */
function checkPapers({ fault, ledger, manifest }: Check, rows: readonly JournalRow[]): number {
  const issues = new Map(
    rows.filter((row) => row.kind === 'document.issue').map((row) => [row.subject?.id ?? '', row]),
  );
  const versions = new Map<string, number[]>();
  for (const { name, paper, docxSha256 } of ledger.papers) {
    const { paper: frozen, ...told } = paper as ArchivedPaper;
    const row = issues.get(told.id);
    issues.delete(told.id);
    versions.set(told.name, [...(versions.get(told.name) ?? []), told.version]);
    if (!row) fault('document.inserted', name);
    else if (
      told.case !== manifest.case.id ||
      canonicalJson(row.body) !== canonicalJson(told) ||
      paperHash(frozen) !== told.sha256 ||
      docxSha256 !== told.docxSha256
    )
      fault('document.changed', name);
  }
  for (const row of issues.values()) fault('document.removed', row.subject?.id ?? '');
  for (const [name, found] of versions)
    if (found.sort((a, b) => a - b).some((version, i) => version !== i + 1)) fault('document.removed', name);
  return ledger.papers.length;
}
