// What must a ledger older than its procedures be told before it is worked in, or proven?
import { getKind } from '../domain/kind.ts';
import { PROCEDURES } from '../domain/procedure.ts';
import type { App } from './app.ts';
import { fillCustody } from './custody/index.ts';
import { listLedgerCounties } from './export/index.ts';
import { fillProgress, isPlaced, listUnplaced, markPlaced } from './progress/index.ts';
import { streamRecords } from './record/index.ts';

/**
 * Gives every record with a procedure its place and tells custody of what was released, once for a database. Interrupted,
 * it goes on at the next opening; a database restored from a backup is looked through anew.
 */
export async function settleOlder(app: App, log: (line: string) => void): Promise<void> {
  const { db } = app;
  if (await isPlaced(db)) return;
  for (const county of await listLedgerCounties(db)) {
    let older = false;
    for (const { kind } of PROCEDURES) {
      if ((await listUnplaced(db, county, getKind(kind))).length === 0) continue;
      older = true;
      await fillProgress(db, county, getKind(kind), streamRecords(db, county, getKind(kind)));
    }
    // Told after every seizure has its place: an interruption before leaves some without theirs.
    const left = await fillCustody(app, county);
    if (older && left.length > 0)
      log(`${county}：放归处置多于收缴，请核对 / more released than seized: ${left.join(' ')}`);
  }
  await markPlaced(db);
}
