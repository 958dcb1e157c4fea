// What does a person see of a case's papers: which there are, what each lacks, and each as a file?
import { type Actor, has, mayRead, mayWrite } from '../../domain/access/access.ts';
import { type DraftPaper, draftPaper, draftPapers } from '../../domain/case/document.ts';
import { listAt } from '../../domain/case/document-file.ts';
import { paperNumber } from '../../domain/case/document-setting.ts';
import { yearOf } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import { type Paper, type Stamp, withhold } from '../../domain/report/paper.ts';
import type { App } from '../app.ts';
import { findOffice, toPaperDocx, toPaperHtml, toPdf } from '../document/index.ts';
import { paperHash, stampOf } from './actions.ts';
import { type LoadedCase, loadCase } from './file.ts';
import { findIssued, type IssuedRow, nextDocumentNumbers } from './store.ts';

export type PaperFormat = 'docx' | 'pdf' | 'html';

const CASE = getKind('case');

async function open(app: App, actor: Actor, county: string, id: string): Promise<Outcome<LoadedCase>> {
  if (!mayRead(actor, CASE))
    return refuse('access.denied', ['您的角色不能查看案件', 'Your role may not see cases']);
  const loaded = await loadCase(app, app.db, county, id);
  return loaded ? ok(loaded) : refuse('record.missing', ['没有这个案件', 'There is no such case']);
}

/** The papers in the order of the procedure: issued, ready, lacking facts, or not called for yet. */
export async function listDocuments(app: App, actor: Actor, county: string, id: string) {
  const opened = await open(app, actor, county, id);
  if (!opened.ok) return opened;
  const { file, issued, belongings } = opened.value;
  const next = await nextDocumentNumbers(app.db, county, file.today);
  const personal = has(actor, 'personal.read');
  return ok({
    mayIssue: personal && mayWrite(actor, CASE, belongings.row.values) && !belongings.row.withdrawn,
    personal,
    pdf: (await findOffice()) !== null,
    fills: personal ? file.fills : {},
    documents: draftPapers(file).map((draft) => ({
      ...told(draft, issued),
      ...(personal ? { mark: draft.mark, gaps: draft.gaps } : unnamed(draft, file)),
      nextNo: nextNumber(draft, file, next),
    })),
  });
}

/** What tells papers of several parties apart, without their names. */
function unnamed({ mark, gaps }: DraftPaper, { record, steps }: LoadedCase['file']) {
  const named = [record, ...steps].flatMap(({ values }) => listAt(values, 'parties'));
  const names = [...new Set(named)];
  const hide = (text: string) =>
    names.reduce((kept, name, i) => kept.replaceAll(name, `当事人${i + 1}`), text);
  return {
    mark: mark && hide(mark),
    gaps: gaps.map((gap) => ({ ...gap, hint: [hide(gap.hint[0]), hide(gap.hint[1])] as const })),
  };
}

function nextNumber(draft: DraftPaper, file: LoadedCase['file'], next: ReadonlyMap<string, number>) {
  const { mark } = draft.rule;
  if (mark === null || draft.statedNo !== null) return null;
  return paperNumber(file.setting, mark, yearOf(file.today), next.get(mark) ?? 1);
}

function told(draft: DraftPaper, issued: readonly IssuedRow[]) {
  const { name, rule, due, warnings, paper } = draft;
  const versions = issued
    .filter((each) => each.name === name)
    .map(({ id, version, no, day, at, sha256 }) => ({ id, version, no, day, at, sha256 }));
  const lacking = draft.gaps.some((gap) => gap.must);
  return {
    name,
    kind: rule.kind,
    label: rule.label,
    article: rule.article,
    state: stateOf(versions.length > 0, due, lacking),
    bound: rule.bound === true,
    draft: paperHash(paper),
    warnings,
    versions,
  };
}

function stateOf(issued: boolean, due: boolean, lacking: boolean): 'issued' | 'ready' | 'lacking' | 'idle' {
  if (issued) return 'issued';
  if (!due) return 'idle';
  return lacking ? 'lacking' : 'ready';
}

export interface PaperFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer | string;
}

const TYPES: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
};

/** One paper as a file: the version asked for, else the draft. Personal data only for whoever may read it. */
export async function documentFile(
  app: App,
  actor: Actor,
  county: string,
  id: string,
  asked: { readonly name: string; readonly format: PaperFormat; readonly version?: number | undefined },
): Promise<Outcome<PaperFile>> {
  const opened = await open(app, actor, county, id);
  if (!opened.ok) return opened;
  const personal = has(actor, 'personal.read');
  const frozen =
    asked.version === undefined ? undefined : await findIssued(app.db, county, id, asked.name, asked.version);
  if (asked.version !== undefined && !frozen) return noSuch();
  const paper = frozen?.paper ?? draftPaper(opened.value.file, asked.name)?.paper;
  if (!paper) return noSuch();
  const stamp: Stamp = frozen ? stampOf(county, frozen.version, frozen.sha256) : { draft: true };
  const shown = personal ? paper : withhold(paper);
  const title = `${frozen?.no ?? ''}${paper.title}${frozen ? '' : '（草稿）'}`;
  const bytes = await bytesOf(shown, stamp, asked.format, personal ? frozen?.docx : undefined);
  return bytes.ok
    ? ok({ name: `${title}.${asked.format}`, type: TYPES[asked.format], bytes: bytes.value })
    : bytes;
}

/** What was issued leaves as the bytes that were issued. */
async function bytesOf(
  paper: Paper,
  stamp: Stamp,
  format: PaperFormat,
  issued: Buffer | undefined,
): Promise<Outcome<Buffer | string>> {
  if (format === 'html') return ok(toPaperHtml(paper, stamp));
  const docx = issued ?? Buffer.from(await toPaperDocx(paper, stamp));
  return format === 'docx' ? ok(docx) : toPdf(docx);
}

function noSuch(): Outcome<never> {
  return refuse('document.unknown', ['没有这份文书', 'There is no such paper']);
}
