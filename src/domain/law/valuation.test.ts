// Does every animal get the value the rules give it, or a stated lack, and never a guess?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BaseRow, countyBase, NATIONAL_BASE } from './base-value.ts';
import type { LocalRow } from './protection.ts';
import { readAnimals } from './read-animal.ts';
import { SPECIES } from './species.ts';
import { SPECIES_GROUPS } from './species-group.ts';
import { valueAll } from './valuation.ts';
import type { AnimalForm, AnimalItem, AnimalOrigin, Valuation, ValuationLine } from './valuation-line.ts';

type Facts = Readonly<Record<string, unknown>>;

function value(day: string, ...facts: readonly Facts[]): Valuation {
  return valueWith(day, {}, ...facts);
}

function valueWith(
  day: string,
  more: { localLists?: readonly LocalRow[]; rows?: readonly BaseRow[] },
  ...facts: readonly Facts[]
): Valuation {
  const read = readAnimals(facts);
  if (!read.ok) throw new Error(JSON.stringify(read.refusals));
  return valueAll(read.value, { day, ...more });
}

function line(day: string, facts: Facts): ValuationLine {
  return value(day, facts).lines[0]!;
}

const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
const said = (labels: readonly (readonly [string, string])[]) => labels.map((l) => l[0]).join('\n');

describe('examples of the texts and of public judgments', () => {
  test.each([
    ['画眉 1,000 × 5', '2024-01-01', { species: '画眉', count: 1 }, 5000],
    ['文县 5 画眉', '2023-12-01', { species: '画眉', count: 5 }, 25_000],
    ['黄胸鹀 300 × 10', '2024-01-01', { species: '黄胸鹀', count: 1 }, 3000],
    ['资溪 5 小麂', '2022-09-15', { species: '小麂', count: 5 }, 15_000],
    ['顺义 130 中华蟾蜍', '2023-04-10', { species: '中华蟾蜍', count: 130 }, 13_000],
    ['丰南 灰斑鸠', '2024-04-04', { species: '灰斑鸠', count: 1 }, 300],
    ['穿山甲, misspelt', '2024-01-01', { species: '川山甲', count: 2 }, 160_000],
    ['猫头鹰, every owl', '2024-01-01', { species: '猫头鹰', count: 3 }, 45_000],
    ['a carcass is a whole animal', '2024-01-01', { species: '画眉', count: 1, form: '死体' }, 5000],
    ['bird egg ½', '2024-01-01', { species: '画眉', count: 3, form: '卵' }, 7500],
    ['reptile egg 1/10', '2024-01-01', { species: '王锦蛇', count: 4, form: '卵' }, 120],
    ['amphibian egg 1/1000', '2024-01-01', { species: '中华蟾蜍', count: 5000, form: '卵' }, 500],
    ['captive-bred ½', '2024-01-01', { species: '画眉', count: 1, origin: '人工繁育' }, 2500],
    [
      'listed captive-bred ¼',
      '2024-01-01',
      { species: '画眉', count: 1, origin: '列入名录的人工繁育' },
      1250,
    ],
    [
      'a foreign species approved: the whole value as it is',
      '2024-01-01',
      { species: '球蟒', count: 2 },
      10_000,
    ],
    [
      'half of a listed captive-bred egg: 625 fen',
      '2024-01-01',
      { species: '白鹭', count: 1, form: '卵', origin: 'listedBred' },
      62.5,
    ],
  ])('%s', (_name, day, facts, expected) => {
    expect(yuan(value(day, facts).total)).toBe(expected);
  });

  test.each([
    ['夜鹭', '2023-06-29', [], 'unknown'],
    ['夜鹭', '2023-06-30', [], 'sanyou'],
    [
      '夜鹭',
      '2023-06-29',
      [
        {
          speciesId: 'Nycticorax nycticorax',
          level: 'provincialKey',
          docNo: '省林〔2010〕1号',
          from: '2010-01-01',
          until: null,
        },
      ],
      'provincialKey',
    ],
    ['野猪', '2022-05-01', [], 'unknown'],
    ['野猪', '2024-05-01', [], 'other'],
  ] as const)('%s on %s has the class of its day', (species, day, localLists, level) => {
    const found = valueWith(day, { localLists }, { species, count: 1 }).lines[0]!;
    expect(found.protection).toBe(level);
    expect(yuan(found.value)).toBe(500);
    expect(found.multiple).toBe(level === 'other' ? null : 1);
    expect(found.reference).toBe(level === 'other');
  });
});

describe('what is unknown is said', () => {
  test.each([
    ['no number', '2024-01-01', { species: '画眉' }, '数量'],
    ['only a mass', '2024-01-01', { species: '画眉', count: '3公斤' }, '只知重量'],
    ['no base value', '2024-01-01', { species: '麋鹿', count: 1 }, '基准价值'],
    ['a row of its own not held', '2024-01-01', { species: '金猫', count: 1 }, '豹猫等猫科其他种'],
    ['members with different values', '2024-01-01', { species: '闭壳龟属所有种', count: 1 }, '指明物种'],
    ['class before the lists held', '2020-01-01', { species: '画眉', count: 1 }, '保护级别'],
    ['a species that is none', '2024-01-01', { species: '阿猫阿狗', count: 1 }, '物种'],
    ['a product of unknown share', '2024-01-01', { species: '穿山甲', count: 1, form: '制品' }, '比例'],
    [
      'a share without document',
      '2024-01-01',
      { species: '穿山甲', count: 1, form: '部分', part: 0.2 },
      '占比的依据',
    ],
    ['sturgeon eggs: the unit', '2024-01-01', { species: '施氏鲟', count: 10, form: '卵' }, '计价单位'],
    ['turtle eggs: no factor held', '2024-01-01', { species: '绿海龟', count: 10, form: '卵' }, '折算系数'],
    [
      'a base by hand without document',
      '2024-01-01',
      { species: '麋鹿', count: 1, manualBaseYuan: 500 },
      '依据文号',
    ],
    [
      'a foreign species without approval held',
      '2024-01-01',
      { species: '非洲灰鹦鹉', count: 1 },
      '保护级别',
    ],
    [
      'captive-bred of a wild-only entry',
      '2024-01-01',
      { species: '乌龟', count: 1, origin: 'bred' },
      '仅限野外种群',
    ],
  ])('%s', (_name, day, facts, words) => {
    const all = value(day, facts);
    expect(all.total).toBeNull();
    expect(all.lines[0]!.value).toBeNull();
    expect(all.lines[0]!.by).toBe('none');
    expect(said(all.missing)).toContain(words);
  });

  test('an unknown origin is taken as wild and said', () => {
    const found = line('2024-01-01', { species: '画眉', count: 1 });
    expect(found.origin).toBeNull();
    expect(said(found.notes)).toContain('来源未查明，按野外来源计');
    expect(said(line('2024-01-01', { species: '画眉', count: 1, origin: '野外' }).notes)).not.toContain(
      '来源未查明',
    );
  });

  test('30余只 is at least, 约30只 about', () => {
    expect(value('2024-01-01', { species: '麻雀', count: '30余只' })).toMatchObject({
      total: 900_000,
      bound: 'over',
      atLeast: 900_000,
      atMost: null,
    });
    expect(value('2024-01-01', { species: '麻雀', count: '约30只' }).bound).toBe('about');
  });

  test('a part of unknown share is at most the whole animal', () => {
    expect(value('2024-01-01', { species: '穿山甲', count: 2, form: '制品' })).toMatchObject({
      total: null,
      atLeast: 0,
      atMost: 16_000_000,
    });
  });
});

describe('which amount counts', () => {
  const huamei = { species: '画眉', count: 1, form: 'live', origin: 'wild' };
  const niao = { species: '麻雀', count: 10, form: 'live', origin: 'wild' };
  test.each([
    ['national: price one fen above', { ...huamei, actualPriceYuan: 5000.01 }, 5000.01, 'actual', null],
    ['national: price equal', { ...huamei, actualPriceYuan: 5000 }, 5000, 'method', null],
    ['national: price below', { ...huamei, actualPriceYuan: 4999.99 }, 5000, 'method', null],
    ['national: market price is no basis', { ...huamei, marketPriceYuan: 9000 }, 5000, 'method', null],
    [
      'national: the finding prevails, lower',
      { ...huamei, appraisedYuan: 4000, actualPriceYuan: 9000 },
      4000,
      'appraised',
      null,
    ],
    ['三有: price above', { ...niao, actualPriceYuan: 3000.01 }, 3000.01, 'actual', null],
    ['三有: price equal', { ...niao, actualPriceYuan: 3000 }, 3000, 'actual', null],
    [
      '三有: price one fen below',
      { ...niao, actualPriceYuan: 2999.99 },
      3000,
      'method',
      { by: 'actual', fen: 299_999 },
    ],
    ['三有: market price above', { ...niao, marketPriceYuan: 4000 }, 4000, 'market', null],
    [
      '三有: market price below',
      { ...niao, marketPriceYuan: 2000 },
      3000,
      'method',
      { by: 'market', fen: 200_000 },
    ],
    [
      '三有: price below the market price',
      { ...niao, actualPriceYuan: 3500, marketPriceYuan: 4000 },
      4000,
      'market',
      { by: 'actual', fen: 350_000 },
    ],
    [
      '三有: without number the price counts',
      { species: '麻雀', count: '2公斤', actualPriceYuan: 60 },
      60,
      'actual',
      null,
    ],
    ['other: price', { species: '野猪', count: 1, actualPriceYuan: 2000 }, 2000, 'actual', null],
  ])('%s', (_name, facts, expected, by, alternative) => {
    const found = line('2024-01-01', facts);
    expect([yuan(found.value), found.by, found.alternative]).toEqual([expected, by, alternative]);
  });

  test('the difference of a finding is shown', () => {
    expect(line('2024-01-01', { ...huamei, appraisedYuan: 4000 }).difference).toBe(-100_000);
  });

  test('national without base: the price paid is a floor, not the value', () => {
    expect(value('2024-01-01', { species: '麋鹿', count: 1, actualPriceYuan: 3000 })).toMatchObject({
      total: null,
      atLeast: 300_000,
    });
  });

  test('other wildlife by reference asks for the price', () => {
    const found = line('2024-01-01', { species: '野猪', count: 1 });
    expect(found.reference).toBe(true);
    expect(said(found.missing)).toContain('销赃数额或市场价格');
  });

  test('a base by hand with a document counts and is no official one', () => {
    const found = line('2024-01-01', {
      species: '麋鹿',
      count: 1,
      manualBaseYuan: 3000,
      manualDocument: '林评〔2024〕3号',
    });
    expect(yuan(found.value)).toBe(30_000);
    expect(found.base).toMatchObject({ status: 'manual', docNo: '林评〔2024〕3号' });
  });
});

describe("the county's rows", () => {
  const own = (from: string, until: string | null, docNo = '县林〔2024〕1号') =>
    countyBase([
      { speciesId: 'Garrulax canorus', fen: 200_000, unit: '只', docNo, status: 'verified', from, until },
    ]);
  test.each([
    ['2024-06-30', 5000],
    ['2024-07-01', 10_000],
    ['2025-06-30', 10_000],
    ['2025-07-01', 5000],
  ])('on %s', (day, expected) => {
    const rows = [...own('2024-07-01', '2025-07-01'), ...NATIONAL_BASE];
    expect(yuan(valueWith(day, { rows }, { species: '画眉', count: 1 }).total)).toBe(expected);
  });

  test('a row without document, amount or day is not used', () => {
    expect(own('2024-01-01', null, ' ')).toEqual([]);
    expect(countyBase([{ speciesId: 'x' }, null, 5, { speciesId: 'Garrulax canorus', fen: -1 }])).toEqual([]);
    expect(countyBase('no list')).toEqual([]);
  });

  test('the species itself stands before its group', () => {
    const of = (speciesId: string, fen: number) => ({
      speciesId,
      fen,
      unit: '只',
      docNo: '县〔2024〕1号',
      status: 'verified',
      from: '2024-01-01',
      until: null,
    });
    const rows = [...countyBase([of('group:owls', 100_00), of('Bubo bubo', 200_00)]), ...NATIONAL_BASE];
    const v = valueWith(
      '2024-02-01',
      { rows },
      { species: '雕鸮', count: 1 },
      { species: '草鸮', count: 1 },
      { species: '猫头鹰', count: 1 },
    );
    expect(v.lines.map((l) => yuan(l.value))).toEqual([1000, 500, 500]);
  });
});

const FORMS: readonly (AnimalForm | undefined)[] = ['live', 'dead', 'product', 'part', 'egg', undefined];
const ORIGINS: readonly (AnimalOrigin | undefined)[] = ['wild', 'bred', 'listedBred', undefined];
const IDS = [...SPECIES.map((s) => s.id), ...SPECIES_GROUPS.map((g) => g.id)];

function itemOf(speciesId: string, form?: AnimalForm, origin?: AnimalOrigin, count = 3): AnimalItem {
  return { speciesId, name: speciesId, count, ...(form ? { form } : {}), ...(origin ? { origin } : {}) };
}

test('every species and group in every form and origin has a value with its base or a stated lack', () => {
  for (const day of ['2019-06-01', '2022-06-01', '2024-06-01'])
    for (const form of FORMS)
      for (const origin of ORIGINS)
        for (const found of valueAll(
          IDS.map((id) => itemOf(id, form, origin)),
          { day },
        ).lines) {
          if (found.value === null) {
            if (found.missing.length === 0 || found.bound !== 'unknown')
              throw new Error(JSON.stringify(found));
          } else if (
            found.base === null ||
            !Number.isSafeInteger(found.value) ||
            found.value <= 0 ||
            found.articles.length === 0
          )
            throw new Error(JSON.stringify(found));
          if (found.base?.status === 'verified') throw new Error(`verified: ${found.name}`);
        }
});

const anyItem = fc
  .record({
    id: fc.constantFrom(...IDS),
    form: fc.constantFrom(...FORMS),
    origin: fc.constantFrom(...ORIGINS),
    count: fc.integer({ min: 0, max: 100_000 }),
    part: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
    actualPrice: fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: undefined }),
  })
  .map(
    ({ id, form, origin, count, part, actualPrice }): AnimalItem => ({
      ...itemOf(id, form, origin, count),
      ...(part === undefined ? {} : { part: part / 100, partDocument: '鉴〔2024〕1号' }),
      ...(actualPrice === undefined ? {} : { actualPrice }),
    }),
  );
const day = '2024-06-01';

describe('whatever is asked', () => {
  test('more animals are never worth less', () => {
    fc.assert(
      fc.property(anyItem, fc.integer({ min: 0, max: 1000 }), (item, more) => {
        const [a, b] = [item, { ...item, count: (item.count ?? 0) + more }].map((i) =>
          valueAll([i], { day }),
        );
        expect(b!.total === null).toBe(a!.total === null);
        expect(b!.atLeast).toBeGreaterThanOrEqual(a!.atLeast);
      }),
    );
  });

  test('a part or product is assessed at no more than the whole', () => {
    fc.assert(
      fc.property(
        anyItem,
        fc.constantFrom('part' as const, 'product' as const, 'egg' as const),
        (item, form) => {
          const part = valueAll([{ ...item, form }], { day }).lines[0]!.assessed;
          const whole = valueAll([{ ...item, form: 'live' }], { day }).lines[0]!.assessed;
          if (part !== null && whole !== null) expect(part).toBeLessThanOrEqual(whole);
        },
      ),
    );
  });

  test('order does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 8 }), (items) => {
        const { total, atLeast, atMost } = valueAll(items, { day });
        expect(valueAll(items.toReversed(), { day })).toMatchObject({ total, atLeast, atMost });
      }),
    );
  });

  test('splitting a lot changes nothing', () => {
    fc.assert(
      fc.property(anyItem, fc.integer({ min: 0, max: 100_000 }), ({ actualPrice: _, ...item }, at) => {
        const count = item.count ?? 0;
        const first = Math.min(at, count);
        const whole = valueAll([item], { day });
        const split = valueAll(
          [
            { ...item, count: first },
            { ...item, count: count - first },
          ],
          { day },
        );
        expect([split.total, split.atLeast, split.atMost]).toEqual([
          whole.total,
          whole.atLeast,
          whole.atMost,
        ]);
      }),
    );
  });

  test('a captive-bred animal is never assessed above a wild one', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const of = (origin: AnimalOrigin) => valueAll([{ ...item, origin }], { day }).lines[0]!.assessed;
        const [wild, bred, listed] = [of('wild'), of('bred'), of('listedBred')];
        if (wild !== null && bred !== null && listed !== null) {
          expect(bred).toBeLessThanOrEqual(wild);
          expect(listed).toBeLessThanOrEqual(bred);
        }
      }),
    );
  });
});
