// Does the legal assessment say what the records say, follow the facts, and let no case down without a reason and an alarm?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/kernel/day.ts';
import { DEMO_COUNTY } from '../../src/server/demo.ts';
import { type Desk, gone, openDesk, seen } from '../support/desk.ts';
import { anId } from '../support/office.ts';
import { soon, statusOf } from '../support/panel.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 120_000);
afterAll(() => desk?.close());

const CASE_NO = '示野查字〔2099〕61号';
const DAY = addDays(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), -3);

async function act(page: Page, kind: string, body: object): Promise<void> {
  const data = { id: anId(), kind, at: new Date().toISOString(), body };
  const answer = await page.request.post(`/api/${DEMO_COUNTY}/action`, { data });
  expect(answer.status(), `${kind}: ${await answer.text()}`).toBe(200);
}

/** A restaurant's forty doves, priced by the county's price office: what for is all that is not known. */
async function begin(page: Page): Promise<string> {
  const asked = await page.request.get(`/api/${DEMO_COUNTY}/record/agency?limit=50`);
  const { rows } = (await asked.json()) as { rows: { id: string; values: { name: string } }[] };
  const agency = rows.find(({ values }) => values.name.endsWith('自然资源局'))?.id;
  const [file, seizure] = [anId(), anId()];
  const about = { caseNo: CASE_NO, name: '饭馆收购斑鸠案', track: 'administrative', violations: ['T4'] };
  await act(page, 'record.create', {
    ...{ kind: 'case', id: file },
    values: { ...about, agency, discoveredOn: DAY, filedOn: DAY },
  });
  const doves = { species: { id: null, name: '珠颈斑鸠' }, quantity: { value: 40, bound: 'exact' } };
  await act(page, 'record.create', {
    ...{ kind: 'seizure', id: seizure },
    values: { ...doves, case: file, day: DAY, form: 'carcass', unit: 'head', agency },
  });
  await act(page, 'step.take', {
    ...{ kind: 'seizure', id: seizure, seq: 0, step: 'value' },
    values: { way: 'appraised', value: 1_200_000, document: '示价认〔2099〕5号' },
  });
  return `/record/case/${file}`;
}

const verdict = (page: Page) => page.locator('.law-verdict').innerText();

/** One touch says yes; the answer is that of the facts as they now stand. */
async function addCircumstance(page: Page, group: string, chip: string): Promise<void> {
  await page.locator('summary', { hasText: group }).click();
  await page.getByRole('button', { name: chip, exact: true }).click();
  await seen(page.getByRole('button', { name: `✓ 是 ${chip}` }));
  await seen(page.getByText('已改动，尚未确认'));
}

describe('the legal assessment of a case', () => {
  it('is filled from the records, changes with a circumstance, and is departed from only with a reason', async () => {
    const { page, faults } = await desk.person({ login: 'officer' });
    const address = await begin(page);
    await page.goto(address);
    await page.getByRole('tab', { name: '法律评估' }).click();
    const law = page.locator('section.law');
    await seen(law.getByText('来源：案件的违法类型'));
    await seen(law.getByText('在交易市场、花鸟宠物市场', { exact: false }));
    await seen(law.getByText(/珠颈斑鸠 40 死体/));
    await seen(law.getByRole('link', { name: '收缴记录' }));
    await soon(() => verdict(page)).toBe('是否移送，取决于尚未查明的事实');
    await seen(law.getByText('是否以食用为目的', { exact: false }));

    // Where they came from is asked beside the animal itself; it alone settles nothing.
    await law.locator('label', { hasText: /^来源/ }).first().getByRole('combobox').click();
    await page.locator('.ant-select-item-option:visible', { hasText: '野外' }).first().click();
    await gone(law.getByText('来源（野外或者人工繁育）', { exact: false }));
    expect(await verdict(page)).toBe('是否移送，取决于尚未查明的事实');
    await addCircumstance(page, '目的与用途', '以食用为目的');
    await soon(() => verdict(page)).toBe('应当移送公安机关');
    await page.getByRole('button', { name: '确认评估' }).click();
    await page.getByRole('button', { name: '去办理' }).click();
    const panel = page.getByRole('region', { name: '办理' });
    await seen(panel.getByText('法律评估', { exact: true }));
    await soon(() => statusOf(page)).toBe('调查取证');

    // What was confirmed is what the next assessment begins with; and the address of the tab leads to it.
    await page.goto(`${address}?part=law`);
    await soon(() => verdict(page)).toBe('应当移送公安机关');
    await seen(page.getByRole('button', { name: '✓ 是 以食用为目的' }));
    expect(await page.getByText('已改动，尚未确认').count()).toBe(0);

    await page.getByRole('button', { name: '不采纳' }).click();
    const departure = page.getByRole('dialog', { name: '不采纳系统提示' });
    await seen(departure.getByRole('alert'));
    const depart = departure.getByRole('button', { name: '不采纳', exact: true });
    const reason = departure.getByRole('textbox', { name: '理由（不少于10个字）' });
    expect(await depart.isDisabled()).toBe(true);
    await reason.fill('理由太短');
    expect(await depart.isDisabled()).toBe(true);
    await reason.fill('价格认定正在复核，复核结论预计不足一万元');
    await depart.click();
    await gone(departure);
    await page.goto(address);
    await seen(panel.locator('.guard').getByText('不采纳应当移送的提示'));
    expect(faults).toEqual([]);
    await answerAlarm();
  }, 120_000);
});

/** It rings until a reviewer who has not handled the case answers. */
async function answerAlarm(): Promise<void> {
  const { page, faults } = await desk.person({ login: 'reviewer' });
  await page.goto('/alarm');
  const row = page.getByRole('row', { name: new RegExp(CASE_NO) });
  await seen(row.getByText('不采纳应当移送的提示'));
  await row.getByRole('button', { name: '答复' }).click();
  const form = page.getByRole('dialog', { name: '答复警示 · 不采纳应当移送的提示' });
  await form.getByRole('button', { name: '确认办理' }).click();
  await seen(form.getByText('答复理由：必填'));
  await form.getByLabel('答复理由').fill('已调阅价格认定复核申请，复核期间先按行政案件保全证据');
  await form.getByRole('button', { name: '确认办理' }).click();
  await gone(form);
  await gone(row);
  await page
    .getByText(/^已答复/)
    .first()
    .click();
  await seen(
    page.getByRole('row', { name: new RegExp(CASE_NO) }).getByText('张法制 已答复', { exact: false }),
  );
  expect(faults).toEqual([]);
}
