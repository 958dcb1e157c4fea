// How are accounts and sessions kept?

import { sql } from 'kysely';
import type { Role } from '../../domain/access/access.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly region: string;
  readonly roles: Role[];
  readonly agency: string | null;
  readonly password: string;
  readonly disabled: boolean;
}

export async function findByLogin(db: Db | Tx, login: string): Promise<Account | undefined> {
  return (await db.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirst()) as
    | Account
    | undefined;
}

export async function findAccount(db: Db | Tx, id: string): Promise<Account | undefined> {
  return (await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()) as
    | Account
    | undefined;
}

export async function listAccounts(db: Db, region: string): Promise<Account[]> {
  return (await db
    .selectFrom('account')
    .selectAll()
    .where('region', '=', region)
    .orderBy('login')
    .execute()) as Account[];
}

export async function insertAccount(tx: Db | Tx, account: Account, at: string): Promise<void> {
  await tx
    .insertInto('account')
    .values({ ...account, created_at: at })
    .execute();
}

export async function updateAccount(
  tx: Tx,
  id: string,
  change: Partial<Omit<Account, 'id' | 'login'>>,
): Promise<void> {
  if (Object.keys(change).length > 0)
    await tx.updateTable('account').set(change).where('id', '=', id).execute();
}

export async function insertSession(db: Db, tokenHash: string, account: string, at: string): Promise<void> {
  await db
    .insertInto('session')
    .values({ token_hash: tokenHash, account, created_at: at, seen_at: at })
    .execute();
}

/** The account behind a session that was opened and seen recently enough. */
export async function findBySession(
  db: Db,
  tokenHash: string,
  openedAfter: string,
  seenAfter: string,
): Promise<(Account & { seen_at: string }) | undefined> {
  return (await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .selectAll('account')
    .select('session.seen_at')
    .where('token_hash', '=', tokenHash)
    .where('session.created_at', '>', openedAfter)
    .where('session.seen_at', '>', seenAfter)
    .where('account.disabled', '=', false)
    .executeTakeFirst()) as (Account & { seen_at: string }) | undefined;
}

export async function touchSession(db: Db, tokenHash: string, at: string): Promise<void> {
  await db.updateTable('session').set({ seen_at: at }).where('token_hash', '=', tokenHash).execute();
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export async function deleteSessionsOf(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('session').where('account', '=', account).execute();
}

/** What accounts are called, by id. */
export async function listAccountNames(db: Db | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id as string, row.name as string]));
}
