// What do the sheets of an .xlsx package hold, row by row, within memory?

import type { Row, Sheet, Workbook } from './cell.ts';
import { type Limits, refused } from './limits.ts';
import { type Merge, MergeFiller, mergesOf } from './merge.ts';
import { openPackage, type Part } from './package.ts';
import { rowsOf } from './sheet.ts';
import { otherPackage } from './sniff.ts';
import { readStyles, type Styles } from './style.ts';
import { type Handlers, unescapeX, walkAll } from './xml.ts';

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: Part;
}

interface Book {
  readonly date1904: boolean;
  readonly sheets: readonly { name: string; hidden: boolean; relation: string }[];
}

/** Opens the package and unpacks every sheet once, to find merges and to stop bombs before a row is read. */
export async function openXlsx(bytes: Buffer, limits: Limits): Promise<Workbook> {
  const parts = openPackage(bytes, limits);
  const bookPart = await findBook(parts);
  const relations = await relationsOf(parts, bookPart.name);
  const book = await readBook(bookPart);
  if (book.sheets.length > limits.sheets) {
    throw refused('workbook.too-many-sheets', {
      limit: [`上限${limits.sheets}张`, `limit ${limits.sheets}`],
    });
  }
  const entries = entriesOf(book, relations, parts);
  const strings = await readStrings(partOf(relations, parts, 'sharedStrings'), limits);
  const styles = await readStyles(partOf(relations, parts, 'styles'));
  const budget = { cells: limits.cells };
  const sheets: Sheet[] = [];
  for (const entry of entries) {
    const merges = await mergesOf(entry.part, limits);
    const context = { strings, styles, date1904: book.date1904, limits, budget, sheet: entry.name };
    sheets.push({
      name: entry.name,
      hidden: entry.hidden,
      rows: () => filled(entry.part, merges, context),
    });
  }
  return { kind: 'xlsx', date1904: book.date1904, sheets };
}

interface Context {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly date1904: boolean;
  readonly limits: Limits;
  readonly budget: { cells: number };
  readonly sheet: string;
}

async function* filled(part: Part, merges: readonly Merge[], context: Context): AsyncGenerator<Row, void> {
  const filler = new MergeFiller(merges, context.limits);
  for await (const row of rowsOf(part, context)) yield filler.fill(row);
}

async function findBook(parts: ReadonlyMap<string, Part>): Promise<Part> {
  const root = await relationsOf(parts, '');
  const main = [...root.values()].find((r) => r.type === 'officeDocument');
  const book = parts.get(main?.target ?? 'xl/workbook.xml');
  if (book !== undefined && /workbook\.xml$/i.test(book.name)) return book;
  const mimetype = (await parts.get('mimetype')?.text()) ?? '';
  throw refused(otherPackage(new Set(parts.keys()), mimetype));
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** The relations of a part by id, their targets as part names. */
async function relationsOf(parts: ReadonlyMap<string, Part>, name: string): Promise<Map<string, Relation>> {
  const slash = name.lastIndexOf('/') + 1;
  const part = parts.get(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
  const relations = new Map<string, Relation>();
  if (part === undefined) return relations;
  await walkAll(part, {
    open(tag, a) {
      if (tag !== 'Relationship' || a['TargetMode'] === 'External') return;
      const type = (a['Type'] ?? '').split('/').at(-1) ?? '';
      relations.set(a['Id'] ?? '', { type, target: resolve(name.slice(0, slash), a['Target'] ?? '') });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

function partOf(
  relations: ReadonlyMap<string, Relation>,
  parts: ReadonlyMap<string, Part>,
  type: string,
): Part | undefined {
  const relation = [...relations.values()].find((r) => r.type === type);
  return relation === undefined ? undefined : parts.get(relation.target);
}

async function readBook(part: Part): Promise<Book> {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  let date1904 = false;
  await walkAll(part, {
    open(tag, a) {
      if (tag === 'workbookPr') date1904 = a['date1904'] === '1' || a['date1904'] === 'true';
      if (tag !== 'sheet') return;
      const relation = Object.entries(a).find(([key]) => /(?:^|:)id$/.test(key) && key !== 'id')?.[1];
      const state = a['state'] ?? 'visible';
      sheets.push({ name: a['name'] ?? '', hidden: state !== 'visible', relation: relation ?? '' });
    },
  });
  return { date1904, sheets };
}

/** Worksheets only, in the order of their tabs; charts and dialogs hold no rows. */
function entriesOf(
  book: Book,
  relations: ReadonlyMap<string, Relation>,
  parts: ReadonlyMap<string, Part>,
): SheetEntry[] {
  return book.sheets.flatMap(({ name, hidden, relation }) => {
    const found = relations.get(relation);
    if (found === undefined || found.type !== 'worksheet') return [];
    const part = parts.get(found.target);
    if (part === undefined) throw refused('workbook.damaged', { where: name });
    return [{ name, hidden, part }];
  });
}

/** The shared strings: rich text joined, phonetic guides left out. */
async function readStrings(part: Part | undefined, limits: Limits): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  const handlers: Handlers = {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic += 1;
      else if (tag === 't') inText = phonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(tag) {
      if (tag === 'si') {
        if (strings.push(unescapeX(text)) > limits.cells) throw refused('workbook.too-many-cells');
      } else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 't') inText = false;
    },
  };
  await walkAll(part, handlers);
  return strings;
}
