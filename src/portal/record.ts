// How is a voice note recorded? One tap to begin, one to end; ended also by sending the report or closing the page.
import { h } from './dom.ts';
import { t } from './text.ts';

/** Officers are shown any of these without what the browser wrote into them (domain/tip/strip.ts). */
const TYPES = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];
const MOST_SECONDS = 600;

/** Null where a page may not record (no microphone, or plain HTTP): a recording made elsewhere can be chosen then. */
export function recorderType(): string | null {
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return null;
  return TYPES.find((name) => MediaRecorder.isTypeSupported(name)) ?? null;
}

export class Recorder {
  readonly button: HTMLButtonElement;
  private readonly label = h('span', {}, t('record'));
  private readonly type: string;
  private readonly take: (sound: Blob) => void;
  private running: MediaRecorder | null = null;
  private ended: Promise<void> = Promise.resolve();

  /** `refused` is called when there is no microphone, or no leave to use it. */
  constructor(type: string, take: (sound: Blob) => void, refused: () => void) {
    this.type = type;
    this.take = take;
    this.button = h('button', { type: 'button' }, h('i', { 'aria-hidden': 'true' }, '音'), this.label);
    this.button.onclick = () => {
      if (this.running) this.running.stop();
      else this.start().catch(refused);
    };
    addEventListener('pagehide', () => this.running?.stop());
  }

  /** Ends what runs; resolved when it has been taken. */
  async end(): Promise<void> {
    this.running?.stop();
    await this.ended;
  }

  private async start(): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const recorder = new MediaRecorder(stream, { mimeType: this.type, audioBitsPerSecond: 32_000 });
    const parts: Blob[] = [];
    const began = Date.now();
    const tick = () => {
      const s = Math.floor((Date.now() - began) / 1000);
      const time = `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
      this.label.textContent = t('recording', { t: time });
      if (s >= MOST_SECONDS && this.running) recorder.stop();
    };
    const clock = setInterval(tick, 250);
    recorder.ondataavailable = (event) => parts.push(event.data);
    this.ended = new Promise((resolve) => {
      recorder.onstop = () => {
        clearInterval(clock);
        for (const track of stream.getTracks()) track.stop();
        this.button.className = '';
        this.label.textContent = t('record');
        this.take(new Blob(parts, { type: this.type }));
        resolve();
      };
    });
    const stop = recorder.stop.bind(recorder);
    recorder.stop = () => {
      this.running = null;
      stop();
    };
    this.running = recorder;
    recorder.start(1_000);
    this.button.className = 'on';
    tick();
  }
}
