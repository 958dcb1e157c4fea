// How does a test fill in forms and take steps as a person does?
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { gone, seen } from './desk.ts';

/** Polls longer than a second: the machine may have other work. */
export const soon = <T>(read: () => T) => expect.poll(read, { timeout: 30_000, interval: 250 });

const panel = (page: Page) => page.getByRole('region', { name: '办理' });

export const statusOf = (page: Page) => panel(page).locator('.progress-status').innerText();

const options = (page: Page) => page.locator('.ant-select-dropdown:visible .ant-select-item-option');

/** Types until what is wanted comes first in the list, and takes it. */
export async function choose(within: Locator, label: string, typed: string): Promise<void> {
  await chooseMany(within, label, [typed]);
}

/** A choice of several leaves its list open until the field is left. */
export async function chooseMany(within: Locator, label: string, typed: readonly string[]): Promise<void> {
  const page = within.page();
  const field = within.getByRole('combobox', { name: label, exact: true });
  const many = (await field.locator('xpath=ancestor::*[contains(@class,"ant-select-multiple")]').count()) > 0;
  await field.click();
  for (const word of typed) {
    await field.fill(word);
    await soon(() => options(page).first().innerText()).toContain(word);
    // By key: the list still moves while it is narrowed down, and a click may land beside what it was meant for.
    await seen(options(page).first().and(page.locator('.ant-select-item-option-active')));
    await field.press('Enter');
    if (many) await seen(page.locator('.ant-select-item-option-selected', { hasText: word }));
  }
  // Only the list of a single choice closes by itself.
  if (many) await field.press('Escape');
  await gone(options(page));
}

/** Saves the form of a new record. */
export async function save(form: Locator): Promise<void> {
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await gone(form);
}

/** Opens a step's form, from the menu when it is not a button; the panel may still be showing the step before. */
async function openStep(page: Page, step: string): Promise<void> {
  const button = panel(page).getByRole('button', { name: step, exact: true });
  const more = panel(page).getByRole('button', { name: '其他步骤' });
  const item = page.getByRole('menuitem', { name: step, exact: true });
  await soon(async () => {
    if ((await button.count()) > 0) await button.click();
    else if ((await more.count()) > 0) {
      if (!(await item.isVisible())) await more.click();
      await item.click({ timeout: 1_500 }).catch(() => page.keyboard.press('Escape'));
    }
    return page.getByRole('dialog', { name: step }).isVisible();
  }).toBe(true);
}

/** Takes a step: fills in its form and confirms. */
export async function takeStep(
  page: Page,
  step: string,
  fill: (form: Locator) => Promise<void> = async () => {},
): Promise<void> {
  await openStep(page, step);
  const form = page.getByRole('dialog', { name: step });
  await fill(form);
  // The panel asks anew where the record stands; a form opened before that would be told that somebody else took a step.
  const fresh = page.waitForResponse((answer) => /\/progress\//.test(answer.url()) && answer.ok());
  await form.getByRole('button', { name: '确认办理' }).click();
  await fresh;
  await gone(form);
}
