// Which rows of a clerk's sheet are the headings, and which are totals, notes and blanks?

import { plain } from '../../domain/kernel/numeral.ts';
import type { Cell, Row } from './cell.ts';

export interface Heading {
  readonly column: number;
  /** 查获数量/活体 where headings stand in several rows. Line breaks and blanks out. */
  readonly text: string;
}

export interface Header {
  /** First and last row number of the headings; data begin below `until`. */
  readonly from: number;
  readonly until: number;
  readonly headings: readonly Heading[];
  /** What stands above: 某某县检查台账. */
  readonly title?: string;
}

export type RowKind = 'above' | 'heading' | 'data' | 'total' | 'note' | 'blank';

/** Rows searched for headings. */
const DEPTH = 20;
const TOTAL = /^(?:合计|小计|总计|共计|累计|本页合计|本月合计|本年合计|.{1,8}(?:合计|小计|总计))[:：]?$/;
const NOTE =
  /^(?:注|备注|说明|填表人|填报人|填报单位|填表说明|制表|审核|负责人|单位负责人|联系电话|填报日期)[:：]/;

/**
 * Finds the heading row among the first rows: below a title, perhaps in two or three merged rows. `known` tells headings the
 * importer has a field for; without it the fullest early row of short distinct words wins. Null when nothing looks like one.
 */
export function detectHeader(rows: readonly Row[], known?: (heading: string) => boolean): Header | null {
  const top = rows.slice(0, DEPTH);
  const width = Math.max(0, ...top.map((row) => row.cells.length));
  let best: { row: Row; score: number } | null = null;
  for (const row of top) {
    const score = scoreOf(row, width, known);
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  if (best === null) return null;
  const from = firstRow(top, best.row.rowNumber);
  const until = lastRow(top, from, best.row.rowNumber);
  const lines = top.filter((row) => row.rowNumber >= from && row.rowNumber <= until);
  const headings = join(lines);
  if (headings.length === 0) return null;
  const title = titleOf(top.filter((row) => row.rowNumber < from));
  return { from, until, headings, ...(title === undefined ? {} : { title }) };
}

/** What a row is, given the headings. A heading row repeated on a later page counts as heading. */
export function rowKind(row: Row, header: Header): RowKind {
  if (row.rowNumber < header.from) return 'above';
  if (row.rowNumber <= header.until) return 'heading';
  const own = row.cells.filter((cell) => cell.merged !== 'inside' && filled(cell));
  if (own.length === 0) return 'blank';
  const texts = own.map((cell) => squeeze(cell.value));
  if (texts.slice(0, 3).some((text) => TOTAL.test(text))) return 'total';
  if (NOTE.test(texts[0] ?? '') && own.length <= 3) return 'note';
  const titles = new Map(header.headings.map((h) => [h.column, h.text]));
  const repeated = own.filter((cell) => titles.get(cell.column)?.split('/').at(-1) === squeeze(cell.value));
  return repeated.length >= 2 && repeated.length * 2 > own.length ? 'heading' : 'data';
}

function filled(cell: Cell): boolean {
  return cell.error !== undefined || squeeze(cell.value) !== '';
}

function squeeze(value: Cell['value']): string {
  return plain(String(value ?? '')).replace(/\s+/g, '');
}

/** Heading words are short, distinct and no numbers; an early row wins over an equal later one. */
function scoreOf(row: Row, width: number, known: ((heading: string) => boolean) | undefined): number {
  const texts = row.cells
    .filter((c) => typeof c.value === 'string' && !c.isDate)
    .map((c) => squeeze(c.value));
  const words = new Set(texts.filter((t) => t !== '' && t.length <= 24 && !/^[-\d.,/年月日:%]+$/.test(t)));
  const others = row.cells.length - words.size;
  const hits = known === undefined ? 0 : [...words].filter((w) => known(w)).length;
  if (hits >= 2) return 1000 + hits * 10 - others;
  if (words.size < 2 || words.size < width * 0.5) return 0;
  return Math.max(0, words.size - others * 2) / (width + row.rowNumber / 100);
}

/** Headings merged downwards begin above the fullest row. */
function firstRow(rows: readonly Row[], rowNumber: number): number {
  let from = rowNumber;
  for (const row of rows) {
    if (row.rowNumber >= rowNumber) break;
    const reaches = row.cells.some(
      (c) => c.span !== undefined && c.span.rows > 1 && row.rowNumber + c.span.rows > rowNumber,
    );
    if (reaches) from = Math.min(from, row.rowNumber);
  }
  return from;
}

/** Headings reach as far down as their merges; a group merged across has its parts in the next row. */
function lastRow(rows: readonly Row[], from: number, chosen: number): number {
  const first = rows.find((row) => row.rowNumber === from);
  const spans = (first?.cells ?? []).flatMap((c) =>
    c.span === undefined ? [] : [{ ...c.span, column: c.column }],
  );
  const deep = Math.max(chosen, ...spans.map((s) => from + s.rows - 1));
  if (deep > from || !spans.some((s) => s.columns > 1)) return deep;
  const next = rows.find((row) => row.rowNumber === from + 1);
  const under = (next?.cells ?? []).filter((c) =>
    spans.some((s) => s.columns > 1 && c.column >= s.column && c.column < s.column + s.columns),
  );
  return under.length > 0 && (next?.cells ?? []).every((c) => typeof c.value === 'string') ? from + 1 : deep;
}

function join(lines: readonly Row[]): Heading[] {
  const texts = new Map<number, string[]>();
  for (const row of lines) {
    for (const cell of row.cells) {
      const text = squeeze(cell.value);
      const columns = cell.merged === 'top' ? (cell.span?.columns ?? 1) : 1;
      for (let column = cell.column; text !== '' && column < cell.column + columns; column += 1) {
        const parts = texts.get(column) ?? [];
        if (parts.at(-1) !== text) texts.set(column, [...parts, text]);
      }
    }
  }
  return [...texts]
    .map(([column, parts]) => ({ column, text: parts.join('/') }))
    .sort((a, b) => a.column - b.column);
}

function titleOf(rows: readonly Row[]): string | undefined {
  const texts = rows.flatMap((row) => row.cells).map((cell) => squeeze(cell.value));
  return texts.find((text) => text.length >= 2);
}
