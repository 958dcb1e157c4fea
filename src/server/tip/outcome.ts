// What came of a tip? What its clue ended in, followed through merges, and what was told on the way.
import { CLUE_RESULTS } from '../../domain/clue/clue.ts';
import type { ClueFacts } from '../../domain/clue/fact.ts';
import type { Label } from '../../domain/kernel/label.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Db } from '../db/connection.ts';
import { findProgress, listSteps } from '../progress/index.ts';
import { findRecord } from '../record/index.ts';

export interface TipOutcome {
  readonly result: Label;
  readonly day: string | null;
}

export interface TipCourse {
  /** The clue that carries the matter now. */
  readonly clue: RecordRow | null;
  readonly outcome: TipOutcome | null;
  /** What officers told the holders of receipts, by steps of the clue. */
  readonly told: readonly { readonly id: string; readonly at: string; readonly text: string }[];
}

/** Merges in a row that are followed; a ring cannot arise, and would end here. */
const MOST_MERGES = 20;

export async function courseOf(db: Db, county: string, clueId: string | null): Promise<TipCourse> {
  const kind = getKind('clue');
  const told: { id: string; at: string; text: string }[] = [];
  let clue: RecordRow | null = null;
  let next = clueId;
  for (let n = 0; next !== null && n < MOST_MERGES; n++) {
    const row: RecordRow | undefined = await findRecord(db, county, kind, next);
    if (!row) break;
    clue = row;
    for (const step of await listSteps(db, county, 'clue', row.id))
      if (['tell', 'feedback'].includes(step.name) && step.values.channel === 'receipt')
        told.push({ id: step.id, at: step.recordedAt, text: String(step.values.text ?? '') });
    const progress = await findProgress(db, county, 'clue', row.id);
    next = (progress?.facts as Partial<ClueFacts> | undefined)?.into ?? null;
  }
  const result = CLUE_RESULTS.find((item) => item.code === clue?.values.result);
  const outcome = result
    ? { result: result.label, day: (clue?.values.resultDay as string | null) ?? null }
    : null;
  return { clue, outcome, told };
}
