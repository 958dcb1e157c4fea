// The front door of cases: what their steps leave elsewhere in the ledger.
export { followPenalty } from './penalty.ts';
