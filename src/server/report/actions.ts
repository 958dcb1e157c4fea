// How is a summary begun, edited, signed and withdrawn?

import type { ActionBody } from '../../contract/action.ts';
import { has, type Right } from '../../domain/access/access.ts';
import { hexOf } from '../../domain/journal/row.ts';
import { canonicalBytes } from '../../domain/kernel/canonical.ts';
import { dayOfInstant, yearOf } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import { SPECIES_LISTS } from '../../domain/law/species-list.ts';
import type { Document } from '../../domain/report/document.ts';
import { readEdits } from '../../domain/report/edit-shape.ts';
import type { FrozenHead, Signed } from '../../domain/report/freeze.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { findHead, sealAll } from '../journal/index.ts';
import { sha256 } from '../keys.ts';
import { findRecord } from '../record/index.ts';
import { freezeFigures } from './freeze.ts';
import {
  findReport,
  insertReport,
  isOvertaken,
  type ReportRow,
  readOneMoment,
  takeReportNumber,
  updateReport,
} from './store.ts';
import { type Draft, draftReport, tableOfScope } from './view.ts';

function may(acting: Acting, right: Right): Outcome<true> {
  if (has(acting.actor, right)) return ok(true);
  return right === 'report.sign'
    ? refuse('access.denied', ['您无权签发工作总结', 'You may not sign summaries'])
    : refuse('access.denied', ['您无权编写工作总结', 'You may not write summaries']);
}

function effect(report: ReportRow, more: Record<string, unknown> = {}): Outcome<Effect> {
  const { version, no, outline, title, status, scope, edits } = report;
  const body = { version, no, outline, title, status, scope, edits, ...more };
  return ok({ subject: { kind: 'report', id: report.id }, body, result: withoutFrozen(report) });
}

/** What the caller and the list need; the frozen part is fetched when it is looked at. */
export function withoutFrozen(report: ReportRow): Omit<ReportRow, 'signed'> {
  const { signed: _signed, ...rest } = report;
  return rest;
}

export async function createReport(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'report.create'>,
): Promise<Outcome<Effect>> {
  const allowed = may(acting, 'report.write');
  if (!allowed.ok) return allowed;
  if (await findReport(tx, acting.county, body.id))
    return refuse('report.exists', ['这份总结已经建立', 'This summary has been made already']);
  const scope = await settleScope(tx, acting.county, body.scope);
  if (!scope.ok) return scope;
  const at = instant(acting.app);
  const year = yearOf(dayOfInstant(at));
  const n = await takeReportNumber(tx, acting.county, year);
  const report: ReportRow = {
    county: acting.county,
    id: body.id,
    no: `ZJ-${year}-${String(n).padStart(4, '0')}`,
    outline: body.outline,
    title: body.title,
    status: 'draft',
    version: 1,
    scope: scope.value,
    options: body.options,
    edits: {},
    signed: null,
    updatedAt: at,
  };
  await insertReport(tx, report);
  return effect(report);
}

/** A summary has a period: its own, or that of its campaign. */
async function settleScope(
  tx: Tx,
  county: string,
  given: ReportRow['scope'],
): Promise<Outcome<ReportRow['scope']>> {
  const scope = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const campaign = given.campaign
    ? await findRecord(tx, county, getKind('campaign'), given.campaign)
    : undefined;
  if (given.campaign && (!campaign || campaign.withdrawn))
    return refuse('report.campaign', ['没有这项专项行动', 'There is no such campaign']);
  const from = given.from ?? (campaign?.values.from as string | undefined);
  const until = given.until ?? (campaign?.values.until as string | undefined);
  if (!from || !until)
    return refuse('report.period', ['请选择统计起止日期或专项行动', 'Choose a period or a campaign']);
  if (until < from)
    return refuse('period.reversed', ['结束日期早于开始日期，请核对', 'It ends before it starts']);
  return ok({ ...scope, from, until });
}

/** The summary to change, or why not. */
async function current(
  tx: Tx,
  acting: Acting,
  body: { id: string; version: number; edits?: unknown },
): Promise<Outcome<ReportRow>> {
  const report = await findReport(tx, acting.county, body.id);
  if (!report) return refuse('report.missing', ['没有这份总结', 'There is no such summary']);
  return report.version === body.version ? ok(report) : stale(report, body.edits);
}

function stale(theirs: ReportRow, yours: unknown): Outcome<never> {
  return refuse(
    'report.stale',
    [
      '别人刚刚修改了这份总结，请对照两个版本后再保存；您的修改没有丢失',
      'Somebody changed this summary meanwhile; compare both versions and save again. Nothing of yours is lost',
    ],
    { detail: { theirs: withoutFrozen(theirs), yours: yours ?? null } },
  );
}

async function replace(
  tx: Tx,
  acting: Acting,
  before: ReportRow,
  change: Partial<ReportRow>,
  more: Record<string, unknown> = {},
): Promise<Outcome<Effect>> {
  const report: ReportRow = {
    ...before,
    ...change,
    version: before.version + 1,
    updatedAt: instant(acting.app),
  };
  if (await updateReport(tx, report, before.version)) return effect(report, more);
  return stale((await findReport(tx, before.county, before.id)) ?? before, change.edits);
}

function notDraft(report: ReportRow): Outcome<never> {
  return report.status === 'signed'
    ? refuse('report.signed', [
        '总结已签发，不能再改；可撤回后另拟新稿',
        'This summary was signed; withdraw it and draft a new one',
      ])
    : refuse('report.withdrawn', ['总结已撤回', 'This summary was withdrawn']);
}

export async function editReport(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'report.edit'>,
): Promise<Outcome<Effect>> {
  const allowed = may(acting, 'report.write');
  if (!allowed.ok) return allowed;
  const edits = readEdits(body.edits);
  if (!edits.ok) return edits;
  const found = await current(tx, acting, body);
  if (!found.ok) return found;
  if (found.value.status !== 'draft') return notDraft(found.value);
  return replace(tx, acting, found.value, { edits: edits.value });
}

/** Seals what waits before the transaction, so that the head on the summary covers all that was recorded till then. */
export async function prepareSign(acting: Acting): Promise<string> {
  await sealAll(acting.app);
  return '';
}

export async function signReport(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'report.sign'>,
): Promise<Outcome<Effect>> {
  const allowed = may(acting, 'report.sign');
  if (!allowed.ok) return allowed;
  // Values, records and versions are read one after the other; a write between them would sign what never was.
  await readOneMoment(tx);
  const found = await current(tx, acting, body);
  if (!found.ok) return found;
  const report = found.value;
  if (report.status !== 'draft') return notDraft(report);
  const at = instant(acting.app);
  const draft = await draftReport(tx, report, dayOfInstant(at));
  const owed = draft.findings.filter((finding) => finding.explain);
  if (owed.length > 0 && body.explanation.trim() === '')
    return {
      ok: false,
      refusals: owed.flatMap(({ check, message }) =>
        message === null ? [] : [{ code: 'report.explain', where: check, message }],
      ),
    };
  const signed = await freeze(tx, acting, report, draft, body.explanation.trim());
  const more = {
    explanation: signed.explanation,
    documentSha256: signed.sha256,
    frozenSha256: hexOf(sha256(canonicalBytes(signed))),
    head: signed.head,
  };
  try {
    return await replace(tx, acting, report, { status: 'signed', signed }, more);
  } catch (error) {
    if (isOvertaken(error)) return stale(report, null);
    throw error;
  }
}

async function freeze(
  tx: Tx,
  acting: Acting,
  report: ReportRow,
  { composed, edited }: Draft,
  explanation: string,
): Promise<Signed> {
  const head = await headOf(tx, acting.county);
  const footer = {
    ledger: acting.county,
    ...(head ? { journalHead: `${head.size} ${head.root}` } : {}),
  };
  const document: Document = { ...edited.document, footer };
  const until = report.scope.until ?? dayOfInstant(instant(acting.app));
  const laws = SPECIES_LISTS.filter((list) => list.from <= until && (!list.until || until < list.until));
  return {
    at: instant(acting.app),
    by: acting.actor.account,
    byName: acting.actor.name,
    explanation,
    head,
    laws: laws.map((list) => list.id),
    document,
    sha256: hexOf(sha256(canonicalBytes(document))),
    sections: edited.sections,
    numbers: composed.numbers,
    villages: composed.villages,
    figures: await freezeFigures(tx, acting.county, composed.numbers),
    table: await tableOfScope(tx, report),
  };
}

async function headOf(tx: Tx, county: string): Promise<FrozenHead | null> {
  const head = await findHead(tx, county);
  if (!head) return null;
  const { size, root, key_id: keyId, signature, at } = head;
  return { size, root: hexOf(root), at, keyId, signature };
}

/** A draft is dropped by whoever may write, a signed summary by whoever may sign; both stay readable. */
export async function withdrawReport(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'report.withdraw'>,
): Promise<Outcome<Effect>> {
  const found = await current(tx, acting, body);
  const allowed = may(acting, found.ok && found.value.status === 'signed' ? 'report.sign' : 'report.write');
  if (!allowed.ok) return allowed;
  if (!found.ok) return found;
  if (found.value.status === 'withdrawn') return notDraft(found.value);
  return replace(tx, acting, found.value, { status: 'withdrawn' }, { reason: body.reason });
}
