// The front door of proofs.
export { type Fault, type Proof, verifyCounty } from './verify.ts';
