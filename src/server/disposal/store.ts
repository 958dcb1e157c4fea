// Which running number does a record made within a transaction get, and is a file ours?
import { sql } from 'kysely';
import type { Tx } from '../db/connection.ts';

/** The next number, in the transaction that uses it: a disposal undone by a fault leaves no gap. */
export async function nextNumber(tx: Tx, county: string, kind: string, year: number): Promise<number> {
  const { rows } = await sql<{ next: number }>`insert into counter (county, kind, year, next)
    values (${county}, ${kind}, ${year}, 2)
    on conflict (county, kind, year) do update set next = counter.next + 1 returning next`.execute(tx);
  return (rows[0]?.next as number) - 1;
}

/** The size of a file the county keeps, or undefined. */
export async function findFileSize(tx: Tx, county: string, sha256: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('file')
    .select('size')
    .where('county', '=', county)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.size as number | undefined;
}
