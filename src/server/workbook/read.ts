// What is in the file a clerk hands us? Sheets, rows and cells, or a clear refusal.
import { readFile, stat } from 'node:fs/promises';
import { type Outcome, ok } from '../../domain/kernel/outcome.ts';
import type { Row, SheetContent, Workbook, WorkbookContent } from './cell.ts';
import { csvRows, decodeText } from './csv.ts';
import { LIMITS, type Limits, megabytes, refused, WorkbookRefused } from './limits.ts';
import { sniff } from './sniff.ts';
import { openXlsx } from './xlsx.ts';

export type Source =
  | { readonly path: string; readonly bytes?: never }
  | { readonly bytes: Uint8Array; readonly path?: never };

/** Opens a workbook for reading row by row. The kind is told by content, never by name. */
export function openWorkbook(source: Source, limits: Limits = LIMITS): Promise<Outcome<Workbook>> {
  return asOutcome(() => open(source, limits));
}

/** The whole workbook in memory (50,000 rows of 15 cells: 300 MB at the peak, 150 MB row by row). `onRows` hears the running count. */
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
