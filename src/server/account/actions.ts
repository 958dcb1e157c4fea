// How is an account made, changed, disabled, and its password replaced?
import type { ActionBody } from '../../contract/action.ts';
import { type Actor, covers, has, ROLES, type Role } from '../../domain/access/access.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { hashPassword, passwordHolds } from './session.ts';
import { deleteSessionsOf, findAccount, findByLogin, insertAccount, updateAccount } from './store.ts';

function mayManage(actor: Actor, region: string): Refusal[] {
  if (has(actor, 'account.manage') && covers(actor.region, region)) return [];
  return [{ code: 'access.denied', message: ['您无权管理账号', 'You may not manage accounts'] }];
}

function readRoles(roles: readonly string[]): Role[] | undefined {
  const known = roles.filter((role): role is Role => ROLES.some((r) => r.code === role));
  return known.length === roles.length ? known : undefined;
}

/** No password and no hash of one ever enters the journal. */
function told(body: Record<string, unknown>): Record<string, unknown> {
  const { password, old: _old, ...rest } = body;
  return password === undefined ? rest : { ...rest, passwordChanged: true };
}

export async function createAccount(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'account.create'>,
): Promise<Outcome<Effect>> {
  const wrong = mayManage(acting.actor, acting.county);
  if (wrong.length > 0) return { ok: false, refusals: wrong };
  const roles = readRoles(body.roles);
  if (!roles) return refuse('account.role', ['没有这个角色', 'There is no such role'], { where: 'roles' });
  if (await findByLogin(tx, body.login))
    return refuse('account.taken', ['这个用户名已有人使用', 'This user name is taken'], { where: 'login' });
  await insertAccount(
    tx,
    {
      id: body.id,
      login: body.login,
      name: body.name,
      region: acting.county,
      roles,
      agency: body.agency ?? null,
      password: await hashPassword(body.password),
      disabled: false,
    },
    instant(acting.app),
  );
  return ok({ subject: { kind: 'account', id: body.id }, body: told(body), result: { id: body.id } });
}

export async function changeAccount(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'account.change'>,
): Promise<Outcome<Effect>> {
  const none = mayManage(acting.actor, acting.county);
  if (none.length > 0) return { ok: false, refusals: none };
  const account = await findAccount(tx, body.id);
  if (!account) return refuse('record.missing', ['没有这个账号', 'There is no such account']);
  const wrong = mayManage(acting.actor, account.region);
  if (wrong.length > 0) return { ok: false, refusals: wrong };
  const roles = body.roles && readRoles(body.roles);
  if (body.roles && !roles)
    return refuse('account.role', ['没有这个角色', 'There is no such role'], { where: 'roles' });
  if (body.disabled && account.id === acting.actor.account)
    return refuse('account.self', ['不能停用自己的账号', 'You cannot disable your own account']);
  if (roles?.some((role) => !account.roles.includes(role)) && account.id === acting.actor.account)
    return refuse('account.self', [
      '不能给自己的账号增加角色，请由另一名管理员办理',
      'You cannot give yourself a role; another administrator must',
    ]);
  await updateAccount(tx, account.id, {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(roles ? { roles } : {}),
    ...(body.agency === undefined ? {} : { agency: body.agency }),
    ...(body.disabled === undefined ? {} : { disabled: body.disabled }),
    ...(body.password === undefined ? {} : { password: await hashPassword(body.password) }),
  });
  if (body.disabled || body.password !== undefined) await deleteSessionsOf(tx, account.id);
  return ok({ subject: { kind: 'account', id: body.id }, body: told(body), result: { id: body.id } });
}

export async function changePassword(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'account.password'>,
): Promise<Outcome<Effect>> {
  const account = await findAccount(tx, acting.actor.account);
  if (!account || !(await passwordHolds(account, body.old)))
    return refuse('account.old', ['原密码不正确', 'The old password is wrong'], { where: 'old' });
  await updateAccount(tx, account.id, { password: await hashPassword(body.password) });
  await deleteSessionsOf(tx, account.id);
  return ok({ subject: null, body: told(body), result: {} });
}
