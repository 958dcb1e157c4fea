// How are the county's key, its keepers and what they opened kept?
import { sql } from 'kysely';
import type { Db, Tx } from '../db/connection.ts';

export interface Keeper {
  readonly county: string;
  readonly account: string;
  readonly public: Buffer;
  readonly wrapped: Buffer;
  readonly at: string;
}
export interface CountyKey {
  readonly county: string;
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly public: Buffer;
}
export interface StoredShare {
  readonly county: string;
  readonly key: string;
  readonly x: number;
  readonly account: string;
  readonly sealed: Buffer;
}
export interface Opening {
  readonly county: string;
  readonly id: string;
  readonly tip: string;
  readonly key: string;
  readonly asked_by: string;
  readonly asked_at: string;
  readonly reason: string;
  readonly until: string;
  readonly x: number;
  readonly part: Buffer | null;
  readonly state: 'asked' | 'granted' | 'denied' | 'read';
  readonly answered_by: string | null;
  readonly answered_at: string | null;
  readonly answer: Buffer | null;
  readonly read_at: string | null;
}

export async function putKeeper(tx: Tx, keeper: Keeper): Promise<void> {
  const { county: _c, account: _a, ...change } = keeper;
  await tx
    .insertInto('tip_keeper')
    .values(keeper)
    .onConflict((c) => c.columns(['county', 'account']).doUpdateSet(change))
    .execute();
}

export async function findKeeper(db: Db | Tx, county: string, account: string): Promise<Keeper | undefined> {
  return (await db
    .selectFrom('tip_keeper')
    .selectAll()
    .where('county', '=', county)
    .where('account', '=', account)
    .executeTakeFirst()) as Keeper | undefined;
}

export async function listKeepers(db: Db | Tx, county: string): Promise<(Keeper & { name: string })[]> {
  return (await db
    .selectFrom('tip_keeper')
    .innerJoin('account', 'account.id', 'tip_keeper.account')
    .selectAll('tip_keeper')
    .select('account.name')
    .where('tip_keeper.county', '=', county)
    .where('account.disabled', '=', false)
    .orderBy('tip_keeper.at')
    .execute()) as (Keeper & { name: string })[];
}

/** The key in use: the newest one. */
export async function findCountyKey(db: Db | Tx, county: string): Promise<CountyKey | undefined> {
  return (await db
    .selectFrom('tip_key')
    .selectAll()
    .where('county', '=', county)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()) as CountyKey | undefined;
}

export async function findKeyById(db: Db | Tx, county: string, id: string): Promise<CountyKey | undefined> {
  return (await db
    .selectFrom('tip_key')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()) as CountyKey | undefined;
}

export async function insertCountyKey(tx: Tx, key: CountyKey, shares: readonly StoredShare[]): Promise<void> {
  await tx.insertInto('tip_key').values(key).execute();
  await tx
    .insertInto('tip_share')
    .values([...shares])
    .execute();
}

export async function listShares(
  db: Db | Tx,
  county: string,
  key: string,
): Promise<(StoredShare & { name: string })[]> {
  return (await db
    .selectFrom('tip_share')
    .innerJoin('account', 'account.id', 'tip_share.account')
    .selectAll('tip_share')
    .select('account.name')
    .where('tip_share.county', '=', county)
    .where('tip_share.key', '=', key)
    .orderBy('x')
    .execute()) as (StoredShare & { name: string })[];
}

/** Puts a share in place of the one the account had, if any. */
export async function replaceShare(tx: Tx, share: StoredShare): Promise<void> {
  await tx
    .deleteFrom('tip_share')
    .where('county', '=', share.county)
    .where('key', '=', share.key)
    .where('account', '=', share.account)
    .execute();
  await tx.insertInto('tip_share').values(share).execute();
}

/** Shares sealed to a key pair the account has just thrown away. */
export async function dropShares(tx: Tx, county: string, account: string): Promise<number> {
  const gone = await tx
    .deleteFrom('tip_share')
    .where('county', '=', county)
    .where('account', '=', account)
    .returning('key')
    .execute();
  return gone.length;
}

export async function insertOpening(tx: Tx, opening: Opening): Promise<void> {
  await tx.insertInto('tip_opening').values(opening).execute();
}

export async function findOpening(db: Db | Tx, county: string, id: string): Promise<Opening | undefined> {
  return (await db
    .selectFrom('tip_opening')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()) as Opening | undefined;
}

export async function holdOpening(tx: Tx, county: string, id: string): Promise<Opening | undefined> {
  return (await tx
    .selectFrom('tip_opening')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) as Opening | undefined;
}

export async function updateOpening(
  tx: Tx,
  county: string,
  id: string,
  change: Partial<Omit<Opening, 'county' | 'id'>>,
): Promise<void> {
  await tx.updateTable('tip_opening').set(change).where('county', '=', county).where('id', '=', id).execute();
}

export async function openingsOf(
  db: Db | Tx,
  county: string,
  tip: string,
): Promise<(Opening & { asked_name: string | null; answered_name: string | null })[]> {
  const { rows } = await sql<Opening & { asked_name: string | null; answered_name: string | null }>`
    select o.*, a.name as asked_name, b.name as answered_name from tip_opening o
    left join account a on a.id = o.asked_by left join account b on b.id = o.answered_by
    where o.county = ${county} and o.tip = ${tip} order by o.asked_at desc`.execute(db);
  return rows;
}

/** Clears what late openings still hold; returns how many. */
export async function clearLate(db: Db | Tx, now: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with late as (update tip_opening set part = null, answer = null
      where until < ${now}::timestamptz and (part is not null or answer is not null) returning 1)
    select count(*) as n from late`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Openings of an erased tip keep who and why, not what. */
export async function clearOpenings(tx: Tx, county: string, tip: string): Promise<void> {
  await tx
    .updateTable('tip_opening')
    .set({ part: null, answer: null })
    .where('county', '=', county)
    .where('tip', '=', tip)
    .execute();
}
