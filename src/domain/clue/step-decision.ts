// Which steps state what a clue came to, tell the informant, and open it again?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepRule } from '../kernel/procedure.ts';
import type { Field, Values } from '../kernel/record.ts';
import type { ClueFacts } from './fact.ts';
import { askedFor, FEEDBACKS, RESULT_FIELDS, resultRefusals, STATED_RESULTS } from './result.ts';
import { dueAfter, OPEN } from './step-work.ts';

type Rule = StepRule<ClueFacts>;

const REASON = {
  type: 'text',
  long: true,
  required: true,
  label: ['理由', 'Reason'],
} as const satisfies Field;
const DUE = { type: 'day', required: true } as const;

const CHANNELS = [
  { code: 'receipt', label: ['查询页', 'By receipt'] },
  { code: 'phone', label: ['电话', 'Phone'] },
  { code: 'face', label: ['当面', 'In person'] },
  { code: 'letter', label: ['书面', 'In writing'] },
] as const;

/** Sources somebody stands behind who waits for an answer. */
const ANSWERED = ['tip', 'transfer'];

function feedbackRefusals(values: Values, record: Values): Refusal[] {
  if (values.feedback !== 'none' || !ANSWERED.includes(String(record.source))) return [];
  return [
    {
      code: 'clue.feedback',
      where: 'feedback',
      message: [
        '线索来自举报或移送，须向对方反馈',
        'It was reported or passed on by somebody, who is owed an answer',
      ],
    },
  ];
}

function receiptRefusals(values: Values, on: string): Refusal[] {
  if (typeof values.receiptDay !== 'string' || values.receiptDay <= on) return [];
  return [
    {
      code: 'clue.receiptLate',
      where: 'receiptDay',
      message: [
        '回执日期不能晚于办结日期；收到回执后再办结',
        'The receipt may not be later than the end; end it once the receipt is there',
      ],
    },
  ];
}

const end: Rule = {
  name: 'end',
  label: ['认定结果', 'State the result'],
  from: OPEN,
  to: { field: 'feedback', of: { owed: 'answering', none: 'ended', unreachable: 'ended' } },
  likely: ['reported'],
  by: ['clerk', 'officer', 'leader'],
  fields: {
    result: { type: 'code', codes: STATED_RESULTS, required: true, label: ['办理结果', 'Result'] },
    ...RESULT_FIELDS,
    feedback: { type: 'code', codes: FEEDBACKS, required: true, label: ['向举报人反馈', 'Feedback'] },
  },
  asks: ({ result }) => ['result', ...askedFor(result), 'feedback'],
  prefill: ({ record, progress }) => ({
    feedback: ANSWERED.includes(String(record.source)) ? 'owed' : 'none',
    case: progress.facts.links.find((item) => item.kind === 'case')?.id,
    rescue: progress.facts.links.find((item) => item.kind === 'rescue')?.id,
  }),
  stops: ['COUNTY-CLUE'],
  starts: [{ deadline: 'COUNTY-FEEDBACK', when: { feedback: 'owed' } }],
  sets: ({ values, on }) => ({
    result: values.result,
    resultDay: on,
    ...(values.result === 'case' ? { case: values.case } : {}),
  }),
  check: ({ step, progress, record }) => [
    ...resultRefusals(step.values.result, step.values, progress.facts.found),
    ...receiptRefusals(step.values, step.on),
    ...feedbackRefusals(step.values, record),
  ],
};

const merge: Rule = {
  name: 'merge',
  label: ['并入其他线索', 'Merge into another'],
  from: OPEN,
  to: 'ended',
  by: ['clerk', 'leader'],
  fields: {
    into: { type: 'ref', kind: 'clue', required: true, label: ['并入线索', 'Merge into'] },
    reason: { ...REASON, label: ['为何是同一件事', 'Why they are one'] },
  },
  stops: ['COUNTY-CLUE'],
  sets: ({ on }) => ({ result: 'duplicate', resultDay: on }),
  apply: (facts, { values }) => ({ ...facts, into: String(values.into) }),
};

const extend: Rule = {
  name: 'extend',
  label: ['延长期限', 'Extend'],
  from: OPEN,
  by: ['leader'],
  fields: { due: { ...DUE, label: ['延长至', 'New last day'] }, reason: REASON },
  stops: ['COUNTY-CLUE'],
  starts: [{ deadline: 'COUNTY-CLUE', due: 'due' }],
  sets: ({ values }) => ({ due: values.due }),
  apply: (facts) => ({ ...facts, extended: facts.extended + 1 }),
  check: ({ step, record }) =>
    typeof record.due === 'string' && String(step.values.due) <= record.due
      ? [
          {
            code: 'clue.dueEarly',
            where: 'due',
            message: [
              `须晚于现在的期限（${record.due}）`,
              `It must be later than the present one (${record.due})`,
            ],
          },
        ]
      : [],
};

const TOLD: Record<string, Field> = {
  text: { type: 'text', long: true, required: true, label: ['告知内容', 'What was told'] },
  channel: { type: 'code', codes: CHANNELS, required: true, label: ['方式', 'How'] },
};

const tell: Rule = {
  name: 'tell',
  label: ['告知进展', 'Tell the progress'],
  from: OPEN,
  by: ['clerk', 'officer'],
  fields: TOLD,
  prefill: () => ({ channel: 'receipt' }),
};

const feedback: Rule = {
  name: 'feedback',
  label: ['反馈结果', 'Give feedback'],
  from: ['answering'],
  to: 'ended',
  likely: ['answering'],
  by: ['clerk', 'officer'],
  fields: TOLD,
  prefill: () => ({ channel: 'receipt' }),
  stops: ['COUNTY-FEEDBACK'],
};

const reopen: Rule = {
  name: 'reopen',
  label: ['重新办理', 'Reopen'],
  from: ['answering', 'ended'],
  to: 'received',
  by: ['reviewer', 'leader'],
  review: true,
  fields: { due: { ...DUE, label: ['重新办理期限', 'New last day'] }, reason: REASON },
  stops: ['COUNTY-FEEDBACK'],
  starts: [{ deadline: 'COUNTY-CLUE', due: 'due' }],
  sets: ({ values }) => ({ result: null, resultDay: null, case: null, agency: null, due: values.due }),
  // The result was doubted, so what it rested on is looked at again.
  apply: (facts) => ({
    ...facts,
    found: null,
    checks: 0,
    into: null,
    officer: null,
    reopened: facts.reopened + 1,
  }),
  check: dueAfter,
};

/** Written by the house when a reward of this clue is paid or its money comes back: the field is what was paid. */
const rewarded: Rule = {
  name: 'rewarded',
  label: ['奖励发放', 'Reward paid'],
  from: [...OPEN, 'answering', 'ended'],
  by: [],
  fields: {
    reward: { type: 'ref', kind: 'reward', required: true, label: ['奖励', 'Reward'] },
    no: { type: 'text', max: 40, label: ['奖励编号', 'Reward no.'] },
    amount: { type: 'money', label: ['发放（元）', 'Paid (yuan)'] },
    returned: { type: 'money', label: ['退回（元）', 'Came back (yuan)'] },
  },
  sets: ({ values }, before) => {
    const was = Number(before.owned.reward ?? 0);
    return { reward: was + Number(values.amount ?? 0) - Number(values.returned ?? 0) || null };
  },
};

/** In the order a screen lists them. */
export const DECISION_STEPS: readonly Rule[] = [end, merge, extend, tell, feedback, reopen, rewarded];
