// Do our days agree with an independent calendar (JavaScript's Date)?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  dayOf,
  dayOfInstant,
  daysBetween,
  formatDay,
  fromNumber,
  isDay,
  monthOf,
  periodLabel,
  toNumber,
  weekday,
  yearOf,
} from './day.ts';

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
/** Year 0002–9998, so that adding a few months stays within four digits. */
const anyDay = fc.integer({ min: toNumber('0002-01-01'), max: toNumber('9998-12-31') }).map(fromNumber);

test('every day number agrees with Date', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(isDay(day)).toBe(true);
      expect(utc(day).toISOString().slice(0, 10)).toBe(day);
      expect(toNumber(day)).toBe(utc(day).getTime() / 86_400_000);
      expect(weekday(day)).toBe(utc(day).getUTCDay() || 7);
      expect([yearOf(day), monthOf(day)]).toEqual([utc(day).getUTCFullYear(), utc(day).getUTCMonth() + 1]);
    }),
    { numRuns: 2000 },
  );
});

test('every day from 1899 to 2101, one by one', () => {
  let day = '1899-12-31';
  const date = utc(day);
  while (day < '2101-01-01') {
    date.setUTCDate(date.getUTCDate() + 1);
    day = addDays(day, 1);
    if (day !== date.toISOString().slice(0, 10)) expect(day).toBe(date.toISOString().slice(0, 10));
  }
  expect(day).toBe('2101-01-01');
});

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      expect(addDays(a, daysBetween(a, b))).toBe(b);
      expect(daysBetween(a, b)).toBe(-daysBetween(b, a) + 0);
      expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
    }),
  );
});

test('years and months', () => {
  expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
  expect(addYears('2024-02-29', -4)).toBe('2020-02-29');
  expect(addYears('2025-02-28', 3)).toBe('2028-02-28');
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
  expect(addMonths('2025-01-15', -1)).toBe('2024-12-15');
  expect(addMonths('2025-11-30', 15)).toBe('2027-02-28');
});

test.each([
  ['2023-02-29', false],
  ['2024-02-29', true],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2023-13-01', false],
  ['2023-00-01', false],
  ['2023-04-31', false],
  ['2023-4-1', false],
  ['0000-01-01', false],
  ['', false],
  [null, false],
  [20230405, false],
])('isDay(%j) is %j', (value, expected) => {
  expect(isDay(value)).toBe(expected);
});

test('dayOf refuses days the calendar has not', () => {
  expect(dayOf(2023, 2, 30)).toBeNull();
  expect(dayOf(2023, 2, 28)).toBe('2023-02-28');
  expect(dayOf(2023, 2.5, 28)).toBeNull();
});

test.each([
  ['2025-09-11T15:59:59Z', '2025-09-11'],
  ['2025-09-11T16:00:00Z', '2025-09-12'],
  ['2025-09-12T00:00:00+08:00', '2025-09-12'],
  ['2025-09-12T00:30:00+09:00', '2025-09-11'],
  ['2025-09-12T23:59:59.999+0800', '2025-09-12'],
  ['2025-09-12', '2025-09-12'],
  ['2025-09-12 08:30', '2025-09-12'],
  [0, '1970-01-01'],
  [-1, '1970-01-01'],
  [-28_800_001, '1969-12-31'],
])('dayOfInstant(%j) is %s', (instant, day) => {
  expect(dayOfInstant(instant)).toBe(day);
});

test('the day of an instant agrees with the time zone database after summer time ended in 1991', () => {
  const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  const instants = fc.date({
    min: new Date('1992-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, (at) => {
      expect(dayOfInstant(at.getTime())).toBe(zone.format(at));
      expect(dayOfInstant(at.toISOString())).toBe(zone.format(at));
    }),
  );
});

test('days and periods as officials write them', () => {
  expect(formatDay('2025-09-12', 'zh')).toBe('2025年9月12日');
  expect(formatDay('2025-09-12', 'en')).toBe('12 September 2025');
  expect(periodLabel('2025-09-12', '2025-10-30')[0]).toBe('2025年9月12日至10月30日');
  expect(periodLabel('2025-11-01', '2026-03-15')[0]).toBe('2025年11月1日至2026年3月15日');
  expect(periodLabel('2025-09-12', '2025-09-12')[0]).toBe('2025年9月12日');
  expect(periodLabel('2025-01-01', '2025-12-31')).toEqual(['2025年', '2025']);
  expect(periodLabel('2024-01-01', '2025-12-31')[0]).toBe('2024年至2025年');
  expect(periodLabel('2025-02-01', '2025-02-28')).toEqual(['2025年2月', 'February 2025']);
  expect(periodLabel('2025-02-01', '2025-04-30')[0]).toBe('2025年2月至4月');
  expect(periodLabel('2024-02-01', '2024-02-28')[0]).toBe('2024年2月1日至2月28日');
});

test('a day that is none is a bug and throws', () => {
  expect(() => addDays('2023-02-30', 1)).toThrow(RangeError);
  expect(() => dayOfInstant('yesterday')).toThrow(RangeError);
});
