// The front door of rewards.
export { bookOf, bookWorkbook, checkBooks } from './book.ts';
export { followMoney } from './effect.ts';
export { moveFund } from './fund.ts';
export { rewardOfTip, type TipReward } from './of-tip.ts';
export { candidatePage, offerOf, prepareProposal, proposeRewards, sameProposal } from './offer.ts';
export { findByCode, findByTip, spendClaim } from './till.ts';
