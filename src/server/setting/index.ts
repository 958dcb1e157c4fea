// The front door of county settings.
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { readBaseSetting } from '../../domain/law/base-value.ts';
import { readHoliday } from '../../domain/law/calendar.ts';
import { readSuspensionRules } from '../../domain/law/suspension.ts';
import { readLexiconSetting } from '../../domain/opinion/lexicon.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { putSetting } from './store.ts';

export { findSetting } from './store.ts';

/** Settings the law's clocks and values are reckoned by: a wrong row would silently move what is due or worth. */
const CHECKED: Readonly<Record<string, (value: unknown) => Outcome<unknown>>> = {
  holiday: readHoliday,
  baseValue: readBaseSetting,
  suspension: readSuspensionRules,
  opinionLexicon: readLexiconSetting,
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
  await putSetting(tx, acting.county, body.name, body.value, instant(acting.app));
  return ok({ subject: null, body, result: {} });
}
