// Does what people type find the animal they mean, and nothing by stealth?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPECIES, speciesName } from './species.ts';
import { SPECIES_ALIASES } from './species-alias.ts';
import { SPECIES_GROUPS } from './species-group.ts';
import { findSpecies, resolveSpecies } from './species-search.ts';
import { isOneSlip } from './spelling.ts';

const resolved = (text: string) => {
  const r = resolveSpecies(text);
  return r.kind === 'exact' ? `${speciesName(r.id)} ${r.via}` : r.kind;
};

test.each([
  ['猫头鹰', '猫头鹰 name'],
  ['野鸭', '野鸭 name'],
  ['蛙肉', '蛙类 alias'],
  ['稀有蛇类', '蛇类 alias'],
  ['麻雀', '麻雀 name'],
  ['石蛙', '棘胸蛙 alias'],
  ['野鸡', '环颈雉 alias'],
  ['黄麂', '黄麂 name'],
  ['赛加羚羊', '高鼻羚羊 alias'],
  ['赛加羚羊角', '高鼻羚羊 alias'],
  ['杂交野猪', '杂交野猪 name'],
  ['娃娃鱼', '大鲵 alias'],
  ['黄羊', '蒙原羚 alias'],
  ['川山甲', '穿山甲 typo'],
  ['川山甲片', '穿山甲 typo'],
  ['环颈稚', '环颈雉 typo'],
  ['環頸雉', '环颈雉 traditional'],
  ['貓頭鷹', '猫头鹰 traditional'],
  ['  绿头鸭　', '绿头鸭 name'],
  ['绿头鸭（野鸭）', '绿头鸭 name'],
  ['活体麻雀', '麻雀 name'],
  ['saiga TATARICA', '高鼻羚羊 scientific'],
  ['海马', '海马属所有种 alias'],
  ['孔雀', 'suggest'],
  ['獐子', 'suggest'],
  ['画梅鸟', 'typo'],
  ['csj', 'suggest'],
  ['yelu', 'suggest'],
  ['zzzz', 'none'],
  ['塑料袋', 'none'],
  ['', 'none'],
])('%s → %s', (text, expected) => {
  if (expected === 'typo') expect(resolved(text)).toMatch(/ typo$/);
  else expect(resolved(text)).toBe(expected);
});

describe('search', () => {
  test.each([
    ['chuanshanjia', '穿山甲', 'pinyin'],
    ['csj', '穿山甲', 'pinyin'],
    ['lvtouya', '绿头鸭', 'pinyin'],
    ['xizangpanyang', '西藏盘羊', 'pinyin'],
    ['manis penta', '穿山甲', 'scientific'],
    ['绿头呀', '绿头鸭', 'typo'],
    ['高鼻绵羊', '高鼻羚羊', 'typo'],
  ])('%s finds %s first, via %s', (text, zh, via) => {
    const first = findSpecies(text)[0];
    expect([first?.zh, first?.via]).toEqual([zh, via]);
  });

  test('every name, scientific name and group finds itself first', () => {
    for (const s of SPECIES) expect(findSpecies(s.zh, 1)[0]).toMatchObject({ id: s.id, via: 'name' });
    for (const g of SPECIES_GROUPS) expect(findSpecies(g.zh, 1)[0]?.id).toBe(g.id);
  }, 60_000);

  test('keeps the limit, the order, and one match an animal', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('鹭', '山', 'ya', 'Ana', '大', '蛇'),
        fc.integer({ min: 1, max: 30 }),
        (text, limit) => {
          const found = findSpecies(text, limit);
          expect(found.length).toBeLessThanOrEqual(limit);
          expect(new Set(found.map((m) => m.id)).size).toBe(found.length);
          for (let i = 1; i < found.length; i += 1)
            expect(found[i]!.score).toBeLessThanOrEqual(found[i - 1]!.score);
        },
      ),
    );
  });
});

test('a slip that is no homophone never resolves by itself', () => {
  const names = SPECIES.filter((s) => [...s.zh].length >= 3).map((s) => s.zh);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), (name, at) => {
      const chars = [...name];
      chars[at % chars.length] = '㐂';
      expect(resolveSpecies(chars.join('')).kind).not.toBe('exact');
    }),
    { numRuns: 150 },
  );
});

test('the alias table is at least 150 everyday names, each once unless it is meant to ask', () => {
  const all = SPECIES_ALIASES.flatMap((a) => a.names.map((n) => [n, a.zh] as const));
  expect(all.length).toBeGreaterThan(150);
  const names = new Set(SPECIES.map((s) => s.zh));
  expect(all.filter(([n]) => names.has(n))).toEqual([]);
  const twice = all.filter(([n], i) => all.findIndex(([m]) => m === n) !== i).map(([n]) => n);
  expect(twice).toEqual([]);
});

test('one slip is one replaced, added or missing character', () => {
  const word = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneSlip(a, b)).toBe(distance(a, b) <= 1);
    }),
    { numRuns: 2000 },
  );
});

/** Levenshtein by its definition. */
function distance(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const [x, ...as] = a;
  const [y, ...bs] = b;
  return Math.min(distance(as, b) + 1, distance(a, bs) + 1, distance(as, bs) + (x === y ? 0 : 1));
}
