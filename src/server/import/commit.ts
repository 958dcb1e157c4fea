// How is a whole import saved in one transaction, or not at all?
import { mayWrite } from '../../domain/access/access.ts';
import type { JournalRow } from '../../domain/journal/row.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { getKind, KINDS } from '../../domain/kind.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { appendJournal } from '../journal/index.ts';
import {
  countReferrers,
  decideValues,
  findRecords,
  journalBody,
  loadLocalProtection,
  loadReferred,
  referrersOf,
} from '../record/index.ts';
import { createChunk } from './create.ts';
import { type Line, readLines } from './line.ts';
import { changedSince, correction, journal, notAllowed, putOff, replace, type Saving } from './saving.ts';
import { withoutNull } from './settle.ts';
import { deleteSourceRows, insertSourceRows, lockImports, type SourceRow } from './store.ts';
import { CHUNK, type Commit, ImportRefused, keyOf, refused, type Survey } from './survey.ts';

/** Saves everything within `tx`. Returns the totals that went to the journal. */
export async function saveAll(
  tx: Tx,
  commit: Commit,
  { created, needed, writes }: Survey,
  next: Map<string, number>,
): Promise<void> {
  const { acting } = commit;
  await lockImports(tx, acting.county);
  const locals = await loadLocalProtection(tx, acting.county);
  const saving: Saving = {
    ...commit,
    ...{
      tx,
      at: instant(acting.app),
      next,
      created,
      inserted: new Set<string>(),
      own: new Map<string, number>(),
      locals,
      referred: { names: new Map<string, string>(), rows: new Map<string, RecordRow>() },
      writing: { done: Promise.resolve() },
      late: [],
    },
  };
  const implied: Line[] = [];
  for await (const line of readLines(commit.lines))
    if (line.row === 0 && needed.has(line.id as string)) implied.push(line);
  let group: Line[] = [];
  let at = 0;
  const until = async (kindIndex: number) => {
    await saveGroup(saving, group);
    group = [];
    for (; at < kindIndex; at += 1) {
      const own = implied.filter((line) => line.kind === KINDS[at]?.name);
      if (own.length > 0) await saveGroup(saving, own);
    }
  };
  for await (const line of readLines(commit.lines)) {
    if (line.row === 0) continue;
    const kindIndex = KINDS.findIndex((kind) => kind.name === line.kind);
    const full = group.length >= CHUNK || (group[0] !== undefined && group[0].kind !== line.kind);
    if (full || kindIndex > at) await until(kindIndex);
    group.push(line);
  }
  await until(KINDS.length);
  await saving.writing.done;
  await saveLate(saving);
  if (commit.withdrawVanished) await withdrawVanished(saving);
  await saveSources(saving);
  if (writes > 0)
    await appendJournal(acting.app, tx, [journal(saving, 'record.import', null, summary(commit, writes))]);
}

function summary({ job, sources, exclude }: Commit, writes: number): Record<string, unknown> {
  return {
    fileName: job.fileName,
    sha256: job.fileHash,
    writes,
    excluded: exclude.size,
    sheets: sources.map(({ sheet, kind }) => ({ sheet, kind })),
  };
}

async function saveGroup(saving: Saving, lines: readonly Line[]): Promise<void> {
  const open = lines.filter((line) => line.row === 0 || !saving.exclude.has(keyOf(line)));
  const create = open.filter((line) => line.effect === 'create');
  const correct = open.filter((line) => line.effect === 'correct');
  for (let at = 0; at < create.length; at += CHUNK) await createChunk(saving, create.slice(at, at + CHUNK));
  for (let at = 0; at < correct.length; at += CHUNK)
    await correctChunk(saving, correct.slice(at, at + CHUNK));
  saving.onRows(create.length + correct.length);
}

async function correctChunk(saving: Saving, lines: readonly Line[]): Promise<void> {
  const kind = getKind(lines[0]?.kind ?? '');
  const { tx, acting } = saving;
  await saving.writing.done;
  const found = await findRecords(
    tx,
    acting.county,
    kind,
    lines.map((line) => line.id as string),
  );
  const before = new Map(found.map((row) => [row.id, row]));
  const put = lines.map((line) => {
    const row = before.get(line.id as string);
    if (!row || row.version !== line.version || row.withdrawn) throw changedSince(line, row);
    return { line, row, values: withoutNull({ ...row.values, ...putOff(saving, kind, line, new Set()) }) };
  });
  const referred = await loadReferred(
    tx,
    acting.county,
    kind,
    put.map((each) => each.values),
  );
  const rows: JournalRow[] = [];
  for (const { line, row, values } of put) {
    const decided = decideValues(kind, values, {
      ...{ referred, locals: saving.locals, today: dayOfInstant(saving.at), before: row.values },
    });
    if (!decided.ok)
      throw new ImportRefused(
        decided.refusals.map((r) => ({ ...r, where: `${line.sheet}!${line.at ?? line.row}` })),
      );
    if (!mayWrite(acting.actor, kind, row.values) || !mayWrite(acting.actor, kind, decided.value))
      throw notAllowed(kind, line);
    const after = await replace(saving, kind, row, { values: decided.value }, referred);
    if (!after) throw changedSince(line, row);
    rows.push(correction(saving, row, after));
  }
  await appendJournal(acting.app, tx, rows);
}

/** Two new records that name each other: the second name goes in as a correction. */
async function saveLate(saving: Saving): Promise<void> {
  const { tx, acting } = saving;
  for (const { kind, id, values } of saving.late) {
    const [row] = await findRecords(tx, acting.county, kind, [id]);
    if (!row) throw new Error(`${kind.name} ${id} was to be saved first`);
    const all = { ...row.values, ...values };
    const referred = await loadReferred(tx, acting.county, kind, [all]);
    const decided = decideValues(kind, all, {
      ...{ referred, locals: saving.locals, today: dayOfInstant(saving.at), before: row.values },
    });
    if (!decided.ok) throw new ImportRefused(decided.refusals);
    const after = await replace(saving, kind, row, { values: decided.value }, referred);
    if (!after) throw new Error(`${kind.name} ${id} changed within its own transaction`);
    await appendJournal(acting.app, tx, [correction(saving, row, after)]);
  }
}

async function withdrawVanished(saving: Saving): Promise<void> {
  const { tx, acting } = saving;
  const lines: Line[] = [];
  for await (const line of readLines(saving.lines))
    if (line.effect === 'vanished' && !saving.exclude.has(keyOf(line))) lines.push(line);
  // Whoever refers goes before whom it refers to.
  lines.sort((a, b) => KINDS.indexOf(getKind(b.kind)) - KINDS.indexOf(getKind(a.kind)));
  for (const line of lines) {
    const kind = getKind(line.kind);
    const [row] = await findRecords(tx, acting.county, kind, [line.id as string]);
    if (!row || row.withdrawn) continue;
    if (!mayWrite(acting.actor, kind, row.values)) throw notAllowed(kind, line);
    const referrers = await countReferrers(tx, acting.county, row.id, referrersOf(kind));
    if (referrers.length > 0)
      throw refused(
        'record.referred',
        [
          `记录${row.no}还有${referrers.map((r) => `${r.count}条${r.kind.label[0]}`).join('、')}引用，不能撤回，请排除第${line.row}行`,
          `Record ${row.no} is referred to by ${referrers.map((r) => `${r.count} ${r.kind.label[1]}`).join(', ')}; leave row ${line.row} out`,
        ],
        line,
      );
    const referred = await loadReferred(tx, acting.county, kind, [row.values]);
    const after = await replace(saving, kind, row, { withdrawn: true }, referred);
    if (!after) throw changedSince(line, row);
    const body = { ...journalBody(after), reason: `导入：${saving.job.fileName}（原表已删去）`, changed: {} };
    await appendJournal(acting.app, tx, [
      journal(saving, 'record.withdraw', { kind: kind.name, id: row.id }, body),
    ]);
    saving.onRows(1);
  }
}

/** Remembers which record each row of the file became; what stands as it stood is not written again. */
async function saveSources(saving: Saving): Promise<void> {
  const changed = new Set<string>();
  for await (const line of readLines(saving.lines)) if (line.row > 0 && !line.still) changed.add(line.sheet);
  for (const { sheet, source } of saving.sources) {
    if (!changed.has(sheet)) continue;
    await deleteSourceRows(saving.tx, saving.acting.county, source);
    let rows: SourceRow[] = [];
    for await (const line of readLines(saving.lines)) {
      if (line.sheet !== sheet || line.row === 0 || line.effect === 'vanished') continue;
      const row = sourceRow(saving, line);
      if (row) rows.push(row);
      if (rows.length < CHUNK) continue;
      await insertSourceRows(saving.tx, saving.acting.county, source, rows);
      rows = [];
    }
    await insertSourceRows(saving.tx, saving.acting.county, source, rows);
  }
}

function sourceRow(saving: Saving, line: Line): SourceRow | null {
  const base = { row: line.row, kind: line.kind, record: line.id ?? '' };
  const out = line.effect === 'error' || saving.exclude.has(keyOf(line));
  if (!out) return { ...base, key: line.key ?? '', text: line.text ?? '{}' };
  return line.past && line.id ? { ...base, ...line.past } : null;
}
