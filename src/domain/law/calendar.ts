// Which days are working days, by which notice, and how far does our knowledge reach?
import { addDays, type Day, fromNumber, isDay, toNumber, weekday, yearOf } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { type Outcome, ok, type Refusal } from '../kernel/outcome.ts';
import data from './data/holiday.json' with { type: 'json' };

/** `verified`: compared with the gazette · `transcription`: typed from public copies of the notice · `fromMemory`. */
export type HolidayStatus = 'verified' | 'transcription' | 'fromMemory';

/** One year's notice of the State Council's office (国务院办公厅关于…年部分节假日安排的通知). */
export interface HolidayYear {
  readonly year: number;
  readonly docNo: string;
  readonly issued: Day;
  readonly status: HolidayStatus;
  readonly source: string;
  /** Days off, weekends inside a holiday included; both ends included. May begin in December of the year before. */
  readonly off: readonly { readonly name: string; readonly from: Day; readonly until: Day }[];
  /** Saturdays and Sundays worked in exchange (调休上班日). */
  readonly work: readonly { readonly name: string; readonly day: Day }[];
}

/** A day the county adds or corrects, with the document it rests on. It outranks the national notice. */
export interface CountyDay {
  readonly day: Day;
  readonly working: boolean;
  readonly name: string;
  readonly docNo: string;
}

/** A year whose whole arrangement the county has entered by itself, before the product holds it. */
export interface CountyYear {
  readonly year: number;
  readonly docNo: string;
}

/** The county's setting `holiday`. */
export interface CountyHoliday {
  readonly rows: readonly CountyDay[];
  readonly years: readonly CountyYear[];
}

export interface MarkedDay {
  readonly working: boolean;
  readonly name: string;
  readonly docNo: string;
}

export interface Calendar {
  /** Only the days that differ from Monday–Friday, or that a notice names. */
  readonly days: ReadonlyMap<Day, MarkedDay>;
  /** Years whose arrangement is held; other years are counted as Monday–Friday and said to be uncertain. */
  readonly years: ReadonlySet<number>;
}

/** `certain` is false when a day of a year without a held notice had to be judged. */
export interface Counted<T> {
  readonly value: T;
  readonly certain: boolean;
}

/** What to say of a result that is not certain. */
export const NOT_HELD: Label = [
  '该年放假安排未收录，按周一至周五推算。',
  'The holiday notice of that year is not held; counted as Monday to Friday.',
];

export const HOLIDAY_YEARS: readonly HolidayYear[] = data.years.map((year) => ({
  ...year,
  status: year.status as HolidayStatus,
  off: year.off.map(([name = '', from = '', until = '']) => ({ name, from, until })),
  work: year.work.map(([name = '', day = '']) => ({ name, day })),
}));

const LAST_WEEK = '12-25';
const NATIONAL: ReadonlyMap<Day, MarkedDay> = new Map(HOLIDAY_YEARS.flatMap(daysOfNotice));
const HELD: readonly number[] = HOLIDAY_YEARS.map((year) => year.year);

const NAMES_EN: Readonly<Record<string, string>> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Tomb Sweeping',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat',
  中秋节: 'Mid-Autumn',
  国庆节: 'National Day',
};

/** '国庆节、中秋节' · 'National Day, Mid-Autumn'; a name not known stays as it is. */
export function holidayLabel(name: string): Label {
  const parts = name.split('、').map((part) => NAMES_EN[part] ?? part);
  return [name, parts.join(', ')];
}

/** The national calendar with the county's days laid over it; of two rows for a day the later one holds. */
export function calendarFrom(county: Partial<CountyHoliday> = {}): Calendar {
  const own = (county.rows ?? []).map(({ day, ...mark }): [Day, MarkedDay] => [day, mark]);
  const years = (county.years ?? []).map((year) => year.year);
  return { days: new Map([...NATIONAL, ...own]), years: new Set([...HELD, ...years]) };
}

/** Monday to Friday, unless a notice makes the day a holiday or a weekend day worked. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  return calendar.days.get(day)?.working ?? weekday(day) <= 5;
}

/**
 * Whether we know: its year's notice is held, or the county has named the day. New Year's notice reaches back into December
 * (2018-12-29 was worked and 12-31 off by the notice for 2019), so the last week of a year needs the next year's notice too.
 */
export function isCertain(day: Day, calendar: Calendar): boolean {
  if (calendar.days.has(day)) return true;
  const year = yearOf(day);
  return calendar.years.has(year) && (day.slice(5) < LAST_WEEK || calendar.years.has(year + 1));
}

/**
 * The `n`-th working day after `day` (before it when `n` is negative). `day` itself is not counted, so 0 is `day`, working or
 * not. Throws on a fraction.
 */
export function addWorkingDays(day: Day, n: number, calendar: Calendar): Counted<Day> {
  if (!Number.isInteger(n)) throw new RangeError(`not a number of days: ${n}`);
  const step = n < 0 ? -1 : 1;
  let at = day;
  let certain = true;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step);
    certain &&= isCertain(at, calendar);
    if (isWorkingDay(at, calendar)) left--;
  }
  return { value: at, certain };
}

/** Working days after `a` up to and with `b`; negative when `b` is earlier: `addWorkingDays` undone. */
export function workingDaysBetween(a: Day, b: Day, calendar: Calendar): Counted<number> {
  if (b < a) {
    // Backwards the day counted from is `b`'s side: days before `a` down to and with `b`.
    const { value, certain } = countWorking(toNumber(b), toNumber(a) - 1, calendar);
    return { value: value === 0 ? 0 : -value, certain };
  }
  return countWorking(toNumber(a) + 1, toNumber(b), calendar);
}

/** `day`, or the first working day after it. */
export function workingDayFrom(day: Day, calendar: Calendar): Counted<Day> {
  return addWorkingDays(addDays(day, -1), 1, calendar);
}

/** Reads the setting `holiday`, or says which row is wrong. Nothing set is an empty county calendar. */
export function readHoliday(value: unknown): Outcome<CountyHoliday> {
  const { rows, years } = shapeOf(value);
  const refusals: Refusal[] = [];
  rows.forEach((row, at) => {
    if (!isCountyDay(row))
      refusals.push({ code: 'setting.holiday', message: WRONG_ROW, where: `rows.${at + 1}` });
  });
  for (const year of new Set(rows.filter(isCountyDay).map(({ day }) => day.slice(0, 4)))) {
    const off = rows.filter((row) => isCountyDay(row) && !row.working && row.day.startsWith(year));
    if (off.length > MOST_OFF)
      refusals.push({ code: 'setting.holiday', message: TOO_MANY, where: `years.${year}` });
  }
  years.forEach((year, at) => {
    if (!isCountyYear(year))
      refusals.push({ code: 'setting.holiday', message: WRONG_YEAR, where: `years.${at + 1}` });
  });
  if (refusals.length > 0) return { ok: false, refusals };
  return ok({ rows: rows as CountyDay[], years: years as CountyYear[] });
}

/** A year of the State Council's notices has some thirty days off, weekends among them; without a bound nothing is ever due. */
const MOST_OFF = 60;
const TOO_MANY: Label = [
  `一年的放假日不能超过${MOST_OFF}天，请核对`,
  `No year has more than ${MOST_OFF} days off; please check`,
];
const WRONG_ROW: Label = [
  '每条都须有日期、是否上班、名称和文号。',
  'Each row needs a day, whether it is worked, a name and a document number.',
];
const WRONG_YEAR: Label = ['每年都须有年份和文号。', 'Each year needs its number and a document number.'];

function shapeOf(value: unknown): { readonly rows: readonly unknown[]; readonly years: readonly unknown[] } {
  if (value === null || value === undefined) return { rows: [], years: [] };
  if (Array.isArray(value)) return { rows: value, years: [] };
  if (typeof value !== 'object' || !('rows' in value || 'years' in value))
    return { rows: [value], years: [] };
  const { rows = [], years = [] } = value as { rows?: unknown; years?: unknown };
  return { rows: Array.isArray(rows) ? rows : [rows], years: Array.isArray(years) ? years : [years] };
}

function isCountyDay(row: unknown): row is CountyDay {
  const { day, working, name, docNo } = (row ?? {}) as Record<string, unknown>;
  return isDay(day) && typeof working === 'boolean' && isWord(name) && isWord(docNo);
}

function isCountyYear(row: unknown): row is CountyYear {
  const { year, docNo } = (row ?? {}) as Record<string, unknown>;
  return Number.isInteger(year) && Number(year) >= 1 && Number(year) <= 9999 && isWord(docNo);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function countWorking(from: number, until: number, calendar: Calendar): Counted<number> {
  let value = 0;
  let certain = true;
  for (let n = from; n <= until; n++) {
    const day = fromNumber(n);
    certain &&= isCertain(day, calendar);
    if (isWorkingDay(day, calendar)) value++;
  }
  return { value, certain };
}

function daysOfNotice({ docNo, off, work }: HolidayYear): [Day, MarkedDay][] {
  const rest = off.flatMap(({ name, from, until }) =>
    Array.from({ length: toNumber(until) - toNumber(from) + 1 }, (_, at): [Day, MarkedDay] => [
      addDays(from, at),
      { working: false, name, docNo },
    ]),
  );
  return [...rest, ...work.map(({ name, day }): [Day, MarkedDay] => [day, { working: true, name, docNo }])];
}
