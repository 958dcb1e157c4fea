// What does reading a typed cell give back? A value, perhaps with a note, or what to do about it.
import type { Label } from './label.ts';
import { plain } from './numeral.ts';

/** What a cell, a form field or a CSV column holds. */
export type Raw = string | number | boolean | null | undefined;

/** `value` is undefined exactly when the cell is empty. `note` tells the person how an odd spelling was understood. */
export type Read<T> =
  | { readonly ok: true; readonly value: T | undefined; readonly note?: Label }
  | {
      readonly ok: false;
      readonly message: Label;
      /** Values the person may have meant, best first. */
      readonly suggestions?: readonly string[];
    };

export const EMPTY = { ok: true, value: undefined } as const;

export function good<T>(value: T, note?: Label): Read<T> {
  return note === undefined ? { ok: true, value } : { ok: true, value, note };
}

export function bad(zh: string, en: string): { readonly ok: false; readonly message: Label } {
  return { ok: false, message: [zh, en] };
}

/** No number, day or code is longer; patterns must not run over a pasted page (measured: 50,000 characters, 20 s). */
const LONGEST = 300;

/** The cell as plain text; '' when empty. A number as Excel shows it (15 significant digits). */
export function textOf(raw: Raw): string {
  if (raw === null || raw === undefined) return '';
  if (typeof raw === 'number') return Number.isFinite(raw) ? decimal(raw) : '';
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  const text = raw.length > LONGEST ? raw.trim() : raw;
  // The mark keeps what was cut from being taken for a whole value.
  return text.length > LONGEST ? `${plain(text.slice(0, LONGEST))}…` : plain(text);
}

/** A number without exponent, cut to Excel's 15 significant digits: the cached 0.30000000000000004 is 0.3. */
export function decimal(n: number): string {
  const short = String(Number(n.toPrecision(15)));
  if (!short.includes('e')) return short;
  return Number.isInteger(n) && Math.abs(n) < 1e21
    ? n.toFixed(0)
    : n.toFixed(15).replace(/0+$/, '').replace(/\.$/, '');
}

/** What was typed, shortened for a message. */
export function shown(raw: Raw): string {
  const text = String(raw ?? '');
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/** Nothing there: 无, a dash, a stroke. */
export const NOTHING = /^(?:无|没有|暂无|未发现|未查获|空|—+|-+|–+|－+|\/|\\|nil|none)$/i;
