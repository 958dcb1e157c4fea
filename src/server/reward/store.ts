// How are the books of rewards kept, and what do clues, cases and tips say that decides one?
import { sql } from 'kysely';
import type { RewardAccount } from '../../domain/reward/ledger.ts';
import { LIVE_STATES } from '../../domain/reward/reward.ts';
import { REWARDING, type RewardResult } from '../../domain/reward/rule.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface EntryRow {
  readonly county: string;
  readonly id: string;
  readonly line: number;
  readonly on: string;
  readonly at: string;
  readonly by: string;
  readonly matter: string;
  readonly reward: string | null;
  readonly turn: number;
  readonly account: RewardAccount;
  readonly amount: number;
  readonly document: string;
  readonly note: string;
  readonly of: string | null;
}

export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  await tx
    .insertInto('reward_entry')
    .values([...rows])
    .execute();
}

/** Nobody else sets money of the county aside until the transaction ends. */
export async function holdFund(tx: Tx, county: string): Promise<void> {
  await sql`insert into reward_fund (county) values (${county}) on conflict do nothing`.execute(tx);
  await sql`select from reward_fund where county = ${county} for update`.execute(tx);
}

export async function balanceOf(db: Db | Tx, county: string, account: string): Promise<number> {
  const { rows } = await sql<{ sum: number }>`select coalesce(sum(amount), 0)::bigint as sum from reward_entry
    where county = ${county} and account = ${account}`.execute(db);
  return Number(rows[0]?.sum ?? 0);
}

/** What was owed anew in a calendar year, less what was released of it. */
export async function awardedIn(db: Db | Tx, county: string, year: string): Promise<number> {
  const { rows } = await sql<{ sum: number }>`select coalesce(sum(amount), 0)::bigint as sum from reward_entry
    where county = ${county} and account = 'payable' and matter in ('approve', 'release')
    and "on" >= ${`${year}-01-01`}::date and "on" <= ${`${year}-12-31`}::date`.execute(db);
  return Math.max(0, Number(rows[0]?.sum ?? 0));
}

export async function listEntries(db: Db | Tx, county: string, until?: string): Promise<EntryRow[]> {
  let query = db.selectFrom('reward_entry').selectAll().where('county', '=', county);
  if (until !== undefined) query = query.where('on', '<=', until);
  return (await query.orderBy('on').orderBy('at').orderBy('id').orderBy('line').execute()) as EntryRow[];
}

export async function findMove(db: Db | Tx, county: string, id: string): Promise<EntryRow[]> {
  return (await db
    .selectFrom('reward_entry')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .orderBy('line')
    .execute()) as EntryRow[];
}

/** Whether a move was taken back by another. */
export async function isVoided(db: Db | Tx, county: string, id: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from reward_entry where county = ${county} and of = ${id}::uuid limit 1`.execute(db);
  return rows.length > 0;
}

/** Every reward with what the books must say of it. */
export async function listStanding(
  db: Db | Tx,
  county: string,
): Promise<{ id: string; no: string; clue: string; state: string; amount: number; status: string }[]> {
  const { rows } = await sql<{
    id: string;
    no: string;
    clue: string;
    state: string;
    amount: number;
    status: string;
  }>`select r.id, r.no, r.clue, r.state, r.amount, p.status from reward r
    join progress p on p.county = r.county and p.kind = 'reward' and p.subject = r.id
    where r.county = ${county} order by r.id`.execute(db);
  return rows;
}

/** Ids of steps that moved money for a reward, by the books; of them those no step stands behind. */
export async function listUnfounded(db: Db | Tx, county: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct e.id from reward_entry e
    left join step s on s.county = e.county and s.id = e.id and s.kind = 'reward' and s.subject = e.reward
    left join journal j on j.county = e.county and j.id = e.id and j.kind = 'reward.fund'
    where e.county = ${county} and ((e.reward is not null and s.id is null) or (e.reward is null and j.id is null))
    limit 200`.execute(db);
  return rows.map((row) => row.id);
}

export async function insertCode(
  tx: Tx,
  row: { county: string; reward: string; turn: number; hash: Buffer },
): Promise<void> {
  await tx
    .insertInto('reward_code')
    .values(row)
    .onConflict((c) => c.columns(['county', 'reward', 'turn']).doNothing())
    .execute();
}

export async function findCode(
  db: Db | Tx,
  county: string,
  hash: Buffer,
): Promise<{ reward: string; turn: number; used_by: string | null } | undefined> {
  return (await db
    .selectFrom('reward_code')
    .select(['reward', 'turn', 'used_by'])
    .where('county', '=', county)
    .where('hash', '=', hash)
    .executeTakeFirst()) as { reward: string; turn: number; used_by: string | null } | undefined;
}

/** Uses up the code of a turn for the action `by`; false when there is none left. */
export async function spendCode(
  tx: Tx,
  county: string,
  reward: string,
  turn: number,
  use: { by: string; at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('reward_code')
    .set({ used_by: use.by, used_at: use.at })
    .where('county', '=', county)
    .where('reward', '=', reward)
    .where('turn', '=', turn)
    .where('used_by', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function isCodeUsedBy(
  tx: Tx,
  county: string,
  reward: string,
  turn: number,
  by: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('reward_code')
    .select('used_by')
    .where('county', '=', county)
    .where('reward', '=', reward)
    .where('turn', '=', turn)
    .executeTakeFirst();
  return row?.['used_by'] === by;
}

/** Whether two keepers opened the identity of this tip: without that nobody knows an account to transfer to. */
export async function isIdentityOpened(db: Db | Tx, county: string, tip: string): Promise<boolean> {
  const { rows } = await sql`select 1 from tip_opening
    where county = ${county} and tip = ${tip}::uuid and read_at is not null limit 1`.execute(db);
  return rows.length > 0;
}

export interface TipOfClue {
  readonly id: string;
  readonly clue: string;
  readonly day: string;
  readonly named: boolean;
}

/** The tips a clue rests on, those of clues merged into it included; oldest first. Never who handed them in. */
export async function listTipsOf(db: Db | Tx, county: string, clue: string): Promise<TipOfClue[]> {
  const { rows } = await sql<TipOfClue>`with recursive kin(id) as (
      select ${clue}::uuid
      union select p.subject from progress p join kin on p.facts->>'into' = kin.id::text
        where p.county = ${county} and p.kind = 'clue')
    select t.id, t.clue, t.day, t.named from tip t join kin on kin.id = t.clue
    where t.county = ${county} order by t.recorded_at, t.id`.execute(db);
  return rows;
}

export interface ClueFactsRow {
  readonly id: string;
  readonly results: readonly RewardResult[];
  readonly violations: readonly string[];
  readonly value: number | null;
  readonly fine: number | null;
  readonly given: number;
}

const LIVE = sql`(${sql.join([...LIVE_STATES])})`;

/** What clues came to, by their own result and by their cases, in one question. */
export async function listClueFacts(
  db: Db | Tx,
  county: string,
  clues: readonly string[],
): Promise<Map<string, ClueFactsRow>> {
  const { rows } = await sql<{
    id: string;
    result: string | null;
    violation: string | null;
    tracks: string[] | null;
    outcomes: string[] | null;
    filed: boolean | null;
    violations: string[] | null;
    value: number | null;
    fine: number | null;
    fined: boolean | null;
    given: number;
  }>`
    with clues as (select id, result, violation, "case" from clue
      where county = ${county} and id = any(${clues}::uuid[])),
    cases as (select distinct q.id as clue, c.id, c.track, c.outcome, c.filed_on, c.violations, c.value
      from clues q join "case" c on c.county = ${county} and not c.withdrawn and (c.id = q."case" or c.clue = q.id)),
    fines as (select cases.clue, sum(p.fine)::bigint as fine, count(*) > 0 as fined
      from cases join penalty p on p.county = ${county} and p."case" = cases.id and not p.withdrawn
      group by cases.clue),
    sums as (select clue, array_agg(distinct track) as tracks, array_agg(distinct outcome) as outcomes,
        bool_or(filed_on is not null) as filed, sum(value)::bigint as value from cases group by clue),
    kinds as (select cases.clue, array_agg(distinct v) as violations
      from cases, unnest(cases.violations) v group by cases.clue),
    owed as (select clue, sum(amount)::bigint as given from reward
      where county = ${county} and state in ${LIVE} group by clue)
    select q.id, q.result, q.violation, s.tracks, s.outcomes, s.filed, k.violations, s.value, f.fine, f.fined,
      coalesce(o.given, 0) as given
    from clues q left join sums s on s.clue = q.id left join fines f on f.clue = q.id
      left join kinds k on k.clue = q.id left join owed o on o.clue = q.id`.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        results: resultsOf(row),
        violations: [...new Set([row.violation, ...(row.violations ?? [])].filter((v) => v !== null))],
        value: row.value,
        fine: row.fine,
        given: Number(row.given),
      },
    ]),
  );
}

function resultsOf(row: {
  result: string | null;
  tracks: string[] | null;
  outcomes: string[] | null;
  filed: boolean | null;
  fined: boolean | null;
}): RewardResult[] {
  const results: RewardResult[] = [];
  if (row.result === 'handled' || row.result === 'transferred' || row.result === 'rescued')
    results.push(row.result);
  const outcomes = row.outcomes ?? [];
  if (row.filed) results.push('filed');
  if (row.fined || outcomes.includes('penalised')) results.push('penalised');
  if (row.filed && (row.tracks ?? []).includes('criminal')) results.push('criminal');
  if (outcomes.includes('sentenced')) results.push('sentenced');
  return results;
}

export interface CandidateRow {
  readonly id: string;
  readonly no: string;
  readonly day: string;
  readonly content: string;
  readonly result: string;
  readonly result_day: string | null;
  readonly tips: number;
}

/**
 * Clues of informants that ended in something and have no reward yet, the latest first. A sum a ledger brought along counts
 * as a reward; a cancelled one does not.
 */
export async function listCandidates(
  db: Db,
  county: string,
  page: { limit: number; offset: number },
): Promise<{ rows: CandidateRow[]; total: number }> {
  const from = sql`from clue c where c.county = ${county} and not c.withdrawn
    and c.result in (${sql.join([...REWARDING])}) and c.reward is null
    and (c.source = 'tip' or exists (select 1 from tip t where t.county = c.county and t.clue = c.id))
    and not exists (select 1 from reward r where r.county = c.county and r.clue = c.id and r.state <> 'cancelled')`;
  const { rows } = await sql<CandidateRow>`select c.id, c.no, c.day, c.content, c.result, c.result_day,
      (select count(*) from tip t where t.county = c.county and t.clue = c.id) as tips ${from}
    order by c.result_day desc nulls last, c.id limit ${page.limit} offset ${page.offset}`.execute(db);
  const total = await sql<{ n: number }>`select count(*) as n ${from}`.execute(db);
  return { rows, total: Number(total.rows[0]?.n ?? 0) };
}

export interface RewardOfTip {
  readonly id: string;
  readonly amount: number;
  readonly state: string;
  readonly claim_until: string | null;
  readonly paid_on: string | null;
  readonly turn: number;
}

/** The reward of a tip that stands, else the last one that did not come to be. */
export async function findOfTip(db: Db | Tx, county: string, tip: string): Promise<RewardOfTip | undefined> {
  const { rows } = await sql<RewardOfTip>`select r.id, r.amount, r.state, r.claim_until, r.paid_on,
      coalesce((p.facts->>'turn')::int, 0) as turn from reward r
    left join progress p on p.county = r.county and p.kind = 'reward' and p.subject = r.id
    where r.county = ${county} and r.tip = ${tip} order by (r.state in ${LIVE}) desc, r.recorded_at desc
    limit 1`.execute(db);
  return rows[0];
}

/** Which of these tips have a reward that stands. */
export async function listRewardedTips(
  db: Db | Tx,
  county: string,
  tips: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ tip: string }>`select tip from reward
    where county = ${county} and tip = any(${tips}::text[]) and state in ${LIVE}`.execute(db);
  return new Set(rows.map((row) => row.tip));
}

export async function hasPaperReward(db: Db | Tx, county: string, clue: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from reward where county = ${county} and clue = ${clue}::uuid and tip is null
    and state in ${LIVE} limit 1`.execute(db);
  return rows.length > 0;
}
