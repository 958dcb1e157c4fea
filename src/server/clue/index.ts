// The front door of clues: what belongs together, and what a merge must heed.
export { type ClueKin, kinOf } from './kin.ts';
export { checkMerge } from './merge.ts';
export type { ClueStanding } from './store.ts';
