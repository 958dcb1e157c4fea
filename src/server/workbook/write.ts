// How is a workbook made for a clerk: template, export, instructions?
import ExcelJS from 'exceljs';
import { isDay } from '../../domain/kernel/day.ts';
import { columnName } from './sheet.ts';

export type CellValue = string | number | boolean | null;

export interface ColumnSpec {
  readonly heading: string;
  /** In characters; by default from the heading. */
  readonly width?: number;
  /** day: 'YYYY-MM-DD' becomes a date cell; code: text format, so that 0012 and 1-2 stay as typed. Default text. */
  readonly kind?: 'text' | 'number' | 'integer' | 'money' | 'day' | 'code';
  /** Drop-down entries. Others may be typed after a warning, since imports know aliases. */
  readonly choices?: readonly string[];
  /** Comment on the heading. */
  readonly note?: string;
  readonly required?: boolean;
}

export interface TableSpec {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows?: readonly (readonly CellValue[])[];
  /** A merged title above the headings. */
  readonly title?: string;
  /** Rows below the headings prepared with drop-downs and formats; default 2,000 or the rows given. */
  readonly prepared?: number;
}

export interface TextSpec {
  readonly name: string;
  /** Lines of cells; the first line is the heading. */
  readonly lines: readonly (readonly string[])[];
  readonly widths?: readonly number[];
}

export type SheetSpec = TableSpec | TextSpec;

const FONT = { name: '宋体', size: 11 } as const;
const HEADING_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE3EFE8' } } as const;
const FORMATS = {
  text: undefined,
  number: '#,##0.######',
  integer: '#,##0',
  money: '#,##0.00',
  day: 'yyyy-mm-dd',
  code: '@',
} as const;
/** Beyond this Excel refuses a list written inside the validation (ECMA-376-1, 18.3.1.32). */
const INLINE_LIST = 255;
const LISTS = '选项';

/** An .xlsx of the sheets in their order. Text is never written as a formula. */
export async function writeWorkbook(sheets: readonly SheetSpec[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '守野';
  const names = new Set<string>([LISTS]);
  const lists = new ChoiceLists();
  for (const spec of sheets) {
    const sheet = workbook.addWorksheet(sheetName(spec.name, names));
    if ('columns' in spec) writeTable(sheet, spec, lists);
    else writeText(sheet, spec);
  }
  lists.write(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Excel allows 31 characters without []:*?/\ and no two alike. */
export function sheetName(name: string, taken: Set<string>): string {
  const base =
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || '工作表';
  let unique = base;
  for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${base.slice(0, 27)} (${n})`;
  taken.add(unique.toLowerCase());
  return unique;
}

function writeTable(sheet: ExcelJS.Worksheet, spec: TableSpec, lists: ChoiceLists): void {
  const top = spec.title === undefined ? 1 : 2;
  if (spec.title !== undefined) {
    put(sheet.getCell(1, 1), spec.title);
    sheet.getCell(1, 1).font = { ...FONT, size: 16, bold: true };
    sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' };
    if (spec.columns.length > 1) sheet.mergeCells(1, 1, 1, spec.columns.length);
  }
  spec.columns.forEach((column, i) => {
    writeHeading(sheet, top, i + 1, column);
  });
  const rows = spec.rows ?? [];
  rows.forEach((values, r) => {
    spec.columns.forEach((column, c) => {
      const value = values[c] ?? null;
      if (value !== null) putTyped(sheet.getCell(top + 1 + r, c + 1), value, column);
    });
  });
  const until = top + Math.max(spec.prepared ?? 2000, rows.length);
  spec.columns.forEach((column, i) => {
    if (column.choices !== undefined) lists.attach(sheet, column, columnName(i + 1), top + 1, until);
  });
  sheet.views = [{ state: 'frozen', ySplit: top }];
  sheet.autoFilter = {
    from: { row: top, column: 1 },
    to: { row: top, column: Math.max(1, spec.columns.length) },
  };
}

function writeHeading(sheet: ExcelJS.Worksheet, row: number, index: number, column: ColumnSpec): void {
  const cell = sheet.getCell(row, index);
  put(cell, column.required ? `${column.heading}*` : column.heading);
  const format = FORMATS[column.kind ?? 'text'];
  const whole = sheet.getColumn(index);
  whole.width = column.width ?? Math.max(10, column.heading.length * 2 + 4);
  if (format !== undefined) whole.numFmt = format;
  cell.numFmt = '@';
  cell.font = { ...FONT, bold: true, ...(column.required ? { color: { argb: 'FFB3261E' } } : {}) };
  cell.fill = HEADING_FILL;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  cell.border = { bottom: { style: 'thin', color: { argb: 'FF8FA39A' } } };
  if (column.note !== undefined)
    cell.note = { texts: [{ text: column.note }], margins: { insetmode: 'auto' } };
}

function putTyped(cell: ExcelJS.Cell, value: CellValue, column: ColumnSpec): void {
  cell.font = FONT;
  if (column.kind === 'day' && isDay(value) && value >= '1900-03-01') {
    cell.value = new Date(`${value}T00:00:00Z`);
    cell.numFmt = FORMATS.day;
    return;
  }
  put(cell, value);
  const format = FORMATS[column.kind ?? 'text'];
  if (format !== undefined && cell.numFmt !== '@') cell.numFmt = format;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden in XML 1.0
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * Text that begins like a formula is a string cell in text format, so that neither opening nor editing it in Excel makes
 * it run. Characters XML cannot hold are dropped.
 */
export function put(cell: ExcelJS.Cell, value: CellValue): void {
  if (typeof value !== 'string') {
    cell.value = value;
    return;
  }
  const text = value.replace(NOT_XML, '').replace(/\r\n?/g, '\n');
  // Excel reads _x000D_ as a character (22.9.2.19 ST_Xstring), so a literal one is escaped.
  cell.value = text.slice(0, 32_767).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (risky(value)) cell.numFmt = '@';
}

/** OWASP's list of beginnings that spreadsheet programs take for a formula. */
export function risky(text: string): boolean {
  return /^[=+\-@\t\r＝＋－＠]/.test(text);
}

function writeText(sheet: ExcelJS.Worksheet, spec: TextSpec): void {
  spec.lines.forEach((line, r) => {
    line.forEach((text, c) => {
      const cell = sheet.getCell(r + 1, c + 1);
      put(cell, text);
      cell.font = r === 0 ? { ...FONT, size: 14, bold: true } : FONT;
      cell.alignment = { wrapText: true, vertical: 'top' };
    });
  });
  const widths = spec.widths ?? [18, 80];
  widths.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
}

/** Drop-downs: short ones inside the validation, long ones from a hidden sheet; equal lists share a column. */
class ChoiceLists {
  readonly #columns = new Map<string, readonly string[]>();

  attach(sheet: ExcelJS.Worksheet, column: ColumnSpec, letter: string, from: number, until: number): void {
    const validations = sheet as unknown as {
      dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
    };
    validations.dataValidations.add(`${letter}${from}:${letter}${until}`, {
      type: 'list',
      allowBlank: true,
      formulae: [this.#formula(column.choices ?? [])],
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: '不在列表中',
      error: `“${column.heading}”一般从下拉列表中选，仍要填写吗？`,
    });
  }

  #formula(choices: readonly string[]): string {
    const inline = choices.join(',');
    if (inline.length <= INLINE_LIST && !choices.some((c) => /[",]/.test(c))) return `"${inline}"`;
    const key = choices.join('\n');
    this.#columns.set(key, choices);
    const letter = columnName([...this.#columns.keys()].indexOf(key) + 1);
    return `'${LISTS}'!$${letter}$1:$${letter}$${choices.length}`;
  }

  write(workbook: ExcelJS.Workbook): void {
    if (this.#columns.size === 0) return;
    const sheet = workbook.addWorksheet(LISTS, { state: 'veryHidden' });
    [...this.#columns.values()].forEach((choices, c) => {
      choices.forEach((choice, r) => {
        put(sheet.getCell(r + 1, c + 1), choice);
      });
    });
  }
}

/** CSV for Excel: UTF-8 with BOM, CRLF, and an apostrophe before text that would run as a formula (OWASP). */
export function writeCsv(rows: readonly (readonly CellValue[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(csvField).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function csvField(value: CellValue): string {
  const text = typeof value === 'string' && risky(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
