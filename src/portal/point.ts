// How does a person point at a place? A window with a small map; what was pointed at comes back with words for it.
import type { Label } from '../domain/kernel/label.ts';
import { metresBetween, type Named, nearestTo, type Spot, spotWords } from '../domain/tip/spot.ts';
import { Chart, metresPerPixelFor, type Pin } from './chart.ts';
import { h } from './dom.ts';
import { say } from './text.ts';

const TEXT = {
  title: ['在地图上指出位置', 'Point on the map'],
  hint: [
    '拖动和放大找到地方，点一下放图钉。放得越大，指得越准。',
    'Drag and zoom, then tap to set the pin. Zoom in to be more exact.',
  ],
  label: [
    '本县地图。方向键移动图钉，按住 Shift 移动更远；加号、减号缩放；Home 键看全县。',
    'Map of the county. Arrow keys move the pin, with Shift farther; plus and minus zoom; Home shows the whole county.',
  ],
  nearer: ['放大', 'Zoom in'],
  farther: ['缩小', 'Zoom out'],
  here: ['我的位置', 'My location'],
  noHere: ['取不到您的位置，可以直接在地图上找', 'Your location is not available; find the place on the map'],
  locating: ['正在定位……', 'Locating …'],
  none: ['还没有放图钉', 'No pin yet'],
  said: ['{w}，误差±{n}米', '{w}, within ±{n} m'],
  ok: ['确定', 'Done'],
  cancel: ['取消', 'Cancel'],
  north: ['北', 'N'],
} as const satisfies Record<string, Label>;

/** What was pointed at. `near` says it in both languages; `town` is the nearest one, when it is near enough to be meant. */
export interface Pointed extends Pin {
  readonly near: Label;
  readonly town: string;
}
interface Asked {
  readonly points: readonly Named[];
  readonly pin: (Spot & { readonly accuracy?: number }) | null;
  /** A township already chosen: the map opens there. */
  readonly town: string;
}

/** Farther than this from every township, none of them is written into the form. */
const NEAR_M = 30_000;

function found(pin: Pin, points: readonly Named[]): Pointed {
  const town = nearestTo(pin, points);
  const [lng, lat] = [pin.lng, pin.lat].map((n) => Math.round(n * 1e6) / 1e6) as [number, number];
  return {
    ...{ lng, lat, accuracy: pin.accuracy },
    near: spotWords(pin, points, pin.accuracy) ?? ['', ''],
    town: town && metresBetween(town, pin) <= NEAR_M ? town.name : '',
  };
}

/** Opens the window; null when it was closed without a place. Needs at least one point. */
export function pointOnMap(asked: Asked): Promise<Pointed | null> {
  const { points, pin } = asked;
  const words = h('p', { className: 'said', 'aria-live': 'polite' }, say(TEXT.none));
  const ok = h('button', { type: 'button', className: 'main', disabled: true }, say(TEXT.ok));
  const cancel = h('button', { type: 'button', className: 'main second' }, say(TEXT.cancel));
  const tell = () => {
    ok.disabled = chart.pin === null;
    if (!chart.pin) return;
    const { near, accuracy } = found(chart.pin, points);
    words.textContent = say(TEXT.said).replace('{w}', say(near)).replace('{n}', String(accuracy));
  };
  const chart = new Chart(points, say(TEXT.north), tell);
  chart.element.setAttribute('aria-label', say(TEXT.label));
  const tool = (text: string, label: Label, press: () => void) =>
    h('button', { type: 'button', 'aria-label': say(label), title: say(label), onclick: press }, text);
  const able = 'geolocation' in navigator && isSecureContext;
  const tools = h(
    'div',
    { className: 'tools' },
    tool('+', TEXT.nearer, () => chart.zoom(2)),
    tool('−', TEXT.farther, () => chart.zoom(0.5)),
    able ? tool('◎', TEXT.here, () => locate(chart, words, tell)) : null,
  );
  const box = h('div', { className: 'chart' });
  box.append(chart.element, tools);
  const sheet = h(
    'div',
    { className: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-label': say(TEXT.title) },
    h('h2', {}, say(TEXT.title)),
    h('p', { className: 'hint' }, say(TEXT.hint)),
    box,
    h('div', { className: 'foot' }, words, h('div', { className: 'pair' }, cancel, ok)),
  );
  const veil = h('div', { className: 'veil' }, sheet);
  document.body.append(veil);
  chart.pin = pin ? { ...pin, accuracy: pin.accuracy ?? 100 } : null;
  begin(chart, asked);
  tell();
  const resized = () => chart.draw();
  addEventListener('resize', resized);
  return modal(veil, chart.element, ok, cancel).then((done) => {
    removeEventListener('resize', resized);
    return done && chart.pin ? found(chart.pin, points) : null;
  });
}

function begin(chart: Chart, { points, town }: Asked): void {
  const { pin } = chart;
  const known = points.find(({ name }) => name === town);
  chart.fit();
  if (pin) chart.look(pin, metresPerPixelFor(pin.accuracy));
  else if (known) chart.look(known, 40);
}

function locate(chart: Chart, words: HTMLElement, tell: () => void): void {
  words.textContent = say(TEXT.locating);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      words.textContent = say(TEXT.none);
      tell();
      chart.showHere({ lng: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy });
    },
    () => {
      words.textContent = say(TEXT.noHere);
    },
    { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
  );
}

/** Holds the keyboard and the page behind until one of the buttons, Escape or the phone's own "back"; true for `ok`. */
function modal(veil: HTMLElement, first: SVGElement, ok: HTMLElement, cancel: HTMLElement): Promise<boolean> {
  const page = document.getElementById('app');
  const before = document.activeElement as HTMLElement | null;
  const { documentElement: root } = document;
  root.classList.add('held');
  page?.setAttribute('inert', '');
  first.focus();
  history.pushState({ map: true }, '');
  return new Promise((resolve) => {
    const leave = (done: boolean) => {
      removeEventListener('popstate', back);
      veil.remove();
      root.classList.remove('held');
      page?.removeAttribute('inert');
      before?.focus();
      resolve(done);
    };
    const back = () => leave(false);
    const end = (done: boolean) => {
      leave(done);
      history.back();
    };
    addEventListener('popstate', back);
    ok.onclick = () => end(true);
    cancel.onclick = () => end(false);
    veil.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') end(false);
      if (event.key !== 'Tab') return;
      const stops = [first, ...veil.querySelectorAll<HTMLElement>('button:not(:disabled)')];
      const edge = event.shiftKey ? stops[0] : stops.at(-1);
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    });
  });
}
