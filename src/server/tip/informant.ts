// What does the holder of a receipt see, and what may they add?
import { tipNo } from '../../domain/tip/tip.ts';
import type { App } from '../app.ts';
import { rewardOfTip } from '../reward/index.ts';
import { courseOf } from './outcome.ts';
import { readTicket, receiptHash, signTicket, tipKeyOf, unsealText } from './seal.ts';
import { findByReceipt, findTip, listEvents, listFiles, listMessages, type Tip } from './store.ts';

const TICKET_MS = 30 * 60_000;

/** The tip a stretched receipt belongs to. */
export function tipByReceipt(app: App, county: string, stretched: string): Promise<Tip | undefined> {
  return findByReceipt(app.db, county, receiptHash(app, county, stretched));
}

/** The tip a ticket was given for, if it still holds. */
export async function tipByTicket(app: App, county: string, ticket: string): Promise<Tip | undefined> {
  const [kind, of, id] = (readTicket(app, ticket) ?? '').split('.');
  return kind === 'status' && of === county && id ? findTip(app.db, county, id) : undefined;
}

export function ticketFor(app: App, tip: Tip): string {
  return signTicket(app, `status.${tip.county}.${tip.id}`, app.now() + TICKET_MS);
}

export async function informantView(app: App, tip: Tip) {
  const { county, id } = tip;
  const key = tipKeyOf(app, tip);
  const [events, messages, files, course, reward] = await Promise.all([
    listEvents(app.db, county, id),
    listMessages(app.db, county, id),
    listFiles(app.db, county, id),
    courseOf(app.db, county, tip.clue),
    rewardOfTip(app, county, id, true),
  ]);
  const spoken = messages.map((message) => ({
    id: message.id,
    at: message.at,
    fromOffice: message.from_office,
    text: unsealText(key, message.sealed, `message ${message.id}`),
  }));
  const told = course.told.map((step) => ({ ...step, fromOffice: true }));
  return {
    no: tipNo(id, tip.day),
    day: tip.day,
    matter: tip.matter,
    named: tip.named,
    state: tip.state,
    events: events.map(({ at, kind, note }) => ({ at, kind, note })),
    messages: [...spoken, ...told].sort((a, b) => (a.at < b.at ? -1 : 1)),
    files: files.length,
    outcome: course.outcome,
    reward,
  };
}
