// What is in the file a clerk hands us? Sheets, rows and cells, or a clear refusal.
import { readFile, stat } from 'node:fs/promises';
import { type Outcome, ok } from '../../domain/kernel/outcome.ts';
import { csvRows, decodeText } from './csv.ts';
import { LIMITS, type Limits, megabytes, refused, WorkbookRefused } from './limits.ts';
import { sniff } from './sniff.ts';
import { openXlsx } from './xlsx.ts';

export interface Cell {
  /** 'C7'. */
  readonly ref: string;
  /** From 1. */
  readonly column: number;
  readonly value: string | number | boolean | null;
  /** `value` is '2023-07-05', '2023-07-05T08:30:00' or '08:30:00', as the sheet shows it (China time, no zone). */
  readonly isDate?: true;
  /** The number behind a date, for a count that was formatted as a date by mistake. */
  readonly serial?: number;
  /** `value` is the result the program last saved. */
  readonly formula?: true;
  /** #REF!, #DIV/0! … ; #UNCALCULATED when a formula was saved without a result. `value` is null. */
  readonly error?: string;
  /** Inside a merge; in its first column `value` is that of the top cell. */
  readonly merged?: 'top' | 'inside';
  /** How far a merge reaches, on its top cell. */
  readonly span?: { readonly rows: number; readonly columns: number };
}

export interface Row {
  /** As Excel numbers it, from 1; rows without a filled cell are left out. */
  readonly rowNumber: number;
  readonly hidden?: true;
  /** Filled cells by column. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Reads the rows anew on each call. Throws WorkbookRefused (damaged XML, too many rows). */
  rows(): AsyncGenerator<Row, void>;
}

export interface Workbook {
  readonly kind: 'xlsx' | 'csv';
  readonly date1904: boolean;
  readonly sheets: readonly Sheet[];
}

export interface SheetContent {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
}

export interface WorkbookContent {
  readonly kind: 'xlsx' | 'csv';
  readonly date1904: boolean;
  readonly sheets: readonly SheetContent[];
}

export type Source =
  | { readonly path: string; readonly bytes?: never }
  | { readonly bytes: Uint8Array; readonly path?: never };

/** Opens a workbook for reading row by row. The kind is told by content, never by name. */
export function openWorkbook(source: Source, limits: Limits = LIMITS): Promise<Outcome<Workbook>> {
  return asOutcome(() => open(source, limits));
}

/** The whole workbook in memory (50,000 rows of 15 cells took 155 MB). `onRows` hears the running count. */
export function readWorkbook(
  source: Source,
  limits: Limits = LIMITS,
  onRows?: (count: number) => void,
): Promise<Outcome<WorkbookContent>> {
  return asOutcome(async () => {
    const workbook = await open(source, limits);
    const sheets: SheetContent[] = [];
    let count = 0;
    for (const sheet of workbook.sheets) {
      const rows: Row[] = [];
      for await (const row of sheet.rows()) {
        rows.push(row);
        count += 1;
        if (count % 1000 === 0) onRows?.(count);
      }
      sheets.push({ name: sheet.name, hidden: sheet.hidden, rows });
    }
    return { kind: workbook.kind, date1904: workbook.date1904, sheets };
  });
}

async function open(source: Source, limits: Limits): Promise<Workbook> {
  const bytes = await load(source, limits);
  if (sniff(bytes) === 'zip') return openXlsx(bytes, limits);
  const text = decodeText(bytes);
  return {
    kind: 'csv',
    date1904: false,
    sheets: [
      {
        name: 'CSV',
        hidden: false,
        async *rows() {
          yield* csvRows(text, limits);
        },
      },
    ],
  };
}

async function load(source: Source, limits: Limits): Promise<Buffer> {
  const { bytes, path } = source;
  const size = bytes === undefined ? (await stat(path)).size : bytes.byteLength;
  if (size > limits.file) throw refused('workbook.too-large', { limit: megabytes(limits.file) });
  return bytes === undefined ? readFile(path) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Turns a refusal thrown deep in a stream into a value; a bug goes on as a throw. */
export async function asOutcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof WorkbookRefused) return { ok: false, refusals: [error.refusal] };
    throw error;
  }
}
