// Which unit is a number of animals stated in: single animals, pairs, dozens, mass, parts, eggs, or lots of unknown number?
import { parseNumeral } from '../kernel/numeral.ts';
import type { Bound, Quantity } from '../kernel/quantity.ts';
import { readQuantity } from '../kernel/read-quantity.ts';

const MASS_UNIT = /(?:克|斤|两|吨|g|t)$/i;
/** How many animals one is; the words for single animals (只, 头, 条, 尾, 羽 …) are read with the number. */
const MULTIPLES: Readonly<Record<string, number>> = { 对: 2, 双: 2, 打: 12 };
/** Units that hold any number of animals. */
const LOTS =
  '袋|麻袋|编织袋|蛇皮袋|塑料袋|箱|纸箱|泡沫箱|窝|巢|笼|筐|篓|竹篓|桶|盆|盘|车|批|批次|堆|串|群|捆|包|盒|瓶|罐|坛|缸|桌|份|锅|排|板|提|兜|网|池|舱|船|些';
/** Units of parts: one animal has many, or one is cut into many. */
const PARTS = '片|根|块|张|颗|粒|节|段|截|枝|支|副|条腿|只腿|只脚|只爪|只角|只掌|层|撮|束|把|丝|滴|勺';

/** `piece`: 件, 套 — of products each one, of animals any number. */
export type UnitKind = 'animal' | 'mass' | 'lot' | 'piece' | 'part' | 'egg';

const UNIT = '[\\p{Script=Han}a-z]+';
const LOT = new RegExp(`^(?:${LOTS})(?:余|多|左右)?$`);
const PART = new RegExp(`^(?:${PARTS})(?:\\p{Script=Han}{0,3})?$`, 'u');

export function isMassUnit(unit: unknown): boolean {
  return typeof unit === 'string' && MASS_UNIT.test(unit.trim());
}

/** The kind of a unit as written beside a number (`unit`) or behind it (10块肉); brackets are remarks. */
export function unitKind(unit: string): UnitKind {
  const plain = unit
    .normalize('NFKC')
    .replace(/[(（].*$/, '')
    .trim()
    .toLowerCase();
  if (MASS_UNIT.test(plain)) return 'mass';
  if (/^枚/.test(plain)) return 'egg';
  if (LOT.test(plain)) return 'lot';
  if (/^[件套]/.test(plain)) return 'piece';
  return PART.test(plain) ? 'part' : 'animal';
}

/** The unit behind a number in a text: 3袋, 约10块; '' where none stands there. */
export function unitBehind(raw: unknown): string {
  if (typeof raw !== 'string') return '';
  const hit = new RegExp(
    `^[^\\p{L}]*[\\d０-９.,，零〇一二两三四五六七八九十百千万半几数多余约近]+\\s*(${UNIT})`,
    'iu',
  ).exec(raw.normalize('NFKC').trim());
  return hit?.[1]?.replace(/^(?:余|多|来)/, '') ?? '';
}

/** `{count: 3, unit: "公斤"}` is three kilograms, `{count: 3, unit: "对"}` six animals, `2 打` twenty-four. */
export function withUnit(raw: unknown, unit: unknown): unknown {
  const bare =
    (typeof raw === 'number' && Number.isFinite(raw) && raw >= 0) ||
    (typeof raw === 'string' && /^[\d０-９.,，]+$/.test(raw.trim()));
  const word = typeof unit === 'string' ? unit.trim() : '';
  const text = bare && (isMassUnit(word) || word in MULTIPLES) ? `${String(raw).trim()}${word}` : raw;
  const dozen = typeof text === 'string' ? /^(.+)打$/.exec(text.trim()) : null;
  if (dozen === null) return text;
  const asked = readQuantity(dozen[1]!, '只');
  const value = asked.ok ? asked.value?.value : undefined;
  return typeof value === 'number' ? value * MULTIPLES.打! : text;
}

export function grams(raw: string): { readonly value: number | null; readonly bound: Bound } | undefined {
  if (!/(?:克|斤|两|吨|g|t)\s*(?:左右|以上|多|余)?$/i.test(raw.trim())) return undefined;
  const asked = readQuantity(raw, '克');
  return asked.ok ? asked.value : undefined;
}

/** 5-6只 is at least five and less than twice as many; 不到10只 leaves the number open. Undefined: neither. */
export function inexact(raw: unknown): Quantity | undefined {
  if (typeof raw !== 'string') return undefined;
  const text = raw.normalize('NFKC').replace(/\s+/g, '');
  const unit = '(?:只|头|条|尾|羽|匹|枚|个)?';
  const span = new RegExp(`^约?(\\d+)${unit}(?:[-~—–至到、]|或者?)+(\\d+)${unit}$`).exec(text);
  if (span !== null) {
    const [low, high] = [Number(span[1]), Number(span[2])];
    if (low > 0 && low < high) return { value: low, bound: high <= low * 2 ? 'about' : 'over' };
  }
  // 三五只, 七八只: two digits side by side.
  const digits = new RegExp(`^([一二两三四五六七八九])([二三四五六七八九])${unit}$`).exec(text);
  if (digits !== null) {
    const [low, high] = [parseNumeral(digits[1]!) ?? 0, parseNumeral(digits[2]!) ?? 0];
    if (low > 0 && low < high) return { value: low, bound: high <= low * 2 ? 'about' : 'over' };
  }
  if (
    new RegExp(
      `^(?:不到|不足|少于|小于|最多|至多|不超过|<|≤)\\d+${unit}$|^\\d+${unit}(?:以下|以内|不到)$`,
    ).test(text)
  )
    return { value: null, bound: 'unknown' };
  return undefined;
}

/** The number and, unless exact, its bound; nothing where it is unknown. */
export function told<N extends string, B extends string>(
  name: N,
  boundName: B,
  quantity: Quantity | undefined,
) {
  if (quantity === undefined || quantity.value === null) return {};
  const { value, bound } = quantity;
  return { [name]: value, ...(bound === 'exact' ? {} : { [boundName]: bound }) } as Record<N, number> &
    Partial<Record<B, 'about' | 'over'>>;
}
