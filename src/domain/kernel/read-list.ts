// Which names stand in one cell? Lists, and the people of a team.
import { parseNumeral, plain, tidy } from './numeral.ts';
import { exact, type Quantity } from './quantity.ts';
import { bad, EMPTY, good, NOTHING, type Raw, type Read, shown, textOf } from './read-cell.ts';

export interface ListHint {
  /** Names that exist. 和 及 与 split only between two of them, so that 和田县 and 王和平 stay whole. */
  readonly known?: readonly string[];
}

const STRONG = new Set([...'、，,；;/|\n', '\\']);
const OPEN = '([{（【《“';
const CLOSE = ')]}）】》”';
const HAN_BLANK = /(?<=\p{Script=Han}|[)）])[ ]+(?=\p{Script=Han})/gu;

/** Names split on 、，,；;/ and line breaks, on blanks between Chinese words, never within brackets; duplicates fall away. */
export function readList(raw: Raw, hint: ListHint = {}): Read<readonly string[]> {
  const text = typeof raw === 'string' ? tidy(raw) : textOf(raw);
  if (text === '') return EMPTY;
  if (NOTHING.test(text)) return good([]);
  const parts = splitStrong(text)
    .flatMap((part) => part.split(HAN_BLANK))
    .flatMap((part) => splitAnd(part, hint.known));
  return good([...new Set(parts.map((p) => p.replace(/[。.]$/, '').trim()).filter((p) => p !== ''))]);
}

export interface Persons {
  readonly names: readonly string[];
  /** How many people: 张三等5人 → 5; 张三等 → over 1. */
  readonly count: Quantity;
}

/** Longer than any team; patterns below look back and forth. */
const MOST = 2000;
const COUNTED = /^(.*?)(?:等|等共|共|共计|合计)?\(?([\d零一二两三四五六七八九十百]+)(?:人|名|位)(?:次)?\)?$/s;
const AND_PERSONS = /^([\p{Script=Han}·]{2,4})(?:和|及|与|以及)([\p{Script=Han}·]{2,4}(?:[和及与].*)?)$/u;

/** People of a team: 张三、李四 · 张 三 李 四 · 张三等5人 · 5. */
export function readPersons(raw: Raw): Read<Persons> {
  if (typeof raw === 'number') return countOnly(raw, raw);
  const text = typeof raw === 'string' && raw.length <= MOST ? plain(raw) : textOf(raw);
  if (text === '') return EMPTY;
  if (text.endsWith('…'))
    return bad('人员名单太长，请分行填写', 'The list of people is too long: use several rows');
  if (NOTHING.test(text)) return good({ names: [], count: exact(0) });
  if (/^\d+$/.test(text)) return countOnly(raw, Number(text));
  const counted = COUNTED.exec(text);
  const total = counted ? parseNumeral(counted[2] ?? '') : null;
  const more = total === null && /等$/.test(text);
  const names = namesOf((total === null ? text : (counted?.[1] ?? '')).replace(/等$/, ''));
  if (total !== null && total < names.length) {
    return bad(
      `“${shown(raw)}”写了${names.length}个姓名，人数却是${total}，请核对`,
      `"${shown(raw)}" names ${names.length} people but counts ${total}`,
    );
  }
  const count: Quantity = more ? { value: names.length, bound: 'over' } : exact(total ?? names.length);
  return good({ names, count });
}

function countOnly(raw: Raw, n: number): Read<Persons> {
  if (Number.isInteger(n) && n >= 0 && n < 100_000) return good({ names: [], count: exact(n) });
  return bad(
    `看不懂人员“${shown(raw)}”，请填姓名或人数`,
    `Cannot read "${shown(raw)}": enter names or a number`,
  );
}

function namesOf(text: string): string[] {
  // 张 三 is one name: a single character, a blank, a single character.
  const joined = text.replace(
    /(?<![\p{Script=Han}])(\p{Script=Han}) (\p{Script=Han})(?![\p{Script=Han}])/gu,
    '$1$2',
  );
  const parts = splitStrong(joined).flatMap((part) => part.split(HAN_BLANK));
  const names = parts.flatMap(splitPersons).map((name) => name.replace(/[。.:]$/, '').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** 张三和李四 → two; 王和平, 欧阳和平 stay whole because a side would be a single character. */
function splitPersons(part: string): string[] {
  const m = AND_PERSONS.exec(part);
  return m ? [m[1] ?? '', ...splitPersons(m[2] ?? '')] : [part];
}

function splitStrong(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  const chars = [...text];
  for (let i = 0; i < chars.length; i += 1) {
    const c = chars[i]!;
    if (OPEN.includes(c)) depth += 1;
    else if (CLOSE.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && STRONG.has(c)) {
      parts.push(chars.slice(from, i).join(''));
      from = i + 1;
    }
  }
  // An unclosed bracket must not swallow the rest.
  const last = chars.slice(from).join('');
  return depth === 0 ? [...parts, last] : [...parts, ...last.split(/[、，,；;/|\\\n]/)];
}

function splitAnd(part: string, known: readonly string[] | undefined): string[] {
  if (known === undefined || known.includes(part)) return [part];
  for (const m of part.matchAll(/以及|[和及与]/g)) {
    const [left, right] = [part.slice(0, m.index), part.slice(m.index + m[0].length)];
    if (!known.includes(left)) continue;
    const rest = splitAnd(right, known);
    if (rest.every((name) => known.includes(name))) return [left, ...rest];
  }
  return [part];
}
