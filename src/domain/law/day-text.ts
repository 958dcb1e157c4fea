// Which days does a text name: a span of one year or of every year (每年9月至次年3月, 2024年9月1日至11月30日, 自2023年1月1日起五年)?
import { addYears, type Day, isDay } from '../kernel/day.ts';
import { parseNumeral } from '../kernel/numeral.ts';

/** One end as written: what is absent is as at the other end, or of every year. */
interface Point {
  readonly year: number | null;
  readonly isNext: boolean;
  readonly month: number;
  readonly day: number | null;
}

/** `until` null: no end is named. */
interface DaySpan {
  readonly from: Point;
  readonly until: Point | null;
  readonly years: number | null;
}

const YEAR = '(?:(\\d{4})年|每年|当年|同年|本年|今年|(次年|翌年|第二年|来年))?的?';
const HAN_POINT = `${YEAR}(\\d{1,2})月份?(?:(\\d{1,2})[日号])?`;
const DASH_POINT = '(\\d{4})[-./](\\d{1,2})(?:[-./](\\d{1,2}))?';
const TO = '(?:起|开始)?(?:[至到~～—–－-]|截[至止])+';
const HAN_SPAN = new RegExp(`${HAN_POINT}${TO}${HAN_POINT}`);
const DASH_SPAN = new RegExp(`${DASH_POINT}${TO}${DASH_POINT}`);
const OPEN = /(\d{4})年(\d{1,2})月(\d{1,2})[日号]起(?!至|到).{0,8}?(?:(\d{1,2})年)?(?:内|止|$|[，。；）])/;

function arabic(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (y) => [...y].map((c) => parseNumeral(c) ?? c).join(''))
    .replace(/[一二三四五六七八九十]+(?=[年月日号])/g, (n) => String(parseNumeral(n) ?? n));
}

/** The first span a text names, or undefined. */
export function daySpan(text: string): DaySpan | undefined {
  const plain = arabic(text);
  const dash = DASH_SPAN.exec(plain);
  if (dash !== null) return spanOf(point(dash, 1, false), point(dash, 4, false));
  const han = HAN_SPAN.exec(plain);
  if (han !== null) return spanOf(point(han, 1, true), point(han, 5, true));
  const open = OPEN.exec(plain);
  if (open === null) return undefined;
  const from = { year: Number(open[1]), isNext: false, month: Number(open[2]), day: Number(open[3]) };
  return spanOf(from, null, open[4] === undefined ? null : Number(open[4]));
}

function point(hit: RegExpExecArray, at: number, isHan: boolean): Point {
  const [year, next] = [hit[at], isHan ? hit[at + 1] : undefined];
  const [month, day] = isHan ? [hit[at + 2], hit[at + 3]] : [hit[at + 1], hit[at + 2]];
  return {
    year: year === undefined ? null : Number(year),
    isNext: next !== undefined,
    month: Number(month),
    day: day === undefined ? null : Number(day),
  };
}

function spanOf(from: Point, until: Point | null, years: number | null = null): DaySpan | undefined {
  const sound = [from, until].every(
    (p) => p === null || (p.month >= 1 && p.month <= 12 && (p.day ?? 1) >= 1 && (p.day ?? 1) <= 31),
  );
  return sound ? { from, until, years } : undefined;
}

/** Whether `day` lies in the span, its first and last day included; a span without a year is of every year. */
export function isWithin(day: Day, { from, until, years }: DaySpan): boolean {
  const first = `${two(from.month)}-${two(from.day ?? 1)}`;
  if (until === null) {
    const start = `${from.year}-${first}`;
    const end = years === null || !isDay(start) ? null : addYears(start, years);
    return start <= day && (end === null || day < end);
  }
  const last = `${two(until.month)}-${two(until.day ?? 31)}`;
  if (from.year === null) {
    const own = day.slice(5);
    return first <= last ? first <= own && own <= last : first <= own || own <= last;
  }
  const turned = until.isNext || (until.year === null && last < first) ? 1 : 0;
  return `${from.year}-${first}` <= day && day <= `${until.year ?? from.year + turned}-${last}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
