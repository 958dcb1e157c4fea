// Is the demo county sound on whatever day it is opened first?
import { expect, it } from 'vitest';
import { fromNumber, toNumber } from '../domain/kernel/day.ts';
import { checkValues } from '../domain/kernel/values.ts';
import { getKind } from '../domain/kind.ts';
import { demoCounty } from './county.ts';

const START = toNumber('2026-01-01');

it.each(Array.from({ length: 12 }, (_, i) => fromNumber(START + i * 67)))('opened on %s', (today) => {
  const records = demoCounty(today);
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

it('tells the same story every time', () => {
  expect(demoCounty('2026-11-24')).toEqual(demoCounty('2026-11-24'));
});
