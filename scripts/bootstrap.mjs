// What must be on the machine before any of our own code can run? Only node:* imports, runs on Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants as os } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Thrown for what the person at the keyboard can mend; shown without a stack. */
export class Hint extends Error {}

export function say(zh, en) {
  console.log(`${zh}\n  ${en}`);
}

/** Runs `main`; a Hint is printed, anything else is a bug and keeps its stack. */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Hint ? error.message : error);
    process.exitCode = 1;
  }
}

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');

/**
 * Do node_modules match package-lock.json? npm writes node_modules/.package-lock.json last, so an interrupted
 * installation is not taken for a whole one; our stamp holds when only the file's time has changed (a new checkout).
 */
export function installed(root = ROOT) {
  const hidden = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  if (modified(hidden) >= modified(path.join(root, 'package-lock.json'))) return true;
  const stamp = path.join(root, 'node_modules/.shouye-lock');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root);
}

/** npm as the one that runs us, else the one on PATH. */
function npm(args, root) {
  const own = process.env.npm_execpath;
  const viaNode = own && /npm-cli\.c?js$/.test(own);
  const [command, first] = viaNode
    ? [process.execPath, [own]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const env = { ...process.env };
  // npm hands its own settings to scripts as npm_config_*; `npm --silent start` must not become `npm ci --silent …`.
  for (const name of ['npm_config_omit', 'npm_config_dry_run', 'npm_config_global', 'npm_config_prefix'])
    delete env[name];
  return spawnSync(command, [...first, ...args], { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}

/** Installs what package-lock.json names. No install script is needed or run, so a policy that blocks them is no matter. */
export function install(root = ROOT) {
  if (installed(root)) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Hint(
      `当前用户不能写入 ${root}，无法安装依赖。\n  This user cannot write to ${root}, so dependencies cannot be installed.`,
    );
  }
  say('正在安装依赖（首次约需 1–3 分钟）……', 'Installing dependencies (1–3 minutes the first time) …');
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  if (npm(['ci', ...flags], root) !== 0) {
    // A lock written elsewhere can lack an optional platform package that this registry has, which `npm ci` refuses.
    say('npm ci 未成功，改用 npm install。', 'npm ci did not succeed; trying npm install.');
    if (npm(['install', '--no-save', ...flags], root) !== 0)
      throw new Hint(
        '依赖安装失败：请检查网络和 npm 源后重试。\n  Installing failed: check the network and the npm registry, then try again.',
      );
  }
  writeFileSync(path.join(root, 'node_modules/.shouye-lock'), lockHash(root));
  say('依赖已装好。', 'Dependencies are installed.');
}

/** Path of a Node ≥ 24 that runs on this machine: this one, the platform package, one on PATH. */
export function runtime(root = ROOT) {
  const exe = process.platform === 'win32' ? 'node.exe' : 'bin/node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const candidates = [
    process.execPath,
    ...['node', 'node-bin'].map((prefix) =>
      path.join(
        root,
        'node_modules',
        `${prefix}-${platform}-${process.arch}`,
        process.platform === 'win32' ? 'bin/node.exe' : exe,
      ),
    ),
    path.join(root, 'node_modules/.bin/node'),
    'node',
  ];
  for (const candidate of candidates) {
    const version = spawnSync(candidate, ['--version'], { encoding: 'utf8' }).stdout ?? '';
    if (Number(/^v(\d+)/.exec(version)?.[1] ?? 0) >= 24) return candidate;
  }
  throw new Hint(
    `找不到可用的 Node 24（本机为 ${process.version}，${process.platform}-${process.arch}）。请安装 Node 24 后重试。\n` +
      '  No Node 24 runs on this machine: neither its own nor the one from npm. Install Node 24 and try again.',
  );
}

/**
 * Passes our signals on to `child` and resolves with its exit code. Ctrl-C in a terminal reaches the whole
 * foreground group, the child included, so SIGINT is passed on only without a terminal: once, never twice.
 */
export function forwardSignals(child) {
  const relay = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, relay);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (os.signals[signal] ?? 0)));
  });
}

const WEB_SOURCES = [
  'src/web',
  'src/portal',
  'src/client',
  'src/contract',
  'src/domain',
  'vite.config.ts',
  'vite.portal.config.ts',
  'package-lock.json',
];

/** SHA-256 over path and content of all that the web app is built from: times lie after a checkout or a copy. */
function webHash(root) {
  const hash = createHash('sha256');
  const take = (name) => {
    const file = path.join(root, name);
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const entry of readdirSync(file).sort()) take(`${name}/${entry}`);
    } else if (!name.endsWith('.test.ts')) hash.update(`${name}\0`).update(readFileSync(file));
  };
  for (const source of WEB_SOURCES) take(source);
  return hash.digest('hex');
}

/** Builds dist/ with Vite when it is missing or made from other sources; false when the build fails. */
export function buildWeb(root = ROOT) {
  if (!existsSync(path.join(root, 'vite.config.ts'))) return true; // nothing to build yet
  const stamp = path.join(root, 'dist/.sources');
  const wanted = webHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  say('正在构建网页……', 'Building the web app …');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = ['vite.config.ts', 'vite.portal.config.ts'].every((config) => {
    const args = [vite, 'build', '--config', config, '--logLevel', 'warn'];
    return spawnSync(runtime(root), args, { cwd: root, env, stdio: 'inherit' }).status === 0;
  });
  if (!built) return false;
  writeFileSync(stamp, wanted);
  return true;
}
