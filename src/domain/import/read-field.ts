// What value does a cell hold for a field? References are looked up elsewhere; this reads what stands in the cell.
import type { Label } from '../kernel/label.ts';
import { NUMERAL_CHARS, parseNumeral, plain, tidy } from '../kernel/numeral.ts';
import type { Quantity } from '../kernel/quantity.ts';
import { readBool } from '../kernel/read-bool.ts';
import { bad, EMPTY, good, NOTHING, type Raw, type Read, shown, textOf } from '../kernel/read-cell.ts';
import { keyOf, readCode } from '../kernel/read-code.ts';
import { readDay } from '../kernel/read-day.ts';
import { readList } from '../kernel/read-list.ts';
import { readMoney } from '../kernel/read-money.ts';
import { readPlace } from '../kernel/read-place.ts';
import { readQuantity } from '../kernel/read-quantity.ts';
import { readTime } from '../kernel/read-time.ts';
import { canonicalUnit, conversion, UNIT_WORDS } from '../kernel/read-unit.ts';
import type { Code, Field, FieldValue } from '../kernel/record.ts';
import { speciesName } from '../law/species.ts';
import { type Resolution, recordedName, resolveSpecies } from '../law/species-search.ts';

interface CellHint {
  /** The unit in the heading, e.g. 只, 万元, 公顷. */
  readonly unit: string | null;
  readonly year: number | undefined;
  readonly date1904: boolean;
}

/** The value of a cell for any field but references (`ref`, `refs`). */
export function readField(field: Field, raw: Raw, hint: CellHint): Read<FieldValue> {
  switch (field.type) {
    case 'text':
      return readText(raw);
    case 'texts':
      return readTexts(raw);
    case 'code':
      return readCode(raw, field.codes);
    case 'codes':
      return readCodes(raw, field.codes);
    case 'day':
      return readDay(raw, {
        serial1904: hint.date1904,
        ...(hint.year === undefined ? {} : { defaultYear: hint.year }),
      });
    case 'time':
      return readTime(raw);
    case 'bool':
      return readBool(raw);
    case 'int':
      return readInt(raw);
    case 'number':
      return readNumber(raw);
    case 'money':
      return readMoney(raw, { unit: /万/.test(hint.unit ?? '') ? 'wan' : 'yuan' });
    case 'quantity':
      return readMeasured(raw, field.unit, hint.unit);
    case 'species':
      return readSpecies(raw);
    case 'place':
      return readPoint(raw);
    case 'ref':
    case 'refs':
      throw new Error('references are looked up, not read');
  }
}

/** What was typed, its line breaks and outer blanks tidied, inner ones kept. */
export function readText(raw: Raw): Read<string> {
  if (typeof raw !== 'string') {
    const text = textOf(raw);
    return text === '' ? EMPTY : good(text);
  }
  return tidy(raw) === '' ? EMPTY : good(raw.replace(/\r\n?/g, '\n').trim());
}

function readTexts(raw: Raw): Read<string[]> {
  const read = readList(raw);
  if (!read.ok || read.value === undefined) return read as Read<string[]>;
  const items = read.value.map((item) => item.replace(/^“([^“”]*)”$/, '$1'));
  return items.length === 0 ? EMPTY : good(items);
}

/** Several codes; a label that itself holds a separator (购买、运输) wins over its parts. */
function readCodes(raw: Raw, codes: readonly Code[]): Read<string[]> {
  const text = textOf(raw);
  if (text === '' || NOTHING.test(text)) return EMPTY;
  const parts = text.split(/[、，,；;/|\n]+/).filter((part) => part.trim() !== '');
  const keys = new Map(
    codes.flatMap((c) =>
      [c.code, ...c.label, ...(c.aliases ?? [])].map((word) => [keyOf(word), c.code] as const),
    ),
  );
  const found: string[] = [];
  const notes: Label[] = [];
  for (let at = 0; at < parts.length; ) {
    let end = parts.length;
    while (end > at + 1 && !keys.has(keyOf(parts.slice(at, end).join('')))) end -= 1;
    const whole = keys.get(keyOf(parts.slice(at, end).join('')));
    if (whole !== undefined) found.push(whole);
    else {
      const read = readCode(parts[at], codes);
      if (!read.ok) return read;
      if (read.note) notes.push(read.note);
      if (read.value !== undefined) found.push(read.value);
    }
    at = end;
  }
  const value = [...new Set(found)];
  if (value.length === 0) return EMPTY;
  return notes.length === 0 ? good(value) : good(value, joinLabels(notes));
}

function joinLabels(labels: readonly Label[]): Label {
  return [labels.map(([zh]) => zh).join('；'), labels.map(([, en]) => en).join('; ')];
}

const TRAILING = new RegExp(`^([${NUMERAL_CHARS}余多约+]+)(?:${UNIT_WORDS}|天|年|次|周|月|/)+$`);

/** A whole number; a unit word behind it is let go. */
function readInt(raw: Raw): Read<number> {
  const text = typeof raw === 'string' ? plain(raw).replace(/\s+/g, '') : raw;
  const bare = typeof text === 'string' ? text.replace(TRAILING, '$1') : text;
  const year = typeof bare === 'string' ? /^(\d{4})年度?$/.exec(bare)?.[1] : undefined;
  const read = readQuantity(year ?? bare, '个');
  if (!read.ok || read.value === undefined) return read as Read<number>;
  if (read.value.value === null || read.value.bound !== 'exact')
    return bad(`“${shown(raw)}”不是准确的整数，请改正`, `"${shown(raw)}" is not an exact whole number`);
  return good(read.value.value);
}

function readNumber(raw: Raw): Read<number> {
  const text = textOf(raw).replace(/\s+/g, '');
  if (text === '') return EMPTY;
  const n = parseNumeral(text.replace(/^(?:每周|每月|每年)/, '').replace(TRAILING, '$1'));
  return n === null ? bad(`看不懂数字“${shown(raw)}”`, `Cannot read the number "${shown(raw)}"`) : good(n);
}

/** A quantity in the field's unit, typed in the heading's unit: 面积（公顷） 2 → 30 mu. */
function readMeasured(raw: Raw, unit: string, headingUnit: string | null): Read<Quantity> {
  const other = headingUnit === null ? null : canonicalUnit(headingUnit);
  const factor = other === null || other === canonicalUnit(unit) ? null : conversion(other, unit);
  if (other === null || factor === null || factor[0] === factor[1]) return readQuantity(raw, unit);
  const read = readQuantity(raw, other);
  if (!read.ok || read.value === undefined || read.value.value === null) return read;
  const exact = Number(factor[0]) / Number(factor[1]);
  return good({ ...read.value, value: Math.round(read.value.value * exact * 1e6) / 1e6 }, read.note);
}

const UNIT_IN_CELL = new RegExp(`(${UNIT_WORDS})(?:左右|以上|余|多|许)?$`);

/** 12只 → 只; null when the cell names no unit. */
export function unitInCell(raw: Raw): string | null {
  if (typeof raw !== 'string') return null;
  return UNIT_IN_CELL.exec(textOf(raw).replace(/\s+/g, ''))?.[1] ?? null;
}

function readPoint(raw: Raw): Read<{ lng: number; lat: number }> {
  const read = readPlace(raw);
  if (!read.ok || read.value === undefined) return read as Read<{ lng: number; lat: number }>;
  return good({ lng: read.value.lon, lat: read.value.lat }, read.note);
}

const UNKNOWN_ANIMAL = /^(?:待鉴定|不详|不明|未知|未鉴定|其他)/;

/** One cell names the same few animals thousands of times; the search takes milliseconds. Derived data only. */
const resolved = new Map<string, Resolution>();
const MOST_REMEMBERED = 5_000;

function resolve(name: string): Resolution {
  const known = resolved.get(name);
  if (known) return known;
  if (resolved.size >= MOST_REMEMBERED) resolved.clear();
  const fresh = resolveSpecies(name);
  resolved.set(name, fresh);
  return fresh;
}

/** 川山甲 → the pangolin, with a note; an animal nobody knows stays as typed, its class unknown. */
function readSpecies(raw: Raw): Read<{ id: string | null; name: string; level: null }> {
  const read = readText(raw);
  if (!read.ok || read.value === undefined) return read as Read<never>;
  const name = tidy(read.value);
  if (NOTHING.test(name)) return EMPTY;
  if (UNKNOWN_ANIMAL.test(name)) return good({ id: null, name, level: null });
  const found = resolve(name);
  if (found.kind === 'exact') {
    const zh = speciesName(found.id) ?? name;
    const note: Label | undefined =
      found.via === 'name' || zh === name ? undefined : [`“${name}”读作“${zh}”`, `"${name}" read as "${zh}"`];
    return good({ id: found.id, name: recordedName(name, found), level: null }, note);
  }
  const near = found.kind === 'suggest' ? found.matches.slice(0, 3).map((match) => match.zh) : [];
  const zhMore = near.length > 0 ? `，是不是${near.map((n) => `“${n}”`).join('、')}？` : '';
  const enMore = near.length > 0 ? `. Did you mean ${near.join(', ')}?` : '';
  return good({ id: null, name, level: null }, [
    `名录中没有“${name}”${zhMore}按原文登记，保护级别不详`,
    `"${name}" is not in the lists${enMore} Kept as typed, class unknown`,
  ]);
}
