// What does a citizen see at /portal/? The form, the receipt just given, or the page that follows a report.
import { answerPage } from './answer.ts';
import { ask, Passes, type Start } from './api.ts';
import { checkPage, stopChecking } from './check.ts';
import { h, show } from './dom.ts';
import { type Draft, emptyDraft, isEmpty, loadDraft, saveDraft } from './draft.ts';
import { formPage, renewForm } from './form.ts';
import { type Rest, sendRest } from './rest.ts';
import { switchLanguage, t } from './text.ts';

interface County {
  readonly code: string;
  readonly name: string;
}

const app = document.getElementById('app') as HTMLElement;
let counties: readonly County[] = [];
let county = /^\/portal\/(\d{6})$/.exec(location.pathname)?.[1] ?? '';
let start: Start | null = null;
let passes = new Passes(county);
let draft: Draft = emptyDraft();
/** What follows the report just handed in; goes on while the page is drawn anew. */
let rest: Rest | null = null;

async function choose(code: string): Promise<void> {
  county = code;
  start = null;
  passes = new Passes(code);
  rest?.close();
  rest = null;
  draft = await loadDraft(code);
  render();
  await connect();
}

/** Towns, telephone, the key; without a line the form is there all the same, and this is tried again. */
async function connect(): Promise<void> {
  try {
    const mine = county;
    const answer = await ask<Start>(`${mine}/start`);
    if (mine !== county) return;
    start = answer;
    // A form under somebody's fingers, or a status being asked for, stays; it learns in place what has come.
    if (touched || checking() !== null) {
      renewHead();
      renewForm();
    } else render();
    void passes.take().catch(() => undefined);
  } catch {
    setTimeout(() => void connect(), 5_000);
  }
}

/** Once a person has begun to type, the page is not drawn anew under their fingers. */
let touched = false;
app.addEventListener('input', () => {
  touched = true;
});

const checking = (): string | null => {
  const found = /^#check(?:=(\d{16}))?$/.exec(location.hash);
  return found ? (found[1] ?? '') : null;
};

function render(): void {
  const digits = checking();
  const status = h('p', { className: 'status', 'aria-live': 'polite' });
  const tell = (text: string) => {
    status.textContent = navigator.onLine ? text : t('offline');
  };
  stopChecking();
  const main = h('main', {});
  if (digits !== null) main.append(checkPage({ county, passes, digits, place: () => start?.place ?? null }));
  else if (draft.no && draft.receipt) main.append(answered(draft.no, draft.receipt));
  else
    main.append(
      formPage({
        county,
        start: () => start,
        passes,
        draft,
        status: tell,
        done: render,
        cleared: () => void restart(),
      }),
    );
  const filling = digits === null && !draft.no;
  tell(filling ? t(isEmpty(draft) ? 'fresh' : 'saved') : '');
  show(app, header(status, digits !== null), main);
  document.title = `${t('title')} · ${nameOf(county)}`;
}

function answered(no: string, receipt: string): HTMLElement {
  rest ??= sendRest(county, passes, draft);
  return answerPage({
    county,
    countyName: nameOf(county),
    receipt,
    no,
    kept: () => {
      rest?.close();
      rest = null;
      void restart();
    },
    rest,
  });
}

function renewHead(): void {
  const head = app.querySelector('.top');
  const status = head?.querySelector<HTMLElement>('.status:last-child');
  if (head && status) head.replaceWith(header(status, checking() !== null));
}

async function restart(): Promise<void> {
  draft = emptyDraft();
  touched = false;
  await saveDraft(county, draft);
  scrollTo(0, 0);
  render();
}

function nameOf(code: string): string {
  return start?.county.code === code
    ? start.county.name
    : (counties.find((row) => row.code === code)?.name ?? '');
}

function header(status: HTMLElement, isChecking: boolean): HTMLElement {
  const language = h('button', { type: 'button', className: 'ghost', lang: 'en' }, t('language'));
  language.onclick = () => {
    switchLanguage();
    render();
  };
  const other = h(
    'a',
    { className: 'ghost', href: isChecking ? '#' : '#check' },
    t(isChecking ? 'report' : 'check'),
  );
  return h(
    'header',
    { className: 'top' },
    h('h1', {}, t('title')),
    h('div', {}, countyChooser(), other, language),
    start?.county.fictional ? h('p', { className: 'status' }, t('fictional')) : null,
    status,
  );
}

function countyChooser(): HTMLElement {
  if (counties.length < 2) return h('span', {}, nameOf(county));
  const select = h(
    'select',
    { 'aria-label': t('county') },
    ...counties.map((row) => h('option', { value: row.code }, row.name)),
  );
  select.value = county;
  select.onchange = () => {
    touched = false;
    void choose(select.value);
  };
  return select;
}

addEventListener('hashchange', render);
addEventListener('online', () => void connect());
addEventListener('offline', () => {
  const line = app.querySelector('.status:last-child');
  if (line) line.textContent = t('offline');
});

async function begin(): Promise<void> {
  if (!county)
    for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
      try {
        counties = (await ask<{ counties: County[] }>('county')).counties;
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  const first = county || counties[0]?.code;
  if (first) await choose(first);
}

void begin();
