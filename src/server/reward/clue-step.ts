// How does a clue learn that its informant was paid? By a step of its own, in the same transaction.
import { clueProcedure } from '../../domain/clue/procedure.ts';
import { type Outcome, ok } from '../../domain/kernel/outcome.ts';
import { instantOf, type Procedure, replay, type StepTaken } from '../../domain/kernel/procedure.ts';
import type { RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Acting } from '../acting.ts';
import { instant, newId } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { appendJournal } from '../journal/index.ts';
import {
  findProgress,
  insertStep,
  listSteps,
  loadReckoning,
  progressRow,
  putProgress,
} from '../progress/index.ts';
import {
  changedFields,
  holdRecord,
  journalBody,
  loadReferred,
  toNewRecord,
  updateRecord,
} from '../record/index.ts';

/** Adds what was paid (or came back) to the clue of `reward`; its field counts what was paid and nothing else. */
export async function tellClue(
  tx: Tx,
  acting: Acting,
  reward: RecordRow,
  said: { readonly on: string; readonly values: Values },
): Promise<Outcome<null>> {
  const { app, county, actor } = acting;
  const kind = getKind('clue');
  const row = await holdRecord(tx, county, kind, reward.values.clue as string);
  const stored = row && (await findProgress(tx, county, 'clue', row.id));
  if (!row || !stored) throw new Error(`clue of reward ${reward.id} is not there`);
  const past = await listSteps(tx, county, 'clue', row.id);
  const recordedAt = instant(app);
  const step: StepTaken = {
    ...{ seq: past.length + 1, id: newId(app), name: 'rewarded', on: said.on, at: instantOf(said.on) },
    ...{ recordedAt, by: actor.account, values: { reward: reward.id, no: reward.no, ...said.values } },
  };
  const procedure = clueProcedure as unknown as Procedure;
  const history = { record: row.values, author: row.by, opening: stored.opening, steps: past };
  const after = replay(procedure, history, [...past, step]);
  if (!after.ok) return after;
  await insertStep(tx, county, 'clue', row.id, step);
  const values = Object.fromEntries(
    Object.entries({ ...row.values, ...after.value.owned }).filter(([, value]) => (value ?? null) !== null),
  );
  const next = { ...row, version: row.version + 1, updatedAt: recordedAt, by: actor.account, values };
  const referred = await loadReferred(tx, county, kind, [values]);
  if (!(await updateRecord(tx, kind, toNewRecord(kind, next, referred), row.version)))
    throw new Error(`clue ${row.id} changed while it was held`);
  const subject = { id: row.id, values, opening: stored.opening, steps: [...past, step] };
  const standing = progressRow(procedure, subject, after.value, await loadReckoning(tx, county));
  await putProgress(tx, county, 'clue', [standing], recordedAt);
  await appendJournal(app, tx, [
    {
      ...{ county, id: step.id, batch: acting.act?.id ?? null, kind: 'step.take' },
      ...{
        subject: { kind: 'clue', id: row.id },
        at: recordedAt,
        recordedAt,
        by: actor.account,
        device: null,
      },
      body: journalBody(next, {
        step: {
          ...{ seq: step.seq, name: step.name, on: step.on, at: step.at, values: step.values },
          status: after.value.status,
        },
        changed: changedFields(row.values, next.values),
      }),
    },
  ]);
  return ok(null);
}
