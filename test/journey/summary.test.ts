// Is a summary written, edited, kept through a cut line, handed out, signed, and true to what was signed?
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, gone, openDesk, seen } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const WORDS = '经县委、县政府同意，';
const OFFLINE_WORDS = '断网时补写的一句，';

const paper = (page: Page) => page.getByRole('article');
const saved = (page: Page) => seen(page.getByText(/^草稿 · \d\d:\d\d 已保存/));
const titles = (page: Page) =>
  page.getByRole('navigation', { name: '提纲' }).getByRole('listitem').getByRole('link').allInnerTexts();

/** The tools of a section appear when the mouse or the keyboard is on it. */
async function outline(page: Page, title: string, tool: '下移' | '隐去'): Promise<void> {
  const item = page
    .getByRole('navigation', { name: '提纲' })
    .getByRole('listitem')
    .filter({ hasText: title });
  await item.first().hover();
  await item.getByRole('button', { name: `${tool} ${title}` }).click();
}

async function begin(page: Page): Promise<void> {
  await page.goto('/report');
  await page.getByRole('button', { name: '新建总结' }).first().click();
  const dialog = page.getByRole('dialog', { name: '新建总结' });
  await dialog.getByRole('radio', { name: /^联合专项行动总结/ }).check();
  await dialog.getByRole('combobox', { name: '专项行动' }).click();
  await page.locator('.ant-select-item-option').first().click();
  await expect.poll(() => dialog.getByLabel('标题').inputValue()).toContain('专项整治行动工作总结');
  await dialog.getByRole('button', { name: '生成初稿' }).click();
  await seen(paper(page).getByRole('heading', { level: 1 }));
}

/** Types at the start of the first sentence of a section. */
async function write(page: Page, heading: string, words: string): Promise<void> {
  const section = paper(page).locator('section', { hasText: heading });
  const sentence = section.getByRole('textbox', { name: '句子' }).first();
  await sentence.focus();
  await sentence.press('Home');
  await page.keyboard.type(words);
}

async function wordsOf(page: Page, name: string, file: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).first().click();
  const target = join(desk.folder, file);
  await (await waiting).saveAs(target);
  const parts = unzipSync(readFileSync(target));
  const part = parts['word/document.xml'];
  if (!part) throw new Error('no word/document.xml');
  return strFromU8(part).replace(/<[^>]+>/g, '');
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送审签发' }).click();
  const dialog = page.getByRole('dialog', { name: '送审签发' });
  const explain = dialog.getByRole('textbox');
  if (await dialog.getByText('请说明后再签发').count())
    expect(await dialog.getByRole('button', { name: '签发', exact: true }).isDisabled()).toBe(true);
  await explain.fill('个别线索正在侦办，结果于下月补报');
  await dialog.getByRole('button', { name: '签发', exact: true }).click();
  await seen(page.getByText(/陈副局长 于 .* 签发/), 20_000);
}

/** Corrects a seizure that the summary counts. */
async function correctOne(page: Page, href: string): Promise<void> {
  await page.goto(href);
  await page.getByRole('button', { name: '更正' }).click();
  const form = page.getByRole('dialog', { name: /^更正/ });
  await form.getByLabel('数量').fill('99');
  await form.getByLabel('理由').fill('清点有误');
  await form.getByRole('button', { name: '保存更正' }).click();
  await gone(form);
}

describe('a summary', () => {
  it('is drafted, edited, kept, handed out and signed', async () => {
    const { page, context, faults } = await desk.person();
    await begin(page);
    const address = page.url();

    // Any number opens its records, and counting another way agrees.
    const chip = paper(page)
      .getByRole('button', { name: /^\d+只$/ })
      .first();
    const live = await chip.innerText();
    await chip.click();
    const side = page.getByRole('complementary', { name: '来源与提醒' });
    await seen(side.getByText(`${live} 是怎么来的`));
    await seen(side.getByText('另一算法复核一致 ✓'));
    const href = await side.getByRole('listitem').getByRole('link').first().getAttribute('href');

    await write(page, '成立工作专班', WORDS);
    await saved(page);
    const before = await titles(page);
    await outline(page, '制定政策措施，强化依法办案', '下移');
    await outline(page, '明确打击重点，落实工作职责', '隐去');
    const proposal = side.locator('.proposal').first();
    const adopted = (await proposal.innerText()).split('\n')[0]?.replace(/^(存在问题|下一步)\s*/, '') ?? '';
    await proposal.getByRole('button', { name: '采用' }).click();
    await seen(side.getByText('已采用：'));
    await saved(page);

    // The line is cut while someone types: they are told, and nothing is lost.
    await context.setOffline(true);
    await write(page, '开展联合执法', OFFLINE_WORDS);
    await seen(page.getByText('没有保存成功，内容还在'), 20_000);
    await context.setOffline(false);
    // An attempt under way may get through first and take the button away.
    await page
      .getByRole('button', { name: '重试' })
      .click({ timeout: 3_000 })
      .catch(() => undefined);
    await saved(page);

    await page.goto('/');
    await page.goto(address);
    await seen(paper(page).getByText(WORDS));
    await seen(paper(page).getByText(OFFLINE_WORDS));
    const after = await titles(page);
    expect(after).not.toEqual(before);
    expect(after.findIndex((t) => t.includes('制定政策措施'))).toBe(
      before.findIndex((t) => t.includes('制定政策措施')) + 1,
    );
    expect(
      await paper(page)
        .getByRole('heading', { name: /明确打击重点/ })
        .count(),
    ).toBe(0);
    await seen(side.getByText('已采用：'));
    expect(adopted.length).toBeGreaterThan(5);
    await seen(paper(page).getByText(adopted));

    const words = await wordsOf(page, '下载 .docx', 'full.docx');
    expect(words).toContain(WORDS);
    expect(words).toContain(OFFLINE_WORDS);
    expect(words).toContain(adopted);
    expect(words).toContain(live);

    await page.getByRole('button', { name: '隐去数字版' }).click();
    await seen(page.frameLocator('iframe').getByText(WORDS));
    const redacted = await wordsOf(page, '下载隐去版 .docx', 'redacted.docx');
    expect(redacted).toContain(WORDS);
    expect(redacted).toMatch(/\*\*只|xx只|××只/);
    expect(redacted).not.toContain(live);

    const leader = await desk.person({ login: 'leader' });
    await leader.page.goto(address);
    await seen(paper(leader.page).getByText(WORDS));
    await sign(leader.page);
    expect(await leader.page.getByRole('button', { name: '送审签发' }).count()).toBe(0);

    await correctOne(page, href ?? '');
    await leader.page.goto(address);
    await seen(leader.page.getByText(/签发后有 \d+ 个数字背后的记录变了/));
    await seen(paper(leader.page).getByRole('button', { name: live, exact: true }));
    await seen(leader.page.getByRole('heading', { name: /^签发后的变化 \d+ 处/ }));
    expect(await wordsOf(leader.page, '下载 .docx', 'signed.docx')).toContain(live);
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  }, 120_000);
});
