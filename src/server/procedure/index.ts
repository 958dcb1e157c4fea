// The front door of procedures: steps taken, where a record stands, what is due.
export { sameStep, takeEntitledStep, takeStep } from './actions.ts';
export type { StepEffect, StepMade } from './effects.ts';
export { changeSetting } from './reckon.ts';
export { countWork, listWork } from './store.ts';
export { progressView } from './view.ts';
