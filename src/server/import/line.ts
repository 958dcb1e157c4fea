// What is to become of each row? Kept on disk between preview and saving, one line a row.

import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Values } from '../../domain/kernel/record.ts';

export type Effect = 'create' | 'correct' | 'same' | 'error' | 'vanished';

export interface Line {
  readonly sheet: string;
  /** 0 for a record made because a row names it. */
  readonly row: number;
  /** The row that names it. */
  readonly at?: number;
  readonly kind: string;
  readonly effect: Effect;
  /** The record, born here or known. Null for a row that is wrong and was never a record. */
  readonly id: string | null;
  /** The version the preview was made against. */
  readonly version?: number;
  /** All values of a new record; only the changed ones (null clears) of a correction. */
  readonly set?: Values;
  readonly key?: string;
  /** JSON of the cells by field, what the next import of this source compares with. */
  readonly text?: string;
  /** How many live records had this key when the preview was made. */
  readonly seen?: number;
  /** The row as it was imported before, kept when this one is left out. */
  readonly past?: { readonly key: string; readonly text: string };
  /** The source's row stands as it did, so nothing need be written of it. */
  readonly still?: boolean;
}

export interface LineWriter {
  write(line: Line): Promise<void> | undefined;
  close(): Promise<void>;
}

export function openLines(path: string): LineWriter {
  const stream: WriteStream = createWriteStream(path, { mode: 0o600 });
  let waiting = '';
  const flush = () => {
    const text = waiting;
    waiting = '';
    return stream.write(text) ? undefined : once(stream, 'drain').then(() => {});
  };
  return {
    write(line) {
      waiting += `${JSON.stringify(line)}\n`;
      return waiting.length > 256_000 ? flush() : undefined;
    },
    async close() {
      await flush();
      stream.end();
      await once(stream, 'close');
    },
  };
}

export async function* readLines(path: string): AsyncGenerator<Line> {
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    if (text !== '') yield JSON.parse(text) as Line;
}
