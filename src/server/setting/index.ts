// The front door of county settings.
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { readPaperSetting } from '../../domain/case/document-setting.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import { readBaseSetting } from '../../domain/law/base-value.ts';
import { readHoliday } from '../../domain/law/calendar.ts';
import { readLocalTool } from '../../domain/law/local-tool.ts';
import { readLimits } from '../../domain/law/read-limit.ts';
import { readSuspensionRules } from '../../domain/law/suspension.ts';
import { readLexiconSetting } from '../../domain/opinion/lexicon.ts';
import { NO_RULE, type RewardRule } from '../../domain/reward/rule.ts';
import { readRewardRule, rewritten } from '../../domain/reward/rule-read.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { findSetting, putSetting } from './store.ts';

export { findSetting } from './store.ts';

/** Settings the law's clocks and values are reckoned by: a wrong row would silently move what is due or worth. */
const CHECKED: Readonly<Record<string, (value: unknown) => Outcome<unknown>>> = {
  holiday: readHoliday,
  baseValue: readBaseSetting,
  suspension: readSuspensionRules,
  limits: readLimits,
  opinionLexicon: readLexiconSetting,
  casePaper: readPaperSetting,
  rewardRule: readRewardRule,
  localTool: readLocalTool,
};

export async function writeSetting(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'setting.put'>,
): Promise<Outcome<Effect>> {
  if (!has(acting.actor, 'settings'))
    return refuse('access.denied', ['您无权修改本县设置', 'You may not change county settings']);
  const read = Object.hasOwn(CHECKED, body.name) ? CHECKED[body.name]?.(body.value) : undefined;
  if (read && !read.ok) return read;
  if (body.name === 'rewardRule' && read) {
    const refusals = await rewrittenRule(tx, acting, read.value as RewardRule);
    if (refusals.length > 0) return { ok: false, refusals };
  }
  await putSetting(tx, acting.county, body.name, body.value, instant(acting.app));
  return ok({ subject: null, body, result: {} });
}

/** A rule that has been in force is closed, never changed: rewards were reckoned by it. */
async function rewrittenRule(tx: Tx, acting: Acting, after: RewardRule): Promise<Refusal[]> {
  const before = readRewardRule(await findSetting(tx, acting.county, 'rewardRule'));
  return rewritten(before.ok ? before.value : NO_RULE, after, dayOfInstant(instant(acting.app)));
}
