// Which reward does a code or receipt open at the counter, and may this till pay it now?
import type { Actor } from '../../domain/access/access.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import type { RewardFacts } from '../../domain/reward/procedure.ts';
import type { App } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { findProgress } from '../progress/index.ts';
import { findRecord } from '../record/index.ts';
import { claimHolds, codeHash, readCode, signClaim } from './code.ts';
import { findCode, findOfTip, spendCode } from './store.ts';

export interface Picked {
  readonly id: string;
  readonly no: string;
  readonly amount: number;
  readonly state: string;
  readonly seq: number;
  readonly claimUntil: string | null;
  readonly paidOn: string | null;
  readonly voucher: string | null;
  /** The house's word that the code was right, for ten minutes and this account; null when nothing can be paid. */
  readonly claim: string | null;
}

const NO_CODE = refuse('reward.missing', [
  '没有找到这个领取码或回执，请核对后再试',
  'No reward has this code or receipt; please check it',
]);

/** What the code opens: amount and state, nothing about whom or what it was for. */
export async function findByCode(
  app: App,
  county: string,
  actor: Actor,
  text: string,
): Promise<Outcome<Picked>> {
  const code = readCode(text);
  const found = code && (await findCode(app.db, county, codeHash(app, county, code)));
  return found ? picked(app, county, actor, found.reward, found.turn) : NO_CODE;
}

/** The same by the tip whose receipt was shown. */
export async function findByTip(
  app: App,
  county: string,
  actor: Actor,
  tip: string,
): Promise<Outcome<Picked>> {
  const found = await findOfTip(app.db, county, tip);
  if (!found || found.state === 'cancelled')
    return refuse('reward.none', ['这条举报没有可领取的奖励', 'There is no reward for this tip']);
  return picked(app, county, actor, found.id, found.turn);
}

async function picked(
  app: App,
  county: string,
  actor: Actor,
  id: string,
  turn: number,
): Promise<Outcome<Picked>> {
  const row = await findRecord(app.db, county, getKind('reward'), id);
  const progress = await findProgress(app.db, county, 'reward', id);
  if (!row || !progress) return NO_CODE;
  const now = (progress.facts as RewardFacts).turn;
  const open = progress.status === 'payable' && now === turn;
  const { amount, claimUntil, paidOn, voucher } = row.values;
  return ok({
    ...{ id, no: row.no, amount: Number(amount), state: progress.status, seq: progress.seq },
    claimUntil: (claimUntil as string | null | undefined) ?? null,
    paidOn: (paidOn as string | null | undefined) ?? null,
    voucher: (voucher as string | null | undefined) ?? null,
    claim: open ? signClaim(app, { county, reward: id, turn, account: actor.account }) : null,
  });
}

/** Spends the code behind `claim` for the action `by`, if nobody has; what follows in the transaction pays or undoes it. */
export async function spendClaim(
  tx: Tx,
  app: App,
  of: { county: string; reward: string; account: string; claim: string; by: string; at: string },
): Promise<Outcome<null>> {
  const { county, reward, account, claim, by, at } = of;
  const progress = await findProgress(tx, county, 'reward', reward);
  const turn = progress ? (progress.facts as RewardFacts).turn : -1;
  if (!claimHolds(app, claim, { county, reward, turn, account }))
    return refuse('reward.claim', [
      '核对已超过10分钟或情况有变，请重新输入领取码或回执',
      'The check is over ten minutes old or something changed; enter the code or receipt again',
    ]);
  return (await spendCode(tx, county, reward, turn, { by, at }))
    ? ok(null)
    : refuse('reward.paid', ['这个领取码已经使用过', 'This code has been used']);
}
