// How is a stored value written for an officer? 30余只, 1.2万元, 2025年9月12日; English beside it.
import { dayOfInstant, daysBetween, formatDay, isDay } from '../domain/kernel/day.ts';
import { type Language, say } from '../domain/kernel/label.ts';
import { formatFen, sayFen } from '../domain/kernel/money.ts';
import type { Quantity } from '../domain/kernel/quantity.ts';
import {
  BOUND_LABELS,
  type Field,
  type Place,
  type SpeciesValue,
  type Values,
} from '../domain/kernel/record.ts';
import { COUNT_UNITS } from '../domain/seizure/seizure.ts';

const UNITS_EN: Readonly<Record<string, string>> = {
  只: 'head',
  件: 'pieces',
  公斤: 'kg',
  套: 'sets',
  人次: 'person-times',
  台次: 'vehicle-times',
  家: 'venues',
  家次: 'visits',
  处: 'places',
  起: 'cases',
  元: 'yuan',
  万元: '×10,000 yuan',
  亩: 'mu',
  条: 'items',
  份: 'copies',
  天: 'days',
  公里: 'km',
  人: 'people',
  次: 'times',
  个: '',
  架次: 'sorties',
  张: 'sheets',
  吨: 't',
  千克: 'kg',
  项: 'items',
  名: 'people',
  '%': '%',
  支: 'teams',
  场: 'events',
  篇: 'reports',
  期: 'issues',
  头: 'head',
};

/** The unit in the language; an unknown Chinese unit is left as it is. */
export function formatUnit(unit: string, language: Language): string {
  return language === 'zh' ? unit : (UNITS_EN[unit] ?? unit);
}

/** 12840.5 → '12,840.5', at most `places` decimals. */
export function formatNumber(value: number, places = 3): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: places });
}

/** 30余只 · 约30只 · 少量 · 1,284人次; English: over 30 head. */
export function formatQuantity(quantity: Quantity, unit: string, language: Language): string {
  const { value, bound } = quantity;
  const word = say(BOUND_LABELS[bound], language).trim();
  if (value === null) return say(BOUND_LABELS.unknown, language);
  const number = formatNumber(value);
  if (language === 'zh') {
    if (bound === 'over') return `${number}${word}${unit}`;
    if (bound === 'unknown') return `${word}（${number}${unit}）`;
    return `${word}${number}${unit}`;
  }
  const name = formatUnit(unit, 'en');
  return `${word === '' ? '' : `${word} `}${number}${name === '' ? '' : ` ${name}`}`;
}

/** Fen → '1.2万元' / '3000.50元'; English '12,000 yuan'. */
export function formatMoney(fen: number, language: Language): string {
  return language === 'zh' ? sayFen(fen) : `${formatFen(fen)} yuan`;
}

/** '2025年9月12日', or the text itself when it is no day. */
export function formatDayText(day: string, language: Language): string {
  return isDay(day) ? formatDay(day, language) : day;
}

/** An instant as China's clocks show it: '2025年9月12日 10:42'. */
export function formatInstant(instant: string, language: Language): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const clock = new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${formatDay(dayOfInstant(ms), language)} ${clock}`;
}

/** Today in China. */
export function today(): string {
  return dayOfInstant(Date.now());
}

const WEEKDAYS_ZH = '日一二三四五六';
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** '2025年9月12日 星期五'. */
export function formatDayLong(day: string, language: Language): string {
  // 1970-01-04 was a Sunday.
  const index = ((daysBetween('1970-01-04', day) % 7) + 7) % 7;
  const name = language === 'zh' ? `星期${WEEKDAYS_ZH[index]}` : WEEKDAYS_EN[index];
  return language === 'zh' ? `${formatDay(day, 'zh')} ${name}` : `${name}, ${formatDay(day, 'en')}`;
}

/** Names of referred records by id. */
export type NameBook = Readonly<Record<string, string>>;

function codeText(field: Field, code: string, language: Language): string {
  if (!('codes' in field)) return code;
  const item = field.codes.find((option) => option.code === code);
  return item ? say(item.label, language) : code;
}

/** The unit a quantity field is written in: its own, or the one chosen in the record's `unit`. */
export function unitOf(field: Field, values: Values): string {
  if (field.type !== 'quantity') return '';
  if (field.unit !== '') return field.unit;
  return COUNT_UNITS.find((unit) => unit.code === values['unit'])?.label[0] ?? '';
}

/** One value in words; '' when there is none. `names` gives what referred records are called. */
export function formatValue(
  field: Field,
  value: unknown,
  context: { readonly language: Language; readonly names: NameBook; readonly values?: Values },
): string {
  if (value === null || value === undefined || value === '') return '';
  const { language, names } = context;
  const joiner = language === 'zh' ? '、' : ', ';
  switch (field.type) {
    // The account a thing was given to or taken from is named where its name is known.
    case 'text':
    case 'time':
      return names[String(value)] ?? String(value);
    case 'texts':
      return (value as string[]).join(joiner);
    case 'code':
      return codeText(field, String(value), language);
    case 'codes':
      return (value as string[]).map((code) => codeText(field, code, language)).join(joiner);
    case 'day':
      return formatDayText(String(value), language);
    case 'bool':
      return value === true ? (language === 'zh' ? '是' : 'Yes') : language === 'zh' ? '否' : 'No';
    // A year is not grouped: 2025, not 2,025.
    case 'int':
      return String(value);
    case 'number':
      return formatNumber(value as number);
    case 'money':
      return formatMoney(value as number, language);
    case 'quantity':
      return formatQuantity(value as Quantity, unitOf(field, context.values ?? {}), language);
    case 'ref':
      return names[String(value)] ?? '…';
    case 'refs':
      return (value as string[]).map((id) => names[id] ?? '…').join(joiner);
    case 'species':
      return (value as SpeciesValue).name;
    case 'place':
      return `${(value as Place).lng.toFixed(5)}, ${(value as Place).lat.toFixed(5)}`;
  }
}
