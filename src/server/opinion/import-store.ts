// How far is each import of posts?
import { sql } from 'kysely';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { PostProblem } from '../../domain/opinion/draft.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface OpinionImport {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly account: string;
  readonly status: 'reading' | 'done' | 'refused' | 'failed';
  readonly done: number;
  readonly added: number;
  readonly same: number;
  readonly problems: readonly PostProblem[];
  readonly refusals: readonly Refusal[];
  readonly createdAt: string;
}

const COLUMNS = sql`id, file, name, account, status, done, added, same, problems, refusals, created_at as "createdAt"`;

export async function insertImport(
  tx: Tx,
  begun: { county: string; id: string; file: string; name: string; account: string; at: string },
): Promise<void> {
  await sql`insert into opinion_import (county, id, file, name, account, status, done, added, same, problems, refusals,
      created_at, updated_at)
    values (${begun.county}, ${begun.id}, ${begun.file}, ${begun.name}, ${begun.account}, 'reading', 0, 0, 0, '[]', '[]',
      ${begun.at}, ${begun.at})`.execute(tx);
}

export async function saveImport(db: Db, county: string, job: OpinionImport, at: string): Promise<void> {
  await db
    .updateTable('opinion_import')
    .set({
      ...{ status: job.status, done: job.done, added: job.added, same: job.same, updated_at: at },
      ...{ problems: JSON.stringify(job.problems), refusals: JSON.stringify(job.refusals) },
    })
    .where('county', '=', county)
    .where('id', '=', job.id)
    .execute();
}

export async function findImport(db: Db, county: string, id: string): Promise<OpinionImport | undefined> {
  const { rows } = await sql<OpinionImport>`select ${COLUMNS} from opinion_import
    where county = ${county} and id = ${id}`.execute(db);
  return rows[0];
}

export async function listImports(db: Db, county: string): Promise<OpinionImport[]> {
  const { rows } = await sql<OpinionImport>`select ${COLUMNS} from opinion_import
    where county = ${county} order by created_at desc, id desc limit 20`.execute(db);
  return rows;
}

/** Imports a stopped process left in the middle, of every county. */
export async function listUnfinished(db: Db): Promise<(OpinionImport & { county: string })[]> {
  const { rows } = await sql<OpinionImport & { county: string }>`select county, ${COLUMNS} from opinion_import
    where status = 'reading'`.execute(db);
  return rows;
}
