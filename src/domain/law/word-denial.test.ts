// Does no denial ever read as what it denies, and does no doubt ever decide?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { daySpan, isWithin } from './day-text.ts';
import { readAct } from './fact-act.ts';
import { readBan } from './fact-ban.ts';
import { CIRCUMSTANCES, inCateringPlace, readCircumstance } from './fact-circumstance.ts';
import { newDesk } from './fact-desk.ts';
import { readMethod } from './fact-method.ts';
import { readPermit } from './fact-permit.ts';
import { senseOfReserve, senseOfReserveWater, senseOfSea } from './fact-place.ts';
import { PERMIT_TYPES } from './taxonomy.ts';
import { TOOL_TYPES } from './tool.ts';
import { senseAround } from './word-sense.ts';

const DENIALS = [
  '不属于X',
  '并非X',
  '不是X',
  '没有X',
  '未X',
  '无X',
  '不存在X',
  '不构成X',
  'X不属实',
  'X，经查不属实',
  'X的情形不存在',
  '查无X',
] as const;
const DOUBTS = [
  '可能X',
  '疑似X',
  '是否X待查',
  '是否X不明',
  '不能确定X',
  '没有证据证明X',
  '无证据证明X',
  '无法确定是否X',
  'X有待核实',
  'X尚未查明',
  'X（待查）',
  'X存疑',
  '据称X',
  'X？',
  'X，但不能确定',
] as const;
const fill = (frame: string, word: string) => frame.replace('X', word);

describe('circumstances', () => {
  const ALL = CIRCUMSTANCES.map(({ code, label }) => ({ code, word: label[0] }));
  const EVERYDAY = [
    '以食用为目的',
    '用于食用',
    '食用目的',
    '在饭店出售',
    '卖给饭店',
    '在禁猎区',
    '在禁猎期',
    '在自然保护区内',
    '使用禁用工具',
    '使用电鱼方法',
    '在海域',
    '怀卵亲体',
    '单位犯罪',
    '主动供述',
    '立功表现',
    '受胁迫',
    '未成年人',
    '精神病人',
    '悔罪表现',
    '特种交通工具',
    '暴力抗拒执法',
    '情节严重',
    '修复生态',
    '出口',
    '自用',
  ];
  const words = [...ALL.map((c) => c.word), ...EVERYDAY];

  it.each(DENIALS)('%s is never what it denies', (frame) => {
    for (const word of words) {
      const affirmed = new Map(readCircumstance(word).map((s) => [s.code, s.state]));
      for (const { code, state } of readCircumstance(fill(frame, word)))
        if (affirmed.get(code) !== undefined)
          expect([fill(frame, word), code, state]).not.toEqual([fill(frame, word), code, affirmed.get(code)]);
    }
  });

  it.each(DOUBTS)('%s decides nothing', (frame) => {
    for (const word of words)
      for (const { code, state } of readCircumstance(fill(frame, word)))
        expect([fill(frame, word), code, state]).toEqual([fill(frame, word), code, 'unknown']);
  });

  it.each([
    ['既不在禁猎区也不在禁猎期', ['banArea:no', 'banPeriod:no']],
    ['未在禁猎区，在禁猎期', ['banArea:no', 'banPeriod:yes']],
    ['没有立功和悔罪表现', ['merit:no', 'remorse:no']],
    ['用于食用而不是饲养', ['foodPurpose:yes']],
    ['部分退赃', ['refunded:no']],
    ['未造成动物死亡，已全部追回', ['noDeath:yes', 'recoverable:yes']],
    ['二年内曾因赌博受过行政处罚', []],
    ['二年内曾因非法狩猎受过行政处罚', ['penalisedTwoYears:yes']],
    ['距禁猎区5公里', ['banArea:no']],
    ['禁猎区附近', ['banArea:unknown']],
    ['以食用为目的，经查不属实', ['foodPurpose:unknown']],
    ['有精神病史但案发时能够辨认自己的行为', ['mental:no']],
  ])('%s', (text, stated) => {
    expect(
      readCircumstance(text)
        .map((s) => `${s.code}:${s.state}`)
        .sort(),
    ).toEqual(stated);
  });

  it('everyday words are understood as they stand', () => {
    for (const word of EVERYDAY)
      expect([word, readCircumstance(word).map((s) => s.state)]).toEqual([word, ['yes']]);
  });
});

describe('permits', () => {
  const INVALID = [
    '尚未取得X',
    'X没有',
    'X未批准',
    'X待批',
    'X申请被驳回',
    'X已失效',
    'X（已过期）',
    'X已过期',
    '过期的X',
    'X被吊销',
    'X被撤销',
    'X已注销',
    '正在申请X',
    'X申请中',
    '借用的X',
    'X系借用他人',
    'X系伪造',
    '伪造的X',
    '无X',
    '没有X',
    '未取得X',
    '未办理X',
    'X，已作废',
  ];
  const AGAINST = ['未按X规定', '超出X限额', '持有X但超出限额', '违反X规定的数量'];
  const HELD = [
    'X',
    '有X',
    '持有X',
    '持有有效的X',
    '已取得X',
    '某县林业局核发的X',
    'X（编号2024001）',
    'X在有效期内',
    'X未过期',
  ];
  const read = (text: string) => {
    const desk = newDesk();
    return {
      ...readPermit(desk, text),
      told: desk.notUnderstood.length,
      against: desk.circumstances.get('violatesPermit'),
    };
  };

  it.each(INVALID)('%s is none', (frame) => {
    for (const { label } of PERMIT_TYPES) {
      const got = read(fill(frame, label[0]));
      expect([fill(frame, label[0]), got.held]).toEqual([fill(frame, label[0]), 'no']);
    }
  });
  it.each(AGAINST)('%s is held and not kept to', (frame) => {
    for (const { label } of PERMIT_TYPES)
      expect(read(fill(frame, label[0]))).toMatchObject({ held: 'yes', against: 'yes' });
  });
  it.each(HELD)('%s is held', (frame) => {
    for (const { code, label } of PERMIT_TYPES)
      expect(read(fill(frame, label[0]))).toMatchObject({ held: 'yes', kinds: [code], told: 0 });
  });
  it.each([
    '可能有X',
    '疑似持有X',
    '是否持有X待查',
    '没有证据证明持有X',
    'X真伪不明',
    'X只许2只',
    '无需X',
    'X的事他弟弟说过',
  ])('%s decides nothing and is told', (frame) => {
    for (const { label } of PERMIT_TYPES)
      expect(read(fill(frame, label[0]))).toMatchObject({ held: 'unknown', told: 1 });
  });
  it('one held beside one lacked', () => {
    expect(read('有人工繁育许可证但无专用标识')).toMatchObject({
      held: 'yes',
      kinds: ['breeding'],
      lacks: ['trade'],
    });
    expect(read('有人工繁育许可证，未取得出售批准')).toMatchObject({ kinds: ['breeding'], lacks: ['trade'] });
    expect(read('批准文件')).toMatchObject({ held: 'yes', kinds: ['trade'] });
  });
});

describe('closed areas and seasons', () => {
  const state = (text: string, day = '2024-05-10') => readBan(newDesk(), text, 'banArea', day).state;

  test.each([
    ['在禁猎区内', 'yes'],
    ['全县域为禁猎区', 'yes'],
    ['县政府2023年1号通告划定的禁猎区', 'yes'],
    ['全年禁猎', 'yes'],
    ['不是禁猎区', 'no'],
    ['没有划定禁猎区', 'no'],
    ['未划定', 'no'],
    ['县政府未发布禁猎通告', 'no'],
    ['外', 'no'],
    ['在禁猎区外', 'no'],
    ['距禁猎区5公里', 'no'],
    ['禁猎期外', 'no'],
    ['禁猎期已结束', 'no'],
    ['禁猎期尚未开始', 'no'],
    ['禁猎区附近', 'unknown'],
    ['禁猎区边缘', 'unknown'],
    ['可能在禁猎区', 'unknown'],
    ['尚未查明', 'unknown'],
    ['某山坡', 'unknown'],
    ['禁猎期为2024年9月1日至11月30日', 'no'],
    ['禁猎期为2024年3月1日至5月31日', 'yes'],
    ['每年9月至次年3月', 'no'],
    ['每年3月1日至5月31日', 'yes'],
    ['自2023年1月1日起五年内禁猎', 'yes'],
    ['自2018年1月1日起五年内禁猎', 'no'],
    ['可能是2024年3月1日至5月31日', 'unknown'],
    ['2024年3月1日至5月31日以外', 'unknown'],
  ])('%s → %s', (text, expected) => {
    expect(state(text)).toBe(expected);
  });

  it('a yearly season holds just on its days, over the new year too', () => {
    const days = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
    const month = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(days, month, month, (day, from, until) => {
        const span = daySpan(`每年${from}月至${until < from ? '次年' : ''}${until}月`);
        const own = Number(day.slice(5, 7));
        const inside = from <= until ? from <= own && own <= until : own >= from || own <= until;
        expect(span && isWithin(day, span)).toBe(inside);
      }),
    );
  });
});

describe('places', () => {
  const PLACES = [
    ['某自然保护区', senseOfReserve],
    ['水产种质资源保护区', senseOfReserveWater],
    ['某海域', senseOfSea],
    ['某饭店', inCateringPlace],
  ] as const;
  const AWAY = [
    '离X3公里的荒山',
    '距X200米',
    'X外',
    'X以外',
    'X对面',
    '花鸟市场（X对面）',
    'X附近',
    'X旁',
    '靠近X',
    '不在X',
    'X边缘',
    '非X',
    '可能在X',
    '去X路上',
  ];

  it.each(AWAY)('%s is not in it', (frame) => {
    for (const [word, read] of PLACES)
      expect([fill(frame, word), read(fill(frame, word))]).not.toEqual([fill(frame, word), 'affirmed']);
  });
  it.each(['X', '在X', 'X内', '位于X', 'X核心区', '某县X'])('%s is in it', (frame) => {
    for (const [word, read] of PLACES)
      expect([fill(frame, word), read(fill(frame, word))]).toEqual([fill(frame, word), 'affirmed']);
  });
  it('what is called a protection zone of something else is none', () => {
    for (const place of ['水源保护区', '文物保护区', '基本农田保护区'])
      expect(senseOfReserve(place)).toBeUndefined();
  });
});

describe('tools', () => {
  const context = { science: false, plantProtection: false, localBans: [], pickedUp: false };
  const BANNED = TOOL_TYPES.filter((tool) => tool.ban === 'law24').map((tool) => tool.label[0]);

  it.each(['未使用X', '没有使用X', '不是X', 'X（未使用）', '没用X', '现场有X，未使用'])(
    '%s is not used',
    (frame) => {
      for (const tool of BANNED)
        expect([fill(frame, tool), readMethod(fill(frame, tool), context).banned]).not.toEqual([
          fill(frame, tool),
          'yes',
        ]);
    },
  );
  it.each(['疑似X', '可能使用X', '是否使用X待查', 'X待鉴定'])('%s is open', (frame) => {
    for (const tool of BANNED)
      expect([fill(frame, tool), readMethod(fill(frame, tool), context).banned]).toEqual([
        fill(frame, tool),
        'unknown',
      ]);
  });
  it.each(['X', '使用X', '用X捕捉', '现场布设X'])('%s is banned', (frame) => {
    for (const tool of BANNED)
      expect([fill(frame, tool), readMethod(fill(frame, tool), context).banned]).toEqual([
        fill(frame, tool),
        'yes',
      ]);
  });
  it.each([
    ['毒药（未投放）', 'no'],
    ['头灯（白天未用）', 'no'],
    ['骑电瓶车，徒手', 'no'],
    ['未使用任何工具', 'no'],
    ['围猎', 'unknown'],
    ['陷阱', 'unknown'],
    ['陷阱笼', 'unknown'],
    ['防鸟网', 'unknown'],
    ['诱捕器', 'unknown'],
    ['夹子', 'yes'],
    ['投毒', 'yes'],
    ['手机播放鸟叫声', 'yes'],
    ['克百威', 'yes'],
    ['军用枪', 'yes'],
    ['钢珠枪', 'unknown'],
    ['野猪夹', 'yes'],
  ])('%s → %s', (text, banned) => {
    expect(readMethod(text, context)).toMatchObject({ banned, isKnown: true });
  });
  it('tongs pick up toads', () => {
    expect(readMethod('夹子', { ...context, pickedUp: true }).banned).toBe('unknown');
    expect(readMethod('猎夹', { ...context, pickedUp: true }).banned).toBe('yes');
  });
});

describe('acts', () => {
  const ACTS = ['猎捕', '收购', '运输', '出售', '杀害', '走私', '食用', '放生'];

  it.each(['未X', '没有X', '并未X', '不是X', '未实施X', '否认X'])('%s is not done', (frame) => {
    for (const act of ACTS)
      expect(readAct(fill(frame, act))).toMatchObject({ statements: [], sense: 'denied' });
  });
  it.each(['是否X待查', '可能X', '没有证据证明X', '无法确定是否X'])('%s is open', (frame) => {
    for (const act of ACTS)
      expect(readAct(fill(frame, act))).toMatchObject({ statements: [], sense: 'doubted' });
  });
  it.each([
    ['已收购但未出售', [['buy']], 'denied'],
    ['未经批准猎捕', [['hunt']], undefined],
    ['涉嫌非法收购', [['buy']], undefined],
    ['不以食用为目的收购', [['buy']], undefined],
    ['猎捕后食用', [['hunt'], ['eat']], undefined],
    ['代为销售', [['sell'], ['conceal']], undefined],
    ['网购', [['buy']], undefined],
    ['枪杀', [['hunt', 'kill']], undefined],
    ['网店销售捕鸟网', [], undefined],
  ])('%s', (text, statements, sense) => {
    expect([readAct(text).statements, readAct(text).sense]).toEqual([statements, sense]);
  });
});

it('a denial and a doubt together, or two denials, are open', () => {
  expect(senseAround('不是没有', '')).toBe('doubted');
  expect(senseAround('可能没有', '')).toBe('doubted');
  expect(senseAround('没有', '不成立')).toBe('doubted');
  expect(senseAround('在', '内')).toBe('affirmed');
});
