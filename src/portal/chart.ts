// How is the small map moved and pointed at? By finger, mouse, wheel or keys; it draws itself anew with each frame.
import {
  type Flat,
  fingerMetres,
  fromFlat,
  metresAt,
  type Named,
  type Spot,
  toFlat,
} from '../domain/tip/spot.ts';
import { graticule, hereMark, names, pinMark, ruleAndNorth, s, type View } from './chart-draw.ts';

/** With ±metres: of a pin, from how far the map was zoomed when it was set; of the phone, what it says itself. */
export interface Pin extends Spot {
  readonly accuracy: number;
}

const FINGER = 24;
/** Metres a pixel: closer, and the empty ground would pretend to more than it tells. */
const CLOSEST = 2;
const FARTHEST = 4_000;
const TAP = 8;
/** Buttons lie over the right edge. */
const TOOLS = 60;

export class Chart {
  readonly element = s('svg', { tabindex: 0, role: 'application' }) as SVGSVGElement;
  pin: Pin | null = null;
  private here: Pin | null = null;
  private readonly places: readonly Named[];
  private readonly north: string;
  private readonly changed: () => void;
  /** Centre, and pixels of the world's side. */
  private at: Flat = { x: 0, y: 0 };
  private side = 1;
  private readonly fingers = new Map<number, { x: number; y: number }>();
  private moved = 0;
  private many = false;
  private held = false;
  private waiting = false;

  /** `changed` is called when the pin has been set or moved. */
  constructor(places: readonly Named[], north: string, changed: () => void) {
    this.places = places;
    this.north = north;
    this.changed = changed;
    const { element } = this;
    element.addEventListener('pointerdown', (event) => this.down(event));
    element.addEventListener('pointermove', (event) => this.move(event));
    for (const name of ['pointerup', 'pointercancel'] as const)
      element.addEventListener(name, (event) => this.up(event));
    element.addEventListener('keydown', (event) => this.key(event));
    element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.zoom(2 ** (-Math.max(-100, Math.min(100, event.deltaY)) / 200), this.inside(event));
      },
      { passive: false },
    );
  }

  /** Everything the county holds, and the pin, in one picture. */
  fit(): void {
    const all = [...this.places, ...(this.pin ? [this.pin] : [])].map(toFlat);
    const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
    const [west, east, north, south] = [
      ...[Math.min(...xs), Math.max(...xs)],
      ...[Math.min(...ys), Math.max(...ys)],
    ] as [number, number, number, number];
    this.at = { x: (west + east) / 2, y: (north + south) / 2 };
    const { width, height } = this.size();
    // One township alone still has a county around it.
    const least = 30_000 / this.metres(1);
    const [across, down] = [Math.max(east - west, least), Math.max(south - north, least)];
    this.scale(Math.min((width - 80 - TOOLS) / across, (height - 110) / down));
    this.at = { x: this.at.x + TOOLS / 2 / this.side, y: this.at.y };
    this.draw();
  }

  /** Looks at `spot`, `metres` a pixel. */
  look(spot: Spot, metres: number): void {
    this.at = toFlat(spot);
    this.scale(metresAt(spot.lat) / metres);
    this.draw();
  }

  showHere(here: Pin): void {
    this.here = here;
    this.look(here, Math.max(8, here.accuracy / 60));
  }

  /** Nearer (more than 1) or farther, about a point of the screen. */
  zoom(by: number, about?: { x: number; y: number }): void {
    const { width, height } = this.size();
    const { x, y } = about ?? { x: width / 2, y: height / 2 };
    const fixed = this.flatAt(x, y);
    this.scale(this.side * by);
    this.at = { x: fixed.x - (x - width / 2) / this.side, y: fixed.y - (y - height / 2) / this.side };
    this.draw();
  }

  private size(): { width: number; height: number } {
    const { width, height } = this.element.getBoundingClientRect();
    return { width: Math.max(1, width), height: Math.max(1, height) };
  }

  /** Metres a pixel here, were the world's side `side` pixels. */
  private metres(side = this.side): number {
    return metresAt(fromFlat(this.at).lat) / side;
  }

  private scale(side: number): void {
    const world = this.metres(1);
    this.side = Math.max(world / FARTHEST, Math.min(world / CLOSEST, side));
  }

  private flatAt(x: number, y: number): Flat {
    const { width, height } = this.size();
    return { x: this.at.x + (x - width / 2) / this.side, y: this.at.y + (y - height / 2) / this.side };
  }

  private onScreen(spot: Spot): { x: number; y: number } {
    const { width, height } = this.size();
    const { x, y } = toFlat(spot);
    return { x: (x - this.at.x) * this.side + width / 2, y: (y - this.at.y) * this.side + height / 2 };
  }

  private inside({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const { left, top } = this.element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  private put(x: number, y: number): void {
    const spot = fromFlat(this.flatAt(x, y));
    this.pin = { ...spot, accuracy: fingerMetres(this.metres(), FINGER) };
    this.draw();
    this.changed();
  }

  private pan(x: number, y: number): void {
    const { at, side } = this;
    this.at = {
      x: Math.max(0, Math.min(1, at.x - x / side)),
      y: Math.max(0, Math.min(1, at.y - y / side)),
    };
    this.draw();
  }

  private down(event: PointerEvent): void {
    this.element.setPointerCapture(event.pointerId);
    const at = this.inside(event);
    this.fingers.set(event.pointerId, at);
    this.many = this.fingers.size > 1;
    if (this.many) {
      this.held = false;
      return;
    }
    this.moved = 0;
    const tip = this.pin && this.onScreen(this.pin);
    this.held = tip !== null && Math.abs(at.x - tip.x) < FINGER && Math.abs(at.y - tip.y + 16) < FINGER + 8;
  }

  private move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const now = this.inside(event);
    this.fingers.set(event.pointerId, now);
    const [x, y] = [now.x - before.x, now.y - before.y];
    if (this.fingers.size > 1) this.pinch(event.pointerId, before, now);
    if (this.many) return;
    this.moved += Math.hypot(x, y);
    if (this.held && this.pin) {
      const tip = this.onScreen(this.pin);
      this.put(tip.x + x, tip.y + y);
    } else if (this.moved > TAP) this.pan(x, y);
  }

  private pinch(id: number, before: { x: number; y: number }, now: { x: number; y: number }): void {
    const other = [...this.fingers].find(([key]) => key !== id)?.[1];
    if (!other) return;
    const apart = (p: { x: number; y: number }) => Math.max(20, Math.hypot(p.x - other.x, p.y - other.y));
    this.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    this.zoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  }

  private up(event: PointerEvent): void {
    if (!this.fingers.delete(event.pointerId)) return;
    const tapped = event.type === 'pointerup' && !this.many && !this.held && this.moved <= TAP;
    if (tapped) {
      const { x, y } = this.inside(event);
      this.put(x, y);
    }
    if (this.fingers.size === 0) this.held = false;
  }

  /** Arrows move the pin by half a finger (Shift: by four), from the middle when there is none yet. */
  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = event.shiftKey ? FINGER * 4 : FINGER / 2;
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (event.key === '+' || event.key === '=') this.zoom(2);
    else if (event.key === '-') this.zoom(0.5);
    else if (event.key === 'Home') this.fit();
    else if (way) this.step((way[0] as number) * far, (way[1] as number) * far);
    else if ((event.key === 'Enter' || event.key === ' ') && !this.pin) this.step(0, 0);
    else return;
    event.preventDefault();
  }

  private step(x: number, y: number): void {
    const { width, height } = this.size();
    const from = this.pin ? this.onScreen(this.pin) : { x: width / 2, y: height / 2 };
    const to = this.pin ? { x: from.x + x, y: from.y + y } : from;
    this.put(to.x, to.y);
    // What is moved stays in sight.
    const edge = FINGER * 2;
    const over = (n: number, most: number) => Math.min(0, n - edge) + Math.max(0, n - (most - edge));
    this.pan(-over(to.x, width), -over(to.y, height));
  }

  draw(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      if (this.element.isConnected) this.element.replaceChildren(...this.drawn());
    });
  }

  private drawn(): SVGElement[] {
    const { here, pin, places } = this;
    const view: View = {
      ...this.size(),
      side: this.side,
      metres: this.metres(),
      em: Number.parseFloat(getComputedStyle(this.element).fontSize) || 16,
      middle: fromFlat(this.at),
      flatAt: (x, y) => this.flatAt(x, y),
      onScreen: (spot) => this.onScreen(spot),
    };
    return [
      ...graticule(view),
      ...(here ? hereMark(view, here) : []),
      ...names(view, places),
      ...ruleAndNorth(view, this.north),
      ...(pin ? pinMark(view, pin) : []),
    ];
  }
}

/** How near the map looks when it opens on what is already known to be about `metres` around. */
export function metresPerPixelFor(metres: number): number {
  return metres / FINGER;
}
