// Do two clues tell of the same matter? Venue, distance, township, days apart and words alike, each with its reason.
import { daysBetween } from '../kernel/day.ts';
import type { Place, Values } from '../kernel/record.ts';

export interface Likeness {
  /** Sum of what speaks for one matter; below `LIKE` nothing is suggested. */
  readonly score: number;
  readonly venue: boolean;
  readonly area: boolean;
  /** Metres apart, where both have coordinates and lie near. */
  readonly metres: number | null;
  readonly days: number;
  /** Share of two-character sequences both contents have, 0–1. */
  readonly text: number;
}

/** Chosen so that no single sign but a shared venue within the fortnight, or words half alike, is enough. */
export const LIKE = 4;
const NEAR_METRES = 1_000;
export const NEAR_DAYS = 45;

/** Marks, spaces and running numbers say nothing about the matter. */
function pairsOf(content: string): Set<string> {
  const plain = content.normalize('NFKC').replace(/[\p{P}\p{S}\s\d]/gu, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2));
  return pairs;
}

/** Dice coefficient of the contents' two-character sequences. */
export function alike(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.size === 0 || right.size === 0) return 0;
  let both = 0;
  for (const pair of left) if (right.has(pair)) both += 1;
  return (2 * both) / (left.size + right.size);
}

/** Metres between two places some kilometres apart at most; a sphere is exact enough to say "near". */
function metresBetween(a: Place, b: Place): number {
  const rad = Math.PI / 180;
  const x = (b.lng - a.lng) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  const y = (b.lat - a.lat) * rad;
  return Math.hypot(x, y) * 6_371_000;
}

/** How alike two clues are (their values). */
export function likeness(a: Values, b: Values): Likeness {
  const days = Math.abs(daysBetween(String(a.day), String(b.day)));
  const venue = typeof a.venue === 'string' && a.venue === b.venue;
  const area = typeof a.area === 'string' && a.area === b.area;
  const apart = a.place && b.place ? metresBetween(a.place as Place, b.place as Place) : null;
  const metres = apart !== null && apart <= NEAR_METRES ? Math.round(apart) : null;
  const text = alike(String(a.content ?? ''), String(b.content ?? ''));
  const near = days <= 3 ? 1.5 : days <= 14 ? 1 : 0;
  const kind = a.violation && a.violation === b.violation ? 0.5 : 0;
  const score =
    (venue ? 3 : 0) +
    (metres === null ? 0 : metres <= 300 ? 2.5 : 1.5) +
    (area ? 1 : 0) +
    near +
    kind +
    4 * text;
  return { score: days > NEAR_DAYS ? 0 : score, venue, area, metres, days, text };
}
