// Which species does a person mean by what they typed?
import { SPECIES, speciesName } from './species.ts';
import { SPECIES_ALIASES } from './species-alias.ts';
import { SPECIES_GROUPS } from './species-group.ts';
import { bare, isOneSlip, readings, simplified, syllables } from './spelling.ts';

export type MatchVia = 'name' | 'alias' | 'pinyin' | 'scientific' | 'typo' | 'traditional';

/** `score` only orders matches of one search; higher is nearer. `matched` is the name or alias that was hit. */
export interface Match {
  readonly id: string;
  readonly zh: string;
  readonly scientificName: string | null;
  readonly via: MatchVia;
  readonly matched: string;
  readonly score: number;
}

/** `exact`: one species beyond doubt — `via` tells when it was not by its name. `suggest`: a person must choose. */
export type Resolution =
  | { readonly kind: 'exact'; readonly id: string; readonly via: MatchVia }
  | { readonly kind: 'suggest'; readonly matches: readonly Match[] }
  | { readonly kind: 'none' };

interface Entry {
  readonly id: string;
  readonly zh: string;
  readonly scientificName: string | null;
  readonly text: string;
  readonly key: string;
  readonly chars: readonly string[];
  readonly isName: boolean;
  /** "chuanshanjia" and "csj", one pair to a reading. */
  readonly sounds: readonly string[];
  readonly initials: readonly string[];
  readonly latin: string;
  /** Everyday animals come first among equals: they are what turns up in a market. */
  readonly everyday: number;
}

/** Scores from which a match is the thing itself; below it a person chooses. */
const EXACT = { name: 1000, traditional: 990, scientific: 980, alias: 950, pinyin: 900 } as const;
const CERTAIN = 890;

/**
 * What a resolved name is recorded as: a slip of the pen, pinyin or a scientific name becomes the species' name
 * (川山甲 → 穿山甲); an everyday name stays as the officer said it (猫头鹰).
 */
export function recordedName(typed: string, resolved: Resolution): string {
  if (resolved.kind !== 'exact' || resolved.via === 'alias') return typed;
  return speciesName(resolved.id) ?? typed;
}

/** Words for what was found of an animal, cut off when the whole is no name: 川山甲片, 蛙肉. */
const PART =
  /(手镯|手串|手链|项链|挂件|吊坠|摆件|雕件|首饰|饰品|工艺品|围巾|披肩|皮包|药酒|骨酒|酒|胆粉|骨粉|粉|膏|胶囊|丸|肉干|肉块|肉片|腊肉|熟肉|肉|鳞片|鳞甲|甲片|片|皮张|毛皮|皮毛|皮|头角|角|牙齿|獠牙|牙|头骨|骨头|骨架|骨|掌|爪|蹄|腿|翅膀|翅|尾巴|胆囊|胆|血|内脏|龟板|龟甲|背甲|壳|绒|卵块|卵|蛋|羽毛|尾羽|标本|制品|活体|死体|尸体|幼鸟|雏鸟|幼崽|幼体|等)$/;
const STATE = /^(活体|死体|野生|活|死|冻|冰冻|国家[一二]级(重点)?(保护)?)(野生动物)?/;

let index: readonly Entry[] | undefined;

/**
 * Up to `limit` species, taxon rules or groups for `text`: Chinese name or part of it, alias, pinyin (full or initials),
 * scientific name, traditional characters, homophones and one wrong character (names of three or more). Best first;
 * an exact name stands above all else.
 */
export function findSpecies(text: string, limit = 8): readonly Match[] {
  for (const form of forms(text)) {
    const found = search(form, limit);
    if (found.length > 0) return found;
  }
  return [];
}

/** What an import does with a cell. Homophones and aliases resolve only when they lead to one id; other slips never do. */
export function resolveSpecies(text: string): Resolution {
  const found = certainly(text);
  if (found?.kind === 'exact') return found;
  const matches = found === undefined ? findSpecies(text) : search(found.form, 8);
  return matches.length === 0 ? { kind: 'none' } : { kind: 'suggest', matches };
}

/**
 * The species beyond doubt, without looking for what else may be meant; undefined where a person must choose. `isWhole`:
 * by the text as it stands, without taking brackets and words of state or part off.
 */
export function exactSpecies(
  text: string,
  isWhole = false,
): Extract<Resolution, { kind: 'exact' }> | undefined {
  const found = certainly(text, isWhole);
  return found?.kind === 'exact' ? found : undefined;
}

/** The first form of the text that hits a name, an alias, a sound or a scientific name whole: one id, or several. */
function certainly(text: string, isWhole = false) {
  for (const form of isWhole ? [text.normalize('NFKC').trim()] : forms(text)) {
    const query = queryOf(form);
    const certain = gather(query, 8, wholeHits(query)).filter((m) => m.score >= CERTAIN);
    const top = certain[0];
    if (top === undefined) continue;
    const rivals = certain.filter((m) => m.id !== top.id && m.score > top.score - 5);
    return rivals.length === 0
      ? { kind: 'exact' as const, id: top.id, via: top.via }
      : { kind: 'rivals' as const, form };
  }
  return undefined;
}

/** The text itself, then without brackets, state and part words, then what the brackets hold. */
function forms(text: string): readonly string[] {
  const whole = text.normalize('NFKC').trim();
  const outside = whole.replace(/[(（[【].*$/, '');
  const inside = /[(（[【]([^)）\]】]+)/.exec(whole)?.[1] ?? '';
  const out = new Set<string>();
  for (const form of [whole, outside, inside]) {
    for (const f of [
      form,
      form.replace(STATE, ''),
      form.replace(PART, ''),
      form.replace(STATE, '').replace(PART, ''),
    ]) {
      if (bare(f) !== '') out.add(f);
    }
  }
  return [...out];
}

interface Query {
  readonly key: string;
  readonly plain: string;
  readonly chars: readonly string[];
  readonly sound: string | null;
  readonly isLatin: boolean;
}

function queryOf(text: string): Query {
  const plain = bare(text);
  const key = simplified(plain);
  const isLatin = /^[a-zü×.]+$/.test(key);
  const sound = isLatin ? null : (syllables(key)?.join('') ?? null);
  return { key: isLatin ? key.replaceAll('ü', 'v') : key, plain, chars: [...key], sound, isLatin };
}

function search(text: string, limit: number): readonly Match[] {
  index ??= build();
  return gather(queryOf(text), limit, index);
}

function gather(query: Query, limit: number, entries: readonly Entry[]): readonly Match[] {
  if (query.key === '') return [];
  const best = new Map<string, Match>();
  for (const entry of entries) {
    const hit = query.isLatin ? latinHit(query, entry) : chineseHit(query, entry);
    if (hit === null) continue;
    const [via, raw] = hit;
    const score = raw + entry.everyday - Math.min(entry.chars.length, 20) / 10;
    const known = best.get(entry.id);
    if (known === undefined || score > known.score) {
      best.set(entry.id, {
        id: entry.id,
        zh: entry.zh,
        scientificName: entry.scientificName,
        via,
        matched: entry.text,
        score,
      });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.zh < b.zh ? -1 : 1)).slice(0, limit);
}

let whole: ReadonlyMap<string, readonly Entry[]> | undefined;

/** The entries hit whole by spelling, sound or scientific name: a look-up where a search would read them all. */
function wholeHits(query: Query): readonly Entry[] {
  whole ??= byWhole();
  const keys = query.isLatin ? [`l ${query.key}`] : [`k ${query.key}`, `s ${query.sound ?? ''}`];
  return [...new Set(keys.flatMap((key) => whole?.get(key) ?? []))];
}

function byWhole(): ReadonlyMap<string, readonly Entry[]> {
  index ??= build();
  const map = new Map<string, Entry[]>();
  const add = (key: string, entry: Entry) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    else list.push(entry);
  };
  for (const entry of index) {
    add(`k ${entry.key}`, entry);
    for (const sound of new Set(entry.sounds)) add(`s ${sound}`, entry);
    if (entry.isName && entry.latin !== '') add(`l ${entry.latin}`, entry);
  }
  return map;
}

function chineseHit(query: Query, entry: Entry): readonly [MatchVia, number] | null {
  const own: MatchVia = query.key !== query.plain ? 'traditional' : entry.isName ? 'name' : 'alias';
  const minus = entry.isName ? 0 : 40;
  if (entry.key === query.key) {
    if (!entry.isName) return [own, EXACT.alias];
    return query.key === query.plain ? ['name', EXACT.name] : ['traditional', EXACT.traditional];
  }
  if (query.chars.length > 1 && query.sound !== null && query.chars.length === entry.chars.length) {
    if (entry.sounds.includes(query.sound))
      return ['typo', isSlipOf(query.chars, entry.chars) ? EXACT.pinyin - minus / 8 : 500 - minus];
  }
  if (entry.key.startsWith(query.key)) return [own, 700 - minus];
  if (entry.key.includes(query.key)) return [own, 600 - minus];
  if (query.chars.length >= 3 && entry.chars.length >= 3 && isOneSlip(query.chars, entry.chars))
    return ['typo', 400 - minus];
  return null;
}

/** Words at the end of a name that say what kind of animal it is. */
const KIND =
  '鱼虾蟹贝螺蚌鳝鳅蛇龟鳖蛙蟾蜥鸟鹰隼雕鸮鸭雁鸡雉雀鸠鸽鹭鹤鹬鸥鹦鹉猴猿熊虎豹狼狐狸鹿羊牛猪兔鼠獾貂猫犬蝎虫蝶';

/**
 * Whether a homophone is a slip of the pen: at least half of its characters are those of the name, and it does not end in
 * another kind of animal (鲤鱼 is no 蛎鹬).
 */
function isSlipOf(typed: readonly string[], name: readonly string[]): boolean {
  const same = typed.filter((c, i) => c === name[i]).length;
  const [end, own] = [typed.at(-1) ?? '', name.at(-1) ?? ''];
  return same * 2 >= name.length && same > 0 && (end === own || !KIND.includes(end));
}

function latinHit(query: Query, entry: Entry): readonly [MatchVia, number] | null {
  const minus = entry.isName ? 0 : 20;
  if (entry.latin !== '' && entry.isName) {
    if (entry.latin === query.key) return ['scientific', EXACT.scientific];
    if (query.key.length >= 3 && entry.latin.startsWith(query.key)) return ['scientific', 620];
  }
  if (entry.sounds.includes(query.key)) return ['pinyin', 850 - minus];
  if (query.key.length >= 2 && entry.initials.includes(query.key)) return ['pinyin', 640 - minus];
  if (query.key.length >= 3 && entry.sounds.some((s) => s.startsWith(query.key)))
    return ['pinyin', 600 - minus];
  if (query.key.length >= 3 && entry.initials.some((s) => s.startsWith(query.key)))
    return ['pinyin', 500 - minus];
  return null;
}

function build(): readonly Entry[] {
  const byName = new Map<string, { id: string; scientificName: string | null }>(
    SPECIES.map((s) => [s.zh, s]),
  );
  for (const group of SPECIES_GROUPS) byName.set(group.zh, { id: group.id, scientificName: null });
  const aliased = new Set(SPECIES_ALIASES.map((a) => a.zh));
  const out: Entry[] = [];
  const add = (zh: string, text: string, isName: boolean): void => {
    const at = byName.get(zh);
    if (at === undefined) throw new Error(`alias of an unknown species: ${zh}`);
    out.push(entryOf(at.id, zh, at.scientificName, text, isName, aliased.has(zh) ? 2 : 0));
  };
  for (const s of SPECIES) {
    add(s.zh, s.zh, true);
    if (s.formerName !== null) add(s.zh, s.formerName, false);
  }
  for (const g of SPECIES_GROUPS) for (const text of [g.zh, ...g.aliases]) add(g.zh, text, text === g.zh);
  for (const a of SPECIES_ALIASES) for (const text of a.names) add(a.zh, text, false);
  return out;
}

function entryOf(
  id: string,
  zh: string,
  latin: string | null,
  text: string,
  isName: boolean,
  everyday: number,
): Entry {
  const key = bare(text);
  const read = readings(key);
  return {
    id,
    zh,
    scientificName: latin,
    text,
    key,
    chars: [...key],
    isName,
    sounds: read.map((r) => r.join('')),
    initials: read.map((r) => r.map((s) => s[0]).join('')),
    latin: bare(latin ?? ''),
    everyday,
  };
}
