// How long do figures and lists take, alone and among many counties, and as a county grows?
import { dayOfInstant } from '../src/domain/kernel/day.ts';
import { getKind } from '../src/domain/kind.ts';
import type { App } from '../src/server/app.ts';
import { DEMO_COUNTY } from '../src/server/demo.ts';
import { countFigures } from '../src/server/figure/index.ts';
import { overview } from '../src/server/overview/index.ts';
import { countRecords, listRecords } from '../src/server/record/index.ts';
import { fileOf, listReports } from '../src/server/report/index.ts';
import { copyCounty, countAll, countyAt, databaseSize, growInspections, settle } from './load.ts';
import type { Size } from './main.ts';
import { both, type Times, tell, time } from './measure.ts';

const today = (app: App) => dayOfInstant(new Date(app.now()).toISOString());
const yearScope = (app: App) => ({
  from: `${today(app).slice(0, 4)}-01-01`,
  until: `${today(app).slice(0, 4)}-12-31`,
});

interface Seen {
  readonly all: Times;
  readonly overview: Times;
  readonly page: Times;
  readonly deep: Times;
  readonly search: Times;
  /** The year's summary composed and written as .docx; a copied county has none. */
  readonly summary?: Times;
}

async function look(app: App, county: string, runs: number): Promise<Seen> {
  const inspection = getKind('inspection');
  const page = { sort: inspection.day, desc: true, limit: 50 };
  const list = async (filter: { q?: string }, cursor?: { value: unknown; id: string }) => {
    const rows = await listRecords(app.db, county, inspection, filter, { ...page, cursor });
    await countRecords(app.db, county, inspection, filter);
    return rows;
  };
  const year = (await listReports(app.db, county)).find((report) => report.outline === 'C');
  const middle = { value: `${today(app).slice(0, 4)}-06-01`, id: '80000000-0000-4000-8000-000000000000' };
  return {
    all: await time(runs, () => countFigures(app.db, county, yearScope(app))),
    overview: await time(runs, () => overview(app.db, county, today(app))),
    page: await time(runs, () => list({})),
    deep: await time(runs, () => list({}, middle)),
    search: await time(runs, () => list({ q: '市场' })),
    ...(year ? { summary: await time(Math.min(runs, 10), () => fileOf(app, year, 'docx', false)) } : {}),
  };
}

function tellSeen(where: string, seen: Seen, alone?: Seen): void {
  const ratio = (name: keyof Seen) =>
    alone?.[name] && seen[name] ? `; ${(seen[name].p50 / alone[name].p50).toFixed(2)}× alone` : '';
  const aim = alone ? 'p95 < 300 ms, ≤ 1.3×' : 'p95 < 300 ms';
  tell(`all figures of a year, ${where}`, both(seen.all) + ratio('all'), aim);
  tell(`overview, ${where}`, both(seen.overview) + ratio('overview'), aim);
  tell(`inspection list, first page and total, ${where}`, both(seen.page) + ratio('page'));
  tell(`inspection list, page in the middle, ${where}`, both(seen.deep) + ratio('deep'));
  tell(`inspection list, search, ${where}`, both(seen.search) + ratio('search'));
  if (seen.summary)
    tell(`summary of the year as .docx, ${where}`, both(seen.summary) + ratio('summary'), '< 2 s, ≤ 1.3×');
}

/** One county alone in the database, then the same county among `size.counties`. */
export async function measureLedger(app: App, size: Size): Promise<void> {
  await growInspections(app, DEMO_COUNTY, size.perCounty);
  await settle(app);
  const alone = await look(app, DEMO_COUNTY, size.runs);
  tellSeen(`county alone with ${size.perCounty} inspections`, alone);
  const start = performance.now();
  for (let i = 1; i < size.counties; i++) await copyCounty(app, DEMO_COUNTY, countyAt(i));
  await settle(app);
  const seconds = Math.round((performance.now() - start) / 1_000);
  const total = await countAll(app, 'inspection');
  tell(
    'database',
    `${size.counties} counties, ${total} inspections, ${await databaseSize(app)}, loaded in ${seconds} s`,
  );
  const where = `among ${size.counties} counties`;
  tellSeen(where, await look(app, DEMO_COUNTY, size.runs), alone);
  tellSeen(
    `${where}, another county`,
    await look(app, countyAt(Math.floor(size.counties / 2)), size.runs),
    alone,
  );
}

export async function measureGrowth(app: App, size: Size): Promise<void> {
  for (const [i, n] of size.growth.entries()) {
    const county = countyAt(1_000 + i);
    await copyCounty(app, DEMO_COUNTY, county);
    await app.db
      .deleteFrom('inspection')
      .where('county', '=', county)
      .where('no', 'like', 'JC-X-%')
      .execute();
    await growInspections(app, county, n);
    await settle(app);
    const seen = await look(app, county, Math.min(size.runs, 20));
    const has = await countAll(app, 'inspection').then(() => n);
    tell(
      `growth: county of ${has} inspections`,
      `all figures ${both(seen.all)}; overview ${both(seen.overview)}; list ${both(seen.page)}; search ${both(seen.search)}`,
    );
  }
}
