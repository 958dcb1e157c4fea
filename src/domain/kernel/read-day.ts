// Which day did the person mean? 2023.7.5, 2023年7月5日, 7/5, 20230705, 二〇二三年七月五日, an Excel serial.
import { addDays, type Day, dayOf, dayOfInstant, formatDay } from './day.ts';
import type { Label } from './label.ts';
import { parseNumeral } from './numeral.ts';
import { bad, EMPTY, good, type Raw, type Read, shown, textOf } from './read-cell.ts';

export interface DayHint {
  /** The workbook counts days from 1904 (date1904), as old Mac files do. */
  readonly serial1904?: boolean;
  /** The year of 7/5 and 7月5日: that of the campaign or the import. Without it such days are refused. */
  readonly defaultYear?: number;
}

/** Serials from 1954 to 2119: a plain number outside is not a date someone meant. */
const SERIAL = { from: 20_000, until: 80_000 } as const;
const CLOCK =
  '(?:T| )?(?:上午|下午|中午|早上|晚上|早|晚|凌晨)?\\d{1,2}(?::\\d{1,2}(?::\\d{1,2}(?:\\.\\d+)?)?|[点时].{0,6})';
const TAIL = new RegExp(
  `(?:${CLOCK}|\\(?(?:星期|周)[一二三四五六日天]\\)?|上午|下午|早上|晚上|凌晨|[.。,;])+$`,
);
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const HAN = '〇零○一二三四五六七八九十廿卅';
const FULL = /^(\d{4}|\d{2})([-./年])(\d{1,2})([-./月])(\d{1,2})[日号]?$/;
const SHORT = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/;
const AMERICAN = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/;

/** Reads one calendar day. The order is year, month, day; month, day, year only when the year stands last. */
export function readDay(raw: Raw, hint: DayHint = {}): Read<Day> {
  if (typeof raw === 'boolean') return unreadable(raw);
  if (typeof raw === 'number') return fromNumber(raw, hint);
  const whole = textOf(raw);
  if (whole === '') return EMPTY;
  if (ZONED.test(whole)) return instant(whole);
  const text = withHan(strip(whole));
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return fromNumber(Number(text), hint);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return check(raw, compact[1]!, compact[2]!, compact[3]!);
  const full = FULL.exec(text);
  if (full) return check(raw, full[1]!, full[3]!, full[5]!);
  const american = AMERICAN.exec(text);
  if (american) return monthFirst(raw, american);
  if (/^\d{4}(?:年|[-./年]\d{1,2}月?份?|\d{2})?$/.test(text)) return incomplete(raw);
  const short = SHORT.exec(text);
  if (short) return withoutYear(raw, short[1]!, short[2]!, hint);
  if (isSpan(text)) {
    return bad(`“${shown(raw)}”是一段时间，请只填一天`, `"${shown(raw)}" is a period: enter one day`);
  }
  return unreadable(raw);
}

/** The day of an Excel serial (its fraction is the time). Null for 29 February 1900, which Excel alone believes in. */
export function dayOfSerial(serial: number, date1904 = false): Day | null {
  const n = Math.floor(serial);
  if (!Number.isFinite(serial) || n < 0 || n > 2_958_465) return null;
  if (date1904) return addDays('1904-01-01', n);
  if (n === 0 || n === 60) return null;
  return addDays(n > 60 ? '1899-12-30' : '1899-12-31', n);
}

function fromNumber(n: number, hint: DayHint): Read<Day> {
  if (Number.isInteger(n) && n >= 19_000_101 && n <= 21_001_231) {
    const text = String(n);
    return check(n, text.slice(0, 4), text.slice(4, 6), text.slice(6));
  }
  if (n >= SERIAL.from && n <= SERIAL.until) {
    const day = dayOfSerial(n, hint.serial1904);
    if (day !== null) {
      return good(day, [
        `按表格日期序号读作${formatDay(day, 'zh')}`,
        `Serial read as ${formatDay(day, 'en')}`,
      ]);
    }
  }
  // 7.1 may be 7月1日 or 7月10日 and 2023.1 January or October: the cell lost the zero.
  return /^\d{4}(\.\d{1,2})?$/.test(String(n)) ? incomplete(n) : unreadable(n);
}

function instant(text: string): Read<Day> {
  try {
    return good(dayOfInstant(text));
  } catch {
    return unreadable(text);
  }
}

/** Blanks around the parts, the time of day and the weekday off. */
function strip(text: string): string {
  const flat = text.replace(/\s+/g, ' ').replace(/^(?:公元|日期:?)/, '');
  const tight = flat.replace(/ ?([-./年月日号]) ?/g, (_, sign: string) =>
    '日号'.includes(sign) ? `${sign} ` : sign,
  );
  const day = tight.trim().replace(TAIL, '').trim().replace(TAIL, '').trim();
  return /^\d{2,4} \d{1,2} \d{1,2}$/.test(day) ? day.replace(/ /g, '-') : day;
}

/** 二〇二三年七月五日 → 2023年7月5日. */
function withHan(text: string): string {
  if (!/[一二三四五六七八九十〇]/.test(text)) return text;
  const year = text.replace(/^([〇零○一二三四五六七八九]{4}|[〇零○一二三四五六七八九]{2})(?=年)/, (digits) =>
    [...digits].map((c) => String(parseNumeral(c) ?? c)).join(''),
  );
  return year.replace(new RegExp(`[${HAN}]+(?=[月日号]|$)`, 'g'), (han) => String(parseNumeral(han) ?? han));
}

function check(raw: Raw, y: string, m: string, d: string, note?: Label): Read<Day> {
  const short = y.length === 2;
  // 70–99 are the last century's: no ledger of a living case is older, none younger than 2069.
  const year = short ? Number(y) + (Number(y) >= 70 ? 1900 : 2000) : Number(y);
  const day = dayOf(year, Number(m), Number(d));
  if (day === null || year < 1900 || year > 2100) {
    return bad(
      `没有“${shown(raw)}”这一天，请核对年月日`,
      `There is no such day as "${shown(raw)}": check year, month and day`,
    );
  }
  return good(day, note ?? (short ? readAs(raw, day) : undefined));
}

function monthFirst(raw: Raw, m: RegExpExecArray): Read<Day> {
  const read = check(raw, m[3]!, m[1]!, m[2]!);
  return read.ok && read.value !== undefined ? good(read.value, readAs(raw, read.value)) : read;
}

function withoutYear(raw: Raw, month: string, date: string, hint: DayHint): Read<Day> {
  if (hint.defaultYear === undefined) {
    return bad(
      `“${shown(raw)}”没有年份，请补上年份（如2023-7-5）`,
      `"${shown(raw)}" has no year: add it (such as 2023-7-5)`,
    );
  }
  const read = check(raw, String(hint.defaultYear).padStart(4, '0'), month, date);
  return read.ok && read.value !== undefined ? good(read.value, readAs(raw, read.value)) : read;
}

function isSpan(text: string): boolean {
  return /\d[日号]?(?:至|到|~|～|—|–|-|、|起)+.*\d?/.test(text) && /\d/.test(text);
}

function readAs(raw: Raw, day: Day): Label {
  return [`“${shown(raw)}”读作${formatDay(day, 'zh')}`, `"${shown(raw)}" read as ${formatDay(day, 'en')}`];
}

function incomplete(raw: Raw) {
  return bad(
    `“${shown(raw)}”缺少日，请填写年月日（如2023-7-5）`,
    `"${shown(raw)}" lacks the day: enter year, month and day (such as 2023-7-5)`,
  );
}

function unreadable(raw: Raw) {
  return bad(
    `看不懂日期“${shown(raw)}”，请填写年月日（如2023-7-5）`,
    `Cannot read the date "${shown(raw)}": enter year, month and day (such as 2023-7-5)`,
  );
}
