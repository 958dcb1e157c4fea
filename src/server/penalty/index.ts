// The front door of penalties towards records: what was made by steps is not written again by hand.
export { madeBy, penaltyId } from './made.ts';
export { refuseDoubled } from './written.ts';
