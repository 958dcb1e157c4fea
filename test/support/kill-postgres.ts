// How does a test end the embedded PostgreSQL of a data folder at once, with all its children?
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function killPostgres(folder: string): void {
  const postmaster = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const children = readdirSync('/proc').filter((entry) => {
    try {
      return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, 'utf8'))?.[1]) === postmaster;
    } catch {
      return false;
    }
  });
  for (const pid of [postmaster, ...children.map(Number)])
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already with its parent.
    }
}
