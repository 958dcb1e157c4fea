// Which record does a typed name mean? Exactly, by number, by another spelling, or with the row's help.
import type { Label } from '../kernel/label.ts';
import { halfWidth, tidy } from '../kernel/numeral.ts';
import { bad, good, type Read, shown } from '../kernel/read-cell.ts';
import { keyOf } from '../kernel/read-code.ts';
import type { Kind, Values } from '../kernel/record.ts';

export interface NameEntry {
  readonly id: string;
  readonly no: string;
  readonly names: readonly string[];
  readonly values: Values;
  /** It stands in the workbook but cannot be saved as it is: where to look. */
  readonly broken?: Label;
}

/** What is known of the records of one kind; grows as sheets are read. */
export interface NameIndex {
  readonly byNo: Map<string, NameEntry>;
  readonly byName: Map<string, NameEntry[]>;
  readonly byKey: Map<string, NameEntry[]>;
}

export function createIndex(): NameIndex {
  return { byNo: new Map(), byName: new Map(), byKey: new Map() };
}

/** The texts a record of `kind` is called by. */
export function namesOf(kind: Kind, values: Values): string[] {
  const names = [...kind.title, 'docNo'].flatMap((name) => {
    const field = kind.fields[name];
    const value = values[name];
    const named = field?.type === 'text' && !field.long && !field.personal;
    return named && typeof value === 'string' ? [value] : [];
  });
  return [...new Set(names)];
}

export function addEntry(index: NameIndex, entry: NameEntry): void {
  if (entry.no !== '') index.byNo.set(entry.no, entry);
  for (const name of entry.names) {
    push(index.byName, name, entry);
    push(index.byKey, keyOf(name), entry);
  }
}

function push(map: Map<string, NameEntry[]>, key: string, entry: NameEntry): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else if (!list.some((other) => other.id === entry.id)) list.push(entry);
}

const NUMBER = /[A-Z]{2}-\d{4}-\d{4,9}/;

/** Running numbers in a text: RY-2025-0003, or behind a name in brackets. */
export function numbersIn(text: string): readonly string[] {
  return halfWidth(text).toUpperCase().match(new RegExp(NUMBER, 'g')) ?? [];
}

/** Kinds whose names people shorten: 县公安局 for 示范县公安局, 城关 for 城关镇. */
const SHORTENED = new Set(['agency', 'area', 'campaign']);

/** `near` breaks a tie between records of one name: does the candidate fit the row? */
export function lookUp(
  kind: Kind,
  index: NameIndex,
  text: string,
  near: (entry: NameEntry) => boolean = () => false,
): Read<NameEntry> {
  const name = tidy(text);
  const number = numbersIn(name)[0];
  const numbered = number === undefined ? undefined : index.byNo.get(number);
  if (numbered) return found(numbered, name);
  const bare = number === undefined ? name : name.replace(/[(（]\s*[A-Z]{2}-\d{4}-\d{4,9}\s*[)）]$/i, '');
  const same = index.byName.get(bare) ?? index.byKey.get(keyOf(bare)) ?? [];
  if (same.length === 1) return found(same[0]!, name);
  if (same.length > 1) return choose(kind, same, name, near);
  return guess(kind, index, name);
}

function found(entry: NameEntry, name: string, note?: Label): Read<NameEntry> {
  if (!entry.broken) return good(entry, note);
  return bad(
    `“${shown(name)}”${entry.broken[0]}，请先改正那一行`,
    `"${shown(name)}" ${entry.broken[1]}: mend that row first`,
  );
}

function choose(
  kind: Kind,
  same: readonly NameEntry[],
  name: string,
  near: (entry: NameEntry) => boolean,
): Read<NameEntry> {
  const fitting = same.filter(near);
  if (fitting.length === 1) return found(fitting[0]!, name);
  const listed = same.slice(0, 5).map((entry) => `${entry.names[0] ?? ''}（${entry.no || '本表新增'}）`);
  return {
    ok: false,
    message: [
      `${kind.label[0]}“${shown(name)}”有${same.length}个：${listed.join('、')}，请写成“名称（编号）”`,
      `There are ${same.length} of "${shown(name)}": ${listed.join(', ')}. Write the name with its number`,
    ],
    suggestions: listed,
  };
}

function guess(kind: Kind, index: NameIndex, name: string): Read<NameEntry> {
  const key = keyOf(name);
  if (SHORTENED.has(kind.name) && key.length >= 2) {
    const hits = new Map<string, NameEntry>();
    for (const [known, entries] of index.byKey)
      if (known.startsWith(key) || known.endsWith(key)) for (const e of entries) hits.set(e.id, e);
    const [only] = hits.values();
    if (hits.size === 1 && only)
      return found(only, name, [
        `“${shown(name)}”读作${kind.label[0]}“${only.names[0]}”`,
        `"${shown(name)}" read as "${only.names[0]}"`,
      ]);
  }
  const near = nearest(index, key);
  const hint: Label =
    near.length > 0
      ? [`，是不是${near.map((n) => `“${n}”`).join('、')}？`, `. Did you mean ${near.join(', ')}?`]
      : ['', ''];
  return {
    ok: false,
    message: [
      `本县没有${kind.label[0]}“${shown(name)}”${hint[0] || '，'}请改名或先登记`,
      `There is no ${kind.label[1].toLowerCase()} "${shown(name)}"${hint[1]} Correct the name or register it first`,
    ],
    suggestions: near,
  };
}

/** Up to three names that share most of their pairs of characters (Dice). */
function nearest(index: NameIndex, key: string): string[] {
  const own = pairs(key);
  if (own.size === 0) return [];
  const scored: { name: string; score: number }[] = [];
  for (const [known, entries] of index.byKey) {
    const other = pairs(known);
    let shared = 0;
    for (const pair of own) if (other.has(pair)) shared += 1;
    const score = (2 * shared) / (own.size + other.size);
    if (score >= 0.4) scored.push({ name: entries[0]?.names[0] ?? known, score });
  }
  scored.sort((a, b) => b.score - a.score);
  return [...new Set(scored.slice(0, 3).map((each) => each.name))];
}

function pairs(key: string): Set<string> {
  const set = new Set<string>();
  for (let i = 0; i < key.length; i += 1) {
    set.add(key.slice(i, i + 1));
    if (i + 1 < key.length) set.add(key.slice(i, i + 2));
  }
  return set;
}
