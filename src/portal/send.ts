// How does a report reach the house for certain, and once? The same id and receipt each time, until it has answered.
import { newReceipt } from '../client/tip/make-receipt.ts';
import type { TipIdentity } from '../domain/tip/tip.ts';
import { ask, newId, type Passes, Refused, type Start, wordsOf } from './api.ts';
import { stretchAside } from './aside.ts';
import { type Draft, type DraftPlace, saveDraft } from './draft.ts';
import type { Tray } from './media.ts';
import { t } from './text.ts';

/** Why it cannot be sent as it is, in words for the person. */
export class Refusal extends Error {}

interface Sending {
  readonly county: string;
  readonly start: Start | null;
  readonly passes: Passes;
  readonly draft: Draft;
  readonly tray: Tray;
  readonly identity: TipIdentity | null;
  /** `waiting`: only files hold it up. */
  readonly busy: (text: string, waiting?: boolean) => void;
  /** Whether the words shall go now and the files after them. */
  readonly early: () => boolean;
}

const WAITS = [2, 4, 8, 15, 30];
const MOST_REFUSALS = 4;

export async function sendTip(sending: Sending): Promise<void> {
  const { county, draft, tray, busy, passes } = sending;
  draft.id ??= newId();
  draft.receipt ??= newReceipt();
  await saveDraft(county, draft);
  let sealed: { key: string; sealed: string } | null | undefined;
  let refusals = 0;
  for (let failures = 0; ; ) {
    const told = () => busy(t('uploading', { n: Math.floor(tray.share * 100) }), true);
    if (!draft.first) await tray.settled(told, sending.early);
    if (tray.refused) throw new Refusal(t('fileRefused'));
    // If the answer is lost, the house keeps what came first: whatever is added meanwhile follows on its own.
    draft.first ??= {
      files: draft.files.filter((file) => file.done).map((file) => file.id),
      text: draft.text.trim(),
    };
    const { first } = draft;
    await saveDraft(county, draft);
    try {
      busy(t('working'));
      const pass = await passes.take();
      const receipt = await stretchAside(county, draft.receipt);
      sealed ??= await seal(sending, draft.id);
      busy(t('sendingTip'));
      const answer = await ask<{ no: string }>(`${county}/tip`, {
        id: draft.id,
        receipt,
        content: { ...contentOf(draft), text: first.text },
        files: first.files,
        identity: sealed,
        pass,
      });
      passes.drop();
      draft.no = answer.no;
      const files = draft.files.filter((file) => !first.files.includes(file.id));
      const text = draft.text.trim() === first.text ? '' : draft.text;
      Object.assign(draft, { text, files, place: null, town: '', address: '' });
      await saveDraft(county, draft);
      return;
    } catch (error) {
      if (error instanceof Refused) {
        if (!heal(sending, error) || ++refusals > MOST_REFUSALS) throw new Refusal(wordsOf(error));
      } else await wait(WAITS[Math.min(failures++, WAITS.length - 1)] as number, busy);
    }
  }
}

/** What can be put right without asking: a pass too old, a receipt another has, a file the house has forgotten. */
function heal({ passes, draft, tray }: Sending, { code, detail }: Refused): boolean {
  if (code === 'portal.work') passes.drop();
  else if (code === 'tip.receipt') draft.receipt = newReceipt();
  else if (code === 'upload.missing') {
    draft.first = null;
    tray.resend((detail as { files?: string[] } | undefined)?.files ?? draft.files.map((file) => file.id));
  } else return false;
  return true;
}

async function seal(sending: Sending, tip: string): Promise<{ key: string; sealed: string } | null> {
  const { identity, start, county } = sending;
  if (!identity || !start?.key) return null;
  const { sealIdentity } = await import('../client/tip/seal.ts');
  return { key: start.key.id, sealed: sealIdentity(start.key.publicKey, county, tip, identity) };
}

function placeOf({ lng, lat, accuracy, pointed }: DraftPlace) {
  const by = pointed ? 'pointed' : 'device';
  return { lng, lat, by, ...(accuracy === undefined ? {} : { accuracy }) };
}

function contentOf(draft: Draft) {
  const { matter, text, place, town, address, when, at } = draft;
  return {
    matter: matter ?? 'other',
    text: text.trim(),
    where: { place: place && placeOf(place), town: town || null, address: address.trim() || null },
    when: { kind: when ?? 'unknown', at: when === 'at' ? at : null },
  };
}

/** Counts down before the next attempt; a line that is back ends the wait. */
async function wait(seconds: number, busy: (text: string) => void): Promise<void> {
  let back = false;
  const now = () => {
    back = true;
  };
  addEventListener('online', now, { once: true });
  for (let left = seconds; left > 0 && !back; left--) {
    busy(t('retrying', { n: left }));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  removeEventListener('online', now);
}
