// Are working days those of the notices, and does counting them agree with counting day by day?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromNumber, toNumber } from '../kernel/day.ts';
import {
  addWorkingDays,
  type Calendar,
  calendarFrom,
  HOLIDAY_YEARS,
  holidayLabel,
  isCertain,
  isWorkingDay,
  readHoliday,
  workingDayFrom,
  workingDaysBetween,
} from './calendar.ts';

/** The sentences of the notices, as published; the data file holds them as days. */
const NOTICES: Readonly<Record<number, string>> = {
  2021: `元旦：1月1日至3日放假。春节：2月11日至17日放假。2月7日（星期日）、2月20日（星期六）上班。清明节：4月3日至5日放假。
劳动节：5月1日至5日放假。4月25日（星期日）、5月8日（星期六）上班。端午节：6月12日至14日放假。中秋节：9月19日至21日放假。
9月18日（星期六）上班。国庆节：10月1日至7日放假。9月26日（星期日）、10月9日（星期六）上班。`,
  2022: `元旦：1月1日至3日放假。春节：1月31日至2月6日放假。1月29日（星期六）、1月30日（星期日）上班。清明节：4月3日至5日放假。
4月2日（星期六）上班。劳动节：4月30日至5月4日放假。4月24日（星期日）、5月7日（星期六）上班。端午节：6月3日至5日放假。
中秋节：9月10日至12日放假。国庆节：10月1日至7日放假。10月8日（星期六）、10月9日（星期日）上班。`,
  2023: `元旦：2022年12月31日至2023年1月2日放假。春节：1月21日至27日放假。1月28日（星期六）、1月29日（星期日）上班。
清明节：4月5日放假。劳动节：4月29日至5月3日放假。4月23日（星期日）、5月6日（星期六）上班。端午节：6月22日至24日放假。
6月25日（星期日）上班。中秋节、国庆节：9月29日至10月6日放假。10月7日（星期六）、10月8日（星期日）上班。`,
  2024: `元旦：1月1日放假。春节：2月10日至17日放假。2月4日（星期日）、2月18日（星期日）上班。清明节：4月4日至6日放假。
4月7日（星期日）上班。劳动节：5月1日至5日放假。4月28日（星期日）、5月11日（星期六）上班。端午节：6月10日放假。
中秋节：9月15日至17日放假。9月14日（星期六）上班。国庆节：10月1日至7日放假。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `元旦：1月1日放假。春节：1月28日至2月4日放假。1月26日（星期日）、2月8日（星期六）上班。清明节：4月4日至6日放假。
劳动节：5月1日至5日放假。4月27日（星期日）上班。端午节：5月31日至6月2日放假。国庆节、中秋节：10月1日至8日放假。
9月28日（星期日）、10月11日（星期六）上班。`,
  2026: `元旦：1月1日至3日放假。1月4日（星期日）上班。春节：2月15日至23日放假。2月14日（星期六）、2月28日（星期六）上班。
清明节：4月4日至6日放假。劳动节：5月1日至5日放假。5月9日（星期六）上班。端午节：6月19日至21日放假。中秋节：9月25日至27日放假。
国庆节：10月1日至7日放假。9月20日（星期日）、10月10日（星期六）上班。`,
};

const MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const weekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The oracle: days off and worked, read from the sentences with the runtime's own calendar. */
function readNotices() {
  const off = new Set<string>();
  const worked = new Set<string>();
  const wrong: string[] = [];
  for (const [year, text] of Object.entries(NOTICES)) {
    for (const m of text.matchAll(
      /(?:(\d{4})年)?(\d+)月(\d+)日(?:至(?:(\d{4})年)?(?:(\d+)月)?(\d+)日)?放假/g,
    )) {
      const from = Date.UTC(Number(m[1] ?? year), Number(m[2]) - 1, Number(m[3]));
      const until = m[6] ? Date.UTC(Number(m[4] ?? year), Number(m[5] ?? m[2]) - 1, Number(m[6])) : from;
      for (let at = from; at <= until; at += MS) off.add(iso(at));
    }
    for (const m of text.matchAll(/(\d+)月(\d+)日（星期(六|日)）/g)) {
      const at = new Date(Date.UTC(Number(year), Number(m[1]) - 1, Number(m[2])));
      if (at.getUTCDay() !== (m[3] === '六' ? 6 : 0)) wrong.push(`${year} ${m[0]}`);
      worked.add(iso(at.getTime()));
    }
  }
  return { off, worked, wrong };
}

const oracle = readNotices();
const works = (day: string) => oracle.worked.has(day) || (!weekend(day) && !oracle.off.has(day));
const national = calendarFrom();
const DAYS: string[] = [];
for (let at = Date.UTC(2021, 0, 1); at <= Date.UTC(2027, 11, 31); at += MS) DAYS.push(iso(at));

describe('the notices', () => {
  test('name the weekday their shifted days have, and 40 holidays with 40 shifted days in six years', () => {
    expect(oracle.wrong).toEqual([]);
    expect(HOLIDAY_YEARS.map((y) => y.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    expect([oracle.off.size, oracle.worked.size]).toEqual([
      HOLIDAY_YEARS.flatMap((y) => y.off).reduce((n, o) => n + toNumber(o.until) - toNumber(o.from) + 1, 0),
      HOLIDAY_YEARS.flatMap((y) => y.work).length,
    ]);
    expect(HOLIDAY_YEARS.flatMap((y) => y.off).length).toBe(40);
    expect(oracle.worked.size).toBe(40);
  });

  test('every holiday has an English name', () => {
    const names = HOLIDAY_YEARS.flatMap((y) => [...y.off, ...y.work]).map((row) => holidayLabel(row.name)[1]);
    expect(names.filter((name) => !/^[A-Za-z, -]+$/.test(name))).toEqual([]);
    expect(holidayLabel('国庆节、中秋节')).toEqual(['国庆节、中秋节', 'National Day, Mid-Autumn']);
  });

  test('each carries its document number and an honest status', () => {
    for (const year of HOLIDAY_YEARS) {
      expect(year.docNo).toMatch(new RegExp(`^国办发明电〔${year.year - 1}〕\\d+号$`));
      expect(year.issued.startsWith(String(year.year - 1))).toBe(true);
      expect(year.status).toBe('transcription');
    }
  });

  test('every day of 2021–2027 is a working day exactly when the sentences make it one', () => {
    expect(DAYS.filter((day) => isWorkingDay(day, national) !== works(day))).toEqual([]);
  });

  test.each([
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, n) => {
    expect(workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, national).value).toBe(n);
  });
});

describe('adding working days', () => {
  test('agrees with counting day by day, from all days of 2021–2027, 0 to 30 days on and back', () => {
    const wrong: string[] = [];
    for (const start of DAYS) {
      for (const step of [1, -1]) {
        let at = Date.parse(start);
        for (let n = 0; n <= 30; n++) {
          if (n > 0)
            do at += step * MS;
            while (!works(iso(at)) && inOracle(at));
          if (!inOracle(at)) break;
          if (addWorkingDays(start, step * n, national).value !== iso(at)) wrong.push(`${start} ${step * n}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('around every holiday and shifted day of the held years, seven working days on', () => {
    const edges = [...oracle.off, ...oracle.worked].flatMap((day) =>
      [-2, -1, 0, 1, 2].map((n) => fromNumber(toNumber(day) + n)),
    );
    for (const day of edges) {
      for (let n = 1; n <= 7; n++) {
        const end = addWorkingDays(day, n, national).value;
        expect(works(end)).toBe(true);
        const between = DAYS.filter((d) => d > day && d <= end && works(d)).length;
        if (day >= '2021-01-01' && end < '2027-01-01') expect(between).toBe(n);
      }
    }
  });

  test.each([
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-09-26', 1, '2025-09-28'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2024-02-09', 7, '2024-02-26'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('%s and %i working days is %s', (from, n, until) => {
    expect(addWorkingDays(from, n, national)).toEqual({ value: until, certain: true });
  });

  test('counts between two days as it adds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DAYS.slice(60, -60)), fc.integer({ min: -30, max: 30 }), (day, n) => {
        expect(workingDaysBetween(day, addWorkingDays(day, n, national).value, national).value).toBe(n);
      }),
    );
    expect(() => addWorkingDays('2026-01-01', 1.5, national)).toThrow(RangeError);
  });

  test('moves a day off to the next working day and leaves a working day', () => {
    expect(workingDayFrom('2026-10-01', national).value).toBe('2026-10-08');
    expect(workingDayFrom('2026-10-08', national).value).toBe('2026-10-08');
    expect(workingDayFrom('2026-10-10', national).value).toBe('2026-10-10');
  });
});

describe('what is not held', () => {
  test('is counted Monday to Friday and said to be uncertain', () => {
    expect(addWorkingDays('2026-12-18', 4, national)).toEqual({ value: '2026-12-24', certain: true });
    // The notice for 2027 may reach back into the last week of 2026.
    expect(addWorkingDays('2026-12-18', 5, national)).toEqual({ value: '2026-12-25', certain: false });
    expect(addWorkingDays('2027-02-05', 1, national)).toEqual({ value: '2027-02-08', certain: false });
    expect(isCertain('2020-12-31', national)).toBe(false);
    expect(isCertain('2022-12-31', national)).toBe(true);
  });

  test('the county may add a year before the product holds it', () => {
    const county = calendarFrom({
      rows: [{ day: '2027-01-01', working: false, name: '元旦', docNo: '国办发明电〔2026〕1号' }],
      years: [{ year: 2027, docNo: '国办发明电〔2026〕1号' }],
    });
    expect(addWorkingDays('2026-12-31', 1, county)).toEqual({ value: '2027-01-04', certain: true });
  });
});

describe('the county', () => {
  const row = { day: '2026-10-08', working: false, name: '抗旱停工', docNo: '示政办〔2026〕9号' };

  test('corrects a day, the later of two rows holding', () => {
    const off: Calendar = calendarFrom({ rows: [row] });
    expect(isWorkingDay('2026-10-08', off)).toBe(false);
    expect(addWorkingDays('2026-09-30', 1, off).value).toBe('2026-10-09');
    expect(isWorkingDay('2026-10-08', calendarFrom({ rows: [row, { ...row, working: true }] }))).toBe(true);
    expect(isWorkingDay('2026-10-08', national)).toBe(true);
  });

  test('is read from its setting, and a row without document is refused by its place', () => {
    expect(readHoliday(undefined)).toEqual({ ok: true, value: { rows: [], years: [] } });
    expect(readHoliday([row])).toEqual({ ok: true, value: { rows: [row], years: [] } });
    const bad = readHoliday({
      rows: [row, { ...row, docNo: ' ' }, { ...row, day: '2026-02-30' }],
      years: [{ year: '2027' }],
    });
    expect(bad.ok ? [] : bad.refusals.map((r) => r.where)).toEqual(['rows.2', 'rows.3', 'years.1']);
    for (const value of ['x', 1, {}, { rows: 'x' }, { years: 5 }, [null]])
      expect(readHoliday(value).ok).toBe(false);
  });
});

function inOracle(at: number): boolean {
  return at >= Date.UTC(2021, 0, 1) && at <= Date.UTC(2028, 0, 31);
}
