// What in the county still owes a result on a given day?
import { sql } from 'kysely';
import type { Db } from '../db/connection.ts';

export interface OwedRow {
  /** `rectify`, `duty`, or the id of a clock of law or county. */
  readonly what: string;
  readonly kind: string;
  readonly id: string;
  readonly no: string;
  /** Agency that owes, by name; '' when the record names none. */
  readonly who: string;
  readonly name: string;
  readonly due: string | null;
}

/** How far ahead a coming deadline is shown. */
export const AHEAD_DAYS = 15;

/**
 * Open obligations on `today` (a day): overdue ones and those due within AHEAD_DAYS, earliest first. At most `limit`.
 * Clues, cases and seizures owe by their clocks, an inspection its rectification, an agency its duty.
 */
export async function listOwed(db: Db, county: string, today: string, limit: number): Promise<OwedRow[]> {
  const ahead = sql`${today}::date + ${AHEAD_DAYS}::int`;
  const clocks = sql`(k.due at time zone 'Asia/Shanghai')::date`;
  const running = (kind: string) => sql`from clock k
      join ${sql.table(kind)} r on r.county = k.county and r.id = k.subject and not r.withdrawn
      where k.county = ${county} and k.kind = ${kind} and k.until is null and k.due < (${ahead} + 1)::timestamptz`;
  const rows = await sql<OwedRow>`
    with owed as (
      select k.deadline as what, 'clue' as kind, r.id, r.no, r.content as name, r.agency, ${clocks} as due ${running('clue')}
      union all
      select k.deadline, 'case', r.id, r.no, r.name, r.agency, ${clocks} ${running('case')}
      union all
      select k.deadline, 'seizure', r.id, r.no, coalesce(r.species_name, r.tool, r.form), r.agency, ${clocks}
        ${running('seizure')}
      union all
      select 'rectify', 'inspection', i.id, i.no, coalesce(v.name, s.name, ''), i.agency, i.rectify_by from inspection i
        left join venue v on v.county = i.county and v.id = i.venue
        left join site s on s.county = i.county and s.id = i.site
        where i.county = ${county} and not i.withdrawn and i.rectify_by is not null and i.rectified_on is null
      union all
      select 'duty', 'duty', id, no, content, agency, due from duty
        where county = ${county} and not withdrawn and done_on is null and due is not null
    )
    select o.what, o.kind, o.id, o.no, o.name, coalesce(a.name, '') as who, o.due from owed o
    left join agency a on a.county = ${county} and a.id = o.agency
    where o.due <= ${ahead} order by o.due, o.no limit ${limit}`.execute(db);
  return rows.rows;
}

/** The campaign under way on `today`, else the one that ended last. */
export async function findCampaignId(db: Db, county: string, today: string): Promise<string | undefined> {
  const rows = await sql<{ id: string }>`
    select id from campaign where county = ${county} and not withdrawn and "from" <= ${today}
    order by (until >= ${today}) desc, "from" desc limit 1`.execute(db);
  return rows.rows[0]?.id;
}
