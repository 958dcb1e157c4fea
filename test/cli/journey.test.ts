// Does one clerk on one box get through it all from the command line, while the desk is being served?
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { DEMO_COUNTY, DEMO_PASSWORD } from '../../src/server/demo.ts';
import { type RunOptions, runCli, startCli } from '../support/cli.ts';
import { freshDatabase } from '../support/database.ts';

// Each step is a process or two of its own, seconds each on two busy cores.
vi.setConfig({ testTimeout: 120_000 });

const base = mkdtempSync(path.join(tmpdir(), 'shouye 命令行 '));
chmodSync(base, 0o711); // as root, PostgreSQL runs as another user, who must get in
const started: ChildProcess[] = [];

interface Served {
  readonly child: ChildProcess;
  readonly address: string;
  readonly said: string;
}

/** Serves until stopped; resolves when it says how to stop it. */
async function serve(args: readonly string[], options: RunOptions = {}): Promise<Served> {
  const child = startCli(['serve', '--no-backup', ...args], { cwd: base, ...options });
  started.push(child);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  for await (const text of child.stdout!.setEncoding('utf8')) {
    said += text;
    if (said.includes('Ctrl+C')) break;
  }
  const address = /http:\/\/\S+/.exec(said)?.[0];
  if (!address) throw new Error(`serve did not start: ${said}`);
  return { child, address, said };
}

async function stop({ child }: Served): Promise<number> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  return (await ended)[0];
}

afterAll(async () => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await Promise.all(started.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
  rmSync(base, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});

describe('beside a running serve on the embedded database, in a path with spaces and Chinese', () => {
  const data = ['--data', '数 据', '--county', DEMO_COUNTY];
  let served: Served;
  let figuresOnScreen: unknown;

  beforeAll(async () => {
    served = await serve(['--demo', '--port', '0', ...data]);
  });

  it('gives the figures of the screens', async () => {
    const login = await fetch(`${served.address}/api/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'clerk', password: DEMO_PASSWORD }),
    });
    const cookie = login.headers.get('set-cookie')!.split(';')[0]!;
    const period = { from: '2025-01-01', until: '2027-12-31' };
    const query = new URLSearchParams({ ...period, lastYear: 'true' });
    const reply = await fetch(`${served.address}/api/${DEMO_COUNTY}/figure?${query}`, {
      headers: { cookie },
    });
    figuresOnScreen = await reply.json();
    const asked = ['figures', '--from', period.from, '--until', period.until, '--last-year', ...data];
    const [json, table, csv] = await Promise.all([
      runCli([...asked, '--json'], { cwd: base }),
      runCli([...asked, '--lang', 'en'], { cwd: base }),
      runCli([...asked, '--csv', '--as', 'leader'], { cwd: base }),
    ]);
    expect(json.code, json.err).toBe(0);
    expect(JSON.parse(json.out)).toEqual(figuresOnScreen);
    const { figures } = JSON.parse(json.out) as { figures: { id: string; records: number }[] };
    expect(figures.filter((figure) => figure.records > 0).length).toBeGreaterThan(30);
    expect(table.out.trimEnd().split('\n')).toHaveLength(figures.length + 1);
    expect(csv.out.startsWith('\uFEFF代号,指标,')).toBe(true);
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(figures.length + 1);
  });

  it('refuses a second serve on the same data', async () => {
    const second = await runCli(['serve', '--port', '0', ...data], { cwd: base });
    expect(second.code).toBe(69);
    expect(second.err).toContain(`PID ${served.child.pid}`);
  });

  it('lets two commands at once in, and survives a reader that goes away', async () => {
    const child = startCli(['figures', '--json', ...data], { cwd: base });
    child.stdout?.destroy();
    const [code] = await once(child, 'exit');
    const [users, other] = await Promise.all([
      runCli(['user', 'list', ...data], { cwd: base }),
      runCli(['verify', ...data], { cwd: base }),
    ]);
    expect([code, users.code, other.code]).toEqual([0, 0, 0]);
    expect(users.out).toContain('李科员');
  });

  it('drafts, shows and writes a summary, public edition too; signs with the leader’s account', async () => {
    const run = (...args: string[]) => runCli([...args, ...data], { cwd: base });
    const made = await run(
      ...['report', 'create', '--outline', 'b', '--from', '2025-01-01', '--until', '2027-12-31'],
      ...['--title', '工作总结', '-o', '总结.docx', '--json'],
    );
    expect(made.code, made.err).toBe(0);
    const { no } = JSON.parse(made.out);
    expect(readFileSync(path.join(base, '总结.docx')).subarray(0, 2).toString()).toBe('PK');
    const shown = await run('report', 'show', no);
    expect(shown.out).toContain('工作总结');
    const open = await run('report', 'export', no, '--redacted', '**', '-o', '公开.md');
    expect(open.code, open.err).toBe(0);
    expect(readFileSync(path.join(base, '公开.md'), 'utf8')).toMatch(/\\?\*\\?\*/);
    expect(readFileSync(path.join(base, '公开.md'), 'utf8')).not.toContain('示范县');
    const denied = await run('report', 'sign', no, '--as', 'clerk');
    expect(denied.code).toBe(1);
    expect(denied.err).toContain('无权');
    const signed = await run('report', 'sign', no, '--explanation', '已核对');
    expect(signed.code, signed.err).toBe(0);
    expect(signed.out).toContain('陈副局长');
    expect((await run('report', 'list')).out).toContain('已签发');
  });

  it('makes a template, exports a kind, and importing that again changes nothing', async () => {
    const run = (...args: string[]) => runCli([...args, ...data], { cwd: base });
    const [template, kind] = await Promise.all([
      run('template', '--kinds', '检查,venue', '-o', '模板.xlsx'),
      run('export', '--kind', 'venue', '-o', '场所.xlsx'),
    ]);
    expect([template.code, kind.code], template.err + kind.err).toEqual([0, 0]);
    const again = await run('import', '场所.xlsx', '--json');
    expect(again.code, again.err).toBe(0);
    expect(JSON.parse(again.out).counts).toMatchObject({ create: 0, correct: 0, error: 0 });
    writeFileSync(path.join(base, '不是.xlsx'), 'PK');
    const wrong = await run('import', '不是.xlsx');
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/\p{Script=Han}/u);
  });

  it('exports the ledger, which holds offline; backs up; stops cleanly; comes back elsewhere, equal', async () => {
    const run = (...args: string[]) => runCli(args, { cwd: base });
    const exported = await run('export', '-o', '全县.ndjson.gz', ...data);
    expect(exported.code, exported.err).toBe(0);
    expect((await run('verify', '全县.ndjson.gz')).code).toBe(0);
    const backup = await run('backup', '-o', '备份.tar.gz', ...data);
    expect(backup.code, backup.err).toBe(0);
    const busy = await run('restore', '备份.tar.gz', '--force', ...data);
    expect([busy.code, busy.err]).toEqual([69, expect.stringContaining(`PID ${served.child.pid}`)]);
    expect(await stop(served)).toBe(0);
    expect(existsSync(path.join(base, '数 据/postgres/postmaster.pid'))).toBe(false);
    const restored = await run('restore', '备份.tar.gz', '--data', '新 机器');
    expect(restored.code, restored.err).toBe(0);
    const period = ['--from', '2025-01-01', '--until', '2027-12-31', '--last-year'];
    const figures = await run('figures', '--json', ...period, '--data', '新 机器', '--as', 'clerk');
    expect(JSON.parse(figures.out)).toEqual(figuresOnScreen);
    const served2 = await serve(['--port', '0', '--data', '新 机器']);
    const login = await fetch(`${served2.address}/api/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'clerk', password: DEMO_PASSWORD }),
    });
    expect(login.status).toBe(200);
    expect(await stop(served2)).toBe(0);
  });
});

describe('a county begun from nothing', () => {
  it('gets its first account once; people are added, listed, disabled; no password is told twice', async () => {
    const database = await freshDatabase();
    const run = (args: string[], input = '') =>
      runCli([...args, '--data', '平罗'], { cwd: base, env: { DATABASE_URL: database.url }, input });
    expect((await run(['init', '--county', '640200', '--admin', 'wang'])).code).toBe(64);
    const begun = await run(['init', '--county', '640221', '--admin', 'wang', '--json']);
    expect(begun.code, begun.err).toBe(0);
    const { password, name } = JSON.parse(begun.out);
    expect(name).toContain('平罗县');
    expect(password).toMatch(/^[\w-]{23}$/);
    const twice = await run(['init', '--county', '640221', '--admin', 'li']);
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('已有管理员')]);
    const added = await run(
      ['user', 'add', 'ma', '--name', '马护林', '--roles', 'ranger', '--password-stdin'],
      'correct horse\n',
    );
    expect([added.code, added.out]).toEqual([0, '已添加账号 ma\n']);
    const short = await run(['user', 'add', 'yu', '--roles', 'ranger', '--password-stdin'], 'short\n');
    expect(short.code).toBe(1);
    const role = await run(['user', 'add', 'yu', '--roles', 'king'], '');
    expect([role.code, role.err]).toEqual([1, expect.stringContaining('没有这个角色')]);
    const denied = await run(['user', 'add', 'yu', '--roles', 'clerk', '--as', 'ma'], '');
    expect(denied.code).toBe(1);
    expect((await run(['user', 'disable', 'ma'])).code).toBe(0);
    expect((await run(['user', 'disable', 'wang'])).code).toBe(1); // nobody shuts himself out
    const list = JSON.parse((await run(['user', 'list', '--json'])).out);
    expect(list).toEqual([
      expect.objectContaining({ login: 'ma', disabled: true, roles: ['ranger'] }),
      expect.objectContaining({ login: 'wang', disabled: false, roles: ['admin', 'clerk'] }),
    ]);
    expect(JSON.stringify(list)).not.toContain('argon2');
    const verified = await run(['verify', '--json']);
    expect(JSON.parse(verified.out)[0]).toMatchObject({ county: '640221', ok: true, rows: 3 });
    const second = await run(['init', '--county', '640205', '--admin', 'zhao']);
    expect(second.code, second.err).toBe(0);
    const which = await run(['figures', '--json']);
    expect([which.code, which.err]).toEqual([64, expect.stringMatching(/640205 .*640221/s)]);
    expect((await run(['figures', '--json', '--county', '640205'])).code).toBe(0);
    await database.drop();
  });

  it('says so when the port is taken, and takes the next only when none was chosen', async () => {
    const database = await freshDatabase();
    const env = { DATABASE_URL: database.url };
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const ran = await runCli(['serve', '--port', String(port), '--data', '端口', '--lang', 'en'], {
      cwd: base,
      env,
    });
    expect([ran.code, ran.err]).toEqual([69, expect.stringContaining(`Port ${port} is taken`)]);
    taken.close();
    await database.drop();
  });

  it('refuses a database of a newer program, and one that cannot be reached', async () => {
    const database = await freshDatabase();
    const run = (url: string) =>
      runCli(['figures', '--data', '平罗'], { cwd: base, env: { DATABASE_URL: url } });
    await runCli(['init', '--county', '640221', '--admin', 'wang', '--data', '平罗'], {
      cwd: base,
      env: { DATABASE_URL: database.url },
    });
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`insert into migration (name) values ('9999_later.sql')`);
    await client.end();
    const newer = await run(database.url);
    expect([newer.code, newer.err]).toEqual([69, expect.stringContaining('9999_later.sql')]);
    const away = new URL(inject('postgresUrl'));
    away.port = '9';
    expect((await run(away.href)).code).toBe(69);
    await database.drop();
  });
});

it('leaves no passwords in what it writes', () => {
  mkdirSync(base, { recursive: true });
  for (const name of readdirSync(base, { recursive: true, encoding: 'utf8' }))
    if (/\.(log|json|txt)$/.test(name))
      expect(readFileSync(path.join(base, name), 'utf8')).not.toMatch(/correct horse|shouye-demo/);
});
