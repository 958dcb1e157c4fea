// The front door of custody towards records: what a record of release takes from a seizure.
export { followReleases, holdNamedSeizures } from './ledger.ts';
export { holdSeizures } from './store.ts';
