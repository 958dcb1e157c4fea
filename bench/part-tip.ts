// How many tips with a photo does the house take in a second? bench/tip.ts, in processes of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { tell } from './measure.ts';

const SCRIPT = fileURLToPath(new URL('./tip.ts', import.meta.url));

export function measureTips(seconds: number): void {
  const { stdout, status } = spawnSync(process.execPath, [SCRIPT, '--seconds', String(seconds)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [, answered = 'no answer', refused = '', stored = '', after = ''] = stdout.trim().split('\n');
  tell(`tips with a photo, ${seconds} s`, answered, '200 tips/s');
  tell('… none lost', status === 0 ? `${refused}; ${stored}` : `LOST: ${refused}; ${stored}`, 'all there');
  tell('… afterwards', after, 'answers');
}
