// The front door of tips.
export { tipDetail, tipPage } from './desk.ts';
export { createGate, type Gate, type GateOptions } from './gate.ts';
export { informantView, ticketFor, tipByReceipt, tipByTicket } from './informant.ts';
export { addToTip, enterTip, prepareFiles, submitTip, tipAgain } from './intake.ts';
export {
  enrolKeeper,
  keyView,
  makeKey,
  prepareEnrol,
  prepareReplace,
  replaceKeeper,
  sealFor,
  sealingKey,
} from './keeper.ts';
export { openOriginal, prepareTriage, replyToTip, triageTip } from './office.ts';
export {
  askIdentity,
  grantIdentity,
  prepareAsk,
  prepareGrant,
  prepareRead,
  readIdentity,
} from './opening.ts';
export type { TipPrepared } from './prepared.ts';
export { eraseTip, prepareErase, sweepTips } from './retention.ts';
export { tipDigest } from './seal.ts';
export { fileOfTip, originalByTicket, shownOf } from './shown.ts';
export { listTowns } from './store.ts';
export { findUpload, receivePiece, releaseUploads } from './upload.ts';
