// How is a whole import saved in one transaction, or not at all?
import { mayWrite } from '../../domain/access/access.ts';
import type { JournalRow } from '../../domain/journal/row.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import type { Label } from '../../domain/kernel/label.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind, KINDS } from '../../domain/kind.ts';
import type { Acting } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { appendJournal } from '../journal/index.ts';
import {
  countByMatchKeys,
  countReferrers,
  decideValues,
  findRecords,
  insertRecords,
  journalBody,
  loadLocalProtection,
  loadReferred,
  numberText,
  numberYear,
  type Referred,
  referrersOf,
  takeNumbers,
  toNewRecord,
  updateRecord,
} from '../record/index.ts';
import { refsOf, withoutNull } from './decide.ts';
import { type Line, readLines } from './line.ts';
import type { Source } from './state.ts';
import { deleteSourceRows, insertSourceRows, lockImports, type SourceRow } from './store.ts';

const CHUNK = 1_000;

/** Leaves the transaction; becomes a refusal value at the door. */
export class ImportRefused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals[0]?.code ?? 'refused');
    this.refusals = refusals;
  }
}

export interface Commit {
  readonly acting: Acting;
  readonly lines: string;
  readonly job: { readonly id: string; readonly fileName: string; readonly fileHash: string };
  readonly sources: readonly Source[];
  /** `sheet\nrow` of rows left out. */
  readonly exclude: ReadonlySet<string>;
  readonly withdrawVanished: boolean;
  readonly newId: () => string;
  readonly onRows: (n: number) => void;
}

/** What will be saved, counted before the transaction so that it need not wait for running numbers. */
export interface Survey {
  readonly writes: number;
  /** Kind and year → how many new records. */
  readonly numbers: ReadonlyMap<string, { kind: Kind; year: number; n: number }>;
  readonly created: ReadonlySet<string>;
  /** Implied records that some saved row names. */
  readonly needed: ReadonlySet<string>;
}

const keyOf = (line: Pick<Line, 'sheet' | 'row'>) => `${line.sheet}\n${line.row}`;

function refused(code: string, message: Label, line?: Line): ImportRefused {
  return new ImportRefused([
    { code, message, ...(line ? { where: `${line.sheet}!${line.at ?? line.row}` } : {}) },
  ]);
}

/** Goes through the rows once; throws ImportRefused when errors are left or a row names one that is left out. */
export async function survey(commit: Commit): Promise<Survey> {
  const numbers = new Map<string, { kind: Kind; year: number; n: number }>();
  const created = new Set<string>();
  const needed = new Set<string>();
  const left = new Map<string, Line>();
  const implied: Line[] = [];
  const referring: { line: Line; id: string }[] = [];
  let writes = 0;
  let errors = 0;
  const recordedAt = instant(commit.acting.app);
  const add = (line: Line) => {
    const kind = getKind(line.kind);
    const year = numberYear(kind, line.set ?? {}, recordedAt);
    const slot = numbers.get(`${line.kind} ${year}`) ?? { kind, year, n: 0 };
    numbers.set(`${line.kind} ${year}`, { ...slot, n: slot.n + 1 });
    created.add(line.id as string);
    writes += 1;
  };
  const follow = (line: Line) => {
    for (const ids of refsOf(getKind(line.kind), [line.set ?? {}]).values())
      for (const id of ids) {
        needed.add(id);
        referring.push({ line, id });
      }
  };
  for await (const line of readLines(commit.lines)) {
    if (line.row === 0) implied.push(line);
    else if (commit.exclude.has(keyOf(line))) {
      if (line.effect === 'create') left.set(line.id as string, line);
    } else if (line.effect === 'error') errors += 1;
    else if (line.effect === 'create') {
      add(line);
      follow(line);
    } else if (line.effect === 'correct') {
      writes += 1;
      follow(line);
    } else if (line.effect === 'vanished' && commit.withdrawVanished) writes += 1;
  }
  if (errors > 0)
    throw refused('import.errors', [
      `还有${errors}行有错误，请改正或排除后再保存；现在什么也没有保存`,
      `${errors} rows have errors: mend them or leave them out. Nothing was saved`,
    ]);
  for (const { line, id } of referring) {
    const other = left.get(id);
    if (other)
      throw refused(
        'import.reference',
        [
          `工作表“${line.sheet}”第${line.row}行引用了排除的“${other.sheet}”第${other.row}行，请一并排除`,
          `Row ${line.row} of ${line.sheet} names row ${other.row} of ${other.sheet}, which is left out`,
        ],
        line,
      );
  }
  // The last made may name an earlier one (a person their agency), so they are followed backwards.
  for (const line of implied.reverse())
    if (needed.has(line.id as string)) {
      add(line);
      follow(line);
    }
  return { writes, numbers, created, needed };
}

/** Running numbers for everything new, outside the transaction so that other writers do not queue. */
export async function reserve(commit: Commit, { numbers }: Survey): Promise<Map<string, number>> {
  const next = new Map<string, number>();
  const { app, county } = commit.acting;
  for (const [slot, { kind, year, n }] of numbers)
    next.set(slot, await takeNumbers(app.db, county, kind, year, n));
  return next;
}

interface Saving extends Commit {
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

function journal(saving: Saving, kind: string, subject: JournalRow['subject'], body: unknown): JournalRow {
  const { acting, at, job } = saving;
  return {
    ...{ county: acting.county, id: saving.newId(), batch: job.id, kind, subject, at, recordedAt: at },
    ...{ by: acting.actor.account, device: null, body },
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

async function createChunk(saving: Saving, lines: readonly Line[]): Promise<void> {
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

function reason({ job }: Saving): { reason: string } {
  return { reason: `导入：${job.fileName}` };
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

/** References to records not saved yet are set aside and put in once everything is there. */
function putOff(saving: Saving, kind: Kind, line: Line, here: ReadonlySet<string>): Values {
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

function notAllowed(kind: Kind, line: Line): ImportRefused {
  return refused(
    'access.denied',
    [
      `您无权登记或修改这条“${kind.label[0]}”`,
      `You may not write this ${kind.label[1].toLowerCase()} record`,
    ],
    line,
  );
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

async function replace(
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
  return (await updateRecord(tx, kind, toNewRecord(kind, after, referred), row.version)) ? after : null;
}

function correction(saving: Saving, before: RecordRow, after: RecordRow): JournalRow {
  const changed: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(before.values), ...Object.keys(after.values)])) {
    const pair = [before.values[name] ?? null, after.values[name] ?? null];
    if (canonicalJson(pair[0]) !== canonicalJson(pair[1])) changed[name] = pair;
  }
  const body = { ...journalBody(after), ...reason(saving), changed };
  return journal(saving, 'record.correct', { kind: after.kind, id: after.id }, body);
}

function changedSince(line: Line, row: RecordRow | undefined): ImportRefused {
  return refused(
    'import.stale',
    [
      `工作表“${line.sheet}”第${line.row}行：记录${row?.no ?? ''}在预览之后被修改过，请重新核对；什么也没有保存`,
      `Row ${line.row} of ${line.sheet}: record ${row?.no ?? ''} was changed since the preview. Check again; nothing was saved`,
    ],
    line,
  );
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
