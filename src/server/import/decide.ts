// What becomes of each row: a new record, a correction, nothing, or an error?
import { mayWrite } from '../../domain/access/access.ts';
import { addEntry, namesOf, numbersIn } from '../../domain/import/lookup.ts';
import { matchPast, type PastRow } from '../../domain/import/match.ts';
import { mergeRow } from '../../domain/import/merge.ts';
import { writeCell } from '../../domain/import/write-cell.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Label } from '../../domain/kernel/label.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { KINDS } from '../../domain/kind.ts';
import type { Acting } from '../acting.ts';
import { listEntries } from '../journal/index.ts';
import { findByMatchKeys, findByNos, findRecords, matchKeyOf } from '../record/index.ts';
import { addIssue, type Issues } from './issue.ts';
import { indexOf, type Known, loadKnown } from './known.ts';
import type { Effect, Line, LineWriter } from './line.ts';
import type { Pace } from './pace.ts';
import { contentOf, type ParsedRow, type ParsedSheet } from './parse.ts';
import { loadRefText, type RefText } from './ref-text.ts';
import { type Implied, resolveRow } from './resolve.ts';
import { sourceOf } from './source.ts';
import { listSourceRows, type SourceRow } from './store.ts';

const CHUNK = 1_000;

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}
export interface Shown {
  readonly sheet: string;
  readonly row: number;
  readonly kind: string;
  readonly effect: Effect;
  readonly title: string;
  readonly changes: readonly Change[];
}

export interface DecideContext {
  readonly acting: Acting;
  readonly fileName: string;
  readonly known: Known;
  readonly issues: Issues;
  readonly implied: Implied[];
  readonly newId: () => string;
  readonly lines: LineWriter;
  readonly pace: Pace;
  readonly onRow: () => void;
  /** Called for every row that is not the same; only the first are asked what they look like. */
  readonly show: (shown: () => Shown) => void;
  readonly count: (effect: Effect | 'skipped', n: number) => void;
}

/** A row on its way: what it is, and what it was. */
interface Row {
  readonly parsed: ParsedRow;
  readonly key: string | null;
  readonly text: string;
  /** The known record, if any. */
  record: string | null;
  /** The cells as they were exported, if the row says from which version. */
  past: Readonly<Record<string, string>> | null;
  pastRow: PastRow | null;
  id: string;
  seen: number;
}

interface Matched {
  readonly sheet: ParsedSheet;
  readonly rows: readonly Row[];
  readonly vanished: readonly PastRow[];
  readonly records: Map<string, RecordRow>;
}

/** Decides every row of the sheets, in the order of kinds, and writes the lines. */
export async function decideSheets(sheets: readonly ParsedSheet[], context: DecideContext): Promise<void> {
  const ordered = [...sheets].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  // First which record each row is, so that rows of any sheet can name rows of any other.
  const matched: Matched[] = [];
  for (const sheet of ordered) matched.push(await matchSheet(sheet, context));
  for (const each of matched) await settleSheet(each, context);
  for (const { kind, id, values, sheet, row } of context.implied) {
    const key = matchKeyOf(kind, values);
    await context.lines.write({
      sheet,
      row: 0,
      at: row,
      kind: kind.name,
      effect: 'create',
      id,
      set: values,
      key,
      seen: 0,
    });
    context.count('create', 1);
    context.show(() => ({
      sheet,
      row,
      kind: kind.name,
      effect: 'create',
      title: titleOf(kind, values, new Map()),
      changes: [],
    }));
  }
}

async function loadNamed(sheet: ParsedSheet, context: DecideContext): Promise<void> {
  const texts = new Map<string, Set<string>>();
  for (const row of sheet.rows)
    for (const [name, text] of Object.entries(row.refs)) {
      const field = sheet.kind.fields[name];
      if (field?.type !== 'ref' && field?.type !== 'refs') continue;
      const set = texts.get(field.kind) ?? new Set<string>();
      texts.set(field.kind, set.add(text));
    }
  for (const [kind, set] of texts) await loadKnown(context.acting.app.db, context.known, kind, set);
}

/** Makes sense of the fields that tell rows apart, and finds the record of each row. */
async function matchSheet(sheet: ParsedSheet, context: DecideContext): Promise<Matched> {
  await loadNamed(sheet, context);
  const { kind } = sheet;
  const rows: Row[] = [];
  for (const parsed of sheet.rows) {
    resolveRow(sheet, parsed, (name) => kind.key.includes(name) || HELPS.has(name), context);
    const whole = kind.key.every((name) => parsed.refs[name] === undefined);
    const key = parsed.bad || !whole ? null : matchKeyOf(kind, parsed.values);
    const text = canonicalJson(parsed.content);
    rows.push({ parsed, key, text, record: null, past: null, pastRow: null, id: '', seen: 0 });
    const wait = context.pace();
    if (wait) await wait;
  }
  const records = new Map<string, RecordRow>();
  await matchNumbers(sheet, rows, records, context);
  const vanished = await matchSource(sheet, rows, context);
  await matchLive(kind, rows, records, context);
  for (const row of rows) register(sheet, row, context);
  return { sheet, rows, vanished, records };
}

/** Fields that break ties between names, besides the key. */
const HELPS = new Set(['agency', 'jointAgencies', 'venue', 'area', 'campaign']);

async function matchNumbers(
  sheet: ParsedSheet,
  rows: readonly Row[],
  records: Map<string, RecordRow>,
  context: DecideContext,
): Promise<void> {
  const numbered = rows.filter((row) => row.parsed.no !== null);
  const byNo = new Map<string, RecordRow>();
  const nos = [...new Set(numbered.map((row) => numbersIn(row.parsed.no ?? '')[0] ?? ''))].filter(
    (no) => no !== '',
  );
  const { app, county } = context.acting;
  for (let at = 0; at < nos.length; at += CHUNK)
    for (const record of await findByNos(app.db, county, sheet.kind, nos.slice(at, at + CHUNK)))
      byNo.set(record.no, record);
  const used = new Map<string, number>();
  for (const row of numbered) {
    const no = numbersIn(row.parsed.no ?? '')[0] ?? '';
    const record = byNo.get(no);
    if (!record) {
      if (no !== '')
        tell(
          sheet,
          row.parsed,
          'no',
          'note',
          [`本县没有编号${no}，按内容核对`, `No record ${no} here; matched by content`],
          context,
        );
      continue;
    }
    const other = used.get(record.id);
    if (other !== undefined) {
      wrong(
        sheet,
        row.parsed,
        'no',
        [`编号${no}与第${other}行重复，请删去其中一个`, `${no} stands in row ${other} too`],
        context,
      );
      continue;
    }
    used.set(record.id, row.parsed.row);
    row.record = record.id;
    records.set(record.id, record);
  }
  await loadExported(sheet, numbered, records, context);
}

/** The cells of an exported row as they were written, from the version it was made of. */
async function loadExported(
  sheet: ParsedSheet,
  rows: readonly Row[],
  records: ReadonlyMap<string, RecordRow>,
  context: DecideContext,
): Promise<void> {
  const { app, county } = context.acting;
  const bases: { row: Row; values: Values }[] = [];
  for (const row of rows) {
    const record = row.record === null ? undefined : records.get(row.record);
    const version = row.parsed.version;
    if (!record || version === null) continue;
    if (record.version === version) bases.push({ row, values: record.values });
    else {
      const entries = await listEntries(app.db, county, {
        subject: { kind: record.kind, id: record.id },
        limit: 200,
      });
      const body = entries
        .map((e) => e.body as { version?: number; values?: Values })
        .find((b) => b?.version === version);
      if (body?.values) bases.push({ row, values: body.values });
    }
  }
  if (bases.length === 0) return;
  const refText = await loadRefText(
    app.db,
    context.known,
    refsOf(
      sheet.kind,
      bases.map((b) => b.values),
    ),
  );
  for (const { row, values } of bases) row.past = contentOfValues(sheet, values, refText);
}

/** Ids by kind of everything the values refer to. */
export function refsOf(kind: Kind, rows: readonly Values[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type !== 'ref' && field.type !== 'refs') continue;
    const ids = wanted.get(field.kind) ?? new Set<string>();
    for (const values of rows) for (const id of [values[name] ?? []].flat() as string[]) ids.add(id);
    wanted.set(field.kind, ids);
  }
  return wanted;
}

function contentOfValues(sheet: ParsedSheet, values: Values, refText: RefText): Record<string, string> {
  const content: Record<string, string> = {};
  for (const name of sheet.mapped) {
    const field = sheet.kind.fields[name];
    const text = field ? contentOf(writeCell(field, values[name], refText)) : '';
    if (text !== '') content[name] = text;
  }
  return content;
}

/** Its cells are parsed when asked for: most rows of a ledger stand as they stood. */
function pastRow(row: SourceRow): PastRow {
  let content: Record<string, string> | undefined;
  return {
    ...{ row: row.row, key: row.key, record: row.record, text: row.text },
    get content() {
      content ??= JSON.parse(row.text) as Record<string, string>;
      return content;
    },
  };
}

/** Pairs rows with what earlier imports of this file made of them; returns those that are no longer there. */
async function matchSource(
  sheet: ParsedSheet,
  rows: readonly Row[],
  context: DecideContext,
): Promise<PastRow[]> {
  const { app, county } = context.acting;
  const source = sourceOf(context.fileName, sheet.planned.head.sheet);
  const stored = await listSourceRows(app.db, county, source);
  const past: PastRow[] = stored.filter((each) => each.kind === sheet.kind.name).map(pastRow);
  const byRecord = new Map(past.map((each) => [each.record, each]));
  const numbered = new Set<PastRow>();
  for (const row of rows) {
    const was = row.record === null ? undefined : byRecord.get(row.record);
    if (!was) continue;
    numbered.add(was);
    row.pastRow = was;
  }
  // An export shows what was asked for, in its order: a row it lacks is not gone, and a place in it means nothing.
  const isExport = rows.some((row) => row.parsed.no !== null && row.record !== null);
  const open = rows.filter((row) => row.record === null);
  const left = past.filter((each) => !numbered.has(each));
  const matches = matchPast(
    open.map((row) => ({ row: row.parsed.row, key: row.key, content: row.parsed.content, text: row.text })),
    left,
    !isExport,
  );
  const met = new Set<PastRow>();
  open.forEach((row, i) => {
    const at = matches[i];
    const was = at === undefined ? undefined : left[at];
    if (!was) return;
    met.add(was);
    Object.assign(row, { record: was.record, pastRow: was });
  });
  return isExport ? [] : left.filter((each) => !met.has(each));
}

/** Pairs what is left with live records of the same key, the k-th with the k-th; the rest is new. */
async function matchLive(
  kind: Kind,
  rows: readonly Row[],
  records: Map<string, RecordRow>,
  context: DecideContext,
): Promise<void> {
  const { app, county } = context.acting;
  const used = new Set(rows.flatMap((row) => (row.record === null ? [] : [row.record])));
  const keys = [
    ...new Set(rows.flatMap((row) => (row.record === null && row.key !== null ? [row.key] : []))),
  ];
  const live = new Map<string, RecordRow[]>();
  const seen = new Map<string, number>();
  for (let at = 0; at < keys.length; at += CHUNK) {
    for (const record of await findByMatchKeys(app.db, county, kind, keys.slice(at, at + CHUNK))) {
      seen.set(record.matchKey, (seen.get(record.matchKey) ?? 0) + 1);
      if (!used.has(record.id)) live.set(record.matchKey, [...(live.get(record.matchKey) ?? []), record]);
    }
  }
  for (const row of rows) {
    row.seen = seen.get(row.key ?? '') ?? 0;
    const record = row.record === null && row.key !== null ? live.get(row.key)?.shift() : undefined;
    if (record) {
      row.record = record.id;
      records.set(record.id, record);
    }
    row.id = row.record ?? context.newId();
  }
}

/** Makes the row's record known under its names, for rows that refer to it. */
function register(sheet: ParsedSheet, row: Row, context: DecideContext): void {
  const names = namesOf(sheet.kind, row.parsed.values);
  const no = numbersIn(row.parsed.no ?? '')[0] ?? '';
  if (names.length === 0 && no === '') return;
  const index = indexOf(context.known, sheet.kind.name);
  const sheetName = sheet.planned.head.sheet;
  const broken: Label = [
    `在工作表“${sheetName}”第${row.parsed.row}行有误`,
    `stands in row ${row.parsed.row} of sheet ${sheetName}, which has errors`,
  ];
  const entry = { id: row.id, no, names, values: row.parsed.values };
  addEntry(index, row.parsed.bad && row.record === null ? { ...entry, broken } : entry);
}

async function settleSheet(
  { sheet, rows, vanished, records }: Matched,
  context: DecideContext,
): Promise<void> {
  const { kind } = sheet;
  const missing = tellMissing(sheet, rows, context);
  await loadNamed(sheet, context);
  for (const row of rows) {
    resolveRow(sheet, row.parsed, () => true, context);
    const wait = context.pace();
    if (wait) await wait;
  }
  await loadRecords(kind, rows, records, context);
  const allowed = mayWrite(context.acting.actor, kind);
  if (!allowed)
    tellSheet(
      sheet,
      [`您的角色不能登记“${kind.label[0]}”`, `Your role may not write ${kind.label[1]} records`],
      context,
    );
  const names = namesIn(context.known);
  for (const row of rows) {
    await settleRow(sheet, row, records, { missing, allowed, names }, context);
    context.onRow();
    const wait = context.pace();
    if (wait) await wait;
  }
  for (const row of vanished) await writeVanished(sheet, row, context);
  context.count('skipped', sheet.skipped);
}

/** Records whose row reads otherwise than it did; an unchanged row changes nothing, whatever its record is now. */
async function loadRecords(
  kind: Kind,
  rows: readonly Row[],
  records: Map<string, RecordRow>,
  context: DecideContext,
): Promise<void> {
  const ids = rows.flatMap((row) => {
    const unread = row.record !== null && !records.has(row.record) && row.pastRow?.text !== row.text;
    return unread ? [row.record as string] : [];
  });
  for (let at = 0; at < ids.length; at += CHUNK) {
    const { app, county } = context.acting;
    for (const record of await findRecords(app.db, county, kind, ids.slice(at, at + CHUNK)))
      records.set(record.id, record);
  }
}

/** Required fields that no column and no default gives, said once for the sheet. */
function tellMissing(sheet: ParsedSheet, rows: readonly Row[], context: DecideContext): ReadonlySet<string> {
  const given = (name: string) =>
    rows.some((row) => row.parsed.values[name] !== undefined || row.parsed.refs[name]);
  const names = Object.keys(sheet.kind.fields).filter(
    (name) => sheet.kind.fields[name]?.required && !sheet.mapped.has(name) && !given(name),
  );
  const needed = rows.some((row) => row.record === null);
  if (names.length > 0 && needed) {
    const labels = names.map((name) => sheet.kind.fields[name]!.label);
    tellSheet(
      sheet,
      [
        `缺少必填的列：${labels.map(([zh]) => `“${zh}”`).join('、')}，请指定对应的列或统一填写的值`,
        `Required columns are missing: ${labels.map(([, en]) => en).join(', ')}. Name a column or one value for all rows`,
      ],
      context,
    );
  }
  const ignored = Object.entries(sheet.planned.plan.columns).filter(([, to]) => !to);
  if (ignored.length > 0)
    addIssue(context.issues, {
      ...{ sheet: sheet.planned.head.sheet, cell: '', row: sheet.planned.plan.headerRow, severity: 'note' },
      message: [
        `这些列没有导入：${ignored.map(([h]) => h).join('、')}`,
        `These columns are left out: ${ignored.map(([h]) => h).join(', ')}`,
      ],
    });
  return new Set(names);
}

async function settleRow(
  sheet: ParsedSheet,
  row: Row,
  records: ReadonlyMap<string, RecordRow>,
  {
    missing,
    allowed,
    names,
  }: { missing: ReadonlySet<string>; allowed: boolean; names: ReadonlyMap<string, string> },
  context: DecideContext,
): Promise<void> {
  const { kind } = sheet;
  const { parsed } = row;
  const record = row.record === null ? undefined : records.get(row.record);
  const base = { sheet: sheet.planned.head.sheet, row: parsed.row, kind: kind.name };
  const past = row.pastRow ? { past: { key: row.pastRow.key, text: row.pastRow.text } } : {};
  const key = row.key ?? '';
  const write = async (
    line: Omit<Line, keyof typeof base>,
    values: Values,
    changes: readonly Change[] = [],
  ) => {
    context.count(line.effect, 1);
    if (line.effect !== 'same')
      context.show(() => ({ ...base, effect: line.effect, title: titleOf(kind, values, names), changes }));
    await context.lines.write({ ...base, ...line });
  };
  const fail = () => write({ effect: 'error', id: row.record, ...past }, parsed.values);
  if (parsed.bad || !allowed) return fail();
  const still = row.pastRow?.row === parsed.row && row.pastRow.text === row.text;
  const same = () =>
    write({ effect: 'same', id: row.id, key, text: row.text, ...(still ? { still } : {}) }, {});
  if (row.record !== null && !record) return same();
  const set = record
    ? mergeRow(
        kind,
        { values: parsed.values, content: parsed.content, mapped: sheet.mapped },
        row.past ?? row.pastRow?.content ?? null,
        record.values,
      ).set
    : parsed.values;
  if (record && Object.keys(set).length === 0) return same();
  if (record?.withdrawn) {
    wrong(
      sheet,
      parsed,
      'no',
      [
        `记录${record.no}已撤回，请先恢复或排除本行`,
        `Record ${record.no} was withdrawn: restore it or leave the row out`,
      ],
      context,
    );
    return fail();
  }
  const checked = checkValues(kind, withoutNull({ ...record?.values, ...set }));
  const refusals = checked.ok ? forbidden(context, kind, checked.value) : checked.refusals;
  if (!checked.ok || refusals.length > 0) {
    for (const each of refusals)
      if (!(each.code === 'field.required' && missing.has(each.where ?? '')))
        wrong(sheet, parsed, each.where ?? '', each.message, context);
    return fail();
  }
  if (!record)
    return write(
      { effect: 'create', id: row.id, set: checked.value, key, text: row.text, seen: row.seen },
      checked.value,
    );
  const changed: Values = Object.fromEntries(
    Object.keys(set).map((name) => [name, checked.value[name] ?? null]),
  );
  const changes = Object.keys(set).map((field) => ({
    field,
    before: record.values[field] ?? null,
    after: changed[field] ?? null,
  }));
  await write(
    { effect: 'correct', id: row.id, version: record.version, set: changed, key, text: row.text, ...past },
    checked.value,
    changes,
  );
}

export function withoutNull(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

function forbidden(context: DecideContext, kind: Kind, values: Values): readonly Refusal[] {
  if (mayWrite(context.acting.actor, kind, values)) return [];
  return [
    {
      code: 'access.denied',
      message: ['您只能登记本单位的记录', 'You may write only the records of your own agency'],
    },
  ];
}

async function writeVanished(sheet: ParsedSheet, row: PastRow, context: DecideContext): Promise<void> {
  const base = {
    sheet: sheet.planned.head.sheet,
    row: row.row,
    kind: sheet.kind.name,
    effect: 'vanished',
  } as const;
  context.count('vanished', 1);
  context.show(() => ({ ...base, title: Object.values(row.content).slice(0, 3).join(' · '), changes: [] }));
  await context.lines.write({ ...base, id: row.record });
}

/** Names by id of what rows refer to, for titles. */
function namesIn(known: Known): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const index of known.indexes.values())
    for (const entries of index.byName.values())
      for (const entry of entries) if (!names.has(entry.id)) names.set(entry.id, entry.names[0] ?? entry.no);
  return names;
}

function tellSheet(sheet: ParsedSheet, message: Label, context: DecideContext): void {
  const { head, plan } = sheet.planned;
  addIssue(context.issues, { sheet: head.sheet, cell: '', row: plan.headerRow, severity: 'error', message });
}

function tell(
  sheet: ParsedSheet,
  row: ParsedRow,
  name: string,
  severity: 'error' | 'note',
  message: Label,
  context: DecideContext,
): void {
  const letter = sheet.letters.get(name);
  const cell = letter === undefined ? '' : `${letter}${row.row}`;
  addIssue(context.issues, { sheet: sheet.planned.head.sheet, cell, row: row.row, severity, message });
}

function wrong(
  sheet: ParsedSheet,
  row: ParsedRow,
  name: string,
  message: Label,
  context: DecideContext,
): void {
  row.bad = true;
  tell(sheet, row, name, 'error', message, context);
}
