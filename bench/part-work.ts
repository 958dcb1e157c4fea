// How long does the case desk wait as cases pile up: the list of work, one status, the register, a case itself?
import { dayOfInstant } from '../src/domain/kernel/day.ts';
import { getKind } from '../src/domain/kind.ts';
import type { App } from '../src/server/app.ts';
import { DEMO_COUNTY } from '../src/server/demo.ts';
import { listAlarms } from '../src/server/guard/index.ts';
import { countWork, listWork } from '../src/server/procedure/index.ts';
import { listRecords } from '../src/server/record/index.ts';
import { countAll, growCases, settle } from './load.ts';
import type { Size } from './main.ts';
import { both, ms, type Times, tell, time } from './measure.ts';

/** The case desk of one county as its ended cases grow; each line with its ratio to the smallest. */
export async function measureWork(app: App, size: Size): Promise<void> {
  const kind = getKind('case');
  const now = new Date(app.now()).toISOString();
  const page = { limit: 50 };
  const asked: Record<string, () => Promise<unknown>> = {
    'open cases, due first, with counts': async () => {
      await listWork(app.db, DEMO_COUNTY, kind, { open: true }, now, page);
      await countWork(app.db, DEMO_COUNTY, kind, { open: true }, now);
    },
    'overdue cases': () => listWork(app.db, DEMO_COUNTY, kind, { due: 'overdue' }, now, page),
    'closed cases, first page': () => listWork(app.db, DEMO_COUNTY, kind, { status: ['closed'] }, now, page),
    'alarms of the county': () => listAlarms(app.db, DEMO_COUNTY, dayOfInstant(now)),
    'case register, newest first': () =>
      listRecords(app.db, DEMO_COUNTY, kind, {}, { sort: kind.day, desc: true, limit: 50 }),
  };
  const first = new Map<string, Times>();
  for (const cases of size.cases) {
    await growCases(app, DEMO_COUNTY, cases);
    await settle(app);
    const n = await countAll(app, 'case');
    for (const [what, run] of Object.entries(asked)) {
      const took = await time(size.runs, run);
      const alone = first.get(what);
      first.set(what, alone ?? took);
      const ratio = alone ? `; ${(took.p50 / alone.p50).toFixed(2)}× of ${ms(alone.p50)}` : '';
      tell(`${what}, ${n} cases`, both(took) + ratio, 'p95 < 300 ms');
    }
  }
}
