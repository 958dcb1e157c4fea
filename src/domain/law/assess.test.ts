// Does an assessment say all an officer needs: transfer, ways out, clocks, versions — and hold to its articles?
import { describe, expect, it } from 'vitest';
import { assessJson } from './assess.ts';
import { boar, judged, sparrow, thrush } from './assess-fixture.ts';
import { LAW_TEXTS } from './assess-law.ts';
import { assessmentText } from './assess-text.ts';
import { deadlineOf } from './deadline-table.ts';

describe('published cases (read from public excerpts; what they expect is an inference from the outcome)', () => {
  it('甘肃文县 (2024)甘7508刑初6号: five hwamei taken, 25,000 yuan, 危害珍贵、濒危野生动物罪', () => {
    const a = judged({
      day: '2023-12-01',
      acts: ['猎捕'],
      animals: [{ species: '画眉', count: 5, origin: '野外' }],
      methods: ['机关陷阱捕鸟笼', '媒鸟'],
      purpose: '饲养',
    });
    expect(a.offences.find((o) => o.code === 'endanger')).toMatchObject({
      reached: 'yes',
      tier: '基本',
      value: { min: 25_000, max: 25_000 },
    });
    expect(a.mustTransfer).toBe('yes');
  });

  it('河北丰南 2024-04-04: three doves by slingshot, 900 yuan, 2,000 to 20,000 by art. 49(1)', () => {
    const a = judged({
      day: '2024-04-04',
      acts: ['猎捕'],
      animals: [
        { species: '灰斑鸠', count: 1 },
        { species: '山斑鸠', count: 2 },
      ],
      methods: ['弹弓', '滑膛弓'],
      bannedMethod: true,
    });
    expect(a.administrative[0]).toMatchObject({
      article: '野生动物保护法第49条第1款',
      applies: 'yes',
      fine: { min: 2_000, max: 20_000 },
    });
    expect(a.offences.find((o) => o.code === 'hunting')).toMatchObject({
      reached: 'depends',
      value: { min: 900, max: 900 },
    });
  });

  it('江西资溪 2022: five muntjacs by leg-hold traps in closed area and season, 15,000 yuan, 非法狩猎罪', () => {
    const a = judged({
      day: '2022-10-01',
      acts: ['猎捕'],
      animals: [{ species: '小麂', count: 5 }],
      methods: ['捕兽夹'],
      banArea: true,
      banPeriod: true,
      purpose: '食用',
    });
    expect(a.offences.find((o) => o.code === 'hunting')).toMatchObject({
      reached: 'yes',
      value: { min: 15_000, max: 15_000 },
    });
    expect(a.administrative).toEqual([]);
    expect(a.mustTransfer).toBe('yes');
  });

  it('北京顺义 2023-04: 130 toads by headlamp and tongs, 13,000 yuan, 非法狩猎罪', () => {
    const a = judged({
      day: '2023-04-15',
      acts: ['猎捕'],
      animals: [{ species: '中华蟾蜍', count: 130 }],
      methods: ['头灯照明', '夹子'],
      purpose: '出售',
    });
    expect(a.offences.find((o) => o.code === 'hunting')).toMatchObject({
      reached: 'yes',
      value: { min: 13_000, max: 13_000 },
    });
  });

  it('宁夏彭阳 2024: parts picked up and kept, not identified: no crime, no fine, seizure', () => {
    const a = judged({
      day: '2024-03-01',
      acts: ['捡拾并持有制品'],
      animals: [{ species: '疑似野生动物肢体', count: 8, form: '部分' }],
      bannedMethod: false,
      purpose: '收藏',
    });
    expect(a).toMatchObject({ offences: [], administrative: [], mustTransfer: 'no' });
    expect(a.notes.join()).toContain('野生动物保护法第36条第4项');
  });
});

describe('transfer', () => {
  it('stands on its articles and forbids a fine in its place', () => {
    const notes = judged({ acts: ['出售'], animals: [thrush(20_000)], permit: false }).notes.join();
    for (const article of [
      '移送规定第3条第1款',
      '移送规定第11条第1款',
      '行政处罚法第27条第1款',
      '野生动物保护法第35条第4款',
    ])
      expect(notes).toContain(article);
    expect(notes).toContain('以罚代刑');
  });

  it('is never taken back by a lenient circumstance, which stands among the ways out', () => {
    const circumstances = ['未造成动物死亡且可追回', '全部退赃退赔', '确有悔罪表现', '情节显著轻微危害不大'];
    const a = judged({ acts: ['出售'], animals: [thrush(20_000)], circumstances });
    expect(a.mustTransfer).toBe('yes');
    expect(a.exits.find((e) => e.code === 'lenient:endanger')).toMatchObject({
      open: 'yes',
      article: '法释〔2022〕12号第6条第3款',
    });
  });

  it.each([
    [['犯罪集团首要分子'], 'no'],
    [['动物死亡'], 'no'],
    [['部分退赃'], 'no'],
    [[], 'depends'],
  ])('closes the lenient way for %j: %s', (more, open) => {
    const stated =
      more.length > 0 && more[0] !== '犯罪集团首要分子'
        ? []
        : ['未造成动物死亡且可追回', '全部退赃退赔', '确有悔罪表现'];
    const circumstances = [...(more.length === 0 ? [] : stated), ...more];
    const a = judged({ acts: ['出售'], animals: [thrush(20_000)], circumstances });
    expect(a.exits.find((e) => e.code === 'lenient:endanger')?.open).toBe(open);
  });

  it.each([
    ['犯罪集团首要分子', '法释〔2022〕12号第6条第2款第1项'],
    ['为逃避监管使用特种交通工具', '法释〔2022〕12号第6条第2款第2项'],
    ['严重影响野生动物科研工作', '法释〔2022〕12号第6条第2款第3项'],
    ['二年内曾因破坏野生动物资源受过行政处罚', '法释〔2022〕12号第6条第2款第4项'],
  ])('%s weighs by %s', (circumstance, article) => {
    const a = judged({ acts: ['出售'], animals: [thrush(20_000)], circumstances: [circumstance] });
    expect(a.aggravating.map((w) => w.article)).toContain(article);
  });

  it('starts the clocks of the table of deadlines', () => {
    const ids = (facts: Parameters<typeof judged>[0]) => judged(facts).clocks.map((c) => c.id);
    const criminal = ids({ acts: ['出售'], animals: [thrush(20_000)] });
    expect(criminal).toEqual(expect.arrayContaining(['TR-5a', 'TR-5b', 'TR-8', 'APL-60']));
    expect(ids({ acts: ['出售'], animals: [sparrow(100)] })).not.toContain('TR-5a');
    const clock = judged({ acts: ['出售'], animals: [thrush(20_000)] }).clocks.find((c) => c.id === 'TR-5b');
    expect(clock).toMatchObject({ article: deadlineOf('TR-5b').basis, limit: 24, unit: 'hour' });
  });
});

/** Facts that between them make every judge, row, weight and way out speak. */
const WIDE: readonly Record<string, unknown>[] = [
  ...[
    '猎捕',
    '杀害',
    '收购',
    '运输',
    '出售',
    '走私',
    '食用',
    '利用',
    '繁育',
    '人工繁育未备案',
    '未将猎捕情况备案',
    '持枪猎捕',
    '生产经营食品',
    '发布广告',
    '提供交易场所',
    '承运不查验',
    '伪造变造买卖证件',
    '引进外来物种',
    '放生',
    '放生外来物种',
    '以收容救护为名买卖',
    '提供遗传资源',
    '非法捕捞水产品',
    '掩饰隐瞒犯罪所得',
    '滥用职权',
    '持有',
  ].flatMap((act) => [
    { acts: [act] },
    {
      acts: [act],
      animals: [thrush(20_000), sparrow(10_000), boar(50_000)],
      banArea: true,
      methods: ['电猫', '弹弓', '土铳', '某物'],
      proceedsYuan: 100,
    },
    {
      acts: [act],
      animals: ['某物', { species: '画眉', form: '制品' }, { species: '非洲灰鹦鹉' }],
      circumstances: [
        '以食用为目的',
        '情节严重',
        '逾期不改正',
        '首要分子',
        '未成年人',
        '立功',
        '主动供述',
        '胁迫',
        '消除危害后果',
        '全部退赃',
        '单位犯罪',
        '不起诉',
        '未满14岁',
        '没有主观过错',
        '首次违法，及时改正',
      ],
    },
    { acts: [act], day: '2021-01-01', animals: [thrush(20_000)] },
    {
      acts: [act],
      animals: [thrush(20_000, { origin: 'bred' })],
      permit: true,
      priorActs: [{ day: '2023-01-01', acts: [act], valueYuan: 5, handled: false }],
    },
  ]),
];

describe('articles', () => {
  const texts = Object.values(LAW_TEXTS);
  const CITED =
    /(法释〔2022〕12号|野生动物保护法|行政处罚法|移送规定|陆生野生动物保护实施条例|刑法)第(\d+)条/g;

  it('cites only articles that exist in the texts held', () => {
    const seen = new Map<string, Set<number>>();
    for (const facts of WIDE)
      for (const [, law = '', article] of JSON.stringify(judged(facts)).matchAll(CITED))
        seen.set(law, (seen.get(law) ?? new Set()).add(Number(article)));
    expect(seen.size).toBeGreaterThanOrEqual(5);
    for (const [law, articles] of seen) {
      const text = texts.find((t) => t.short[0] === law);
      for (const article of articles) {
        const isThere =
          text?.held === null || text?.held === undefined
            ? article <= (text?.articles ?? 0)
            : (text.held as readonly number[]).includes(article);
        expect(isThere && article > 0, `${law}第${article}条`).toBe(true);
      }
    }
  });

  it('are in every reason of a crime reached and in every penalty', () => {
    for (const facts of WIDE) {
      const a = judged(facts);
      for (const o of a.offences)
        if (o.reached === 'yes') expect(o.reasons.filter((r) => /第\d+条/.test(r)).length).toBeGreaterThan(0);
      for (const p of a.administrative) expect(p.article).toMatch(/^野生动物保护法第\d+条/);
    }
  });

  it('count as many as the texts hold', () => {
    expect([
      LAW_TEXTS.wildlife.articles,
      LAW_TEXTS.penalty.articles,
      LAW_TEXTS.interpretation.articles,
      LAW_TEXTS.transfer.articles,
    ]).toEqual([64, 86, 20, 20]);
  });
});

describe('the answer', () => {
  it('has exactly the keys the case screen and the command read', () => {
    expect(Object.keys(judged({ acts: ['出售'] }))).toEqual([
      'protection',
      'valuation',
      'offences',
      'administrative',
      'mustTransfer',
      'aggravating',
      'mitigating',
      'exits',
      'clocks',
      'lawVersion',
      'notes',
      'notUnderstood',
    ]);
  });

  it('gives money in yuan with at most two decimals', () => {
    const money = JSON.stringify(
      judged({
        acts: ['出售', '猎捕'],
        animals: [thrush(20_000.01), sparrow(0.07)],
        permit: false,
        proceedsYuan: 0.1,
      }),
    );
    expect(money).not.toMatch(/\d\.\d{3,}/);
  });

  it('survives JSON unchanged and reads as text', () => {
    for (const facts of WIDE) {
      const a = judged(facts);
      expect(JSON.parse(JSON.stringify(a))).toEqual(a);
      expect(assessmentText(a).join('\n')).toContain('【依据】');
      expect(assessmentText(a).join('\n')).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('names the rules it stands on, the same each time', () => {
    expect(judged({ acts: ['出售'] }).lawVersion).toEqual(judged({ acts: ['猎捕'] }).lawVersion);
    expect(judged({ acts: ['出售'] }).lawVersion.rules).toMatch(/^rules-[0-9a-f]{16}$/);
  });

  it('keeps what it could not understand, and says that it does not count', () => {
    expect(judged({ acts: ['出售'], animals: [{ species: '麻雀', cuont: 3 }] }).notUnderstood).toEqual([
      'animals[0]：不认识的项“cuont”',
    ]);
    const a = judged({
      acts: ['出售', '挖洞取宝'],
      circumstances: ['天气晴朗'],
      methods: ['某种机关'],
      weather: 'fine',
    });
    expect(a.notUnderstood).toEqual([
      'acts[1]：“挖洞取宝”',
      'circumstances[0]：“天气晴朗”',
      'methods[0]：“某种机关”',
      '不认识的项“weather”',
    ]);
    expect(a.notes.join()).toContain('4处未能识别');
  });
});

it('refuses what is no case, with the place, and never throws', () => {
  const where = (json: unknown) => {
    const outcome = assessJson(json, { today: '2026-01-01' });
    return outcome.ok ? 'ok' : outcome.refusals.map((r) => r.where).join();
  };
  expect(where(null)).toBe('$');
  expect(where([])).toBe('$');
  expect(where('出售')).toBe('$');
  expect(where({})).toBe('acts');
  expect(where({ acts: 5 })).toBe('acts');
  expect(where({ acts: ['出售'], day: '2024-02-30' })).toBe('day');
  expect(where({ acts: ['出售'], day: 45_413 })).toBe('day');
  expect(where({ acts: ['出售'], day: '2026-01-02' })).toBe('day');
  expect(where({ acts: ['出售'], day: '0001-01-01' })).toBe('day');
  expect(where({ acts: ['出售'], animals: [{ species: '画眉', count: -1 }] })).toBe('animals[0].count');
  expect(where({ acts: ['出售'], proceedsYuan: -5 })).toBe('proceedsYuan');
  expect(where({ acts: ['出售'], priorActs: [{ day: '2030-01-01' }], day: '2024-01-01' })).toBe(
    'priorActs[0].day',
  );
  expect(where({ acts: ['出售'], priorActs: 'x' })).toBe('priorActs');
  expect(where({ acts: ['出售'], age: 'x' })).toBe('age');
});
