// How suspect is a post, by which words, and why? A sum anyone can check.
import type { Label } from '../kernel/label.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { BREAK, type Normal, normalise } from './normal.ts';
import { findWords } from './trie.ts';
import type { WordCategory } from './word.ts';

/** Characters within which two words belong together. */
export const NEAR = 30;
/** An exception explains a word away within this many characters of it. */
const NEAR_EXCEPTION = 12;

/** The rules of the sum in the order they are applied; the screen and docs/opinion.md show these. */
export const RULES = {
  species: [
    '物种：最高一个的分值，另每多一种加5，至多加10',
    'Species: the highest, plus 5 for each other, at most 10',
  ],
  slang: [
    '黑话：最高一个的分值，另每多一个加5，至多加10',
    'Slang: the highest, plus 5 for each other, at most 10',
  ],
  tool: [
    '工具：最高一个的分值，另每多一种加5，至多加10',
    'Tool: the highest, plus 5 for each other, at most 10',
  ],
  trade: ['买卖用语：各词之和，至多15', 'Trade words: their sum, at most 15'],
  hunt: ['猎捕食用：各词之和，至多15', 'Hunting or eating: their sum, at most 15'],
  place: ['场所：各词之和，至多4', 'Places: their sum, at most 4'],
  pair: [
    `物种、黑话、工具（各8分以上）与买卖、猎捕食用或工具用语相距${NEAR}字以内：20，另一个再加10`,
    `A species, slang or tool word (8 points or more) within ${NEAR} characters of trade, hunting or a tool: 20, a second 10 more`,
  ],
  evasion: [
    '躲避写法（词中夹符号、拼音代字15，夹空格10），至多30',
    'Disguised words (signs or pinyin 15, blanks 10), at most 30',
  ],
  benign: ['正常语境：各词之和，至多减45', 'Harmless context: taken off, at most 45'],
} as const satisfies Record<string, Label>;
export type Rule = keyof typeof RULES;

export interface Hit {
  readonly word: string;
  readonly category: WordCategory;
  readonly concept: string;
  /** Place in the screened text (UTF-16), end exclusive. */
  readonly from: number;
  readonly until: number;
  readonly points: number;
  /** How the writer hid it. */
  readonly evaded?: 'sign' | 'blank' | 'pinyin';
  /** Found, but an everyday word with nothing near that makes it suspect, or explained away by an exception. */
  readonly idle?: 'guarded' | 'exception';
}

export interface Part {
  readonly rule: Rule;
  /** Negative for `benign`. */
  readonly points: number;
  readonly words: readonly string[];
}

export interface Screening {
  /** 0–100. */
  readonly score: number;
  readonly suspect: boolean;
  readonly parts: readonly Part[];
  /** In the order of the text. */
  readonly hits: readonly Hit[];
  readonly revision: string;
}

interface Seen extends Hit {
  /** Place in the normalised text. */
  readonly a: number;
  readonly b: number;
  readonly guarded: boolean;
}

/** Words by form rather than by list. */
const PATTERNS: readonly { word: string; points: number; pattern: RegExp }[] = [
  {
    word: '价格',
    points: 5,
    pattern:
      /(?:\d{1,6}|[一二两三四五六七八九十百千]{1,4})(?:元|块|米(?!长))|[¥￥]\d+|(?:^|\n)?\d{1,3}k(?![a-z])|\d{3,5}不|\d{2,5}(?:一|每)?(?=[只条斤位份克](?!装))/g,
  },
  {
    word: '数量',
    points: 3,
    pattern:
      /(?:\d{1,4}|[一二两三四五六七八九十几多半数]{1,3})(?:多|余|来)?(?:只|条|头|斤|对|笼|窝|羽|尾|公斤|千克)/g,
  },
  { word: '手机号', points: 5, pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/g },
  {
    word: '出·收·转',
    points: 5,
    pattern: /(?:^|\n)(?:低价|诚心|诚|长期|大量|自家)?(?:出|收|转)(?![租门差发去来现生国版行口入站院售购])/g,
  },
];

/** Screens `original` (title and text). Cost follows its length, not the number of words. */
export function screen(original: string, lexicon: Lexicon): Screening {
  const normal = normalise(original);
  const seen = settle(explain([...fromWords(normal, lexicon), ...fromPatterns(normal)], normal, lexicon));
  const live = seen.filter((hit) => hit.idle === undefined);
  const parts = sum(live);
  const total = parts.reduce((points, part) => points + part.points, 0);
  const score = Math.max(0, Math.min(100, total));
  return {
    score,
    suspect: score >= lexicon.threshold,
    parts,
    hits: seen
      .map(({ a: _a, b: _b, guarded: _guarded, ...hit }) => hit)
      .sort((x, y) => x.from - y.from || y.until - x.until),
    revision: lexicon.revision,
  };
}

function fromWords(normal: Normal, lexicon: Lexicon): Seen[] {
  const out: Seen[] = [];
  for (const { from, until, value } of findWords(lexicon.trie, normal.text)) {
    if (!standsAlone(normal.text, from, until)) continue;
    const evaded = evasionOf(normal, from, until, value);
    out.push({
      ...{ word: value.word.word, category: value.word.category, concept: value.word.concept },
      ...{ points: value.word.weight, guarded: value.word.guarded === true, a: from, b: until },
      ...{ from: normal.at[from] ?? 0, until: normal.until[until - 1] ?? 0 },
      ...(evaded ? { evaded } : {}),
    });
  }
  return out;
}

/** A Latin end must be the end of its word: 野wei is no part of 野weixin. */
function standsAlone(text: string, from: number, until: number): boolean {
  const latin = (i: number) => /[a-z]/.test(text[i] ?? '');
  return !(latin(from) && latin(from - 1)) && !(latin(until - 1) && latin(until));
}

function evasionOf(normal: Normal, from: number, until: number, entry: Entry): Hit['evaded'] {
  if (entry.via === 'pinyin') return 'pinyin';
  const inside = normal.gap.slice(from + 1, until);
  if (inside.includes('sign')) return 'sign';
  // Between Latin words a blank is how one writes.
  return inside.includes('blank') && !/[a-z0-9]/.test(normal.text.slice(from, until)) ? 'blank' : undefined;
}

function fromPatterns(normal: Normal): Seen[] {
  const out: Seen[] = [];
  for (const { word, points, pattern } of PATTERNS)
    for (const match of normal.text.matchAll(pattern)) {
      const lead = match[0].startsWith(BREAK) ? 1 : 0;
      const [a, b] = [match.index + lead, match.index + match[0].length];
      out.push({
        ...{ word, category: 'trade', concept: word, points, guarded: false, a, b },
        ...{ from: normal.at[a] ?? 0, until: normal.until[b - 1] ?? 0 },
      });
    }
  return out;
}

/** Marks what an exception explains away. */
function explain(seen: readonly Seen[], normal: Normal, lexicon: Lexicon): Seen[] {
  const exceptions = findWords(lexicon.exceptions, normal.text);
  if (exceptions.length === 0) return [...seen];
  return seen.map((hit) =>
    exceptions.some(
      ({ from, until, value }) => value.word === hit.word && reaches(hit, from, until, value.holds),
    )
      ? { ...hit, idle: 'exception' as const }
      : hit,
  );
}

/** 天鹅绒 explains only the 天鹅 within it; 眉笔 explains every 画眉 near it. */
function reaches(hit: Seen, from: number, until: number, holds: boolean): boolean {
  if (holds) return from <= hit.a && hit.b <= until;
  return gapOf(hit, { a: from, b: until }) <= NEAR_EXCEPTION;
}

const gapOf = (x: { a: number; b: number }, y: { a: number; b: number }) => Math.max(0, x.a - y.b, y.a - x.b);

/** A number of animals says nothing by itself; nor does where. */
const SUPPORT: Readonly<Record<WordCategory, readonly WordCategory[]>> = {
  species: ['trade', 'hunt', 'tool', 'slang'],
  slang: ['trade', 'hunt', 'species', 'tool'],
  tool: ['species', 'slang', 'hunt'],
  ...{ trade: [], hunt: [], place: [], benign: [] },
};

/** An everyday word counts only with an unguarded word of a fitting category near it. */
function settle(seen: readonly Seen[]): Seen[] {
  const firm = seen.filter((hit) => !hit.guarded && hit.idle === undefined && hit.word !== '数量');
  return seen.map((hit) => {
    if (!hit.guarded || hit.idle !== undefined) return hit;
    const fits = (other: Seen) =>
      SUPPORT[hit.category].includes(other.category) &&
      gapOf(hit, other) <= NEAR &&
      // 活蛇 is not made suspect by 蛇, nor a word by one it holds.
      !(other.a < hit.b && hit.a < other.b);
    // A disguise needs no other company.
    return firm.some(fits) || hit.evaded === 'sign' || hit.evaded === 'pinyin'
      ? hit
      : { ...hit, idle: 'guarded' as const };
  });
}

/** Each concept once, by its heaviest word. */
function byConcept(hits: readonly Seen[]): Seen[] {
  const best = new Map<string, Seen>();
  for (const hit of hits) {
    const known = best.get(hit.concept);
    if (known === undefined || known.points < hit.points) best.set(hit.concept, hit);
  }
  return [...best.values()].sort((x, y) => y.points - x.points);
}

const CAPS = { trade: 15, hunt: 15, place: 4, benign: 45 } as const;

function sum(live: readonly Seen[]): Part[] {
  const parts: Part[] = [];
  const add = (rule: Rule, points: number, hits: readonly Seen[]) => {
    if (points !== 0) parts.push({ rule, points, words: [...new Set(hits.map((hit) => hit.word))] });
  };
  for (const rule of ['species', 'slang', 'tool'] as const) {
    const hits = byConcept(live.filter((hit) => hit.category === rule));
    add(rule, (hits[0]?.points ?? 0) + Math.min(10, 5 * Math.max(0, hits.length - 1)), hits);
  }
  for (const rule of ['trade', 'hunt', 'place', 'benign'] as const) {
    const hits = byConcept(live.filter((hit) => hit.category === rule));
    const points = Math.min(
      CAPS[rule],
      hits.reduce((total, hit) => total + hit.points, 0),
    );
    if (rule !== 'benign') add(rule, points, hits);
  }
  const pairs = byConcept(pairsOf(live));
  add('pair', pairs.length === 0 ? 0 : pairs.length === 1 ? 20 : 30, pairs);
  const evaded = byConcept(
    live.filter((hit) => hit.evaded && hit.category !== 'benign' && hit.category !== 'place'),
  );
  add(
    'evasion',
    Math.min(
      30,
      evaded.reduce((total, hit) => total + (hit.evaded === 'blank' ? 10 : 15), 0),
    ),
    evaded,
  );
  const benign = byConcept(live.filter((hit) => hit.category === 'benign'));
  add(
    'benign',
    -Math.min(
      CAPS.benign,
      benign.reduce((total, hit) => total + hit.points, 0),
    ),
    benign,
  );
  return parts;
}

const HEAVY = 8;

function pairsOf(live: readonly Seen[]): Seen[] {
  const heavy = live.filter(
    (hit) => ['species', 'slang', 'tool'].includes(hit.category) && hit.points >= HEAVY,
  );
  const acts = live.filter((hit) => ['trade', 'hunt'].includes(hit.category) && hit.word !== '数量');
  const tools = live.filter((hit) => hit.category === 'tool' && hit.points >= HEAVY);
  return heavy.filter((hit) =>
    [...acts, ...(hit.category === 'species' ? tools : [])].some((other) => gapOf(hit, other) <= NEAR),
  );
}
