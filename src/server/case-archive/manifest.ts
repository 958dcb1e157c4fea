// What does the file of a case hold, and what exactly is signed of it?
import { z } from 'zod';
import type { JournalRow, TreeHead } from '../../domain/journal/row.ts';
import type { StepTaken } from '../../domain/kernel/procedure.ts';
import type { RecordRow, Values } from '../../domain/kernel/record.ts';
import type { Paper } from '../../domain/report/paper.ts';
import { isInside } from './zip.ts';

export const FORMAT = 'shouye case v1';
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
export const KEY = 'proof/key.pem';
export const JOURNAL = 'proof/journal.ndjson';
export const HEADS = 'proof/heads.json';
export const RECORDS = 'record/records.json';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const part = z.object({ name: z.string().refine(isInside), size: z.int().min(0), sha256: hex64 });

const schema = z.object({
  format: z.literal(FORMAT),
  county: z.string().regex(/^\d{6}$/),
  /** Name of the county. */
  place: z.string(),
  case: z.object({ id: z.string(), no: z.string(), name: z.string() }),
  /** Instant the archive was made. */
  at: z.string(),
  keyId: z.string(),
  /** Evidence that was registered but is not in the house any more, by its hash. */
  absent: z.array(hex64),
  /** Every entry but this one and its signature, in the order of the archive. */
  files: z.array(part),
});
export type Manifest = z.infer<typeof schema>;
export type Part = z.infer<typeof part>;

export function readManifest(text: string): Manifest | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The bytes `manifest.sig` signs; the first line names the format so that the signature can mean nothing else. */
export function manifestMessage(county: string, sha256: string): Uint8Array {
  return Buffer.from(`shouye case archive v1\n${county}\n${sha256}\n`, 'ascii');
}

/** One line of `proof/journal.ndjson`. */
export interface ProofLine {
  readonly seq: number;
  /** Siblings up to the root of the head, hex, lowest first (RFC 9162, 2.1.3). */
  readonly proof: readonly string[];
  readonly row: JournalRow;
}

/** `proof/heads.json`: the head the proofs lead to, and older ones with the proof that they begin it (RFC 9162, 2.1.4). */
export interface Heads {
  readonly head: TreeHead;
  readonly older: readonly {
    readonly size: number;
    readonly root: string;
    readonly proof: readonly string[];
  }[];
}

/** `record/records.json`: each record as it stands, with its steps where its kind has a procedure. */
export interface ArchivedRecord {
  readonly record: RecordRow;
  readonly opening?: Values;
  readonly steps?: readonly StepTaken[];
  readonly status?: string;
}

/** `document/….json`: a paper as it was issued. */
export interface ArchivedPaper {
  readonly id: string;
  readonly case: string;
  readonly name: string;
  readonly kind: string;
  readonly version: number;
  readonly no: string | null;
  readonly title: string;
  readonly day: string;
  readonly at: string;
  readonly seq: number;
  readonly sha256: string;
  readonly docxSha256: string;
  readonly paper: Paper;
}
