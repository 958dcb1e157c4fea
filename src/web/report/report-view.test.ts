// Does the paper on the screen say what the document will say, and do moves and merges keep every number?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Composed } from '../../domain/report/compose.ts';
import { inlineText } from '../../domain/report/document.ts';
import { applyEdits, type Edits } from '../../domain/report/edit.ts';
import {
  liveSections,
  mergeEdits,
  moveBy,
  paragraphsOf,
  type ReportView,
  type Section,
  sectionNumbers,
  stands,
} from './report-view.ts';

const number = {
  figure: 'case.total',
  scope: {},
  value: 8,
  bound: 'exact',
  unit: '起',
  text: '8起',
  records: 8,
  blank: true,
  warn: false,
} as const;
const sentence = (id: string, more: { ordinal?: boolean; opens?: boolean; end?: string } = {}) => ({
  id,
  ordinal: false,
  opens: false,
  end: '。',
  ...more,
  inlines: [
    { t: 'text' as const, text: `${id}立案` },
    { t: 'num' as const, id: `${id}:case.total`, text: '8起', figure: 'case.total' },
  ],
});
const composed: Composed = {
  title: ['示范县工作总结'],
  issuer: '示范县自然资源局',
  day: '2026-11-24',
  villages: [],
  proposals: [],
  numbers: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => [`${id}:case.total`, number])),
  sections: [
    { id: 'lead', title: '', level: 0, sentences: [sentence('a')] },
    { id: 'one', title: '甲', level: 1, sentences: [sentence('b'), sentence('c', { opens: true })] },
    {
      id: 'two',
      title: '乙',
      level: 1,
      sentences: [
        sentence('d', { ordinal: true }),
        sentence('e', { ordinal: true }),
        sentence('f', { ordinal: true }),
      ],
    },
    { id: 'two.one', title: '丙', level: 2, sentences: [sentence('g', { end: '：' })] },
  ],
};

const viewOf = (edits: Edits): ReportView => {
  const edited = applyEdits(composed, edits);
  return {
    ...edited,
    edits,
    numbers: composed.numbers,
    sections: edited.sections.map((section) => ({ ...section, warn: false })) as unknown as Section[],
  } as unknown as ReportView;
};

/** Headings and paragraphs as the paper shows them. */
function pageText(sections: readonly Section[]): string[] {
  return sections.flatMap((section, i) =>
    stands(sections, i)
      ? [
          ...(section.level > 0 ? [section.title] : []),
          ...paragraphsOf(section.sentences).map((paragraph) =>
            paragraph.pieces.map((p) => p.lead + inlineText(p.sentence.inlines) + p.end).join(''),
          ),
        ]
      : [],
  );
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const edits: fc.Arbitrary<Edits> = fc
  .record({
    hidden: fc.subarray([...ids, 'one', 'two', 'two.one']),
    order: fc.shuffledSubarray(['lead', 'one', 'two']),
    worded: fc.subarray(ids),
    added: fc.subarray(['lead', 'one', 'two']),
  })
  .map(({ hidden, order, worded, added }) => ({
    hidden,
    order: order.flatMap((id) => (id === 'two' ? ['two', 'two.one'] : [id])),
    words: Object.fromEntries(
      worded.map((id) => [
        id,
        [{ t: 'num', id: `${id}:case.total` } as const, { t: 'text', text: `${id}改` } as const],
      ]),
    ),
    added: added.map((section) => ({ id: `new.${section}`, section, after: null, text: '补充一段' })),
  }));

describe('the paper', () => {
  it('says, before it is saved, exactly what the document will say after', () => {
    fc.assert(
      fc.property(edits, (next) => {
        const wanted = applyEdits(composed, next).document.blocks.map((block) =>
          block.b === 'table' ? '' : inlineText(block.inlines),
        );
        expect(pageText(liveSections(viewOf({}), next))).toEqual(wanted);
        expect(pageText(liveSections(viewOf(next), next))).toEqual(wanted);
      }),
    );
  });

  it('numbers headings anew when a section is hidden', () => {
    const sections = liveSections(viewOf({}), { hidden: ['one'] });
    expect(sectionNumbers(sections)).toEqual(
      new Map([
        ['two', '一、'],
        ['two.one', '（一）'],
      ]),
    );
  });
});

describe('moving a section', () => {
  const sections = liveSections(viewOf({}), {});
  it('takes along what stands under it', () => {
    expect(moveBy(sections, 'two', -1)).toEqual(['lead', 'two', 'two.one', 'one']);
    expect(moveBy(sections, 'one', 1)).toEqual(['lead', 'two', 'two.one', 'one']);
  });
  it('stops at the ends', () => {
    expect(moveBy(sections, 'lead', -1)).toEqual(['lead', 'one', 'two', 'two.one']);
    expect(moveBy(sections, 'two', 1)).toEqual(['lead', 'one', 'two', 'two.one']);
  });
});

describe('merging two versions', () => {
  it('keeps what either changed, mine where both did', () => {
    const theirs: Edits = {
      words: { a: [{ t: 'text', text: '他' }], b: [{ t: 'text', text: '他' }] },
      hidden: ['c'],
    };
    const mine: Edits = { words: { a: [{ t: 'text', text: '我' }] }, hidden: ['d'], addressee: '市局' };
    expect(mergeEdits(theirs, mine)).toMatchObject({
      words: { a: [{ text: '我' }], b: [{ text: '他' }] },
      hidden: ['c', 'd'],
      addressee: '市局',
    });
  });
});
