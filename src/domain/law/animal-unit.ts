// Is a number of animals stated in a unit of mass, or in pairs?
import type { Bound, Quantity } from '../kernel/quantity.ts';
import { readQuantity } from '../kernel/read-quantity.ts';

const MASS_UNIT = /(?:克|斤|两|吨|g|t)$/i;

export function isMassUnit(unit: unknown): boolean {
  return typeof unit === 'string' && MASS_UNIT.test(unit.trim());
}

/** `{count: 3, unit: "公斤"}` is three kilograms, `{count: 3, unit: "对"}` six animals; other units count one each. */
export function withUnit(raw: unknown, unit: unknown): unknown {
  const bare =
    (typeof raw === 'number' && Number.isFinite(raw) && raw >= 0) ||
    (typeof raw === 'string' && /^[\d０-９.,，]+$/.test(raw.trim()));
  return bare && typeof unit === 'string' && (isMassUnit(unit) || /^[对双]$/.test(unit.trim()))
    ? `${String(raw).trim()}${unit.trim()}`
    : raw;
}

export function grams(raw: string): { readonly value: number | null; readonly bound: Bound } | undefined {
  if (!/(?:克|斤|两|吨|g|t)\s*(?:左右|以上|多|余)?$/i.test(raw.trim())) return undefined;
  const asked = readQuantity(raw, '克');
  return asked.ok ? asked.value : undefined;
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
