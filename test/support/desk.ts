// How does a journey get a county, a server that people can reach, and a browser for each of them?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { App } from '../../src/server/app.ts';
import { DEMO_PASSWORD, ensureDemo } from '../../src/server/demo.ts';
import { openHouse } from '../../src/server/house.ts';
import { createServer } from '../../src/server/http/index.ts';
import { chromiumPath } from './chromium.ts';
import { freshDatabase } from './database.ts';

/** How long a page may take: a machine that does other work beside the test is slow, not wrong. */
const PATIENCE = 30_000;

interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console, of scripts and of the content security policy; a 401 before signing in is no fault. */
  readonly faults: string[];
}

interface PersonOptions {
  /** Signed in as this account; null stays outside. */
  readonly login?: string | null;
  readonly password?: string;
  readonly width?: number;
  readonly height?: number;
}

export interface Desk {
  readonly app: App;
  readonly address: string;
  /** A folder for files of the test, removed on closing. */
  readonly folder: string;
  /** A person with a browser window of their own, closed when the test ends; a failure leaves a picture behind. */
  person(options?: PersonOptions): Promise<Person>;
  close(): Promise<void>;
}

/** Opens the house on a database of its own, with the demo county unless `bare`, and listens on a free port. */
export async function openDesk({ bare = false } = {}): Promise<Desk> {
  const database = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'shouye-desk-'));
  const house = await openHouse({ dataDir, databaseUrl: database.url, connections: 8 });
  if (!bare) await ensureDemo(house.app, () => {});
  const server = await createServer({ app: house.app, folder: join(dataDir, 'import') });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  return {
    app: house.app,
    address,
    folder: dataDir,
    person: (options) => enter(browser, address, options ?? {}),
    close: async () => {
      await browser.close();
      await server.close();
      await house.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function enter(browser: Browser, address: string, options: PersonOptions): Promise<Person> {
  const { login = 'clerk', password = DEMO_PASSWORD, width = 1440, height = 900 } = options;
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE);
  if (login !== null) {
    const answer = await context.request.post('/api/login', { data: { login, password } });
    expect(answer.status(), `signing in as ${login}`).toBe(200);
  }
  const page = await context.newPage();
  const faults = watch(page);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(page, login ?? 'nobody');
    await context.close();
  });
  return { page, context, faults };
}

function watch(page: Page): string[] {
  const faults: string[] = [];
  const where = () => new URL(page.url(), 'http://x').pathname;
  page.on('pageerror', (error) => faults.push(`${where()} ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    // The desk asks who is there before anyone signed in, and the browser reports the answer.
    if (message.type() === 'error' && !/status of 401/.test(text)) faults.push(`${where()} ${text}`);
  });
  return faults;
}

/** What the page looked like and what it said, for whoever reads the failure. */
async function picture(page: Page, who: string): Promise<void> {
  const file = join(tmpdir(), `shouye-journey-${who}-${Date.now()}`);
  try {
    await page.screenshot({ path: `${file}.png` });
    writeFileSync(`${file}.txt`, `${page.url()}\n${await page.locator('body').ariaSnapshot()}`);
    process.stderr.write(`${file}.png\n${file}.txt\n`);
  } catch {
    // The window is gone already; the failure itself says what is known.
  }
}

/** Waits until it is seen. */
export async function seen(locator: Locator, timeout = PATIENCE): Promise<void> {
  await locator.first().waitFor({ state: 'visible', timeout });
}

/** Waits until it is not seen any more. */
export async function gone(locator: Locator, timeout = PATIENCE): Promise<void> {
  await locator.first().waitFor({ state: 'hidden', timeout });
}
