// Where on the ground is a point of a small map, how exact is a finger, and how is the place said in words?
import type { Label } from '../kernel/label.ts';

/** WGS84 degrees. */
export interface Spot {
  readonly lng: number;
  readonly lat: number;
}
/** A place people know by name. */
export interface Named extends Spot {
  readonly name: string;
}
/** The world as a square of side 1 (spherical Mercator): x eastwards from 180° W, y southwards. */
export interface Flat {
  readonly x: number;
  readonly y: number;
}

/** Mean radius in metres, IUGG (Moritz, Geodetic Reference System 1980). */
const RADIUS = 6_371_008.8;
/** Where the square ends; the poles lie infinitely far. */
const MOST_LAT = (Math.atan(Math.sinh(Math.PI)) * 180) / Math.PI;
const RAD = Math.PI / 180;

/** Latitudes beyond the square's edge (85.05°) are put on it. */
export function toFlat({ lng, lat }: Spot): Flat {
  const within = Math.max(-MOST_LAT, Math.min(MOST_LAT, lat));
  return { x: (lng + 180) / 360, y: (1 - Math.asinh(Math.tan(within * RAD)) / Math.PI) / 2 };
}

export function fromFlat({ x, y }: Flat): Spot {
  return { lng: x * 360 - 180, lat: Math.atan(Math.sinh((1 - 2 * y) * Math.PI)) / RAD };
}

/** Metres that the side of the square would be at this latitude; `metresAt(lat) / pixels of the side` is metres a pixel. */
export function metresAt(lat: number): number {
  return 2 * Math.PI * RADIUS * Math.cos(lat * RAD);
}

/** Metres along the great circle (haversine). */
export function metresBetween(a: Spot, b: Spot): number {
  const [up, across] = [((b.lat - a.lat) * RAD) / 2, ((b.lng - a.lng) * RAD) / 2];
  const h = Math.sin(up) ** 2 + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(across) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

const DIRECTIONS: readonly Label[] = [
  ['北', 'north'],
  ['东北', 'north-east'],
  ['东', 'east'],
  ['东南', 'south-east'],
  ['南', 'south'],
  ['西南', 'south-west'],
  ['西', 'west'],
  ['西北', 'north-west'],
];

/** Which way `to` lies as seen from `from`, as one of eight. */
export function directionTo(from: Spot, to: Spot): Label {
  const [a, b] = [toFlat(from), toFlat(to)];
  const turn = Math.round(Math.atan2(b.x - a.x, a.y - b.y) / (Math.PI / 4));
  return DIRECTIONS[(turn + 8) % 8] as Label;
}

export function nearestTo<T extends Spot>(spot: Spot, places: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const place of places)
    if (!best || metresBetween(spot, place) < metresBetween(spot, best)) best = place;
  return best;
}

/** ±metres of a point set with a finger of `pixels`, two digits at most; no finer than what the drawing can tell. */
export function fingerMetres(metresPerPixel: number, pixels = 24): number {
  const metres = Math.max(1, metresPerPixel * pixels);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(metres)) - 1);
  return Math.min(100_000, Math.round(metres / step) * step);
}

function far(metres: number, accuracy: number): Label {
  if (metres < 975 && accuracy < 500) {
    const n = Math.max(50, Math.round(metres / 50) * 50);
    return [`约${n}米`, `about ${n} m`];
  }
  const km =
    metres < 9_950 && accuracy < 500 ? Math.round(metres / 100) / 10 : Math.max(1, Math.round(metres / 1000));
  return [`约${km}公里`, `about ${km} km`];
}

/** 龙泉镇东南约2.3公里, in whole kilometres where the error is half of one or more; what is nearer than `accuracy` metres has no direction to speak of. Null without a place to tell it by. */
export function spotWords(spot: Spot, places: readonly Named[], accuracy: number): Label | null {
  const near = nearestTo(spot, places);
  if (!near) return null;
  const metres = metresBetween(near, spot);
  if (metres <= Math.max(50, accuracy)) return [`${near.name}附近`, `near ${near.name}`];
  const [zh, en] = far(metres, accuracy);
  const [way, wayEn] = directionTo(near, spot);
  return [`${near.name}${way}${zh}`, `${en} ${wayEn} of ${near.name}`];
}
