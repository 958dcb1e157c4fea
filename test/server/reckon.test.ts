// Do clocks and standings stay true while limits change under them, records are put right, and older ledgers are opened?
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { getKind } from '../../src/domain/kind.ts';
import { fillProgress, findProgress } from '../../src/server/progress/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { streamRecords } from '../../src/server/record/index.ts';
import { act, actorOf, anId, COUNTY, create, must, type Office, openOffice } from '../support/office.ts';

let office: Office;
let agency: RecordRow;
beforeAll(async () => {
  office = await openOffice(12);
  agency = await create(office.app, 'agency', { name: '示范县自然资源局', agencyType: 'naturalResources' });
});
afterAll(() => office.close());

const today = dayOfInstant(new Date().toISOString());
const aClue = () =>
  create(office.app, 'clue', { day: today, source: 'patrol', content: `湿地有网 ${anId()}` } as Values);
const limits = (days: number) =>
  act(office.app, 'setting.put', {
    name: 'limits',
    value: { 'COUNTY-CLUE': days, docNo: '示政发〔2026〕1号' },
  });

async function clocksOf(row: RecordRow) {
  return office.app.db
    .selectFrom('clock')
    .selectAll()
    .where('subject', '=', row.id)
    .where('until', 'is', null)
    .execute();
}

it('a limit changed while steps are taken: no step is lost, and every clock counts by the last limit', async () => {
  const taken = new Map<string, number>();
  const rows: RecordRow[] = [];
  for (let round = 1; round <= 6; round++) {
    for (let i = 0; i < 6; i++) rows.push(await aClue());
    const steps = rows.map(async (row) => {
      const seq = taken.get(row.id) ?? 0;
      const body = {
        ...{ kind: 'clue', id: row.id, seq },
        ...{ step: 'triage', values: { violation: 'T1', urgency: 'normal', look: `第${round}次` } },
      };
      const done = await act(office.app, 'step.take', body, { actor: actorOf('officer') });
      must(done);
      taken.set(row.id, seq + 1);
    });
    const made = Array.from({ length: 4 }, async () => rows.push(await aClue()));
    const [changed] = await Promise.all([limits(10 + round), ...steps, ...made]);
    must(changed);
  }
  expect(taken.size).toBeGreaterThan(0);
  for (const row of rows) {
    const stored = await findProgress(office.app.db, COUNTY, 'clue', row.id);
    expect(stored?.seq).toBe(taken.get(row.id) ?? 0);
    expect(dayOfInstant(String(stored?.due))).toBe(addDays(today, 16));
  }
  expect((await verifyCounty(office.app, COUNTY)).faults).toEqual([]);
});

it('a live animal that was a carcass all along no longer waits for its end', async () => {
  const row = await create(office.app, 'seizure', {
    ...{ day: today, form: 'live', species: { id: null, name: '麻雀' } as never, unit: 'head' },
    ...{ quantity: { value: 2, bound: 'exact' }, agency: agency.id },
  });
  expect((await clocksOf(row)).map(({ deadline }) => deadline)).toEqual(['COUNTY-LIVE']);
  const body = { kind: 'seizure', id: row.id, version: 1, values: { form: 'carcass' }, reason: '登记有误' };
  must(await act(office.app, 'record.correct', body));
  expect(await clocksOf(row)).toEqual([]);
});

it('a ledger older than its procedures gets every place once, whatever is there already; robbed places stay empty', async () => {
  const clue = getKind('clue');
  const robbed = await aClue();
  const look = { violation: 'T1', urgency: 'normal' };
  const step = { kind: 'clue', id: robbed.id, seq: 0, step: 'triage', values: look };
  must(await act(office.app, 'step.take', step, { actor: actorOf('officer') }));
  const before = await office.app.db.selectFrom('progress').selectAll().where('kind', '=', 'clue').execute();
  await office.app.db.deleteFrom('clock').where('kind', '=', 'clue').execute();
  const gone = before.filter((row, i) => i % 3 > 0 || row['subject'] === robbed.id);
  for (const row of gone)
    await office.app.db.deleteFrom('progress').where('subject', '=', row['subject']).execute();
  const bare = gone.filter((row) => row['seq'] === 0).length;
  const fill = () => fillProgress(office.app.db, COUNTY, clue, streamRecords(office.app.db, COUNTY, clue));
  expect(await fill()).toBe(bare);
  expect(await fill()).toBe(0);
  expect(await findProgress(office.app.db, COUNTY, 'clue', robbed.id)).toBeUndefined();
});
