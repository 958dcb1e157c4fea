// The front door of accounts.
export { changeAccount, changePassword, createAccount } from './actions.ts';
export { closeSession, findSession, hashPassword, openSession, toActor } from './session.ts';
export {
  type Account,
  findAccount,
  findByLogin,
  insertAccount,
  listAccountNames,
  listAccounts,
} from './store.ts';
