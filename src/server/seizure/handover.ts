// How does one phone hand over to another? A code good once and not for long, answered by the other account.
import { createHash, randomBytes } from 'node:crypto';
import type { ActionBody } from '../../contract/action.ts';
import { type Actor, mayRead } from '../../domain/access/access.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import type { Custody, Offer } from '../../domain/seizure/custody.ts';
import type { Acting, Effect } from '../acting.ts';
import { type App, instant } from '../app.ts';
import { holdSeizures } from '../custody/index.ts';
import type { Tx } from '../db/connection.ts';
import { takeEntitledStep } from '../procedure/index.ts';
import { findProgress } from '../progress/index.ts';
import { closeHandover, findHandover, type HandoverRow, insertHandover } from './store.ts';

const SEIZURE = getKind('seizure');
const MINUTE = 60_000;
/** How long the code on the giver's screen may be scanned and confirmed. */
const GOOD_MS = 15 * MINUTE;
/** Clocks of two phones differ. */
const SKEW_MS = 2 * MINUTE;
/** What was confirmed in time out in the reeds may arrive this much later. */
const LATE_MS = 72 * 60 * MINUTE;

function hashOf(county: string, code: string): Uint8Array {
  return createHash('sha256').update(`shouye handover 1 ${county} ${code}`).digest();
}

async function custodyOf(app: App, county: string, id: string) {
  const progress = await findProgress(app.db, county, 'seizure', id);
  return progress && { seq: progress.seq, facts: progress.facts as Custody };
}

/** A code for offer `seq`, for whoever gave. */
export async function openHandover(
  app: App,
  actor: Actor,
  county: string,
  asked: { seizure: string; seq: number },
): Promise<Outcome<{ code: string; until: string }>> {
  const custody = await custodyOf(app, county, asked.seizure);
  const offer = custody?.facts.pending.find((each) => each.seq === asked.seq);
  if (!offer) return refuse('custody.noOffer', ['这笔移交已经办结或收回', 'This handover is over']);
  if (offer.by !== actor.account)
    return refuse('access.denied', ['只有交出人可以出示移交码', 'Only who gives may show the code']);
  if (offer.outside !== null)
    return refuse('custody.outside', [
      '交给外单位或个人的移交由见证人凭签收单确认，不用扫码',
      'A taker without an account signs on paper, which a witness confirms',
    ]);
  const code = randomBytes(24).toString('base64url');
  const until = new Date(app.now() + GOOD_MS).toISOString();
  await insertHandover(app.db, county, hashOf(county, code), {
    ...{ seizure: asked.seizure, seq: asked.seq, by: actor.account, made_at: instant(app), until },
  });
  return ok({ code, until });
}

export interface HandoverView {
  readonly id: string;
  readonly facts: Custody;
  readonly offer: Offer | null;
  readonly state: 'open' | 'answered' | 'expired' | 'own';
  readonly until: string;
}

/** What the taker sees; the code entitles to this much, whatever agency the taker works for. */
export async function viewHandover(
  app: App,
  actor: Actor,
  county: string,
  code: string,
): Promise<Outcome<HandoverView>> {
  if (!mayRead(actor, SEIZURE))
    return refuse('access.denied', ['您的角色不能接收收缴物品', 'Your role may not take over seizures']);
  const row = await findHandover(app.db, county, hashOf(county, code));
  const custody = row && (await custodyOf(app, county, row.seizure));
  if (!row || !custody) return refuse('record.missing', UNKNOWN);
  const offer = custody.facts.pending.find((each) => each.seq === row.seq) ?? null;
  return ok({
    ...{ id: row.seizure, facts: custody.facts, offer, until: row.until },
    state: stateOf(app, actor, row, offer),
  });
}

const UNKNOWN = [
  '移交码无效，请交出人重新出示',
  'This code is not valid; ask the giver for a new one',
] as const;

function stateOf(app: App, actor: Actor, row: HandoverRow, offer: Offer | null): HandoverView['state'] {
  if (row.used_at !== null || !offer) return 'answered';
  if (offer.by === actor.account) return 'own';
  return instant(app) > row.until ? 'expired' : 'open';
}

/** Confirmed while the code was good, and not sent in so late that nobody remembers. */
function inTime(acting: Acting, row: HandoverRow): boolean {
  const at = Date.parse(acting.act?.at ?? instant(acting.app));
  const [from, until] = [Date.parse(row.made_at) - SKEW_MS, Date.parse(row.until) + SKEW_MS];
  return at >= from && at <= until && acting.app.now() <= until + LATE_MS;
}

export async function answerHandover(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'handover.answer'>,
): Promise<Outcome<Effect>> {
  const { county, app } = acting;
  // The seizure is held before its code, as every other change of custody holds it first.
  const held = (await holdSeizures(tx, county, [body.id])).get(body.id);
  const code = hashOf(county, body.code);
  const handover = await findHandover(tx, county, code, true);
  if (!held || !handover || handover.seizure !== body.id) return refuse('record.missing', UNKNOWN);
  if (handover.used_at !== null)
    return refuse('handover.used', ['这个移交码已经用过', 'This code has been used']);
  if (!inTime(acting, handover))
    return refuse('handover.expired', [
      '移交码已过期，请交出人重新出示',
      'The code is no longer good; ask the giver for a new one',
    ]);
  const { condition, place, reason } = body;
  const own = body.accept ? { condition, place } : { reason };
  const taken = await takeEntitledStep(tx, acting, {
    ...{ kind: 'seizure', id: body.id, seq: held.steps.length, step: body.accept ? 'accept' : 'decline' },
    values: { offer: handover.seq, ...withoutEmpty(own) },
  });
  if (taken.ok) await closeHandover(tx, county, code, instant(app));
  return taken;
}

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** A repeated answer says the same when it took or declined in the same words. */
export function sameAnswer(journaled: unknown, body: ActionBody<'handover.answer'>): boolean {
  const step = (journaled as { step?: { name: string; values: Record<string, unknown> } }).step;
  if (step?.name !== (body.accept ? 'accept' : 'decline')) return false;
  return (
    (body.accept ? body.condition : body.reason) ===
    (body.accept ? step.values.condition : step.values.reason)
  );
}
