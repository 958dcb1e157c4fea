// How are the errors of an import shown in the person's own file?
import ExcelJS from 'exceljs';
import type { Row, SheetContent } from './cell.ts';
import { readWorkbook } from './read.ts';
import { columnOf } from './sheet.ts';
import { put, sheetName } from './write.ts';

export interface CellError {
  readonly sheet: string;
  /** 'C7'; a row alone is '7', a sheet alone ''. */
  readonly cell: string;
  readonly message: string;
}

export interface Marked {
  readonly bytes: Uint8Array;
  /** copy: their file with red cells; list: only the errors with the values of their rows. */
  readonly kind: 'copy' | 'list';
}

/** The sheet of a marked copy that lists the errors; an import passes over it. */
export const ERROR_SHEET = '导入错误';
const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;
/** exceljs holds a whole file: 4.8 MB (750,000 cells) took 630 MB. Larger ones get the list. */
const LARGEST = 3 * 1024 * 1024;
/** A clerk mends the first hundreds and imports again; comments on more slow Excel down. */
const MOST_MARKED = 5000;

/** A copy of an .xlsx with the bad cells red and commented, and a first sheet that lists and links them. */
export async function markErrors(original: Uint8Array, errors: readonly CellError[]): Promise<Marked> {
  const copy = original.byteLength <= LARGEST ? await markCopy(original, errors) : null;
  return copy === null
    ? { bytes: await listOnly(original, errors), kind: 'list' }
    : { bytes: copy, kind: 'copy' };
}

async function markCopy(original: Uint8Array, errors: readonly CellError[]): Promise<Uint8Array | null> {
  // Whatever the library cannot take (a CSV, an odd writer) leads to the list; our own reader has read it already.
  try {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(original.slice().buffer);
    if (errors.some((e) => e.sheet !== '' && workbook.getWorksheet(e.sheet) === undefined)) return null;
    for (const [key, messages] of byCell(errors)) {
      const [sheet = '', cell = ''] = key.split('\n');
      if (/^[A-Z]+\d+$/.test(cell)) markCell(workbook.getWorksheet(sheet)?.getCell(cell), messages);
    }
    addList(workbook, errors, '本文件是原表的副本：有误的单元格已标红并加批注，改正后可直接导入。');
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  } catch {
    return null;
  }
}

function byCell(errors: readonly CellError[]): Map<string, string[]> {
  const cells = new Map<string, string[]>();
  for (const error of errors.slice(0, MOST_MARKED)) {
    const key = `${error.sheet}\n${error.cell}`;
    cells.set(key, [...(cells.get(key) ?? []), error.message]);
  }
  return cells;
}

function markCell(cell: ExcelJS.Cell | undefined, messages: readonly string[]): void {
  if (cell === undefined) return;
  // Cells of one style share the object, so changing it in place would redden them all.
  cell.style = { ...cell.style, fill: RED };
  cell.note = { texts: [{ text: messages.join('\n') }], margins: { insetmode: 'auto' } };
}

function addList(workbook: ExcelJS.Workbook, errors: readonly CellError[], intro: string): ExcelJS.Worksheet {
  // An earlier marked copy handed in again brings its old list along.
  const old = workbook.getWorksheet(ERROR_SHEET);
  if (old !== undefined) workbook.removeWorksheet(old.id);
  const names = new Set(workbook.worksheets.map((s) => s.name.toLowerCase()));
  const sheet = workbook.addWorksheet(sheetName(ERROR_SHEET, names));
  (sheet as unknown as { orderNo: number }).orderNo = -1;
  put(sheet.getCell(1, 1), intro);
  sheet.mergeCells(1, 1, 1, 4);
  sheet.getCell(1, 1).alignment = { wrapText: true, vertical: 'top' };
  sheet.getRow(1).height = 32;
  sheet.getRow(2).values = ['序号', '工作表', '单元格', '问题和改法'];
  sheet.getRow(2).font = { bold: true };
  [8, 20, 12, 80].forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  sheet.views = [{ state: 'frozen', ySplit: 2 }];
  workbook.views = [{ ...(workbook.views?.[0] ?? {}), activeTab: 0, firstSheet: 0 } as ExcelJS.WorkbookView];
  errors.forEach((error, i) => {
    writeError(sheet.getRow(i + 3), error, i + 1, names);
  });
  return sheet;
}

function writeError(row: ExcelJS.Row, error: CellError, n: number, sheets: ReadonlySet<string>): void {
  row.getCell(1).value = n;
  put(row.getCell(2), error.sheet);
  const target = /^\d+$/.test(error.cell) ? `A${error.cell}` : error.cell;
  if (target !== '' && sheets.has(error.sheet.toLowerCase())) {
    const hyperlink = `#'${error.sheet.replaceAll("'", "''")}'!${target}`;
    row.getCell(3).value = { text: error.cell, hyperlink };
    row.getCell(3).font = { underline: true, color: { argb: 'FF0B57D0' } };
  } else put(row.getCell(3), error.cell);
  put(row.getCell(4), error.message);
  row.getCell(4).alignment = { wrapText: true };
}

async function listOnly(original: Uint8Array, errors: readonly CellError[]): Promise<Uint8Array> {
  const content = await readWorkbook({ bytes: original });
  const workbook = new ExcelJS.Workbook();
  const intro = '原表不能在副本上标注，这里列出有误的单元格和所在行的内容：请在原表中改正后重新导入。';
  const sheet = addList(workbook, errors, intro);
  sheet.getRow(2).getCell(5).value = '该行内容';
  const rows = content.ok ? rowIndex(content.value.sheets, errors) : new Map<string, Row>();
  errors.forEach((error, i) => {
    const row = rows.get(rowKey(error));
    if (row !== undefined) writeRow(sheet.getRow(i + 3), row, columnOf(error.cell));
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function rowKey(error: CellError): string {
  return `${error.sheet}\n${error.cell.replace(/^[A-Z]+/, '')}`;
}

function rowIndex(sheets: readonly SheetContent[], errors: readonly CellError[]): Map<string, Row> {
  const wanted = new Set(errors.map(rowKey));
  const index = new Map<string, Row>();
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const key = `${sheet.name}\n${row.rowNumber}`;
      if (wanted.has(key)) index.set(key, row);
    }
  }
  return index;
}

/** The person's row from column E on, each cell in its own order, the bad one red. */
function writeRow(out: ExcelJS.Row, row: Row, bad: number): void {
  for (const cell of row.cells) {
    const target = out.getCell(4 + cell.column);
    put(target, cell.error ?? cell.value);
    if (cell.column === bad) target.fill = RED;
  }
}
