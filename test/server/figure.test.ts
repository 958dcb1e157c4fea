// Do the SQL and the brute-force recount agree on every figure of any ledger?
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIGURES, getFigure } from '../../src/domain/figure/catalogue.ts';
import type { Figure } from '../../src/domain/figure/figure.ts';
import { recount } from '../../src/domain/figure/recount.ts';
import { connect, type Db } from '../../src/server/db/connection.ts';
import { migrate } from '../../src/server/db/migrate.ts';
import {
  countFigures,
  figureRecordIds,
  figureRows,
  figureSeries,
  recountFigure,
} from '../../src/server/figure/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { Draw, randomLedger, randomScope, storeLedger } from '../support/random-ledger.ts';

/** More on demand: FIGURE_RUNS=1000. */
const RUNS = Number(process.env['FIGURE_RUNS'] ?? 40);
const BYS = ['month', 'area', 'agency', 'species', 'level', 'campaign'] as const;

let database: FreshDatabase;
let db: Db;
let counties = 110_000;

beforeAll(async () => {
  database = await freshDatabase();
  db = connect(database.url, 4);
  await migrate(db);
}, 60_000);

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function newLedger(seed: number, size: number) {
  counties += 1;
  const county = String(counties);
  const draw = new Draw(seed);
  const ledger = randomLedger(draw, county, size);
  await storeLedger(db, ledger);
  return { county, draw, ledger };
}

/** Numbers at rest differ by less than a part in 10⁶ of a unit; the value is compared at four places. */
function written(q: { value: number | null; bound: string }): string {
  return `${q.value === null ? '?' : Math.round(q.value * 1e4) / 1e4} ${q.bound}`;
}

const ledgers = fc.record({ seed: fc.integer(), size: fc.integer({ min: 2, max: 10 }) });

describe('figures', () => {
  it('agree with the recount, for every figure and any scope', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, async ({ seed, size }) => {
        const { county, draw, ledger } = await newLedger(seed, size);
        const areas = (ledger.get('area') ?? []).map((row) => ({ area: row.id }));
        const scopes = [{}, {}, {}].map(() => randomScope(draw, ledger));
        for (const scope of [...scopes, ...draw.some(areas, 3)]) {
          const differences = (await countFigures(db, county, scope)).flatMap((figure) => {
            const again = written(recount(ledger, scope, figure.id));
            return written(figure) === again ? [] : [`${figure.id}: ${written(figure)}, recount ${again}`];
          });
          expect(differences, JSON.stringify(scope)).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('open exactly the records they count, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, async ({ seed, size }) => {
        const { county, draw, ledger } = await newLedger(seed, size);
        const scope = randomScope(draw, ledger);
        for (const { id } of draw.some(FIGURES, 12)) {
          const [figure] = await countFigures(db, county, scope, [id]);
          const all = await figureRecordIds(db, county, id, scope);
          expect(all.length, id).toBe(figure?.records);
          const paged: string[] = [];
          for (let cursor: string | undefined, more = true; more; ) {
            const page = await figureRows(db, county, id, scope, { cursor, limit: 3 });
            paged.push(...page.rows.map((row) => row.id));
            more = page.next !== null;
            cursor = page.next ?? undefined;
            expect(page.rows.every((row) => row.county === county && !row.withdrawn)).toBe(true);
          }
          expect(paged, id).toEqual(all);
          expect(new Set(all).size).toBe(all.length);
          // Without its records nothing is left to count; with only them, all of it is.
          if (!isWhole(getFigure(id)) || 'standing' in (getFigure(id).when ?? {})) continue;
          const own = new Set(all);
          const only = new Map(
            [...ledger].map(([kind, rows]) => [
              kind,
              getFigure(id).kinds.includes(kind) ? rows.filter((r) => own.has(r.id)) : rows,
            ]),
          );
          expect(written(recount(only, scope, id)), id).toBe(written(figure ?? { value: 0, bound: '' }));
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('add up: the parts of a series make the whole', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, fc.constantFrom(...BYS), async ({ seed, size }, by) => {
        const { county, draw, ledger } = await newLedger(seed, size);
        const scope = randomScope(draw, ledger);
        for (const { id } of draw.some(FIGURES, 10)) {
          const [figure] = await countFigures(db, county, scope, [id]);
          const parts = await figureSeries(db, county, id, scope, by);
          if (getFigure(id).count.by === 'rate') continue;
          expect(
            parts.reduce((n, part) => n + part.records, 0),
            id,
          ).toBe(figure?.records);
          if (!isAdditive(getFigure(id))) continue;
          const sum = parts.reduce((n, part) => n + (part.value ?? 0), 0);
          expect(sum, `${id} by ${by}`).toBeCloseTo(figure?.value ?? 0, 4);
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('recount from the database as they do from the ledger', async () => {
    const { county, draw, ledger } = await newLedger(7, 8);
    for (let n = 0; n < 3; n++) {
      const scope = randomScope(draw, ledger);
      for (const { id } of FIGURES)
        expect(written(await recountFigure(db, county, id, scope)), id).toBe(
          written(recount(ledger, scope, id)),
        );
    }
  }, 60_000);
});

function isAdditive({ count }: Figure): boolean {
  return count.by === 'records' || count.by === 'sum' || count.by === 'items';
}

/** Jointness looks beyond the records of the figure. */
function isWhole({ where, count }: Figure): boolean {
  return count.by !== 'rate' && !where.some((c) => 'joint' in c || 'seenBy' in c);
}
