// How does a person say what happened? One page, one hand; everything but the name is kept as a draft.
import { MOST_FILES } from '../domain/tip/media.ts';
import { TIP_MATTERS, TIP_WHENS, type TipIdentity, type TipMatter, type TipWhen } from '../domain/tip/tip.ts';
import type { Passes, Start } from './api.ts';
import { choice, h, show } from './dom.ts';
import { type Draft, dropDraft, isEmpty, saveDraft } from './draft.ts';
import { Tray } from './media.ts';
import { Refusal, sendTip } from './send.ts';
import { say, t } from './text.ts';

const GLYPHS: Record<TipMatter, string> = {
  hunting: '猎',
  net: '网',
  sale: '卖',
  restaurant: '餐',
  transport: '运',
  online: '@',
  hurtAnimal: '伤',
  other: '…',
};

export interface FormPage {
  readonly county: string;
  readonly start: Start | null;
  readonly passes: Passes;
  readonly draft: Draft;
  /** A line under the title: draft kept, no connection. */
  readonly status: (text: string) => void;
  readonly done: () => void;
  readonly cleared: () => void;
}

let tray: Tray | null = null;

export function formPage(page: FormPage): HTMLElement {
  const { draft, county, passes } = page;
  tray?.close();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void saveDraft(county, draft).then(() => page.status(t('saved'))), 300);
    clear.hidden = isEmpty(draft);
  };
  const mine = new Tray(county, passes, draft.files, changed);
  tray = mine;
  const identity = identityCard(page.start);
  const problem = h('p', { className: 'problem', role: 'alert', hidden: true });
  const submit = h('button', { type: 'submit', className: 'main' }, t('send'));
  const clear = h('button', { type: 'button', className: 'plain', hidden: isEmpty(draft) }, t('clear'));
  clear.onclick = () => {
    if (!confirm(t('clearSure'))) return;
    mine.close();
    clearTimeout(timer);
    void dropDraft(county).then(page.cleared);
  };
  const form = h(
    'form',
    { noValidate: true },
    whatCard(draft, changed),
    whereCard(draft, page.start?.towns ?? [], changed),
    whenCard(draft, changed),
    tellCard(draft, changed),
    card(t('files'), h('p', { className: 'hint' }, t('filesHint', { n: MOST_FILES })), mine.element),
    identity.element,
    problem,
    h('div', { className: 'send' }, submit),
    foot(page, clear),
  );
  const tell = (text: string, focus?: string) => {
    problem.textContent = text;
    problem.hidden = text === '';
    const target = focus ? form.querySelector<HTMLElement>(`#${focus}`) : null;
    (target ?? (text ? problem : null))?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    target?.focus({ preventScroll: true });
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const wrong = faultOf(draft) ?? identity.fault();
    if (wrong) return tell(wrong[0], wrong[1]);
    tell('');
    submit.disabled = true;
    clearTimeout(timer);
    const busy = (text: string) => {
      submit.textContent = text;
    };
    sendTip({ ...page, tray: mine, identity: identity.read(), busy })
      .then(page.done)
      .catch((error: unknown) => {
        submit.disabled = false;
        busy(t('send'));
        tell(error instanceof Refusal ? error.message : String(error));
      });
  };
  return form;
}

function card(title: string, ...children: (Node | string | null)[]): HTMLElement {
  return h('section', { className: 'card' }, h('h2', {}, title), ...children);
}

function faultOf(draft: Draft): [string, string] | null {
  if (!draft.matter) return [t('needWhat'), 'what'];
  if (draft.when === 'at' && !draft.at) return [t('needAt'), 'at'];
  if (!draft.text.trim() && draft.files.length === 0) return [t('needText'), 'tell'];
  return null;
}

function whatCard(draft: Draft, changed: () => void): HTMLElement {
  const box = h('div', { id: 'what', tabIndex: -1 });
  const draw = () =>
    show(
      box,
      choice<TipMatter>(
        t('what'),
        TIP_MATTERS.map(({ code, label }) => ({ value: code, label: say(label), glyph: GLYPHS[code] })),
        draft.matter,
        (value) => {
          draft.matter = value;
          changed();
          draw();
        },
        'tiles',
      ),
    );
  draw();
  return card(t('what'), box);
}

function whereCard(draft: Draft, towns: readonly string[], changed: () => void): HTMLElement {
  const box = h('div', { className: 'chips' });
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
  const draw = () => {
    const place = draft.place;
    const here = h(
      'button',
      { type: 'button', className: place ? 'on' : '' },
      place ? t('removePlace') : t('here'),
    );
    here.onclick = () => {
      if (!place) return locate();
      draft.place = null;
      changed();
      draw();
    };
    const unknown = h(
      'button',
      {
        type: 'button',
        className: draft.unknownPlace ? 'on' : '',
        'aria-pressed': String(draft.unknownPlace),
      },
      t('unknownPlace'),
    );
    unknown.onclick = () => {
      draft.unknownPlace = !draft.unknownPlace;
      if (draft.unknownPlace) Object.assign(draft, { place: null, town: '', address: '' });
      changed();
      draw();
    };
    show(box, 'geolocation' in navigator && isSecureContext ? here : null, unknown);
    note.textContent = place ? t('located', { n: place.accuracy ?? '?' }) : '';
    show(
      rest,
      ...(draft.unknownPlace
        ? []
        : [towns.length > 0 ? town(draft, towns, changed) : null, address(draft, changed)]),
    );
  };
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

/** Now, as an input of date and time wants it. */
function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function whenCard(draft: Draft, changed: () => void): HTMLElement {
  const box = h('div', {});
  const draw = () => {
    const at = h('input', {
      id: 'at',
      type: 'datetime-local',
      max: localNow(),
      value: draft.at,
      'aria-label': t('whenAt'),
    });
    at.oninput = () => {
      draft.at = at.value;
      changed();
    };
    show(
      box,
      choice<TipWhen>(
        t('when'),
        TIP_WHENS.map(({ code, label }) => ({ value: code, label: say(label) })),
        draft.when,
        (value) => {
          draft.when = value;
          changed();
          draw();
        },
      ),
      draft.when === 'at' ? h('div', { className: 'fields' }, at) : null,
    );
  };
  draw();
  return card(t('when'), box);
}

function tellCard(draft: Draft, changed: () => void): HTMLElement {
  const area = h('textarea', {
    id: 'tell',
    rows: 5,
    maxLength: 5000,
    placeholder: t('tellHint'),
    'aria-label': t('tell'),
  });
  area.value = draft.text;
  area.oninput = () => {
    draft.text = area.value;
    changed();
  };
  return card(t('tell'), area);
}

/** Name and number live in these inputs only: they are sealed when sent and stored nowhere. */
function identityCard(start: Start | null) {
  let named = false;
  const name = h('input', {
    id: 'name',
    type: 'text',
    maxLength: 60,
    placeholder: t('name'),
    'aria-label': t('name'),
    autocomplete: 'off',
  });
  const phone = h('input', {
    id: 'phone',
    type: 'tel',
    maxLength: 40,
    placeholder: t('phone'),
    'aria-label': t('phone'),
    autocomplete: 'off',
  });
  const note = h('input', {
    type: 'text',
    maxLength: 200,
    placeholder: t('note'),
    'aria-label': t('note'),
    autocomplete: 'off',
  });
  const box = h('div', {});
  const draw = () =>
    show(
      box,
      choice(
        t('who'),
        [
          { value: 'no', label: t('anonymous') },
          { value: 'yes', label: t('named') },
        ],
        named ? 'yes' : 'no',
        (value) => {
          named = value === 'yes' && !!start?.key;
          draw();
          if (value === 'yes' && !start?.key) box.appendChild(h('p', { className: 'hint' }, t('noKey')));
        },
      ),
      h('p', { className: 'hint' }, t(named ? 'namedHint' : 'anonymousHint')),
      named ? h('div', { className: 'fields' }, name, phone, note) : null,
    );
  draw();
  return {
    element: card(t('who'), box),
    read: (): TipIdentity | null =>
      named
        ? {
            name: name.value.trim(),
            phone: phone.value.trim(),
            ...(note.value.trim() ? { note: note.value.trim() } : {}),
          }
        : null,
    fault: (): [string, string] | null => {
      if (!named) return null;
      if (!name.value.trim()) return [t('needName'), 'name'];
      return phone.value.replace(/\D/g, '').length >= 7 ? null : [t('needPhone'), 'phone'];
    },
  };
}

function foot({ start }: FormPage, clear: HTMLElement): HTMLElement {
  const phone = start?.phone;
  return h(
    'footer',
    {},
    h('p', {}, h('b', {}, t('urgent')), ' ', t('urgentText')),
    phone ? h('p', {}, h('a', { href: `tel:${phone}` }, t('callCounty', { p: phone }))) : null,
    h('p', {}, t('law')),
    clear,
  );
}
