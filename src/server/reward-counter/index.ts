// How is a reward paid over the counter? The code is spent and the step taken in one transaction, once.
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { type Outcome, refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { takeStep } from '../procedure/index.ts';
import { holdRecord } from '../record/index.ts';
import { spendClaim } from '../reward/index.ts';

export async function payAtCounter(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'reward.pay'>,
): Promise<Outcome<Effect>> {
  const { app, county, actor, act } = acting;
  if (!has(actor, 'reward.pay') || !act)
    return refuse('access.denied', ['您的角色不能发放奖励', 'Your role may not pay rewards']);
  // First of all, so that two tills that were shown one code come one after the other.
  const row = await holdRecord(tx, county, getKind('reward'), body.id);
  if (!row) return refuse('record.missing', ['没有这笔奖励', 'There is no such reward']);
  const { state, paidOn, voucher } = row.values;
  if (state === 'paid')
    return refuse('reward.paid', [
      `这笔奖励已于 ${paidOn} 发放（凭证号 ${voucher}），不能重复领取`,
      `It was paid on ${paidOn} (voucher ${voucher}) and cannot be paid again`,
    ]);
  const spent = await spendClaim(tx, app, {
    ...{ county, reward: row.id, account: actor.account, claim: body.claim, by: act.id, at: instant(app) },
  });
  if (!spent.ok) return spent;
  const values = { way: 'pickup', voucher: body.voucher };
  return takeStep(tx, acting, { kind: 'reward', id: row.id, seq: body.seq, step: 'pay', values });
}

/** A repeated payment is the same when it is for the same voucher. */
export function samePayment(journaled: unknown, body: ActionBody<'reward.pay'>): boolean {
  const left = (journaled as { step?: { seq: number; values: { voucher?: string } } }).step;
  return left?.values.voucher === body.voucher && left.seq === body.seq + 1;
}
