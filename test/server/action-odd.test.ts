// What does the door do with what nobody ought to send? It says no, in words; it never breaks, and writes nothing.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/contract/action.ts';
import type { RecordRow } from '../../src/domain/kernel/record.ts';
import { KINDS } from '../../src/domain/kind.ts';
import { hashPassword, insertAccount } from '../../src/server/account/index.ts';
import { createServer } from '../../src/server/http/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import {
  actorOf,
  anId,
  COUNTY,
  createEveryKind,
  type Office,
  openOffice,
  validValues,
} from '../support/office.ts';
import { Draw } from '../support/random-ledger.ts';

/** More on demand: ODD_RUNS=5000. */
const RUNS = Number(process.env['ODD_RUNS'] ?? 500);
let office: Office;
let server: FastifyInstance;
let cookie: string;
let rows: Map<string, RecordRow>;

beforeAll(async () => {
  office = await openOffice();
  server = await createServer({ app: office.app, folder: mkdtempSync(join(tmpdir(), 'shouye-up-')) });
  const { account: id, name, region, agency } = actorOf('clerk');
  const password = await hashPassword('odd-password');
  const account = {
    id,
    login: 'odd',
    name,
    region,
    roles: ['clerk', 'admin', 'leader'] as const,
    agency,
    password,
    disabled: false,
  };
  await insertAccount(office.app.db, { ...account, roles: [...account.roles] }, new Date().toISOString());
  const answer = await server.inject({
    method: 'POST',
    url: '/api/login',
    payload: { login: 'odd', password: 'odd-password' },
  });
  cookie = String(answer.headers['set-cookie']).split(';')[0] as string;
  rows = await createEveryKind(office.app, new Draw(3));
});
afterAll(async () => {
  await server.close();
  await office.close();
});

async function send(payload: unknown, raw?: string) {
  const before = await journalSize();
  const answer = await server.inject({
    method: 'POST',
    url: `/api/${COUNTY}/action`,
    headers: { cookie, 'content-type': 'application/json' },
    payload: raw ?? JSON.stringify(payload),
  });
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  if (answer.statusCode !== 200) {
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().refusals.length).toBeGreaterThan(0);
    expect(await journalSize()).toBe(before);
  }
  return answer;
}

async function journalSize(): Promise<number> {
  const found = await office.app.db
    .selectFrom('journal')
    .select(office.app.db.fn.countAll().as('n'))
    .execute();
  return Number(found[0]?.['n']);
}

const act = (kind: string, body: unknown, more = {}) => ({
  id: anId(),
  kind,
  at: '2025-06-01T00:00:00Z',
  body,
  ...more,
});

/** Text people, programs and attackers write. */
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '𪚥𪚥',
    '__proto__',
    'constructor',
    'toString',
    "'; drop table case; --",
    '2025-02-30',
    '0000-01-01',
    '9999-12-31',
    'infinity',
    'NaN',
    '25:00',
  ),
);
const odd: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.constantFrom(null, true, false, 0, -0, -1, 1e308, 5e-324, 2 ** 53, 2 ** 31, 0.1),
    fc.double(),
    fc.constantFrom(...[...Array(3)].map(() => anId())),
    fc.record({ value: tie('any'), bound: fc.constantFrom('exact', 'over', 'unknown', 'x') }),
    fc.record({ id: tie('any'), name: words, level: tie('any') }),
    fc.record({ lng: tie('any'), lat: tie('any') }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(words, tie('any'), { maxKeys: 4 }),
  ),
})).any;

const kinds = fc.constantFrom(...KINDS);
/** A body of the right shape with odd things within: some fields of a kind, each good or odd. */
const nearly = fc
  .tuple(
    kinds,
    fc.integer(),
    fc.array(fc.tuple(fc.nat(60), odd), { maxLength: 4 }),
    fc.constantFrom('record.create', 'record.correct', 'record.withdraw'),
  )
  .map(([kind, seed, changes, action]) => {
    const ids = new Map([...rows].map(([name, row]) => [name, [row.id]]));
    const values: Record<string, unknown> = { ...validValues(new Draw(seed), kind, ids) };
    const names = Object.keys(kind.fields);
    for (const [n, value] of changes) values[names[n % names.length] as string] = value;
    const id = action === 'record.create' ? anId() : rows.get(kind.name)?.id;
    return act(action, { kind: kind.name, id, version: 1, reason: '试', values });
  });
const anything = fc.record(
  {
    id: fc.oneof(
      fc.uuid(),
      words,
      fc.constantFrom('00000000-0000-0000-0000-000000000000', anId().toUpperCase()),
    ),
    kind: fc.oneof(fc.constantFrom(...Object.keys(ACTIONS), 'constructor', '__proto__'), words),
    at: fc.oneof(
      fc.constant('2025-06-01T00:00:00Z'),
      words,
      fc.date({ noInvalidDate: true }).map((d) => d.toISOString()),
    ),
    device: fc.oneof(fc.constant(null), words),
    body: fc.oneof(
      odd,
      fc.record({
        kind: kinds.map((k) => k.name),
        id: fc.uuid(),
        version: odd,
        values: odd,
        reason: words,
        name: words,
        value: odd,
        login: words,
        password: words,
        roles: odd,
      }),
    ),
  },
  { requiredKeys: [] },
);

describe('the door', () => {
  it('answers any JSON with done or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, odd), async (payload) => {
        await send(payload);
      }),
      { numRuns: RUNS },
    );
  });

  it('answers any record with odd values with done or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(nearly, async (payload) => {
        await send(payload);
      }),
      { numRuns: RUNS },
    );
  });

  it('answers raw text that is hardly JSON', async () => {
    const deep = (open: string, close: string, n: number) => open.repeat(n) + close.repeat(n);
    const at = '"at":"2025-06-01T00:00:00Z"';
    const raws = [
      '',
      '{',
      'null',
      '[]',
      '"\\ud800"',
      '{"__proto__":{"kind":"record.create"}}',
      `{"id":"${anId()}",${at},"kind":"record.create","body":{"__proto__":{"x":1}}}`,
      `{"id":"${anId()}",${at},"kind":"record.create","body":{"constructor":{"prototype":{"x":1}}}}`,
      `{"id":"${anId()}",${at},"kind":"setting.put","body":{"name":"letterhead","value":${deep('[', ']', 100_000)}}}`,
      `{"id":"${anId()}",${at},"kind":"setting.put","body":{"name":"letterhead","value":${deep('{"a":', '}', 300).replace('}', '1}')}}}`,
      `{"id":"${anId()}",${at},"kind":"setting.put","body":{"name":"letterhead","value":1e400}}`,
      `{"id":"${anId()}",${at},"kind":"setting.put","body":{"name":"letterhead","value":"\\u0000"}}`,
    ];
    for (const raw of raws)
      expect((await send(undefined, raw)).statusCode, raw.slice(0, 80)).toBeGreaterThanOrEqual(400);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('takes long text up to its limit, rare characters whole, and refuses more', async () => {
    const note = (text: string) =>
      act('record.create', { kind: 'clue', id: anId(), values: { ...rows.get('clue')?.values, note: text } });
    expect((await send(note('𪚥'.repeat(2_000)))).statusCode).toBe(200);
    expect((await send(note(`a${'𪚥'.repeat(1_999)}`))).statusCode).toBe(200);
    expect((await send(note('长'.repeat(4_001)))).statusCode).toBe(422);
    expect((await send(note('长'.repeat(1_500_000)))).statusCode).toBe(422);
  });

  it('takes an id in capitals as the same id', async () => {
    const id = anId().toUpperCase();
    const body = { kind: 'area', id, values: { ...rows.get('area')?.values, name: '大写' } };
    const payload = { ...act('record.create', body), id: anId().toUpperCase() };
    expect((await send(payload)).json()).toMatchObject({ replayed: false, result: { id: id.toLowerCase() } });
    expect((await send(payload)).json().replayed).toBe(true);
  });
});

describe('questions', () => {
  it('of any kind are answered or refused', async () => {
    const paths = [
      'record/inspection',
      'record/rescue',
      'choice/venue',
      'species',
      'search',
      'place/venue',
      'figure',
      'figure/inspection.total/record',
      'figure/case.total/series',
      'overview',
      'journal',
      'setting/letterhead',
    ];
    const names = [
      'q',
      'from',
      'until',
      'where',
      'sort',
      'desc',
      'cursor',
      'limit',
      'withdrawn',
      'campaign',
      'agency',
      'day',
      'ids',
      'by',
      'level',
      'species',
      'kind',
    ];
    const cursor = odd.map((value) =>
      Buffer.from(JSON.stringify([value, value]) ?? '').toString('base64url'),
    );
    const value = fc.oneof(
      words,
      cursor,
      odd.map((v) => JSON.stringify(v) ?? ''),
      fc.uuid(),
      fc.constantFrom('2025-01-01', '0001-01-01', '9999-12-31', '1|2', 'month', '%', '\\'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }),
        async (path, query) => {
          const asked = new URLSearchParams(
            Object.entries(query).map(([name, text]) => [name, text.toWellFormed()]),
          );
          const answer = await server.inject({
            method: 'GET',
            url: `/api/${COUNTY}/${path}?${asked}`,
            headers: { cookie },
          });
          expect(answer.statusCode, `${path}?${asked} ${answer.body}`).toBeLessThan(500);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

it('after all of it the journal holds', async () => {
  const proof = await verifyCounty(office.app, COUNTY);
  expect(proof.faults).toEqual([]);
});
