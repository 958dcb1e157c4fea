// Does the value of some of the animals reach an amount, when values and classes may be unknown?
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import { en, amount as money, uniqueTexts, zh } from '../kernel/wording.ts';
import type { Subject } from './assess-animal.ts';
import { type Leaf, leaf, type State } from './fact-state.ts';

/** Animals (or acts before) that belong to what an article counts; `in` unknown: perhaps. */
export interface Share {
  readonly in: State;
  readonly lo: Fen;
  readonly hi: Fen | null;
  /** What would settle whether it belongs, and what it is worth. */
  readonly classMissing: readonly Label[];
  readonly valueMissing: readonly Label[];
}

export interface Sum {
  readonly lo: Fen;
  /** Null: no upper bound. */
  readonly hi: Fen | null;
  readonly missing: readonly Label[];
}

export function shareOf(
  subject: Subject,
  belongs: State,
  missing: readonly Label[] = subject.classMissing,
): Share {
  const { lo, hi, valueMissing } = subject;
  return { in: belongs, lo, hi, classMissing: belongs === 'unknown' ? missing : [], valueMissing };
}

export function sumOf(shares: readonly Share[]): Sum {
  const counted = shares.filter((s) => s.in !== 'no');
  const lo = counted.filter((s) => s.in === 'yes').reduce((n, s) => n + s.lo, 0);
  const hi = counted.reduce<Fen | null>((n, s) => (n === null || s.hi === null ? null : n + s.hi), 0);
  return { lo, hi, missing: uniqueTexts(counted.flatMap((s) => [...s.classMissing, ...s.valueMissing])) };
}

/** `what` is the noun: 涉案国家重点保护野生动物价值. `article` stands in the reason. */
export function reachLeaf(key: string, sum: Sum, amount: Fen, what: Label, article: Label): Leaf {
  const [target, told] = [money(amount), saySum(sum)];
  if (sum.lo >= amount)
    return leaf(key, 'yes', [
      zh`${what}${told}，达到${target}（${article}）`,
      en`${what}: ${told}, which reaches ${target} (${article})`,
    ]);
  if (sum.hi !== null && sum.hi < amount)
    return leaf(key, 'no', [
      zh`${what}${told}，不满${target}（${article}）`,
      en`${what}: ${told}, below ${target} (${article})`,
    ]);
  return leaf(
    key,
    'unknown',
    [
      zh`${what}${told}，是否达到${target}未定（${article}）`,
      en`${what}: ${told}; whether it reaches ${target} is open (${article})`,
    ],
    sum.missing.length > 0 ? sum.missing : [what],
  );
}

export function saySum({ lo, hi }: Sum): Label {
  if (hi === lo) return money(lo);
  if (hi === null)
    return lo === 0 ? ['未知', 'not known'] : [zh`至少${money(lo)}`, en`at least ${money(lo)}`];
  return lo === 0
    ? [zh`不超过${money(hi)}`, en`at most ${money(hi)}`]
    : [zh`${money(lo)}至${money(hi)}`, en`${money(lo)} to ${money(hi)}`];
}
