// Are the steps of every record those the journal holds, and does each record stand where they put it?
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Procedure, StepTaken } from '../../domain/kernel/procedure.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import type { Tx } from '../db/connection.ts';
import { listJournaledSteps } from '../journal/index.ts';
import { listUnplaced, streamProgress, streamSteps } from '../progress/index.ts';
import { findRecords } from '../record/index.ts';
import { foldedStatus, saysStep } from './said.ts';

export interface StepFault {
  readonly code: 'step.changed' | 'step.removed' | 'step.inserted' | 'progress.changed' | 'progress.removed';
  readonly what: string;
}

const CHUNK = 500;

/** Each step must be what its journal row says, each progress the fold of the record's steps. */
export async function verifySteps(
  db: Tx,
  county: string,
  kind: Kind,
  procedure: Procedure,
): Promise<StepFault[]> {
  const faults: StepFault[] = [];
  const journaled = new Map((await listJournaledSteps(db, county, kind.name)).map((row) => [row.id, row]));
  const steps = new Map<string, StepTaken[]>();
  for await (const { subject, ...step } of streamSteps(db, county, kind.name)) {
    steps.set(subject, [...(steps.get(subject) ?? []), step]);
    const row = journaled.get(step.id);
    const what = `${kind.name} ${subject} step ${step.seq}`;
    if (!row) faults.push({ code: 'step.inserted', what });
    else if (!saysStep(row, subject, step)) faults.push({ code: 'step.changed', what });
    journaled.delete(step.id);
  }
  for (const { subject } of journaled.values())
    faults.push({ code: 'step.removed', what: `${kind.name} ${subject}` });
  for (const id of await listUnplaced(db, county, kind))
    faults.push({ code: 'progress.removed', what: `${kind.name} ${id}` });
  let chunk: Standing[] = [];
  for await (const row of streamProgress(db, county, kind.name)) {
    chunk.push(row);
    if (chunk.length === CHUNK) {
      faults.push(...(await verifyStanding(db, county, kind, procedure, chunk, steps)));
      chunk = [];
    }
  }
  faults.push(...(await verifyStanding(db, county, kind, procedure, chunk, steps)));
  return faults;
}

type Standing = Awaited<ReturnType<typeof streamProgress> extends AsyncGenerator<infer R> ? R : never>;

async function verifyStanding(
  db: Tx,
  county: string,
  kind: Kind,
  procedure: Procedure,
  rows: readonly Standing[],
  steps: ReadonlyMap<string, readonly StepTaken[]>,
): Promise<StepFault[]> {
  const records = new Map(
    (
      await findRecords(
        db,
        county,
        kind,
        rows.map((row) => row.subject),
      )
    ).map((row) => [row.id, row]),
  );
  return rows.flatMap((row): StepFault[] => {
    const record = records.get(row.subject);
    const what = `${kind.name} ${row.subject}`;
    if (!record) return [{ code: 'progress.changed', what }];
    return standsAsFolded(procedure, record.values, row, steps.get(row.subject) ?? [])
      ? []
      : [{ code: 'progress.changed', what }];
  });
}

function standsAsFolded(
  procedure: Procedure,
  values: Values,
  row: Standing,
  steps: readonly StepTaken[],
): boolean {
  const folded = foldedStatus(procedure, values, row.opening, steps);
  const plain = (facts: unknown) => canonicalJson(JSON.parse(JSON.stringify(facts ?? null)));
  return (
    folded !== null &&
    folded.status === row.status &&
    folded.seq === row.seq &&
    plain(folded.facts) === plain(row.facts)
  );
}
