// What does the holder of a receipt see of the reward, and what does an officer see without the code?
import type { Label } from '../../domain/kernel/label.ts';
import { REWARD_STATES } from '../../domain/reward/reward.ts';
import type { App } from '../app.ts';
import { groupCode, pickUpCode } from './code.ts';
import { findOfTip } from './store.ts';

export interface TipReward {
  readonly state: Label;
  readonly amountFen: number | null;
  /** Shown to the holder of the receipt only. */
  readonly code: string | null;
}

const SAID: Readonly<Record<string, Label>> = {
  proposed: ['正在审批', 'Being approved'],
  approvedOnce: ['正在审批', 'Being approved'],
  payable: ['可以领取', 'Ready to be picked up'],
};

/**
 * The reward of a tip, null when none was proposed. The sum is told once it is owed; the code only where `withCode`, that is
 * to whoever showed the receipt.
 */
export async function rewardOfTip(
  app: App,
  county: string,
  tip: string,
  withCode: boolean,
): Promise<TipReward | null> {
  const found = await findOfTip(app.db, county, tip);
  // A proposal taken back never was one to the informant.
  if (!found || found.state === 'cancelled') return null;
  const { state, amount, claim_until, paid_on, id, turn } = found;
  const label = SAID[state] ?? REWARD_STATES.find((row) => row.code === state)?.label ?? ['', ''];
  const day = state === 'payable' ? claim_until : state === 'paid' ? paid_on : null;
  const until: Label = state === 'payable' ? [`（${day} 前）`, ` by ${day}`] : [`（${day}）`, ` (${day})`];
  const owed = state === 'payable' || state === 'paid' || state === 'expired';
  return {
    state: day ? [label[0] + until[0], label[1] + until[1]] : label,
    amountFen: owed ? amount : null,
    code: withCode && state === 'payable' ? groupCode(pickUpCode(app, county, id, turn)) : null,
  };
}
