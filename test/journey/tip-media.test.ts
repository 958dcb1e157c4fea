// Can officers hear and see what a phone's own recorder made, without what it wrote about the phone?
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, seen } from '../support/desk.ts';
import { oggOf, plantInWebm, recordIn } from '../support/sound.ts';

const PORTAL = '/portal/990101';
const MARK = 'PHONE7-OF-MURONG';
const WORDS = '录了一段卖鸟的声音和视频';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Seconds a player gives a file from its address, played to its end; and whether the file holds the planted words. */
async function playedFrom(
  page: Page,
  index: number,
): Promise<{ seconds: number; marked: boolean; type: string }> {
  const player = page.locator('.tip-files li').nth(index).locator('audio, video');
  return player.evaluate(async (element, mark) => {
    const media = element as HTMLMediaElement;
    const answer = await fetch(media.src);
    const words = new TextDecoder('latin1').decode(await answer.arrayBuffer());
    media.muted = true;
    await media.play();
    if (!media.ended)
      await new Promise((resolve, reject) => {
        media.onended = resolve;
        media.onerror = () => reject(new Error(media.error?.message));
      });
    return {
      seconds: media.duration,
      marked: words.includes(mark) || words.includes('PHONE7'),
      type: answer.headers.get('content-type') ?? '',
    };
  }, MARK);
}

describe('what a phone recorded', () => {
  it('is heard and seen from copies that do not say whose phone it was', async () => {
    const { page: phone, faults } = await desk.person({ login: null, width: 390, height: 844 });
    phone.on('dialog', (dialog) => void dialog.accept());
    await phone.goto(PORTAL);
    const voice = await recordIn(phone, 'audio/webm;codecs=opus');
    const film = await recordIn(phone, 'video/webm;codecs=vp8,opus', true);
    const files = [
      { name: 'voice.webm', mimeType: 'audio/webm', buffer: plantInWebm(voice, MARK) },
      { name: 'film.webm', mimeType: 'video/webm', buffer: plantInWebm(film, MARK) },
      { name: 'voice.ogg', mimeType: 'audio/ogg', buffer: oggOf(voice, MARK) },
    ];
    for (const { buffer } of files) expect(buffer.includes('PHONE7')).toBe(true);
    await phone.getByLabel('说说经过').fill(WORDS);
    // Whatever the chooser shows, the house goes by what the file is.
    await phone.locator('input[type=file][accept^="video/"]').setInputFiles(files);
    await expect.poll(() => phone.getByText('已传完').count()).toBe(3);
    await phone.getByRole('button', { name: '提交举报' }).click();
    await seen(phone.getByRole('heading', { name: '已收到您的举报' }));
    expect(faults).toEqual([]);

    const { page, faults: wrong } = await desk.person({ login: 'clerk' });
    await page.goto('/tip');
    await page.getByRole('link', { name: WORDS }).click();
    await seen(page.getByRole('heading', { name: '照片、视频、录音' }));
    const buttons = page.locator('.tip-files button.tip-copy');
    while ((await buttons.count()) > 0) await buttons.first().click();
    const kinds = await page.locator('.tip-files li').count();
    expect(kinds).toBe(3);
    const played = [];
    for (let i = 0; i < kinds; i++) played.push(await playedFrom(page, i));
    expect(played.map(({ type }) => type).sort()).toEqual(['audio/ogg', 'audio/webm', 'video/webm']);
    for (const { seconds, marked } of played) {
      expect(marked).toBe(false);
      expect(seconds).toBeGreaterThan(0.8);
      expect(seconds).toBeLessThan(5);
    }
    expect(wrong).toEqual([]);
  });
});
