// What did the officer change, and what does the document then say? Words may change, numbers keep their figures.
import type { Day } from '../kernel/day.ts';
import type { Composed, ComposedNumber, ComposedSection, ComposedSentence, Proposal } from './compose.ts';
import { merged } from './compose.ts';
import {
  type Block,
  chineseNumeral,
  type Document,
  type Inline,
  inlineText,
  type Para,
  type RedHead,
} from './document.ts';
import type { RedactionPolicy } from './outline.ts';
import { statisticsAttachment } from './statistics.ts';

/** A piece of a sentence as an officer writes it: a number is only named, never typed. */
export type EditInline =
  | { readonly t: 'text'; readonly text: string }
  | { readonly t: 'num'; readonly id: string };

export interface Edits {
  /** One entry a line. */
  readonly title?: readonly string[];
  readonly addressee?: string;
  readonly redHead?: RedHead | null;
  readonly signature?: { readonly agency?: string; readonly date?: Day; readonly sealed?: boolean };
  readonly notes?: string;
  readonly imprint?: { readonly cc?: readonly string[]; readonly issuer: string; readonly date: Day } | null;
  /** Whether the table of its figures is attached. */
  readonly statistics?: boolean;
  /** Section ids in their order; those not named keep their place behind the one before them. */
  readonly order?: readonly string[];
  /** Ids of sections and sentences left out. */
  readonly hidden?: readonly string[];
  /** Section id → heading. */
  readonly headings?: Readonly<Record<string, string>>;
  /** Sentence id → its words, without the last mark. */
  readonly words?: Readonly<Record<string, readonly EditInline[]>>;
  /** Paragraphs of the officer's own, behind sentence `after` or at the end of the section. */
  readonly added?: readonly {
    readonly id: string;
    readonly section: string;
    readonly after?: string | null;
    readonly text: string;
  }[];
  /** Ids of proposals taken over. */
  readonly adopted?: readonly string[];
  readonly redaction?: Partial<RedactionPolicy> & {
    readonly keep?: readonly string[];
    readonly blank?: readonly string[];
  };
}

export interface EditedSentence extends ComposedSentence {
  readonly hidden: boolean;
  readonly edited: boolean;
  /** Where it comes from. */
  readonly origin: 'outline' | 'proposal' | 'added';
}
export interface EditedSection extends Omit<ComposedSection, 'sentences'> {
  readonly hidden: boolean;
  readonly sentences: readonly EditedSentence[];
}

export interface Edited {
  readonly document: Document;
  readonly sections: readonly EditedSection[];
  /** Ids in the edits that nothing answers to any more; the edits are kept. */
  readonly lost: readonly string[];
  /** Sentences whose words hold a number bound to no figure. */
  readonly unbound: readonly string[];
}

/** The document of `composed` as edited. Edits never change a number: unknown number tokens are dropped and named in `lost`. */
export function applyEdits(composed: Composed, edits: Edits): Edited {
  const lost = new Set<string>();
  const sections = ordered(composed.sections, edits.order ?? []).map((section) =>
    editSection(composed, section, edits, lost),
  );
  noteLost(sections, edits, composed.proposals, lost);
  return {
    document: toDocument(composed, sections, edits),
    sections,
    lost: [...lost],
    unbound: sections.flatMap((s) => s.sentences.filter((x) => !x.hidden && typesNumber(x)).map((x) => x.id)),
  };
}

function editSection(
  composed: Composed,
  section: ComposedSection,
  edits: Edits,
  lost: Set<string>,
): EditedSection {
  const hidden = new Set(edits.hidden ?? []);
  const own = section.sentences.map((s) => editSentence(composed.numbers, s, edits, 'outline', lost));
  const adopted = composed.proposals
    .filter((p) => section.takes === p.aspect && edits.adopted?.includes(p.id))
    .map((p) => editSentence(composed.numbers, proposed(p), edits, 'proposal', lost));
  const sentences = [...own, ...adopted];
  for (const added of (edits.added ?? []).filter((a) => a.section === section.id)) {
    const at = added.after ? sentences.findIndex((s) => s.id === added.after) : sentences.length - 1;
    if (added.after && at < 0) lost.add(added.after);
    const position = at < 0 ? sentences.length : at + 1;
    sentences.splice(position, 0, addedSentence(added, hidden));
  }
  return {
    ...section,
    title: edits.headings?.[section.id] ?? section.title,
    hidden: hidden.has(section.id) && !sentences.some((sentence) => sentence.fixed),
    sentences,
  };
}

function proposed(proposal: Proposal): ComposedSentence {
  const { inlines } = proposal;
  return { id: `proposal.${proposal.id}`, ordinal: true, opens: false, end: '。', inlines };
}

function addedSentence(added: { id: string; text: string }, hidden: ReadonlySet<string>): EditedSentence {
  const inlines: Inline[] = [{ t: 'text', text: trimmed(added.text) }];
  const base = { id: added.id, ordinal: false, opens: true, end: '。', inlines };
  return { ...base, hidden: hidden.has(added.id), edited: true, origin: 'added' };
}

function trimmed(text: string): string {
  return text.trim().replace(/[，；。：、\s]+$/u, '');
}

function editSentence(
  numbers: Readonly<Record<string, ComposedNumber>>,
  sentence: ComposedSentence,
  edits: Edits,
  origin: EditedSentence['origin'],
  lost: Set<string>,
): EditedSentence {
  if (sentence.fixed) return { ...sentence, hidden: false, edited: false, origin };
  const hidden = edits.hidden?.includes(sentence.id) ?? false;
  const words = edits.words?.[sentence.id];
  if (!words) return { ...sentence, hidden, edited: false, origin };
  const inlines = words.flatMap((word): Inline[] => {
    if (word.t === 'text') return [{ t: 'text', text: word.text }];
    const number = numbers[word.id];
    if (number)
      return [
        {
          t: 'num',
          id: word.id,
          text: number.text,
          figure: number.figure,
          ...(number.warn ? { warn: true } : {}),
        },
      ];
    lost.add(word.id);
    return [];
  });
  const last = inlines.at(-1);
  if (last?.t === 'text') inlines[inlines.length - 1] = { ...last, text: trimmed(last.text) };
  return { ...sentence, inlines: merged(inlines), hidden, edited: true, origin };
}

function noteLost(
  sections: readonly EditedSection[],
  edits: Edits,
  proposals: readonly Proposal[],
  lost: Set<string>,
): void {
  const known = new Set([
    ...sections.map((s) => s.id),
    ...sections.flatMap((s) => s.sentences.map((x) => x.id)),
  ]);
  const named = [
    ...Object.keys(edits.words ?? {}),
    ...Object.keys(edits.headings ?? {}),
    ...(edits.hidden ?? []),
    ...(edits.order ?? []),
    ...(edits.added ?? []).map((a) => a.section),
  ];
  for (const id of named) if (!known.has(id)) lost.add(id);
  for (const id of edits.adopted ?? []) if (!proposals.some((p) => p.id === id)) lost.add(`proposal.${id}`);
}

const TYPED_NUMBER =
  /\d[\d.,]*\s*[余多]?\s*(人次|台次|家次|场次|公斤|万元|元|只|套|起|家|处|条|份|件|人|亩|篇|天)/u;

function typesNumber(sentence: EditedSentence): boolean {
  if (!sentence.edited) return false;
  return sentence.inlines.some((inline) => inline.t === 'text' && TYPED_NUMBER.test(inline.text));
}

/** First level with what stands under it, moved together; the second level within its own. */
function ordered(sections: readonly ComposedSection[], order: readonly string[]): ComposedSection[] {
  const groups: ComposedSection[][] = [];
  for (const section of sections) {
    const group = groups.at(-1);
    if (section.level === 2 && group) group.push(section);
    else groups.push([section]);
  }
  return inOrder(groups, order, (group) => group[0]?.id ?? '').flatMap(([head, ...rest]) => [
    ...(head ? [head] : []),
    ...inOrder(rest, order, (section) => section.id),
  ]);
}

function inOrder<T extends object>(
  list: readonly T[],
  order: readonly string[],
  idOf: (item: T) => string,
): T[] {
  const wanted = order
    .map((id) => list.find((item) => idOf(item) === id))
    .filter((item) => item !== undefined);
  const result = [...wanted];
  list.forEach((item, i) => {
    if (result.includes(item)) return;
    const before = list[i - 1];
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, item);
  });
  return result;
}

function toDocument(composed: Composed, sections: readonly EditedSection[], edits: Edits): Document {
  const signature = { agency: composed.issuer, date: composed.day, sealed: false };
  const blocks: Block[] = [];
  sections.forEach((section, i) => {
    if (section.hidden || !shows(sections, i)) return;
    if (section.level > 0)
      blocks.push({
        b: 'heading',
        level: section.level as 1 | 2,
        inlines: [{ t: 'text', text: section.title }],
      });
    blocks.push(...paragraphs(section.sentences.filter((s) => !s.hidden)));
  });
  return {
    title: edits.title?.length ? edits.title : composed.title,
    issuer: composed.issuer,
    ...(edits.redHead ? { redHead: edits.redHead } : {}),
    ...(edits.addressee ? { addressee: edits.addressee } : {}),
    blocks,
    attachments: edits.statistics ? [statisticsAttachment(blocks, composed.numbers)] : [],
    signature: { ...signature, ...edits.signature },
    ...(edits.notes ? { notes: edits.notes } : {}),
    ...(edits.imprint ? { imprint: edits.imprint } : {}),
  };
}

/** A section shows with a sentence of its own, or one under it. */
function shows(sections: readonly EditedSection[], at: number): boolean {
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

function paragraphs(sentences: readonly EditedSentence[]): Block[] {
  const paras: Para[] = [];
  sentences.forEach((sentence, i) => {
    const run = runOf(sentences, i);
    const lead: Inline[] =
      sentence.ordinal && run.length > 1
        ? [{ t: 'text', text: `${chineseNumeral(run.indexOf(sentence) + 1)}是` }]
        : [];
    const last = run.at(-1) === sentence || sentences[i + 1]?.opens;
    const end = ending(sentence, sentence.ordinal && !last ? '；' : sentence.end);
    const said = merged([...lead, ...sentence.inlines, { t: 'text', text: end }]);
    // What an officer added is a paragraph of its own: the next sentence does not run on behind it.
    const before = sentences[i - 1];
    const open = paras.at(-1);
    if (!open || sentence.opens || before?.origin === 'added' || before?.fixed)
      paras.push({ b: 'para', inlines: said, ...(sentence.fixed ? { internal: true } : {}) });
    else paras[paras.length - 1] = { ...open, inlines: merged([...open.inlines, ...said]) };
  });
  return paras;
}

/** The unbroken row of 一是…二是… a sentence stands in. */
function runOf(sentences: readonly EditedSentence[], at: number): EditedSentence[] {
  if (!sentences[at]?.ordinal) return [];
  let first = at;
  while (sentences[first - 1]?.ordinal) first -= 1;
  let end = at + 1;
  while (sentences[end]?.ordinal) end += 1;
  return sentences.slice(first, end);
}

/** A question keeps its mark. */
function ending(sentence: EditedSentence, end: string): string {
  return /[？！]$/u.test(inlineText(sentence.inlines)) ? '' : end;
}
