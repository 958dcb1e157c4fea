// When does the house look for what must be erased? Hourly while it serves.
import { portalActor } from '../domain/access/access.ts';
import { runAction } from './action/index.ts';
import { type App, instant, newId } from './app.ts';
import { sweepTips } from './tip/index.ts';

const EVERY_MS = 60 * 60_000;

/** Erases what is due in every county, each tip by an action of its own; returns how many. */
export function sweepAllTips(app: App): Promise<number> {
  return sweepTips(app, (county, kind, body) =>
    runAction(app, portalActor(county), county, { id: newId(app), kind, at: instant(app), body }),
  );
}

export function startTipSweeper(app: App, tell: (error: unknown) => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const sweep = () => {
    running = running.then(() => sweepAllTips(app)).catch(tell);
  };
  sweep();
  const timer = setInterval(sweep, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
