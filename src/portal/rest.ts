// How do files and words that came after the report was handed in follow it? Added under its receipt, once, however often the line breaks.
import { ask, newId, type Passes, Refused, type Status, wordsOf } from './api.ts';
import { stretchAside } from './aside.ts';
import { h, show } from './dom.ts';
import { type Draft, saveDraft } from './draft.ts';
import { Tray } from './media.ts';
import { t } from './text.ts';

export interface Rest {
  readonly element: HTMLElement;
  readonly pending: () => boolean;
  readonly close: () => void;
}

const AGAIN_MS = 5_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Null when nothing was left behind. */
export function sendRest(county: string, passes: Passes, draft: Draft): Rest | null {
  if (draft.files.length === 0 && !draft.text.trim()) return null;
  const save = () => void saveDraft(county, draft);
  const tray = new Tray(county, passes, draft.files, save, false);
  const note = h('p', { role: 'status' }, t('filesFollow', { n: draft.files.length }));
  const element = h('section', { className: 'card no-print' }, note, tray.element);
  let stopped = false;
  const run = async () => {
    for (;;) {
      while (!tray.allSent && !stopped) await sleep(250);
      if (stopped) return;
      try {
        await addAll(county, passes, draft);
        draft.files.length = 0;
        draft.text = '';
        await saveDraft(county, draft);
        return show(element, h('p', { role: 'status' }, t('filesAdded')));
      } catch (error) {
        if (error instanceof Refused && error.code === 'upload.missing')
          tray.resend(draft.files.map((file) => file.id));
        else if (error instanceof Refused && error.code !== 'portal.work') note.textContent = wordsOf(error);
        await sleep(AGAIN_MS);
      }
    }
  };
  void run();
  return {
    element,
    pending: () => draft.files.length > 0 || draft.text !== '',
    close: () => {
      stopped = true;
      tray.close();
    },
  };
}

async function addAll(county: string, passes: Passes, draft: Draft): Promise<void> {
  const files = draft.files.map((file) => file.id);
  const text = draft.text.trim();
  if (files.length === 0 && !text) return;
  draft.more ??= newId();
  await saveDraft(county, draft);
  const [receipt, pass] = await Promise.all([stretchAside(county, draft.receipt ?? ''), passes.take()]);
  // A pass opens one look; used or refused, the next attempt needs another.
  passes.drop();
  const { ticket } = await ask<Status>(`${county}/status`, { receipt, pass });
  await ask<Status>(`${county}/add`, { ticket, id: draft.more, text, files });
}
