// What does the demo county open with? Its accounts, one a role, and a year of invented records.
import type { ActionKind } from '../contract/action.ts';
import { demoCounty } from '../demo/county.ts';
import type { DemoRecord, DemoStep } from '../demo/ledger.ts';
import { demoPosts } from '../demo/opinion.ts';
import { DEMO_PAPER } from '../demo/paper.ts';
import { SEEDS } from '../demo/seed/seeds.ts';
import type { Role } from '../domain/access/access.ts';
import { dayOfInstant, yearOf } from '../domain/kernel/day.ts';
import type { Kind } from '../domain/kernel/record.ts';
import { getKind, KINDS } from '../domain/kind.ts';
import { findByLogin, hashPassword, insertAccount, toActor } from './account/index.ts';
import type { Acting } from './acting.ts';
import { runAction } from './action/index.ts';
import { type App, instant, newId } from './app.ts';
import { addDemoPhotos } from './demo-photo.ts';
import { loadRewards } from './demo-reward.ts';
import { loadTips } from './demo-tip.ts';
import { sealAll } from './journal/index.ts';
import { keepOriginal } from './opinion/index.ts';
import { countRecords, createRecords, type Draft, numberDrafts } from './record/index.ts';

export const DEMO_COUNTY = '990101';
export const DEMO_PASSWORD = 'shouye-demo';

export const DEMO_ACCOUNTS: readonly { login: string; name: string; region: string; roles: Role[] }[] = [
  { login: 'clerk', name: '李科员', region: DEMO_COUNTY, roles: ['clerk'] },
  { login: 'officer', name: '王警官', region: DEMO_COUNTY, roles: ['officer'] },
  { login: 'ranger', name: '马护林', region: DEMO_COUNTY, roles: ['ranger'] },
  { login: 'reviewer', name: '张法制', region: DEMO_COUNTY, roles: ['reviewer'] },
  { login: 'leader', name: '陈副局长', region: DEMO_COUNTY, roles: ['leader'] },
  { login: 'market', name: '刘监管', region: DEMO_COUNTY, roles: ['otherAgency'] },
  { login: 'admin', name: '管理员', region: DEMO_COUNTY, roles: ['admin'] },
  { login: 'clerk-a', name: '甲县科员', region: '990102', roles: ['clerk'] },
  { login: 'clerk-b', name: '乙县科员', region: '990103', roles: ['clerk'] },
  { login: 'clerk-c', name: '丙县科员', region: '990104', roles: ['clerk'] },
  { login: 'city', name: '赵科长', region: '990100', roles: ['city'] },
  { login: 'province', name: '孙处长', region: '990000', roles: ['province'] },
];

/** Makes the demo accounts that are missing; `agency` is the record the other agency's account works for. */
async function ensureAccounts(app: App, agency: string | null): Promise<void> {
  let password: string | undefined;
  for (const account of DEMO_ACCOUNTS) {
    if (await findByLogin(app.db, account.login)) continue;
    password ??= await hashPassword(DEMO_PASSWORD);
    const works = account.roles.includes('otherAgency') ? agency : null;
    await insertAccount(
      app.db,
      { ...account, id: newId(app), agency: works, password, disabled: false },
      instant(app),
    );
  }
}

/** Loads accounts, the demo county and the three seed ledgers on the first run, each all or nothing. */
export async function ensureDemo(app: App, tell: (line: string) => void): Promise<void> {
  const { records, steps } = demoCounty(dayOfInstant(app.now()));
  const market = records.find((r) => r.kind === 'agency' && r.values.agencyType === 'marketSupervision');
  await ensureAccounts(app, market?.id ?? null);
  const clerk = await actingAs(app, 'clerk', DEMO_COUNTY);
  if (await isEmpty(app, DEMO_COUNTY)) {
    tell('正在装入示范县数据…… / loading the demo county …');
    await load(clerk, records);
    await takeSteps(app, steps);
    await act(clerk, 'setting.put', { name: 'casePaper', value: DEMO_PAPER });
    await addDemoPhotos(await actingAs(app, 'officer', DEMO_COUNTY), [
      ...new Set(steps.filter(({ kind }) => kind === 'seizure').map(({ id }) => id)),
    ]);
    await writeSummaries(app, clerk, records);
    await collectPosts(app, clerk, records);
    // What ended as false or insufficient is not joined by a new tip.
    const told = records.filter(
      ({ kind, values }) =>
        kind === 'clue' &&
        values.source === 'tip' &&
        values.result !== 'false' &&
        values.result !== 'insufficient',
    );
    await loadTips(
      app,
      clerk,
      told.map(({ id }) => id),
    );
    await loadRewards(app, clerk);
  }
  for (const seed of SEEDS) if (await isEmpty(app, seed.county)) await loadSeed(app, seed);
  await sealAll(app);
}

async function isEmpty(app: App, county: string): Promise<boolean> {
  return (await countRecords(app.db, county, getKind('agency'), {})) === 0;
}

async function actingAs(app: App, login: string, county: string): Promise<Acting> {
  const account = await findByLogin(app.db, login);
  if (!account) throw new Error(`the demo account ${login} is missing`);
  return { app, actor: toActor(account), county, batch: newId(app) };
}

async function load(acting: Acting, records: readonly DemoRecord[]): Promise<void> {
  const sheets: { kind: Kind; drafts: Draft[]; numbers: string[] }[] = [];
  for (const kind of KINDS) {
    const drafts = records.filter((record) => record.kind === kind.name);
    if (drafts.length > 0) sheets.push({ kind, drafts, numbers: await numberDrafts(acting, kind, drafts) });
  }
  await acting.app.db.transaction().execute(async (tx) => {
    for (const { kind, drafts, numbers } of sheets) {
      const created = await createRecords(tx, acting, kind, drafts, numbers);
      if (!created.ok) throw new Error(`demo ${kind.name}: ${JSON.stringify(created.refusals.slice(0, 3))}`);
    }
  });
}

async function act({ app, actor, county }: Acting, kind: ActionKind, body: unknown): Promise<void> {
  const done = await runAction(app, actor, county, { id: newId(app), kind, at: instant(app), body });
  if (!done.ok) throw new Error(`demo ${kind}: ${JSON.stringify(done.refusals)}`);
}

/** The steps of the demo county, each by its account, through the one door. */
async function takeSteps(app: App, steps: readonly DemoStep[]): Promise<void> {
  const actings = new Map<string, Acting>();
  const taken = new Map<string, number>();
  for (const { kind, id, login, name, values } of steps) {
    const acting = actings.get(login) ?? (await actingAs(app, login, DEMO_COUNTY));
    actings.set(login, acting);
    const seq = taken.get(id) ?? 0;
    await act(acting, 'step.take', { kind, id, seq, step: name, values });
    taken.set(id, seq + 1);
  }
}

/** A signed summary of last year's campaign, and drafts of this one's and of the year. */
async function writeSummaries(app: App, clerk: Acting, records: readonly DemoRecord[]): Promise<void> {
  const [last, current] = records.filter(({ kind }) => kind === 'campaign');
  if (!last || !current) return;
  const today = dayOfInstant(app.now());
  const signed = newId(app);
  const title = (campaign: DemoRecord) => `示范县自然资源局关于${campaign.values.name}的工作总结`;
  const ofCampaign = ({ id, values: { from, until } }: DemoRecord) => ({ campaign: id, from, until });
  const drafts = [
    { id: signed, outline: 'B', title: title(last), scope: ofCampaign(last) },
    { id: newId(app), outline: 'B', title: title(current), scope: ofCampaign(current) },
    {
      id: newId(app),
      outline: 'C',
      title: `示范县${yearOf(today)}年野生动物保护工作总结`,
      scope: { from: `${yearOf(today)}-01-01`, until: `${yearOf(today)}-12-31` },
    },
  ];
  for (const draft of drafts) await act(clerk, 'report.create', draft);
  const leader = await actingAs(app, 'leader', DEMO_COUNTY);
  await act(leader, 'report.sign', { id: signed, version: 1, explanation: '各项数据已逐条核对' });
}

/** Posts found online, a few of them judged; what was pasted is kept as their original where the house keeps files. */
async function collectPosts(app: App, clerk: Acting, records: readonly DemoRecord[]): Promise<void> {
  const { posts, judged } = demoPosts(dayOfInstant(app.now()));
  const pasted = Buffer.from(posts.map((post) => JSON.stringify(post)).join('\n'), 'utf8');
  const original = app.dataDir === '' ? null : await keepOriginal(clerk, '示范舆情.jsonl', pasted);
  await act(clerk, 'opinion.add', { posts, ...(original?.ok ? { source: original.value.sha256 } : {}) });
  const clue = records.find(({ kind, values }) => kind === 'clue' && values.source === 'online');
  for (const { step, posts: chosen, reason } of judged) {
    const ids = chosen.flatMap((index) => posts[index]?.id ?? []);
    if (step !== 'join') await act(clerk, 'opinion.judge', { ids, step, reason });
    else if (clue) await act(clerk, 'opinion.judge', { ids, step, reason, clue: { id: clue.id } });
  }
}

async function loadSeed(app: App, seed: (typeof SEEDS)[number]): Promise<void> {
  const acting = await actingAs(app, `clerk-${seed.outline.toLowerCase()}`, seed.county);
  await act(acting, 'setting.put', { name: 'localProtection', value: seed.localProtection });
  if (seed.letterhead) await act(acting, 'setting.put', { name: 'letterhead', value: seed.letterhead });
  const records = seed.records();
  await load(acting, records);
  const scope = seed.period ?? { campaign: records.find(({ kind }) => kind === 'campaign')?.id };
  await act(acting, 'report.create', { id: newId(app), outline: seed.outline, title: seed.title, scope });
}
