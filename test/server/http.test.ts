// Does the server keep its manners? Headers, cookies, limits, refusals as problem+json, news as they happen.
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/contract/api.ts';
import { hashPassword, insertAccount } from '../../src/server/account/index.ts';
import { createServer } from '../../src/server/http/server.ts';
import { actorOf, anId, COUNTY, type Office, openOffice } from '../support/office.ts';

const PASSWORD = 'wetland-2026';
const folder = mkdtempSync(join(tmpdir(), 'shouye-http-'));
let office: Office;
let server: FastifyInstance;
let cookie: string;

beforeAll(async () => {
  office = await openOffice(6);
  server = await createServer({ app: office.app, folder, secure: true });
  for (const login of ['heron', 'egret', 'owl']) {
    const { account: id, name, region, agency } = actorOf('clerk');
    const account = { id, login, name, region, roles: ['clerk' as const], agency, disabled: false };
    await insertAccount(
      office.app.db,
      { ...account, password: await hashPassword(PASSWORD) },
      new Date().toISOString(),
    );
  }
  cookie = String((await login('heron', PASSWORD)).headers['set-cookie']).split(';')[0] as string;
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const login = (name: string, password: string) =>
  server.inject({ method: 'POST', url: '/api/login', payload: { login: name, password } });
const ask = (url: string, more: InjectOptions = {}) =>
  server.inject({ method: 'GET', url, headers: { cookie, ...more.headers }, ...more });
const newArea = () => {
  const body = { kind: 'area', id: anId(), values: { name: '青山镇' } };
  return { id: anId(), kind: 'record.create', at: new Date().toISOString(), body };
};

describe('every answer', () => {
  it.each(['/api/me', '/api/openapi.json', '/healthz', '/api/nowhere', '/', `/api/${COUNTY}/record/area`])(
    'carries the headers that keep a page ours: %s',
    async (url) => {
      const { headers } = await ask(url);
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toMatch(/https?:|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      if (url.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store');
    },
  );

  it.each([
    ['/api/nowhere', 404, 'route.missing'],
    [`/api/${COUNTY}/record/nonsense`, 404, 'record.missing'],
    [`/api/${COUNTY}/record/area/${anId()}`, 404, 'record.missing'],
    [`/api/${COUNTY}/record/area/not-an-id`, 400, 'body.invalid'],
    [`/api/${COUNTY}/record/area?limit=0`, 400, 'body.invalid'],
    [`/api/${COUNTY}/record/area?where=%7B`, 400, 'body.invalid'],
    [`/api/${COUNTY}/record/area?cursor=nonsense`, 400, 'body.invalid'],
    [`/api/12/record/area`, 400, 'body.invalid'],
    [`/api/${COUNTY}/figure/none/record`, 404, 'route.missing'],
  ])('that is a refusal is problem+json: %s', async (url, status, code) => {
    const answer = await ask(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ type: `urn:shouye:problem:${code}`, status });
    expect(answer.json().refusals[0].message).toHaveLength(2);
  });

  it('to a stranger says only that a login is needed', async () => {
    const answer = await server.inject({ method: 'GET', url: '/api/me' });
    expect(answer.statusCode).toBe(401);
    expect(
      (await server.inject({ method: 'GET', url: '/api/me', headers: { cookie: 'shouye=wrong' } })).body,
    ).toBe(answer.body);
  });
});

describe('a session', () => {
  it('is a cookie that scripts and other sites cannot use', async () => {
    const flags = String((await login('heron', PASSWORD)).headers['set-cookie']);
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']) expect(flags).toContain(flag);
    const token = /shouye=([^;]+)/.exec(flags)?.[1] ?? '';
    expect(token.length).toBeGreaterThanOrEqual(43);
    const stored = await office.app.db.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('ends at logout, and for a disabled account at once', async () => {
    const own = String((await login('owl', PASSWORD)).headers['set-cookie']).split(';')[0] as string;
    const me = () => server.inject({ method: 'GET', url: '/api/me', headers: { cookie: own } });
    expect((await me()).statusCode).toBe(200);
    await server.inject({ method: 'POST', url: '/api/logout', headers: { cookie: own } });
    expect((await me()).statusCode).toBe(401);
    const again = String((await login('owl', PASSWORD)).headers['set-cookie']).split(';')[0] as string;
    await sql`update account set disabled = true where login = 'owl'`.execute(office.app.db);
    expect(
      (await server.inject({ method: 'GET', url: '/api/me', headers: { cookie: again } })).statusCode,
    ).toBe(401);
    expect((await login('owl', PASSWORD)).statusCode).toBe(401);
  });

  it('is not to be had by guessing: the name waits, and an unknown name looks the same', async () => {
    const wrong = await login('egret', 'wrong');
    const unknown = await login('nobody-here', 'wrong');
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(unknown.body).toBe(wrong.body);
    for (let i = 0; i < 7; i++) await login('egret', `wrong ${i}`);
    expect((await login('egret', PASSWORD)).statusCode).toBe(429);
    expect((await login('heron', PASSWORD)).statusCode).toBe(200);
  });

  it('is refused in words when the login is not one', async () => {
    for (const payload of [
      undefined,
      {},
      { login: 1 },
      { login: 'a\u0000b', password: 'x' },
      { login: 'a'.repeat(99), password: 'x' },
    ])
      expect(
        (await server.inject({ method: 'POST', url: '/api/login', ...(payload ? { payload } : {}) }))
          .statusCode,
      ).toBeLessThan(500);
  });
});

describe('a request', () => {
  const send = (headers: Record<string, string>, payload: unknown = newArea()) =>
    server.inject({
      method: 'POST',
      url: `/api/${COUNTY}/action`,
      headers: { cookie, ...headers },
      payload: payload as object,
    });

  it('from another site is refused, whatever cookie it carries', async () => {
    for (const site of ['cross-site', 'same-site', 'nonsense'])
      expect((await send({ 'sec-fetch-site': site })).json().type).toBe('urn:shouye:problem:access.denied');
    expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).not.toBe(403);
    expect((await send({})).statusCode).not.toBe(403);
  });

  it('that is too large is refused with what to do', async () => {
    const answer = await send({}, { ...newArea(), device: 'x'.repeat(6 * 1024 * 1024) });
    expect(answer.statusCode).toBe(413);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().type).toBe('urn:shouye:problem:body.large');
  });

  it('in another form than JSON changes nothing', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const answer = await server.inject({
        method: 'POST',
        url: `/api/${COUNTY}/action`,
        headers: { cookie, 'content-type': type },
        payload: JSON.stringify(newArea()),
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    }
  });
});

it('openapi.json is OpenAPI 3.1 and names every route', async () => {
  type Operation = {
    operationId: string;
    parameters: { name: string; in: string; required: boolean; schema: object }[];
    responses: Record<string, object>;
    requestBody?: { content: object };
  };
  const api = (await ask('/api/openapi.json')).json() as {
    openapi: string;
    info: { title: string; version: string };
    paths: Record<string, Record<string, Operation>>;
  };
  expect(api.openapi).toMatch(/^3\.1\./);
  expect(api.info.version).not.toBe('');
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  expect(operations.map((operation) => operation.operationId).sort()).toEqual(Object.keys(ROUTES).sort());
  for (const { path, method, parameters, responses, operationId, requestBody } of operations) {
    expect(['get', 'post', 'put']).toContain(method);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const declared = parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map((parameter) => parameter.name).sort(), operationId).toEqual(inPath.sort());
    expect(declared.every((parameter) => parameter.required)).toBe(true);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', 'default']));
    for (const schema of [...parameters.map((parameter) => parameter.schema), requestBody, responses])
      expect(JSON.stringify(schema ?? {})).not.toContain('"$schema"');
  }
});

it('news reach whoever listens, of their own county only, with the headers of every page', async () => {
  const { port } = server.server.address() as AddressInfo;
  const ended = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/api/${COUNTY}/live`, {
    headers: { cookie },
    signal: ended.signal,
  });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const reader = answer.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let heard = '';
  const listen = async () => {
    while (!heard.includes('data: ')) {
      const { value, done } = await reader.read();
      if (done) return;
      heard += Buffer.from(value).toString('utf8');
    }
  };
  const listening = listen();
  office.app.bus.emit('changed', { county: '000000', kind: 'record.create', subject: null });
  const action = newArea();
  const done = await server.inject({
    method: 'POST',
    url: `/api/${COUNTY}/action`,
    headers: { cookie },
    payload: action,
  });
  expect(done.statusCode, done.body).toBe(200);
  await listening;
  expect(heard).not.toContain('000000');
  expect(heard).toContain(action.body.id);
  ended.abort();
  await expect.poll(() => office.app.bus.listenerCount('changed'), { timeout: 5_000 }).toBe(0);
});

it('fifty clients cut off in the middle leave no transaction open, and the next one is served', async () => {
  const { port } = server.server.address() as AddressInfo;
  const sockets: Socket[] = [];
  for (let i = 0; i < 50; i++) {
    const payload = JSON.stringify(newArea());
    const socket = dial(port, '127.0.0.1');
    socket.on('error', () => {});
    sockets.push(socket);
    // A third never finish their request, a third leave at once, a third leave while the answer is made.
    const head = `POST /api/${COUNTY}/action HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(payload)}\r\n\r\n`;
    socket.write(head + (i % 3 === 0 ? payload.slice(0, 20) : payload));
    if (i % 3 === 1) socket.destroy();
    else setTimeout(() => socket.destroy(), 5 + i);
  }
  await sleep(600);
  for (const socket of sockets) socket.destroy();
  const open = () =>
    sql<{ n: number }>`select count(*) as n from pg_stat_activity where datname = current_database()
      and state like 'idle in transaction%'`
      .execute(office.app.db)
      .then(({ rows }) => rows[0]?.n);
  await expect.poll(open, { timeout: 5_000 }).toBe(0);
  expect((await ask(`/api/${COUNTY}/record/area`)).statusCode).toBe(200);
  const proof = await server.inject({
    method: 'POST',
    url: `/api/${COUNTY}/journal/verify`,
    headers: { cookie },
  });
  expect(proof.json().faults).toEqual([]);
});
