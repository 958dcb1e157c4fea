// Which entry of a fixed list did the person mean?
import type { Label } from './label.ts';
import { plain } from './numeral.ts';
import { EMPTY, good, type Raw, type Read, shown, textOf } from './read-cell.ts';

export interface CodeOption {
  readonly code: string;
  readonly label: Label;
  readonly aliases?: readonly string[];
}

interface Entry {
  readonly option: CodeOption;
  readonly keys: readonly string[];
}

interface Index {
  readonly entries: readonly Entry[];
  readonly exact: ReadonlyMap<string, readonly Entry[]>;
  /** Nearest entries of words not found, since a clerk's slip repeats down the column. */
  readonly near: Map<string, readonly Entry[]>;
}

/** Keys of a list, made once: 50,000 rows ask the same list. Derived data only, so purity holds. */
const indexes = new WeakMap<readonly CodeOption[], Index>();
const MOST_REMEMBERED = 1000;

/**
 * Reads a code by its code, label or alias, whatever the width, case, blanks and traditional characters; else by a unique
 * beginning or part. Several or none: a message with the nearest entries, their codes in `suggestions`.
 */
export function readCode(raw: Raw, options: readonly CodeOption[]): Read<string> {
  const key = keyOf(textOf(raw));
  if (key === '') return textOf(raw) === '' ? EMPTY : notFound(raw, []);
  const index = indexOf(options);
  const { entries } = index;
  const same = index.exact.get(key) ?? [];
  if (same.length === 1) return good(same[0]!.option.code);
  if (same.length > 1) return ambiguous(raw, same);
  for (const near of [
    (k: string) => k.startsWith(key) && key.length >= 2,
    (k: string) => k.includes(key) && key.length >= 2,
    (k: string) => key.includes(k) && k.length >= 2 && /\p{Script=Han}/u.test(k),
  ]) {
    const hits = longest(
      entries.filter((e) => e.keys.some(near)),
      key,
      near,
    );
    if (hits.length === 1) return chosen(raw, hits[0]!);
    if (hits.length > 1) return ambiguous(raw, hits);
  }
  return notFound(raw, nearest(index, key));
}

/** Text without width, case, blanks, punctuation and traditional forms: what two spellings of one name share. */
export function keyOf(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

function indexOf(options: readonly CodeOption[]): Index {
  const known = indexes.get(options);
  if (known !== undefined) return known;
  const exact = new Map<string, Entry[]>();
  const entries = options.map((option) => {
    const names = [option.code, ...option.label, ...(option.aliases ?? [])].map(keyOf);
    const entry = { option, keys: [...new Set(names.filter((k) => k !== ''))] };
    for (const key of entry.keys) exact.set(key, [...(exact.get(key) ?? []), entry]);
    return entry;
  });
  const index = { entries, exact, near: new Map<string, readonly Entry[]>() };
  indexes.set(options, index);
  return index;
}

/** Within a longer text the longest name wins: 花鸟鱼虫市场 holds 市场 too. */
function longest(hits: readonly Entry[], key: string, near: (k: string) => boolean): readonly Entry[] {
  const size = (e: Entry) => Math.max(...e.keys.filter(near).map((k) => (key.includes(k) ? k.length : 0)));
  const top = Math.max(0, ...hits.map(size));
  return hits.filter((e) => size(e) === top);
}

function chosen(raw: Raw, entry: Entry): Read<string> {
  const [zh, en] = entry.option.label;
  return good(entry.option.code, [`“${shown(raw)}”读作“${zh}”`, `"${shown(raw)}" read as "${en}"`]);
}

function ambiguous(raw: Raw, entries: readonly Entry[]): Read<string> {
  const [zh, en] = names(entries);
  return {
    ok: false,
    message: [`“${shown(raw)}”可能是${zh}，请写全称`, `"${shown(raw)}" may be ${en}: write the full name`],
    suggestions: entries.slice(0, 5).map((e) => e.option.code),
  };
}

function notFound(raw: Raw, entries: readonly Entry[]): Read<string> {
  const [zh, en] = names(entries);
  return {
    ok: false,
    message:
      entries.length === 0
        ? [`没有“${shown(raw)}”这一项，请从下拉列表中选`, `There is no "${shown(raw)}": choose from the list`]
        : [`没有“${shown(raw)}”这一项，是不是${zh}？`, `There is no "${shown(raw)}". Did you mean ${en}?`],
    suggestions: entries.map((e) => e.option.code),
  };
}

function names(entries: readonly Entry[]): Label {
  const top = entries.slice(0, 5).map((e) => e.option.label);
  return [top.map(([zh]) => `“${zh}”`).join('、'), top.map(([, en]) => `"${en}"`).join(', ')];
}

function nearest(index: Index, key: string): readonly Entry[] {
  if (key.length > 40) return [];
  const remembered = index.near.get(key);
  if (remembered !== undefined) return remembered;
  const found = index.entries
    .map((entry) => ({ entry, score: Math.max(0, ...entry.keys.map((k) => likeness(k, key))) }))
    .filter(({ score }) => score >= LIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ entry }) => entry);
  if (index.near.size < MOST_REMEMBERED) index.near.set(key, found);
  return found;
}

/** Below this two names share too little to ask "did you mean". */
const LIKE = 0.4;

/** 1 the same, 0 nothing shared: one minus the edit distance over the longer length. */
function likeness(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  // The distance is at least the difference in length.
  if (Math.min(x.length, y.length) < LIKE * Math.max(x.length, y.length)) return 0;
  let row = y.map((_, j) => j + 1);
  for (let i = 0; i < x.length; i += 1) {
    const next: number[] = [];
    for (let j = 0; j < y.length; j += 1) {
      const corner = j === 0 ? i : row[j - 1]!;
      const left = j === 0 ? i + 1 : next[j - 1]!;
      next.push(x[i] === y[j] ? corner : 1 + Math.min(corner, left, row[j]!));
    }
    row = next;
  }
  return 1 - (row.at(-1) ?? x.length) / Math.max(x.length, y.length, 1);
}
