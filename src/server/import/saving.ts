import type { JournalRow } from '../../domain/journal/row.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { followReleases } from '../custody/index.ts';
import type { Tx } from '../db/connection.ts';
import { refuseDoubled } from '../penalty/index.ts';
import { reopenProgress } from '../progress/index.ts';
import {
  journalBody,
  type loadLocalProtection,
  type loadReferred,
  toNewRecord,
  updateRecord,
} from '../record/index.ts';
import type { Line } from './line.ts';
import { type Commit, ImportRefused, refused } from './survey.ts';

export interface Saving extends Commit {
  readonly tx: Tx;
  readonly at: string;
  readonly next: Map<string, number>;
  readonly created: ReadonlySet<string>;
  readonly inserted: Set<string>;
  /** Kind and match key → how many this import has saved. */
  readonly own: Map<string, number>;
  readonly locals: Awaited<ReturnType<typeof loadLocalProtection>>;
  /** What earlier chunks referred to: the same few hundred venues, loaded once. */
  readonly referred: { names: Map<string, string>; rows: Map<string, RecordRow> };
  /** The chunk being written while the next one is decided; one at a time, as a connection takes it. */
  readonly writing: { done: Promise<void> };
  /** References to records that come later in the same import. */
  readonly late: { kind: Kind; id: string; values: Values }[];
}

export function journal(
  saving: Saving,
  kind: string,
  subject: JournalRow['subject'],
  body: unknown,
): JournalRow {
  const { acting, at, job } = saving;
  return {
    ...{ county: acting.county, id: saving.newId(), batch: job.id, kind, subject, at, recordedAt: at },
    ...{ by: acting.actor.account, device: null, body },
  };
}

export function reason({ job }: Saving): { reason: string } {
  return { reason: `导入：${job.fileName}` };
}

/** References to records not saved yet are set aside and put in once everything is there. */
export function putOff(saving: Saving, kind: Kind, line: Line, here: ReadonlySet<string>): Values {
  const values: Values = { ...line.set };
  const later: Values = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type !== 'ref' && field.type !== 'refs') continue;
    const ids = [values[name] ?? []].flat() as string[];
    if (!ids.some((id) => saving.created.has(id) && !saving.inserted.has(id) && !here.has(id))) continue;
    later[name] = values[name] as Values[string];
    // A required one cannot wait; kinds are ordered so that none has to.
    if (!field.required) delete values[name];
  }
  if (Object.keys(later).length > 0) saving.late.push({ kind, id: line.id as string, values: later });
  return values;
}

export function notAllowed(kind: Kind, line: Line): ImportRefused {
  return refused(
    'access.denied',
    [
      `您无权登记或修改这条“${kind.label[0]}”`,
      `You may not write this ${kind.label[1].toLowerCase()} record`,
    ],
    line,
  );
}

export async function replace(
  saving: Saving,
  kind: Kind,
  row: RecordRow,
  change: Partial<RecordRow>,
  referred: Awaited<ReturnType<typeof loadReferred>>,
): Promise<RecordRow | null> {
  const { tx, acting, at } = saving;
  const after: RecordRow = {
    ...row,
    version: row.version + 1,
    updatedAt: at,
    by: acting.actor.account,
    ...change,
  };
  const owned = await reopenProgress(tx, acting.county, kind, row.id, {
    before: row.values,
    after: after.values,
    at,
  });
  if (owned.length > 0)
    throw new ImportRefused(owned.map((each) => ({ ...each, where: `${row.no}.${each.where ?? ''}` })));
  if (!(await updateRecord(tx, kind, toNewRecord(kind, after, referred), row.version))) return null;
  const changes = [{ before: row, after, where: row.no }];
  const single = await refuseDoubled(tx, acting.county, kind, changes);
  if (!single.ok) throw new ImportRefused(single.refusals);
  const followed = await followReleases(tx, { ...acting, batch: saving.job.id }, kind, changes);
  if (!followed.ok) throw new ImportRefused(followed.refusals);
  return after;
}

export function correction(saving: Saving, before: RecordRow, after: RecordRow): JournalRow {
  const changed: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(before.values), ...Object.keys(after.values)])) {
    const pair = [before.values[name] ?? null, after.values[name] ?? null];
    if (canonicalJson(pair[0]) !== canonicalJson(pair[1])) changed[name] = pair;
  }
  const body = { ...journalBody(after), ...reason(saving), changed };
  return journal(saving, 'record.correct', { kind: after.kind, id: after.id }, body);
}

export function changedSince(line: Line, row: RecordRow | undefined): ImportRefused {
  return refused(
    'import.stale',
    [
      `工作表“${line.sheet}”第${line.row}行：记录${row?.no ?? ''}在预览之后被修改过，请重新核对；什么也没有保存`,
      `Row ${line.row} of ${line.sheet}: record ${row?.no ?? ''} was changed since the preview. Check again; nothing was saved`,
    ],
    line,
  );
}
