// Does a county's table of base values come in, hold for its days, and go out as it came?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashPassword, insertAccount } from '../../src/server/account/index.ts';
import { createServer } from '../../src/server/http/server.ts';
import { actorOf, anId, COUNTY, type Office, openOffice } from '../support/office.ts';

const folder = mkdtempSync(join(tmpdir(), 'shouye-base-'));
const HEAD = '物种,基准价值（元）,依据文号,施行日期,失效日期,状态';
let office: Office;
let server: FastifyInstance;
const cookies = new Map<string, string>();

beforeAll(async () => {
  office = await openOffice(6);
  server = await createServer({ app: office.app, folder });
  for (const role of ['clerk', 'ranger', 'admin'] as const) {
    const { account: id, name, region, agency } = actorOf(role);
    await insertAccount(
      office.app.db,
      {
        id,
        login: role,
        name,
        region,
        roles: [role],
        agency,
        disabled: false,
        password: await hashPassword('wetland-2026'),
      },
      new Date().toISOString(),
    );
    const payload = { login: role, password: 'wetland-2026' };
    const { headers } = await server.inject({ method: 'POST', url: '/api/login', payload });
    cookies.set(role, String(headers['set-cookie']).split(';')[0] as string);
  }
});
afterAll(async () => {
  await server.close();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

function post(path: string, payload: object, role = 'admin') {
  const headers = { cookie: cookies.get(role) as string };
  return server.inject({ method: 'POST', url: `/api/${COUNTY}/${path}`, headers, payload });
}
const get = (path: string) =>
  server.inject({
    method: 'GET',
    url: `/api/${COUNTY}/${path}`,
    headers: { cookie: cookies.get('clerk') as string },
  });
const put = (value: unknown, role = 'admin') =>
  post(
    'action',
    { id: anId(), kind: 'setting.put', at: new Date().toISOString(), body: { name: 'baseValue', value } },
    role,
  );
const total = async (day: string) =>
  (await post('valuation', { day, animals: [{ species: '画眉', count: 2 }] }, 'clerk')).json().totalYuan;

it('reads a pasted table, saves it, values by it on its days, and reads its own export', async () => {
  const read = await post('base-value/read', {
    text: `${HEAD}\n画眉,2000,县林〔2024〕1号,2024-07-01,2025-07-01,已核对\n`,
  });
  expect(read.json().rows).toEqual([
    {
      speciesId: 'Garrulax canorus',
      name: '画眉',
      fen: 200_000,
      unit: '只',
      docNo: '县林〔2024〕1号',
      status: 'verified',
      from: '2024-07-01',
      until: '2025-07-01',
    },
  ]);
  expect(await total('2024-08-01')).toBe(10_000);
  expect((await put(read.json().rows)).statusCode).toBe(200);
  expect([await total('2024-06-30'), await total('2024-08-01'), await total('2025-07-01')]).toEqual([
    10_000, 20_000, 10_000,
  ]);

  const file = await get('base-value.xlsx');
  const again = await post('base-value/read', { base64: file.rawPayload.toString('base64') });
  expect(again.json().rows).toEqual(read.json().rows);
});

it('tells every fault with its row and reads nothing', async () => {
  const { statusCode, json } = await post('base-value/read', {
    text: `${HEAD}\n画眉,1000,县林〔2024〕1号,2024-01-01,,\n阿猫阿狗,-5,,2024,,\n麻雀,300,县1号,2024-02-01,2024-01-01,\n`,
  });
  expect(statusCode).toBe(422);
  expect(json().refusals.map((r: { where: string }) => r.where)).toEqual(['3', '3', '3', '3', '4']);
});

it.each([
  ['no headings', 'a,b\n1,2\n'],
  ['headings only', `${HEAD}\n`],
  ['nothing', ''],
])('refuses %s', async (_name, text) => {
  expect((await post('base-value/read', { text })).statusCode).toBe(422);
});

it('refuses a setting that could not be used, and who may not set it', async () => {
  const row = {
    speciesId: 'Garrulax canorus',
    fen: 100,
    unit: '只',
    docNo: '县1号',
    status: 'verified',
    from: '2024-01-01',
    until: null,
  };
  expect((await put([{ ...row, docNo: '' }])).statusCode).toBe(422);
  expect((await put([{ ...row, speciesId: 'no such' }])).statusCode).toBe(422);
  expect((await put([{ ...row, status: 'fromMemory' }])).statusCode).toBe(422);
  expect((await put([row], 'ranger')).statusCode).toBe(403);
  expect((await post('base-value/read', { text: '' }, 'ranger')).statusCode).toBe(403);
});

it('shows the 86 national rows, none as verified', async () => {
  const { rows } = (await get('base-value')).json() as { rows: { status: string }[] };
  expect(rows).toHaveLength(86);
  expect(rows.filter((row) => row.status === 'verified')).toEqual([]);
});
