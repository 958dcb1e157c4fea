// Do the kept posts still say and stand as the journal recorded them?
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Db, Tx } from '../db/connection.ts';
import { listPostsAfter, listTold, type PostRow, type Told } from './store.ts';

export interface OpinionFault {
  readonly code: 'opinion.changed' | 'opinion.removed' | 'opinion.inserted';
  readonly what: string;
}

/** SHA-256 over everything that was collected of a post, its author too, whom the journal does not name. */
export function contentHash(row: PostRow): string {
  const { platform, url, author, posted_at, title, text, engagement, collected_at, collected_by, source } =
    row;
  const said = { platform, url, author, posted_at, title, text, engagement };
  const content = canonicalJson({ ...said, collected_at, collected_by, source });
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

interface Known {
  /** Of the step that left it so; 0 before the first. */
  seq: number;
  content: string;
  state: string;
  clue: string | null;
}
/** Post → what was last said of it; the rows themselves are proven with the tree. */
export type KnownPosts = Map<string, Known>;

const CHUNK = 2_000;

/** Every post of a county, in the order of their ids. */
export async function* streamPosts(db: Db | Tx, county: string): AsyncGenerator<PostRow> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await listPostsAfter(db, county, after, CHUNK);
    yield* rows;
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Takes in what a journal row says of posts; nothing for rows about something else. */
export function tellPosts(known: KnownPosts, { kind, body }: { kind: string; body: unknown }): void {
  if (!['opinion.add', 'opinion.judge', 'opinion.undo'].includes(kind)) return;
  for (const post of (body as Told['body']).posts ?? []) {
    const before = known.get(post.id);
    if (kind === 'opinion.add')
      known.set(post.id, { seq: 0, content: post.content ?? '', state: post.state, clue: null });
    else if (before && (post.seq ?? 0) > before.seq)
      known.set(post.id, { ...before, seq: post.seq ?? 0, state: post.state, clue: post.clue ?? null });
  }
}

/** What is wrong with a post that is there, and takes it off those still awaited. */
export function postFault(known: KnownPosts, row: PostRow): OpinionFault | undefined {
  const told = known.get(row.id);
  known.delete(row.id);
  const what = `opinion ${row.id}`;
  if (!told) return { code: 'opinion.inserted', what };
  const same = told.content === contentHash(row) && told.state === row.state && told.clue === row.clue;
  return same ? undefined : { code: 'opinion.changed', what };
}

/** Posts the journal tells of that were not there. */
export function missingPosts(known: KnownPosts): OpinionFault[] {
  return [...known.keys()].map((id) => ({ code: 'opinion.removed', what: `opinion ${id}` }));
}

/** Compares every post of the county with what its last journal rows say. */
export async function verifyOpinions(db: Db | Tx, county: string): Promise<OpinionFault[]> {
  const known: KnownPosts = new Map();
  for (const row of await listTold(db, county)) tellPosts(known, row);
  const faults: OpinionFault[] = [];
  for await (const row of streamPosts(db, county)) {
    const fault = postFault(known, row);
    if (fault) faults.push(fault);
  }
  return [...faults, ...missingPosts(known)];
}
