// How are photos, videos and voice notes chosen, recorded, sent ahead and shown?
import { FileRefused, sendFile } from '../client/tip/upload.ts';
import { MOST_FILES } from '../domain/tip/media.ts';
import { newId, type Passes } from './api.ts';
import { hashAside } from './aside.ts';
import { bytesText, h, show } from './dom.ts';
import type { DraftFile } from './draft.ts';
import { say, t } from './text.ts';

interface Sent {
  sent: number;
  note: string;
  refused: boolean;
  stop: AbortController;
}

/** The files of one report or one addition: chosen here, sent while the person goes on writing. */
export class Tray {
  readonly files: DraftFile[];
  readonly element: HTMLElement;
  private readonly county: string;
  private readonly passes: Passes;
  private readonly changed: () => void;
  private readonly state = new Map<string, Sent>();
  private readonly list = h('ul', { className: 'files' });
  private queue: Promise<unknown> = Promise.resolve();

  constructor(county: string, passes: Passes, files: DraftFile[], changed: () => void) {
    this.county = county;
    this.passes = passes;
    this.files = files;
    this.changed = changed;
    this.element = h('div', {}, this.buttons(), this.list);
    for (const file of files) this.send(file);
    this.draw();
  }

  get allSent(): boolean {
    return this.files.every((file) => file.done);
  }
  get refused(): boolean {
    return this.files.some((file) => this.state.get(file.id)?.refused);
  }
  /** 0 … 1 of all bytes. */
  get share(): number {
    const total = this.files.reduce((sum, file) => sum + file.blob.size, 0);
    const sent = this.files.reduce(
      (sum, file) => sum + (file.done ? file.blob.size : (this.state.get(file.id)?.sent ?? 0)),
      0,
    );
    return total === 0 ? 1 : sent / total;
  }
  /** Resolves when every file has arrived or one was refused. */
  async settled(tell: () => void): Promise<void> {
    while (!this.allSent && !this.refused) {
      tell();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  /** The house has forgotten these: they go up again. */
  resend(ids: readonly string[]): void {
    for (const file of this.files)
      if (ids.includes(file.id)) {
        file.done = false;
        this.send(file);
      }
    this.draw();
  }
  /** Ends all sending, e.g. when the draft is discarded. */
  close(): void {
    for (const { stop } of this.state.values()) stop.abort();
  }

  private buttons(): HTMLElement {
    const pick = (accept: string, label: string, glyph: string) => {
      const input = h('input', { type: 'file', accept, multiple: true, hidden: true, 'aria-label': label });
      input.addEventListener('change', () => {
        for (const file of input.files ?? []) this.take(file, file.name);
        input.value = '';
      });
      return h(
        'button',
        { type: 'button', onclick: () => input.click() },
        h('i', { 'aria-hidden': 'true' }, glyph),
        label,
        input,
      );
    };
    // Without HEIC in the list an iPhone hands over JPEG, which officers can be shown.
    return h(
      'div',
      { className: 'tiles three' },
      pick('image/jpeg,image/png,image/webp', t('photo'), '照'),
      pick('video/mp4,video/webm,video/quicktime', t('video'), '像'),
      this.recorder(() => pick('audio/*', t('record'), '音')),
    );
  }

  private recorder(instead: () => HTMLElement): HTMLElement {
    const type = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus'].find(
      (name) => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(name),
    );
    if (!type || !navigator.mediaDevices) return instead();
    let recorder: MediaRecorder | null = null;
    const label = h('span', {}, t('record'));
    const button = h('button', { type: 'button' }, h('i', { 'aria-hidden': 'true' }, '音'), label);
    const start = async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const parts: Blob[] = [];
      const began = Date.now();
      const clock = setInterval(() => {
        const s = Math.floor((Date.now() - began) / 1000);
        label.textContent = t('recording', { t: `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}` });
        if (s >= 600) recorder?.stop();
      }, 250);
      recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
      recorder.ondataavailable = (event) => parts.push(event.data);
      recorder.onstop = () => {
        clearInterval(clock);
        for (const track of stream.getTracks()) track.stop();
        recorder = null;
        button.className = '';
        label.textContent = t('record');
        this.take(new Blob(parts, { type }), t('record'));
      };
      recorder.start(1_000);
      button.className = 'on';
    };
    button.onclick = () => {
      if (recorder) recorder.stop();
      // No microphone, or no leave to use it: a recording made elsewhere can be chosen.
      else start().catch(() => button.replaceWith(instead()));
    };
    return button;
  }

  private take(blob: Blob, name: string): void {
    if (this.files.length >= MOST_FILES || blob.size === 0) return;
    const file: DraftFile = { id: newId(), blob, name, sha256: null, done: false };
    this.files.push(file);
    this.send(file);
    this.draw();
    this.changed();
  }

  private drop(file: DraftFile): void {
    this.state.get(file.id)?.stop.abort();
    this.state.delete(file.id);
    this.files.splice(this.files.indexOf(file), 1);
    this.draw();
    this.changed();
  }

  /** One file after the other: on a thin line two at once only make both late. */
  private send(file: DraftFile): void {
    if (file.done) return;
    const mine: Sent = { sent: 0, note: t('preparing'), refused: false, stop: new AbortController() };
    this.state.set(file.id, mine);
    const tell = (note: string) => {
      mine.note = note;
      this.draw();
    };
    this.queue = this.queue.then(async () => {
      if (mine.stop.signal.aborted) return;
      try {
        file.sha256 ??= await hashAside(file.blob);
        await sendFile({
          county: this.county,
          id: file.id,
          file: file.blob,
          sha256: file.sha256,
          pass: () => this.passes.take(),
          renew: () => this.passes.drop(),
          progress: (sent) => {
            mine.sent = sent;
            tell(t('sending', { n: Math.floor((sent / file.blob.size) * 100) }));
          },
          waiting: (ms) => ms !== null && tell(t('waitingLine')),
          signal: mine.stop.signal,
        });
        file.done = true;
        this.draw();
        this.changed();
      } catch (error) {
        if (mine.stop.signal.aborted) return;
        mine.refused = error instanceof FileRefused;
        tell(error instanceof FileRefused ? say(error.words) : t('waitingLine'));
        // The worker or its file was lost with the line: this one goes to the end of the queue.
        if (!mine.refused) setTimeout(() => this.send(file), 3_000);
      }
    });
  }

  private draw(): void {
    show(this.list, ...this.files.map((file) => this.row(file)));
  }

  private row(file: DraftFile): HTMLElement {
    const state = this.state.get(file.id);
    const note = file.done ? t('arrived') : (state?.note ?? '');
    return h(
      'li',
      { className: state?.refused ? 'bad' : file.done ? 'done' : '' },
      thumb(file.blob),
      h(
        'div',
        {},
        h('b', {}, file.name),
        h('small', { 'aria-live': 'polite' }, `${bytesText(file.blob.size)} · ${note}`),
        file.done || state?.refused
          ? null
          : h('progress', { max: file.blob.size, value: state?.sent ?? 0, 'aria-label': file.name }),
      ),
      h(
        'button',
        {
          type: 'button',
          className: 'plain',
          onclick: () => this.drop(file),
          'aria-label': `${t('remove')} ${file.name}`,
        },
        t('remove'),
      ),
    );
  }
}

const urls = new WeakMap<Blob, string>();

function thumb(blob: Blob): HTMLElement {
  if (!blob.type.startsWith('image/'))
    return h('span', { className: 'thumb' }, blob.type.startsWith('video/') ? '像' : '音');
  let url = urls.get(blob);
  if (!url) {
    url = URL.createObjectURL(blob);
    urls.set(blob, url);
  }
  return h('img', { className: 'thumb', src: url, alt: '' });
}
