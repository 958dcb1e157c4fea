// Does one tip by phone go the whole way: clue, visit, seizure, case, police, judgment, answer and reward?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_COUNTY } from '../../src/server/demo.ts';
import { type Desk, gone, openDesk, seen } from '../support/desk.ts';
import { choose, chooseMany, save, soon, statusOf, takeStep } from '../support/panel.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 120_000);
afterAll(() => desk?.close());

const PORTAL = `/portal/${DEMO_COUNTY}`;
const TOLD = '养殖场后院铁笼里关着十几只画眉，晚上有车来拉';
const CASE_NO = '示野查字〔2099〕8号';

async function tell(page: Page): Promise<string> {
  await page.goto(PORTAL);
  await page.getByRole('radio', { name: '架网、设套、下夹' }).click();
  await page.getByRole('radio', { name: '正在发生' }).click();
  await page.getByLabel('说说经过').fill(TOLD);
  await page.getByLabel('乡镇').selectOption({ index: 1 });
  await page.getByRole('button', { name: '提交举报' }).click();
  await seen(page.getByRole('heading', { name: '已收到您的举报' }), 30_000);
  return (await page.locator('p.digits').innerText()).replace(/\D/g, '');
}

/** What the informant reads by receipt. */
async function read(page: Page, receipt: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${PORTAL}#check=${receipt}`);
  await seen(page.getByText('架网、设套、下夹'), 30_000);
}

/** The clerk makes the tip a clue and hands it to the station. */
async function triage(page: Page): Promise<string> {
  await page.goto('/tip');
  await page.getByRole('link', { name: TOLD }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await seen(page.getByText('已转为线索', { exact: false }).first());
  await page.getByRole('link', { name: /^XS-/ }).first().click();
  await takeStep(page, '分办', async (form) => {
    await choose(form, '承办单位', '示范县森林派出所');
    await choose(form, '承办人', '王警官');
  });
  await soon(() => statusOf(page)).toBe('已分办');
  return new URL(page.url()).pathname;
}

/** The officer accepts, visits because of the clue, and finds it true. */
async function visit(page: Page, clue: string): Promise<void> {
  await page.goto(clue);
  await takeStep(page, '签收');
  await page.goto('/record/inspection?new=1');
  const form = page.getByRole('dialog', { name: '新增检查' });
  await choose(form, '场所', '养殖');
  await choose(form, '检查单位', '示范县森林派出所');
  await choose(form, '结果', '立案查处');
  await save(form);
  await page.goto(clue);
  await takeStep(page, '关联记录', async (link) => {
    await choose(link, '先后关系', '线索引出');
    await choose(link, '检查', '养殖');
  });
  await takeStep(page, '登记核查', async (check) => {
    await choose(check, '核查结论', '属实');
    await check.getByLabel('核查内容').fill('后院查获活体画眉十二只，场主不能提供来源证明');
  });
  await soon(() => statusOf(page)).toBe('待认定');
}

/** What was seized becomes a case, from its own page. */
async function seizeAndFile(page: Page): Promise<string> {
  await page.goto('/record/seizure?new=1');
  const seizure = page.getByRole('dialog', { name: '新增收缴物品' });
  await choose(seizure, '形态', '死体');
  await choose(seizure, '物种', '画眉');
  await seizure.getByLabel('数量').fill('12');
  await choose(seizure, '单位', '只');
  await choose(seizure, '收缴单位', '示范县自然资源局');
  await save(seizure);
  await page
    .getByRole('row', { name: /画眉.*12/ })
    .first()
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('button', { name: '据此立案' }).click();
  const filing = page.getByRole('dialog', { name: '据此立案' });
  await filing.getByLabel('案号').fill(CASE_NO);
  await filing.getByLabel('案件名称').fill('某养殖场收购画眉案');
  await choose(filing, '案件类别', '行政');
  await choose(filing, '来源线索', '养殖场后院');
  await save(filing);
  // The case is where the work goes on.
  await soon(() => statusOf(page)).toBe('调查取证');
  await page.getByRole('tab', { name: '涉案物品' }).click();
  await seen(page.getByText('画眉 · 死体 12只'));
  return new URL(page.url()).pathname;
}

async function toThePolice(officer: Page, leader: Page, address: string): Promise<void> {
  const handle = async (page: Page) => {
    await page.goto(address);
    await seen(page.getByRole('tab', { name: '办理', selected: true }));
  };
  await handle(officer);
  await takeStep(officer, '专案组移送报告', async (form) => {
    await chooseMany(form, '专案组人员', ['陈芳辉', '杨亮桂']);
    await form.getByLabel('涉嫌罪名').fill('危害珍贵、濒危野生动物罪');
    await form.getByLabel('涉嫌罪名').press('Enter');
    await form.getByLabel('核实情况与移送意见').fill('达到追诉标准，建议移送');
  });
  await handle(leader);
  await takeStep(leader, '批准移送');
  await handle(officer);
  await takeStep(officer, '移送公安机关', async (form) => {
    await choose(form, '公安机关', '示范县森林派出所');
    await form.getByLabel('移送书文号').fill('示野移字〔2099〕3号');
    await chooseMany(form, '移送材料', ['移送书', '调查报告', '清单', '检验报告', '其他']);
  });
  await soon(() => statusOf(officer)).toBe('已移送待回执');
  await takeStep(officer, '公安回执签收', async (form) => {
    await form.getByLabel('回执文号').fill('示公受字〔2099〕3号');
    await form.getByLabel('签收人').fill('值班民警');
  });
  await takeStep(officer, '公安决定立案', (form) =>
    form.getByLabel('立案通知书文号').fill('示公立字〔2099〕3号'),
  );
  await takeStep(officer, '移送审查起诉');
  await takeStep(officer, '提起公诉', (form) => form.getByLabel('起诉书文号').fill('示检刑诉〔2099〕3号'));
  await takeStep(officer, '法院判决', async (form) => {
    await choose(form, '判决', '判处刑罚');
    await form.getByLabel('判决书文号').fill('（2099）示刑初3号');
    await form.getByLabel('判决内容').fill('判处有期徒刑一年，缓刑一年六个月');
    await form.getByLabel('被判刑人').fill('吕某');
    await form.getByLabel('被判刑人').press('Enter');
    await form.getByLabel('罚金（元）').fill('5000');
    await choose(form, '移送行政机关处理', '否');
  });
  await soon(() => statusOf(officer)).toBe('待结案');
  await officer.getByRole('tab', { name: '处罚' }).click();
  const penalties = officer.getByRole('tabpanel', { name: '处罚' });
  await seen(penalties.getByText('吕某'));
  await seen(penalties.getByText('（2099）示刑初3号'));
  await handle(leader);
  await takeStep(leader, '结案', (form) => form.getByLabel('结案报告').fill('判决生效，涉案物品已处置'));
  await soon(() => statusOf(leader)).toBe('已结案');
}

async function answer(page: Page, clue: string): Promise<void> {
  await page.goto(clue);
  await takeStep(page, '认定结果', async (form) => {
    await choose(form, '办理结果', '立案');
    await choose(form, '所立案件', '某养殖场');
  });
  await soon(() => statusOf(page)).toBe('待反馈');
  await takeStep(page, '反馈结果', (form) =>
    form.getByLabel('告知内容').fill('案件已由法院判决，感谢您的举报'),
  );
  await soon(() => statusOf(page)).toBe('已办结');
}

async function approve(page: Page, step: string): Promise<void> {
  await page.goto('/reward?tab=approval');
  await page.getByRole('row').filter({ hasText: 'JB-' }).first().click();
  await page.getByRole('button', { name: step }).click();
  const form = page.getByRole('dialog', { name: step });
  await form.getByRole('button', { name: '确认办理' }).click();
  await gone(form);
}

async function pay(page: Page, code: string): Promise<void> {
  await page.goto('/reward/counter');
  await seen(page.locator('input:focus'));
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await seen(page.locator('.counter-amount'));
  await page.keyboard.type('PZ-2099-3');
  await page.keyboard.press('Enter');
  await seen(page.locator('.counter-found.done'));
}

describe('a tip', () => {
  it('ends in a judgment its informant reads of, and in the reward paid over the counter', async () => {
    const informant = await desk.person({ login: null, width: 390, height: 844 });
    const receipt = await tell(informant.page);
    const clerk = await desk.person();
    const clue = await triage(clerk.page);
    const officer = await desk.person({ login: 'officer' });
    await visit(officer.page, clue);
    const address = await seizeAndFile(officer.page);
    const leader = await desk.person({ login: 'leader' });
    await toThePolice(officer.page, leader.page, address);
    await answer(clerk.page, clue);
    await read(informant.page, receipt);
    await seen(informant.page.getByText('案件已由法院判决，感谢您的举报'));

    await officer.page.goto('/reward');
    const no = await desk.app.db
      .selectFrom('clue')
      .select('no')
      .where('id', '=', clue.split('/').at(-1) as string)
      .executeTakeFirstOrThrow();
    const line = officer.page.getByRole('listitem').filter({ hasText: String(no['no']) });
    await line.getByRole('button', { name: '提出奖励' }).click();
    const drawer = officer.page.getByRole('dialog');
    await seen(drawer.getByText('计算过程'));
    await drawer.getByRole('button', { name: '提出奖励' }).click();
    await gone(drawer);
    const reviewer = await desk.person({ login: 'reviewer' });
    await approve(reviewer.page, '初审同意');
    await approve(leader.page, '复审同意');
    await read(informant.page, receipt);
    await seen(informant.page.getByText('可以领取'));
    await pay(clerk.page, await informant.page.locator('.reward strong').innerText());
    await read(informant.page, receipt);
    await seen(informant.page.getByText('已发放'));

    // The desk shows it among what has ended, with its result.
    await clerk.page.goto('/case?tab=ended&mine=0');
    await clerk.page.getByLabel('在本表中搜索').fill('某养殖场');
    await seen(clerk.page.getByRole('row', { name: new RegExp(`${CASE_NO}.*已判决`) }));
    for (const person of [informant, clerk, officer, leader, reviewer]) expect(person.faults).toEqual([]);
  }, 240_000);
});
