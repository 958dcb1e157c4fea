// Is every change behind the house's back found and named: in the database and in an exported file?
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/server/app.ts';
import { connect } from '../../src/server/db/connection.ts';
import { DEMO_COUNTY, ensureDemo } from '../../src/server/demo.ts';
import { verifyLedgerFile, writeLedger } from '../../src/server/export/index.ts';
import { openHouse } from '../../src/server/house.ts';
import { loadKeys } from '../../src/server/keys.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { runCli } from '../support/cli.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

vi.setConfig({ testTimeout: 120_000 }); // several processes a test, on two busy cores

const dataDir = mkdtempSync(path.join(tmpdir(), 'shouye 核验 '));
chmodSync(dataDir, 0o711);
const ledger = path.join(dataDir, '导出.ndjson.gz');
let demo: FreshDatabase;

beforeAll(async () => {
  demo = await freshDatabase();
  const house = await openHouse({ dataDir, databaseUrl: demo.url });
  await ensureDemo(house.app, () => {});
  await writeLedger(house.app, DEMO_COUNTY, ledger);
  await house.close();
});
afterAll(async () => {
  await demo.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What verify finds in a copy of the demo after `sql`; `sealed`: whether the sealer ran once more in between. */
async function faultsAfter(sql: string): Promise<string[]> {
  const copy = await freshDatabase(new URL(demo.url).pathname.slice(1));
  try {
    const client = new pg.Client({ connectionString: copy.url });
    await client.connect();
    await client.query(sql);
    await client.end();
    const db = connect(copy.url, 2);
    const proof = await verifyCounty(createApp(db, await loadKeys(path.join(dataDir, 'keys'))), DEMO_COUNTY);
    await db.destroy();
    expect(proof.ok).toBe(proof.faults.length === 0);
    return proof.faults.map(({ code, what }) => `${code} ${what}`);
  } finally {
    await copy.drop();
  }
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/;
const oneRow = `select id from journal where county = '${DEMO_COUNTY}' order by id offset 100 limit 1`;
const seqs = '(100, 101)';

describe('the database', () => {
  it('holds when nothing was touched', async () => {
    expect(await faultsAfter('select 1')).toEqual([]);
  });

  it.each([
    [
      'a value of a record is changed',
      `update venue set name = name || '改' where id = (select id from venue where county = '${DEMO_COUNTY}' order by id limit 1)`,
      [/^record\.changed venue CS-\S+ /],
    ],
    [
      'a record is removed',
      `delete from seizure where id = (select s.id from seizure s where s.county = '${DEMO_COUNTY}' and not exists (select from release r where r.seizure = s.id) order by id limit 1)`,
      [/^record\.removed seizure /],
    ],
    [
      'a record is inserted',
      `insert into area select * from jsonb_populate_record(null::area, (select to_jsonb(a) || '{"id": "01999999-0000-7000-8000-000000000001", "no": "QY-X"}' from area a where county = '${DEMO_COUNTY}' limit 1))`,
      [/^record\.inserted area QY-X /],
    ],
    [
      'a record is withdrawn without a word',
      `update inspection set withdrawn = true where id = (select id from inspection where county = '${DEMO_COUNTY}' order by id limit 1)`,
      [/^record\.changed inspection /],
    ],
    [
      'the body of a journal row is changed',
      `update journal set body = body || '{"no": "JC-0000-0000"}' where id = (${oneRow})`,
      [/^row\.changed journal /, /^record\.changed /],
    ],
    [
      'the body of a journal row is emptied',
      `update journal set body = '{}' where id = (${oneRow})`,
      [/^row\.changed journal /, /^record\.(changed|inserted) /],
    ],
    [
      'who acted is changed',
      `update journal set by = '01999999-0000-7000-8000-000000000001' where id = (${oneRow})`,
      [/^row\.changed journal /],
    ],
    [
      'when it was recorded is changed',
      `update journal set recorded_at = recorded_at - interval '1 day' where id = (${oneRow})`,
      [/^row\.changed journal /],
    ],
    [
      'a journal row is removed',
      `delete from journal where id = (${oneRow})`,
      [/^row\.removed journal /, /^record\.inserted /],
    ],
    [
      'a journal row and its leaf are removed',
      `with gone as (delete from journal where id = (${oneRow}) returning id) delete from journal_leaf where id in (select id from gone)`,
      [/^tree\.order /, /^record\.inserted /],
    ],
    [
      'a journal row is inserted',
      `insert into journal select * from jsonb_populate_record(null::journal, (select to_jsonb(j) || '{"id": "01999999-0000-7000-8000-000000000001"}' from journal j where county = '${DEMO_COUNTY}' limit 1))`,
      [/^row\.inserted journal 01999999/],
    ],
    [
      'a journal row is inserted and queued for the sealer',
      `with added as (insert into journal select * from jsonb_populate_record(null::journal, (select to_jsonb(j) || '{"id": "01999999-0000-7000-8000-000000000001"}' from journal j where county = '${DEMO_COUNTY}' limit 1)) returning county, id) insert into journal_waiting select county, id from added`,
      [/^row\.forged journal 01999999/],
    ],
    [
      'two leaves are swapped',
      `update journal_leaf set seq = -seq where seq in ${seqs} and county = '${DEMO_COUNTY}'; update journal_leaf set seq = case seq when -100 then 101 else 100 end where seq < 0`,
      [/^head\.root head of \d+ rows/],
    ],
    [
      'two leaves change rows',
      `update journal_leaf l set leaf = o.leaf from journal_leaf o where l.county = '${DEMO_COUNTY}' and o.county = l.county and l.seq in ${seqs} and o.seq in ${seqs} and o.seq <> l.seq`,
      [/^row\.changed journal /, /^row\.changed journal /, /^head\.root /],
    ],
    [
      'a row and its leaf are rewritten together',
      `update journal set body = body || '{"no": "JC-0000-0000"}' where id = (${oneRow}); update journal_leaf set leaf = sha256(leaf) where id = (${oneRow})`,
      [/^row\.changed /, /^head\.root /],
    ],
    [
      'the end of the journal is cut off',
      `delete from journal_leaf where county = '${DEMO_COUNTY}' and seq > (select max(seq) - 5 from journal_leaf where county = '${DEMO_COUNTY}')`,
      [/^head\.shrunk /, /^row\.inserted /],
    ],
    [
      'a head is given another root',
      `update tree_head set root = sha256(root)`,
      [/^head\.signature /, /^head\.root /],
    ],
    ['a head is dated back', `update tree_head set at = at - interval '1 year'`, [/^head\.signature /]],
  ])('is found out when %s', async (_what, sql, expected) => {
    const faults = await faultsAfter(sql);
    for (const pattern of expected) expect(faults.filter((fault) => pattern.test(fault))).not.toEqual([]);
    const named = faults.filter((fault) => !fault.startsWith('head.') && !fault.startsWith('tree.'));
    for (const fault of named) expect(fault).toMatch(ID);
  });

  it('makes `shouye verify` end with 2 and name it, and with 0 before', async () => {
    const env = { DATABASE_URL: demo.url };
    const before = await runCli(['verify', '--data', dataDir], { env });
    expect([before.code, before.err]).toEqual([0, expect.not.stringContaining('✗')]);
    expect(before.out).toContain('核验通过');
    const copy = await freshDatabase(new URL(demo.url).pathname.slice(1));
    const client = new pg.Client({ connectionString: copy.url });
    await client.connect();
    const { rows } = await client.query(
      `update clue set channel = null where id = (select id from clue where county = '${DEMO_COUNTY}' and channel is not null order by id limit 1) returning id, no`,
    );
    await client.end();
    const after = await runCli(['verify', '--data', dataDir, '--json'], { env: { DATABASE_URL: copy.url } });
    await copy.drop();
    expect(after.code).toBe(2);
    expect(JSON.parse(after.out)[0].faults).toEqual([
      { code: 'record.changed', what: `clue ${rows[0].no} ${rows[0].id}` },
    ]);
  });

  it('holds the journal to a head kept elsewhere', async () => {
    const env = { DATABASE_URL: demo.url };
    const args = ['verify', '--data', dataDir, '--county', DEMO_COUNTY, '--head'];
    const [first] = JSON.parse((await runCli(['verify', '--data', dataDir, '--json'], { env })).out);
    const [right, wrong] = await Promise.all([
      runCli([...args, `${first.head.size}:${first.head.root}`], { env }),
      runCli([...args, `${first.head.size}:${'0'.repeat(64)}`], { env }),
    ]);
    expect(right.code).toBe(0);
    expect(wrong.code).toBe(2);
    expect(wrong.out).toContain('head.root');
  });
});

/** The exported file with its lines as `change` leaves them; `name` says which test it is of. */
function altered(name: string, change: (lines: string[]) => string[]): string {
  const lines = gunzipSync(readFileSync(ledger)).toString('utf8').split('\n').slice(0, -1);
  const file = path.join(dataDir, `${name}.ndjson.gz`);
  writeFileSync(file, gzipSync(`${change(lines).join('\n')}\n`));
  return file;
}
const nth = (lines: string[], is: string, n: number) =>
  lines.map((line, i) => ({ line, i })).filter(({ line }) => line.startsWith(`{"is":"${is}"`))[n]!.i;
async function faultsOf(file: string): Promise<string[]> {
  const proof = await verifyLedgerFile(file);
  expect(proof.ok).toBe(false);
  return proof.faults.map(({ code, what }) => `${code} ${what}`);
}

describe('an exported ledger', () => {
  it('holds, without a database, and names its head and key', async () => {
    const proof = await verifyLedgerFile(ledger);
    expect(proof).toMatchObject({ county: DEMO_COUNTY, ok: true, faults: [], waiting: 0 });
    expect(proof.records).toBeGreaterThan(500);
    expect(proof.head?.size).toBe(proof.rows);
    const ran = await runCli(['verify', '导出.ndjson.gz', '--lang', 'en'], { cwd: dataDir });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain(`key id ${proof.keyId}`);
  });

  it('is found out when one letter of a record changes', async () => {
    const file = altered('字', (lines) =>
      lines.with(
        nth(lines, 'record', 9),
        lines[nth(lines, 'record', 9)]!.replace(/"version":\d+/, '"version":7'),
      ),
    );
    const faults = await faultsOf(file);
    expect(faults[0]).toMatch(/^record\.changed \w+ \S+ [0-9a-f-]{36}$/);
    expect(faults.at(-1)).toMatch(/^file\.changed/);
  });

  it('is found out when one letter of a journal row changes, and says which row', async () => {
    const at = (lines: string[]) => nth(lines, 'row', 20);
    let id = '';
    const file = altered('行', (lines) => {
      id = JSON.parse(lines[at(lines)]!).row.id;
      return lines.with(
        at(lines),
        lines[at(lines)]!.replace('"kind":"record.create"', '"kind":"record.creatf"'),
      );
    });
    expect(await faultsOf(file)).toContain(`row.changed journal ${id}`);
  });

  it('is found out when a row is taken out, and says which', async () => {
    const faults = await faultsOf(altered('缺', (lines) => lines.toSpliced(nth(lines, 'row', 20), 1)));
    expect(faults[0]).toMatch(/^tree\.order row 20 is not in its place/);
  });

  it('is found out when two rows change places', async () => {
    const file = altered('序', (lines) => {
      const i = nth(lines, 'row', 20);
      return lines.with(i, lines[i + 1]!).with(i + 1, lines[i]!);
    });
    expect((await faultsOf(file))[0]).toMatch(
      /^tree\.order row 20 is not in its place: line \d+ holds row 21/,
    );
  });

  it('is found out when rows change places and are renumbered', async () => {
    const file = altered('号', (lines) => {
      const i = nth(lines, 'row', 20);
      const numbered = (line: string, seq: number) => line.replace(/"seq":\d+/, `"seq":${seq}`);
      return lines.with(i, numbered(lines[i + 1]!, 20)).with(i + 1, numbered(lines[i]!, 21));
    });
    expect((await faultsOf(file))[0]).toMatch(/^head\.root head of \d+ rows/);
  });

  it.each(['head', 'account', 'record', 'ledger', 'end'])(
    'is found out when its %s line is missing',
    async (is) => {
      await faultsOf(altered(`无${is}`, (lines) => lines.toSpliced(nth(lines, is, 0), 1)));
    },
  );

  it('is found out when cut off, padded, or damaged in a single byte anywhere', async () => {
    const bytes = readFileSync(ledger);
    const damaged = path.join(dataDir, '坏.ndjson.gz');
    writeFileSync(damaged, bytes.subarray(0, bytes.length >> 1));
    expect(await faultsOf(damaged)).toContainEqual(expect.stringMatching(/^file\.(damaged|cut)/));
    expect(await faultsOf(altered('多', (lines) => [...lines, lines[5]!]))).toContainEqual(
      expect.stringMatching(/stands after the end/),
    );
    for (let i = 0; i < 12; i++) {
      const at = Math.floor((bytes.length * (i + 0.5)) / 12);
      writeFileSync(damaged, Buffer.from(bytes).fill((bytes[at] ?? 0) ^ 1, at, at + 1));
      await faultsOf(damaged);
    }
  });

  it('ends with 2 for a changed file, and 69 where there is none', async () => {
    const file = altered('改', (lines) => lines.toSpliced(nth(lines, 'record', 3), 1));
    const [changed, missing] = await Promise.all([
      runCli(['verify', file]),
      runCli(['verify', path.join(dataDir, '没有.ndjson.gz')]),
    ]);
    expect(changed.code).toBe(2);
    expect(changed.out).toMatch(/✗ 记录被删除 \[record\.removed\] \w+ \S+ [0-9a-f-]{36}/);
    expect(missing.code).toBe(69);
  });
});
