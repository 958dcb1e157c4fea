// Which counties does the database hold anything of, and what is one of them at one moment?
import { sql } from 'kysely';
import { EVERY_KIND } from '../../domain/kind.ts';
import { tableOf } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';

/** Counties with a record, a journal row, a leaf or a head: one of them missing must not hide the others. */
export async function listLedgerCounties(db: Db): Promise<string[]> {
  const tables = [...EVERY_KIND.map(tableOf), 'journal', 'journal_leaf', 'tree_head', 'report', 'setting'];
  const parts = tables.map((table) => sql`select distinct county from ${sql.table(table)}`);
  const { rows } = await sql<{ county: string }>`${sql.join(parts, sql` union `)} order by 1`.execute(db);
  return rows.map((row) => row.county);
}

/** Runs `read` on a view of the database that nothing written meanwhile changes. */
export function atOneMoment<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
