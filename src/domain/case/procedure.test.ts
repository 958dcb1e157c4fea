// Does the table of cases allow exactly what it says, to whom it says, and does every way lead to an end?
import { describe, expect, it } from 'vitest';
import { ROLES } from '../access/access.ts';
import {
  barrier,
  type History,
  openingOf,
  type Progress,
  ruleOf,
  type StepRule,
} from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';
import { COUNTY_LIMITS, findLimit } from '../law/county-limit.ts';
import { DEADLINES, findDeadline } from '../law/deadline-table.ts';
import { CASE_OUTCOMES, CASE_TRACKS, case_ } from './case.ts';
import { beginCase } from './fact.ts';
import { caseProcedure } from './procedure.ts';
import { CASE_STATUSES, END_STATUSES } from './status.ts';

const { steps, statuses } = caseProcedure;
const targets = (rule: Pick<StepRule, 'to'>): readonly string[] =>
  rule.to === undefined ? [] : typeof rule.to === 'string' ? [rule.to] : Object.values(rule.to.of);
const clocksOf = (rule: (typeof steps)[number]) => [
  ...(rule.starts ?? []).map((each) => (typeof each === 'string' ? each : each.deadline)),
  ...(rule.stops ?? []),
  ...(rule.resumes ?? []),
  ...(rule.pauses ?? []).map((each) => each.deadline),
];
const fields = (rule: (typeof steps)[number]) => Object.entries(rule.fields);

const HISTORY: History = { record: {}, author: 'somebody', opening: {}, steps: [] };
/** A state in which nothing but the table itself can stand in the way. */
function standing(status: string): Progress<ReturnType<typeof beginCase>> {
  return { status, seq: 0, clocks: [], facts: beginCase({}), owned: {}, movedOn: null };
}

describe('the table of cases', () => {
  it(`${statuses.length} statuses × ${steps.length} steps × ${ROLES.length} roles: allowed exactly where named`, () => {
    let allowed = 0;
    for (const { code: status } of statuses)
      for (const rule of steps)
        for (const { code: role } of ROLES) {
          const { needs: _, ...bare } = rule;
          const taker = { account: 'me', roles: [role] };
          const refusal = barrier(caseProcedure, bare, HISTORY, standing(status), taker);
          const named = rule.from.includes(status) && rule.by.includes(role);
          expect(refusal === undefined, `${rule.name} by ${role} in ${status}`).toBe(named);
          if (!rule.from.includes(status)) expect(refusal?.code).toBe('step.illegal');
          else if (!named) expect(refusal?.code).toBe('access.denied');
          allowed += named ? 1 : 0;
        }
    expect(allowed).toBeGreaterThan(steps.length);
  });

  it('nobody but clerk, officer, reviewer, leader and another agency moves a case', () => {
    const roles = new Set(steps.flatMap((rule) => rule.by));
    expect([...roles].sort()).toEqual(['clerk', 'leader', 'officer', 'otherAgency', 'reviewer']);
  });

  it('whoever registered or handled a case never takes a step of review', () => {
    const reviews = steps.filter((rule) => rule.review);
    expect(reviews.map((rule) => rule.name).sort()).toEqual(['answer', 'reopen', 'review']);
    for (const rule of reviews) {
      const status = rule.from[0] as string;
      const taker = { account: HISTORY.author, roles: rule.by };
      expect(barrier(caseProcedure, rule, HISTORY, standing(status), taker)?.code).toBe('step.sameHand');
    }
  });

  it('every status is reached from where a record may begin, and reaches an end', () => {
    const next = (from: string) =>
      steps.filter((rule) => rule.from.includes(from)).flatMap((rule) => targets(rule));
    const reach = (start: readonly string[]) => {
      const seen = new Set(start);
      for (const status of seen) for (const to of next(status)) seen.add(to);
      return seen;
    };
    expect([...reach(['discovered'])].sort()).toEqual(statuses.map((status) => status.code).sort());
    for (const { code } of statuses)
      expect(
        [...reach([code])].some((to) => END_STATUSES.includes(to as never)),
        code,
      ).toBe(true);
  });

  it('an end is left by the recorded reopening only; answers, corrections of a ledger and a withdrawal happen there', () => {
    for (const status of END_STATUSES) {
      const here = steps.filter((rule) => rule.from.includes(status));
      expect(here.filter((rule) => rule.to !== undefined).map((rule) => rule.name)).toEqual(['reopen']);
      expect(here.map((rule) => rule.name).sort()).toEqual([
        ...['answer', 'reopen', 'restate', 'withdrawInformation'],
      ]);
    }
    expect(statuses.filter((status) => status.end).map((status) => status.code)).toEqual(END_STATUSES);
  });

  it('every step but the answer cites its article; every clock is one of the law or the county', () => {
    for (const rule of steps) {
      if (rule.name !== 'answer') expect(rule.article, rule.name).toMatch(/第\d+条/);
      for (const id of clocksOf(rule))
        expect(findDeadline(id) ?? findLimit(id), `${rule.name}: ${id}`).toBeDefined();
    }
    for (const id of caseProcedure.opening.flatMap((row) => Object.keys(row.clocks ?? {})))
      expect(findDeadline(id) ?? findLimit(id)).toBeDefined();
  });

  it('every clock that a step starts some step stops, and the law’s clocks of a case are all used', () => {
    const started = new Set(
      steps.flatMap((rule) =>
        (rule.starts ?? []).map((each) => (typeof each === 'string' ? each : each.deadline)),
      ),
    );
    const stopped = new Set(steps.flatMap((rule) => rule.stops ?? []));
    expect([...started].filter((id) => !stopped.has(id))).toEqual([]);
    // Limits of punishing at all, conditions and what only a party owes after service run outside the procedure.
    const outside = ['APL-36', 'APL-36-5', 'APL-51', 'APL-64-2', 'APL-85', 'TR-6', 'ARL-20', 'ALL-46'];
    const unused = DEADLINES.map((row) => row.id as string).filter((id) => !started.has(id));
    expect(unused.sort()).toEqual(outside.sort());
    expect(COUNTY_LIMITS.some((limit) => started.has(limit.id))).toBe(true);
  });

  it('clocks and branches follow fields that the step has', () => {
    for (const rule of steps) {
      if (typeof rule.to === 'object') {
        const field = rule.fields[rule.to.field];
        expect(field?.type, rule.name).toBe('code');
        const codes = field && 'codes' in field ? field.codes.map((each) => each.code) : [];
        for (const code of Object.keys(rule.to.of)) expect(codes, rule.name).toContain(code);
        expect(field?.required, rule.name).toBe(true);
      }
      for (const start of rule.starts ?? [])
        if (typeof start !== 'string') {
          if (start.due) expect(rule.fields[start.due]?.type).toBe('day');
          for (const [name, code] of Object.entries(start.when ?? {})) {
            const field = rule.fields[name];
            expect(field && 'codes' in field && field.codes.some((each) => each.code === code)).toBe(true);
          }
        }
      for (const name of rule.asks?.({}) ?? [])
        expect(rule.fields[name], `${rule.name}.${name}`).toBeDefined();
      for (const [name, field] of fields(rule))
        expect(field.label.join(), `${rule.name}.${name}`).toMatch(/.,./);
    }
  });

  it('names are told apart: no two steps or statuses share one', () => {
    for (const rows of [steps.map((rule) => rule.name), statuses.map((status) => status.code)])
      expect(new Set(rows).size).toBe(rows.length);
    for (const rows of [steps.map((rule) => rule.label[0]), statuses.map((status) => status.label[0])])
      expect(new Set(rows).size).toBe(rows.length);
  });

  it('owns fields of the record and nothing else', () => {
    for (const name of caseProcedure.owns) expect(Object.hasOwn(case_.fields, name)).toBe(true);
  });
});

describe('where a ledger’s row begins', () => {
  const days: Values[] = [{}, { filedOn: '2025-03-01' }];
  const outcomes = [null, ...CASE_OUTCOMES.map((each) => each.code)];
  it('every combination has a status, an end exactly when it is closed, and a clock or a reason', () => {
    for (const { code: track } of CASE_TRACKS)
      for (const filed of days)
        for (const transferred of [{}, { transferredOn: '2025-03-05' }])
          for (const outcome of outcomes)
            for (const closed of [{}, { closedOn: '2025-06-01' }]) {
              const record: Values = { track, ...filed, ...transferred, outcome, ...closed };
              const row = openingOf(caseProcedure as never, record);
              const status = CASE_STATUSES.find((each) => each.code === row.status);
              expect('end' in (status ?? {})).toBe('closedOn' in closed);
              const clocks = Object.values(row.clocks ?? {}).filter((field) => record[field]);
              const explained = status && ('end' in status || 'unclocked' in status || clocks.length > 0);
              expect(explained, JSON.stringify(record)).toBe(true);
            }
  });

  it.each([
    [{ track: 'administrative', filedOn: '2025-03-01' }, 'investigating'],
    [{ track: 'forestry', filedOn: '2025-03-01' }, 'investigating'],
    [{ track: 'criminal', filedOn: '2025-03-01' }, 'policeFiled'],
    [{ track: 'criminal', filedOn: '2025-03-01', transferredOn: '2025-03-04' }, 'transferred'],
    [{ track: 'criminal', filedOn: '2025-03-01', outcome: 'prosecuted' }, 'court'],
    [{ track: 'criminal', filedOn: '2025-03-01', outcome: 'sentenced' }, 'closing'],
    [{ track: 'administrative', filedOn: '2025-03-01', outcome: 'penalised' }, 'closing'],
    [
      { track: 'administrative', filedOn: '2025-03-01', outcome: 'penalised', closedOn: '2025-05-01' },
      'closed',
    ],
    [{ track: 'administrative', discoveredOn: '2025-03-01' }, 'discovered'],
  ])('%o → %s', (record, status) => {
    expect(openingOf(caseProcedure as never, record).status).toBe(status);
    expect(ruleOf(caseProcedure, 'close')).toBeDefined();
  });
});
