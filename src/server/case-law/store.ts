// What was reckoned of each case, on which state of its records, and which must be reckoned anew?
import { type RawBuilder, sql } from 'kysely';
import type { Verdict } from '../../domain/case/fact.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface CaseLaw {
  readonly case: string;
  readonly marks: number;
  readonly markedAt: string;
  /** What it was reckoned by (`basisOf`); empty: its records changed since. */
  readonly basis: string;
  /** Null: never reckoned. */
  readonly mustTransfer: Verdict | null;
  readonly charges: readonly string[];
  readonly since: Day | null;
  readonly assumed: boolean;
  readonly loweredOn: Day | null;
  readonly loweredCharges: readonly string[] | null;
  readonly loweredBy: string | null;
}

/** The cases whose facts records of `kind` state must be reckoned anew; in id order, so that two imports cannot lock each other out. */
export async function markCaseLaw(
  tx: Tx,
  county: string,
  kind: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  const list = sql`${ids}::uuid[]`;
  const cases =
    kind === 'case'
      ? sql`select id as "case" from "case" where county = ${county} and id = any(${list})`
      : kind === 'seizure'
        ? sql`select distinct "case" from seizure where county = ${county} and id = any(${list}) and "case" is not null`
        : kind === 'clue'
          ? sql`select id as "case" from "case" where county = ${county} and clue = any(${list})`
          : null;
  if (cases === null || ids.length === 0) return;
  await sql`insert into case_law (county, "case", marks, marked_at, basis, charges, assumed)
    select ${county}, t."case", 1, ${at}::timestamptz, '', '{}', false from (${cases}) t order by t."case"
    on conflict (county, "case") do update set marks = case_law.marks + 1, marked_at = excluded.marked_at,
      basis = ''`.execute(tx);
}

function toLaw(row: Record<string, unknown>): CaseLaw {
  return {
    case: row.case as string,
    marks: row.marks as number,
    markedAt: row.marked_at as string,
    basis: row.basis as string,
    mustTransfer: row.must_transfer as Verdict | null,
    charges: row.charges as string[],
    since: row.since as Day | null,
    assumed: row.assumed as boolean,
    loweredOn: row.lowered_on as Day | null,
    loweredCharges: row.lowered_charges as string[] | null,
    loweredBy: row.lowered_by as string | null,
  };
}

export async function findCaseLaws(db: Db | Tx, county: string, ids: readonly string[]): Promise<CaseLaw[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Record<string, unknown>>`
    select * from case_law where county = ${county} and "case" = any(${ids}::uuid[])`.execute(db);
  return rows.map(toLaw);
}

/** Cases reckoned on another state of their records or by other tables than `basis`, at most `most` of them. */
export async function listStaleCases(
  db: Db | Tx,
  county: string,
  asked: { readonly basis: string; readonly most: number; readonly campaign?: string | undefined },
): Promise<string[]> {
  const { basis, most, campaign } = asked;
  // Two ranges of one index; "differs from" would read it whole.
  const side = (condition: RawBuilder<unknown>) => sql`select l."case" from case_law l
    where l.county = ${county} and ${condition} ${
      campaign === undefined
        ? sql``
        : sql`and exists (select from "case" c where c.county = l.county and c.id = l."case"
            and c.campaign = ${campaign}::uuid)`
    } limit ${most}`;
  const { rows } = await sql<{ case: string }>`(${side(sql`l.basis < ${basis}`)})
    union all (${side(sql`l.basis > ${basis}`)}) limit ${most}`.execute(db);
  return rows.map((row) => row.case);
}

/** Keeps verdicts; one whose records changed since it was read is left to be reckoned again. */
export async function putCaseLaws(db: Db | Tx, county: string, laws: readonly CaseLaw[]): Promise<void> {
  if (laws.length === 0) return;
  const rows = laws.map((law) => ({
    ...{ case: law.case, marks: law.marks, basis: law.basis, must_transfer: law.mustTransfer },
    ...{ charges: law.charges, since: law.since, assumed: law.assumed, lowered_on: law.loweredOn },
    ...{ lowered_charges: law.loweredCharges, lowered_by: law.loweredBy },
  }));
  await sql`update case_law l set basis = n.basis, must_transfer = n.must_transfer, charges = n.charges,
      since = n.since, assumed = n.assumed, lowered_on = n.lowered_on, lowered_charges = n.lowered_charges,
      lowered_by = n.lowered_by
    from (select * from jsonb_populate_recordset(null::case_law, ${JSON.stringify(rows)}::jsonb)) n
    where l.county = ${county} and l."case" = n."case" and l.marks = n.marks`.execute(db);
}
