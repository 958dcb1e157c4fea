// Does everything hold? `npm test` from a clean clone; `npm run check` is the same without installing. Runs on Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildWeb, install, ROOT, runScript, runtime, say } from './bootstrap.mjs';
import { ensureChromium, ensureOffice } from './browser.mjs';

const tool = (name) => path.join(ROOT, 'node_modules', name);

function steps() {
  const rooms = readdirSync(path.join(ROOT, 'src')).map((room) => `src/${room}`);
  return [
    ['格式与规范 format and lint', tool('@biomejs/biome/bin/biome'), 'check', '.'],
    ...[...rooms, 'test', 'bench']
      .filter((room) => existsSync(path.join(ROOT, room, 'tsconfig.json')))
      .map((room) => [`类型 types: ${room}`, tool('typescript/bin/tsc'), '-p', room]),
    ['围墙 walls', path.join(ROOT, 'scripts/walls.mjs')],
    ['无用代码 dead code', tool('knip/bin/knip.js'), '--no-progress'],
  ];
}

/** Runs Vitest with its own report on screen; counts come from its JSON, a crash without one counts as a failure. */
function vitest(node, env) {
  const folder = mkdtempSync(path.join(tmpdir(), 'shouye-vitest-'));
  const report = path.join(folder, 'report.json');
  const args = [
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { status } = spawnSync(node, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  let counts = { passed: 0, failed: 0 };
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    counts = { passed: numPassedTests, failed: numFailedTests };
  }
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0 && counts.failed === 0) counts.failed = 1; // a file that did not load, an error outside any test
  return counts;
}

await runScript(async () => {
  const mayInstall = !process.argv.includes('--no-install');
  if (mayInstall) install();
  const node = runtime();
  const chromium = ensureChromium(ROOT, mayInstall);
  if (mayInstall) ensureOffice();
  const { NODE_ENV: _, ...inherited } = process.env; // a machine's NODE_ENV=production would change what is tested
  const env = { ...inherited, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
  const failures = [];
  let passed = 0;
  const count = (name, ok) => {
    console.log(`${ok ? '✓' : '✗'} ${name}`);
    if (ok) passed++;
    else failures.push(name);
  };
  count('构建 build', buildWeb());
  for (const [name, file, ...args] of steps()) {
    const done = spawnSync(node, [file, ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    if (done.status !== 0) console.log(`${done.stdout}${done.stderr}`);
    count(name, done.status === 0);
  }
  const tests = vitest(node, env);
  if (failures.length) say(`未通过的检查：${failures.join('；')}`, `Checks that failed: ${failures.length}`);
  const failed = failures.length + tests.failed;
  console.log(`${passed + tests.passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
});
