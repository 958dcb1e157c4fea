// Who may do what, seen from the door: every role, every kind, every route, every county.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type Route } from '../../src/contract/api.ts';
import { type Actor, has, mayRead, mayWrite, ROLES, type Role } from '../../src/domain/access/access.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { getKind, KINDS } from '../../src/domain/kind.ts';
import { hashPassword, insertAccount } from '../../src/server/account/index.ts';
import { createServer } from '../../src/server/http/index.ts';
import {
  act,
  actorOf,
  anId,
  COUNTY,
  codeOf,
  create,
  createEveryKind,
  must,
  type Office,
  OTHER_COUNTY,
  openOffice,
  sizes,
  validValues,
} from '../support/office.ts';
import { Draw } from '../support/random-ledger.ts';

const PASSWORD = 'right-and-wrong';
const SECRET = '张三丰保密';
let office: Office;
let server: FastifyInstance;
let rows: Map<string, RecordRow>;
const cookies = new Map<string, string>();
const draw = new Draw(7);
const idsOf = () => new Map([...rows].map(([kind, row]) => [kind, [row.id]]));

async function addPerson(login: string, actor: Actor): Promise<void> {
  const { account: id, name, region, agency } = actor;
  const roles = [...actor.roles];
  const account = { id, login, name, region, roles, agency, password: hash, disabled: false };
  await insertAccount(office.app.db, account, new Date().toISOString());
  const answer = await server.inject({
    method: 'POST',
    url: '/api/login',
    payload: { login, password: PASSWORD },
  });
  cookies.set(login, String(answer.headers['set-cookie']).split(';')[0] as string);
}
let hash = '';

beforeAll(async () => {
  office = await openOffice();
  hash = await hashPassword(PASSWORD);
  server = await createServer({ app: office.app, folder: mkdtempSync(join(tmpdir(), 'shouye-up-')) });
  rows = await createEveryKind(office.app, draw);
  await createEveryKind(office.app, draw, OTHER_COUNTY, actorOf('clerk', { region: OTHER_COUNTY }));
  for (const { code } of ROLES) {
    const region = code === 'city' ? '990100' : code === 'province' ? '990000' : COUNTY;
    await addPerson(code, actorOf(code, { region, agency: rows.get('agency')?.id ?? null }));
  }
  await addPerson('neighbour', actorOf('clerk', { region: OTHER_COUNTY }));
  await addPerson('neighbour-city', actorOf('city', { region: '990200' }));
  await addPerson('nobody', actorOf('clerk', { roles: [] }));
});
afterAll(async () => {
  await server.close();
  await office.close();
});

function get(login: string, url: string) {
  return server.inject({ method: 'GET', url, headers: { cookie: cookies.get(login) ?? '' } });
}

describe.each(ROLES.map((role) => [role.code]))('the role %s', (role: Role) => {
  it('creates, corrects and withdraws exactly the kinds it may write', async () => {
    const before = await sizes(office.app);
    let journaled = 0;
    for (const kind of KINDS) {
      const agency = rows.get('agency')?.id as string;
      const actor = actorOf(role, { agency });
      const base = validValues(draw, kind, idsOf());
      const values: Values = 'agency' in kind.fields ? { ...base, agency } : base;
      const may = mayWrite(actor, kind, values);
      const id = anId();
      const made = await act(office.app, 'record.create', { kind: kind.name, id, values }, { actor });
      expect(codeOf(made), `${role} ${kind.name}`).toBe(may ? 'ok' : 'access.denied');
      journaled += may ? 4 : 0;
      const target = may ? id : (rows.get(kind.name)?.id as string);
      const about = { kind: kind.name, id: target, version: 1, reason: '试' };
      for (const [change, body] of [
        ['record.correct', { ...about, values }],
        ['record.withdraw', { ...about, version: may ? 2 : 1 }],
        ['record.restore', { ...about, version: may ? 3 : 1 }],
      ] as const)
        expect(codeOf(await act(office.app, change, body, { actor })), `${role} ${change} ${kind.name}`).toBe(
          may ? 'ok' : 'access.denied',
        );
    }
    expect((await sizes(office.app))['journal']).toBe((before['journal'] ?? 0) + journaled);
  });

  it('sees only the kinds it may read, by list, by id, in search and behind figures', async () => {
    for (const kind of KINDS) {
      const wanted = mayRead(actorOf(role), kind) ? 200 : 403;
      const id = rows.get(kind.name)?.id;
      const paths = ['', `/${id}`, `/${id}/history`].map((tail) => `record/${kind.name}${tail}`);
      const all = [...paths, `choice/${kind.name}`, `place/${kind.name}`];
      // Every kind by one route, every route by many kinds.
      for (const path of [all[KINDS.indexOf(kind) % all.length]])
        expect((await get(role, `/api/${COUNTY}/${path}`)).statusCode, `${role} ${path}`).toBe(wanted);
    }
    const hits = (await get(role, `/api/${COUNTY}/search?q=20`)).json().hits as { kind: string }[];
    expect(hits.filter((hit) => !mayRead(actorOf(role), getKind(hit.kind)))).toEqual([]);
  });
});

it('another agency writes only for itself, and cannot take over or give away', async () => {
  const { app } = office;
  const [own, foreign] = [rows.get('agency')?.id as string, anId()];
  const other = await create(app, 'agency', { ...validValues(draw, getKind('agency'), idsOf()) });
  const actor = actorOf('otherAgency', { agency: own });
  const values = { ...validValues(draw, getKind('inspection'), idsOf()), agency: own };
  const denied = async (kind: string, body: unknown, who: Actor = actor) =>
    expect(codeOf(await act(app, kind, body, { actor: who }))).toBe('access.denied');
  await denied('record.create', { kind: 'inspection', id: foreign, values: { ...values, agency: other.id } });
  await denied('record.create', { kind: 'inspection', id: foreign, values: { ...values, agency: null } });
  await denied('record.create', { kind: 'inspection', id: foreign, values }, actorOf('otherAgency'));
  const theirs = await create(app, 'inspection', { ...values, agency: other.id });
  const about = { kind: 'inspection', id: theirs.id, version: 1, reason: '试' };
  await denied('record.correct', { ...about, values: { agency: own } });
  await denied('record.withdraw', about);
  const mine = await create(app, 'inspection', values, { actor });
  await denied('record.correct', { ...about, id: mine.id, values: { agency: other.id } });
});

describe('a county', () => {
  // What is open to citizens is held closed by other means: test/server/tip.test.ts.
  const routes = Object.entries<Route>(ROUTES).filter(
    ([, route]) => route.path.includes(':county') && !route.open,
  );
  const fill = (path: string) =>
    path
      .replace(':county', COUNTY)
      .replace(':kind', 'inspection')
      .replace(':figure', 'inspection.total')
      .replace(':name', 'letterhead')
      .replace(':sha256', 'a'.repeat(64))
      .replace(':code', 'a'.repeat(32))
      .replace(':id', rows.get('inspection')?.id ?? '')
      .replace(':file', rows.get('inspection')?.id ?? '');

  it('is closed to strangers, neighbours, other cities and people without a role, on every route', async () => {
    const before = await sizes(office.app);
    const id = anId();
    const payload = {
      id,
      kind: 'record.create',
      at: new Date().toISOString(),
      body: { kind: 'area', id, values: { name: '甲' } },
    };
    let served = 0;
    for (const [name, route] of routes)
      for (const login of ['', 'neighbour', 'neighbour-city', 'nobody']) {
        const answer = await server.inject({
          method: route.method,
          url: fill(route.path),
          headers: { cookie: cookies.get(login) ?? '' },
          ...(route.method === 'POST' ? { payload } : {}),
        });
        const type = answer.json().type as string;
        // A module still to come; the walls between counties are checked as soon as it answers.
        if (type === 'urn:shouye:problem:route.missing') continue;
        served += 1;
        const wanted = login ? 'access.denied' : 'auth.needed';
        expect(type, `${name} for ${login || 'a stranger'}`).toBe(`urn:shouye:problem:${wanted}`);
        expect(answer.statusCode).toBe(login ? 403 : 401);
      }
    expect(served).toBeGreaterThanOrEqual(4 * 17);
    expect(await sizes(office.app)).toEqual(before);
  });

  it('cannot be written from another one, whatever the body says', async () => {
    const before = await sizes(office.app);
    for (const role of ROLES) {
      const actor = actorOf(role.code, { region: OTHER_COUNTY });
      const outcome = await act(
        office.app,
        'record.create',
        { kind: 'area', id: anId(), values: {} },
        { actor },
      );
      expect(codeOf(outcome)).toBe('access.denied');
    }
    expect(await sizes(office.app)).toEqual(before);
  });
});

/** All text within a workbook. */
function unzipped(workbook: Uint8Array): string {
  return Object.values(unzipSync(workbook))
    .map((part) => strFromU8(part))
    .join('\n');
}

describe('personal data', () => {
  const personal = KINDS.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([name, field]) =>
      field.personal ? [[kind, name, field] as const] : [],
    ),
  );
  const blind = ROLES.map((role) => role.code).filter((code) => !has(actorOf(code), 'personal.read'));
  /** The others see the same: one of the house that may not change cases, one of another that may. */
  const asked: readonly Role[] = ['leader', 'otherAgency'];

  it('reaches no role without the right to it, on any route', async () => {
    expect(blind).toEqual(expect.arrayContaining([...asked]));
    for (const [kind, name, field] of personal) {
      const base = validValues(draw, kind, idsOf());
      const value = field.type === 'texts' ? [SECRET] : SECRET;
      const made = await create(office.app, kind.name, { ...base, [name]: value });
      const fix = {
        kind: kind.name,
        id: made.id,
        version: 1,
        values: { [name]: field.type === 'texts' ? [`${SECRET}二`] : `${SECRET}二` },
        reason: '更正',
      };
      must(await act(office.app, 'record.correct', fix));
      const found = encodeURIComponent(SECRET);
      const where = encodeURIComponent(JSON.stringify({ [name]: [`${SECRET}二`] }));
      for (const login of asked) {
        for (const path of [
          `record/${kind.name}?limit=500`,
          `record/${kind.name}?q=${found}`,
          `record/${kind.name}?sort=${name}&limit=1`,
          `record/${kind.name}/${made.id}`,
          `record/${kind.name}/${made.id}/history`,
          `choice/${kind.name}?limit=100`,
          `place/${kind.name}`,
          `search?q=${encodeURIComponent(made.no)}`,
          `search?q=${found}`,
          'journal?limit=200',
          `export/${kind.name}.xlsx`,
        ]) {
          const answer = await get(login, `/api/${COUNTY}/${path}`);
          const cursor = answer.headers['content-type']?.includes('json') ? (answer.json().next ?? '') : '';
          const body =
            path.startsWith('export/') && answer.statusCode === 200
              ? unzipped(answer.rawPayload)
              : answer.body;
          const text = body + Buffer.from(String(cursor), 'base64url').toString('utf8');
          expect(text.includes(SECRET), `${login} ${path}`).toBe(false);
        }
        // Nor by asking whether it is this one: the answer is the same for a wrong guess.
        const guess = await get(login, `/api/${COUNTY}/record/${kind.name}?where=${where}`);
        const wrong = await get(
          login,
          `/api/${COUNTY}/record/${kind.name}?where=${where.replace(/%E4%BA%8C/, '%E4%B8%89')}`,
        );
        expect(guess.body).toBe(wrong.body);
      }
      expect((await get('clerk', `/api/${COUNTY}/record/${kind.name}/${made.id}`)).body).toContain(SECRET);
      const own = await get('clerk', `/api/${COUNTY}/export/${kind.name}.xlsx`);
      expect(own.statusCode).toBe(200);
      expect(unzipped(own.rawPayload)).toContain(SECRET);
    }
  });

  it('is not in the answer to a change by someone who may not see it, and "※" sent back does not replace it', async () => {
    const values = { ...validValues(draw, getKind('rescue'), idsOf()), finder: SECRET };
    const made = await create(office.app, 'rescue', values);
    const send = (version: number) =>
      server.inject({
        method: 'POST',
        url: `/api/${COUNTY}/action`,
        headers: { cookie: cookies.get('ranger') ?? '' },
        payload: {
          id: anId(),
          kind: 'record.correct',
          at: new Date().toISOString(),
          body: { kind: 'rescue', id: made.id, version, values: { finder: '※', note: '改' }, reason: '更正' },
        },
      });
    const fixed = await send(1);
    expect(fixed.statusCode).toBe(200);
    expect(fixed.body).not.toContain(SECRET);
    const stale = await send(1);
    expect(stale.statusCode).toBe(409);
    expect(stale.body).not.toContain(SECRET);
    expect((await get('clerk', `/api/${COUNTY}/record/rescue/${made.id}`)).json().row.values.finder).toBe(
      SECRET,
    );
  });
});
