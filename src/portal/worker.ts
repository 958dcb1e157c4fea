// What runs beside the page so that it stays smooth? Work for a challenge, the stretch of a receipt, hashes of files.
import { stretchReceipt } from '../client/tip/stretch.ts';
import { type Challenge, hashFile, solve } from '../client/tip/work.ts';

export type Ask =
  | { readonly what: 'solve'; readonly challenge: Challenge }
  | { readonly what: 'stretch'; readonly county: string; readonly digits: string }
  | { readonly what: 'hash'; readonly file: Blob };

declare const self: {
  onmessage: ((event: MessageEvent<{ id: number; ask: Ask }>) => void) | null;
  postMessage: (message: unknown) => void;
};

self.onmessage = async ({ data: { id, ask } }) => {
  try {
    if (ask.what === 'solve') self.postMessage({ id, result: solve(ask.challenge) });
    else if (ask.what === 'stretch')
      self.postMessage({ id, result: await stretchReceipt(ask.county, ask.digits) });
    else self.postMessage({ id, result: await hashFile(ask.file) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
};
