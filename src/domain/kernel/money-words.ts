// How is an amount of money written in a decision? In the capital numerals of 《正确填写票据和结算凭证的基本规定》.
import type { Fen } from './money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const SMALL = ['', '拾', '佰', '仟'] as const;
const LARGE = ['', '万', '亿', '万亿'] as const;

/** 0–9999 in capitals; '' for 0. */
function section(n: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += `${zero ? '零' : ''}${DIGITS[digit]}${SMALL[place]}`;
    zero = false;
  }
  return text;
}

/** A whole number below 10^16 in capitals; '零' for 0. */
function capitalNumber(n: number): string {
  if (n === 0) return '零';
  let text = '';
  let zero = false;
  for (let i = LARGE.length - 1; i >= 0; i -= 1) {
    const part = Math.floor(n / 10_000 ** i) % 10_000;
    if (part === 0) {
      zero = text !== '';
      continue;
    }
    text += `${text !== '' && (zero || part < 1_000) ? '零' : ''}${section(part)}${LARGE[i]}`;
    zero = false;
  }
  return text;
}

/** 1234500 → 壹万贰仟叁佰肆拾伍元整; 1005 → 壹拾元零伍分. Throws on a negative or fractional amount. */
export function capitalYuan(fen: Fen): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`no amount: ${fen}`);
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const whole = yuan === 0 && fen > 0 ? '' : `${capitalNumber(yuan)}元`;
  if (jiao === 0 && rest === 0) return `${whole}整`;
  const tenth = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零';
  return `${whole}${tenth}${rest > 0 ? `${DIGITS[rest]}分` : '整'}`;
}
