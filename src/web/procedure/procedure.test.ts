// Does the panel of a procedure say what the steps come to, and ask only what it must?
import { describe, expect, it } from 'vitest';
import { caseProcedure } from '../../domain/case/procedure.ts';
import { clueProcedure } from '../../domain/clue/procedure.ts';
import type { Procedure } from '../../domain/kernel/procedure.ts';
import { findKind } from '../../domain/kind.ts';
import { clockWords, daysWords } from './clock-words.ts';
import { nextRules, nextStep, rankSteps } from './next-rule.ts';
import { beginningKind, correctableKind } from './owned-field.ts';
import { askedValues, beginWith, formKind, type ProgressOnWire } from './step-kind.ts';
import { tellSteps } from './step-told.ts';

const PROCEDURE = clueProcedure as unknown as Procedure;
const CLUE = findKind('clue') as NonNullable<ReturnType<typeof findKind>>;

type Step = ProgressOnWire['steps'][number];
const step = (seq: number, name: string, values: Record<string, unknown>, standing = true): Step => ({
  ...{ seq, name, on: '2026-03-02', at: '', recordedAt: '2026-03-02T03:00:00.000Z' },
  ...{ by: 'x', byName: '李科员', values, standing },
});

describe('what the steps come to', () => {
  it('tells a corrected step with both values, through several corrections, and what was undone', () => {
    const amend = (seq: number, of: number, values: object) =>
      step(seq, 'amend', { of, values: JSON.stringify(values), reason: '笔误' });
    const told = tellSteps([
      step(1, 'assign', { agency: 'A', due: '2026-03-10' }),
      amend(2, 1, { due: '2026-03-12' }),
      amend(3, 1, { due: '2026-03-15', on: '2026-03-01' }),
      step(4, 'accept', {}, false),
      step(5, 'revoke', { reason: '点错' }),
    ]);
    expect(told[0]).toMatchObject({
      values: { agency: 'A', due: '2026-03-15', on: '2026-03-01' },
      corrected: { due: ['2026-03-10', '2026-03-15'], on: ['2026-03-02', '2026-03-01'] },
    });
    expect(told[1]).toMatchObject({ of: 1, changed: { due: ['2026-03-10', '2026-03-12'] } });
    expect(told[2]?.changed.due).toEqual(['2026-03-12', '2026-03-15']);
    expect(told[4]?.of).toBe(4);
  });
});

describe('the form of a step', () => {
  it('asks what the result must state, requires it, and sends nothing else', () => {
    const empty = formKind(PROCEDURE, 'end', {});
    expect(Object.keys(empty.fields)).toEqual(['result', 'feedback', 'on', 'time', 'reason']);
    const values = {
      result: 'false',
      shown: '旧闻',
      feedback: 'owed',
      checked: '先前填过',
      on: '2026-03-02',
    };
    const kind = formKind(PROCEDURE, 'end', values);
    expect(kind.fields['shown']?.required).toBe(true);
    expect(Object.keys(askedValues(kind, values)).sort()).toEqual(['feedback', 'on', 'result', 'shown']);
  });

  it('begins with what is known', () => {
    const clock = { deadline: 'COUNTY-CLUE', since: '', until: null, due: '2026-03-20T15:59:00.000Z' };
    const progress = {
      ...{ status: 'received', seq: 0, facts: clueProcedure.begin({}), clocks: [clock] },
    } as unknown as ProgressOnWire;
    const due = (today: string) => beginWith(PROCEDURE, 'assign', { progress, record: {}, today })['due'];
    expect([due('2026-03-02'), due('2026-03-20'), due('2026-03-21')]).toEqual([
      '2026-03-20',
      '2026-03-20',
      null,
    ]);
    const begin = (source: string) =>
      beginWith(PROCEDURE, 'end', { progress, record: { source }, today: '2026-03-02' });
    expect(begin('tip')).toMatchObject({ on: '2026-03-02', feedback: 'owed' });
    expect(begin('patrol')).toMatchObject({ feedback: 'none' });
  });

  it('offers what comes next first, then what leads on, a review last', () => {
    const open = ['assign', 'triage', 'link', 'end', 'merge', 'tell', 'answer'];
    expect(rankSteps(PROCEDURE, 'received', open)).toEqual([
      'assign',
      'end',
      'merge',
      'triage',
      'link',
      'tell',
    ]);
    expect(rankSteps(PROCEDURE, 'ended', ['triage', 'reopen'])).toEqual(['triage', 'reopen']);
  });
});

describe('fields that steps own', () => {
  it('stand out of the way of a new record and of a correction', () => {
    expect(beginningKind(CLUE).fields['result']).toMatchObject({ minor: true });
    const values = { result: 'false', agency: 'A' };
    expect(correctableKind(CLUE, values, false).fields).not.toHaveProperty('result');
    expect(correctableKind(CLUE, values, false).fields).toHaveProperty('agency');
    expect(correctableKind(CLUE, values, true).fields).not.toHaveProperty('agency');
    expect(correctableKind(CLUE, {}, false).fields).toHaveProperty('result');
    expect(correctableKind(CLUE, values, true).fields).toHaveProperty('content');
  });
});

describe('a deadline in words', () => {
  const text = (key: string, vars: Record<string, string | number> = {}) =>
    [key, vars.n ?? ''].join(' ').trim();
  it.each([
    [3, 'clock.left 3'],
    [0, 'clock.today'],
    [-2, 'clock.late 2'],
  ])('%i days', (days, words) => {
    expect(daysWords(days, text)).toBe(words);
  });
  it('is never said to be on time once it is late, nor without a day when it is paused', () => {
    const clock = { deadline: 'X', label: ['', ''], article: '', owes: '', since: '', until: null } as const;
    const at = (state: string, daysLeft: number | null, due: string | null = '2026-03-02') =>
      clockWords({ ...clock, state, daysLeft, due } as never, text).words;
    expect(at('overdue', -1)).toBe('clock.late 1');
    expect(at('overdue', 0)).toBe('clock.lateToday');
    expect(at('metLate', -4)).toBe('clock.metLate 4');
    expect(at('suspended', null, null)).toBe('clock.suspended');
    expect(at('running', null, null)).toBe('clock.noDay');
  });
});

describe('what comes next', () => {
  const CASE = caseProcedure as unknown as Procedure;
  const standing = (status: string, facts: object, open: readonly string[], steps: readonly Step[] = []) =>
    ({ status, facts, open, steps, clocks: [], alarms: [], seq: steps.length }) as unknown as ProgressOnWire;
  const facts = caseProcedure.begin({ track: 'administrative' } as never);

  it('names no step that cannot be taken yet, and none that was taken and leads nowhere', () => {
    const open = ['assess', 'conclude'];
    const names = (progress: ProgressOnWire) =>
      nextRules(CASE, progress, ['officer']).map(({ name }) => name);
    expect(names(standing('investigating', facts, open))).toEqual(['assess', 'conclude']);
    expect(names(standing('investigating', facts, open, [step(1, 'assess', {})]))).toEqual(['conclude']);
    expect(rankSteps(CASE, 'investigating', open, ['assess'])[0]).toBe('conclude');
  });

  it('names the step of another role, and offers a list only what its reader may take', () => {
    const waiting = standing('filingAsked', facts, []);
    expect(nextRules(CASE, waiting, ['officer']).map(({ name }) => name)).toEqual(['approveFiling']);
    const at = { status: 'filingAsked', seq: 1, facts, record: {} };
    expect(nextStep(CASE, at, ['officer'])).toBeNull();
    expect(nextStep(CASE, at, ['leader'])).toBe('approveFiling');
    const inquiry = { ...at, status: 'investigating' };
    expect(nextStep(CASE, inquiry, ['officer'])).toBe('assess');
    expect(nextStep(CASE, inquiry, ['officer'], ['assess'])).toBe('conclude');
  });

  it('begins with the officers of the step before', () => {
    const steps = [
      step(1, 'question', { officers: ['a', 'b'] }),
      step(2, 'inspect', { officers: ['c'] }, false),
    ];
    const at = { progress: standing('investigating', facts, [], steps), record: {}, today: '2026-03-05' };
    expect(beginWith(CASE, 'question', at)).toMatchObject({ officers: ['a', 'b'], on: '2026-03-05' });
    expect(beginWith(CASE, 'conclude', at)).not.toHaveProperty('officers');
  });
});
