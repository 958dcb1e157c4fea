// Are acts, circumstances, tools, notices and permits understood however an officer writes them?
import { describe, expect, it } from 'vitest';
import { readAct } from './fact-act.ts';
import { CIRCUMSTANCES, readCircumstance } from './fact-circumstance.ts';
import { readFacts } from './fact-read.ts';

function facts(json: object, more: Parameters<typeof readFacts>[1] = {}) {
  const outcome = readFacts({ acts: ['出售'], ...json }, more);
  if (!outcome.ok) throw new Error(outcome.refusals.map((r) => `${r.where}: ${r.message[0]}`).join('; '));
  return outcome.value;
}

describe('acts', () => {
  it.each([
    ['非法猎捕', 'hunt'],
    ['盗猎', 'hunt'],
    ['网捕', 'hunt'],
    ['捕杀', 'hunt kill'],
    ['杀害', 'kill'],
    ['购买', 'buy'],
    ['收购（自用）', 'buy'],
    ['携带', 'transport'],
    ['寄递', 'transport'],
    ['贩卖', 'sell'],
    ['非法收购、运输、出售', 'sell buy transport'],
    ['以营利为目的的加工利用', 'sell use'],
    ['利用互联网出售', 'sell'],
    ['非法进出口', 'smuggle'],
    ['食用', 'eat'],
    ['展演', 'use'],
    ['人工繁育', 'breed'],
    ['人工繁育三有未备案', 'breedUnrecorded'],
    ['未将猎捕情况备案', 'huntUnreported'],
    ['未取得持枪证持枪猎捕', 'gunHunt'],
    ['生产经营食品', 'makeFood'],
    ['为食用非法购买', 'buy'],
    ['为出售野生动物发布广告', 'advertise'],
    ['提供展示、交易、消费服务', 'provideVenue'],
    ['快递企业未按照规定查验', 'carryUnchecked'],
    ['买卖允许进出口证明书', 'forgePermit'],
    ['从境外引进物种', 'introduce'],
    ['将境外引进的动物放生', 'releaseAlien'],
    ['丢弃', 'release'],
    ['以收容救护为名买卖', 'rescueTrade'],
    ['向境外机构提供遗传资源', 'giveGenetic'],
    ['非法捕捞水产品', 'fish'],
    ['掩饰、隐瞒犯罪所得', 'conceal'],
    ['玩忽职守', 'dereliction'],
    ['捡拾', 'possess'],
    ['HUNT', 'hunt'],
    ['provideVenue', 'provideVenue'],
    ['T1', 'hunt'],
    ['T3', 'transport'],
    ['T10', 'forgePermit'],
    ['未出售', ''],
    ['挖坑', ''],
  ])('%s → %s', (text, codes) => {
    expect(
      readAct(text)
        .statements.map((s) => s.join('|'))
        .sort()
        .join(' '),
    ).toBe(codes.split(' ').sort().join(' '));
  });

  it('leaves open which act a word for several means', () => {
    expect(readAct('交易').statements).toEqual([['buy', 'sell']]);
    expect(readAct('T2').statements).toEqual([['buy', 'sell']]);
    expect(readAct('T11').statements).toEqual([['introduce', 'releaseAlien', 'release']]);
  });

  it('hears what else a text says: place, season, tool, purpose, direction', () => {
    const f = facts({ acts: ['在禁猎区使用电猫猎捕', '以食用为目的收购', '非法出口'] });
    expect(f.banArea).toBe('yes');
    expect(f.bannedMethod).toBe('yes');
    expect([...f.circumstances]).toEqual(
      expect.arrayContaining([
        ['foodPurpose', 'yes'],
        ['exported', 'yes'],
      ]),
    );
    expect(facts({ acts: ['T1'] }).bannedMethod).toBe('yes');
    expect(facts({ acts: ['无证猎捕'] }).permit.held).toBe('no');
  });
});

describe('circumstances', () => {
  it('are all known by their code and their Chinese label', () => {
    for (const c of CIRCUMSTANCES)
      for (const word of [c.code, c.label[0]])
        expect(readCircumstance(word), word).toEqual([{ code: c.code, state: 'yes' }]);
  });

  it.each([
    ['自食', 'foodPurpose:yes'],
    ['不以食用为目的', 'foodPurpose:no'],
    ['在农家乐作为食品销售', 'cateringSale:yes'],
    ['通过广告介绍食用方法', 'foodAdvert:yes'],
    ['属于犯罪集团的首要分子', 'ringleader:yes'],
    ['使用特种交通工具逃避监管', 'specialVehicle:yes'],
    ['两年内因破坏野生动物资源受过行政处罚', 'penalisedTwoYears:yes'],
    ['两年内未受过行政处罚', 'penalisedTwoYears:no'],
    ['暴力抗拒、阻碍国家机关工作人员依法履行职务', 'violence:yes'],
    ['对野生动物栖息地生态造成严重损害', 'harmResource:yes'],
    ['未造成动物死亡或者动物、动物制品无法追回', 'noDeathNorLoss:yes'],
    ['造成动物死亡', 'noDeath:no'],
    ['全部退赃退赔，确有悔罪表现', 'refunded:yes remorse:yes'],
    ['部分退赃', 'refunded:no'],
    ['情节严重', 'severe:yes'],
    ['不属于情节严重', 'severe:no'],
    ['情节显著轻微危害不大', 'manifestlySlight:yes'],
    [
      '对资源危害明显较轻，自愿接受行政处罚，积极修复生态环境',
      'acceptsPenalty:yes repairs:yes slightHarm:yes',
    ],
    ['人工繁育技术成熟、已成规模，作为宠物买卖、运输', 'petTrade:yes'],
    ['明知是非法捕捞犯罪所得', 'knowsCrime:yes'],
    ['不满14周岁', 'under14:yes'],
    ['年满16周岁的未成年人', 'minor:yes'],
    ['受他人胁迫', 'coerced:yes'],
    ['没有捕到猎物', 'noCatch:yes'],
    ['电鱼', 'electroPoisonBlast:yes'],
    ['在水产种质资源保护区内', 'reserveWater:yes'],
    ['运往省外', 'outOfCounty:yes'],
    ['仅在本县内运输', 'outOfCounty:no'],
    ['责令改正后逾期不改正', 'overdue:yes'],
    ['天气晴朗', ''],
  ])('%s → %s', (text, stated) => {
    expect(
      readCircumstance(text)
        .map(({ code, state }) => `${code}:${state}`)
        .sort()
        .join(' '),
    ).toBe(stated);
  });

  it('may be a table of yes and no, and a contradiction is told', () => {
    expect(facts({ circumstances: { severe: false, foodPurpose: true } }).circumstances.get('severe')).toBe(
      'no',
    );
    const torn = facts({ circumstances: ['以食用为目的', '不以食用为目的'] });
    expect(torn.circumstances.get('foodPurpose')).toBe('unknown');
    expect(torn.notes.join()).toContain('前后矛盾');
  });
});

describe('tools', () => {
  const banned = (...methods: string[]) => facts({ acts: ['猎捕'], methods }).bannedMethod;

  it.each([
    [['猎夹和弹弓'], 'yes'],
    [['弹弓', '电猫'], 'yes'],
    [['机关陷阱捕鸟笼'], 'unknown'],
    [['头灯照明'], 'yes'],
    [['未使用工具'], 'no'],
    [['土铳'], 'unknown'],
    [['电鱼'], 'yes'],
    [['不详'], 'unknown'],
    [[], 'no'],
  ])('%j: %s', (methods, state) => {
    expect(banned(...methods)).toBe(state);
  });

  it('are found among the circumstances too, and a statement that contradicts the table is told', () => {
    expect(facts({ acts: ['猎捕'], circumstances: ['使用捕鸟网'] }).bannedMethod).toBe('yes');
    const torn = facts({ acts: ['猎捕'], methods: ['电猫'], bannedMethod: false });
    expect(torn.bannedMethod).toBe('yes');
    expect(torn.notes.join()).toContain('不一');
  });
});

describe('closed areas and seasons', () => {
  const area = (banArea: unknown, day: string | null = '2024-05-01') => facts({ day, banArea }).banArea;

  it.each([
    [true, 'yes'],
    ['是', 'yes'],
    ['否', 'no'],
    ['不在禁猎区', 'no'],
    ['某县禁猎通告〔2024〕1号', 'yes'],
    [{ notice: '某县通告' }, 'yes'],
    [{ notice: '某县通告', in: false }, 'no'],
    [{ from: '2024-03-01', until: '2024-05-01' }, 'yes'],
    [{ from: '2024-03-01', until: '2024-04-30' }, 'no'],
    [{ from: '2024-05-02' }, 'no'],
    [[{ until: '2024-01-01' }, '通告'], 'yes'],
    [[], 'unknown'],
    ['不详', 'unknown'],
    [null, 'unknown'],
    [{}, 'unknown'],
  ])('%j: %s', (raw, state) => {
    expect(area(raw)).toBe(state);
  });

  it('need the day where the notice has days', () => {
    expect(area({ from: '2024-03-01' }, null)).toBe('unknown');
  });
});

it.each([
  [true, 'yes', []],
  ['无', 'no', []],
  ['未取得狩猎证', 'no', []],
  ['狩猎证', 'yes', ['hunting']],
  [{ kind: '特许猎捕证', no: '1' }, 'yes', ['specialHunting']],
  [{ kind: '狩猎证', held: false }, 'no', []],
  [['狩猎证', '持枪证'], 'yes', ['hunting', 'gun']],
  ['不详', 'unknown', []],
])('permit %j: %s %j', (permit, held, kinds) => {
  expect(facts({ permit }).permit).toEqual({ held, kinds });
});

it('understands Chinese keys, written days, and one thing where a list is meant', () => {
  const f = facts({
    acts: null,
    行为: '出售',
    日期: '2024年5月1日',
    动物: { 物种: '麻雀', 数量: '3只' },
    禁猎期: '是',
    违法所得: '1.2万元',
  });
  expect(f).toMatchObject({ day: '2024-05-01', banPeriod: 'yes', proceeds: 1_200_000 });
  expect(f.animals).toMatchObject([{ speciesId: 'Passer montanus', count: 3 }]);
});
