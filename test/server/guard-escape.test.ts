// Can a matter be made to vanish? Each trick, as whoever could try it, and what is still seen afterwards.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { getKind } from '../../src/domain/kind.ts';
import { listAlarms } from '../../src/server/guard/index.ts';
import { streamRecords } from '../../src/server/record/index.ts';
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
let agency: RecordRow;
let campaign: RecordRow;
let n = 0;
beforeAll(async () => {
  office = await openOffice(4);
  agency = await create(office.app, 'agency', { name: '示范县自然资源局', agencyType: 'naturalResources' });
});
afterAll(() => office.close());
beforeEach(async () => {
  n += 1;
  campaign = await create(office.app, 'campaign', {
    ...{ name: `清风行动${n}`, from: ago(60), until: ago(1), agency: agency.id },
  });
});

const LEADER = actorOf('leader');
const REVIEWER = actorOf('reviewer', { name: '审核员甲' });
const OFFICER = actorOf('officer', { name: '办案员乙' });
const today = () => dayOfInstant(new Date().toISOString());
const ago = (days: number) => addDays(today(), -days);
const REASON = '已核对原始凭证，确系录入笔误';

const take = (
  row: Pick<RecordRow, 'kind' | 'id'>,
  seq: number,
  step: string,
  values: object,
  actor = OFFICER,
) => act(office.app, 'step.take', { kind: row.kind, id: row.id, seq, step, values }, { actor });

async function correct(row: RecordRow, values: object): Promise<RecordRow> {
  const body = { kind: row.kind, id: row.id, version: row.version, values, reason: '更正' };
  return must(await act(office.app, 'record.correct', body)).result as RecordRow;
}

async function withdraw(row: RecordRow): Promise<RecordRow> {
  const body = { kind: row.kind, id: row.id, version: row.version, reason: '重复' };
  return must(await act(office.app, 'record.withdraw', body)).result as RecordRow;
}

/** Codes that ring, unanswered, for a record. */
async function rings(row: Pick<RecordRow, 'id'>): Promise<string[]> {
  const found = await listAlarms(office.app.db, COUNTY, today());
  return found.filter(({ id, answered }) => id === row.id && answered === null).map(({ guard }) => guard);
}

const close = () => take(campaign, 0, 'close', { result: '全部办结' }, LEADER);
const closing = async () => codeOf(await close());

function seizure(more: Values = {}): Promise<RecordRow> {
  return create(office.app, 'seizure', {
    ...{ day: ago(20), form: 'carcass', species: { id: null, name: '麻雀' } as never },
    ...{ quantity: { value: 30, bound: 'exact' }, unit: 'head', agency: agency.id, campaign: campaign.id },
    ...more,
  });
}

function aCase(more: Values = {}): Promise<RecordRow> {
  return create(office.app, 'case', {
    ...{ caseNo: `示林罚〔2026〕${anId()}号`, name: '非法收购案', track: 'administrative', filedOn: ago(19) },
    ...{ agency: agency.id, campaign: campaign.id, ...more },
  });
}

function aClue(more: Values = {}): Promise<RecordRow> {
  return create(office.app, 'clue', {
    ...{ day: ago(10), source: 'tip', content: '农贸市场有人出售活体画眉', campaign: campaign.id, ...more },
  });
}

describe('a seizure that should have no case', () => {
  it('is dated anew each week, and registered for a day to come', async () => {
    const row = await correct(await seizure(), { day: today() });
    expect(await rings(row)).toEqual(['seizure.noCase']);
    const future = await seizure({ day: addDays(today(), 900) });
    const later = await listAlarms(office.app.db, COUNTY, addDays(today(), 8), { id: future.id });
    expect(later.map(({ guard }) => guard)).toEqual(['seizure.noCase']);
  });

  it('is made a net found on patrol', async () => {
    const site = await create(office.app, 'site', { name: '北湾', siteType: 'V01' });
    const patrol = await create(office.app, 'patrol', {
      ...{ day: ago(20), sites: [site.id], means: 'foot', agency: agency.id },
    });
    const row = await seizure({ form: 'tool', tool: 'poison', unit: 'set', species: null, holder: '周某' });
    const bare = await correct(row, { holder: null, patrol: patrol.id });
    expect(await rings(bare)).toEqual(['seizure.altered']);
    expect(await closing()).toBe('campaign.alarms');
  });

  it('is laid to a case that had ended before it was seized', async () => {
    const old = await aCase({ filedOn: ago(400), outcome: 'penalised', closedOn: ago(300), campaign: null });
    expect(await rings(await correct(await seizure(), { case: old.id }))).toEqual(['seizure.noCase']);
  });

  it('is laid to an empty case entered as already closed', async () => {
    const row = await seizure();
    const sham = await aCase({ outcome: 'closed', closedOn: today() });
    expect(await rings(await correct(row, { case: sham.id }))).toEqual(['seizure.noCase']);
    await create(office.app, 'penalty', {
      ...{ case: sham.id, day: today(), docNo: '示林罚决〔2026〕1号', party: '周某', fine: 50_000 },
      penaltyKind: 'administrative',
    });
    expect(await rings(row)).toEqual([]);
  });

  it('is taken from its case again, or laid to another', async () => {
    const [own, other] = [await aCase(), await aCase()];
    const row = await seizure({ case: own.id });
    expect(await rings(row)).toEqual([]);
    expect(await rings(await correct(row, { case: other.id }))).toEqual(['seizure.altered']);
  });
});

describe('a live animal', () => {
  it('becomes a carcass, or one of thirty, by a correction', async () => {
    const { id } = await aCase();
    const row = await seizure({ form: 'live', case: id, day: today() });
    expect(await rings(await correct(row, { form: 'carcass' }))).toEqual(['seizure.altered']);
    const many = await seizure({ form: 'live', case: id, day: today(), custodian: '县野生动物救护站' });
    const few = await correct(many, { quantity: { value: 1, bound: 'exact' } });
    expect(await rings(few)).toEqual(['seizure.altered']);
    // Put right again, nothing is hidden.
    expect(await rings(await correct(few, { quantity: { value: 30, bound: 'exact' } }))).toEqual([]);
  });

  it('is counted away', async () => {
    const { id } = await aCase();
    const row = await seizure({ form: 'live', case: id });
    const counted = { quantity: { value: 0, bound: 'exact' }, witness: '张某', reason: '清点时不见' };
    must(await take(row, 0, 'count', counted));
    expect(await rings(row)).toEqual(['seizure.missing']);
  });

  it('becomes a common species before there is a case', async () => {
    const row = await seizure({ species: { id: null, name: '画眉' } as never, day: today() });
    const less = await correct(row, { species: { id: null, name: '麻雀' } });
    expect(await rings(less)).toEqual(['seizure.altered']);
  });
});

describe('a campaign that shall close', () => {
  it('loses its records, by a correction', async () => {
    const row = await correct(await seizure(), { campaign: null });
    expect(await rings(row)).toEqual(['seizure.noCase', 'seizure.altered']);
    expect(await closing()).toBe('campaign.alarms');
    const file = await aCase({ track: 'administrative', filedOn: ago(200) });
    await correct(file, { campaign: null });
    const open = await close();
    expect(JSON.stringify(open)).toContain(file.id);
  });

  it('is told of a case never filed though it is asked for a span of days', async () => {
    const row = await aCase({ filedOn: null, discoveredOn: ago(19) });
    await withdraw(row);
    const told = await listAlarms(office.app.db, COUNTY, today(), { from: ago(30), until: today() });
    expect(told.map(({ id }) => id)).toContain(row.id);
  });
});

describe('a campaign closed in the very moment', () => {
  it('something of it is registered: it stays open, or what came then rings over it', async () => {
    for (let i = 0; i < 5; i++) {
      const own = await create(office.app, 'campaign', {
        ...{ name: `同时行动${n}-${i}`, from: ago(60), until: ago(1), agency: agency.id },
      });
      const [ended, row] = await Promise.all([
        take(own, 0, 'close', { result: '全部办结' }, LEADER),
        seizure({ campaign: own.id }),
      ]);
      expect(['ok', 'campaign.alarms']).toContain(codeOf(ended));
      expect(await rings(row)).toEqual(['seizure.noCase']);
      const scoped = await listAlarms(office.app.db, COUNTY, today(), { campaign: own.id });
      expect(scoped.map(({ id }) => id)).toEqual([row.id]);
      const again = await take(own, codeOf(ended) === 'ok' ? 1 : 0, 'close', { result: '全部办结' }, LEADER);
      expect(codeOf(again)).toBe(codeOf(ended) === 'ok' ? 'step.illegal' : 'campaign.alarms');
    }
  });
});

describe('a case that shall not end', () => {
  it('is entered without any day', async () => {
    const row = await aCase({ filedOn: null });
    const late = await listAlarms(office.app.db, COUNTY, addDays(today(), 181), { id: row.id });
    expect(late.map(({ guard }) => guard)).toEqual(['case.overdue']);
  });

  it('is filed on another day', async () => {
    const row = await aCase({ filedOn: ago(100) });
    const body = {
      kind: 'case',
      id: row.id,
      version: row.version,
      values: { filedOn: today() },
      reason: '误',
    };
    expect(codeOf(await act(office.app, 'record.correct', body))).toBe('procedure.owned');
  });

  it('is returned by the police, and the return undone', async () => {
    const row = await aCase({ track: 'criminal', filedOn: ago(100) });
    must(await take(row, 0, 'policeReturn', { on: ago(30), administrative: 'yes', ...RETURN }));
    expect(await rings(row)).toEqual(['case.returned']);
    must(await take(row, 1, 'revoke', { reason: '登记有误' }));
    expect(await rings(row)).toEqual(['case.takenBack']);
    must(await take(row, 2, 'policeReturn', { on: ago(30), administrative: 'yes', ...RETURN }));
    expect(await rings(row)).toEqual(['case.returned']);
  });

  it('loses a party, or the clue that asked for it', async () => {
    const clue = await aClue();
    const row = await aCase({ parties: ['周某', '吴某'], clue: clue.id });
    const fewer = await correct(row, { parties: ['吴某'] });
    expect(await rings(fewer)).toEqual(['case.altered']);
    expect(await rings(await correct(fewer, { parties: ['周某', '吴某'], clue: null }))).toEqual([
      'case.altered',
    ]);
  });
});

const RETURN = { docNo: '示公（森）撤字〔2026〕1号', reason: '情节显著轻微' };

describe('a clue', () => {
  it('is due in a hundred years, or received today again', async () => {
    const row = await aClue({ day: ago(40) });
    must(await take(row, 0, 'assign', { agency: agency.id, due: '2120-01-01' }, actorOf('clerk')));
    expect(await rings(row)).toEqual(['clue.overdue']);
    const other = await correct(await aClue({ day: ago(40) }), { day: today() });
    expect(await rings(other)).toEqual(['clue.overdue']);
  });

  it('is given more time by a leader: then that day counts', async () => {
    const row = await aClue({ day: ago(40) });
    const reason = '需要跨县协查，商请邻县配合';
    must(await take(row, 0, 'extend', { due: addDays(today(), 5), reason }, LEADER));
    expect(await rings(row)).toEqual([]);
  });

  it('tells of something else now, or of nobody who waits', async () => {
    const row = await correct(await aClue(), { content: '路灯坏了' });
    expect(await rings(row)).toEqual(['clue.altered']);
    const typo = await correct(await aClue(), { content: '农贸市场有人出售活体画眉鸟' });
    expect(await rings(typo)).toEqual([]);
    expect(await rings(await correct(await aClue(), { source: 'patrol' }))).toEqual(['clue.altered']);
  });

  it('ends as a case that is never filed, or is withdrawn', async () => {
    const file = await aCase({ filedOn: null, discoveredOn: ago(9) });
    const row = await aClue({ source: 'patrol', day: ago(10) });
    must(await take(row, 0, 'end', { on: ago(8), result: 'case', case: file.id, feedback: 'none' }));
    expect(await rings(row)).toEqual(['clue.noCase']);
    const old = await aCase({ filedOn: ago(400), outcome: 'penalised', closedOn: ago(300), campaign: null });
    const other = await aClue({ source: 'patrol' });
    must(await take(other, 0, 'end', { result: 'case', case: old.id, feedback: 'none' }));
    expect(await rings(other)).toEqual(['clue.noCase']);
  });

  it('is merged into an unrelated one, or into one settled as nothing', async () => {
    const into = await aClue({ content: '饭店门口停车纠纷', source: 'patrol', day: ago(30) });
    const row = await aClue();
    must(await take(row, 0, 'merge', { into: into.id, reason: '同一件事' }, actorOf('clerk')));
    expect(await rings(row)).toEqual(['clue.unlike']);
    const dropped = await aClue({ result: 'false', resultDay: ago(9) });
    const again = await aClue();
    expect(
      codeOf(await take(again, 0, 'merge', { into: dropped.id, reason: '同一件事' }, actorOf('clerk'))),
    ).toBe('clue.mergeDropped');
  });
});

it('a tip that nobody takes up rings like anything else, and cannot be answered away', async () => {
  const tip = { id: anId(), receipt: 'c'.repeat(64), channel: 'hotline' };
  const content = { matter: 'net', text: '河边挂网', where: {}, when: { kind: 'now' } };
  must(await act(office.app, 'tip.enter', { ...tip, content }, { actor: OFFICER }));
  const on = (days: number) => listAlarms(office.app.db, COUNTY, addDays(today(), days));
  expect((await on(30)).filter(({ id }) => id === tip.id)).toEqual([]);
  expect((await on(31)).find(({ id }) => id === tip.id)).toMatchObject({ guard: 'tip.untaken', kind: 'tip' });
  const aside = { tip: tip.id, to: 'aside', note: '与另一条举报重复' };
  must(await act(office.app, 'tip.triage', aside, { actor: OFFICER }));
  expect((await on(31)).filter(({ id }) => id === tip.id)).toEqual([]);
});

describe('an answer', () => {
  it('is not given to an alarm that does not ring, nor to another cause', async () => {
    const row = await seizure();
    for (const [guard, cause] of [
      ['seizure.withdrawn', today()],
      ['seizure.noCase', 'filed'],
    ])
      expect(codeOf(await take(row, 0, 'answer', { guard, cause, reason: REASON }, REVIEWER))).toBe(
        'alarm.silent',
      );
  });

  it('to one withdrawal is none to the next, though both were on one day', async () => {
    const row = await withdraw(await seizure());
    const [alarm] = await listAlarms(office.app.db, COUNTY, today(), { id: row.id });
    const answer = { guard: 'seizure.withdrawn', cause: alarm?.cause, reason: REASON };
    must(await take(row, 0, 'answer', answer, REVIEWER));
    expect(await rings(row)).toEqual([]);
    const back = must(
      await act(office.app, 'record.restore', {
        kind: 'seizure',
        id: row.id,
        version: row.version + 1,
        reason: '复',
      }),
    ).result as RecordRow;
    await withdraw(back);
    expect(await rings(row)).toEqual(['seizure.withdrawn']);
  });

  it('to one change is none to the next', async () => {
    const { id } = await aCase();
    const row = await correct(await seizure({ case: id }), { form: 'product' });
    const [alarm] = await listAlarms(office.app.db, COUNTY, today(), { id: row.id });
    must(
      await take(row, 0, 'answer', { guard: alarm?.guard, cause: alarm?.cause, reason: REASON }, REVIEWER),
    );
    expect(await rings(row)).toEqual([]);
    await correct({ ...row, version: row.version + 1 }, { quantity: { value: 2, bound: 'exact' } });
    expect(await rings(row)).toEqual(['seizure.altered']);
  });

  it('is not given by the officer of the matter, nor by one who was, under whatever account', async () => {
    const make = (name: string) => create(office.app, 'person', { name, agency: agency.id });
    const [own, other] = [await make('钱某'), await make('孙某')];
    const row = await correct(await aCase({ officer: own.id, filedOn: ago(400) }), { officer: other.id });
    const [alarm] = await listAlarms(office.app.db, COUNTY, today(), { id: row.id });
    const answer = { guard: alarm?.guard, cause: alarm?.cause, reason: REASON };
    for (const name of ['钱某', '孙某'])
      expect(codeOf(await take(row, 0, 'answer', answer, actorOf('reviewer', { name })))).toBe(
        'step.sameHand',
      );
    expect(codeOf(await take(row, 0, 'answer', answer, REVIEWER))).toBe('ok');
  });
});

describe('who sets the rules', () => {
  it('cannot give the county ten years for everything', async () => {
    const put = (days: number) =>
      act(office.app, 'setting.put', {
        name: 'limits',
        value: { 'COUNTY-SEIZURE': days, docNo: '示〔2026〕1号' },
      });
    expect(codeOf(await put(22))).toBe('setting.limits');
    expect(codeOf(await put(21))).toBe('ok');
    must(await act(office.app, 'setting.put', { name: 'limits', value: null }));
  });

  it('cannot make every day a holiday, so that no working day is ever counted', async () => {
    const rows = Array.from({ length: 61 }, (_, i) => ({
      ...{ day: addDays('2026-01-01', i), working: false, name: '放假', docNo: '示政发〔2026〕1号' },
    }));
    const put = (value: unknown) => act(office.app, 'setting.put', { name: 'holiday', value });
    expect(codeOf(await put({ rows }))).toBe('setting.holiday');
    expect(codeOf(await put({ rows: rows.slice(1) }))).toBe('ok');
    must(await put(null));
  });

  it('cannot make himself the reviewer', async () => {
    const admin = actorOf('admin');
    const account = {
      id: admin.account,
      login: 'root1',
      name: '管理员',
      password: 'correct horse',
      roles: ['admin'],
    };
    must(await act(office.app, 'account.create', account, { actor: actorOf('admin') }));
    const body = { id: admin.account, roles: ['admin', 'reviewer'] };
    expect(codeOf(await act(office.app, 'account.change', body, { actor: admin }))).toBe('account.self');
  });
});

it('after all of it the county is told what each record tells of itself', async () => {
  const on = addDays(today(), 400);
  const kinds = ['case', 'seizure', 'clue'];
  const write = ({ kind, id, guard, cause }: { kind: string; id: string; guard: string; cause: string }) =>
    [kind, id, guard, cause].join(' ');
  const told = (await listAlarms(office.app.db, COUNTY, on)).filter(({ kind }) => kinds.includes(kind));
  const single: string[] = [];
  for (const kind of kinds)
    for await (const { id } of streamRecords(office.app.db, COUNTY, getKind(kind)))
      single.push(...(await listAlarms(office.app.db, COUNTY, on, { kind, id })).map(write));
  expect(told.map(write).sort()).toEqual(single.sort());
  expect(new Set(told.map(({ guard }) => guard)).size).toBeGreaterThan(12);
});
