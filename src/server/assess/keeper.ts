// When are cases reckoned that an import, another table of values or a new version of the law left behind?
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../app.ts';
import { listCounties } from '../journal/index.ts';
import { settleStale } from './settle.ts';

const LOOK_MS = 2_000;
const ALL_MS = 60 * 60_000;
/** Cases between two pauses, and the pause: judging takes half the time at most, and no request waits long. */
const AT_ONCE = 100;
const REST_MS = 100;

/** Reckons what is stale in the counties something changed in, and hourly in all; returns what stops it. */
export function startLawKeeper(app: App, tell: (error: unknown) => void): () => Promise<void> {
  const waiting = new Set<string>();
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const changed = ({ county }: { county: string }) => void waiting.add(county);
  const all = async () => {
    for (const county of await listCounties(app.db)) waiting.add(county);
  };
  const look = async () => {
    for (const county of [...waiting]) {
      waiting.delete(county);
      while (!stopped && (await settleStale(app.db, county, { most: AT_ONCE })) > 0) await pause(REST_MS);
    }
  };
  const queue = (work: () => Promise<void>) => {
    running = running.then(work).catch(tell);
  };
  queue(all);
  app.bus.on('changed', changed);
  const looking = setInterval(() => waiting.size > 0 && queue(look), LOOK_MS);
  const hourly = setInterval(() => queue(all), ALL_MS);
  return async () => {
    stopped = true;
    app.bus.off('changed', changed);
    clearInterval(looking);
    clearInterval(hourly);
    await running;
  };
}
