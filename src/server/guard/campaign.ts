// What stands against closing a campaign?
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok } from '../../domain/kernel/outcome.ts';
import { instant } from '../app.ts';
import type { StepMade } from '../procedure/index.ts';
import { listAlarms } from './alarm.ts';

/** Named in the refusal; the alarms screen shows all. */
const NAMED = 20;

/** A campaign is not closed over alarms nobody answered: each is named with who owes. */
export async function refuseOpenAlarms({ tx, acting, row }: StepMade): Promise<Outcome<object>> {
  const today = dayOfInstant(instant(acting.app));
  const alarms = await listAlarms(tx, acting.county, today, { campaign: row.id });
  const open = alarms.filter(({ answered }) => answered === null);
  if (open.length === 0)
    return ok({ more: { alarms: alarms.map(({ guard, kind, id, cause }) => ({ guard, kind, id, cause })) } });
  return {
    ok: false,
    refusals: open.slice(0, NAMED).map(({ no, label, who, kind, id }) => ({
      code: 'campaign.alarms',
      where: `${kind} ${id}`,
      message: [
        `${no} ${label[0]}（${who}）：请先办理，或由未经办的审核人员说明理由（共 ${open.length} 项未答复）`,
        `${no} ${label[1]} (${who}): settle it, or have a reviewer who did not handle it answer (${open.length} open)`,
      ],
    })),
  };
}
