// The front door of custody towards records: what a record of release takes from a seizure.
export { fillCustody, followReleases, holdNamedSeizures } from './ledger.ts';
export { holdSeizures } from './store.ts';
