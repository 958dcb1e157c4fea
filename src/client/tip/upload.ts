// How does a file go up over a line that breaks? In pieces, from where the server says it stopped, waiting longer each time.
import type { Pass } from './work.ts';

export interface Sending {
  readonly county: string;
  readonly id: string;
  readonly file: Blob;
  readonly sha256: string;
  readonly pass: () => Promise<Pass>;
  /** The pass was not taken: the next one must be new. */
  readonly renew: () => void;
  /** Bytes that have arrived. */
  readonly progress: (sent: number) => void;
  /** Called before each wait, with its milliseconds, and with null when the line is back. */
  readonly waiting?: (ms: number | null) => void;
  readonly signal: AbortSignal;
}

/** The server refused the file for good; `message` is its words in both languages. */
export class FileRefused extends Error {
  readonly words: readonly [string, string];
  constructor(words: readonly [string, string]) {
    super(words[1]);
    this.words = words;
  }
}

const FIRST = 128 * 1024;
const LEAST = 32 * 1024;
const MOST = 2 * 1024 * 1024;
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

const sleep = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    // Back on the line: no need to wait to the end.
    const now = () => {
      clearTimeout(timer);
      resolve();
    };
    globalThis.addEventListener('online', now, { once: true });
    signal.addEventListener('abort', now, { once: true });
  });

interface Answer {
  readonly offset?: number;
  readonly done?: boolean;
  readonly refusals?: readonly {
    readonly code: string;
    readonly message: readonly [string, string];
    readonly detail?: { readonly offset?: number };
  }[];
}

/** Sends the file whole, however often the line breaks; rejects with FileRefused, or with AbortError when told to stop. */
export async function sendFile(sending: Sending): Promise<void> {
  const { file, signal, progress, waiting } = sending;
  let offset = -1;
  let size = FIRST;
  for (let failures = 0; ; ) {
    if (signal.aborted) throw new DOMException('stopped', 'AbortError');
    try {
      if (offset < 0) offset = await askOffset(sending);
      progress(offset);
      if (offset === file.size) return;
      const started = performance.now();
      const answer = await sendPiece(sending, offset, size);
      const took = performance.now() - started;
      failures = 0;
      waiting?.(null);
      offset = answer;
      // A piece should take a second or two: short enough to lose, long enough not to ask often.
      if (took < 700) size = Math.min(MOST, size * 2);
      else if (took > 4_000) size = Math.max(LEAST, Math.floor(size / 2));
    } catch (error) {
      if (error instanceof FileRefused || signal.aborted) throw error;
      const wait = WAITS[Math.min(failures++, WAITS.length - 1)] as number;
      waiting?.(wait);
      await sleep(wait, signal);
      offset = -1;
      size = Math.max(LEAST, Math.floor(size / 2));
    }
  }
}

const urlOf = ({ county, id }: Sending) => `/portal/api/${county}/upload/${id}`;

async function askOffset(sending: Sending): Promise<number> {
  const response = await fetch(urlOf(sending), { signal: sending.signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const answer = (await response.json()) as Answer;
  return answer.done ? sending.file.size : (answer.offset ?? 0);
}

async function sendPiece(sending: Sending, offset: number, size: number): Promise<number> {
  const { file, sha256, signal } = sending;
  const pass = await sending.pass();
  const response = await fetch(urlOf(sending), {
    method: 'PUT',
    signal,
    headers: {
      'content-type': 'application/octet-stream',
      'upload-offset': String(offset),
      'upload-size': String(file.size),
      'upload-sha256': sha256,
      'tip-pass': `${pass.token} ${pass.nonce}`,
    },
    body: file.slice(offset, offset + size),
  });
  const answer = (await response.json().catch(() => ({}))) as Answer;
  if (response.ok) return answer.done ? file.size : (answer.offset ?? offset);
  const refusal = answer.refusals?.[0];
  if (refusal?.code === 'upload.offset') return refusal.detail?.offset ?? 0;
  const final = ['upload.type', 'upload.large', 'upload.picture', 'upload.differs', 'body.invalid'];
  if (refusal && final.includes(refusal.code)) throw new FileRefused(refusal.message);
  if (refusal?.code === 'portal.work') sending.renew();
  throw new Error(refusal?.code ?? `HTTP ${response.status}`);
}
