// Do the books balance whatever happens, and is no turn of a reward paid twice?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, openSteps, type StepTaken, take } from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';
import { balancesOf, ledgerFaults, linesOf, moveOf, type RewardEntry, sheetOf } from './ledger.ts';
import { type RewardFacts, rewardProcedure } from './procedure.ts';
import { REWARD_STATES } from './reward.ts';

const RECORD: Values = { day: '2025-01-02', clue: 'c', tip: 't', amount: 12_345, rule: '1号' };
const HANDS = [
  { account: 'clerk', roles: ['clerk'] },
  { account: 'cashier', roles: ['clerk'] },
  { account: 'reviewer', roles: ['reviewer'] },
  { account: 'leader', roles: ['leader'] },
  { account: 'both', roles: ['clerk', 'leader'] },
];
const VALUES: Record<string, Values> = {
  pay: { way: 'pickup', voucher: 'PZ-1' },
  bounce: { voucher: 'TH-1', reason: '户名有误' },
  renew: { claimUntil: '2025-12-31', reason: '举报人说明了情况' },
  confirm: { claimUntil: '2025-03-01' },
};

/** One walk of a reward: choices pick a hand and a step; days pass. Returns the books it leaves. */
function walk(id: string, choices: readonly (readonly [number, number, number])[]) {
  const steps: StepTaken[] = [];
  const entries: RewardEntry[] = [];
  let day = 2;
  for (const [hand, which, wait] of choices) {
    const taker = HANDS[hand % HANDS.length] as (typeof HANDS)[number];
    const history = { record: RECORD, author: 'clerk', opening: { state: 'proposed' }, steps };
    const before = fold(rewardProcedure, RECORD, history.opening, steps);
    const open = openSteps(rewardProcedure, history, taker).filter((rule) => rule.name !== 'answer');
    const rule = open[which % Math.max(1, open.length)];
    if (!rule) continue;
    day += wait % 40;
    const on = new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10);
    const step: StepTaken = {
      ...{
        seq: steps.length + 1,
        id: `${id}-${steps.length}`,
        name: rule.name,
        on,
        at: `${on}T04:00:00.000Z`,
      },
      ...{ recordedAt: `${on}T05:00:00.000Z`, by: taker.account },
      values: VALUES[rule.name] ?? { reason: '按规定办理' },
    };
    const taken = take(rewardProcedure, history, step, taker);
    if (!taken.ok) continue;
    const matter = moveOf(before.status, taken.value.status);
    const { turn } = taken.value.facts as RewardFacts;
    if (matter)
      for (const line of linesOf(matter, Number(RECORD.amount)))
        entries.push({ ...line, id: step.id, on, matter, reward: id, turn });
    steps.push(step);
  }
  return { entries, steps, end: fold(rewardProcedure, RECORD, { state: 'proposed' }, steps) };
}

describe('the books', () => {
  it('balance after any walk, hold what is owed and paid, and never pay one turn twice', () => {
    const move = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(200));
    let paid = 0;
    fc.assert(
      fc.property(fc.array(fc.array(move, { maxLength: 25 }), { minLength: 1, maxLength: 5 }), (walks) => {
        const done = walks.map((choices, i) => ({ id: `r${i}`, ...walk(`r${i}`, choices) }));
        const entries = done.flatMap((each) => each.entries);
        const rewards = done.map(({ id, end }) => ({ id, state: end.status, amount: 12_345 }));
        expect(ledgerFaults(entries, rewards)).toEqual([]);
        const sums = balancesOf(entries);
        expect(Object.values(sums).reduce((a, b) => a + b, 0)).toBe(0);
        for (const { end, steps } of done) {
          expect(end.owned.state).toBe(end.status);
          if (end.status !== 'paid') continue;
          paid += 1;
          // Three hands at least: who proposed, two who approved; and the payer approved nothing.
          const { approvers } = end.facts as RewardFacts;
          expect(new Set(['clerk', ...approvers]).size).toBe(3);
          expect(approvers).not.toContain(steps.findLast((step) => step.name === 'pay')?.by);
        }
        for (const year of [2025, 2026]) {
          const sheet = sheetOf(entries, year);
          expect(sheet.reduce((sum, row) => sum + row.closing, 0)).toBe(0);
          for (const row of sheet) expect(row.opening + row.inflow - row.outflow).toBe(row.closing);
        }
      }),
      // One in two hundred is paid: this many that some surely are.
      { numRuns: 3_000 },
    );
    expect(paid).toBeGreaterThan(0);
  });

  it('name what is wrong', () => {
    const lines = linesOf('approve', 100).map((line) => ({
      ...{ ...line, id: 'a', on: '2025-01-01', matter: 'approve', reward: 'r', turn: 0 },
    }));
    expect(ledgerFaults(lines, [{ id: 'r', state: 'payable', amount: 100 }])).toEqual([]);
    expect(ledgerFaults(lines.slice(1), [{ id: 'r', state: 'payable', amount: 100 }])).toHaveLength(1);
    expect(ledgerFaults(lines, [{ id: 'r', state: 'paid', amount: 100 }])).toHaveLength(2);
    expect(ledgerFaults(lines, [{ id: 'r', state: 'payable', amount: 101 }])).toHaveLength(1);
    expect(ledgerFaults(lines, [])).toHaveLength(1);
    const pay = (id: string) =>
      linesOf('pay', 50).map((line) => ({
        ...line,
        id,
        on: '2025-01-01',
        matter: 'pay',
        reward: 'r',
        turn: 0,
      }));
    const twice = ledgerFaults(
      [...lines, ...pay('b'), ...pay('c')],
      [{ id: 'r', state: 'paid', amount: 100 }],
    );
    expect(twice).toEqual(['reward r turn 0 was paid twice']);
  });

  it('know a move for every two states a step may lead between', () => {
    for (const rule of rewardProcedure.steps)
      for (const from of rule.from)
        if (typeof rule.to === 'string') expect(() => moveOf(from, rule.to as string)).not.toThrow();
    expect(() => linesOf('pay', 0)).toThrow(RangeError);
    expect(REWARD_STATES.map(({ code }) => moveOf(code, code)).every((matter) => matter === null)).toBe(true);
  });
});
