// Are animals read as they were meant, and garbage refused in its place without a crash?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnimals } from './read-animal.ts';
import { ratioOf, readShare } from './share.ts';

function one(facts: unknown) {
  const read = readAnimals([facts]);
  if (!read.ok) throw new Error(JSON.stringify(read.refusals));
  return read.value[0]!;
}

describe('what was meant', () => {
  test.each([
    ['a name alone', '画眉', { speciesId: 'Garrulax canorus' }],
    ['a misspelt name', { species: '川山甲' }, { speciesId: 'Manis pentadactyla', name: '川山甲' }],
    [
      'a scientific name',
      { species: 'Manis pentadactyla' },
      { speciesId: 'Manis pentadactyla', name: '穿山甲' },
    ],
    ['a group', { species: 'group:owls' }, { speciesId: 'group:owls', name: '猫头鹰' }],
    ['an unknown name', { species: '四不像兽' }, { speciesId: null, name: '四不像兽' }],
    [
      'Chinese keys',
      { 物种: '画眉', 数量: '五只', 形态: '活体', 来源: '野外' },
      { count: 5, form: 'live', origin: 'wild' },
    ],
    ['a count with its unit', { species: '画眉', count: '5只' }, { count: 5 }],
    ['a pair', { species: '画眉', count: '一对' }, { count: 2 }],
    ['over', { species: '画眉', count: '30余只' }, { count: 30, countBound: 'over' }],
    ['a mass in the count', { species: '小麂', count: '3公斤' }, { mass: 3000 }],
    ['a bare mass is in 公斤', { species: '小麂', mass: 2.5 }, { mass: 2500 }],
    ['a mass in words', { species: '小麂', mass: '3公斤' }, { mass: 3000 }],
    ['a text with its count', '画眉5只', { speciesId: 'Garrulax canorus', name: '画眉', count: 5 }],
    ['a count before the name', '一只猫头鹰', { speciesId: 'group:owls', count: 1 }],
    ['a text with its mass', '穿山甲鳞片 3公斤', { speciesId: 'group:pangolins', mass: 3000 }],
    ['a count in the name', { species: '野鸡 2只' }, { speciesId: 'Phasianus colchicus', count: 2 }],
    ['a numeral that is a name', '四爪陆龟', { speciesId: 'Testudo horsfieldii' }],
    ['a unit of mass beside the count', { species: '小麂', count: 3, unit: '公斤' }, { mass: 3000 }],
    ['a unit of mass beside the mass', { species: '小麂', mass: 500, unit: '克' }, { mass: 500 }],
    ['pairs beside the count', { species: '画眉', count: 3, unit: '对' }, { count: 6 }],
    ['pieces beside the count', { species: '画眉', count: 3, unit: '枚' }, { count: 3 }],
    ['kept at home', { species: '画眉', origin: '家养' }, { origin: 'bred' }],
    ['codes', { species: '画眉', form: 'egg', origin: 'listedBred' }, { form: 'egg', origin: 'listedBred' }],
    ['列入名录的人工繁育', { species: '画眉', origin: '列入名录的人工繁育' }, { origin: 'listedBred' }],
    ['人工繁育', { species: '画眉', origin: '人工繁育' }, { origin: 'bred' }],
    ['a share in percent', { species: '画眉', form: '部分', part: '30%' }, { form: 'part', part: 0.3 }],
    ['money in words', { species: '画眉', actualPriceYuan: '1.2万元' }, { actualPrice: 1_200_000 }],
    ['money to the fen', { species: '画眉', appraisedYuan: 4999.99 }, { appraised: 499_999 }],
    ['unknown in words', { species: '画眉', count: '不详', form: null, origin: '' }, { name: '画眉' }],
  ])('%s', (_name, facts, expected) => {
    expect(one(facts)).toMatchObject(expected);
  });

  test('unknown facts leave no trace', () => {
    expect(one({ species: '画眉', count: '不详', form: null, origin: '', mass: undefined })).toEqual({
      speciesId: 'Garrulax canorus',
      name: '画眉',
    });
  });
});

test.each([
  [{ species: '画眉', count: -1 }, 'animals[0].count'],
  [{ species: '画眉', count: 1.5 }, 'animals[0].count'],
  [{ species: '画眉', count: 1e15 }, 'animals[0].count'],
  [{ species: '画眉', count: true }, 'animals[0].count'],
  [{ species: '画眉', count: [5] }, 'animals[0].count'],
  [{ species: '画眉', form: '火星' }, 'animals[0].form'],
  [{ species: '画眉', origin: '人工' }, 'animals[0].origin'],
  [{ species: '画眉', part: 1.01 }, 'animals[0].part'],
  [{ species: '画眉', part: 0 }, 'animals[0].part'],
  [{ species: '画眉', actualPriceYuan: -5 }, 'animals[0].actualPriceYuan'],
  [{ species: '画眉', actualPriceYuan: 1.001 }, 'animals[0].actualPriceYuan'],
  [{ species: '画眉', actualPrice: 5 }, 'animals[0].actualPrice'],
  [{ species: '画眉', manualDocument: 5 }, 'animals[0].manualDocument'],
  [{ count: 5 }, 'animals[0].species'],
  [{ species: 5 }, 'animals[0].species'],
  [7, 'animals[0]'],
  [null, 'animals[0]'],
  [[], 'animals[0]'],
])('%j is refused at %s', (facts, where) => {
  const read = readAnimals([facts]);
  expect(read.ok ? [] : read.refusals.map((r) => r.where)).toEqual([where]);
});

test('all faults are told at once; what is no list is refused, nothing is an empty list', () => {
  const read = readAnimals([{ species: '画眉', count: -1, form: 'x' }, 5]);
  expect(read.ok ? 0 : read.refusals.length).toBe(3);
  expect(readAnimals({}).ok).toBe(false);
  expect(readAnimals(undefined)).toEqual({ ok: true, value: [] });
});

test('never throws', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('species', 'count', 'mass', 'form', 'origin', 'part', 'actualPriceYuan'),
      (value, key) => {
        readAnimals(value);
        readAnimals([{ species: '画眉', [key]: value }]);
      },
    ),
  );
});

test.each([
  ['30%', 0.3],
  ['1/3', 1 / 3],
  ['四分之一', 0.25],
  ['百分之五', 0.05],
  [1, 1],
])('the share %s is %d', (raw, expected) => {
  expect(readShare(raw)).toEqual({ ok: true, value: expected });
});

test('a share becomes the fraction that was meant', () => {
  expect(ratioOf(0.3)).toEqual([3n, 10n]);
  expect(ratioOf(1 / 3)).toEqual([1n, 3n]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (a, b) => {
      const [n, d] = ratioOf(a / b);
      expect(n * BigInt(b)).toBe(d * BigInt(a));
    }),
  );
});

describe('numbers that are not of animals', () => {
  const told = (facts: unknown) => {
    const desk = { notUnderstood: [], notes: [] };
    const read = readAnimals([facts], 'animals', desk);
    return {
      item: read.ok ? read.value[0]! : undefined,
      told: desk.notUnderstood.length,
      notes: desk.notes.length,
    };
  };

  test.each(['袋', '箱', '窝', '笼', '筐', '车', '件', '桶', '群'])(
    '3 %s of birds are any number, and told',
    (unit) => {
      for (const facts of [
        { species: '画眉', count: 3, unit },
        { species: '画眉', count: `3${unit}` },
        `画眉3${unit}`,
      ]) {
        if (typeof facts === 'string' && !'袋箱窝笼筐件桶'.includes(unit)) continue;
        const got = told(facts);
        expect([facts, got.item?.count, got.told]).toEqual([facts, undefined, 1]);
      }
    },
  );

  test('pairs and dozens are numbers', () => {
    expect(one({ species: '画眉', count: 2, unit: '打' }).count).toBe(24);
    expect(one({ species: '画眉', count: '2打' }).count).toBe(24);
    expect(one({ species: '画眉', count: 2, unit: '对' }).count).toBe(4);
  });

  test.each([
    ['穿山甲鳞片', 30, '片', 'part'],
    ['穿山甲', 30, '片', 'part'],
    ['虎骨', 1, '根', 'part'],
    ['猫头鹰羽毛', 5, '根', 'part'],
    ['黑熊胆', 2, '个', 'part'],
    ['熊掌', 4, '只', 'part'],
    ['小麂', 10, '块', 'part'],
    ['画眉', 10, '块肉', 'part'],
    ['豹皮', 1, '张', 'part'],
    ['象牙手镯', 1, '个', 'product'],
    ['熊胆粉', 3, '克', 'product'],
    ['画眉蛋', 5, '枚', 'egg'],
    ['画眉', 5, '枚', 'egg'],
    ['角雉', 1, '只', undefined],
    ['砗磲', 3, '枚', undefined],
  ])('%s %d%s is %s', (species, count, unit, form) => {
    expect(one({ species, count, unit }).form).toBe(form);
  });

  test.each(['熊掌', '鳞片', '幼鸟', '蛋', '手镯'])('%s is a form', (form) => {
    expect(one({ species: '黑熊', form }).form).toBeDefined();
  });

  test.each(['非野生', '不是人工繁育', '疑似野生', '可能是人工繁育'])(
    'origin %s is open and told',
    (origin) => {
      const got = told({ species: '画眉', origin });
      expect([got.item?.origin, got.told]).toEqual([undefined, 1]);
    },
  );
});

describe('amounts', () => {
  test.each(['无', '没有', '暂无', '/', '-', '—', '未鉴定', '尚未鉴定', '难以查证', '未销售', 0, '0元'])(
    '%j is none, never 0',
    (raw) => {
      const item = one({
        species: '画眉',
        count: 30,
        appraisedYuan: raw,
        actualPriceYuan: raw,
        marketPriceYuan: raw,
      });
      expect(Object.keys(item).sort()).toEqual(['count', 'name', 'speciesId']);
    },
  );

  test.each([
    ['2万余元', 2_000_000, 'over'],
    ['约25000元', 2_500_000, 'about'],
    ['2-3万元', 2_000_000, 'over'],
    ['2万元以上', 2_000_000, 'over'],
  ])('%s', (raw, fen, bound) => {
    expect(one({ species: '画眉', appraisedYuan: raw })).toMatchObject({
      appraised: fen,
      amountBound: bound,
    });
  });

  test('below an amount is no amount', () => {
    expect(one({ species: '画眉', appraisedYuan: '不足2万元' })).not.toHaveProperty('appraised');
  });
});

test.each([
  ['画眉（活体）5只', { count: 5, form: 'live' }],
  ['画眉(5只)', { count: 5 }],
  ['画眉×5', { count: 5 }],
  ['画眉5-6只', { count: 5, countBound: 'about' }],
  ['画眉三五只', { count: 3, countBound: 'about' }],
  ['约30只麻雀', { count: 30, countBound: 'about' }],
  ['两头蛇', { name: '两头蛇' }],
])('%s', (text, expected) => {
  expect(one(text)).toMatchObject(expected);
});
