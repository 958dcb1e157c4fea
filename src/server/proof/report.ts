// Is every signed summary still what was signed? Its frozen content against the hash its signing left in the journal.
import { hexOf } from '../../domain/journal/row.ts';
import { canonicalBytes } from '../../domain/kernel/canonical.ts';
import type { Tx } from '../db/connection.ts';
import { listEntries } from '../journal/index.ts';
import { sha256 } from '../keys.ts';
import { findReport, listReports } from '../report/index.ts';

export interface ReportFault {
  readonly code: 'report.changed' | 'report.removed' | 'report.inserted';
  readonly what: string;
}

/** More summaries than a county signs in a lifetime. */
const SIGNINGS_MAX = 10_000;

/** Faults of the county's signed summaries, as of the transaction's moment. */
export async function verifyReports(db: Tx, county: string): Promise<ReportFault[]> {
  const faults: ReportFault[] = [];
  const signed = new Set<string>();
  const signings = await listEntries(db, county, { kind: 'report.sign', limit: SIGNINGS_MAX });
  for (const { subject, body } of signings) {
    const id = subject?.id;
    if (!id || signed.has(id)) continue;
    signed.add(id);
    const report = await findReport(db, county, id);
    const wanted = (body as { frozenSha256?: string }).frozenSha256;
    if (!report) faults.push({ code: 'report.removed', what: `report ${id}` });
    else if (report.signed === null || hexOf(sha256(canonicalBytes(report.signed))) !== wanted)
      faults.push({ code: 'report.changed', what: `report ${report.no} ${id}` });
  }
  for (const { id, no, status } of await listReports(db, county))
    if (status === 'signed' && !signed.has(id))
      faults.push({ code: 'report.inserted', what: `report ${no} ${id}` });
  return faults;
}
