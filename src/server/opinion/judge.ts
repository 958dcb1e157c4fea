// How is a post judged: made or joined to a clue, watched, dismissed, and how is that taken back?

import type { ActionBody } from '../../contract/action.ts';
import { isUnproven } from '../../domain/clue/result.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import { type TakenStep, takeStep, wholeText } from '../../domain/opinion/post.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant, newId } from '../app.ts';
import type { Db, Tx } from '../db/connection.ts';
import { appendJournal } from '../journal/index.ts';
import { createRecord, findRecord, prepareCreate } from '../record/index.ts';
import { denied, mayWork } from './add.ts';
import { findPost, holdPosts, insertSteps, type PostRow, type StepRow, stepsOf } from './store.ts';

type Judge = ActionBody<'opinion.judge'>;

/** What a clue says of the posts it was made of, where the officer wrote nothing else. */
async function clueBody(
  db: Db | Tx,
  acting: Acting,
  body: Judge,
): Promise<ActionBody<'record.create'> | null> {
  if (body.step !== 'clue' || !body.clue) return null;
  const posts = (
    await Promise.all(body.ids.slice(0, 20).map((id) => findPost(db, acting.county, id)))
  ).filter((post) => post !== undefined);
  const first = posts[0];
  if (!first) return null;
  const { id, values } = body.clue;
  const told = wholeText({ text: first.text, ...(first.title ? { title: first.title } : {}) });
  const written = {
    day: dayOfInstant(instant(acting.app)),
    channel: first.platform ?? undefined,
    content: told.slice(0, 500).toWellFormed(),
    ...withoutEmpty(values),
  };
  const note = [String(values['note'] ?? ''), linksOf(posts, body.ids.length)].filter(Boolean).join('\n');
  return { kind: 'clue', id, values: { ...withoutEmpty(written), source: 'online', note } };
}

const withoutEmpty = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );

/** The links, and the hash of the words, so that the clue leads back to what was seen. */
function linksOf(posts: readonly PostRow[], count: number): string {
  const lines = posts.slice(0, 5).map((post) => `${post.url ?? '（无链接）'} 文本SHA-256：${post.text_hash}`);
  const rest = count > lines.length ? [`等${count}条`] : [];
  return ['网络舆情原帖：', ...lines, ...rest].join('\n');
}

/** The clue's number, taken before the transaction. */
export async function prepareJudge(acting: Acting, body: Judge): Promise<string> {
  if (!mayWork(acting)) return '';
  const clue = await clueBody(acting.app.db, acting, body);
  return clue ? prepareCreate(acting, clue) : '';
}

export async function judgePosts(tx: Tx, acting: Acting, body: Judge, no: string): Promise<Outcome<Effect>> {
  if (!mayWork(acting)) return denied();
  const wrong = incomplete(body);
  if (wrong) return wrong;
  const held = await hold(tx, acting, body.ids);
  if (!held.ok) return held;
  const step: TakenStep = { step: body.step, clue: body.clue?.id ?? null };
  // Whether the step may be taken is asked before a clue is made of it.
  const steps = advance(held.value, step, body.reason ?? null);
  if (!steps.ok) return steps;
  const clue = await clueOf(tx, acting, body, no);
  if (!clue.ok) return clue;
  return finish(tx, acting, steps.value, { step: body.step, clue: clue.value, reason: body.reason ?? null });
}

function incomplete(body: Judge): Outcome<never> | null {
  if ((body.step === 'clue' || body.step === 'join') && !body.clue)
    return refuse('opinion.clue', ['请指明线索', 'Name the clue'], { where: 'clue' });
  if (body.step === 'dismiss' && !body.reason)
    return refuse('opinion.reason', ['排除须写明理由', 'Say why it is dismissed'], { where: 'reason' });
  return null;
}

interface Held {
  readonly post: PostRow;
  readonly steps: readonly TakenStep[];
}

async function hold(tx: Tx, { county }: Acting, ids: readonly string[]): Promise<Outcome<Held[]>> {
  const wanted = [...new Set(ids)];
  const posts = await holdPosts(tx, county, wanted);
  if (posts.length < wanted.length)
    return refuse('opinion.missing', ['没有这条舆情信息', 'There is no such post']);
  const steps = await stepsOf(tx, county, wanted);
  return ok(posts.map((post) => ({ post, steps: steps.get(post.id) ?? [] })));
}

function advance(held: readonly Held[], step: TakenStep, reason: string | null): Outcome<StepRow[]> {
  const rows: StepRow[] = [];
  for (const { post, steps } of held) {
    const next = takeStep(steps, step);
    if (!next.ok) return next;
    rows.push({
      ...{ post: post.id, seq: steps.length + 1, step: step.step, clue: step.clue ?? null, reason },
      ...{ state: next.value.state, standing: next.value.clue },
    });
  }
  return ok(rows);
}

/** Makes the clue, journaled as any other, or finds the one to join; null for steps without one. */
async function clueOf(tx: Tx, acting: Acting, body: Judge, no: string): Promise<Outcome<string | null>> {
  if (body.step === 'join' && body.clue) {
    const found = await findRecord(tx, acting.county, getKind('clue'), body.clue.id);
    if (!found || found.withdrawn)
      return refuse('record.missing', [
        '没有这条线索，或已撤回',
        'There is no such clue, or it was withdrawn',
      ]);
    if (isUnproven(found.values.result))
      return refuse(
        'clue.mergeDropped',
        [
          `${found.no} 已按不属实或证据不足办结，新的信息请另立线索，或先重新办理 ${found.no}`,
          `${found.no} ended as false or insufficient: make a clue of its own, or reopen ${found.no} first`,
        ],
        { where: 'clue' },
      );
    return ok(found.id);
  }
  const asked = await clueBody(tx, acting, body);
  if (!asked) return ok(null);
  const made = await createRecord(tx, acting, asked, no);
  if (!made.ok) return made;
  const { app, county, actor, act } = acting;
  const at = instant(app);
  await appendJournal(app, tx, [
    {
      ...{
        county,
        id: newId(app),
        batch: act?.id ?? null,
        kind: 'record.create',
        subject: made.value.subject,
      },
      ...{ at: act?.at ?? at, recordedAt: at, by: actor.account, device: null, body: made.value.body },
    },
  ]);
  return ok(asked.id);
}

async function finish(
  tx: Tx,
  { app, county, actor }: Acting,
  steps: readonly StepRow[],
  told: { step: string; clue: string | null; reason: string | null },
): Promise<Outcome<Effect>> {
  await insertSteps(tx, county, steps, instant(app), actor.account);
  const posts = steps.map(({ post, seq, state, standing }) => ({ id: post, seq, state, clue: standing }));
  return ok({
    subject: null,
    body: { ...told, posts },
    result: { posts, clue: told.clue },
  });
}

export async function undoPosts(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'opinion.undo'>,
): Promise<Outcome<Effect>> {
  if (!mayWork(acting)) return denied();
  const held = await hold(tx, acting, body.ids);
  if (!held.ok) return held;
  const steps = advance(held.value, { step: 'undo' }, body.reason);
  if (!steps.ok) return steps;
  return finish(tx, acting, steps.value, { step: 'undo', clue: null, reason: body.reason });
}

/** The answer to a repeated judgement. */
export async function judgedBefore(
  _acting: Acting,
  body: { ids: readonly string[]; clue?: { id: string } | null | undefined },
): Promise<unknown> {
  return { posts: body.ids.map((id) => ({ id })), clue: body.clue?.id ?? null };
}

interface Judged {
  readonly step: string;
  readonly posts: readonly { readonly id: string }[];
}

/** A retry is the same request when it takes the same step with the same posts. */
export function sameJudgement(before: unknown, body: { ids: readonly string[]; step?: string }): boolean {
  const { step, posts } = before as Judged;
  const ids = posts.map((post) => post.id).sort();
  const asked = [...new Set(body.ids)].sort();
  return (
    step === (body.step ?? 'undo') && ids.length === asked.length && ids.every((id, i) => id === asked[i])
  );
}
