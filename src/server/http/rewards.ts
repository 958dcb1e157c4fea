// Which routes propose, pay and account for rewards?
import type { FastifyInstance } from 'fastify';
import { type Actor, has } from '../../domain/access/access.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { listAccountNames } from '../account/index.ts';
import type { App } from '../app.ts';
import { findRecord } from '../record/index.ts';
import {
  bookOf,
  bookWorkbook,
  candidatePage,
  checkBooks,
  findByCode,
  findByTip,
  offerOf,
} from '../reward/index.ts';
import { createGate, tipByReceipt } from '../tip/index.ts';
import { sendFile } from './imports.ts';
import { readableKind } from './records.ts';
import { orRefuse, serve } from './register.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NO_TIP = refuse('tip.missing', [
  '没有找到这个回执号，请核对后再试',
  'No tip has this receipt; please check the digits',
]);

function needTill(actor: Actor): void {
  if (!has(actor, 'reward.pay'))
    orRefuse(refuse('access.denied', ['您的角色不能发放奖励', 'Your role may not pay rewards']));
}

/** Wrong codes of one account in ten minutes. */
const TILL_MISSES = 20;

async function pickedBy(
  app: App,
  county: string,
  actor: Actor,
  body: { code: string } | { receipt: string },
) {
  if ('code' in body) return findByCode(app, county, actor, body.code);
  const tip = await tipByReceipt(app, county, body.receipt);
  return tip ? findByTip(app, county, actor, tip.id) : NO_TIP;
}

export function serveRewards(server: FastifyInstance, app: App): void {
  serve(server, app, 'rewardCandidates', async ({ actor, params, query }) => {
    readableKind(actor, 'reward');
    return candidatePage(app, params.county, query);
  });
  serve(server, app, 'rewardOffer', async ({ actor, params }) => {
    readableKind(actor, 'reward');
    const clue = await findRecord(app.db, params.county, readableKind(actor, 'clue'), params.id);
    if (!clue) return orRefuse(refuse('record.missing', ['没有这条线索', 'There is no such clue']));
    return offerOf(app, params.county, clue);
  });
  const gate = createGate(app, { misses: TILL_MISSES });
  serve(server, app, 'rewardTill', async ({ actor, params: { county }, body }) => {
    needTill(actor);
    // Whoever sits at the till may mistype, not try codes.
    orRefuse(gate.mayGuess(actor.account));
    const found = await pickedBy(app, county, actor, body);
    if (!found.ok) gate.missed(actor.account);
    return orRefuse(found);
  });
  serve(server, app, 'rewardBook', async ({ actor, params, query }) => {
    readableKind(actor, 'reward');
    const book = await bookOf(app, params.county, query.year);
    const names = await listAccountNames(app.db, [...new Set(book.moves.map((move) => move.by))]);
    return {
      ...book,
      moves: book.moves.map((move) => ({ ...move, byName: names.get(move.by) ?? '' })),
      faults: await checkBooks(app.db, params.county),
    };
  });
  serve(server, app, 'rewardBookFile', async ({ actor, params, query, reply }) => {
    readableKind(actor, 'reward');
    if (!has(actor, 'export'))
      orRefuse(refuse('access.denied', ['您的角色不能导出', 'Your role may not export']));
    const bytes = await bookWorkbook(app, params.county, query.year);
    return sendFile(reply, XLSX, `举报奖励账-${query.year ?? ''}.xlsx`, bytes);
  });
}
