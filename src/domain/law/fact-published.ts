// What do published cases and reports write in place of our keys: a span in words, one value for the whole case?
import { type Day, isDay } from '../kernel/day.ts';
import { parseNumeral } from '../kernel/numeral.ts';
import { amount, en } from '../kernel/wording.ts';
import { animalName } from './animal-name.ts';
import type { Animal } from './fact.ts';
import { type Desk, isRecord, type Json, readYuan, short, UNKNOWN, wrong } from './fact-desk.ts';

interface Span {
  readonly from: Day;
  /** Null: until the case came to light, a day the text does not give. */
  readonly until: Day | null;
}

/** What a report says of itself, its source and its outcome; no fact of the case. */
export const OF_REPORT: ReadonlySet<string> = new Set(
  (
    'source_url url regime outcome_type outcome outcome_text charge expected_under_current_law expected_is_inference ' +
    'doubts court caseNo party 案号 案由 当事人 来源网址 处理结果'
  ).split(' '),
);

const POINT = /^(?:(\d{4})年?)?(?:[-./]?(\d{1,2})月?)?(?:[-./]?(\d{1,2})[日号]?)?$/;

/** 2022-09至10 · 2023-11至2024-03 · 2023年4月 · 2021–2023-12: whole months and years, first to last day. */
export function readSpan(text: string): Span | undefined {
  const plain = arabic(text.normalize('NFKC').replace(/\s+/g, '')).replace(/^(?:自|从|于|在)/, '');
  const open = OPEN_END.exec(plain);
  if (open !== null) {
    const start = readSpan(open[1] ?? '');
    return start === undefined ? undefined : { from: start.from, until: null };
  }
  const sides = plain
    .replace(/(?<=[月日号年\d])(?:期间|之间|间|之内)$/, '')
    .replace(DASHED, '$1至$2')
    .split(/起?至|起?到|~|–|—|―|－/)
    .map((side) => side.replace(CLOCK, ''))
    .filter((side) => side !== '');
  const first = POINT.exec(sides[0] ?? '');
  const last = sides.length === 1 ? first : POINT.exec(sides[1] ?? '');
  if (sides.length > 2 || !first?.[1] || !last) return undefined;
  // 2022-09至10: what the second side leaves out is as in the first.
  const [year, month, day] = [last[1] ?? first[1], last[2], last[3]];
  const from = dayOf(first[1], first[2] ?? '1', first[3] ?? '1');
  const end = month ?? '12';
  const until = dayOf(year, end, day ?? String(lastDay(Number(year), Number(end))));
  return isDay(from) && isDay(until) && from <= until ? { from, until } : undefined;
}

/** 2022年9月起至案发 · 2023年以来. */
const OPEN_END =
  /^(.+?)(?:起|开始)?(?:至|到|直至|直到)?(?:案发(?:时|前|日)?|被?查获(?:时|前|日)?|至今|今|以来|现在|被查)$/;
/** 2024.5.10-2024.5.12: a dash between two whole days. */
const DASHED = /^(\d{4}[./]\d{1,2}[./]\d{1,2}|\d{4}年\d{1,2}月(?:\d{1,2}日)?)-(.+)$/;
/** The time of day says nothing of the law in force. */
const CLOCK =
  /(?<=[日号]|[-./]\d{1,2})(?:上午|下午|中午|早上|早晨|晚上?|夜间|夜里|凌晨|傍晚|清晨|深夜)?(?:\d{1,2}(?:时|点|:\d{2})(?:\d{1,2}分?|许|半|左右)*)?$/;

function arabic(text: string): string {
  return text
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (y) => [...y].map((c) => parseNumeral(c) ?? c).join(''))
    .replace(/[一二三四五六七八九十]+(?=[月日号])/g, (n) => String(parseNumeral(n) ?? n));
}

function dayOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
}

/** The span in words; refused when it cannot be read, because the day decides which law applies. */
export function readPeriod(desk: Desk, raw: unknown): Span | undefined {
  if (raw === undefined || raw === null || (typeof raw === 'string' && UNKNOWN.test(raw.trim())))
    return undefined;
  const span = typeof raw === 'string' ? readSpan(raw) : undefined;
  if (span !== undefined) return span;
  desk.refusals.push(
    wrong(
      'period',
      `看不懂时间“${short(raw)}”，请写成2023-11至2024-03或填 from、until`,
      `Cannot read the time "${short(raw)}": write 2023-11至2024-03 or fill from and until`,
    ),
  );
  return undefined;
}

const OF_ANIMAL: ReadonlySet<string> = new Set(
  'species 物种 count 数量 mass 重量 unit 单位 form 形态 origin 来源 actualPriceYuan 实际价格 appraisedYuan 鉴定价值'.split(
    ' ',
  ),
);

/** {act, species: "画眉", count: 5} is a case of one animal written flat. */
export function unfold(json: unknown): unknown {
  if (!isRecord(json) || typeof (json.species ?? json['物种']) !== 'string') return json;
  if (['animals', 'animal', '动物', '涉案动物'].some((key) => Object.hasOwn(json, key))) return json;
  const sides = (own: boolean): Json =>
    Object.fromEntries(Object.entries(json).filter(([key]) => OF_ANIMAL.has(key) === own));
  return { ...sides(false), animals: [sides(true)] };
}

/** One value found for the whole case is that of its one animal; among several it cannot be shared out by us. */
export function withCaseValue(desk: Desk, raw: unknown, animals: readonly Animal[]): readonly Animal[] {
  const value = readYuan(desk, raw, 'value');
  if (value === null) return animals;
  const [only] = animals;
  if (animals.length === 1 && only !== undefined && only.appraised === undefined) {
    desk.notes.push([
      `涉案价值${value / 100}元按${only.name}的认定价格计算`,
      en`The value involved, ${amount(value)}, is taken as the price found for ${animalName(only)}`,
    ]);
    return [{ ...only, appraised: value }];
  }
  desk.notUnderstood.push([
    'value：一案多项动物或者已写认定价格的，涉案总价值请分别写在各项的 appraisedYuan',
    'value: with several animals, or a price found already stated, write the value of each in its appraisedYuan',
  ]);
  return animals;
}
