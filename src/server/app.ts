// What does every action need to hand: the database, the keys, the clock and someone to tell?

import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { uuidv7 } from '../domain/kernel/id.ts';
import type { Db } from './db/connection.ts';
import type { Keys } from './keys.ts';

export interface App {
  readonly db: Db;
  readonly keys: Keys;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Emits 'changed' {county, kind, subject} after a commit, and the action's kind {county, subject}. */
  readonly bus: EventEmitter;
  /** Folder of keys and files; empty for a house that keeps none (a test of the ledger alone). */
  readonly dataDir: string;
}

export function createApp(db: Db, keys: Keys, now: () => number = Date.now, dataDir = ''): App {
  const bus = new EventEmitter();
  bus.setMaxListeners(0);
  return { db, keys, now, bus, dataDir };
}

export function newId(app: Pick<App, 'now'>): string {
  return uuidv7(app.now(), randomBytes(10));
}

export function instant(app: Pick<App, 'now'>): string {
  return new Date(app.now()).toISOString();
}
