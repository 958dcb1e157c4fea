// Which posts are in a file: a feed, JSON, a sheet under any headings, or plain lines?
import { type Outcome, ok, type Refusal, refuse } from '../../domain/kernel/outcome.ts';
import { draftOf } from '../../domain/opinion/draft.ts';
import { readPaste } from '../../domain/opinion/paste.ts';
import { decodeText, WorkbookRefused } from '../workbook/index.ts';
import { readFeed } from './feed.ts';
import { itemsOf, type ReadItem } from './item.ts';
import { readJson } from './json.ts';
import { readSheets } from './sheet.ts';

/** Posts beyond this belong in several files. */
export const MOST_POSTS = 100_000;

/** The items of a file in their order, or why it cannot be read at all. The kind is told by content, never by name. */
export async function readPosts(bytes: Buffer): Promise<Outcome<AsyncIterable<ReadItem>>> {
  if (bytes.length === 0) return refuse('opinion.blank', ['文件是空的', 'The file is empty']);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readSheets(bytes);
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\uFEFF/, '');
  const start = text.slice(0, 4_096).trimStart();
  if (/^<(?:!doctype html|html)/i.test(start))
    return refuse('opinion.page', [
      '这是网页。请到那条信息里作为原件补充，或把原文粘贴进来',
      'This is a web page: add it to its post as an original, or paste its text',
    ]);
  if (/^<(?:\?xml|!doctype|!--|[a-z])/i.test(start)) return readFeed(text);
  if (/^[[{]/.test(start)) return readJson(text);
  const sheet = await readSheets(bytes);
  const unheaded = !sheet.ok && sheet.refusals[0]?.code === 'opinion.headings';
  if (unheaded && !looksTabled(text)) return ok(lines(text));
  return sheet;
}

/** A table whose headings say nothing: its rows taken as posts would be rubbish in the ledger. */
function looksTabled(text: string): boolean {
  const rows = text
    .split(/\r?\n/)
    .filter((row) => row.trim() !== '')
    .slice(0, 5);
  const [first, ...others] = rows.map((row) => row.split(/[,\t]/).length);
  return first !== undefined && first > 1 && others.length > 0 && others.every((cells) => cells === first);
}

function decode(bytes: Buffer): Outcome<string> {
  try {
    return ok(decodeText(bytes));
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    const unknown: Refusal = {
      code: 'opinion.unknown',
      message: [
        '看不懂这个文件，请导入 .csv .xlsx、RSS/Atom、.json .jsonl 或 .txt',
        'This file cannot be read: import .csv .xlsx, RSS/Atom, .json .jsonl or .txt',
      ],
    };
    return { ok: false, refusals: [unknown] };
  }
}

async function* lines(text: string): AsyncGenerator<ReadItem> {
  const read = readPaste(text);
  if (read.kind === 'posts')
    for (const [i, draft] of read.posts.entries())
      yield* itemsOf(
        `第${i + 1}条`,
        draftOf([
          ['text', draft.text],
          ['url', draft.url ?? ''],
          ['platform', draft.platform ?? ''],
        ]),
      );
}
