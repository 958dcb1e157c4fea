// Can any sequence of hands, days and values talk a procedure into what its table does not allow?
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import {
  fold,
  type History,
  instantOf,
  type Procedure,
  type Progress,
  pickOwned,
  ruleOf,
  type StepRule,
  type StepTaken,
  stepKind,
  take,
} from '../../src/domain/kernel/procedure.ts';
import type { Kind, Values } from '../../src/domain/kernel/record.ts';
import { checkValues } from '../../src/domain/kernel/values.ts';
import { getKind } from '../../src/domain/kind.ts';
import { Draw } from './random-ledger.ts';
import { drawRecord, drawStep, drawValue } from './walk-draw.ts';
import { assertSound, branchOf, judge, lawful, sameHand } from './walk-law.ts';

/** Accounts of a small county; some wear two hats, some may do nothing here. */
const ACCOUNTS = [
  { account: 'a-clerk', roles: ['clerk'] },
  { account: 'b-officer', roles: ['officer'] },
  { account: 'c-officer', roles: ['officer'] },
  { account: 'd-leader', roles: ['leader'] },
  { account: 'e-reviewer', roles: ['reviewer'] },
  { account: 'f-reviewer', roles: ['reviewer'] },
  { account: 'g-other', roles: ['otherAgency'] },
  { account: 'h-both', roles: ['clerk', 'reviewer'] },
  { account: 'i-both', roles: ['officer', 'leader'] },
  { account: 'j-ranger', roles: ['ranger'] },
  { account: 'k-admin', roles: ['admin', 'city'] },
] as const;

export interface Tally {
  walks: number;
  /** Steps asked for, and those the procedure took. */
  asked: number;
  taken: number;
  revoked: number;
  amended: number;
  readonly steps: Map<string, number>;
  readonly refusals: Map<string, number>;
}

export function newTally(): Tally {
  return { walks: 0, asked: 0, taken: 0, revoked: 0, amended: 0, steps: new Map(), refusals: new Map() };
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

interface Walk {
  readonly draw: Draw;
  readonly procedure: Procedure;
  readonly steps: StepTaken[];
  /** The steps that count, kept apart from how the engine finds them. */
  readonly kept: StepTaken[];
  readonly history: History;
  progress: Progress;
  today: string;
}

/** The days are shared among all walks so that a holiday or the end of a year is met. */
const FIRST_DAY = '2025-12-20';

function begin(draw: Draw, procedure: Procedure): Walk | undefined {
  const kind = getKind(procedure.kind);
  const today = addDays(FIRST_DAY, draw.below(40));
  // What a record states lies behind it; drawn days reach a month further.
  const drawn = drawRecord(draw, kind.fields, addDays(today, -31));
  // Half of the records are fresh: nothing yet of what the steps will set.
  if (draw.chance(0.5))
    for (const name of procedure.owns) if (!kind.fields[name]?.required) delete drawn[name];
  const checked = checkValues(kind, drawn);
  if (!checked.ok) return undefined;
  const record = checked.value;
  const steps: StepTaken[] = [];
  const opening = pickOwned(procedure, record);
  const history = { record, author: draw.one(ACCOUNTS).account, opening, steps };
  return { draw, procedure, steps, kept: [], history, progress: fold(procedure, record, opening, []), today };
}

function stamp(walk: Walk, name: string, values: Values, by: string): StepTaken {
  const { draw, steps } = walk;
  const on = addDays(walk.today, draw.chance(0.06) ? -draw.below(9) : 0);
  const at = instantOf(on, draw.one(['00:10', '08:00', '12:00', '23:50']));
  const recordedAt = instantOf(draw.chance(0.02) ? addDays(on, -1) : walk.today, '23:59');
  return { seq: steps.length + 1, id: String(steps.length + 1), name, on, at, recordedAt, by, values };
}

/** Mostly a step that the status offers, somebody able to take it, and then something else altogether. */
function pick(walk: Walk): { rule: StepRule; taker: (typeof ACCOUNTS)[number] } {
  const { draw, procedure, progress } = walk;
  const astray = draw.chance(0.15);
  const record = { ...walk.history.record, ...progress.owned };
  const blind = draw.chance(0.2);
  const here = procedure.steps.filter(
    (rule) => rule.from.includes(progress.status) && (blind || !rule.needs?.(progress, record)),
  );
  const likely = here.filter((rule) => rule.likely?.includes(progress.status));
  const moving = here.filter((rule) => rule.to !== undefined);
  const pool = astray
    ? procedure.steps
    : draw.chance(0.35) && likely.length > 0
      ? likely
      : draw.chance(0.4) && moving.length > 0
        ? moving
        : here;
  const rule = draw.one(pool.length > 0 ? pool : procedure.steps);
  const able = ACCOUNTS.filter(({ roles }) => roles.some((role) => rule.by.includes(role)));
  return { rule, taker: draw.chance(0.85) && able.length > 0 ? draw.one(able) : draw.one(ACCOUNTS) };
}

function go(walk: Walk, tally: Tally): void {
  const { draw, steps } = walk;
  walk.today = addDays(walk.today, draw.one([0, 0, 1, 1, 2, 3, 8, 20]));
  const roll = draw.next();
  if (roll < 0.04 && steps.length > 0) {
    revise(walk, tally, 'revoke');
    return;
  }
  if (roll < 0.08 && steps.length > 0) {
    revise(walk, tally, 'amend');
    return;
  }
  const { rule, taker } = pick(walk);
  // Who is refused for what was filled in tries again.
  for (let attempt = 0; attempt < 3 && attemptStep(walk, tally, rule, taker); attempt++);
}

/** True when it was refused for its values alone. */
function attemptStep(walk: Walk, tally: Tally, rule: StepRule, taker: (typeof ACCOUNTS)[number]): boolean {
  const { draw, procedure, history, steps } = walk;
  const before = walk.progress;
  const record = { ...history.record, ...before.owned };
  const drawn = drawStep(draw, rule, { progress: before, record, today: walk.today });
  const checked = checkValues(stepKind(procedure, rule.name) as Kind, drawn);
  if (!checked.ok) {
    count(tally.refusals, 'field');
    return true;
  }
  const step = stamp(walk, rule.name, checked.value, taker.account);
  const expected = judge(procedure, history, before, step, taker);
  const outcome = take(procedure, history, step, taker);
  tally.asked += 1;
  if (outcome.ok !== expected.ok) throw disagreement(walk, step, expected, outcome);
  if (!outcome.ok) {
    count(tally.refusals, outcome.refusals[0]?.code ?? '');
    return expected.why === 'check';
  }
  steps.push(step);
  walk.kept.push(step);
  walk.progress = outcome.value;
  tally.taken += 1;
  count(tally.steps, `${procedure.kind}.${rule.name}`);
  assertSound(procedure, history, before, rule, step, outcome.value);
  return false;
}

/** Undoing and correcting: whatever comes of it must be a past that could have been taken step by step. */
function revise(walk: Walk, tally: Tally, name: 'revoke' | 'amend'): void {
  const { draw, procedure, history, steps, kept } = walk;
  const target = name === 'revoke' ? kept.at(-1) : kept[draw.below(Math.max(1, kept.length))];
  const rule = target && ruleOf(procedure, target.name);
  if (!target || !rule) return;
  const own = ACCOUNTS.find(({ account }) => account === target.by);
  const taker = own && draw.chance(0.6) ? own : draw.one(ACCOUNTS);
  const change = name === 'amend' ? drawChange(draw, rule, target) : {};
  const values: Values = { reason: '登记有误，予以更正' };
  if (name === 'amend') Object.assign(values, { of: target.seq, values: JSON.stringify(change) });
  const step = stamp(walk, name, values, taker.account);
  tally.asked += 1;
  const outcome = take(procedure, history, step, taker);
  if (!outcome.ok) {
    count(tally.refusals, `${name} ${outcome.refusals[0]?.code}`);
    return;
  }
  if (!taker.roles.some((role) => rule.by.includes(role))) throw disagreement(walk, step, 'a role', outcome);
  if (sameHand(rule, target, taker.account)) throw disagreement(walk, step, 'its author', outcome);
  const righted = { ...target, ...moved(target, change), values: { ...target.values, ...change } };
  delete (righted.values as Values).on;
  if (branchOf(rule, righted) !== branchOf(rule, target))
    throw disagreement(walk, step, 'the same way', outcome);
  if (name === 'revoke') kept.pop();
  else kept[kept.indexOf(target)] = righted;
  steps.push(step);
  tally[name === 'revoke' ? 'revoked' : 'amended'] += 1;
  walk.progress = outcome.value;
  replayed(walk, outcome.value);
}

/** One field, or the day. */
function drawChange(draw: Draw, rule: StepRule, target: StepTaken): Values {
  const fields = Object.entries(rule.fields);
  const [name, field] = fields[draw.below(Math.max(1, fields.length))] ?? ['on'];
  if (!field || draw.chance(0.3)) return { on: addDays(target.on, draw.below(7) - 3) };
  return { [name]: drawValue(draw, field, target.on) };
}

function moved({ on, at }: StepTaken, change: Values): { on: string; at: string } {
  return typeof change.on === 'string' && change.on !== on
    ? { on: change.on, at: instantOf(change.on) }
    : { on, at };
}

/** The standing steps taken one after the other, each lawful when its turn comes, lead to the same state. */
function replayed(walk: Walk, after: Progress): void {
  const { procedure, history } = walk;
  const past: StepTaken[] = [];
  let progress = fold(procedure, history.record, history.opening, []);
  for (const step of walk.kept) {
    const rule = ruleOf(procedure, step.name) as StepRule;
    const judged = lawful(rule, history, progress, step);
    if (!judged.ok) throw disagreement(walk, step, judged, progress);
    past.push(step);
    progress = fold(procedure, history.record, history.opening, past);
  }
  if (stateText(progress) !== stateText(after)) throw disagreement(walk, past.at(-1), progress, after);
}

function stateText({ seq: _, ...state }: Progress): string {
  return JSON.stringify(state);
}

function disagreement(walk: Walk, step: StepTaken | undefined, expected: unknown, got: unknown): Error {
  const { procedure, progress, history } = walk;
  return new Error(
    JSON.stringify({ kind: procedure.kind, status: progress.status, step, expected, got, history }, null, 1),
  );
}

/** The more steps a procedure has, the more often it is walked. */
function weighted(draw: Draw, procedures: readonly Procedure[]): Procedure {
  return draw.one(procedures.flatMap((procedure) => procedure.steps.map(() => procedure)));
}

/** One walk of at most `length` steps, wholly determined by `seed`. Throws on the first thing that may not be. */
export function walkOnce(procedures: readonly Procedure[], seed: number, length: number, tally: Tally): void {
  const draw = new Draw(seed);
  const walk = begin(draw, weighted(draw, procedures));
  if (!walk) return;
  tally.walks += 1;
  for (let n = 1 + draw.below(length); n > 0; n--) go(walk, tally);
  const { procedure, history, progress } = walk;
  const again = fold(procedure, history.record, history.opening, history.steps);
  const twice = fold(procedure, history.record, history.opening, [...history.steps]);
  if (JSON.stringify(again) !== JSON.stringify(twice) || JSON.stringify(again) !== JSON.stringify(progress))
    throw disagreement(walk, history.steps.at(-1), progress, again);
  if (progress.clocks.some((clock) => dayOfInstant(clock.since) > addDays(walk.today, 1)))
    throw disagreement(walk, undefined, 'no clock of the future', progress.clocks);
}
