// Two officers hand an animal over from phone to phone, once with the network gone, and set it free: in the browser.
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_COUNTY } from '../../src/server/demo.ts';
import { listHeld } from '../../src/server/seizure/index.ts';
import { type Desk, gone, openDesk, seen } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** The thrushes of the demo county: five alive, one dead, in the agency's store. */
async function thrushes(): Promise<string> {
  const held = await listHeld(
    desk.app.db,
    DEMO_COUNTY,
    { q: '画眉', live: true },
    { now: new Date().toISOString(), limit: 20 },
  );
  const row = held.find(({ facts }) => facts.died === 1);
  if (!row) throw new Error('the demo county holds no thrushes');
  return row.row.id;
}

it('one gives, the other takes on a phone, also when the line was down, and lets them fly', {
  timeout: 120_000,
}, async () => {
  const id = await thrushes();
  const giver = await desk.person({ login: 'officer' });
  const taker = await desk.person({ login: 'clerk', width: 390, height: 844 });

  await giver.page.goto('/custody');
  await giver.page.getByText('活体超期').click();
  await giver.page.locator(`a[href="/record/seizure/${id}"]`).click();
  await seen(giver.page.getByText('在管死亡 1只'));

  // A picture is hashed here, kept as it came, and verified.
  const picture = join(desk.folder, 'thrush.png');
  await sharp({ create: { width: 90, height: 60, channels: 3, background: '#786' } })
    .png()
    .toFile(picture);
  await giver.page.getByPlaceholder('说明（如：正面、环志、伤处）').fill('笼内全景');
  await giver.page.locator('input[type=file]').setInputFiles(picture);
  const card = giver.page.locator('.photo-list li').filter({ hasText: '笼内全景' });
  await seen(card);
  await card.getByRole('button', { name: '校验' }).click();
  await seen(card.getByText('与登记的校验值一致'));

  const offer = async (n: string, place: string) => {
    await giver.page.getByRole('button', { name: '移交' }).first().click();
    await giver.page.getByText('当面扫码交接').last().click();
    const form = giver.page.locator('.step-drawer');
    await form.locator('#field-seizure\\.offer-quantity').fill(n);
    await form.locator('#field-seizure\\.offer-place').fill(place);
    await form.locator('#field-seizure\\.offer-condition').fill('活跃，羽毛完整');
    await form.getByRole('button', { name: '确认办理' }).click();
    await gone(form);
    // The code to be scanned shows by itself.
    const link = giver.page.locator('.handover-link');
    await seen(link);
    return new URL(await link.inputValue()).pathname;
  };

  await taker.page.goto(await offer('3', '救护站鸟舍'));
  await seen(taker.page.getByText('画眉 · 活体'));
  await seen(taker.page.getByText('活跃，羽毛完整'));
  await taker.page.getByRole('button', { name: '确认接收' }).click();
  await seen(taker.page.getByText('请填写接收时状况'));
  await taker.page.getByRole('button', { name: '与交出时一致，活动正常' }).click();
  await taker.page.getByRole('button', { name: '确认接收' }).click();
  await seen(taker.page.getByText('已接收，由您保管'));
  await seen(giver.page.getByText('对方已确认'));
  await giver.page.keyboard.press('Escape');
  await gone(giver.page.locator('.ant-modal-wrap'));

  // The second time the line drops before the answer goes out: it arrives later, as of when it was given.
  await taker.page.goto(await offer('2', '救护站鸟舍'));
  await seen(taker.page.locator('#handover-words'));
  await taker.context.setOffline(true);
  await taker.page.locator('#handover-words').fill('清点2只，活跃');
  await taker.page.getByRole('button', { name: '确认接收' }).click();
  await seen(taker.page.getByText('已在本机确认'));
  await taker.context.setOffline(false);
  await seen(giver.page.getByText('对方已确认'), 40_000);

  await taker.page.goto(`/record/seizure/${id}`);
  await taker.page.locator('.hand').filter({ hasText: '5只' }).getByRole('button', { name: '处置' }).click();
  const form = taker.page.locator('.step-drawer');
  await form.locator('#field-seizure\\.dispose-releaseKind').click();
  await taker.page.locator('.ant-select-item').getByText('放生放归').click();
  await form.locator('#field-seizure\\.dispose-habitat').fill('河岸林带');
  await form.locator('#field-seizure\\.dispose-place').fill('106.3201,38.5102');
  await form.locator('#field-seizure\\.dispose-quantity').fill('6');
  await form.getByRole('button', { name: '确认办理' }).click();
  await seen(form.getByText('该处在管5，不能办理6'));
  await form.locator('#field-seizure\\.dispose-quantity').fill('5');
  await form.getByRole('button', { name: '确认办理' }).click();
  await gone(form);
  await seen(taker.page.locator('.ends').getByText('放生放归'));

  expect(giver.faults).toEqual([]);
  const offline = (fault: string) =>
    fault.includes('ERR_INTERNET_DISCONNECTED') || fault.includes('status of 422');
  expect(taker.faults.filter((fault) => !offline(fault))).toEqual([]);
});
