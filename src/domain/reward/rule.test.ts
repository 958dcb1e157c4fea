// Does the county's rule give what it says at every boundary, and nothing where it says nothing?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeReward, type RewardBracket, type RewardFacts, type RewardRule } from './rule.ts';
import { readRewardRule, rewritten } from './rule-read.ts';
import { splitShares } from './share.ts';

const FLAT = (amount: number) => ({ kind: 'flat', amount }) as const;
const bracket = (id: string, more: Partial<RewardBracket>): RewardBracket => ({
  ...{ id, label: id, basis: 'result', results: [], violations: [], valueFrom: null, valueTo: null },
  ...{ pay: FLAT(10_000), ...more },
});
const version = (more: object = {}) => ({
  ...{
    docNo: '示自然资〔2025〕9号',
    title: '有奖举报办法',
    from: '2025-01-01',
    until: null as string | null,
  },
  ...{ cap: null, yearCap: null, claimDays: 60, note: '' },
  brackets: [
    bracket('handled', { results: ['handled'], pay: FLAT(20_000) }),
    bracket('filed', { results: ['filed'], pay: FLAT(50_000) }),
    bracket('criminal', { results: ['criminal', 'sentenced'], pay: FLAT(200_000) }),
    bracket('small', { basis: 'value', valueFrom: 0, valueTo: 1_000_000, pay: FLAT(30_000) }),
    bracket('large', {
      basis: 'value',
      valueFrom: 1_000_000,
      pay: { kind: 'percent', of: 'value', rate: 500, min: 60_000, max: 1_000_000 },
    }),
    bracket('fine', {
      basis: 'violation',
      violations: ['T8'],
      results: ['penalised'],
      pay: { kind: 'percent', of: 'fine', rate: 1_000, min: null, max: null },
    }),
  ],
  ...more,
});
const rule = (...versions: ReturnType<typeof version>[]): RewardRule => ({ versions, withinBudget: false });
const facts = (more: Partial<RewardFacts> = {}): RewardFacts => ({
  ...{ day: '2025-06-01', results: [], violations: [], value: null, fine: null, awarded: 0, given: 0 },
  ...more,
});
const amount = (more: Partial<RewardFacts>, of = rule(version())) => proposeReward(of, facts(more)).amount;

describe('the rule of a county', () => {
  it('proposes nothing before a rule is set, on a day without one, and where no bracket fits', () => {
    for (const [of, more] of [
      [rule(), { results: ['filed'] }],
      [rule(version()), { results: ['filed'], day: '2024-12-31' }],
      [rule(version({ until: '2025-05-31' })), { results: ['filed'] }],
      [rule(version()), { results: ['rescued'] }],
    ] as const) {
      const said = proposeReward(of, facts(more as Partial<RewardFacts>));
      expect(said.amount).toBeNull();
      expect(said.reasons.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['2025-01-01', 50_000],
    ['2025-05-31', 50_000],
    ['2025-06-01', 70_000],
  ])('goes by the version of the day: %s', (day, want) => {
    const later = version({
      docNo: '2号',
      from: '2025-06-01',
      brackets: [bracket('f', { results: ['filed'], pay: FLAT(70_000) })],
    });
    expect(amount({ day, results: ['filed'] }, rule(version({ until: '2025-05-31' }), later))).toBe(want);
  });

  it.each([
    [['handled'], null, 20_000],
    [['handled', 'filed'], null, 50_000],
    [['filed', 'criminal', 'sentenced'], null, 200_000],
    // Value: one fen below, at, above the bound; 5 % of the value, at least 600, at most 10,000 yuan.
    [[], 0, 30_000],
    [[], 999_999, 30_000],
    [[], 1_000_000, 60_000],
    [[], 1_200_000, 60_000],
    [[], 1_200_019, 60_000],
    [[], 1_200_020, 60_001],
    [[], 19_999_999, 999_999],
    [[], 20_000_000, 1_000_000],
    [[], 20_000_020, 1_000_000],
    // The highest holds.
    [['criminal', 'filed'], 999_999, 200_000],
    [['filed'], 9_007_199_254_740, 1_000_000],
  ] as const)('results %j with value %j give %i fen', (results, value, want) => {
    expect(amount({ results: [...results], value })).toBe(want);
  });

  it('takes a share of the fine only when kind and result fit, and says what it would need to know', () => {
    expect(amount({ violations: ['T8'], results: ['penalised'], fine: 123_456 })).toBe(12_345);
    expect(amount({ violations: ['T7'], results: ['penalised'], fine: 123_456 })).toBeNull();
    const unknown = proposeReward(rule(version()), facts({ violations: ['T8'], results: ['penalised'] }));
    expect(unknown.amount).toBeNull();
    expect(unknown.missing.map(([zh]) => zh).join()).toMatch(/涉案价值.*罚款/);
  });

  it.each([
    [null, null, 0, 0, 200_000],
    [199_999, null, 0, 0, 199_999],
    [200_000, null, 0, 0, 200_000],
    [null, 500_000, 300_000, 0, 200_000],
    [null, 500_000, 300_001, 0, 199_999],
    [null, 500_000, 600_000, 0, 0],
    [null, null, 0, 50_000, 150_000],
    [100_000, null, 0, 150_000, 0],
  ])('cap %j, year %j, awarded %i, given %i → %i', (cap, yearCap, awarded, given, want) => {
    expect(amount({ results: ['criminal'], awarded, given }, rule(version({ cap, yearCap })))).toBe(want);
  });

  it('never gives more than its caps, whatever the facts', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(1e7), fc.nat(1e7), fc.nat(1e7), (value, cap, yearCap, awarded) => {
        const said = amount({ value, awarded }, rule(version({ cap, yearCap })));
        expect(said).toBeLessThanOrEqual(Math.min(cap, Math.max(0, yearCap - awarded)));
      }),
    );
  });
});

describe('shares', () => {
  it('add up to the fen, differ from the exact share by less than one, and keep the order of weights', () => {
    fc.assert(
      fc.property(
        fc.nat(1e11),
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 50 }),
        (total, weights) => {
          const shares = splitShares(total, weights);
          const sum = weights.reduce((a, b) => a + b, 0);
          expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
          for (const [i, weight] of weights.entries()) {
            const off = BigInt(shares[i] ?? 0) * BigInt(sum) - BigInt(total) * BigInt(weight);
            expect(off < BigInt(sum) && off > -BigInt(sum)).toBe(true);
            for (const [j, other] of weights.entries())
              if (weight > other) expect(shares[i]).toBeGreaterThanOrEqual(shares[j] ?? 0);
          }
        },
      ),
    );
  });
  it('gives the odd fen to the largest remainder, then to whoever came first', () => {
    expect(splitShares(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitShares(10, [3, 3, 1])).toEqual([4, 4, 2]);
    expect(() => splitShares(1, [])).toThrow(RangeError);
    expect(() => splitShares(-1, [1])).toThrow(RangeError);
    expect(() => splitShares(1, [0])).toThrow(RangeError);
  });
});

describe('the setting', () => {
  it('reads what it says and nothing else', () => {
    expect(readRewardRule(null)).toEqual({ ok: true, value: { versions: [], withinBudget: false } });
    expect(readRewardRule(rule(version())).ok).toBe(true);
    const wrong = (more: object) => readRewardRule(rule(version(more) as never)).ok;
    for (const more of [
      { docNo: ' ' },
      { title: '' },
      { from: '2025-13-01' },
      { until: '2024-12-31' },
      { brackets: [] },
      { cap: 1.5 },
      { yearCap: -1 },
      { claimDays: 0 },
      { brackets: [bracket('a', { results: ['nonsense' as never] })] },
      { brackets: [bracket('a', {})] },
      { brackets: [bracket('a', { results: ['filed'], pay: FLAT(0) })] },
      { brackets: [bracket('a', { results: ['filed'] }), bracket('a', { results: ['filed'] })] },
      { brackets: [bracket('a', { basis: 'value', valueFrom: 5, valueTo: 5 })] },
      {
        brackets: [
          bracket('a', {
            basis: 'value',
            pay: { kind: 'percent', of: 'value', rate: 0, min: null, max: null },
          }),
        ],
      },
    ])
      expect(wrong(more), JSON.stringify(more)).toBe(false);
    const twice = readRewardRule(rule(version(), version({ docNo: '2号', from: '2025-06-01' })));
    expect(twice.ok).toBe(false);
  });

  it('lets a rule in force be closed from yesterday on, never changed, dropped or cut short behind', () => {
    const [before, today] = [rule(version()), '2025-06-10'];
    const refused = (after: RewardRule) => rewritten(before, after, today).length > 0;
    expect(refused(before)).toBe(false);
    expect(refused(rule(version({ until: '2025-06-09' })))).toBe(false);
    expect(refused(rule(version({ until: '2025-06-08' })))).toBe(true);
    expect(refused(rule())).toBe(true);
    expect(refused(rule(version({ cap: 5 })))).toBe(true);
    const future = rule(version({ from: '2025-07-01' }));
    expect(rewritten(future, rule(), today)).toEqual([]);
    const closed = rule(version({ until: '2025-06-01' }));
    expect(rewritten(closed, rule(version()), today).length).toBe(1);
  });
});
