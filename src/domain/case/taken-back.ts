// Which decisions of police, procuratorate or court were registered and then taken back?

import { canonicalJson } from '../kernel/canonical.ts';
import type { Day } from '../kernel/day.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';

/** Steps that say what somebody else decided; undoing them lets what they asked for go unasked. */
const RECEIVED = [
  ...['policeDecline', 'policeReturn', 'reconsidered', 'supervised'],
  ...['notProsecute', 'judge', 'contestRevoked'],
];

export interface TakenBack {
  readonly name: string;
  readonly on: Day;
}

/** Undone without the same being registered again, or moved to a later day. */
export function takenBack(steps: readonly StepTaken[]): TakenBack[] {
  const kept: StepTaken[] = [];
  const undone: { step: StepTaken; on: Day }[] = [];
  const moved: TakenBack[] = [];
  for (const step of steps) {
    if (step.name === 'revoke') {
      const gone = kept.pop();
      if (gone && RECEIVED.includes(gone.name)) undone.push({ step: gone, on: step.on });
    } else if (step.name === 'amend') {
      const target = kept.find(({ seq }) => seq === step.values.of);
      const { on } = JSON.parse(String(step.values.values)) as { on?: unknown };
      if (target && RECEIVED.includes(target.name) && typeof on === 'string' && on > target.on)
        moved.push({ name: target.name, on: step.on });
    } else kept.push(step);
  }
  const again = ({ step }: { step: StepTaken }) =>
    kept.some(
      ({ name, seq, on, values }) =>
        name === step.name && seq > step.seq && on <= step.on && sameDecision(values, step.values),
    );
  return [
    ...undone.filter((each) => !again(each)).map(({ step, on }) => ({ name: step.name, on })),
    ...moved,
  ];
}

function sameDecision(a: Values, b: Values): boolean {
  return ['administrative', 'result'].every(
    (field) => canonicalJson(a[field] ?? null) === canonicalJson(b[field] ?? null),
  );
}
