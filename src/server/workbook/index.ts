// The module's front door: reading, writing and marking workbooks.

export type { Cell, Row, Sheet, SheetContent, Workbook, WorkbookContent } from './cell.ts';
export { decodeText } from './csv.ts';
export { detectHeader, type Header, type Heading, type RowKind, rowKind } from './header.ts';
export { LIMITS, type Limits, WorkbookRefused } from './limits.ts';
export { type CellError, ERROR_SHEET, type Marked, markErrors } from './mark.ts';
export { openWorkbook, readWorkbook, type Source } from './read.ts';
export {
  type CellValue,
  type ColumnSpec,
  type SheetSpec,
  type TableSpec,
  type TextSpec,
  writeCsv,
  writeWorkbook,
} from './write.ts';
