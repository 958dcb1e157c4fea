// What do the cells of a sheet say? Rows with values, and names of referred records still to be looked up.
import { headingUnit } from '../../domain/import/heading.ts';
import { EXAMPLE, NO, partsOf, VERSION } from '../../domain/import/plan.ts';
import { readField, unitInCell } from '../../domain/import/read-field.ts';
import { tidy } from '../../domain/kernel/numeral.ts';
import { type Raw, type Read, textOf } from '../../domain/kernel/read-cell.ts';
import { readCode } from '../../domain/kernel/read-code.ts';
import { readPersons } from '../../domain/kernel/read-list.ts';
import { readPlace } from '../../domain/kernel/read-place.ts';
import { readQuantity } from '../../domain/kernel/read-quantity.ts';
import { conversion, isCount } from '../../domain/kernel/read-unit.ts';
import type { Code, Field, FieldValue, Kind, Values } from '../../domain/kernel/record.ts';
import { findKind, getKind } from '../../domain/kind.ts';
import { type Cell, type Row, rowKind, type Sheet } from '../workbook/index.ts';
import { addIssue, type Issues } from './issue.ts';
import type { Pace } from './pace.ts';
import type { Planned } from './plan.ts';

export interface ParsedRow {
  readonly row: number;
  readonly no: string | null;
  readonly version: number | null;
  readonly values: Values;
  /** What stands in the cells of each field. */
  readonly content: Record<string, string>;
  /** Names of referred records as typed, by field. */
  readonly refs: Record<string, string>;
  /** What the row says of a referred record: field → its fields. */
  readonly parts: Record<string, Values>;
  bad: boolean;
}

export interface ParsedSheet {
  readonly planned: Planned;
  readonly kind: Kind;
  readonly rows: ParsedRow[];
  readonly mapped: ReadonlySet<string>;
  /** Field → column letter. */
  readonly letters: ReadonlyMap<string, string>;
  skipped: number;
}

interface Column {
  readonly name: string;
  readonly sub: string | null;
  readonly field: Field | null;
  readonly letter: string;
  readonly unit: string | null;
  /** What a text in this column was read as: a ledger says 正常 ten thousand times. */
  readonly read: Map<string, Read<FieldValue>>;
}

/** Notes and names differ in every row; remembering them gains nothing. */
const MOST_REMEMBERED = 2_000;

interface ParseContext {
  readonly issues: Issues;
  readonly date1904: boolean;
  readonly pace: Pace;
  readonly onRow: () => void;
}

/** Null for a sheet that is left out. */
export async function parseSheet(
  sheet: Sheet,
  planned: Planned,
  context: ParseContext,
): Promise<ParsedSheet | null> {
  const { plan, head } = planned;
  const kind = plan.kind === null ? undefined : findKind(plan.kind);
  const header = head.header;
  if (!kind || !header) return null;
  const columns = columnsOf(kind, planned);
  const parsed: ParsedSheet = {
    ...{ planned, kind, rows: [], skipped: 0 },
    mapped: new Set(
      [...columns.values()]
        .filter((c) => c.field && (c.sub === null || c.field.type === 'place'))
        .map((c) => c.name),
    ),
    letters: new Map([...columns.values()].reverse().map((c) => [c.name, c.letter])),
  };
  let hidden = 0;
  for await (const row of sheet.rows()) {
    if (row.rowNumber <= header.until) continue;
    if (row.hidden) hidden += 1;
    context.onRow();
    const isData = looksLikeData(row) || rowKind(row, header) === 'data';
    const read = isData ? parseRow(row, parsed, columns, context) : null;
    if (read) parsed.rows.push(read);
    else parsed.skipped += 1;
    const wait = context.pace();
    if (wait) await wait;
  }
  if (hidden > 0)
    addIssue(context.issues, {
      ...{ sheet: head.sheet, cell: '', row: plan.headerRow, severity: 'note' },
      message: [
        `有${hidden}行被隐藏或筛选掉，也一并读入`,
        `${hidden} rows are hidden or filtered out; they are read as well`,
      ],
    });
  return parsed;
}

/** A row that begins with a number or a day is no total, note or repeated heading; asking closer costs ten times more. */
function looksLikeData({ cells }: Row): boolean {
  const [first, second] = cells;
  if (!first || !second || first.merged === 'inside' || cells.length < 4) return false;
  const named = typeof second.value === 'string' && /[计計]/.test(second.value);
  return !named && (typeof first.value === 'number' || /^\d[\d./:年月日-]*$/.test(String(first.value ?? '')));
}

function columnsOf(kind: Kind, { plan, head }: Planned): Map<number, Column> {
  const columns = new Map<number, Column>();
  for (const [heading, at] of head.columns) {
    const to = plan.columns[heading];
    if (!to) continue;
    const [name, sub] = partsOf(to);
    const own = kind.fields[name];
    const special = name === NO || name === VERSION;
    if (!own && !special) continue;
    const field = sub === null || own?.type === 'place' ? own : partField(own, sub);
    const unit = headingUnit(heading);
    columns.set(at, { name, sub, field: field ?? null, letter: letterOf(at), unit, read: new Map() });
  }
  return columns;
}

function partField(own: Field | undefined, sub: string): Field | undefined {
  return own?.type === 'ref' ? getKind(own.kind).fields[sub] : undefined;
}

/** 3 → C. */
function letterOf(column: number): string {
  const head = Math.floor((column - 1) / 26);
  return (head > 0 ? letterOf(head) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

const NUMERIC = new Set(['quantity', 'int', 'number', 'money']);

interface Row1 extends ParsedRow {
  no: string | null;
  version: number | null;
}
interface Work {
  readonly row: Row1;
  readonly sheet: ParsedSheet;
  readonly context: ParseContext;
  /** Counts whose unit stands in another column or in the cell. */
  readonly counts: { column: Column; raw: Raw }[];
  readonly point: { lng?: string; lat?: string };
}

function parseRow(
  row: Row,
  sheet: ParsedSheet,
  columns: ReadonlyMap<number, Column>,
  context: ParseContext,
): ParsedRow | null {
  const out: Row1 = {
    ...{ row: row.rowNumber, no: null, version: null, bad: false },
    ...{ values: {}, content: {}, refs: {}, parts: {} },
  };
  const work: Work = { row: out, sheet, context, counts: [], point: {} };
  for (const cell of row.cells) {
    const column = columns.get(cell.column);
    if (column) takeCell(work, column, cell);
  }
  if (out.no === EXAMPLE || (Object.keys(out.content).length === 0 && !out.bad)) return null;
  takePoint(work);
  for (const { column, raw } of work.counts) takeCount(work, column, raw);
  for (const [name, value] of Object.entries(sheet.planned.plan.defaults))
    if (out.values[name] === undefined && out.refs[name] === undefined && value !== null && value !== '')
      out.values[name] = value as FieldValue;
  return out;
}

function takeCell(work: Work, column: Column, cell: Cell): void {
  const { row } = work;
  if (cell.error !== undefined) {
    row.bad = true;
    const shown = cell.error === '#UNCALCULATED' ? '公式没有算出结果' : `公式出错（${cell.error}）`;
    tell(work, column, 'error', [
      `${shown}，请改填数值`,
      `The formula has no result (${cell.error}): enter the value`,
    ]);
    return;
  }
  const text = contentOf(cell.value);
  if (text === '') return;
  if (column.name === NO) row.no = text;
  else if (column.name === VERSION) row.version = /^\d+$/.test(text) ? Number(text) : null;
  else if (column.field) takeField(work, column, column.field, cell, text);
}

/** Nothing to tidy: most cells, and asking is cheaper than tidying. */
const CLEAN = /^[\w\u4e00-\u9fff、，。；：（）“”·.,:;()/*+-]+$/;

/** What stands in a cell, as far as a person can tell it apart. */
export function contentOf(value: Raw): string {
  if (typeof value !== 'string') return textOf(value);
  return CLEAN.test(value) ? value : tidy(value);
}

function takeField(work: Work, column: Column, field: Field, cell: Cell, text: string): void {
  const { row } = work;
  // One number over three merged rows was counted once; every other field holds for all of them.
  if (cell.merged === 'inside' && NUMERIC.has(field.type)) return;
  const raw = NUMERIC.has(field.type) && cell.serial !== undefined ? cell.serial : cell.value;
  if (column.sub !== null) {
    takePart(work, column, field, raw, text);
    return;
  }
  row.content[column.name] = text;
  if (field.type === 'refs' && field.kind === 'person') takePersons(work, column, raw, text);
  else if (field.type === 'ref' || field.type === 'refs') row.refs[column.name] = text;
  else if (field.type === 'quantity' && field.unit === '') work.counts.push({ column, raw });
  else settle(work, column, field, raw);
}

function settle(work: Work, column: Column, field: Field, raw: Raw): void {
  const read = remembered(column, raw, () => readField(field, raw, hintOf(work, column)));
  if (!read.ok && column.name === 'headcount' && takeNames(work, column, raw)) return;
  keep(work, column, read);
}

function remembered(column: Column, raw: Raw, fresh: () => Read<FieldValue>): Read<FieldValue> {
  if (typeof raw !== 'string' || column.field?.type === 'text') return fresh();
  const known = column.read.get(raw);
  if (known) return known;
  if (column.read.size >= MOST_REMEMBERED) column.read.clear();
  const read = fresh();
  column.read.set(raw, read);
  return read;
}

function hintOf({ sheet, context }: Work, column: Column) {
  return { unit: column.unit, year: sheet.planned.plan.year ?? undefined, date1904: context.date1904 };
}

function keep(work: Work, column: Column, read: Read<FieldValue>): void {
  if (!read.ok) {
    work.row.bad = true;
    tell(work, column, 'error', read.message);
    return;
  }
  if (read.value !== undefined) work.row.values[column.name] = read.value;
  if (read.note) tell(work, column, 'note', read.note);
}

function tell(
  { row, sheet, context }: Work,
  column: Column,
  severity: 'error' | 'note',
  message: readonly [string, string],
): void {
  addIssue(context.issues, {
    ...{ sheet: sheet.planned.head.sheet, row: row.row, severity, message },
    cell: `${column.letter}${row.row}`,
  });
}

/** 经度 and 纬度 in columns of their own; or what the row says of a venue it names. */
function takePart(work: Work, column: Column, field: Field, raw: Raw, text: string): void {
  const { row } = work;
  if (field.type === 'place') {
    if (column.sub === 'lng' || column.sub === 'lat') work.point[column.sub] = text;
    row.content[column.name] = [work.point.lng ?? '', work.point.lat ?? ''].join(',');
    return;
  }
  const read = readField(field, raw, hintOf(work, column));
  // It matters only if the record is missing; then the message says which of its fields is wanting.
  if (read.ok && read.value !== undefined && column.sub !== null)
    row.parts[column.name] = { ...row.parts[column.name], [column.sub]: read.value };
}

function takePoint(work: Work): void {
  const { lng, lat } = work.point;
  if (lng === undefined && lat === undefined) return;
  const column = {
    name: 'place',
    sub: null,
    field: null,
    unit: null,
    read: new Map(),
    letter: work.sheet.letters.get('place') ?? 'A',
  };
  const read = readPlace(`${lng ?? ''},${lat ?? ''}`);
  if (!read.ok) keep(work, column, read);
  else if (read.value) work.row.values.place = { lng: read.value.lon, lat: read.value.lat };
}

/** 张三、李四 are looked up; 张三等5人 and a bare number also say how many went. */
function takePersons(work: Work, column: Column, raw: Raw, text: string): void {
  const read = readPersons(raw);
  if (!read.ok || !read.value) {
    if (!read.ok) keep(work, column, read);
    return;
  }
  const { names, count } = read.value;
  if (names.length > 0) work.row.refs[column.name] = names.join('、');
  const counted = count.bound !== 'exact' || count.value !== names.length;
  if (counted && work.sheet.kind.fields.headcount && !work.sheet.mapped.has('headcount')) {
    work.row.values.headcount = count;
    work.row.content.headcount = text;
  }
}

/** Names stand where the number of people belongs. */
function takeNames(work: Work, column: Column, raw: Raw): boolean {
  const { row, sheet } = work;
  const read = /[、，,;；\s]|等/.test(String(raw).trim()) ? readPersons(raw) : null;
  if (!read?.ok || !read.value || read.value.names.length === 0) return false;
  if (!sheet.kind.fields.persons || sheet.mapped.has('persons')) return false;
  row.refs.persons = read.value.names.join('、');
  row.values.headcount = read.value.count;
  tell(work, column, 'note', [
    `按姓名读作${read.value.count.value ?? ''}人`,
    `Names read as ${read.value.count.value ?? ''} people`,
  ]);
  return true;
}

/** A count with its unit from the unit column, the cell or the heading: 12只, 数量（公斤）. */
function takeCount(work: Work, column: Column, raw: Raw): void {
  const { row, sheet } = work;
  const field = sheet.kind.fields.unit;
  const codes: readonly Code[] = field?.type === 'code' ? field.codes : [];
  const inCell = unitInCell(raw);
  if (row.values.unit === undefined && row.content.unit === undefined) {
    for (const word of [inCell, column.unit]) {
      const code = word === null ? undefined : unitCode(word, codes);
      if (word === null || code === undefined) continue;
      row.values.unit = code;
      row.content.unit = word;
      break;
    }
  }
  const unit = codes.find((code) => code.code === row.values.unit)?.label[0] ?? inCell ?? '个';
  keep(work, column, readQuantity(raw, unit));
}

/** The choice a unit word means; grams are weighed in kilograms. */
function unitCode(word: string, codes: readonly Code[]): string | undefined {
  const read = readCode(word, codes);
  if (read.ok && read.value !== undefined) return read.value;
  return isCount(word) ? undefined : codes.find((code) => conversion(word, code.label[0]) !== null)?.code;
}
