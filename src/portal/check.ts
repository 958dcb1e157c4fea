// How does the holder of a receipt follow a report, talk with the officer and collect the reward?
import { groupReceipt, readReceipt } from '../domain/tip/receipt.ts';
import { TIP_EVENTS, TIP_MATTERS } from '../domain/tip/tip.ts';
import { ask, newId, type Passes, Refused, type Status, wordsOf } from './api.ts';
import { stretchAside } from './aside.ts';
import { h, show } from './dom.ts';
import { Tray } from './media.ts';
import { currentLanguage, say, t } from './text.ts';

const EVERY_MS = 30_000;
let timer: ReturnType<typeof setInterval> | undefined;

export interface CheckPage {
  readonly county: string;
  readonly passes: Passes;
  /** Digits from the address, if it carried any. */
  readonly digits: string;
  /** Where rewards are picked up, once the house has said so. */
  readonly place: () => string | null;
}

export function checkPage(page: CheckPage): HTMLElement {
  clearInterval(timer);
  const box = h('div', {});
  entry(page, box, page.digits);
  return box;
}

export function stopChecking(): void {
  clearInterval(timer);
}

function entry(page: CheckPage, box: HTMLElement, digits: string): void {
  const input = h('input', {
    id: 'receipt',
    type: 'text',
    inputMode: 'numeric',
    className: 'digits',
    maxLength: 19,
    placeholder: '0000 0000 0000 0000',
    'aria-label': t('enter'),
    autocomplete: 'off',
    value: groupReceipt(digits),
  });
  input.oninput = () => {
    const plain = input.value.normalize('NFKC').replace(/\D/g, '').slice(0, 16);
    input.value = groupReceipt(plain);
  };
  const problem = h('p', { className: 'problem', role: 'alert', hidden: true });
  const button = h('button', { type: 'submit', className: 'main' }, t('look'));
  const form = h(
    'form',
    { noValidate: true, className: 'card' },
    h('h2', {}, t('enter')),
    h('div', { className: 'fields' }, input),
    problem,
    button,
  );
  form.onsubmit = async (event) => {
    event.preventDefault();
    const receipt = readReceipt(input.value);
    const tell = (text: string) => {
      problem.textContent = text;
      problem.hidden = text === '';
    };
    const digits = input.value.replace(/\D/g, '').length;
    if (digits < 16) return tell(t('shortReceipt', { n: digits }));
    if (!receipt) return tell(t('wrongReceipt'));
    tell('');
    button.disabled = true;
    button.textContent = t('looking');
    try {
      opened(page, box, await open(page, receipt));
    } catch (error) {
      tell(wordsOf(error));
      button.disabled = false;
      button.textContent = t('look');
    }
  };
  show(box, form);
  // The page stands in the document only after this turn.
  setTimeout(() => (digits ? form.requestSubmit() : input.focus()));
}

async function open({ county, passes }: CheckPage, digits: string): Promise<Status> {
  for (let attempt = 0; ; attempt++) {
    const [receipt, pass] = await Promise.all([stretchAside(county, digits), passes.take()]);
    try {
      return await ask<Status>(`${county}/status`, { receipt, pass });
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'portal.work' || attempt > 2) throw error;
    } finally {
      passes.drop();
    }
  }
}

function opened(page: CheckPage, box: HTMLElement, first: Status): void {
  let status = first;
  const head = h('section', { className: 'card' });
  const talk = h('ol', { className: 'talk', 'aria-live': 'polite' });
  let heard = 0;
  const draw = () => {
    show(head, ...headOf(status, page.place()));
    const { messages } = status.tip;
    if (messages.length === 0) show(talk, h('li', { className: 'hint' }, t('talkNone')));
    else if (heard === 0) show(talk);
    // Only what is new is put there, so that a reader does not hear everything again.
    for (const message of messages.slice(heard)) talk.append(said(message));
    heard = messages.length;
  };
  const update = (next: Status) => {
    const same = JSON.stringify(next.tip) === JSON.stringify(status.tip);
    status = next;
    if (!same) draw();
  };
  const leave = h('button', { type: 'button', className: 'plain' }, t('leave'));
  leave.onclick = () => {
    clearInterval(timer);
    history.replaceState(null, '', `${location.pathname}#check`);
    entry(page, box, '');
  };
  draw();
  show(
    box,
    head,
    h(
      'section',
      { className: 'card' },
      h('h2', {}, t('talk')),
      talk,
      addForm(page, () => status.ticket, update),
    ),
    h('footer', {}, h('p', {}, t('leaveHint')), leave),
  );
  clearInterval(timer);
  timer = setInterval(() => {
    if (document.hidden) return;
    ask<Status>(`${page.county}/status`, { ticket: status.ticket }).then(update, (error: unknown) => {
      // The half hour is over, or the house was away too long: the receipt opens it again.
      if (error instanceof Refused) leave.click();
    });
  }, EVERY_MS);
}

function when(at: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' } as const;
  return new Intl.DateTimeFormat(currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB', options).format(
    new Date(at),
  );
}

function headOf({ tip }: Status, place: string | null): (Node | null)[] {
  const matter = TIP_MATTERS.find((row) => row.code === tip.matter);
  const label = (kind: string) => TIP_EVENTS.find((event) => event.code === kind)?.label ?? ['', ''];
  const lines = tip.events.map((event) =>
    h(
      'li',
      {},
      h('b', {}, say(label(event.kind))),
      h('small', {}, when(event.at)),
      event.note && event.kind !== 'added' ? h('p', {}, event.note) : null,
    ),
  );
  const { outcome, reward } = tip;
  return [
    h('h2', {}, `${matter ? say(matter.label) : ''} · ${tip.no}`),
    h('p', { className: 'hint' }, tip.files > 0 ? t('fileCount', { n: tip.files }) : ''),
    h('h3', {}, t('progress')),
    h(
      'ol',
      { className: 'line' },
      ...lines,
      outcome
        ? h(
            'li',
            { className: 'end' },
            h('b', {}, `${t('outcome')}：${say(outcome.result)}`),
            h('small', {}, outcome.day ?? ''),
          )
        : null,
    ),
    reward ? rewardOf(reward, place) : null,
  ];
}

function rewardOf(reward: NonNullable<Status['tip']['reward']>, place: string | null): HTMLElement {
  const amount = reward.amountFen === null ? null : (reward.amountFen / 100).toLocaleString('zh-CN');
  return h(
    'div',
    { className: 'reward' },
    h('b', {}, `${t('reward')}：${say(reward.state)}`),
    amount ? h('p', {}, h('span', {}, t('yuan', { n: amount }))) : null,
    reward.code ? h('p', {}, t('rewardCode'), ' ', h('strong', {}, reward.code)) : null,
    reward.code && place ? h('p', {}, t('rewardPlace', { p: place })) : null,
    reward.code ? h('p', { className: 'hint' }, t('rewardCodeHint')) : null,
  );
}

function said(message: Status['tip']['messages'][number]): HTMLElement {
  return h(
    'li',
    { className: message.fromOffice ? 'office' : 'me' },
    h('small', {}, `${t(message.fromOffice ? 'office' : 'me')} · ${when(message.at)}`),
    h('p', {}, message.text),
  );
}

function addForm(page: CheckPage, ticket: () => string, update: (status: Status) => void): HTMLElement {
  let id = newId();
  const area = h('textarea', { rows: 3, maxLength: 2000, placeholder: t('write'), 'aria-label': t('write') });
  const problem = h('p', { className: 'problem', role: 'alert', hidden: true });
  const place = h('div', {});
  let tray = new Tray(page.county, page.passes, []);
  show(place, tray.element);
  const button = h('button', { type: 'submit', className: 'main' }, t('sendMessage'));
  const form = h('form', { noValidate: true, className: 'fields' }, area, place, problem, button);
  form.onsubmit = async (event) => {
    event.preventDefault();
    await tray.endRecording();
    const text = area.value.trim();
    if (button.disabled) return;
    if (!text && tray.files.length === 0) return;
    button.disabled = true;
    problem.hidden = true;
    try {
      await tray.settled(() => {
        button.textContent = t('uploading', { n: Math.floor(tray.share * 100) });
      });
      if (tray.refused) throw new Refused('upload.type', t('fileRefused'), null);
      const files = tray.files.map((file) => file.id);
      update(await ask<Status>(`${page.county}/add`, { ticket: ticket(), id, text, files }));
      id = newId();
      area.value = '';
      tray = new Tray(page.county, page.passes, []);
      show(place, tray.element);
    } catch (error) {
      problem.textContent = wordsOf(error);
      problem.hidden = false;
    }
    button.disabled = false;
    button.textContent = t('sendMessage');
  };
  return form;
}
