// Are headings numbered and documents read out as GB/T 9704-2012 asks?
import { describe, expect, it } from 'vitest';
import {
  attachmentList,
  type Block,
  chineseNumeral,
  type Document,
  footerText,
  type HeadingLevel,
  headingNumber,
  numberHeadings,
  numbersOf,
  plainText,
} from './document.ts';

const heading = (level: HeadingLevel): Block => ({ b: 'heading', level, inlines: [] });
const numbers = (levels: HeadingLevel[]) =>
  numberHeadings(levels.map(heading)).map((block) => (block.b === 'heading' ? block.number : undefined));

describe('Chinese numerals', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '一百'],
    [105, '一百〇五'],
    [110, '一百一十'],
    [111, '一百一十一'],
    [1001, '一千〇一'],
    [2030, '二千〇三十'],
  ])('%i is %s', (n, text) => expect(chineseNumeral(n)).toBe(text));

  it('gives 1 to 9999 different numerals and refuses the rest', () => {
    expect(new Set(Array.from({ length: 9999 }, (_, i) => chineseNumeral(i + 1))).size).toBe(9999);
    for (const n of [-1, 1.5, 10_000, Number.NaN]) expect(() => chineseNumeral(n)).toThrow(RangeError);
  });
});

describe('heading numbers', () => {
  it('are 一、（一）1.（1）', () => {
    expect(([1, 2, 3, 4] as const).map((level) => headingNumber(level, 2))).toEqual([
      '二、',
      '（二）',
      '2.',
      '（2）',
    ]);
  });
  it('begin anew under each heading above', () => {
    expect(numbers([1, 2, 2, 3, 4, 4, 3, 4, 1, 2, 3])).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '（1）',
      '（2）',
      '2.',
      '（1）',
      '二、',
      '（一）',
      '1.',
    ]);
  });
  it('count a skipped level as they stand, and replace a stale number', () => {
    expect(numbers([3, 1, 3])).toEqual(['1.', '一、', '1.']);
    expect(numberHeadings([{ b: 'heading', level: 1, inlines: [], number: '九、' }])[0]).toMatchObject({
      number: '一、',
    });
  });
});

describe('plain text', () => {
  const document: Document = {
    title: ['关于专项行动的', '工作总结'],
    issuer: '示范县自然资源局',
    redHead: {
      agency: '示范县自然资源局文件',
      docNo: '示自然资发〔2025〕12号',
      signer: '王建国',
      copyNo: '3',
    },
    addressee: '市林业局',
    blocks: [
      heading(1),
      {
        b: 'para',
        inlines: [
          { t: 'text', text: '查扣' },
          { t: 'num', id: 'a', text: '4只', figure: 'f' },
        ],
      },
      { b: 'table', caption: '表1', head: ['项', '数'], rows: [['案件', '3']] },
    ],
    attachments: [
      { title: '名单', blocks: [{ b: 'para', inlines: [{ t: 'num', id: 'b', text: '86家', figure: 'g' }] }] },
    ],
    signature: { agency: '示范县自然资源局', date: '2025-03-09', sealed: true },
    imprint: { cc: ['县公安局', '县法院'], issuer: '局办公室', date: '2025-03-09' },
    footer: { ledger: '示范县' },
  };

  it('reads in the order of the page', () => {
    expect(plainText(document).split('\n')).toEqual([
      '000003',
      '示范县自然资源局文件',
      '示自然资发〔2025〕12号',
      '关于专项行动的',
      '工作总结',
      '市林业局：',
      '一、',
      '查扣4只',
      '表1',
      '项\t数',
      '案件\t3',
      '附件：名单',
      '示范县自然资源局',
      '2025年3月9日',
      '附件',
      '名单',
      '86家',
      '抄送：县公安局，县法院。',
      '局办公室　2025年3月9日印发',
      '账本：示范县',
    ]);
  });
  it('names the signer of an upward document only', () => {
    const upward = { ...document, redHead: { agency: '甲', signer: '王建国', upward: true } };
    expect(plainText(upward)).toContain('签发人：王建国');
    expect(plainText(document)).not.toContain('王建国');
  });
  it('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
  it('lists every number, attachments last', () => {
    expect(numbersOf(document).map((num) => num.id)).toEqual(['a', 'b']);
  });
  it('numbers attachments from two on', () => {
    const list = (n: number) =>
      attachmentList(Array.from({ length: n }, (_, i) => ({ title: `表${i}`, blocks: [] })));
    expect([list(0), list(1), list(2)]).toEqual([[], ['附件：表0'], ['附件：1.表0', '2.表1']]);
  });
  it('has no small print without a footer', () => {
    expect(footerText({ ...document, footer: {} })).toBeNull();
  });
});
