import { UNDECIDED } from './fact.ts';
import {
  active,
  choice,
  DOC_NO,
  DOC_NO_DUE,
  HANDLE,
  HEAD,
  kept,
  needs,
  REASON,
  type Rule,
  words,
  YES_NO,
} from './step-common.ts';

/** 行政处罚法58 (1)–(4); a hearing held adds the second by itself. */
export const REVIEW_GROUNDS = [
  { code: 'public', label: ['重大公共利益', 'Great public interest'] },
  { code: 'hearing', label: ['重大权益且经过听证', 'Great rights, after a hearing'] },
  { code: 'complex', label: ['疑难复杂、多个法律关系', 'Complex'] },
  { code: 'statute', label: ['法律法规规定的其他情形', 'Stated by other law'] },
] as const;

const RECOMMENDATIONS = [
  { code: 'penalty', label: ['给予处罚', 'A penalty'] },
  { code: 'noPenalty', label: ['不予处罚', 'No penalty'] },
  { code: 'noViolation', label: ['违法事实不能成立', 'No violation'] },
  { code: 'transfer', label: ['移送司法机关', 'Transfer'] },
] as const;

export const CONCLUSION_STEPS: readonly Rule[] = [
  {
    name: 'conclude',
    label: ['调查终结', 'Conclude the investigation'],
    from: ['investigating'],
    to: 'concluded',
    likely: ['investigating'],
    by: HANDLE,
    article: '行政处罚法第57条',
    fields: {
      report: words(['调查终结报告', 'Report']),
      recommendation: choice(['处理建议', 'Recommendation'], RECOMMENDATIONS),
      reviewGrounds: {
        type: 'codes',
        codes: REVIEW_GROUNDS,
        label: ['应当法制审核的情形', 'Legal review due by'],
      },
      major: choice(['情节复杂或者重大', 'Complex or major'], YES_NO),
    },
    needs: active,
    apply: (facts, { values }) => ({
      ...facts,
      reviewGrounds: (values.reviewGrounds ?? []) as readonly string[],
      major: values.major === 'yes',
      reviewedOn: null,
      discussedOn: null,
    }),
  },
  {
    name: 'reinvestigate',
    label: ['补充调查', 'Investigate further'],
    from: ['concluded', 'notified'],
    to: 'investigating',
    by: HANDLE,
    article: '行政处罚法第40条、第45条',
    fields: { reason: REASON },
    needs: active,
    apply: (facts) => ({ ...facts, ...UNDECIDED }),
  },
  {
    name: 'dropCase',
    label: ['撤销案件', 'Withdraw the case'],
    from: ['investigating', 'concluded'],
    to: 'closed',
    by: HEAD,
    article: '行政处罚法第40条、第57条',
    fields: { docNo: DOC_NO, reason: REASON },
    needs: needs(active, kept),
    stops: ['APL-60', 'COUNTY-CASE'],
    sets: ({ on }) => ({ outcome: 'withdrawn', closedOn: on }),
  },
  {
    name: 'handOver',
    label: ['移送管辖', 'Hand over to the competent agency'],
    from: ['investigating', 'concluded'],
    to: 'handedOver',
    by: HEAD,
    article: '行政处罚法第22条、第25条',
    fields: { receiver: words(['受移送机关', 'To'], { line: true }), docNo: DOC_NO_DUE, reason: REASON },
    needs: needs(active, kept),
  },
  {
    name: 'handOverAccepted',
    label: ['收到移送管辖回执', 'It is accepted'],
    from: ['handedOver'],
    to: 'handed',
    likely: ['handedOver'],
    by: HANDLE,
    article: '行政处罚法第25条',
    fields: { receiptNo: { ...DOC_NO_DUE, label: ['回执文号', 'Receipt no.'] } },
    stops: ['APL-60', 'COUNTY-CASE'],
    sets: ({ on }) => ({ outcome: 'handedOver', closedOn: on }),
  },
  {
    name: 'handOverRefused',
    label: ['移送管辖被退回', 'It is refused'],
    from: ['handedOver'],
    to: 'investigating',
    by: HANDLE,
    article: '行政处罚法第25条',
    fields: { docNo: DOC_NO, reason: REASON },
  },
];
