// Which seizures are held, what codes hand them over, and what is known of their pictures?
import { sql } from 'kysely';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Custody } from '../../domain/seizure/custody.ts';
import { toRecord } from '../db/column.ts';
import type { Db, Tx } from '../db/connection.ts';

const SEIZURE = getKind('seizure');

export interface HeldRow {
  readonly row: RecordRow;
  readonly facts: Custody;
  readonly due: string | null;
  /** 0 for live animals that wait, 1 for the rest: the order of the register. */
  readonly rank: number;
}

export interface HeldFilter {
  readonly q?: string | undefined;
  readonly live?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly pending?: boolean | undefined;
  /** Only what this account has in hand, gave, or is to take. */
  readonly account?: string | undefined;
}

/** Live animals wait while their clock of the county runs. */
const WAITS = sql`exists (select from clock c where c.county = p.county and c.kind = p.kind and c.subject = p.subject
  and c.deadline = 'COUNTY-LIVE' and c.until is null)`;
const LATE = (now: string) => sql`exists (select from clock c where c.county = p.county and c.kind = p.kind
  and c.subject = p.subject and c.deadline = 'COUNTY-LIVE' and c.until is null and c.due < ${now})`;
const OFFERED = sql`jsonb_array_length(p.facts -> 'pending') > 0`;

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
}

function conditions(filter: HeldFilter, now: string) {
  const all = [sql`not p.ended`, sql`not s.withdrawn`];
  for (const word of (filter.q ?? '').trim().split(/\s+/).filter(Boolean))
    all.push(
      sql`(s.search ilike ${containing(word)} or (p.facts -> 'holdings')::text ilike ${containing(word)})`,
    );
  if (filter.live) all.push(WAITS);
  if (filter.overdue) all.push(LATE(now));
  if (filter.pending) all.push(OFFERED);
  if (filter.account) {
    const mine = JSON.stringify([{ account: filter.account }]);
    const [gave, takes] = [
      JSON.stringify([{ by: filter.account }]),
      JSON.stringify([{ taker: filter.account }]),
    ];
    all.push(sql`(p.facts -> 'holdings' @> ${mine}::jsonb or p.facts -> 'pending' @> ${gave}::jsonb
      or p.facts -> 'pending' @> ${takes}::jsonb)`);
  }
  return sql.join(all, sql` and `);
}

/** A page of what is held; live first, then by day. `after` is rank, day and id of the last one seen. */
export async function listHeld(
  db: Db,
  county: string,
  filter: HeldFilter,
  page: { now: string; limit: number; after?: readonly [number, string, string] | undefined },
): Promise<HeldRow[]> {
  const after = page.after
    ? sql`and (rank, day, id) > (${page.after[0]}::int, ${page.after[1]}::date, ${page.after[2]}::uuid)`
    : sql``;
  const { rows } = await sql<Record<string, unknown>>`select * from (
      select s.*, p.facts as custody_facts, p.due as custody_due, case when ${WAITS} then 0 else 1 end as rank
      from progress p join seizure s on s.county = p.county and s.id = p.subject
      where p.county = ${county} and p.kind = 'seizure' and ${conditions(filter, page.now)}
    ) held where true ${after} order by rank, day, id limit ${page.limit}`.execute(db);
  return rows.map((row) => ({
    row: toRecord(SEIZURE, row),
    facts: row.custody_facts as Custody,
    due: row.custody_due as string | null,
    rank: row.rank as number,
  }));
}

export async function countHeld(db: Db, county: string, now: string) {
  const { rows } = await sql<{ held: number; live: number; overdue: number; pending: number }>`
    select count(*) as held, count(c.subject) as live, count(*) filter (where c.due < ${now}) as overdue,
      count(*) filter (where ${OFFERED}) as pending
    from progress p join seizure s on s.county = p.county and s.id = p.subject
    left join clock c on c.county = p.county and c.kind = p.kind and c.subject = p.subject
      and c.deadline = 'COUNTY-LIVE' and c.until is null
    where p.county = ${county} and p.kind = 'seizure' and not p.ended and not s.withdrawn`.execute(db);
  return rows[0] ?? { held: 0, live: 0, overdue: 0, pending: 0 };
}

export interface HandoverRow {
  readonly seizure: string;
  readonly seq: number;
  readonly by: string;
  readonly made_at: string;
  readonly until: string;
  readonly used_at: string | null;
}

export async function insertHandover(
  db: Db,
  county: string,
  code: Uint8Array,
  row: Omit<HandoverRow, 'used_at'>,
): Promise<void> {
  await db
    .insertInto('handover')
    .values({ county, code: Buffer.from(code), ...row })
    .execute();
}

/** The handover a code stands for; with `hold` nobody else uses it until the transaction ends. */
export async function findHandover(
  db: Db | Tx,
  county: string,
  code: Uint8Array,
  hold = false,
): Promise<HandoverRow | undefined> {
  const query = db
    .selectFrom('handover')
    .selectAll()
    .where('county', '=', county)
    .where('code', '=', Buffer.from(code));
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as HandoverRow | undefined;
}

export async function closeHandover(tx: Tx, county: string, code: Uint8Array, at: string): Promise<void> {
  await tx
    .updateTable('handover')
    .set({ used_at: at })
    .where('county', '=', county)
    .where('code', '=', Buffer.from(code))
    .execute();
}

export interface FileRow {
  readonly sha256: string;
  readonly type: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly takenAt: string | null;
  readonly place: { readonly lng: number; readonly lat: number } | null;
}

/** What the county knows of a file; the first account of the same bytes stands. */
export async function insertFile(
  db: Db,
  county: string,
  file: FileRow,
  made: { readonly at: string; readonly by: string },
): Promise<void> {
  const { takenAt, place, ...plain } = file;
  await db
    .insertInto('file')
    .values({
      ...{ county, ...plain, taken_at: takenAt, lng: place?.lng ?? null, lat: place?.lat ?? null },
      ...{ recorded_at: made.at, by: made.by },
    })
    .onConflict((c) => c.columns(['county', 'sha256']).doNothing())
    .execute();
}

export async function findFile(db: Db, county: string, sha256: string): Promise<FileRow | undefined> {
  const row = await db
    .selectFrom('file')
    .selectAll()
    .where('county', '=', county)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (!row) return undefined;
  const { type, size, width, height, lng, lat } = row as unknown as FileRow & { lng: number; lat: number };
  return {
    ...{ sha256, type, size, width, height, takenAt: row.taken_at as string | null },
    place: lng === null ? null : { lng, lat },
  };
}
