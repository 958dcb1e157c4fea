// The module's front door: reading, writing and marking workbooks.
export { detectHeader, type Header, type Heading, type RowKind, rowKind, sameHeading } from './header.ts';
export { LIMITS, type Limits, REFUSALS, WorkbookRefused } from './limits.ts';
export { type CellError, ERROR_SHEET, type Marked, markErrors } from './mark.ts';
export {
  asOutcome,
  type Cell,
  openWorkbook,
  type Row,
  readWorkbook,
  type Sheet,
  type SheetContent,
  type Source,
  type Workbook,
  type WorkbookContent,
} from './read.ts';
export {
  type CellValue,
  type ColumnSpec,
  type SheetSpec,
  type TableSpec,
  type TextSpec,
  writeCsv,
  writeWorkbook,
} from './write.ts';
