// Do the kept posts still say and stand as the journal recorded them?
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Db, Tx } from '../db/connection.ts';
import { listPostsAfter, listTold, type PostRow } from './store.ts';

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

const CHUNK = 2_000;

/** Compares every post of the county with what its last journal rows say. */
export async function verifyOpinions(db: Db | Tx, county: string): Promise<OpinionFault[]> {
  const known = await journaled(db, county);
  const faults: OpinionFault[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await listPostsAfter(db, county, after, CHUNK);
    for (const row of rows) {
      const told = known.get(row.id);
      known.delete(row.id);
      if (!told) faults.push({ code: 'opinion.inserted', what: `opinion ${row.id}` });
      else if (told.content !== contentHash(row) || told.state !== row.state || told.clue !== row.clue)
        faults.push({ code: 'opinion.changed', what: `opinion ${row.id}` });
    }
    if (rows.length < CHUNK) break;
    after = rows.at(-1)?.id ?? after;
  }
  for (const id of known.keys()) faults.push({ code: 'opinion.removed', what: `opinion ${id}` });
  return faults;
}

/** Post → what was last said of it; the rows themselves are proven with the tree. */
async function journaled(db: Db | Tx, county: string): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const { kind, body } of await listTold(db, county))
    for (const post of body.posts ?? []) {
      const before = known.get(post.id);
      if (kind === 'opinion.add')
        known.set(post.id, { seq: 0, content: post.content ?? '', state: post.state, clue: null });
      else if (before && (post.seq ?? 0) > before.seq)
        known.set(post.id, { ...before, seq: post.seq ?? 0, state: post.state, clue: post.clue ?? null });
    }
  return known;
}
