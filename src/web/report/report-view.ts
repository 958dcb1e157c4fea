// What does the editor show of a summary, and what do an officer's moves change in its edits? Pure.
import type { ReplyOf } from '../../contract/api.ts';
import type { ComposedNumber } from '../../domain/report/compose.ts';
import {
  chineseNumeral,
  type Document,
  headingNumber,
  type Inline,
  inlineText,
} from '../../domain/report/document.ts';
import type { EditInline, Edits } from '../../domain/report/edit.ts';
import type { Difference, Signed } from '../../domain/report/freeze.ts';

type Reply = ReplyOf<'report'>;
export type Sentence = Omit<Reply['sections'][number]['sentences'][number], 'inlines'> & {
  readonly inlines: readonly Inline[];
};
export type Section = Omit<Reply['sections'][number], 'sentences'> & {
  readonly sentences: readonly Sentence[];
};
export type SignedOnWire = Pick<Signed, 'at' | 'byName' | 'explanation' | 'head' | 'laws' | 'sha256'>;
/** `explain`: must be explained before signing; the others only deserve a look. */
export type Warning = Reply['warnings'][number] & { readonly explain?: boolean };
export interface ReportView
  extends Omit<Reply, 'document' | 'sections' | 'edits' | 'numbers' | 'signed' | 'differences' | 'warnings'> {
  readonly warnings: readonly Warning[];
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly edits: Edits;
  readonly numbers: Readonly<Record<string, ComposedNumber>>;
  readonly signed: SignedOnWire | null;
  readonly differences: readonly Difference[];
}

/** Sections as they will stand once `edits` are saved; words come from `edits`, else from the server. */
export function liveSections(view: ReportView, edits: Edits): Section[] {
  const hidden = new Set(edits.hidden ?? []);
  const sections = ordered(view.sections, edits.order ?? []).map((section) => ({
    ...section,
    title: edits.headings?.[section.id] ?? section.title,
    hidden: hidden.has(section.id),
    sentences: [
      ...section.sentences
        .filter((sentence) => sentence.origin !== 'added' || edits.added?.some((a) => a.id === sentence.id))
        .map((sentence) => liveSentence(view, edits, sentence, hidden)),
    ],
  }));
  for (const added of edits.added ?? []) {
    const section = sections.find((s) => s.id === added.section);
    if (!section || section.sentences.some((s) => s.id === added.id)) continue;
    const at = added.after ? section.sentences.findIndex((s) => s.id === added.after) : -1;
    section.sentences.splice(at < 0 ? section.sentences.length : at + 1, 0, addedSentence(added, hidden));
  }
  return sections;
}

function addedSentence(added: { id: string; text: string }, hidden: ReadonlySet<string>): Sentence {
  const inlines: Inline[] = added.text === '' ? [] : [{ t: 'text', text: added.text }];
  const base = { id: added.id, ordinal: false, opens: true, end: '。', origin: 'added' as const };
  return { ...base, hidden: hidden.has(added.id), edited: true, inlines };
}

function liveSentence(
  view: ReportView,
  edits: Edits,
  sentence: Sentence,
  hidden: ReadonlySet<string>,
): Sentence {
  const base = { ...sentence, hidden: hidden.has(sentence.id) };
  if (sentence.origin === 'added') {
    const added = edits.added?.find((a) => a.id === sentence.id);
    return added ? { ...base, inlines: addedSentence(added, hidden).inlines } : base;
  }
  const words = edits.words?.[sentence.id];
  return words ? { ...base, edited: true, inlines: wordsToInlines(words, view.numbers) } : base;
}

/** What is written, with the numbers as they are now; a number no longer known is left out. */
export function wordsToInlines(
  words: readonly EditInline[],
  numbers: Readonly<Record<string, ComposedNumber>>,
): Inline[] {
  return words.flatMap((word): Inline[] => {
    if (word.t === 'text') return [{ t: 'text', text: word.text }];
    const number = numbers[word.id];
    if (!number) return [];
    return [
      {
        t: 'num',
        id: word.id,
        text: number.text,
        figure: number.figure,
        ...(number.warn ? { warn: true } : {}),
      },
    ];
  });
}

export function inlinesToWords(inlines: readonly Inline[]): EditInline[] {
  return inlines.map((inline) =>
    inline.t === 'text' ? { t: 'text', text: inline.text } : { t: 'num', id: inline.id },
  );
}

/** First-level sections move with what stands under them; one the order does not name keeps its place behind the one before it. */
function ordered(sections: readonly Section[], order: readonly string[]): Section[] {
  const groups = groupsOf(sections);
  const headOf = (group: readonly Section[]) => group[0]?.id ?? '';
  const result = order
    .map((id) => groups.find((group) => headOf(group) === id))
    .filter((group) => group !== undefined);
  groups.forEach((group, i) => {
    if (result.includes(group)) return;
    const before = groups[i - 1];
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, group);
  });
  return result.flat();
}

function groupsOf(sections: readonly Section[]): Section[][] {
  const groups: Section[][] = [];
  for (const section of sections) {
    const group = groups.at(-1);
    if (section.level === 2 && group) group.push(section);
    else groups.push([section]);
  }
  return groups;
}

/** The order with the group of `id` moved to where the group of `before` stands (null: to the end). */
export function moveBefore(sections: readonly Section[], id: string, before: string | null): string[] {
  const groups = groupsOf(sections);
  const moving = groups.find((group) => group[0]?.id === id);
  if (!moving) return sections.map((s) => s.id);
  const rest = groups.filter((group) => group !== moving);
  const at = before === null ? rest.length : rest.findIndex((group) => group[0]?.id === before);
  rest.splice(at < 0 ? rest.length : at, 0, moving);
  return rest.flat().map((section) => section.id);
}

/** One place up (-1) or down (+1) among the first-level sections. */
export function moveBy(sections: readonly Section[], id: string, step: -1 | 1): string[] {
  const heads = groupsOf(sections).map((group) => group[0]?.id ?? '');
  const at = heads.indexOf(id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= heads.length) return sections.map((s) => s.id);
  const before = step === -1 ? heads[to] : heads[to + 1];
  return moveBefore(sections, id, before ?? null);
}

export interface Paragraph {
  readonly key: string;
  readonly pieces: readonly { readonly lead: string; readonly sentence: Sentence; readonly end: string }[];
}

/** The sentences that show, as paragraphs with 一是…二是… and end marks (as domain/report/edit.ts sets them). */
export function paragraphsOf(all: readonly Sentence[]): Paragraph[] {
  const sentences = all.filter((sentence) => !sentence.hidden);
  const paragraphs: { key: string; pieces: Paragraph['pieces'][number][] }[] = [];
  sentences.forEach((sentence, i) => {
    const run = runOf(sentences, i);
    const lead = sentence.ordinal && run.length > 1 ? `${chineseNumeral(run.indexOf(sentence) + 1)}是` : '';
    const last = run.at(-1) === sentence || sentences[i + 1]?.opens;
    const asks = /[？！]$/u.test(inlineText(sentence.inlines));
    const end = sentence.ordinal && !last ? '；' : asks ? '' : sentence.end;
    const piece = { lead, sentence, end };
    const open = paragraphs.at(-1);
    if (!open || sentence.opens || sentences[i - 1]?.origin === 'added')
      paragraphs.push({ key: sentence.id, pieces: [piece] });
    else open.pieces.push(piece);
  });
  return paragraphs;
}

function runOf(sentences: readonly Sentence[], at: number): readonly Sentence[] {
  if (!sentences[at]?.ordinal) return [];
  let first = at;
  while (sentences[first - 1]?.ordinal) first -= 1;
  let end = at + 1;
  while (sentences[end]?.ordinal) end += 1;
  return sentences.slice(first, end);
}

/** A section stands on the page with a sentence of its own, or one under it. */
export function stands(sections: readonly Section[], at: number): boolean {
  const section = sections[at];
  if (!section || section.hidden) return false;
  if (section.sentences.some((s) => !s.hidden)) return true;
  if (section.level !== 1) return false;
  for (const below of sections.slice(at + 1)) {
    if (below.level !== 2) return false;
    if (!below.hidden && below.sentences.some((s) => !s.hidden)) return true;
  }
  return false;
}

/** '一、' '（一）' by section id, for those that stand. */
export function sectionNumbers(sections: readonly Section[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  let first = 0;
  let second = 0;
  sections.forEach((section, i) => {
    if (section.level === 0 || !stands(sections, i)) return;
    if (section.level === 1) {
      first += 1;
      second = 0;
      numbers.set(section.id, headingNumber(1, first));
    } else {
      second += 1;
      numbers.set(section.id, headingNumber(2, second));
    }
  });
  return numbers;
}

export function toggled(list: readonly string[] | undefined, id: string, on: boolean): string[] {
  const rest = (list ?? []).filter((item) => item !== id);
  return on ? [...rest, id] : rest;
}

export function setWords(edits: Edits, sentence: Sentence, words: readonly EditInline[]): Edits {
  if (sentence.origin === 'added') {
    const text = words.map((word) => (word.t === 'text' ? word.text : '')).join('');
    return {
      ...edits,
      added: (edits.added ?? []).map((added) => (added.id === sentence.id ? { ...added, text } : added)),
    };
  }
  return { ...edits, words: { ...edits.words, [sentence.id]: words } };
}

/** The sentence as the outline says it again. */
export function dropWords(edits: Edits, id: string): Edits {
  const { [id]: _dropped, ...words } = edits.words ?? {};
  return { ...edits, words };
}

/** Mine upon theirs: a sentence, heading or choice both changed stays as I wrote it. */
export function mergeEdits(theirs: Edits, mine: Edits): Edits {
  const both = (a: readonly string[] | undefined, b: readonly string[] | undefined) => [
    ...new Set([...(a ?? []), ...(b ?? [])]),
  ];
  const own = new Set((mine.added ?? []).map((added) => added.id));
  return {
    ...theirs,
    ...mine,
    words: { ...theirs.words, ...mine.words },
    headings: { ...theirs.headings, ...mine.headings },
    hidden: both(theirs.hidden, mine.hidden),
    adopted: both(theirs.adopted, mine.adopted),
    added: [...(theirs.added ?? []).filter((added) => !own.has(added.id)), ...(mine.added ?? [])],
  };
}

/** What the words of an edit say, numbers as they are now. */
export function wordsText(
  words: readonly EditInline[] | undefined,
  numbers: Readonly<Record<string, ComposedNumber>>,
): string {
  return words ? inlineText(wordsToInlines(words, numbers)) : '';
}
