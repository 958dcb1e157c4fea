// Which Chromium do the browser journeys drive, and how does a machine without one get it? Runs on Node 20.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runtime, say } from './bootstrap.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Absolute path of a program on PATH. */
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {}
  }
}

const works = (file) => spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
const found = () =>
  [process.env.CHROMIUM_PATH, ...NAMES.map(which), MAC].find(
    (file) => file && existsSync(file) && works(file),
  );

/** Installs Debian packages without a question; false when this user or machine cannot. */
export function aptInstall(packages) {
  if (process.getuid?.() !== 0 || !which('apt-get')) return false;
  say(`正在用 apt 安装 ${packages.join(' ')}……`, `Installing ${packages.join(' ')} with apt …`);
  const run = (...args) =>
    spawnSync('apt-get', ['-q', '-y', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 900_000,
    }).status === 0;
  run('update'); // an unreachable source need not matter
  return run('install', '--no-install-recommends', ...packages);
}

/** The Chromium inside the npm package @sparticuz/chromium (Linux x64), unpacked once, with the libraries it brings. */
function packagedChromium(root) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = path.join(root, 'node_modules/.cache/chromium');
  const wrapper = path.join(home, 'chromium.sh');
  if (existsSync(wrapper) && works(wrapper)) return wrapper;
  say('正在解开 npm 包自带的 Chromium……', 'Unpacking the Chromium that comes in an npm package …');
  mkdirSync(home, { recursive: true });
  const unpack = `const c = await import('@sparticuz/chromium');
    await c.default.executablePath(); await c.inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br');`;
  const env = { ...process.env, TMPDIR: home };
  spawnSync(runtime(root), ['--input-type=module', '-e', unpack], { cwd: root, env, stdio: 'inherit' });
  // Debian's own libraries first; those of the package (NSS and the like) only fill gaps.
  writeFileSync(
    wrapper,
    `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
ldd "$here/chromium" | grep -q 'not found' && export LD_LIBRARY_PATH="$here/al2023/lib"
exec "$here/chromium" "$@"
`,
    { mode: 0o755 },
  );
  return works(wrapper) ? wrapper : undefined;
}

/** Path of a Chromium that starts, or undefined after saying which package to install. */
export function ensureChromium(root, mayInstall) {
  const cjk = () =>
    !which('fc-list') || spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout.trim() !== '';
  const missing = [...(found() ? [] : ['chromium']), ...(cjk() ? [] : ['fonts-noto-cjk'])];
  if (missing.length && mayInstall)
    aptInstall(missing.includes('chromium') ? ['chromium', 'fonts-noto-cjk'] : missing);
  const file = found() ?? packagedChromium(root);
  if (!file)
    say(
      '没有可用的浏览器：请安装 chromium 和 fonts-noto-cjk（Debian：apt-get install chromium fonts-noto-cjk），或设置 CHROMIUM_PATH。浏览器测试将失败。',
      'No browser: install chromium and fonts-noto-cjk, or set CHROMIUM_PATH. The browser journeys will fail.',
    );
  else if (!cjk())
    say(
      '缺少中文字体，截图中的汉字会显示为方框：请安装 fonts-noto-cjk。',
      'No Chinese font: install fonts-noto-cjk.',
    );
  return file;
}

/** LibreOffice renders documents for the eye; without it those tests say that they were skipped. */
export function ensureOffice() {
  const asked = process.env.CI === 'true' || process.env.SHOUYE_TEST_OFFICE === '1';
  const missing = [
    ...(which('soffice') ? [] : ['libreoffice-writer-nogui', 'libreoffice-calc-nogui']),
    ...(which('pdftoppm') ? [] : ['poppler-utils']),
  ];
  if (missing.length && !(asked && aptInstall(missing)))
    say(
      `未安装 ${missing.join(' ')}，文书渲染测试将跳过。`,
      `${missing.join(', ')} not found: tests that render documents are skipped.`,
    );
}
