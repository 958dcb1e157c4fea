// Does what may not pass silently ring, name who owes, stand against closing a campaign, and stay visible once answered?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import type { RecordRow, Values } from '../../src/domain/kernel/record.ts';
import { listAlarms } from '../../src/server/guard/index.ts';
import { overview } from '../../src/server/overview/index.ts';
import { act, actorOf, COUNTY, codeOf, create, must, type Office, openOffice } from '../support/office.ts';

let office: Office;
let agency: RecordRow;
let campaign: RecordRow;
beforeAll(async () => {
  office = await openOffice(4);
  agency = await create(office.app, 'agency', { name: '示范县自然资源局', agencyType: 'naturalResources' });
  campaign = await create(office.app, 'campaign', {
    ...{ name: '清风行动', from: ago(60), until: ago(1), agency: agency.id },
  });
});
afterAll(() => office.close());

const LEADER = actorOf('leader');
const REVIEWER = actorOf('reviewer');
const today = () => dayOfInstant(new Date().toISOString());
const ago = (days: number) => addDays(today(), -days);

async function take(
  row: Pick<RecordRow, 'kind' | 'id'>,
  seq: number,
  step: string,
  values: object,
  actor = actorOf('clerk'),
) {
  return act(office.app, 'step.take', { kind: row.kind, id: row.id, seq, step, values }, { actor });
}

async function alarms(id?: string) {
  const found = await listAlarms(office.app.db, COUNTY, today(), { campaign: campaign.id });
  return found.filter((alarm) => id === undefined || alarm.id === id);
}

function seizure(more: Values = {}): Promise<RecordRow> {
  return create(office.app, 'seizure', {
    ...{ day: ago(20), form: 'carcass', species: { id: null, name: '麻雀' } as never },
    ...{ quantity: { value: 5, bound: 'exact' }, unit: 'head', agency: agency.id, campaign: campaign.id },
    ...more,
  });
}

describe('一查一收一放', () => {
  it('rings for a seizure without a case, though every animal has gone, and is silent once there is one', async () => {
    const row = await seizure();
    const [alarm] = await alarms(row.id);
    expect(alarm).toMatchObject({ guard: 'seizure.noCase', who: '示范县自然资源局', answered: null });
    const filed = await create(office.app, 'case', {
      ...{ caseNo: '示林罚〔2026〕1号', name: '非法收购麻雀案', track: 'administrative', filedOn: ago(19) },
      ...{ agency: agency.id, campaign: campaign.id },
    });
    must(
      await act(office.app, 'record.correct', {
        ...{ kind: 'seizure', id: row.id, version: 1, values: { case: filed.id }, reason: '补立案' },
      }),
    );
    expect(await alarms(row.id)).toEqual([]);
  });

  it('rings when the record itself is withdrawn', async () => {
    const row = await seizure();
    must(
      await act(office.app, 'record.withdraw', { kind: 'seizure', id: row.id, version: 1, reason: '不要了' }),
    );
    expect((await alarms(row.id)).map(({ guard }) => guard)).toEqual(['seizure.withdrawn']);
  });
});

describe('a campaign', () => {
  it('is not closed over an alarm; answered by a reviewer who did not handle it, it is, and the answer stays', async () => {
    const row = await seizure({ form: 'live' });
    const open = (await alarms()).filter(({ answered }) => answered === null);
    expect(open.map(({ guard }) => guard)).toContain('animal.noEnd');
    const close = () => take(campaign, 0, 'close', { result: '行动期间案件全部办结' }, LEADER);
    const refused = await close();
    expect(codeOf(refused)).toBe('campaign.alarms');
    expect(JSON.stringify(refused)).toContain(row.no);
    const seqs = new Map<string, number>();
    for (const { kind, id, guard, cause } of open) {
      const seq = seqs.get(id) ?? 0;
      const values = { guard, cause, reason: '已核实由救护中心收治，手续补办中' };
      expect(codeOf(await take({ kind, id }, seq, 'answer', values))).toBe('access.denied');
      must(await take({ kind, id }, seq, 'answer', values, REVIEWER));
      seqs.set(id, seq + 1);
    }
    must(await close());
    const answered = await alarms();
    expect(answered.length).toBe(open.length);
    expect(answered.every((alarm) => alarm.answered?.reason.includes('救护中心'))).toBe(true);
    const morning = await overview(office.app.db, COUNTY, today());
    expect(morning.owed.filter((one) => one.alarm)).toEqual([]);
  });
});
