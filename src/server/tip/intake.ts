// How does a tip come in? Stored, its files taken over, its identity still sealed, and journaled without a word of it.
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { type TipChannel, tipNo } from '../../domain/tip/tip.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant, newId } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { newTipKey, receiptHash, seal, sealHash, sealText, tipDigest, tipKeyOf } from './seal.ts';
import {
  findTaken,
  findTip,
  holdTip,
  insertEvents,
  insertFiles,
  insertMessage,
  insertTip,
  type TipFile,
} from './store.ts';
import { type Arrived, arrivedFiles } from './upload.ts';

/** Files read before the transaction, in the order they were named. */
export interface Prepared {
  readonly files: readonly (Arrived | undefined)[];
}

const FROM_PORTAL_ONLY = refuse('access.denied', ['只能由举报网页提交', 'Only the portal may do this']);
export const NO_TIP = refuse('tip.missing', ['没有这条举报', 'There is no such tip']);

export async function prepareFiles(acting: Acting, body: { files: readonly string[] }): Promise<Prepared> {
  return { files: await arrivedFiles(acting.app, acting.county, body.files) };
}

export async function submitTip(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.submit'>,
  prepared: Prepared,
): Promise<Outcome<Effect>> {
  if (acting.actor.system !== 'portal') return FROM_PORTAL_ONLY;
  return takeTip(tx, acting, { ...body, channel: 'portal', originNo: null }, prepared);
}

export async function enterTip(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.enter'>,
  prepared: Prepared,
): Promise<Outcome<Effect>> {
  if (!has(acting.actor, 'tip.handle'))
    return refuse('access.denied', ['您的角色不能登记举报', 'Your role may not enter tips']);
  return takeTip(
    tx,
    acting,
    { ...body, originNo: body.originNo ?? null, pass: `entered ${body.id}` },
    prepared,
  );
}

type Taken = ActionBody<'tip.submit'> & { channel: TipChannel; originNo: string | null };

async function takeTip(tx: Tx, acting: Acting, body: Taken, { files }: Prepared): Promise<Outcome<Effect>> {
  const { app, county, actor } = acting;
  const whole = files.filter((file) => file !== undefined);
  if (whole.length < body.files.length)
    return refuse(
      'upload.missing',
      ['有文件没有传完，请重试', 'A file has not arrived yet; please try again'],
      {
        detail: { files: body.files.filter((_, i) => !files[i]) },
      },
    );
  const receipt = receiptHash(app, county, body.receipt);
  const at = instant(app);
  const day = dayOfInstant(at);
  const { key, wrapped } = newTipKey(app, county, body.id);
  const identity = body.identity
    ? { key: body.identity.key, sealed: Buffer.from(body.identity.sealed, 'base64') }
    : null;
  const stored = await insertTip(
    tx,
    {
      county,
      id: body.id,
      channel: body.channel,
      matter: body.content.matter,
      state: 'new',
      named: identity !== null,
      day,
      at,
      recorded_at: at,
      by: actor.account,
      receipt,
      pass: body.pass,
      key: wrapped,
      content: sealText(key, JSON.stringify(body.content), 'content'),
      origin_no: body.originNo,
      clue: null,
      settled_at: null,
      erased_at: null,
    },
    {
      files: whole.map((file) => fileRow(county, body.id, key, at, file)),
      events: [{ county, tip: body.id, at, kind: 'received', id: newId(app), note: null }],
      identity,
    },
  );
  if (!stored) return whyTaken(tx, county, { receipt, pass: body.pass });
  return ok({
    subject: { kind: 'tip', id: body.id },
    body: {
      channel: body.channel,
      matter: body.content.matter,
      named: identity !== null,
      files: whole.length,
      digest: tipDigest(body),
    },
    result: { id: body.id, no: tipNo(body.id, day) },
  });
}

async function whyTaken(
  tx: Tx,
  county: string,
  marks: { receipt: Buffer; pass: string },
): Promise<Outcome<never>> {
  return (await findTaken(tx, county, marks)).receipt
    ? refuse('tip.receipt', ['回执号已被占用', 'This receipt is taken; make another'])
    : refuse('portal.work', ['这次校验已经用过，请重试', 'This pass has been used; please try again']);
}

function fileRow(county: string, tip: string, key: Buffer, at: string, file: Arrived): TipFile {
  return {
    county,
    id: file.id,
    tip,
    at,
    type: file.type,
    size: file.size,
    sha256: sealHash(key, file.sha256, `sha256 ${file.id}`),
    original: file.name,
    original_key: seal(key, file.key, `original ${file.id}`),
    shown: null,
    shown_key: null,
    shown_type: null,
  };
}

/** The answer to a tip that was handed in before. */
export async function tipAgain(
  acting: Acting,
  body: { id: string },
): Promise<{ id: string; no: string } | null> {
  const tip = await findTip(acting.app.db, acting.county, body.id);
  return tip ? { id: tip.id, no: tipNo(tip.id, tip.day) } : null;
}

/** What an informant adds later: words, files, or both. */
export async function addToTip(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.add'>,
  { files }: Prepared,
): Promise<Outcome<Effect>> {
  const { app, county, actor } = acting;
  if (actor.system !== 'portal') return FROM_PORTAL_ONLY;
  const tip = await holdTip(tx, county, body.tip);
  if (!tip) return NO_TIP;
  const whole = files.filter((file) => file !== undefined);
  if (whole.length < body.files.length)
    return refuse('upload.missing', [
      '有文件没有传完，请重试',
      'A file has not arrived yet; please try again',
    ]);
  if (whole.length === 0 && body.text === '')
    return refuse('body.invalid', ['请填写内容或选择文件', 'Write something or choose a file']);
  const key = tipKeyOf(app, tip);
  const at = instant(app);
  await insertFiles(
    tx,
    whole.map((file) => fileRow(county, tip.id, key, at, file)),
  );
  if (body.text !== '')
    await insertMessage(tx, {
      county,
      id: body.id,
      tip: tip.id,
      at,
      from_office: false,
      by: actor.account,
      sealed: sealText(key, body.text, `message ${body.id}`),
    });
  if (whole.length > 0)
    await insertEvents(tx, [
      { county, tip: tip.id, at, kind: 'added', id: newId(app), note: String(whole.length) },
    ]);
  return ok({
    subject: { kind: 'tip', id: tip.id },
    body: { message: body.text !== '', files: whole.length },
    result: { id: body.id },
  });
}
