// Is a step taken once, by the table, journaled with the record it leaves, and does verify see a forged one?
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOfInstant } from '../../src/domain/kernel/day.ts';
import { getKind } from '../../src/domain/kind.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { findProgress, listSteps } from '../../src/server/progress/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { findRecord } from '../../src/server/record/index.ts';
import { act, actorOf, anId, CLERK, COUNTY, codeOf, type Office, openOffice } from '../support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice(4);
});
afterAll(() => office.close());

const REVIEWER = actorOf('reviewer');

async function clue(values = {}): Promise<string> {
  const id = anId();
  const all = { day: '2025-03-01', source: 'tip', content: '有人在河滩张网捕鸟', ...values };
  const made = await act(office.app, 'record.create', { kind: 'clue', id, values: all });
  expect(made).toMatchObject({ ok: true });
  return id;
}

function answer(id: string, seq: number, more: object = {}) {
  const values = {
    guard: 'clue.overdue',
    cause: 'COUNTY-CLUE 2025-03-01',
    reason: '现场多次核查，确无当事人可查',
  };
  return { kind: 'clue', id, seq, step: 'answer', values, ...more };
}

describe('a step', () => {
  it('is stored, moves the progress and the version, and is journaled with the record', async () => {
    const id = await clue();
    const done = await act(office.app, 'step.take', answer(id, 0), { actor: REVIEWER });
    expect(done).toMatchObject({ ok: true });
    expect(await findProgress(office.app.db, COUNTY, 'clue', id)).toMatchObject({ seq: 1, ended: false });
    const [step] = await listSteps(office.app.db, COUNTY, 'clue', id);
    expect(step).toMatchObject({ seq: 1, name: 'answer', by: REVIEWER.account });
    expect((await findRecord(office.app.db, COUNTY, getKind('clue'), id))?.version).toBe(2);
  });

  it('sent twice happens once; from an old view it is stale; by who registered it refused', async () => {
    const id = await clue();
    const again = anId();
    const twice = [1, 2].map(() =>
      act(office.app, 'step.take', answer(id, 0), { actor: REVIEWER, id: again }),
    );
    for (const done of await Promise.all(twice)) expect(done).toMatchObject({ ok: true });
    expect(await listSteps(office.app.db, COUNTY, 'clue', id)).toHaveLength(1);
    const late = await act(office.app, 'step.take', answer(id, 0), { actor: REVIEWER });
    expect(late).toMatchObject({ ok: false, refusals: [{ code: 'record.stale' }] });
    const own = await act(office.app, 'step.take', answer(id, 1));
    expect(own).toMatchObject({ ok: false, refusals: [{ code: 'access.denied' }] });
    const both = { ...CLERK, roles: ['clerk', 'reviewer'] as const };
    const same = await act(office.app, 'step.take', answer(id, 1), { actor: both as never });
    expect(same).toMatchObject({ ok: false, refusals: [{ code: 'step.sameHand' }] });
  });

  it('taken by eight at once from the same view is taken by one', async () => {
    const id = await clue();
    const reviewers = Array.from({ length: 8 }, () => actorOf('reviewer'));
    const done = await Promise.all(
      reviewers.map((actor) => act(office.app, 'step.take', answer(id, 0), { actor })),
    );
    expect(done.filter((each) => each.ok)).toHaveLength(1);
    expect(await listSteps(office.app.db, COUNTY, 'clue', id)).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('is given to an alarm that rings for this record and this cause only', async () => {
    const id = await clue();
    const given = async (more: object) => {
      const body = answer(id, 0);
      const values = { ...body.values, ...more };
      return codeOf(await act(office.app, 'step.take', { ...body, values }, { actor: REVIEWER }));
    };
    expect(await given({ cause: '2025-04-01' })).toBe('alarm.silent');
    expect(await given({ guard: 'clue.withdrawn' })).toBe('alarm.silent');
    expect(await given({ guard: 'case.downgrade' })).toBe('alarm.silent');
    expect(await given({})).toBe('ok');
    const today = await clue({ day: dayOfInstant(new Date().toISOString()) });
    const early = await act(office.app, 'step.take', answer(today, 0), { actor: REVIEWER });
    expect(codeOf(early)).toBe('alarm.silent');
  });
});

describe('a record whose fields steps own', () => {
  it('may be completed before the first step, never changed', async () => {
    const id = await clue();
    const correct = (version: number, values: object) =>
      act(office.app, 'record.correct', { kind: 'clue', id, version, values, reason: '台账补录' });
    expect(await correct(1, { result: 'false', resultDay: '2025-03-09' })).toMatchObject({ ok: true });
    expect(await findProgress(office.app.db, COUNTY, 'clue', id)).toMatchObject({ ended: true });
    expect(await correct(2, { result: 'case' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'procedure.owned', where: 'result' }],
    });
  });
});

describe('a limit the county sets', () => {
  it('moves what is due of clues under way, by a document; without one, or for no days, it is refused', async () => {
    const id = await clue({ day: '2025-03-01' });
    const due = async () => (await findProgress(office.app.db, COUNTY, 'clue', id))?.due;
    expect(await due()).toBe('2025-03-31T15:59:00.000Z');
    const put = (value: unknown) => act(office.app, 'setting.put', { name: 'limits', value });
    expect(await put({ 'COUNTY-CLUE': 10 })).toMatchObject({ ok: false, refusals: [{ where: 'docNo' }] });
    expect(await put({ 'COUNTY-CLUE': 0, docNo: '示自然资发〔2025〕1号' })).toMatchObject({ ok: false });
    expect(await put({ 'COUNTY-CLUE': 10, docNo: '示自然资发〔2025〕1号' })).toMatchObject({ ok: true });
    expect(await due()).toBe('2025-03-11T15:59:00.000Z');
    expect(await put({})).toMatchObject({ ok: true });
    expect(await due()).toBe('2025-03-31T15:59:00.000Z');
  });
});

describe('verify', () => {
  it('holds, and names a step that was changed, removed or put in behind our back', async () => {
    const id = await clue();
    await act(office.app, 'step.take', answer(id, 0), { actor: REVIEWER });
    await sealAll(office.app);
    expect(await verifyCounty(office.app, COUNTY)).toMatchObject({ ok: true });
    const faults = async (forge: string, mend: string) => {
      await sql.raw(forge).execute(office.app.db);
      const proof = await verifyCounty(office.app, COUNTY);
      await sql.raw(mend).execute(office.app.db);
      return proof.faults.map((fault) => fault.code);
    };
    const where = `where county = '${COUNTY}' and subject = '${id}'`;
    const set = (name: string) => `update step set name = '${name}' ${where}`;
    expect(await faults(set('triage'), set('answer'))).toEqual(['step.changed', 'progress.changed']);
    const ended = (value: string) => `update progress set status = '${value}' ${where}`;
    const stored = await findProgress(office.app.db, COUNTY, 'clue', id);
    expect(await faults(ended('ended'), ended(stored?.status ?? ''))).toEqual(['progress.changed']);
    const away = (n: number) => `update step set seq = seq + ${n} ${where}`;
    expect(await faults(away(1), away(-1))).toContain('step.changed');
    const lost = `delete from progress ${where}`;
    const kept = `insert into progress select * from was`;
    await sql.raw(`create table was as select * from progress ${where}`).execute(office.app.db);
    expect(await faults(lost, kept)).toEqual(['progress.removed']);
    await sql.raw(`drop table was`).execute(office.app.db);
    await sql.raw(`delete from step ${where}`).execute(office.app.db);
    const gone = (await verifyCounty(office.app, COUNTY)).faults.map((fault) => fault.code);
    expect(gone).toContain('step.removed');
  });
});
