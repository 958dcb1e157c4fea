// What do officers do with a tip? Read it, answer, make it a clue or join one, or set it aside with a reason.
import { randomUUID } from 'node:crypto';
import type { ActionBody } from '../../contract/action.ts';
import { has } from '../../domain/access/access.ts';
import { isUnproven } from '../../domain/clue/result.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { type TipChannel, type TipContent, tipParagraph, violationOf } from '../../domain/tip/tip.ts';
import type { Acting, Effect } from '../acting.ts';
import { type App, instant, newId } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { appendJournal } from '../journal/index.ts';
import { createRecord, findRecord, prepareCreate } from '../record/index.ts';
import { NO_TIP } from './intake.ts';
import { sealText, signTicket, tipKeyOf, unsealText } from './seal.ts';
import { findFile, findTip, holdTip, insertEvents, insertMessage, type Tip, updateTip } from './store.ts';

const NO_RIGHT = refuse('access.denied', ['您的角色不能办理举报', 'Your role may not handle tips']);
const DONE = refuse('tip.done', ['这条举报已经分办', 'This tip has been dealt with']);
/** Long enough to look at one file. */
const ORIGINAL_MS = 10 * 60_000;

export function contentOf(app: App, tip: Tip): TipContent {
  return JSON.parse(unsealText(tipKeyOf(app, tip), tip.content, 'content')) as TipContent;
}

export async function replyToTip(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.reply'>,
): Promise<Outcome<Effect>> {
  if (!has(acting.actor, 'tip.handle')) return NO_RIGHT;
  const { app, county, actor } = acting;
  const tip = await holdTip(tx, county, body.tip);
  if (!tip) return NO_TIP;
  await insertMessage(tx, {
    county,
    id: body.id,
    tip: tip.id,
    at: instant(app),
    from_office: true,
    by: actor.account,
    sealed: sealText(tipKeyOf(app, tip), body.text, `message ${body.id}`),
  });
  return ok({ subject: { kind: 'tip', id: tip.id }, body: { message: body.id }, result: { id: body.id } });
}

export interface PreparedClue {
  readonly clue?: { readonly id: string; readonly no: string; readonly values: Values };
}

/** Where a clue that came through each channel is said to come from. */
const SOURCE: Record<TipChannel, string> = {
  portal: 'tip',
  hotline: 'tip',
  walkIn: 'tip',
  line12345: 'transfer',
  police: 'transfer',
  market: 'transfer',
};
const CHANNEL_TEXT: Record<TipChannel, string> = {
  portal: '举报网页',
  hotline: '举报电话',
  walkIn: '来访',
  line12345: '12345',
  police: '公安机关',
  market: '市场监管部门',
};

/** What a clue made from `tip` begins with. */
export function clueValues(app: App, tip: Tip): Values {
  const content = contentOf(app, tip);
  const place = content.where.place;
  const violation = violationOf(content.matter);
  return {
    day: tip.day,
    source: SOURCE[tip.channel],
    channel: tip.origin_no ? `${CHANNEL_TEXT[tip.channel]} ${tip.origin_no}` : CHANNEL_TEXT[tip.channel],
    content: tipParagraph(content),
    ...(violation ? { violation } : {}),
    ...(place ? { place: { lng: place.lng, lat: place.lat } } : {}),
    informant: tip.named ? '实名（身份密封保存）' : '匿名',
  };
}

export async function prepareTriage(acting: Acting, body: ActionBody<'tip.triage'>): Promise<PreparedClue> {
  if (body.to !== 'new' || !has(acting.actor, 'tip.handle')) return {};
  const tip = await findTip(acting.app.db, acting.county, body.tip);
  if (tip?.state !== 'new') return {};
  const values = { ...clueValues(acting.app, tip), ...body.values } as Values;
  const id = newId(acting.app);
  return { clue: { id, values, no: await prepareCreate(acting, { kind: 'clue', id, values }) } };
}

export async function triageTip(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.triage'>,
  prepared: PreparedClue,
): Promise<Outcome<Effect>> {
  if (!has(acting.actor, 'tip.handle')) return NO_RIGHT;
  const { app, county } = acting;
  const tip = await holdTip(tx, county, body.tip);
  if (!tip) return NO_TIP;
  if (tip.state !== 'new') return DONE;
  const clue = await clueFor(tx, acting, body, prepared);
  if (!clue.ok) return clue;
  const at = instant(app);
  const state = clue.value ? 'clue' : 'aside';
  await updateTip(tx, county, tip.id, {
    state,
    clue: clue.value?.id ?? null,
    settled_at: clue.value ? null : at,
  });
  const kind = { new: 'accepted', join: 'joined', aside: 'aside' } as const;
  await insertEvents(tx, [
    { county, tip: tip.id, at, kind: kind[body.to], id: newId(app), note: body.note || null },
  ]);
  return ok({
    subject: { kind: 'tip', id: tip.id },
    body: { to: body.to, clue: clue.value?.id ?? null, note: body.note },
    result: { id: tip.id, state, clue: clue.value?.id ?? null },
  });
}

async function clueFor(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.triage'>,
  prepared: PreparedClue,
): Promise<Outcome<{ id: string } | null>> {
  if (body.to === 'aside')
    return body.note.length >= 4
      ? ok(null)
      : refuse(
          'body.invalid',
          ['请写明不予受理的理由，将告知举报人', 'State the reason; the informant is told'],
          {
            where: 'note',
          },
        );
  if (body.to === 'new') return makeClue(tx, acting, prepared);
  const found = body.clue && (await findRecord(tx, acting.county, getKind('clue'), body.clue));
  if (!found || found.withdrawn)
    return refuse('record.missing', ['请选择要并入的线索', 'Choose the clue to join'], { where: 'clue' });
  // Nobody looks at a clue again that was settled as nothing: what is told anew would be settled with it, unread.
  if (isUnproven(found.values.result))
    return refuse(
      'clue.mergeDropped',
      [
        `${found.no} 已按不属实或证据不足办结，新的举报请另立线索，或先重新办理 ${found.no}`,
        `${found.no} ended as false or insufficient: make a clue of its own, or reopen ${found.no} first`,
      ],
      { where: 'clue' },
    );
  return ok({ id: found.id });
}

/** The clue is created as any record is, with a journal row of its own beside the tip's. */
async function makeClue(tx: Tx, acting: Acting, prepared: PreparedClue): Promise<Outcome<{ id: string }>> {
  if (!prepared.clue) return DONE;
  const { id, values, no } = prepared.clue;
  const made = await createRecord(tx, acting, { kind: 'clue', id, values }, no);
  if (!made.ok) return made;
  const { app, county, actor } = acting;
  const at = instant(app);
  await appendJournal(app, tx, [
    {
      county,
      id: newId(app),
      batch: acting.act?.id ?? randomUUID(),
      kind: 'record.create',
      subject: made.value.subject,
      at,
      recordedAt: at,
      by: actor.account,
      device: null,
      body: made.value.body,
    },
  ]);
  return ok({ id: (made.value.result as RecordRow).id });
}

/** Journals that an original is looked at, by whom and why, before it can be. */
export async function openOriginal(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'tip.openOriginal'>,
): Promise<Outcome<Effect>> {
  if (!has(acting.actor, 'tip.handle')) return NO_RIGHT;
  const { app, county, actor } = acting;
  const file = await findFile(tx, county, body.file);
  if (!file || file.tip !== body.tip) return NO_TIP;
  if (!file.original)
    return refuse('tip.erased', ['原始文件已按期清除', 'The original was erased after its retention period']);
  const ticket = signTicket(app, `original.${county}.${file.id}.${actor.account}`, app.now() + ORIGINAL_MS);
  return ok({
    subject: { kind: 'tip', id: body.tip },
    // By its name on disk: the journal is read by more people than the file is.
    body: { file: file.id, original: file.original, reason: body.reason },
    result: { ticket },
  });
}
