// Does every case stand in a tab of the desk, and in one only?
import { expect, it } from 'vitest';
import { OPEN_STATUSES } from '../../domain/case/status.ts';
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
