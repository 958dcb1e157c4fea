// Which records of penalty did the steps of a case make?
import { createHash } from 'node:crypto';
import { DECIDING } from '../../domain/case/penalty-made.ts';
import type { StepTaken } from '../../domain/kernel/procedure.ts';

/** Parties of one decision whose records are looked for. */
const MOST_PARTIES = 60;

/** The record of the first party has the id of the step, those of the others one derived from it. */
export function penaltyId(step: string, place: number): string {
  if (place === 0) return step;
  const hash = createHash('sha256').update(`${step} ${place}`).digest('hex');
  // RFC 9562 version 8; the first twelve digits keep the order of time.
  return `${step.slice(0, 14)}8${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

/** The ids of every record that decisions among `steps`, undone ones too, may have made. */
export function madeBy(steps: readonly StepTaken[]): ReadonlySet<string> {
  const deciding = steps.filter(({ name }) => DECIDING.some((each) => each === name));
  return new Set(
    deciding.flatMap(({ id }) => Array.from({ length: MOST_PARTIES }, (_, place) => penaltyId(id, place))),
  );
}
