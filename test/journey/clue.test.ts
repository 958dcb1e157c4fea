// Does a clue find its way from the clerk's inbox over the officer's check to a result, and back when a reviewer asks?
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, gone, openDesk, seen } from '../support/desk.ts';
import { choose, soon, statusOf } from '../support/panel.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 120_000);
afterAll(() => desk?.close());

const CONTENT = '沙河大桥下有人电鱼时捞起野鸭';

const panel = (page: Page) => page.getByRole('region', { name: '办理' });
const form = (page: Page, name: string) => page.getByRole('dialog', { name });

/** Opens a step's form from the panel, from the menu when it is not a button. */
async function open(page: Page, step: string): Promise<Locator> {
  const button = panel(page).getByRole('button', { name: step, exact: true });
  await seen(panel(page).getByRole('button').first());
  if ((await button.count()) > 0) await button.click();
  else {
    await panel(page).getByRole('button', { name: '其他步骤' }).click();
    await page.getByRole('menuitem', { name: step }).click();
  }
  const dialog = form(page, step);
  await seen(dialog);
  return dialog;
}

/** Pressed again while it stands there, as a person would: what is filled in by itself may come a moment late. */
async function confirm(dialog: Locator): Promise<void> {
  for (let press = 1; press < 4; press++) {
    await dialog.getByRole('button', { name: '确认办理' }).click();
    const closed = await gone(dialog, 8_000).then(
      () => true,
      () => false,
    );
    if (closed) return;
  }
  await gone(dialog);
}

describe('a clue', () => {
  let address = '';

  it('is registered, looked at and assigned by the clerk', async () => {
    const { page, faults } = await desk.person();
    await page.goto('/clue?new=1');
    const entry = form(page, '新增线索');
    await choose(entry, '来源', '群众举报');
    await entry.getByLabel('线索内容').fill(CONTENT);
    await entry.getByRole('button', { name: '保存', exact: true }).click();
    await gone(entry);
    await page.getByLabel('在本表中搜索').fill('沙河大桥');
    await soon(() => page.getByRole('row').count()).toBe(2);
    await page
      .getByRole('row', { name: new RegExp(CONTENT) })
      .getByRole('link')
      .click();
    await seen(page.getByText('尚未落实承办单位'));
    address = page.url();

    const triage = await open(page, '研判');
    await choose(triage, '违法类型', '禁猎工具');
    await choose(triage, '缓急', '紧急');
    await triage.getByLabel('初步判断').fill('照片清楚');
    // What was typed is there again after the form was closed.
    await triage.getByRole('button', { name: '取消' }).click();
    const again = await open(page, '研判');
    expect(await again.getByLabel('初步判断').inputValue()).toBe('照片清楚');
    await confirm(again);

    const assign = await open(page, '分办');
    await assign.getByRole('button', { name: '确认办理' }).click();
    await seen(assign.getByText('承办单位：必填'));
    await choose(assign, '承办单位', '示范县森林派出所');
    await choose(assign, '承办人', '王警官');
    await assign.getByLabel('办理期限').fill('2099-01-01');
    await assign.getByLabel('办理期限').press('Enter');
    await confirm(assign);
    await soon(() => statusOf(page)).toBe('已分办');
    await seen(panel(page).getByText('由 森林派出所 王警官 负责'));
    expect(faults).toEqual([]);
  }, 60_000);

  it('is checked by the officer, whose work stands first, on a phone', async () => {
    const { page, faults } = await desk.person({ login: 'officer', width: 390, height: 844 });
    await page.goto('/clue');
    expect(await page.getByRole('checkbox', { name: '只看我的' }).isChecked()).toBe(true);
    expect(await page.getByRole('tab', { selected: true }).innerText()).toContain('在办');
    await page.goto(address);
    await confirm(await open(page, '签收'));
    const check = await open(page, '登记核查');
    await choose(check, '核查结论', '未能核查');
    await check.getByLabel('核查内容').fill('水位上涨，车辆到不了桥下');
    await check.getByRole('button', { name: '确认办理' }).click();
    await seen(check.getByText('未能核查的原因：必填'));
    await choose(check, '未能核查的原因', '天气、水情');
    await confirm(check);
    await soon(() => statusOf(page)).toBe('核查中');
    const second = await open(page, '登记核查');
    await choose(second, '核查结论', '属实');
    await second.getByLabel('核查内容').fill('桥下查获电捕工具一套，放飞野鸭一只');
    await confirm(second);
    await soon(() => statusOf(page)).toBe('待认定');
    await seen(page.getByText('天气、水情'));
    expect(faults).toEqual([]);
  }, 60_000);

  it('ends only as its check allows; a colleague in between costs no word', async () => {
    const { page, faults } = await desk.person();
    await page.goto(address);
    const end = await open(page, '认定结果');
    await choose(end, '办理结果', '不属实');
    await end.getByLabel('不属实的依据').fill('没有看到');
    await end.getByRole('button', { name: '确认办理' }).click();
    await seen(end.getByText('最近一次核查属实'));
    await choose(end, '办理结果', '行政处理');
    await choose(end, '行政处理', '批评教育');
    await end.getByLabel('处理情况').fill('没收电捕工具，批评教育');

    const other = await desk.person({ login: 'officer' });
    await other.page.goto(address);
    const told = await open(other.page, '告知进展');
    await told.getByLabel('告知内容').fill('已到场查处');
    await confirm(told);

    await seen(end.getByText('别人刚刚办理了一步'));
    expect(await end.getByLabel('处理情况').inputValue()).toBe('没收电捕工具，批评教育');
    await confirm(end);
    await soon(() => statusOf(page)).toBe('待反馈');
    const feedback = await open(page, '反馈结果');
    await feedback.getByLabel('告知内容').fill('已查处，感谢举报');
    await confirm(feedback);
    await soon(() => statusOf(page)).toBe('已办结');
    // The browser reports the refusal that was meant.
    expect(faults.filter((fault) => !/status of (422|409)/.test(fault))).toEqual([]);
  }, 60_000);

  it('is put right with both values, and opened again by a reviewer who had no hand in it', async () => {
    const clerk = await desk.person();
    await clerk.page.goto(address);
    const entry = clerk.page.locator('.step-timeline .entry', { hasText: '认定结果' });
    await entry.getByRole('button', { name: '更正' }).click();
    const amend = clerk.page.getByRole('dialog', { name: /^更正第/ });
    await amend.getByLabel('处理情况').fill('没收电捕工具一套，批评教育');
    await amend.getByLabel('理由', { exact: false }).last().fill('补上数量');
    await amend.getByRole('button', { name: '保存更正' }).click();
    await gone(amend);
    await seen(entry.getByText('已更正'));
    expect(await entry.locator('del').innerText()).toBe('没收电捕工具，批评教育');

    const { page } = await desk.person({ login: 'reviewer' });
    await page.goto(address);
    const reopen = await open(page, '重新办理');
    await reopen.getByLabel('重新办理期限').fill('2099-02-01');
    await reopen.getByLabel('重新办理期限').press('Enter');
    await reopen.getByLabel('理由').fill('电捕工具来源未查清');
    await confirm(reopen);
    await soon(() => statusOf(page)).toBe('待分办');
    await seen(page.locator('.values').getByText('—').first());
    await page.getByRole('button', { name: '展开全部 10 步' }).click();
    await seen(page.locator('.step-timeline .entry', { hasText: '研判' }));
  }, 60_000);
});

describe('the inbox', () => {
  it('is walked with the keys, many assigned at once, twins merged side by side', async () => {
    const { page } = await desk.person();
    await page.goto('/clue');
    await seen(page.getByRole('row').nth(1));
    const count = async () =>
      Number(/\d+/.exec(await page.getByRole('tab', { name: /待分办/ }).innerText())?.[0]);
    const before = await count();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await seen(page.getByText('已选 2 条'));
    await page.keyboard.press('a');
    const many = page.getByRole('dialog', { name: /批量分办/ });
    await choose(many, '承办单位', '示范县市场监督管理局');
    await many.getByLabel('办理期限').fill('2099-01-01');
    await many.getByLabel('办理期限').press('Enter');
    await many.getByRole('button', { name: '确认办理' }).click();
    await gone(many);
    await soon(count).toBe(before - 2);

    await page.getByLabel('在本表中搜索').fill('北门卖画眉');
    // The heading and the one row that is left.
    await soon(() => page.getByRole('row').count()).toBe(2);
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: '线索' });
    await drawer.getByRole('button', { name: '并入这条' }).first().click();
    const merge = page.getByRole('dialog', { name: '合并重复线索' });
    await seen(merge.getByRole('row', { name: /线索内容/ }));
    await merge.getByRole('button', { name: '并入这条' }).click();
    await gone(merge);
    await seen(drawer.getByText('已办结', { exact: true }));
    await seen(drawer.getByText(/已并入/));
  }, 60_000);
});

describe('a clue found true', () => {
  it('becomes a case from its own page, is tied to it and ends as one', async () => {
    const { page, faults } = await desk.person();
    await page.goto('/clue?tab=doing&mine=0');
    await page
      .getByRole('row', { name: /待认定/ })
      .first()
      .getByRole('link')
      .click();
    await panel(page).getByRole('button', { name: '据此立案' }).click();
    const entry = page.getByRole('dialog', { name: '据此立案' });
    await seen(entry.getByText(/^XS-/));
    await entry.getByLabel('案号').fill('示野罚字〔2099〕1号');
    await entry.getByLabel('案件名称').fill('夜间打兔案');
    await choose(entry, '案件类别', '行政');
    await entry.getByRole('button', { name: '保存', exact: true }).click();
    await gone(entry);
    await seen(panel(page).getByText('线索引出', { exact: true }));
    const end = await open(page, '认定结果');
    await choose(end, '办理结果', '立案');
    await seen(end.getByText(/示野罚字〔2099〕1号/));
    await confirm(end);
    await soon(() => statusOf(page)).toMatch(/待反馈|已办结/);
    await seen(page.locator('.values').getByRole('link', { name: /示野罚字〔2099〕1号/ }));
    expect(faults).toEqual([]);
  }, 60_000);
});
