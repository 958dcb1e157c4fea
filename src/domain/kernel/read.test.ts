// Do the readers understand what people type, and refuse what cannot be known?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, formatDay } from './day.ts';
import { formatFen, sayFen } from './money.ts';
import { formatNumeral, parseNumeral, plain, simplify, tidy } from './numeral.ts';
import { readBool } from './read-bool.ts';
import type { Raw, Read } from './read-cell.ts';
import { readCode } from './read-code.ts';
import { dayOfSerial, readDay } from './read-day.ts';
import { readList, readPersons } from './read-list.ts';
import { readMoney } from './read-money.ts';
import { formatPlace, readPlace } from './read-place.ts';
import { readQuantity } from './read-quantity.ts';
import { readTime } from './read-time.ts';

/** The value read, or 'no' for a refusal. */
function value<T>(read: Read<T>): T | 'no' | undefined {
  return read.ok ? read.value : 'no';
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('numerals', () => {
  test('every number from 0 to 99,999 survives being written in Chinese', () => {
    for (let n = 0; n <= 99_999; n += 1) {
      if (parseNumeral(formatNumeral(n)) !== n) expect(`${formatNumeral(n)} ${n}`).toBe(n);
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        expect(parseNumeral(formatNumeral(n))).toBe(n);
      }),
    );
  });

  test.each([
    ['1,234', 1234],
    ['12,34', null],
    ['1.2万', 12_000],
    ['1万2', 12_000],
    ['1万2千', 12_000],
    ['1万2000', 12_000],
    ['一百二', 120],
    ['一百零二', 102],
    ['一百一十', 110],
    ['两百五', 250],
    ['二〇二三', 2023],
    ['廿五', 25],
    ['卅', 30],
    ['三点五', 3.5],
    ['壹佰贰拾', 120],
    ['一万亿', 1e12],
    ['七八', null],
    ['百', null],
    ['一百零', null],
    ['十十', null],
    ['', null],
    ['1.2.3', null],
    ['9'.repeat(30), null],
  ])('%s is %j', (text, n) => {
    expect(parseNumeral(text)).toBe(n);
  });

  test('width, invisible and traditional characters', () => {
    expect(plain('　１２ 隻\u200b\u00a0')).toBe('12 只');
    expect(tidy('\ufeff a\u3000\u3000b\r\n c ')).toBe('a b\nc');
    expect(simplify('檢查場所數量備註鄉鎮畫眉貓頭鷹')).toBe('检查场所数量备注乡镇画眉猫头鹰');
  });
});

const QUANTITIES: [Raw, string, number | null | 'no' | undefined, string?][] = [
  ['１２', '只', 12, 'exact'],
  ['12只', '只', 12, 'exact'],
  ['12 隻', '只', 12, 'exact'],
  ['约30', '只', 30, 'about'],
  ['約30只', '只', 30, 'about'],
  ['大约30', '只', 30, 'about'],
  ['30左右', '只', 30, 'about'],
  ['30来只', '只', 30, 'about'],
  ['近百', '只', 100, 'about'],
  ['约30余只', '只', 30, 'about'],
  ['三十余', '只', 30, 'over'],
  ['30余只', '只', 30, 'over'],
  ['30多', '只', 30, 'over'],
  ['30只多', '只', 30, 'over'],
  ['三十多只', '只', 30, 'over'],
  ['2套余', '套', 2, 'over'],
  ['十几只', '只', 10, 'over'],
  ['二十几', '只', 20, 'over'],
  ['百余只', '只', 100, 'over'],
  ['上百只', '只', 100, 'over'],
  ['三十余万', '只', 300_000, 'over'],
  ['>30', '只', 30, 'over'],
  ['≥30', '只', 30, 'over'],
  ['30+', '只', 30, 'over'],
  ['30只以上', '只', 30, 'over'],
  ['至少5只', '只', 5, 'over'],
  ['数十', '只', null, 'unknown'],
  ['几十只', '只', null, 'unknown'],
  ['若干', '只', null, 'unknown'],
  ['少量', '公斤', null, 'unknown'],
  ['一些', '只', null, 'unknown'],
  ['XX', '只', null, 'unknown'],
  ['xx只', '只', null, 'unknown'],
  ['**', '只', null, 'unknown'],
  ['×', '只', null, 'unknown'],
  ['不详', '只', null, 'unknown'],
  ['两只', '只', 2, 'exact'],
  ['一对', '只', 2, 'exact'],
  ['廿', '只', 20, 'exact'],
  ['卅', '只', 30, 'exact'],
  ['一百二十', '只', 120, 'exact'],
  ['1,234', '只', 1234, 'exact'],
  ['1.2万', '只', 12_000, 'exact'],
  ['1.2万亩', '亩', 12_000, 'exact'],
  ['80公顷', 'mu', 1200, 'exact'],
  ['1平方公里', '亩', 1500, 'exact'],
  ['3000㎡', '亩', 4.5, 'exact'],
  ['1.5公斤', 'kg', 1.5, 'exact'],
  ['１．５㎏', '公斤', 1.5, 'exact'],
  ['3斤', 'kg', 1.5, 'exact'],
  ['3斤2两', 'kg', 1.6, 'exact'],
  ['一斤半', 'kg', 0.75, 'exact'],
  ['半斤', 'kg', 0.25, 'exact'],
  ['二两', 'kg', 0.1, 'exact'],
  ['500克', 'kg', 0.5, 'exact'],
  ['十几斤', 'kg', 5, 'over'],
  ['12次', '人次', 12, 'exact'],
  ['无', '只', 0, 'exact'],
  ['—', '只', 0, 'exact'],
  ['0', '只', 0, 'exact'],
  [0, '只', 0, 'exact'],
  [12, '只', 12, 'exact'],
  [0.30000000000000004, 'kg', 0.3, 'exact'],
  ['', '只', undefined],
  [' \u3000', '只', undefined],
  [null, '只', undefined],
  ['30-40', '只', 'no'],
  ['30～40只', '只', 'no'],
  ['七八只', '只', 'no'],
  ['三四十只', '只', 'no'],
  ['<30', '只', 'no'],
  ['不足30', '只', 'no'],
  ['300只以内', '只', 'no'],
  ['-5', '只', 'no'],
  ['负5', '只', 'no'],
  [-5, '只', 'no'],
  ['3公斤', '只', 'no'],
  ['3只', '公斤', 'no'],
  ['3台', '人次', 'no'],
  ['12.5只', '只', 'no'],
  ['12只（活）', '只', 'no'],
  ['活3死2', '只', 'no'],
  ['3只2条', '只', 'no'],
  ['12 34', '只', 'no'],
  ['1e5', '只', 'no'],
  ['麻雀', '只', 'no'],
  [true, '只', 'no'],
];

test.each(QUANTITIES)('quantity %j in %s', (raw, unit, expected, bound) => {
  const read = value(readQuantity(raw, unit));
  if (expected === 'no' || expected === undefined) expect(read).toBe(expected);
  else expect(read).toEqual({ value: expected, bound });
});

test('a quantity in the wrong unit says what to do', () => {
  const read = readQuantity('3公斤', '只');
  expect(read.ok ? '' : read.message[0]).toBe(
    '本栏以“只”计，不能填“公斤”：请改填只数，或把它填到以“公斤”计的栏',
  );
});

test('whatever way a count is written, it reads the same', () => {
  const ways: [(n: number) => string, string][] = [
    [(n) => `${n}只`, 'exact'],
    [(n) => wide(`${n}`), 'exact'],
    [(n) => `${formatNumeral(n)}只`, 'exact'],
    [(n) => ` ${n.toLocaleString('en-US')} 隻`, 'exact'],
    [(n) => `约${n}`, 'about'],
    [(n) => `${formatNumeral(n)}只左右`, 'about'],
    [(n) => `${n}余只`, 'over'],
    [(n) => `≥${wide(String(n))}`, 'over'],
  ];
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 9_999_999 }), fc.constantFrom(...ways), (n, [write, bound]) => {
      expect(value(readQuantity(write(n), '只'))).toEqual({ value: n, bound });
    }),
    { numRuns: 1000 },
  );
});

const DAYS: [Raw, string | undefined][] = [
  ['2023.7.5', '2023-07-05'],
  ['2023年7月5日', '2023-07-05'],
  ['2023 年 7 月 5 日', '2023-07-05'],
  ['2023-07-05', '2023-07-05'],
  ['2023/7/5', '2023-07-05'],
  ['2023. 7. 5', '2023-07-05'],
  ['2023 7 5', '2023-07-05'],
  ['2023.7.5.', '2023-07-05'],
  ['20230705', '2023-07-05'],
  [20_230_705, '2023-07-05'],
  ['２０２３．７．５', '2023-07-05'],
  ['二〇二三年七月五日', '2023-07-05'],
  ['二○二三年十二月三十一日', '2023-12-31'],
  ['2023年7月5号', '2023-07-05'],
  ['23.7.5', '2023-07-05'],
  ['98.7.5', '1998-07-05'],
  ['2023-7-5 8:30', '2023-07-05'],
  ['2023年7月5日上午8:30', '2023-07-05'],
  ['2023年7月5日8时', '2023-07-05'],
  ['2023年7月5日（星期三）', '2023-07-05'],
  ['2023-07-05T08:30:00', '2023-07-05'],
  ['2023-07-05T18:00:00Z', '2023-07-06'],
  ['7/5/2023', '2023-07-05'],
  ['7/5', '2025-07-05'],
  ['7.5', '2025-07-05'],
  ['7月5日', '2025-07-05'],
  ['七月五日', '2025-07-05'],
  [45_112, '2023-07-05'],
  [45_112.354, '2023-07-05'],
  ['45112', '2023-07-05'],
  ['', undefined],
  [null, undefined],
  ['2023.7', 'no'],
  ['2023年7月', 'no'],
  ['202307', 'no'],
  ['2023', 'no'],
  [2023, 'no'],
  [2023.7, 'no'],
  [7.5, 'no'],
  ['2023-02-30', 'no'],
  ['20230230', 'no'],
  ['2月29日', 'no'],
  ['13/45/2023', 'no'],
  ['25/7/2023', 'no'],
  ['7月5日-7日', 'no'],
  ['2023.7.5—2023.7.9', 'no'],
  ['1023.7.5', 'no'],
  ['昨天', 'no'],
  [true, 'no'],
  [-3, 'no'],
];

test.each(DAYS)('day %j is %s', (raw, expected) => {
  expect(value(readDay(raw, { defaultYear: 2025 }))).toBe(expected);
});

test('a guess about a day is told', () => {
  const note = (raw: Raw) => {
    const read = readDay(raw, { defaultYear: 2025 });
    return read.ok ? read.note?.[0] : 'refused';
  };
  expect(note('7/5')).toBe('“7/5”读作2025年7月5日');
  expect(note('23.7.5')).toBe('“23.7.5”读作2023年7月5日');
  expect(note('2023.7.5')).toBeUndefined();
  expect(value(readDay('7/5'))).toBe('no');
});

test('Excel serials of both systems, with the leap day of 1900 that never was', () => {
  expect(dayOfSerial(1)).toBe('1900-01-01');
  expect(dayOfSerial(59)).toBe('1900-02-28');
  expect(dayOfSerial(60)).toBeNull();
  expect(dayOfSerial(61)).toBe('1900-03-01');
  expect(dayOfSerial(45_112)).toBe('2023-07-05');
  expect(dayOfSerial(43_650, true)).toBe('2023-07-05');
  expect(value(readDay(43_650, { serial1904: true }))).toBe('2023-07-05');
  expect(dayOfSerial(-1)).toBeNull();
});

test('whatever way a day is written, it reads the same', () => {
  const han = (n: number) => formatNumeral(n);
  const ways: ((y: number, m: number, d: number, day: string) => string)[] = [
    (_y, _m, _d, day) => day,
    (_y, _m, _d, day) => formatDay(day, 'zh'),
    (y, m, d) => wide(`${y}.${m}.${d}`),
    (y, m, d) =>
      `${[...String(y)].map((c) => '〇一二三四五六七八九'[Number(c)]).join('')}年${han(m)}月${han(d)}日`,
    (y, m, d) => `${y}/${m}/${d} 08:30:00`,
    (_y, _m, _d, day) => day.replaceAll('-', ''),
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(...ways), (n, write) => {
      const day = addDays('1950-01-01', n % 54_000);
      const [y, m, d] = day.split('-').map(Number) as [number, number, number];
      expect(value(readDay(write(y, m, d, day)))).toBe(day);
    }),
    { numRuns: 1000 },
  );
});

test.each<[Raw, string | undefined]>([
  ['8:30', '08:30'],
  ['08：30', '08:30'],
  ['8:30:15', '08:30'],
  ['8点半', '08:30'],
  ['8点', '08:00'],
  ['八点一刻', '08:15'],
  ['8时30分', '08:30'],
  ['下午3点', '15:00'],
  ['下午 3:05', '15:05'],
  ['3:05 PM', '15:05'],
  ['12:10 AM', '12:10'],
  ['晚8点', '20:00'],
  ['凌晨4:30', '04:30'],
  ['0830', '08:30'],
  ['2023-7-5 8:30', '08:30'],
  ['2023年7月5日 下午3点', '15:00'],
  ['2023-07-05T08:30:00', '08:30'],
  [8.5 / 24, '08:30'],
  [45_112.5, '12:00'],
  ['', undefined],
  ['25:00', 'no'],
  ['8:60', 'no'],
  ['24:00', 'no'],
  ['8:30-11:30', 'no'],
  ['上午', 'no'],
  [830, 'no'],
  [45_112, 'no'],
])('time %j is %s', (raw, expected) => {
  expect(value(readTime(raw))).toBe(expected);
});

test.each<[Raw, number | 'no' | undefined]>([
  ['1.2万元', 1_200_000],
  ['￥3,000.50', 300_050],
  ['¥3000', 300_000],
  ['三千元', 300_000],
  ['叁仟元整', 300_000],
  ['1万2', 1_200_000],
  ['1万2千元', 1_200_000],
  ['3元5角', 350],
  ['3块5', 350],
  ['5角', 50],
  ['3元5角2分', 352],
  ['3,000 元', 300_000],
  ['1.5亿元', 15_000_000_000],
  [0.1 + 0.2, 30],
  [1234.56, 123_456],
  [8.2, 820],
  ['无', 0],
  ['', undefined],
  ['0.001', 'no'],
  [3.005, 'no'],
  ['-5', 'no'],
  [-5, 'no'],
  ['约3000元', 'no'],
  ['3000余元', 'no'],
  ['三千左右', 'no'],
  ['3000只', 'no'],
  ['元', 'no'],
  [Number.NaN, 'no'],
])('money %j is %j fen', (raw, expected) => {
  expect(value(readMoney(raw))).toBe(expected);
});

test('money under a heading in 万元', () => {
  expect(value(readMoney(1.2, { unit: 'wan' }))).toBe(1_200_000);
  expect(value(readMoney('1.2万', { unit: 'wan' }))).toBe(1_200_000);
  expect(value(readMoney('3000元', { unit: 'wan' }))).toBe(300_000);
});

test('money written is money read, to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 14 }), (fen) => {
      expect(value(readMoney(`￥${formatFen(fen)}`))).toBe(fen);
      expect(value(readMoney(sayFen(fen)))).toBe(fen);
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
      expect(value(readMoney(fen / 100))).toBe(fen);
    }),
    { numRuns: 1000 },
  );
});

test('yes and no', () => {
  for (const yes of ['是', '有', '√', '✔', 'Y', 'yes', 'Ｙ', '1', 1, true, 'TRUE', '已完成'])
    expect(value(readBool(yes))).toBe(true);
  for (const no of ['否', '无', '無', '×', 'N', 'no', '0', 0, false, '—', '没有'])
    expect(value(readBool(no))).toBe(false);
  for (const odd of ['也许', '2', 2, '部分']) expect(value(readBool(odd))).toBe('no');
  expect(value(readBool(''))).toBeUndefined();
});

test.each<[string, string[]]>([
  ['公安局、市场监管局，林业局', ['公安局', '市场监管局', '林业局']],
  ['公安局/市场监管局;林业局；农业局', ['公安局', '市场监管局', '林业局', '农业局']],
  ['公安局 市场监管局\n林业局', ['公安局', '市场监管局', '林业局']],
  ['和田县公安局、和田市林草局', ['和田县公安局', '和田市林草局']],
  ['公安局和林业局', ['公安局', '林业局']],
  ['麻雀（3只、活），画眉', ['麻雀（3只、活）', '画眉']],
  ['麻雀（3只、画眉', ['麻雀（3只', '画眉']],
  ['Nikon D850', ['Nikon D850']],
  ['公安局、公安局', ['公安局']],
  ['无', []],
])('list %j', (text, expected) => {
  expect(value(readList(text, { known: ['公安局', '林业局'] }))).toEqual(expected);
});

test.each<[Raw, string[], number | null, string]>([
  ['张三、李四', ['张三', '李四'], 2, 'exact'],
  ['张三，李四 王五', ['张三', '李四', '王五'], 3, 'exact'],
  ['张 三、李四', ['张三', '李四'], 2, 'exact'],
  ['张三和李四', ['张三', '李四'], 2, 'exact'],
  ['王和平、李四', ['王和平', '李四'], 2, 'exact'],
  ['张三和王和平', ['张三', '王和平'], 2, 'exact'],
  ['阿不都·热合曼、张三', ['阿不都·热合曼', '张三'], 2, 'exact'],
  ['张三、李四等5人', ['张三', '李四'], 5, 'exact'],
  ['张三等', ['张三'], 1, 'over'],
  ['5人', [], 5, 'exact'],
  ['十二名', [], 12, 'exact'],
  [5, [], 5, 'exact'],
])('persons %j', (raw, names, count, bound) => {
  expect(value(readPersons(raw))).toEqual({ names, count: { value: count, bound } });
});

test('more names than people is refused', () => {
  expect(value(readPersons('张三、李四、王五等2人'))).toBe('no');
});

const VENUES = [
  { code: 'farmers-market', label: ['农贸市场', 'Farmers market'], aliases: ['集贸市场', '菜市场'] },
  { code: 'bird-market', label: ['花鸟鱼虫市场', 'Bird and flower market'], aliases: ['花鸟市场'] },
  { code: 'restaurant', label: ['餐饮场所', 'Restaurant'], aliases: ['饭店', '餐馆'] },
  { code: 'hotel', label: ['宾馆', 'Hotel'] },
] as const;

test.each<[string, string | undefined]>([
  ['农贸市场', 'farmers-market'],
  [' 農貿市場　', 'farmers-market'],
  ['菜 市 场', 'farmers-market'],
  ['ＨＯＴＥＬ', 'hotel'],
  ['hotel', 'hotel'],
  ['賓館', 'hotel'],
  ['花鸟', 'bird-market'],
  ['鱼虫市场', 'bird-market'],
  ['东湖花鸟市场', 'bird-market'],
  ['餐饮', 'restaurant'],
  ['', undefined],
  ['市场', 'no'],
  ['农贸巿场', 'no'],
  ['学校', 'no'],
])('code %j is %s', (raw, expected) => {
  expect(value(readCode(raw, VENUES))).toBe(expected);
});

test('a code not found brings suggestions', () => {
  const typo = readCode('农茂市场', VENUES);
  expect(typo.ok ? [] : typo.suggestions?.[0]).toBe('farmers-market');
  const both = readCode('市场', VENUES);
  expect(both.ok ? [] : both.suggestions).toEqual(['farmers-market', 'bird-market']);
  const none = readCode('学校', VENUES);
  expect(none.ok ? [] : none.suggestions).toEqual([]);
});

test.each<[Raw, [number, number] | 'no' | undefined]>([
  ['106.2,38.4', [106.2, 38.4]],
  ['１０６．２，３８．４', [106.2, 38.4]],
  ['106.2 38.4', [106.2, 38.4]],
  ['[106.2, 38.4]', [106.2, 38.4]],
  ['POINT(106.2 38.4)', [106.2, 38.4]],
  ['北纬38.4° 东经106.2°', [106.2, 38.4]],
  ['东经106°12′0″，北纬38°24′', [106.2, 38.4]],
  ['E106°12′ N38°24′0"', [106.2, 38.4]],
  ['北纬38度24分0秒 东经106度12分', [106.2, 38.4]],
  ['106°12′0″E, 38°24′0″N', [106.2, 38.4]],
  ['经度106.2 纬度38.4', [106.2, 38.4]],
  ['lat: 38.4, lng: 106.2', [106.2, 38.4]],
  ['', undefined],
  ['38.4,106.2', 'no'],
  ['北纬106.2 东经38.4', 'no'],
  ['0,0', 'no'],
  ['2.3,48.8', 'no'],
  ['西经106.2 北纬38.4', 'no'],
  ['东经106°70′ 北纬38°', 'no'],
  ['106.2', 'no'],
  ['东湖村', 'no'],
  [106.2, 'no'],
])('place %j', (raw, expected) => {
  const read = value(readPlace(raw));
  if (expected === 'no' || expected === undefined) expect(read).toBe(expected);
  else expect(read).toEqual({ lon: expected[0], lat: expected[1] });
});

test('swapped coordinates say so', () => {
  const read = readPlace('38.4,106.2');
  expect(read.ok ? '' : read.message[0]).toContain('写反');
});

test('a point written is the point read', () => {
  const micro = (min: number, max: number) =>
    fc.integer({ min: min * 1e6, max: max * 1e6 }).map((n) => n / 1e6);
  fc.assert(
    fc.property(micro(73, 136), micro(3, 54), (lon, lat) => {
      expect(value(readPlace(formatPlace({ lon, lat })))).toEqual({ lon, lat });
    }),
  );
});

test('no reader ever throws, and each refusal speaks both languages', () => {
  const alphabet = [
    ...'0123456789.,-/:年月日时点分半元万千百十几余多约只公斤°′″NESW东经北纬xX*（）() \n\u3000等人和、～',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...alphabet), { maxLength: 14 }).map((cs) => cs.join('')),
  );
  const raw = fc.oneof({ weight: 8, arbitrary: text }, fc.double(), fc.boolean(), fc.constant(null));
  const readers: ((raw: Raw) => Read<unknown>)[] = [
    (r) => readQuantity(r, '只'),
    (r) => readQuantity(r, 'kg'),
    (r) => readDay(r, { defaultYear: 2025 }),
    readTime,
    (r) => readMoney(r),
    readBool,
    (r) => readList(r),
    readPersons,
    (r) => readCode(r, VENUES),
    readPlace,
  ];
  fc.assert(
    fc.property(raw, (r) => {
      for (const read of readers) {
        const result = read(r);
        if (!result.ok) expect(result.message.every((m) => m.length > 5)).toBe(true);
      }
    }),
    { numRuns: 5000 },
  );
});

test('a hostile long cell is answered at once', () => {
  const long = [
    '一'.repeat(50_000),
    '1'.repeat(50_000),
    '1-'.repeat(25_000),
    '3斤'.repeat(20_000),
    '（'.repeat(50_000),
  ];
  const from = performance.now();
  for (const text of long) {
    readQuantity(text, 'kg');
    readDay(text);
    readTime(text);
    readMoney(text);
    readPlace(text);
    readPersons(text);
    readCode(text, VENUES);
  }
  expect(performance.now() - from).toBeLessThan(2000);
});
