// What is an outline? Sections of sentences as data; a sentence states figures and lists, and is gone without them.
import type { Label } from '../kernel/label.ts';
import type { ListId } from './list.ts';
import type { WordId } from './word.ts';

export type OutlineId = 'A' | 'B' | 'C';

/** A figure's value, unit included. Absent when the figure counts no record. */
export interface NumToken {
  readonly t: 'num';
  readonly figure: string;
  /** Another measure word of the same thing: 人次 said as 次, 条 as 幅. */
  readonly unit?: string;
  /** 多 in place of 余. */
  readonly over?: '多';
  /** In Chinese numerals: 三起, 四千亩. */
  readonly zh?: boolean;
  /** Left open in the redacted edition although the outline blanks numbers. */
  readonly keep?: boolean;
}

/** Names joined by 、, at most `max`. Absent when there are none. */
export interface ListToken {
  readonly t: 'list';
  readonly list: ListId;
  readonly max?: number;
  /** Between names; default 、. */
  readonly join?: string;
  /** Between the last two, e.g. 和. */
  readonly last?: string;
  /** 等 behind two names or more, and behind a list cut short (always then). */
  readonly etc?: boolean;
  readonly zh?: boolean;
  readonly keep?: boolean;
}
export interface WordToken {
  readonly t: 'word';
  readonly word: WordId;
}
/** Prints nothing; the clause needs a record of this figure or an entry of this list. */
export interface NeedToken {
  readonly t: 'need';
  readonly figure?: string;
  readonly list?: ListId;
}
/** Left out by itself when something in it is absent. */
export interface OptToken {
  readonly t: 'opt';
  readonly parts: Clause;
}
/** The entry of `each`. */
export interface ItemToken {
  readonly t: 'item';
}
export type Token = NumToken | ListToken | WordToken | NeedToken | OptToken | ItemToken;
export type Clause = readonly (string | Token)[];

export interface Sentence {
  readonly id: string;
  /** Each stands or falls alone; the sentence is gone when none is left. */
  readonly clauses: readonly Clause[];
  /** Between clauses; default ，. */
  readonly join?: string;
  /** Default 。. */
  readonly end?: string;
  /** Said before the first clause that is left. */
  readonly lead?: Clause;
  /** One of 一是…二是…. */
  readonly ordinal?: boolean;
  /** Begins a paragraph. */
  readonly opens?: boolean;
  /** Once for each entry. */
  readonly each?: ListId;
  /** Can be neither reworded nor hidden: what alarms and their answers say is not the editor's to leave out. */
  readonly fixed?: true;
}

export interface Section {
  readonly id: string;
  /** null: text before the first heading. */
  readonly title: Clause | null;
  readonly level: 0 | 1 | 2;
  readonly sentences: readonly Sentence[];
  /** Once for each campaign of the period. */
  readonly each?: 'campaign';
  /** Adopted proposals of this aspect come here. */
  readonly takes?: 'problem' | 'measure';
  /** Checks (propose.ts) whose warnings belong here. */
  readonly watches?: readonly string[];
}

/** What the outline's redacted edition blanks unless the officer chooses otherwise. */
export interface RedactionPolicy {
  readonly mark: 'xx' | '**';
  /** Put before 县 and 市 in place of their names. */
  readonly place: string;
  readonly numbers: boolean;
  readonly dates: boolean;
}

export interface Outline {
  readonly id: OutlineId;
  readonly label: Label;
  readonly sections: readonly Section[];
  readonly redaction: RedactionPolicy;
}

export function n(figure: string, more: Omit<NumToken, 't' | 'figure'> = {}): NumToken {
  return { t: 'num', figure, ...more };
}
export function l(list: ListId, more: Omit<ListToken, 't' | 'list'> = {}): ListToken {
  return { t: 'list', list, ...more };
}
export function w(word: WordId): WordToken {
  return { t: 'word', word };
}
export function need(figure: string): NeedToken {
  return { t: 'need', figure };
}
export function needList(list: ListId): NeedToken {
  return { t: 'need', list };
}
export function opt(...parts: Clause): OptToken {
  return { t: 'opt', parts };
}
export const ITEM: ItemToken = { t: 'item' };

/** Every token of an outline, those inside others included. */
export function tokensOf(outline: Outline): Token[] {
  const open = (clause: Clause): Token[] =>
    clause.flatMap((part) => (typeof part === 'string' ? [] : part.t === 'opt' ? open(part.parts) : [part]));
  return outline.sections.flatMap((section) => [
    ...open(section.title ?? []),
    ...section.sentences.flatMap((s) => [s.lead ?? [], ...s.clauses].flatMap(open)),
  ]);
}

/** Figures an outline states or asks for. */
export function figuresOf(outline: Outline): string[] {
  const ids = tokensOf(outline).flatMap((t) => (t.t === 'num' || t.t === 'need' ? [t.figure] : []));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** Lists an outline names. */
export function listsOf(outline: Outline): ListId[] {
  const named = tokensOf(outline).flatMap((t) => (t.t === 'list' || t.t === 'need' ? [t.list] : []));
  const each = outline.sections.flatMap((s) => s.sentences.map((sentence) => sentence.each));
  return [...new Set([...named, ...each].filter((id) => id !== undefined))];
}
