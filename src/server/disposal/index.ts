// The front door of disposal: what steps of custody leave elsewhere in the ledger.
export { followCustody } from './follow.ts';
export { nextNumber } from './store.ts';
