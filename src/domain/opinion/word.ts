// What is a word of the screening lexicon, and what does each category weigh?
import type { Label } from '../kernel/label.ts';

export const WORD_CATEGORIES = [
  { code: 'species', label: ['物种', 'Species'] },
  { code: 'slang', label: ['黑话', 'Slang'] },
  { code: 'tool', label: ['工具方法', 'Tool or method'] },
  { code: 'trade', label: ['买卖用语', 'Trade'] },
  { code: 'hunt', label: ['猎捕食用', 'Hunting or eating'] },
  { code: 'place', label: ['场所', 'Place'] },
  { code: 'benign', label: ['正常语境', 'Harmless context'] },
] as const satisfies readonly { code: string; label: Label }[];
export type WordCategory = (typeof WORD_CATEGORIES)[number]['code'];

/** Points of a word that names none. `benign` is taken off. */
export const USUAL_WEIGHT: Readonly<Record<WordCategory, number>> = {
  ...{ species: 15, slang: 15, tool: 15, trade: 5, hunt: 5, place: 2, benign: 15 },
};

/** list: announced lists · alias: our reading of everyday names · tool: the law's tools · seed: ours, to be checked by the county. */
export type WordSource = 'list' | 'alias' | 'tool' | 'seed' | 'county';

export interface LexWord {
  readonly word: string;
  readonly category: WordCategory;
  /** Points, 0–50. */
  readonly weight: number;
  readonly source: WordSource;
  /** Words of one concept (画眉, 画眉鸟, 画眉's pinyin) count once. */
  readonly concept: string;
  /** An everyday word: it counts only with an unguarded word of another category near it. */
  readonly guarded?: boolean;
  /** Phrases that explain the word away where they touch it or stand near: 画眉 near 眉笔. */
  readonly exceptions?: readonly string[];
  /** Other spellings. Pinyin for single characters (hua眉) follows by itself. */
  readonly variants?: readonly string[];
  readonly note?: Label;
}
