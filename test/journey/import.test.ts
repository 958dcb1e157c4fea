// Does a clerk's own typing come in through the template: checked, marked, saved once and counted exactly?
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, seen } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Rows as people type them, by the template's headings; the last but one holds a day that does not exist. */
const ROWS: readonly Readonly<Record<string, string | number>>[] = [
  { 救护日期: '2025.7.5', 物种: '川山甲', '数量（只）': '12只', 原因: '受伤' },
  { 救护日期: '2025年7月6日', 物种: '猕猴  ', '数量（只）': '三十余', 原因: '病弱 ' },
  { 救护日期: '2025/7/7', 物种: '夜鹭', '数量（只）': '２', 原因: '迷途' },
  { 救护日期: '2025.13.45', 物种: '雕鸮', '数量（只）': 1, 原因: '受伤' },
  { 救护日期: '20250709', 物种: '红隼', '数量（只）': 1, 原因: '群众救送' },
];

async function fill(template: string, filled: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(template);
  const sheet = workbook.getWorksheet('救护');
  if (!sheet) throw new Error('the template has no sheet of rescues');
  const columns = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => columns.set(cell.text.replace('*', ''), column));
  for (const [index, row] of ROWS.entries())
    for (const [heading, value] of Object.entries(row))
      sheet.getRow(10 + index).getCell(columns.get(heading) ?? 0).value = value;
  await workbook.xlsx.writeFile(filled);
}

async function download(page: Page, name: string, as: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  const file = await waiting;
  const target = join(desk.folder, as);
  await file.saveAs(target);
  return target;
}

async function upload(page: Page, file: string): Promise<void> {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await seen(page.getByText('检查完毕，等待保存'), 30_000);
}

/** The figure of 2025 as the figures page shows it. */
async function rescuedIn2025(page: Page): Promise<string> {
  await page.goto('/figure?from=2025-07-01&until=2025-07-31');
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: '救护动物', exact: true }) });
  await page.getByLabel('只看有数的').uncheck();
  await seen(row);
  const cell = row.getByRole('cell').nth(1);
  await seen(cell.filter({ hasNotText: '…' }));
  return (await cell.innerText()).trim();
}

const countOf = (page: Page, name: string) =>
  page.locator('.counts > div', { hasText: name }).locator('strong').innerText();

describe('an import', () => {
  it('says what is wrong by cell, saves what is well, and changes nothing the second time', async () => {
    const { page, faults } = await desk.person();
    const before = Number.parseInt(await rescuedIn2025(page), 10);
    await page.goto('/import');
    const template = await download(page, '下载模板', 'template.xlsx');
    const filled = join(desk.folder, '救护台账.xlsx');
    await fill(template, filled);

    await upload(page, filled);
    expect(await countOf(page, '新增')).toBe('4');
    expect(await countOf(page, '有错误')).toBe('1');
    const issue = page.getByRole('row', { name: /救护!A13/ });
    await seen(issue.getByText('没有“2025.13.45”这一天'));
    await seen(page.getByText('还有 1 行有错误'));
    expect(await page.getByRole('button', { name: /^保存 \d+ 条/ }).isDisabled()).toBe(true);

    const marked = new ExcelJS.Workbook();
    await marked.xlsx.readFile(await download(page, '下载标注了问题的原表', 'marked.xlsx'));
    const cell = marked.getWorksheet('救护')?.getCell('A13');
    expect(cell?.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } });
    expect(cell?.note).toBeTruthy();
    expect(marked.getWorksheet('救护')?.getCell('A12').fill).not.toMatchObject({ pattern: 'solid' });

    await issue.getByRole('button', { name: '不导入此行' }).click();
    await page.getByRole('button', { name: '保存 4 条' }).click();
    await seen(page.getByText('已保存'), 30_000);
    expect(await countOf(page, '新增')).toBe('4');
    // 12 + 三十余 + ２ + 1: the sum keeps that one of them is 余.
    expect(await rescuedIn2025(page)).toBe(`${before + 45}余只`);

    await page.goto('/record/rescue?from=2025-07-05&until=2025-07-05');
    const row = page.getByRole('row', { name: /穿山甲/ });
    await seen(row);
    expect(await row.innerText()).toMatch(/2025年7月5日[\s\S]*国家一级[\s\S]*12只/);

    await upload(page, filled);
    expect(await countOf(page, '没有变化')).toBe('4');
    await page.getByRole('button', { name: '不导入此行' }).click();
    expect(await page.getByRole('button', { name: '没有需要保存的变化' }).isDisabled()).toBe(true);
    expect(await rescuedIn2025(page)).toBe(`${before + 45}余只`);
    expect(faults).toEqual([]);
  }, 90_000);
});
