// What rule of rewards has this county set?
import { NO_RULE, type RewardRule } from '../../domain/reward/rule.ts';
import { readRewardRule } from '../../domain/reward/rule-read.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findSetting } from '../setting/index.ts';

export async function loadRule(db: Db | Tx, county: string): Promise<RewardRule> {
  const read = readRewardRule(await findSetting(db, county, 'rewardRule'));
  return read.ok ? read.value : NO_RULE;
}
