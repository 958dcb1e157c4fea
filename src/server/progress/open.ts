// What does a record's progress come to: when it is registered, corrected, and after each step?
import type { Refusal } from '../../domain/kernel/outcome.ts';
import {
  type Clock,
  fold,
  ownedRefusals,
  type Procedure,
  type Progress,
  pickOwned,
  replay,
  type StepTaken,
} from '../../domain/kernel/procedure.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { findProcedure } from '../../domain/procedure.ts';
import type { Db, Tx } from '../db/connection.ts';
import { dueAt, loadReckoning, type Reckoning } from './due.ts';
import { findProgress, listNeverPlaced, listSteps, type NewProgress, putProgress } from './store.ts';

interface Subject {
  readonly id: string;
  readonly values: Values;
  readonly opening: Values;
  readonly steps: readonly StepTaken[];
}

function earliest(clocks: NewProgress['clocks']): { due: string | null; due_deadline: string | null } {
  const running = clocks.filter((clock) => clock.until === null && clock.due !== null);
  const first = running.sort((a, b) => ((a.due as string) < (b.due as string) ? -1 : 1))[0];
  return { due: first?.due ?? null, due_deadline: first?.deadline ?? null };
}

/** The stored form of where `subject` stands. Its owner is who took the last step. */
export function progressRow(
  procedure: Procedure,
  subject: Subject,
  progress: Progress,
  reckoning: Reckoning,
): NewProgress {
  const ended = procedure.statuses.find((status) => status.code === progress.status)?.end === true;
  const clocks = progress.clocks.map((clock: Clock) => ({
    deadline: clock.deadline,
    since: clock.since,
    due: dueAt(clock, reckoning),
    until: clock.until,
  }));
  return {
    subject: subject.id,
    seq: progress.seq,
    status: progress.status,
    ended,
    facts: progress.facts,
    opening: subject.opening,
    ...(ended ? { due: null, due_deadline: null } : earliest([...clocks])),
    owner: subject.steps.at(-1)?.by ?? null,
    clocks,
  };
}

function beginning(procedure: Procedure, id: string, values: Values, reckoning: Reckoning): NewProgress {
  const opening = pickOwned(procedure, values);
  const subject = { id, values, opening, steps: [] };
  return progressRow(procedure, subject, fold(procedure, values, opening, []), reckoning);
}

/** Registers where new records of `kind` begin; nothing for kinds without a procedure. */
export async function openProgress(
  tx: Tx,
  county: string,
  kind: Kind,
  rows: readonly { readonly id: string; readonly values: Values }[],
  at: string,
): Promise<void> {
  const procedure = findProcedure(kind.name);
  if (!procedure || rows.length === 0) return;
  const reckoning = await loadReckoning(tx, county);
  const began = rows.map((row) => beginning(procedure, row.id, row.values, reckoning));
  await putProgress(tx, county, kind.name, began, at);
}

/** A corrected record: owned fields may only be filled in before the first step, which then begins elsewhere. */
export async function reopenProgress(
  tx: Tx,
  county: string,
  kind: Kind,
  id: string,
  change: { readonly before: Values; readonly after: Values; readonly at: string },
): Promise<readonly Refusal[]> {
  const procedure = findProcedure(kind.name);
  if (!procedure) return [];
  const stored = await findProgress(tx, county, kind.name, id);
  const begun = (stored?.seq ?? 0) > 0;
  const label = (name: string) => kind.fields[name]?.label ?? [name, name];
  const refusals = ownedRefusals(procedure, change.before, change.after, begun, label);
  if (refusals.length > 0) return refusals;
  if (!stored || !begun) {
    await openProgress(tx, county, kind, [{ id, values: change.after }], change.at);
    return [];
  }
  return retell(tx, county, procedure, { id, values: change.after, opening: stored.opening }, change.at);
}

/** A record put right after steps were taken must leave them legal; where it stands follows from it anew. */
async function retell(
  tx: Tx,
  county: string,
  procedure: Procedure,
  record: Omit<Subject, 'steps'>,
  at: string,
): Promise<readonly Refusal[]> {
  const steps = await listSteps(tx, county, procedure.kind, record.id);
  const told = replay(
    procedure,
    { record: record.values, author: '', opening: record.opening, steps },
    steps,
  );
  if (!told.ok) return told.refusals;
  const row = progressRow(procedure, { ...record, steps }, told.value, await loadReckoning(tx, county));
  await putProgress(tx, county, procedure.kind, [row], at);
  return [];
}

/** Records placed in one transaction. */
const PLACED_AT_ONCE = 1_000;

/** Gives progress to records that have none: those of a ledger older than its procedures. One that has steps had a place
 * and lost it: that is for `verify` to say, not to be made good. */
export async function fillProgress(
  db: Db,
  county: string,
  kind: Kind,
  records: AsyncIterable<{ id: string; values: Values; updatedAt: string }>,
): Promise<number> {
  let n = 0;
  let waiting: { id: string; values: Values; updatedAt: string }[] = [];
  const place = async () => {
    const rows = waiting;
    waiting = [];
    const last = rows.at(-1);
    if (!last) return;
    const ids = rows.map(({ id }) => id);
    n += await db.transaction().execute(async (tx) => {
      const bare = await listNeverPlaced(tx, county, kind.name, ids);
      const fresh = rows.filter(({ id }) => bare.has(id));
      await openProgress(tx, county, kind, fresh, last.updatedAt);
      return fresh.length;
    });
  };
  for await (const row of records) {
    waiting.push(row);
    if (waiting.length === PLACED_AT_ONCE) await place();
  }
  await place();
  return n;
}
