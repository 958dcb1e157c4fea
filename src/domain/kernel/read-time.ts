// Which time of day did the person mean? 8:30, 8点半, 下午3点, an Excel fraction.
import { parseNumeral } from './numeral.ts';
import { bad, EMPTY, good, type Raw, type Read, shown, textOf } from './read-cell.ts';

/** 'HH:MM', 00:00–23:59, China time. */
export type TimeOfDay = string;

const HAN = '〇零一二三四五六七八九十两';
const DAYPART = '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜间|深夜|早|晚|夜)?';
const NUMERIC = new RegExp(`^${DAYPART}(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(?: ?(am|pm))?$`, 'i');
const SPOKEN = new RegExp(
  `^${DAYPART}(\\d{1,2}|[${HAN}]{1,3})[点时](整|钟|半|一刻|三刻|(\\d{1,2}|[${HAN}]{1,3})分?)?$`,
);
const COMPACT = /^([01]\d|2[0-3])([0-5]\d)$/;
const DATED = /^(?:\d{4}|\d{2})[-./年]\d{1,2}[-./月]\d{1,2}(?:[日号] ?|[ T])(?=\D*\d)/;

/** Reads a time of day; seconds are dropped. A date before it is allowed, a span of hours is not. */
export function readTime(raw: Raw): Read<TimeOfDay> {
  if (typeof raw === 'boolean') return unreadable(raw);
  if (typeof raw === 'number') return fromSerial(raw);
  const whole = textOf(raw);
  if (whole === '') return EMPTY;
  const text = whole.replace(DATED, '').replace(/ (?!am|pm)/gi, '');
  const numeric = NUMERIC.exec(text);
  if (numeric) return check(raw, numeric[1] ?? afterNoon(numeric[4]), Number(numeric[2]), Number(numeric[3]));
  const compact = COMPACT.exec(text);
  if (compact) return check(raw, undefined, Number(compact[1]), Number(compact[2]));
  const spoken = SPOKEN.exec(text);
  if (spoken)
    return check(raw, spoken[1], parseNumeral(spoken[2] ?? '') ?? 99, minutes(spoken[3], spoken[4]));
  if (/\d.*(?:-|—|–|~|～|至|到).*\d/.test(text)) {
    return bad(`“${shown(raw)}”是一段时间，请只填一个时刻`, `"${shown(raw)}" is a span: enter one time`);
  }
  return unreadable(raw);
}

function afterNoon(mark: string | undefined): string | undefined {
  if (mark === undefined) return undefined;
  return mark.toLowerCase() === 'pm' ? '下午' : '上午';
}

function minutes(word: string | undefined, digits: string | undefined): number {
  if (word === '半') return 30;
  if (word === '一刻') return 15;
  if (word === '三刻') return 45;
  return digits === undefined ? 0 : (parseNumeral(digits) ?? 99);
}

function check(raw: Raw, part: string | undefined, hour: number, minute: number): Read<TimeOfDay> {
  const h = toDayHour(part, hour);
  if (!(h >= 0 && h <= 23 && minute >= 0 && minute <= 59)) {
    return bad(
      `没有“${shown(raw)}”这个时刻（0:00至23:59）`,
      `There is no such time as "${shown(raw)}" (0:00 to 23:59)`,
    );
  }
  return good(write(h, minute));
}

/** 下午3点 → 15; 中午12点 → 12; 晚12点 is midnight, the next day's first hour, and stays refused as 24. */
function toDayHour(part: string | undefined, hour: number): number {
  if (part === undefined || hour > 12) return hour;
  if (/下午|傍晚/.test(part)) return hour === 12 ? 12 : hour + 12;
  if (part.startsWith('晚')) return hour < 5 ? hour : hour + 12;
  if (part === '中午') return hour <= 2 ? hour + 12 : hour;
  if (/凌晨|上午/.test(part) && hour === 12) return part === '凌晨' ? 0 : 12;
  return hour;
}

/** The fraction of a day, to the nearest minute; a whole number has no time in it. */
function fromSerial(n: number): Read<TimeOfDay> {
  const fraction = n - Math.floor(n);
  if (!Number.isFinite(n) || n < 0 || (n >= 1 && (n < 20_000 || n > 80_000 || fraction === 0)))
    return unreadable(n);
  const total = Math.round(fraction * 1440);
  return total >= 1440 ? good('23:59') : good(write(Math.floor(total / 60), total % 60));
}

function write(hour: number, minute: number): TimeOfDay {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function unreadable(raw: Raw) {
  return bad(
    `看不懂时间“${shown(raw)}”，请写成8:30这样的时刻`,
    `Cannot read the time "${shown(raw)}": write it like 8:30`,
  );
}
