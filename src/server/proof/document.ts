// Is every issued paper still what was issued? Its words and bytes against the hashes its issue left in the journal.

import { hexOf } from '../../domain/journal/row.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { type FrozenRow, findFrozen, listFrozenIds, paperHash } from '../case-document/index.ts';
import type { Tx } from '../db/connection.ts';
import { listJournaledIssues } from '../journal/index.ts';
import { sha256 } from '../keys.ts';

export interface DocumentFault {
  readonly code: 'document.changed' | 'document.removed' | 'document.inserted';
  readonly what: string;
}

/** Faults of the county's issued papers, as of the transaction's moment. */
export async function verifyDocuments(db: Tx, county: string): Promise<DocumentFault[]> {
  const faults: DocumentFault[] = [];
  const journaled = new Map((await listJournaledIssues(db, county)).map((row) => [row.id, row]));
  for (const id of await listFrozenIds(db, county)) {
    const row = (await findFrozen(db, county, id)) as FrozenRow;
    const told = journaled.get(id);
    const what = `${row.name} ${row.no ?? ''} ${id}`;
    if (!told) faults.push({ code: 'document.inserted', what });
    else if (told.by !== row.by || !saysIssued(told.body, row))
      faults.push({ code: 'document.changed', what });
    journaled.delete(id);
  }
  for (const id of journaled.keys()) faults.push({ code: 'document.removed', what: id });
  return faults;
}

/** Whether a journal body tells of exactly this paper, words and bytes. */
export function saysIssued(body: unknown, row: FrozenRow): boolean {
  const { paper, docx, by: _, ...told } = row;
  try {
    return (
      canonicalJson(body) === canonicalJson(told) &&
      paperHash(paper) === row.sha256 &&
      hexOf(sha256(docx)) === row.docxSha256
    );
  } catch {
    return false;
  }
}
