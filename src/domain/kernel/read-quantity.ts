// How many did the person mean? 30, 约30, 三十余只, 十几只, XX, 1.5公斤.
import { NUMERAL_CHARS, parseScaled, SCALE, type Scaled, toNumber } from './numeral.ts';
import type { Bound, Quantity } from './quantity.ts';
import { bad, EMPTY, good, NOTHING, type Raw, type Read, shown, textOf } from './read-cell.ts';
import { canonicalUnit, conversion, isCount, UNIT_WORDS } from './read-unit.ts';

const NUMBER = `[${NUMERAL_CHARS}]+`;
const UNKNOWN =
  /^(?:若干|少量|少许|些许|一些|许多|很多|大量|多|几|好几|数|好多|不详|不明|不清|不清楚|未知|未统计|数量不详|数量不明|数量不清|未清点|[x×*?]+|数十|几十|数百|几百|上千|数千|几千|数万|几万|成百上千)$/i;
const LESS = /^(?:<|≤|<=|不足|不到|少于|小于|不超过|至多|最多|以内|低于)|(?:以下|以内|不到)$/;
const RANGE = new RegExp(`${NUMBER}[^${NUMERAL_CHARS}]{0,2}(?:[-~—–～至到、/]|或者?)+${NUMBER}`);
/** 七八只, 三五只, 三四十只: two neighbouring digits are a span, not a number. */
const SPAN = /[一二两三四五六七八九][一二三四五六七八九](?:十|百|千|万|$)/;
const OVER_BEFORE = /^(?:>=|>|≥|超过|多于|大于|不少于|不低于|至少|最少|逾|上)(?=.)/;
const ABOUT_BEFORE = /^(?:大约|约有|约为|约|大概|大致|估计|近似|将近|接近|近|~|～|≈)/;
const OVER_AFTER = /(?:以上|有余|多个?|余|\+|来)$/;
const ABOUT_AFTER = /(?:左右|上下|许|前后|来)$/;

/**
 * Reads a quantity in `unit`, the unit of the field (只, 家次, 公斤 or kg, 亩 or mu, …). Masses and areas typed in another
 * unit are converted; a unit of another kind is refused. 若干, XX → value null, bound unknown. 无 → exact 0.
 */
export function readQuantity(raw: Raw, unit: string): Read<Quantity> {
  const field = canonicalUnit(unit) ?? unit;
  if (typeof raw === 'boolean' || Number.isNaN(raw)) return unreadable(raw, field);
  if (typeof raw === 'number' && raw < 0) return negative();
  // A blank between two digits may hide a lost sign or separator, so only other blanks are dropped.
  const text = textOf(raw).replace(/(?<!\d)\s+|\s+(?!\d)/g, '');
  if (text === '') return EMPTY;
  if (NOTHING.test(text)) return good({ value: 0, bound: 'exact' });
  if (UNKNOWN.test(text) || UNKNOWN.test(dropUnit(text))) return good({ value: null, bound: 'unknown' });
  if (/^(?:-|−|负)/.test(text)) return negative();
  if (LESS.test(text)) {
    return bad(
      `“${shown(raw)}”只说了上限，请填一个数（如30或约30）；确实不清楚的填“不详”`,
      `"${shown(raw)}" gives only an upper limit: enter one number (30 or about 30), or 不详 when unknown`,
    );
  }
  if (RANGE.test(text) || SPAN.test(dropUnit(text).replace(/[余多来几]+$/, ''))) {
    return bad(
      `“${shown(raw)}”是一个范围，请填一个数（如30、约30或30余）`,
      `"${shown(raw)}" is a range: enter one number (30, about 30 or over 30)`,
    );
  }
  return measured(raw, text, field);
}

function measured(raw: Raw, text: string, field: string): Read<Quantity> {
  const { core, bound } = peel(text);
  const parts = split(core);
  if (parts === null) return unreadable(raw, field);
  let total: Scaled = 0n;
  const foreign: string[] = [];
  for (const part of parts) {
    const factor = part.unit === '' ? ([1n, 1n] as const) : conversion(part.unit, field);
    if (factor === null) return wrongUnit(part.unit, field);
    if (factor[0] !== factor[1]) foreign.push(part.unit);
    total += (part.value * factor[0]) / factor[1];
  }
  const value = Math.round(toNumber(total) * 1e6) / 1e6;
  if (isCount(field) && !Number.isInteger(value)) {
    return bad(
      `以“${field}”计数应为整数，“${shown(raw)}”不是`,
      `Counted in ${field}, so a whole number is needed`,
    );
  }
  if (total > 10n ** BigInt(SCALE + 12)) return unreadable(raw, field);
  if (foreign.length === 0) return good({ value, bound });
  return good({ value, bound }, [
    `“${shown(raw)}”折算为${value}${field}`,
    `"${shown(raw)}" converted to ${value} ${field}`,
  ]);
}

/** Takes 约…, …余, …只多 off, from outside in, leaving numbers with their units. */
function peel(text: string): { core: string; bound: Bound } {
  let core = text.replace(/^共计?|^合计|^计/, '').replace(/[。.,;]+$/, '');
  let over = false;
  let about = false;
  for (let before = ''; before !== core; ) {
    before = core;
    if (ABOUT_BEFORE.test(core)) about = true;
    core = core.replace(ABOUT_BEFORE, '');
    if (OVER_BEFORE.test(core)) over = true;
    core = core.replace(OVER_BEFORE, '');
    if (ABOUT_AFTER.test(core)) about = true;
    else if (OVER_AFTER.test(core)) over = true;
    core = core.replace(ABOUT_AFTER, '').replace(OVER_AFTER, '');
    // 十几只, 30余只, 三十多万, 100多公斤: the mark stands before the unit.
    const inner = new RegExp(`^(${NUMBER})(余|多|来|几)(万|亿)?(${UNIT_WORDS})?$`).exec(core);
    if (inner && (inner[2] !== '几' || /[十百千廿卅]$/.test(inner[1] ?? ''))) {
      if (inner[2] === '来') about = true;
      else over = true;
      core = `${inner[1]}${inner[3] ?? ''}${inner[4] ?? ''}`;
    }
  }
  // 百余只, 千余份, 上百人: a bare unit of ten counts once.
  if (over || about) core = core.replace(/^(?=[百千万])/, '一');
  return { core, bound: about ? 'about' : over ? 'over' : 'exact' };
}

interface Part {
  readonly value: Scaled;
  readonly unit: string;
}

const PART = new RegExp(`^(${NUMBER}?|半)(${UNIT_WORDS})(半)?`);

/** 12只 · 3斤2两 · 一斤半 · 半公斤 → parts; null when it is not numbers with units. */
function split(core: string): Part[] | null {
  const bare = parseScaled(core);
  if (bare !== null) return [{ value: bare, unit: '' }];
  const parts: Part[] = [];
  let rest = core;
  while (rest !== '') {
    const m = PART.exec(rest);
    const value = m?.[1] === '半' ? HALF : parseScaled(m?.[1] ?? '');
    if (!m || value === null) return null;
    parts.push({ value: value + (m[3] === undefined ? 0n : HALF), unit: m[2] ?? '' });
    rest = rest.slice(m[0].length);
  }
  // 3只2条 is two quantities; only measured units add up within one cell.
  return parts.length === 0 || (parts.length > 1 && parts.some((p) => isCount(p.unit))) ? null : parts;
}

const HALF: Scaled = 5n * 10n ** BigInt(SCALE - 1);
const TRAILING_UNIT = new RegExp(`(?:${UNIT_WORDS})$`);

function dropUnit(text: string): string {
  return text.replace(TRAILING_UNIT, '');
}

function negative() {
  return bad('数量不能是负数，请改正', 'A quantity cannot be negative');
}

function wrongUnit(unit: string, field: string) {
  return bad(
    `本栏以“${field}”计，不能填“${unit}”：请改填${field}数，或把它填到以“${unit}”计的栏`,
    `This column counts in ${field}, not ${unit}: enter ${field}, or move it to a column for ${unit}`,
  );
}

function unreadable(raw: Raw, field: string) {
  return bad(
    `看不懂数量“${shown(raw)}”，请只填数字（可加“约”“余”），单位为${field}，说明请写到备注`,
    `Cannot read the quantity "${shown(raw)}": enter a number of ${field}, and put remarks in the notes`,
  );
}
