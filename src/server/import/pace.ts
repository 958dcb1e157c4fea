// How does long work let the server answer meanwhile?
import { setImmediate } from 'node:timers/promises';

/** Gives way when `SLICE_MS` have gone by; call it every few rows. */
export type Pace = () => Promise<void> | undefined;

/** Long enough that giving way costs nothing, short enough that nobody waits for an answer. */
const SLICE_MS = 15;

export function createPace(): Pace {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
