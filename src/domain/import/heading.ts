// Which field does a heading mean, and which kind of record does a sheet hold?
import { plain } from '../kernel/numeral.ts';
import { keyOf } from '../kernel/read-code.ts';
import type { Field, Kind } from '../kernel/record.ts';
import { findKind, KINDS } from '../kind.ts';
import { NO, NO_HEADING, VERSION, VERSION_HEADING } from './plan.ts';

const BRACKETS = /[(（[【][^)）\]】]*[)）\]】]/g;

/** A heading without width, blanks, marks, traditional characters, brackets and the asterisk of required ones. */
function headingKey(text: string): string {
  return keyOf(text.replace(BRACKETS, ''));
}

/** 数量（只） → 只; 面积/公顷 → 公顷; null when the heading names no unit. */
export function headingUnit(text: string): string | null {
  const flat = plain(text);
  const inside = /[([【]\s*(?:单位[:：]?)?([^)\]】]{1,5})\s*[)\]】]\s*\*?$/.exec(flat)?.[1];
  return inside?.trim() ?? /\/([^/]{1,3})$/.exec(flat)?.[1]?.trim() ?? null;
}

/** Field name → the heading of template and export: its label, or an alias where two fields share one. */
export function headingsOf(kind: Kind): ReadonlyMap<string, string> {
  const labels = Object.values(kind.fields).map((field) => field.label[0]);
  const headings = new Map<string, string>();
  for (const [name, field] of Object.entries(kind.fields)) {
    const shared = labels.filter((label) => label === field.label[0]).length > 1;
    const other = (field.aliases ?? []).find((alias) => !labels.includes(alias));
    headings.set(name, shared ? (other ?? `${field.label[0]}（${name}）`) : field.label[0]);
  }
  return headings;
}

interface Target {
  readonly name: string;
  readonly required: boolean;
  /** Key → how surely it means this field. */
  readonly keys: ReadonlyMap<string, number>;
}

const targets = new WeakMap<Kind, readonly Target[]>();

/** What the columns of a sheet of `kind` may mean: fields, parts of a place, what is known of a referred record. */
function targetsOf(kind: Kind): readonly Target[] {
  let list = targets.get(kind);
  if (!list) {
    const headings = headingsOf(kind);
    list = [
      ...Object.entries(kind.fields).map(([name, field]) =>
        fieldTarget(name, field, headings.get(name) ?? ''),
      ),
      ...Object.entries(kind.fields).flatMap(([name, field]) => partTargets(kind, name, field)),
      target(NO, [[NO_HEADING, 85]]),
      target(VERSION, [[VERSION_HEADING, 85]]),
    ];
    targets.set(kind, list);
  }
  return list;
}

function target(name: string, words: readonly (readonly [string, number])[], required = false): Target {
  const keys = new Map<string, number>();
  for (const [word, score] of words) {
    for (const [key, s] of [
      [keyOf(word), score],
      [headingKey(word), score - 5],
    ] as const)
      if (key !== '' && (keys.get(key) ?? 0) < s) keys.set(key, s);
  }
  return { name, required, keys };
}

function fieldTarget(name: string, field: Field, heading: string): Target {
  const words = [
    [heading, 110],
    [field.label[0], 100],
    [field.label[1], 70],
    [name, 60],
    ...(field.aliases ?? []).map((alias) => [alias, 80] as const),
    ...callings(field).map((word) => [word, 55] as const),
  ] as const;
  return target(name, words, field.required === true);
}

/** What the referred record is called in a register of its own: 店名 means the venue. */
function callings(field: Field): string[] {
  if (field.type !== 'ref' && field.type !== 'refs') return [];
  const name = findKind(field.kind)?.fields.name;
  return [name?.label[0] ?? '', ...(name?.aliases ?? [])].filter((word) => !VAGUE.has(word));
}
const VAGUE = new Set(['', '名称', '单位', '单位名称', '地点', '乡镇', '活动']);

/** Words too general to say which record they describe. */
const GENERAL = new Set([
  'name',
  'area',
  'agency',
  'campaign',
  'day',
  'note',
  'place',
  'phone',
  'status',
  'code',
]);

function partTargets(kind: Kind, name: string, field: Field): Target[] {
  if (field.type === 'place')
    return [
      target(`${name}.lng`, [
        ['经度', 90],
        ['东经', 80],
        ['lng', 60],
        ['longitude', 60],
        ['X坐标', 50],
      ]),
      target(`${name}.lat`, [
        ['纬度', 90],
        ['北纬', 80],
        ['lat', 60],
        ['latitude', 60],
        ['Y坐标', 50],
      ]),
    ];
  if (field.type !== 'ref' || !['venue', 'site'].includes(field.kind)) return [];
  const referred = findKind(field.kind);
  const own = new Set(Object.values(kind.fields).flatMap((f) => [f.label[0], ...(f.aliases ?? [])]));
  return Object.entries(referred?.fields ?? {})
    .filter(([sub, f]) => !GENERAL.has(sub) && f.type !== 'place' && f.type !== 'ref')
    .map(([sub, f]) => {
      const words = [f.label[0], ...(f.aliases ?? [])].filter((word) => word.length > 2 || word === '地址');
      return target(
        `${name}.${sub}`,
        words.filter((word) => !own.has(word)).map((word) => [word, 45] as const),
      );
    });
}

/** How surely `heading` means `target`; 0 not at all. Parts of stacked headings (查获/数量) count less than the whole. */
function scoreOf(heading: string, { keys }: Target): number {
  const parts = heading.split('/');
  const forms: (readonly [string, number])[] = [
    [keyOf(heading), 0],
    [headingKey(heading), 2],
  ];
  if (parts.length > 1) {
    forms.push([headingKey(parts.at(-1) ?? ''), 12], [headingKey([...parts].reverse().join('')), 6]);
    forms.push([headingKey(parts[0] ?? ''), 30]);
  }
  let best = 0;
  for (const [key, minus] of forms) {
    const hit = keys.get(key);
    if (hit !== undefined) best = Math.max(best, hit - minus);
  }
  if (best > 0) return best;
  const whole = headingKey(heading);
  for (const [key, score] of keys) {
    if (key.length < 2 || whole.length < 2 || score < 50) continue;
    // 检查时间（年月日） holds 检查时间; a single shared word at the end is the weakest sign.
    if (whole.startsWith(key) || whole.endsWith(key)) best = Math.max(best, 20 + Math.min(key.length, 9));
  }
  return best;
}

interface Guess {
  readonly columns: Readonly<Record<string, string | null>>;
  /** Sum over the columns; compare only between kinds of one sheet. */
  readonly score: number;
}

/** The likeliest meaning of each heading: surest first, one heading a field. */
export function guessColumns(kind: Kind, headings: readonly string[]): Guess {
  const pairs = headings.flatMap((heading, at) =>
    targetsOf(kind)
      .map((t) => ({ heading, at, name: t.name, required: t.required, score: scoreOf(heading, t) }))
      .filter((pair) => pair.score > 0),
  );
  pairs.sort((a, b) => b.score - a.score || Number(b.required) - Number(a.required) || a.at - b.at);
  const columns: Record<string, string | null> = Object.fromEntries(headings.map((h) => [h, null]));
  const taken = new Set<string>();
  let score = 0;
  for (const pair of pairs) {
    if (columns[pair.heading] || taken.has(pair.name)) continue;
    columns[pair.heading] = pair.name;
    taken.add(pair.name);
    score += pair.score + (pair.required ? 40 : 0);
  }
  const missing = Object.entries(kind.fields).filter(([name, f]) => f.required && !taken.has(name)).length;
  return { columns, score: score - missing * 60 };
}

/** Sheets that hold no records. */
const NO_RECORDS = /^(?:填表说明|填写说明|说明|使用说明|选项|导入错误|目录|封面|汇总|统计|sheet\d+说明)$/i;

/**
 * The kind of record a sheet most likely holds, by its name, its title and its headings; null when it is none.
 * Sheets of the template are known by their name.
 */
export function guessKind(
  sheet: string,
  title: string,
  headings: readonly string[],
): { kind: Kind; guess: Guess } | null {
  if (NO_RECORDS.test(sheet.trim()) || headings.length === 0) return null;
  let best: { kind: Kind; guess: Guess; score: number } | null = null;
  for (const kind of KINDS) {
    const guess = guessColumns(kind, headings);
    const hits = Object.values(guess.columns).filter((name) => name !== null).length;
    if (hits < Math.min(2, headings.length)) continue;
    const score = guess.score + named(kind, sheet, 400, 90) + named(kind, title, 120, 90);
    if (best === null || score > best.score) best = { kind, guess, score };
  }
  return best !== null && best.score > 60 ? { kind: best.kind, guess: best.guess } : null;
}

function named(kind: Kind, text: string, same: number, within: number): number {
  const key = headingKey(text.replace(/(?:登记)?(?:台账|登记表|记录表|统计表|明细表|清单|汇总表|表)$/, ''));
  const label = headingKey(kind.label[0]);
  if (key === label) return same;
  return key.includes(label) ? within + label.length : 0;
}

/** Whether a heading means a field of some kind; used to find the heading row. */
export function isHeading(text: string): boolean {
  return KNOWN().has(headingKey(text)) || KNOWN().has(keyOf(text));
}

let known: ReadonlySet<string> | undefined;
function KNOWN(): ReadonlySet<string> {
  known ??= new Set(
    KINDS.flatMap((kind) =>
      targetsOf(kind).flatMap((t) => [...t.keys].filter(([, s]) => s > 60).map(([k]) => k)),
    ),
  );
  return known;
}
