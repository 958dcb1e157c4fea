// Does every case stand in a tab of the desk, and in one only? What does a new one begin with?
import { describe, expect, it } from 'vitest';
import { OPEN_STATUSES } from '../../domain/case/status.ts';
import { nextCaseNo, usualTrack } from './case-begin.ts';
import { askedOf, countIn, DESK_TABS, GROUPS } from './desk-state.ts';

it('every open status stands in exactly one tab', () => {
  const grouped = Object.values(GROUPS).flat();
  expect([...grouped].sort()).toEqual([...OPEN_STATUSES].sort());
});

it('tabs count what they ask for', () => {
  const counts = { status: Object.fromEntries(OPEN_STATUSES.map((code) => [code, 1])), overdue: 4, soon: 2 };
  const n = DESK_TABS.map((tab) => countIn(tab, counts));
  expect(n).toEqual([2, 2, 4, 1, 7, 12, 1, 4, null]);
  for (const tab of DESK_TABS) expect((askedOf(tab).status ?? '').length).toBeLessThan(400);
});

describe('what a new case begins with', () => {
  const rows = (...values: readonly Record<string, unknown>[]) => values.map((each) => ({ values: each }));

  it('takes the number after the highest of the newest series', () => {
    const kept = rows(
      ...[{ caseNo: '示野罚字〔2026〕9号' }, { caseNo: '示野查字〔2026〕43号' }],
      ...[{ caseNo: '示野罚字〔2026〕12号' }, { caseNo: '旧案' }, { caseNo: '示野罚字〔2025〕88号' }],
    );
    expect(nextCaseNo(kept, '2026')).toBe('示野罚字〔2026〕13号');
    expect(nextCaseNo(kept, '2027')).toBe('示野罚字〔2027〕1号');
    expect(nextCaseNo(rows({ caseNo: 'AJ-2026-0042' }), '2026')).toBe('AJ-2026-0043');
    expect(nextCaseNo(rows({ caseNo: '旧案' }, {}), '2026')).toBeNull();
  });

  it('takes the track this agency mostly files by', () => {
    const [bureau, police] = ['administrative', 'criminal'];
    const kept = rows(
      { agency: 'a', track: bureau },
      { agency: 'b', track: police },
      { agency: 'b', track: police },
    );
    expect(usualTrack(kept, 'a')).toBe(bureau);
    expect(usualTrack(kept, 'b')).toBe(police);
    expect(usualTrack(kept, 'c')).toBeNull();
    expect(usualTrack(kept, undefined)).toBeNull();
  });
});
