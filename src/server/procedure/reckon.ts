// What happens to running clocks when a county changes what it counts them by?
import type { ActionBody } from '../../contract/action.ts';
import type { Outcome } from '../../domain/kernel/outcome.ts';
import { fold } from '../../domain/kernel/procedure.ts';
import { getKind } from '../../domain/kind.ts';
import { PROCEDURES } from '../../domain/procedure.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { listOpen, listSteps, loadReckoning, progressRow, putProgress } from '../progress/index.ts';
import { findRecord } from '../record/index.ts';
import { writeSetting } from '../setting/index.ts';

/** Settings that move the last day of a clock. */
const RECKONED = ['holiday', 'suspension', 'limits'];

/** Saves a setting; what runs in the county is then due by the new count, in the same transaction. */
export async function changeSetting(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'setting.put'>,
): Promise<Outcome<Effect>> {
  const done = await writeSetting(tx, acting, body);
  if (done.ok && RECKONED.includes(body.name)) await reckonAgain(tx, acting.county, instant(acting.app));
  return done;
}

async function reckonAgain(tx: Tx, county: string, at: string): Promise<void> {
  const reckoning = await loadReckoning(tx, county);
  for (const procedure of PROCEDURES) {
    const kind = getKind(procedure.kind);
    for (const { subject, opening } of await listOpen(tx, county, kind.name)) {
      const row = await findRecord(tx, county, kind, subject);
      if (!row) continue;
      const steps = await listSteps(tx, county, kind.name, subject);
      const progress = fold(procedure, row.values, opening, steps);
      const next = progressRow(
        procedure,
        { id: subject, values: row.values, opening, steps },
        progress,
        reckoning,
      );
      await putProgress(tx, county, kind.name, [next], at);
    }
  }
}
