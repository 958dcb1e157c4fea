// How does a clue move from receipt to its stated result?
import type { Refusal } from '../kernel/outcome.ts';
import { defineProcedure, type StepTaken } from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';
import { beginClue, type ClueFacts } from './fact.ts';
import { DECISION_STEPS } from './step-decision.ts';
import { WORK_STEPS } from './step-work.ts';

/** Every step that moves a clue happens on or after the day it was received. */
function inOrder(step: StepTaken, record: Values): readonly Refusal[] {
  if (typeof record.day !== 'string' || step.on >= record.day) return [];
  return [
    {
      code: 'step.early',
      where: 'on',
      message: [
        `日期不能早于受理日期（${record.day}）`,
        `The date may not lie before receipt (${record.day})`,
      ],
    },
  ];
}

export const clueProcedure = defineProcedure<ClueFacts>({
  kind: 'clue',
  room: 'case',
  statuses: [
    { code: 'received', label: ['待分办', 'To assign'] },
    { code: 'assigned', label: ['已分办', 'Assigned'] },
    { code: 'checking', label: ['核查中', 'Being checked'] },
    { code: 'reported', label: ['待认定', 'To decide'] },
    { code: 'answering', label: ['待反馈', 'To answer'] },
    { code: 'ended', label: ['已办结', 'Settled'], end: true },
  ],
  opening: [
    { when: { result: 'set' }, status: 'ended' },
    {
      when: { agency: 'set' },
      status: 'assigned',
      clocks: { 'COUNTY-CLUE': 'day' },
      dues: { 'COUNTY-CLUE': 'due' },
    },
    { when: {}, status: 'received', clocks: { 'COUNTY-CLUE': 'day' }, dues: { 'COUNTY-CLUE': 'due' } },
  ],
  owns: ['result', 'resultDay', 'case', 'due', 'agency', 'violation', 'reward'],
  firm: ['result', 'resultDay', 'case'],
  begin: beginClue,
  steps: [...WORK_STEPS, ...DECISION_STEPS].map((rule) => ({
    ...rule,
    check: (asked) => [...inOrder(asked.step, asked.record), ...(rule.check?.(asked) ?? [])],
  })),
});
