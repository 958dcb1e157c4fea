// What has this county configured? Named values with the document they rest on.
import type { Db, Tx } from '../db/connection.ts';

/** The value of a setting, or undefined when the county has not set it. */
export async function findSetting(db: Db | Tx, county: string, name: string): Promise<unknown> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('county', '=', county)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}

export async function putSetting(
  tx: Tx,
  county: string,
  name: string,
  value: unknown,
  at: string,
): Promise<void> {
  const json = JSON.stringify(value ?? null);
  await tx
    .insertInto('setting')
    .values({ county, name, value: json, updated_at: at })
    .onConflict((c) => c.columns(['county', 'name']).doUpdateSet({ value: json, updated_at: at }))
    .execute();
}
