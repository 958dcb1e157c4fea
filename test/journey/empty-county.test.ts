// How does a county begin? First steps, and a first record made without touching the mouse.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFirstAccount } from '../../src/server/first-account.ts';
import { type Desk, openDesk, seen } from '../support/desk.ts';
import { must } from '../support/office.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ bare: true });
  const first = { county: '990201', login: 'first', name: '张科员', password: 'first-password' };
  must(await createFirstAccount(desk.app, first));
});
afterAll(() => desk.close());

it('shows the first steps and takes the first record from the keyboard alone', async () => {
  const { page, faults } = await desk.person({ login: 'first', password: 'first-password' });
  await page.goto('/');
  await seen(page.getByText('从这里开始'));
  for (const step of ['下载模板 .xlsx', '导入台账', '新增专项行动'])
    await seen(page.getByText(step, { exact: true }));

  await page.goto('/record/agency');
  await seen(page.getByText('还没有单位记录'));
  await page.getByRole('button', { name: '新增单位' }).first().focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: '新增单位' });
  await seen(form.getByLabel('单位名称'));

  // Saving too early says what is missing beside the field and puts the cursor there.
  await page.keyboard.press('Control+Enter');
  await seen(form.getByRole('alert'));
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-agency-name');
  await page.keyboard.type('示范二县林业局');
  for (let at = ''; at !== 'field-agency-agencyType'; ) {
    await page.keyboard.press('Tab');
    at = (await page.evaluate(() => document.activeElement?.id)) ?? '';
    expect(at, 'Tab stays in the form').not.toBe('');
  }
  await page.keyboard.type('林业');
  await seen(page.locator('.ant-select-item-option'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText(/已保存 /));
  await seen(page.getByRole('row', { name: /示范二县林业局/ }));
  expect(faults).toEqual([]);
}, 60_000);
