// What does the form of a step ask, in which order, and what does it begin with?
import type { ReplyOf } from '../../contract/api.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Procedure, pickOwned, ruleOf, stepKind } from '../../domain/kernel/procedure.ts';
import type { Field, Kind, Values } from '../../domain/kernel/record.ts';

export type ProgressOnWire = ReplyOf<'progress'>;

/** What every step carries comes after its own fields; a reason that must be given goes before the day. */
const LAST = ['on', 'time', 'reason'];
const lastOf = (kind: Kind) => (kind.fields['reason']?.required ? ['reason', 'on', 'time'] : LAST);

/**
 * The step as a form with what has been filled in so far: its own fields first, those not asked for left out, those asked
 * for only because of what was filled in required.
 */
export function formKind(
  procedure: Procedure,
  step: string,
  values: Values,
  without: readonly string[] = [],
) {
  const kind = stepKind(procedure, step);
  if (!kind) throw new RangeError(`${procedure.kind}: no step ${step}`);
  const rule = ruleOf(procedure, step);
  const asked = rule?.asks?.(values);
  const always = rule?.asks?.({}) ?? [];
  const own = Object.entries(kind.fields).filter(
    ([name]) => !LAST.includes(name) && !without.includes(name) && (asked?.includes(name) ?? true),
  );
  const last = lastOf(kind)
    .filter((name) => kind.fields[name] && !without.includes(name))
    .map((name) => [name, kind.fields[name] as Field]);
  const fields = Object.fromEntries([
    ...own.map(([name, field]) => [
      name,
      asked && !always.includes(name) ? { ...field, required: true } : field,
    ]),
    ...last,
  ]) as Record<string, Field>;
  return { ...kind, fields } satisfies Kind;
}

/** Only what the form asks for and is filled. */
export function askedValues(kind: Kind, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => kind.fields[name] && value !== null && value !== undefined && value !== '',
    ),
  );
}

/** What the form of `step` begins with. */
export function beginWith(
  procedure: Procedure,
  step: string,
  at: { readonly progress: ProgressOnWire; readonly record: Values; readonly today: string },
): Values {
  const { progress, record, today } = at;
  const state = {
    status: progress.status,
    seq: progress.seq,
    clocks: progress.clocks.map(({ deadline, since, due, until }) => ({
      ...{ deadline, since, until, pauses: [] },
      due: due === null ? null : dayOfInstant(due),
    })),
    facts: progress.facts,
    owned: pickOwned(procedure, record),
    movedOn: null,
  };
  const filled = ruleOf(procedure, step)?.prefill?.({ progress: state, record, today }) ?? {};
  return { on: today, ...sameOfficers(procedure, step, progress), ...filled };
}

/** The two officers of a case mostly stay the same (行政处罚法42); the form begins with those of the step before. */
function sameOfficers(procedure: Procedure, step: string, progress: ProgressOnWire): Values {
  if (!ruleOf(procedure, step)?.fields['officers']) return {};
  const named = (each: { values: unknown }) => (each.values as Values)['officers'];
  const last = progress.steps.findLast((each) => each.standing && Array.isArray(named(each)));
  return last ? { officers: named(last) } : {};
}
