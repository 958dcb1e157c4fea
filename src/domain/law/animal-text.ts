// Which animal and how many does a short text state: 画眉5只, 穿山甲鳞片 3公斤, 一只猫头鹰, 画眉（活体）×5?
import { groupOf, speciesOf } from './species.ts';
import { exactSpecies } from './species-search.ts';

const DIGITS = '[\\d０-９.,，零〇一二两三四五六七八九十百千万半几]+';
const NUMBER = `(?:约|大约|近|共|计|各|不到|不足|至少|最多|超过)?${DIGITS}(?:[-~～—至到]${DIGITS})?(?:余|多)?(?:万|千)?`;
const UNIT =
  '(?:公斤|千克|kg|斤|克|g|两|吨|只|头|条|尾|羽|匹|枚|个|对|双|件|张|块|根|片|颗|粒|副|打|袋|箱|窝|笼|筐|桶|盒|包|瓶|具|支|把)(?:肉|余|多|左右)?';
const AFTER = new RegExp(`^(.+?)[\\s×xX*:：]*(${NUMBER}\\s*${UNIT})$`, 'iu');
const BEFORE = new RegExp(`^(${NUMBER}\\s*${UNIT})(?:的)?\\s*(.+)$`, 'iu');
const TIMES = new RegExp(`^(.+?)\\s*[×xX*]\\s*(${NUMBER})$`, 'iu');
const WHOLE_NUMBER = new RegExp(`^${NUMBER}\\s*(?:${UNIT})?$`, 'iu');

interface Stated {
  readonly species: string;
  readonly count?: string;
  /** 画眉（活体）. */
  readonly form?: string;
}

/** Nobody names an animal at such length; these patterns take the square of the time. */
const MOST_LETTERS = 400;

/** Names hold numerals too (两头蛇): a number before the name is split off only where a known animal remains. */
export function readAnimalText(text: string): Stated {
  const plain = text.trim();
  if (plain.length > MOST_LETTERS) return { species: plain };
  const inside = /^(.+?)\s*[(（]([^()（）]{1,12})[)）]\s*(.*)$/.exec(plain);
  if (inside === null || isKnown(plain.replace(/\s+/g, ''), true)) return readPlain(plain);
  const [, name = '', held = '', rest = ''] = inside;
  const outer = readPlain(`${name}${rest}`);
  if (outer.count === undefined && WHOLE_NUMBER.test(held.trim()))
    return { species: outer.species, count: held.trim() };
  if (!FORM.test(held))
    return outer.count === undefined
      ? { species: plain }
      : { ...outer, species: `${outer.species}（${held}）` };
  return { ...outer, form: held };
}

const FORM = /^(?:活体|死体|活|死|冻体|冰冻死体|标本|制品|卵|蛋|幼鸟|幼体|幼崽|雏鸟)$/;

/** Everyday names that begin with a numeral and a measure word. */
const NUMERAL_NAME = /^(?:两头蛇|双头蛇)$/;

function readPlain(plain: string): Stated {
  const after = AFTER.exec(plain) ?? TIMES.exec(plain);
  const before = BEFORE.exec(plain);
  if ((after === null && before === null) || isKnown(plain, true) || NUMERAL_NAME.test(plain))
    return { species: plain };
  if (after !== null) return { species: after[1]!.trim(), count: after[2]!.replace(/^各/, '') };
  const rest = before![2]!;
  return isKnown(rest) ? { species: rest, count: before![1]! } : { species: plain };
}

/** 画眉5只、山斑鸠3只 is two animals; in 画眉、麻雀各5只 the number is that of each. */
export function animalTexts(text: string): readonly string[] {
  const parts = text
    .split(/[、，,；;\n]|以及|和(?!平鸟|尚)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const each = new RegExp(`^(.+?)各(?:有)?(${NUMBER}\\s*${UNIT})$`, 'iu').exec(
    (parts.at(-1) ?? '').slice(-MOST_LETTERS),
  );
  if (each === null || parts.length < 2) return parts;
  const named = [...parts.slice(0, -1), each[1]!];
  return named.map((part) => (readAnimalText(part).count === undefined ? `${part}${each[2]}` : part));
}

/** `isWhole`: as it stands, without brackets and words of state taken off. */
function isKnown(name: string, isWhole = false): boolean {
  return (speciesOf(name) ?? groupOf(name)) !== undefined || exactSpecies(name, isWhole) !== undefined;
}
