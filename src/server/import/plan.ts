// What does each sheet of this workbook hold? Guessed from names and headings, or as a person said last time.
import { guessColumns, guessKind } from '../../domain/import/heading.ts';
import { numbersIn } from '../../domain/import/lookup.ts';
import { EXAMPLE, NO, type SheetPlan } from '../../domain/import/plan.ts';
import { plain } from '../../domain/kernel/numeral.ts';
import type { Kind } from '../../domain/kernel/record.ts';
import { findKind } from '../../domain/kind.ts';
import type { Db } from '../db/connection.ts';
import type { Workbook } from '../workbook/index.ts';
import { ERROR_SHEET } from '../workbook/index.ts';
import { readHead, type SheetHead } from './head.ts';
import { signatureOf } from './source.ts';
import { listMappings } from './store.ts';

export interface Planned {
  readonly plan: SheetPlan;
  readonly head: SheetHead;
  readonly signature: string;
}

/** A plan for every sheet; `given` are plans a person has corrected, `year` is the year of today. */
export async function planWorkbook(
  db: Db,
  county: string,
  workbook: Workbook,
  given: readonly SheetPlan[],
  context: { fileName: string; year: number },
): Promise<Planned[]> {
  const planned: Planned[] = [];
  for (const sheet of workbook.sheets) {
    // A marked copy handed in again brings our list of errors along, a template its hidden choices.
    if (sheet.name.startsWith(ERROR_SHEET)) continue;
    const said = given.find((plan) => plan.sheet === sheet.name);
    const head = await readHead(sheet, said?.headerRow);
    if (head.hidden && head.headings.length < 2) continue;
    const signature = signatureOf(head.headings);
    const plan = said ? settle(said, head) : await guess(db, county, head, signature, context);
    planned.push({ head, signature, plan: { ...plan, year: plan.year ?? yearOf(head, context) } });
  }
  return planned;
}

/** A person's plan, its columns limited to headings that are there. */
function settle(said: SheetPlan, head: SheetHead): SheetPlan {
  const kind = said.kind === null ? undefined : findKind(said.kind);
  const known = head.headings.some((heading) => said.columns[heading]);
  // Another kind or heading row was chosen without saying what its columns mean.
  const guessed = kind && !known ? checkNumbers(kind, guessColumns(kind, head.headings).columns, head) : {};
  const columns = Object.fromEntries(
    head.headings.map((h) => [h, (known ? said.columns[h] : guessed[h]) ?? null]),
  );
  return { ...said, headerRow: head.header?.until ?? said.headerRow, columns };
}

async function guess(
  db: Db,
  county: string,
  head: SheetHead,
  signature: string,
  context: { fileName: string },
): Promise<SheetPlan> {
  const base = { sheet: head.sheet, headerRow: head.header?.until ?? 0, defaults: {} };
  const none = { ...base, kind: null, columns: Object.fromEntries(head.headings.map((h) => [h, null])) };
  if (head.hidden || head.header === null) return none;
  const [remembered] = await listMappings(db, county, [signature]);
  if (remembered) {
    const plan = remembered.plan as Omit<SheetPlan, 'sheet' | 'headerRow' | 'year'>;
    return { ...base, ...plan };
  }
  // A CSV has no sheet name; its file name says as much.
  const name = head.sheet === 'CSV' ? context.fileName.replace(/\.[^.]*$/, '') : head.sheet;
  const found = guessKind(name, head.header.title ?? '', head.headings);
  if (!found) return none;
  const columns = checkNumbers(found.kind, found.guess.columns, head);
  return { ...base, kind: found.kind.name, columns, defaults: implied(found.kind, columns) };
}

/** A list of seized tools says 猎具 in its name, not in every row. */
function implied(kind: Kind, columns: Readonly<Record<string, string | null>>): Record<string, unknown> {
  const named = new Set(Object.values(columns));
  const toolsOnly =
    kind.name === 'seizure' && named.has('tool') && !named.has('species') && !named.has('form');
  return toolsOnly ? { form: 'tool' } : {};
}

/** 编号 is the house's running number only where it holds such numbers; a clerk's own numbering is not. */
function checkNumbers(
  kind: Kind,
  columns: Readonly<Record<string, string | null>>,
  head: SheetHead,
): Readonly<Record<string, string | null>> {
  const heading = Object.keys(columns).find((each) => columns[each] === NO);
  const column = heading === undefined ? undefined : head.columns.get(heading);
  if (heading === undefined || column === undefined) return columns;
  const values = head.rows
    .filter((row) => row.rowNumber > (head.header?.until ?? 0))
    .flatMap((row) => row.cells.filter((cell) => cell.column === column))
    .map((cell) => String(cell.value ?? '').trim())
    .filter((text) => text !== '' && text !== EXAMPLE);
  if (values.every((text) => numbersIn(text).length === 1)) return columns;
  const own = Object.entries(kind.fields).find(
    ([name, f]) => f.aliases?.includes('编号') && !Object.values(columns).includes(name),
  );
  return { ...columns, [heading]: own?.[0] ?? null };
}

/** The year of 7/5: named by file, sheet or title, else that of most full dates on top, else this year. */
function yearOf(head: SheetHead, context: { fileName: string; year: number }): number {
  for (const text of [head.header?.title ?? '', head.sheet, context.fileName]) {
    const named = /(?<!\d)(20\d{2})(?:年|[-_. ]|(?!\d))/.exec(plain(text))?.[1];
    if (named) return Number(named);
  }
  const counts = new Map<number, number>();
  for (const cell of head.rows.flatMap((row) => row.cells)) {
    const year = /^(20\d{2})[-./年]\d/.exec(String(cell.value ?? ''))?.[1];
    if (year) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? context.year;
}
