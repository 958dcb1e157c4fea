// What is erased when its time is over, and how is that proven?
import { createHash } from 'node:crypto';
import type { ActionBody } from '../../contract/action.ts';
import { addDays, dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { Acting, Effect } from '../acting.ts';
import { type App, instant, newId } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { findProgress } from '../progress/index.ts';
import { findSetting } from '../setting/index.ts';
import { NO_TIP } from './intake.ts';
import { clearLate, clearOpenings } from './key-store.ts';
import type { TipCourse } from './outcome.ts';
import { shownOf } from './shown.ts';
import {
  deleteIdentity,
  findIdentity,
  findTip,
  holdTip,
  insertEvents,
  listDue,
  listFiles,
  listTipCounties,
  rewriteErased,
  setFile,
  type Tip,
  updateTip,
} from './store.ts';
import { sweepUploads } from './upload.ts';
import { removeSealed } from './vault.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
/** Tips erased in one sweep of a county; the next sweep goes on. */
const BATCH = 200;

/** Days identity and originals are kept after the outcome: the county's setting `tipRetentionDays`, else 90. */
export async function retentionDays(app: App, county: string): Promise<number> {
  const value = await findSetting(app.db, county, 'tipRetentionDays');
  const days = typeof value === 'object' && value !== null ? (value as { days?: unknown }).days : value;
  return typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= 3650
    ? days
    : DEFAULT_DAYS;
}

/** The last day identity and originals are kept, as far as it is known: a running case keeps them. */
export async function eraseAfter(app: App, tip: Tip, course: TipCourse): Promise<string | null> {
  if (tip.erased_at) return null;
  const caseId = course.clue?.values.case as string | undefined;
  if (caseId && (await findProgress(app.db, tip.county, 'case', caseId))?.ended === false) return null;
  const settled = tip.settled_at ? dayOfInstant(tip.settled_at) : (course.outcome?.day ?? null);
  return settled && addDays(settled, await retentionDays(app, tip.county));
}

/** Before the originals go, the copies without metadata are made: they stay as what was reported. */
export async function prepareErase(acting: Acting, body: ActionBody<'tip.erase'>): Promise<string> {
  const tip = await findTip(acting.app.db, acting.county, body.tip);
  if (tip && acting.actor.system)
    for (const file of await listFiles(acting.app.db, acting.county, body.tip))
      if (!file.shown) await shownOf(acting.app, tip, file);
  return '';
}

export async function eraseTip(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.erase'>,
): Promise<Outcome<Effect>> {
  const { app, county, actor } = acting;
  if (!actor.system) return refuse('access.denied', ['只能由系统按期清除', 'Only the house erases, on time']);
  const tip = await holdTip(tx, county, body.tip);
  if (!tip) return NO_TIP;
  if (tip.erased_at) return refuse('tip.erased', ['已经清除', 'Erased already']);
  const identity = await findIdentity(tx, county, tip.id);
  const files = (await listFiles(tx, county, tip.id)).filter((file) => file.original !== null);
  await deleteIdentity(tx, county, tip.id);
  await clearOpenings(tx, county, tip.id);
  for (const file of files) await setFile(tx, county, file.id, { original: null, original_key: null });
  const at = instant(app);
  await updateTip(tx, county, tip.id, { erased_at: at });
  await insertEvents(tx, [{ county, tip: tip.id, at, kind: 'erased', id: newId(app), note: null }]);
  const gone = files.map((file) => file.original as string);
  return ok({
    subject: { kind: 'tip', id: tip.id },
    // What was erased, by the hashes of its sealed form: enough to recognise it should it turn up again.
    body: {
      identity: identity ? createHash('sha256').update(identity.sealed).digest('hex') : null,
      originals: gone,
      days: await retentionDays(app, county),
    },
    result: { originals: gone },
  });
}

export type Run = (
  county: string,
  kind: 'tip.erase',
  body: { tip: string },
) => Promise<Outcome<{ result: unknown }>>;

/** Erases what is due in every county, clears late openings and abandoned uploads; returns how many tips were erased. */
export async function sweepTips(app: App, run: Run): Promise<number> {
  let erased = 0;
  for (const county of await listTipCounties(app.db)) {
    const before = new Date(app.now() - (await retentionDays(app, county)) * DAY_MS).toISOString();
    for (const tip of await listDue(app.db, before, county, BATCH)) {
      const done = await run(county, 'tip.erase', { tip: tip.id });
      if (!done.ok) continue;
      for (const name of (done.value.result as { originals: string[] } | null)?.originals ?? [])
        await removeSealed(app, name);
      erased += 1;
    }
  }
  const cleared = await clearLate(app.db, instant(app));
  if (erased + cleared > 0) await rewriteErased(app.db);
  if (app.dataDir) await sweepUploads(app);
  return erased;
}
