// How are tips, their files, messages and events kept?
import { sql } from 'kysely';
import type { MediaType } from '../../domain/tip/media.ts';
import type { TipChannel, TipEvent, TipMatter, TipState } from '../../domain/tip/tip.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface Tip {
  readonly county: string;
  readonly id: string;
  readonly channel: TipChannel;
  readonly matter: TipMatter;
  readonly state: TipState;
  readonly named: boolean;
  readonly day: string;
  readonly at: string;
  readonly recorded_at: string;
  readonly by: string;
  readonly receipt: Buffer;
  readonly pass: string;
  readonly key: Buffer;
  readonly content: Buffer;
  readonly origin_no: string | null;
  readonly clue: string | null;
  readonly settled_at: string | null;
  readonly erased_at: string | null;
}

export interface TipFile {
  readonly county: string;
  readonly id: string;
  readonly tip: string;
  readonly at: string;
  readonly type: MediaType;
  readonly size: number;
  readonly sha256: string;
  readonly original: string | null;
  readonly original_key: Buffer | null;
  readonly shown: string | null;
  readonly shown_key: Buffer | null;
  readonly shown_type: MediaType | null;
}

export interface Message {
  readonly county: string;
  readonly id: string;
  readonly tip: string;
  readonly at: string;
  readonly from_office: boolean;
  readonly by: string;
  readonly sealed: Buffer;
}

export interface Event {
  readonly county: string;
  readonly id: string;
  readonly tip: string;
  readonly at: string;
  readonly kind: TipEvent;
  readonly note: string | null;
}

export async function findTip(db: Db | Tx, county: string, id: string): Promise<Tip | undefined> {
  return (await db
    .selectFrom('tip')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()) as Tip | undefined;
}

/** The tip, held against changes until the transaction ends. */
export async function holdTip(tx: Tx, county: string, id: string): Promise<Tip | undefined> {
  return (await tx
    .selectFrom('tip')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) as Tip | undefined;
}

export async function findByReceipt(db: Db | Tx, county: string, receipt: Buffer): Promise<Tip | undefined> {
  return (await db
    .selectFrom('tip')
    .selectAll()
    .where('county', '=', county)
    .where('receipt', '=', receipt)
    .executeTakeFirst()) as Tip | undefined;
}

/** Which of a new tip's marks are taken already. */
export async function findTaken(
  tx: Tx,
  county: string,
  marks: { receipt: Buffer; pass: string },
): Promise<{ receipt: boolean; pass: boolean }> {
  const rows = await tx
    .selectFrom('tip')
    .select(['receipt', 'pass'])
    .where('county', '=', county)
    .where((e) => e.or([e('receipt', '=', marks.receipt), e('pass', '=', marks.pass)]))
    .execute();
  return {
    receipt: rows.some((row) => marks.receipt.equals(row['receipt'] as Buffer)),
    pass: rows.some((row) => row['pass'] === marks.pass),
  };
}

/** A row as JSON that jsonb_populate_recordset reads back; bytes as PostgreSQL writes them in hex. */
function rowText(rows: readonly object[]): string {
  const plain = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
  );
}

/**
 * Inserts a tip with all that came with it, in one statement: at 200 tips a second each round trip counts. False when
 * its receipt or its pass is taken (`findTaken` says which); two at once with the same are told apart by the unique keys.
 */
export async function insertTip(
  tx: Tx,
  tip: Tip,
  more: {
    files: readonly TipFile[];
    events: readonly Event[];
    identity: { key: string; sealed: Buffer } | null;
  },
): Promise<boolean> {
  const { county, id, receipt, pass } = tip;
  const identity = more.identity ? [{ county, tip: id, ...more.identity }] : [];
  const { rows } = await sql<{ n: number }>`
    with t as (insert into tip select * from jsonb_populate_recordset(null::tip, ${rowText([tip])}::jsonb)
      where not exists (select from tip where county = ${county} and receipt = ${receipt})
        and not exists (select from tip where county = ${county} and pass = ${pass}) returning 1),
    f as (insert into tip_file select r.* from jsonb_populate_recordset(null::tip_file, ${rowText(more.files)}::jsonb) r, t),
    e as (insert into tip_event select r.* from jsonb_populate_recordset(null::tip_event, ${rowText(more.events)}::jsonb) r, t),
    i as (insert into tip_identity select r.* from jsonb_populate_recordset(null::tip_identity, ${rowText(identity)}::jsonb) r, t)
    select count(*) as n from t`.execute(tx);
  return rows[0]?.n === 1;
}

export async function insertFiles(tx: Tx, files: readonly TipFile[]): Promise<void> {
  if (files.length > 0)
    await tx
      .insertInto('tip_file')
      .values([...files])
      .execute();
}

export async function insertEvents(tx: Tx, events: readonly Event[]): Promise<void> {
  if (events.length > 0)
    await tx
      .insertInto('tip_event')
      .values([...events])
      .execute();
}

export async function insertMessage(tx: Tx, message: Message): Promise<void> {
  await tx.insertInto('tip_message').values(message).execute();
}

export async function updateTip(
  tx: Tx,
  county: string,
  id: string,
  change: Partial<Pick<Tip, 'state' | 'clue' | 'settled_at' | 'erased_at'>>,
): Promise<void> {
  await tx.updateTable('tip').set(change).where('county', '=', county).where('id', '=', id).execute();
}

function ofTip<T>(db: Db | Tx, table: string, county: string, tip: string, order: string[]): Promise<T[]> {
  let query = db.selectFrom(table).selectAll().where('county', '=', county).where('tip', '=', tip);
  for (const column of order) query = query.orderBy(column);
  return query.execute() as unknown as Promise<T[]>;
}

export const listFiles = (db: Db | Tx, county: string, tip: string): Promise<TipFile[]> =>
  ofTip<TipFile>(db, 'tip_file', county, tip, ['at', 'id']);
export const listMessages = (db: Db | Tx, county: string, tip: string): Promise<Message[]> =>
  ofTip<Message>(db, 'tip_message', county, tip, ['at', 'id']);
export const listEvents = (db: Db | Tx, county: string, tip: string): Promise<Event[]> =>
  ofTip<Event>(db, 'tip_event', county, tip, ['at', 'id']);

export async function findFile(db: Db | Tx, county: string, id: string): Promise<TipFile | undefined> {
  return (await db
    .selectFrom('tip_file')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()) as TipFile | undefined;
}

export async function setFile(
  db: Db | Tx,
  county: string,
  id: string,
  change: Partial<Pick<TipFile, 'shown' | 'shown_key' | 'shown_type' | 'original' | 'original_key'>>,
): Promise<void> {
  await db.updateTable('tip_file').set(change).where('county', '=', county).where('id', '=', id).execute();
}

export interface TipFilter {
  readonly state?: string | undefined;
  readonly matter?: string | undefined;
  readonly channel?: string | undefined;
  readonly clue?: string | undefined;
  readonly waits?: boolean | undefined;
}
export type ListedTip = Tip & { readonly files: number; readonly waits: boolean };

const LAST_WORD = sql<boolean>`coalesce((select not m.from_office from tip_message m where m.county = tip.county
  and m.tip = tip.id order by m.at desc, m.id desc limit 1), false)`;

function filtered(county: string, filter: TipFilter) {
  const { state, matter, channel, clue, waits } = filter;
  return sql`tip.county = ${county}
    ${state ? sql`and tip.state = ${state}` : sql``} ${matter ? sql`and tip.matter = ${matter}` : sql``}
    ${channel ? sql`and tip.channel = ${channel}` : sql``} ${clue ? sql`and tip.clue = ${clue}` : sql``}
    ${waits ? sql`and ${LAST_WORD}` : sql``}`;
}

/** Newest first; `before` is (recordedAt, id) of the last one seen. */
export async function listTips(
  db: Db,
  county: string,
  filter: TipFilter,
  page: { limit: number; before?: readonly [string, string] | undefined },
): Promise<ListedTip[]> {
  const { rows } = await sql<ListedTip>`
    select tip.*, ${LAST_WORD} as waits,
      (select count(*) from tip_file f where f.county = tip.county and f.tip = tip.id) as files
    from tip where ${filtered(county, filter)}
    ${page.before ? sql`and (tip.recorded_at, tip.id) < (${page.before[0]}::timestamptz, ${page.before[1]}::uuid)` : sql``}
    order by tip.recorded_at desc, tip.id desc limit ${page.limit}`.execute(db);
  return rows;
}

export async function findListed(db: Db, county: string, id: string): Promise<ListedTip | undefined> {
  const { rows } = await sql<ListedTip>`
    select tip.*, ${LAST_WORD} as waits,
      (select count(*) from tip_file f where f.county = tip.county and f.tip = tip.id) as files
    from tip where county = ${county} and id = ${id}`.execute(db);
  return rows[0];
}

export async function countTips(db: Db, county: string, filter: TipFilter): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from tip where ${filtered(county, filter)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Tips of a county that hold an identity or an original and whose matter was settled before `before`. */
export async function listDue(db: Db, before: string, county: string, limit: number): Promise<Tip[]> {
  const { rows } = await sql<Tip>`
    select tip.* from tip left join clue on clue.county = tip.county and clue.id = tip.clue
    where tip.county = ${county} and tip.erased_at is null
      and coalesce(tip.settled_at, (clue.result_day::timestamp at time zone 'Asia/Shanghai')) < ${before}::timestamptz
      and (tip.settled_at is not null or clue.result is not null)
    order by tip.recorded_at limit ${limit}`.execute(db);
  return rows;
}

export async function listTipCounties(db: Db): Promise<string[]> {
  const { rows } = await sql<{ county: string }>`select distinct county from tip`.execute(db);
  return rows.map((row) => row.county);
}

export async function findIdentity(
  db: Db | Tx,
  county: string,
  tip: string,
): Promise<{ key: string; sealed: Buffer } | undefined> {
  return (await db
    .selectFrom('tip_identity')
    .select(['key', 'sealed'])
    .where('county', '=', county)
    .where('tip', '=', tip)
    .executeTakeFirst()) as { key: string; sealed: Buffer } | undefined;
}

export async function deleteIdentity(tx: Tx, county: string, tip: string): Promise<void> {
  await tx.deleteFrom('tip_identity').where('county', '=', county).where('tip', '=', tip).execute();
}

/** Rewrites what held erased secrets, so that no page of the database keeps their old bytes. Outside a transaction. */
export async function rewriteErased(db: Db): Promise<void> {
  for (const table of ['tip_identity', 'tip_file', 'tip_opening'])
    await sql`vacuum full ${sql.table(table)}`.execute(db);
}

/** A township; `spot` in WGS84 degrees where its record has coordinates. */
export interface Town {
  readonly name: string;
  readonly spot: { readonly lng: number; readonly lat: number } | null;
}

/** Townships of the county, for a person who knows no more. */
export async function listTowns(db: Db, county: string): Promise<Town[]> {
  const rows = await db
    .selectFrom('area')
    .select(['name', 'no', 'place_lng', 'place_lat'])
    .where('county', '=', county)
    .where('withdrawn', '=', false)
    .where((e) => e.or([e('area_kind', '=', 'township'), e('area_kind', 'is', null)]))
    .orderBy('no')
    .limit(60)
    .execute();
  return rows.map((row) => {
    const [lng, lat] = [row['place_lng'], row['place_lat']] as (number | null)[];
    return { name: row['name'] as string, spot: lng != null && lat != null ? { lng, lat } : null };
  });
}
