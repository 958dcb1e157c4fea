// What does a test of rewards stand on? A rule, tips made clues that ended in something, and the four hands.
import type { RecordRow } from '../../src/domain/kernel/record.ts';
import type { RewardRule } from '../../src/domain/reward/rule.ts';
import { findProgress } from '../../src/server/progress/index.ts';
import type { Phone } from './citizen.ts';
import { act, actorOf, anId, CLERK, COUNTY, create, must, type Office } from './office.ts';

export const CASHIER = actorOf('clerk', { name: '出纳' });
export const OFFICER = actorOf('officer');
export const REVIEWER = actorOf('reviewer');
export const LEADER = actorOf('leader');

export const RULE: RewardRule = {
  withinBudget: false,
  versions: [
    {
      ...{ docNo: '示自然资规〔2024〕2号', title: '有奖举报办法（试行）', from: '2024-01-01', until: null },
      ...{ cap: null, yearCap: null, claimDays: 60, note: '' },
      brackets: [
        {
          ...{ id: 'handled', label: '行政处理', basis: 'result', results: ['handled'], violations: [] },
          ...{ valueFrom: null, valueTo: null, pay: { kind: 'flat', amount: 30_000 } },
        },
      ],
    },
  ],
};

export const setRule = async (office: Office, rule: RewardRule = RULE) =>
  must(await act(office.app, 'setting.put', { name: 'rewardRule', value: rule }));

export interface Rewarded {
  readonly clue: string;
  readonly tips: readonly { readonly id: string; readonly receipt: string }[];
}

export async function step(
  office: Office,
  kind: string,
  id: string,
  name: string,
  values: object,
  actor = CLERK,
) {
  const seq = (await findProgress(office.app.db, COUNTY, kind, id))?.seq ?? 0;
  return act(office.app, 'step.take', { kind, id, seq, step: name, values }, { actor });
}

let agency: { office: Office; row: RecordRow } | undefined;

/** A clue of `n` tips, checked and handled. */
export async function rewardedClue(office: Office, phone: Phone, n = 1): Promise<Rewarded> {
  if (agency?.office !== office)
    agency = {
      office,
      row: await create(office.app, 'agency', { name: '城关林业站', agencyType: 'forestry' }),
    };
  const tips: { id: string; receipt: string }[] = [];
  let clue = '';
  for (let i = 0; i < n; i++) {
    const { id, receipt, reply } = await phone.hand();
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.json));
    const to = i === 0 ? { to: 'new' } : { to: 'join', clue };
    const done = must(await act(office.app, 'tip.triage', { tip: id, ...to, note: '' }));
    clue = (done.result as { clue: string }).clue;
    tips.push({ id, receipt });
  }
  const due = '2030-01-01';
  must(await step(office, 'clue', clue, 'assign', { agency: agency.row.id, due }));
  must(await step(office, 'clue', clue, 'accept', {}, OFFICER));
  must(await step(office, 'clue', clue, 'check', { found: 'confirmed', checked: '现场收缴粘网' }, OFFICER));
  const done = { result: 'handled', handling: ['removed'], handled: '清除粘网三张', feedback: 'owed' };
  must(await step(office, 'clue', clue, 'end', done));
  return { clue, tips };
}

export async function propose(office: Office, of: Rewarded, more: object = {}, actor = OFFICER) {
  const shares = of.tips.map((tip) => ({ id: anId(), tip: tip.id, weight: 1 }));
  const body = { clue: of.clue, total: 30_000, shares, ...more };
  const done = await act(office.app, 'reward.propose', body, { actor });
  return { done, ids: body.shares.map(({ id }) => id), body };
}

/** A reward two people have approved. */
export async function payable(office: Office, of: Rewarded): Promise<string> {
  const { done, ids } = await propose(office, of);
  must(done);
  for (const id of ids) {
    must(await step(office, 'reward', id, 'approve', {}, REVIEWER));
    must(await step(office, 'reward', id, 'confirm', {}, LEADER));
  }
  return ids[0] as string;
}
