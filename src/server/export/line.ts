// What does a line of an exported ledger say? JSON lines: ledger, accounts, heads, rows, records, steps, standings, papers, posts, end.
import type { JournalRow, TreeHead } from '../../domain/journal/row.ts';
import type { StepTaken } from '../../domain/kernel/procedure.ts';
import type { RecordRow, Values } from '../../domain/kernel/record.ts';
import type { PostRow } from '../opinion/index.ts';

export const FORMAT = 'shouye ledger v2';
/** The first form held neither steps nor papers; files of it are still read. */
export const OLD_FORMAT = 'shouye ledger v1';

export interface LedgerLine {
  readonly is: 'ledger';
  readonly format: typeof FORMAT | typeof OLD_FORMAT;
  readonly county: string;
  readonly name: string;
  /** Instant of the export. */
  readonly at: string;
  readonly keyId: string;
  /** SPKI PEM. */
  readonly publicKey: string;
  /** What else it holds than the first of its format did: posts then must all be there. */
  readonly holds?: readonly 'opinion'[];
}
export interface AccountLine {
  readonly is: 'account';
  readonly id: string;
  readonly login: string;
  readonly name: string;
}
export interface HeadLine extends TreeHead {
  readonly is: 'head';
}
export interface RowLine {
  readonly is: 'row';
  /** Its place in the tree from 0; null while it waits to be sealed. */
  readonly seq: number | null;
  /** The leaf as sealed, hex; null while it waits. */
  readonly leaf: string | null;
  /** null: the database had the leaf but no longer the row. */
  readonly row: JournalRow | null;
}
export interface RecordLine extends RecordRow {
  readonly is: 'record';
}
export interface StepLine extends StepTaken {
  readonly is: 'step';
  readonly kind: string;
  readonly subject: string;
}
/** Where the steps have brought a record; after all steps of its kind. */
export interface StandingLine {
  readonly is: 'standing';
  readonly kind: string;
  readonly subject: string;
  readonly status: string;
  readonly seq: number;
  /** The fields its steps own, as the record began with them. */
  readonly opening: Values;
}
/** A paper of a case as it was issued; `docx` base64. */
export interface DocumentLine {
  readonly is: 'document';
  readonly id: string;
  readonly by: string;
  readonly told: unknown;
  readonly paper: unknown;
  readonly docx: string;
}
/** An online post as it was collected and judged; its originals stay in the house, their SHA-256 in the journal. */
export interface PostLine {
  readonly is: 'opinion';
  readonly post: PostRow;
}
export interface EndLine {
  readonly is: 'end';
  /** Lines before this one. */
  readonly lines: number;
  /** SHA-256, hex, over all bytes before this line. */
  readonly sha256: string;
  /** Ed25519 over `endMessage`, base64. */
  readonly signature: string;
}
export type Line =
  | LedgerLine
  | AccountLine
  | HeadLine
  | RowLine
  | RecordLine
  | StepLine
  | StandingLine
  | DocumentLine
  | PostLine
  | EndLine;

/** The bytes the end line signs; the first line names the format so that the signature can mean nothing else. */
export function endMessage(county: string, end: Pick<EndLine, 'lines' | 'sha256'>): Uint8Array {
  return Buffer.from(`shouye ledger export v1\n${county}\n${end.lines}\n${end.sha256}\n`, 'ascii');
}
