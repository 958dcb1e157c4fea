// When was it posted? The ways platforms, feeds and exports write a time.
import { fromNumber, toNumber } from '../kernel/day.ts';
import { readDay } from '../kernel/read-day.ts';

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** 1990 to 2200: no post is older, no clock that far ahead. */
const RANGE = [631_152_000_000, 7_258_118_400_000] as const;

/** The instant as ISO UTC, or undefined when it cannot be told (3小时前, 昨天). Without a zone it is China's; a bare day is its noon. */
export function readInstant(raw: unknown): string | undefined {
  if (typeof raw === 'number') return isoOf(raw < 100_000_000_000 ? raw * 1_000 : raw) ?? serial(raw);
  if (typeof raw !== 'string') return undefined;
  const text = raw.normalize('NFKC').trim();
  if (/^\d{10}$|^\d{13}$/.test(text)) return isoOf(Number(text) * (text.length === 10 ? 1_000 : 1));
  const rfc = /^(?:[a-z]{3},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(.+)$/i.exec(text);
  const weibo = /^[a-z]{3}\s+([a-z]{3})\s+(\d{1,2})\s+([\d:]+)\s+([+-]\d{4})\s+(\d{4})$/i.exec(text);
  if (weibo) return composed(`${weibo[5]}-${monthOf(weibo[1])}-${weibo[2]}`, `${weibo[3]} ${weibo[4]}`);
  if (rfc) return composed(`${rfc[3]}-${monthOf(rfc[2])}-${rfc[1]}`, rfc[4] ?? '');
  const split = /^(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{8}|\d{5}(?:\.\d+)?)[T\s]*(.*)$/i.exec(text);
  return split ? composed(split[1] ?? '', split[2] ?? '') : undefined;
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

function serial(raw: number): string | undefined {
  const day = readDay(raw);
  return day.ok && day.value ? composed(day.value, '') : undefined;
}

function composed(dayText: string, rest: string): string | undefined {
  const day = readDay(dayText);
  if (!day.ok || day.value === undefined) return undefined;
  const start = toNumber(day.value) * DAY_MS;
  const clock =
    /^(上午|下午|晚上|凌晨|中午)?\s*(\d{1,2})[:时点](\d{1,2})?分?(?::?(\d{1,2})(?:\.\d+)?秒?)?\s*(am|pm)?\s*(.*)$/i.exec(
      rest,
    );
  if (!clock) return isoOf(start + 12 * 3_600_000 - CHINA_MS);
  const [, part = '', h = '0', m = '0', s = '0', half = '', zone = ''] = clock;
  const late = /下午|晚上/.test(part) || /pm/i.test(half);
  const hours = Number(h) + (late && Number(h) < 12 ? 12 : 0);
  if (hours > 24 || Number(m) > 59 || Number(s) > 60) return undefined;
  return isoOf(start + hours * 3_600_000 + Number(m) * 60_000 + Number(s) * 1_000 - zoneMs(zone));
}

function zoneMs(zone: string): number {
  if (/^(?:z|gmt|utc|ut)\b/i.test(zone)) return 0;
  const match = /^([+-])(\d{2}):?(\d{2})/.exec(zone);
  if (!match) return CHINA_MS;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3_600_000 + Number(match[3]) * 60_000);
}

function isoOf(ms: number): string | undefined {
  if (!(ms >= RANGE[0] && ms < RANGE[1])) return undefined;
  const whole = Math.floor(ms);
  const rest = whole % DAY_MS;
  const two = (n: number) => String(n).padStart(2, '0');
  const time = `${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}:${two(Math.floor(rest / 1_000) % 60)}`;
  return `${fromNumber(Math.floor(whole / DAY_MS))}T${time}.${String(rest % 1_000).padStart(3, '0')}Z`;
}
