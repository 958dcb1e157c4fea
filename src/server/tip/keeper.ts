// Who keeps the county's key? Officers who each hold a share under a passphrase; any two of them open, one alone cannot.
import { createHash, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { identityInfo } from '../../domain/tip/hpke.ts';
import { joinShares, type Share, splitSecret } from '../../domain/tip/share.ts';
import type { TipIdentity } from '../../domain/tip/tip.ts';
import type { Acting, Effect } from '../acting.ts';
import { type App, instant } from '../app.ts';
import type { Db, Tx } from '../db/connection.ts';
import { newKeyPair, openSealed, publicOf, readScalar, scalarBytes, sealTo } from './hpke.ts';
import {
  dropShares,
  findCountyKey,
  findKeeper,
  findKeyById,
  insertCountyKey,
  type Keeper,
  listKeepers,
  listShares,
  putKeeper,
  replaceShare,
} from './key-store.ts';
import { seal, unseal } from './seal.ts';

/** A passphrase guards for years what a thief may try at leisure: above OWASP's floor, about 0.2 s. 2 is argon2id. */
const ARGON = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 } as const;
const SALT = 16;
/** Where the share on paper is taken; no keeper's number comes near. */
const SHEET_X = 200;
const TRIES = 5;
const WAIT_MS = 15 * 60_000;

const NO_KEEPER = refuse('access.denied', ['您不是举报密钥的保管人', 'You are not a keeper of the key']);
const WRONG = refuse('auth.wrong', ['口令不对', 'The passphrase is wrong'], { where: 'passphrase' });
const TIRED = refuse('auth.slow', [
  '口令输错次数过多，请十五分钟后再试',
  'Too many wrong passphrases; wait fifteen minutes',
]);

const shareInfo = (county: string, key: string, x: number) =>
  Buffer.from(`shouye tip share 1 ${county} ${key} ${x}`);
const keeperPlace = (county: string, account: string) => `keeper ${county} ${account}`;

function stretch(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return hashRaw(passphrase.normalize('NFKC'), { ...ARGON, salt });
}

export interface PreparedKeeper {
  readonly public: Buffer;
  readonly wrapped: Buffer;
}

export async function prepareEnrol(
  acting: Acting,
  body: ActionBody<'tip.enrolKeeper'>,
): Promise<PreparedKeeper> {
  const salt = randomBytes(SALT);
  const { secret, publicKey } = newKeyPair();
  const place = keeperPlace(acting.county, acting.actor.account);
  const wrapped = Buffer.concat([salt, seal(await stretch(body.passphrase, salt), secret, place)]);
  return { public: publicKey, wrapped };
}

export async function enrolKeeper(
  tx: Tx,
  acting: Acting,
  _body: ActionBody<'tip.enrolKeeper'>,
  prepared: PreparedKeeper,
): Promise<Outcome<Effect>> {
  const { app, county, actor } = acting;
  if (!has(actor, 'tip.read'))
    return refuse('access.denied', ['您的角色不能保管举报密钥', 'Your role may not keep the key']);
  await putKeeper(tx, { county, account: actor.account, at: instant(app), ...prepared });
  const lost = await dropShares(tx, county, actor.account);
  return ok({
    subject: null,
    body: { account: actor.account, sharesLost: lost },
    result: { sharesLost: lost },
  });
}

const misses = new Map<string, { n: number; until: number }>();

/** The keeper's own secret key, by the passphrase; wrong ones are counted. */
export async function unlock(app: App, keeper: Keeper, passphrase: string): Promise<Outcome<Buffer>> {
  const who = `${keeper.county} ${keeper.account}`;
  const missed = misses.get(who);
  if (missed && missed.n >= TRIES && missed.until > app.now()) return TIRED;
  const key = await stretch(passphrase, keeper.wrapped.subarray(0, SALT));
  try {
    const secret = unseal(key, keeper.wrapped.subarray(SALT), keeperPlace(keeper.county, keeper.account));
    misses.delete(who);
    return ok(secret);
  } catch {
    const n = missed && missed.until > app.now() ? missed.n + 1 : 1;
    misses.set(who, { n, until: app.now() + WAIT_MS });
    return WRONG;
  }
}

/** A keeper's share of `key`, for the length of one request. */
export async function shareOf(
  acting: Acting,
  key: string,
  passphrase: string,
): Promise<Outcome<{ share: Share; secret: Buffer }>> {
  const { app, county, actor } = acting;
  const keeper = await findKeeper(app.db, county, actor.account);
  const stored = (await listShares(app.db, county, key)).find((share) => share.account === actor.account);
  if (!keeper || !stored) return NO_KEEPER;
  const secret = await unlock(app, keeper, passphrase);
  if (!secret.ok) return secret;
  const y = openSealed(secret.value, shareInfo(county, key, stored.x), stored.sealed);
  return ok({ share: { x: stored.x, y: readScalar(y) }, secret: secret.value });
}

/** Makes the county's key: its secret lives for this call, its shares leave it sealed to their keepers, one on paper. */
export async function makeKey(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.makeKey'>,
): Promise<Outcome<Effect>> {
  const { app, county, actor } = acting;
  if (!has(actor, 'settings'))
    return refuse('access.denied', ['您无权生成举报密钥', 'You may not make the key']);
  const chosen = [...new Set(body.keepers)];
  const enrolled = await listKeepers(tx, county);
  const keepers = chosen.map((account) => enrolled.find((keeper) => keeper.account === account));
  if (chosen.length < 2 || keepers.some((keeper) => !keeper))
    return refuse('tip.keepers', [
      '至少要有两名已设口令的保管人',
      'At least two keepers who have set a passphrase are needed',
    ]);
  const pair = newKeyPair();
  const xs = [...chosen.map((_, i) => i + 1), SHEET_X];
  const shares = splitSecret(readScalar(pair.secret), readScalar(newKeyPair().secret), xs);
  pair.secret.fill(0);
  await insertCountyKey(
    tx,
    { county, id: body.id, at: instant(app), by: actor.account, public: pair.publicKey },
    keepers.map((keeper, i) => sealShare(county, body.id, keeper as Keeper, shares[i] as Share)),
  );
  const mark = keyMark(pair.publicKey);
  return ok({
    subject: { kind: 'tipKey', id: body.id },
    body: { mark, keepers: chosen, publicKey: pair.publicKey.toString('hex') },
    // Shown once and kept nowhere: the share for the safe.
    result: { id: body.id, mark, sheet: sheetText(shares.at(-1) as Share) },
  });
}

function sealShare(county: string, key: string, keeper: Keeper, share: Share) {
  const sealed = sealTo(keeper.public, shareInfo(county, key, share.x), scalarBytes(share.y));
  return { county, key, x: share.x, account: keeper.account, sealed };
}

/** First 16 hex digits of SHA-256 over a public key. */
export function keyMark(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
}

/** The share on paper: 64 hex digits and four to catch a slip, in groups of four. */
function sheetText({ y }: Share): string {
  const hex = scalarBytes(y).toString('hex');
  return `${hex}${sheetCheck(hex)}`.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');
}

function sheetCheck(hex: string): string {
  return createHash('sha256').update(hex).digest('hex').slice(0, 4);
}

function readSheet(text: string): Share | null {
  const hex = text.replace(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{68}$/.test(hex) || sheetCheck(hex.slice(0, 64)) !== hex.slice(64)) return null;
  return { x: SHEET_X, y: BigInt(`0x${hex.slice(0, 64)}`) };
}

export type PreparedShare = Outcome<{ share: Share; secret: Buffer }>;

export function prepareReplace(
  acting: Acting,
  body: ActionBody<'tip.replaceKeeper'>,
): Promise<PreparedShare> {
  return shareOf(acting, body.key, body.passphrase);
}

/** A share for somebody else, from one keeper's and the one on paper; the secret itself is not put together. */
export async function replaceKeeper(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.replaceKeeper'>,
  mine: PreparedShare,
): Promise<Outcome<Effect>> {
  const { county } = acting;
  if (!mine.ok) return mine;
  const sheet = readSheet(body.sheet);
  if (!sheet)
    return refuse('tip.sheet', ['恢复单抄写有误', 'The recovery sheet was misread'], { where: 'sheet' });
  const key = await findKeyById(tx, county, body.key);
  const keeper = await findKeeper(tx, county, body.account);
  if (!key || !keeper)
    return refuse('tip.keepers', ['接替人尚未设置口令', 'The new keeper has not set a passphrase yet'], {
      where: 'account',
    });
  if (!publicOf(scalarBytes(joinShares(mine.value.share, sheet))).equals(key.public))
    return refuse('tip.sheet', ['这张恢复单不属于本县现用的密钥', 'This sheet belongs to another key'], {
      where: 'sheet',
    });
  const x = Math.max(0, ...(await listShares(tx, county, key.id)).map((share) => share.x)) + 1;
  const share = { x, y: joinShares(mine.value.share, sheet, x) };
  await replaceShare(tx, sealShare(county, key.id, keeper, share));
  return ok({
    subject: { kind: 'tipKey', id: key.id },
    body: { account: body.account, x },
    result: { account: body.account },
  });
}

export async function keyView(db: Db, county: string) {
  const [key, enrolled] = await Promise.all([findCountyKey(db, county), listKeepers(db, county)]);
  const shares = key ? await listShares(db, county, key.id) : [];
  return {
    key: key
      ? {
          id: key.id,
          at: key.at,
          mark: keyMark(key.public),
          keepers: shares.map(({ account, name }) => ({ account, name })),
        }
      : null,
    enrolled: enrolled.map(({ account, name, at }) => ({ account, name, at })),
  };
}

/** The key that browsers seal an identity to, or null when the county has none yet. */
export async function sealingKey(db: Db, county: string): Promise<{ id: string; publicKey: string } | null> {
  const key = await findCountyKey(db, county);
  return key ? { id: key.id, publicKey: key.public.toString('base64') } : null;
}

/** An identity sealed as a browser seals it, or null without a key; for data that does not come from a browser. */
export async function sealFor(
  app: App,
  county: string,
  tip: string,
  identity: TipIdentity,
): Promise<{ key: string; sealed: string } | null> {
  const key = await findCountyKey(app.db, county);
  if (!key) return null;
  const plain = Buffer.from(JSON.stringify(identity), 'utf8');
  return { key: key.id, sealed: sealTo(key.public, identityInfo(county, tip), plain).toString('base64') };
}
