// Are the words officers and reporters type understood as the article means them?
import { describe, expect, test } from 'vitest';
import { boar, charge, judged, reached, sparrow, thrush } from './assess-fixture.ts';

const AREA = { acts: ['猎捕'], banArea: true, banPeriod: false, permit: false };

describe('tools (野生动物保护法第24条第1款)', () => {
  test.each([
    '电猫',
    '铁夹子',
    '吊套',
    '粘网',
    '鸟网',
    '放歌机',
    '电媒',
    '头灯',
    '毒饵',
    '老鼠药',
    '三步倒',
    '氰化物',
    '下套',
    '钢丝圈',
    '弓子套',
    '拉网',
    '手电筒照',
    '鸟叫声录音',
    '电子媒鸟',
    '捕鸟网3张',
  ])('%s is banned: in a ban area a crime', (tool) => {
    const a = judged({ ...AREA, animals: [sparrow(300)], methods: [tool] });
    expect([charge(a, 'hunting')?.reached, a.notUnderstood]).toEqual(['yes', []]);
  });

  test.each(['弹弓', '滑膛弓', '滚笼', '媒鸟', '无人机', '热成像仪'])(
    '%s is the county’s to ban (第24条第2款)',
    (tool) => {
      const a = judged({ ...AREA, animals: [sparrow(300)], methods: [tool] });
      expect([charge(a, 'hunting')?.reached, a.notUnderstood]).toEqual(['depends', []]);
      expect(reached({ ...AREA, animals: [sparrow(300)], methods: [] }, 'hunting')).toBe('no');
    },
  );

  test('媒鸟 published by the county is banned', () => {
    const facts = { ...AREA, animals: [sparrow(300)], methods: ['媒鸟'] };
    expect(charge(judged(facts, { localBans: ['媒鸟'] }), 'hunting')?.reached).toBe('yes');
  });

  test.each([
    ['490公斤', 'no'],
    ['约490公斤', 'depends'],
    ['490余公斤', 'depends'],
    ['约240公斤', 'no'],
    ['500余公斤', 'yes'],
  ])('%s of fish in a ban area: %s (法释〔2022〕12号第3条第1款第1项)', (mass, reach) => {
    const animals = [{ species: '鲫鱼', mass, actualPriceYuan: 100 }];
    expect(reached({ acts: ['捕捞'], banArea: true, bannedMethod: false, animals }, 'fishing')).toBe(reach);
  });

  test('a rod in a closed season is no destructive method (法释〔2022〕12号第3条)', () => {
    const facts = { acts: ['捕捞'], banPeriod: true, banArea: true };
    const animals = [{ species: '鲫鱼', mass: 499.99, actualPriceYuan: 100 }];
    expect(reached({ ...facts, animals, methods: ['垂钓'] }, 'fishing')).toBe('no');
    expect(reached({ ...facts, animals, methods: ['电鱼'] }, 'fishing')).toBe('yes');
  });
});

describe('acts', () => {
  test.each(['放套', '电捕', '捉', '快递', '发货'])('%s is an act of 刑法341条1款', (act) => {
    const a = judged({ acts: [act], animals: [thrush(25_000)] });
    expect([charge(a, 'endanger')?.reached, a.notUnderstood]).toEqual(['yes', []]);
  });

  test('未备案 alone is of a catch or of breeding (第48条第2款、第51条第2款)', () => {
    const a = judged({ acts: ['未备案'], animals: [sparrow(300)], circumstances: ['逾期不改正'] });
    expect(a.administrative.map((p) => [p.id, p.applies])).toEqual([
      ['P48-2', 'depends'],
      ['P51-2', 'depends'],
    ]);
  });

  test('加工 is 出售 only for profit (法释〔2022〕12号第5条第1款)', () => {
    const a = judged({ acts: ['加工'], animals: [thrush(25_000)] });
    expect([charge(a, 'endanger')?.reached, a.mustTransfer]).toEqual(['depends', 'depends']);
    expect(reached({ acts: ['以营利为目的加工'], animals: [thrush(25_000)] }, 'endanger')).toBe('yes');
  });
});

describe('purposes and circumstances', () => {
  test.each(['下酒', '佐餐', '煲汤'])('%s is food (法释〔2022〕12号第11条)', (purpose) => {
    expect(reached({ acts: ['收购'], animals: [sparrow(10_000)], purpose }, 'food')).toBe('yes');
  });

  test('为治病 is another purpose', () => {
    expect(reached({ acts: ['收购'], animals: [sparrow(10_000)], purpose: '为治病' }, 'food')).toBe('no');
  });

  test.each(['如实供述', '初犯、偶犯', '不知道是保护动物'])('%s is heard and told, never counted', (text) => {
    const a = judged({ acts: ['出售'], animals: [thrush(25_000)], circumstances: [text] });
    expect(a.notUnderstood).toEqual([]);
    expect(a.notes.join()).toContain(text);
    expect(a.mustTransfer).toBe('yes');
  });

  test.each(['不清楚', '待鉴定', '未鉴定'])('%s is unknown, never wrong', (word) => {
    const a = judged({ acts: ['猎捕'], animals: [{ ...boar(500), status: word }], bannedMethod: word });
    expect(a.notUnderstood).toEqual([]);
  });

  test('a permit of 0 is none', () => {
    expect(reached({ acts: ['出售'], animals: [thrush(25_000)], permit: 0 }, 'endanger')).toBe('yes');
  });
});

describe('everyday words for one class (the rare species of another must be named)', () => {
  test.each([
    ['老鹰', 'national2'],
    ['隼', 'national2'],
    ['熊掌', 'national2'],
    ['野兔', 'sanyou'],
    ['癞蛤蟆', 'sanyou'],
    ['壁虎', 'sanyou'],
    ['鹭鸶', 'sanyou'],
    ['野鸽子', 'sanyou'],
    ['靛颏', 'national2'],
    ['青鼬', 'national2'],
    ['麝香', 'national1'],
    ['伯劳', 'sanyou'],
    ['海东青', 'national1'],
    ['麂子', 'unknown'],
    ['青蛙', 'unknown'],
  ])('%s → %s', (species, level) => {
    expect(judged({ acts: ['出售'], animals: [{ species, count: 1 }] }).protection[0]?.level).toBe(level);
  });

  test.each([
    ['壁虎', 300],
    ['刺猬', 200],
    ['癞蛤蟆', 100],
    ['鹭鸶', 500],
  ])('one %s is worth %d yuan: its kinds share one row', (species, yuan) => {
    const a = judged({ acts: ['出售'], animals: [{ species, count: 1 }] });
    expect(a.valuation[0]?.valueYuan).toBe(yuan);
  });

  test('fish no list knows are not of the land (刑法341条3款)', () => {
    const animals = [{ species: '鲫鱼', count: 1, origin: '野外', appraisedYuan: 80_000 }];
    expect(reached({ acts: ['出售'], animals, purpose: '食用' }, 'food')).toBe('no');
  });

  test('an animal 不明 is one to be identified (法释〔2022〕12号第17条)', () => {
    const a = judged({ acts: ['出售'], animals: [{ species: '不明', count: 3 }] });
    expect(charge(a, 'endanger')?.missing.join()).toContain('物种鉴定');
  });

  test('one 老鹰 is 25,000 yuan at the least: a crime', () => {
    const a = judged({ acts: ['出售'], animals: [{ species: '老鹰', count: 1 }] });
    expect([a.valuation[0]?.valueYuan, a.mustTransfer]).toEqual([25_000, 'yes']);
    expect(a.notes.join()).toContain('金雕');
  });
});
