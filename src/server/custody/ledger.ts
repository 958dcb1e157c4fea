// A record of release names a seizure: does what it says fit what was seized, and what does it take from its custody?
import type { Actor } from '../../domain/access/access.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { isUuid } from '../../domain/kernel/id.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import { instantOf, type Progress, replay, type StepTaken } from '../../domain/kernel/procedure.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Custody } from '../../domain/seizure/custody.ts';
import { seizureProcedure } from '../../domain/seizure/procedure.ts';
import type { Acting } from '../acting.ts';
import { type App, instant, newId } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { appendJournal } from '../journal/index.ts';
import { loadReckoning, progressRow, putProgress } from '../progress/index.ts';
import { type HeldSeizure, holdSeizures, insertSteps, listUntold, touchSeizures } from './store.ts';

/** A record of release as it was (null when new) and as it will be. */
export interface ReleaseChange {
  readonly before: RecordRow | null;
  readonly after: RecordRow;
  /** Where a refusal is shown: the row of a sheet, the index in a batch. */
  readonly where?: string;
}

/** Fields that say what left the seizure; the others may be put right without touching it. */
const TAKES = ['seizure', 'releaseKind', 'quantity', 'day'] as const;

function seizureOf(row: RecordRow | null): string | null {
  if (!row || row.withdrawn) return null;
  return (row.values.seizure as string | null | undefined) ?? null;
}

function takes(row: RecordRow | null): string {
  const open = seizureOf(row) !== null && row ? row.values : {};
  return canonicalJson(TAKES.map((name) => open[name] ?? null));
}

/** Holds the seizures that records of `kind` with these values name, before anything else is held. */
export async function holdNamedSeizures(
  tx: Tx,
  county: string,
  kind: Kind,
  values: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (kind.name !== 'release') return;
  const ids = values.map((each) => each.seizure).filter((id): id is string => typeof id === 'string');
  if (ids.length > 0) await holdSeizures(tx, county, [...new Set(ids)].filter(isUuid));
}

/**
 * Takes from the custody of each seizure what records of release newly say came from it, and gives back what they no
 * longer say; refuses what was not there. Nothing for other kinds. Call in the transaction that writes the records.
 */
export async function followReleases(
  tx: Tx,
  acting: Acting,
  kind: Kind,
  changes: readonly ReleaseChange[],
): Promise<Outcome<null>> {
  if (kind.name !== 'release') return ok(null);
  const moving = changes.filter(({ before, after }) => takes(before) !== takes(after));
  const ids = new Set(moving.flatMap(({ before, after }) => [seizureOf(before), seizureOf(after)]));
  ids.delete(null);
  if (ids.size === 0) return ok(null);
  const held = await holdSeizures(tx, acting.county, [...ids] as string[]);
  const told = new Map<string, Told>();
  const refusals: Refusal[] = [];
  for (const change of moving) {
    for (const [id, values] of entriesOf(change)) {
      const seizure = held.get(id);
      if (!seizure) continue; // a reference that is not there is refused where references are checked
      const step = tell(acting, told.get(id) ?? { ...seizure, fresh: [] }, values, change.after);
      if (step.ok) told.set(id, step.value);
      else refusals.push(...step.refusals.map((each) => placed(each, change.where)));
    }
  }
  if (refusals.length > 0) return { ok: false, refusals };
  await write(tx, acting, [...told.values()]);
  return ok(null);
}

function placed(refusal: Refusal, where: string | undefined): Refusal {
  return where === undefined ? refusal : { ...refusal, where };
}

/** Seizure → what its chain is told: given back by the one it was taken from, taken from the one it is taken from now. */
function entriesOf({ before, after }: ReleaseChange): [string, Values][] {
  const [from, to] = [seizureOf(before), seizureOf(after)];
  const entries: [string, Values][] = [];
  if (from !== null && from !== to) entries.push([from, { release: after.id, no: after.no }]);
  const { releaseKind, quantity } = after.values;
  if (to !== null) entries.push([to, { release: after.id, no: after.no, releaseKind, quantity } as Values]);
  return entries;
}

/**
 * Tells the chains of a ledger older than custody of its records of release. What released more than was seized stays
 * untold, its seizure in custody, for a person to look into; the numbers of those records are returned.
 */
export async function fillCustody(app: App, county: string): Promise<string[]> {
  const left: string[] = [];
  const untold = await listUntold(app.db, county);
  for (let i = 0; i < untold.length; ) {
    const by = untold[i]?.by ?? '';
    const end = untold.findIndex((row, at) => at >= i && (row.by !== by || at === i + TOLD_AT_ONCE));
    const rows = untold.slice(i, end < 0 ? untold.length : end);
    i += rows.length;
    // A refusal has written nothing: then each is told alone, so that only what cannot be stays untold.
    if (await tellReleases(app, county, rows)) continue;
    for (const row of rows) if (!(await tellReleases(app, county, [row]))) left.push(row.no);
  }
  return left;
}

/** Records of release told in one transaction. */
const TOLD_AT_ONCE = 200;

async function tellReleases(app: App, county: string, rows: readonly RecordRow[]): Promise<boolean> {
  const actor: Actor = { account: rows[0]?.by ?? '', name: '', region: county, roles: [], agency: null };
  const changes = rows.map((after) => ({ before: null, after }));
  const told = await app.db
    .transaction()
    .execute((tx) => followReleases(tx, { app, actor, county }, getKind('release'), changes));
  return told.ok;
}

interface Told extends HeldSeizure {
  readonly fresh: readonly StepTaken[];
  readonly progress?: Progress<Custody>;
}

function tell(acting: Acting, told: Told, values: Values, release: RecordRow): Outcome<Told> {
  const all = [...told.steps, ...told.fresh];
  const recordedAt = instant(acting.app);
  const today = dayOfInstant(recordedAt);
  const day = String(release.values.day ?? today);
  const on = day > today ? today : day;
  const step: StepTaken = {
    ...{ seq: all.length + 1, id: newId(acting.app), name: 'ledger', on, at: instantOf(on), recordedAt },
    ...{ by: acting.actor.account, values },
  };
  const record = told.row.values;
  if (madeByStep(told, release)) return BY_STEP;
  const history = { record, author: told.row.by, opening: told.opening, steps: all };
  const progress = replay(seizureProcedure, history, [...all, step]);
  if (!progress.ok) return named(progress.refusals, told.row);
  return ok({ ...told, fresh: [...told.fresh, step], progress: progress.value });
}

/** The record of a disposal by step has the step's own id. */
function madeByStep(told: Told, release: RecordRow): boolean {
  return told.steps.some((step) => step.id === release.id && step.name === 'dispose');
}

const BY_STEP = refuse('custody.byStep', [
  '这条记录由收缴物品的“处置”步骤生成，来源、去向、数量和日期请在该收缴物品的“保管链”中更正或撤销',
  'This record was made by a step of custody; change or undo that step in the chain of custody instead',
]);

function named(refusals: readonly Refusal[], row: RecordRow): Outcome<never> {
  return {
    ok: false,
    refusals: refusals.map(({ message: [zh, en], ...rest }) => ({
      ...rest,
      message: [`${row.no}：${zh}`, `${row.no}: ${en}`],
    })),
  };
}

async function write(tx: Tx, acting: Acting, told: readonly Told[]): Promise<void> {
  const { app, county, actor } = acting;
  const at = instant(app);
  const steps = told.flatMap(({ row, fresh }) => fresh.map((step) => ({ ...step, subject: row.id })));
  await insertSteps(tx, county, steps);
  const rows = told.map(({ row, fresh }) => ({
    ...row,
    version: row.version + fresh.length,
    updatedAt: at,
    by: actor.account,
  }));
  await touchSeizures(tx, county, rows);
  const reckoning = await loadReckoning(tx, county);
  const standing = told.flatMap(({ row, opening, steps: past, fresh, progress }) => {
    const subject = { id: row.id, values: row.values, opening, steps: [...past, ...fresh] };
    return progress ? [progressRow(seizureProcedure as never, subject, progress, reckoning)] : [];
  });
  await putProgress(tx, county, 'seizure', standing, at);
  await appendJournal(
    app,
    tx,
    told.flatMap((each) => journaled(acting, each)),
  );
}

/** Each step in the journal as any other step is, with the seizure as it left it. */
function journaled(acting: Acting, { row, fresh, progress }: Told) {
  return fresh.map((step, i) => ({
    county: acting.county,
    id: step.id,
    batch: acting.batch ?? acting.act?.id ?? null,
    kind: 'step.take',
    subject: { kind: 'seizure', id: row.id },
    at: step.recordedAt,
    recordedAt: step.recordedAt,
    by: step.by,
    device: null,
    body: {
      ...{ version: row.version + i + 1, no: row.no, withdrawn: row.withdrawn, values: row.values },
      step: {
        ...{ seq: step.seq, name: step.name, on: step.on, at: step.at, values: step.values },
        status: progress?.status ?? '',
      },
      changed: {},
    },
  }));
}
