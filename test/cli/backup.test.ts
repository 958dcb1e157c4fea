// Does everything come back from a backup, and does nothing change when the backup is bad?

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { App } from '../../src/server/app.ts';
import {
  backUpIfDue,
  backupFolder,
  checkBackup,
  listBackups,
  makeBackup,
} from '../../src/server/backup/index.ts';
import { ensureDemo } from '../../src/server/demo.ts';
import { openHouse } from '../../src/server/house.ts';
import { issue } from '../support/case-story.ts';
import { runCli, startCli } from '../support/cli.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { act, COUNTY, must } from '../support/office.ts';

vi.setConfig({ testTimeout: 120_000 }); // several processes a test, on two busy cores

const base = mkdtempSync(path.join(tmpdir(), 'shouye 备份 '));
chmodSync(base, 0o711);
const dataDir = path.join(base, '示范 县');
const good = path.join(base, '好.tar.gz');
const dropping: FreshDatabase[] = [];
let demo: FreshDatabase;

async function fresh(): Promise<FreshDatabase> {
  const database = await freshDatabase();
  dropping.push(database);
  return database;
}

async function query<T = Record<string, unknown>>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}

/** One number for all that is stored, whatever the order on disk. */
async function contents(url: string): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    if (name === 'session') continue;
    const [row] = await query<{ sum: string }>(
      url,
      `select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from "${name}" t`,
    );
    found[name] = row!.sum;
  }
  return found;
}

const constraints = (url: string) =>
  query(
    url,
    `select conrelid::regclass::text as t, pg_get_constraintdef(oid) as d from pg_constraint
    where connamespace = 'public'::regnamespace order by 1, 2`,
  );

/** A paper of a case, with something typed in for it. */
async function issueOne(app: App): Promise<void> {
  const [row] = await query<{ id: string }>(
    demo.url,
    `select id from "case" where county = '${COUNTY}' order by no limit 1`,
  );
  const subject = row?.id ?? '';
  must(await act(app, 'document.fill', { case: subject, fills: { 'party.1.address': '青山镇' } }));
  must(await issue(app, subject, 'seizureList'));
}

beforeAll(async () => {
  demo = await fresh();
  const house = await openHouse({ dataDir, databaseUrl: demo.url });
  await ensureDemo(house.app, () => {});
  await issueOne(house.app);
  await house.close();
  mkdirSync(path.join(dataDir, 'files/ab'), { recursive: true });
  writeFileSync(path.join(dataDir, 'files/ab/photo.jpg'), randomBytes(1_000));
  await query(demo.url, `insert into session select 'secret-cookie', id, now(), now() from account limit 1`);
  await makeBackup({ url: demo.url, dataDir, file: good });
});
afterAll(async () => {
  for (const database of dropping) await database.drop();
  rmSync(base, { recursive: true, force: true });
});

describe('a backup', () => {
  it('comes back whole into an empty place: every table, key, file and constraint; the journal holds', async () => {
    const empty = await fresh();
    const to = path.join(base, '新 机器');
    const ran = await runCli(['restore', '../好.tar.gz', '--data', '.', '--json'], {
      cwd: mkdirSync(to, { recursive: true }) ?? to,
      env: { DATABASE_URL: empty.url },
    });
    expect(ran.code, ran.err).toBe(0);
    const said = JSON.parse(ran.out);
    expect(said).toMatchObject({ ok: true, before: null });
    expect(said.proofs[0].records).toBeGreaterThan(500);
    expect(await contents(empty.url)).toEqual(await contents(demo.url));
    // What moves by steps, what runs by the clock and what was issued came along, and was there to come.
    const moved = ['step', 'progress', 'clock', 'document', 'document_fill', 'file', 'case_law'];
    const told = ['tip', 'tip_file', 'tip_message', 'tip_identity', 'tip_keeper', 'tip_key', 'tip_share'];
    const found = ['opinion_post', 'opinion_file', 'opinion_step', 'reward', 'reward_entry', 'reward_fund'];
    for (const table of [...moved, ...told, ...found])
      expect((await query(empty.url, `select from ${table} limit 1`)).length, table).toBe(1);
    expect(await constraints(empty.url)).toEqual(await constraints(demo.url));
    expect(await query(empty.url, 'select from session')).toEqual([]);
    for (const file of ['keys/journal.pem', 'keys/journal.mac', 'files/ab/photo.jpg'])
      expect(readFileSync(path.join(to, file))).toEqual(readFileSync(path.join(dataDir, file)));
    expect(statSync(path.join(to, 'keys/journal.pem')).mode & 0o077).toBe(0);
    const asked = ['figures', '--as', 'clerk', '--json', '--from', '2020-01-01', '--until', '2035-12-31'];
    const [before, after] = await Promise.all([
      runCli([...asked, '--data', dataDir], { env: { DATABASE_URL: demo.url } }),
      runCli([...asked, '--data', to], { env: { DATABASE_URL: empty.url } }),
    ]);
    expect(JSON.parse(after.out).figures.length).toBeGreaterThan(50);
    expect(after.out).toBe(before.out);
  });

  it('shows one moment, whatever is written meanwhile', async () => {
    const busy = await freshDatabase(new URL(demo.url).pathname.slice(1));
    dropping.push(busy);
    let n = 0;
    const write = async () => {
      n += 1;
      await query(
        busy.url,
        `with a as (insert into setting values ('990101', 'a${n}', '1', now()))
          insert into mapping values ('990101', 's${n}', null, '{}', now())`,
      );
    };
    const file = path.join(base, '忙.tar.gz');
    let going = true;
    const writer = (async () => {
      while (going) await write();
    })();
    await makeBackup({ url: busy.url, dataDir, file });
    going = false;
    await writer;
    const empty = await fresh();
    await runCli(['restore', file, '--data', path.join(base, '忙')], { env: { DATABASE_URL: empty.url } });
    const [counts] = await query(
      empty.url,
      `select (select count(*)::int from setting where name ~ '^a') as a, (select count(*)::int from mapping) as s`,
    );
    expect(counts!.a).toBe(counts!.s);
    expect(n).toBeGreaterThan(counts!.a as number);
  });

  it('is readable by its owner only, and the newest are kept', async () => {
    const folder = path.join(base, '几份');
    const env = { DATABASE_URL: demo.url };
    mkdirSync(folder);
    for (const day of ['01', '02', '03'])
      writeFileSync(path.join(folder, `shouye-202601${day}T000000Z.tar.gz`), '');
    writeFileSync(path.join(folder, '别的.tar.gz'), '');
    const ran = await runCli(['backup', '-o', folder, '--keep', '2', '--data', dataDir, '--json'], { env });
    expect(ran.code, ran.err).toBe(0);
    const said = JSON.parse(ran.out);
    expect(statSync(said.file).mode & 0o777).toBe(0o600);
    const left = ['shouye-20260103T000000Z.tar.gz', path.basename(said.file), '别的.tar.gz'];
    expect(readdirSync(folder).sort()).toEqual(left.sort());
  });

  it('is proven by --check in a database made for it and removed again', async () => {
    const databases = () =>
      query(demo.url, `select datname from pg_database where datname like 'shouye_check_%'`);
    const env = { DATABASE_URL: demo.url };
    const ran = await runCli(['backup', '--check', good, '--data', dataDir], { env });
    expect(ran.code, ran.err).toBe(0);
    expect(ran.out).toContain('备份可用');
    expect(await databases()).toEqual([]);
  });

  it('fails --check when a record in it was changed before it was made', async () => {
    const bad = await freshDatabase(new URL(demo.url).pathname.slice(1));
    dropping.push(bad);
    await query(bad.url, `update venue set name = '改' where id = (select id from venue limit 1)`);
    const file = path.join(base, '改过.tar.gz');
    await makeBackup({ url: bad.url, dataDir, file });
    const ran = await runCli(['backup', '--check', file, '--data', dataDir], {
      env: { DATABASE_URL: demo.url },
    });
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('record.changed venue');
  });
});

describe('restore changes nothing', () => {
  const tries: readonly [string, () => Buffer, RegExp][] = [
    ['cut in half', () => readFileSync(good).subarray(0, readFileSync(good).length >> 1), /不完整或已损坏/],
    ['cut by its last byte', () => readFileSync(good).subarray(0, -1), /不完整或已损坏/],
    ['with a changed byte inside', () => changed(good), /不完整或已损坏（table\//],
    ['that is no archive', () => Buffer.from('not a backup'), /不完整或已损坏/],
    ['that is empty', () => Buffer.alloc(0), /不完整或已损坏/],
    ['of a newer program', () => replaced(good, '"0001_platform.sql"', '"9001_platform.sql"'), /更新版本/],
    [
      'whose path leaves its folder',
      () => replaced(good, 'files/ab/photo.jpg', 'files/../evil.jpg'),
      /不完整或已损坏/,
    ],
  ];
  it.each(tries)('from an archive %s', async (_what, bytes, said) => {
    const empty = await fresh();
    const to = path.join(base, `空 ${randomBytes(3).toString('hex')}`);
    const file = path.join(base, '坏.tar.gz');
    writeFileSync(file, bytes());
    const ran = await runCli(['restore', file, '--data', to], { env: { DATABASE_URL: empty.url } });
    expect(ran.code, ran.err).toBe(1);
    expect(ran.err).toMatch(said);
    expect(await contents(empty.url)).toEqual({});
    expect(existsSync(path.join(to, 'keys'))).toBe(false);
    expect(readdirSync(backupFolder(to))).toEqual([]);
  });

  it('in a database that holds records, unless forced; then what stood there is kept', async () => {
    const full = await freshDatabase(new URL(demo.url).pathname.slice(1));
    dropping.push(full);
    await query(
      full.url,
      `update venue set name = '新' where id = (select id from venue order by id limit 1)`,
    );
    const env = { DATABASE_URL: full.url };
    const before = await contents(full.url);
    const to = path.join(base, '满');
    const refused = await runCli(['restore', good, '--data', to], { env });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--force');
    expect(await contents(full.url)).toEqual(before);
    const forced = await runCli(['restore', good, '--data', to, '--force', '--json'], { env });
    expect(forced.code, forced.err).toBe(0);
    expect(await contents(full.url)).toEqual(await contents(demo.url));
    const kept = JSON.parse(forced.out).before;
    const again = await runCli(['restore', kept, '--data', to, '--force', '--json'], { env });
    expect(again.code, again.err).toBe(2); // the changed record comes back, and is found
    expect(await contents(full.url)).toEqual(before);
  });
});

/** The archive with the bytes of one string, of the same length, exchanged everywhere. */
function replaced(file: string, from: string, to: string): Buffer {
  const bytes = gunzipSync(readFileSync(file));
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
  // tar guards each header with a sum of its bytes
  for (let at = 0; at + 512 <= bytes.length; ) {
    const header = bytes.subarray(at, at + 512);
    if (header.every((byte) => byte === 0)) break;
    header.fill(0x20, 148, 156);
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    const size = Number.parseInt(header.subarray(124, 136).toString(), 8);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return gzipSync(bytes);
}

/** One letter of one record changed, in an archive that is otherwise sound. */
function changed(file: string): Buffer {
  const bytes = gunzipSync(readFileSync(file));
  const at = bytes.lastIndexOf('市场');
  bytes.write('商场', at);
  return gzipSync(bytes);
}

it('leaves no file that looks like a backup when killed, and the next one clears up', async () => {
  const slow = path.join(base, '慢');
  mkdirSync(path.join(slow, 'files'), { recursive: true });
  writeFileSync(path.join(slow, 'files/video.mp4'), randomBytes(60_000_000)); // seconds of compressing
  const folder = backupFolder(slow);
  const env = { DATABASE_URL: demo.url };
  for (let round = 0; round < 3; round++) {
    const child = startCli(['backup', '--data', slow], { env });
    const ended = once(child, 'exit');
    await expect
      .poll(() => (existsSync(folder) ? readdirSync(folder) : []), { timeout: 20_000, interval: 10 })
      .toContainEqual(round === 0 ? expect.stringContaining('.work-') : expect.stringContaining('.partial'));
    child.kill('SIGKILL');
    await ended;
    expect(await listBackups(folder)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tar.gz'))).toEqual([]);
  }
  const ran = await runCli(['backup', '--data', slow], { env });
  expect(ran.code, ran.err).toBe(0);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^shouye-\d{8}T\d{6}Z\.tar\.gz$/)]);
});

it('is made by itself once a day and test-restored once a week', async () => {
  const own = path.join(base, '自动');
  mkdirSync(path.join(own, 'keys'), { recursive: true });
  for (const name of ['journal.pem', 'journal.mac'])
    writeFileSync(path.join(own, 'keys', name), readFileSync(path.join(dataDir, 'keys', name)));
  cpSync(path.join(dataDir, 'files'), path.join(own, 'files'), { recursive: true });
  const lines: string[] = [];
  const options = { url: demo.url, dataDir: own, log: (line: string) => lines.push(line), keep: 2 };
  const first = await backUpIfDue(options);
  expect(first).toEqual({ made: expect.stringContaining('shouye-'), tested: true });
  expect(await backUpIfDue(options)).toEqual({ made: null, tested: null });
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(first.made!, yesterday, yesterday);
  await new Promise((resolve) => setTimeout(resolve, 1_100)); // names tell seconds apart
  const second = await backUpIfDue(options);
  expect(second).toEqual({ made: expect.stringContaining('shouye-'), tested: null });
  expect(await listBackups(backupFolder(own))).toEqual([first.made, second.made]);
  writeFileSync(second.made!, readFileSync(second.made!).subarray(0, 5_000)); // the disk goes bad
  const weeks = { ...options, now: () => Date.now() + 8 * 86_400_000 };
  utimesSync(second.made!, new Date(weeks.now()), new Date(weeks.now()));
  expect(await backUpIfDue(weeks)).toEqual({ made: null, tested: false });
  expect(lines.at(-1)).toContain('未通过');
  expect(await checkBackup({ url: demo.url, dataDir: own, file: first.made! })).toMatchObject({
    value: { ok: true },
  });
});
