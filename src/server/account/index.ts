// The front door of accounts.
export { changeAccount, changePassword, createAccount } from './actions.ts';
export { closeSession, findSession, hashPassword, openSession, toActor } from './session.ts';
export { type Account, findByLogin, insertAccount, listAccounts } from './store.ts';
