// Which posts are in a JSON file or in JSON lines, however the objects are wrapped?
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';
import { draftOf, fieldOf } from '../../domain/opinion/draft.ts';
import { itemsOf, type ReadItem } from './item.ts';

type Json = Readonly<Record<string, unknown>>;

/** A wrapper is a few levels deep; what lies deeper is no list of posts. */
const DEPTH = 6;

/** An array of objects, such an array inside wrappers, or one object a line. */
export function readJson(text: string): Outcome<AsyncIterable<ReadItem>> {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
    return linesOf(text);
  }
  const list = findList(whole);
  if (list === null)
    return refuse('opinion.none', [
      '这个JSON里没有带“内容”或“链接”的条目',
      'No entries with a text or a link in this JSON',
    ]);
  return ok(objects(list));
}

async function* objects(list: readonly unknown[]): AsyncGenerator<ReadItem> {
  for (const [i, one] of list.entries()) yield* ofObject(`第${i + 1}条`, one);
}

function* ofObject(place: string, one: unknown): Generator<ReadItem> {
  if (!isObject(one)) {
    const message = ['不是一条信息', 'Not an object'] as const;
    yield { problem: { where: place, message, lost: true } };
    return;
  }
  yield* itemsOf(place, draftOf(partsOf(one)));
}

/** Its own parts, then those of objects within that are no part themselves: {stats: {likes: 3}}. */
function* partsOf(one: Json): Generator<readonly [string, unknown]> {
  yield* Object.entries(one);
  for (const [name, value] of Object.entries(one))
    if (fieldOf(name) === undefined && isObject(value)) yield* Object.entries(value);
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

const tells = (value: unknown) =>
  isObject(value) &&
  Object.keys(value).some((name) => ['text', 'title', 'url'].includes(fieldOf(name) ?? ''));

/** The longest list of objects that tell something, nearest to the outside; one such object alone is a list of one. */
function findList(whole: unknown): readonly unknown[] | null {
  let level: unknown[] = [whole];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth++) {
    const lists = level.filter((value) => Array.isArray(value)) as unknown[][];
    const fitting = lists.filter((list) => list.slice(0, 50).some(tells)).sort((x, y) => y.length - x.length);
    if (fitting[0]) return fitting[0];
    const inner = level.flatMap((value) =>
      Array.isArray(value) ? value.slice(0, 50) : isObject(value) ? Object.values(value) : [],
    );
    if (depth === 0 && tells(whole) && !inner.some((value) => Array.isArray(value) && value.some(tells)))
      return [whole];
    level = inner.slice(0, 5_000);
  }
  return null;
}

function linesOf(text: string): Outcome<AsyncIterable<ReadItem>> {
  const lines = text.split(/\r\n|\r|\n/);
  const good = lines.slice(0, 200).filter((line) => isObject(parsed(line))).length;
  if (good === 0)
    return refuse('opinion.json', [
      'JSON不完整或有误，且不是每行一个对象的JSON Lines',
      'The JSON is broken, and is not one object a line either',
    ]);
  return ok(objectsOf(lines));
}

async function* objectsOf(lines: readonly string[]): AsyncGenerator<ReadItem> {
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const one = parsed(line);
    const where = `第${i + 1}行`;
    if (one === undefined)
      yield { problem: { where, message: ['这一行不是JSON', 'This line is not JSON'], lost: true } };
    else yield* ofObject(where, one);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
    return undefined;
  }
}
