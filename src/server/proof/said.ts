// What does a journal row say of a step, and where do steps put a record? Pure comparisons, online and offline alike.
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { fold, type Procedure, type StepTaken } from '../../domain/kernel/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';

/** Whether the row tells of exactly this step of this record. */
export function saysStep(
  row: { readonly subject: string; readonly by: string; readonly body: unknown },
  subject: string,
  step: StepTaken,
): boolean {
  const told = (row.body as { step?: Partial<StepTaken> } | null)?.step;
  if (!told || row.subject !== subject || row.by !== step.by) return false;
  const of = ({ seq, name, on, at, values }: Partial<StepTaken>) =>
    canonicalJson({ seq, name, on, at, values });
  try {
    return of(told) === of(step);
  } catch {
    return false;
  }
}

/** The status the steps put the record in, or null when no table knows them. */
export function foldedStatus(
  procedure: Procedure,
  values: Values,
  opening: Values,
  steps: readonly StepTaken[],
): { readonly status: string; readonly seq: number; readonly facts: unknown } | null {
  try {
    const { status, seq, facts } = fold(procedure, values, opening, steps);
    return { status, seq, facts };
  } catch {
    // A step no table knows was put there behind our back.
    return null;
  }
}
