// Which ledger, which county, acting as whom? What most commands need before they begin.
// Server modules are loaded by the command that needs them: all of them take a second, which --help need not wait.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Actor, has, mayEnter, type Right } from '../domain/access/access.ts';
import { isDay } from '../domain/kernel/day.ts';
import type { Outcome } from '../domain/kernel/outcome.ts';
import { regionOf } from '../domain/kernel/region.ts';
import type { Account } from '../server/account/index.ts';
import type { App } from '../server/app.ts';
import type { House } from '../server/house.ts';
import { type Call, RefusedError, UnavailableError, UsageError } from './command.ts';

/** Is there a ledger in the data folder, or outside it? A mistyped --data must not make an empty one. */
export function requireLedger(call: Call): void {
  const places = ['postgres', 'postgres-location'].map((name) => path.join(call.dataDir, name));
  if (call.databaseUrl || places.some((place) => existsSync(place))) return;
  throw new UnavailableError([
    `${call.dataDir} 里还没有账本。请先运行 shouye init 或 shouye serve，或用 --data 指定数据目录。`,
    `There is no ledger in ${call.dataDir} yet. Run shouye init or shouye serve first, or name its folder with --data.`,
  ]);
}

/** Opens the ledger (beside a running `serve` if there is one) for the length of `work`. */
export async function withHouse<T>(call: Call, work: (house: House) => Promise<T>): Promise<T> {
  const { openHouse } = await import('../server/house.ts');
  const house = await openHouse({
    dataDir: call.dataDir,
    databaseUrl: call.databaseUrl,
    connections: 4,
    attach: true,
    log: (line) => call.speaker.note(line),
    beforeMigrate: (url) => backUpBeforeMigrating(call, url),
  });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

export async function backUpBeforeMigrating(call: Call, url: string): Promise<void> {
  const { backupFolder, backupName, makeBackup } = await import('../server/backup/index.ts');
  const file = path.join(backupFolder(call.dataDir), backupName(Date.now(), 'before-migration'));
  await makeBackup({ url, dataDir: call.dataDir, file });
  call.speaker.note([`升级数据库之前已备份：${file}`, `Backed up before migrating: ${file}`]);
}

/** As `withHouse`, for a ledger that must exist. */
export function withLedger<T>(call: Call, work: (house: House) => Promise<T>): Promise<T> {
  requireLedger(call);
  return withHouse(call, work);
}

export function readCounty(code: string): string {
  if (/^\d{6}$/.test(code) && regionOf(code)?.level === 'county') return code;
  throw new UsageError([
    `“${code}”不是县级行政区划代码（GB/T 2260，六位数字）`,
    `${code} is not the code of a county (GB/T 2260, six digits)`,
  ]);
}

/** The county meant: `--county`, that of the account acted as, or the only one there is. */
export async function chooseCounty(app: App, call: Call): Promise<string> {
  const { listCounties } = await import('../server/journal/index.ts');
  const given = call.text('county');
  const counties = await listCounties(app.db);
  const names = counties.map((code) => `${code} ${regionOf(code)?.name ?? ''}`.trim());
  if (given !== undefined) {
    if (counties.includes(readCounty(given))) return given;
    const there = names.join('、') || '—';
    throw refused(
      'county.missing',
      `账本里没有 ${given}，有：${there}`,
      `The ledger has no ${given}; it has: ${there}`,
    );
  }
  const login = call.text('as');
  const region = login === undefined ? undefined : await regionOfLogin(app, login);
  if (region && counties.includes(region)) return region;
  const [only, ...others] = counties;
  if (only === undefined)
    throw refused(
      'county.missing',
      '账本里还没有县，请先运行 shouye init',
      'The ledger has no county yet; run shouye init first',
    );
  if (others.length === 0) return only;
  throw new UsageError([
    `账本里有几个县，请用 --county 指定：${names.join('、')}`,
    `The ledger has several counties; choose with --county: ${names.join(', ')}`,
  ]);
}

async function regionOfLogin(app: App, login: string): Promise<string | undefined> {
  const { findByLogin } = await import('../server/account/index.ts');
  return (await findByLogin(app.db, login))?.region;
}

/** The account acted as: `--as`, or the county's first that has `right`. */
export async function chooseActor(app: App, call: Call, county: string, right: Right | null): Promise<Actor> {
  const { findByLogin, toActor } = await import('../server/account/index.ts');
  const login = call.text('as');
  const account =
    login === undefined ? await firstWith(app, county, right) : await findByLogin(app.db, login);
  if (!account || account.disabled)
    throw login === undefined
      ? refused(
          'access.none',
          `本县没有账号有权这样做（${right ?? ''}），请用 shouye user add 添加或用 --as 指定`,
          `No account of the county may do this (${right ?? ''}); add one with shouye user add or name one with --as`,
        )
      : refused('access.none', `没有可用的账号“${login}”`, `There is no active account ${login}`);
  const actor = toActor(account);
  if (!mayEnter(actor, county) || (right && !has(actor, right)))
    throw refused(
      'access.denied',
      `账号“${account.login}”无权这样做`,
      `Account ${account.login} may not do this`,
    );
  return actor;
}

async function firstWith(app: App, county: string, right: Right | null): Promise<Account | undefined> {
  const { listAccounts, toActor } = await import('../server/account/index.ts');
  const accounts = await listAccounts(app.db, county);
  return accounts.find((account) => !account.disabled && (right === null || has(toActor(account), right)));
}

export function refused(code: string, zh: string, en: string): RefusedError {
  return new RefusedError([{ code, message: [zh, en] }]);
}

/** The value, or the refusal as what the command ends with. */
export function orRefused<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new RefusedError(outcome.refusals);
}

export function readDay(call: Call, name: string): string | undefined {
  const text = call.text(name);
  if (text === undefined || isDay(text)) return text;
  throw new UsageError([`--${name} 应为日期，如 2026-03-01`, `--${name} must be a day such as 2026-03-01`]);
}

/** A path as typed, from the directory the command was run in. */
export function fromHere(file: string): string {
  return path.resolve(file);
}
