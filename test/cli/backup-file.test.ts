// Are files and sealed identities in a backup, does one that lacks a file fail its test, and does an older one come back?
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findByLogin } from '../../src/server/account/store.ts';
import { backUpIfDue, checkBackup, makeBackup, restoreBackup } from '../../src/server/backup/index.ts';
import { connect } from '../../src/server/db/connection.ts';
import { migrate, migrationTexts } from '../../src/server/db/migrate.ts';
import { DEMO_COUNTY, ensureDemo } from '../../src/server/demo.ts';
import { DEMO_PASSPHRASE } from '../../src/server/demo-tip.ts';
import { type House, openHouse } from '../../src/server/house.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { runCli } from '../support/cli.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { anId, COUNTY, create, must, type Office, openOffice } from '../support/office.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 }); // several processes a test, on two busy cores

const base = mkdtempSync(path.join(tmpdir(), 'shouye 文件 '));
chmodSync(base, 0o711);
const dataDir = path.join(base, '示范县');
const good = path.join(base, '好.tar.gz');
const dropping: FreshDatabase[] = [];
let demo: FreshDatabase;

async function fresh(): Promise<FreshDatabase> {
  const database = await freshDatabase();
  dropping.push(database);
  return database;
}

beforeAll(async () => {
  demo = await fresh();
  const house = await openHouse({ dataDir, databaseUrl: demo.url });
  await ensureDemo(house.app, () => {});
  await house.close();
  await makeBackup({ url: demo.url, dataDir, file: good });
});
afterAll(async () => {
  for (const database of dropping) await database.drop();
  rmSync(base, { recursive: true, force: true });
});

/** A data folder with everything of the demo's but what `without` matches. */
function folderWithout(name: string, without: RegExp): string {
  const to = path.join(base, name);
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
    const from = path.join(entry.parentPath, entry.name);
    const target = path.join(to, path.relative(dataDir, from));
    if (!entry.isFile() || without.test(from)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(from, target);
  }
  return to;
}

describe('the files of a ledger', () => {
  it('are counted by the test of a backup: pictures, originals and copies of tips, originals of posts', async () => {
    const checked = must(await checkBackup({ url: demo.url, dataDir, file: good }));
    expect(checked.ok).toBe(true);
    expect(checked.files.map(({ folder, missing }) => [folder, missing])).toEqual([
      ['evidence', []],
      ['tip', []],
      ['opinion', []],
    ]);
    for (const { referred } of checked.files) expect(referred).toBeGreaterThan(0);
    const onDisk = readdirSync(path.join(dataDir, 'files'), { recursive: true, withFileTypes: true });
    const all = checked.files.reduce((sum, { referred }) => sum + referred, 0);
    expect(all).toBe(onDisk.filter((entry) => entry.isFile()).length);
  });

  it.each(['evidence', 'tip', 'opinion'])(
    'missing of %s fail the test, by hand and by itself',
    async (kind) => {
      const own = folderWithout(`缺 ${kind}`, new RegExp(`[\\\\/]${kind}[\\\\/]`));
      const file = path.join(base, `缺-${kind}.tar.gz`);
      await makeBackup({ url: demo.url, dataDir: own, file });
      const env = { DATABASE_URL: demo.url };
      const ran = await runCli(['backup', '--check', file, '--data', dataDir], { env });
      expect(ran.code, ran.err).toBe(2);
      expect(ran.out).toContain(`✗ file.missing ${kind}/`);
      const lines: string[] = [];
      const due = await backUpIfDue({ url: demo.url, dataDir: own, log: (line) => lines.push(line) });
      expect(due).toMatchObject({ tested: false });
      expect(lines.at(-1)).toContain('未通过');
    },
  );

  it('that come and go meanwhile do not stop a backup', async () => {
    const own = folderWithout('忙', /nothing/);
    const busy = path.join(own, 'files', 'zz');
    mkdirSync(busy, { recursive: true });
    let going = true;
    const passing = Array.from({ length: 8 }, async (_, lane) => {
      for (let n = 0; going; n++) {
        const file = path.join(busy, `${lane}.${n}.partial`);
        await writeFile(file, 'x');
        await new Promise((resolve) => setTimeout(resolve, 5));
        await rm(file);
      }
    });
    const made = await makeBackup({ url: demo.url, dataDir: own, file: path.join(base, '忙.tar.gz') });
    going = false;
    await Promise.all(passing);
    expect(made.manifest.files.length).toBeGreaterThan(10);
  });
});

it('brings identities back sealed: no name in the archive, and two keepers open one after a restore', async () => {
  const bytes = gunzipSync(readFileSync(good));
  for (const secret of ['周示例', '13800000011', DEMO_PASSPHRASE]) expect(bytes.includes(secret)).toBe(false);
  const to = await fresh();
  const data = path.join(base, '新');
  must(await restoreBackup({ url: to.url, dataDir: data, file: good, force: false }));
  const db = connect(to.url, 1);
  const { rows } = await sql<{
    tip: string;
  }>`select tip from tip_identity where county = ${DEMO_COUNTY} limit 1`.execute(db);
  expect(await findByLogin(db, 'leader')).toBeDefined();
  await db.destroy();
  const act = (action: string, login: string, body: object) =>
    runCli(['act', action, '-', '--as', login, '--data', data, '--json'], {
      env: { DATABASE_URL: to.url },
      input: JSON.stringify({ ...body, passphrase: DEMO_PASSPHRASE }),
    });
  const id = anId();
  const asked = await act('tip.askIdentity', 'leader', {
    id,
    tip: rows[0]?.tip,
    purpose: 'pay',
    reason: '发放举报奖励',
  });
  expect(asked.code, asked.err).toBe(0);
  const granted = await act('tip.grantIdentity', 'reviewer', { id });
  expect(granted.code, granted.err).toBe(0);
  const read = await act('tip.readIdentity', 'leader', { id });
  expect(read.code, read.err).toBe(0);
  expect(read.out).toMatch(/[周吴郑]示例/);
});

describe('a ledger older than procedures', () => {
  const old = path.join(base, '旧.tar.gz');
  const kept: { no: string; kind: string }[] = [];
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    const { app } = office;
    const agency = await create(app, 'agency', { name: '县林业局', agencyType: 'forestry' });
    const filed = { discoveredOn: '2025-03-01', filedOn: '2025-03-02', agency: agency.id };
    const case_ = await create(app, 'case', {
      track: 'administrative',
      caseNo: '旧案1号',
      name: '旧案',
      ...filed,
    });
    const bird = { species: { id: null, name: '画眉' }, quantity: { value: 2, bound: 'exact' as const } };
    const taken = {
      day: '2025-03-01',
      form: 'live',
      unit: 'head',
      case: case_.id,
      agency: agency.id,
      ...bird,
    };
    const seizure = await create(app, 'seizure', taken);
    const clue = await create(app, 'clue', { day: '2025-02-27', source: 'patrol', content: '有人卖鸟' });
    kept.push(case_, seizure, clue);
    await sealAll(app);
    await makeOlder(office);
    await makeBackup({ url: office.url, dataDir: app.dataDir, file: old });
  });
  afterAll(() => office.close());

  /** Takes away what the migrations after the second brought. */
  async function makeOlder({ app: { db } }: Office): Promise<void> {
    const first = await fresh();
    const reference = connect(first.url, 1);
    for (const text of await migrationTexts(['0001_platform.sql', '0002_ledger.sql']))
      await sql.raw(text).execute(reference);
    const names = async (of: typeof db) =>
      (
        await sql<{ name: string }>`select relname as name from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(of)
      ).rows.map(({ name }) => name);
    const there = [...(await names(reference)), 'migration'];
    await reference.destroy();
    const later = (await names(db)).filter((name) => !there.includes(name));
    expect(later).toEqual(
      expect.arrayContaining(['step', 'tip_key', 'opinion_post', 'reward', 'file', 'document']),
    );
    for (const name of later) await sql`drop table ${sql.table(name)} cascade`.execute(db);
    await sql`delete from migration where name > '0003'`.execute(db);
  }

  it('passes the test of its backup, and comes back with every record in its place', async () => {
    const checked = must(await checkBackup({ url: demo.url, dataDir, file: old }));
    expect(checked.manifest.migrations).toEqual(['0001_platform.sql', '0002_ledger.sql']);
    expect(checked.proofs.flatMap(({ faults }) => faults)).toEqual([]);
    expect(checked.ok).toBe(true);
    const to = await fresh();
    const data = path.join(base, '旧 新');
    const env = { DATABASE_URL: to.url };
    const ran = await runCli(['restore', old, '--data', data, '--json'], { env });
    expect(ran.code, ran.err).toBe(0);
    const house = await openHouse({ dataDir: data, databaseUrl: to.url });
    await expectPlaced(house);
    await house.close();
  });

  it('goes on placing its records at the next opening when it was interrupted', async () => {
    const to = await fresh();
    const data = path.join(base, '断');
    must(await restoreBackup({ url: to.url, dataDir: data, file: old, force: false }));
    const db = connect(to.url, 1);
    await migrate(db); // and then the power went
    expect((await sql`select from progress`.execute(db)).rows).toEqual([]);
    await db.destroy();
    const house = await openHouse({ dataDir: data, databaseUrl: to.url });
    await expectPlaced(house);
    await house.close();
  });

  async function expectPlaced({ app }: House): Promise<void> {
    const { rows } = await sql<{ kind: string; status: string }>`select kind, status from progress
      where county = ${COUNTY} order by kind`.execute(app.db);
    expect(rows).toEqual([
      { kind: 'case', status: 'investigating' },
      { kind: 'clue', status: 'received' },
      { kind: 'seizure', status: 'held' },
    ]);
    expect((await verifyCounty(app, COUNTY)).faults).toEqual([]);
  }
});
