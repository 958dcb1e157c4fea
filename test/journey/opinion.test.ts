// Does a clerk get from what was seen online to a clue, and from there back to the proof?
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, seen } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const PASTED = [
  '测试县城出画*眉三只，公母都有，私聊 https://v.douyin.com/journey1/ 复制此链接，打开抖音',
  '测试周末去公园看天鹅，门票十元',
  '测试长期收野鸡野兔，价格好说',
].join('\n');

describe('online opinion', () => {
  it('three posts pasted, screened, one made a clue, its original verified, and taken back', async () => {
    const { page, faults } = await desk.person();
    await page.goto('/opinion');
    await page.getByRole('button', { name: '录入' }).click();
    await page.getByLabel('粘贴链接或原文').fill(PASTED);
    await seen(page.getByText('读作 3 条'));
    await seen(page.locator('.opinion-preview mark', { hasText: '画*眉' }));
    await page.getByRole('button', { name: '筛查并收录 3 条' }).click();
    await seen(page.getByText(/收录 3 条，其中 2 条达到阈值；0 条以前收录过/));

    await page.goto(`/opinion?q=${encodeURIComponent('测试')}`);
    const groups = page.locator('.opinion-group');
    await seen(groups);
    expect(await groups.count()).toBe(3);
    const scores = (await page.locator('.opinion-score').allInnerTexts()).map(Number);
    expect(scores).toEqual([...scores].sort((x, y) => y - x));
    expect(scores.at(-1)).toBeLessThan(35);

    await page.locator('.opinion-text', { hasText: '画*眉' }).click();
    const panel = page.locator('.opinion-panel');
    await seen(panel.getByText('抖音', { exact: true }));
    await seen(panel.getByText(/躲避写法/));
    await panel.getByRole('button', { name: '核验' }).click();
    await seen(panel.getByText('与存下时一致'));
    await panel.getByRole('button', { name: '转为线索' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '转为线索' }).last().click();
    const link = panel.getByRole('link', { name: /打开线索 XS-/ });
    await seen(link);
    await seen(panel.getByText('已转线索'));
    await link.click();
    await seen(page.getByText('网络舆情', { exact: true }));
    await seen(page.getByText(/v\.douyin\.com\/journey1/));

    await page.goto(`/opinion?q=${encodeURIComponent('测试')}&state=`);
    await page.locator('.opinion-text', { hasText: '画*眉' }).click();
    await panel.getByRole('button', { name: '撤销研判' }).click();
    await page.locator('#opinion-reason').fill('另案处理');
    await page.getByRole('dialog').getByRole('button', { name: '撤销研判' }).last().click();
    await seen(panel.getByRole('button', { name: '转为线索' }));
    expect(faults).toEqual([]);
  }, 90_000);

  it('a file comes in with what is wrong said by its place, and the same again adds nothing', async () => {
    const { page, faults } = await desk.person({ width: 390, height: 844 });
    const file = join(desk.folder, '监测.csv');
    writeFileSync(
      file,
      '\uFEFF平台,正文,链接\n抖音,旅程出蜡嘴雀笼鸟批发,https://v.douyin.com/f1\n抖音,,\n快手,旅程收斑鸠 长期收,https://www.kuaishou.com/f2\n',
    );
    await page.goto('/opinion?add=1');
    await page.getByRole('tab', { name: '导入文件' }).click();
    await page.locator('input[type=file]').setInputFiles(file);
    await seen(page.getByText(/读完：收录 2 条，0 条以前收录过/), 20_000);
    await seen(page.getByText('没有内容，也没有链接'));
    await page.locator('input[type=file]').setInputFiles(file);
    await seen(page.getByText(/读完：收录 0 条，2 条以前收录过/), 20_000);
    expect(faults).toEqual([]);
  }, 60_000);

  it('whoever may not work on it reads it without authors', async () => {
    const { page, faults } = await desk.person({ login: 'leader' });
    await page.goto('/opinion');
    await page.locator('.opinion-text').first().click();
    await seen(page.locator('.opinion-panel').getByText('无权查看'));
    expect(await page.getByRole('button', { name: /转为线索|录入/ }).count()).toBe(0);
    expect(faults).toEqual([]);
  }, 60_000);

  it('an empty county is taught what belongs here', async () => {
    const { page } = await desk.person({ login: 'clerk-a' });
    await page.goto('/opinion');
    await seen(page.getByText('还没有舆情信息'));
    await seen(page.getByText(/本机不上网/));
  });
});
