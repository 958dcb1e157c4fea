// How does a post come in: screened, known again, put with its likes?
import { createHash } from 'node:crypto';
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { Lexicon } from '../../domain/opinion/lexicon.ts';
import { sameText } from '../../domain/opinion/normal.ts';
import { identityOf, wholeText } from '../../domain/opinion/post.ts';
import { screen } from '../../domain/opinion/screen.ts';
import { ALIKE, bandKeys, gramsOf, likeness } from '../../domain/opinion/similar.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { lexiconOf } from './lexicon.ts';
import { contentHash } from './proof.ts';
import {
  type CopyRow,
  countOutdated,
  findByIdentity,
  findFile,
  groupsByText,
  holdCounty,
  holdOutdated,
  insertBands,
  insertCopies,
  insertPosts,
  type PostRow,
  postsByBand,
  textsOf,
  updateScreening,
} from './store.ts';

export type NewPost = ActionBody<'opinion.add'>['posts'][number];

export function denied(): Outcome<never> {
  return refuse('access.denied', ['您的角色不能处理网络舆情', 'Your role may not work on online opinion']);
}

export const mayWork = ({ actor }: Acting): boolean => has(actor, 'opinion.write');

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

interface Fresh {
  readonly row: PostRow;
  readonly grams: ReadonlySet<number>;
  readonly keys: readonly number[];
}

export interface Added {
  readonly added: readonly string[];
  /** Posts sent that were known: id sent → id known. */
  readonly same: Readonly<Record<string, string>>;
  readonly suspect: number;
}

export async function addPosts(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'opinion.add'>,
): Promise<Outcome<Effect>> {
  if (!mayWork(acting)) return denied();
  const { county } = acting;
  if (body.source && !(await findFile(tx, county, body.source)))
    return refuse('opinion.missing', [
      '没有这个原件，请重新上传',
      'There is no such original; upload it again',
    ]);
  const blank = body.posts.find((post) => post.text.trim() === '' && !post.title && !post.url);
  if (blank)
    return refuse('opinion.blank', ['没有内容，也没有链接', 'Neither text nor link'], { where: blank.id });
  await holdCounty(tx, county);
  const lexicon = await lexiconOf(tx, county);
  const { rows, same, copies } = await sortOut(tx, acting, body, lexicon);
  const fresh = rows.map((row) => {
    const grams = gramsOf(wholeText({ text: row.text, ...(row.title ? { title: row.title } : {}) }));
    return { row, grams, keys: bandKeys(grams) };
  });
  const bands = await putTogether(tx, county, fresh);
  if (fresh.length > 0)
    await insertPosts(
      tx,
      fresh.map((post) => post.row),
    );
  await insertBands(tx, county, bands);
  await insertCopies(tx, county, copies, instant(acting.app), acting.actor.account);
  const result: Added = {
    added: rows.map((row) => row.id),
    same,
    suspect: rows.filter((row) => row.score >= lexicon.threshold).length,
  };
  return ok({
    subject: null,
    body: { source: body.source ?? null, posts: rows.map(journaled), same },
    result,
  });
}

/** What the journal keeps of a post: enough to prove every word of it, nothing personal. */
function journaled(row: PostRow) {
  const { id, identity, text_hash, url, platform, score, revision, group_id, state } = row;
  const said = { id, identity, content: contentHash(row), textHash: text_hash, url, platform };
  return { ...said, score, revision, group: group_id, state };
}

/** Tells new posts from known ones, within the county and within the batch. */
async function sortOut(tx: Tx, acting: Acting, body: ActionBody<'opinion.add'>, lexicon: Lexicon) {
  const identities = body.posts.map((post) => sha256(identityOf(draftOf(post))));
  const known = new Map(
    (await findByIdentity(tx, acting.county, identities)).map((row) => [row.identity, row]),
  );
  const rows: PostRow[] = [];
  const copies: CopyRow[] = [];
  const same: Record<string, string> = {};
  const { source } = body;
  body.posts.forEach((post, i) => {
    const identity = identities[i] ?? '';
    const row = newRow(acting, post, identity, source ?? null, lexicon);
    const before = known.get(identity);
    if (before === undefined) {
      known.set(identity, row);
      rows.push(row);
      if (source) copies.push({ post: row.id, sha256: source, role: 'source' });
    } else {
      same[post.id] = before.id;
      // The same link now says something else: the first words stand, the new original is kept beside them.
      if (source && before.text_hash !== row.text_hash)
        copies.push({ post: before.id, sha256: source, role: 'changed' });
    }
  });
  return { rows, same, copies };
}

function draftOf(post: NewPost) {
  const { text, title, platform, url, author, postedAt } = post;
  return {
    text,
    ...(title ? { title } : {}),
    ...(platform ? { platform } : {}),
    ...(url ? { url } : {}),
    ...(author ? { author } : {}),
    ...(postedAt ? { postedAt: new Date(postedAt).toISOString() } : {}),
  };
}

function newRow(
  { app, actor, county }: Acting,
  post: NewPost,
  identity: string,
  source: string | null,
  lexicon: Lexicon,
): PostRow {
  const draft = draftOf(post);
  const whole = wholeText(draft);
  const { score, parts, hits, revision } = screen(whole, lexicon);
  const collected = instant(app);
  return {
    ...{ county, id: post.id, identity, platform: draft.platform ?? null, url: draft.url ?? null },
    ...{ author: draft.author ?? null, posted_at: draft.postedAt ?? null },
    ...{ day: dayOfInstant(draft.postedAt ?? collected), title: draft.title ?? null, text: draft.text },
    ...{ text_hash: sha256(sameText(whole)), engagement: post.engagement ?? null, collected_at: collected },
    ...{ collected_by: actor.account, source, source_place: post.place ?? null },
    ...{ score, parts, hits, revision, group_id: post.id, state: 'open', clue: null, steps: 0 },
    search: [whole, draft.url ?? '', draft.platform ?? ''].join('\n').toLowerCase(),
  };
}

/** A near copy need not stand in the bands: whatever is like it is like the post it copies. */
const COPY = 0.9;

/** Gives each new post its group: that of the same words, else of the most alike post, else its own. Returns the bands to keep. */
async function putTogether(tx: Tx, county: string, fresh: readonly Fresh[]) {
  const spoken = fresh.filter((post) => post.keys.length > 0);
  const byText = await groupsByText(
    tx,
    county,
    spoken.map((post) => post.row.text_hash),
  );
  const unknown = spoken.filter((post) => !byText.has(post.row.text_hash));
  const met = await meetings(tx, county, unknown);
  const bands: { post: string; keys: readonly number[] }[] = [];
  const here = new Map<number, Fresh[]>();
  for (const post of spoken) {
    const { row } = post;
    const exact = byText.get(row.text_hash);
    if (exact !== undefined) {
      row.group_id = exact;
      continue;
    }
    const near = nearest(post, [
      ...(met.get(row.id) ?? []),
      ...post.keys.flatMap((key) => here.get(key) ?? []),
    ]);
    if (near) row.group_id = near.group;
    byText.set(row.text_hash, row.group_id);
    if (near && near.likeness >= COPY) continue;
    bands.push({ post: row.id, keys: post.keys });
    for (const key of post.keys) here.set(key, [...(here.get(key) ?? []).slice(0, 7), post]);
  }
  return bands;
}

interface Candidate {
  readonly row: Pick<PostRow, 'id' | 'group_id'>;
  readonly grams: ReadonlySet<number>;
}

/** Post → kept posts it shares a band with. */
async function meetings(tx: Tx, county: string, fresh: readonly Fresh[]): Promise<Map<string, Candidate[]>> {
  const found = await postsByBand(tx, county, [...new Set(fresh.flatMap((post) => post.keys))]);
  const byKey = new Map<number, string[]>();
  for (const { key, post } of found) byKey.set(key, [...(byKey.get(key) ?? []), post]);
  const rows = await textsOf(tx, county, [...new Set(found.map((each) => each.post))]);
  const candidates = new Map<string, Candidate>(
    rows.map(({ id, group_id, title, text }) => [
      id,
      { row: { id, group_id }, grams: gramsOf(wholeText({ text, ...(title ? { title } : {}) })) },
    ]),
  );
  return new Map(
    fresh.map((post) => {
      const ids = new Set(post.keys.flatMap((key) => byKey.get(key) ?? []));
      return [post.row.id, [...ids].flatMap((id) => candidates.get(id) ?? [])];
    }),
  );
}

function nearest(post: Fresh, candidates: readonly Candidate[]): { group: string; likeness: number } | null {
  let best: { group: string; likeness: number; id: string } | null = null;
  for (const { row, grams } of candidates) {
    const share = likeness(post.grams, grams);
    if (share < ALIKE) continue;
    if (best === null || share > best.likeness || (share === best.likeness && row.id < best.id))
      best = { group: row.group_id, likeness: share, id: row.id };
  }
  return best;
}

/** A retry is the same request when it sends the same posts. */
export function sameAddition(before: unknown, body: ActionBody<'opinion.add'>): boolean {
  const { posts, same } = before as { posts: readonly { id: string }[]; same: Record<string, string> };
  const ids = [...posts.map((post) => post.id), ...Object.keys(same)].sort();
  const asked = [...new Set(body.posts.map((post) => post.id))].sort();
  return ids.length === asked.length && ids.every((id, i) => id === asked[i]);
}

/** The answer to a repeated addition. */
export async function addedBefore(acting: Acting, body: ActionBody<'opinion.add'>): Promise<Added> {
  const identities = body.posts.map((post) => sha256(identityOf(draftOf(post))));
  const found = await acting.app.db
    .transaction()
    .execute((tx) => findByIdentity(tx, acting.county, identities));
  const byIdentity = new Map(found.map((row) => [row.identity, row.id]));
  const pairs = body.posts.map(
    (post, i) => [post.id, byIdentity.get(identities[i] ?? '') ?? post.id] as const,
  );
  return {
    added: pairs.filter(([sent, kept]) => sent === kept).map(([id]) => id),
    same: Object.fromEntries(pairs.filter(([sent, kept]) => sent !== kept)),
    suspect: 0,
  };
}

const RESCREENED = 500;

export async function rescreenPosts(tx: Tx, acting: Acting): Promise<Outcome<Effect>> {
  if (!mayWork(acting)) return denied();
  const { county } = acting;
  const lexicon = await lexiconOf(tx, county);
  const rows = await holdOutdated(tx, county, lexicon.revision, RESCREENED);
  const screened = rows.map(({ id, title, text }) => {
    const { score, parts, hits, revision } = screen(
      wholeText({ text, ...(title ? { title } : {}) }),
      lexicon,
    );
    return { id, score, parts, hits, revision };
  });
  await updateScreening(tx, county, screened);
  const changed = screened.flatMap(({ id, score }, i) => (score === rows[i]?.score ? [] : [{ id, score }]));
  const left = await countOutdated(tx, county, lexicon.revision);
  return ok({
    subject: null,
    body: { revision: lexicon.revision, done: rows.length, changed },
    result: { done: rows.length, changed: changed.length, left },
  });
}
