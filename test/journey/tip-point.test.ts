// Does what a finger points at on the portal's map reach the officer, and the clue, as it was meant?
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metresBetween } from '../../src/domain/tip/spot.ts';
import { type Desk, gone, openDesk, seen } from '../support/desk.ts';

const COUNTY = '990101';
const PORTAL = `/portal/${COUNTY}`;

interface Stored {
  readonly lng: number;
  readonly lat: number;
  readonly accuracy: number;
  readonly pointed: { readonly town: string };
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const mapOf = (page: Page) => page.getByRole('dialog', { name: '在地图上指出位置' });
const pinOf = (page: Page) => mapOf(page).locator('.pin path');

async function openMap(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '在地图上指', exact: true }).click();
  await seen(mapOf(page).locator('.town'));
  return mapOf(page);
}

/** Where on the screen the named township's dot stands: the one its name was put beside. Asked in one frame, or it is redrawn. */
async function dotOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const frame = () =>
    page.evaluate((wanted) => {
      const middle = (element: Element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      };
      const label = [...document.querySelectorAll('.chart text')].find((one) => one.textContent === wanted);
      if (!label) return null;
      const at = middle(label);
      const far = (dot: { x: number; y: number }) => Math.hypot(dot.x - at.x, dot.y - at.y);
      return [...document.querySelectorAll('.town')].map(middle).sort((a, b) => far(a) - far(b))[0] ?? null;
    }, name);
  let last = '';
  await expect
    .poll(async () => {
      const now = JSON.stringify(await frame());
      const still = now !== 'null' && now === last;
      last = now;
      return still;
    })
    .toBe(true);
  return JSON.parse(last) as { x: number; y: number };
}

async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 3 });
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 3 });
  await page.mouse.up();
}

const placeIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Stored>((resolve) => {
        const request = indexedDB.open('shouye-portal', 1);
        request.onsuccess = () => {
          const all = request.result.transaction('draft').objectStore('draft').getAll();
          all.onsuccess = () => resolve(all.result[0]?.place);
        };
      }),
  );

async function townAt(name: string): Promise<{ lng: number; lat: number }> {
  const answer = await fetch(`${desk.address}/portal/api/${COUNTY}/start`);
  const { points } = (await answer.json()) as { points: { name: string; lng: number; lat: number }[] };
  return points.find((point) => point.name === name) as { lng: number; lat: number };
}

describe('a citizen who was not there with the phone', () => {
  it('points at the place; it is kept, sent, and shown to the officer as pointed at', async () => {
    const { page, context, faults } = await desk.person({ login: null, width: 390, height: 844 });
    await page.goto(PORTAL);
    await page.getByLabel('说说经过').fill('水渠西边有人下夹子');
    await openMap(page);
    await seen(mapOf(page).getByText('还没有放图钉'));
    expect(await mapOf(page).getByRole('button', { name: '确定' }).isDisabled()).toBe(true);
    // A tap on the dot of a township is that township.
    const dot = await dotOf(page, '白鹭镇');
    await page.mouse.move(dot.x, dot.y);
    await page.mouse.wheel(0, -400);
    await mapOf(page).getByRole('button', { name: '缩小' }).click();
    const near = await dotOf(page, '白鹭镇');
    await page.mouse.click(near.x, near.y);
    await seen(mapOf(page).getByText('白鹭镇附近'));
    await mapOf(page).getByRole('button', { name: '确定' }).click();
    await gone(mapOf(page));
    await expect.poll(() => placeIn(page)).toBeTruthy();
    const first = await placeIn(page);
    expect(metresBetween(first, await townAt('白鹭镇'))).toBeLessThan(first.accuracy);
    expect(first.pointed.town).toBe('白鹭镇');
    expect(await page.getByLabel('乡镇、街道').inputValue()).toBe('白鹭镇');
    // Nearer: the same finger tells more. The pin is drawn to the west of the township.
    await page.getByRole('button', { name: '改 · 在地图上指' }).click();
    await seen(pinOf(page));
    await mapOf(page).getByRole('button', { name: '放大' }).click();
    await mapOf(page).getByRole('button', { name: '放大' }).click();
    const pin = await settled(pinOf(page));
    await drag(page, { x: pin.x + pin.width / 2, y: pin.y + 12 }, { x: -120, y: 0 });
    await seen(mapOf(page).getByText('白鹭镇西约'));
    await mapOf(page).getByRole('button', { name: '确定' }).click();
    await expect.poll(async () => (await placeIn(page)).lng).toBeLessThan(first.lng);
    const second = await placeIn(page);
    expect(second.accuracy).toBeLessThan(first.accuracy / 3);
    // 120 pixels where 24 are the stated error.
    const moved = metresBetween(first, second);
    expect(moved / (5 * second.accuracy)).toBeGreaterThan(0.9);
    expect(moved / (5 * second.accuracy)).toBeLessThan(1.1);
    await page.close();
    const again = await context.newPage();
    await again.goto(PORTAL);
    await seen(again.getByText(`（在地图上指的，约±${second.accuracy}米）`));
    await again.getByRole('button', { name: '提交举报' }).click();
    await seen(again.getByRole('heading', { name: '已收到您的举报' }));
    expect(faults).toEqual([]);
    await readIt(second);
  });

  async function settled(locator: Locator) {
    let last = '';
    await expect
      .poll(async () => {
        const now = JSON.stringify(await locator.boundingBox());
        const same = now === last;
        last = now;
        return same;
      })
      .toBe(true);
    return (await locator.boundingBox()) as { x: number; y: number; width: number; height: number };
  }

  async function readIt(sent: Stored): Promise<void> {
    const { page, faults } = await desk.person();
    await page.goto('/tip');
    await page.getByRole('link', { name: '水渠西边有人下夹子' }).click();
    await seen(page.getByText(`举报人在地图上指的，约±${sent.accuracy}米`));
    await seen(page.getByText(`${sent.lng.toFixed(5)}, ${sent.lat.toFixed(5)}`));
    await seen(page.getByText('白鹭镇西约'));
    await page.getByRole('button', { name: '确定' }).click();
    await seen(page.getByText('已转为线索', { exact: false }).first());
    const clue = await desk.app.db
      .selectFrom('clue')
      .select(['place_lng', 'place_lat', 'content'])
      .where('county', '=', COUNTY)
      .where('content', 'like', '%水渠西边有人下夹子%')
      .executeTakeFirstOrThrow();
    expect([clue['place_lng'], clue['place_lat']]).toEqual([sent.lng, sent.lat]);
    expect(clue['content']).toContain(`坐标：举报人在地图上指的，约±${sent.accuracy}米`);
    expect(faults).toEqual([]);
  }

  it('can do it with two fingers, or with keys alone, and can leave it', async () => {
    const { page, context, faults } = await desk.person({ login: null, width: 360, height: 640 });
    await page.goto(PORTAL);
    await openMap(page);
    const scale = () => mapOf(page).locator('.small').first().innerHTML();
    const before = await scale();
    const touch = await context.newCDPSession(page);
    const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [
                { x: 180 - apart, y: 320, id: 1 },
                { x: 180 + apart, y: 320, id: 2 },
              ],
      });
    await fingers('touchStart', 20);
    for (const apart of [40, 70, 100]) await fingers('touchMove', apart);
    await fingers('touchEnd', 0);
    await expect.poll(scale).not.toBe(before);
    // Two fingers set no pin.
    expect(await pinOf(page).count()).toBe(0);
    await mapOf(page).getByRole('application').focus();
    await page.keyboard.press('Home');
    await expect.poll(scale).toBe(before);
    await page.keyboard.press('ArrowLeft');
    await seen(pinOf(page));
    const told = await mapOf(page).locator('.said').innerText();
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(() => mapOf(page).locator('.said').innerText()).not.toBe(told);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('放大');
    await page.keyboard.press('Escape');
    await gone(mapOf(page));
    // The phone's own "back" closes the map, not the form.
    await openMap(page);
    await page.goBack();
    await gone(mapOf(page));
    expect(new URL(page.url()).pathname).toBe(PORTAL);
    await openMap(page);
    const box = await mapOf(page).getByRole('application').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 100, (box?.y ?? 0) + 200);
    await mapOf(page).getByRole('button', { name: '确定' }).click();
    const drop = page.getByRole('button', { name: '删 · 在地图上指' });
    await seen(drop);
    const filled = page.getByLabel('乡镇、街道');
    expect(await filled.inputValue()).not.toBe('');
    await drop.click();
    await gone(drop);
    expect(await filled.inputValue()).toBe('');
    expect(faults).toEqual([]);
  });

  it('is not offered a map of nothing', async () => {
    const { page } = await desk.person({ login: null, width: 390, height: 844 });
    const start = (await (await fetch(`${desk.address}/portal/api/${COUNTY}/start`)).json()) as object;
    await page.route('**/start', (route) => route.fulfill({ json: { ...start, points: [] } }));
    await page.goto(PORTAL);
    await seen(page.getByLabel('乡镇、街道'));
    expect(await page.getByRole('button', { name: '在地图上指' }).count()).toBe(0);
  });

  it('gets map and townships also when the house answers after the first words', async () => {
    const { page, faults } = await desk.person({ login: null, width: 390, height: 844 });
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/start', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(PORTAL);
    const address = page.getByLabel('地址、店名');
    await address.fill('水渠');
    expect(await page.getByLabel('乡镇、街道').count()).toBe(0);
    answer();
    await seen(page.getByLabel('乡镇、街道'));
    await seen(page.getByRole('button', { name: '在地图上指' }));
    expect(await address.inputValue()).toBe('水渠');
    expect(await address.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
  });
});
