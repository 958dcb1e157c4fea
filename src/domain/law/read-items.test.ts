// Is what is to be valued found in whatever shape it is written, and never silently nothing?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readItems } from './read-items.ts';

const FIVE = [{ speciesId: 'Garrulax canorus', count: 5 }];

describe('items', () => {
  test.each([
    [[{ species: '画眉', count: 5 }], null],
    [{ day: '2024-05-01', animals: [{ species: '画眉', count: 5 }] }, '2024-05-01'],
    [{ day: '2024-05-01', items: [{ species: '画眉', count: 5 }] }, '2024-05-01'],
    [{ period: '2023-11至12', species: [{ zh: '画眉', count: 5, unit: '只' }] }, '2023-12-31'],
    [{ 日期: '2024年5月1日', 动物: [{ 物种: '画眉', 数量: '5只' }] }, '2024-05-01'],
    [{ species: '画眉', count: 5 }, null],
    [{ day: '2024-05-01', 物种: '画眉', 数量: 5 }, '2024-05-01'],
    [['画眉5只'], null],
    ['画眉5只', null],
  ])('%j', (raw, day) => {
    const read = readItems(raw);
    expect(read).toMatchObject({ ok: true, value: { day, animals: FIVE, notUnderstood: [] } });
  });

  test.each([
    [{}, 'animals'],
    [{ day: '2024-05-01' }, 'animals'],
    [{ animals: null }, 'animals'],
    [{ animals: {} }, 'animals[0].species'],
    [null, '$'],
    [5, '$'],
  ])('%j names no animals', (raw, where) => {
    const read = readItems(raw);
    expect(read.ok ? [] : read.refusals.map((r) => r.where)).toEqual([where]);
  });

  test('an unknown key is told, an empty list is refused and not worth 0, a month alone is refused', () => {
    expect(readItems([{ species: '画眉', foo: 1 }])).toMatchObject({
      value: { notUnderstood: [['$[0]：不认识的项“foo”', '$[0]: unknown key “foo”']] },
    });
    for (const none of [[], { animals: [] }, { day: '2024-01-01', items: [] }])
      expect(readItems(none).ok, JSON.stringify(none)).toBe(false);
    expect(readItems({ day: '2023-04', animals: ['画眉'] }).ok).toBe(false);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => typeof readItems(raw).ok === 'boolean'),
      { numRuns: 500 },
    );
  });
});
