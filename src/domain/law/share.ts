// What share of the whole is meant, as an exact fraction?
import { parseScaled, SCALE } from '../kernel/numeral.ts';
import { bad, EMPTY, good, type Raw, type Read, shown, textOf } from '../kernel/read-cell.ts';

/** Numerator and denominator; integers, so that money is rounded once and at the end. */
export type Ratio = readonly [n: bigint, d: bigint];

/** A share above 0 and at most 1: 0.3, 30%, 1/4, 四分之一. */
export function readShare(raw: Raw): Read<number> {
  const text = textOf(raw);
  if (text === '') return EMPTY;
  const value = shareOf(text.replace(/\s+/g, ''));
  if (value === null || !(value > 0 && value <= 1))
    return bad(
      `“${shown(raw)}”不是占比，请填大于0、不超过1的数（如0.3、30%或1/4）`,
      `"${shown(raw)}" is no share: enter a number above 0 and at most 1 (0.3, 30% or 1/4)`,
    );
  return good(value);
}

function shareOf(text: string): number | null {
  const percent = /^(?:百分之)?(.+?)[%％]?$/.exec(text);
  if (/[%％]$|^百分之/.test(text)) return divided(percent?.[1] ?? '', '100');
  const slash = /^([^/]+)\/([^/]+)$/.exec(text);
  if (slash) return divided(slash[1]!, slash[2]!);
  const chinese = /^(.+)分之(.+)$/.exec(text);
  if (chinese) return divided(chinese[2]!, chinese[1]!);
  return divided(text, '1');
}

function divided(a: string, b: string): number | null {
  const [n, d] = [parseScaled(a), parseScaled(b)];
  return n === null || d === null || d === 0n ? null : Number(n) / Number(d);
}

/**
 * The fraction a person meant by a number: 0.3333333333333333 is 1/3. Continued fraction with a denominator of at most
 * a million; beyond that the decimal itself, to the SCALE of the numeral reader.
 */
export function ratioOf(value: number): Ratio {
  let [h0, h1, k0, k1] = [0, 1, 1, 0];
  let x = value;
  for (let step = 0; step < 40; step += 1) {
    const whole = Math.floor(x);
    [h0, h1] = [h1, whole * h1 + h0];
    [k0, k1] = [k1, whole * k1 + k0];
    if (k1 > 1_000_000) break;
    if (h1 / k1 === value) return [BigInt(h1), BigInt(k1)];
    x = 1 / (x - whole);
  }
  const one = 10n ** BigInt(SCALE);
  return [BigInt(Math.round(value * 10 ** SCALE)), one];
}
