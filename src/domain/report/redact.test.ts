// Does the redacted edition hide how many, when and where, and keep unit, 余 and sense?
import { describe, expect, it } from 'vitest';
import type { Document } from './document.ts';
import { plainText } from './document.ts';
import { differences, type FrozenFigure, figureKey, type Signed } from './freeze.ts';
import { blankDates, blankNumber, type Redaction, redact } from './redact.ts';

describe('a blanked number', () => {
  it.each([
    ['320余人次', 'xx余人次'],
    ['1,203台次', 'xx台次'],
    ['约30只', '约xx只'],
    ['12.3万余元', 'xx余元'],
    ['20多只', 'xx多只'],
    ['三起', 'xx起'],
    ['一百亩', 'xx亩'],
    ['94.8%', 'xx%'],
    ['少量', '少量'],
  ])('%s → %s', (open, closed) => {
    expect(blankNumber(open, 'xx')).toBe(closed);
  });
});

it('blanks dates digit by digit, and no other number', () => {
  expect(blankDates('自2024年7月初至10月底', 'xx')).toBe('自xxxx年x月初至xx月底');
  expect(blankDates('示自然资发〔2024〕12号', 'xx')).toBe('示自然资发〔xxxx〕12号');
  expect(blankDates('6家', 'xx')).toBe('6家');
});

const DOCUMENT: Document = {
  title: ['示范县总结'],
  issuer: '示范县自然资源局',
  redHead: { agency: '示范县自然资源局文件', docNo: '资发〔2024〕12号', signer: '陈志远', upward: true },
  addressee: '示范市自然资源局',
  blocks: [
    {
      b: 'para',
      inlines: [
        { t: 'text', text: '丰登村与示范市、示范县城' },
        { t: 'num', id: 'a', text: '9只', figure: 'seizure.animals' },
        { t: 'num', id: 'b', text: '3起', figure: 'case.total' },
      ],
    },
    { b: 'table', caption: '示范县表', head: ['项'], rows: [['示范县']] },
  ],
  attachments: [{ title: '示范县附表', blocks: [] }],
  signature: { agency: '示范县自然资源局', date: '2024-11-05', sealed: false },
  imprint: { cc: ['示范县政府'], issuer: '示范县自然资源局', date: '2024-11-06' },
  footer: { ledger: '990101', journalHead: '12 abcdef' },
};
const POLICY: Redaction = {
  mark: 'xx',
  place: 'x',
  numbers: true,
  dates: true,
  blank: new Set(['a']),
  county: '示范县',
  city: '示范市',
  villages: ['丰登村'],
};

it('leaves no name, date, link or journal head anywhere in the document', () => {
  const closed = redact(DOCUMENT, POLICY);
  expect(JSON.stringify(closed)).not.toMatch(/示范|丰登|陈志远|990101|abcdef|seizure|"t":"num"/);
  expect(plainText(closed)).toContain('x村与x市、x县城xx只3起');
  expect(plainText(closed)).toContain('xxxx年xx月x日');
  expect(plainText(closed)).not.toContain('印发');
  expect(redact(closed, POLICY)).toEqual(closed);
});

describe('differences since signing', () => {
  const scope = { campaign: 'c' };
  const key = figureKey('case.total', scope);
  const figure = (value: number, ...records: FrozenFigure['records'][number][]): FrozenFigure => ({
    figure: 'case.total',
    scope,
    value,
    bound: 'exact',
    records,
  });
  const number = {
    figure: 'case.total',
    scope,
    value: 2,
    bound: 'exact',
    unit: '起',
    text: '2起',
    records: 2,
    blank: false,
    warn: false,
  } as const;
  const signed = {
    numbers: { one: number, two: number },
    figures: { [key]: figure(2, ['case', 'a', 1], ['case', 'b', 1]) },
  } as unknown as Signed;

  it('are none while records stand as they were, in whatever order', () => {
    expect(differences(signed, { [key]: figure(2, ['case', 'b', 1], ['case', 'a', 1]) })).toEqual([]);
  });
  it('name each number that rests on a record added, removed or changed, even when the value is the same', () => {
    const found = differences(signed, { [key]: figure(2, ['case', 'a', 3], ['case', 'c', 1]) });
    expect(found.map((d) => d.number)).toEqual(['one', 'two']);
    expect(found[0]).toMatchObject({
      added: [['case', 'c', 1]],
      removed: [['case', 'b', 1]],
      changed: [['case', 'a', 3]],
    });
  });
});
