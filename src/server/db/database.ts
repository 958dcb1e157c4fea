// Which PostgreSQL serves this ledger: the one named by DATABASE_URL, or the embedded one?
import pg from 'pg';
import { type EmbeddedOptions, type Running, startPostgres } from './embedded.ts';
import { DatabaseRefusal } from './embedded-home.ts';

export interface DatabaseOptions extends EmbeddedOptions {
  /** `process.env.DATABASE_URL`; empty means the embedded one. */
  readonly databaseUrl?: string | undefined;
}

/** design.md: SQL stays within PostgreSQL 15. */
const OLDEST = 150_000;

async function check(url: string): Promise<void> {
  let version: number;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    version = Number((await client.query('show server_version_num')).rows[0].server_version_num);
  } catch (error) {
    throw new DatabaseRefusal([
      `不能连接 DATABASE_URL 指定的数据库：${(error as Error).message}`,
      'The database named by DATABASE_URL cannot be reached; check the address, user, password and firewall.',
    ]);
  } finally {
    await client.end().catch(() => {});
  }
  if (version < OLDEST)
    throw new DatabaseRefusal([
      '数据库版本过低，需要 PostgreSQL 15 或更高。',
      'PostgreSQL 15 or later is needed.',
    ]);
}

/** A database ready for connections. `stop` ends the embedded one and leaves an outside one alone. */
export async function withDatabase(options: DatabaseOptions): Promise<Running & { embedded: boolean }> {
  if (!options.databaseUrl) return { ...(await startPostgres(options)), embedded: true };
  await check(options.databaseUrl);
  return { url: options.databaseUrl, stop: async () => {}, embedded: false };
}
