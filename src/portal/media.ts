// How are photos, videos and voice notes chosen, sent ahead and shown?
import { FileRefused, sendFile } from '../client/tip/upload.ts';
import { type MediaType, MOST_FILES, takeMedia } from '../domain/tip/media.ts';
import { newId, type Passes } from './api.ts';
import { hashAside } from './aside.ts';
import { bytesText, h, show } from './dom.ts';
import type { DraftFile } from './draft.ts';
import { Recorder, recorderType } from './record.ts';
import { say, t } from './text.ts';

interface Sent {
  sent: number;
  note: string;
  refused: boolean;
  type: MediaType | null;
  readonly stop: AbortController;
  readonly row: Row;
}
interface Row {
  readonly element: HTMLElement;
  readonly draw: () => void;
}

/** Enough to tell a film from a sound in the same wrapping. */
const HEAD = 16 * 1024;
/** Without HEIC in the list an iPhone hands over JPEG, which officers can be shown. */
const PICTURES = 'image/jpeg,image/png,image/webp';
const FILMS = 'video/mp4,video/webm,video/quicktime,video/3gpp';

/** The files of one report or one addition: chosen here, sent while the person goes on writing. */
export class Tray {
  readonly files: DraftFile[];
  readonly element: HTMLElement;
  private readonly county: string;
  private readonly passes: Passes;
  private readonly changed: () => void;
  private readonly state = new Map<string, Sent>();
  private readonly list = h('ul', { className: 'files' });
  private readonly note = h('p', { className: 'hint', 'aria-live': 'polite' });
  private recorder: Recorder | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  /** `choosing`: with the buttons; without them only what is there already is sent. */
  constructor(
    county: string,
    passes: Passes,
    files: DraftFile[],
    changed: () => void = () => {},
    choosing = true,
  ) {
    this.county = county;
    this.passes = passes;
    this.files = files;
    this.changed = changed;
    this.element = h('div', {}, choosing ? this.buttons() : null, this.note, this.list);
    for (const file of files) void this.admit(file);
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
  /** Resolves when every file has arrived, one was refused, or `enough` says so. */
  async settled(tell: () => void, enough = () => false): Promise<void> {
    while (!this.allSent && !this.refused && !enough()) {
      tell();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  /** Ends a recording that still runs, and takes it. */
  async endRecording(): Promise<void> {
    await this.recorder?.end();
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
    const type = recorderType();
    const places = h('div', { className: 'tiles three' });
    const fallback = () => this.pick('audio/*', t('record'), '音');
    if (type)
      this.recorder = new Recorder(
        type,
        (sound) => this.take([sound], t('record')),
        () => {
          this.recorder?.button.replaceWith(fallback());
          this.note.textContent = t('noMicrophone');
        },
      );
    show(
      places,
      // A phone's own chooser often hides its camera behind two more taps, or offers none.
      matchMedia('(pointer: coarse)').matches ? this.pick('image/*', t('camera'), '拍', true) : null,
      this.pick(PICTURES, t('photo'), '照'),
      this.pick(FILMS, t('video'), '像'),
      this.recorder?.button ?? fallback(),
    );
    return places;
  }

  private pick(accept: string, label: string, glyph: string, camera = false): HTMLElement {
    const input = h('input', {
      type: 'file',
      accept,
      hidden: true,
      tabIndex: -1,
      'aria-label': label,
      ...(camera ? { capture: 'environment' } : { multiple: true }),
    });
    input.addEventListener('change', () => {
      this.take([...(input.files ?? [])]);
      input.value = '';
    });
    return h(
      'button',
      { type: 'button', onclick: () => input.click() },
      h('i', { 'aria-hidden': 'true' }, glyph),
      label,
      input,
    );
  }

  private take(blobs: readonly (Blob | File)[], name?: string): void {
    const full = blobs.filter((blob) => blob.size > 0);
    const taken = full.slice(0, Math.max(0, MOST_FILES - this.files.length));
    this.note.textContent = taken.length < full.length ? t('tooMany', { n: MOST_FILES }) : '';
    for (const blob of taken) {
      const called = name ?? ('name' in blob ? blob.name : '');
      const file: DraftFile = { id: newId(), blob, name: called, sha256: null, done: false };
      this.files.push(file);
      void this.admit(file);
    }
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

  /** Looks at the file before a byte of it goes over the line: what the house would refuse is said at once. */
  private async admit(file: DraftFile): Promise<void> {
    const mine = this.begin(file);
    const head = new Uint8Array(await file.blob.slice(0, HEAD).arrayBuffer());
    const type = takeMedia(head, file.blob.size);
    mine.type = type.ok ? type.value : null;
    const refusal = type.ok ? undefined : type.refusals[0];
    if (refusal) {
      mine.refused = true;
      mine.note = say(refusal.message);
    }
    mine.row.draw();
    if (!refusal) this.send(file, mine);
  }

  private begin(file: DraftFile): Sent {
    const mine: Sent = {
      ...{ sent: 0, note: t('preparing'), refused: false, type: null, stop: new AbortController() },
      row: this.row(file, () => mine),
    };
    this.state.set(file.id, mine);
    mine.row.draw();
    return mine;
  }

  /** One file after the other: on a thin line two at once only make both late. */
  private send(file: DraftFile, mine = this.state.get(file.id)): void {
    if (file.done || !mine || mine.stop.signal.aborted) return;
    const tell = (note: string) => {
      mine.note = note;
      mine.row.draw();
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
        mine.row.draw();
        this.changed();
      } catch (error) {
        if (mine.stop.signal.aborted) return;
        mine.refused = error instanceof FileRefused;
        tell(error instanceof FileRefused ? say(error.words) : t('waitingLine'));
        // The worker or its file was lost with the line: this one goes to the end of the queue.
        if (!mine.refused) setTimeout(() => this.send(file, mine), 3_000);
      }
    });
  }

  private draw(): void {
    show(this.list, ...this.files.map((file) => this.state.get(file.id)?.row.element));
  }

  /** One line, changed in place: a reader hears what happened to the file, not each per cent. */
  private row(file: DraftFile, state: () => Sent): Row {
    const size = h('small', {}, '');
    const news = h('small', { 'aria-live': 'polite' });
    const bar = h('progress', { max: file.blob.size, 'aria-label': file.name });
    const remove = h(
      'button',
      { type: 'button', className: 'plain', 'aria-label': `${t('remove')} ${file.name}` },
      t('remove'),
    );
    remove.onclick = () => this.drop(file);
    const picture = h('span', { className: 'thumb', 'aria-hidden': 'true' });
    const element = h('li', {}, picture, h('div', {}, h('b', {}, file.name), size, news, bar), remove);
    let drawn: MediaType | null = null;
    const draw = () => {
      const mine = state();
      const hushed = mine.type === 'image/heic';
      element.className = mine.refused ? 'bad' : hushed ? 'hushed' : file.done ? 'done' : '';
      const share = mine.sent > 0 && !file.done ? ` · ${t('sending', { n: percent(mine, file) })}` : '';
      size.textContent = `${bytesText(file.blob.size)}${share}`;
      const now = file.done ? t('arrived') : /%$/.test(mine.note) ? '' : mine.note;
      const said = [now, hushed ? t('heic') : ''].filter(Boolean).join('。');
      if (news.textContent !== said) news.textContent = said;
      bar.hidden = file.done || mine.refused;
      bar.value = mine.sent;
      if (mine.type && drawn !== mine.type) {
        drawn = mine.type;
        show(picture, thumb(file.blob, mine.type));
      }
    };
    return { element, draw };
  }
}

const percent = (mine: Sent, file: DraftFile) => Math.floor((mine.sent / file.blob.size) * 100);

const GLYPH = { image: '照', video: '像', audio: '音' } as const;
const urls = new WeakMap<Blob, string>();

function thumb(blob: Blob, type: MediaType): Node | string {
  const glyph = GLYPH[type.split('/')[0] as keyof typeof GLYPH];
  if (!type.startsWith('image/')) return glyph;
  let url = urls.get(blob);
  if (!url) {
    url = URL.createObjectURL(blob);
    urls.set(blob, url);
  }
  const image = h('img', { className: 'thumb', src: url, alt: '' });
  image.onerror = () => image.replaceWith(glyph);
  return image;
}
