// How long does the case desk wait as cases pile up: the list of work, one status, the register, a case itself?
import { dayOfInstant } from '../src/domain/kernel/day.ts';
import { getKind } from '../src/domain/kind.ts';
import type { App } from '../src/server/app.ts';
import { DEMO_COUNTY } from '../src/server/demo.ts';
import { countAlarms, listAlarms } from '../src/server/guard/index.ts';
import { overview } from '../src/server/overview/index.ts';
import { countWork, listWork } from '../src/server/procedure/index.ts';
import { fillProgress } from '../src/server/progress/index.ts';
import { listRecords, streamRecords } from '../src/server/record/index.ts';
import { countAll, growCases, growSeizures, settle } from './load.ts';
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
  await measureAlarms(app, size);
}

/** The alarms of a county with many seizures, a tenth of them ringing or a clue that does; then a ledger older than its procedures. */
async function measureAlarms(app: App, size: Size): Promise<void> {
  await growSeizures(app, DEMO_COUNTY, size.seizures);
  await settle(app);
  const today = dayOfInstant(new Date(app.now()).toISOString());
  const ringing = await listAlarms(app.db, DEMO_COUNTY, today);
  const one = ringing.find(({ kind }) => kind === 'seizure')?.id;
  const where = `${await countAll(app, 'case')} cases, ${await countAll(app, 'seizure')} seizures, ${ringing.length} alarms`;
  const asked: Record<string, () => Promise<unknown>> = {
    'every alarm of the county': () => listAlarms(app.db, DEMO_COUNTY, today),
    'alarms counted by guard': () => countAlarms(app.db, [DEMO_COUNTY], today),
    'alarms of one record': () => listAlarms(app.db, DEMO_COUNTY, today, { kind: 'seizure', id: one }),
    overview: () => overview(app.db, DEMO_COUNTY, today),
  };
  for (const [what, run] of Object.entries(asked))
    tell(`${what}, ${where}`, both(await time(Math.min(size.runs, 10), run)));
  const seizure = getKind('seizure');
  await app.db.deleteFrom('clock').where('kind', '=', 'seizure').execute();
  await app.db.deleteFrom('progress').where('kind', '=', 'seizure').execute();
  const start = performance.now();
  const n = await fillProgress(app.db, DEMO_COUNTY, seizure, streamRecords(app.db, DEMO_COUNTY, seizure));
  tell(
    `${n} records of an older ledger given their place`,
    `${((performance.now() - start) / 1_000).toFixed(1)} s`,
  );
}
