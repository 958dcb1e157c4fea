// What does an informant get, and how is it picked up? Read by tip, without who the informant is.
import type { Label } from '../../domain/kernel/label.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface TipReward {
  readonly state: Label;
  readonly amountFen: number | null;
  /** Shown to the holder of the receipt only. */
  readonly code: string | null;
}

/** The reward of a tip as its informant sees it; null when none was proposed. */
export async function rewardOfTip(_db: Db | Tx, _county: string, _tip: string): Promise<TipReward | null> {
  return null;
}
