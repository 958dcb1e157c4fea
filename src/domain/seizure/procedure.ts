// Who has what was seized, and where did each animal go?
import { defineProcedure, type StepRule } from '../kernel/procedure.ts';
import { beginCustody, type Custody, inHand, settleCustody } from './custody.ts';
import { END_STEPS } from './step-end.ts';
import { refusal } from './step-field.ts';
import { HAND_STEPS } from './step-hand.ts';
import { STATE_STEPS } from './step-state.ts';

const WAYS = [
  { code: 'method', label: ['按评估方法核定', 'By the method of valuation'] },
  { code: 'appraised', label: ['鉴定或价格认定结论', 'An appraiser’s finding'] },
  { code: 'manual', label: ['另行核定', 'Set by hand'] },
] as const;

const value: StepRule<Custody> = {
  name: 'value',
  label: ['核定价值', 'Value'],
  from: ['held', 'ended'],
  by: ['officer', 'clerk', 'reviewer', 'otherAgency'],
  fields: {
    way: { type: 'code', codes: WAYS, required: true, label: ['依据', 'By'] },
    value: { type: 'money', required: true, label: ['价值（元）', 'Value (yuan)'] },
    assessed: { type: 'money', label: ['按方法计算（元）', 'By the method (yuan)'], minor: true },
    document: { type: 'text', max: 120, label: ['文书号', 'Document'] },
    basis: { type: 'text', max: 2_000, long: true, label: ['计算过程与条款', 'Reckoning and articles'] },
  },
  asks: (v) => ['way', 'value', v.way === 'method' ? 'basis' : 'document'],
  article: '野生动物及其制品价值评估方法',
  check: ({ step, progress: { facts } }) => {
    const { way, document, basis } = step.values;
    if (way !== 'appraised' && facts.valued?.way === 'appraised')
      return [
        refusal('value.appraised', 'way', [
          '已有鉴定或价格认定结论，以其为准；结论有误的，请更正或撤销该步骤',
          'An appraiser’s finding stands and prevails; undo or correct that step if it is wrong',
        ]),
      ];
    if (way !== 'method' && !document)
      return [
        refusal('field.required', 'document', [
          '鉴定、认定或另行核定的价值须有文书号',
          'A value not reckoned by the method needs its document',
        ]),
      ];
    return way === 'method' && !basis
      ? [refusal('field.required', 'basis', ['请写明计算过程', 'Say how it was reckoned'])]
      : [];
  },
  apply: (facts, step) => ({
    ...facts,
    valued: {
      way: String(step.values.way),
      value: Number(step.values.value),
      assessed: (step.values.assessed as number | null | undefined) ?? null,
      on: step.on,
    },
  }),
  sets: (step) => ({
    value: step.values.value ?? null,
    valueBasis: String(step.values.way === 'method' ? step.values.basis : step.values.document).slice(
      0,
      2_000,
    ),
  }),
};

/**
 * Custody as a fold. At every step: what is held, between hands, disposed of and found missing is what was seized,
 * born and found (amount.ts says how inexact quantities count).
 */
export const seizureProcedure = defineProcedure<Custody>({
  kind: 'seizure',
  room: 'case',
  statuses: [
    { code: 'held', label: ['在管', 'In custody'] },
    { code: 'ended', label: ['全部有去向', 'All accounted for'], end: true },
  ],
  opening: [
    { when: { form: 'live' }, status: 'held', clocks: { 'COUNTY-LIVE': 'day' } },
    { when: {}, status: 'held' },
  ],
  owns: ['value', 'valueBasis'],
  firm: [],
  begin: beginCustody,
  settles: settleCustody,
  entitles: inHand,
  steps: [...HAND_STEPS, ...STATE_STEPS, ...END_STEPS, value],
});
