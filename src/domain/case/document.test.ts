// Does the table of papers hold together with the steps it names, and with itself?
import { describe, expect, it } from 'vitest';
import { calendarFrom } from '../law/calendar.ts';
import { paperText, runsOf } from '../report/paper.ts';
import { draftPaper, draftPapers, usedNumber } from './document.ts';
import type { CaseFile } from './document-file.ts';
import { LAW, type LawStatement } from './document-law.ts';
import { DOCUMENTS, ruleFor } from './document-table.ts';
import { beginCase } from './fact.ts';
import { finesOf } from './penalty-made.ts';
import { caseProcedure } from './procedure.ts';

const stepOf = (name: string) => caseProcedure.steps.find((each) => each.name === name);

const EMPTY: CaseFile = {
  county: { code: '990101', name: '示范县' },
  setting: { code: '示林' },
  agency: null,
  record: { id: 'c', no: 'AJ-1', values: {} },
  status: 'discovered',
  steps: [],
  facts: beginCase({}),
  seizures: [],
  releases: [],
  penalties: [],
  clue: null,
  inspection: null,
  people: {},
  names: {},
  valuation: null,
  issued: [],
  fills: {},
  calendar: calendarFrom(),
  today: '2025-06-02',
};

describe('the table of papers', () => {
  it.each(DOCUMENTS.map((rule) => [rule.kind, rule] as const))('%s names steps that are there', (_, rule) => {
    for (const name of [rule.each, rule.apart?.by, ...(rule.numberedBy ?? [])])
      if (name !== undefined) expect(stepOf(name), name).toBeDefined();
    for (const name of rule.numberedBy ?? []) expect(stepOf(name)?.fields.docNo?.type, name).toBe('text');
    if (rule.apart) expect(Object.keys(stepOf(rule.apart.by)?.fields ?? {})).toContain('parties');
    expect(rule.article).toMatch(/第\d+条/);
    expect(rule.label[1]).toMatch(/[a-z]/);
    expect(ruleFor(rule.kind)).toBe(rule);
  });

  it('no two papers share a kind, a name or a mark: their numbers would run into each other', () => {
    const marks = DOCUMENTS.flatMap(({ mark }) => (mark === null ? [] : [mark]));
    for (const list of [DOCUMENTS.map(({ kind }) => kind), DOCUMENTS.map(({ label }) => label[0]), marks])
      expect(new Set(list).size).toBe(list.length);
  });

  it('every statement of law in it cites an article', () => {
    for (const { article, words } of Object.values<LawStatement>(LAW)) {
      expect(article, words).toMatch(/第\d+条/);
    }
  });
});

describe('a case of which nothing is known', () => {
  it('has every paper as a form: what is missing is asked for, nothing is made up', () => {
    const drafts = draftPapers(EMPTY);
    expect(drafts.map((each) => each.name)).toEqual(DOCUMENTS.map((rule) => rule.kind));
    for (const { paper, gaps, name, rule } of drafts) {
      const words = paperText(paper);
      expect(words, name).not.toMatch(/undefined|null|NaN|\[object|，，|。。/);
      if (!rule.bound && !['inspection', 'question', 'seizureList', 'serviceReceipt'].includes(rule.kind))
        expect(gaps.length, name).toBeGreaterThan(0);
      const filled = runsOf(paper).flatMap((run) => (run.t === 'text' && run.fill ? [run.text] : []));
      expect(filled, name).toEqual([]);
    }
  });
});

const decided = (values: Record<string, unknown>): CaseFile => ({
  ...EMPTY,
  record: { ...EMPTY.record, values: { parties: ['甲', '乙', '丙'], name: '甲等三人案' } },
  steps: [
    {
      ...{ seq: 4, id: 's', name: 'decidePenalty', on: '2025-06-02', at: '2025-06-02T04:00:00.000Z' },
      ...{ recordedAt: '2025-06-02T04:00:00.000Z', by: 'head' },
      values: { docNo: '示林罚决字〔2025〕第5号', penalties: ['fine'], fine: 900_00, ...values } as never,
    },
  ],
});

describe('a decision on several', () => {
  const text = (file: CaseFile, name: string) => {
    const draft = draftPaper(file, name);
    return draft && paperText(draft.paper);
  };

  it.each([
    ['in the order of the parties', { fines: ['300', '200', '400'] }, ['¥300', '¥200', '¥400']],
    ['of some of them', { parties: ['乙', '丙'], fines: ['500', '400'] }, ['¥500', '¥400']],
    ['of one the case does not name', { parties: ['丁', '甲'], fines: ['700', '200'] }, ['¥700', '¥200']],
  ])('%s', (_, values, sums) => {
    const file = decided(values);
    for (const [i, sum] of sums.entries()) {
      const words = text(file, `penaltyDecision-p${i + 1}`) ?? '';
      expect(words).toContain(sum);
      for (const other of sums.filter((each) => each !== sum)) expect(words).not.toContain(other);
      expect(words).toContain(`示林罚决字〔2025〕第5号之${'一二三'.charAt(i)}`);
    }
    expect(draftPaper(file, `penaltyDecision-p${sums.length + 1}`)).toBeUndefined();
  });

  it('takes the numbers the step gives, each its own', () => {
    const docNos = ['罚决5号', '罚决6号', '罚决7号'];
    const file = decided({ fines: ['300', '200', '400'], docNos });
    expect([1, 2, 3].map((n) => draftPaper(file, `penaltyDecision-p${n}`)?.statedNo)).toEqual(docNos);
    expect(draftPaper(file, 'penaltyDecision')?.statedNo).toBe('示林罚决字〔2025〕第5号');
  });

  it.each([
    ['no split', {}],
    ['a split that does not add up', { fines: ['300', '200', '1'] }],
  ])('cannot be issued with %s, neither apart nor together', (_, values) => {
    const file = decided(values);
    for (const name of ['penaltyDecision-p1', 'penaltyDecision'])
      expect(draftPaper(file, name)?.gaps).toContainEqual(
        expect.objectContaining({ fact: 'decidePenalty.fines', must: true }),
      );
  });

  it('says of whom nothing is taken that nothing is taken', () => {
    const file = decided({ fines: ['900', '0', '0'], confiscated: '鸟网2张' });
    const with_ = { ...file, fills: { 'party.2.confiscated': '没收鸟网1张', 'party.3.confiscated': '无' } };
    expect(text(with_, 'penaltyDecision-p1')).toContain('（待填：对甲没收的违法所得、财物');
    expect(text(with_, 'penaltyDecision-p2')).toContain('1．没收鸟网1张。');
    expect(draftPaper(with_, 'penaltyDecision-p3')?.gaps).toContainEqual(
      expect.objectContaining({ fact: 'decidePenalty.penalties' }),
    );
    expect(text(with_, 'penaltyDecision')).toContain('1．对甲罚款');
    expect(text(with_, 'penaltyDecision')).not.toContain('¥0');
  });

  it('uses up the running number once', () => {
    const rule = ruleFor('penaltyDecision');
    if (!rule) throw new Error('no decision');
    for (const no of ['示林罚决字〔2025〕第5号', '示林罚决字〔2025〕第5号之十二'])
      expect(usedNumber(EMPTY, rule, no, 2025)).toBe(5);
    expect(usedNumber(EMPTY, rule, '第5号之一', 2025)).toBeNull();
  });

  it('shares are read as the ledger of penalties reads them', () => {
    const [step] = decided({ fines: ['3百元', '200', '400元'] }).steps;
    expect(step && finesOf(step, ['甲', '乙', '丙'])).toEqual([300_00, 200_00, 400_00]);
    expect(step && finesOf(step, ['甲', '乙'])).toBeNull();
  });
});

/** A case that took these steps, one a line: name, day, values. */
function taking(...lines: readonly (readonly [string, string, Record<string, unknown>])[]): CaseFile {
  const steps = lines.map(([name, on, values], i) => {
    const at = `${on}T04:00:00.000Z`;
    return { seq: i + 1, id: `s${i}`, name, on, at, recordedAt: at, by: 'me', values: values as never };
  });
  return { ...EMPTY, steps };
}

describe('what is pointed out before a paper is issued', () => {
  const warned = (file: CaseFile, name: string) =>
    draftPaper(file, name)?.warnings.some((each) => /七个(完整的)?工作日/.test(each[0]));

  // Monday 3 March 2025; 4–7 and 10–12 March are the seven working days.
  it.each([
    ['2025-03-03', false],
    ['2025-03-12', false],
    ['2025-03-13', true],
  ])('evidence registered on 3 March is decided on %s: too late is %s', (on, late) => {
    const file = taking(
      ['registerEvidence', '2025-03-03', { listNo: '1', items: '网' }],
      ['decideEvidence', on, { fates: ['returned'] }],
    );
    expect(warned(file, 'evidenceDecision-2')).toBe(late);
  });

  it('counts from what was registered since the decision before', () => {
    const file = taking(
      ['registerEvidence', '2025-03-03', { items: '网一' }],
      ['decideEvidence', '2025-03-05', { fates: ['returned'] }],
      ['registerEvidence', '2025-03-18', { items: '网二' }],
      ['decideEvidence', '2025-03-20', { fates: ['sealed', 'returned'] }],
    );
    const second = draftPaper(file, 'evidenceDecision-4');
    expect(warned(file, 'evidenceDecision-4')).toBe(false);
    const words = second ? paperText(second.paper) : '';
    expect(words).toContain('网二');
    expect(words).not.toContain('网一');
    // Two fates: which thing meets which must be said.
    expect(second?.gaps.map((gap) => gap.fact)).toContain('decideEvidence.4.detail');
    expect(draftPaper(file, 'evidenceDecision-2')?.gaps.map((gap) => gap.fact)).not.toContain(
      'decideEvidence.2.detail',
    );
  });

  // Tuesday 29 April 2025 is the hearing; 21–25, 27 (moved) and 28 April are seven working days.
  it.each([
    ['2025-04-17', false],
    ['2025-04-18', false],
    ['2025-04-21', true],
  ])('a hearing on 29 April is notified on %s: too short is %s', (on, short) => {
    const file = taking([
      'scheduleHearing',
      on,
      { hearingOn: '2025-04-29', hearingTime: '09:30', where: '局' },
    ]);
    expect(warned(file, 'hearingSummons-1')).toBe(short);
  });

  it('a hearing without its hour is asked for it', () => {
    const file = taking(['scheduleHearing', '2025-04-16', { hearingOn: '2025-04-29', where: '局' }]);
    const gaps = draftPaper(file, 'hearingSummons-1')?.gaps ?? [];
    expect(gaps.find((gap) => gap.fact === 'scheduleHearing.1.when')).toMatchObject({
      must: true,
      hand: true,
    });
  });
});

describe('minutes of a defence', () => {
  it('are kept where one was spoken, not where it was waived', () => {
    const file = taking(
      ['defence', '2025-04-10', { defence: 'waived' }],
      ['defence', '2025-04-11', { defence: 'stated', content: '从轻', review: '属实', adopted: 'all' }],
    );
    expect(draftPaper(file, 'defenceRecord-1')).toBeUndefined();
    expect(draftPaper(file, 'defenceRecord-2')?.due).toBe(true);
    const silent = taking(['defence', '2025-04-10', { defence: 'lapsed' }]);
    expect(draftPaper(silent, 'defenceRecord')?.due).toBe(false);
  });
});
