// The front door of progress: where every record with a procedure stands.
export { dueAt, loadReckoning, type Reckoning } from './due.ts';
export { fillProgress, openProgress, progressRow, reopenProgress } from './open.ts';
export {
  findProgress,
  insertStep,
  listSteps,
  putProgress,
  type StoredProgress,
  streamSteps,
} from './store.ts';
