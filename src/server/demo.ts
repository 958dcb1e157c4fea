// What does the demo county open with? Its accounts, one a role, and a year of invented records.
import { demoCounty } from '../demo/county.ts';
import type { Role } from '../domain/access/access.ts';
import { dayOfInstant } from '../domain/kernel/day.ts';
import { getKind, KINDS } from '../domain/kind.ts';
import { findByLogin, hashPassword, insertAccount, toActor } from './account/index.ts';
import type { Acting } from './acting.ts';
import { type App, instant, newId } from './app.ts';
import { sealAll } from './journal/index.ts';
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

/** Loads accounts and records of the demo county on the first run, all or nothing; later runs find them there. */
export async function ensureDemo(app: App, tell: (line: string) => void): Promise<void> {
  const venue = getKind('venue');
  if ((await countRecords(app.db, DEMO_COUNTY, venue, {})) > 0) return ensureAccounts(app, null);
  tell('正在装入示范县数据…… / loading the demo county …');
  const records = demoCounty(dayOfInstant(app.now()));
  const market = records.find((r) => r.kind === 'agency' && r.values.agencyType === 'marketSupervision');
  await ensureAccounts(app, market?.id ?? null);
  const clerk = await findByLogin(app.db, 'clerk');
  if (!clerk) throw new Error('the demo clerk is missing');
  const acting: Acting = { app, actor: toActor(clerk), county: DEMO_COUNTY, batch: newId(app) };
  const sheets: { kind: ReturnType<typeof getKind>; drafts: Draft[]; numbers: string[] }[] = [];
  for (const kind of KINDS) {
    const drafts = records.filter((record) => record.kind === kind.name);
    sheets.push({ kind, drafts, numbers: await numberDrafts(acting, kind, drafts) });
  }
  await app.db.transaction().execute(async (tx) => {
    for (const { kind, drafts, numbers } of sheets) {
      const created = await createRecords(tx, acting, kind, drafts, numbers);
      if (!created.ok) throw new Error(`demo ${kind.name}: ${JSON.stringify(created.refusals.slice(0, 3))}`);
    }
  });
  await sealAll(app);
}
