// How are things appraised and a case assessed by the law?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Verdict } from './fact.ts';
import { BEFORE_DECISION, LOOKING, OPEN_STATUSES } from './status.ts';
import {
  choice,
  DOC_NO,
  DOC_NO_DUE,
  fact,
  HANDLE,
  ITEMS,
  type Rule,
  textOf,
  words,
  wrong,
} from './step-common.ts';

const VERDICTS = [
  { code: 'yes', label: ['应当移送公安', 'Must be transferred'] },
  { code: 'no', label: ['未达到刑事标准', 'Below the criminal threshold'] },
  { code: 'depends', label: ['尚待查明', 'Depends on what is not yet known'] },
] as const;

function departureRefusals({ values }: StepTaken): Refusal[] {
  const departs = values.proposed !== values.conclusion;
  const reason = textOf(values, 'departure') ?? '';
  if (departs && [...reason].length < 10)
    return [
      wrong('departure', [
        '与系统提示不一致，请写明理由，不少于10个字',
        'It departs from the assessment: say why in at least ten characters',
      ]),
    ];
  return !departs && reason !== ''
    ? [wrong('departure', ['与系统提示一致，无需填写', 'It does not depart; leave this empty'])]
    : [];
}

/** What it says is checked where it is taken (server/assess): the tables of the law need not follow every list of steps. */
function factRefusals({ values }: StepTaken): Refusal[] {
  const facts = textOf(values, 'facts');
  if (facts === null) return [];
  const no = [wrong('facts', ['所依事实应是 JSON 对象', 'The facts must be a JSON object'])];
  try {
    const read: unknown = JSON.parse(facts);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? [] : no;
  } catch {
    return no;
  }
}

export const APPRAISAL_STEPS: readonly Rule[] = [
  {
    name: 'requestAppraisal',
    label: ['委托鉴定、价值认定', 'Ask for an appraisal'],
    from: LOOKING,
    by: HANDLE,
    article: '移送规定第4条第2款',
    fields: {
      appraiser: words(['鉴定机构', 'Appraiser'], { line: true }),
      matters: {
        type: 'codes',
        codes: [
          { code: 'species', label: ['物种', 'Species'] },
          { code: 'value', label: ['价值', 'Value'] },
          { code: 'origin', label: ['来源（野外、人工繁育）', 'Origin'] },
          { code: 'tool', label: ['工具、方法', 'Tool or method'] },
          { code: 'death', label: ['死因', 'Cause of death'] },
        ],
        required: true,
        label: ['鉴定事项', 'Questions'],
      },
      items: ITEMS,
    },
    needs: fact(
      (facts) => facts.appraisalAskedOn === null,
      ['上一次委托尚未返回', 'The last one is still out'],
    ),
    pauses: [{ deadline: 'AEL-25', reason: 'appraisal' }],
    apply: (facts, { on }) => ({ ...facts, appraisalAskedOn: on }),
  },
  {
    name: 'receiveAppraisal',
    label: ['收到鉴定意见', 'Receive the appraisal'],
    from: OPEN_STATUSES,
    likely: ['investigating'],
    by: HANDLE,
    article: '移送规定第4条第2款',
    fields: {
      docNo: { ...DOC_NO_DUE, label: ['鉴定书文号', 'Appraisal no.'] },
      findings: words(['鉴定意见', 'Findings']),
      value: { type: 'money', label: ['认定价值（元）', 'Value found (yuan)'] },
    },
    needs: fact(
      (facts) => facts.appraisalAskedOn !== null,
      ['没有待返回的委托', 'No appraisal was asked for'],
    ),
    resumes: ['AEL-25'],
    sets: ({ values }) => (typeof values.value === 'number' ? { value: values.value } : {}),
    apply: (facts, { values }) => ({
      ...facts,
      appraisalAskedOn: null,
      appraisedValue: typeof values.value === 'number' ? values.value : facts.appraisedValue,
    }),
  },
  {
    name: 'assess',
    label: ['法律评估', 'Assess by law'],
    from: [...BEFORE_DECISION, 'returned'],
    likely: ['investigating'],
    by: HANDLE,
    article: '移送规定第3条',
    fields: {
      proposed: choice(['系统提示', 'As computed'], VERDICTS),
      charges: { type: 'texts', label: ['涉嫌罪名', 'Charges'] },
      lawVersion: { ...DOC_NO, label: ['法律数据版本', 'Law tables of'] },
      summary: words(['评估摘要', 'Its reasons'], { required: false }),
      value: { type: 'money', label: ['核定价值（元）', 'Value (yuan)'] },
      conclusion: choice(['承办人结论', 'The officer’s conclusion'], VERDICTS),
      departure: words(['不采纳提示的理由', 'Why it departs'], { required: false }),
      /** JSON as `assessJson` reads it: the next assessment begins with it. */
      facts: {
        type: 'text',
        max: 20_000,
        long: true,
        minor: true,
        label: ['所依事实', 'Facts it stands on'],
      },
    },
    asks: () => ['proposed', 'charges', 'lawVersion', 'summary', 'value', 'conclusion', 'departure'],
    check: ({ step }) => [...departureRefusals(step), ...factRefusals(step)],
    sets: ({ values }) => (typeof values.value === 'number' ? { value: values.value } : {}),
    apply: (facts, { on, values }) => ({
      ...facts,
      assessedOn: on,
      proposed: values.proposed as Verdict,
      mustTransfer: values.conclusion as Verdict,
      charges: (values.charges ?? []) as readonly string[],
      departed: values.proposed !== values.conclusion,
      departureReason: textOf(values, 'departure'),
    }),
  },
];
