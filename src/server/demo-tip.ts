// How do the demo county's tips get there? As citizens' and clerks' do: receipts stretched, identities sealed, files checked.
import { createHash, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { ActionKind } from '../contract/action.ts';
import { DEMO_TIPS, type DemoTip } from '../demo/tip.ts';
import { portalActor } from '../domain/access/access.ts';
import { RECEIPT_STRETCH, receiptFrom, receiptSalt } from '../domain/tip/receipt.ts';
import { findByLogin, toActor } from './account/index.ts';
import type { Acting } from './acting.ts';
import { runAction } from './action/index.ts';
import { type App, instant, newId } from './app.ts';
import { receivePiece, releaseUploads, sealFor } from './tip/index.ts';

const HOUR_MS = 3_600_000;
const stretchOf = promisify<
  string,
  string,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** The demo keepers' passphrase, as public as their passwords. */
export const DEMO_PASSPHRASE = '示范县两名保管人的口令';
export const DEMO_RECEIPT = digitsOf(DEMO_TIPS[0]?.receipt ?? '');

/** The sixteen digits of a receipt whose first fifteen are given. */
export function digitsOf(body: string): string {
  return receiptFrom(Uint8Array.from(body, Number)) ?? '';
}

export async function stretch(county: string, digits: string): Promise<string> {
  const { N, r, p, dkLen } = RECEIPT_STRETCH;
  return (await stretchOf(digits, receiptSalt(county), dkLen, { N, r, p, maxmem: 64 * 2 ** 20 })).toString(
    'hex',
  );
}

async function act({ app, actor, county }: Acting, kind: ActionKind, body: unknown): Promise<unknown> {
  const done = await runAction(app, actor, county, { id: newId(app), kind, at: instant(app), body });
  if (!done.ok) throw new Error(`demo ${kind}: ${JSON.stringify(done.refusals)}`);
  return done.value.result;
}

async function keeperOf(app: App, login: string, county: string): Promise<Acting> {
  const account = await findByLogin(app.db, login);
  if (!account) throw new Error(`the demo account ${login} is missing`);
  return { app, actor: toActor(account), county };
}

/** Key, keepers, hotline and tips of the demo county; `clues` are those of the public that tips may join. */
export async function loadTips(app: App, clerk: Acting, clues: readonly string[]): Promise<void> {
  const { county } = clerk;
  const keepers = [await keeperOf(app, 'leader', county), await keeperOf(app, 'reviewer', county)];
  for (const keeper of keepers) await act(keeper, 'tip.enrolKeeper', { passphrase: DEMO_PASSPHRASE });
  await act(clerk, 'tip.makeKey', { id: newId(app), keepers: keepers.map(({ actor }) => actor.account) });
  await act(clerk, 'setting.put', { name: 'tipContact', value: { phone: '0000-0000110' } });
  const free = [...clues];
  for (const tip of [...DEMO_TIPS].reverse()) await loadTip(app, clerk, tip, free);
}

async function loadTip(app: App, clerk: Acting, tip: DemoTip, clues: string[]): Promise<void> {
  const { county } = clerk;
  let at = app.now() - tip.hoursAgo * HOUR_MS;
  const then: App = { ...app, now: () => at };
  const portal: Acting = { app: then, actor: portalActor(county), county };
  const office: Acting = { ...clerk, app: then };
  const id = newId(then);
  const body = {
    id,
    receipt: await stretch(county, digitsOf(tip.receipt)),
    content: tip.content,
    files: await uploadPictures(then, county, tip.pictures ?? []),
    identity: tip.identity ? await sealFor(app, county, id, tip.identity) : null,
  };
  if (tip.channel)
    await act(office, 'tip.enter', { ...body, channel: tip.channel, originNo: tip.originNo ?? null });
  else await act(portal, 'tip.submit', { ...body, pass: `demo ${id}` });
  await releaseUploads(app, body.files);
  for (const { office: ours, text } of tip.talk ?? []) {
    at += HOUR_MS / 4;
    if (ours) await act(office, 'tip.reply', { id: newId(then), tip: id, text });
    else await act(portal, 'tip.add', { id: newId(then), tip: id, text, files: [] });
  }
  at += HOUR_MS / 4;
  const clue = tip.to === 'join' ? clues.shift() : undefined;
  if (tip.to === 'aside' || clue)
    await act(office, 'tip.triage', { tip: id, to: tip.to, note: tip.note ?? '', ...(clue ? { clue } : {}) });
}

/** Invented pictures: a landscape of three colours with its title. */
async function uploadPictures(app: App, county: string, titles: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  if (app.dataDir === '') return ids;
  for (const title of titles) {
    const hue = randomBytes(1)[0] ?? 0;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="hsl(${150 + (hue % 60)} 25% 78%)"/>
      <path d="M0 560 Q300 430 620 540 T1200 480V900H0Z" fill="hsl(${120 + (hue % 40)} 22% 52%)"/><path d="M0 720 Q420 620 760 730 T1200 680V900H0Z" fill="hsl(90 20% 38%)"/>
      <text x="60" y="110" font-size="56" fill="#1c2521" font-family="Noto Sans CJK SC,sans-serif">${title}</text></svg>`;
    const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
    const id = newId(app);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const done = await receivePiece(app, county, id, { offset: 0, size: bytes.length, sha256, bytes });
    if (!done.ok) throw new Error(`demo picture: ${JSON.stringify(done.refusals)}`);
    ids.push(id);
  }
  return ids;
}
