// What does an informant show at the counter, and how does the till know that it was shown?
import { createHmac } from 'node:crypto';
import type { App } from '../app.ts';

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or typed from a screen is not misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 50 bits: the till asks a server that knows the few codes in force. */
const LENGTH = 10;
const CLAIM_MS = 10 * 60_000;

/** The code of one turn of a reward. Derived whenever it is shown, kept nowhere; the next turn has another. */
export function pickUpCode(app: App, county: string, reward: string, turn: number): string {
  const bytes = createHmac('sha256', app.keys.secret('reward pick-up 1'))
    .update(`${county} ${reward} ${turn}`)
    .digest();
  // 256 is a multiple of 32, so every letter is equally likely.
  return [...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % 32]).join('');
}

/** The code within what was typed or scanned, or null: spaces and dashes dropped, look-alikes read as meant. */
export function readCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—·]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return plain.length === LENGTH && [...plain].every((c) => LETTERS.includes(c)) ? plain : null;
}

/** K7QM2-9XT4B */
export function groupCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** What is stored of a code. */
export function codeHash(app: App, county: string, code: string): Buffer {
  return createHmac('sha256', app.keys.secret('reward code 1')).update(`${county} ${code}`).digest();
}

/** The house's word that this account saw the right code or receipt of this turn a moment ago. */
export function signClaim(
  app: App,
  of: { county: string; reward: string; turn: number; account: string },
): string {
  const until = (app.now() + CLAIM_MS).toString(36);
  return `${until}.${claimMac(app, of, until)}`;
}

export function claimHolds(
  app: App,
  claim: string,
  of: { county: string; reward: string; turn: number; account: string },
): boolean {
  const [until = '', mac = ''] = claim.split('.');
  return mac === claimMac(app, of, until) && Number.parseInt(until, 36) >= app.now();
}

function claimMac(
  app: App,
  { county, reward, turn, account }: { county: string; reward: string; turn: number; account: string },
  until: string,
): string {
  return createHmac('sha256', app.keys.secret('reward claim 1'))
    .update(`${county} ${reward} ${turn} ${account} ${until}`)
    .digest('base64url');
}
