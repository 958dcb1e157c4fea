// Does a clue go from receipt to its result through the one door, and does every merge keep a way to the end?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import type { RecordRow } from '../../src/domain/kernel/record.ts';
import { getKind } from '../../src/domain/kind.ts';
import { kinOf } from '../../src/server/clue/index.ts';
import { countWork, listWork } from '../../src/server/procedure/index.ts';
import { findProgress } from '../../src/server/progress/index.ts';
import { findRecord } from '../../src/server/record/index.ts';
import {
  act,
  actorOf,
  anId,
  CLERK,
  COUNTY,
  codeOf,
  create,
  must,
  type Office,
  openOffice,
} from '../support/office.ts';

let office: Office;
let agency: RecordRow;
let person: RecordRow;
const TODAY = dayOfInstant(Date.now());
const OFFICER = actorOf('officer', { name: '王警官' });
const REVIEWER = actorOf('reviewer');
const LEADER = actorOf('leader');

beforeAll(async () => {
  office = await openOffice(6);
  agency = await create(office.app, 'agency', { name: '城关林业站', agencyType: 'forestry' });
  person = await create(office.app, 'person', { name: '王警官', agency: agency.id });
});
afterAll(() => office.close());

const KIND = getKind('clue');
const clue = (more = {}) =>
  create(office.app, 'clue', { day: TODAY, source: 'tip', content: '芦苇荡边有人拉网捕鸟', ...more });

async function step(id: string, name: string, values: object, actor = CLERK) {
  const seq = (await findProgress(office.app.db, COUNTY, 'clue', id))?.seq ?? 0;
  return act(office.app, 'step.take', { kind: 'clue', id, seq, step: name, values }, { actor });
}
const now = () => new Date().toISOString();
const assign = (id: string, more = {}) =>
  step(id, 'assign', { agency: agency.id, officer: person.id, due: addDays(TODAY, 15), ...more });

describe('a clue from receipt to result', () => {
  it('is assigned, checked, ended, answered, and opened again by a reviewer', async () => {
    const { id } = await clue();
    must(await assign(id));
    must(await step(id, 'accept', {}, OFFICER));
    must(await step(id, 'check', { found: 'confirmed', checked: '现场查看，收缴粘网三张' }, OFFICER));
    const wrong = await step(id, 'end', { result: 'false', shown: '没有看到', feedback: 'owed' });
    expect(wrong).toMatchObject({ ok: false, refusals: [{ code: 'clue.resultFinding', where: 'result' }] });
    const done = { result: 'handled', handling: ['removed'], handled: '清除粘网三张', feedback: 'owed' };
    must(await step(id, 'end', done));
    expect((await findRecord(office.app.db, COUNTY, KIND, id))?.values).toMatchObject({
      result: 'handled',
      resultDay: TODAY,
      agency: agency.id,
    });
    must(await step(id, 'feedback', { text: '已清除粘网', channel: 'phone' }));
    expect(await findProgress(office.app.db, COUNTY, 'clue', id)).toMatchObject({ ended: true, due: null });
    const again = { due: addDays(TODAY, 10), reason: '举报人补充了照片' };
    expect(codeOf(await step(id, 'reopen', again))).toBe('access.denied');
    must(await step(id, 'reopen', again, REVIEWER));
    const open = await findRecord(office.app.db, COUNTY, KIND, id);
    expect(open?.values).toMatchObject({ due: addDays(TODAY, 10) });
    expect(open?.values.result ?? null).toBeNull();
  });

  it('cannot end as a case that is not there', async () => {
    const { id } = await clue();
    const gone = await step(id, 'end', { result: 'case', case: anId(), feedback: 'owed' });
    expect(gone).toMatchObject({ ok: false, refusals: [{ code: 'field.reference', where: 'case' }] });
  });

  it('with two reviewers opening it at once is opened once', async () => {
    const { id } = await clue({ source: 'patrol' });
    const moved = { result: 'transferred', receiver: '邻县公安局', receiptNo: '12号', receiptDay: TODAY };
    must(await step(id, 'end', { ...moved, feedback: 'none' }));
    const again = { due: TODAY, reason: '回执有误' };
    const both = await Promise.all([REVIEWER, LEADER].map((actor) => step(id, 'reopen', again, actor)));
    expect(both.filter((each) => each.ok)).toHaveLength(1);
  });
});

describe('merging', () => {
  const merge = (id: string, into: string) => step(id, 'merge', { into, reason: '同一地点同一张网' });

  it('ends as a duplicate; neither itself nor a merged one may be the target', async () => {
    const [a, b, c] = [await clue(), await clue(), await clue()];
    expect(codeOf(await merge(a.id, a.id))).toBe('clue.mergeSelf');
    must(await merge(a.id, b.id));
    const chained = await merge(c.id, a.id);
    expect(chained).toMatchObject({ ok: false, refusals: [{ code: 'clue.mergeMerged', where: 'into' }] });
    expect(JSON.stringify(chained)).toContain(b.no);
    expect(codeOf(await merge(b.id, a.id))).toBe('clue.mergeMerged');
    const kin = await kinOf(office.app.db, COUNTY, b);
    expect(kin.merged.map((each) => each.row.id)).toEqual([a.id]);
    expect((await kinOf(office.app.db, COUNTY, a)).into?.row.id).toBe(b.id);
    // Undone, it stands on its own again.
    must(await step(a.id, 'revoke', { reason: '两处不同的网' }));
    expect((await kinOf(office.app.db, COUNTY, a)).into).toBeNull();
  });

  it('into each other at once: one succeeds, and a correction cannot make the ring either', async () => {
    const [a, b] = [await clue(), await clue()];
    const both = await Promise.all([merge(a.id, b.id), merge(b.id, a.id)]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    const merged = both[0]?.ok ? a : b;
    const values = JSON.stringify({ into: merged.id });
    const ring = await step(merged.id, 'amend', { of: 1, values, reason: '填错' });
    expect(codeOf(ring)).toBe('clue.mergeSelf');
  });
});

describe('kin', () => {
  it('suggests the same matter and leaves others alone', async () => {
    const venue = await create(office.app, 'venue', { name: '湖滨野味馆', venueType: 'V09' });
    const first = await clue({ content: '湖滨野味馆菜单上有野鸡煲', venue: venue.id, violation: 'T8' });
    const same = await clue({ content: '野味馆卖野鸡', venue: venue.id, day: addDays(TODAY, -2) });
    await clue({ content: '花鸟市场有人出售鹩哥', day: addDays(TODAY, -2) });
    await clue({ content: '湖滨野味馆菜单上有野鸡煲', day: addDays(TODAY, -90) });
    const kin = await kinOf(office.app.db, COUNTY, first);
    expect(kin.similar.map((each) => each.row.id)).toEqual([same.id]);
    expect(kin.similar[0]).toMatchObject({ venue: true, days: 2, status: 'received' });
  });
});

describe('work', () => {
  it('is found by status, officer and what is mine', async () => {
    const { id } = await clue({ content: '属于王警官的线索' });
    must(await assign(id));
    const list = async (filter: Parameters<typeof listWork>[3]) =>
      (await listWork(office.app.db, COUNTY, KIND, filter, now(), { limit: 200 })).map((each) => each.row.id);
    expect(await list({ officer: person.id })).toContain(id);
    expect(await list({ officer: anId() })).toEqual([]);
    expect(await list({ mine: OFFICER })).toContain(id);
    expect(await list({ mine: actorOf('officer', { name: '别人' }) })).toEqual([]);
    const works = actorOf('otherAgency', { name: '别人', agency: agency.id });
    expect(await list({ mine: works })).toContain(id);
    expect(await list({ status: ['assigned', 'checking'], mine: OFFICER })).toContain(id);
    expect(await list({ status: ['received'] })).not.toContain(id);
    const all = await countWork(office.app.db, COUNTY, KIND, {}, now());
    expect(all.status.assigned).toBeGreaterThan(0);
    expect(all.status.ended).toBeUndefined();
    const none = await countWork(office.app.db, COUNTY, KIND, { officer: anId() }, now());
    expect(none).toEqual({ status: {}, overdue: 0, soon: 0 });
  });
});
