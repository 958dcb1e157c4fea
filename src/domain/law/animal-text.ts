// Which animal and how many does a short text state: 画眉5只, 穿山甲鳞片 3公斤, 一只猫头鹰?
import { groupOf, speciesOf } from './species.ts';
import { exactSpecies } from './species-search.ts';

const NUMBER = '(?:约|大约|近|共|计)?[\\d０-９.,，零〇一二两三四五六七八九十百千万半几]+(?:余|多)?(?:万|千)?';
const UNIT = '(?:公斤|千克|kg|斤|克|g|两|吨|只|头|条|尾|羽|匹|枚|个|对|双|件|张|块|根)(?:余|多|左右)?';
const AFTER = new RegExp(`^(.+?)[\\s×xX*:：]*(${NUMBER}\\s*${UNIT})$`, 'iu');
const BEFORE = new RegExp(`^(${NUMBER}\\s*${UNIT})(?:的)?\\s*(.+)$`, 'iu');

interface Stated {
  readonly species: string;
  readonly count?: string;
}

/** Nobody names an animal at such length; the patterns above take the square of the time. */
const MOST_LETTERS = 400;

/** Names hold numerals too (两头蛇): a number before the name is split off only where a known animal remains. */
export function readAnimalText(text: string): Stated {
  const plain = text.trim();
  if (plain.length > MOST_LETTERS) return { species: plain };
  const after = AFTER.exec(plain);
  const before = BEFORE.exec(plain);
  if ((after === null && before === null) || isKnown(plain)) return { species: plain };
  if (after !== null) return { species: after[1]!.trim(), count: after[2]! };
  const rest = before![2]!;
  return isKnown(rest) ? { species: rest, count: before![1]! } : { species: plain };
}

/** 画眉5只、山斑鸠3只 is two animals. */
export function animalTexts(text: string): readonly string[] {
  return text
    .split(/[、，,；;\n]|以及|和(?!平鸟|尚)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isKnown(name: string): boolean {
  return (speciesOf(name) ?? groupOf(name)) !== undefined || exactSpecies(name) !== undefined;
}
