// The front door of county settings.
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { putSetting } from './store.ts';

export { findSetting } from './store.ts';

export async function writeSetting(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'setting.put'>,
): Promise<Outcome<Effect>> {
  if (!has(acting.actor, 'settings'))
    return refuse('access.denied', ['您无权修改本县设置', 'You may not change county settings']);
  await putSetting(tx, acting.county, body.name, body.value, instant(acting.app));
  return ok({ subject: null, body, result: {} });
}
