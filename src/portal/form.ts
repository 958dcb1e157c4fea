// How does a person say what happened? One page, one hand; everything but the name is kept as a draft.
import { MOST_FILES } from '../domain/tip/media.ts';
import { TIP_MATTERS, TIP_WHENS, type TipMatter, type TipWhen } from '../domain/tip/tip.ts';
import type { Passes, Start } from './api.ts';
import { card, choice, h, show } from './dom.ts';
import { type Draft, dropDraft, isEmpty, saveDraft } from './draft.ts';
import { Tray } from './media.ts';
import { Refusal, sendTip } from './send.ts';
import { say, t } from './text.ts';
import { whereCard } from './where.ts';
import { identityCard } from './who.ts';

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
  /** What the house has told so far; on a bad line it comes while somebody writes. */
  readonly start: () => Start | null;
  readonly passes: Passes;
  readonly draft: Draft;
  /** A line under the title: draft kept, no connection. */
  readonly status: (text: string) => void;
  readonly done: () => void;
  readonly cleared: () => void;
}

let tray: Tray | null = null;
let hide: AbortController | null = null;
let arrive = () => {};

/** Puts what the house has just told into the form as it stands, under somebody's fingers. */
export function renewForm(): void {
  arrive();
}

export function formPage(page: FormPage): HTMLElement {
  const { draft, county, passes } = page;
  tray?.close();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    void saveDraft(county, draft).then(() => page.status(t('saved')));
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(save, 300);
    clear.hidden = isEmpty(draft);
  };
  const mine = new Tray(county, passes, draft.files, () => {
    // A picture cannot be taken twice: it is not left to a pause in typing.
    clear.hidden = isEmpty(draft);
    save();
  });
  hide?.abort();
  hide = new AbortController();
  const leaving = () => document.hidden && timer !== undefined && save();
  document.addEventListener('visibilitychange', leaving, { signal: hide.signal });
  tray = mine;
  const identity = identityCard(page.start);
  const problem = h('p', { className: 'problem', role: 'alert', hidden: true });
  const submit = h('button', { type: 'submit', className: 'main' }, t('send'));
  const early = h('button', { type: 'button', className: 'plain', hidden: true }, t('sendEarly'));
  const clear = h('button', { type: 'button', className: 'plain', hidden: isEmpty(draft) }, t('clear'));
  clear.onclick = () => {
    if (!confirm(t('clearSure'))) return;
    mine.close();
    clearTimeout(timer);
    timer = undefined;
    void dropDraft(county).then(page.cleared);
  };
  const call = h('p', { className: 'call' });
  const where = whereCard(draft, page.start, changed);
  arrive = () => {
    show(call, ...urgent(page.start()));
    where.renew();
  };
  arrive();
  const form = h(
    'form',
    { noValidate: true },
    call,
    whatCard(draft, changed),
    tellCard(draft, changed, mine.element),
    where.element,
    whenCard(draft, changed),
    identity.element,
    h('div', { className: 'send' }, problem, submit, early),
    h('footer', {}, h('p', {}, t('law')), clear),
  );
  const tell = teller(form, problem);
  form.onsubmit = async (event) => {
    event.preventDefault();
    await mine.endRecording();
    if (submit.disabled) return;
    const wrong = faultOf(draft) ?? identity.fault();
    if (wrong) return tell(wrong[0], wrong[1]);
    tell('');
    submit.disabled = true;
    clearTimeout(timer);
    timer = undefined;
    let hurried = false;
    early.onclick = () => {
      hurried = true;
    };
    const busy = (text: string, waiting = false) => {
      submit.textContent = text;
      // A voice or a picture alone cannot go ahead of itself.
      early.hidden = !waiting || !draft.text.trim();
    };
    try {
      await sendTip({
        ...page,
        start: page.start(),
        tray: mine,
        identity: identity.read(),
        busy,
        early: () => hurried,
      });
      mine.close();
      page.done();
    } catch (error) {
      submit.disabled = false;
      busy(t('send'));
      tell(error instanceof Refusal ? error.message : String(error), mine.refused ? 'files' : '');
    }
  };
  return form;
}

/** Says what is wrong above the button that was pressed, where the eye is, and marks the place that wants it. */
function teller(form: HTMLElement, problem: HTMLElement): (text: string, id?: string) => void {
  return (text, id) => {
    problem.textContent = text;
    problem.hidden = text === '';
    for (const old of form.querySelectorAll('.wrong')) old.classList.remove('wrong');
    const target = id ? form.querySelector<HTMLElement>(`#${id}`) : null;
    target?.classList.add('wrong');
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    target?.focus({ preventScroll: true });
    const heard = () => {
      problem.hidden = true;
      target?.classList.remove('wrong');
    };
    target?.addEventListener('input', heard, { once: true });
  };
}

function faultOf(draft: Draft): [string, string] | null {
  if (draft.when === 'at' && !draft.at) return [t('needAt'), 'at'];
  if (!draft.text.trim() && draft.files.length === 0) return [t('needText'), 'tell'];
  return null;
}

/** Not asked for: what nobody chose is "something else or not sure". */
function whatCard(draft: Draft, changed: () => void): HTMLElement {
  const options = TIP_MATTERS.map(({ code, label }) => ({
    value: code,
    label: say(label),
    glyph: GLYPHS[code],
  }));
  const pick = (value: TipMatter) => {
    draft.matter = value;
    changed();
  };
  return card(t('what'), choice<TipMatter>(t('what'), options, draft.matter, pick, 'tiles'));
}

/** Now, as an input of date and time wants it. */
function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function whenCard(draft: Draft, changed: () => void): HTMLElement {
  const at = h('input', {
    id: 'at',
    type: 'datetime-local',
    value: draft.at,
    'aria-label': t('whenAt'),
  });
  at.oninput = () => {
    draft.at = at.value;
    changed();
  };
  const row = h('div', { className: 'fields' }, at);
  const draw = () => {
    row.hidden = draft.when !== 'at';
    at.max = localNow();
  };
  const options = TIP_WHENS.map(({ code, label }) => ({ value: code, label: say(label) }));
  draw();
  return card(
    t('when'),
    choice<TipWhen>(t('when'), options, draft.when, (value) => {
      draft.when = value;
      changed();
      draw();
    }),
    row,
  );
}

function tellCard(draft: Draft, changed: () => void, files: HTMLElement): HTMLElement {
  const area = h('textarea', {
    id: 'tell',
    rows: 4,
    maxLength: 5000,
    placeholder: t('tellHint'),
    'aria-label': t('tell'),
  });
  area.value = draft.text;
  area.oninput = () => {
    draft.text = area.value;
    changed();
  };
  return card(
    t('tell'),
    area,
    h('div', { id: 'files', tabIndex: -1 }, h('h3', {}, t('files')), files),
    h('p', { className: 'hint' }, t('filesHint', { n: MOST_FILES })),
  );
}

/** Before everything else: a crime going on is not for a form. */
function urgent(start: Start | null): (HTMLElement | null)[] {
  const phone = start?.phone;
  return [
    h('b', {}, t('urgent')),
    h('a', { href: 'tel:110' }, t('urgentText')),
    phone ? h('a', { href: `tel:${phone}` }, t('callCounty', { p: phone })) : null,
  ];
}
