// How are tips kept sealed? A key per tip, wrapped by the house's; files by a key each; receipts as keyed hashes.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { App } from '../app.ts';

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM: nonce ‖ ciphertext ‖ tag, bound to `about`. */
export function seal(key: Uint8Array, plain: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The inverse of `seal`; throws when key, text or `about` are not those it was sealed with. */
export function unseal(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
}

const houseKey = (app: App) => app.keys.secret('tip key 1');
const place = (county: string, tip: string) => `tip ${county} ${tip}`;

/** A fresh key for a tip, and how it is stored. */
export function newTipKey(app: App, county: string, tip: string): { key: Buffer; wrapped: Buffer } {
  const key = randomBytes(32);
  return { key, wrapped: seal(houseKey(app), key, place(county, tip)) };
}

export function tipKeyOf(app: App, tip: { county: string; id: string; key: Uint8Array }): Buffer {
  return unseal(houseKey(app), tip.key, place(tip.county, tip.id));
}

export function sealText(key: Uint8Array, text: string, about: string): Buffer {
  return seal(key, Buffer.from(text, 'utf8'), about);
}

export function unsealText(key: Uint8Array, sealed: Uint8Array, about: string): string {
  return unseal(key, sealed, about).toString('utf8');
}

/** What is stored of a receipt: HMAC-SHA-256 of its stretched form under a key that lies beside the database. */
export function receiptHash(app: App, county: string, stretched: string): Buffer {
  return createHmac('sha256', app.keys.secret('tip receipt 1')).update(`${county} ${stretched}`).digest();
}

/** The SHA-256 of an original, sealed: open, it would tell a thief whether a photo he holds was handed in, and by whom. */
export function sealHash(key: Uint8Array, sha256: string, about: string): string {
  return seal(key, Buffer.from(sha256, 'hex'), about).toString('base64');
}

/** The inverse of `sealHash`; rows of before hold it open. */
export function unsealHash(key: Uint8Array, stored: string, about: string): string {
  if (/^[0-9a-f]{64}$/.test(stored)) return stored;
  return unseal(key, Buffer.from(stored, 'base64'), about).toString('hex');
}

/** Tells a repeated tip from another one under its id. It covers the receipt, so it confirms no guess at the content. */
export function tipDigest(body: { receipt: string; content: unknown; files: readonly string[] }): string {
  const { receipt, content, files } = body;
  return createHash('sha256').update(canonicalJson({ receipt, content, files })).digest('hex');
}

/** A short-lived word of the house: `what` until `until` (Unix ms). */
export function signTicket(app: App, what: string, until: number): string {
  const text = `${what}.${until.toString(36)}`;
  return `${text}.${ticketMac(app, text)}`;
}

/** What a ticket says, or undefined when it is not ours or late. */
export function readTicket(app: App, ticket: string): string | undefined {
  const [, text, until, mac] = /^((.*)\.([0-9a-z]+))\.([\w-]{43})$/.exec(ticket) ? splitTicket(ticket) : [];
  if (!text || !until || mac !== ticketMac(app, `${text}.${until}`)) return undefined;
  return Number.parseInt(until, 36) >= app.now() ? text : undefined;
}

function splitTicket(ticket: string): [string, string, string, string] {
  const parts = ticket.split('.');
  const mac = parts.pop() ?? '';
  const until = parts.pop() ?? '';
  return ['', parts.join('.'), until, mac];
}

function ticketMac(app: App, text: string): string {
  return createHmac('sha256', app.keys.secret('tip ticket 1')).update(text).digest('base64url');
}
