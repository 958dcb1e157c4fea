// The one door for every change: idempotent by id, decided and journaled in one transaction.
import type { z } from 'zod';
import { ACTIONS, type ActionKind } from '../../contract/action.ts';
import type { action } from '../../contract/api.ts';
import { type Actor, mayEnter } from '../../domain/access/access.ts';
import type { JournalRow } from '../../domain/journal/row.ts';
import { canonicalJson, isStorable } from '../../domain/kernel/canonical.ts';
import { isUuid } from '../../domain/kernel/id.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import type { Acting, Effect } from '../acting.ts';
import { type App, instant } from '../app.ts';
import { settleAfter } from '../assess/index.ts';
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
  if (!Object.hasOwn(ACTIONS, act.kind))
    return refuse('action.unknown', [`没有“${act.kind}”这种操作`, `There is no action ${act.kind}`]);
  const body = ACTIONS[act.kind as ActionKind].safeParse(act.body);
  if (!body.success) return { ok: false, refusals: body.error.issues.map(issueToRefusal) };
  const wrong = unstorable(act, body.data);
  if (wrong) return { ok: false, refusals: [wrong] };
  const acting: Acting = {
    ...{ app, actor, county },
    act: { id: act.id, at: new Date(act.at).toISOString() },
  };
  const handler = HANDLERS[act.kind as ActionKind] as Handler<unknown, unknown>;
  const before = await replay(acting, act, handler, body.data);
  if (before) return before;
  const prepared = await handler.prepare?.(acting, body.data);
  try {
    const result = await untilSettled(() =>
      app.db.transaction().execute((tx) => perform(tx, acting, act, handler, body.data, prepared)),
    );
    app.bus.emit('changed', { county, kind: act.kind, subject: result.subject });
    // For work that follows one kind of action, e.g. reading a file that was begun.
    app.bus.emit(act.kind, { county, subject: result.subject });
    return ok({ replayed: false, result: result.result });
  } catch (error) {
    const refused = error instanceof Refused;
    if (!refused && !isRepeat(error)) throw error;
    // A double click: the other one was faster by milliseconds, and this one met its record or its version.
    const again = await replay(acting, act, handler, body.data);
    if (again) return again;
    return refused ? { ok: false, refusals: error.refusals } : taken();
  }
}

/** Two people made the same thing in the same moment: an id, a user name. */
function taken(): Outcome<never> {
  return refuse('record.exists', [
    '刚刚有人保存了相同编号或名称的内容，请刷新后再试',
    'Somebody has just saved something with the same id or name; reload and try again',
  ]);
}

/** Instants a person or a phone can mean; the store holds years 1–9999 and a reset clock says 1970. */
const YEARS = [1900, 2200] as const;

/** What the schemas let through and neither journal nor store could hold. */
function unstorable(act: Act, body: unknown): Refusal | undefined {
  const invalid = (where: string, zh: string, en: string): Refusal => ({
    code: 'body.invalid',
    where,
    message: [`请求内容有误：${zh}`, `The request is not valid: ${en}`],
  });
  if (!isUuid(act.id)) return invalid('id', '操作编号应为小写 UUID', 'id must be a lower-case UUID');
  const year = new Date(act.at).getUTCFullYear();
  if (!(year >= YEARS[0] && year < YEARS[1])) return invalid('at', '时间不可信', 'at is not a credible time');
  if (!isStorable(act.device ?? ''))
    return invalid('device', '含有无法保存的字符', 'device cannot be stored');
  try {
    canonicalJson(body);
    return undefined;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return invalid('body', '含有无法保存的字符或层次过深', error.message);
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
  await settleAfter(tx, acting.county, outcome.value);
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
    canonicalJson(row.subject) !== canonicalJson(subject) ||
    handler.same?.(row.body, body) === false
  )
    return refuse('action.differs', [
      '这个操作编号已用于别的操作',
      'This action id was used for something else',
    ]);
  return ok({ replayed: true, result: (await handler.again?.(acting, body)) ?? null });
}

/** Two changes that wait for each other's records: PostgreSQL ends one, which then simply goes second. */
async function untilSettled<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01' || attempt === 5) throw error;
    }
  }
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
