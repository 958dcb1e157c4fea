// Does each rule hold exactly as far as its article, for permits, waters, elements of the act and ways out?
import { describe, expect, it } from 'vitest';
import { boar, charge, judged, penalty, reached, sparrow, thrush } from './assess-fixture.ts';

type Facts = Parameters<typeof judged>[0];
const applies = (facts: Facts, id: string) => penalty(judged(facts), id)?.applies;

describe('which permit covers which act (野生动物保护法21、22、25、28、29、34、40条)', () => {
  const WILD = thrush(25_000);
  const BRED = thrush(25_000, { origin: '人工繁育' });
  const UNSAID = { ...WILD, origin: null };

  it.each([
    // 28(2): 批准 and 专用标识 cover a sale; a licence of art. 21 only documents transport, one of art. 37 neither.
    ['出售', WILD, '专用标识', 'no'],
    ['出售', WILD, '特许猎捕证', 'yes'],
    ['出售', WILD, '允许进出口证明书', 'yes'],
    ['出售', WILD, '人工繁育许可证', 'yes'],
    ['收购', WILD, '狩猎证', 'yes'],
    // 29(1): by the mark, which the breeding licence alone is not.
    ['出售', BRED, '人工繁育许可证', 'depends'],
    ['出售', BRED, '专用标识', 'no'],
    ['出售', UNSAID, '人工繁育许可证', 'depends'],
    // 34(1): the papers of 21, 25, 28, 29, each for the animals it is about.
    ['运输', WILD, '特许猎捕证', 'no'],
    ['运输', BRED, '特许猎捕证', 'yes'],
    ['运输', BRED, '人工繁育许可证', 'no'],
    ['运输', WILD, '人工繁育许可证', 'yes'],
    ['运输', WILD, '允许进出口证明书', 'yes'],
    // 21
    ['猎捕', WILD, '特许猎捕证', 'no'],
    ['猎捕', WILD, '狩猎证', 'yes'],
    ['杀害', WILD, '专用标识', 'yes'],
  ])('%s with %o under %s: 刑法341(1) %s', (act, animal, permit, is) => {
    expect(reached({ acts: [act], animals: [animal], permit }, 'endanger')).toBe(is);
  });

  it('asks which act it was where the permit covers one of them', () => {
    const one = { acts: ['猎捕、收购、运输、出售之一'], animals: [WILD], permit: '特许猎捕证' };
    expect(charge(judged(one), 'endanger')).toMatchObject({ reached: 'depends' });
    expect(charge(judged(one), 'endanger')?.missing.join()).toContain('究竟是猎捕还是收购还是运输还是出售');
    expect(reached({ ...one, permit: false }, 'endanger')).toBe('yes');
  });

  it('takes a mark said not to be held as none', () => {
    const facts = { acts: ['出售'], animals: [BRED] };
    expect(reached({ ...facts, permit: '有人工繁育许可证但无专用标识' }, 'endanger')).toBe('yes');
    expect(applies({ ...facts, permit: '有人工繁育许可证但无专用标识' }, 'P52-1')).toBe('yes');
  });

  it('asks for exactly what the permit held leaves open', () => {
    const missing = (animal: object) =>
      charge(judged({ acts: ['出售'], animals: [animal], permit: '人工繁育许可证' }), 'endanger')?.missing;
    expect(missing(BRED)).toEqual([
      'permit：除人工繁育许可证外，有无批准文件或者专用标识（野生动物保护法第28条第2款、野生动物保护法第29条第1款）',
    ]);
    expect(missing(UNSAID)?.[0]).toBe('画眉：来源（野外或者人工繁育）');
  });

  it('says which permit the act needs where another is held', () => {
    const a = judged({ acts: ['出售'], animals: [WILD], permit: '特许猎捕证' });
    expect(a.mustTransfer).toBe('yes');
    expect(charge(a, 'endanger')?.reasons).toContain(
      '所持许可不是本行为所需的批准文件、专用标识（野生动物保护法第28条第2款）',
    );
    expect(penalty(a, 'P52-1')?.applies).toBe('yes');
  });

  it.each([
    // 28(3), 34(2): 狩猎、人工繁育、进出口等合法来源证明.
    ['狩猎证', '野外', undefined],
    ['狩猎证', '人工繁育', 'yes'],
    ['狩猎证', null, 'depends'],
    ['人工繁育备案', '野外', 'yes'],
    ['允许进出口证明书', '野外', undefined],
    ['特许猎捕证', '野外', 'yes'],
    ['检疫证明', '野外', 'yes'],
  ])('三有 sold, %s, %s: P52-2 %s', (permit, origin, is) => {
    expect(applies({ acts: ['出售'], animals: [sparrow(100, { origin })], permit }, 'P52-2')).toBe(is);
  });

  it.each([
    ['人工繁育许可证', undefined],
    ['专用标识', 'yes'],
    [false, 'yes'],
    [undefined, 'depends'],
  ])('25(2): breeding under %s: P51-1 %s', (permit, is) => {
    const facts = { acts: ['繁育'], animals: [BRED], permit };
    expect(applies(facts, 'P51-1')).toBe(is);
  });

  it.each([
    [undefined, '引进外来物种', 'depends'],
    [undefined, '非法引进境外物种', 'yes'],
    [false, '引进外来物种', 'yes'],
    ['从境外引进批准', '引进外来物种', undefined],
    ['允许进出口证明书', '引进外来物种', 'depends'],
    ['狩猎证', '引进外来物种', 'yes'],
  ])('40(1): permit %s, %s: P58 %s', (permit, act, is) => {
    expect(applies({ acts: [act], permit }, 'P58')).toBe(is);
  });

  it('does not let a hunting licence of another class answer for place and tool (23条1款)', () => {
    const facts = { acts: ['猎捕'], animals: [thrush(100)], banArea: true };
    expect(reached({ ...facts, permit: '狩猎证' }, 'hunting')).toBe('depends');
    expect(reached({ ...facts, permit: '特许猎捕证' }, 'hunting')).toBe('no');
  });

  it.each([
    ['运输', sparrow(100), 'P52-2', '野生动物保护法第34条第2款'],
    ['运输', thrush(100), 'P52-1', '野生动物保护法第34条第1款'],
    ['出售', sparrow(100), 'P52-2', '野生动物保护法第28条第3款'],
    ['出售', thrush(100), 'P52-1', '野生动物保护法第28条第2款'],
  ])('%s is judged by its own article', (act, animal, id, article) => {
    const facts = { acts: [act], animals: [animal], permit: false, circumstances: ['出县境'] };
    const said = penalty(judged(facts), id)?.conditions.filter((text) => text.startsWith('未取得')) ?? [];
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(article);
  });
});

describe('猎捕 and 杀害 in 48(1)', () => {
  const killed = { acts: ['杀害'], animals: [thrush(100)], banArea: true, methods: ['徒手'] };

  it('items 1 and 3 are about hunting; killing is item 2, by the licence alone', () => {
    expect(applies({ ...killed, permit: '特许猎捕证' }, 'P48-1')).toBeUndefined();
    expect(applies({ ...killed, acts: ['猎捕'], permit: '特许猎捕证' }, 'P48-1')).toBe('yes');
    expect(applies({ ...killed, permit: false }, 'P48-1')).toBe('yes');
    expect(penalty(judged({ acts: ['杀害'], animals: [thrush(100)] }), 'P48-1')?.missing).toEqual([
      'permit：有无特许猎捕证（野生动物保护法第21条）',
    ]);
  });
});

describe('captive stock taken off the list (29条2款)', () => {
  const deer = (more: object) => ({ species: '梅花鹿', count: 3, origin: '人工繁育', ...more });

  it.each([
    [['出售'], {}, 'P52-1', 'depends'],
    [['出售'], { former: true }, 'P52-1', 'yes'],
    [['出售'], { former: false }, 'P52-1', undefined],
    [['繁育'], {}, 'P51-1', 'depends'],
    [['繁育'], { 调出名录: '是' }, 'P51-1', 'yes'],
  ] as const)('%s %o: %s %s', (acts, more, id, is) => {
    const animals = [deer({ ...more, actualPriceYuan: 9_000 })];
    expect(applies({ acts: [...acts], animals, permit: false }, id)).toBe(is);
  });

  it('asks for it by its article, and leaves the crime to the wild', () => {
    const a = judged({ acts: ['出售'], animals: [deer({})], permit: false });
    expect(penalty(a, 'P52-1')?.missing.join()).toContain('野生动物保护法第29条第2款');
    expect(charge(a, 'endanger')?.reached).toBe('no');
  });
});

describe('acts before are added up in weight and in value (解释12条)', () => {
  const fishing = (now: object, before: object, more: object = {}) =>
    charge(
      judged({
        acts: ['非法捕捞水产品'],
        animals: [{ species: '鲫鱼', ...now }],
        banArea: true,
        bannedMethod: false,
        circumstances: ['内陆水域'],
        priorActs: [
          {
            day: '2024-01-01',
            acts: ['非法捕捞水产品'],
            handled: false,
            animals: [{ species: '鲫鱼', ...before }],
          },
        ],
        ...more,
      }),
      'fishing',
    );

  it.each([
    ['300公斤', '200公斤', 'yes'],
    ['300公斤', '199.999公斤', 'no'],
    ['500公斤', '1公斤', 'yes'],
    ['300公斤', '约99公斤', 'no'],
    ['300公斤', '约100公斤', 'depends'],
    ['300公斤', '190余公斤', 'depends'],
  ])('%s now, %s before: %s', (now, before, is) => {
    const found = fishing({ mass: now, appraisedYuan: 3_000 }, { mass: before, appraisedYuan: 2_000 });
    expect(found?.reached).toBe(is);
  });

  it.each([
    [{ handled: undefined }, 'depends'],
    [{ handled: true }, 'no'],
    [{ acts: ['出售'] }, 'no'],
    [{ day: '2022-04-30' }, 'no'],
    [{ animals: [], valueYuan: 100 }, 'depends'],
  ])('before %o: %s', (more, is) => {
    const prior = {
      day: '2024-01-01',
      acts: ['非法捕捞水产品'],
      handled: false,
      animals: [{ species: '鲫鱼', mass: '200公斤', appraisedYuan: 10 }],
      ...more,
    };
    const now = { mass: '300公斤', appraisedYuan: 3_000 };
    expect(fishing(now, {}, { priorActs: [prior] })?.reached).toBe(is);
  });

  it('counts towards the lower amounts of 3(1)(二) only what was such fishing too', () => {
    const fry = { circumstances: ['内陆水域', '怀卵亲体'] };
    const prior = (more: object) => ({
      ...fry,
      priorActs: [
        {
          day: '2024-01-01',
          acts: ['非法捕捞水产品'],
          handled: false,
          animals: [{ species: '鲫鱼', mass: '45公斤', appraisedYuan: 100 }],
          ...more,
        },
      ],
    });
    const now = { mass: '10公斤', appraisedYuan: 100 };
    expect(fishing(now, {}, prior({ circumstances: ['怀卵亲体'] }))?.reached).toBe('yes');
    expect(fishing(now, {}, prior({ special: false }))?.reached).toBe('no');
    expect(fishing(now, {}, prior({}))).toMatchObject({
      reached: 'depends',
      missing: ['前次行为1（2024-01-01）：是否苗种、怀卵亲体或者在水产种质资源保护区'],
    });
  });
});

describe('waters (解释3、19条, 野生动物保护法2条4款)', () => {
  it.each([
    [{ species: '红珊瑚', count: 1, appraisedYuan: 50_000 }, 'depends'],
    [{ species: '砗磲', count: 1, appraisedYuan: 50_000 }, 'depends'],
    [{ species: '绿海龟', count: 1, appraisedYuan: 50_000 }, 'depends'],
    [thrush(50_000), 'yes'],
  ])('at sea %o: %s', (animal, is) => {
    const a = judged({ acts: ['收购'], animals: [animal], circumstances: { sea: true }, permit: false });
    expect(charge(a, 'endanger')?.reached).toBe(is);
    if (is === 'depends') expect(charge(a, 'endanger')?.missing.join()).toContain('法释〔2016〕17号');
    expect(a.mustTransfer).toBe(is);
  });

  it('does not make a hunt of what lives in the sea', () => {
    const a = judged({
      acts: ['猎捕'],
      animals: [{ species: '绿海龟', count: 1 }],
      place: '某海域',
      banArea: true,
    });
    expect([charge(a, 'endanger')?.reached, charge(a, 'hunting')?.reached]).toEqual(['depends', 'no']);
  });

  it.each([
    [{ methods: ['头灯'] }, 'depends'],
    [{ methods: ['猎夹'] }, 'depends'],
    [{ methods: ['电鱼'] }, 'yes'],
    [{ methods: ['头灯'], bannedMethod: true }, 'yes'],
    [{ methods: ['头灯'], bannedMethod: false }, 'no'],
    [{ methods: ['徒手'] }, 'no'],
    [{ methods: [] }, 'no'],
  ])('600 kg outside area and season, %o: %s — 24条 is about hunting', (more, is) => {
    const facts = {
      acts: ['非法捕捞水产品'],
      animals: [{ species: '草鱼', mass: 600 }],
      banArea: false,
      banPeriod: false,
      circumstances: ['内陆水域'],
    };
    expect(reached({ ...facts, ...more }, 'fishing')).toBe(is);
    expect(JSON.stringify(charge(judged({ ...facts, ...more }), 'fishing'))).not.toContain(
      '野生动物保护法第24条',
    );
  });

  it('takes fish “hunted” as fishing (刑法340条), never as game', () => {
    const facts = {
      acts: ['猎捕'],
      animals: [{ species: '鲫鱼', mass: 3 }],
      methods: ['电鱼'],
      banArea: true,
    };
    const a = judged(facts);
    expect(a.offences.map((o) => [o.code, o.reached])).toEqual([['fishing', 'yes']]);
    expect(a.notes.join()).toContain('野生动物保护法第2条第4款');
    const both = judged({ ...facts, animals: [...facts.animals, sparrow(10)] });
    expect(charge(both, 'fishing')?.reached).toBe('yes');
    expect(charge(both, 'hunting')).toMatchObject({ value: { min: 10, max: 10 } });
    expect(judged({ acts: ['收购'], animals: [{ species: '鲫鱼', mass: 3 }] }).notes.join()).toContain(
      '野生动物保护法第2条第4款',
    );
  });
});

describe('elements told, not assumed', () => {
  it.each([
    [{}, 'depends'],
    [{ circumstances: ['破坏生态'] }, 'yes'],
    [{ circumstances: ['未破坏生态'] }, undefined],
    [{ circumstances: ['对野生动物资源造成严重损害'] }, 'yes'],
  ])('49(2) asks for 破坏生态: %o %s', (more, is) => {
    const facts = { acts: ['猎捕'], animals: [boar(100)], banArea: true, ...more };
    expect(applies(facts, 'P49-2')).toBe(is);
  });

  it.each([
    ['提供遗传资源', 'depends'],
    ['向境外机构提供我国特有的野生动物遗传资源', 'yes'],
    ['向境外机构提供非我国特有的野生动物遗传资源', undefined],
  ])('38条, 57条: %s %s', (act, is) => {
    expect(applies({ acts: [act], proceedsYuan: 100 }, 'P57')).toBe(is);
  });

  it('raises art. 9 where a buyer’s knowledge is not told, and judges nothing by it', () => {
    const a = judged({ acts: ['购买'], animals: [sparrow(100)], purpose: '饲养' });
    expect(charge(a, 'fence')).toBeUndefined();
    expect(a.notes.join()).toContain('上游构成犯罪的，依刑法第312条判断（法释〔2022〕12号第9条）');
  });

  it.each([
    ['求购', 'P52-1'],
    ['网上发布出售信息', 'P52-1'],
  ])('%s is not yet a trade: it asks which', (act, id) => {
    const a = judged({ acts: [act], animals: [thrush(30_000)], permit: false });
    expect(charge(a, 'endanger')?.reached).toBe('depends');
    expect(penalty(a, id)).toMatchObject({ applies: 'depends' });
    expect(charge(a, 'endanger')?.missing.join()).toMatch(/究竟是(?:收购|出售)还是发布广告/);
  });

  it('does not take 自首 for what the agency did not know (行政处罚法32条3项)', () => {
    const a = judged({ acts: ['出售'], animals: [sparrow(10)], circumstances: ['自首'] });
    expect(a.mitigating.map((w) => w.code)).not.toContain('confessed');
    expect(a.notes.join()).toContain('自首');
  });
});

describe('an appraisal far below what art. 15 gives (解释15、16条)', () => {
  const sale = (count: number, appraisedYuan: number) =>
    judged({
      acts: ['出售'],
      animals: [{ species: '画眉', count, origin: '野外', form: '活体', appraisedYuan }],
    });

  it.each([
    [30, 100, 'depends'],
    [5, 12_500, 'no'],
    [5, 12_499.99, 'depends'],
    [8, 20_000, 'yes'],
    [3, 30_000, 'yes'],
    [3, 300_000, 'yes'],
    [2, 19_999, 'no'],
  ])('%d hwamei (5,000 each) found worth %d: %s', (count, yuan, is) => {
    expect(sale(count, yuan).mustTransfer).toBe(is);
  });

  it('leaves 三有 to the market, which a price report finds (15条2项)', () => {
    const animals = [{ species: '麻雀', count: 100, origin: '野外', appraisedYuan: 100 }];
    expect(judged({ acts: ['出售'], animals, circumstances: ['以食用为目的'] }).mustTransfer).toBe('no');
  });

  it('shows both figures', () => {
    const found = charge(sale(30, 100), 'endanger');
    expect(found?.value).toEqual({ min: 100, max: 150_000 });
    expect(found?.missing.join()).toMatch(/100元.*15万元.*法释〔2022〕12号第15条.*第16条/);
  });
});

describe('ways out and weights', () => {
  const bear = { acts: ['杀害'], animals: [{ species: '黑熊', count: 1 }], permit: false };
  const EMERGENCY = ['黑熊袭击村民，紧急情况下打死'];

  it('knows the emergency of 19(3): a way out, and the transfer to be weighed', () => {
    const a = judged({ ...bear, circumstances: EMERGENCY });
    expect(a.exits.find((e) => e.code === 'emergency')).toMatchObject({
      open: 'depends',
      article: '野生动物保护法第19条第3款',
    });
    expect(a.mustTransfer).toBe('depends');
    expect(judged(bear).mustTransfer).toBe('yes');
    const sold = judged({ ...bear, acts: ['杀害', '出售'], circumstances: EMERGENCY });
    expect(sold.mustTransfer).toBe('yes');
    const none = judged({ ...bear, circumstances: ['不属于紧急情况'] });
    expect([none.mustTransfer, none.exits.some((e) => e.code === 'emergency')]).toEqual(['yes', false]);
  });

  it('tells of an organisation (解释18条) without weighing it', () => {
    const a = judged({ acts: ['出售'], animals: [thrush(30_000)], circumstances: ['单位实施'] });
    expect(a.aggravating.map((w) => w.code)).not.toContain('unit');
    expect(a.notes.join()).toContain('法释〔2022〕12号第18条');
  });
});

describe('what is open together', () => {
  it('asks nothing where every way it can prove true answers alike', () => {
    const turtles = {
      acts: ['收购'],
      animals: [{ species: '乌龟', count: 7 }],
      circumstances: ['以食用为目的'],
      permit: false,
    };
    expect(reached(turtles, 'food')).toBe('no');
    const parrots = {
      acts: ['出售'],
      animals: [{ species: '和尚鹦鹉', count: 5, appraisedYuan: 15_000 }],
      circumstances: ['以食用为目的'],
      permit: false,
    };
    expect(reached(parrots, 'food')).toBe('no');
    expect(applies(parrots, 'P52-2')).toBeUndefined();
  });
});
