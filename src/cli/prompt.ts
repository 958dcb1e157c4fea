// How does a person answer a question at the terminal, and a password stay unseen?
import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type Label, type Language, say } from '../domain/kernel/label.ts';

export const isInteractive = () => process.stdin.isTTY === true && process.stderr.isTTY === true;

/** Asks on standard error, so that a redirected result holds only the result. */
export async function ask(question: Label, language: Language): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(`${say(question, language)} `)).trim();
  } finally {
    lines.close();
  }
}

/** As `ask`, without showing what is typed. */
export async function askSecret(question: Label, language: Language): Promise<string> {
  process.stderr.write(`${say(question, language)} `);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

/** The first line of standard input, without its line end. */
export async function readLine(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    text += chunk;
    if (text.includes('\n') || text.length > 4_096) break;
  }
  return text.split(/\r?\n/)[0] ?? '';
}

/** No 0/O, 1/l/I: it will be read off a screen and typed. 20 of 54 characters are 115 bits. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function makePassword(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  );
  return groups.join('-');
}
