// The front door of actions.
export { type Act, type Done, runAction } from './run.ts';
