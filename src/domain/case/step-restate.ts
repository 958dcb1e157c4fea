// How is put right what a ledger said of a case, so that no downgrade goes unseen?
import { isDay } from '../kernel/day.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { openingOf, type Progress, type StepTaken } from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';
import { CASE_OUTCOMES, CASE_TRACKS } from './case.ts';
import type { CaseFacts } from './fact.ts';
import { CASE_OPENING, CASE_STATUSES } from './status.ts';
import { DOC_NO_DUE, REASON, type Rule, wrong } from './step-common.ts';

/** Outcomes that say the case went the criminal way. */
const CRIMINAL: readonly unknown[] = [
  ...['transferred', 'prosecuted', 'sentenced'],
  ...['exempted', 'acquitted', 'notProsecuted'],
];

const TOLD = ['track', 'outcome', 'filedOn', 'transferredOn', 'closedOn'] as const;
/** What may be taken back altogether. */
const REMOVABLE = [
  { code: 'outcome', label: ['办理结果', 'Outcome'] },
  { code: 'transferredOn', label: ['移送日期', 'Transferred on'] },
] as const;

/** Field → what it says now, null for what is taken back; only what differs. */
function told({ values }: StepTaken, record: Values): Values {
  const said = TOLD.filter((name) => values[name] !== undefined && values[name] !== null);
  const removed = (values.removed ?? []) as readonly string[];
  const all = [
    ...said.map((name) => [name, values[name]] as const),
    ...removed.map((name) => [name, null] as const),
  ];
  return Object.fromEntries(all.filter(([name, value]) => (record[name] ?? null) !== value));
}

/** From the criminal way to anything less, or a result or a transfer taken back. */
function lowers(was: Values, now: Values): boolean {
  return (
    (was.track === 'criminal' && now.track !== 'criminal') ||
    (CRIMINAL.includes(was.outcome) && !CRIMINAL.includes(now.outcome)) ||
    (was.outcome === 'sentenced' && now.outcome !== 'sentenced') ||
    ['outcome', 'transferredOn'].some((name) => (was[name] ?? null) !== null && (now[name] ?? null) === null)
  );
}

/** What no ledger ever said is not put right here: a step must bring it about. */
function unsaid(change: Values, record: Values): Refusal[] {
  return Object.keys(change)
    .filter((name) => name !== 'track' && (record[name] ?? null) === null)
    .map((name) =>
      wrong(name, [
        '台账原来没有这一项，应由办理步骤产生，不能在此补填',
        'The ledger never said so; the steps of the procedure bring it about',
      ]),
    );
}

/** What a step said is put right at that step. */
function saidByStep(change: Values, { facts }: Progress<CaseFacts>): Refusal[] {
  const by = (name: string, zh: string, en: string) =>
    name in change ? [wrong(name, [`${zh}，请更正或撤销该步骤`, `${en}: correct or undo that step`])] : [];
  return [
    ...(facts.decision === null ? [] : by('outcome', '结果由处罚决定等步骤确定', 'A decision said so')),
    ...(facts.transferredAt === null || isDay(facts.transferredAt)
      ? []
      : by('transferredOn', '移送由移送步骤登记', 'The step of the transfer said so')),
  ];
}

/** A case that was assessed here reaches the police by a transfer, not by another word for its track. */
function upwards(change: Values, { facts }: Progress<CaseFacts>): Refusal[] {
  return change.track === 'criminal' && facts.assessedOn !== null
    ? [
        wrong(
          'track',
          [
            '本案已作法律评估，涉嫌犯罪的应当办理移送',
            'It was assessed here: a suspected crime is transferred',
          ],
          '移送规定第3条',
        ),
      ]
    : [];
}

function inconsistent(now: Values): Refusal[] {
  const { filedOn, closedOn, outcome } = now;
  const refusals: Refusal[] = [];
  if (typeof closedOn === 'string' && typeof filedOn === 'string' && closedOn < filedOn)
    refusals.push(wrong('closedOn', ['结案日期早于立案日期，请核对', 'Closed before it was filed']));
  if (closedOn && !outcome)
    refusals.push(wrong('removed', ['已结案的案件必须有办理结果', 'A closed case must state its result']));
  return refusals;
}

/** Nothing happened later than it is said, nor after what the steps built on it. */
function untimely(change: Values, { movedOn }: Progress<CaseFacts>, on: string): Refusal[] {
  return ['filedOn', 'transferredOn', 'closedOn']
    .filter((name) => {
      const last = name !== 'closedOn' && movedOn !== null && movedOn < on ? movedOn : on;
      return typeof change[name] === 'string' && change[name] > last;
    })
    .map((name) =>
      wrong(name, ['日期晚于后续办理环节或更正之日', 'It lies after later steps, or after today']),
    );
}

const statusOf = (record: Values) => openingOf({ kind: 'case', opening: CASE_OPENING }, record).status;

/** Where steps have moved it since, only a step moves it further. */
function misplaced({ movedOn }: Progress<CaseFacts>, was: Values, now: Values): Refusal[] {
  return movedOn !== null && statusOf(was) !== statusOf(now)
    ? [
        wrong('step', [
          '案件已按步骤办理，这样更正会改变所处环节，请改用相应步骤（变更案件类别、撤销或更正已办步骤、恢复办理）',
          'Steps have moved the case; this would move it elsewhere: take the step for it, or undo or correct one',
        ]),
      ]
    : [];
}

function refusals(step: StepTaken, progress: Progress<CaseFacts>, record: Values): Refusal[] {
  const change = told(step, record);
  if (Object.keys(change).length === 0) return [wrong('track', ['没有任何更正', 'Nothing is put right'])];
  const now = { ...record, ...change };
  return [
    ...unsaid(change, record),
    ...saidByStep(change, progress),
    ...upwards(change, progress),
    ...inconsistent(now),
    ...untimely(change, progress, step.on),
    ...misplaced(progress, record, now),
  ];
}

export const RESTATE_STEPS: readonly Rule[] = [
  {
    name: 'restate',
    label: ['更正台账原记载', 'Put the ledger’s statement right'],
    from: CASE_STATUSES.map((status) => status.code),
    by: ['clerk', 'officer'],
    restates: true,
    article: '行政处罚法第75条第2款',
    fields: {
      track: { type: 'code', codes: CASE_TRACKS, label: ['案件类别', 'Track'] },
      outcome: { type: 'code', codes: CASE_OUTCOMES, label: ['办理结果', 'Outcome'] },
      filedOn: { type: 'day', label: ['立案日期', 'Filed'] },
      transferredOn: { type: 'day', label: ['移送日期', 'Transferred on'] },
      closedOn: { type: 'day', label: ['结案日期', 'Closed'] },
      removed: { type: 'codes', codes: REMOVABLE, label: ['原记载有误、应予取消', 'Never so: take back'] },
      docNo: { ...DOC_NO_DUE, label: ['依据的文书', 'Document it rests on'] },
      reason: { ...REASON, label: ['更正理由', 'Why'] },
    },
    prefill: ({ record }) =>
      Object.fromEntries(TOLD.map((name) => [name, (record[name] as string | undefined) ?? null])),
    check: ({ step, progress, record }) => refusals(step, progress, record),
    sets: (step, _, record) => told(step, record),
    apply: (facts, step, record) => {
      const change = told(step, record);
      const { transferredOn } = change;
      return {
        ...facts,
        transferredAt: transferredOn === undefined ? facts.transferredAt : (transferredOn as string | null),
        downgraded: lowers(record, { ...record, ...change }) ? step.on : facts.downgraded,
      };
    },
  },
];
