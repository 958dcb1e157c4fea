// What does somebody get who attacks the tips: with the database, from inside the house, or with files that are not what they seem?
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/access/access.ts';
import type { RecordRow } from '../../src/domain/kernel/record.ts';
import { tipParagraph } from '../../src/domain/tip/tip.ts';
import { hashPassword, insertAccount } from '../../src/server/account/index.ts';
import type { App } from '../../src/server/app.ts';
import { createServer } from '../../src/server/http/index.ts';
import { CONTENT, Phone } from '../support/citizen.ts';
import {
  act,
  actorOf,
  anId,
  COUNTY,
  codeOf,
  create,
  must,
  type Office,
  openOffice,
} from '../support/office.ts';

let office: Office;
let server: FastifyInstance;
let phone: Phone;
let base = '';
const PASSWORD = 'right-and-wrong';
const OFFICER = actorOf('officer');
const cookies = new Map<string, string>();

async function signIn(at: FastifyInstance, app: App, role: Role = 'officer', actor = actorOf(role)) {
  const { account: id, region, agency } = actor;
  const row = { id, login: role.toLowerCase(), name: role, region, roles: [role], agency, disabled: false };
  const password = await hashPassword(PASSWORD);
  await insertAccount(app.db, { ...row, password }, new Date().toISOString());
  const payload = { login: row.login, password: PASSWORD };
  const answer = await at.inject({ method: 'POST', url: '/api/login', payload });
  return String(answer.headers['set-cookie']).split(';')[0] as string;
}

beforeAll(async () => {
  office = await openOffice(6);
  server = await createServer({
    ...{ app: office.app, folder: join(office.app.dataDir, 'import'), portal: { bits: 0 } },
  });
  phone = new Phone(server);
  cookies.set('officer', await signIn(server, office.app, 'officer', OFFICER));
  for (const role of ['ranger', 'leader'] as const) cookies.set(role, await signIn(server, office.app, role));
  base = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  await office.close();
});

function get(role: Role, path: string) {
  return server.inject({
    ...{ method: 'GET', url: `/api/${COUNTY}/${path}` },
    headers: { cookie: cookies.get(role) ?? '' },
  });
}

const picture = (text = '') =>
  sharp(randomBytes(120 * 90 * 3), { raw: { width: 120, height: 90, channels: 3 } })
    .jpeg()
    .toBuffer()
    .then((bytes) => Buffer.concat([bytes, Buffer.from(text)]));

/** Every row of every table, and every file that is no key. */
async function loot(): Promise<Buffer> {
  const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(office.app.db);
  const parts: Buffer[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      office.app.db,
    );
    for (const value of rows.flatMap((row) => Object.values(row)))
      parts.push(Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? ''));
  }
  const files = readdirSync(office.app.dataDir, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile() && !entry.parentPath.includes('/keys')))
    parts.push(Buffer.from(file.name), readFileSync(join(file.parentPath, file.name)));
  return Buffer.concat(parts);
}

describe('a thief of database and disk', () => {
  it('cannot look whether a photo he holds was handed in', async () => {
    const photo = await picture();
    const digest = createHash('sha256').update(photo).digest();
    const said = [
      digest,
      ...['hex', 'base64', 'base64url'].map((as) => Buffer.from(digest.toString(as as 'hex'))),
    ];
    const found = async () => {
      const bytes = await loot();
      return said.some((form) => bytes.includes(form));
    };
    await phone.piece(anId(), photo, 0, 500);
    const file = await phone.upload(photo);
    expect(await found()).toBe(false);
    const { id } = await phone.hand({ files: [file] });
    const reason = '辨认网具型号，副本不清';
    must(await act(office.app, 'tip.openOriginal', { tip: id, file, reason }, { actor: OFFICER }));
    expect(await found()).toBe(false);
    // To the officer it is told, as proof of what came in.
    const detail = (await get('officer', `tip/${id}`)).json();
    expect(detail.files[0].sha256).toBe(digest.toString('hex'));
  });

  it('finds no number and no name the informant wrote, once the tip is a clue', async () => {
    const text = '我叫欧阳不渝，电话139 0000 1234，身份证990101198503076618，2026-11-20有人在河边挂网。';
    const { id } = await phone.hand({ content: { ...CONTENT, text } });
    const done = await act(office.app, 'tip.triage', { tip: id, to: 'new' }, { actor: OFFICER });
    const { clue } = must(done).result as { clue: string };
    const row = await office.app.db
      .selectFrom('clue')
      .selectAll()
      .where('id', '=', clue)
      .executeTakeFirstOrThrow();
    expect(row['content']).toContain('2026-11-20有人在河边挂网');
    const bytes = (await loot()).toString('utf8');
    for (const secret of ['欧阳不渝', '139 0000 1234', '990101198503076618'])
      expect(bytes).not.toContain(secret);
    expect((await get('officer', `tip/${id}`)).json().content.text).toBe(text);
  });

  it.each([
    ['网里有鸟20只，3套粘网，约1200米', '网里有鸟20只，3套粘网，约1200米'],
    ['我是看到有人电鱼', '我是看到有人电鱼'],
    ['联系人：李某某，0990-6688123', '联系人：〔见举报原文〕，〔号码见举报原文〕'],
  ])('of %s is told %s', (text, told) => {
    expect(tipParagraph({ ...CONTENT, text })).toContain(told);
  });
});

describe('somebody in the house', () => {
  it('learns of a tip as it comes in only with the right to read it', async () => {
    const listen = async (role: Role) => {
      const stop = new AbortController();
      const headers = { cookie: cookies.get(role) ?? '' };
      const answer = await fetch(`${base}/api/${COUNTY}/live`, { headers, signal: stop.signal });
      const heard: string[] = [];
      const reading = (async () => {
        for await (const chunk of answer.body ?? []) heard.push(Buffer.from(chunk).toString('utf8'));
      })().catch(() => undefined);
      return {
        heard,
        stop: () => {
          stop.abort();
          return reading;
        },
      };
    };
    const [officer, ranger] = [await listen('officer'), await listen('ranger')];
    const { id } = await phone.hand();
    const venue = await create(office.app, 'area', { name: '青山镇', areaKind: 'township' });
    await expect.poll(() => ranger.heard.join('')).toContain(venue.id);
    expect(officer.heard.join('')).toContain(id);
    expect(ranger.heard.join('')).not.toContain(id);
    await Promise.all([officer.stop(), ranger.stop()]);
  });

  it('leaves the words of a step to those who may read personal words, also corrected and in its history', async () => {
    const agency = await create(office.app, 'agency', {
      name: '示范县自然资源局',
      agencyType: 'naturalResources',
    });
    const person = (name: string) => create(office.app, 'person', { name, agency: agency.id });
    const officers = [(await person('甲')).id, (await person('乙')).id];
    const row = await create(office.app, 'case', {
      ...{ caseNo: '示林罚〔2026〕1号', name: '收购案', track: 'administrative', discoveredOn: '2026-11-01' },
      agency: agency.id,
    });
    const take = (seq: number, step: string, values: object) =>
      act(office.app, 'step.take', { kind: 'case', id: row.id, seq, step, values }, { actor: OFFICER });
    const asked = { officers, shown: 'yes', role: 'witness', record: '看到有人挂网', signed: 'signed' };
    must(await take(0, 'question', { ...asked, person: '慕容证人' }));
    const fixed = { of: 1, values: JSON.stringify({ person: '慕容证人甲' }), reason: '姓名漏字' };
    must(await take(1, 'amend', fixed));
    for (const path of [`progress/case/${row.id}`, `record/case/${row.id}/history`]) {
      expect((await get('officer', path)).body).toContain('慕容证人甲');
      const leader = await get('leader', path);
      expect(leader.statusCode).toBe(200);
      expect(leader.body).toContain('看到有人挂网');
      expect(leader.body).not.toContain('慕容');
    }
  });

  it('does not lay a new tip to a clue that was settled as nothing', async () => {
    const settled = {
      day: '2026-11-01',
      source: 'tip',
      content: '河边挂网',
      result: 'false',
      resultDay: '2026-11-03',
    };
    const clue: RecordRow = await create(office.app, 'clue', settled);
    const { id } = await phone.hand();
    const join = { tip: id, to: 'join', clue: clue.id };
    expect(codeOf(await act(office.app, 'tip.triage', join, { actor: OFFICER }))).toBe('clue.mergeDropped');
  });
});

describe('a file that is not what it seems', () => {
  const SCRIPT = '<html><script>fetch("/api/990101/tip")</script></html>';

  it.each([
    ['a page', Buffer.from(SCRIPT)],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['an archive', Buffer.from('PK\u0003\u0004../../etc/passwd', 'latin1')],
  ])('%s is refused', async (_, bytes) => {
    const { status, json } = await phone.piece(anId(), bytes, 0, bytes.length);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(json)).toContain('upload.type');
  });

  it('a picture that is a page as well reaches nobody as a page', async () => {
    const file = await phone.upload(await picture(SCRIPT));
    const { id } = await phone.hand({ files: [file] });
    const shown = await get('officer', `tip/${id}/file/${file}`);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(shown.rawPayload.includes('script')).toBe(false);
    const reason = '辨认网具型号，副本不清';
    const opened = await act(office.app, 'tip.openOriginal', { tip: id, file, reason }, { actor: OFFICER });
    const { ticket } = must(opened).result as { ticket: string };
    const original = await get('officer', `tip/${id}/file/${file}/original?ticket=${ticket}`);
    expect(original.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${file}.jpg"`,
    });
  });
});

it('a citizen’s request that breaks leaves no line in any log', async () => {
  const broken = await openOffice(2);
  const other = await createServer({ app: broken.app, folder: broken.app.dataDir, portal: { bits: 0 } });
  const lines: unknown[] = [];
  other.log.error = ((line: unknown) => lines.push(line)) as never;
  await sql`drop table tip cascade`.execute(broken.app.db);
  const answer = await new Phone(other).status('a'.repeat(64));
  expect(answer.status).toBe(500);
  expect(lines).toEqual([]);
  // The same fault of the desk leaves one: the log was listened to.
  const cookie = await signIn(other, broken.app);
  const url = `/api/${COUNTY}/tip`;
  expect((await other.inject({ method: 'GET', url, headers: { cookie } })).statusCode).toBe(500);
  expect(lines).toHaveLength(1);
  await other.close();
  await broken.close();
});
