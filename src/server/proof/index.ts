// The front door of proofs.

export { foldedStatus, saysStep } from './said.ts';
export { type Fault, type Proof, verifyCounty } from './verify.ts';
