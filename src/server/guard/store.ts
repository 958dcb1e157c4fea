// Which records may ring an alarm, and what was answered?
import { type RawBuilder, sql } from 'kysely';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { tableOf, toRecord } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';
import { correctedOnes, movedFrom } from './past-store.ts';

export type Guarded = 'case' | 'seizure' | 'clue';

export interface Candidate {
  readonly row: RecordRow;
  readonly status: string;
  readonly ended: boolean;
  readonly facts: unknown;
  readonly clocks: readonly { deadline: string; since: string; due: string | null }[];
  /** The case it names, for a seizure or a clue. */
  readonly named: NamedCase | null;
}

export interface NamedCase {
  readonly status: string;
  readonly seq: number;
  readonly withdrawn: boolean;
  readonly closedOn: string | null;
  readonly recordedAt: string;
  readonly penalised: boolean;
}

export interface GuardScope {
  readonly campaign?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly id?: string | undefined;
  /** Any of these records. */
  readonly ids?: readonly string[] | undefined;
}

/** A case that has ended rings only by what stays in its facts, by what the law makes of its records, or withdrawn: each of
 * these few is found by a partial index (0009, 0010) of its own.
 * Their ids are fetched first: PostgreSQL cannot tell how few the conditions on JSON let through, and would read every case. */
async function casesThatMayRing(db: Db | Tx, county: string): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`
    select subject from progress where county = ${county} and kind = 'case' and not ended
    union select subject from progress where county = ${county} and kind = 'case' and ended and (
      facts ->> 'downgraded' is not null or facts ->> 'proposed' = 'yes' or facts ->> 'mustTransfer' = 'yes'
      or facts ->> 'transferRefusedOn' is not null)
    union select id from "case" where county = ${county} and withdrawn
    union select id from "case" where county = ${county} and closed_on is not null
      and (outcome is null or outcome = 'withdrawn')
    union select subject from step where county = ${county} and kind = 'case' and name in ('revoke', 'amend')
    union ${correctedOnes(county, 'case')}
    union select "case" from case_law where county = ${county} and (must_transfer = 'yes' or lowered_on is not null)`.execute(
    db,
  );
  return rows.map(({ subject }) => subject);
}

/** Seizures and clues that may ring, each way by an index of its own: conditions across tables in one statement would join
 * everything the county ever had. What is in order stays in indexes (0012); the few found are read. */
async function othersThatMayRing(db: Db | Tx, county: string, kind: 'seizure' | 'clue'): Promise<string[]> {
  const table = sql.table(kind);
  const ofKind = sql`county = ${county} and kind = ${kind}`;
  const named = kind === 'clue' ? sql`and r.result = 'case'` : sql``;
  const own =
    kind === 'clue'
      ? sql`select subject as id from progress where ${ofKind} and not ended
          union select subject from progress where ${ofKind} and facts ->> 'into' is not null
          union select id from clue where county = ${county} and withdrawn`
      : sql`select id from seizure where county = ${county} and (withdrawn or "case" is null)
          union select subject from progress where ${ofKind} and not ended and facts ->> 'form' = 'live'
          union select subject from progress where ${ofKind} and facts ->> 'missing' <> '0'
          union select r.id from seizure r join "case" c on c.county = r.county and c.id = r."case"
            where r.county = ${county} and r."case" is not null and c.closed_on is not null
              and r.recorded_at < c.recorded_at and exists (select from progress q
                where q.county = c.county and q.kind = 'case' and q.subject = c.id and q.ended and q.seq = 0)`;
  const { rows } = await sql<{ id: string }>`${own}
    union select r.id from "case" c join ${table} r on r.county = c.county and r."case" = c.id ${named}
      where c.county = ${county} and c.withdrawn
    union select r.id from progress q join ${table} r on r.county = q.county and r."case" = q.subject ${named}
      where q.county = ${county} and q.kind = 'case' and q.status in ('discovered', 'filingAsked', 'notFiled')
    union select r.id from ${table} r join "case" c on c.county = r.county and c.id = r."case"
      where r.county = ${county} and r."case" is not null and c.closed_on is not null and c.closed_on < r.day ${named}
    union ${correctedOnes(county, kind)}`.execute(db);
  return rows.map((row) => row.id);
}

const NAMED_CASE = sql`left join "case" c on c.county = r.county and c.id = r."case"
    left join progress q on q.county = r.county and q.kind = 'case' and q.subject = r."case"`;

function scoped(
  county: string,
  kind: Kind,
  { campaign, from, until, id, ids }: GuardScope,
): RawBuilder<unknown> {
  // A case never filed belongs to the time it was discovered or entered.
  const day =
    kind.name === 'case'
      ? sql`coalesce(r.filed_on, r.discovered_on, (r.recorded_at at time zone 'Asia/Shanghai')::date)`
      : sql`r.day`;
  return sql`${ids ? sql`and r.id = any(${ids}::uuid[])` : sql``} ${id ? sql`and r.id = ${id}::uuid` : sql``} ${
    campaign
      ? sql`and (r.campaign = ${campaign}::uuid or r.id in (${movedFrom(county, kind.name, campaign)}))`
      : sql``
  }
    ${from ? sql`and ${day} >= ${from}::date` : sql``} ${until ? sql`and ${day} <= ${until}::date` : sql``}`;
}

function thatMayRing(db: Db | Tx, county: string, name: Guarded): Promise<string[]> {
  return name === 'case' ? casesThatMayRing(db, county) : othersThatMayRing(db, county, name);
}

/** Records of `kind` that may ring, with where they stand and the clocks that run. */
export async function listCandidates(
  db: Db | Tx,
  county: string,
  name: Guarded,
  scope: GuardScope,
): Promise<Candidate[]> {
  const kind = getKind(name);
  const asked = scope.id || scope.ids ? scope : { ...scope, ids: await thatMayRing(db, county, name) };
  const ofCase =
    name === 'case'
      ? sql`null::json`
      : sql`case when c.id is null then null else json_build_object('status', q.status, 'seq', q.seq,
          'withdrawn', c.withdrawn, 'closedOn', c.closed_on, 'recordedAt', c.recorded_at,
          'penalised', exists (select from penalty f where f.county = c.county and f."case" = c.id and not f.withdrawn))
        end`;
  const { rows } = await sql<Record<string, unknown>>`
    select r.*, p.status as p_status, p.ended as p_ended, p.facts as p_facts, x.clocks as p_clocks, y.*
    from ${sql.table(tableOf(kind))} r
    join progress p on p.county = r.county and p.kind = ${name} and p.subject = r.id
    ${name === 'case' ? sql`` : NAMED_CASE}
    cross join lateral (select ${ofCase}) y(named)
    left join lateral (select json_agg(json_build_object('deadline', k.deadline, 'since', k.since, 'due', k.due)
      order by k.n) as clocks from clock k where k.county = r.county and k.kind = ${name} and k.subject = r.id
      and k.until is null) x on true
    where r.county = ${county} ${scoped(county, kind, asked)} order by r.no`.execute(db);
  return rows.map((row) => ({
    row: toRecord(kind, row),
    status: row.p_status as string,
    ended: row.p_ended as boolean,
    facts: row.p_facts,
    clocks: ((row.p_clocks as Candidate['clocks'] | null) ?? []).map(iso),
    named: row.named as NamedCase | null,
  }));
}

/** JSON of PostgreSQL writes instants with an offset; the domain reads ISO UTC. */
function iso(clock: Candidate['clocks'][number]): Candidate['clocks'][number] {
  const utc = (at: string) => new Date(at).toISOString();
  return { ...clock, since: utc(clock.since), due: clock.due === null ? null : utc(clock.due) };
}

export interface AnswerRow {
  readonly subject: string;
  readonly guard: string;
  readonly cause: string;
  readonly reason: string;
  readonly on: string;
  readonly by: string;
  readonly step: string;
}

/** Answers that stand (a later step did not undo them), oldest first. */
export async function listAnswers(
  db: Db | Tx,
  county: string,
  kind: Guarded,
  subjects: readonly string[],
): Promise<AnswerRow[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<AnswerRow>`
    select s.subject, s.values ->> 'guard' as guard, s.values ->> 'cause' as cause, s.values ->> 'reason' as reason,
      s.on, coalesce(a.name, '') as by, s.id as step
    from step s left join account a on a.id = s.by
    where s.county = ${county} and s.kind = ${kind} and s.name = 'answer' and s.subject = any(${subjects}::uuid[])
      and not exists (select from step u where u.county = s.county and u.kind = s.kind and u.subject = s.subject
        and u.name = 'revoke' and u.seq = s.seq + 1)
    order by s.subject, s.seq`.execute(db);
  return rows;
}

/** Tips of `until` or before that nobody has taken up. */
export async function listUntakenTips(
  db: Db | Tx,
  county: string,
  until: string,
  from: string | undefined,
): Promise<{ id: string; day: string }[]> {
  const { rows } = await sql<{ id: string; day: string }>`select id, day from tip where county = ${county}
    and state = 'new' and day <= ${until}::date ${from ? sql`and day >= ${from}::date` : sql``} order by day, id`.execute(
    db,
  );
  return rows;
}
