// Which bytes of a tip's file may a person see? The copy, made when first asked for; the original only with a ticket.
import type { MediaType } from '../../domain/tip/media.ts';
import type { App } from '../app.ts';
import { shownCopy } from '../file/index.ts';
import { readTicket, seal, tipKeyOf, unseal, unsealHash } from './seal.ts';
import { findFile, findTip, setFile, type Tip, type TipFile } from './store.ts';
import { newFileKey, putSealed, readSealed, sha256Hex } from './vault.ts';

export interface Shown {
  readonly bytes: Buffer;
  readonly type: MediaType;
}

/** The original, checked against the hash it came with; null when it was erased. */
async function originalOf(app: App, tip: Tip, file: TipFile): Promise<Buffer | null> {
  if (!file.original || !file.original_key) return null;
  const tipKey = tipKeyOf(app, tip);
  const key = unseal(tipKey, file.original_key, `original ${file.id}`);
  const bytes = await readSealed(app, key, file.original);
  if (sha256Hex(bytes) !== unsealHash(tipKey, file.sha256, `sha256 ${file.id}`))
    throw new Error(`the original of ${file.id} is not what arrived`);
  return bytes;
}

/** One picture drawn at a time: two at once would take the memory of a small machine. */
let drawing: Promise<unknown> = Promise.resolve();

/** The copy to show; made and kept (sealed) the first time. Null when none can be made. */
export async function shownOf(app: App, tip: Tip, file: TipFile): Promise<Shown | null> {
  const tipKey = tipKeyOf(app, tip);
  if (file.shown && file.shown_key && file.shown_type) {
    const key = unseal(tipKey, file.shown_key, `shown ${file.id}`);
    return { bytes: await readSealed(app, key, file.shown), type: file.shown_type };
  }
  const original = await originalOf(app, tip, file);
  if (!original) return null;
  const mine = drawing.then(
    () => shownCopy(file.type, original),
    () => shownCopy(file.type, original),
  );
  drawing = mine.catch(() => undefined);
  const copy = await mine;
  if (!copy) return null;
  const key = newFileKey();
  await setFile(app.db, tip.county, file.id, {
    shown: await putSealed(app, key, copy.bytes),
    shown_key: seal(tipKey, key, `shown ${file.id}`),
    shown_type: copy.type,
  });
  return copy;
}

export async function fileOfTip(
  app: App,
  county: string,
  tipId: string,
  fileId: string,
): Promise<{ tip: Tip; file: TipFile } | undefined> {
  const [tip, file] = await Promise.all([findTip(app.db, county, tipId), findFile(app.db, county, fileId)]);
  return tip && file?.tip === tipId ? { tip, file } : undefined;
}

/** The original of a file, to the account whose opening was journaled. */
export async function originalByTicket(
  app: App,
  found: { tip: Tip; file: TipFile },
  account: string,
  ticket: string,
): Promise<Buffer | null> {
  const allowed = `original.${found.tip.county}.${found.file.id}.${account}`;
  return readTicket(app, ticket) === allowed ? originalOf(app, found.tip, found.file) : null;
}
