// How does a county get its first account, when nobody is there yet to make it?
import { ACTIONS } from '../contract/action.ts';
import type { Role } from '../domain/access/access.ts';
import { type Outcome, ok, refuse } from '../domain/kernel/outcome.ts';
import { findByLogin, hashPassword, insertAccount, listAccounts } from './account/index.ts';
import { type App, instant, newId } from './app.ts';
import { appendJournal, sealAll } from './journal/index.ts';

export interface FirstAccount {
  readonly county: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

/** One box, one clerk: the first person both manages accounts and keeps the ledger. */
const FIRST_ROLES: readonly Role[] = ['admin', 'clerk'];

/** Makes the account and journals it as made by itself; refuses when the county has an administrator. */
export async function createFirstAccount(app: App, first: FirstAccount): Promise<Outcome<{ id: string }>> {
  const id = newId(app);
  const { county, ...said } = first;
  const roles = [...FIRST_ROLES];
  const read = ACTIONS['account.create'].safeParse({ id, ...said, roles });
  if (!read.success)
    return refuse('account.invalid', [
      '用户名为 2–32 位小写字母、数字或 . _ -，密码至少 8 位',
      'A user name is 2–32 lower-case letters, digits or . _ - and a password at least 8 characters',
    ]);
  if ((await listAccounts(app.db, county)).some((account) => account.roles.includes('admin')))
    return refuse('init.done', [
      '这个县已有管理员，请用 shouye user 管理账号',
      'This county has an administrator already; manage accounts with shouye user',
    ]);
  if (await findByLogin(app.db, first.login))
    return refuse('account.taken', ['这个用户名已有人使用', 'This user name is taken']);
  const at = instant(app);
  const password = await hashPassword(first.password);
  const { login, name } = first;
  await app.db.transaction().execute(async (tx) => {
    const account = { id, login, name, region: county, roles, agency: null, password, disabled: false };
    await insertAccount(tx, account, at);
    const row = { county, id: newId(app), kind: 'account.create', at, recordedAt: at, by: id, device: null };
    const body = { id, login, name, roles, passwordChanged: true };
    await appendJournal(app, tx, [{ ...row, subject: { kind: 'account', id }, body }]);
  });
  await sealAll(app);
  return ok({ id });
}
