// Do the law's clocks end when the articles say, and not a day or an hour before or after?
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, fromNumber, toNumber } from '../kernel/day.ts';
import { calendarFrom, isWorkingDay } from './calendar.ts';
import { clockState, dueOf, latePenalty, latestNotice } from './deadline.ts';
import { DEADLINES, type Deadline, type DeadlineId, deadlineOf, findDeadline } from './deadline-table.ts';
import { readSuspensionRules, type Suspension, suspensionBetween } from './suspension.ts';

const national = calendarFrom();
const noon = (day: string) => ({ instant: `${day}T12:00:00+08:00` });
const due = (id: DeadlineId, day: string, stops: readonly Suspension[] = [], more = {}) =>
  dueOf(deadlineOf(id), noon(day), national, stops, more);
const rows: readonly Deadline[] = DEADLINES;

describe('the table', () => {
  test('holds the twenty items by their ids, each once, and the clocks from outside the texts in hand', () => {
    const items = `APL-36 APL-51 APL-56 APL-60 APL-61 APL-64-1 APL-64-2 APL-48 APL-67 APL-71 APL-85
TR-5a TR-5b TR-7 TR-8 TR-9a TR-9b TR-9c TR-12 TR-6`.split(/\s+/);
    const ids = rows.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !items.includes(id))).toEqual([
      'APL-36-5',
      'APL-71-2',
      'AEL-25',
      'ARL-20',
      'ALL-46',
    ]);
    expect(items.filter((id) => findDeadline(id) === undefined)).toEqual([]);
    expect(findDeadline('county-limit')).toBeUndefined();
  });

  test('a row without its text never says verified', () => {
    for (const row of rows) expect([row.id, row.text !== null]).toEqual([row.id, row.status === 'verified']);
  });

  // Art. 85: two, three, five and seven days of this law are working days; fifteen and ninety are not.
  test('two, three, five and seven days of the penalty law are working days, and no others', () => {
    for (const row of rows.filter((r) => r.basis.startsWith('行政处罚法') && r.amount !== null)) {
      if (row.unit === 'year' || row.id === 'APL-85') continue;
      expect([row.id, row.unit]).toEqual([
        row.id,
        [2, 3, 5, 7].includes(row.amount!) ? 'working' : 'calendar',
      ]);
    }
  });

  const lawFile = (name: string) => new URL(`../../../../shared/domain/law/${name}`, import.meta.url);
  test.skipIf(!existsSync(lawFile('transfer-regulation-2020.md')))('quotes the articles word by word', () => {
    const texts = ['admin-penalty-law-2021.md', 'transfer-regulation-2020.md'].map((name) =>
      readFileSync(lawFile(name), 'utf8'),
    );
    const missing = rows.filter((r) => r.text !== null && !texts.some((text) => text.includes(r.text!)));
    expect(missing.map((r) => r.id)).toEqual([]);
  });

  test('a row that states no clock is not counted', () => {
    for (const id of ['APL-51', 'APL-85', 'TR-6'] as const)
      expect(() => due(id, '2026-03-02')).toThrow(RangeError);
  });
});

describe('days', () => {
  test.each([
    // The day of the event is not counted.
    ['APL-60', '2026-01-01', '2026-04-01'],
    ['APL-67', '2026-06-01', '2026-06-16'],
    ['TR-5a', '2026-09-30', '2026-10-03'],
    // Working days over the National Day holiday and its shifted Saturday, 10 October.
    ['APL-56', '2026-09-30', '2026-10-15'],
    ['APL-61', '2026-09-23', '2026-10-10'],
    ['APL-64-1', '2026-02-13', '2026-02-27'],
    ['APL-48', '2026-04-30', '2026-05-08'],
    ['APL-71', '2025-09-27', '2025-09-29'],
    ['APL-36', '2024-02-29', '2026-02-28'],
    ['APL-36-5', '2021-08-01', '2026-08-01'],
    ['ALL-46', '2025-08-31', '2026-02-28'],
    ['ARL-20', '2026-01-31', '2026-04-01'],
    ['AEL-25', '2026-01-31', '2026-03-02'],
  ] as const)('%s from %s is due on %s', (id, from, until) => {
    expect(due(id, from).due).toBe(until);
  });

  test('three days of the transfer regulation, read as calendar days, are never later than as working days', () => {
    for (let n = toNumber('2021-01-01'); n < toNumber('2027-01-01'); n++) {
      const strict = due('TR-8', fromNumber(n)).due!;
      const working = due('APL-48', fromNumber(n)).due!;
      if (strict > working) throw new Error(fromNumber(n));
    }
    expect(rows.filter((r) => !r.unitStated).map((r) => [r.amount, r.unit])).toEqual(
      Array.from({ length: 6 }, () => [3, 'calendar']),
    );
  });

  test('the day is that of China, not of UTC', () => {
    const at = (instant: string) => dueOf(deadlineOf('APL-67'), { instant }, national).due;
    expect(at('2026-06-01T15:59:59.999Z')).toBe('2026-06-16');
    expect(at('2026-06-01T16:00:00Z')).toBe('2026-06-17');
    expect(at('2026-06-02T00:00:00+08:00')).toBe('2026-06-17');
    expect(at('2026-06-02')).toBe('2026-06-17');
  });

  test('a day off at the end moves a party’s clock, shown beside the day, and never an agency’s', () => {
    const party = due('APL-67', '2026-09-18');
    expect([party.due, party.dueIfHolidayExtends]).toEqual(['2026-10-03', '2026-10-08']);
    expect(clockState(party, '2026-10-08T23:59:59+08:00').state).toBe('dueSoon');
    expect(clockState(party, '2026-10-09T00:00:00+08:00').state).toBe('overdue');
    const plain = due('APL-67', '2026-06-01');
    expect([plain.due, plain.dueIfHolidayExtends]).toEqual(['2026-06-16', '2026-06-16']);
    const agency = due('APL-60', '2026-07-05');
    expect([agency.due, agency.dueIfHolidayExtends]).toEqual(['2026-10-03', null]);
    expect(clockState(agency, '2026-10-04T00:00:00+08:00').state).toBe('overdue');
  });

  test('an unheld year and an earlier law are said', () => {
    const later = due('APL-56', '2027-02-05');
    expect([later.certain, later.notes.some(([zh]) => zh.includes('未收录'))]).toEqual([false, true]);
    expect(due('APL-60', '2027-02-05').certain).toBe(true);
    const before = due('APL-60', '2021-07-14');
    expect([before.certain, before.notes.some(([zh]) => zh.includes('当时的规定'))]).toEqual([false, true]);
    expect(due('APL-60', '2021-07-15').certain).toBe(true);
  });
});

describe('hours', () => {
  const transfer = (instant: string) => dueOf(deadlineOf('TR-5b'), { instant }, national);

  test('run from the instant through nights and holidays, to the instant', () => {
    const clock = transfer('2026-09-30T17:30:00+08:00');
    expect([clock.due, clock.startsOn]).toEqual(['2026-10-01', '2026-09-30']);
    expect(clock.dueAt).toBe(Date.parse('2026-10-01T17:30:00+08:00'));
    expect(clockState(clock, '2026-10-01T17:30:00.000+08:00')).toEqual({
      state: 'dueSoon',
      daysLeft: 0,
      hoursLeft: 0,
    });
    expect(clockState(clock, '2026-10-01T17:30:00.001+08:00')).toEqual({
      state: 'overdue',
      daysLeft: 0,
      hoursLeft: -1,
    });
  });

  test('end on the next day of China across its midnight', () => {
    expect(transfer('2026-06-01T15:59:59.999Z').due).toBe('2026-06-02');
    expect(transfer('2026-06-01T16:00:00.000Z').due).toBe('2026-06-03');
  });

  test('are never stopped', () => {
    const stops: Suspension[] = [{ from: '2026-09-01', until: null, reason: 'appraisal' }];
    const rules = [{ deadline: 'TR-5b', reason: 'appraisal' as const, docNo: 'x' }];
    const at = { instant: '2026-09-30T08:00:00Z' };
    expect(dueOf(deadlineOf('TR-7'), at, national, stops).running).toBe(true);
    expect(dueOf(deadlineOf('TR-5b'), at, national, stops, { rules }).dueAt).toBe(
      Date.parse('2026-10-01T08:00:00Z'),
    );
  });
});

describe('notice of a hearing', () => {
  test.each([
    // Hearing Thursday 15 October 2026: back over 10 October (worked) and the holiday to 30 September.
    ['2026-10-15', '2026-09-29', '2026-09-30'],
    ['2026-06-18', '2026-06-08', '2026-06-09'],
    ['2026-06-20', '2026-06-09', '2026-06-10'],
  ])('for %s is given by %s, by the shorter count by %s', (hearing, day, shorter) => {
    expect(latestNotice(hearing, national)).toEqual({ day, dayByShorterCount: shorter, certain: true });
    expect(due('APL-64-2', hearing).due).toBe(day);
  });

  test('leaves seven working days between', () => {
    for (let n = toNumber('2021-02-01'); n < toNumber('2026-12-20'); n++) {
      const { day } = latestNotice(fromNumber(n), national);
      let between = 0;
      for (let at = toNumber(day) + 1; at < n; at++) if (isWorkingDay(fromNumber(at), national)) between++;
      if (between !== 7) throw new Error(`${fromNumber(n)}: ${between}`);
    }
  });
});

describe('suspensions', () => {
  const span = fc
    .tuple(fc.integer({ min: -20, max: 140 }), fc.integer({ min: 0, max: 25 }))
    .map(([from, days]): Suspension => {
      const first = addDays('2026-01-10', from);
      return { from: first, until: addDays(first, days), reason: 'appraisal' };
    });
  const spans = fc.array(span, { maxLength: 6 });
  const seized = (stops: readonly Suspension[]) => due('AEL-25', '2026-01-10', stops);

  test('appraisal stops a seizure’s clock by law; the 90 days only by the county’s document', () => {
    const stops: Suspension[] = [{ from: '2026-01-20', until: '2026-01-24', reason: 'appraisal' }];
    expect(seized(stops)).toMatchObject({ due: '2026-02-14', suspendedDays: 5, ignored: [] });
    expect(due('APL-60', '2026-01-10', stops)).toMatchObject({
      due: '2026-04-10',
      suspendedDays: 0,
      ignored: stops,
    });
    const rules = [{ deadline: 'APL-60', reason: 'appraisal' as const, docNo: '示政发〔2026〕1号' }];
    expect(due('APL-60', '2026-01-10', stops, { rules })).toMatchObject({ due: '2026-04-15', ignored: [] });
    expect(due('AEL-25', '2026-01-10', [{ ...stops[0]!, reason: 'hearing' }]).due).toBe('2026-02-09');
  });

  test('agree with walking day by day, each day counted once however spans overlap', () => {
    fc.assert(
      fc.property(spans, (stops) => {
        let left = 30;
        let day = '2026-01-10';
        let stopped = 0;
        while (left > 0) {
          day = addDays(day, 1);
          if (stops.some((s) => s.from <= day && day <= s.until!)) stopped++;
          else left--;
        }
        expect(seized(stops)).toMatchObject({ due: day, suspendedDays: stopped, running: true });
      }),
    );
  });

  test('never end a clock sooner, and a span said twice or in two halves changes nothing', () => {
    fc.assert(
      fc.property(spans, span, fc.integer({ min: 0, max: 25 }), (stops, more, cut) => {
        const whole = seized([...stops, more]);
        expect(whole.due! >= seized(stops).due!).toBe(true);
        expect(seized([...stops, more, more])).toMatchObject({ due: whole.due });
        const at = addDays(more.from, cut);
        const halves =
          at < more.until!
            ? [
                { ...more, until: at },
                { ...more, from: addDays(at, 1) },
              ]
            : [more];
        expect(seized([...halves, ...stops])).toMatchObject({
          due: whole.due,
          suspendedDays: whole.suspendedDays,
        });
      }),
    );
  });

  test('stop working days too, by walking', () => {
    const rules = [{ deadline: 'APL-56', reason: 'appraisal' as const, docNo: 'x' }];
    fc.assert(
      fc.property(spans, (stops) => {
        let day = '2026-01-10';
        for (let left = 7; left > 0; ) {
          day = addDays(day, 1);
          if (isWorkingDay(day, national) && !stops.some((s) => s.from <= day && day <= s.until!)) left--;
        }
        expect(due('APL-56', '2026-01-10', stops, { rules }).due).toBe(day);
      }),
    );
  });

  test('an open one holds the clock and keeps the days left; one after the end does not', () => {
    const open = seized([{ from: '2026-01-20', until: null, reason: 'appraisal' }]);
    expect(open).toMatchObject({ due: null, dueAt: null, running: false, remainingDays: 21 });
    expect(clockState(open, '2027-01-01').state).toBe('suspended');
    expect(clockState(open, '2027-01-01').daysLeft).toBe(21);
    const resumed = seized([{ from: '2026-01-20', until: '2026-12-31', reason: 'appraisal' }]);
    expect(daysBetween('2026-12-31', resumed.due!)).toBe(21);
    expect(seized([{ from: '2026-02-10', until: null, reason: 'appraisal' }]).due).toBe('2026-02-09');
    expect(seized([{ from: '2026-02-09', until: null, reason: 'appraisal' }]).remainingDays).toBe(1);
  });

  test('between two steps the day it began is not counted', () => {
    const stop = suspensionBetween('2026-01-20T09:00:00+08:00', '2026-01-25T17:00:00+08:00', 'appraisal');
    expect(seized([stop]).suspendedDays).toBe(5);
    const within = suspensionBetween('2026-01-20T09:00:00+08:00', '2026-01-20T17:00:00+08:00', 'appraisal');
    expect(seized([within])).toMatchObject({ suspendedDays: 0, due: '2026-02-09' });
    expect(suspensionBetween('2026-01-20T16:30:00Z', null, 'appraisal')).toMatchObject({
      from: '2026-01-22',
      until: null,
    });
  });

  test('the county’s rules are read from their setting; hours cannot be stopped', () => {
    const rule = { deadline: 'APL-60', reason: 'hearing', docNo: '示政发〔2026〕1号' };
    expect(readSuspensionRules(null)).toEqual({ ok: true, value: [] });
    expect(readSuspensionRules([rule])).toEqual({ ok: true, value: [rule] });
    const bad = readSuspensionRules([
      rule,
      { ...rule, deadline: 'TR-5b' },
      { ...rule, deadline: 'APL-85' },
      { ...rule, docNo: '' },
      { ...rule, reason: '下雨' },
      7,
    ]);
    expect(bad.ok ? [] : bad.refusals.map((r) => r.where)).toEqual(['2', '3', '4', '5', '6']);
  });

  test('an extension is at most what the article knows', () => {
    expect(due('AEL-25', '2026-01-10', [], { extendedBy: 30 }).due).toBe('2026-03-11');
    expect(() => due('AEL-25', '2026-01-10', [], { extendedBy: 31 })).toThrow(RangeError);
    expect(() => due('APL-60', '2026-01-10', [], { extendedBy: 1 })).toThrow(RangeError);
  });
});

describe('where a clock stands', () => {
  const clock = due('APL-60', '2026-01-01');

  test.each([
    ['2026-01-02T00:00:00+08:00', 'running', 89],
    ['2026-03-17T23:59:59+08:00', 'running', 15],
    ['2026-03-18T00:00:00+08:00', 'dueSoon', 14],
    ['2026-04-01T23:59:59.999+08:00', 'dueSoon', 0],
    ['2026-04-02T00:00:00+08:00', 'overdue', -1],
  ] as const)('at %s it is %s, %i days left', (now, state, daysLeft) => {
    expect(clockState(clock, now)).toMatchObject({ state, daysLeft });
  });

  test('once met it stays met, in time or late, whatever the day', () => {
    expect(clockState(clock, '2030-01-01', '2026-04-01T23:59:59.999+08:00').state).toBe('met');
    expect(clockState(clock, '2030-01-01', '2026-04-01T16:00:00Z').state).toBe('metLate');
  });

  test('the county may choose how early it is told', () => {
    expect(clockState(clock, '2026-03-18T00:00:00+08:00', null, 24).state).toBe('running');
    expect(clockState(clock, '2026-04-01T12:00:00+08:00', null, 24).state).toBe('dueSoon');
  });
});

describe('加处罚款', () => {
  test.each([
    [100_000, '2026-06-16', '2026-06-16', 0, 0],
    [100_000, '2026-06-16', '2026-06-10', 0, 0],
    [100_000, '2026-06-16', '2026-06-17', 0, 3_000],
    [100_000, '2026-06-16', '2026-07-19', 0, 99_000],
    [100_000, '2026-06-16', '2026-07-20', 0, 100_000],
    [100_000, '2026-06-16', '2027-07-20', 0, 100_000],
    [100_000, '2026-06-16', '2026-07-20', 30, 12_000],
    [33, '2026-06-16', '2026-06-17', 0, 0],
    [34, '2026-06-16', '2026-06-17', 0, 1],
  ])('%i fen due %s paid %s less %i days is %i', (fine, dueDay, paid, suspended, penalty) => {
    expect(latePenalty(fine, dueDay, paid, suspended)).toBe(penalty);
  });

  test('is 3 % a day by day-to-day adding, never above the fine, and never falls with time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9e13 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        (fine, late, suspended) => {
          const day = '2026-06-16';
          const owed = latePenalty(fine, day, addDays(day, late), suspended);
          const exact = (BigInt(fine) * 3n * BigInt(Math.max(0, late - suspended))) / 100n;
          expect(BigInt(owed)).toBe(exact > BigInt(fine) ? BigInt(fine) : exact);
          expect(latePenalty(fine, day, addDays(day, late + 1), suspended) >= owed).toBe(true);
        },
      ),
    );
    expect(() => latePenalty(-1, '2026-01-01', '2026-01-02')).toThrow(RangeError);
    expect(() => latePenalty(0.5, '2026-01-01', '2026-01-02')).toThrow(RangeError);
    expect(() => latePenalty(1, '2026-01-01', '2026-01-02', -1)).toThrow(RangeError);
  });
});
