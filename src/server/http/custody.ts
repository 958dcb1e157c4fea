// Which routes show what is held, hand it over from phone to phone, and keep its pictures and labels?
import type { FastifyInstance } from 'fastify';
import { type Actor, mayWrite } from '../../domain/access/access.ts';
import { shown } from '../../domain/access/shown.ts';
import { isUuid } from '../../domain/kernel/id.ts';
import { type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import { sum } from '../../domain/kernel/quantity.ts';
import { getKind } from '../../domain/kind.ts';
import { isNone, quantityOf } from '../../domain/seizure/amount.ts';
import {
  type Custody,
  type Holding,
  isOutside,
  liveWaiting,
  type Offer,
} from '../../domain/seizure/custody.ts';
import { HANDLERS } from '../../domain/seizure/step-field.ts';
import { listAccountNames, listAccounts } from '../account/index.ts';
import { type App, instant } from '../app.ts';
import { findRecord, namesFor } from '../record/index.ts';
import {
  checkPhoto,
  countHeld,
  findLabel,
  type HeldRow,
  keepPhoto,
  labelsOf,
  listHeld,
  openHandover,
  openPhoto,
  viewHandover,
} from '../seizure/index.ts';
import { readableKind } from './records.ts';
import { HttpRefusal, orRefuse, serve } from './register.ts';

const SEIZURE = getKind('seizure');
const MISSING: Refusal = { code: 'record.missing', message: ['没有这个文件', 'There is no such file'] };
const LABELS_MAX = 200;

export function serveCustody(server: FastifyInstance, app: App): void {
  serveHeld(server, app);
  serveHandovers(server, app);
  serveFiles(server, app);
  serveLabels(server, app);
}

type NameBook = ReadonlyMap<string, string>;

function handView(holding: Holding, accounts: NameBook) {
  const { key, account, name, place, purpose, since, kept, dead } = holding;
  return {
    ...{ key, place, purpose, since, kept: quantityOf(kept), dead: isNone(dead) ? null : quantityOf(dead) },
    who: account === null ? name : (accounts.get(account) ?? ''),
    kind: account !== null ? 'account' : isOutside(holding) ? 'outside' : 'store',
  };
}

function offerView(offer: Offer, accounts: NameBook) {
  const { seq, quantity, state, place, purpose, condition, on, at } = offer;
  const taker = offer.outside ?? (offer.taker === null ? null : (accounts.get(offer.taker) ?? ''));
  return {
    seq,
    giver: accounts.get(offer.by) ?? '',
    taker,
    quantity,
    state,
    place,
    purpose,
    condition,
    on,
    at,
  };
}

function accountsIn(facts: Custody): string[] {
  const offers = facts.pending.flatMap(({ by, taker }) => (taker === null ? [by] : [by, taker]));
  return [...facts.holdings.flatMap(({ account }) => account ?? []), ...offers];
}

function readAfter(cursor: string | undefined): readonly [number, string, string] | undefined {
  if (!cursor) return undefined;
  const [rank, day = '', id = ''] = cursor.split('|');
  if (!/^[01]$/.test(rank ?? '') || !/^\d{4}-\d\d-\d\d$/.test(day) || !isUuid(id))
    return orRefuse(refuse('body.invalid', ['翻页标记有误', 'The cursor is not valid']));
  return [Number(rank), day, id];
}

function serveHeld(server: FastifyInstance, app: App): void {
  serve(server, app, 'custody', async ({ actor, params: { county }, query }) => {
    const kind = readableKind(actor, 'seizure');
    const now = instant(app);
    const { mine, cursor, limit, ...asked } = query;
    const filter = { ...asked, account: mine ? actor.account : undefined };
    const held = await listHeld(app.db, county, filter, { now, limit, after: readAfter(cursor) });
    const accounts = await listAccountNames(app.db, [
      ...new Set(held.flatMap(({ facts }) => accountsIn(facts))),
    ]);
    const names = await namesFor(
      app.db,
      county,
      kind,
      held.map(({ row }) => row.values),
    );
    const last = held.at(-1);
    const next = last && held.length === limit ? `${last.rank}|${last.row.values.day}|${last.row.id}` : null;
    return {
      rows: held.map((each) => heldView(actor, each, accounts, now)),
      ...{ names: Object.fromEntries(names), next, counts: await countHeld(app.db, county, now) },
    };
  });

  serve(server, app, 'takers', async ({ actor, params: { county } }) => {
    readableKind(actor, 'seizure');
    const handlers: readonly string[] = HANDLERS;
    const able = (await listAccounts(app.db, county)).filter(
      ({ disabled, roles }) => !disabled && roles.some((role) => handlers.includes(role)),
    );
    return { takers: able.map(({ id, name }) => ({ account: id, name })) };
  });
}

function heldView(actor: Actor, { row, facts, due }: HeldRow, accounts: NameBook, now: string) {
  const live = liveWaiting(facts);
  return {
    row: shown(actor, SEIZURE, row),
    hands: facts.holdings.map((holding) => handView(holding, accounts)),
    offers: facts.pending.map((offer) => offerView(offer, accounts)),
    live: live.length === 0 ? null : sum(live.map(({ quantity }) => quantity)),
    ...{ due, overdue: live.length > 0 && due !== null && due < now },
  };
}

function serveHandovers(server: FastifyInstance, app: App): void {
  serve(server, app, 'handoverOpen', async ({ actor, params, body }) =>
    orRefuse(await openHandover(app, actor, params.county, body)),
  );

  serve(server, app, 'handover', async ({ actor, params: { county, code } }) => {
    const view = orRefuse(await viewHandover(app, actor, county, code));
    const row = await findRecord(app.db, county, SEIZURE, view.id);
    if (!row) throw new HttpRefusal([MISSING]);
    const accounts = await listAccountNames(app.db, accountsIn(view.facts));
    return {
      seizure: shown(actor, SEIZURE, row),
      names: Object.fromEntries(await namesFor(app.db, county, SEIZURE, [row.values])),
      offer: view.offer && offerView(view.offer, accounts),
      photos: view.facts.photos.map(({ file, caption, takenAt }) => ({ file, caption, takenAt })),
      ...{ state: view.state, until: view.until },
    };
  });
}

function serveFiles(server: FastifyInstance, app: App): void {
  serve(server, app, 'filePut', async ({ actor, params, request }) => {
    if (!mayWrite(actor, SEIZURE))
      orRefuse(refuse('access.denied', ['您的角色不能上传证据照片', 'Your role may not upload evidence']));
    const part = await request.file();
    if (!part) return orRefuse(refuse('body.invalid', ['请选择照片', 'Choose a picture']));
    const stated = part.fields['sha256'];
    const hash = stated && 'value' in stated ? String(stated.value) : '';
    const bytes = await part.toBuffer();
    return orRefuse(await keepPhoto(app, params.county, actor.account, bytes, hash));
  });

  serve(server, app, 'file', async ({ actor, params, query, reply }) => {
    readableKind(actor, 'seizure');
    const opened = await openPhoto(app, params.county, params.sha256, query.original === true);
    if (!opened) throw new HttpRefusal([MISSING]);
    // Named by its content, so it never changes; but only for whoever asked.
    reply.header('cache-control', 'private, max-age=3600').type(opened.type);
    if (query.original)
      reply.header('content-disposition', `attachment; filename="${params.sha256}.${opened.type.slice(6)}"`);
    return reply.send(opened.bytes);
  });

  serve(server, app, 'fileCheck', async ({ actor, params }) => {
    readableKind(actor, 'seizure');
    return checkPhoto(app, params.county, params.sha256);
  });
}

function serveLabels(server: FastifyInstance, app: App): void {
  serve(server, app, 'labels', async ({ actor, params, query }) => {
    readableKind(actor, 'seizure');
    const ids = query.ids.split(',').filter(isUuid).slice(0, LABELS_MAX);
    return { labels: await labelsOf(app, params.county, ids) };
  });

  serve(server, app, 'labelFind', async ({ actor, params }) => {
    readableKind(actor, 'seizure');
    const found = await findLabel(app, params.county, params.no, params.check);
    if (!found)
      throw new HttpRefusal([
        {
          code: 'record.missing',
          message: ['标签与台账对不上，请核对编号', 'This label does not belong to a record here'],
        },
      ]);
    return found;
  });
}
