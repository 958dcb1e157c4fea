// How do the demo county's rewards come about? A rule, a grant, and a handful of rewards left at every stage.
import type { ActionKind } from '../contract/action.ts';
import { demoRewardRule, REWARD_RECEIPT } from '../demo/reward.ts';
import { portalActor } from '../domain/access/access.ts';
import { addDays, dayOfInstant } from '../domain/kernel/day.ts';
import { findByLogin, toActor } from './account/index.ts';
import type { Acting } from './acting.ts';
import { runAction } from './action/index.ts';
import { type App, instant, newId } from './app.ts';
import { digitsOf, stretch } from './demo-tip.ts';
import { findProgress } from './progress/index.ts';
import { candidatePage } from './reward/index.ts';

async function act(acting: Acting, kind: ActionKind, body: unknown): Promise<unknown> {
  const { app, actor, county } = acting;
  const done = await runAction(app, actor, county, { id: newId(app), kind, at: instant(app), body });
  if (!done.ok) throw new Error(`demo ${kind}: ${JSON.stringify(done.refusals)}`);
  return done.value.result;
}

async function step(acting: Acting, id: string, name: string, values: object): Promise<void> {
  const seq = (await findProgress(acting.app.db, acting.county, 'reward', id))?.seq ?? 0;
  await act(acting, 'step.take', { kind: 'reward', id, seq, step: name, values });
}

type Hands = Readonly<Record<'officer' | 'clerk' | 'reviewer' | 'leader', Acting>>;

async function handsOf(app: App, clerk: Acting): Promise<Hands> {
  const of = async (login: string): Promise<Acting> => {
    const account = await findByLogin(app.db, login);
    if (!account) throw new Error(`the demo account ${login} is missing`);
    return { app, actor: toActor(account), county: clerk.county };
  };
  return { officer: await of('officer'), clerk, reviewer: await of('reviewer'), leader: await of('leader') };
}

/** How far each reward gets, one a candidate, the latest clue first. The first has a tip whose receipt is known. */
const STORIES = ['payable', 'paid', 'paid', 'approvedOnce', 'proposed', 'refused', 'departs'] as const;
type Story = (typeof STORIES)[number];

export async function loadRewards(app: App, clerk: Acting): Promise<void> {
  const { county } = clerk;
  const today = dayOfInstant(instant(app));
  await act(clerk, 'setting.put', { name: 'rewardRule', value: demoRewardRule(today) });
  const grant = { matter: 'grant', id: newId(app), on: addDays(today, -90), amount: 3_000_000 };
  await act(clerk, 'reward.fund', { ...grant, document: '示财农〔示例〕12号', note: '有奖举报经费' });
  const hands = await handsOf(app, clerk);
  const { rows } = await candidatePage(app, county, { limit: 50, offset: 0 });
  const free = rows.filter((row) => row.amount !== null && row.tips === 0);
  for (const [n, story] of STORIES.entries()) {
    const row = free[n];
    if (row?.amount) await tell(hands, row.id, row.amount, story);
  }
}

async function tell(hands: Hands, clue: string, amount: number, story: Story): Promise<void> {
  const tip = story === 'payable' ? await tipOf(hands.clerk, clue) : null;
  const id = newId(hands.officer.app);
  const departs = story === 'departs';
  await act(hands.officer, 'reward.propose', {
    clue,
    total: departs ? amount + 30_000 : amount,
    shares: [{ id, tip, weight: 1 }],
    ...(departs ? { departure: '举报人连续蹲守三夜并提供影像，建议酌情增加' } : {}),
  });
  if (story === 'proposed' || departs) return;
  if (story === 'refused')
    return step(hands.reviewer, id, 'refuse', { reason: '举报人系本局聘用护林员，属履行职责，不予奖励' });
  await step(hands.reviewer, id, 'approve', { reason: '档次适用正确' });
  if (story === 'approvedOnce') return;
  const claimUntil = addDays(dayOfInstant(instant(hands.clerk.app)), 60);
  await step(hands.leader, id, 'confirm', { claimUntil, reason: '同意' });
  if (story !== 'paid') return;
  await step(hands.clerk, id, 'pay', { way: 'signed', voucher: `签收单-${id.slice(-4)}` });
}

/** A tip like one of the portal's, joined to the clue. */
async function tipOf(clerk: Acting, clue: string): Promise<string> {
  const { app, county } = clerk;
  const id = newId(app);
  const receipt = await stretch(county, digitsOf(REWARD_RECEIPT));
  const where = { town: '青山镇', address: '清河东岸' };
  const content = {
    matter: 'net',
    text: '就是这一处，我前天也看到有人拉网。',
    where,
    when: { kind: 'today' },
  };
  const portal: Acting = { app, actor: portalActor(county), county };
  await act(portal, 'tip.submit', { id, receipt, content, files: [], pass: `demo ${id}` });
  await act(clerk, 'tip.triage', { tip: id, to: 'join', clue, note: '' });
  return id;
}
