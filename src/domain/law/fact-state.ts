// Does a condition hold when some facts are unknown, and which unknown facts could change the answer?
import type { Label } from '../kernel/label.ts';
import { uniqueTexts } from '../kernel/wording.ts';

/** Three-valued: known to be so, known not to be so, not known. */
export type State = 'yes' | 'no' | 'unknown';

export interface Leaf {
  readonly kind: 'leaf';
  /** Leaves of one key are one fact, wherever they stand. */
  readonly key: string;
  readonly state: State;
  /** What it is, with its article, said of a known state. */
  readonly reason: Label;
  /** The facts to ask for while unknown. */
  readonly missing: readonly Label[];
}

export interface Branch {
  readonly kind: 'all' | 'any';
  readonly of: readonly Condition[];
}

/** Monotone on purpose (no "not"): then Kleene's value is exact. */
export type Condition = Leaf | Branch;

export interface Finding {
  readonly state: State;
  readonly reasons: readonly Label[];
  /** Facts that could still turn the answer; empty unless unknown. */
  readonly missing: readonly Label[];
}

export function leaf(key: string, state: State, reason: Label, missing: readonly Label[] = []): Leaf {
  return { kind: 'leaf', key, state, reason, missing };
}

export function all(...of: readonly Condition[]): Branch {
  return { kind: 'all', of };
}

export function any(...of: readonly Condition[]): Branch {
  return { kind: 'any', of };
}

export function both(a: State, b: State): State {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
}

export function either(a: State, b: State): State {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'unknown';
}

export function not(a: State): State {
  return a === 'yes' ? 'no' : a === 'no' ? 'yes' : 'unknown';
}

export function stateOf(value: boolean | undefined): State {
  return value === undefined ? 'unknown' : value ? 'yes' : 'no';
}

/** The state, what it rests on, and exactly the unknown facts that could turn it. */
export function find(condition: Condition): Finding {
  const state = evaluate(condition);
  return {
    state,
    reasons: uniqueTexts(reasonsOf(condition, state)),
    missing: state === 'unknown' ? missingOf(condition) : [],
  };
}

/** More unknown facts than this are all named: 2^12 trials, more than any condition here has. */
const MOST_TRIED = 12;

function missingOf(condition: Condition): readonly Label[] {
  const unknown = leavesOf(condition).filter((l) => l.state === 'unknown');
  const keys = [...new Set(unknown.map((l) => l.key))];
  const relevant = keys.length > MOST_TRIED ? keys : keys.filter((key) => canTurn(condition, key, keys));
  return uniqueTexts(unknown.filter((l) => relevant.includes(l.key)).flatMap((l) => l.missing));
}

/** Whether, for some truth of the other unknown facts, this one decides. */
function canTurn(condition: Condition, key: string, keys: readonly string[]): boolean {
  const others = keys.filter((k) => k !== key);
  for (let mask = 0; mask < 1 << others.length; mask += 1) {
    const given = new Map<string, State>(others.map((k, i) => [k, (mask >> i) & 1 ? 'yes' : 'no']));
    const no = evaluate(condition, new Map([...given, [key, 'no' as const]]));
    const yes = evaluate(condition, new Map([...given, [key, 'yes' as const]]));
    if (no !== yes) return true;
  }
  return false;
}

function evaluate(condition: Condition, given?: ReadonlyMap<string, State>): State {
  if (condition.kind === 'leaf')
    return condition.state === 'unknown' ? (given?.get(condition.key) ?? 'unknown') : condition.state;
  const states = condition.of.map((c) => evaluate(c, given));
  return condition.kind === 'all' ? states.reduce(both, 'yes') : states.reduce(either, 'no');
}

function leavesOf(condition: Condition): readonly Leaf[] {
  return condition.kind === 'leaf' ? [condition] : condition.of.flatMap(leavesOf);
}

/** Of a "no", what fails; of a "yes", what carries it; of an unknown, what is known so far. */
function reasonsOf(condition: Condition, state: State): readonly Label[] {
  if (condition.kind === 'leaf') return [condition.reason];
  const carries = condition.of.filter((c) => {
    const own = evaluate(c);
    if (state === 'unknown') return true;
    return own === state;
  });
  return carries.flatMap((c) => reasonsOf(c, evaluate(c)));
}
