// Which words does this county screen by?
import {
  compileLexicon,
  type Lexicon,
  NO_SETTING,
  readLexiconSetting,
} from '../../domain/opinion/lexicon.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findSetting } from '../setting/index.ts';

/** Built lexicons by the text of their setting: most counties have none of their own, and building takes 130 ms. */
const built = new Map<string, Lexicon>();
const MOST_BUILT = 8;

export async function lexiconOf(db: Db | Tx, county: string): Promise<Lexicon> {
  const raw = await findSetting(db, county, 'opinionLexicon');
  const read = readLexiconSetting(raw);
  // A setting that came in another way than through its check must not stop the work.
  const setting = read.ok ? read.value : NO_SETTING;
  const key = JSON.stringify(setting);
  const known = built.get(key);
  if (known) return known;
  if (built.size >= MOST_BUILT) built.delete(built.keys().next().value ?? '');
  const lexicon = compileLexicon(setting);
  built.set(key, lexicon);
  return lexicon;
}
