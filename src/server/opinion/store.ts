// How are posts, their steps, originals and imports kept and found? County is the first condition of each statement.
import { sql } from 'kysely';
import type { PostState, TakenStep } from '../../domain/opinion/post.ts';
import type { Hit, Part } from '../../domain/opinion/screen.ts';
import type { Db, Tx } from '../db/connection.ts';

export interface PostRow {
  county: string;
  id: string;
  identity: string;
  platform: string | null;
  url: string | null;
  author: string | null;
  posted_at: string | null;
  day: string;
  title: string | null;
  text: string;
  text_hash: string;
  engagement: number | null;
  collected_at: string;
  collected_by: string;
  source: string | null;
  source_place: string | null;
  score: number;
  parts: readonly Part[];
  hits: readonly Hit[];
  revision: string;
  group_id: string;
  state: PostState;
  clue: string | null;
  steps: number;
  search: string;
}

/** Additions of a county go one after the other: two at once would not see each other's likeness. */
export async function holdCounty(tx: Tx, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`opinion ${county}`}, 0))`.execute(tx);
}

export async function findByIdentity(
  tx: Tx,
  county: string,
  identities: readonly string[],
): Promise<Pick<PostRow, 'id' | 'identity' | 'text_hash'>[]> {
  const { rows } = await sql<Pick<PostRow, 'id' | 'identity' | 'text_hash'>>`
    select id, identity, text_hash from opinion_post
    where county = ${county} and identity = any(${[...identities]}::text[])`.execute(tx);
  return rows;
}

/** Text hash → group of a post that says the same. */
export async function groupsByText(
  tx: Tx,
  county: string,
  hashes: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ text_hash: string; group_id: string }>`
    select h.text_hash, p.group_id from unnest(${[...hashes]}::text[]) h(text_hash)
    cross join lateral (select group_id from opinion_post
      where county = ${county} and text_hash = h.text_hash limit 1) p`.execute(tx);
  return new Map(rows.map((row) => [row.text_hash, row.group_id]));
}

/** A band that thousands share is a template; eight of its posts tell as much as all. */
const PER_BAND = 8;

/** Key → posts that have it, at most eight each. */
export async function postsByBand(
  tx: Tx,
  county: string,
  keys: readonly number[],
): Promise<{ key: number; post: string }[]> {
  const { rows } = await sql<{ key: number; post: string }>`
    select k.key, b.post from unnest(${[...keys]}::bigint[]) k(key)
    cross join lateral (select post from opinion_band
      where county = ${county} and key = k.key order by post limit ${PER_BAND}) b`.execute(tx);
  return rows;
}

export async function textsOf(
  tx: Tx,
  county: string,
  ids: readonly string[],
): Promise<Pick<PostRow, 'id' | 'title' | 'text' | 'group_id'>[]> {
  const { rows } = await sql<Pick<PostRow, 'id' | 'title' | 'text' | 'group_id'>>`
    select id, title, text, group_id from opinion_post
    where county = ${county} and id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

export async function insertPosts(tx: Tx, posts: readonly PostRow[]): Promise<void> {
  await sql`insert into opinion_post
    select * from jsonb_populate_recordset(null::opinion_post, ${JSON.stringify(posts)}::jsonb)`.execute(tx);
}

export async function insertBands(
  tx: Tx,
  county: string,
  bands: readonly { readonly post: string; readonly keys: readonly number[] }[],
): Promise<void> {
  const keys = bands.flatMap((band) => band.keys);
  const posts = bands.flatMap((band) => band.keys.map(() => band.post));
  if (keys.length > 0)
    await sql`insert into opinion_band (county, key, post)
      select ${county}, * from unnest(${keys}::bigint[], ${posts}::uuid[])`.execute(tx);
}

export interface CopyRow {
  readonly post: string;
  readonly sha256: string;
  readonly role: 'source' | 'added' | 'changed';
}

export async function insertCopies(
  tx: Tx,
  county: string,
  copies: readonly CopyRow[],
  at: string,
  by: string,
): Promise<void> {
  if (copies.length === 0) return;
  await sql`insert into opinion_copy (county, post, sha256, role, added_at, added_by)
    select ${county}, c.post, c.sha256, c.role, ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) c(post uuid, sha256 text, role text)
    on conflict do nothing`.execute(tx);
}

export interface FileRow {
  readonly sha256: string;
  readonly name: string;
  readonly media: string;
  readonly bytes: number;
}

export async function insertFile(
  db: Db,
  county: string,
  file: FileRow,
  at: string,
  by: string,
): Promise<void> {
  await db
    .insertInto('opinion_file')
    .values({ county, ...file, added_at: at, added_by: by })
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function findFile(db: Db | Tx, county: string, sha256: string): Promise<FileRow | undefined> {
  const row = await db
    .selectFrom('opinion_file')
    .select(['sha256', 'name', 'media', 'bytes'])
    .where('county', '=', county)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row as FileRow | undefined;
}

export async function findPost(db: Db | Tx, county: string, id: string): Promise<PostRow | undefined> {
  const row = await db
    .selectFrom('opinion_post')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as PostRow | undefined;
}

/** The posts, which nobody else judges until the transaction ends; in the order of their ids, so that two never wait for each other. */
export async function holdPosts(tx: Tx, county: string, ids: readonly string[]): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`select * from opinion_post
    where county = ${county} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx);
  return rows;
}

/** What an action told the journal of its posts. */
export interface Told {
  readonly kind: string;
  readonly body: {
    readonly posts?: readonly {
      id: string;
      seq?: number;
      content?: string;
      state: string;
      clue?: string | null;
    }[];
  };
}

/** What the journal was told of the county's posts, in order. */
export async function listTold(db: Db | Tx, county: string): Promise<Told[]> {
  const { rows } = await sql<Told>`select kind, body from journal where county = ${county}
    and kind in ('opinion.add', 'opinion.judge', 'opinion.undo') order by recorded_at, id`.execute(db);
  return rows;
}

/** All posts of a county piece by piece, in the order of their ids. */
export async function listPostsAfter(
  db: Db | Tx,
  county: string,
  after: string,
  limit: number,
): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`select * from opinion_post
    where county = ${county} and id > ${after} order by id limit ${limit}`.execute(db);
  return rows;
}

/** Posts of a group, earliest first. */
export async function listGroup(db: Db, county: string, group: string, limit: number): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`select * from opinion_post
    where county = ${county} and group_id = ${group}
    order by coalesce(posted_at, collected_at), id limit ${limit}`.execute(db);
  return rows;
}

export async function stepsOf(
  db: Db | Tx,
  county: string,
  ids: readonly string[],
): Promise<Map<string, TakenStep[]>> {
  const { rows } = await sql<{ post: string } & TakenStep>`
    select post, step, clue from opinion_step
    where county = ${county} and post = any(${[...ids]}::uuid[]) order by post, seq`.execute(db);
  const steps = new Map<string, TakenStep[]>(ids.map((id) => [id, []]));
  for (const { post, step, clue } of rows) steps.get(post)?.push({ step, clue: clue ?? null });
  return steps;
}

export interface StepRow {
  readonly post: string;
  readonly seq: number;
  readonly step: string;
  readonly clue: string | null;
  readonly reason: string | null;
  readonly state: PostState;
  /** The clue the post stands with afterwards. */
  readonly standing: string | null;
}

/** Writes the steps and what they come to. */
export async function insertSteps(
  tx: Tx,
  county: string,
  steps: readonly StepRow[],
  at: string,
  by: string,
): Promise<void> {
  const json = JSON.stringify(steps);
  await sql`insert into opinion_step (county, post, seq, step, clue, reason, at, by)
    select ${county}, s.post, s.seq, s.step, s.clue, s.reason, ${at}, ${by}
    from jsonb_to_recordset(${json}::jsonb) s(post uuid, seq integer, step text, clue uuid, reason text)`.execute(
    tx,
  );
  await sql`update opinion_post p set state = s.state, clue = s.standing, steps = s.seq
    from jsonb_to_recordset(${json}::jsonb) s(post uuid, seq integer, state text, standing uuid)
    where p.county = ${county} and p.id = s.post`.execute(tx);
}

export interface StepShown {
  readonly step: string;
  readonly at: string;
  readonly byName: string;
  readonly reason: string | null;
  readonly clue: string | null;
}

export async function listSteps(db: Db, county: string, post: string): Promise<StepShown[]> {
  const { rows } = await sql<StepShown>`
    select s.step, s.at, coalesce(a.name, '') as "byName", s.reason, s.clue from opinion_step s
    left join account a on a.id = s.by where s.county = ${county} and s.post = ${post} order by s.seq`.execute(
    db,
  );
  return rows;
}

export async function listCopies(
  db: Db,
  county: string,
  post: string,
): Promise<(FileRow & { role: CopyRow['role']; addedAt: string })[]> {
  const { rows } = await sql<FileRow & { role: CopyRow['role']; addedAt: string }>`
    select f.sha256, f.name, f.media, f.bytes, c.role, c.added_at as "addedAt" from opinion_copy c
    join opinion_file f on f.county = c.county and f.sha256 = c.sha256
    where c.county = ${county} and c.post = ${post} order by c.added_at, f.sha256`.execute(db);
  return rows;
}

export async function nameOfAccount(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('account').select('name').where('id', '=', id).executeTakeFirst();
  return (row as { name: string } | undefined)?.name ?? '';
}

/** Unsettled posts that other words screened. */
export async function holdOutdated(tx: Tx, county: string, revision: string, limit: number) {
  const { rows } = await sql<Pick<PostRow, 'id' | 'title' | 'text' | 'score'>>`
    select id, title, text, score from opinion_post where county = ${county} and state in ('open', 'watched')
      and revision <> ${revision} order by id limit ${limit} for update`.execute(tx);
  return rows;
}

export async function countOutdated(db: Db | Tx, county: string, revision: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from opinion_post
    where county = ${county} and state in ('open', 'watched') and revision <> ${revision}`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function updateScreening(
  tx: Tx,
  county: string,
  screened: readonly Pick<PostRow, 'id' | 'score' | 'parts' | 'hits' | 'revision'>[],
): Promise<void> {
  await sql`update opinion_post p set score = s.score, parts = s.parts, hits = s.hits, revision = s.revision
    from jsonb_to_recordset(${JSON.stringify(screened)}::jsonb)
      s(id uuid, score integer, parts jsonb, hits jsonb, revision text)
    where p.county = ${county} and p.id = s.id`.execute(tx);
}
