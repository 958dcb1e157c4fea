// Which groups of posts does a question find, and in which order?
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/connection.ts';
import type { PostRow } from './store.ts';

export interface PostFilter {
  readonly q?: string | undefined;
  readonly platform?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly min?: number | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly clue?: string | undefined;
  /** May authors be searched? The answer would tell what is withheld. */
  readonly authors: boolean;
}

const containing = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

function conditions(county: string, filter: PostFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`county = ${county}`];
  if (filter.platform) all.push(sql`platform = ${filter.platform}`);
  if (filter.states && filter.states.length > 0) all.push(sql`state = any(${[...filter.states]}::text[])`);
  if (filter.min) all.push(sql`score >= ${filter.min}`);
  if (filter.from) all.push(sql`day >= ${filter.from}`);
  if (filter.until) all.push(sql`day <= ${filter.until}`);
  if (filter.clue) all.push(sql`clue = ${filter.clue}`);
  for (const word of (filter.q ?? '').trim().split(/\s+/).filter(Boolean)) {
    const like = containing(word.toLowerCase());
    all.push(filter.authors ? sql`(search like ${like} or author ilike ${like})` : sql`search like ${like}`);
  }
  return sql.join(all, sql` and `);
}

export interface GroupFound {
  readonly id: string;
  readonly matching: number;
  readonly top: number;
  readonly latest: string;
}

export interface GroupCursor {
  readonly top: number;
  readonly latest: string;
  readonly id: string;
}

/** A page of groups: by their highest score, then the latest; or by the latest. */
export async function listGroups(
  db: Db,
  county: string,
  filter: PostFilter,
  page: {
    readonly sort: 'score' | 'latest';
    readonly cursor?: GroupCursor | undefined;
    readonly limit: number;
  },
): Promise<GroupFound[]> {
  const { cursor, limit, sort } = page;
  const after = !cursor
    ? sql`true`
    : sort === 'score'
      ? sql`(top, latest, id) < (${cursor.top}::int, ${cursor.latest}::timestamptz, ${cursor.id}::uuid)`
      : sql`(latest, id) < (${cursor.latest}::timestamptz, ${cursor.id}::uuid)`;
  const order = sort === 'score' ? sql`top desc, latest desc, id desc` : sql`latest desc, id desc`;
  // PostgreSQL has no max() of uuid before 18; the group's id is what it is grouped by.
  const { rows } = await sql<GroupFound>`
    select * from (
      select group_id as id, count(*)::int as matching, max(score) as top,
        max(coalesce(posted_at, collected_at)) as latest
      from opinion_post where ${conditions(county, filter)} group by group_id) found
    where ${after} order by ${order} limit ${limit}`.execute(db);
  return rows;
}

export async function countFound(
  db: Db,
  county: string,
  filter: PostFilter,
): Promise<{ groups: number; posts: number }> {
  const { rows } = await sql<{ groups: number; posts: number }>`
    select count(distinct group_id)::int as groups, count(*)::int as posts
    from opinion_post where ${conditions(county, filter)}`.execute(db);
  return rows[0] ?? { groups: 0, posts: 0 };
}

export interface GroupFacts {
  readonly id: string;
  readonly size: number;
  readonly platforms: readonly string[];
  readonly states: Readonly<Record<string, number>>;
}

/** What all posts of each group come to, asked for or not. */
export async function groupFacts(db: Db, county: string, ids: readonly string[]): Promise<GroupFacts[]> {
  const { rows } = await sql<GroupFacts>`
    select group_id as id, sum(n)::int as size,
      array(select distinct unnest(array_agg(platform)) order by 1) as platforms,
      jsonb_object_agg(state, n) as states
    from (select group_id, state, count(*)::int as n, min(platform) as platform from opinion_post
      where county = ${county} and group_id = any(${[...ids]}::uuid[]) group by group_id, state) by_state
    group by group_id`.execute(db);
  return rows;
}

/** Of each group the highest post that the question finds. */
export async function leadsOf(
  db: Db,
  county: string,
  filter: PostFilter,
  ids: readonly string[],
): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    select distinct on (group_id) * from opinion_post
    where ${conditions(county, filter)} and group_id = any(${[...ids]}::uuid[])
    order by group_id, score desc, coalesce(posted_at, collected_at), id`.execute(db);
  return rows;
}

/** All posts the question finds, for a workbook. */
export async function listFound(
  db: Db,
  county: string,
  filter: PostFilter,
  limit: number,
): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`select * from opinion_post where ${conditions(county, filter)}
    order by score desc, coalesce(posted_at, collected_at) desc, id limit ${limit}`.execute(db);
  return rows;
}

export async function countStates(db: Db, county: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; n: number }>`select state, count(*)::int as n from opinion_post
    where county = ${county} group by state`.execute(db);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

export async function listPlatforms(db: Db, county: string): Promise<string[]> {
  const { rows } = await sql<{ platform: string }>`select platform from opinion_post
    where county = ${county} and platform is not null group by platform order by count(*) desc limit 50`.execute(
    db,
  );
  return rows.map((row) => row.platform);
}
