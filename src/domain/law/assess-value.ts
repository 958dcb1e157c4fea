// Does the value of some of the animals reach an amount, when values and classes may be unknown?
import { type Fen, sayFen } from '../kernel/money.ts';
import type { Subject } from './assess-animal.ts';
import { type Leaf, leaf, type State, unique } from './fact-state.ts';

/** Animals (or acts before) that belong to what an article counts; `in` unknown: perhaps. */
export interface Share {
  readonly in: State;
  readonly lo: Fen;
  readonly hi: Fen | null;
  /** What would settle whether it belongs, and what it is worth. */
  readonly classMissing: readonly string[];
  readonly valueMissing: readonly string[];
}

export interface Sum {
  readonly lo: Fen;
  /** Null: no upper bound. */
  readonly hi: Fen | null;
  readonly missing: readonly string[];
}

export function shareOf(
  subject: Subject,
  belongs: State,
  missing: readonly string[] = subject.classMissing,
): Share {
  const { lo, hi, valueMissing } = subject;
  return { in: belongs, lo, hi, classMissing: belongs === 'unknown' ? missing : [], valueMissing };
}

export function sumOf(shares: readonly Share[]): Sum {
  const counted = shares.filter((s) => s.in !== 'no');
  const lo = counted.filter((s) => s.in === 'yes').reduce((n, s) => n + s.lo, 0);
  const hi = counted.reduce<Fen | null>((n, s) => (n === null || s.hi === null ? null : n + s.hi), 0);
  return { lo, hi, missing: unique(counted.flatMap((s) => [...s.classMissing, ...s.valueMissing])) };
}

/** `what` is the noun: 涉案国家重点保护野生动物价值. `article` stands in the reason. */
export function reachLeaf(key: string, sum: Sum, amount: Fen, what: string, article: string): Leaf {
  const target = sayFen(amount);
  if (sum.lo >= amount) return leaf(key, 'yes', `${what}${saySum(sum)}，达到${target}（${article}）`);
  if (sum.hi !== null && sum.hi < amount)
    return leaf(key, 'no', `${what}${saySum(sum)}，不满${target}（${article}）`);
  const missing = sum.missing.length > 0 ? sum.missing : [what];
  return leaf(key, 'unknown', `${what}${saySum(sum)}，是否达到${target}未定（${article}）`, missing);
}

export function saySum({ lo, hi }: Sum): string {
  if (hi === lo) return sayFen(lo);
  if (hi === null) return lo === 0 ? '未知' : `至少${sayFen(lo)}`;
  return lo === 0 ? `不超过${sayFen(hi)}` : `${sayFen(lo)}至${sayFen(hi)}`;
}
