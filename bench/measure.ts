// How long does it take, and how are the numbers shown?
import { readdirSync, readFileSync } from 'node:fs';

export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly n: number;
}

/** Milliseconds of `n` runs one after the other, after `warm` runs that do not count. */
export async function time(n: number, run: (i: number) => Promise<unknown>, warm = 3): Promise<Times> {
  for (let i = 0; i < warm; i++) await run(-1 - i);
  const took: number[] = [];
  for (let i = 0; i < n; i++) {
    const start = performance.now();
    await run(i);
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(n - 1, Math.ceil(share * n) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), n };
}

/** Runs a second of `lanes` at once for `seconds`. */
export async function rate(lanes: number, seconds: number, run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const until = start + seconds * 1_000;
  let done = 0;
  const lane = async () => {
    while (performance.now() < until) {
      await run();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (done * 1_000) / (performance.now() - start);
}

/** Memory of a process and its children in MiB: resident, and proportional (shared memory counted once). */
export function memoryOf(root: number): { node: number; postgres: number } {
  const total = { node: 0, postgres: 0 };
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const kib = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
      if (Number(name) === root) total.node += kib / 1024;
      else if (isBelow(Number(name), root)) total.postgres += kib / 1024;
    } catch {
      // Gone meanwhile.
    }
  }
  return total;
}

function isBelow(pid: number, root: number): boolean {
  for (let at = pid; at > 1; ) {
    at = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${at}/stat`, 'utf8'))?.[1] ?? 0);
    if (at === root) return true;
  }
  return false;
}

export const ms = (n: number): string => (n < 10 ? `${n.toFixed(1)} ms` : `${Math.round(n)} ms`);
export const both = (t: Times): string => `p50 ${ms(t.p50)}, p95 ${ms(t.p95)}`;

const table: [string, string, string][] = [];

/** Prints a line at once and keeps it for the table; `aim` is what the issue asks for. */
export function tell(what: string, result: string, aim = ''): void {
  table.push([what, result, aim]);
  console.error(`  ${what}: ${result}${aim ? `  (${aim})` : ''}`);
}

/** All lines as a Markdown table. */
export function printTable(): void {
  const lines = table.map(([what, result, aim]) => `| ${what} | ${result} | ${aim} |`);
  console.log(['| what | measured | aim |', '|---|---|---|', ...lines].join('\n'));
}
