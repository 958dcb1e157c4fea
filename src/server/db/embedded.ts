// How does PostgreSQL come up without an administrator, and survive being killed at any moment?
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseRefusal, type Home, ownFolder, ownSecret, settleHome } from './embedded-home.ts';

export interface Running {
  /** postgres:// of the ledger's database. */
  readonly url: string;
  /** Ends all sessions and waits until everything is on disk. Twice is harmless. */
  stop(): Promise<void>;
  /** Another process serves the cluster and keeps doing so; `stop` only lets go of it. */
  readonly attached?: boolean;
}

export interface EmbeddedOptions {
  /** Folder of the ledger's data, made if missing; the cluster is its subfolder `postgres`. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** A command beside a running `serve` uses its database instead of refusing, and waits for others like itself. */
  readonly attach?: boolean;
}

const USER = 'shouye';
const DATABASE = 'shouye';
/** Any constant. Held in the database `postgres` for as long as a process serves this cluster. */
const GUARD = 731_995;
/** Shared by every process attached to a cluster another one serves. */
const ATTACHED = 731_996;
/** Recovery after a power cut replays at most max_wal_size of log: seconds; five minutes is patience with a slow disk. */
const START_MS = 300_000;

/** Durable as PostgreSQL comes (a commit is on disk before it is acknowledged); the rest suits one modest machine. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // a socket path is at most 107 bytes; a data folder may lie deeper
  max_connections: '50',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
} as const;

/** The server's environment: nothing of ours (a PGDATA or PGPORT would mislead it), and a locale every machine has. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** A dead process nobody has reaped (a container without init) counts as dead. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !(existsSync(stat) && /\) Z /.test(readFileSync(stat, 'utf8')));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The server of this cluster, if one runs. Its working directory is its data folder, wherever that was moved to. */
function runningPostmaster(cluster: string): Postmaster | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid)) return undefined; // PostgreSQL itself clears this after its own checks
  if (process.platform === 'linux') {
    try {
      const at = statSync(`/proc/${pid}/cwd`);
      const own = statSync(cluster);
      if (at.ino !== own.ino || at.dev !== own.dev) {
        rmSync(file); // after a reboot the number belongs to another program, which PostgreSQL would take for itself
        return undefined;
      }
    } catch {
      return undefined; // another user's process, so not ours
    }
  }
  return { pid, port: Number(lines[3]) };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function run(home: Home, program: string, args: readonly string[]): void {
  const file = path.join(home.program, 'bin', program);
  const done = spawnSync(file, args, { ...home.owner, env: ENVIRONMENT, encoding: 'utf8', cwd: '/' });
  if (done.status !== 0)
    throw new Error(`${program}: ${done.error?.message ?? `${done.stdout}${done.stderr}`}`.trim());
}

const passwordFile = (cluster: string) => path.join(cluster, 'shouye.password');

/** Makes a new cluster beside its place and moves it there whole, so that a kill half-way leaves nothing half-made. */
function createCluster(home: Home): void {
  const partial = `${home.cluster}.new`;
  const secret = `${home.cluster}.secret`;
  rmSync(partial, { recursive: true, force: true });
  rmSync(secret, { force: true });
  ownFolder(partial, home.owner);
  ownSecret(secret, randomBytes(24).toString('base64url'), home.owner);
  const args = ['--pgdata', partial, '--username', USER, '--pwfile', secret, '--auth', 'scram-sha-256'];
  // PostgreSQL's own C.UTF-8: sorts by code point and needs no locale of the machine, which may lack every Chinese one.
  const locale = [
    '--encoding',
    'UTF8',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--locale',
    'C',
  ];
  run(home, 'initdb', [...args, ...locale]);
  renameSync(secret, passwordFile(partial));
  renameSync(partial, home.cluster);
}

function readPassword(cluster: string): string {
  try {
    return readFileSync(passwordFile(cluster), 'utf8');
  } catch (error) {
    throw new DatabaseRefusal([
      `不能读取数据库口令文件（${(error as NodeJS.ErrnoException).code}）：${passwordFile(cluster)}。请用数据目录的所有者运行。`,
      `The database's password file cannot be read: ${passwordFile(cluster)}. Run as the owner of the data folder.`,
    ]);
  }
}

/** Starts the server in a session of its own, so that Ctrl-C ends us first and it only when we are done. */
function launch(home: Home, port: number): Postmaster {
  if (existsSync(home.log) && statSync(home.log).size > 8_000_000) renameSync(home.log, `${home.log}.1`);
  const log = openSync(home.log, 'a', 0o600);
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(path.join(home.program, 'bin/postgres'), ['-D', home.cluster, ...settings], {
    ...home.owner,
    env: ENVIRONMENT,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('error', () => {}); // seen as a process that does not live
  child.unref();
  return { pid: child.pid ?? 0, port };
}

function logTail(home: Home): string {
  return existsSync(home.log) ? readFileSync(home.log, 'utf8').split('\n').slice(-8).join('\n') : '';
}

/** Connects as soon as the server takes connections; undefined when its process ends first. */
async function openGuard(at: Postmaster, password: string): Promise<pg.Client | undefined> {
  const until = Date.now() + START_MS;
  for (;;) {
    const guard = new pg.Client({
      ...{ host: '127.0.0.1', port: at.port, user: USER, password, database: 'postgres' },
      application_name: `shouye guard ${process.pid}`,
      keepAlive: true,
    });
    guard.on('error', () => {}); // a lost guard is seen by its 'end'
    try {
      await guard.connect();
      return guard;
    } catch (error) {
      await guard.end().catch(() => {});
      const { code } = error as { code?: string };
      const starting = code === 'ECONNREFUSED' || code === '57P03' || code === 'ECONNRESET';
      if (!isAlive(at.pid)) return undefined;
      if (!starting || Date.now() > until) throw error;
    }
    await sleep(50);
  }
}

/** How long a killed process may still be thought to hold its ledger. */
const GONE_MS = 5_000;

/** One process a ledger. The lock is a session's, so it falls with the process that held it, however that ends. */
async function takeGuard(guard: pg.Client, dataDir: string): Promise<void> {
  const until = Date.now() + GONE_MS;
  for (;;) {
    const { rows } = await guard.query('select pg_try_advisory_lock($1) as mine', [GUARD]);
    if (rows[0].mine) return;
    const pid = await holderOf(guard);
    // PostgreSQL may take a moment to see that the process is gone.
    if (pid !== null && !isAlive(pid) && Date.now() < until) {
      await sleep(50);
      continue;
    }
    await guard.end();
    throw new DatabaseRefusal([
      `数据目录 ${dataDir} 正由另一个进程（PID ${pid ?? '?'}）使用。请先停止它，或用 --data 指定别的目录。`,
      `The data folder ${dataDir} is in use by another process (PID ${pid ?? '?'}). Stop it first, or choose another with --data.`,
    ]);
  }
}

/** The process that holds the ledger, as its session is named. */
async function holderOf(guard: pg.Client): Promise<number | null> {
  const other = await guard.query(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
    [GUARD],
  );
  return Number(String(other.rows[0]?.name ?? '').replace(/\D/g, '')) || null;
}

const urlOf = (port: number, password: string) =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;

/** The cluster as another live process serves it; undefined when none does. */
async function attachTo(home: Home, password: string): Promise<Running | undefined> {
  const at = runningPostmaster(home.cluster);
  const guest = at && (await openGuard(at, password).catch(() => undefined));
  if (!guest) return undefined;
  try {
    const { rowCount } = await guest.query(
      `select from pg_locks where locktype = 'advisory' and objid = $1 and granted`,
      [GUARD],
    );
    if (rowCount) {
      await guest.query('select pg_advisory_lock_shared($1)', [ATTACHED]);
      return { url: urlOf(at.port, password), stop: () => guest.end().catch(() => {}), attached: true };
    }
  } catch {
    // it was just shutting down; we start our own
  }
  await guest.end().catch(() => {});
  return undefined;
}

async function ensureDatabase(guard: pg.Client): Promise<void> {
  const { rowCount } = await guard.query('select from pg_database where datname = $1', [DATABASE]);
  if (!rowCount) await guard.query(`create database ${DATABASE}`);
}

function checkVersion(home: Home): void {
  const data = readFileSync(path.join(home.cluster, 'PG_VERSION'), 'utf8').trim();
  const file = path.join(home.program, 'bin/postgres');
  const own = /(\d+)/.exec(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
  if (own === data) return;
  throw new DatabaseRefusal([
    `数据由 PostgreSQL ${data} 建立，本程序自带 ${own}。请用旧版本备份（shouye backup），再用新版本恢复（shouye restore）。`,
    `The data were made by PostgreSQL ${data}, this program brings ${own}: back up with the old version, restore with the new.`,
  ]);
}

/** A server that is ours alone: the one a killed process left behind, or a new one. */
async function acquire(home: Home, password: string, options: EmbeddedOptions, port?: number) {
  for (let attempt = 1; ; attempt++) {
    const left = runningPostmaster(home.cluster);
    const at = left ?? launch(home, port ?? (await freePort()));
    const guard = await openGuard(at, password);
    if (guard) {
      await takeGuard(guard, options.dataDir);
      if (left)
        options.log?.(`接管上次未正常关闭的数据库 / adopted the database left running (PID ${at.pid})`);
      return { at, guard };
    }
    // Another process may have been first with postmaster.pid, or orphaned backends may still be letting go of memory.
    if (attempt === 5) throw new Error(`PostgreSQL did not start:\n${logTail(home)}`);
    await sleep(500 * attempt);
  }
}

async function shutDown(at: Postmaster): Promise<void> {
  if (!isAlive(at.pid)) return;
  process.kill(at.pid, 'SIGINT'); // "fast": end sessions, write a checkpoint, leave
  while (isAlive(at.pid)) await sleep(20);
}

/**
 * Brings up the cluster in `dataDir`, creating it the first time. Throws DatabaseRefusal when another process
 * serves it, or this user may not. A server that dies while we run is started again on the same port.
 */
export async function startPostgres(options: EmbeddedOptions): Promise<Running> {
  const log = options.log ?? (() => {});
  const home = settleHome(path.resolve(options.dataDir), log);
  if (!existsSync(home.cluster)) {
    log('正在建立数据库…… / creating the database …');
    createCluster(home);
  }
  const password = readPassword(home.cluster);
  checkVersion(home);
  const shared = options.attach && (await attachTo(home, password));
  if (shared) return shared;
  let { at, guard } = await acquire(home, password, options);
  await ensureDatabase(guard);
  let stopping: Promise<void> | undefined;

  let revival = Promise.resolve();
  const revive = async () => {
    log('数据库连接中断，正在恢复…… / the database went away; bringing it back …');
    try {
      ({ at, guard } = await acquire(home, password, options, at.port));
      watch();
    } catch (error) {
      log(`数据库无法恢复 / the database did not come back: ${String(error)}`);
    }
  };
  const watch = () =>
    guard.once('end', () => {
      if (!stopping) revival = revive();
    });
  watch();

  const onExit = () => {
    if (isAlive(at.pid)) process.kill(at.pid, 'SIGINT'); // process.exit() without stop(): still a clean shutdown
  };
  process.on('exit', onExit);
  const finish = async () => {
    await revival; // a server just being brought back is stopped too
    process.off('exit', onExit);
    // A command does not pull the database from under another that attached to it.
    if (options.attach) await guard.query('select pg_advisory_lock($1)', [ATTACHED]).catch(() => {});
    await shutDown(at);
    await guard.end().catch(() => {});
  };
  return {
    url: urlOf(at.port, password),
    stop: () => (stopping ??= finish()),
  };
}
