import { choice, DOC_NO, DOC_NO_DUE, HANDLE, HEAD, REASON, type Rule, words, YES_NO } from './step-common.ts';

const FILED_OR_NOT = { filed: 'policeFiled', upheld: 'upheld' } as const;

const supervised = {
  from: ['transferred', 'policeReviewing', 'declined', 'upheld'],
  stops: ['COUNTY-RECEIPT', 'TR-8', 'TR-9a', 'TR-9c'],
};

export const POLICE_STEPS: readonly Rule[] = [
  {
    name: 'policeFile',
    label: ['公安决定立案', 'Police open a case'],
    from: ['policeReviewing'],
    to: 'policeFiled',
    likely: ['policeReviewing'],
    by: HANDLE,
    article: '移送规定第8条',
    fields: { docNo: { ...DOC_NO_DUE, label: ['立案通知书文号', 'Notice no.'] } },
    stops: ['TR-8'],
    starts: ['TR-12'],
    apply: (facts, { on }) => ({ ...facts, policeFiledOn: on }),
  },
  {
    name: 'policeDecline',
    label: ['公安不予立案', 'Police decline'],
    from: ['policeReviewing'],
    to: 'declined',
    by: HANDLE,
    article: '移送规定第8条',
    fields: {
      docNo: { ...DOC_NO_DUE, label: ['不予立案通知书文号', 'Notice no.'] },
      reason: { ...REASON, label: ['公安说明的理由', 'Reason given'] },
      fileReturned: choice(['案卷材料已退回', 'File returned'], YES_NO),
    },
    stops: ['TR-8'],
    starts: ['TR-9a'],
    apply: (facts, { on }) => ({ ...facts, policeDeclinedOn: on }),
  },
  {
    name: 'askReconsider',
    label: ['提请公安复议', 'Ask the police to reconsider'],
    from: ['declined'],
    to: 'reconsidering',
    likely: ['declined'],
    by: HANDLE,
    article: '移送规定第9条第1款',
    fields: { docNo: DOC_NO_DUE, reason: REASON },
    stops: ['TR-9a'],
    starts: ['TR-9b'],
  },
  {
    name: 'reconsidered',
    label: ['公安复议决定', 'Reconsideration decided'],
    from: ['reconsidering'],
    to: { field: 'result', of: FILED_OR_NOT },
    likely: ['reconsidering'],
    by: HANDLE,
    article: '移送规定第9条第2款',
    fields: {
      result: choice(
        ['决定', 'Decision'],
        [
          { code: 'filed', label: ['立案', 'Case opened'] },
          { code: 'upheld', label: ['维持不予立案', 'Refusal upheld'] },
        ],
      ),
      docNo: DOC_NO_DUE,
    },
    stops: ['TR-9b'],
    starts: [
      { deadline: 'TR-12', when: { result: 'filed' } },
      { deadline: 'TR-9c', when: { result: 'upheld' } },
    ],
    apply: (facts, { on, values }) => (values.result === 'filed' ? { ...facts, policeFiledOn: on } : facts),
  },
  {
    name: 'proposeSupervision',
    label: ['建议立案监督', 'Ask for the procuratorate’s supervision'],
    from: supervised.from,
    to: 'supervising',
    likely: ['upheld'],
    by: HANDLE,
    article: '移送规定第9条、第17条',
    fields: { docNo: DOC_NO_DUE, reason: REASON },
    stops: supervised.stops,
  },
  {
    name: 'supervised',
    label: ['立案监督结果', 'Result of the supervision'],
    from: ['supervising'],
    to: { field: 'result', of: { filed: 'policeFiled', kept: 'returned' } },
    likely: ['supervising'],
    by: HANDLE,
    article: '检察院办理移送案件规定第10条、第11条',
    fields: {
      result: choice(
        ['结果', 'Result'],
        [
          { code: 'filed', label: ['公安已立案', 'The police opened a case'] },
          { code: 'kept', label: ['不立案理由成立', 'The refusal was right'] },
        ],
      ),
      docNo: DOC_NO,
      opinion: words(['检察机关意见', 'Opinion'], { required: false }),
    },
    starts: [
      { deadline: 'TR-12', when: { result: 'filed' } },
      { deadline: 'COUNTY-RETURNED', when: { result: 'kept' } },
    ],
    sets: ({ values }) => (values.result === 'kept' ? { outcome: null } : {}),
    apply: (facts, { on, values }) =>
      values.result === 'filed'
        ? { ...facts, policeFiledOn: on }
        : { ...facts, returnedOn: on, returnedBy: 'police' },
  },
  {
    name: 'acceptDecline',
    label: ['不再提出异议', 'Accept the refusal'],
    from: ['declined', 'upheld'],
    to: 'returned',
    by: HEAD,
    article: '移送规定第10条',
    fields: { reason: REASON },
    stops: ['TR-9a', 'TR-9c'],
    starts: ['COUNTY-RETURNED'],
    sets: () => ({ outcome: null }),
    apply: (facts, { on }) => ({ ...facts, returnedOn: on, returnedBy: 'police' }),
  },
];
