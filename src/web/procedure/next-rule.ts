// What comes next on a record, for whom, and in which order are its steps offered?
import { ANSWER, type Procedure, pickOwned, ruleOf, type StepRule } from '../../domain/kernel/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';
import type { ProgressOnWire } from './step-kind.ts';

/**
 * What I may take now: what comes next first, then what leads somewhere, then the rest in the order of the table.
 * A step of `done` that leads nowhere (an assessment) was taken once and is no longer what comes next.
 */
export function rankSteps(
  procedure: Procedure,
  status: string,
  open: readonly string[],
  done: readonly string[] = [],
): readonly string[] {
  const rank = (name: string) => {
    const rule = ruleOf(procedure, name);
    if (rule && isNext(rule, status, done)) return 0;
    return rule?.to !== undefined && !rule.review ? 1 : 2;
  };
  const order = procedure.steps.map((rule) => rule.name);
  return open
    .filter((name) => name !== ANSWER)
    .toSorted((a, b) => rank(a) - rank(b) || order.indexOf(a) - order.indexOf(b));
}

function isNext(rule: StepRule, status: string, done: readonly string[]): boolean {
  return rule.likely?.includes(status) === true && !(rule.to === undefined && done.includes(rule.name));
}

/** The names of steps that stand. */
export function takenOf(progress: ProgressOnWire): readonly string[] {
  return progress.steps.filter((step) => step.standing).map((step) => step.name);
}

/** What comes next, whoever takes it; what I could take by my roles only while it is open. */
export function nextRules(
  procedure: Procedure,
  progress: ProgressOnWire,
  roles: readonly string[],
): readonly StepRule[] {
  const done = takenOf(progress);
  return procedure.steps.filter(
    (rule) =>
      isNext(rule, progress.status, done) &&
      (progress.open.includes(rule.name) || !rule.by.some((role) => roles.includes(role))),
  );
}

/** A record of a list: where it stands, without its steps. */
export interface Standing {
  readonly status: string;
  readonly seq: number;
  readonly facts: unknown;
  readonly record: Values;
}

/** What comes next on a record of a list for somebody with these roles; null when it waits for others. */
export function nextStep(
  procedure: Procedure,
  at: Standing,
  roles: readonly string[],
  done: readonly string[] = [],
): string | null {
  const state = {
    ...{ status: at.status, seq: at.seq, facts: at.facts, clocks: [], movedOn: null },
    owned: pickOwned(procedure, at.record),
  };
  const rule = procedure.steps.find(
    (each) =>
      isNext(each, at.status, done) &&
      each.by.some((role) => roles.includes(role)) &&
      each.needs?.(state, at.record) === undefined,
  );
  return rule?.name ?? null;
}
