// Where was it? The phone's own place, one pointed at on a map, a township, a landmark, or "I don't know".
import type { Start } from './api.ts';
import { card, h, show } from './dom.ts';
import type { Draft, DraftPlace } from './draft.ts';
import { say, t } from './text.ts';

type Offer = Pick<Start, 'towns' | 'points'>;

const NOTHING: Offer = { towns: [], points: [] };

/** `renew` puts in what the house has told since, and leaves alone what somebody is writing in. */
export function whereCard(
  draft: Draft,
  start: () => Offer | null,
  changed: () => void,
): { readonly element: HTMLElement; readonly renew: () => void } {
  const offer = () => start() ?? NOTHING;
  const here = h('button', { type: 'button' });
  const point = h('button', { type: 'button', 'aria-haspopup': 'dialog' }, t('point'));
  const unknown = h('button', { type: 'button' }, t('unknownPlace'));
  const able = 'geolocation' in navigator && isSecureContext;
  const box = h('div', { className: 'chips' }, able ? here : null, point, unknown);
  const note = h('p', { className: 'hint', 'aria-live': 'polite' });
  const pointed = h('p', { className: 'pointed' });
  const rest = h('div', { className: 'fields' });
  const townBox = () => {
    const { towns } = offer();
    return towns.length > 0 ? town(draft, towns, changed) : null;
  };
  const fields = () => show(rest, townBox(), address(draft, changed));
  const draw = () => {
    const { place } = draft;
    const measured = place !== null && !place.pointed;
    here.textContent = t(measured ? 'placed' : 'here');
    press(here, measured);
    press(point, place?.pointed !== undefined);
    press(unknown, draft.unknownPlace);
    note.textContent = measured ? t('located', { n: place.accuracy ?? '?' }) : '';
    show(pointed, ...pinWords(place, point.hidden ? null : onMap, () => put(null)));
    pointed.hidden = !place?.pointed;
    rest.hidden = draft.unknownPlace;
  };
  const renew = () => {
    point.hidden = offer().points.length === 0;
    const box = rest.querySelector('select') ? null : townBox();
    if (box) rest.prepend(box);
    draw();
  };
  /** A township that a pin has put in goes with the pin; one that was chosen stays. */
  const put = (place: DraftPlace | null) => {
    if (draft.town === draft.place?.pointed?.town) draft.town = '';
    draft.town ||= place?.pointed?.town ?? '';
    draft.place = place;
    if (place) draft.unknownPlace = false;
    changed();
    fields();
    draw();
  };
  const onMap = () => {
    // The page behind must not be drawn anew while the map is open (main.ts).
    box.dispatchEvent(new Event('input', { bubbles: true }));
    void pointAt(draft, offer().points).then(
      (place) => place && put(place),
      () => {
        note.textContent = t('noMap');
      },
    );
  };
  point.onclick = onMap;
  here.onclick = () => {
    if (draft.place && !draft.place.pointed) return put(null);
    note.textContent = t('locating');
    locate(put, () => {
      note.textContent = t('noPlace');
    });
  };
  unknown.onclick = () => {
    draft.unknownPlace = !draft.unknownPlace;
    if (draft.unknownPlace) {
      Object.assign(draft, { place: null, town: '', address: '' });
      fields();
    }
    changed();
    draw();
  };
  fields();
  renew();
  return { element: card(t('where'), box, note, pointed, rest), renew };
}

function press(button: HTMLElement, on: boolean): void {
  button.className = on ? 'on' : '';
  button.setAttribute('aria-pressed', String(on));
}

function locate(found: (place: DraftPlace) => void, failed: () => void): void {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) =>
      found({ lng: coords.longitude, lat: coords.latitude, accuracy: Math.round(coords.accuracy) }),
    failed,
    { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
  );
}

/** The map comes only when somebody wants it. */
async function pointAt(draft: Draft, points: Offer['points']): Promise<DraftPlace | null> {
  const { pointOnMap } = await import('./point.ts');
  const { place, town: chosen } = draft;
  const pin = await pointOnMap({ points, pin: place, town: chosen });
  return (
    pin && { lng: pin.lng, lat: pin.lat, accuracy: pin.accuracy, pointed: { near: pin.near, town: pin.town } }
  );
}

function pinWords(
  place: DraftPlace | null,
  change: (() => void) | null,
  drop: () => void,
): (Node | string)[] {
  if (!place?.pointed) return [];
  const button = (key: 'change' | 'drop', press: () => void) =>
    h(
      'button',
      { type: 'button', className: 'plain', 'aria-label': `${t(key)} · ${t('point')}`, onclick: press },
      t(key),
    );
  const words = h('span', {}, t('pointed', { w: say(place.pointed.near), n: place.accuracy ?? '?' }));
  return [words, h('div', {}, change ? button('change', change) : null, button('drop', drop))];
}

function town(draft: Draft, towns: readonly string[], changed: () => void): HTMLElement {
  const select = h(
    'select',
    { 'aria-label': t('town') },
    h('option', { value: '' }, `${t('town')}…`),
    ...towns.map((name) => h('option', { value: name }, name)),
  );
  select.value = draft.town;
  select.onchange = () => {
    draft.town = select.value;
    changed();
  };
  return select;
}

function address(draft: Draft, changed: () => void): HTMLElement {
  const input = h('input', {
    type: 'text',
    maxLength: 200,
    placeholder: t('address'),
    'aria-label': t('address'),
    value: draft.address,
    autocomplete: 'off',
  });
  input.oninput = () => {
    draft.address = input.value;
    changed();
  };
  return input;
}
