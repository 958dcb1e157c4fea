// How do an officer's entries leave the browser? As a citizen's do; the heavy parts are loaded when first needed.
import { newId, ProblemError } from '../../client/api.ts';
import { sealIdentity } from '../../client/tip/seal.ts';
import { stretchReceipt } from '../../client/tip/stretch.ts';
import { FileRefused, sendFile } from '../../client/tip/upload.ts';
import { hashFile, type Pass } from '../../client/tip/work.ts';

export const stretch = stretchReceipt;

/** Ids of `files` once all have arrived; a second attempt goes on with those that have. */
export async function sendAll(
  county: string,
  pass: Pass,
  files: readonly File[],
  known: Map<File, string>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) {
    const id = known.get(file) ?? newId();
    known.set(file, id);
    ids.push(id);
    try {
      await sendFile({
        ...{ county, id, file, sha256: await hashFile(file) },
        pass: async () => pass,
        renew: () => {},
        progress: () => {},
        signal: AbortSignal.timeout(10 * 60_000),
      });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      const [zh, en] = error.words;
      const message = [`${file.name}：${zh}`, `${file.name}: ${en}`] as const;
      throw new ProblemError(422, [{ code: 'upload.type', message }]);
    }
  }
  return ids;
}

export function sealFor(
  key: { readonly id: string; readonly publicKey: string },
  county: string,
  tip: string,
  who: { readonly name?: string; readonly phone?: string; readonly note?: string },
): { key: string; sealed: string } {
  const identity = {
    name: who.name ?? '',
    phone: who.phone ?? '',
    ...(who.note ? { note: who.note } : {}),
  };
  return { key: key.id, sealed: sealIdentity(key.publicKey, county, tip, identity) };
}
