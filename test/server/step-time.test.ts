// Whose clock counts? Steps at the edges of days and years in China, from phones that run ahead, with hours not yet come.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../src/domain/kernel/day.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import type { App } from '../../src/server/app.ts';
import { findProgress, listSteps } from '../../src/server/progress/index.ts';
import {
  act,
  actorOf,
  anId,
  COUNTY,
  codeOf,
  create,
  must,
  type Office,
  openOffice,
} from '../support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice(4);
});
afterAll(() => office.close());

const OFFICER = actorOf('officer');
/** The house at another moment. */
const when = (at: string): App => ({ ...office.app, now: () => Date.parse(at) });
const aClue = (app: App, day: string) =>
  create(app, 'clue', { day, source: 'patrol', content: `湿地有网 ${anId()}` });

function triage(app: App, row: RecordRow, seq: number, at: string, more: Values = {}) {
  const values = { violation: 'T1', urgency: 'normal', ...more };
  const body = { kind: 'clue', id: row.id, seq, step: 'triage', values };
  return act(app, 'step.take', body, { actor: OFFICER, at });
}

const last = async (row: RecordRow) => (await listSteps(office.app.db, COUNTY, 'clue', row.id)).at(-1);

it.each([
  ['half past midnight in China, the evening before in UTC', '2026-03-01T00:30:00+08:00', '2026-03-01'],
  ['half an hour before the year ends', '2026-12-31T23:30:00+08:00', '2026-12-31'],
  ['half an hour into the year', '2027-01-01T00:30:00+08:00', '2027-01-01'],
  ['a leap day', '2028-02-29T00:10:00+08:00', '2028-02-29'],
])('%s is a day in China: of the step, its clock and its number', async (_, at, day) => {
  const app = when(at);
  const row = await aClue(app, day);
  expect(row.no).toMatch(new RegExp(`^XS-${day.slice(0, 4)}-`));
  must(await triage(app, row, 0, at));
  expect(await last(row)).toMatchObject({ on: day, at: new Date(at).toISOString() });
  const due = (await findProgress(office.app.db, COUNTY, 'clue', row.id))?.due;
  // The last minute of the thirtieth day in China.
  expect(due).toBe(`${addDays(day, 30)}T15:59:00.000Z`);
  expect(codeOf(await triage(app, row, 1, at, { on: addDays(day, 1) }))).toBe('step.future');
});

it('a phone an hour ahead lends no clock the hour, nor tomorrow the step', async () => {
  const now = '2026-06-30T23:30:00+08:00';
  const app = when(now);
  const row = await aClue(app, '2026-06-30');
  must(await triage(app, row, 0, '2026-07-01T00:30:00+08:00'));
  expect(await last(row)).toMatchObject({ on: '2026-06-30', at: new Date(now).toISOString() });
});

it('what is sent late keeps its hour; what has not come yet is refused, midday of today is not later than now', async () => {
  const app = when('2026-06-30T09:00:00+08:00');
  const row = await aClue(app, '2026-06-28');
  must(await triage(app, row, 0, '2026-06-28T20:15:00+08:00'));
  expect(await last(row)).toMatchObject({ on: '2026-06-28', at: '2026-06-28T12:15:00.000Z' });
  const now = '2026-06-30T09:00:00+08:00';
  expect(codeOf(await triage(app, row, 1, now, { time: '09:30' }))).toBe('step.future');
  must(await triage(app, row, 1, now, { time: '08:45' }));
  expect(await last(row)).toMatchObject({ at: '2026-06-30T00:45:00.000Z' });
  // Sent yesterday in the evening of a phone, meant for today.
  must(await triage(app, row, 2, '2026-06-29T23:00:00+08:00', { on: '2026-06-30' }));
  expect(await last(row)).toMatchObject({ on: '2026-06-30', at: '2026-06-30T01:00:00.000Z' });
});

it('a day and a reference that are none are refused, not broken', async () => {
  const now = '2026-06-30T09:00:00+08:00';
  const app = when(now);
  const row = await aClue(app, '2026-06-28');
  for (const on of ['2026-02-30', 7, {}, [], '0000-01-01', '9999-12-31T', 'x'])
    expect(codeOf(await triage(app, row, 0, now, { on } as never)), String(on)).not.toBe('ok');
  const link = { direction: 'found', case: '%' };
  const body = { kind: 'clue', id: row.id, seq: 0, step: 'link', values: link };
  expect(codeOf(await act(app, 'step.take', body, { actor: OFFICER, at: now }))).toBe('field.invalid');
  must(await triage(app, row, 0, now, { on: '' }));
});
