// Is three-valued logic exact, and are the facts named just those that could turn the answer?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, any, both, type Condition, either, find, leaf, not, type State } from './fact-state.ts';

const STATES: readonly State[] = ['yes', 'no', 'unknown'];
const state = fc.constantFrom(...STATES);

it('is Kleene’s', () => {
  const table = STATES.map((a) => STATES.map((b) => [both(a, b), either(a, b)]));
  expect(table).toEqual([
    [
      ['yes', 'yes'],
      ['no', 'yes'],
      ['unknown', 'yes'],
    ],
    [
      ['no', 'yes'],
      ['no', 'no'],
      ['no', 'unknown'],
    ],
    [
      ['unknown', 'yes'],
      ['no', 'unknown'],
      ['unknown', 'unknown'],
    ],
  ]);
  expect(STATES.map(not)).toEqual(['no', 'yes', 'unknown']);
});

const KEYS = ['a', 'b', 'c', 'd'] as const;

/** Conditions over four facts, each fact one state wherever it stands. */
function conditions(facts: Readonly<Record<string, State>>): fc.Arbitrary<Condition> {
  const one = fc
    .constantFrom(...KEYS)
    .map((k): Condition => leaf(k, facts[k] ?? 'unknown', [`是${k}`, `is ${k}`], [[k, k]]));
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      one,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of) => all(...of)),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of) => any(...of)),
    ),
  })).node;
}

function withFacts(condition: Condition, facts: Readonly<Record<string, State>>): Condition {
  return condition.kind === 'leaf'
    ? { ...condition, state: facts[condition.key] ?? condition.state }
    : { ...condition, of: condition.of.map((c) => withFacts(c, facts)) };
}

describe('the facts named', () => {
  const cases = fc
    .record({ a: state, b: state, c: state, d: state })
    .chain((facts) => conditions(facts).map((condition) => ({ facts, condition })));

  it('turn the answer for some truth of the others, and nothing unnamed does', () => {
    fc.assert(
      fc.property(cases, ({ facts, condition }) => {
        const found = find(condition);
        const open = KEYS.filter((k) => facts[k] === 'unknown');
        const worlds = Array.from({ length: 1 << open.length }, (_, mask) =>
          Object.fromEntries(open.map((k, i): [string, State] => [k, (mask >> i) & 1 ? 'yes' : 'no'])),
        );
        const answers = worlds.map((w) => find(withFacts(condition, w)).state);
        expect(found.state).toBe(answers.every((s) => s === answers[0]) ? answers[0] : 'unknown');
        const turning = open.filter((k) =>
          worlds.some(
            (w) =>
              find(withFacts(condition, { ...w, [k]: 'yes' })).state !==
              find(withFacts(condition, { ...w, [k]: 'no' })).state,
          ),
        );
        expect(found.missing.map(([name]) => name).sort()).toEqual(turning);
      }),
      { numRuns: 500 },
    );
  });
});

it('gives for a "no" the conditions that fail, for a "yes" those that carry it', () => {
  const yes = leaf('a', 'yes', ['甲成立', 'a holds']);
  const no = leaf('b', 'no', ['乙不成立', 'b fails']);
  expect(find(all(yes, no)).reasons).toEqual([['乙不成立', 'b fails']]);
  expect(find(any(yes, no)).reasons).toEqual([['甲成立', 'a holds']]);
});
