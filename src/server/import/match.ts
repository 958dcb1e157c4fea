import { addEntry, namesOf, numbersIn } from '../../domain/import/lookup.ts';
import { matchPast, type PastRow } from '../../domain/import/match.ts';
import { writeCell } from '../../domain/import/write-cell.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Label } from '../../domain/kernel/label.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { listEntries } from '../journal/index.ts';
import { findByMatchKeys, findByNos, matchKeyOf } from '../record/index.ts';
import {
  CHUNK,
  type DecideContext,
  loadNamed,
  type Matched,
  type Row,
  refsOf,
  tell,
  wrong,
} from './deciding.ts';
import { indexOf } from './known.ts';
import { contentOf, type ParsedSheet } from './parse.ts';
import { loadRefText, type RefText } from './ref-text.ts';
import { resolveRow } from './resolve.ts';
import { sourceOf } from './source.ts';
import { listSourceRows, type SourceRow } from './store.ts';

/** Makes sense of the fields that tell rows apart, and finds the record of each row. */
export async function matchSheet(sheet: ParsedSheet, context: DecideContext): Promise<Matched> {
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
