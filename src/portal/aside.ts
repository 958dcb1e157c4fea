// How does the page hand heavy work to its worker?
import type { Challenge, Pass } from '../client/tip/work.ts';
import type { Ask } from './worker.ts';

type Done = { readonly id: number; readonly result?: unknown; readonly error?: string };
const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
let next = 1;
let worker: Worker | null = null;

function start(): Worker {
  const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<Done>) => {
    const asked = open.get(data.id);
    open.delete(data.id);
    if (data.error) asked?.reject(new Error(data.error));
    else asked?.resolve(data.result);
  };
  // Its file did not come over a bad line: whoever waits tries again, with a new one.
  made.onerror = () => {
    worker = null;
    for (const { reject } of open.values()) reject(new TypeError('worker'));
    open.clear();
  };
  return made;
}

function ask<T>(what: Ask): Promise<T> {
  worker ??= start();
  const id = next++;
  return new Promise<T>((resolve, reject) => {
    open.set(id, { resolve: resolve as (value: unknown) => void, reject });
    worker?.postMessage({ id, ask: what });
  });
}

export const solveAside = (challenge: Challenge): Promise<Pass> => ask({ what: 'solve', challenge });
export const stretchAside = (county: string, digits: string): Promise<string> =>
  ask({ what: 'stretch', county, digits });
export const hashAside = (file: Blob): Promise<string> => ask({ what: 'hash', file });
