// Which records of penalty does a case have?
import type { RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { toRecord } from '../db/column.ts';
import type { Tx } from '../db/connection.ts';

/** Withdrawn ones included; held until the transaction ends. */
export async function listPenalties(tx: Tx, county: string, id: string): Promise<RecordRow[]> {
  const rows = await tx
    .selectFrom('penalty')
    .selectAll()
    .where('county', '=', county)
    .where('case', '=', id)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return rows.map((row) => toRecord(getKind('penalty'), row));
}
