// Does a sentence without records disappear, its commas with it, and is a number always its figure's?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodIsBroken } from './check-resource.ts';
import { composeReport, sayNumber } from './compose.ts';
import { inlineText, numbersOf, plainText } from './document.ts';
import { applyEdits, type Edits } from './edit.ts';
import { readEdits } from './edit-shape.ts';
import type { FactPart, Facts, NumberFact } from './fact.ts';
import type { Oversight } from './finding.ts';
import { ITEM, l, n, need, type Outline, opt, w } from './outline.ts';
import { askedBy, OUTLINES } from './outlines.ts';
import { examine } from './propose.ts';

const OUTLINE: Outline = {
  id: 'C',
  label: ['试', 'Try'],
  redaction: { mark: 'xx', place: 'x', numbers: true, dates: true },
  sections: [
    { id: 'lead', title: null, level: 0, sentences: [{ id: 'hello', clauses: [['现总结如下']], end: '：' }] },
    {
      id: 'field',
      title: ['巡查'],
      level: 1,
      sentences: [
        {
          id: 'field.all',
          lead: ['共'],
          clauses: [
            ['出动人员', n('turnout.personTimes')],
            ['检查餐饮场所', n('inspection.catering'), opt('，发现问题', n('inspection.problems'))],
            ['巡查', l('site.patrolled', { etc: true, max: 2 })],
            [need('case.total'), '均已立案'],
          ],
        },
        {
          id: 'field.one',
          ordinal: true,
          opens: true,
          clauses: [['立案', n('case.total', { zh: true, keep: true })]],
        },
        { id: 'field.two', ordinal: true, clauses: [['由', w('campaign'), '负责']] },
      ],
    },
    { id: 'parts', title: ['分项'], level: 1, sentences: [] },
    {
      id: 'part',
      each: 'campaign',
      title: ['开展', w('campaign')],
      level: 2,
      sentences: [{ id: 'part.cases', clauses: [['立案', n('case.total')]] }],
    },
    {
      id: 'problems',
      title: ['问题'],
      level: 1,
      takes: 'problem',
      sentences: [{ id: 'problem', each: 'problem.texts', ordinal: true, clauses: [[ITEM]] }],
    },
  ],
};

const exact = (value: number): NumberFact => ({ value, bound: 'exact', records: 1 });
const part = (more: Partial<FactPart>): FactPart => ({
  key: '',
  scope: {},
  figures: {},
  lists: {},
  words: {},
  ...more,
});
function factsOf(base: Partial<FactPart>, campaigns: readonly FactPart[] = []): Facts {
  return {
    title: '总结',
    county: { code: '990101', name: '示范县' },
    city: '示范市',
    issuer: '示范县自然资源局',
    day: '2025-01-05',
    base: part(base),
    campaigns,
    warned: [],
  };
}
const said = (facts: Facts, edits: Edits = {}) =>
  plainText(applyEdits(composeReport(OUTLINE, facts), edits).document)
    .split('\n')
    .slice(1, -2);

const names = (...texts: string[]) => texts.map((text) => ({ key: text, text }));

describe('what is left without records', () => {
  it('is the greeting alone when there are none', () => {
    expect(said(factsOf({}))).toEqual(['现总结如下：']);
  });
  it('loses a clause, its comma and an optional piece', () => {
    const figures = {
      'turnout.personTimes': { ...exact(30), bound: 'over' as const },
      'inspection.catering': exact(4),
    };
    expect(said(factsOf({ figures }))).toContain('共出动人员30余人次，检查餐饮场所4家。');
    expect(said(factsOf({ figures: { 'inspection.catering': exact(4) } }))).toContain('共检查餐饮场所4家。');
  });
  it('treats a counted zero as nothing to say, and something unknown as some', () => {
    const figures = {
      'inspection.catering': exact(0),
      'case.total': { value: null, bound: 'unknown' as const, records: 1 },
    };
    expect(said(factsOf({ figures }))).toEqual(['现总结如下：', '一、巡查', '共均已立案。', '立案少量。']);
  });
  it('numbers what remains: one item bears no 一是', () => {
    const figures = { 'case.total': exact(2) };
    expect(said(factsOf({ figures }))).toContain('立案两起。');
    expect(said(factsOf({ figures, words: { campaign: '专班' } }))).toContain(
      '一是立案两起；二是由专班负责。',
    );
  });
  it('says 等 for a list cut short or of two', () => {
    expect(said(factsOf({ lists: { 'site.patrolled': names('东湖') } }))).toContain('共巡查东湖。');
    expect(said(factsOf({ lists: { 'site.patrolled': names('东湖', '西湖') } }))).toContain(
      '共巡查东湖、西湖等。',
    );
    expect(said(factsOf({ lists: { 'site.patrolled': names('东湖', '西湖', '南湖') } }))).toContain(
      '共巡查东湖、西湖等。',
    );
  });
  it('keeps a heading for what stands under it', () => {
    const eagle = part({ key: 'c1', words: { campaign: '飞鹰行动' }, figures: { 'case.total': exact(3) } });
    expect(said(factsOf({}, [eagle]))).toEqual([
      '现总结如下：',
      '一、分项',
      '（一）开展飞鹰行动',
      '立案3起。',
    ]);
    expect(said(factsOf({}, [eagle]), { hidden: ['part@c1'] })).toEqual(['现总结如下：']);
  });
});

it('writes 三起, 两起, 四千亩 in Chinese numerals, 1.5 and 余 in digits, and 多 where asked', () => {
  const zh = { zh: true };
  expect(sayNumber(exact(3), '起', zh)).toBe('三起');
  expect(sayNumber(exact(2), '起', zh)).toBe('两起');
  expect(sayNumber(exact(4000), '亩', zh)).toBe('四千亩');
  expect(sayNumber(exact(1.5), '亩', zh)).toBe('1.5亩');
  expect(sayNumber({ value: 20, bound: 'over', records: 1 }, '只', { over: '多' })).toBe('20多只');
});

describe('edits', () => {
  const facts = factsOf({
    figures: { 'turnout.personTimes': exact(30), 'case.total': exact(2) },
    lists: { 'problem.texts': [{ key: 'p1', text: '人手不足。' }] },
  });
  const composed = composeReport(OUTLINE, facts);

  it('drop a number nobody knows and name it, keep the rest', () => {
    const edits: Edits = {
      words: {
        'field.one': [
          { t: 'num', id: 'field.one:case.total' },
          { t: 'num', id: 'x' },
        ],
        gone: [],
      },
    };
    const edited = applyEdits(composed, edits);
    expect(edited.lost).toEqual(['x', 'gone']);
    expect(numbersOf(edited.document).map((num) => num.text)).toContain('两起');
  });
  it('tell a number typed by hand from one bound to a figure', () => {
    const words = { 'field.one': [{ t: 'text' as const, text: '立案5起' }] };
    expect(applyEdits(composed, { words }).unbound).toEqual(['field.one']);
    expect(applyEdits(composed, {}).unbound).toEqual([]);
  });
  it('move a section with its children and leave the rest in place', () => {
    const order = applyEdits(composed, { order: ['problems', 'field'] }).sections.map((s) => s.id);
    expect(order).toEqual(['lead', 'problems', 'field', 'parts']);
  });
  it('never show a value that is not its figure’s, whatever the edits', () => {
    const ids = Object.keys(composed.numbers);
    const piece = fc.oneof(
      fc.record({ t: fc.constant('text' as const), text: fc.string() }),
      fc.record({ t: fc.constant('num' as const), id: fc.constantFrom(...ids, 'nothing') }),
    );
    const sentences = composed.sections.flatMap((s) => s.sentences.map((x) => x.id));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...sentences), fc.array(piece)), (words) => {
        const read = readEdits({ words });
        if (!read.ok) return;
        for (const num of numbersOf(applyEdits(composed, read.value).document))
          expect(num.text).toBe(composed.numbers[num.id]?.text);
      }),
    );
  });
  it('are refused when they carry a value for a number', () => {
    const read = readEdits({ words: { x: [{ t: 'num', id: 'a', text: '9只' }] } });
    expect(read.ok).toBe(false);
  });
});

describe('checks', () => {
  const NONE: Oversight = {
    overdueClues: [],
    overdueRectifications: [],
    overdueDuties: [],
    openCases: [],
    unpatrolledSites: [],
    unreviewedPermits: [],
    brokenPlans: [],
    incompleteNotices: [],
    targets: { records: 5, kinds: 6 },
  };
  const checksOf = (figures: Record<string, NumberFact>, outline: 'A' | 'B' | 'C' = 'C') =>
    examine(OUTLINES[outline], factsOf({ figures: { 'station.total': exact(1), ...figures } }), NONE).map(
      (f) => f.check,
    );

  it('ask about a plan larger than the stock, and not about one that fits', () => {
    expect(checksOf({ 'stock.total': exact(29), 'plan.total': exact(170) })).toEqual(['stock.plan']);
    expect(checksOf({ 'stock.total': exact(170), 'plan.total': exact(29) })).toEqual([]);
  });
  it('notice that five clauses are six kinds, where the summary says how many', () => {
    expect(checksOf({}, 'B')).toEqual(['target.kinds']);
    expect(checksOf({}, 'A')).toEqual([]);
  });
  it('ask for clues without a result and venues not covered', () => {
    const figures = {
      'clue.total': exact(5),
      'clue.handled': exact(4),
      'venue.registered.V12': exact(8),
      'venue.covered.V12': exact(5),
    };
    expect(checksOf(figures)).toEqual(['clue.open', 'venue.uncovered']);
  });
  it.each([
    ['2023-2023', true],
    ['2024-2023', true],
    ['2023', false],
    ['2022年度', true],
    ['2023-2024', true],
    ['本年度', false],
  ])('reads the declared period %s as broken: %s', (text, broken) => {
    expect(periodIsBroken(text, '2023-01-01', '2023-12-31')).toBe(broken);
  });
  it('say nothing in the document until adopted', () => {
    const facts = factsOf({ figures: { 'stock.total': exact(29), 'plan.total': exact(170) } });
    const composed = composeReport(OUTLINES.C, facts, examine(OUTLINES.C, facts, NONE));
    const ids = composed.proposals.map((proposal) => proposal.id);
    expect(ids).toContain('problem.stock.plan');
    expect(plainText(applyEdits(composed, {}).document)).not.toContain('另有来源');
    const two = { adopted: ['problem.stock.plan', 'problem.station.none'] };
    expect(plainText(applyEdits(composed, two).document)).toContain(
      '一是原材料库存29公斤，申报消耗计划170公斤，计划是库存的5.9倍，是否另有来源？二是尚未布设监测站点',
    );
    const adopted = applyEdits(composed, { adopted: ['problem.stock.plan', 'problem.none'] });
    expect(plainText(adopted.document)).toContain('一、依法加强资源管理');
    expect(plainText(adopted.document)).toContain(
      '原材料库存29公斤，申报消耗计划170公斤，计划是库存的5.9倍，是否另有来源？\n',
    );
    expect(adopted.lost).toEqual(['proposal.problem.none']);
  });
});

describe.each(['A', 'B', 'C'] as const)('outline %s', (id) => {
  it('invents nothing: without records it is a greeting', () => {
    const { document } = applyEdits(composeReport(OUTLINES[id], factsOf({})), {});
    expect(document.blocks.length).toBeLessThanOrEqual(1);
    expect(numbersOf(document)).toEqual([]);
  });
  it('repairs its commas whichever figures are absent', () => {
    const { figures, lists } = askedBy(OUTLINES[id]);
    fc.assert(
      fc.property(fc.subarray(figures), fc.subarray(lists), (some, named) => {
        const facts = factsOf({
          figures: Object.fromEntries(some.map((figure) => [figure, exact(7)])),
          lists: Object.fromEntries(named.map((list) => [list, names('甲', '乙')])),
          words: {
            period: '2024年7月初至10月底',
            campaign: '行动',
            year: '2024年',
            since: '2024年7月以来',
            until: '10月底',
          },
        });
        const { document } = applyEdits(composeReport(OUTLINES[id], facts), {});
        for (const block of document.blocks)
          if (block.b === 'para')
            expect(inlineText(block.inlines)).not.toMatch(
              /[，；：]{2}|[，；：]。|^[，；。]|。。|undefined|null/,
            );
      }),
      { numRuns: 150 },
    );
  });
});
