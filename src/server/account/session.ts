// Who is at the other end? Passwords by argon2id, sessions by a random token of which only the hash is kept.
import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Actor } from '../../domain/access/access.ts';
import { isStorable } from '../../domain/kernel/canonical.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { type App, instant } from '../app.ts';
import {
  type Account,
  deleteSession,
  findByLogin,
  findBySession,
  insertSession,
  touchSession,
} from './store.ts';

/** OWASP's argon2id floor (19 MiB, 2 passes); algorithm 2 is argon2id. */
const ARGON = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const DAY_MS = 86_400_000;
const SESSION_MS = 14 * DAY_MS;
const IDLE_MS = 2 * DAY_MS;
const TOUCH_MS = 5 * 60_000;
/** After this many wrong passwords in a row a login name waits. */
const TRIES = 8;
const WAIT_MS = 60_000;

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON);
}

export function passwordHolds(account: Account, password: string): Promise<boolean> {
  return verify(account.password, password).catch(() => false);
}

export function toActor(account: Account): Actor {
  return {
    account: account.id,
    name: account.name,
    region: account.region,
    roles: account.roles,
    agency: account.agency,
  };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const failures = new Map<string, { count: number; until: number }>();
let decoy: Promise<string> | undefined;

/** Opens a session. An unknown name takes as long as a wrong password, and says the same. */
export async function openSession(
  app: App,
  login: string,
  password: string,
): Promise<Outcome<{ token: string; account: Account }>> {
  const failed = failures.get(login);
  if (failed && failed.count >= TRIES && failed.until > app.now())
    return refuse('auth.slow', [
      '密码错误次数过多，请一分钟后再试',
      'Too many wrong passwords; try again in a minute',
    ]);
  const account = isStorable(login) ? await findByLogin(app.db, login) : undefined;
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const right = account
    ? await passwordHolds(account, password)
    : await verify(await decoy, password).then(() => false);
  if (!account || account.disabled || !right) {
    if (failures.size > 10_000) failures.clear();
    failures.set(login, { count: (failed?.count ?? 0) + 1, until: app.now() + WAIT_MS });
    return refuse('auth.wrong', ['账号或密码不正确', 'Wrong user name or password']);
  }
  failures.delete(login);
  const token = randomBytes(32).toString('base64url');
  await insertSession(app.db, hashToken(token), account.id, instant(app));
  return ok({ token, account });
}

/** The account of a session token, or undefined when it is unknown, old, idle or disabled. */
export async function findSession(app: App, token: string): Promise<Account | undefined> {
  const key = hashToken(token);
  const ago = (ms: number) => new Date(app.now() - ms).toISOString();
  const account = await findBySession(app.db, key, ago(SESSION_MS), ago(IDLE_MS));
  if (account && Date.parse(account.seen_at) < app.now() - TOUCH_MS)
    await touchSession(app.db, key, instant(app));
  return account;
}

export function closeSession(app: App, token: string): Promise<void> {
  return deleteSession(app.db, hashToken(token));
}
