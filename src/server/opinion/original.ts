// How do originals come in, and how is an import begun?
import type { ActionBody } from '../../contract/action.ts';
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import type { Acting, Effect } from '../acting.ts';
import { instant } from '../app.ts';
import type { Tx } from '../db/connection.ts';
import { denied, mayWork } from './add.ts';
import { keepBytes, mediaOf } from './file.ts';
import { insertImport } from './import-store.ts';
import { type FileRow, findFile, findPost, insertCopies, insertFile } from './store.ts';

/** A page saved with its pictures, a long screenshot, a month's export. */
export const MOST_BYTES = 30 * 1024 * 1024;

/** Keeps an original; it is no change of the ledger until an action names it. */
export async function keepOriginal(acting: Acting, name: string, bytes: Buffer): Promise<Outcome<FileRow>> {
  if (!mayWork(acting)) return denied();
  if (bytes.length === 0) return refuse('opinion.blank', ['文件是空的', 'The file is empty']);
  if (bytes.length > MOST_BYTES)
    return refuse('body.large', ['文件超过30MB，请分成几个', 'The file is over 30 MB; split it']);
  const { app, county, actor } = acting;
  const sha256 = await keepBytes(app, county, bytes);
  const tidy =
    name
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .toWellFormed()
      .trim()
      .slice(0, 200) || sha256.slice(0, 12);
  const file = { sha256, name: tidy, media: mediaOf(bytes), bytes: bytes.length };
  await insertFile(app.db, county, file, instant(app), actor.account);
  return ok((await findFile(app.db, county, sha256)) ?? file);
}

const missing = (): Outcome<never> =>
  refuse('opinion.missing', ['没有这个原件，请重新上传', 'There is no such original; upload it again']);

export async function attachOriginal(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'opinion.attach'>,
): Promise<Outcome<Effect>> {
  if (!mayWork(acting)) return denied();
  const { app, county, actor } = acting;
  const file = await findFile(tx, county, body.file);
  if (!file) return missing();
  if (!(await findPost(tx, county, body.id)))
    return refuse('opinion.missing', ['没有这条舆情信息', 'There is no such post']);
  await insertCopies(
    tx,
    county,
    [{ post: body.id, sha256: file.sha256, role: 'added' }],
    instant(app),
    actor.account,
  );
  return ok({ subject: { kind: 'opinion', id: body.id }, body, result: file });
}

export async function beginImport(
  tx: Tx,
  acting: Acting,
  body: ActionBody<'opinion.import'>,
): Promise<Outcome<Effect>> {
  if (!mayWork(acting)) return denied();
  const { app, county, actor } = acting;
  if (!(await findFile(tx, county, body.file))) return missing();
  await insertImport(tx, { ...body, county, account: actor.account, at: instant(app) });
  return ok({ subject: { kind: 'opinionImport', id: body.id }, body, result: { id: body.id } });
}
