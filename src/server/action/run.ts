// The one door for every change: idempotent by id, decided and journaled in one transaction.
import type { z } from 'zod';
import { ACTIONS, type ActionKind } from '../../contract/action.ts';
import type { action } from '../../contract/api.ts';
import { type Actor, mayEnter } from '../../domain/access/access.ts';
import type { JournalRow } from '../../domain/journal/row.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import type { Acting, Effect } from '../acting.ts';
import { type App, instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { appendJournal, findJournal } from '../journal/index.ts';
import { HANDLERS, type Handler } from './handlers.ts';

export type Act = z.infer<typeof action>;
export interface Done {
  /** True when the same action had been accepted before and nothing was done again. */
  readonly replayed: boolean;
  readonly result: unknown;
}

class Refused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super('refused');
    this.refusals = refusals;
  }
}

/** Runs `act` for `actor` in `county`. A refusal leaves nothing behind; the same id twice does the thing once. */
export async function runAction(app: App, actor: Actor, county: string, act: Act): Promise<Outcome<Done>> {
  if (!mayEnter(actor, county))
    return refuse('access.denied', ['您无权进入这个县', 'You have no access to this county']);
  const schema = ACTIONS[act.kind as ActionKind];
  if (!schema)
    return refuse('action.unknown', [`没有“${act.kind}”这种操作`, `There is no action ${act.kind}`]);
  const body = schema.safeParse(act.body);
  if (!body.success) return { ok: false, refusals: body.error.issues.map(issueToRefusal) };
  const acting: Acting = { app, actor, county };
  const handler = HANDLERS[act.kind as ActionKind] as Handler<unknown, unknown>;
  const before = await replay(acting, act, handler, body.data);
  if (before) return before;
  const prepared = await handler.prepare?.(acting, body.data);
  try {
    const result = await app.db
      .transaction()
      .execute((tx) => perform(tx, acting, act, handler, body.data, prepared));
    app.bus.emit('changed', { county, kind: act.kind, subject: result.subject });
    return ok({ replayed: false, result: result.result });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusals: error.refusals };
    if (!isRepeat(error)) throw error;
    // A double click: the other one was faster by milliseconds.
    const again = await replay(acting, act, handler, body.data);
    if (again) return again;
    throw error;
  }
}

async function perform(
  tx: Tx,
  acting: Acting,
  act: Act,
  handler: Handler<unknown, unknown>,
  body: unknown,
  prepared: unknown,
): Promise<Effect> {
  const outcome = await handler.run(tx, acting, body, prepared);
  if (!outcome.ok) throw new Refused(outcome.refusals);
  await appendJournal(acting.app, tx, [journalRow(acting, act, outcome.value)]);
  return outcome.value;
}

export function journalRow(acting: Acting, act: Act, effect: Effect): JournalRow {
  return {
    county: acting.county,
    id: act.id,
    batch: acting.batch ?? null,
    kind: act.kind,
    subject: effect.subject,
    at: new Date(act.at).toISOString(),
    recordedAt: instant(acting.app),
    by: acting.actor.account,
    device: act.device ?? null,
    body: effect.body,
  };
}

/** The answer to an action that was accepted before, or undefined. The same id for something else is refused. */
async function replay(
  acting: Acting,
  act: Act,
  handler: Handler<unknown, unknown>,
  body: unknown,
): Promise<Outcome<Done> | undefined> {
  const row = await findJournal(acting.app.db, acting.county, act.id);
  if (!row) return undefined;
  const subject = handler.subject?.(body) ?? null;
  if (
    row.kind !== act.kind ||
    row.by !== acting.actor.account ||
    canonicalJson(row.subject) !== canonicalJson(subject)
  )
    return refuse('action.differs', [
      '这个操作编号已用于别的操作',
      'This action id was used for something else',
    ]);
  return ok({ replayed: true, result: (await handler.again?.(acting, body)) ?? null });
}

function isRepeat(error: unknown): boolean {
  return (error as { code?: string }).code === '23505';
}

function issueToRefusal(issue: z.core.$ZodIssue): Refusal {
  const where = issue.path.join('.');
  return {
    code: 'body.invalid',
    where,
    message: [`请求内容有误：${where}`, `The request is not valid: ${where}: ${issue.message}`],
  };
}
