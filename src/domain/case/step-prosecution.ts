// How does a case with the police end, or come back to the agency?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { CaseFacts, ReturnedBy } from './fact.ts';
import { UNDECIDED } from './fact.ts';
import {
  choice,
  DOC_NO,
  DOC_NO_DUE,
  dueWith,
  fact,
  HANDLE,
  HEAD,
  PENALISED,
  REASON,
  type Rule,
  words,
  wrong,
  YES_NO,
} from './step-common.ts';
import { OWN_TRACKS } from './step-handling.ts';

const TO_AGENCY = choice(['移送行政机关处理', 'To be handled administratively'], YES_NO);
const BACK_OR_END = { field: 'administrative', of: { yes: 'returned', no: 'closing' } } as const;
const BACK = { deadline: 'COUNTY-RETURNED', when: { administrative: 'yes' } } as const;

function back(facts: CaseFacts, { on, values }: StepTaken, by: ReturnedBy): CaseFacts {
  return values.administrative === 'yes' ? { ...facts, returnedOn: on, returnedBy: by } : facts;
}

const JUDGMENTS = [
  { code: 'sentenced', label: ['判处刑罚', 'Sentenced'] },
  { code: 'exempted', label: ['免予刑事处罚', 'Exempted from punishment'] },
  { code: 'acquitted', label: ['宣告无罪', 'Acquitted'] },
] as const;

function judgmentRefusals({ values }: StepTaken): Refusal[] {
  return values.result === 'sentenced' && values.administrative === 'yes'
    ? [
        wrong(
          'administrative',
          ['已判处刑罚的，不再退回行政处罚', 'Who was sentenced is not handed back for a penalty'],
          '行政处罚法第35条',
        ),
      ]
    : [];
}

export const PROSECUTION_STEPS: readonly Rule[] = [
  {
    name: 'handItems',
    label: ['移交涉案物品与材料', 'Hand over items and papers'],
    from: ['policeFiled', 'prosecuting', 'court'],
    likely: ['policeFiled'],
    by: HANDLE,
    article: '移送规定第12条',
    fields: {
      listNo: { ...DOC_NO_DUE, label: ['移交清单编号', 'List no.'] },
      receiver: words(['接收人', 'Received by'], { line: true }),
    },
    needs: fact((facts) => facts.itemsHandedOn === null, ['已办结移交手续', 'It was handed over']),
    stops: ['TR-12'],
    apply: (facts, { on }) => ({ ...facts, itemsHandedOn: on }),
  },
  {
    name: 'sendToProsecution',
    label: ['移送审查起诉', 'Sent for prosecution'],
    from: ['policeFiled'],
    to: 'prosecuting',
    likely: ['policeFiled'],
    by: HANDLE,
    article: '刑事诉讼法第162条',
    fields: { docNo: DOC_NO },
  },
  {
    name: 'sendBack',
    label: ['退回补充侦查', 'Sent back to the police'],
    from: ['prosecuting'],
    to: 'policeFiled',
    by: HANDLE,
    article: '刑事诉讼法第175条',
    fields: { docNo: DOC_NO },
  },
  {
    name: 'indict',
    label: ['提起公诉', 'Indicted'],
    from: ['prosecuting'],
    to: 'court',
    likely: ['prosecuting'],
    by: HANDLE,
    article: '刑事诉讼法第176条',
    fields: { docNo: { ...DOC_NO_DUE, label: ['起诉书文号', 'Indictment no.'] } },
    sets: () => ({ outcome: 'prosecuted' }),
  },
  {
    name: 'notProsecute',
    label: ['不起诉', 'Not prosecuted'],
    from: ['prosecuting'],
    to: BACK_OR_END,
    by: HANDLE,
    article: '法释〔2022〕12号第14条',
    fields: {
      kind: choice(
        ['不起诉种类', 'Kind'],
        [
          { code: 'statutory', label: ['法定不起诉', 'Statutory'] },
          { code: 'slight', label: ['情节轻微不起诉', 'Slight'] },
          { code: 'evidence', label: ['证据不足不起诉', 'For want of evidence'] },
        ],
      ),
      docNo: { ...DOC_NO_DUE, label: ['不起诉决定书文号', 'Decision no.'] },
      administrative: {
        ...TO_AGENCY,
        label: ['检察意见：移送行政处罚', 'Opinion: penalise administratively'],
      },
      opinionNo: { ...DOC_NO, label: ['检察意见书文号', 'Opinion no.'] },
      replyBy: { type: 'day', label: ['回复期限', 'Reply by'] },
    },
    asks: ({ administrative }) =>
      administrative === 'yes'
        ? ['kind', 'docNo', 'administrative', 'opinionNo', 'replyBy']
        : ['kind', 'docNo', 'administrative'],
    check: dueWith('administrative', 'yes', {
      opinionNo: ['检察意见书文号', 'Opinion no.'],
      replyBy: ['回复期限', 'Reply by'],
    }),
    starts: [{ ...BACK, due: 'replyBy' }],
    sets: ({ values }) => ({ outcome: values.administrative === 'yes' ? null : 'notProsecuted' }),
    apply: (facts, step) => back(facts, step, 'procuratorate'),
  },
  {
    name: 'judge',
    label: ['法院判决', 'Judgment'],
    from: ['court'],
    to: BACK_OR_END,
    likely: ['court'],
    by: HANDLE,
    article: '刑事诉讼法第200条',
    fields: {
      result: choice(['判决', 'Judgment'], JUDGMENTS),
      docNo: { ...DOC_NO_DUE, label: ['判决书文号', 'Judgment no.'] },
      sentence: words(['判决内容', 'Sentence']),
      parties: { ...PENALISED.parties, label: ['被判刑人', 'Sentenced'] },
      fine: { type: 'money', label: ['罚金（元）', 'Fine (yuan)'] },
      fines: { ...PENALISED.fines, label: ['分别罚金（多人，按顺序）', 'Fine of each, in their order'] },
      administrative: TO_AGENCY,
    },
    prefill: ({ record }) => ({ parties: record.parties ?? null }),
    check: ({ step }) => judgmentRefusals(step),
    starts: [BACK],
    sets: ({ values }) => ({ outcome: values.administrative === 'yes' ? null : values.result }),
    apply: (facts, step) => back(facts, step, 'court'),
  },
  {
    name: 'policeReturn',
    label: ['公安撤案、终止侦查', 'Police end their case'],
    from: ['policeFiled'],
    to: BACK_OR_END,
    by: HANDLE,
    article: '移送规定第13条',
    fields: {
      docNo: { ...DOC_NO_DUE, label: ['撤销案件决定书文号', 'Decision no.'] },
      reason: REASON,
      administrative: TO_AGENCY,
    },
    stops: ['TR-12'],
    starts: [BACK],
    sets: ({ values }) => ({ outcome: values.administrative === 'yes' ? null : 'withdrawn' }),
    apply: (facts, step) => back(facts, step, 'police'),
  },
  {
    name: 'refile',
    label: ['重新作为行政案件办理', 'Handle it administratively'],
    from: ['returned'],
    to: 'investigating',
    likely: ['returned'],
    by: HEAD,
    article: '移送规定第10条、第13条',
    fields: { track: choice(['案件类别', 'Track'], OWN_TRACKS), docNo: DOC_NO, reason: REASON },
    stops: ['COUNTY-RETURNED'],
    starts: ['APL-60'],
    sets: ({ on, values }, _, record) => ({ track: values.track, filedOn: record.filedOn ?? on }),
    apply: (facts, { on }) => ({ ...facts, ...UNDECIDED, downgraded: on }),
  },
];
