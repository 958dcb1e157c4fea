// Where are the headings of a sheet, and what do its first rows look like?
import { isHeading } from '../../domain/import/heading.ts';
import { detectHeader, type Header, type Row, type Sheet } from '../workbook/index.ts';

/** Rows looked at before a sheet is planned. */
const DEPTH = 60;

export interface SheetHead {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly header: Header | null;
  /** Headings as typed, a repeated one with its count: 数量, 数量 (2). */
  readonly headings: readonly string[];
  /** Heading → column, from 1. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly Row[];
}

/** Reads the top of a sheet; `headerRow` says where a person found the headings. */
export async function readHead(sheet: Sheet, headerRow?: number): Promise<SheetHead> {
  const rows: Row[] = [];
  for await (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length >= DEPTH) break;
  }
  const detected = detectHeader(rows, isHeading);
  const header =
    headerRow === undefined || headerRow === 0 || headerRow === detected?.until
      ? detected
      : headerAt(rows, headerRow);
  const columns = new Map<string, number>();
  for (const heading of header?.headings ?? []) {
    let name = heading.text;
    for (let n = 2; columns.has(name); n += 1) name = `${heading.text} (${n})`;
    columns.set(name, heading.column);
  }
  return { sheet: sheet.name, hidden: sheet.hidden, header, headings: [...columns.keys()], columns, rows };
}

function headerAt(rows: readonly Row[], headerRow: number): Header | null {
  const row = rows.find((each) => each.rowNumber === headerRow);
  if (!row) return null;
  const headings = row.cells
    .filter((cell) => typeof cell.value === 'string' || typeof cell.value === 'number')
    .map((cell) => ({ column: cell.column, text: String(cell.value).replace(/\s+/g, '') }));
  return { from: headerRow, until: headerRow, headings };
}
