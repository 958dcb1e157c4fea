// What is kept on the phone until a report is sent or discarded? Never a name or a number.
import type { Label } from '../domain/kernel/label.ts';
import type { TipMatter, TipWhen } from '../domain/tip/tip.ts';

export interface DraftFile {
  readonly id: string;
  readonly blob: Blob;
  readonly name: string;
  sha256: string | null;
  done: boolean;
}
/** Where the phone is, or, with words for it, what was pointed at on the map. */
export interface DraftPlace {
  readonly lng: number;
  readonly lat: number;
  readonly accuracy?: number;
  readonly pointed?: {
    readonly near: Label;
    /** The township this put into the form. */
    readonly town: string;
  };
}
export interface Draft {
  matter: TipMatter | null;
  text: string;
  place: DraftPlace | null;
  town: string;
  address: string;
  unknownPlace: boolean;
  when: TipWhen | null;
  at: string;
  files: DraftFile[];
  /** Made with the first attempt to send, so that every further one says the same. */
  id: string | null;
  receipt: string | null;
  /** Set once the house has answered; kept until the receipt is said to be kept. */
  no: string | null;
  /** What the first attempt to send held; every further one holds the same. */
  first: { readonly files: readonly string[]; readonly text: string } | null;
  /** Under which the files that came after the words are added, so that they are added once. */
  more: string | null;
  at_ms: number;
}

export function emptyDraft(): Draft {
  return {
    ...{
      matter: null,
      text: '',
      place: null,
      town: '',
      address: '',
      unknownPlace: false,
      when: null,
      at: '',
    },
    ...{ files: [], id: null, receipt: null, no: null, first: null, more: null, at_ms: Date.now() },
  };
}

export function isEmpty(draft: Draft): boolean {
  const { matter, text, place, town, address, when, files, no } = draft;
  return !matter && !text && !place && !town && !address && !when && files.length === 0 && !no;
}

const STORE = 'draft';
/** A phone changes hands: what was not sent in two days is dropped. */
const KEEP_MS = 48 * 60 * 60_000;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('shouye-portal', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const database = await open();
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    }).finally(() => database.close());
  } catch {
    return null; // a private window keeps nothing: the page works all the same, until it is closed
  }
}

export async function loadDraft(county: string): Promise<Draft> {
  const stored = (await within('readonly', (store) => store.get(county))) as Draft | null | undefined;
  if (!stored || Date.now() - stored.at_ms > KEEP_MS) return emptyDraft();
  return { ...emptyDraft(), ...stored };
}

export async function saveDraft(county: string, draft: Draft): Promise<void> {
  await within('readwrite', (store) => store.put({ ...draft, at_ms: Date.now() }, county));
}

export async function dropDraft(county: string): Promise<void> {
  await within('readwrite', (store) => store.delete(county));
}
