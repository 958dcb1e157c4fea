// What JSON stands in a file, or comes in on standard input?
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { refuse } from '../domain/kernel/outcome.ts';
import { fromHere, orRefused } from './open.ts';

/** The JSON of `file`, or of standard input for `-`; what is none is refused with `code` and the place of the fault. */
export async function readJson(file: string, code = 'body.invalid'): Promise<unknown> {
  const text = file === '-' ? await readAll(process.stdin) : await readFile(fromHere(file), 'utf8');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    const { message } = error as Error;
    return orRefused(
      refuse(code, [`不是有效的 JSON：${message}`, `Not valid JSON: ${message}`], { where: file }),
    );
  }
}
