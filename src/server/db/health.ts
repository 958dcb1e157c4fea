// Does the database answer?
import { sql } from 'kysely';
import type { Db } from './connection.ts';

/** Resolves when a statement ran; throws as the driver does. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}
