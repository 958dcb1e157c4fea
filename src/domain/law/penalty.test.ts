// Does each penalty article apply to its acts, animals and grounds, with the fine reckoned from the right side of 不足?
import { describe, expect, it } from 'vitest';
import { boar, judged, penalty, sparrow, thrush } from './assess-fixture.ts';
import { PENALTIES } from './penalty-table.ts';

const fineOf = (facts: Parameters<typeof judged>[0], id: string) => {
  const fine = penalty(judged(facts), id)?.fine;
  return fine === null || fine === undefined ? fine : [fine.min, fine.max];
};
const articles = (facts: Parameters<typeof judged>[0]) => judged(facts).administrative.map((p) => p.id);

it('holds the 25 rows of arts 47 to 60, each once', () => {
  expect(PENALTIES).toHaveLength(25);
  expect(new Set(PENALTIES.map((p) => p.id)).size).toBe(25);
});

describe('不足 is strict: at the amount itself the multiple holds', () => {
  const hunt = { acts: ['猎捕'], banArea: true, banPeriod: false, bannedMethod: false, permit: false };

  it.each([
    ['P48-1', thrush, 4_999.99, [10_000, 100_000]],
    ['P48-1', thrush, 5_000, [10_000, 100_000]],
    ['P48-1', thrush, 5_000.01, [10_000.02, 100_000.2]],
    ['P49-1', sparrow, 1_999.99, [2_000, 20_000]],
    ['P49-1', sparrow, 2_000, [2_000, 20_000]],
    ['P49-1', sparrow, 2_000.01, [2_000.01, 20_000.1]],
    ['P49-2', boar, 999.99, [1_000, 3_000]],
    ['P49-2', boar, 1_000, [1_000, 3_000]],
    ['P49-2', boar, 1_000.01, [1_000.01, 3_000.03]],
  ] as const)('%s, case %#', (id, animal, yuan, range) => {
    expect(fineOf({ ...hunt, animals: [animal(yuan)] }, id)).toEqual(range);
  });

  it('tells the two apart in words', () => {
    expect(penalty(judged({ ...hunt, animals: [thrush(4_999.99)] }), 'P48-1')?.fine?.basis).toContain(
      '不足5000元',
    );
    expect(penalty(judged({ ...hunt, animals: [thrush(5_000)] }), 'P48-1')?.fine?.basis).toContain(
      '二倍以上二十倍以下',
    );
  });

  it.each([
    [0, [10_000, 100_000], '没有违法所得'],
    [4_999.99, [10_000, 100_000], '不足5000元'],
    [5_000, [10_000, 50_000], '二倍以上十倍以下'],
    [5_000.01, [10_000.02, 50_000.1], '二倍以上十倍以下'],
  ])('P55 with %d yuan of proceeds', (proceedsYuan, range, words) => {
    const facts = { acts: ['提供交易场所'], proceedsYuan };
    expect(fineOf(facts, 'P55')).toEqual(range);
    expect(penalty(judged(facts), 'P55')?.fine?.basis).toContain(words);
  });

  it('takes “no proceeds” said among the circumstances as none', () => {
    expect(fineOf({ acts: ['提供交易场所'], circumstances: ['没有违法所得'] }, 'P55')).toEqual([
      10_000, 100_000,
    ]);
  });

  it('takes no catch as the fixed range', () => {
    const facts = { ...hunt, animals: [{ species: '画眉' }], circumstances: ['没有猎获物'] };
    expect(fineOf(facts, 'P48-1')).toEqual([10_000, 100_000]);
  });

  it('shows both ranges and asks while the value is not known', () => {
    const p = penalty(judged({ ...hunt, animals: [{ species: '麻雀' }] }), 'P49-1');
    expect(p).toMatchObject({ applies: 'depends', fine: { min: 2_000, max: null } });
    expect(p?.fine?.basis).toContain('2000元以上20000元以下');
    expect(p?.fine?.basis).toContain('一倍以上十倍以下');
    expect(p?.missing).toEqual(['麻雀：数量']);
  });
});

describe('grounds of hunting', () => {
  const hunt = (animal: object, more: object) => ({
    acts: ['猎捕'],
    animals: [animal],
    banArea: false,
    banPeriod: false,
    bannedMethod: false,
    place: null,
    ...more,
  });
  const HARM = { circumstances: ['破坏生态'] };
  const NOT_RESERVE = { circumstances: ['不在自然保护区'] };

  it.each([
    ['P48-1', thrush(100), { permit: false }, 'yes'],
    ['P48-1', thrush(100), { permit: true, ...NOT_RESERVE }, undefined],
    ['P48-1', thrush(100), { ...NOT_RESERVE }, 'depends'],
    ['P48-1', thrush(100), { permit: '狩猎证', ...NOT_RESERVE }, 'yes'],
    ['P49-1', sparrow(100), { permit: false }, 'yes'],
    ['P49-1', sparrow(100), { permit: '狩猎证', ...NOT_RESERVE }, undefined],
    ['P49-1', sparrow(100), { permit: true, bannedMethod: true }, 'yes'],
    ['P49-1', sparrow(100), { permit: true, circumstances: ['未按照狩猎证规定猎捕'] }, 'yes'],
    ['P49-1', sparrow(100), { place: '某国家级自然保护区' }, 'yes'],
    ['P49-2', boar(100), { permit: false, ...NOT_RESERVE }, undefined],
    ['P49-2', boar(100), { bannedMethod: true, ...HARM }, 'yes'],
    ['P49-2', boar(100), { banPeriod: true, ...HARM }, 'yes'],
    ['P49-2', boar(100), { place: '自然保护地', ...HARM }, 'yes'],
  ])('%s case %#', (id, animal, more, applies) => {
    expect(penalty(judged(hunt(animal, more)), id)?.applies).toBe(applies);
  });

  it('says why a row in question does not apply', () => {
    const a = judged(hunt(boar(100), { permit: false, ...NOT_RESERVE }));
    expect(a.notes.join()).toContain('野生动物保护法第49条第2款不适用');
  });
});

describe('trade and transport', () => {
  it('does not fine the buying of 三有 by art. 52(2); for food art. 53(1) does', () => {
    expect(articles({ acts: ['购买'], animals: [sparrow(100)], purpose: '饲养' })).toEqual([]);
    expect(articles({ acts: ['为食用购买'], animals: [sparrow(100)] })).toContain('P53-1a');
    expect(articles({ acts: ['购买'], animals: [thrush(100)], permit: false })).toContain('P52-1');
  });

  it.each([
    ['出县境', 'yes'],
    ['未出县境', undefined],
    ['自用', 'depends'],
  ])('carrying asks for the county line: %s', (circumstance, applies) => {
    const facts = { acts: ['运输'], animals: [sparrow(100)], permit: false, circumstances: [circumstance] };
    expect(penalty(judged(facts), 'P52-2')?.applies).toBe(applies);
  });

  it('does not ask for the county line where the animals were sold as well', () => {
    expect(
      penalty(judged({ acts: ['运输', '出售'], animals: [sparrow(100)], permit: false }), 'P52-2')?.applies,
    ).toBe('yes');
  });

  it.each([
    ['狩猎证', '野外'],
    ['合法来源证明', '野外'],
    ['人工繁育备案', '人工繁育'],
  ])('%s is proof of origin: %s', (permit, origin) => {
    expect(articles({ acts: ['出售'], animals: [sparrow(100, { origin })], permit })).toEqual([]);
  });

  it('leaves a kind of trade open when only “trade” is said', () => {
    expect(
      penalty(judged({ acts: ['交易'], animals: [sparrow(100)], permit: false }), 'P52-2'),
    ).toMatchObject({
      applies: 'depends',
      missing: ['行为“交易”究竟是收购还是出售'],
    });
  });
});

describe('food', () => {
  it.each([
    ['P53-1a', sparrow(100), [200, 2_000]],
    ['P53-1a', thrush(100), [200, 2_000]],
  ] as const)('eating: %s', (id, animal, range) => {
    expect(fineOf({ acts: ['食用'], animals: [animal] }, id)).toEqual(range);
  });

  it.each([
    [['情节严重'], 'yes', [100, 500]],
    [['情节不严重'], 'yes', null],
    [[], 'depends', null],
  ])('other land animals eaten, %j: %s', (circumstances, applies, range) => {
    const p = penalty(judged({ acts: ['食用'], animals: [boar(100)], circumstances }), 'P53-1b');
    expect(p?.applies).toBe(applies);
    expect(p?.confiscate).toEqual(['野生动物及其制品']);
    expect(p?.fine === null ? null : [p?.fine?.min, p?.fine?.max]).toEqual(range);
    expect(p?.fineIf === null).toBe(applies === 'yes');
  });

  it.each([
    [1_999.99, [2_000, 10_000]],
    [2_000, [2_000, 10_000]],
    [2_000.01, [2_000.01, 10_000.05]],
  ])('other land animals hunted for food, serious, %d yuan', (yuan, range) => {
    expect(
      fineOf({ acts: ['猎捕'], animals: [boar(yuan)], circumstances: ['以食用为目的', '情节严重'] }, 'P50-2'),
    ).toEqual(range);
  });

  it('weighs art. 50(1) for protected animals, and a provincial animal that is not 三有 falls under 50(2)', () => {
    const a = judged({
      acts: ['猎捕'],
      animals: [sparrow(100)],
      permit: false,
      circumstances: ['以食用为目的'],
    });
    expect(a.aggravating.map((w) => w.article)).toContain('野生动物保护法第50条第1款');
    const b = articles({
      acts: ['猎捕'],
      animals: [boar(100, { protection: '地方重点' })],
      permit: false,
      circumstances: ['以食用为目的'],
    });
    expect(b).toEqual(['P49-1', 'P50-2']);
  });

  it('fines food for sale by the proceeds', () => {
    expect(
      fineOf({ acts: ['生产经营食品'], animals: [sparrow(100)], proceedsYuan: 1_000 }, 'P53-2a'),
    ).toEqual([15_000, 30_000]);
    expect(penalty(judged({ acts: ['生产经营食品'], animals: [sparrow(100)] }), 'P53-2a')).toMatchObject({
      applies: 'depends',
      missing: ['proceedsYuan：违法所得'],
    });
    const severe = { acts: ['生产经营食品'], animals: [boar(100)], proceedsYuan: 1_000 };
    expect(fineOf(severe, 'P53-2b')).toBeNull();
    expect(fineOf({ ...severe, circumstances: ['情节严重'] }, 'P53-2b')).toEqual([1_000, 10_000]);
  });
});

describe('the other articles', () => {
  it.each([
    ['以收容救护为名买卖', 'P47', { animals: [sparrow(100)] }, [200, 2_000]],
    [
      '无人工繁育许可证繁育',
      'P51-1',
      { animals: [thrush(100, { origin: '人工繁育' })], permit: false },
      [100, 1_000],
    ],
    ['承运不查验', 'P52-3', { proceedsYuan: 100 }, [100, 500]],
    ['提供遗传资源', 'P57', { proceedsYuan: 100 }, [100, 500]],
    ['引进外来物种', 'P58', {}, [50_000, 500_000]],
    ['放生外来物种', 'P59', {}, [10_000, 100_000]],
    ['伪造变造买卖证件', 'P60', {}, [50_000, 500_000]],
    ['发布广告', 'P54', {}, null],
    ['走私', 'P56', { animals: [sparrow(100)] }, null],
    ['未将猎捕情况备案', 'P48-2', { circumstances: ['逾期不改正'] }, [10_000, 100_000]],
    ['未将猎捕情况备案', 'P48-2', {}, null],
    ['人工繁育未备案', 'P51-2', { animals: [sparrow(100)], circumstances: ['逾期不改正'] }, [500, 2_000]],
    ['人工繁育未备案', 'P51-2', { animals: [sparrow(100)] }, null],
  ])('%s: %s', (act, id, more, range) => {
    expect(fineOf({ acts: [act], ...more }, id)).toEqual(range);
  });

  it('knows an alien from a native animal set free', () => {
    expect(articles({ acts: ['放生'], animals: [{ species: '巴西龟', count: 3 }] })).toEqual(['P59']);
    expect(articles({ acts: ['放生'], animals: [sparrow(100)] })).toEqual([]);
    expect(penalty(judged({ acts: ['放生'] }), 'P59')?.applies).toBe('depends');
  });

  it('leaves a gun to the police', () => {
    expect(
      penalty(judged({ acts: ['持枪猎捕'], animals: [sparrow(100)], permit: false }), 'P49-3'),
    ).toMatchObject({
      applies: 'yes',
      fine: null,
      authority: '公安机关',
    });
  });
});

describe('行政处罚法', () => {
  const sale = { acts: ['出售'], animals: [sparrow(100)], permit: false };

  it.each([
    ['2026-05-01', 1],
    ['2026-05-02', 0],
  ])('art. 36, discovered on %s: %d penalties', (discoveredOn, count) => {
    expect(judged({ ...sale, discoveredOn }).administrative).toHaveLength(count);
  });

  it('counts the two years from the last day of an act that lasted', () => {
    expect(
      judged({ ...sale, day: null, from: '2024-01-01', until: '2024-05-01', discoveredOn: '2026-05-01' })
        .administrative,
    ).toHaveLength(1);
  });

  it('art. 29: one fine for one act, the highest is named', () => {
    const a = judged({ acts: ['为食用购买'], animals: [thrush(100)], permit: false });
    expect(a.administrative.filter((p) => p.fine !== null)).toHaveLength(2);
    expect(a.notes.join()).toContain('行政处罚法第29条');
  });

  it.each([
    ['未成年人', '行政处罚法第30条'],
    ['主动消除危害后果', '行政处罚法第32条第1项'],
    ['受他人胁迫', '行政处罚法第32条第2项'],
    ['主动供述行政机关尚未掌握的违法行为', '行政处罚法第32条第3项'],
    ['有立功表现', '行政处罚法第32条第4项'],
  ])('%s lightens by %s', (circumstance, article) => {
    expect(judged({ ...sale, circumstances: [circumstance] }).mitigating.map((w) => w.article)).toContain(
      article,
    );
  });

  it.each([
    [{ age: 13 }, 'under14', '行政处罚法第30条'],
    [{ circumstances: ['初次违法且危害后果轻微并及时改正'] }, 'firstAndCorrected', '行政处罚法第33条第1款'],
    [{ circumstances: ['没有主观过错'] }, 'noFault', '行政处罚法第33条第2款'],
  ])('%j leaves a way out', (more, code, article) => {
    expect(judged({ ...sale, ...more }).exits.find((e) => e.code === code)?.article).toBe(article);
  });

  it('is not applied to an act before the law of 2022', () => {
    const a = judged({ ...sale, day: '2023-04-30' });
    expect(a.administrative).toEqual([]);
    expect(a.notes.join()).toContain('2023-05-01');
    expect(a.notes.join()).toContain('行政处罚法第37条');
    // The list of 三有 of that day is not held: which of the two rows applies is open.
    expect(articles({ ...sale, day: '2023-05-01' })).toEqual(['P50-3', 'P52-2']);
  });
});
