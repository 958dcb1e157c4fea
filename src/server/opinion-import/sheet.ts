// Which posts are in a workbook or CSV, whatever its headings are called?
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { draftOf, fieldOf } from '../../domain/opinion/draft.ts';
import {
  detectHeader,
  type Header,
  openWorkbook,
  type Row,
  rowKind,
  type Sheet,
  WorkbookRefused,
} from '../workbook/index.ts';
import { itemsOf, type ReadItem } from './item.ts';

const TOP = 20;

interface Readable {
  readonly sheet: Sheet;
  readonly header: Header;
}

/** Sheets without a heading for text, title or link are left out; `opinion.headings` when that is all of them. */
export async function readSheets(bytes: Buffer): Promise<Outcome<AsyncIterable<ReadItem>>> {
  const opened = await openWorkbook({ bytes });
  if (!opened.ok) return opened;
  const readable: Readable[] = [];
  try {
    for (const sheet of opened.value.sheets) {
      const header = detectHeader(await topOf(sheet), (heading) => fieldOf(heading) !== undefined);
      if (header && tells(header)) readable.push({ sheet, header });
    }
  } catch (error) {
    if (error instanceof WorkbookRefused) return { ok: false, refusals: [error.refusal] };
    throw error;
  }
  if (readable.length === 0)
    return refuse('opinion.headings', [
      '没有找到“内容”“标题”或“链接”这样的列标题',
      'No heading such as content, title or link was found',
    ]);
  return ok(rowsOf(readable));
}

async function topOf(sheet: Sheet): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length >= TOP) break;
  }
  return rows;
}

const nameOf = (heading: string) => heading.split('/').at(-1) ?? heading;

function tells(header: Header): boolean {
  return header.headings.some(({ text }) => ['text', 'title', 'url'].includes(fieldOf(nameOf(text)) ?? ''));
}

async function* rowsOf(readable: readonly Readable[]): AsyncGenerator<ReadItem> {
  for (const { sheet, header } of readable) {
    const names = new Map(header.headings.map(({ column, text }) => [column, nameOf(text)]));
    try {
      for await (const row of sheet.rows()) {
        if (rowKind(row, header) !== 'data') continue;
        const parts = row.cells.map((cell) => [names.get(cell.column) ?? '', cell.value] as const);
        yield* itemsOf(`${sheet.name} 第${row.rowNumber}行`, draftOf(parts));
      }
    } catch (error) {
      if (!(error instanceof WorkbookRefused)) throw error;
      yield { problem: { where: sheet.name, message: error.refusal.message, lost: true } };
    }
  }
}
