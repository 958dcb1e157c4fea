// The front door of records: what other modules may use.
export {
  changedFields,
  correctRecord,
  createRecord,
  prepareCreate,
  restoreRecord,
  withdrawRecord,
} from './actions.ts';
export { createRecords, type Draft, numberDrafts } from './bulk.ts';
export {
  decideValues,
  journalBody,
  loadLocalProtection,
  matchKeyOf,
  numberText,
  numberYear,
  toNewRecord,
} from './decide.ts';
export { loadReferred, namesFor, type Referred, referrersOf } from './reference.ts';
export { saysTheSame } from './repeat.ts';
export {
  countByMatchKeys,
  countRecords,
  countReferrers,
  type Filter,
  findByMatchKeys,
  findByNos,
  findRecord,
  findRecords,
  holdRecord,
  insertRecords,
  listPlaces,
  listRecords,
  type NewRecord,
  streamRecords,
  takeNumbers,
  updateRecord,
} from './store.ts';
