// Who may knock how often? Proof of work and limits; addresses are kept only in memory, hashed with a salt that is thrown away.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { BASE_BITS, bitsFor, workText, zeroBits } from '../../domain/tip/work.ts';
import type { App } from '../app.ts';
import { readTicket, signTicket } from './seal.ts';

export interface GateOptions {
  /** Zero bits of work when nothing is wrong; 0 asks for none (a measurement on one machine). */
  readonly bits?: number;
  /** Per address in ten minutes. Many phones share one address of their carrier, so these are wide. */
  readonly tips?: number;
  readonly misses?: number;
}

export interface Pass {
  readonly token: string;
  readonly nonce: number;
}

const WINDOW_MS = 10 * 60_000;
const HOUR_MS = 60 * 60_000;
/** A person may take an hour to write it all down. */
const PASS_MS = 2 * HOUR_MS;
const CHALLENGES = 600;
const UPLOAD_BYTES = 4 * 2 ** 30;
/** Wrong receipts of the whole house in ten minutes after which each further look costs more work. */
const HOUSE_MISSES = 200;

const SLOW = refuse('portal.slow', [
  '操作太频繁，请十分钟后再试；填写的内容不会丢失',
  'Too many attempts; please try again in ten minutes. Nothing you wrote is lost',
]);
const WORK = refuse('portal.work', [
  '安全校验没有通过或已过期，请重试',
  'The security check failed or has expired; please try again',
]);

export type Gate = ReturnType<typeof createGate>;

export function createGate(app: App, options: GateOptions = {}) {
  const base = options.bits ?? BASE_BITS;
  const tipsPerAddress = options.tips ?? 1_000;
  const missesPerAddress = options.misses ?? 10;
  let salt = randomBytes(32);
  let since = app.now();
  let counts = new Map<string, number>();
  let spent = new Map<string, number>();

  /** Every window everything is forgotten, the salt too: no table of addresses lasts longer. */
  function turn(): void {
    const now = app.now();
    if (now - since < WINDOW_MS) return;
    since = now;
    salt = randomBytes(32);
    counts = new Map();
    spent = new Map([...spent].filter(([, until]) => until > now));
  }
  const keyed = (what: string, address: string) =>
    `${what} ${createHmac('sha256', salt).update(address).digest('base64url')}`;
  function count(key: string, by = 1): number {
    const n = (counts.get(key) ?? 0) + by;
    counts.set(key, n);
    return n;
  }

  return {
    /** A challenge for this county; its difficulty grows with what has come in from here and everywhere. */
    challenge(county: string, address: string): Outcome<{ token: string; bits: number }> {
      turn();
      if (base > 0 && count(keyed('challenge', address)) > CHALLENGES) return SLOW;
      const minutes = Math.max(1, (app.now() - since) / 60_000);
      const load = {
        house: (counts.get('tip') ?? 0) / minutes + Math.max(0, (counts.get('miss') ?? 0) - HOUSE_MISSES),
        address: counts.get(keyed('tip', address)) ?? 0,
      };
      const bits = bitsFor(base, load);
      const what = `pass.${county}.${bits}.${randomBytes(9).toString('base64url')}`;
      return ok({ token: signTicket(app, what, app.now() + PASS_MS), bits });
    },
    /** Whether `pass` answers a challenge of ours for this county; returns its id. It is not used up by this. */
    check(county: string, pass: Pass): Outcome<string> {
      const [kind, of, bits, id] = (readTicket(app, pass.token) ?? '').split('.');
      if (kind !== 'pass' || of !== county || !id) return WORK;
      const hash = createHash('sha256').update(workText(id, pass.nonce)).digest();
      return zeroBits(hash) >= Number(bits) ? ok(id) : WORK;
    },
    /** A pass for an officer, whose session has vouched already. */
    officerPass(county: string): Pass {
      const what = `pass.${county}.0.${randomBytes(9).toString('base64url')}`;
      return { token: signTicket(app, what, app.now() + PASS_MS), nonce: 0 };
    },
    /** Uses a pass up; false when it has been used. Tips do this in the database, which outlives a restart. */
    spend(id: string): boolean {
      turn();
      if (spent.has(id)) return false;
      spent.set(id, app.now() + PASS_MS);
      return true;
    },
    tip(address: string): Outcome<true> {
      turn();
      count('tip');
      return count(keyed('tip', address)) > tipsPerAddress ? SLOW : ok(true);
    },
    upload(address: string, bytes: number): Outcome<true> {
      turn();
      return count(keyed('bytes', address), bytes) > UPLOAD_BYTES ? SLOW : ok(true);
    },
    /** Whether this address may try another receipt. */
    mayGuess(address: string): Outcome<true> {
      turn();
      return (counts.get(keyed('miss', address)) ?? 0) >= missesPerAddress ? SLOW : ok(true);
    },
    missed(address: string): void {
      count('miss');
      count(keyed('miss', address));
    },
  };
}
