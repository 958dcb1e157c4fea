// How is an identity opened? One keeper asks with a reason, another grants, the asker reads; each with a passphrase.
import type { ActionBody } from '../../contract/action.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { identityInfo } from '../../domain/tip/hpke.ts';
import { TIP_PURPOSES, type TipIdentity } from '../../domain/tip/tip.ts';
import type { Acting, Effect } from '../acting.ts';
import { type App, instant, newId } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { openSealed, openWithParts, partOf, sealTo } from './hpke.ts';
import { NO_TIP } from './intake.ts';
import { shareOf, unlock } from './keeper.ts';
import {
  findKeeper,
  findKeyById,
  findOpening,
  holdOpening,
  insertOpening,
  type Opening,
  openingsOf,
  updateOpening,
} from './key-store.ts';
import { findIdentity, findTip, insertEvents } from './store.ts';

const UNTIL_MS = 24 * 60 * 60_000;
/** Once granted it is read soon, or asked for again. */
const READ_MS = 2 * 60 * 60_000;
const NONE = refuse('tip.anonymous', ['这条举报没有密封的身份信息', 'There is no sealed identity here']);
const GONE = refuse('tip.opening', [
  '没有这项申请，或已超过24小时',
  'There is no such request, or it is older than 24 hours',
]);
const SAME = refuse('access.denied', ['须由另一名保管人批准', 'Another keeper must grant it']);
const answerInfo = (county: string, opening: string) =>
  Buffer.from(`shouye tip answer 1 ${county} ${opening}`);

export type PreparedPart = Outcome<{ key: string; x: number; part: Buffer }>;

export async function prepareAsk(acting: Acting, body: ActionBody<'tip.askIdentity'>): Promise<PreparedPart> {
  const identity = await findIdentity(acting.app.db, acting.county, body.tip);
  if (!identity) return NONE;
  const mine = await shareOf(acting, identity.key, body.passphrase);
  if (!mine.ok) return mine;
  const { x, y } = mine.value.share;
  return ok({ key: identity.key, x, part: partOf(y, identity.sealed) });
}

export async function askIdentity(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.askIdentity'>,
  prepared: PreparedPart,
): Promise<Outcome<Effect>> {
  const { app, county, actor } = acting;
  if (!prepared.ok) return prepared;
  if (!(await findTip(tx, county, body.tip))) return NO_TIP;
  await insertOpening(tx, {
    county,
    id: body.id,
    tip: body.tip,
    ...prepared.value,
    asked_by: actor.account,
    asked_at: instant(app),
    reason: `${TIP_PURPOSES.find(({ code }) => code === body.purpose)?.label[0]}：${body.reason}`,
    until: new Date(app.now() + UNTIL_MS).toISOString(),
    state: 'asked',
    answered_by: null,
    answered_at: null,
    answer: null,
    read_at: null,
  });
  return ok({
    subject: { kind: 'tip', id: body.tip },
    body: { opening: body.id, purpose: body.purpose, reason: body.reason },
    result: { id: body.id },
  });
}

export type PreparedAnswer = Outcome<{ answer: Buffer | null }>;

/** The identity, sealed to whoever asked; null when the grant is denied. It is nowhere in clear but within this call. */
export async function prepareGrant(
  acting: Acting,
  body: ActionBody<'tip.grantIdentity'>,
): Promise<PreparedAnswer> {
  const { app, county, actor } = acting;
  const opening = await findOpening(app.db, county, body.id);
  if (!opening?.part || isLate(app, opening) || opening.state !== 'asked') return GONE;
  if (opening.asked_by === actor.account) return SAME;
  const mine = await shareOf(acting, opening.key, body.passphrase);
  if (!mine.ok) return mine;
  if (body.deny) return ok({ answer: null });
  const [identity, key, asker] = await Promise.all([
    findIdentity(app.db, county, opening.tip),
    findKeyById(app.db, county, opening.key),
    findKeeper(app.db, county, opening.asked_by),
  ]);
  if (!identity || !key || !asker) return NONE;
  const { x, y } = mine.value.share;
  const own = { x, part: partOf(y, identity.sealed) };
  try {
    const info = identityInfo(county, opening.tip);
    const plain = openWithParts(key.public, info, identity.sealed, { x: opening.x, part: opening.part }, own);
    const answer = sealTo(asker.public, answerInfo(county, opening.id), plain);
    plain.fill(0);
    return ok({ answer });
  } catch {
    return refuse('tip.sealed', [
      '打不开：身份信息不是用本县密钥密封的，或份额已更换，请重新申请',
      'It does not open: sealed with another key, or a share was replaced meanwhile; please ask again',
    ]);
  }
}

export async function grantIdentity(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.grantIdentity'>,
  prepared: PreparedAnswer,
): Promise<Outcome<Effect>> {
  const { app, county, actor } = acting;
  if (!prepared.ok) return prepared;
  const opening = await holdOpening(tx, county, body.id);
  if (opening?.state !== 'asked') return GONE;
  const at = instant(app);
  const { answer } = prepared.value;
  await updateOpening(tx, county, body.id, {
    state: answer ? 'granted' : 'denied',
    part: null,
    answer,
    answered_by: actor.account,
    answered_at: at,
    ...(answer ? { until: new Date(app.now() + READ_MS).toISOString() } : {}),
  });
  if (answer)
    await insertEvents(tx, [{ county, tip: opening.tip, at, kind: 'opened', id: newId(app), note: null }]);
  return ok({
    subject: { kind: 'tipOpening', id: body.id },
    body: { tip: opening.tip, askedBy: opening.asked_by, reason: opening.reason, granted: answer !== null },
    result: { id: body.id, granted: answer !== null },
  });
}

export type PreparedIdentity = Outcome<TipIdentity>;

export async function prepareRead(
  acting: Acting,
  body: ActionBody<'tip.readIdentity'>,
): Promise<PreparedIdentity> {
  const { app, county, actor } = acting;
  const opening = await findOpening(app.db, county, body.id);
  if (!opening?.answer || isLate(app, opening)) return GONE;
  const keeper = await findKeeper(app.db, county, actor.account);
  if (opening.asked_by !== actor.account || !keeper)
    return refuse('access.denied', ['只有申请人可以查阅', 'Only who asked may read it']);
  const secret = await unlock(app, keeper, body.passphrase);
  if (!secret.ok) return secret;
  try {
    const plain = openSealed(secret.value, answerInfo(county, opening.id), opening.answer);
    return ok(JSON.parse(plain.toString('utf8')) as TipIdentity);
  } catch {
    return refuse('tip.sealed', [
      '口令已更换，请重新申请',
      'Your passphrase changed meanwhile; please ask again',
    ]);
  }
}

export async function readIdentity(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.readIdentity'>,
  prepared: PreparedIdentity,
): Promise<Outcome<Effect>> {
  if (!prepared.ok) return prepared;
  const opening = await holdOpening(tx, acting.county, body.id);
  if (!opening?.answer) return GONE;
  await updateOpening(tx, acting.county, body.id, { state: 'read', read_at: instant(acting.app) });
  return ok({
    subject: { kind: 'tipOpening', id: body.id },
    body: { tip: opening.tip, reason: opening.reason },
    result: { identity: prepared.value },
  });
}

function isLate(app: App, opening: Opening): boolean {
  return Date.parse(opening.until) < app.now();
}

export async function listOpenings(app: App, county: string, tip: string) {
  return (await openingsOf(app.db, county, tip)).map((opening) => ({
    id: opening.id,
    askedBy: opening.asked_by,
    askedByName: opening.asked_name ?? '',
    askedAt: opening.asked_at,
    reason: opening.reason,
    until: opening.until,
    state:
      isLate(app, opening) && ['asked', 'granted'].includes(opening.state)
        ? ('late' as const)
        : opening.state,
    answeredByName: opening.answered_name,
  }));
}
