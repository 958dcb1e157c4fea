// Which browser do the journeys drive? scripts/test.mjs finds or installs it and says so in CHROMIUM_PATH.
import { accessSync, constants } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function starts(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path for playwright-core's `executablePath`, to be launched with `--no-sandbox`. A journey without one fails. */
export function chromiumPath(): string {
  const file = [process.env['CHROMIUM_PATH'] ?? '', ...PLACES].find(starts);
  if (!file)
    throw new Error(
      '没有浏览器：请安装 chromium 和 fonts-noto-cjk，或设置 CHROMIUM_PATH / no browser: install chromium',
    );
  return file;
}
