// What happens to running clocks when a county changes what it counts them by?
import type { ActionBody } from '../../contract/action.ts';
import type { Outcome } from '../../domain/kernel/outcome.ts';
import { fold } from '../../domain/kernel/procedure.ts';
import { getKind } from '../../domain/kind.ts';
import { PROCEDURES } from '../../domain/procedure.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { changedReckoning, listClocked, listStepsOf, progressRow, putProgress } from '../progress/index.ts';
import { findRecords } from '../record/index.ts';
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

/** Records whose steps are folded between two statements. */
const CHUNK = 500;

async function reckonAgain(tx: Tx, county: string, at: string): Promise<void> {
  const reckoning = await changedReckoning(tx, county);
  for (const procedure of PROCEDURES) {
    const kind = getKind(procedure.kind);
    const open = await listClocked(tx, county, kind.name);
    for (let i = 0; i < open.length; i += CHUNK) {
      const openings = new Map(open.slice(i, i + CHUNK).map(({ subject, opening }) => [subject, opening]));
      const rows = await findRecords(tx, county, kind, [...openings.keys()]);
      const stepsOf = await listStepsOf(tx, county, kind.name, [...openings.keys()]);
      const standing = rows.map(({ id, values }) => {
        const subject = { id, values, opening: openings.get(id) ?? {}, steps: stepsOf.get(id) ?? [] };
        const progress = fold(procedure, values, subject.opening, subject.steps);
        return progressRow(procedure, subject, progress, reckoning);
      });
      await putProgress(tx, county, kind.name, standing, at);
    }
  }
}
