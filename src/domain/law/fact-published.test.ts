// Is a published case understood in the keys and words it was published with?
import { describe, expect, test } from 'vitest';
import { assessJson } from './assess.ts';
import { charge, judged, penalty } from './assess-fixture.ts';
import { readSpan } from './fact-published.ts';

describe('a span in words', () => {
  test.each([
    ['2022-09至10', '2022-09-01', '2022-10-31'],
    ['2023-11至2024-03', '2023-11-01', '2024-03-31'],
    ['2021–2023-12', '2021-01-01', '2023-12-31'],
    ['2023-04', '2023-04-01', '2023-04-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-04-04', '2024-04-04', '2024-04-04'],
    ['2023年4月', '2023-04-01', '2023-04-30'],
    ['2023年4月1日至2023年5月2日', '2023-04-01', '2023-05-02'],
  ])('%s', (text, from, until) => {
    expect(readSpan(text)).toEqual({ from, until });
  });

  test.each(['去年', '2024-03至2024-01', '2023-13', '2023-02-30', '', '4月'])('%j is no span', (text) => {
    expect(readSpan(text)).toBeUndefined();
  });

  test('one that cannot be read is refused: the day decides the law', () => {
    const got = assessJson({ period: '去年冬天', act: '猎捕' });
    expect(got.ok ? [] : got.refusals.map((r) => r.where)).toEqual(['period']);
  });
});

describe('published keys', () => {
  const thrushes = {
    regime: '法释〔2022〕12号',
    place: '甘肃文县',
    period: '2023-11至12',
    act: '猎捕',
    species: [{ zh: '画眉', count: 5, unit: '只', status: '二级' }],
    methods: ['机关陷阱捕鸟笼', '媒鸟'],
    closed_area: null,
    closed_season: null,
    banned_tool_or_method: null,
    purpose: '饲养',
    value_yuan: 25_000,
    outcome_type: 'conviction',
    doubts: '',
  };
  const raw = (facts: object) => judged({ ...facts, day: undefined });

  test('five 画眉 of 25,000 yuan: 刑法341条1款, and nothing is left unread', () => {
    const a = raw(thrushes);
    expect(charge(a, 'endanger')).toMatchObject({ reached: 'yes', tier: '基本', value: { min: 25_000 } });
    expect([a.notUnderstood, a.lawVersion.judgedOn]).toEqual([[], '2023-12-31']);
  });

  test('three doves by slingshot: 野保法49条1款, 2,000 to 20,000', () => {
    const a = raw({
      ...thrushes,
      period: '2024-04-04',
      species: [
        { zh: '灰斑鸠', count: 1, unit: '只', status: '三有' },
        { zh: '山斑鸠', count: 2, unit: '只', status: '三有' },
      ],
      methods: ['弹弓', '滑膛弓'],
      banned_tool_or_method: true,
      purpose: null,
      value_yuan: null,
    });
    expect(penalty(a, 'P49-1')?.fine).toMatchObject({ min: 2_000, max: 20_000 });
    expect(charge(a, 'hunting')?.reached).toBe('depends');
  });

  test('a whole value is not shared out among several animals', () => {
    const species = [
      { zh: '画眉', count: 1 },
      { zh: '麻雀', count: 1 },
    ];
    const a = raw({ ...thrushes, species });
    expect(a.notUnderstood.join()).toContain('appraisedYuan');
    expect(a.valuation.map((l) => l.valueYuan)).toEqual([5_000, 300]);
  });

  test('a case of one animal written flat', () => {
    const a = judged({ act: '捕捉', species: '画眉', count: 5, origin: '野外' });
    expect([a.notUnderstood, a.mustTransfer, a.valuation[0]?.valueYuan]).toEqual([[], 'yes', 25_000]);
  });

  test('a value of the animal itself stands before the whole one', () => {
    const species = [{ zh: '画眉', appraisedYuan: 19_999.99 }];
    expect(raw({ ...thrushes, species }).mustTransfer).not.toBe('yes');
  });
});
