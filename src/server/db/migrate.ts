// Is the database at our schema? Forward-only migrations, each once, in one transaction.
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Db } from './connection.ts';

const FOLDER = new URL('./migration/', import.meta.url);
/** Any constant: two processes starting at once must not migrate at once. */
const LOCK = 731_994;

export class NewerSchema extends Error {
  constructor(version: string) {
    super(
      `数据库由更新的版本（${version}）建立，请升级程序 / database schema ${version} is newer than this program`,
    );
  }
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
}

/** Names of the migrations that are still to run; throws NewerSchema when the database knows one we do not. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  await sql`create table if not exists migration (name text primary key, at timestamptz not null default now())`.execute(
    db,
  );
  const done = new Set((await db.selectFrom('migration').select('name').execute()).map((row) => row.name));
  const known = await migrationNames();
  const newer = [...done].find((name) => !known.includes(name));
  if (newer) throw new NewerSchema(newer);
  return known.filter((name) => !done.has(name));
}

/** Brings the database to this program's schema; returns what was applied. */
export async function migrate(db: Db): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    const pending = await pendingMigrations(tx);
    for (const name of pending) {
      await sql.raw(await readFile(new URL(name, FOLDER), 'utf8')).execute(tx);
      await tx.insertInto('migration').values({ name }).execute();
    }
    return pending;
  });
}

/** Names of the migrations the database has had, oldest first; none for a database that is not ours yet. */
export async function doneMigrations(db: Db): Promise<string[]> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('migration') is not null as there`.execute(db);
  if (!rows[0]?.there) return [];
  return (await db.selectFrom('migration').select('name').orderBy('name').execute()).map((row) => row.name);
}

/** The SQL of the named migrations, for a restore into the schema a backup was made from; throws NewerSchema. */
export async function migrationTexts(names: readonly string[]): Promise<string[]> {
  const known = await migrationNames();
  const newer = names.find((name) => !known.includes(name));
  if (newer) throw new NewerSchema(newer);
  return Promise.all(names.map((name) => readFile(new URL(name, FOLDER), 'utf8')));
}
