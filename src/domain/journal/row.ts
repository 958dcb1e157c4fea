// What exactly does the journal remember of an action, and which bytes does a tree head sign?
import { canonicalBytes } from '../kernel/canonical.ts';
import { isUuid } from '../kernel/id.ts';
import { type Hash, leafHash } from './merkle.ts';

/** One action as it was accepted. Ids are lower-case UUIDs, instants `2026-11-23T08:00:00.000Z`. */
export interface JournalRow {
  /** GB/T 2260 code, six digits. */
  readonly county: string;
  /** The action's id, a UUID version 7 made where the record was born. */
  readonly id: string;
  /** What it was part of, e.g. an import; absent and null are the same. */
  readonly batch?: string | null;
  /** The kind of action, e.g. `record.create`. */
  readonly kind: string;
  /** The record it is about, if it is about one. */
  readonly subject: { readonly kind: string; readonly id: string } | null;
  /** When it happened. */
  readonly at: string;
  /** When it reached us. */
  readonly recordedAt: string;
  /** The account's id. */
  readonly by: string;
  /** The device's id, if it came from a known one. */
  readonly device: string | null;
  /** The content as JSON; undefined is null. */
  readonly body: unknown;
}

/** What is said of a county's journal at one moment. */
export interface TreeHeadBody {
  readonly county: string;
  /** How many rows the tree holds. */
  readonly size: number;
  /** The tree's root, SHA-256, 64 lower-case hex digits. */
  readonly root: string;
  /** When it was sealed, ISO UTC with milliseconds. */
  readonly at: string;
  /** Which key signed it; printable ASCII without spaces. */
  readonly keyId: string;
}

export interface TreeHead extends TreeHeadBody {
  /** Ed25519 over `headMessage`, base64. */
  readonly signature: string;
}

// The hour stops at 23 because PostgreSQL reads 24:00 as the next day and the row would come back different.
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const COUNTY = /^\d{6}$/;

/**
 * The leaf of `row` in its county's tree. Only the fields of `JournalRow` count, so a row read back with
 * columns of the store's own hashes the same. Throws on a row whose county, id or instants are not in the one
 * form that comes back from the store unchanged, and on a body without canonical form.
 */
export function rowLeaf(row: JournalRow, hash: Hash): Uint8Array {
  check(COUNTY.test(row.county), 'county', row.county);
  check(isUuid(row.id), 'id', row.id);
  check(INSTANT.test(row.at), 'at', row.at);
  check(INSTANT.test(row.recordedAt), 'recordedAt', row.recordedAt);
  const entry = {
    county: row.county,
    id: row.id,
    batch: row.batch ?? null,
    kind: row.kind,
    subject: row.subject && { kind: row.subject.kind, id: row.subject.id },
    at: row.at,
    recordedAt: row.recordedAt,
    by: row.by,
    device: row.device,
    body: row.body ?? null,
  };
  return leafHash(canonicalBytes(entry), hash);
}

/**
 * The exact bytes a tree head signs: six lines, each ended by a line feed, the first naming this format so that
 * the signature can mean nothing else. Throws when a field could not stand on a line of its own.
 */
export function headMessage(head: TreeHeadBody): Uint8Array {
  check(COUNTY.test(head.county), 'county', head.county);
  check(Number.isSafeInteger(head.size) && head.size >= 0, 'size', head.size);
  check(/^[0-9a-f]{64}$/.test(head.root), 'root', head.root);
  check(INSTANT.test(head.at), 'at', head.at);
  check(/^[\x21-\x7e]+$/.test(head.keyId), 'keyId', head.keyId);
  const lines = ['shouye tree head v1', head.county, String(head.size), head.root, head.at, head.keyId];
  // Every field is ASCII by now, so a character is a byte.
  return Uint8Array.from(`${lines.join('\n')}\n`, (character) => character.charCodeAt(0));
}

/** Bytes as lower-case hex, as in `TreeHead.root`. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function check(holds: boolean, field: string, value: unknown): void {
  if (!holds) throw new RangeError(`${field} is not in its stored form: ${String(value).slice(0, 80)}`);
}
