// Which cases did steps decide?
import { sql } from 'kysely';
import { DECIDING } from '../../domain/case/penalty-made.ts';
import type { Tx } from '../db/connection.ts';

/** Of the cases `ids` those that steps decided; each is held, so that none is decided meanwhile. */
export async function decidedCases(tx: Tx, county: string, ids: readonly string[]): Promise<string[]> {
  await sql`select from "case" where county = ${county} and id = any(${ids}::uuid[]) order by id for no key update`.execute(
    tx,
  );
  const { rows } = await sql<{ subject: string }>`select distinct subject from step
    where county = ${county} and kind = 'case' and subject = any(${ids}::uuid[])
      and name = any(${[...DECIDING]}::text[])`.execute(tx);
  return rows.map(({ subject }) => subject);
}
