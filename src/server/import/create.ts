// How are the new records of an import written, a chunk at a time?
import { mayWrite } from '../../domain/access/access.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { followReleases } from '../custody/index.ts';
import { appendJournal } from '../journal/index.ts';
import { refuseDoubled } from '../penalty/index.ts';
import {
  countByMatchKeys,
  decideValues,
  insertRecords,
  journalBody,
  loadReferred,
  numberText,
  numberYear,
  type Referred,
  toNewRecord,
} from '../record/index.ts';
import { refsOf } from './deciding.ts';
import type { Line } from './line.ts';
import { journal, notAllowed, putOff, reason, type Saving } from './saving.ts';
import { ImportRefused, refused } from './survey.ts';

export async function createChunk(saving: Saving, lines: readonly Line[]): Promise<void> {
  const kind = getKind(lines[0]?.kind ?? '');
  const { acting } = saving;
  const here = new Set(lines.map((line) => line.id as string));
  const values = lines.map((line) => putOff(saving, kind, line, here));
  // A row may name another of its own chunk; the chunk is one statement, so the store is content.
  const referred = await referredBy(saving, kind, values);
  const own = ownRows(saving, kind, lines, values);
  const known =
    own.size === 0 ? referred : { names: referred.names, rows: new Map([...referred.rows, ...own]) };
  const records: RecordRow[] = [];
  lines.forEach((line, i) => {
    const raw = values[i] ?? {};
    const decided = decideValues(kind, raw, {
      referred: known,
      locals: saving.locals,
      today: dayOfInstant(saving.at),
    });
    if (!decided.ok)
      throw new ImportRefused(
        decided.refusals.map((r) => ({ ...r, where: `${line.sheet}!${line.at ?? line.row}` })),
      );
    if (!mayWrite(acting.actor, kind, decided.value)) throw notAllowed(kind, line);
    records.push({
      ...blank(saving, kind, line.id as string),
      no: take(saving, kind, line.set ?? {}),
      values: decided.value,
    });
  });
  const fresh = records.map((row) => toNewRecord(kind, row, known));
  await saving.writing.done;
  saving.writing.done = writeChunk(saving, kind, lines, fresh);
  // Awaited before the next chunk is written and at the end; until then a failure must not count as unhandled.
  saving.writing.done.catch(() => {});
  for (const id of here) saving.inserted.add(id);
}

async function writeChunk(
  saving: Saving,
  kind: Kind,
  lines: readonly Line[],
  fresh: readonly ReturnType<typeof toNewRecord>[],
): Promise<void> {
  await checkSeen(saving, kind, lines);
  await insertRecords(saving.tx, kind, fresh);
  const changes = fresh.map(({ row }, i) => {
    const line = lines[i];
    return { before: null, after: row, ...(line ? { where: `${line.sheet}!${line.at ?? line.row}` } : {}) };
  });
  const single = await refuseDoubled(saving.tx, saving.acting.county, kind, changes);
  if (!single.ok) throw new ImportRefused(single.refusals);
  const followed = await followReleases(saving.tx, { ...saving.acting, batch: saving.job.id }, kind, changes);
  if (!followed.ok) throw new ImportRefused(followed.refusals);
  const rows = fresh.map(({ row }) => {
    const body = { ...journalBody(row), ...reason(saving) };
    return journal(saving, 'record.create', { kind: kind.name, id: row.id }, body);
  });
  await appendJournal(saving.acting.app, saving.tx, rows);
  for (const { key } of lines)
    if (key !== undefined)
      saving.own.set(`${kind.name} ${key}`, (saving.own.get(`${kind.name} ${key}`) ?? 0) + 1);
}

/** What the rows refer to; only what no earlier chunk referred to is loaded. */
async function referredBy(saving: Saving, kind: Kind, values: readonly Values[]): Promise<Referred> {
  const { referred } = saving;
  const isNew = (row: Values) =>
    [...refsOf(kind, [row]).values()].some((ids) => [...ids].some((id) => !referred.rows.has(id)));
  const unknown = values.filter(isNew);
  if (unknown.length > 0) {
    await saving.writing.done;
    const more = await loadReferred(saving.tx, saving.acting.county, kind, unknown);
    for (const [id, name] of more.names) referred.names.set(id, name);
    for (const [id, row] of more.rows) referred.rows.set(id, row);
  }
  return referred;
}

function blank(saving: Saving, kind: Kind, id: string): RecordRow {
  const { acting, at } = saving;
  return {
    ...{ county: acting.county, kind: kind.name, id, no: '', version: 1, withdrawn: false },
    ...{ recordedAt: at, updatedAt: at, by: acting.actor.account, values: {} },
  };
}

function ownRows(
  saving: Saving,
  kind: Kind,
  lines: readonly Line[],
  values: readonly Values[],
): Map<string, RecordRow> {
  const rows = new Map<string, RecordRow>();
  const refersToOwn = Object.values(kind.fields).some(
    (f) => (f.type === 'ref' || f.type === 'refs') && f.kind === kind.name,
  );
  if (refersToOwn)
    lines.forEach((line, i) => {
      rows.set(line.id as string, { ...blank(saving, kind, line.id as string), values: values[i] ?? {} });
    });
  return rows;
}

function take(saving: Saving, kind: Kind, values: Values): string {
  const year = numberYear(kind, values, saving.at);
  const slot = `${kind.name} ${year}`;
  const n = saving.next.get(slot);
  if (n === undefined) throw new Error(`no numbers were reserved for ${slot}`);
  saving.next.set(slot, n + 1);
  return numberText(kind, year, n);
}

/** A row that was new in the preview must still be new: somebody may have entered the same since. */
async function checkSeen(saving: Saving, kind: Kind, lines: readonly Line[]): Promise<void> {
  const keyed = lines.filter((line) => line.key !== undefined);
  const keys = [...new Set(keyed.map((line) => line.key as string))];
  const counts = await countByMatchKeys(saving.tx, saving.acting.county, kind, keys);
  const foreign = (key: string) => (counts.get(key) ?? 0) - (saving.own.get(`${kind.name} ${key}`) ?? 0);
  const stale = keyed.find((line) => foreign(line.key as string) > (line.seen ?? 0));
  if (stale)
    throw refused(
      'import.stale',
      [
        `工作表“${stale.sheet}”第${stale.at ?? stale.row}行：预览之后有人登记了同样的记录，请重新核对；什么也没有保存`,
        `Row ${stale.at ?? stale.row} of ${stale.sheet}: the same was recorded since the preview. Check again; nothing was saved`,
      ],
      stale,
    );
}
