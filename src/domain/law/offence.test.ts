// Does each crime begin exactly where its article says, and not one fen before?
import { describe, expect, it } from 'vitest';
import { boar, charge, judged, reached, sparrow, thrush } from './assess-fixture.ts';

const WILD = { origin: '野外' };

describe('危害珍贵、濒危野生动物罪 (刑法341条1款, 解释6条)', () => {
  it.each([
    [19_999.99, 'no', null, 20_000, 'no'],
    [20_000, 'yes', '基本', 20_000, 'yes'],
    [20_000.01, 'yes', '基本', 20_000, 'yes'],
    [199_999.99, 'yes', '基本', 20_000, 'yes'],
    [200_000, 'yes', '情节严重', 200_000, 'yes'],
    [200_000.01, 'yes', '情节严重', 200_000, 'yes'],
    [1_999_999.99, 'yes', '情节严重', 200_000, 'yes'],
    [2_000_000, 'yes', '情节特别严重', 2_000_000, 'yes'],
    [2_000_000.01, 'yes', '情节特别严重', 2_000_000, 'yes'],
  ])('%d yuan sold: %s, tier %s', (yuan, is, tier, threshold, transfer) => {
    const a = judged({ acts: ['出售'], animals: [thrush(yuan)] });
    expect(charge(a, 'endanger')).toMatchObject({ reached: is, tier, threshold });
    expect(a.mustTransfer).toBe(transfer);
  });

  it.each([
    '猎捕',
    '杀害',
    '收购',
    '购买',
    '运输',
    '携带',
    '寄递',
    '出售',
    'hunt',
    'T2',
    'T3',
    'T4',
    '生产经营食品',
  ])('covers %s', (act) => {
    expect(reached({ acts: [act], animals: [thrush(20_000)] }, 'endanger')).toBe('yes');
  });

  it.each(['利用', '食用', '繁育', '发布广告', '提供交易场所', '持有'])('does not cover %s', (act) => {
    expect(reached({ acts: [act], animals: [thrush(9_000_000)] }, 'endanger')).toBe('no');
  });

  it('adds up the protected animals of both classes and leaves the others out', () => {
    const animals = [thrush(10_000), { ...thrush(9_999.99), species: '穿山甲' }, sparrow(500_000)];
    expect(reached({ acts: ['出售'], animals }, 'endanger')).toBe('no');
    expect(reached({ acts: ['出售'], animals: [...animals, thrush(0.01)] }, 'endanger')).toBe('yes');
  });

  it('is no crime with the permit for the act, and is one with another permit or against its terms', () => {
    const facts = { acts: ['猎捕'], animals: [thrush(20_000)] };
    expect(reached({ ...facts, permit: true }, 'endanger')).toBe('no');
    expect(reached({ ...facts, permit: { kind: '特许猎捕证' } }, 'endanger')).toBe('no');
    expect(reached({ ...facts, permit: { kind: '狩猎证' } }, 'endanger')).toBe('yes');
    expect(reached({ ...facts, permit: false }, 'endanger')).toBe('yes');
    expect(reached({ ...facts, permit: true, circumstances: ['未按照特许猎捕证规定猎捕'] }, 'endanger')).toBe(
      'yes',
    );
  });

  it('names what is missing when number or species is not known, and nothing else', () => {
    const a = judged({ acts: ['出售'], animals: [{ species: '画眉', form: '活体', ...WILD }] });
    expect(charge(a, 'endanger')).toMatchObject({
      reached: 'depends',
      missing: ['画眉：数量'],
    });
    const b = judged({ acts: ['出售'], animals: [{ ...thrush(30_000), species: '某种鸟' }] });
    expect(charge(b, 'endanger')).toMatchObject({ reached: 'depends' });
    expect(charge(b, 'endanger')?.missing.join()).toContain('物种鉴定');
    expect(b.mustTransfer).toBe('depends');
  });

  it('is settled by a bound: a part of one small protected animal cannot reach it', () => {
    const a = judged({ acts: ['出售'], animals: [{ species: '画眉', count: 2, form: '制品', ...WILD }] });
    expect(charge(a, 'endanger')?.reached).toBe('no');
  });

  it('says which base value is not verified, and still counts it', () => {
    const a = judged({ acts: ['猎捕'], animals: [{ species: '画眉', count: 4, ...WILD }] });
    expect(charge(a, 'endanger')).toMatchObject({ reached: 'yes', value: { min: 20_000, max: 20_000 } });
    expect(charge(a, 'endanger')?.missing).toEqual(['核对基准价值原文（画眉）']);
    expect(a.mustTransfer).toBe('yes');
  });

  it('takes an approved foreign species in only when the approval is stated', () => {
    const parrot = { ...thrush(30_000), species: '非洲灰鹦鹉' };
    expect(reached({ acts: ['出售'], animals: [parrot] }, 'endanger')).toBe('depends');
    expect(reached({ acts: ['出售'], animals: [{ ...parrot, approved: true }] }, 'endanger')).toBe('yes');
    const said = { circumstances: ['经核准按国家重点保护野生动物管理'] };
    expect(reached({ acts: ['出售'], animals: [parrot], ...said }, 'endanger')).toBe('yes');
    expect(reached({ acts: ['出售'], animals: [{ ...parrot, approved: false }] }, 'endanger')).toBe('no');
  });
});

describe('人工繁育 (解释13条2款)', () => {
  const sale = (animal: object, more: object = {}) => judged({ acts: ['出售'], animals: [animal], ...more });

  it('leaves a listed captive-bred animal reached by value, and the transfer to be weighed', () => {
    const a = sale(thrush(20_000, { origin: '列入名录的人工繁育' }));
    expect(charge(a, 'endanger')?.reached).toBe('yes');
    expect(a.mustTransfer).toBe('depends');
    expect(a.exits.find((e) => e.code === 'captiveBred')).toMatchObject({
      open: 'yes',
      article: '法释〔2022〕12号第13条第2款',
    });
  });

  it('stays a transfer when wild animals alone reach the amount', () => {
    const a = judged({ acts: ['出售'], animals: [thrush(20_000, { origin: 'listedBred' }), thrush(20_000)] });
    expect(a.mustTransfer).toBe('yes');
  });

  it('asks, and does not soften, where only captive breeding is known', () => {
    const a = sale(thrush(20_000, { origin: '人工繁育' }));
    expect(a.mustTransfer).toBe('yes');
    expect(a.exits.find((e) => e.code === 'captiveBred')?.open).toBe('depends');
  });

  it('knows the pet trade of settled breeding', () => {
    const pets = { circumstances: ['人工繁育技术成熟、已成规模，作为宠物买卖'] };
    expect(sale(thrush(20_000, { origin: '人工繁育' }), pets).mustTransfer).toBe('depends');
    expect(sale(thrush(20_000), pets).mustTransfer).toBe('yes');
  });
});

describe('非法狩猎罪 (刑法341条2款, 解释7条)', () => {
  const hunt = (
    banArea: boolean | undefined,
    banPeriod: boolean | undefined,
    bannedMethod: boolean | undefined,
    yuan: number,
  ) =>
    charge(
      judged({
        acts: ['猎捕'],
        animals: [sparrow(yuan)],
        ...(banArea === undefined ? {} : { banArea }),
        ...(banPeriod === undefined ? {} : { banPeriod }),
        ...(bannedMethod === undefined ? {} : { bannedMethod }),
      }),
      'hunting',
    );
  const AREA = 'banArea：是否在禁猎（渔）区';
  const PERIOD = 'banPeriod：是否在禁猎（渔）期';
  const METHOD = 'methods：使用的工具、方法，是否禁用（野生动物保护法第24条）';

  it.each([
    [true, false, false, 9_999.99, 'no'],
    [true, false, false, 10_000, 'yes'],
    [false, true, false, 9_999.99, 'no'],
    [false, true, false, 10_000, 'yes'],
    [false, false, true, 9_999.99, 'no'],
    [false, false, true, 10_000, 'yes'],
    [true, true, false, 9_999.99, 'no'],
    [true, false, true, 0.01, 'yes'],
    [false, true, true, 0.01, 'yes'],
    [false, false, false, 1_000_000, 'no'],
  ])('area %s, period %s, banned method %s, %d yuan: %s', (area, period, method, yuan, is) => {
    expect(hunt(area, period, method, yuan)?.reached).toBe(is);
  });

  it.each([
    [undefined, false, true, 900, [AREA]],
    [undefined, undefined, true, 900, [AREA, PERIOD]],
    [true, false, undefined, 900, [METHOD]],
    [undefined, undefined, undefined, 900, [AREA, PERIOD, METHOD]],
    [undefined, false, false, 10_000, [AREA]],
    [undefined, undefined, false, 10_000, [AREA, PERIOD]],
  ])('area %s, period %s, method %s, %d yuan asks for exactly %j', (area, period, method, yuan, missing) => {
    expect(hunt(area, period, method, yuan)).toMatchObject({ reached: 'depends', missing });
  });

  it.each([
    [undefined, undefined, false, 9_999.99],
    [undefined, false, false, 9_999.99],
    [false, false, undefined, 9_999.99],
  ])(
    'area %s, period %s, method %s, %d yuan asks for nothing: it cannot be reached',
    (area, period, method, yuan) => {
      expect(hunt(area, period, method, yuan)).toMatchObject({ reached: 'no', missing: [] });
    },
  );

  it.each([
    [{ methods: [] }, 9_999.99, 'no'],
    [{ methods: [] }, 10_000, 'yes'],
    [{}, 9_999.99, 'depends'],
    [{ methods: null }, 9_999.99, 'depends'],
    [{ 工具: [] }, 9_999.99, 'no'],
    [{ methods: [], bannedMethod: true }, 9_999.99, 'yes'],
    [{ methods: [], acts: ['使用电猫猎捕'] }, 9_999.99, 'yes'],
  ] as const)('a list of tools %j in a closed area, %d yuan: %s', (more, yuan, state) => {
    const facts = { acts: ['猎捕'], animals: [sparrow(yuan)], banArea: true, banPeriod: false, ...more };
    expect(reached(facts, 'hunting')).toBe(state);
  });

  it('an empty list of tools is read as none, and that is said', () => {
    const facts = {
      acts: ['猎捕'],
      animals: [sparrow(9_999.99)],
      banArea: true,
      banPeriod: false,
      methods: [],
    };
    expect(charge(judged(facts), 'hunting')).toMatchObject({
      missing: [],
      reasons: expect.arrayContaining(['所列工具、方法为空，按未使用禁用工具、方法']),
    });
  });

  it('needs no catch where a banned tool is used in a closed area', () => {
    const facts = { acts: ['猎捕'], methods: ['电猫'], banArea: true, circumstances: ['没有猎获物'] };
    expect(judged(facts).mustTransfer).toBe('yes');
  });

  it('counts a protected animal of less than 20,000 yuan as wild animal, and leaves it to 第341条第1款 above that', () => {
    const facts = (yuan: number) => ({
      acts: ['猎捕'],
      animals: [thrush(yuan)],
      banArea: true,
      bannedMethod: false,
    });
    expect(reached(facts(19_999.99), 'hunting')).toBe('yes');
    expect(reached(facts(20_000), 'hunting')).toBe('no');
    expect(reached(facts(20_000), 'endanger')).toBe('yes');
  });

  it('is judged for the other animals beside 第341条第1款', () => {
    const a = judged({
      acts: ['猎捕'],
      animals: [thrush(20_000), sparrow(10)],
      banArea: true,
      methods: ['粘网'],
    });
    expect(charge(a, 'endanger')?.reached).toBe('yes');
    expect(charge(a, 'hunting')).toMatchObject({ reached: 'yes', value: { min: 10, max: 10 } });
  });

  it('is no illegal hunt with a licence kept to', () => {
    expect(reached({ acts: ['猎捕'], animals: [sparrow(20_000)], permit: '狩猎证' }, 'hunting')).toBe('no');
  });

  it.each([
    ['电猫', 'yes'],
    ['粘网', 'yes'],
    ['头灯', 'yes'],
    ['气枪', 'yes'],
    ['捕兽夹', 'yes'],
    ['钢丝套', 'yes'],
    ['徒手', 'no'],
    ['弹弓', 'depends'],
    ['猎犬', 'depends'],
    ['某种机关', 'depends'],
  ])('%s in a closed area: %s', (method, is) => {
    expect(
      reached(
        { acts: ['猎捕'], animals: [sparrow(900)], banArea: true, banPeriod: false, methods: [method] },
        'hunting',
      ),
    ).toBe(is);
  });

  it('takes a tool as banned where the county has banned it', () => {
    const facts = { acts: ['猎捕'], animals: [sparrow(900)], banArea: true, methods: ['弹弓'] };
    expect(judged(facts, { localBans: ['弹弓'] }).mustTransfer).toBe('yes');
  });

  it('frees netting for science and anything for plant protection (24条但书)', () => {
    const facts = (method: string, circumstance: string) => ({
      acts: ['猎捕'],
      animals: [sparrow(900)],
      banArea: true,
      banPeriod: false,
      methods: [method],
      circumstances: [circumstance],
    });
    expect(reached(facts('粘网', '因科学研究'), 'hunting')).toBe('no');
    expect(reached(facts('捕兽夹', '因科学研究'), 'hunting')).toBe('yes');
    expect(reached(facts('捕兽夹', '植保作业'), 'hunting')).toBe('no');
  });
});

describe('以食用为目的 (刑法341条3款, 解释8、11条)', () => {
  const FOOD = { circumstances: ['以食用为目的'] };

  it.each([
    [sparrow, 9_999.99, 'no'],
    [sparrow, 10_000, 'yes'],
    [sparrow, 10_000.01, 'yes'],
    [boar, 10_000, 'no'],
    [boar, 49_999.99, 'no'],
    [boar, 50_000, 'yes'],
    [boar, 50_000.01, 'yes'],
    [boar, 500_000, 'yes'],
  ] as const)('case %#', (animal, yuan, is) => {
    expect(reached({ acts: ['收购'], animals: [animal(yuan)], ...FOOD }, 'food')).toBe(is);
  });

  it('adds neither class to the other', () => {
    expect(reached({ acts: ['出售'], animals: [sparrow(9_999.99), boar(49_999.99)], ...FOOD }, 'food')).toBe(
      'no',
    );
  });

  it('leaves out nationally protected and captive-bred animals', () => {
    expect(reached({ acts: ['出售'], animals: [thrush(60_000)], ...FOOD }, 'food')).toBe('no');
    expect(
      reached({ acts: ['出售'], animals: [sparrow(60_000, { origin: '人工繁育' })], ...FOOD }, 'food'),
    ).toBe('no');
    const open = judged({ acts: ['出售'], animals: [{ ...sparrow(60_000), origin: null }], ...FOOD });
    expect(charge(open, 'food')).toMatchObject({
      reached: 'depends',
      missing: ['麻雀：来源（野外或者人工繁育）'],
    });
  });

  it.each([
    [{ circumstances: ['在餐饮单位作为食品销售'] }, 'yes'],
    [{ circumstances: ['运往超市'] }, 'yes'],
    [{ circumstances: ['通过包装介绍食用价值'] }, 'yes'],
    [{ place: '某某饭店' }, 'yes'],
    [{ purpose: '食用' }, 'yes'],
    [{ purpose: '饲养' }, 'no'],
    [{ circumstances: ['不以食用为目的'] }, 'no'],
    [{}, 'depends'],
  ])('%j: %s', (more, is) => {
    expect(reached({ acts: ['出售'], animals: [sparrow(10_000)], ...more }, 'food')).toBe(is);
  });

  it.each('餐馆 饭店 酒店 火锅店 野味馆 农家乐 烧烤摊 大排档 超市 食堂 菜馆 土菜馆'.split(' '))(
    '%s, as the place or told as a circumstance, is presumed to be for food, and called a presumption',
    (venue) => {
      for (const where of [
        { place: `青山镇${venue}` },
        { circumstances: [venue] },
        { circumstances: [`${venue}内查获`] },
      ])
        for (const act of ['出售', '运输']) {
          const found = charge(judged({ acts: [act], animals: [sparrow(10_000)], ...where }), 'food');
          expect([venue, act, found?.reached]).toEqual([venue, act, 'yes']);
          expect(found?.reasons.join()).toMatch(
            /可以认定以食用为目的，有相反证据的除外（法释〔2022〕12号第11条第2款第1项）/,
          );
        }
      for (const act of ['猎捕', '收购'])
        expect(reached({ acts: [act], animals: [sparrow(10_000)], place: venue }, 'food'), act).toBe(
          'depends',
        );
      const denied = { acts: ['出售'], animals: [sparrow(10_000)], circumstances: [`不在${venue}`] };
      expect(reached(denied, 'food')).toBe('depends');
    },
  );

  it('prevails over illegal hunting, which stands as reached (解释8条2款)', () => {
    const a = judged({
      acts: ['猎捕'],
      animals: [sparrow(10_000)],
      banArea: true,
      bannedMethod: true,
      ...FOOD,
    });
    expect(charge(a, 'hunting')?.reached).toBe('yes');
    expect(charge(a, 'food')?.reached).toBe('yes');
    expect(charge(a, 'food')?.reasons.join()).toContain('法释〔2022〕12号第8条第2款');
  });

  it('asks for the class where it decides, and does not where either way is enough', () => {
    const early = (yuan: number) =>
      charge(
        judged({
          day: '2023-03-01',
          acts: ['出售'],
          animals: [{ ...sparrow(yuan), species: '小麂' }],
          ...FOOD,
        }),
        'food',
      );
    expect(early(9_999.99)?.reached).toBe('no');
    expect(early(10_000)).toMatchObject({ reached: 'depends', missing: ['小麂：行为当日的保护级别'] });
    expect(early(50_000)?.reached).toBe('yes');
  });
});

describe('走私 (刑法151条2款, 解释1、2条)', () => {
  const pangolin = (yuan: number) => ({ species: '穿山甲', form: '制品', appraisedYuan: yuan });

  it.each([
    [19_999.99, 'no', null],
    [20_000, 'yes', '情节较轻'],
    [199_999.99, 'yes', '情节较轻'],
    [200_000, 'yes', '基本'],
    [1_999_999.99, 'yes', '基本'],
    [2_000_000, 'yes', '情节特别严重'],
  ])('%d yuan: %s, %s', (yuan, is, tier) => {
    expect(charge(judged({ acts: ['走私'], animals: [pangolin(yuan)] }), 'smuggling')).toMatchObject({
      reached: is,
      tier,
    });
  });

  it('covers the export of listed species; import asks for the appendix', () => {
    const duck = { ...thrush(20_000), species: '鸳鸯' };
    expect(reached({ acts: ['出口'], animals: [duck] }, 'smuggling')).toBe('yes');
    expect(reached({ acts: ['进口'], animals: [duck] }, 'smuggling')).toBe('depends');
    expect(reached({ acts: ['进口'], animals: [{ ...duck, cites: false }] }, 'smuggling')).toBe('no');
    expect(reached({ acts: ['进口'], animals: [{ ...duck, cites: 'II' }] }, 'smuggling')).toBe('yes');
  });

  it('is not this crime for 三有: customs acts (野生动物保护法56条)', () => {
    const a = judged({ acts: ['走私'], animals: [sparrow(500_000)] });
    expect(charge(a, 'smuggling')?.reached).toBe('no');
    expect(a.administrative.map((p) => p.article)).toEqual(['野生动物保护法第56条']);
  });
});

describe('非法捕捞水产品罪 (刑法340条, 解释3条)', () => {
  const fish = (more: object, animal: object = {}) =>
    reached(
      {
        acts: ['非法捕捞水产品'],
        animals: [{ species: '鲫鱼', marketPriceYuan: 10, mass: '1公斤', ...animal }],
        ...more,
      },
      'fishing',
    );
  const LAWFUL = { banPeriod: true, banArea: false, bannedMethod: false };

  it.each([
    [{ mass: '499.999公斤' }, 'no'],
    [{ mass: '500公斤' }, 'yes'],
    [{ marketPriceYuan: 9_999.99 }, 'no'],
    [{ marketPriceYuan: 10_000 }, 'yes'],
  ])('%j: %s', (animal, is) => {
    expect(fish(LAWFUL, animal)).toBe(is);
  });

  it.each([
    [{ mass: '49.999公斤' }, 'no'],
    [{ mass: '50公斤' }, 'yes'],
    [{ marketPriceYuan: 999.99 }, 'no'],
    [{ marketPriceYuan: 1_000 }, 'yes'],
  ])('in a germplasm reserve %j: %s', (animal, is) => {
    expect(fish({ ...LAWFUL, circumstances: ['在水产种质资源保护区内'] }, animal)).toBe(is);
  });

  it('is electric fishing in closed waters or season at any amount, and needs one of the three outside', () => {
    expect(fish({ banPeriod: true, circumstances: ['电鱼'] })).toBe('yes');
    expect(fish({ banArea: true, circumstances: ['使用毒鱼方法'] })).toBe('yes');
    expect(fish({ banArea: false, banPeriod: false, circumstances: ['电鱼'] })).toBe('no');
    expect(fish({ banArea: false, banPeriod: false, bannedMethod: false }, { mass: '900公斤' })).toBe('no');
  });

  it('is not judged at sea: that text is not held (解释19条)', () => {
    const a = judged({
      acts: ['非法捕捞水产品'],
      place: '东海海域',
      banPeriod: true,
      animals: [{ species: '鲫鱼', mass: '900公斤' }],
    });
    expect(charge(a, 'fishing')).toMatchObject({
      reached: 'depends',
      missing: ['法释〔2016〕17号的定罪量刑标准'],
    });
  });
});

describe('掩饰、隐瞒犯罪所得 (解释9条)', () => {
  it('needs the knowledge, not an amount', () => {
    const facts = { acts: ['收购'], animals: [sparrow(10)] };
    expect(reached({ ...facts, circumstances: ['明知是非法狩猎犯罪所得'] }, 'fence')).toBe('yes');
    expect(reached({ ...facts, circumstances: ['不知道是非法狩猎所得'] }, 'fence')).toBe('no');
    expect(charge(judged(facts), 'fence')).toBeUndefined();
    const named = charge(judged({ acts: ['掩饰、隐瞒犯罪所得'], animals: [sparrow(10)] }), 'fence');
    expect(named).toMatchObject({
      reached: 'depends',
      missing: [
        '是否明知是犯罪所得（法释〔2022〕12号第9条）',
        '上游是否构成非法捕捞、非法狩猎犯罪（法释〔2022〕12号第9条）',
      ],
    });
  });
});

describe('累计 (解释12条)', () => {
  const now = {
    acts: ['猎捕'],
    animals: [sparrow(5_000)],
    banArea: true,
    bannedMethod: false,
    banPeriod: false,
  };
  const earlier = (more: object) => ({
    ...now,
    priorActs: [{ day: '2022-05-01', acts: ['猎捕'], valueYuan: 5_000, handled: false, ...more }],
  });

  it.each([
    [{}, 'yes'],
    [{ day: '2022-04-30' }, 'no'],
    [{ day: '2022-05-02' }, 'yes'],
    [{ valueYuan: 4_999.99 }, 'no'],
    [{ handled: true }, 'no'],
    [{ penalised: true, handled: undefined }, 'no'],
    [{ handled: undefined }, 'depends'],
    [{ day: undefined }, 'depends'],
    [{ acts: ['出售'] }, 'no'],
    [{ day: '2022-04-30', prosecutable: true }, 'yes'],
    [{ day: '2022-04-30', valueYuan: 10_000 }, 'depends'],
    [{ day: '2022-04-30', valueYuan: 10_000, prosecutable: false }, 'no'],
  ])('before: %j → %s', (more, is) => {
    expect(reached(earlier(more), 'hunting')).toBe(is);
  });

  it('ends two years after a leap day on 28 February', () => {
    const on = (day: string) =>
      reached(
        { ...now, day, priorActs: [{ day: '2024-02-29', acts: ['猎捕'], valueYuan: 5_000, handled: false }] },
        'hunting',
      );
    expect(on('2026-02-28')).toBe('yes');
    expect(on('2026-03-01')).toBe('no');
  });

  it('adds a value only to animals of the same kind', () => {
    const facts = {
      acts: ['出售'],
      animals: [sparrow(5_000)],
      priorActs: [{ day: '2024-01-01', acts: ['出售'], valueYuan: 90_000, handled: false }],
    };
    expect(reached(facts, 'endanger')).toBe('no');
    const named = {
      ...facts,
      priorActs: [{ ...facts.priorActs[0], animals: [thrush(20_000)], valueYuan: null }],
    };
    expect(reached(named, 'endanger')).toBe('yes');
  });

  it.each([
    [{ penalised: true, day: '2022-05-01' }, 1],
    [{ penalised: true, day: '2022-04-30' }, 0],
    [{ penalised: true, day: '2021-01-01', penalisedOn: '2022-05-01' }, 1],
    [{ penalised: false, handled: true }, 0],
  ])('a penalty before, %j, weighs %d time(s)', (more, times) => {
    const a = judged({ ...earlier(more), animals: [sparrow(10_000)] });
    expect(a.aggravating.filter((w) => w.code === 'penalisedTwoYears')).toHaveLength(times);
  });
});

describe('the law of the day', () => {
  it('judges no act before the interpretation by it, and says so', () => {
    const a = judged({ day: '2022-04-08', acts: ['出售'], animals: [thrush(30_000)] });
    expect(charge(a, 'endanger')).toMatchObject({ reached: 'depends', tier: null });
    expect(charge(a, 'endanger')?.reasons.join()).toContain('2022-04-09');
    expect(a.mustTransfer).toBe('depends');
    expect(reached({ day: '2022-04-09', acts: ['出售'], animals: [thrush(30_000)] }, 'endanger')).toBe('yes');
  });

  it('asks for the day where none is stated, and judges by the law as it is', () => {
    const a = judged({ day: null, acts: ['出售'], animals: [thrush(30_000)] });
    expect(charge(a, 'endanger')).toMatchObject({ reached: 'yes', missing: ['day：行为日期'] });
    expect(a.lawVersion.judgedOn).toBeNull();
  });
});
