// How is evidence found, kept, sealed, appraised and read as law?
import { addDays } from '../kernel/day.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Verdict } from './fact.ts';
import { BEFORE_DECISION, OPEN_STATUSES } from './status.ts';
import {
  APPROVER,
  checks,
  choice,
  DOC_NO,
  DOC_NO_DUE,
  fact,
  HANDLE,
  HEAD,
  OFFICERS,
  type Rule,
  SIGNED,
  textOf,
  twoOfficers,
  withOfficers,
  words,
  wrong,
  YES_NO,
} from './step-common.ts';

const LOOKING = ['discovered', 'investigating'];
const LIST_NO = { ...DOC_NO_DUE, label: ['清单编号', 'List no.'] } as const;
const ITEMS = words(['物品', 'Items']);

const KEPT_FATES = [
  { code: 'returned', label: ['退还', 'Returned'] },
  { code: 'sealed', label: ['转为查封扣押', 'Sealed or seized'] },
  { code: 'appraisal', label: ['送交鉴定', 'Sent for appraisal'] },
  { code: 'confiscated', label: ['予以没收', 'Confiscated'] },
  { code: 'moved', label: ['移送有关部门', 'Passed to another body'] },
  { code: 'released', label: ['放归、送救护', 'Released or to rescue'] },
  { code: 'lapsed', label: ['逾期未决定，登记保存失效', 'No decision in time: it lapsed'] },
] as const;

const VERDICTS = [
  { code: 'yes', label: ['应当移送公安', 'Must be transferred'] },
  { code: 'no', label: ['未达到刑事标准', 'Below the criminal threshold'] },
  { code: 'depends', label: ['尚待查明', 'Depends on what is not yet known'] },
] as const;

/** 行政强制法25: thirty days, once up to thirty more. */
const SEAL_MOST_DAYS = 60;

function extensionRefusals(step: StepTaken, sealedOn: string | null, appraised: boolean): Refusal[] {
  const until = String(step.values.until);
  if (until < step.on || sealedOn === null)
    return [wrong('until', ['不能早于本步骤日期', 'It may not lie before this step'])];
  // Time with the appraiser does not count, so after an appraisal the last day may lie further off.
  if (!appraised && until > addDays(sealedOn, SEAL_MOST_DAYS))
    return [
      wrong(
        'until',
        ['查封、扣押连同延长不超过六十日', 'Sealing and its extension may not exceed sixty days'],
        '行政强制法第25条',
      ),
    ];
  return [];
}

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

export const EVIDENCE_STEPS: readonly Rule[] = [
  {
    name: 'inspect',
    label: ['现场检查、勘验', 'Inspect the scene'],
    from: LOOKING,
    by: HANDLE,
    article: '行政处罚法第55条',
    fields: {
      officers: OFFICERS,
      shown: choice(['出示执法证件', 'Warrant cards shown'], YES_NO),
      where: words(['地点', 'Place'], { line: true }),
      findings: words(['检查情况', 'What was found']),
      witness: words(['见证人', 'Witness'], { required: false, line: true, personal: true }),
      signed: SIGNED,
    },
    check: checks(twoOfficers, cardShown),
    apply: (facts, { values }) => ({ ...facts, officers: withOfficers(facts, values) }),
  },
  {
    name: 'question',
    label: ['询问', 'Question'],
    from: LOOKING,
    by: HANDLE,
    article: '行政处罚法第55条',
    fields: {
      officers: OFFICERS,
      shown: choice(['出示执法证件', 'Warrant cards shown'], YES_NO),
      person: words(['被询问人', 'Person questioned'], { line: true, personal: true }),
      role: choice(
        ['身份', 'As'],
        [
          { code: 'party', label: ['当事人', 'Party'] },
          { code: 'witness', label: ['证人', 'Witness'] },
          { code: 'other', label: ['其他有关人员', 'Other'] },
        ],
      ),
      record: words(['询问要点', 'What was said']),
      signed: SIGNED,
    },
    check: checks(twoOfficers, cardShown),
    apply: (facts, { values }) => ({ ...facts, officers: withOfficers(facts, values) }),
  },
  {
    name: 'collect',
    label: ['调取、抽样取证', 'Collect or sample'],
    from: LOOKING,
    by: HANDLE,
    article: '行政处罚法第46条、第56条',
    fields: {
      officers: OFFICERS,
      items: words(['证据', 'Evidence']),
      source: words(['来源', 'From'], { line: true }),
    },
    check: twoOfficers,
    apply: (facts, { values }) => ({ ...facts, officers: withOfficers(facts, values) }),
  },
  {
    name: 'registerEvidence',
    label: ['证据先行登记保存', 'Register and keep evidence'],
    from: LOOKING,
    by: HANDLE,
    article: '行政处罚法第56条',
    fields: {
      officers: OFFICERS,
      listNo: LIST_NO,
      items: ITEMS,
      keptAt: words(['保存地点', 'Kept at'], { line: true }),
      approver: APPROVER,
    },
    check: twoOfficers,
    starts: ['APL-56'],
    apply: (facts, { on, values }) => ({
      ...facts,
      officers: withOfficers(facts, values),
      evidenceOn: facts.evidenceOn ?? on,
    }),
  },
  {
    name: 'decideEvidence',
    label: ['登记保存处理决定', 'Decide on evidence kept'],
    from: OPEN_STATUSES,
    by: HANDLE,
    article: '行政处罚法第56条',
    fields: {
      fates: { type: 'codes', codes: KEPT_FATES, required: true, label: ['处理决定', 'Decision'] },
      approver: APPROVER,
      detail: words(['处理情况', 'Details'], { required: false }),
    },
    needs: fact(
      (facts) => facts.evidenceOn !== null,
      ['没有待处理的登记保存', 'No evidence waits for a decision'],
    ),
    stops: ['APL-56'],
    apply: (facts) => ({ ...facts, evidenceOn: null }),
  },
  {
    name: 'seal',
    label: ['查封、扣押', 'Seal or seize'],
    from: LOOKING,
    by: HANDLE,
    article: '野生动物保护法第36条第4项',
    fields: {
      officers: OFFICERS,
      listNo: LIST_NO,
      items: ITEMS,
      keptAt: words(['保管处', 'Kept at'], { line: true }),
      approver: APPROVER,
    },
    check: twoOfficers,
    starts: ['AEL-25'],
    apply: (facts, { on, values }) => ({
      ...facts,
      officers: withOfficers(facts, values),
      sealedOn: facts.sealedOn ?? on,
    }),
  },
  {
    name: 'extendSeal',
    label: ['延长查封、扣押', 'Extend the sealing'],
    from: BEFORE_DECISION,
    by: HEAD,
    article: '行政强制法第25条',
    fields: {
      until: { type: 'day', required: true, label: ['延长至', 'Until'] },
      reason: words(['理由', 'Reason']),
    },
    needs: fact(
      (facts) => facts.sealedOn !== null && !facts.sealExtended && facts.appraisalAskedOn === null,
      [
        '没有可以延长的查封扣押（只能延长一次；鉴定期间不计）',
        'Nothing sealed that may be extended (once only)',
      ],
      '行政强制法第25条',
    ),
    check: ({ step, progress: { facts } }) =>
      extensionRefusals(step, facts.sealedOn, facts.appraisedValue !== null),
    stops: ['AEL-25'],
    starts: [{ deadline: 'AEL-25', due: 'until' }],
    apply: (facts) => ({ ...facts, sealExtended: true }),
  },
  {
    name: 'endSeal',
    label: ['查封、扣押处理决定', 'Decide on what is sealed'],
    from: OPEN_STATUSES,
    by: HANDLE,
    article: '行政强制法第27条、第28条',
    fields: {
      fates: {
        type: 'codes',
        codes: KEPT_FATES.filter(({ code }) => code !== 'sealed' && code !== 'lapsed'),
        required: true,
        label: ['处理决定', 'Decision'],
      },
      detail: words(['处理情况', 'Details'], { required: false }),
    },
    needs: fact((facts) => facts.sealedOn !== null, ['没有待处理的查封扣押', 'Nothing is sealed']),
    stops: ['AEL-25'],
    apply: (facts) => ({ ...facts, sealedOn: null, sealExtended: false }),
  },
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
    },
    check: ({ step }) => departureRefusals(step),
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

/** 行政处罚法55: who does not show the card may be refused; a record made so proves nothing. */
function cardShown({ step }: { step: StepTaken }): Refusal[] {
  return step.values.shown === 'yes'
    ? []
    : [wrong('shown', ['应当主动出示执法证件', 'Warrant cards must be shown'], '行政处罚法第55条')];
}
