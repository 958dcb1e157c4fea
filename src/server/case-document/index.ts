// The front door of the papers of cases: drafts, issued ones, and what a case file holds.
export { fillDocument, issueDocument, issuedBefore, paperHash, sameIssue, stampOf } from './actions.ts';
export { type Belongings, type LoadedCase, loadCase, loadWithdrawn } from './file.ts';
export { type FrozenRow, findFrozen, findIssued, type IssuedRow, listFrozenIds } from './store.ts';
export { documentFile, listDocuments } from './view.ts';
