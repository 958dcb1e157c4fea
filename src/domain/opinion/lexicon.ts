// Which words does a county search for? Ours, and what it added, changed or disabled (setting `opinionLexicon`).
import { type Outcome, ok, type Refusal, refuse } from '../kernel/outcome.ts';
import { syllables } from '../law/spelling.ts';
import { normalise } from './normal.ts';
import { SEED_WORDS } from './seed-word.ts';
import { animalAndToolWords } from './species-word.ts';
import { addWord, createTrie, type Trie } from './trie.ts';
import { type LexWord, USUAL_WEIGHT, WORD_CATEGORIES, type WordCategory } from './word.ts';

/** A word as the county keeps it. `off` disables ours (or its own) of the same spelling and category. */
export interface CountyWord {
  readonly word: string;
  readonly category: WordCategory;
  readonly weight?: number;
  readonly guarded?: boolean;
  readonly exceptions?: readonly string[];
  readonly variants?: readonly string[];
  readonly note?: string;
  readonly off?: boolean;
}

export interface LexiconSetting {
  /** A post of at least this many points is shown as suspect. */
  readonly threshold: number;
  readonly words: readonly CountyWord[];
}

/** From the labelled sample: the best balance of missed and wrongly shown posts (docs/opinion.md). */
export const USUAL_THRESHOLD = 35;
export const NO_SETTING: LexiconSetting = { threshold: USUAL_THRESHOLD, words: [] };

export type Via = 'plain' | 'pinyin';
export interface Entry {
  readonly word: LexWord;
  readonly via: Via;
}

export interface Lexicon {
  readonly words: readonly LexWord[];
  readonly threshold: number;
  readonly trie: Trie<Entry>;
  /** Exceptions as searched → the word each explains away; one that `holds` the word, only where it holds it. */
  readonly exceptions: Trie<{ readonly word: string; readonly holds: boolean }>;
  /** Tells whether a post was screened with these words. */
  readonly revision: string;
}

/** Changes whenever our own words or the sum change, so that posts are known to be screened by an older one. */
const OURS = '1';
const MAX_WORDS = 2_000;
const MAX_LENGTH = 20;

/** The setting as stored, or what is wrong with it. */
export function readLexiconSetting(raw: unknown): Outcome<LexiconSetting> {
  if (raw === undefined || raw === null) return ok(NO_SETTING);
  const wrong = (where: string, zh: string, en: string) => refuse('lexicon.invalid', [zh, en], { where });
  const { threshold = USUAL_THRESHOLD, words = [] } = raw as Partial<LexiconSetting>;
  if (typeof threshold !== 'number' || !(threshold >= 1 && threshold <= 100))
    return wrong('threshold', '阈值应在1至100之间', 'The threshold must be 1 to 100');
  if (!Array.isArray(words) || words.length > MAX_WORDS)
    return wrong('words', `词条最多${MAX_WORDS}个`, `At most ${MAX_WORDS} words`);
  const refusals: Refusal[] = [];
  words.forEach((word: CountyWord, i) => {
    const problem = problemOf(word);
    if (problem) refusals.push({ code: 'lexicon.invalid', where: `words.${i}`, message: problem });
  });
  return refusals.length > 0 ? { ok: false, refusals } : ok({ threshold, words });
}

function problemOf(word: CountyWord): readonly [string, string] | null {
  if (word === null || typeof word !== 'object' || typeof word.word !== 'string')
    return ['词条格式有误', 'Not a word'];
  const lists = [word.exceptions ?? [], word.variants ?? []];
  const texts = [word.word, ...lists.flat()];
  if (!lists.every(Array.isArray) || texts.length > 50 || !texts.every((t) => typeof t === 'string'))
    return [`“${word.word}”的例外或写法有误`, `Exceptions or spellings of ${word.word} are not texts`];
  const length = keyOf(word.word).length;
  if (length < 2 || length > MAX_LENGTH)
    return [`“${word.word}”应为2至${MAX_LENGTH}个字`, `${word.word} must have 2 to ${MAX_LENGTH} characters`];
  if (!WORD_CATEGORIES.some((category) => category.code === word.category))
    return [`“${word.word}”没有选类别`, `${word.word} has no category`];
  const { weight } = word;
  if (weight !== undefined && !(typeof weight === 'number' && weight >= 0 && weight <= 50))
    return [`“${word.word}”的分值应在0至50之间`, `The points of ${word.word} must be 0 to 50`];
  return null;
}

const keyOf = (text: string) => normalise(text).text;
const idOf = (word: { word: string; category: string }) => `${word.category} ${keyOf(word.word)}`;

/** Our words with the county's: the county's stand in place of ours of the same spelling and category. */
export function wordsOf(setting: LexiconSetting): readonly LexWord[] {
  const words = new Map<string, LexWord>();
  for (const word of [...animalAndToolWords(), ...SEED_WORDS]) words.set(idOf(word), word);
  for (const own of setting.words) {
    const id = idOf(own);
    const ours = words.get(id);
    if (own.off) words.delete(id);
    else
      words.set(id, {
        word: own.word.trim(),
        category: own.category,
        weight: own.weight ?? ours?.weight ?? USUAL_WEIGHT[own.category],
        source: 'county',
        concept: ours?.concept ?? own.word.trim(),
        ...(own.guarded ? { guarded: true } : {}),
        ...(own.exceptions && own.exceptions.length > 0 ? { exceptions: own.exceptions } : {}),
        ...(own.variants && own.variants.length > 0 ? { variants: own.variants } : {}),
        ...(own.note ? { note: [own.note, own.note] as const } : {}),
      });
  }
  return [...words.values()];
}

/** Builds the search once for many posts (about 60 ms). */
export function compileLexicon(setting: LexiconSetting = NO_SETTING): Lexicon {
  const words = wordsOf(setting);
  const trie = createTrie<Entry>();
  const exceptions = createTrie<{ word: string; holds: boolean }>();
  for (const word of words) {
    const plain = new Set([word.word, ...(word.variants ?? [])].map(keyOf).filter((key) => key.length >= 2));
    for (const key of plain) addWord(trie, key, { word, via: 'plain' });
    for (const key of mixed(word)) if (!plain.has(key)) addWord(trie, key, { word, via: 'pinyin' });
    for (const except of word.exceptions ?? [])
      addWord(exceptions, keyOf(except), {
        word: word.word,
        holds: keyOf(except).includes(keyOf(word.word)),
      });
  }
  return { words, threshold: setting.threshold, trie, exceptions, revision: revisionOf(setting) };
}

/** hua眉, 画mei, 野wei: one character or more, never all of them, in pinyin. Trade words and context need none. */
function mixed(word: LexWord): string[] {
  const key = keyOf(word.word);
  if (word.category === 'trade' || word.category === 'benign' || word.category === 'place') return [];
  const sounds = key.length >= 2 && key.length <= 4 ? syllables(key) : null;
  if (sounds === null) return [];
  const out: string[] = [];
  for (let mask = 1; mask < 2 ** key.length - 1; mask++)
    out.push([...key].map((c, i) => (mask & (1 << i) ? sounds[i]! : c)).join(''));
  return out;
}

/** FNV-1a over the county's words: short, and the same everywhere. */
function revisionOf(setting: LexiconSetting): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(setting.words);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return `${OURS}-${hash.toString(16).padStart(8, '0')}`;
}
