// How does a file of posts come in: read piece by piece, kept in batches, found again after a crash?
import { mayEnter } from '../../domain/access/access.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import type { PostProblem } from '../../domain/opinion/draft.ts';
import { LIMIT } from '../../domain/opinion/post.ts';
import { findAccount, toActor } from '../account/index.ts';
import type { Acting } from '../acting.ts';
import { runAction } from '../action/index.ts';
import { type App, instant, newId } from '../app.ts';
import {
  type Added,
  findImport,
  listUnfinished,
  type NewPost,
  type OpinionImport,
  readBytes,
  saveImport,
} from '../opinion/index.ts';
import type { ReadPost } from './item.ts';
import { MOST_POSTS, readPosts } from './read.ts';

const MOST_PROBLEMS = 100;

export type Progress = (job: OpinionImport) => void;

/** Reads the import's file to its end; whatever was kept before stays, and the same again adds nothing. */
export async function runOpinionImport(
  acting: Acting,
  id: string,
  told: Progress = () => {},
): Promise<OpinionImport> {
  const { app, county } = acting;
  const begun = await findImport(app.db, county, id);
  if (!begun) throw new Error(`no import ${id}`);
  // After a crash it is read from the start: what is known is passed over.
  const job: Draft = { ...begun, done: 0, added: 0, same: 0, problems: [], refusals: [] };
  try {
    await readAll(acting, job, told);
    if (job.status === 'reading') job.status = 'done';
  } catch (error) {
    job.status = 'failed';
    await save(app, county, job, told);
    throw error;
  }
  await save(app, county, job, told);
  return job;
}

type Draft = { -readonly [K in keyof OpinionImport]: OpinionImport[K] };

async function save(app: App, county: string, job: Draft, told: Progress): Promise<void> {
  await saveImport(app.db, county, job, instant(app));
  told(job);
}

async function readAll(acting: Acting, job: Draft, told: Progress): Promise<void> {
  const { app, county } = acting;
  const bytes = await readBytes(app, county, job.file);
  const items = bytes
    ? await readPosts(bytes)
    : refuse('opinion.missing', ['原件不在了，请重新上传', 'The original is gone; upload it again']);
  if (!items.ok) {
    job.status = 'refused';
    job.refusals = items.refusals;
    return;
  }
  const problems: PostProblem[] = [];
  job.problems = problems;
  let batch: ReadPost[] = [];
  const keep = async () => {
    await keepBatch(acting, job, batch);
    batch = [];
    await save(app, county, job, told);
  };
  for await (const item of items.value) {
    if ('problem' in item) {
      if (problems.length < MOST_PROBLEMS) problems.push(item.problem);
      continue;
    }
    if (job.done + batch.length >= MOST_POSTS) {
      problems.push({
        ...{ where: item.post.place, lost: true },
        message: [
          `一次最多导入${MOST_POSTS}条，以后的没有收录`,
          `At most ${MOST_POSTS} posts at once; the rest is not kept`,
        ],
      });
      break;
    }
    batch.push(item.post);
    if (batch.length === LIMIT.posts) await keep();
  }
  if (batch.length > 0) await keep();
}

async function keepBatch(
  { app, actor, county }: Acting,
  job: Draft,
  batch: readonly ReadPost[],
): Promise<void> {
  const posts: NewPost[] = batch.map(({ place, draft }) => ({
    ...draft,
    id: newId(app),
    place: place.slice(0, 60),
  }));
  const done = await runAction(app, actor, county, {
    ...{ id: newId(app), kind: 'opinion.add', at: instant(app) },
    body: { posts, source: job.file },
  });
  if (!done.ok) throw new Error(JSON.stringify(done.refusals.slice(0, 3)));
  const { added, same } = done.value.result as Added;
  job.done += posts.length;
  job.added += added.length;
  job.same += Object.keys(same).length;
}

export interface OpinionImports {
  /** Stops listening; resolves when what was being read has come to a pause. */
  stop(): Promise<void>;
}

/** Runs every import that is begun here, and those a stopped process left; `tell` hears faults. */
export async function startOpinionImports(app: App, tell: (error: unknown) => void): Promise<OpinionImports> {
  const running = new Set<Promise<unknown>>();
  const run = (county: string, id: string, account: string | null) => {
    const work = (async () => {
      const by = account ?? (await findImport(app.db, county, id))?.account;
      const known = by ? await findAccount(app.db, by) : undefined;
      if (!known || known.disabled) return;
      const actor = toActor(known);
      if (mayEnter(actor, county))
        await runOpinionImport({ app, actor, county }, id, () =>
          app.bus.emit('changed', { county, kind: 'opinion.import' }),
        );
    })()
      .catch(tell)
      .finally(() => running.delete(work));
    running.add(work);
  };
  const begun = (event: { county: string; subject: { id: string } | null }) => {
    if (event.subject) run(event.county, event.subject.id, null);
  };
  app.bus.on('opinion.import', begun);
  for (const { county, id, account } of await listUnfinished(app.db)) run(county, id, account);
  return {
    stop: async () => {
      app.bus.off('opinion.import', begun);
      await Promise.all(running);
    },
  };
}
