// What do the steps of a record come to when read in order: which were corrected, and what did each say before?
import type { Values } from '../../domain/kernel/record.ts';
import type { ProgressOnWire } from './step-kind.ts';

type StepOnWire = ProgressOnWire['steps'][number];
type Changed = Readonly<Record<string, readonly [unknown, unknown]>>;

export interface StepTold {
  readonly step: StepOnWire;
  /** Its values as they hold now. */
  readonly values: Values;
  /** Fields whose words were corrected since: as first stated, as they hold now. */
  readonly corrected: Changed;
  /** For a correction: the step's number and what it changed; for an undoing: the step's number. */
  readonly of: number | null;
  readonly changed: Changed;
}

function readChanges(step: StepOnWire): Values {
  try {
    return JSON.parse(String(step.values['values'] ?? '{}')) as Values;
  } catch {
    return {};
  }
}

/** Oldest first. */
export function tellSteps(steps: readonly StepOnWire[]): StepTold[] {
  const told = new Map<number, { values: Values; corrected: Record<string, readonly [unknown, unknown]> }>();
  const kept: number[] = [];
  const more = new Map<number, { of: number | null; changed: Changed }>();
  for (const step of steps) {
    if (step.name === 'revoke') more.set(step.seq, { of: kept.pop() ?? null, changed: {} });
    else if (step.name === 'amend') {
      const of = Number(step.values['of']);
      const target = told.get(of);
      const changed: Record<string, readonly [unknown, unknown]> = {};
      for (const [name, value] of Object.entries(readChanges(step))) {
        const before = target?.values[name] ?? null;
        changed[name] = [before, value ?? null];
        if (target) target.corrected[name] = [target.corrected[name]?.[0] ?? before, value ?? null];
        if (target) target.values = { ...target.values, [name]: value ?? null };
      }
      more.set(step.seq, { of, changed });
    } else kept.push(step.seq);
    told.set(step.seq, { values: { on: step.on, ...step.values } as Values, corrected: {} });
  }
  return steps.map((step) => ({
    step,
    values: told.get(step.seq)?.values ?? {},
    corrected: told.get(step.seq)?.corrected ?? {},
    ...(more.get(step.seq) ?? { of: null, changed: {} }),
  }));
}
