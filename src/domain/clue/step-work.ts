// Which steps bring a clue to whoever checks it, and what do they find?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepRule } from '../kernel/procedure.ts';
import type { Field } from '../kernel/record.ts';
import { VIOLATION_TYPES } from '../law/taxonomy.ts';
import { type ClueFacts, LINKED_KINDS, linkOf } from './fact.ts';
import { FINDINGS, type Finding } from './result.ts';

type Rule = StepRule<ClueFacts>;

export const OPEN = ['received', 'assigned', 'checking', 'reported'] as const;
const HANDED_OUT = ['assigned', 'checking', 'reported'] as const;
const EVER = [...OPEN, 'answering', 'ended'] as const;
const FIELD_ROLES = ['clerk', 'officer', 'otherAgency'] as const;

const REASON = {
  type: 'text',
  long: true,
  required: true,
  label: ['理由', 'Reason'],
} as const satisfies Field;
const PERSON = { type: 'ref', kind: 'person' } as const;
const AGENCY = {
  type: 'ref',
  kind: 'agency',
  required: true,
  label: ['承办单位', 'Handled by'],
} as const satisfies Field;

export const URGENCIES = [
  { code: 'now', label: ['特急（正在发生）', 'Happening now'] },
  { code: 'urgent', label: ['紧急', 'Urgent'] },
  { code: 'normal', label: ['一般', 'Normal'] },
] as const;

const PLAUSIBILITIES = [
  { code: 'high', label: ['可信', 'Credible'] },
  { code: 'fair', label: ['有待核实', 'To be checked'] },
  { code: 'low', label: ['存疑', 'Doubtful'] },
] as const;

/** Why a suspicion could not be checked. */
const OBSTACLES = [
  { code: 'refused', label: ['拒绝检查、进不去', 'Access refused'] },
  { code: 'gone', label: ['人、物已离开', 'Gone'] },
  { code: 'weather', label: ['天气、水情', 'Weather or water'] },
  { code: 'vague', label: ['地点、对象说不清', 'Place or person not clear'] },
  { code: 'unsafe', label: ['不安全', 'Not safe'] },
  { code: 'closed', label: ['停业、无人', 'Closed'] },
  { code: 'other', label: ['其他', 'Other'] },
] as const;

const LINK_LABELS = {
  inspection: ['检查', 'Inspection'],
  patrol: ['巡查', 'Patrol'],
  seizure: ['收缴', 'Seizure'],
  rescue: ['救护', 'Rescue'],
  case: ['案件', 'Case'],
} as const;
const LINK_FIELDS: Record<string, Field> = Object.fromEntries(
  LINKED_KINDS.map((kind) => [kind, { type: 'ref', kind, label: LINK_LABELS[kind] }]),
);

/** The last day stated may not lie before the day it is stated. */
export const dueAfter: NonNullable<Rule['check']> = ({ step }) =>
  typeof step.values.due === 'string' && step.values.due < step.on
    ? [
        {
          code: 'clue.dueEarly',
          where: 'due',
          message: ['办理期限不能早于本步骤日期', 'It cannot be due before this step'],
        },
      ]
    : [];

function obstacleRefusals(values: Parameters<NonNullable<Rule['sets']>>[2]): Refusal[] {
  const unchecked = values.found === 'unchecked';
  if (unchecked && !values.obstacle)
    return [
      {
        code: 'clue.obstacle',
        where: 'obstacle',
        message: ['未能核查的，须选择原因', 'Say why it could not be checked'],
      },
    ];
  if (unchecked && values.obstacle === 'other' && !values.reason)
    return [
      { code: 'clue.obstacle', where: 'reason', message: ['请写明未能核查的原因', 'Say why it could not'] },
    ];
  if (!unchecked && values.obstacle)
    return [
      {
        code: 'clue.obstacle',
        where: 'obstacle',
        message: ['已经核查，不应填写未能核查的原因', 'It was checked; there is no obstacle to state'],
      },
    ];
  return [];
}

const triage: Rule = {
  name: 'triage',
  label: ['研判', 'Triage'],
  from: EVER,
  by: ['clerk', 'officer', 'leader'],
  fields: {
    violation: {
      type: 'code',
      codes: VIOLATION_TYPES,
      required: true,
      label: ['违法类型', 'Violation type'],
    },
    urgency: { type: 'code', codes: URGENCIES, required: true, label: ['缓急', 'Urgency'] },
    plausibility: { type: 'code', codes: PLAUSIBILITIES, label: ['可信程度', 'Plausibility'] },
    look: { type: 'text', long: true, label: ['初步判断', 'First look'] },
  },
  prefill: ({ record, progress }) => ({
    violation: record.violation,
    urgency: progress.facts.urgency ?? 'normal',
  }),
  sets: ({ values }) => ({ violation: values.violation }),
  apply: (facts, { values }) => ({ ...facts, urgency: String(values.urgency) }),
};

const assign: Rule = {
  name: 'assign',
  label: ['分办', 'Assign'],
  from: ['received'],
  to: 'assigned',
  likely: ['received'],
  by: ['clerk', 'leader'],
  fields: {
    agency: AGENCY,
    officer: { ...PERSON, label: ['承办人', 'Officer'] },
    due: { type: 'day', required: true, label: ['办理期限', 'Due'] },
  },
  stops: ['COUNTY-CLUE'],
  starts: [{ deadline: 'COUNTY-CLUE', due: 'due' }],
  // The county's own limit from receipt, while it lies ahead, is what a clerk most often states.
  prefill: ({ record, progress, today }) => {
    const limit = progress.clocks.find(
      (clock) => clock.deadline === 'COUNTY-CLUE' && clock.until === null,
    )?.due;
    const due = record.due ?? limit;
    return { agency: record.agency, due: typeof due === 'string' && due >= today ? due : null };
  },
  sets: ({ values }) => ({ agency: values.agency, due: values.due }),
  apply: (facts, { values }) => ({ ...facts, officer: (values.officer as string | undefined) ?? null }),
  check: dueAfter,
};

const accept: Rule = {
  name: 'accept',
  label: ['签收', 'Accept'],
  from: ['assigned'],
  to: 'checking',
  likely: ['assigned'],
  by: FIELD_ROLES,
  fields: { officer: { ...PERSON, label: ['承办人', 'Officer'] } },
  prefill: ({ progress }) => ({ officer: progress.facts.officer }),
  apply: (facts, { values }) => ({
    ...facts,
    officer: (values.officer as string | undefined) ?? facts.officer,
  }),
};

const check: Rule = {
  name: 'check',
  label: ['登记核查', 'Record a check'],
  from: HANDED_OUT,
  to: { field: 'found', of: { confirmed: 'reported', notFound: 'reported', unchecked: 'checking' } },
  likely: ['checking'],
  by: FIELD_ROLES,
  fields: {
    found: { type: 'code', codes: FINDINGS, required: true, label: ['核查结论', 'Found'] },
    obstacle: { type: 'code', codes: OBSTACLES, label: ['未能核查的原因', 'Why it could not be checked'] },
    checked: {
      type: 'text',
      long: true,
      required: true,
      label: ['核查内容', 'What was checked'],
      hint: ['看了什么、问了谁、调取了什么', 'What was looked at, who was asked, what was obtained'],
    },
    where: { type: 'text', label: ['核查地点', 'Where'] },
    persons: { type: 'refs', kind: 'person', label: ['核查人员', 'By whom'] },
  },
  asks: ({ found }) =>
    found === 'unchecked'
      ? ['found', 'obstacle', 'checked', 'where', 'persons']
      : ['found', 'checked', 'where', 'persons'],
  prefill: ({ progress }) => (progress.facts.officer ? { persons: [progress.facts.officer] } : {}),
  apply: (facts, { values }) => ({ ...facts, found: values.found as Finding, checks: facts.checks + 1 }),
  check: ({ step }) => obstacleRefusals(step.values),
};

const link: Rule = {
  name: 'link',
  label: ['关联记录', 'Link a record'],
  from: EVER,
  by: FIELD_ROLES,
  fields: {
    direction: {
      type: 'code',
      required: true,
      label: ['先后关系', 'Which led to which'],
      codes: [
        { code: 'caused', label: ['线索引出这次行动', 'The clue led to it'] },
        { code: 'found', label: ['这次行动中发现线索', 'It brought the clue to light'] },
      ],
    },
    ...LINK_FIELDS,
  },
  apply: (facts, step) => {
    const linked = linkOf(step);
    return linked ? { ...facts, links: [...facts.links, linked] } : facts;
  },
  check: ({ step, progress }) => {
    const named = LINKED_KINDS.filter((kind) => step.values[kind]);
    if (named.length !== 1)
      return [
        {
          code: 'clue.linkOne',
          where: named[1] ?? LINKED_KINDS[0],
          message: ['请选定一条要关联的记录', 'Choose exactly one record'],
        },
      ];
    const twice = progress.facts.links.some((item) => item.id === step.values[named[0] as string]);
    return twice
      ? [
          {
            code: 'clue.linkTwice',
            where: named[0] as string,
            message: ['已经关联过', 'It is linked already'],
          },
        ]
      : [];
  },
};

const reassign: Rule = {
  name: 'reassign',
  label: ['改派', 'Reassign'],
  from: HANDED_OUT,
  to: 'assigned',
  by: ['clerk', 'leader'],
  fields: { agency: AGENCY, officer: { ...PERSON, label: ['承办人', 'Officer'] }, reason: REASON },
  prefill: ({ record }) => ({ agency: record.agency }),
  sets: ({ values }) => ({ agency: values.agency }),
  apply: (facts, { values }) => ({ ...facts, officer: (values.officer as string | undefined) ?? null }),
};

const giveBack: Rule = {
  name: 'return',
  label: ['退回', 'Return'],
  from: ['assigned', 'checking'],
  to: 'received',
  by: FIELD_ROLES,
  fields: { reason: REASON },
  sets: () => ({ agency: null }),
  apply: (facts) => ({ ...facts, officer: null }),
};

/** In the order a screen lists them. */
export const WORK_STEPS: readonly Rule[] = [assign, accept, check, triage, link, reassign, giveBack];
