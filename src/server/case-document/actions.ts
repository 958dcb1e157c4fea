// How is a paper of a case issued: frozen as it was seen, numbered, hashed, kept with its bytes?
import type { ActionBody } from '../../contract/action.ts';
import { has, mayWrite } from '../../domain/access/access.ts';
import { type DraftPaper, draftPaper, numbered, usedNumber } from '../../domain/case/document.ts';
import { paperNumber } from '../../domain/case/document-setting.ts';
import { hexOf } from '../../domain/journal/row.ts';
import { canonicalBytes } from '../../domain/kernel/canonical.ts';
import { dayOfInstant, yearOf } from '../../domain/kernel/day.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import type { Paper, Stamp } from '../../domain/report/paper.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { toPaperDocx } from '../document/index.ts';
import { sha256 } from '../keys.ts';
import { holdRecord } from '../record/index.ts';
import { type LoadedCase, loadCase } from './file.ts';
import {
  type FrozenRow,
  findBearer,
  findFrozen,
  insertIssued,
  putFills,
  spendDocumentNumber,
  takeDocumentNumber,
} from './store.ts';

const CASE = getKind('case');

/** The hash a paper is known by: of its words and their places, whatever file they stand in. */
export function paperHash(paper: Paper): string {
  return hexOf(sha256(canonicalBytes(paper)));
}

export function stampOf(county: string, version: number, hash: string): Stamp {
  return { draft: false, sha256: hash, version, ledger: county };
}

/** The case, which nobody moves until the transaction ends; or why this person may not write its papers. */
async function hold(tx: Tx, acting: Acting, id: string): Promise<Outcome<LoadedCase>> {
  const row = await holdRecord(tx, acting.county, CASE, id);
  if (!row) return refuse('record.missing', ['没有这个案件', 'There is no such case']);
  if (row.withdrawn)
    return refuse('record.withdrawn', ['案件已撤回，请先恢复', 'The case was withdrawn; restore it first']);
  // Papers name people: who may not read their data cannot have seen what would be issued.
  if (!mayWrite(acting.actor, CASE, row.values) || !has(acting.actor, 'personal.read'))
    return refuse('access.denied', ['您的角色不能制作案件文书', 'Your role may not make papers of a case']);
  const loaded = await loadCase(acting.app, tx, acting.county, id);
  if (!loaded) throw new Error(`case ${id} is held but not there`);
  return ok(loaded);
}

export async function fillDocument(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'document.fill'>,
): Promise<Outcome<Effect>> {
  const held = await hold(tx, acting, body.case);
  if (!held.ok) return held;
  const fills = Object.fromEntries(
    Object.entries(body.fills).map(([fact, value]) => [fact, value?.trim() || null]),
  );
  await putFills(tx, acting.county, body.case, fills, instant(acting.app));
  return ok({
    subject: { kind: 'documentFill', id: body.case },
    body: { case: body.case, fills },
    result: {},
  });
}

function missing(draft: DraftPaper): Refusal[] {
  return draft.gaps
    .filter((gap) => gap.must)
    .map(({ fact, hint }) => ({
      code: 'document.missing',
      where: fact,
      message: [`尚缺：${hint[0]}`, `Missing: ${hint[1]}`],
    }));
}

export async function issueDocument(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'document.issue'>,
): Promise<Outcome<Effect>> {
  const held = await hold(tx, acting, body.case);
  if (!held.ok) return held;
  const loaded = held.value;
  const draft = draftPaper(loaded.file, body.name);
  if (!draft || draft.rule.bound)
    return refuse('document.unknown', [
      '没有这种文书，或者它随案卷装订时生成',
      'There is no such paper to issue',
    ]);
  if (paperHash(draft.paper) !== body.draft)
    return refuse('document.stale', [
      '文书内容已有变化，请重新预览后再签发',
      'What the paper says has changed; look at it again before issuing it',
    ]);
  const lacking = missing(draft);
  if (lacking.length > 0) return { ok: false, refusals: lacking };
  const row = await freeze(tx, acting, loaded, draft, body.id);
  if (!row.ok) return row;
  await insertIssued(tx, acting.county, row.value);
  const { paper: _paper, docx: _docx, by: _by, ...told } = row.value;
  return ok({ subject: { kind: 'document', id: body.id }, body: told, result: told });
}

async function freeze(
  tx: Tx,
  acting: Acting,
  { file, issued, steps }: LoadedCase,
  draft: DraftPaper,
  id: string,
): Promise<Outcome<FrozenRow>> {
  const { county } = acting;
  const before = issued.filter((each) => each.name === draft.name).at(-1);
  const at = instant(acting.app);
  const no = await numberOf(tx, acting, draft, file, before?.no ?? null);
  if (!no.ok) return no;
  const version = (before?.version ?? 0) + 1;
  const paper = numbered(draft.paper, no.value);
  const hash = paperHash(paper);
  const docx = Buffer.from(await toPaperDocx(paper, stampOf(county, version, hash)));
  return ok({
    id,
    case: file.record.id,
    name: draft.name,
    kind: draft.rule.kind,
    version,
    no: no.value,
    title: paper.title,
    day: paper.day,
    at,
    by: acting.actor.account,
    seq: steps.length,
    sha256: hash,
    docxSha256: hexOf(sha256(docx)),
    paper,
    docx,
  });
}

/** A paper keeps its number over its versions; one a step states is used up; else the next one is taken. */
async function numberOf(
  tx: Tx,
  { county, app }: Acting,
  draft: DraftPaper,
  file: LoadedCase['file'],
  kept: string | null,
): Promise<Outcome<string | null>> {
  const { mark } = draft.rule;
  if (mark === null) return ok(null);
  const year = yearOf(draft.paper.day);
  const stated = draft.statedNo;
  if (stated === null && kept !== null) return ok(kept);
  if (stated !== null) {
    const bearer = await findBearer(tx, county, stated, { case: file.record.id, name: draft.name });
    if (bearer)
      return refuse('document.number', [
        `文号${stated}已用于另一份文书（${bearer.title}，${bearer.day}），请先更正步骤中的文号`,
        `Number ${stated} was given to another paper (${bearer.title}, ${bearer.day}); correct the step first`,
      ]);
    const n = usedNumber(file, draft.rule, stated, year);
    if (n !== null) await spendDocumentNumber(tx, county, mark, year, n);
    return ok(stated);
  }
  const n = await takeDocumentNumber(tx, county, mark, year || yearOf(dayOfInstant(instant(app))));
  const no = paperNumber(file.setting, mark, year, n);
  if (no === null)
    return refuse('document.setting', [
      '尚未设置机关代字，不能编文号（系统设置—执法文书）',
      'The agency’s mark for numbers is not set (settings, papers of cases)',
    ]);
  return ok(no);
}

/** The answer to a repeated issue. */
export async function issuedBefore(
  { app, county }: Acting,
  body: ActionBody<'document.issue'>,
): Promise<unknown> {
  const row = await findFrozen(app.db, county, body.id);
  if (!row) return null;
  const { paper: _paper, docx: _docx, by: _by, ...told } = row;
  return told;
}

export function sameIssue(journaled: unknown, body: ActionBody<'document.issue'>): boolean {
  const told = journaled as { case?: string; name?: string };
  return told.case === body.case && told.name === body.name;
}
