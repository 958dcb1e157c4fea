// What does reading a file bring up: posts, and problems where they stand?
import type { DraftRead, PostProblem } from '../../domain/opinion/draft.ts';
import type { PostDraft } from '../../domain/opinion/post.ts';

export interface ReadPost {
  /** 第3行 · 第3条 · CSV!4. */
  readonly place: string;
  readonly draft: PostDraft;
}
/** A post, or why something could not be one or not wholly. */
export type ReadItem = { readonly post: ReadPost } | { readonly problem: PostProblem };

/** What one record came to: its post, and what is to be said of it. */
export function* itemsOf(place: string, read: DraftRead): Generator<ReadItem> {
  if ('missing' in read) {
    yield { problem: { where: place, message: read.missing, lost: true } };
    return;
  }
  for (const message of read.notes) yield { problem: { where: place, message, lost: false } };
  yield { post: { place, draft: read.draft } };
}
