// What would importing this file do? Plans it, reads it, decides every row; writes nothing to the ledger.
import { randomBytes } from 'node:crypto';
import type { SheetPlan } from '../../domain/import/plan.ts';
import { dayOfInstant, yearOf } from '../../domain/kernel/day.ts';
import { nextUuid } from '../../domain/kernel/id.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Acting } from '../acting.ts';
import { type App, instant } from '../app.ts';
import { openWorkbook, WorkbookRefused } from '../workbook/index.ts';
import { decideSheets } from './decide.ts';
import type { Shown } from './deciding.ts';
import { addIssue, createIssues, listIssues } from './issue.ts';
import { createKnown } from './known.ts';
import { openLines } from './line.ts';
import { createPace } from './pace.ts';
import { type ParsedSheet, parseSheet } from './parse.ts';
import { type Planned, planWorkbook } from './plan.ts';
import { sourceOf } from './source.ts';
import { noCounts, type State } from './state.ts';

/** Rows shown before saving; the counts tell of the rest. */
const MOST_SHOWN = 300;

interface Analysis {
  readonly acting: Acting;
  readonly fileName: string;
  readonly path: string;
  /** Where the decided rows go. */
  readonly lines: string;
  readonly plans: readonly SheetPlan[];
  readonly onProgress: (progress: State['progress']) => void;
}

export type Found = Omit<State, 'owner' | 'corrected' | 'saveAs'>;

/** Ids in the order of making, for records and journal rows of one import. */
export function idMaker(app: Pick<App, 'now'>): () => string {
  let previous: string | null = null;
  return () => {
    previous = nextUuid(previous, app.now(), randomBytes(10));
    return previous;
  };
}

/** A file that cannot be read gives refusals; one that can gives its plans, counts, issues and a preview. */
export async function analyse(analysis: Analysis): Promise<Found> {
  try {
    return await read(analysis);
  } catch (error) {
    if (error instanceof WorkbookRefused) return refusedWith([error.refusal]);
    throw error;
  }
}

function refusedWith(refusals: readonly Refusal[]): Found {
  return {
    ...{ progress: { done: 0, total: 0 }, plans: [], counts: noCounts(), issues: [], refusals, preview: [] },
    ...{ issueCount: { error: 0, note: 0 }, sources: [] },
  };
}

async function read(analysis: Analysis): Promise<Found> {
  const { acting, fileName, onProgress } = analysis;
  const { app, county } = acting;
  const opened = await openWorkbook({ path: analysis.path });
  if (!opened.ok) return refusedWith(opened.refusals);
  const workbook = opened.value;
  const today = dayOfInstant(instant(app));
  const planned = await planWorkbook(app.db, county, workbook, analysis.plans, {
    fileName,
    year: yearOf(today),
  });
  const plans = planned.map((each) => each.plan);
  if (planned.every((each) => each.plan.kind === null)) return { ...refusedWith([nothing()]), plans };

  const issues = createIssues();
  const pace = createPace();
  const counts = noCounts();
  let done = 0;
  const sheets: ParsedSheet[] = [];
  for (const sheet of workbook.sheets) {
    const own = planned.find((each) => each.head.sheet === sheet.name);
    if (!own) continue;
    const onRow = () => {
      done += 1;
      if (done % 200 === 0) onProgress({ done, total: 0 });
    };
    const parsed = await parseSheet(sheet, own, { issues, pace, onRow, date1904: workbook.date1904 });
    if (parsed) sheets.push(parsed);
    else tellLeftOut(issues, own);
  }

  const total = sheets.reduce((n, sheet) => n + sheet.rows.length, 0);
  const preview: Shown[] = [];
  const lines = openLines(analysis.lines);
  done = 0;
  await decideSheets(sheets, {
    ...{
      acting,
      fileName,
      issues,
      pace,
      lines,
      implied: [],
      known: createKnown(county),
      newId: idMaker(app),
    },
    onRow: () => {
      done += 1;
      if (done % 200 === 0) onProgress({ done, total });
    },
    show: (shown) => {
      if (preview.length < MOST_SHOWN) preview.push(shown());
    },
    count: (effect, n) => {
      counts[effect] += n;
    },
  });
  await lines.close();
  return {
    ...{ progress: { done: total, total }, plans, counts, preview, refusals: [] },
    ...{ issues: listIssues(issues), issueCount: { error: issues.errors, note: issues.notes } },
    sources: sheets.map(({ planned: own, kind }) => ({
      ...{ sheet: own.head.sheet, kind: kind.name, signature: own.signature },
      source: sourceOf(fileName, own.head.sheet),
    })),
  };
}

function nothing(): Refusal {
  return {
    code: 'import.nothing',
    message: [
      '没有认出任何一种台账，请指定工作表是哪种记录，或改用模板填写',
      'No sheet looks like a ledger: say what kind of record a sheet holds, or use the template',
    ],
  };
}

/** A sheet with rows under headings that is left out ought not to go unnoticed. */
function tellLeftOut(issues: ReturnType<typeof createIssues>, { plan, head }: Planned): void {
  if (head.hidden || head.headings.length < 2 || plan.kind !== null) return;
  addIssue(issues, {
    ...{ sheet: head.sheet, cell: '', row: plan.headerRow, severity: 'note' },
    message: ['这张表没有导入：没有指定是哪种记录', 'This sheet is left out: its kind of record is not said'],
  });
}
