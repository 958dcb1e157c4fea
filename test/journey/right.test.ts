// Does everyone see what they may and nothing else, in both languages and on every screen?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../src/domain/kind.ts';
import { type Desk, gone, openDesk, seen } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const COUNTY = '990101';
const menuOf = (page: Page) => page.getByRole('navigation', { name: '主菜单' });
const act = (page: Page, kind: string, body: unknown) =>
  page.request.post(`/api/${COUNTY}/action`, {
    data: { id: crypto.randomUUID(), kind, at: new Date().toISOString(), body },
  });

async function firstOf(page: Page, kind: string, where: object = {}) {
  const query = new URLSearchParams({ limit: '1', where: JSON.stringify(where) });
  const answer = await page.request.get(`/api/${COUNTY}/record/${kind}?${query}`);
  const { rows } = (await answer.json()) as {
    rows: { id: string; version: number; values: Record<string, unknown> }[];
  };
  const row = rows[0];
  if (!row) throw new Error(`no ${kind}`);
  return row;
}

describe('rights', () => {
  it('a ranger keeps the field and sees no case, by menu, address or API', async () => {
    const { page } = await desk.person({ login: 'ranger' });
    await page.goto('/');
    await seen(menuOf(page).getByRole('link', { name: '巡查检查' }));
    expect(await menuOf(page).getByRole('link', { name: '线索案件' }).count()).toBe(0);
    await page.goto('/record/case');
    await seen(page.getByText('您的账号没有查看这里的权限'));
    expect((await page.request.get(`/api/${COUNTY}/record/case`)).status()).toBe(403);
    // A number tells of its records: neither the total nor what is behind it.
    expect((await page.request.get(`/api/${COUNTY}/figure/case.total/record`)).status()).toBe(403);
    const told = await (await page.request.get(`/api/${COUNTY}/figure?ids=case.total,patrol.total`)).json();
    expect(told.figures.map((figure: { id: string }) => figure.id)).toEqual(['patrol.total']);
    const morning = await (await page.request.get(`/api/${COUNTY}/overview`)).json();
    expect(JSON.stringify(morning)).not.toContain('"case.');
    expect(
      morning.owed.every((one: { kind: string }) => !['case', 'clue', 'seizure'].includes(one.kind)),
    ).toBe(true);
    expect((await page.request.get(`/api/${COUNTY}/report`)).status()).toBe(403);
    await page.goto('/record/patrol');
    await seen(page.getByRole('button', { name: '新增巡查' }));
    await page.goto('/import');
    await seen(page.getByText('您的账号没有导入的权限'));
  }, 60_000);

  it('another agency writes what is its own and reads the rest', async () => {
    const { page } = await desk.person({ login: 'market' });
    const me = (await (await page.request.get('/api/me')).json()) as { agency: string };
    const own = await firstOf(page, 'inspection', { agency: [me.agency] });
    await page.goto(`/record/inspection/${own.id}`);
    await seen(page.getByRole('button', { name: '更正' }));
    const police = await firstOf(page, 'agency', { agencyType: ['forestPolice'] });
    const other = await firstOf(page, 'inspection', { agency: [police.id] });
    await page.goto(`/record/inspection/${other.id}`);
    await seen(page.getByRole('heading', { name: '变更历史' }));
    expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0);
    const body = { kind: 'inspection', id: other.id, version: other.version, reason: '试试' };
    expect((await act(page, 'record.withdraw', body)).status()).toBe(403);
  }, 60_000);

  it('the city reads its county and writes nothing there', async () => {
    const { page } = await desk.person({ login: 'city' });
    await page.goto('/record/inspection');
    await seen(page.getByRole('link', { name: /^JC-/ }));
    expect(await page.getByRole('button', { name: '新增检查' }).count()).toBe(0);
    await page.getByRole('link', { name: /^JC-/ }).first().click();
    await seen(page.getByRole('heading', { name: '变更历史' }));
    expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0);
    const row = await firstOf(page, 'inspection');
    const body = { kind: 'inspection', id: row.id, version: row.version, reason: '试试' };
    expect((await act(page, 'record.withdraw', body)).status()).toBe(403);
  }, 60_000);
});

const PAGES = [
  ...['/', '/wall', '/campaign', '/figure', '/report', '/map', '/import'],
  ...['/system/account', '/system/journal', '/system/setting', '/system/password', '/no-such-page'],
];
const ROOMS = new Map(KINDS.map((kind) => [kind.room, kind.name]));

/** The page is there when nothing turns any more. */
async function settled(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await seen(page.locator(':is(h1, h2, h3, .empty)'));
  await gone(page.locator('.ant-spin-spinning, .ant-skeleton'), 15_000);
}

/** What is wrong with the page as it stands: wider than the screen, or holding inputs without a name. */
async function flawsOf(page: Page, path: string): Promise<string[]> {
  const wide = await page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    return scrollWidth > window.innerWidth ? scrollWidth : 0;
  });
  const inputs = await nameless(page);
  return [
    ...(wide ? [`${path} is ${wide} wide`] : []),
    ...inputs.map((input) => `${path} nameless ${input}`),
  ];
}

describe('every page', () => {
  it('fits a telephone, names its inputs and reports no fault', async () => {
    const { page, faults } = await desk.person({ width: 390, height: 844 });
    const flaws: string[] = [];
    for (const path of [...PAGES, ...KINDS.map((kind) => `/record/${kind.name}`)]) {
      await settled(page, path);
      flaws.push(...(await flawsOf(page, path)));
    }
    expect([...flaws, ...faults]).toEqual([]);
  }, 120_000);

  it('fits a desk and speaks English when asked to, data aside', async () => {
    const { page, faults } = await desk.person({ login: 'clerk' });
    await page.goto('/');
    await page.getByRole('button', { name: '账号菜单' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await seen(page.getByRole('link', { name: 'Overview' }));
    const flaws: string[] = [];
    for (const path of [...PAGES, ...[...ROOMS.values()].map((kind) => `/record/${kind}`)]) {
      await settled(page, path);
      flaws.push(...(await flawsOf(page, path)));
      const words = [
        ...(await page.locator('aside.side nav a, nav.tabs a, header.top .search-words').allInnerTexts()),
        ...(await page.locator('main :is(th, label, legend), main .page-head button').allInnerTexts()),
      ];
      for (const word of words) if (/[\u4e00-\u9fff]/.test(word)) flaws.push(`${path} says ${word.trim()}`);
    }
    expect([...flaws, ...faults]).toEqual([]);
  }, 120_000);

  it('names every input of a form of each room', async () => {
    const { page, faults } = await desk.person();
    const flaws: string[] = [];
    for (const kind of new Set([...ROOMS.values(), 'seizure', 'inspection', 'campaign'])) {
      await page.goto(`/record/${kind}?new=1`);
      await seen(page.getByRole('button', { name: '保存', exact: true }));
      flaws.push(...(await flawsOf(page, kind)));
    }
    expect([...flaws, ...faults]).toEqual([]);
  }, 60_000);
});

/** Inputs and buttons that a screen reader could not announce. */
function nameless(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ||
      (element.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join('') ||
      [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join('') ||
      element.getAttribute('title') ||
      element.getAttribute('placeholder') ||
      (element instanceof HTMLButtonElement || element instanceof HTMLAnchorElement
        ? element.textContent || element.querySelector('[aria-label]')?.getAttribute('aria-label')
        : '');
    return [...document.querySelectorAll('input, textarea, select, button, [role="combobox"]')]
      .filter(
        (element) =>
          !element.closest('[aria-hidden="true"]') &&
          element.checkVisibility() &&
          (element as HTMLInputElement).type !== 'file',
      )
      .filter((element) => !nameOf(element)?.trim())
      .map((element) => {
        const box = element.closest('[class*="ant-"], label, div')?.className ?? '';
        return `${element.tagName.toLowerCase()} in ${String(box).slice(0, 60)}`;
      });
  });
}
