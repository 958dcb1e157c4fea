// Do the penalties that figures count follow the steps of their case, once each, also when a decision falls?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { getKind } from '../../src/domain/kind.ts';
import { countFigures, recountFigure } from '../../src/server/figure/index.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import { listRecords } from '../../src/server/record/index.ts';
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
let two: readonly string[];
beforeAll(async () => {
  office = await openOffice(4);
  agency = await create(office.app, 'agency', { name: '示范县自然资源局', agencyType: 'naturalResources' });
  const person = (name: string) =>
    create(office.app, 'person', { name, agency: agency.id, roles: ['officer'] });
  two = [(await person('王建国')).id, (await person('赵小军')).id];
});
afterAll(() => office.close());

const LEADER = actorOf('leader');
const OFFICER = actorOf('officer');
const REVIEWER = actorOf('reviewer');
const ago = (days: number) => addDays(dayOfInstant(new Date().toISOString()), -days);
const FIGURES = ['penalty.total', 'penalty.persons', 'penalty.fines', 'penalty.persons.forestry'];

interface Case {
  readonly row: RecordRow;
  seq: number;
}

let serial = 0;
async function newCase(more: Values = {}): Promise<Case> {
  serial += 1;
  const row = await create(office.app, 'case', {
    ...{
      caseNo: `示林立〔2026〕${serial}号`,
      name: '出售麻雀案',
      track: 'administrative',
      agency: agency.id,
    },
    ...{ discoveredOn: ago(90), parties: ['周大海'], ...more },
  });
  return { row, seq: 0 };
}

async function take(of: Case, step: string, values: Values, actor = OFFICER) {
  const body = { kind: 'case', id: of.row.id, seq: of.seq, step, values };
  const done = await act(office.app, 'step.take', body, { actor });
  if (done.ok) of.seq += 1;
  return done;
}

/** From discovery to the notice of a fine (fen). */
async function notified(of: Case, fine: number): Promise<void> {
  must(await take(of, 'proposeFiling', { on: ago(60), officers: two as string[], facts: '现场查获' }));
  must(await take(of, 'approveFiling', { on: ago(59) }, LEADER));
  must(
    await take(of, 'question', {
      ...{ on: ago(58), officers: two as string[], shown: 'yes', person: '周大海', role: 'party' },
      record: '承认',
    }),
  );
  must(await take(of, 'conclude', { on: ago(50), report: '清楚', recommendation: 'penalty', major: 'no' }));
  const notice = { on: ago(49), docNo: '告1', content: '拟罚款', fine, hearing: 'notDue' };
  must(await take(of, 'notify', notice));
  must(await take(of, 'defence', { on: ago(45), defence: 'waived' }));
}

const DECISION = {
  on: ago(40),
  form: 'fine',
  docNo: '示林罚决〔2026〕1号',
  penalties: ['fine', 'goods'],
  basis: '法五十二',
};

async function penalties(of: Case) {
  const rows = await listRecords(
    office.app.db,
    COUNTY,
    getKind('penalty'),
    { where: { case: [of.row.id] } },
    { sort: 'day', desc: false, limit: 20 },
  );
  return rows.map(({ row }) => row).sort((a, b) => (a.no < b.no ? -1 : 1));
}

const money = async (of: Case) =>
  (await penalties(of)).map(({ values }) => [values.party, values.fine ?? null, values.paidOn ?? null]);

async function figures() {
  const counted = await countFigures(office.app.db, COUNTY, {}, FIGURES);
  for (const { id, value } of counted)
    expect((await recountFigure(office.app.db, COUNTY, id, {})).value, id).toBe(value);
  return counted.map(({ value }) => value);
}

describe('a decision', () => {
  it('makes one penalty for each party; paid, changed on review, revoked and undone, they follow', async () => {
    const of = await newCase();
    await notified(of, 3_000_00);
    const [total, persons, fines] = await figures();
    const several = { ...DECISION, fine: 3_000_00, parties: ['周大海', '周小海'], confiscated: '麻雀22只' };
    expect(codeOf(await take(of, 'decidePenalty', several, LEADER))).toBe('step.value');
    must(await take(of, 'decidePenalty', { ...several, fines: ['2000', '1000'] }, LEADER));
    expect(await money(of)).toEqual([
      ['周大海', 2_000_00, null],
      ['周小海', 1_000_00, null],
    ]);
    expect((await penalties(of))[0]?.values).toMatchObject({
      ...{ day: ago(40), docNo: '示林罚决〔2026〕1号', penaltyKind: 'administrative', agency: agency.id },
      confiscated: '麻雀22只',
    });
    expect(await figures()).toEqual([(total ?? 0) + 2, (persons ?? 0) + 2, (fines ?? 0) + 3_000_00, 0]);
    const wrongDay = JSON.stringify({ on: ago(39), fines: ['2500', '500'] });
    must(await take(of, 'amend', { of: 7, values: wrongDay, reason: '决定日期登记有误' }, LEADER));
    expect((await penalties(of)).map(({ values }) => [values.day, values.fine])).toEqual([
      [ago(39), 2_500_00],
      [ago(39), 500_00],
    ]);
    must(await take(of, 'serve', { on: ago(38), method: 'direct' }));
    must(await take(of, 'contest', { on: ago(35), kind: 'review', authority: '县政府' }));
    const change = { on: ago(30), result: 'changed', docNo: '复1', fine: 2_000_00, published: 'no' };
    expect(codeOf(await take(of, 'contestKept', change))).toBe('step.value');
    must(await take(of, 'contestKept', { ...change, fines: ['1500', '500'] }));
    must(await take(of, 'payFull', { on: ago(29), amount: 2_000_00 }));
    expect(await money(of)).toEqual([
      ['周大海', 1_500_00, ago(29)],
      ['周小海', 500_00, ago(29)],
    ]);
    must(await take(of, 'revoke', { reason: '缴款登记到别的案件' }));
    expect((await money(of)).map(([, , paid]) => paid)).toEqual([null, null]);
    must(await take(of, 'contest', { on: ago(20), kind: 'lawsuit', authority: '县法院' }));
    must(
      await take(of, 'contestRevoked', { on: ago(10), docNo: '判1', reason: '程序违法', published: 'no' }),
    );
    expect(await penalties(of)).toEqual([]);
    expect(await figures()).toEqual([total, persons, fines, 0]);
    must(await take(of, 'revoke', { reason: '判决登记到别的案件' }));
    expect((await money(of)).map(([party]) => party)).toEqual(['周大海', '周小海']);
  });

  it('on the spot in forestry, in cash, is paid that day; undone, it is withdrawn', async () => {
    const of = await newCase({ track: 'forestry' });
    const values = {
      ...{
        on: ago(5),
        officers: two as string[],
        party: 'citizen',
        facts: '携带弹弓',
        basis: '条例',
        docNo: '当1',
      },
      ...{ fine: 100_00, collected: 'cash', cashGround: 'upTo100' },
    };
    must(await take(of, 'punishOnSpot', values));
    expect(await money(of)).toEqual([['周大海', 100_00, ago(5)]]);
    expect((await figures())[3]).toBe(1);
    must(await take(of, 'revoke', { reason: '登记到别的案件' }));
    expect(await penalties(of)).toEqual([]);
  });

  it('gives each party its own number where the step states them, all different', async () => {
    const of = await newCase();
    await notified(of, 3_000_00);
    const both = { ...DECISION, fine: 3_000_00, parties: ['周大海', '周小海'], fines: ['2000', '1000'] };
    for (const docNos of [['罚决21号'], ['罚决21号', '罚决21号']]) {
      const refused = await take(of, 'decidePenalty', { ...both, docNos }, LEADER);
      expect(refused).toMatchObject({ ok: false, refusals: [{ where: 'docNos' }] });
    }
    must(await take(of, 'decidePenalty', { ...both, docNos: ['罚决21号', '罚决22号'] }, LEADER));
    expect((await penalties(of)).map(({ values }) => [values.party, values.docNo])).toEqual([
      ['周大海', '罚决21号'],
      ['周小海', '罚决22号'],
    ]);
  });

  it('names its party, here or in the case', async () => {
    const of = await newCase({ parties: [] });
    await notified(of, 500_00);
    const refused = await take(of, 'decidePenalty', { ...DECISION, fine: 500_00 }, LEADER);
    expect(refused).toMatchObject({ ok: false, refusals: [{ where: 'parties' }] });
    must(await take(of, 'decidePenalty', { ...DECISION, fine: 500_00, parties: ['吴某'] }, LEADER));
  });
});

describe('a judgment', () => {
  it('is a criminal penalty, and goes when the case is opened anew', async () => {
    const of = await newCase({ track: 'criminal', filedOn: ago(200), outcome: 'prosecuted' });
    const judged = { on: ago(30), result: 'sentenced', docNo: '刑初1', administrative: 'no', fine: 2_000_00 };
    must(await take(of, 'judge', { ...judged, sentence: '拘役三个月' }));
    expect((await penalties(of)).map(({ values }) => values.penaltyKind)).toEqual(['criminal']);
    must(await take(of, 'close', { on: ago(20), summary: '判决生效' }, LEADER));
    const anew = { on: ago(10), ground: 'supervision', into: 'policeFiled', reason: '再审' };
    must(await take(of, 'reopen', anew, REVIEWER));
    expect(await penalties(of)).toEqual([]);
  });
});

describe('a penalty written by hand', () => {
  const written = (of: Case) => ({
    case: of.row.id,
    ...{ day: ago(40), penaltyKind: 'administrative', party: '周大海', fine: 500_00 },
  });

  it('is refused beside a decision by steps, and a decision beside it', async () => {
    const of = await newCase();
    await notified(of, 500_00);
    const byHand = await create(office.app, 'penalty', written(of));
    const decide = () => take(of, 'decidePenalty', { ...DECISION, fine: 500_00 }, LEADER);
    expect(codeOf(await decide())).toBe('penalty.doubled');
    const withdrawn = { kind: 'penalty', id: byHand.id, version: 1, reason: '改由步骤登记' };
    must(await act(office.app, 'record.withdraw', withdrawn));
    must(await decide());
    const again = await act(office.app, 'record.create', {
      kind: 'penalty',
      id: anId(),
      values: written(of),
    });
    expect(codeOf(again)).toBe('penalty.doubled');
    expect(codeOf(await act(office.app, 'record.restore', { ...withdrawn, version: 2 }))).toBe(
      'penalty.doubled',
    );
    const [made] = await penalties(of);
    const correct = (values: Values) =>
      act(office.app, 'record.correct', {
        kind: 'penalty',
        id: made?.id,
        version: 1,
        values,
        reason: '更正',
      });
    expect(codeOf(await correct({ fine: 1 }))).toBe('penalty.byStep');
    must(await correct({ note: '当事人已签收' }));
    expect(await penalties(of)).toHaveLength(1);
  });
});

it('a day set right in a ledger’s row moves its clock; a track lowered rings', async () => {
  const of = await newCase({ track: 'criminal', filedOn: ago(100) });
  const restate = { track: 'administrative', filedOn: ago(95), docNo: '立1', reason: '类别抄错，核对审批表' };
  must(await take(of, 'restate', restate));
  const due = await office.app.db
    .selectFrom('clock')
    .select(['deadline', 'since'])
    .where('subject', '=', of.row.id)
    .where('until', 'is', null)
    .orderBy('deadline')
    .execute();
  expect(
    due.map(({ deadline, since }) => [deadline, dayOfInstant(new Date(since as string).toISOString())]),
  ).toEqual([
    ['APL-60', ago(95)],
    ['COUNTY-CASE', ago(95)],
  ]);
});

it('every record is what its last journal row says', async () => {
  await sealAll(office.app);
  expect((await verifyCounty(office.app, COUNTY)).faults).toEqual([]);
});
