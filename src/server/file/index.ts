// The front door of files.
export { putFile, readFile, sha256Of } from './file.ts';
export { checkImage, shownCopy } from './picture.ts';
