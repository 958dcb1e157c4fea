// Can anybody learn who a named informant is without two keepers, and is it gone when its time is over?
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../src/domain/access/access.ts';
import { insertAccount } from '../../src/server/account/index.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { createServer } from '../../src/server/http/server.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { sweepAllTips } from '../../src/server/tip-sweeper.ts';
import { CONTENT, Phone } from '../support/citizen.ts';
import { act, actorOf, anId, COUNTY, codeOf, must, type Office, openOffice } from '../support/office.ts';

let office: Office;
let app: App;
let server: FastifyInstance;
let phone: Phone;
let later = 0;
const people: Record<string, Actor> = {};
const WORDS = { a: '芦苇荡里七只白鹭', b: 'nine night herons slept', c: '一张旧渔网晒在岸边' } as const;

async function account(name: string, role: Role): Promise<Actor> {
  const actor = actorOf(role, { name });
  const { account: id, region, agency, roles } = actor;
  const row = { id, login: name, name, region, roles: [...roles], agency, disabled: false, password: 'x' };
  await insertAccount(app.db, row, new Date().toISOString());
  return actor;
}
const as = (who: string) => ({ actor: people[who] as Actor });
const NAMED = { name: '欧阳不渝', phone: '13900001234', note: '晚上八点后可接电话' };

let sheet = '';
let key = '';
let tip: { id: string; receipt: string };

beforeAll(async () => {
  office = await openOffice(6);
  app = createApp(office.app.db, office.app.keys, () => Date.now() + later, office.app.dataDir);
  server = await createServer({ app, folder: join(app.dataDir, 'import'), portal: { bits: 0 } });
  phone = new Phone(server);
  for (const [name, role] of [
    ['a', 'leader'],
    ['b', 'reviewer'],
    ['c', 'clerk'],
    ['d', 'officer'],
    ['e', 'ranger'],
  ] as const)
    people[name] = await account(name, role);
});
afterAll(async () => {
  await server.close();
  await office.close();
});

/** Everything a thief of database and disk holds who has no keys: every row of every table, every file but the keys. */
async function loot(): Promise<Buffer> {
  const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(app.db);
  const parts: Buffer[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(app.db);
    for (const value of rows.flatMap((row) => Object.values(row)))
      parts.push(
        Buffer.isBuffer(value)
          ? value
          : Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')),
        Buffer.from([10]),
      );
  }
  const files = readdirSync(app.dataDir, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile() && !entry.parentPath.includes('/keys')))
    parts.push(readFileSync(join(file.parentPath, file.name)));
  return Buffer.concat(parts);
}

/** The spellings under which a word would still be readable. */
function spellings(word: string): Buffer[] {
  const forms = [
    Buffer.from(word, 'utf8'),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'utf16le').swap16(),
  ];
  const texts = forms.flatMap((form) => [form.toString('hex'), form.toString('hex').toUpperCase()]);
  // Base64 of a word within other text: three alignments, without the letters that depend on the neighbours.
  const base64 = forms.flatMap((form) =>
    [0, 1, 2].map((pad) =>
      Buffer.concat([Buffer.alloc(pad), form])
        .toString('base64')
        .slice(pad === 0 ? 0 : 4, -4),
    ),
  );
  const escaped = JSON.stringify(word)
    .replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .slice(1, -1);
  return [
    ...forms,
    ...[...texts, ...base64, escaped].filter((text) => text.length >= 6).map((text) => Buffer.from(text)),
  ];
}

function findsIdentity(bytes: Buffer): string[] {
  return Object.values(NAMED).filter((word) => spellings(word).some((form) => bytes.includes(form)));
}

describe('the county’s key', () => {
  it('is not there until two keepers have set their passphrases, and nobody may be named before', async () => {
    expect((await phone.ask('GET', 'start')).json.key).toBeNull();
    const enrol = (who: string, passphrase: string) => act(app, 'tip.enrolKeeper', { passphrase }, as(who));
    expect(codeOf(await enrol('e', WORDS.b))).toBe('access.denied');
    expect(codeOf(await enrol('a', 'short'))).toBe('body.invalid');
    must(await enrol('a', WORDS.a.repeat(2)));
    const alone = { id: anId(), keepers: [people['a']!.account, people['a']!.account] };
    expect(codeOf(await act(app, 'tip.makeKey', alone, as('c')))).toBe('tip.keepers');
    expect(codeOf(await act(app, 'tip.makeKey', alone, as('d')))).toBe('access.denied');
    must(await enrol('b', WORDS.b));
    must(await enrol('c', WORDS.c.repeat(2)));
    const made = must(
      await act(
        app,
        'tip.makeKey',
        { id: anId(), keepers: ['a', 'b'].map((w) => people[w]!.account) },
        as('c'),
      ),
    );
    ({ sheet, id: key } = made.result as { sheet: string; id: string });
    expect((await phone.ask('GET', 'start')).json.key.id).toBe(key);
  });
});

describe('a named informant', () => {
  it('is found nowhere by whoever holds database and disk without the keys', async () => {
    const photo = await sharp(randomBytes(300 * 200 * 3), { raw: { width: 300, height: 200, channels: 3 } })
      .withExif({ IFD0: { Artist: NAMED.name, Copyright: NAMED.phone } })
      .jpeg()
      .toBuffer();
    expect(photo.includes(NAMED.phone)).toBe(true);
    const file = await phone.upload(photo);
    const id = anId();
    const identity = await phone.seal(id, NAMED);
    const text = `我是${NAMED.name}，电话${NAMED.phone}，河边有网`;
    const handed = await phone.hand({ id, identity, content: { ...CONTENT, text }, files: [file] });
    expect(handed.reply.status).toBe(200);
    tip = handed;
    const { ticket } = (await phone.status(tip.receipt)).json;
    await phone.ask('POST', 'add', { ticket, id: anId(), text: `回我电话${NAMED.phone}`, files: [] });
    // A file half way, as an interrupted upload leaves it.
    await phone.piece(anId(), photo, 0, photo.length - 10);
    const bytes = await loot();
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(findsIdentity(bytes)).toEqual([]);
    // The search itself finds what is there.
    for (const form of spellings(NAMED.phone))
      expect(findsIdentity(Buffer.concat([bytes, form]))).toContain(NAMED.phone);
  });

  it('is told to nobody by the house’s own answers', async () => {
    const { json } = await phone.status(tip.receipt);
    expect(
      findsIdentity(Buffer.from(JSON.stringify({ ...json, tip: { ...json.tip, messages: [] } }))),
    ).toEqual([]);
    const rows = await app.db.selectFrom('journal').selectAll().execute();
    expect(findsIdentity(Buffer.from(JSON.stringify(rows)))).toEqual([]);
  });
});

describe('opening an identity', () => {
  const ask = (who: string, passphrase: string, id = anId()) =>
    act(
      app,
      'tip.askIdentity',
      { id, tip: tip.id, purpose: 'evidence', reason: '需当面核实并作笔录', passphrase },
      as(who),
    );
  const grant = (id: string, who: string, passphrase: string, deny = false) =>
    act(app, 'tip.grantIdentity', { id, passphrase, deny }, as(who));
  const read = (id: string, who: string, passphrase: string) =>
    act(app, 'tip.readIdentity', { id, passphrase }, as(who));
  const A = WORDS.a.repeat(2);

  it('takes a keeper with the right words and a reason', async () => {
    expect(codeOf(await ask('c', WORDS.c.repeat(2)))).toBe('access.denied');
    expect(codeOf(await ask('a', 'not the right words'))).toBe('auth.wrong');
    const dry = { id: anId(), tip: tip.id, purpose: 'verify', reason: ' ', passphrase: A };
    expect(codeOf(await act(app, 'tip.askIdentity', dry, as('a')))).toBe('body.invalid');
  });

  it('cannot be done by one alone', async () => {
    const id = anId();
    must(await ask('a', A, id));
    expect(codeOf(await grant(id, 'a', A))).toBe('access.denied');
    expect(codeOf(await read(id, 'a', A))).toBe('tip.opening');
    expect(codeOf(await grant(id, 'c', WORDS.c.repeat(2)))).toBe('access.denied');
    expect(codeOf(await grant(id, 'b', A))).toBe('auth.wrong');
    // What lies in the database meanwhile opens nothing: not with the asker's own words either.
    const row = await app.db
      .selectFrom('tip_opening')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row['answer']).toBeNull();
  });

  it('is granted by the other, read by the asker only, journaled, and told to the informant', async () => {
    const id = anId();
    must(await ask('a', A, id));
    must(await grant(id, 'b', WORDS.b));
    expect(findsIdentity(await loot())).toEqual([]);
    expect(codeOf(await read(id, 'b', WORDS.b))).toBe('access.denied');
    const opened = must(await read(id, 'a', A));
    expect(opened.result).toEqual({ identity: NAMED });
    expect(codeOf(await grant(id, 'b', WORDS.b))).toBe('tip.opening');
    const { json } = await phone.status(tip.receipt);
    expect(json.tip.events.map((event: { kind: string }) => event.kind)).toContain('opened');
    const rows = await app.db
      .selectFrom('journal')
      .select(['kind', 'by', 'body'])
      .where('subject_id', '=', id)
      .orderBy('recorded_at')
      .execute();
    expect(rows).toMatchObject([
      {
        kind: 'tip.grantIdentity',
        by: people['b']!.account,
        body: { tip: tip.id, granted: true, reason: '依法询问、作证：需当面核实并作笔录' },
      },
      { kind: 'tip.readIdentity', by: people['a']!.account },
    ]);
    expect(findsIdentity(await loot())).toEqual([]);
  });

  it('is for a purpose of the list, and can be read for two hours', async () => {
    const idle = { id: anId(), tip: tip.id, purpose: 'curiosity', reason: '想知道是谁', passphrase: A };
    expect(codeOf(await act(app, 'tip.askIdentity', idle, as('a')))).toBe('body.invalid');
    const id = anId();
    must(await ask('a', A, id));
    must(await grant(id, 'b', WORDS.b));
    must(await read(id, 'a', A));
    later += 119 * 60_000;
    must(await read(id, 'a', A));
    later += 2 * 60_000;
    expect(codeOf(await read(id, 'a', A))).toBe('tip.opening');
    await sweepAllTips(app);
    const row = await app.db
      .selectFrom('tip_opening')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row['answer']).toBeNull();
    const readings = await app.db
      .selectFrom('journal')
      .select('kind')
      .where('subject_id', '=', id)
      .where('kind', '=', 'tip.readIdentity')
      .execute();
    expect(readings).toHaveLength(2);
  });

  it('may be denied, and ends after a day', async () => {
    const denied = anId();
    must(await ask('b', WORDS.b, denied));
    must(await grant(denied, 'a', A, true));
    expect(codeOf(await read(denied, 'b', WORDS.b))).toBe('tip.opening');
    const late = anId();
    must(await ask('a', A, late));
    later += 25 * 3_600_000;
    expect(codeOf(await grant(late, 'b', WORDS.b))).toBe('tip.opening');
    await sweepAllTips(app);
    const row = await app.db
      .selectFrom('tip_opening')
      .selectAll()
      .where('id', '=', late)
      .executeTakeFirstOrThrow();
    expect([row['part'], row['answer']]).toEqual([null, null]);
  });

  it('goes on with a new keeper, made from one share and the sheet in the safe', async () => {
    const { account: heir } = people['c'] as Actor;
    const replace = (more: object) =>
      act(app, 'tip.replaceKeeper', { key, account: heir, passphrase: WORDS.b, sheet, ...more }, as('b'));
    expect(codeOf(await replace({ sheet: sheet.replace(/^./, (c) => (c === '0' ? '1' : '0')) }))).toBe(
      'tip.sheet',
    );
    must(await replace({}));
    const id = anId();
    must(await ask('c', WORDS.c.repeat(2), id));
    must(await grant(id, 'a', A));
    expect(must(await read(id, 'c', WORDS.c.repeat(2))).result).toEqual({ identity: NAMED });
  });

  it('is not to be had by trying words', async () => {
    for (let i = 0; i < 5; i++) expect(codeOf(await ask('a', `wrong words ${i} wrong`))).toBe('auth.wrong');
    expect(codeOf(await ask('a', A))).toBe('auth.slow');
    later += 16 * 60_000;
    must(await ask('a', A));
  });
});

describe('when the time is over', () => {
  it('no person can erase, and nothing is erased before', async () => {
    expect(codeOf(await act(app, 'tip.erase', { tip: tip.id }, as('a')))).toBe('access.denied');
    must(await act(app, 'tip.triage', { tip: tip.id, to: 'aside', note: '地点不在本县，已转邻县' }, as('c')));
    later += 89 * 86_400_000;
    expect(await sweepAllTips(app)).toBe(0);
  });

  it('identity and original are gone from database and disk, the journal proves it, the receipt still opens', async () => {
    const before = await app.db.selectFrom('tip_identity').selectAll().executeTakeFirstOrThrow();
    const file = await app.db
      .selectFrom('tip_file')
      .selectAll()
      .where('tip', '=', tip.id)
      .executeTakeFirstOrThrow();
    const sealedFile = readFileSync(
      join(app.dataDir, 'files/tip', String(file['original']).slice(0, 2), String(file['original'])),
    );
    const needles = {
      identity: before['sealed'] as Buffer,
      key: file['original_key'] as Buffer,
      file: sealedFile.subarray(100, 200),
    };
    const there = await loot();
    for (const needle of Object.values(needles)) expect(there.includes(needle)).toBe(true);
    later += 2 * 86_400_000;
    expect(await sweepAllTips(app)).toBe(1);
    expect(await sweepAllTips(app)).toBe(0);
    const left = await loot();
    for (const [what, needle] of Object.entries(needles)) expect(left.includes(needle), what).toBe(false);
    const proof = await app.db
      .selectFrom('journal')
      .select('body')
      .where('kind', '=', 'tip.erase')
      .executeTakeFirstOrThrow();
    expect(proof['body']).toMatchObject({ originals: [file['original']], days: 90 });
    expect(proof['body'].identity).toMatch(/^[0-9a-f]{64}$/);
    const { json } = await phone.status(tip.receipt);
    expect(json.tip.events.at(-1).kind).toBe('erased');
    const again = {
      id: anId(),
      tip: tip.id,
      purpose: 'verify',
      reason: '再次核实',
      passphrase: WORDS.a.repeat(2),
    };
    expect(codeOf(await act(app, 'tip.askIdentity', again, as('a')))).toBe('tip.anonymous');
  });

  it('the copy without metadata stays as what was reported, and the ledger still proves', async () => {
    const file = await app.db
      .selectFrom('tip_file')
      .selectAll()
      .where('tip', '=', tip.id)
      .executeTakeFirstOrThrow();
    expect(file).toMatchObject({ original: null, original_key: null, shown_type: 'image/jpeg' });
    await sealAll(app);
    expect((await verifyCounty(app, COUNTY)).faults).toEqual([]);
  });

  it('is sooner where the county says so, and never while a case goes on', async () => {
    must(await act(app, 'setting.put', { name: 'tipRetentionDays', value: 30 }, as('c')));
    const { id } = await phone.hand();
    must(await act(app, 'tip.triage', { tip: id, to: 'new' }, as('c')));
    later += 40 * 86_400_000;
    expect(await sweepAllTips(app)).toBe(0); // no outcome yet
    await sql`update clue set result = 'handled', result_day = ${new Date(app.now() - 31 * 86_400_000).toISOString().slice(0, 10)}
      where id = (select clue from tip where id = ${id})`.execute(app.db);
    expect(await sweepAllTips(app)).toBe(1);
  });
});
