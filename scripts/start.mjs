// How does `npm start` bring up the whole system from a clean clone? Only node:* imports, runs on Node 20.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { buildWeb, forwardSignals, Hint, install, ROOT, runScript, runtime, say } from './bootstrap.mjs';

const FIRST_PORT = 8080;

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** The port asked for (left to `serve` to refuse), else 8080 or the next free one. */
async function portArguments(given) {
  if (process.env.PORT) return []; // serve hears it
  if (given.some((argument) => argument === '--port' || argument.startsWith('--port='))) return [];
  for (let port = FIRST_PORT; port < FIRST_PORT + 100; port++) {
    if (!(await isFree(port))) continue;
    if (port !== FIRST_PORT)
      say(
        `端口 ${FIRST_PORT} 已被占用，改用 ${port}。`,
        `Port ${FIRST_PORT} is taken; using ${port} instead.`,
      );
    return ['--port', String(port)];
  }
  throw new Hint(
    '8080–8179 端口都被占用，请用 npm start -- --port 端口号 指定。\n  Ports 8080–8179 are all taken: choose one with `npm start -- --port N`.',
  );
}

/** npm runs us through a shell that passes no signal on: when `npm start` is killed, all we see is a new parent. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 300);
  watch.unref();
}

await runScript(async () => {
  const given = process.argv.slice(2);
  install();
  const node = runtime();
  if (!buildWeb())
    throw new Hint(
      '网页构建失败，见上面的说明。\n  The web app could not be built; the reason stands above.',
    );
  const port = await portArguments(given);
  const main = [path.join(ROOT, 'bin/shouye'), 'serve', '--demo', ...port, ...given];
  const child = spawn(node, main, { stdio: 'inherit' });
  stopWithNpm(child);
  return forwardSignals(child);
});
