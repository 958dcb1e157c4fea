// Does an informant get the reward: proposed by the rule, approved by two, shown by receipt, paid over the counter, once?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalActor } from '../../src/domain/access/access.ts';
import { runAction } from '../../src/server/action/index.ts';
import { instant, newId } from '../../src/server/app.ts';
import { DEMO_COUNTY } from '../../src/server/demo.ts';
import { digitsOf, stretch } from '../../src/server/demo-tip.ts';
import { candidatePage, checkBooks } from '../../src/server/reward/index.ts';
import { type Desk, gone, openDesk, seen } from '../support/desk.ts';
import { act, actorOf, must } from '../support/office.ts';

const DIGITS = digitsOf('202600010021000');
let desk: Desk;
let clueNo = '';

beforeAll(async () => {
  desk = await openDesk();
  const { app } = desk;
  const { rows } = await candidatePage(app, DEMO_COUNTY, { limit: 50, offset: 0 });
  const clue = rows.find((row) => row.amount !== null && row.tips === 0);
  if (!clue) throw new Error('the demo county has no clue to reward');
  clueNo = clue.no;
  const id = newId(app);
  const content = { matter: 'net', text: '芦苇荡里有网', where: {}, when: { kind: 'today' } };
  const body = { id, receipt: await stretch(DEMO_COUNTY, DIGITS), content, files: [], pass: `journey ${id}` };
  const sent = { id: newId(app), kind: 'tip.submit', at: instant(app), body };
  must(await runAction(app, portalActor(DEMO_COUNTY), DEMO_COUNTY, sent));
  const join = { tip: id, to: 'join', clue: clue.id, note: '' };
  must(
    await act(app, 'tip.triage', join, {
      actor: actorOf('clerk', { region: DEMO_COUNTY }),
      county: DEMO_COUNTY,
    }),
  );
});
afterAll(() => desk.close());

async function approve(page: Page, step: string): Promise<void> {
  await page.goto('/reward?tab=approval');
  await page.getByRole('row').filter({ hasText: 'JB-' }).first().click();
  await page.getByRole('button', { name: step }).click();
  const form = page.getByRole('dialog', { name: step });
  await form.getByRole('button', { name: '确认办理' }).click();
  await gone(form);
}

async function check(page: Page): Promise<void> {
  // The same address again would not be asked again.
  await page.goto('about:blank');
  await page.goto(`/portal/${DEMO_COUNTY}#check=${DIGITS}`);
  await seen(page.locator('.reward'), 30_000);
}

describe('a reward', () => {
  it('goes from proposal to the hand of the informant, and not twice', async () => {
    const officer = await desk.person({ login: 'officer' });
    await officer.page.goto('/reward');
    const line = officer.page.getByRole('listitem').filter({ hasText: clueNo });
    await line.getByRole('button', { name: '提出奖励' }).click();
    const drawer = officer.page.getByRole('dialog');
    await seen(drawer.getByText('计算过程'));
    await seen(drawer.getByText(/依据 示自然资规/));
    await drawer.getByRole('button', { name: '提出奖励' }).click();
    await gone(drawer);
    expect(officer.faults).toEqual([]);

    const informant = await desk.person({ login: null, width: 390, height: 844 });
    await check(informant.page);
    await seen(informant.page.getByText('正在审批'));

    const reviewer = await desk.person({ login: 'reviewer' });
    await approve(reviewer.page, '初审同意');
    const leader = await desk.person({ login: 'leader' });
    await approve(leader.page, '复审同意');

    await check(informant.page);
    await seen(informant.page.getByText('可以领取'));
    const code = await informant.page.locator('.reward strong').innerText();
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const amount = await informant.page.locator('.reward span').innerText();

    const clerk = await desk.person();
    await clerk.page.goto('/reward/counter');
    // Keys only: the code, Enter, the voucher, Enter.
    await seen(clerk.page.locator('input:focus'));
    await clerk.page.keyboard.type(code.toLowerCase());
    await clerk.page.keyboard.press('Enter');
    await seen(clerk.page.locator('.counter-amount'));
    expect((await clerk.page.locator('.counter-amount').innerText()).replace(/\D/g, '')).toBe(
      amount.replace(/\D/g, ''),
    );
    await seen(clerk.page.getByLabel('凭证号'));
    await clerk.page.keyboard.type('PZ-2026-18');
    await clerk.page.keyboard.press('Enter');
    await seen(clerk.page.locator('.counter-found.done'));

    await check(informant.page);
    await seen(informant.page.getByText('已发放'));
    expect(await informant.page.locator('.reward strong').count()).toBe(0);

    // The next in the queue shows the same: once by code, once by the receipt scanned.
    await clerk.page.keyboard.press('Escape');
    for (const shown of [code, `${desk.address}/portal/${DEMO_COUNTY}#check=${DIGITS}`]) {
      await clerk.page.getByLabel('领取码或回执号').fill(shown);
      await clerk.page.keyboard.press('Enter');
      await seen(clerk.page.getByText(/不能重复领取/), 30_000);
      expect(await clerk.page.getByLabel('凭证号').count()).toBe(0);
      await clerk.page.keyboard.press('Escape');
    }
    await clerk.page.goto('/reward/book');
    await seen(clerk.page.getByText('账目平衡'));
    await seen(clerk.page.getByText('PZ-2026-18'));
    expect(await checkBooks(desk.app.db, DEMO_COUNTY)).toEqual([]);
    for (const person of [officer, reviewer, leader, clerk]) expect(person.faults).toEqual([]);
  }, 120_000);

  it('is shown neither code nor counter to whoever may not pay', async () => {
    const leader = await desk.person({ login: 'leader' });
    await leader.page.goto('/reward/counter');
    await seen(leader.page.getByText(/只有科员可以在柜台发放/));
    await leader.page.goto('/reward');
    await seen(leader.page.getByRole('tab', { name: /待审批/ }));
    expect(await leader.page.getByRole('button', { name: '领奖' }).count()).toBe(0);
  });
});
