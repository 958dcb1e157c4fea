// Does the embedded database survive what happens to a box under a desk?
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { withDatabase } from '../../src/server/db/database.ts';
import { startPostgres } from '../../src/server/db/embedded.ts';
import { canEnter, DatabaseRefusal } from '../../src/server/db/embedded-home.ts';

const HOLD = fileURLToPath(new URL('../support/hold-database.ts', import.meta.url));
const base = mkdtempSync(path.join(tmpdir(), 'shouye 守野 '));
chmodSync(base, 0o711); // mkdtemp makes 0700, which PostgreSQL's own user could not enter when we are root
const children: ChildProcess[] = [];

/** A process of its own serving `dataDir`. */
async function hold(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [HOLD, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = await once(child.stdout!, 'data');
  return { child, url: JSON.parse(String(line)).url };
}

async function query<T = Record<string, unknown>>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const postmasterPid = (dataDir: string) =>
  Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

async function kill9(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGTERM');
});
afterAll(() => rmSync(base, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }));

describe('embedded PostgreSQL, in a path with spaces and Chinese', () => {
  it('is durable, UTF-8, local and behind a password', async () => {
    const running = await startPostgres({ dataDir: path.join(base, '新 建') });
    const [row] = await query(
      running.url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('listen_addresses') as listen, current_setting('server_encoding') as encoding,
        lower('ÀÉ') as lower, length('穿山甲') as length`,
    );
    expect(row).toEqual({
      ...{ fsync: 'on', commit: 'on', listen: '127.0.0.1', encoding: 'UTF8' },
      ...{ lower: 'àé', length: 3 },
    });
    const open = running.url.replace(/:[^:@]+@/, ':wrong@');
    await expect(query(open, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await running.stop();
    await running.stop();
    expect(existsSync(path.join(base, '新 建/postgres/postmaster.pid'))).toBe(false);
  });

  it('keeps what was committed when our process is killed, and takes over the server it left', async () => {
    const dataDir = path.join(base, '孤 儿');
    const first = await hold(dataDir);
    await query(first.url, "create table t as select '麻雀' as name");
    const left = postmasterPid(dataDir);
    await kill9(first.child);
    const running = await startPostgres({ dataDir });
    expect(postmasterPid(dataDir)).toBe(left);
    expect(await query(running.url, 'select name from t')).toEqual([{ name: '麻雀' }]);
    await running.stop();
    expect(existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('recovers when everything is killed at once, as in a power cut', async () => {
    const dataDir = path.join(base, '断 电');
    const first = await hold(dataDir);
    await query(first.url, 'create table t (n int)');
    await query(first.url, 'insert into t select generate_series(1, 1000)');
    await kill9(first.child);
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    const running = await startPostgres({ dataDir });
    expect(await query(running.url, 'select count(*)::int as n from t')).toEqual([{ n: 1000 }]);
    await running.stop();
  });

  it('is not misled when the number in postmaster.pid now belongs to another program', async () => {
    const dataDir = path.join(base, '重 启');
    await (await startPostgres({ dataDir })).stop();
    writeFileSync(path.join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n/elsewhere\n0\n5432\n`);
    const running = await startPostgres({ dataDir });
    expect(await query(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await running.stop();
  });

  it('refuses to serve one data folder twice', async () => {
    const dataDir = path.join(base, '两 次');
    const first = await hold(dataDir);
    const second = startPostgres({ dataDir });
    await expect(second).rejects.toThrow(DatabaseRefusal);
    await expect(second).rejects.toThrow(`PID ${first.child.pid}`);
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const ended = once(first.child, 'exit');
    first.child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  });

  it('comes back on the same address when the server itself is killed', async () => {
    const dataDir = path.join(base, '自 愈');
    const running = await startPostgres({ dataDir });
    await query(running.url, 'create table t as select 1 as one');
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    await expect
      .poll(() => query(running.url, 'select one from t').catch(() => 'away'), { timeout: 20_000 })
      .toEqual([{ one: 1 }]);
    await running.stop();
  });
});

it.runIf(process.getuid?.() === 0)(
  'keeps data its user cannot reach in a place it can, and finds them again',
  async () => {
    const dataDir = path.join(base, '私 有');
    mkdirSync(dataDir, { mode: 0o700 });
    const first = await startPostgres({ dataDir });
    const [row] = await query<{ data_directory: string }>(first.url, 'show data_directory');
    const home = path.dirname(row!.data_directory);
    try {
      expect(home.startsWith('/var/lib/shouye/')).toBe(true);
      await query(first.url, 'create table t as select 1 as one');
      await first.stop();
      const again = await startPostgres({ dataDir });
      expect(await query(again.url, 'select one from t')).toEqual([{ one: 1 }]);
      await again.stop();
    } finally {
      await first.stop();
      rmSync(home, { recursive: true, force: true });
    }
  },
);

describe('withDatabase', () => {
  it('says which setting is wrong when DATABASE_URL cannot be reached', async () => {
    const asked = withDatabase({ databaseUrl: 'postgres://a:b@127.0.0.1:9/none', dataDir: base });
    await expect(asked).rejects.toThrow(DatabaseRefusal);
  });
});

it('sees that another user cannot enter a closed folder', () => {
  const closed = mkdtempSync(path.join(base, 'closed-')); // mkdtemp makes 0700
  const { uid = 0, gid = 0 } = { uid: process.getuid?.(), gid: process.getgid?.() };
  expect(canEnter(closed, { uid, gid })).toBe(canEnter(base, { uid, gid }));
  expect(canEnter(closed, { uid: uid + 4242, gid: gid + 4242 })).toBe(false);
});
