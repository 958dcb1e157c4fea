// Does every guard speak on its first day, name who owes, and fall silent only for an answer to that very cause?
import { describe, expect, it } from 'vitest';
import { ANSWER, ruleOf, stepKind } from '../kernel/procedure.ts';
import { checkValues } from '../kernel/values.ts';
import { PROCEDURES } from '../procedure.ts';
import { beginCase, type CaseFacts } from './fact.ts';
import { type Answer, alarmsOf, GUARDS } from './guard.ts';
import {
  type CaseSubject,
  type ClueSubject,
  causeOf,
  type GuardFacts,
  guardLimits,
  type SeizureSubject,
} from './guard-fact.ts';
import { caseProcedure } from './procedure.ts';

const LIMITS = guardLimits();
const ID = '01900000-0000-7000-8000-000000000001';
const [OFFICER, BUREAU, POLICE] = ['officer-id', 'bureau-id', 'police-id'];

function aCase(facts: Partial<CaseFacts> = {}, more: Partial<CaseSubject> = {}): CaseSubject {
  return {
    about: 'case',
    id: ID,
    record: { track: 'administrative', filedOn: '2025-03-01', agency: BUREAU, officer: OFFICER },
    withdrawnOn: null,
    status: 'investigating',
    end: false,
    facts: { ...beginCase({}), ...facts },
    clocks: [],
    computed: null,
    ...more,
  };
}

function aSeizure(more: Partial<SeizureSubject> = {}): SeizureSubject {
  return {
    about: 'seizure',
    id: ID,
    record: { day: '2025-03-01', agency: BUREAU },
    withdrawnOn: null,
    caseIs: 'filed',
    live: null,
    ...more,
  };
}

function aClue(more: Partial<ClueSubject> = {}): ClueSubject {
  return {
    about: 'clue',
    id: ID,
    record: { agency: BUREAU },
    withdrawnOn: null,
    end: false,
    clocks: [],
    ...more,
  };
}

const CRIME = {
  proposed: 'yes',
  mustTransfer: 'yes',
  charges: ['非法狩猎罪'],
  assessedOn: '2025-03-10',
} as const;
const DEPARTED = {
  ...CRIME,
  mustTransfer: 'no',
  departed: true,
  departureReason: '系人工繁育，不作犯罪处理',
} as const;
const FINED = {
  decision: 'fine',
  decidedOn: '2025-03-20',
  decisionNo: '罚1号',
  penalties: ['fine'],
  fine: 1,
} as const;
const since = '2025-03-01T04:00:00.000Z';
const receiptClock = [{ deadline: 'COUNTY-RECEIPT', since, due: '2025-03-04' }];

const corrected = (field: string, before: unknown, after: unknown) => [
  { on: '2025-03-20', changed: { [field]: [before, after] as const } },
];
const SETTLED = { end: true, record: { agency: BUREAU, result: 'case', resultDay: '2025-03-01' } };

/** Guard · subject · the last day it is silent (null: it never is) · who owes. */
const ROWS: readonly [string, GuardFacts, string | null, string, string | null][] = [
  ['case.untransferred', aCase(CRIME), '2025-03-13', 'officer', OFFICER],
  [
    'case.untransferred',
    aCase({}, { computed: { mustTransfer: 'yes', charges: ['走私'], on: '2025-03-10' } }),
    '2025-03-13',
    'officer',
    OFFICER,
  ],
  ['case.untransferred', aCase(CRIME, { status: 'closed', end: true }), null, 'officer', OFFICER],
  ['case.departure', aCase(DEPARTED), null, 'officer', OFFICER],
  [
    'case.lowered',
    aCase({}, { lowered: { on: '2025-03-10', charges: ['非法狩猎罪'], by: 'facts' } }),
    null,
    'officer',
    OFFICER,
  ],
  [
    'case.transferRefused',
    aCase({ transferRefusedOn: '2025-03-12', refusalReason: '初犯' }),
    null,
    'head',
    BUREAU,
  ],
  ['case.penaltyForCrime', aCase({ ...DEPARTED, ...FINED }), null, 'head', BUREAU],
  [
    'case.noReceipt',
    aCase(
      { transferredAt: since, police: POLICE },
      { status: 'transferred', record: { track: 'criminal' }, clocks: receiptClock },
    ),
    '2025-03-04',
    'police',
    POLICE,
  ],
  [
    'case.returned',
    aCase({ returnedOn: '2025-03-01', returnedBy: 'police', transferredAt: since }, { status: 'returned' }),
    '2025-03-16',
    'head',
    BUREAU,
  ],
  [
    'case.returned',
    aCase(
      { returnedOn: '2025-03-01', returnedBy: 'procuratorate', transferredAt: since },
      { status: 'returned', clocks: [{ deadline: 'COUNTY-RETURNED', since, due: '2025-05-01' }] },
    ),
    '2025-05-01',
    'head',
    BUREAU,
  ],
  ['case.downgrade', aCase({ downgraded: '2025-03-20' }), null, 'head', BUREAU],
  [
    'case.overdue',
    aCase({}, { clocks: [{ deadline: 'APL-60', since, due: '2025-05-30' }] }),
    '2025-05-30',
    'officer',
    OFFICER,
  ],
  [
    'case.overdue',
    aCase({}, { clocks: [{ deadline: 'TR-5a', since, due: '2025-03-04' }] }),
    '2025-03-04',
    'head',
    BUREAU,
  ],
  [
    'case.overdue',
    aCase({ police: POLICE }, { clocks: [{ deadline: 'TR-8', since, due: '2025-03-04' }] }),
    '2025-03-04',
    'police',
    POLICE,
  ],
  ['case.noResult', aCase({}, { status: 'closed', end: true }), null, 'officer', OFFICER],
  [
    'case.overdue',
    aCase({}, { status: 'discovered', recordedOn: '2025-03-01' }),
    '2025-08-28',
    'officer',
    OFFICER,
  ],
  ['case.altered', aCase({}, { corrections: corrected('campaign', 'x', null) }), null, 'officer', OFFICER],
  [
    'case.takenBack',
    aCase({}, { takenBack: [{ name: 'policeReturn', on: '2025-03-20' }] }),
    null,
    'head',
    BUREAU,
  ],
  ['case.withdrawn', aCase({}, { withdrawnOn: '2025-03-20' }), null, 'agency', BUREAU],
  ['seizure.noCase', aSeizure({ caseIs: 'none' }), '2025-03-08', 'agency', BUREAU],
  ['seizure.noCase', aSeizure({ caseIs: 'unfiled' }), '2025-03-08', 'agency', BUREAU],
  ['seizure.noCase', aSeizure({ caseIs: 'withdrawn' }), '2025-03-08', 'agency', BUREAU],
  ['seizure.withdrawn', aSeizure({ withdrawnOn: '2025-03-20' }), null, 'agency', BUREAU],
  [
    'animal.noEnd',
    aSeizure({ live: { left: 2, where: '收容点', who: '李某' } }),
    '2025-03-04',
    'holder',
    null,
  ],
  [
    'animal.noEnd',
    aSeizure({ live: { left: null, where: '收容点', who: '李某' } }),
    '2025-03-04',
    'holder',
    null,
  ],
  ['animal.noPlace', aSeizure({ live: { left: 2, where: null, who: '李某' } }), null, 'holder', null],
  ['animal.noPlace', aSeizure({ live: { left: 2, where: '收容点', who: null } }), null, 'agency', BUREAU],
  ['seizure.missing', aSeizure({ missing: 3 }), null, 'agency', BUREAU],
  [
    'seizure.altered',
    aSeizure({ corrections: corrected('form', 'live', 'carcass') }),
    null,
    'agency',
    BUREAU,
  ],
  [
    'clue.overdue',
    aClue({
      record: { agency: BUREAU, day: '2025-03-01' },
      clocks: [{ deadline: 'COUNTY-CLUE', since, due: '2099-01-01' }],
    }),
    '2025-03-31',
    'agency',
    BUREAU,
  ],
  ['clue.noCase', aClue({ ...SETTLED, caseIs: 'unfiled' }), '2025-03-08', 'agency', BUREAU],
  ['clue.noCase', aClue({ ...SETTLED, caseIs: 'notFiled' }), null, 'agency', BUREAU],
  ['clue.unlike', aClue({ end: true, unlike: { into: 'XS-1', on: '2025-03-02' } }), null, 'agency', BUREAU],
  ['clue.altered', aClue({ corrections: corrected('source', 'tip', 'patrol') }), null, 'agency', BUREAU],
  [
    'clue.overdue',
    aClue({ clocks: [{ deadline: 'COUNTY-CLUE', since, due: '2025-03-31' }] }),
    '2025-03-31',
    'agency',
    BUREAU,
  ],
  ['clue.withdrawn', aClue({ withdrawnOn: '2025-03-20' }), null, 'agency', BUREAU],
];

const alarm = (subject: GuardFacts, code: string, today: string, answers: readonly Answer[] = []) =>
  alarmsOf(subject, answers, today, LIMITS).find((each) => each.guard === code);

describe.each(ROWS)('%s', (code, subject, silentUntil, by, ref) => {
  it(`is silent until ${silentUntil ?? 'never'}, then names who owes`, () => {
    if (silentUntil) {
      expect(alarm(subject, code, silentUntil)).toBeUndefined();
      const next = new Date(Date.parse(silentUntil) + 86_400_000).toISOString().slice(0, 10);
      expect(alarm(subject, code, next)?.since).toBe(next);
    }
    const found = alarm(subject, code, '2026-01-01');
    expect(found?.owes).toMatchObject({ by, ref });
    expect(found?.article).toMatch(/第\d+条|县定期限/);
    expect(found?.answer).toBeNull();
  });

  it('an answer holds for its own cause and no other', () => {
    const found = alarm(subject, code, '2026-01-01');
    const answer = {
      guard: code,
      cause: found?.cause ?? '',
      reason: '理由充分，已核实',
      on: '2026-01-01',
      by: 'r',
    };
    expect(alarm(subject, code, '2026-01-02', [answer])?.answer).toEqual(answer);
    expect(alarm(subject, code, '2026-01-02', [{ ...answer, cause: `${answer.cause}.` }])?.answer).toBeNull();
    expect(alarm(subject, code, '2026-01-02', [{ ...answer, guard: 'other' }])?.answer).toBeNull();
  });

  it('the step that answers it can carry its cause', () => {
    const procedure = PROCEDURES.find((each) => each.kind === subject.about);
    const step = procedure && stepKind(procedure, ANSWER);
    const cause = alarm(subject, code, '2026-01-01')?.cause;
    expect(step && checkValues(step, { guard: code, cause, reason: '理由充分，已经逐一核实' })).toMatchObject(
      {
        ok: true,
      },
    );
  });
});

describe('what silences a guard besides an answer', () => {
  const TODAY = '2026-01-01';
  const codes = (subject: GuardFacts) => alarmsOf(subject, [], TODAY, LIMITS).map((each) => each.guard);

  it('every guard is proven above', () => {
    expect(GUARDS.map((guard) => guard.code).sort()).toEqual([...new Set(ROWS.map(([code]) => code))].sort());
  });

  it('a case with nothing in its way has none', () => {
    expect(codes(aCase())).toEqual([]);
    expect(codes(aSeizure())).toEqual([]);
    expect(codes(aSeizure({ live: { left: 0, where: null, who: null } }))).toEqual([]);
    expect(codes(aClue())).toEqual([]);
    expect(
      codes(aClue({ end: true, clocks: [{ deadline: 'COUNTY-CLUE', since, due: '2025-03-31' }] })),
    ).toEqual([]);
  });

  it('a transfer ends what was owed before it', () => {
    const sent = { transferredAt: since };
    expect(codes(aCase({ ...CRIME, ...sent }))).toEqual([]);
    expect(codes(aCase({ ...DEPARTED, ...FINED, ...sent }))).toEqual([]);
    expect(codes(aCase(CRIME, { status: 'transferReported' }))).toEqual([]);
  });

  it('what comes back and turns out a crime after all is untransferred again', () => {
    const back = { transferredAt: since, returnedOn: '2025-03-20', downgraded: '2025-04-01' } as const;
    const others = (facts: Partial<CaseFacts>) =>
      codes(aCase({ ...facts, ...back })).filter((code) => code !== 'case.downgrade');
    expect(others(CRIME)).toEqual([]);
    expect(others({ ...CRIME, ...FINED })).toEqual([]);
    expect(others({ ...CRIME, assessedOn: '2025-04-10' })).toEqual(['case.untransferred']);
    expect(others({ ...DEPARTED, assessedOn: '2025-04-10' })).toEqual(['case.departure']);
    expect(others({ transferRefusedOn: '2025-04-10' })).toEqual(['case.transferRefused']);
  });

  it('facts lowered after the file went to the police are the police’s; lowered again, they ask for another answer', () => {
    const lowered = (on: string) => ({ lowered: { on, charges: ['非法狩猎罪'], by: 'facts' } });
    const sent = { transferredAt: '2025-03-12T04:00:00.000Z' };
    expect(codes(aCase(sent, lowered('2025-03-20')))).toEqual([]);
    expect(codes(aCase({ ...sent, returnedOn: '2025-03-18' }, lowered('2025-03-20')))).toEqual([
      'case.lowered',
    ]);
    const [first, second] = ['2025-03-10', '2025-03-11'].map((on) =>
      alarm(aCase({}, lowered(on)), 'case.lowered', TODAY),
    );
    expect(first?.cause).not.toBe(second?.cause);
  });

  it('a departure that the facts have overtaken is untransferred again', () => {
    const computed = { mustTransfer: 'yes', charges: ['非法狩猎罪'], on: '2025-04-01' } as const;
    expect(codes(aCase({ ...DEPARTED, proposed: 'depends' }, { computed }))).toEqual(['case.untransferred']);
    expect(codes(aCase(DEPARTED, { computed }))).toEqual(['case.departure']);
  });

  it('a warning, a closure or a permit taken may stand before a transfer; money may not', () => {
    const decided = { decision: 'other', decidedOn: '2025-03-20', decisionNo: '1' } as const;
    const codesOf = (penalties: string[]) => codes(aCase({ ...CRIME, ...decided, penalties }));
    expect(codesOf(['warning', 'permit', 'activity'])).toEqual(['case.untransferred']);
    expect(codesOf(['warning', 'proceeds'])).toEqual(['case.untransferred', 'case.penaltyForCrime']);
  });

  it('a second clock that runs out asks for a second answer', () => {
    const clock = (deadline: string, due: string) => ({ deadline, since, due });
    const first = aCase({}, { clocks: [clock('APL-60', '2025-05-30'), clock('AEL-25', '2026-02-01')] });
    const cause = alarm(first, 'case.overdue', TODAY)?.cause ?? '';
    const answer = { guard: 'case.overdue', cause, reason: '已经安排补办并说明', on: TODAY, by: 'r' };
    expect(alarm(first, 'case.overdue', TODAY, [answer])?.answer).not.toBeNull();
    expect(alarm(first, 'case.overdue', '2026-02-02', [answer])?.answer).toBeNull();
    expect(alarm(first, 'case.overdue', '2026-02-02')?.article).toBe('行政处罚法第60条');
  });

  it('what a party may let pass, or a clock that stands still, is not late', () => {
    const clocks = [
      { deadline: 'APL-64-1', since, due: '2025-03-10' },
      { deadline: 'AEL-25', since, due: null },
    ];
    expect(codes(aCase({}, { clocks }))).toEqual([]);
  });

  it('the county sets its own days; nonsense is not heard', () => {
    expect(guardLimits({ 'COUNTY-SEIZURE': 2, 'COUNTY-LIVE': -1 })).toEqual({ ...LIMITS, seizureDays: 2 });
    expect(LIMITS).toEqual({
      seizureDays: 7,
      transferDays: 3,
      receiptDays: 3,
      returnedDays: 15,
      liveDays: 3,
      clueDays: 30,
      caseDays: 180,
    });
  });

  it('a long cause is cut, yet told from another that begins alike', () => {
    const [a, b] = [causeOf('罪'.repeat(300), 'a'), causeOf('罪'.repeat(300), 'b')];
    expect(a.length).toBeLessThanOrEqual(200);
    expect(a).not.toBe(b);
    expect(causeOf('x', null, 3)).toBe('x |  | 3');
  });

  it('only a reviewer or the leader who has not handled the matter answers, in every status', () => {
    const rule = ruleOf(caseProcedure, ANSWER);
    expect(rule?.review).toBe(true);
    expect(rule?.from.length).toBe(caseProcedure.statuses.length);
    expect(rule?.by.every((role) => ['reviewer', 'leader'].includes(role))).toBe(true);
  });
});
