// What is seen on the small map? SVG of what the county holds: townships by name, a graticule, a scale, north, the pin.
import {
  type Flat,
  fromFlat,
  metresAt,
  metresBetween,
  type Named,
  nearestTo,
  type Spot,
} from '../domain/tip/spot.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
/** The part of the world that is shown, in pixels. */
export interface View {
  readonly width: number;
  readonly height: number;
  /** Pixels of the world's side. */
  readonly side: number;
  /** Metres a pixel. */
  readonly metres: number;
  /** Pixels of a letter. */
  readonly em: number;
  readonly middle: Spot;
  readonly flatAt: (x: number, y: number) => Flat;
  readonly onScreen: (spot: Spot) => Point;
}
interface Ringed extends Spot {
  readonly accuracy: number;
}

/** Degrees between the lines. */
const STEPS = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const LINE_PX = 72;

/** An element of SVG. */
export function s(tag: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text) element.textContent = text;
  return element;
}

export function graticule(view: View): SVGElement[] {
  const { width, height, side, flatAt, onScreen } = view;
  const [from, to] = [fromFlat(flatAt(0, height)), fromFlat(flatAt(width, 0))];
  const step = STEPS.filter((degrees) => (degrees / 360) * side >= LINE_PX).at(-1) ?? 10;
  const lines: SVGElement[] = [];
  const line = (d: string) => lines.push(s('path', { class: 'grid', d }));
  for (let i = Math.ceil(from.lng / step); i * step <= to.lng; i++)
    line(`M${onScreen({ lng: i * step, lat: 0 }).x} 0V${height}`);
  for (let i = Math.ceil(from.lat / step); i * step <= to.lat; i++)
    line(`M0 ${onScreen({ lng: 0, lat: i * step }).y}H${width}`);
  return lines;
}

/** Left, top, right, bottom. */
type Box = readonly [number, number, number, number];

const apart = (a: Box, b: Box) => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];

/** A name that would lie on another or on a dot is left out, its own dot stays; nearer, there is room for all. */
export function names(view: View, places: readonly Named[]): SVGElement[] {
  const { width, height, em, onScreen } = view;
  const seen = places
    .map((place) => ({ name: place.name, ...onScreen(place) }))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
  if (seen.length === 0) return yonder(view, places);
  const taken: Box[] = seen.map(({ x, y }) => [x - 4, y - 4, x + 4, y + 4]);
  const labels: SVGElement[] = [];
  for (const { name, x, y } of seen) {
    const wide = [...name].length * em;
    const tries: readonly (readonly [number, number])[] = [
      [x - wide / 2, y - 8],
      [x - wide / 2, y + 6 + em],
      [x + 8, y + em * 0.35],
      [x - 8 - wide, y + em * 0.35],
    ];
    for (const [left, base] of tries) {
      const box: Box = [left, base - em, left + wide, base + 2];
      if (left < 2 || left + wide > width - 2 || !taken.every((other) => apart(box, other))) continue;
      taken.push(box);
      labels.push(s('text', { x: left, y: base }, name));
      break;
    }
  }
  return [...seen.map(({ x, y }) => s('circle', { class: 'town', cx: x, cy: y, r: 4 })), ...labels];
}

/** Where nothing is near, the edge says what lies beyond it, and how far. */
function yonder(view: View, places: readonly Named[]): SVGElement[] {
  const { width, height, em, middle, onScreen } = view;
  const near = nearestTo(middle, places);
  if (!near) return [];
  const to = onScreen(near);
  const [dx, dy] = [to.x - width / 2, to.y - height / 2];
  const room = Math.min((width / 2 - 18) / Math.abs(dx), (height / 2 - 18) / Math.abs(dy));
  const [x, y] = [width / 2 + dx * room, height / 2 + dy * room];
  const text = `${near.name} ${Math.round(metresBetween(middle, near) / 100) / 10} km`;
  const wide = text.length * em * 0.85;
  const left = Math.max(8, Math.min(width - 8 - wide, x - wide / 2));
  const base = y < height / 2 ? Math.max(y + em + 14, 50) : y - 18;
  const turn = (Math.atan2(dx, -dy) * 180) / Math.PI;
  return [
    s('path', { class: 'needle', d: 'M0-10l7 16h-14z', transform: `translate(${x} ${y}) rotate(${turn})` }),
    s('text', { x: left, y: base }, text),
  ];
}

function ring({ onScreen, side }: View, spot: Ringed, name: string): SVGElement {
  const { x, y } = onScreen(spot);
  return s('circle', { class: name, cx: x, cy: y, r: (spot.accuracy / metresAt(spot.lat)) * side });
}

export function hereMark(view: View, here: Ringed): SVGElement[] {
  const { x, y } = view.onScreen(here);
  return [ring(view, here, 'here'), s('circle', { class: 'me', cx: x, cy: y, r: 7 })];
}

export function pinMark(view: View, spot: Ringed): SVGElement[] {
  const { x, y } = view.onScreen(spot);
  const shape = 'm0 0c-3-9-13-14-13-25a13 13 0 0 1 26 0c0 11-10 16-13 25z';
  const pin = s('g', { class: 'pin', transform: `translate(${x} ${y})` });
  pin.append(s('path', { d: shape }), s('circle', { cy: -25, r: 5 }));
  return [ring(view, spot, 'error'), pin];
}

/** How long a line of the scale is, and where north lies. */
export function ruleAndNorth({ height, metres }: View, north: string): SVGElement[] {
  const room = metres * 110;
  const power = 10 ** Math.floor(Math.log10(room));
  const length = ([5, 2, 1].find((n) => n * power <= room) ?? 1) * power;
  const text = length >= 1000 ? `${length / 1000} km` : `${length} m`;
  const [x, y] = [14, height - 14];
  return [
    s('path', { class: 'rule', d: `M${x} ${y - 6}v6h${length / metres}v-6` }),
    s('text', { class: 'small', x: x + 4, y: y - 8 }, text),
    s('path', { class: 'needle', d: 'M22 10l7 20-7-5-7 5z' }),
    s('text', { class: 'small', x: 34, y: 28 }, north),
  ];
}
