// How does the portal speak to the house? Answers, refusals in words, and a line that may be down.

import type { Pass } from '../client/tip/work.ts';
import type { ReplyOf } from '../contract/api.ts';
import { solveAside } from './aside.ts';
import { say, t } from './text.ts';

export type Start = ReplyOf<'portalStart'>;
export type Status = ReplyOf<'portalStatus'>;

/** The house said no. */
export class Refused extends Error {
  readonly code: string;
  readonly detail: unknown;
  constructor(code: string, message: string, detail: unknown) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

/** Calls the portal's API; throws Refused, or TypeError when there is no line. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/portal/api/${path}`, {
    cache: 'no-store',
    credentials: 'omit',
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  const refusal = (
    answer as { refusals?: { code: string; message: [string, string]; detail?: unknown }[] } | null
  )?.refusals?.[0];
  // A gateway's own page is no answer of ours: the same as no line.
  if (!refusal || response.status >= 500) throw new TypeError(`HTTP ${response.status}`);
  throw new Refused(refusal.code, say(refusal.message), refusal.detail);
}

export function wordsOf(error: unknown): string {
  return error instanceof Refused ? error.message : t('unreachable');
}

/** Passes of a county: solved ahead in the background; one that was used up is forgotten. */
export class Passes {
  private readonly county: string;
  private ready: Promise<Pass> | null = null;
  private since = 0;
  constructor(county: string) {
    this.county = county;
  }
  take(): Promise<Pass> {
    // The house takes them for two hours; a phone may have slept.
    if (this.ready && Date.now() - this.since < 90 * 60_000) return this.ready;
    this.since = Date.now();
    const mine = this.fetch();
    this.ready = mine;
    mine.catch(() => {
      if (this.ready === mine) this.ready = null;
    });
    return mine;
  }
  drop(): void {
    this.ready = null;
  }
  private async fetch(): Promise<Pass> {
    const { challenge } = await ask<Start>(`${this.county}/start`);
    return solveAside(challenge);
  }
}

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const ms = Date.now();
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) & 255;
  bytes[6] = ((bytes[6] ?? 0) & 15) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 63) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
