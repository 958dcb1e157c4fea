// How do we reach PostgreSQL?
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

/** Tables are read and written by name; their columns follow the kinds (db/column.ts), so rows are plain records. */
// biome-ignore lint/suspicious/noExplicitAny: the schema is data (KINDS), checked against the database by a test
export type Db = Kysely<any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type Tx = Transaction<any>;

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;
const NUMERIC = 1700;

/** An instant no Date holds ('infinity', put there behind our back) stays text, so that verify can name its row. */
function instantText(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}

/** Days stay 'YYYY-MM-DD'; instants become ISO UTC with milliseconds; bigint and numeric become numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === TIMESTAMPTZ) return instantText;
    if (oid === INT8 || oid === NUMERIC) return (text: string) => Number(text);
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** A pool whose connections give up on work nobody waits for: a client cut off never leaves a transaction open. */
export function connect(url: string, size = 12): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'shouye',
    // One statement counts all figures: compiling it costs more than running it, and its sorts should stay in memory
    // (a county of 100,000 inspections: docs/benchmarks.md).
    options: '-c jit=off -c work_mem=32MB',
  });
  // A server restart ends idle connections; the pool replaces them, and the next query says what is wrong.
  pool.on('error', () => {});
  // One lent out between two statements of a transaction tells only itself, and unheard would end the whole process.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
