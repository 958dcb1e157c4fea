// What in the county still owes a result on a given day?
import { sql } from 'kysely';
import type { Db } from '../db/connection.ts';

export interface OwedRow {
  readonly what: 'clue' | 'rectify' | 'caseDecision' | 'seizureCase' | 'review' | 'duty';
  readonly kind: string;
  readonly id: string;
  readonly no: string;
  /** Agency or person who owes, by name; '' when the record names none. */
  readonly who: string;
  readonly name: string;
  readonly due: string | null;
}

/** Administrative Penalty Law art. 60: a decision within 90 calendar days of filing. */
const DECISION_DAYS = 90;
/** Days a seizure may wait for its case before it is an alarm; county configuration in the case procedure. */
const SEIZURE_DAYS = 7;
/** How far ahead a coming deadline is shown. */
export const AHEAD_DAYS = 15;

/**
 * Open obligations on `today` (a day): overdue ones and those due within AHEAD_DAYS, earliest first. At most `limit`.
 * A clue owes a result by its due day, an inspection its rectification, a case its decision, a seizure its case.
 */
export async function listOwed(db: Db, county: string, today: string, limit: number): Promise<OwedRow[]> {
  const rows = await sql<OwedRow>`
    with owed as (
      select 'clue' as what, 'clue' as kind, id, no, content as name, agency, due from clue
        where county = ${county} and not withdrawn and result is null and due is not null
      union all
      select 'rectify', 'inspection', i.id, i.no, coalesce(v.name, s.name, ''), i.agency, i.rectify_by from inspection i
        left join venue v on v.county = i.county and v.id = i.venue
        left join site s on s.county = i.county and s.id = i.site
        where i.county = ${county} and not i.withdrawn and i.rectify_by is not null and i.rectified_on is null
      union all
      select 'caseDecision', 'case', id, no, name, agency, filed_on + ${DECISION_DAYS}::int from "case"
        where county = ${county} and not withdrawn and outcome is null and track <> 'criminal'
      union all
      select 'seizureCase', 'seizure', id, no, coalesce(species_name, tool, form), agency, day + ${SEIZURE_DAYS}::int
        from seizure where county = ${county} and not withdrawn and "case" is null
      union all
      select 'duty', 'duty', id, no, content, agency, due from duty
        where county = ${county} and not withdrawn and done_on is null and due is not null
    )
    select o.what, o.kind, o.id, o.no, o.name, coalesce(a.name, '') as who, o.due from owed o
    left join agency a on a.county = ${county} and a.id = o.agency
    where o.due <= ${today}::date + ${AHEAD_DAYS}::int order by o.due, o.no limit ${limit}`.execute(db);
  return rows.rows;
}

/** The campaign under way on `today`, else the one that ended last. */
export async function findCampaignId(db: Db, county: string, today: string): Promise<string | undefined> {
  const rows = await sql<{ id: string }>`
    select id from campaign where county = ${county} and not withdrawn and "from" <= ${today}
    order by (until >= ${today}) desc, "from" desc limit 1`.execute(db);
  return rows.rows[0]?.id;
}
