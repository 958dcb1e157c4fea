// What does the summary say of these facts? Pure: the same outline and facts give the same words and numbers.
import { getFigure } from '../figure/catalogue.ts';
import { formatFigure } from '../figure/format.ts';
import type { Day } from '../kernel/day.ts';
import type { Bound } from '../kernel/quantity.ts';
import { chineseNumeral, type Inline, inlineText } from './document.ts';
import type { FactPart, Facts, Item, NumberFact, NumberScope } from './fact.ts';
import type { Finding } from './finding.ts';
import type { Clause, ListToken, NumToken, Outline, Section, Sentence, Token } from './outline.ts';

export interface ComposedNumber {
  readonly figure: string;
  readonly scope: NumberScope;
  /** In the figure's own unit; '元' is fen. */
  readonly value: number | null;
  readonly bound: Bound;
  /** The measure word it is said with. */
  readonly unit: string;
  readonly text: string;
  readonly records: number;
  /** Open in the redacted edition by default. */
  readonly blank: boolean;
  readonly warn: boolean;
}

export interface ComposedSentence {
  readonly id: string;
  readonly ordinal: boolean;
  readonly opens: boolean;
  /** Its last mark; `inlines` go without it. */
  readonly end: string;
  readonly inlines: readonly Inline[];
  /** Neither reworded nor hidden. */
  readonly fixed?: true;
}

export interface ComposedSection {
  readonly id: string;
  /** '' for text before the first heading. */
  readonly title: string;
  readonly level: 0 | 1 | 2;
  readonly takes?: 'problem' | 'measure';
  readonly sentences: readonly ComposedSentence[];
}

/** What the data suggest; nothing of it stands in the document until an officer adopts it. */
export interface Proposal {
  readonly id: string;
  readonly aspect: 'problem' | 'measure';
  readonly text: string;
  readonly inlines: readonly Inline[];
}

export interface Composed {
  readonly title: readonly string[];
  readonly issuer: string;
  readonly day: Day;
  readonly sections: readonly ComposedSection[];
  readonly numbers: Readonly<Record<string, ComposedNumber>>;
  /** Village names said, which a redacted edition blanks (x村). */
  readonly villages: readonly string[];
  readonly proposals: readonly Proposal[];
}

interface Saying {
  readonly facts: Facts;
  readonly part: FactPart;
  readonly outline: Outline;
  readonly sentence: string;
  readonly item: Item | null;
  readonly numbers: Record<string, ComposedNumber>;
  readonly villages: Set<string>;
}

/** The sentences that have records behind them. Sections left empty stay in the list, for what an officer may add. */
export function composeReport(outline: Outline, facts: Facts, findings: readonly Finding[] = []): Composed {
  const numbers: Record<string, ComposedNumber> = {};
  const villages = new Set<string>();
  const base = { facts, outline, numbers, villages, item: null };
  const sections = outline.sections.flatMap((section) =>
    section.each === 'campaign'
      ? facts.campaigns.map((part) => sectionOf({ ...base, part, sentence: '' }, section))
      : [sectionOf({ ...base, part: facts.base, sentence: '' }, section)],
  );
  const proposals = findings.flatMap((finding) =>
    finding.suggestions.flatMap(({ id, aspect, clause }): Proposal[] => {
      const sentence = `proposal.${aspect}.${id}`;
      const inlines = merged(clauseOf({ ...base, part: facts.base, sentence }, clause) ?? []);
      return inlines.length === 0
        ? []
        : [{ id: `${aspect}.${id}`, aspect, text: inlineText(inlines), inlines }];
    }),
  );
  const all = [...sections.flatMap((s) => s.sentences), ...proposals].flatMap((s) => s.inlines);
  const said = new Set(all.map((inline) => (inline.t === 'num' ? inline.id : '')));
  return {
    title: [facts.title],
    issuer: facts.issuer,
    day: facts.day,
    sections,
    // A clause given up half-way leaves its numbers behind.
    numbers: Object.fromEntries(Object.entries(numbers).filter(([id]) => said.has(id))),
    villages: [...villages],
    proposals,
  };
}

/** The id of a section or sentence of one campaign. */
function within(id: string, part: FactPart): string {
  return part.key === '' ? id : `${id}@${part.key}`;
}

function sectionOf(saying: Saying, section: Section): ComposedSection {
  const title = section.title ? (clauseOf(saying, section.title) ?? []) : [];
  return {
    id: within(section.id, saying.part),
    title: title.map((inline) => inline.text).join(''),
    level: section.level,
    ...(section.takes ? { takes: section.takes } : {}),
    sentences: section.sentences.flatMap((sentence) => sentencesOf(saying, sentence)),
  };
}

function sentencesOf(saying: Saying, sentence: Sentence): ComposedSentence[] {
  const id = within(sentence.id, saying.part);
  if (!sentence.each) return saidOf({ ...saying, sentence: id }, sentence);
  const items = saying.part.lists[sentence.each] ?? [];
  return items.flatMap((item) => saidOf({ ...saying, sentence: `${id}#${item.key}`, item }, sentence));
}

function saidOf(saying: Saying, sentence: Sentence): ComposedSentence[] {
  const clauses = sentence.clauses
    .map((clause) => clauseOf(saying, clause))
    .filter((clause) => clause !== null);
  const lead = sentence.lead ? clauseOf(saying, sentence.lead) : [];
  if (clauses.length === 0 || lead === null) return [];
  const joined = clauses.flatMap((clause, i) =>
    i === 0 ? clause : [{ t: 'text' as const, text: sentence.join ?? '，' }, ...clause],
  );
  return [
    {
      id: saying.sentence,
      ordinal: sentence.ordinal ?? false,
      opens: sentence.opens ?? false,
      end: sentence.end ?? '。',
      inlines: merged([...lead, ...joined]),
      ...(sentence.fixed ? { fixed: sentence.fixed } : {}),
    },
  ];
}

/** The clause in words, or null when something it needs is absent. */
function clauseOf(saying: Saying, clause: Clause): Inline[] | null {
  const said: Inline[] = [];
  for (const part of clause) {
    const inlines = typeof part === 'string' ? [words(part)] : tokenOf(saying, part);
    if (inlines === null) return null;
    said.push(...inlines);
  }
  return said;
}

function tokenOf(saying: Saying, token: Token): Inline[] | null {
  const { part } = saying;
  switch (token.t) {
    case 'num':
      return numOf(saying, token);
    case 'list':
      return listOf(saying, token);
    case 'word': {
      const word = part.words[token.word] ?? '';
      return word === '' ? null : [words(word)];
    }
    case 'need':
      return (token.figure === undefined || counts(part.figures[token.figure])) &&
        (token.list === undefined || (part.lists[token.list] ?? []).length > 0)
        ? []
        : null;
    case 'opt':
      return clauseOf(saying, token.parts) ?? [];
    case 'item':
      return saying.item ? [words(trimEnd(saying.item.text))] : null;
  }
}

/** Whether there is anything to say: records, and not a known zero. */
function counts(fact: NumberFact | undefined): fact is NumberFact {
  return fact !== undefined && fact.records > 0 && fact.value !== 0;
}

function numOf(saying: Saying, token: NumToken): Inline[] | null {
  const fact = saying.part.figures[token.figure];
  const figure = getFigure(token.figure);
  if (!counts(fact) || (figure.unit === '%' && fact.value === null)) return null;
  const unit = token.unit ?? figure.unit;
  return [
    enter(saying, `${saying.sentence}:${token.figure}`, fact, token.figure, unit, token, saying.part.scope),
  ];
}

type Wording = Pick<NumToken, 'zh' | 'keep' | 'over'>;

function enter(
  saying: Saying,
  id: string,
  fact: NumberFact,
  figure: string,
  unit: string,
  wording: Wording,
  scope: NumberScope,
): Inline {
  const text = sayNumber(fact, unit, wording);
  const warn = saying.facts.warned.includes(figure);
  saying.numbers[id] = {
    figure,
    scope,
    value: fact.value,
    bound: fact.bound,
    unit,
    text,
    records: fact.records,
    blank: saying.outline.redaction.numbers && !wording.keep,
    warn,
  };
  return { t: 'num', id, text, figure, ...(warn ? { warn: true } : {}) };
}

/** '30余人次', '多' for '余' where asked; '三起', '两起', '四千亩' in Chinese numerals. */
export function sayNumber(fact: NumberFact, unit: string, wording: Wording = {}): string {
  const { value, bound } = fact;
  if (wording.zh && value !== null && bound === 'exact' && Number.isInteger(value) && value < 10_000)
    return `${value === 2 ? '两' : chineseNumeral(value)}${unit}`;
  const written = formatFigure(fact, unit, 'zh');
  return wording.over ? written.replace('余', wording.over) : written;
}

const MAX_NAMES = 12;

function listOf(saying: Saying, token: ListToken): Inline[] | null {
  const items = saying.part.lists[token.list] ?? [];
  if (items.length === 0) return null;
  const shown = items.slice(0, token.max ?? MAX_NAMES);
  const cut = shown.length < items.length;
  const said = shown.flatMap((item, i) => {
    const mark =
      i === 0 ? '' : i === shown.length - 1 && !cut && token.last ? token.last : (token.join ?? '、');
    return [...(mark ? [words(mark)] : []), ...itemOf(saying, token, item)];
  });
  if (cut || (token.etc && shown.length > 1)) said.push(words('等'));
  return said;
}

/** What the place is comes behind its area: 七队一百亩鱼池. */
const PLACE_NOUN = /^(.+?)(鱼池|湿地|湿地公园|湖泊?|水库|林地|草原|保护区)$/u;

function itemOf(saying: Saying, token: ListToken, item: Item): Inline[] {
  const village = token.list.startsWith('site.') && /^(\p{Script=Han}{1,4}村)/u.exec(item.text)?.[1];
  if (village) saying.villages.add(village);
  if (!item.number || !counts(item.number)) return [words(item.text)];
  const { figure, unit, site } = item.number;
  const scope = { ...saying.part.scope, site };
  const id = `${saying.sentence}:${figure}:${item.key}`;
  const num = enter(saying, id, item.number, figure, unit, token, scope);
  const [, name, noun] = PLACE_NOUN.exec(item.text) ?? [];
  return name && noun ? [words(name), num, words(noun)] : [words(`${item.text}（`), num, words('）')];
}

function words(text: string): Inline {
  return { t: 'text', text };
}

function trimEnd(text: string): string {
  return text.replace(/[，；。、：\s]+$/u, '');
}

/** Neighbouring texts as one. */
export function merged(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (inline.t === 'text' && inline.text === '') continue;
    if (inline.t === 'text' && last?.t === 'text' && inline.bold === last.bold)
      out[out.length - 1] = { ...last, text: last.text + inline.text };
    else out.push(inline);
  }
  return out;
}
