// Is a person counted once when three agencies record one action?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recount } from '../../src/domain/figure/recount.ts';
import type { Quantity } from '../../src/domain/kernel/quantity.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { connect, type Db } from '../../src/server/db/connection.ts';
import { migrate } from '../../src/server/db/migrate.ts';
import { countFigures } from '../../src/server/figure/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { storeLedger } from '../support/random-ledger.ts';

let database: FreshDatabase;
let db: Db;
let counties = 640_000;

beforeAll(async () => {
  database = await freshDatabase();
  db = connect(database.url, 2);
  await migrate(db);
}, 60_000);

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const BUREAU = id(1);
const POLICE = id(2);
const MARKET = id(3);
const [WANG, LI, MA] = [id(11), id(12), id(13)];
const SITE = id(21);

function row(kind: string, n: number, values: Values, withdrawn = false): RecordRow {
  const county = String(counties);
  const at = '2025-12-31T00:00:00.000Z';
  const base = { county, kind, id: id(n), no: `${kind}-${n}`, version: 1, withdrawn };
  return { ...base, recordedAt: at, updatedAt: at, by: id(0), values };
}

const exact = (value: number): Quantity => ({ value, bound: 'exact' });

/** Counts the turnout of these inspections and patrols both ways. */
async function turnout(
  records: readonly (Values & { withdrawn?: boolean })[],
  figure = 'turnout.personTimes',
) {
  counties += 1;
  const made = records.map(({ withdrawn, ...values }, i) => {
    const common = { day: '2025-07-05', site: SITE, result: 'clean', agency: BUREAU };
    return values['means']
      ? row('patrol', 100 + i, { day: '2025-07-05', agency: BUREAU, sites: [SITE], ...values }, withdrawn)
      : row('inspection', 100 + i, { ...common, ...values }, withdrawn);
  });
  const ledger = new Map<string, RecordRow[]>([
    [
      'agency',
      [BUREAU, POLICE, MARKET].map((_, i) =>
        row('agency', i + 1, { name: `局${i}`, agencyType: 'forestry' }),
      ),
    ],
    ['person', [WANG, LI, MA].map((_, i) => row('person', i + 11, { name: `人${i}` }))],
    ['site', [row('site', 21, { name: '清水湖', siteType: 'V04' })]],
    ['inspection', made.filter((r) => r.kind === 'inspection')],
    ['patrol', made.filter((r) => r.kind === 'patrol')],
  ]);
  await storeLedger(db, ledger);
  const [counted] = await countFigures(db, String(counties), {}, [figure]);
  const again = recount(ledger, {}, figure);
  expect({ value: counted?.value, bound: counted?.bound }).toEqual(again);
  return again;
}

describe('人次', () => {
  it('counts a person once in one outing, whichever agencies record it', async () => {
    const outing = '7月行动';
    expect(
      await turnout([
        { outing, agency: BUREAU, persons: [WANG, LI] },
        { outing, agency: POLICE, persons: [LI, MA] },
        { outing, agency: MARKET, persons: [WANG, LI, MA], means: 'foot' },
      ]),
    ).toEqual(exact(3));
  });

  it('counts again in another outing, on another day, and in records without an outing', async () => {
    expect(
      await turnout([
        { persons: [WANG], outing: '一' },
        { persons: [WANG], outing: '二' },
      ]),
    ).toEqual(exact(2));
    expect(
      await turnout([
        { persons: [WANG], outing: '一' },
        { persons: [WANG], outing: '一', day: '2025-07-06' },
      ]),
    ).toEqual(exact(2));
    expect(await turnout([{ persons: [WANG] }, { persons: [WANG] }])).toEqual(exact(2));
  });

  it('adds the unnamed of each agency: its largest total less those it named', async () => {
    const outing = '一';
    expect(
      await turnout([
        { outing, persons: [WANG, LI], headcount: exact(5) },
        { outing, persons: [WANG], headcount: exact(4) },
        { outing, agency: POLICE, persons: [LI], headcount: exact(3) },
        { outing, agency: MARKET, headcount: exact(2) },
      ]),
    ).toEqual(exact(2 + 3 + 2 + 2));
  });

  it('keeps 余, 约 and 少量 of the totals it used', async () => {
    expect(await turnout([{ headcount: { value: 30, bound: 'over' } }, { headcount: exact(2) }])).toEqual({
      value: 32,
      bound: 'over',
    });
    expect(await turnout([{ headcount: { value: 30, bound: 'about' } }])).toEqual({
      value: 30,
      bound: 'about',
    });
    expect(await turnout([{ headcount: { value: null, bound: 'unknown' } }])).toEqual({
      value: null,
      bound: 'unknown',
    });
    expect(await turnout([{ headcount: { value: null, bound: 'unknown' }, persons: [MA] }])).toEqual({
      value: 1,
      bound: 'over',
    });
    // Two named people say more than “over one”.
    expect(await turnout([{ headcount: { value: 1, bound: 'over' }, persons: [MA, LI] }])).toEqual(exact(2));
  });

  it('leaves withdrawn records out', async () => {
    expect(await turnout([{ persons: [WANG], withdrawn: true }, { persons: [LI] }])).toEqual(exact(1));
  });
});

describe('台次', () => {
  it('counts a plate once in one outing and adds vehicles without a plate', async () => {
    const outing = '一';
    expect(
      await turnout(
        [
          { outing, plates: ['宁A12345'], vehicles: exact(2) },
          { outing, agency: POLICE, plates: ['宁A12345', '宁A0001警'] },
        ],
        'turnout.vehicleTimes',
      ),
    ).toEqual(exact(3));
  });
});
