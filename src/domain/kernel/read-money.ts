// How much money did the person mean? 1.2万元, ￥3,000.50, 三千元整, 3元5角 → fen.
import type { Fen } from './money.ts';
import { NUMERAL_CHARS, parseScaled, SCALE, type Scaled } from './numeral.ts';
import { bad, decimal, EMPTY, good, NOTHING, type Raw, type Read, shown, textOf } from './read-cell.ts';

export interface MoneyHint {
  /** The unit of a bare number, from the heading: 罚款（元） or 罚款（万元）. Default yuan. */
  readonly unit?: 'yuan' | 'wan';
}

const NUMBER = `[${NUMERAL_CHARS}]+`;
const PARTS = new RegExp(
  `^(?:(${NUMBER})(?:元|圆|块钱?|¥))?(?:(${NUMBER})(?:角|毛))?(?:(${NUMBER})分)?(?:整|正)?$`,
);
/** Fen per scaled unit is 100 / 10^SCALE. */
const PER_FEN = 10n ** BigInt(SCALE - 2);

/** Reads an amount exactly, in fen; negatives, fractions of a fen and inexact amounts (约, 余) are refused. */
export function readMoney(raw: Raw, hint: MoneyHint = {}): Read<Fen> {
  if (typeof raw === 'boolean' || (typeof raw === 'number' && !Number.isFinite(raw))) return unreadable(raw);
  const text = (typeof raw === 'number' ? decimal(raw) : textOf(raw)).replace(/(?<!\d)\s+|\s+(?!\d)/g, '');
  if (text === '') return EMPTY;
  if (NOTHING.test(text)) return good(0);
  if (/^[¥(]*(?:-|−|负)/.test(text)) return bad('金额不能是负数，请改正', 'An amount cannot be negative');
  const core = text.replace(/^(?:人民币|rmb|cny|¥)+:?/i, '').replace(/(?:rmb|cny|人民币)$/i, '');
  if (/约|余|多|左右|近|超|以上|上下|几|[<>≥≤~～+]/.test(core)) {
    return bad(`金额须为准确数，“${shown(raw)}”不是`, `An amount must be exact; "${shown(raw)}" is not`);
  }
  const scaled = amount(core, hint.unit === 'wan' ? 10_000n : 1n);
  if (scaled === null) return unreadable(raw);
  if (scaled % PER_FEN !== 0n) {
    return bad(
      `“${shown(raw)}”不足一分，金额最多两位小数`,
      `"${shown(raw)}" has parts of a fen: at most two decimals`,
    );
  }
  const fen = scaled / PER_FEN;
  return fen > BigInt(Number.MAX_SAFE_INTEGER) ? unreadable(raw) : good(Number(fen));
}

/** Yuan, scaled. A bare number takes the heading's unit; one that names its own unit does not. */
function amount(core: string, factor: bigint): Scaled | null {
  const bare = parseScaled(core);
  if (bare !== null) return /[万亿]/.test(core) ? bare : bare * factor;
  const m = PARTS.exec(core);
  if (!m || (m[1] ?? m[2] ?? m[3]) === undefined) return tail(core);
  let total: Scaled = 0n;
  for (const [text, divide] of [
    [m[1], 1n],
    [m[2], 10n],
    [m[3], 100n],
  ] as const) {
    if (text === undefined) continue;
    const part = parseScaled(text);
    if (part === null) return null;
    total += part / divide;
  }
  return total;
}

/** 3块5, 3元5: the digit after the yuan is jiao. */
function tail(core: string): Scaled | null {
  const m = new RegExp(`^(${NUMBER})(?:块|元)([1-9一二三四五六七八九])$`).exec(core);
  const [yuan, jiao] = [parseScaled(m?.[1] ?? ''), parseScaled(m?.[2] ?? '')];
  return yuan === null || jiao === null ? null : yuan + jiao / 10n;
}

function unreadable(raw: Raw) {
  return bad(
    `看不懂金额“${shown(raw)}”，请填数字（如3000.50或1.2万元）`,
    `Cannot read the amount "${shown(raw)}": enter a number (such as 3000.50)`,
  );
}
