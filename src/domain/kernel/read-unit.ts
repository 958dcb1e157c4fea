// Which units mean the same thing, and which can be turned into one another?

/** Measured families: unit word → size as a whole number of the family's smallest part. */
const MEASURES: readonly Readonly<Record<string, bigint>>[] = [
  // Milligrams.
  {
    公斤: 1_000_000n,
    千克: 1_000_000n,
    kg: 1_000_000n,
    市斤: 500_000n,
    斤: 500_000n,
    两: 50_000n,
    克: 1000n,
    g: 1000n,
    毫克: 1n,
    mg: 1n,
    吨: 1_000_000_000n,
    t: 1_000_000_000n,
  },
  // Thirds of a square metre: 1 mu is 2000/3 m² (国务院关于在我国统一实行法定计量单位的命令, 1984).
  {
    亩: 2000n,
    mu: 2000n,
    平方米: 3n,
    平米: 3n,
    m2: 3n,
    'm²': 3n,
    公顷: 30_000n,
    ha: 30_000n,
    平方公里: 3_000_000n,
    平方千米: 3_000_000n,
    km2: 3_000_000n,
    'km²': 3_000_000n,
  },
  // Metres.
  { 公里: 1000n, 千米: 1000n, km: 1000n, 里: 500n, 米: 1n, m: 1n },
  // Minutes.
  { 小时: 60n, 钟头: 60n, h: 60n, 分钟: 1n, min: 1n },
];

/** Counted things: words of one line are taken for one another, because clerks do (B writes 次 for 人次). */
const COUNTS: readonly (readonly string[])[] = [
  ['只', '头', '条', '尾', '羽', '匹', '峰', '口', '具', '枚', '个'],
  ['人次', '次', '人', '名', '位'],
  ['台次', '辆次', '车次', '次', '台', '辆', '架次', '架', '艘次', '艘'],
  ['家次', '次', '家', '户', '间', '个'],
  ['家', '户', '间', '个', '处'],
  ['处', '个', '点', '片', '座'],
  ['起', '件', '宗', '桩', '例', '个'],
  ['份', '张', '本', '册', '件', '页', '幅', '条'],
  ['条', '幅', '个', '件'],
  ['套', '张', '副', '件', '个', '把', '具', '台', '支', '根', '部', '只', '条', '块', '顶'],
  ['次', '场', '期', '场次', '回', '趟', '遍'],
  ['人', '名', '位', '个'],
  ['天', '日'],
  ['块', '个', '面'],
  ['篇', '条', '则', '期', '个'],
  ['株', '棵'],
  ['件', '个', '只', '瓶', '盒', '袋', '包', '箱', '片', '粒', '根', '支', '张', '对', '块'],
  ['台', '部', '个', '架'],
];
const OTHER_COUNTS = ['对', '双', '窝', '批', '项', '元', '万元'];

const WORDS = [
  ...new Set([...MEASURES.flatMap((m) => Object.keys(m)), ...COUNTS.flat(), ...OTHER_COUNTS]),
].sort((a, b) => b.length - a.length);

/** An alternation of every known unit word, longest first, for use inside a regular expression (flag-free). */
export const UNIT_WORDS = WORDS.map((w) => (/^[a-z]/.test(w) ? caseless(w) : w)).join('|');

/** How the house writes a unit in Chinese, e.g. kg → 公斤, mu → 亩; null when it is not known. */
export function canonicalUnit(unit: string): string | null {
  const word = unit.toLowerCase();
  const named: Readonly<Record<string, string>> = {
    kg: '公斤',
    千克: '公斤',
    mu: '亩',
    g: '克',
    m2: '平方米',
    'm²': '平方米',
    ha: '公顷',
    km2: '平方公里',
    'km²': '平方公里',
    km: '公里',
    m: '米',
  };
  return named[word] ?? (WORDS.includes(word) ? word : null);
}

/** Whether the unit counts whole things. An unknown unit word is taken to count. */
export function isCount(unit: string): boolean {
  return !MEASURES.some((m) => unit.toLowerCase() in m);
}

/** [multiply, divide] that turns `from` into `to`; null when one is not the other's kind. 对, 双 are two animals. */
export function conversion(from: string, to: string): readonly [bigint, bigint] | null {
  const [a, b] = [from.toLowerCase(), to.toLowerCase()];
  if (a === b) return [1n, 1n];
  for (const family of MEASURES) {
    const [x, y] = [family[a], family[b]];
    if (x !== undefined && y !== undefined) return x === y ? [1n, 1n] : [x, y];
  }
  if ((a === '对' || a === '双') && (COUNTS[0] ?? []).includes(b)) return [2n, 1n];
  return COUNTS.some((group) => group.includes(a) && group.includes(b)) ? [1n, 1n] : null;
}

function caseless(word: string): string {
  return [...word].map((c) => (/[a-z]/.test(c) ? `[${c}${c.toUpperCase()}]` : c)).join('');
}
