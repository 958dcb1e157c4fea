// What JSON stands in a file, or comes in on standard input?
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { refuse } from '../domain/kernel/outcome.ts';
import { fromHere, orRefused } from './open.ts';

/** The JSON of `file` (one object a line, JSONL, is a list), or of standard input for `-`; what is none is refused with `code` and the place of the fault. */
export async function readJson(file: string, code = 'body.invalid'): Promise<unknown> {
  const bytes = file === '-' ? await readAll(process.stdin) : await readFile(fromHere(file), 'utf8');
  const text = bytes.replace(/^\uFEFF/, '');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isLines = lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line));
  try {
    return isLines ? lines.map((line) => JSON.parse(line) as unknown) : (JSON.parse(text) as unknown);
  } catch (error) {
    const { message } = error as Error;
    return orRefused(
      refuse(code, [`不是有效的 JSON：${message}`, `Not valid JSON: ${message}`], { where: file }),
    );
  }
}
