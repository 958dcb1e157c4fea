// The front door of progress: where every record with a procedure stands.
export { changedReckoning, dueAt, loadReckoning, type Reckoning } from './due.ts';
export { fillProgress, openProgress, progressRow, reopenProgress } from './open.ts';
export {
  findProgress,
  insertStep,
  isPlaced,
  listClocked,
  listSteps,
  listStepsOf,
  listUnplaced,
  markPlaced,
  putProgress,
  type StoredProgress,
  streamProgress,
  streamSteps,
} from './store.ts';
