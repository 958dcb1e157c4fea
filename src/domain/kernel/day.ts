// Which calendar day is it in China, and how do days add up?
import type { Label, Language } from './label.ts';

/** 'YYYY-MM-DD', a calendar day of Asia/Shanghai, year 0001–9999. Days compare as strings. */
export type Day = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
/** China Standard Time is UTC+8. Summer time ran only 1986–1991 (04/05 to 09); an instant in the last hour of a
 *  summer day of those years falls here on the day before. No record of this ledger is that old. */
const OFFSET_MS = 8 * 3_600_000;
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Whether `value` is an existing calendar day written 'YYYY-MM-DD'. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false;
  const m = SHAPE.exec(value);
  return m !== null && exists(Number(m[1]), Number(m[2]), Number(m[3]));
}

/** The day of a year, month (1–12) and day of month, or null when the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  return exists(year, month, date) ? write(year, month, date) : null;
}

export function yearOf(day: Day): number {
  return parts(day)[0];
}

/** 1–12. */
export function monthOf(day: Day): number {
  return parts(day)[1];
}

/** 1–31. */
export function dateOf(day: Day): number {
  return parts(day)[2];
}

/** `n` calendar days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return fromNumber(toNumber(day) + n);
}

/** Same date `n` years later; 29 February becomes 28 February where the year has none. */
export function addYears(day: Day, n: number): Day {
  const [year, month, date] = parts(day);
  return write(year + n, month, Math.min(date, daysInMonth(year + n, month)));
}

/** Same date `n` months later, or the last day of a shorter month. */
export function addMonths(day: Day, n: number): Day {
  const [year, month, date] = parts(day);
  const months = year * 12 + (month - 1) + n;
  const y = Math.floor(months / 12);
  const m = months - y * 12 + 1;
  return write(y, m, Math.min(date, daysInMonth(y, m)));
}

/** Calendar days from `a` to `b`: 0 the same day, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return toNumber(b) - toNumber(a);
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday (4).
  return mod(toNumber(day) + 3, 7) + 1;
}

/** The day in China of an instant: epoch milliseconds, or ISO 8601 with Z or an offset (none given = China time). */
export function dayOfInstant(instant: string | number): Day {
  const ms = typeof instant === 'number' ? instant : instantMs(instant);
  return fromNumber(Math.floor((ms + OFFSET_MS) / MS_PER_DAY));
}

/** '2025年9月12日' · '12 September 2025'. */
export function formatDay(day: Day, language: Language): string {
  const [year, month, date] = parts(day);
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS_EN[month - 1]} ${year}`;
}

/** A period, both ends included, as officials write it: 2025年 · 2025年9月 · 2025年9月12日至10月30日. */
export function periodLabel(from: Day, until: Day): Label {
  const [y1, m1, d1] = parts(from);
  const [y2, m2, d2] = parts(until);
  if (from === until) return [formatDay(from, 'zh'), formatDay(from, 'en')];
  const wholeMonths = d1 === 1 && d2 === daysInMonth(y2, m2) && from < until;
  if (wholeMonths && m1 === 1 && m2 === 12) {
    return y1 === y2 ? [`${y1}年`, `${y1}`] : [`${y1}年至${y2}年`, `${y1} to ${y2}`];
  }
  if (wholeMonths && y1 === y2) {
    const [a, b] = [MONTHS_EN[m1 - 1], MONTHS_EN[m2 - 1]];
    return m1 === m2 ? [`${y1}年${m1}月`, `${a} ${y1}`] : [`${y1}年${m1}月至${m2}月`, `${a} to ${b} ${y1}`];
  }
  const end = y1 === y2 ? `${m2}月${d2}日` : formatDay(until, 'zh');
  return [`${formatDay(from, 'zh')}至${end}`, `${formatDay(from, 'en')} to ${formatDay(until, 'en')}`];
}

/** Days since 1970-01-01, in the proleptic Gregorian calendar (as ISO 8601 and JavaScript count). */
export function toNumber(day: Day): number {
  const [year, month, date] = parts(day);
  // Years run from March so that the leap day is the last day; 400 years are 146,097 days.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

/** The inverse of `toNumber`. */
export function fromNumber(n: number): Day {
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1_460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return write(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function exists(year: number, month: number, date: number): boolean {
  if (![year, month, date].every(Number.isInteger)) return false;
  return (
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
  );
}

function parts(day: Day): [year: number, month: number, date: number] {
  if (!isDay(day)) throw new RangeError(`not a day: ${String(day)}`);
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function write(year: number, month: number, date: number): Day {
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`year out of range: ${year}`);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Epoch milliseconds of ISO 8601 text with Z or an offset (none given = China time); throws on anything else. */
export function instantMs(text: string): number {
  const m = INSTANT.exec(text);
  const day = m?.[1];
  if (!m || !isDay(day)) throw new RangeError(`not an instant: ${text}`);
  const time = (Number(m[2] ?? 0) * 60 + Number(m[3] ?? 0)) * 60_000 + Number(m[4] ?? 0) * 1000;
  const fraction = m[5] === undefined ? 0 : Math.floor(Number(`0.${m[5]}`) * 1000);
  return toNumber(day) * MS_PER_DAY + time + fraction - offsetMs(m[6]);
}

function offsetMs(zone: string | undefined): number {
  if (zone === undefined) return OFFSET_MS;
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000;
}

function mod(n: number, m: number): number {
  return ((n % m) + m) % m;
}
