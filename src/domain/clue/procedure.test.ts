// Does a clue end only in a stated result, with everything that result must state?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/day.ts';
import {
  fold,
  type History,
  instantOf,
  openSteps,
  type Progress,
  type StepTaken,
  stepKind,
  take,
} from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';
import { checkValues } from '../kernel/values.ts';
import { findProcedure } from '../procedure.ts';
import { clue } from './clue.ts';
import type { ClueFacts } from './fact.ts';
import { clueProcedure } from './procedure.ts';
import {
  DEMANDS,
  FINDINGS,
  type Finding,
  RESULT_FIELDS,
  type ResultField,
  resultRefusals,
  type StatedResult,
} from './result.ts';

const DAY = '2026-03-02';
const ID = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const CLERK = { account: 'clerk', roles: ['clerk'] };
const OFFICER = { account: 'officer', roles: ['officer'] };
const LEADER = { account: 'leader', roles: ['leader'] };
const REVIEWER = { account: 'reviewer', roles: ['reviewer'] };

const TIP: Values = { day: DAY, source: 'tip', content: '芦苇荡里有人拉网捕鸟' };
const AGENCY = ID(1);
const FILLED: Readonly<Record<ResultField, Values[string]>> = {
  case: ID(2),
  handling: ['warning'],
  handled: '批评教育并清除粘网',
  receiver: '邻县森林公安分局',
  receiptNo: '邻林公（受）字12号',
  receiptDay: DAY,
  shown: '视频为外省旧闻，原发布时间在2023年',
  checked: '走访摊主及周边商户五家，查看监控七日',
  whyNoFurther: '举报所称车辆号牌无法辨认，无其他线索',
  rescue: ID(3),
};

function history(record: Values = TIP): History {
  return {
    record,
    author: CLERK.account,
    opening: Object.fromEntries(clueProcedure.owns.map((name) => [name, record[name] ?? null])),
    steps: [],
  };
}

/** Takes a step with its values checked as the server does; throws its refusal codes. */
function taken(past: History, name: string, values: Values, who = CLERK, on = DAY): History {
  const kind = stepKind(findProcedure('clue') as never, name);
  if (!kind) throw new Error(`no step ${name}`);
  const checked = checkValues(kind, values);
  if (!checked.ok) throw new Error(checked.refusals.map((r) => `${r.where}`).join(' '));
  const step: StepTaken = {
    seq: past.steps.length + 1,
    id: ID(100 + past.steps.length),
    name,
    on,
    at: instantOf(on),
    recordedAt: instantOf(on, '18:00'),
    by: who.account,
    values: checked.value,
  };
  const outcome = take(clueProcedure, past, step, who);
  if (!outcome.ok) throw new Error(outcome.refusals.map((r) => `${r.code}@${r.where}`).join(' '));
  return { ...past, steps: [...past.steps, step] };
}

const state = (past: History): Progress<ClueFacts> =>
  fold(clueProcedure, past.record, past.opening, past.steps);

function assigned(past = history()): History {
  return taken(past, 'assign', { agency: AGENCY, officer: ID(4), due: addDays(DAY, 15) });
}
function checkedWith(found: Finding, past = assigned()): History {
  const obstacle = found === 'unchecked' ? { obstacle: 'refused' } : {};
  return taken(past, 'check', { found, checked: '到场查看', ...obstacle }, OFFICER);
}
const why = (act: () => unknown): string => {
  try {
    act();
    return 'ok';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what each result must state', () => {
  const fields = Object.keys(RESULT_FIELDS) as ResultField[];
  const findings = [...FINDINGS.map((finding) => finding.code), null];
  const subsets = Array.from({ length: 1 << fields.length }, (_, bits) =>
    fields.filter((_field, i) => (bits >> i) & 1),
  );

  it.each(Object.keys(DEMANDS) as StatedResult[])(
    'result %s: of all 1024 combinations of fields and all findings only its own pass',
    (result) => {
      const { needs, after } = DEMANDS[result];
      let passed = 0;
      for (const found of findings)
        for (const chosen of subsets) {
          const values = Object.fromEntries(chosen.map((name) => [name, FILLED[name]]));
          if (resultRefusals(result, values, found).length === 0) {
            passed += 1;
            expect([...chosen].sort()).toEqual([...needs].sort());
            expect(after).toContain(found);
          }
        }
      expect(passed).toBe(after.length);
    },
  );

  it('what was confirmed never ends as false or insufficient, what was not seen never as false', () => {
    expect(why(() => endAs('false', checkedWith('confirmed')))).toContain('clue.resultFinding@result');
    expect(why(() => endAs('insufficient', checkedWith('confirmed')))).toContain('clue.resultFinding');
    expect(why(() => endAs('false', checkedWith('unchecked')))).toContain('clue.resultFinding');
    expect(why(() => endAs('false', assigned()))).toContain('clue.resultFinding');
    expect(why(() => endAs('false', checkedWith('notFound')))).toBe('ok');
  });
});

function endAs(result: StatedResult, past: History, feedback = 'owed', who = CLERK): History {
  const needs = Object.fromEntries(DEMANDS[result].needs.map((name) => [name, FILLED[name]]));
  return taken(past, 'end', { result, feedback, ...needs }, who);
}

describe('a clue from a tip', () => {
  it('owes its informant an answer before it is settled', () => {
    const ended = endAs('handled', checkedWith('confirmed'));
    expect(state(ended)).toMatchObject({
      status: 'answering',
      owned: { result: 'handled', resultDay: DAY, agency: AGENCY },
    });
    const running = (past: History) =>
      state(past)
        .clocks.filter((clock) => clock.until === null)
        .map((clock) => clock.deadline);
    expect(running(assigned())).toEqual(['COUNTY-CLUE']);
    expect(running(ended)).toEqual(['COUNTY-FEEDBACK']);
    const told = taken(ended, 'feedback', { text: '已清除粘网并教育当事人', channel: 'receipt' });
    expect(state(told).status).toBe('ended');
    expect(running(told)).toEqual([]);
    expect(why(() => endAs('handled', checkedWith('confirmed'), 'none'))).toContain('clue.feedback');
  });

  it('runs its limit to the day that was stated, and only a leader extends it', () => {
    const past = assigned();
    const last = (h: History) => state(h).clocks.find((clock) => clock.until === null)?.due;
    expect(last(past)).toBe(addDays(DAY, 15));
    const more = { due: addDays(DAY, 20), reason: '须等水位下降' };
    expect(why(() => taken(past, 'extend', more))).toContain('access.denied');
    expect(last(taken(past, 'extend', more, LEADER))).toBe(addDays(DAY, 20));
    expect(why(() => taken(past, 'extend', { ...more, due: addDays(DAY, 15) }, LEADER))).toContain(
      'dueEarly',
    );
    expect(why(() => taken(past, 'assign', { agency: AGENCY, due: DAY }))).toContain('step.illegal');
  });

  it('received today may be assigned this very morning', () => {
    const values = { agency: AGENCY, due: addDays(DAY, 15) };
    const early = { seq: 1, id: ID(100), name: 'assign', on: DAY, by: CLERK.account, values };
    const at = instantOf(DAY, '07:03');
    expect(take(clueProcedure, history(), { ...early, at, recordedAt: at }, CLERK).ok).toBe(true);
  });

  it('says why a suspicion could not be checked', () => {
    const at = assigned();
    const none = { found: 'unchecked', checked: '到店门口' };
    expect(why(() => taken(at, 'check', none, OFFICER))).toBe('clue.obstacle@obstacle');
    expect(why(() => taken(at, 'check', { ...none, obstacle: 'other' }, OFFICER))).toBe(
      'clue.obstacle@reason',
    );
    expect(
      why(() => taken(at, 'check', { ...none, found: 'notFound', obstacle: 'refused' }, OFFICER)),
    ).toContain('clue.obstacle');
    expect(state(checkedWith('unchecked')).status).toBe('checking');
  });

  it('is opened again only by a reviewer who had no hand in it, and then must be checked anew', () => {
    const past = taken(endAs('false', checkedWith('notFound')), 'feedback', {
      text: '查无此事',
      channel: 'phone',
    });
    const again = { due: addDays(DAY, 30), reason: '举报人补充了照片' };
    expect(why(() => taken(past, 'reopen', again))).toContain('access.denied');
    const both = { account: 'clerk', roles: ['clerk', 'reviewer'] };
    expect(why(() => taken(past, 'reopen', again, both))).toContain('step.sameHand');
    const open = taken(past, 'reopen', again, REVIEWER);
    expect(state(open)).toMatchObject({
      status: 'received',
      owned: { result: null, resultDay: null, due: addDays(DAY, 30) },
      facts: { found: null, reopened: 1 },
    });
    expect(why(() => endAs('false', open))).toContain('clue.resultFinding');
  });

  it('links one record at a time, and says which led to which', () => {
    const linked = taken(assigned(), 'link', { direction: 'caused', inspection: ID(7) }, OFFICER);
    expect(state(linked).facts.links).toEqual([{ kind: 'inspection', id: ID(7), direction: 'caused' }]);
    expect(why(() => taken(linked, 'link', { direction: 'caused' }))).toContain('clue.linkOne');
    expect(why(() => taken(linked, 'link', { direction: 'found', case: ID(8), patrol: ID(9) }))).toContain(
      'clue.linkOne@case',
    );
    expect(why(() => taken(linked, 'link', { direction: 'caused', inspection: ID(7) }))).toContain(
      'linkTwice',
    );
    const ended = taken(taken(linked, 'link', { direction: 'caused', case: FILLED.case }), 'end', {
      result: 'case',
      case: FILLED.case,
      feedback: 'owed',
    });
    expect(state(ended).owned).toMatchObject({ result: 'case', case: FILLED.case });
  });

  it('is merged with a reason and ends as a duplicate', () => {
    expect(why(() => taken(history(), 'merge', { into: ID(5) }))).toBe('reason');
    const merged = taken(history(), 'merge', { into: ID(5), reason: '同一地点同一张网' });
    expect(state(merged)).toMatchObject({
      status: 'ended',
      owned: { result: 'duplicate' },
      facts: { into: ID(5) },
    });
  });
});

describe('half-done ledgers', () => {
  it.each([
    [{ ...TIP }, 'received'],
    [{ ...TIP, agency: AGENCY, due: addDays(DAY, 9) }, 'assigned'],
    [{ ...TIP, agency: AGENCY, result: 'false', resultDay: DAY }, 'ended'],
  ] as const)('begins where the ledger left it', (record, status) => {
    expect(state(history(record)).status).toBe(status);
  });
});

it('owns only fields a clue has', () => {
  for (const name of clueProcedure.owns) expect(clue.fields).toHaveProperty(name);
});

const STATUS_WITHOUT_CLOCK = ['ended'];

it('however it is walked, a result stands exactly when it is settled, and every open clue has a clock', () => {
  const people = [CLERK, OFFICER, LEADER, REVIEWER];
  const drawn: Readonly<Record<string, Values>> = {
    triage: { violation: 'T1', urgency: 'urgent' },
    assign: { agency: AGENCY, due: addDays(DAY, 10) },
    reassign: { agency: ID(11), reason: '属地' },
    return: { reason: '不属本单位' },
    accept: {},
    extend: { due: addDays(DAY, 40), reason: '等鉴定' },
    merge: { into: ID(5), reason: '同一件事' },
    tell: { text: '已派人核查', channel: 'phone' },
    feedback: { text: '已处理', channel: 'phone' },
    reopen: { due: addDays(DAY, 60), reason: '有新证据' },
    answer: { guard: 'x', cause: 'x', reason: '这里写明了十个字以上的理由' },
    revoke: { reason: '点错了' },
  };
  const move = fc.record({
    who: fc.constantFrom(...people),
    name: fc.constantFrom(...Object.keys(drawn), 'check', 'end', 'link'),
    found: fc.constantFrom<Finding>('confirmed', 'notFound', 'unchecked'),
    result: fc.constantFrom(...(Object.keys(DEMANDS) as StatedResult[])),
    n: fc.integer({ min: 20, max: 99 }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
      let past = history();
      for (const { who, name, found, result, n } of moves) {
        const values =
          name === 'check'
            ? { found, checked: '查看', ...(found === 'unchecked' ? { obstacle: 'gone' } : {}) }
            : name === 'link'
              ? { direction: 'caused', patrol: ID(n) }
              : name === 'end'
                ? {
                    result,
                    feedback: 'owed',
                    ...Object.fromEntries(DEMANDS[result].needs.map((field) => [field, FILLED[field]])),
                  }
                : (drawn[name] ?? {});
        try {
          past = taken(past, name, values, who);
        } catch {
          // Refused: nothing changed, the walk goes on.
        }
        const now = state(past);
        const settled = ['answering', 'ended'].includes(now.status);
        expect(now.owned.result !== null).toBe(settled);
        expect(now.owned.resultDay !== null).toBe(settled);
        const running = now.clocks.filter((clock) => clock.until === null);
        expect(running.length).toBe(STATUS_WITHOUT_CLOCK.includes(now.status) ? 0 : 1);
        for (const rule of openSteps(clueProcedure, past, who)) expect(rule.from).toContain(now.status);
      }
    }),
    { numRuns: 300 },
  );
});
