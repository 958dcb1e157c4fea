// How does the command line speak: results on standard output, progress and trouble on standard error?
import { type Label, type Language, say } from '../domain/kernel/label.ts';

export interface Speaker {
  readonly language: Language;
  /** A line of the result. */
  line(text: string | Label): void;
  /** The result for a program. */
  json(value: unknown): void;
  /** The result as aligned columns; numbers to the right. */
  table(head: readonly Label[], rows: readonly (readonly (string | number)[])[]): void;
  bytes(value: Uint8Array): void;
  /** A line beside the result. */
  note(text: string | Label): void;
  /** How far long work is; on a terminal one line that changes, elsewhere a line now and then. */
  progress(what: Label, done: number, total?: number): void;
}

/** Often enough for a log, seldom enough not to fill it. */
const PLAIN_EVERY_MS = 5_000;
const TERMINAL_EVERY_MS = 100;

/** Columns a terminal gives to `text`: Chinese characters and full-width forms take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

const blanks = (text: string, width: number) => ' '.repeat(Math.max(0, width - widthOf(text)));

export function tableText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const right = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => {
          const space = blanks(cell, widths[column] ?? 0);
          return right[column] ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A reader that goes away (`| head`) ends the output, not the work: its exit code still says how it went. */
function quietAboutBrokenPipes(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

export function createSpeaker(language: Language): Speaker {
  const { stdout, stderr } = process;
  quietAboutBrokenPipes(stdout);
  quietAboutBrokenPipes(stderr);
  let open = false; // a progress line stands unfinished on the terminal
  let last = 0;
  const text = (what: string | Label) => (typeof what === 'string' ? what : say(what, language));
  const clear = () => {
    if (open) stderr.write('\r\u001b[K');
    open = false;
  };
  const line = (what: string | Label) => {
    clear();
    stdout.write(`${text(what)}\n`);
  };
  return {
    language,
    line,
    json: (value) => line(JSON.stringify(value, null, 2)),
    table: (head, rows) => line(tableText(head.map(text), rows)),
    bytes: (value) => {
      clear();
      stdout.write(value);
    },
    note: (what) => {
      clear();
      stderr.write(`${text(what)}\n`);
    },
    progress: (what, done, total) => {
      const now = Date.now();
      const ended = total !== undefined && done >= total;
      if (!ended && now - last < (stderr.isTTY ? TERMINAL_EVERY_MS : PLAIN_EVERY_MS)) return;
      last = now;
      const share = total ? `  ${Math.floor((done / total) * 100)}%` : '';
      const said = `${text(what)} ${done}${total ? `/${total}` : ''}${share}`;
      clear();
      stderr.write(stderr.isTTY ? said : `${said}\n`);
      open = stderr.isTTY === true;
    },
  };
}
