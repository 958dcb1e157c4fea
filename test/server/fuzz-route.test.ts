// Does every route, every action and every step answer whatever is sent with done or a refusal in words, and leave nothing half done?
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/contract/action.ts';
import { ROUTES, type Route } from '../../src/contract/api.ts';
import { REVISIONS, stepKind } from '../../src/domain/kernel/procedure.ts';
import { PROCEDURES } from '../../src/domain/procedure.ts';
import { DEMO_COUNTY } from '../../src/server/demo.ts';
import { findProgress } from '../../src/server/progress/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { type DemoHouse, openDemoHouse } from '../support/demo-house.ts';
import { idFrom, ODD, sampleOf, spoiled } from '../support/odd.ts';
import { anId } from '../support/office.ts';
import { Draw, makeValues } from '../support/random-ledger.ts';

/** More on demand: FUZZ_ROUNDS=50, FUZZ_SEED=7. */
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 3);
const draw = new Draw(Number(process.env['FUZZ_SEED'] ?? 11));
const LOGINS = ['clerk', 'officer', 'reviewer', 'leader', 'market', 'admin', 'ranger'];
let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
}, 60_000);
afterAll(() => house.close());

async function journalSize(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from journal`.execute(house.app.db);
  return rows[0]?.n ?? 0;
}

type Answer = Awaited<ReturnType<DemoHouse['send']>>;

/** Done, or refused in words. */
function sound(answer: Answer, what: string): void {
  const said = `${answer.statusCode} ${answer.body.slice(0, 300)} to ${what.slice(0, 600)}`;
  if (answer.statusCode === 503) return; // busy, and says so
  expect(answer.statusCode, said).toBeLessThan(500);
  if (answer.statusCode < 400) return;
  const problem = answer.json() as { refusals?: { message: [string, string] }[] };
  expect(problem.refusals?.[0]?.message[0] ?? '', said).not.toBe('');
}

async function actAs(login: string, kind: string, body: unknown): Promise<Answer> {
  const before = await journalSize();
  const payload = JSON.stringify({ id: anId(), kind, at: new Date().toISOString(), body });
  const answer = await house.send(login, {
    ...{ method: 'POST', url: `/api/${DEMO_COUNTY}/action`, payload },
    headers: { 'content-type': 'application/json' },
  });
  sound(answer, `${login} ${kind} ${payload}`);
  if (answer.statusCode >= 400) expect(await journalSize(), `${kind} refused, yet journaled`).toBe(before);
  return answer;
}

describe.each(Object.entries<Route>(ROUTES))('the route %s', (name, route) => {
  it('answers what its schema takes, and what it does not', async () => {
    if (name === 'live' || name === 'logout') return;
    const idOf = idFrom(draw, house.ids);
    for (let n = 0; n < ROUNDS * 4; n++) {
      const odd = n % 2 === 1;
      const part = odd ? draw.one(['path', 'query', 'body', 'body']) : '';
      const url = pathOf(route, part === 'path') + queryOf(route, part === 'query');
      const good = route.body ? sampleOf(draw, route.body, idOf) : {};
      const payload = part === 'body' ? spoiled(draw, good) : good;
      const login = draw.one(LOGINS);
      const answer = await house.send(login, {
        ...{ method: route.method, url },
        ...(route.method === 'GET'
          ? {}
          : { payload: JSON.stringify(payload), headers: { 'content-type': 'application/json' } }),
      });
      sound(answer, `${login} ${route.method} ${url} ${JSON.stringify(payload)}`);
    }
  });
});

function pathOf(route: Route, odd: boolean): string {
  const idOf = idFrom(draw, house.ids);
  const one = (name: string): string => {
    if (name === 'county') return DEMO_COUNTY;
    if (name === 'kind') return draw.one(['case', 'clue', 'seizure', 'reward', 'campaign', 'release', 'x']);
    if (name === 'name' && route.path.includes('/document/'))
      return draw.one(['filing', 'seizureList', 'transferLetter']);
    if (name === 'sha256') return 'a'.repeat(64);
    if (name === 'code') return 'a'.repeat(32);
    if (name === 'figure') return draw.one(['case.total', 'seizure.live.head', 'x']);
    return name === 'id' || name === 'file' ? idOf(route.path.split('/')[3] ?? '') : '1';
  };
  return route.path.replace(/:([a-z0-9A-Z]+)/g, (_, name: string) => {
    const value = odd && draw.chance(0.5) ? String(draw.one(ODD)).slice(0, 3_000).toWellFormed() : one(name);
    return encodeURIComponent(value);
  });
}

function queryOf(route: Route, odd: boolean): string {
  if (!route.query) return '';
  const good = sampleOf(draw, route.query, idFrom(draw, house.ids)) as Record<string, unknown>;
  const asked = odd ? (spoiled(draw, good) as Record<string, unknown> | null) : good;
  const pairs = Object.entries(typeof asked === 'object' && asked ? asked : {}).map(([name, value]) => [
    name,
    (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 5_000).toWellFormed(),
  ]);
  return `?${new URLSearchParams(pairs as string[][])}`;
}

describe.each(Object.entries(ACTIONS))('the action %s', (kind, schema) => {
  it('is done or refused', async () => {
    for (let n = 0; n < ROUNDS * 5; n++) {
      const good = sampleOf(draw, schema, idFrom(draw, house.ids));
      await actAs(draw.one(LOGINS), kind, n % 3 === 0 ? good : spoiled(draw, good));
    }
  });
});

describe.each(PROCEDURES.map((procedure) => [procedure.kind, procedure] as const))(
  'the procedure of a %s',
  (kind, procedure) => {
    it.each([...procedure.steps, ...REVISIONS].map(({ name }) => [name]))(
      'takes %s or refuses it',
      async (step) => {
        const rule = procedure.steps.find(({ name }) => name === step);
        const roles = rule?.by ?? LOGINS;
        const logins = LOGINS.filter((login) => roles.includes(login === 'market' ? 'otherAgency' : login));
        for (let n = 0; n < ROUNDS; n++) {
          const id = draw.one(house.ids.get(kind) ?? []);
          const seq = (await findProgress(house.app.db, DEMO_COUNTY, kind, id))?.seq ?? 0;
          const table = stepKind(procedure, step);
          const good = { ...(table && makeValues(draw, table, house.ids)), on: undefined };
          const values = n % 3 === 0 ? good : spoiled(draw, good);
          await actAs(draw.one(logins.length > 0 ? logins : LOGINS), 'step.take', {
            kind,
            id,
            seq,
            step,
            values,
          });
        }
      },
    );
  },
);

describe('after all of it', () => {
  it('no transaction stands open, and the journal holds', async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`.execute(house.app.db);
    expect(rows[0]?.n).toBe(0);
    expect((await verifyCounty(house.app, DEMO_COUNTY)).faults).toEqual([]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
