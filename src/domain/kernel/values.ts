// Are these values a record of this kind? The one check that form, wire, import and phone share.
import { isStorable } from './canonical.ts';
import { isDay } from './day.ts';
import { isUuid } from './id.ts';
import type { Label } from './label.ts';
import type { Outcome, Refusal } from './outcome.ts';
import { BOUNDS, type Quantity } from './quantity.ts';
import type { Field, FieldValue, Kind, Place, SpeciesValue, Values } from './record.ts';

/** Longest text of one field; a county's longest clue runs to a few pages. */
const TEXT_MAX = 4_000;
const LIST_MAX = 500;

/**
 * The values in their stored form: unknown fields refused, empty ones left out, texts trimmed, lists without repeats.
 * Refuses by field with `where` = field name. Does not ask whether referred records exist (the action does).
 */
export function checkValues(kind: Kind, raw: Readonly<Record<string, unknown>>): Outcome<Values> {
  const values: Values = {};
  const refusals: Refusal[] = [];
  for (const name of Object.keys(raw))
    if (!Object.hasOwn(kind.fields, name))
      refusals.push(wrong(name, [`没有“${name}”这一项`, `There is no field ${name}`]));
  for (const [name, field] of Object.entries(kind.fields)) {
    const read = readField(field, raw[name]);
    if (read.wrong) refusals.push(wrong(name, read.wrong, field));
    else if (read.value !== undefined) values[name] = read.value;
    else if (field.required) refusals.push(wrong(name, ['必填', 'is required'], field, 'field.required'));
  }
  if (refusals.length === 0) refusals.push(...(kind.check?.(values) ?? []));
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: values };
}

function wrong(where: string, message: Label, field?: Field, code = 'field.invalid'): Refusal {
  return {
    code,
    where,
    message: field ? [`${field.label[0]}：${message[0]}`, `${field.label[1]}: ${message[1]}`] : message,
  };
}

type Read = { value?: FieldValue | undefined; wrong?: Label };

function readField(field: Field, raw: unknown): Read {
  if (raw === null || raw === undefined || raw === '') return {};
  switch (field.type) {
    case 'text':
      return readText(raw, field.max ?? TEXT_MAX);
    case 'texts':
    case 'refs':
    case 'codes':
      return readList(field, raw);
    case 'code':
      return field.codes.some((c) => c.code === raw)
        ? { value: raw as string }
        : { wrong: ['不在可选范围内', 'is not one of the choices'] };
    case 'day':
      return isDay(raw) ? { value: raw } : { wrong: ['不是有效日期', 'is not a calendar day'] };
    case 'time':
      return typeof raw === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(raw)
        ? { value: raw }
        : { wrong: ['时间应为 时:分，如 08:30', 'must be HH:MM'] };
    case 'bool':
      return typeof raw === 'boolean' ? { value: raw } : { wrong: ['应为是或否', 'must be yes or no'] };
    case 'int':
      return readInt(raw, field.min ?? 0, field.max ?? 2_000_000_000);
    case 'money':
      return readInt(raw, 0, 9_000_000_000_000_00);
    case 'number':
      return typeof raw === 'number' && Number.isFinite(raw) && raw >= 0
        ? { value: raw }
        : { wrong: ['应为不小于零的数', 'must be a number of zero or more'] };
    case 'quantity':
      return readQuantityValue(raw);
    case 'ref':
      return typeof raw === 'string' && isUuid(raw)
        ? { value: raw }
        : { wrong: ['请从列表中选择', 'must be chosen from the list'] };
    case 'species':
      return readSpecies(raw);
    case 'place':
      return readPlaceValue(raw);
  }
}

function readText(raw: unknown, max: number): Read {
  if (typeof raw !== 'string') return { wrong: ['应为文字', 'must be text'] };
  const text = raw.trim();
  if (text === '') return {};
  if (text.length > max) return { wrong: [`超过 ${max} 字`, `is longer than ${max} characters`] };
  if (!isStorable(text)) return { wrong: ['含有无法保存的字符', 'has characters that cannot be stored'] };
  return { value: text };
}

function readList(field: Field & { type: 'texts' | 'refs' | 'codes' }, raw: unknown): Read {
  if (!Array.isArray(raw)) return { wrong: ['应为列表', 'must be a list'] };
  if (raw.length > LIST_MAX) return { wrong: [`超过 ${LIST_MAX} 项`, `has more than ${LIST_MAX} items`] };
  const items: string[] = [];
  for (const item of raw) {
    const read = readField(itemField(field), item);
    if (read.wrong) return read;
    if (typeof read.value === 'string' && !items.includes(read.value)) items.push(read.value);
  }
  return items.length === 0 ? {} : { value: items };
}

function itemField(field: Field & { type: 'texts' | 'refs' | 'codes' }): Field {
  if (field.type === 'texts') return { type: 'text', label: field.label };
  if (field.type === 'refs') return { type: 'ref', kind: field.kind, label: field.label };
  return { type: 'code', codes: field.codes, label: field.label };
}

function readInt(raw: unknown, min: number, max: number): Read {
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw))
    return { wrong: ['应为整数', 'must be a whole number'] };
  if (raw < min || raw > max)
    return { wrong: [`应在 ${min} 到 ${max} 之间`, `must lie between ${min} and ${max}`] };
  return { value: raw };
}

function readQuantityValue(raw: unknown): Read {
  const { value, bound } = raw as Quantity;
  if (!BOUNDS.includes(bound)) return { wrong: ['数量的写法不对', 'is not a quantity'] };
  if (value === null && bound === 'unknown') return { value: { value: null, bound } };
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 1e12)
    return { wrong: ['应为不小于零的数', 'must be a number of zero or more'] };
  return { value: { value, bound } };
}

function readSpecies(raw: unknown): Read {
  const { id, name, level } = raw as SpeciesValue;
  const read = readText(name, 60);
  if (read.wrong) return read;
  if (read.value === undefined) return {};
  const known = readText(id ?? '', 80);
  if (known.wrong) return known;
  return {
    value: {
      id: (known.value as string | undefined) ?? null,
      name: read.value as string,
      level: level ?? null,
    },
  };
}

function readPlaceValue(raw: unknown): Read {
  const { lng, lat } = raw as Place;
  const inside = (n: unknown, limit: number) =>
    typeof n === 'number' && Number.isFinite(n) && Math.abs(n) <= limit;
  if (!inside(lng, 180) || !inside(lat, 90)) return { wrong: ['坐标不在范围内', 'is not a place on Earth'] };
  return { value: { lng, lat } };
}
