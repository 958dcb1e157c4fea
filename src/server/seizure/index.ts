// The front door of custody towards the web: handovers, pictures, labels, what is held.
export { answerHandover, type HandoverView, openHandover, sameAnswer, viewHandover } from './handover.ts';
export { findLabel, labelsOf } from './label.ts';
export { checkPhoto, keepPhoto, openPhoto } from './photo.ts';
export { countHeld, type HeldRow, listHeld } from './store.ts';
