// What do published cases and reports write in place of our keys: a span in words, one value for the whole case?
import { type Day, isDay } from '../kernel/day.ts';
import { amount, en } from '../kernel/wording.ts';
import { animalName } from './animal-name.ts';
import type { Animal } from './fact.ts';
import { type Desk, isRecord, type Json, readYuan, short, UNKNOWN, wrong } from './fact-desk.ts';

interface Span {
  readonly from: Day;
  readonly until: Day;
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
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const sides = plain.split(/至|到|~|–|—|―|－/).filter((side) => side !== '');
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
