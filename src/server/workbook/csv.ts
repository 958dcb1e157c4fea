// What does a .csv hold, whatever its encoding and delimiter?

import type { Row } from './cell.ts';
import { type Limits, refused } from './limits.ts';
import { columnName } from './sheet.ts';

const DELIMITERS = [',', '\t', ';', '|', '，'] as const;

/** UTF-8 with or without BOM, UTF-16 with BOM, else GB18030 (Excel and WPS in China write it). Throws WorkbookRefused. */
export function decodeText(bytes: Buffer): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these, binary data does
      if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)) throw refused('workbook.unknown');
      return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw refused('workbook.unknown');
}

/** The delimiter that splits the first lines most evenly; a comma when there is none. */
export function sniffDelimiter(text: string): string {
  const named = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (named !== undefined) return named;
  const lines = firstLines(text, 20);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const most = Math.max(0, ...counts);
    // Lines that agree on the number count; a comma inside a remark does not.
    const score = most === 0 ? 0 : counts.filter((n) => n === most).length * 100 + Math.min(most, 99);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function firstLines(text: string, count: number): string[] {
  const unquoted = text.slice(0, 50_000).replace(/"(?:[^"]|"")*"/g, 'q');
  return unquoted
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, count);
}

/** Rows of RFC 4180, leniently: a quote inside an unquoted field is a character. Every value is text. */
export function* csvRows(text: string, limits: Limits): Generator<Row, void> {
  const delimiter = sniffDelimiter(text);
  let at = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  let rowNumber = at === 0 ? 0 : 1;
  let rows = 0;
  while (at < text.length) {
    const line = lineAt(text, at, delimiter);
    at = line.next;
    rowNumber += 1;
    const row = rowOf(line.fields, rowNumber, limits);
    if (row.cells.length === 0) continue;
    rows += 1;
    if (rows > limits.rows) {
      throw refused('workbook.too-many-rows', {
        limit: [`上限${limits.rows}行`, `limit ${limits.rows} rows`],
      });
    }
    yield row;
  }
}

function rowOf(fields: readonly string[], rowNumber: number, limits: Limits): Row {
  const cells = fields.flatMap((value, i) =>
    value === '' ? [] : [{ ref: `${columnName(i + 1)}${rowNumber}`, column: i + 1, value }],
  );
  if ((cells.at(-1)?.column ?? 0) > limits.columns) {
    throw refused('workbook.too-many-columns', {
      limit: [`上限${limits.columns}列`, `limit ${limits.columns}`],
    });
  }
  return { rowNumber, cells };
}

function lineAt(text: string, from: number, delimiter: string): { fields: string[]; next: number } {
  const fields: string[] = [];
  let at = from;
  for (;;) {
    const field = text[at] === '"' ? quoted(text, at) : bare(text, at, delimiter);
    // What follows a closing quote before the delimiter belongs to the field.
    const rest = bare(text, field.next, delimiter);
    fields.push(field.value + rest.value);
    at = rest.next;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    return { fields, next: at + 1 };
  }
}

function quoted(text: string, from: number): { value: string; next: number } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return { value: value + text.slice(at), next: text.length };
    value += text.slice(at, end);
    if (text[end + 1] !== '"') return { value, next: end + 1 };
    value += '"';
    at = end + 2;
  }
}

function bare(text: string, from: number, delimiter: string): { value: string; next: number } {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: text.slice(from, at), next: at };
}
