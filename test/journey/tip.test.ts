// Does a citizen with a bad line get a report through, learn the answer, and stay unknown until two keepers agree?
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSPHRASE } from '../../src/server/demo-tip.ts';
import { type Desk, gone, openDesk, seen } from '../support/desk.ts';

const BUILT = fileURLToPath(new URL('../../dist/portal/', import.meta.url));
const PORTAL = '/portal/990101';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const picture = (side: number) =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();

async function choosePhoto(page: Page, name: string, buffer: Buffer): Promise<void> {
  const input = page.locator('input[type=file][accept^="image/"]');
  await input.setInputFiles({ name, mimeType: 'image/jpeg', buffer });
}

const storedIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('shouye-portal', 1);
        request.onsuccess = () => {
          const all = request.result.transaction('draft').objectStore('draft').getAll();
          all.onsuccess = () =>
            resolve(JSON.stringify([all.result, { ...localStorage }, { ...sessionStorage }]));
        };
      }),
  );

describe('the portal', () => {
  it('weighs less than 100 KB, compressed, before a word can be written', () => {
    const html = readFileSync(join(BUILT, 'index.html'), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/portal\/(asset\/[^"]+)"/g)].map(
      (match) => match[1] as string,
    );
    // The worker is fetched while a person writes; it is counted as if it had to be there first.
    const worker = readdirSync(join(BUILT, 'asset')).filter((name) => name.startsWith('worker'));
    expect(worker).toHaveLength(1);
    const files = ['index.html', ...named, ...worker.map((name) => `asset/${name}`)];
    expect(files.length).toBeGreaterThanOrEqual(4);
    const weigh = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + gzipSync(readFileSync(join(BUILT, name))).length, 0);
    expect(weigh(files)).toBeLessThan(40_000);
    expect(weigh(['index.html', ...named])).toBeLessThan(25_000);
    // The map is for those who ask for it, and little even then.
    const map = readdirSync(join(BUILT, 'asset')).filter((name) => name.startsWith('point'));
    expect(map).toHaveLength(1);
    expect(named).not.toContain(`asset/${map[0]}`);
    expect(weigh(map.map((name) => `asset/${name}`))).toBeLessThan(8_000);
  });

  it('says without JavaScript whom to call', async () => {
    const html = readFileSync(join(BUILT, 'index.html'), 'utf8');
    expect(html).toMatch(/<noscript>[\s\S]*12345[\s\S]*110[\s\S]*<\/noscript>/);
    // The county's own number is put in by the house.
    expect(await (await fetch(`${desk.address}${PORTAL}`)).text()).toContain('<a href="tel:00000000110">');
    expect(await (await fetch(`${desk.address}/portal/`)).text()).not.toContain('0000-0000110');
  });
});

describe('a citizen with a phone and a bad line', () => {
  it('loses the line in the middle of a photo, closes the page, comes back, and gets the receipt and the answer', async () => {
    const { page, context, faults } = await desk.person({ login: null, width: 390, height: 844 });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(PORTAL);
    await page.getByRole('radio', { name: '架网、设套、下夹' }).click();
    await page.getByRole('radio', { name: '正在发生' }).click();
    await page.getByLabel('说说经过').fill('芦苇荡里有三张粘网，网上有鸟');
    await page.getByLabel('乡镇').selectOption({ index: 1 });
    // The line is cut after the second piece.
    let pieces = 0;
    const whole = await picture(1_400);
    await page.route('**/upload/*', async (route) => {
      if (route.request().method() === 'PUT' && ++pieces > 2) await route.abort('connectionreset');
      else await route.continue();
    });
    await choosePhoto(page, '粘网.jpg', whole);
    await seen(page.getByText('等待网络，自动续传'));
    await expect.poll(() => storedIn(page)).toMatch(/芦苇荡[\s\S]*粘网\.jpg/);
    expect(pieces).toBeGreaterThan(2);
    // The phone goes back into the pocket; hours later the page is opened anew.
    await page.close();
    const again = await context.newPage();
    again.on('dialog', (dialog) => void dialog.accept());
    const sent: number[] = [];
    again.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(Number(request.headers()['upload-offset']));
    });
    await again.goto(PORTAL);
    await seen(again.getByText('草稿已存在本机'));
    expect(await again.getByLabel('说说经过').inputValue()).toBe('芦苇荡里有三张粘网，网上有鸟');
    await seen(again.getByText('已传完'));
    // Nothing that had arrived went over the line again.
    expect(Math.min(...sent)).toBeGreaterThanOrEqual(128 * 1024);
    await again.getByRole('button', { name: '提交举报' }).dblclick();
    await seen(again.getByRole('heading', { name: '已收到您的举报' }));
    const receipt = (await again.locator('p.digits').innerText()).replace(/\D/g, '');
    expect(receipt).toMatch(/^\d{16}$/);
    // A slip of the finger here must not lose the receipt.
    await again.reload();
    expect((await again.locator('p.digits').innerText()).replace(/\D/g, '')).toBe(receipt);
    await again.getByRole('button', { name: '我已记好' }).click();
    await seen(again.getByRole('heading', { name: '发生了什么' }));
    expect(await storedIn(again)).not.toMatch(new RegExp(`${receipt}|芦苇荡`));
    await answerIt();
    await readAnswer(again, receipt);
    expect(faults.filter((fault) => !/ERR_CONNECTION_RESET/.test(fault))).toEqual([]);
  });

  /** The clerk finds the tip, looks at the picture, asks, and makes a clue of it. */
  async function answerIt(): Promise<void> {
    const { page, faults } = await desk.person();
    await page.goto('/tip');
    await page.getByRole('link', { name: '芦苇荡里有三张粘网，网上有鸟' }).click();
    const image = page.getByRole('img', { name: '照片、视频、录音' });
    await seen(image);
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1_400);
    await page.getByLabel('回复举报人').fill('谢谢，执法人员已经出发，请不要靠近');
    await page.getByRole('button', { name: '发送' }).click();
    await seen(page.getByText('李科员 ·'));
    await page.getByRole('button', { name: '确定' }).click();
    await seen(page.getByText('已转为线索', { exact: false }).first());
    await gone(page.getByRole('heading', { name: '分办' }));
    expect(faults).toEqual([]);
  }

  async function readAnswer(page: Page, receipt: string): Promise<void> {
    await page.getByRole('link', { name: '查询我的举报' }).click();
    await page.getByLabel('输入 16 位回执号').fill(receipt.slice(0, 15) + ((Number(receipt[15]) + 1) % 10));
    await page.getByRole('button', { name: '查询' }).click();
    await seen(page.getByText('请核对有没有抄错'));
    await page.getByLabel('输入 16 位回执号').fill(receipt);
    await page.getByRole('button', { name: '查询' }).click();
    await seen(page.getByText('已受理，转为线索办理'));
    await seen(page.getByText('谢谢，执法人员已经出发'));
    await page.getByLabel('补充情况或回复').fill('好的，我在桥头等');
    await page.getByRole('button', { name: '发送' }).click();
    await seen(page.locator('.talk .me', { hasText: '我在桥头等' }));
  }
});

describe('a named informant', () => {
  it('is sealed on the phone, and opened by two keepers together', async () => {
    const { page, faults } = await desk.person({ login: null, width: 390, height: 844 });
    const bodies: string[] = [];
    page.on('request', (request) => bodies.push(request.postData() ?? ''));
    await page.goto(PORTAL);
    await page.getByRole('radio', { name: '饭店食用' }).click();
    await page.getByLabel('说说经过').fill('菜单上写着野鸡');
    await page.getByRole('radio', { name: '实名' }).click();
    await page.getByRole('button', { name: '提交举报' }).click();
    await seen(page.getByText('请填写姓名'));
    await page.getByLabel('姓名').fill('慕容示例');
    await page.getByLabel('联系电话').fill('13700008888');
    expect(await storedIn(page)).not.toMatch(/慕容|13700008888/);
    await page.getByRole('button', { name: '提交举报' }).click();
    await seen(page.getByRole('heading', { name: '已收到您的举报' }));
    expect(bodies.join('\n')).toContain('"sealed":"');
    expect(bodies.join('\n')).not.toMatch(/慕容|13700008888/);
    expect(faults).toEqual([]);
    await openIt();
  });

  async function openIt(): Promise<void> {
    const asker = (await desk.person({ login: 'leader' })).page;
    const other = (await desk.person({ login: 'reviewer' })).page;
    await asker.goto('/tip');
    await asker.getByRole('link', { name: '菜单上写着野鸡' }).click();
    await asker.getByRole('button', { name: '申请打开' }).click();
    const dialog = asker.getByRole('dialog', { name: '申请打开' });
    await dialog.getByRole('radio', { name: '依法询问、作证' }).click();
    await dialog.getByLabel('打开身份的理由').fill('需当面制作询问笔录');
    await dialog.getByLabel('我的保管口令').fill(DEMO_PASSPHRASE);
    await dialog.getByRole('button', { name: '提交申请' }).click();
    await seen(asker.getByText('待另一名保管人批准'));
    expect(await asker.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
    await other.goto(new URL(asker.url()).pathname);
    await other.getByRole('button', { name: '批准', exact: true }).click();
    const grant = other.getByRole('dialog', { name: '批准', exact: true });
    await grant.getByLabel('我的保管口令').fill(DEMO_PASSPHRASE);
    await grant.getByRole('button', { name: '批准' }).click();
    await seen(other.getByText('张法制 已批准'));
    await asker.reload();
    await asker.getByRole('button', { name: '查阅' }).click();
    const read = asker.getByRole('dialog', { name: '查阅' });
    await read.getByLabel('我的保管口令').fill(DEMO_PASSPHRASE);
    await read.getByRole('button', { name: '查阅' }).click();
    await seen(asker.getByText('慕容示例'));
    await seen(asker.getByText('13700008888'));
    await seen(asker.getByText('秒后自动关闭'));
    await seen(asker.getByText('依法询问、作证：需当面制作询问笔录'));
    await seen(asker.getByText('经两名保管人共同批准'));
  }
});

describe('a citizen in a hurry', () => {
  it('is told at once what is missing and what is no picture, and sends the words before the files', async () => {
    const { page, context } = await desk.person({ login: null, width: 390, height: 844 });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(PORTAL);
    await page.getByRole('button', { name: '提交举报' }).click();
    const problem = page.getByText('请写几句经过，或附上照片、视频、录音');
    await seen(problem);
    expect(await problem.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight)).toBe(
      true,
    );
    await page.getByLabel('说说经过').fill('桥下有人正在收网，三轮车往北');
    await gone(problem);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await choosePhoto(page, '不是照片.jpg', Buffer.from('words, not a picture '.repeat(20)));
    await seen(page.getByText('只接受照片', { exact: false }));
    expect(asked.filter((url) => url.includes('/upload/'))).toEqual([]);
    await page.getByRole('button', { name: '移除 不是照片.jpg' }).click();
    let pieces = 0;
    await page.route('**/upload/*', async (route) => {
      if (route.request().method() === 'PUT' && ++pieces > 1) await route.abort('connectionreset');
      else await route.continue();
    });
    await choosePhoto(page, '收网.jpg', await picture(1_200));
    await page.getByRole('button', { name: '提交举报' }).click();
    await page.getByRole('button', { name: '先提交文字，文件随后接着传' }).click();
    await seen(page.getByRole('heading', { name: '已收到您的举报' }));
    await seen(page.getByText('还有 1 个文件在传', { exact: false }));
    const receipt = (await page.locator('p.digits').innerText()).replace(/\D/g, '');
    // Closed with the file half way; opened again, it goes on by itself.
    await page.close();
    const again = await context.newPage();
    again.on('dialog', (dialog) => void dialog.accept());
    await again.goto(PORTAL);
    await seen(again.getByText('文件已全部送达'));
    expect((await again.locator('p.digits').innerText()).replace(/\D/g, '')).toBe(receipt);
    const { page: clerk } = await desk.person({ login: 'clerk' });
    await clerk.goto('/tip');
    await clerk.getByRole('link', { name: '桥下有人正在收网' }).click();
    await seen(clerk.getByRole('img', { name: '照片、视频、录音' }));
    await seen(clerk.getByRole('heading', { name: '其他、不清楚' }));
  });
});

describe('an officer at the telephone', () => {
  it('writes a tip down and prints a receipt that opens it', async () => {
    const { page, faults } = await desk.person();
    await page.goto('/tip/enter');
    await page.getByLabel('发生了什么').click();
    await page.getByTitle('摆摊、市场买卖').click();
    await page.getByLabel('经过').fill('来电称早市有人卖活刺猬');
    await page.getByRole('button', { name: '登记并出具回执' }).click();
    await seen(page.getByRole('heading', { name: '举报回执' }));
    const receipt = (await page.locator('.tip-digits').innerText()).replace(/\D/g, '');
    expect(faults).toEqual([]);
    const citizen = (await desk.person({ login: null, width: 390, height: 844 })).page;
    await citizen.goto(`${PORTAL}#check=${receipt}`);
    await seen(citizen.getByText('摆摊、市场买卖'));
    await seen(citizen.getByText('已收到举报'));
  });
});
