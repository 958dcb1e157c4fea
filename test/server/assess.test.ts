// Does a case whose records reach a crime ring though nobody assessed it, at the fen, and does a lowering stay visible?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { computedLaw, proposeFor, settleStale, startLawKeeper } from '../../src/server/assess/index.ts';
import { listAlarms } from '../../src/server/guard/index.ts';
import { act, actorOf, COUNTY, codeOf, create, must, type Office, openOffice } from '../support/office.ts';

let office: Office;
let agency: RecordRow;
beforeAll(async () => {
  office = await openOffice(4);
  agency = await create(office.app, 'agency', { name: '示范县自然资源局', agencyType: 'naturalResources' });
});
afterAll(() => office.close());

const REVIEWER = actorOf('reviewer');
const OFFICER = actorOf('officer');
const today = () => dayOfInstant(new Date().toISOString());
const ago = (days: number) => addDays(today(), -days);
let n = 0;

function newCase(more: Values = {}): Promise<RecordRow> {
  n += 1;
  return create(office.app, 'case', {
    ...{ caseNo: `示林罚〔2026〕${n}号`, name: `第${n}号案`, track: 'administrative', filedOn: ago(40) },
    ...{ discoveredOn: ago(41), agency: agency.id, violations: ['T3'], ...more },
  });
}

/** A case a ledger brought closed: nobody took a step in it. */
function closedCase(more: Values = {}): Promise<RecordRow> {
  return newCase({ outcome: 'penalised', closedOn: ago(20), ...more });
}

function seize(row: RecordRow, more: Values = {}): Promise<RecordRow> {
  return create(office.app, 'seizure', {
    ...{ day: ago(41), form: 'live', species: { id: null, name: '画眉' } as never, unit: 'head' },
    ...{ quantity: { value: 3, bound: 'exact' }, agency: agency.id, case: row.id, ...more },
  });
}

/** Worth `yuan` by an appraiser's finding. */
const worth = (yuan: number): Values => ({ value: Math.round(yuan * 100), valueBasis: '示价认〔2026〕7号' });

async function rings(row: Pick<RecordRow, 'id'>): Promise<string[]> {
  const found = await listAlarms(office.app.db, COUNTY, today(), { id: row.id, kind: 'case' });
  // Asked for by itself or among all of the county: the same answer.
  const all = await listAlarms(office.app.db, COUNTY, today(), { kind: 'case' });
  expect(all.filter(({ id }) => id === row.id)).toEqual(found);
  return found.filter(({ answered }) => answered === null).map(({ guard }) => guard);
}

async function take(row: RecordRow, seq: number, step: string, values: object, actor = OFFICER) {
  return act(office.app, 'step.take', { kind: row.kind, id: row.id, seq, step, values }, { actor });
}

function correct(row: RecordRow, values: Values) {
  const body = { kind: row.kind, id: row.id, version: row.version, values, reason: '更正' };
  return act(office.app, 'record.correct', body).then(must);
}

describe('a closed case that nobody assessed', () => {
  it.each([
    [19_999.99, []],
    [20_000, ['case.untransferred']],
    [20_000.01, ['case.untransferred']],
  ])('with nationally protected animals worth %d yuan rings %j', async (yuan, guards) => {
    const row = await closedCase();
    await seize(row, worth(yuan));
    expect(await rings(row)).toEqual(guards);
  });

  it('rings when a seizure is added after it was closed, and names crime and officer', async () => {
    const person = await create(office.app, 'person', {
      ...{ name: '王建国', certNo: 'SF1', agency: agency.id, roles: ['officer'] },
    });
    const row = await closedCase({ officer: person.id });
    await seize(row, worth(15_000));
    expect(await rings(row)).toEqual([]);
    await seize(row, worth(5_000));
    const [alarm] = await listAlarms(office.app.db, COUNTY, today(), { id: row.id, kind: 'case' });
    expect(alarm).toMatchObject({ guard: 'case.untransferred', who: '王建国', since: today() });
    expect(alarm?.cause).toContain('危害珍贵、濒危野生动物罪');
  });

  it('rings though no violation was recorded, and by the count of the animals alone', async () => {
    const row = await closedCase({ violations: [] });
    await seize(row, { quantity: { value: 4, bound: 'exact' } });
    expect(await rings(row)).toEqual(['case.untransferred']);
    const few = await closedCase({ violations: [] });
    await seize(few);
    expect(await rings(few)).toEqual([]);
  });

  it('stays silent where the case went to the police', async () => {
    const row = await newCase({ track: 'criminal', outcome: 'sentenced', closedOn: ago(2) });
    await seize(row, worth(90_000));
    expect(await rings(row)).toEqual([]);
  });
});

describe('facts that are lowered', () => {
  it('ring until a reviewer answers, when a value falls under the amount by one fen', async () => {
    const row = await closedCase();
    const seizure = await seize(row, worth(20_000));
    await correct(seizure, worth(19_999.99));
    expect(await rings(row)).toEqual(['case.lowered']);
    const [alarm] = await listAlarms(office.app.db, COUNTY, today(), { id: row.id, kind: 'case' });
    const values = { guard: 'case.lowered', cause: alarm?.cause, reason: '价格认定书更正，原件已核对' };
    expect(codeOf(await take(row, 0, 'answer', values, OFFICER))).toBe('access.denied');
    must(await take(row, 0, 'answer', values, REVIEWER));
    expect(await rings(row)).toEqual([]);
    const answered = await listAlarms(office.app.db, COUNTY, today(), { id: row.id, kind: 'case' });
    expect(answered.map(({ guard }) => guard)).toEqual(['case.lowered']);
  });

  it.each([
    ['number', { quantity: { value: 3, bound: 'exact' } }],
    ['species', { species: { id: null, name: '麻雀' } }],
    ['case', { case: null }],
  ])('ring when the %s of a seizure is corrected', async (_, change) => {
    const row = await closedCase();
    const seizure = await seize(row, { quantity: { value: 4, bound: 'exact' } });
    expect(await rings(row)).toEqual(['case.untransferred']);
    await correct(seizure, change as Values);
    expect(await rings(row)).toEqual(['case.lowered']);
    await correct(
      { ...seizure, version: 2 },
      {
        ...{
          quantity: { value: 4, bound: 'exact' },
          species: { id: null, name: '画眉' } as never,
          case: row.id,
        },
      },
    );
    expect(await rings(row)).toEqual(['case.untransferred']);
  });

  it('ring when a seizure is withdrawn', async () => {
    const row = await closedCase();
    const seizure = await seize(row, worth(20_000));
    must(
      await act(office.app, 'record.withdraw', {
        ...{ kind: 'seizure', id: seizure.id, version: 1, reason: '重复' },
      }),
    );
    expect(await rings(row)).toEqual(['case.lowered']);
  });

  it('ring when an officer states other facts, and say so when the county lowers its own table', async () => {
    const row = await newCase();
    await seize(row, { quantity: { value: 4, bound: 'exact' } });
    const facts = JSON.stringify({ acts: ['持有'], animals: [] });
    const verdict = { proposed: 'no', conclusion: 'no', facts };
    must(await take(row, 0, 'assess', verdict));
    expect(await rings(row)).toEqual(['case.lowered']);
    const other = await closedCase();
    await seize(other, {
      species: { id: null, name: '画眉' } as never,
      quantity: { value: 4, bound: 'exact' },
    });
    const base = { speciesId: null, name: '画眉', fen: 100_00, unit: '只', docNo: '示政〔2026〕1号' };
    const id = (await proposeFor(office.app.db, COUNTY, other.id))?.facts.animals as { species: string }[];
    const value = [
      { ...base, speciesId: id[0]?.species, status: 'unverified', from: '2020-01-01', until: null },
    ];
    must(await act(office.app, 'setting.put', { name: 'baseValue', value }, { actor: actorOf('admin') }));
    expect(await rings(other)).toEqual(['case.lowered']);
    must(await act(office.app, 'setting.put', { name: 'baseValue', value: [] }, { actor: actorOf('admin') }));
    expect(await rings(other)).toEqual(['case.untransferred']);
  });
});

describe('the step assess', () => {
  it('cannot silence the records by a wrong proposal, nor by facts that cannot be read', async () => {
    const row = await newCase();
    await seize(row, worth(20_000));
    must(await take(row, 0, 'assess', { proposed: 'no', conclusion: 'no' }));
    must(
      await act(office.app, 'record.correct', {
        ...{ kind: 'case', id: row.id, version: 2, values: { note: '再看' }, reason: '备注' },
      }),
    );
    const law = (await computedLaw(office.app.db, COUNTY, [row.id])).get(row.id);
    expect(law).toMatchObject({ mustTransfer: 'yes', since: today() });
    const bad = { proposed: 'no', conclusion: 'no', facts: JSON.stringify({ day: '昨天的昨天' }) };
    expect(codeOf(await take(row, 1, 'assess', bad))).toBe('facts.invalid');
  });

  it('departed from, rings as a departure and not twice', async () => {
    const row = await newCase();
    await seize(row, worth(20_000));
    const departure = '价格认定明显偏高，拟重新认定';
    must(await take(row, 0, 'assess', { proposed: 'yes', conclusion: 'no', departure }));
    expect(await rings(row)).toEqual(['case.departure']);
  });
});

describe('the proposal', () => {
  it('takes each fact from a record and says from which', async () => {
    await create(office.app, 'notice', {
      ...{ title: '示范县禁猎通告', docNo: '示政告〔2026〕2号', noticeKind: 'huntingBan', day: ago(300) },
      ...{ issuer: '示范县人民政府', from: ago(200), until: addDays(today(), 100), banArea: '全县行政区域' },
      ...{ tools: ['slingshot'] },
    });
    const row = await newCase({ violations: ['T7'] });
    const birds = await seize(row, { species: { id: null, name: '麻雀' } as never });
    await seize(row, { form: 'tool', species: null, tool: 'slingshot', unit: 'piece' });
    const told = await proposeFor(office.app.db, COUNTY, row.id);
    expect(told?.facts).toMatchObject({ day: ago(41), acts: ['T7'], methods: ['弹弓'] });
    expect(told?.facts.animals).toMatchObject([{ id: birds.id, count: 3, form: '活体' }]);
    expect(told?.facts.banArea).toEqual({ notice: '《示范县禁猎通告》（示政告〔2026〕2号）', in: true });
    expect(told?.sources.map(({ field, from }) => `${field} ${from}`).sort()).toEqual([
      ...['acts case', 'animals[0] seizure', 'banArea notice', 'banPeriod notice', 'day case'],
      ...['discoveredOn case', 'methods seizure'],
    ]);
    // In the closed season with a tool the notice bans: a crime whatever the birds are worth.
    expect(told?.assessment).toMatchObject({ ok: true, value: { mustTransfer: 'yes' } });
    const english = await proposeFor(office.app.db, COUNTY, row.id, 'en');
    expect(english?.assessment).toMatchObject({ ok: true, value: { mustTransfer: 'yes' } });
    const reasons = english?.assessment.ok ? english.assessment.value.offences.flatMap((o) => o.reasons) : [];
    expect(reasons).toContain('Act: hunting (Fa Shi 〔2022〕 No. 12 art. 7(1))');
    // An open case has the county's three days to report it.
    expect(await rings(row)).toEqual([]);
  });
});

describe('cases left to be reckoned', () => {
  it('are found by the keeper while the house serves, which stops when told', async () => {
    const { db } = office.app;
    await db.updateTable('case_law').set({ basis: '' }).where('county', '=', COUNTY).execute();
    const wrong: unknown[] = [];
    const stop = startLawKeeper(office.app, (error) => wrong.push(error));
    office.app.bus.emit('changed', { county: COUNTY });
    const left = async () =>
      (await db.selectFrom('case_law').select('case').where('basis', '=', '').execute()).length;
    for (let tries = 0; tries < 60 && (await left()) > 0; tries += 1)
      await new Promise((go) => setTimeout(go, 100));
    expect([await left(), wrong]).toEqual([0, []]);
    await stop();
  });

  it('are reckoned some at a time, and a verdict never replaces one on newer records', async () => {
    await office.app.db.updateTable('case_law').set({ basis: '' }).where('county', '=', COUNTY).execute();
    let left = 0;
    for (let done = 1; done > 0; left += done) done = await settleStale(office.app.db, COUNTY, { most: 3 });
    const rows = await office.app.db.selectFrom('case_law').select('basis').execute();
    expect(left).toBe(rows.length);
    expect(new Set(rows.map(({ basis }) => basis)).size).toBe(1);
    expect(rows[0]?.basis).not.toBe('');
  });
});
