// How is a figure written in a sentence or a table?
import type { Language } from '../kernel/label.ts';
import { sayFen } from '../kernel/money.ts';
import type { Bound } from '../kernel/quantity.ts';

const UNITS_EN: Readonly<Record<string, string>> = {
  人次: 'person-times',
  台次: 'vehicle-times',
  家: 'venues',
  家次: 'visits',
  处: 'places',
  处次: 'visits',
  个: '',
  人: 'people',
  只: 'head',
  件: 'pieces',
  套: 'sets',
  公斤: 'kg',
  公里: 'km',
  亩: 'mu',
  条: '',
  份: 'copies',
  块: 'boards',
  种: 'kinds',
  部: 'programmes',
  天: 'days',
  次: 'times',
  场次: 'events',
  篇: 'reports',
  起: 'cases',
  项: 'items',
  组: 'teams',
  片: 'areas',
  架次: 'sorties',
};

interface Figured {
  readonly value: number | null;
  readonly bound: Bound;
}

/** '30余人次' · '约30只' · '少量' · '12.34万元' · '66.7%'; a rate without a whole is '—'. '元' takes fen. */
export function formatFigure({ value, bound }: Figured, unit: string, language: Language): string {
  if (value === null) return unit === '%' ? '—' : language === 'zh' ? '少量' : 'some';
  if (unit === '%') return `${bound === 'about' && language === 'zh' ? '约' : ''}${value.toFixed(1)}%`;
  return language === 'zh' ? inChinese(value, bound, unit) : inEnglish(value, bound, unit);
}

function inChinese(value: number, bound: Bound, unit: string): string {
  const written = unit === '元' ? sayFen(value) : `${plain(value)}${unit}`;
  if (bound === 'exact') return written;
  if (bound === 'about') return `约${written}`;
  // 余 stands between number and measure word: 30余人次, 100余万元; after a decimal it follows 万: 12.3万余元.
  const cut = written.search(/^\d+万/u) === 0 ? written.indexOf('万') : written.search(/(?:元|[^\d.,万]+)$/u);
  return `${written.slice(0, cut)}余${written.slice(cut)}`;
}

function inEnglish(value: number, bound: Bound, unit: string): string {
  const lead = bound === 'exact' ? '' : bound === 'about' ? 'about ' : 'over ';
  if (unit === '元') return `${lead}CNY ${grouped(value / 100, value % 100 === 0 ? 0 : 2)}`;
  const word = UNITS_EN[unit] ?? unit;
  return `${lead}${plain(value)}${word ? ` ${word}` : ''}`;
}

/** At most three decimals (grams of a kilogram), none needed when whole. */
function plain(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function grouped(value: number, decimals: number): string {
  const [whole = '0', rest] = value.toFixed(decimals).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? `.${rest}` : '');
}
