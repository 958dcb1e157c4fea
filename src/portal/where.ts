// Where was it? The phone's own place, a township, a landmark, or "I don't know".
import { card, h, show } from './dom.ts';
import type { Draft } from './draft.ts';
import { t } from './text.ts';

export function whereCard(draft: Draft, towns: readonly string[], changed: () => void): HTMLElement {
  const here = h('button', { type: 'button' });
  const unknown = h('button', { type: 'button' }, t('unknownPlace'));
  const able = 'geolocation' in navigator && isSecureContext;
  const box = h('div', { className: 'chips' }, able ? here : null, unknown);
  const note = h('p', { className: 'hint', 'aria-live': 'polite' });
  const rest = h('div', { className: 'fields' });
  const locate = () => {
    note.textContent = t('locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        draft.place = { lng: coords.longitude, lat: coords.latitude, accuracy: Math.round(coords.accuracy) };
        draft.unknownPlace = false;
        changed();
        draw();
      },
      () => {
        note.textContent = t('noPlace');
      },
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  };
  const press = (button: HTMLElement, on: boolean) => {
    button.className = on ? 'on' : '';
    button.setAttribute('aria-pressed', String(on));
  };
  const draw = () => {
    const { place } = draft;
    here.textContent = t(place ? 'placed' : 'here');
    press(here, place !== null);
    press(unknown, draft.unknownPlace);
    note.textContent = place ? t('located', { n: place.accuracy ?? '?' }) : '';
    rest.hidden = draft.unknownPlace;
  };
  here.onclick = () => {
    if (!draft.place) return locate();
    draft.place = null;
    changed();
    draw();
  };
  unknown.onclick = () => {
    draft.unknownPlace = !draft.unknownPlace;
    if (draft.unknownPlace) {
      Object.assign(draft, { place: null, town: '', address: '' });
      show(rest, ...fields());
    }
    changed();
    draw();
  };
  const fields = () => [towns.length > 0 ? town(draft, towns, changed) : null, address(draft, changed)];
  show(rest, ...fields());
  draw();
  return card(t('where'), box, note, rest);
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
