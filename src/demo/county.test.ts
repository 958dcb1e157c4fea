// Is the demo county sound on whatever day it is opened first?
import { expect, it } from 'vitest';
import { clueProcedure } from '../domain/clue/procedure.ts';
import { fromNumber, toNumber } from '../domain/kernel/day.ts';
import { fold, type History, instantOf, type Procedure, stepKind, take } from '../domain/kernel/procedure.ts';
import type { Kind } from '../domain/kernel/record.ts';
import { checkValues } from '../domain/kernel/values.ts';
import { getKind } from '../domain/kind.ts';
import { findProcedure } from '../domain/procedure.ts';
import { demoCounty } from './county.ts';

const START = toNumber('2026-01-01');

it.each(Array.from({ length: 12 }, (_, i) => fromNumber(START + i * 67)))('opened on %s', (today) => {
  const { records } = demoCounty(today);
  const seen = new Set<string>();
  const order: string[] = [];
  for (const { kind, id, values } of records) {
    const checked = checkValues(getKind(kind), values);
    expect(checked.ok ? [] : checked.refusals).toEqual([]);
    expect(seen.has(id)).toBe(false);
    seen.add(id);
    if (!order.includes(kind)) order.push(kind);
    // A plan reaches into the future; what has been done does not.
    const day = values[getKind(kind).day];
    if (!['consumptionPlan', 'duty', 'target'].includes(kind) && typeof day === 'string')
      expect(`${kind} ${day <= today}`).toBe(`${kind} true`);
  }
  expect(records.length).toBeGreaterThan(1_500);
});

/** What each demo account may do, as it stands in the server's list of accounts. */
const ROLE: Readonly<Record<string, string>> = { clerk: 'clerk', officer: 'officer' };

it.each(['2026-02-03', '2026-07-19', '2026-11-24'])('every step taken until %s is a legal one', (today) => {
  const { records, steps } = demoCounty(today);
  const histories = new Map<string, History>();
  for (const { kind, id, login, name, values } of steps) {
    const procedure = findProcedure(kind) as Procedure;
    const record = records.find((row) => row.id === id)?.values ?? {};
    const past = histories.get(id) ?? { record, author: 'clerk', opening: {}, steps: [] };
    const checked = checkValues(stepKind(procedure, name) as Kind, values);
    expect(checked.ok ? [] : checked.refusals, `${name} ${id}`).toEqual([]);
    if (!checked.ok) continue;
    const { on, ...own } = checked.value;
    const at = instantOf(String(on));
    const step = { seq: past.steps.length + 1, id, name, on: String(on), at, by: login, values: own };
    const taken = take(
      procedure,
      past,
      { ...step, recordedAt: instantOf(today, '18:00') },
      {
        account: login,
        roles: [ROLE[login] ?? login],
      },
    );
    expect(taken.ok ? [] : taken.refusals, `${name} ${id}`).toEqual([]);
    histories.set(id, { ...past, steps: [...past.steps, { ...step, recordedAt: at }] });
  }
  const clues = new Set(steps.filter(({ kind }) => kind === 'clue').map(({ id }) => id));
  const statuses = new Set(
    [...histories]
      .filter(([id]) => clues.has(id))
      .map(([, past]) => fold(clueProcedure, past.record, {}, past.steps).status),
  );
  // Every status of a clue is seen in the inbox.
  expect([...statuses].sort()).toEqual(clueProcedure.statuses.map((status) => status.code).sort());
});

it('tells the same story every time', () => {
  expect(demoCounty('2026-11-24')).toEqual(demoCounty('2026-11-24'));
});
