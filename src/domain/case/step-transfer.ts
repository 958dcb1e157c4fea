// How does a case that may be a crime reach the police?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import {
  active,
  atLeastTwo,
  DOC_NO,
  DOC_NO_DUE,
  filled,
  HANDLE,
  HEAD,
  OFFICERS,
  REASON,
  type Rule,
  textOf,
  withOfficers,
  words,
  wrong,
  YES_NO,
} from './step-common.ts';

/** 移送规定6. */
export const TRANSFER_MATERIALS = [
  { code: 'letter', label: ['涉嫌犯罪案件移送书', 'Transfer letter'] },
  { code: 'report', label: ['涉嫌犯罪案件情况的调查报告', 'Investigation report'] },
  { code: 'items', label: ['涉案物品清单', 'List of items'] },
  { code: 'appraisal', label: ['检验报告或者鉴定结论', 'Test report or appraisal'] },
  { code: 'other', label: ['其他有关涉嫌犯罪的材料', 'Other papers'] },
] as const;

/** The first three are always there; what else is missing is said, so that nobody finds it missing later. */
function materialRefusals({ values }: StepTaken): Refusal[] {
  const given = (values.materials ?? []) as readonly string[];
  const missing = TRANSFER_MATERIALS.filter(({ code }) => !given.includes(code));
  const must = missing.filter(({ code }) => code !== 'appraisal' && code !== 'other');
  if (must.length > 0)
    return [
      wrong(
        'materials',
        [
          `缺少：${must.map(({ label }) => label[0]).join('、')}`,
          `Missing: ${must.map(({ label }) => label[1]).join(', ')}`,
        ],
        '移送规定第6条',
      ),
    ];
  return missing.length > 0 && !filled(values.without)
    ? [
        wrong(
          'without',
          ['未附检验鉴定或其他材料的，请说明', 'Say why the appraisal or other papers are not enclosed'],
          '移送规定第6条',
        ),
      ]
    : [];
}

export const TRANSFER_STEPS: readonly Rule[] = [
  {
    name: 'reportTransfer',
    label: ['专案组移送报告', 'Report on a transfer'],
    from: ['investigating', 'concluded', 'notified'],
    to: 'transferReported',
    by: HANDLE,
    article: '移送规定第5条第1款',
    fields: {
      officers: { ...OFFICERS, label: ['专案组人员', 'Special team'] },
      docNo: DOC_NO,
      charges: { type: 'texts', required: true, label: ['涉嫌罪名', 'Charges'] },
      report: words(['核实情况与移送意见', 'Findings and proposal']),
    },
    needs: active,
    check: atLeastTwo('移送规定第5条第1款'),
    starts: ['TR-5a'],
    apply: (facts, { on, values }) => ({
      ...facts,
      officers: withOfficers(facts, values),
      charges: (values.charges ?? []) as readonly string[],
      transferReportedOn: on,
    }),
  },
  {
    name: 'approveTransfer',
    label: ['批准移送', 'Approve the transfer'],
    from: ['transferReported'],
    to: 'transferApproved',
    likely: ['transferReported'],
    by: HEAD,
    article: '移送规定第5条第2款',
    fields: {},
    stops: ['TR-5a'],
    starts: ['TR-5b'],
    apply: (facts, { on }) => ({
      ...facts,
      transferApprovedOn: on,
      transferRefusedOn: null,
      refusalReason: null,
    }),
  },
  {
    name: 'refuseTransfer',
    label: ['不批准移送', 'Refuse the transfer'],
    from: ['transferReported'],
    to: 'investigating',
    by: HEAD,
    article: '移送规定第5条第2款',
    fields: { reason: { ...REASON, label: ['不予批准的理由', 'Reason on record'] } },
    stops: ['TR-5a'],
    apply: (facts, { on, values }) => ({
      ...facts,
      transferRefusedOn: on,
      refusalReason: textOf(values, 'reason'),
    }),
  },
  {
    name: 'transfer',
    label: ['移送公安机关', 'Transfer to the police'],
    from: ['transferApproved'],
    to: 'transferred',
    likely: ['transferApproved'],
    by: HANDLE,
    article: '移送规定第5条第2款、第6条',
    fields: {
      police: { type: 'ref', kind: 'agency', required: true, label: ['公安机关', 'Police'] },
      docNo: { ...DOC_NO_DUE, label: ['移送书文号', 'Letter no.'] },
      materials: {
        type: 'codes',
        codes: TRANSFER_MATERIALS,
        required: true,
        label: ['移送材料', 'Enclosed'],
      },
      without: words(['未附材料的说明', 'Why something is not enclosed'], { required: false, line: true }),
      copied: { type: 'code', codes: YES_NO, label: ['抄送同级检察院', 'Copied to the procuratorate'] },
    },
    check: ({ step }) => materialRefusals(step),
    // 行政处罚法57条4项: the transfer is the decision the ninety days ask for.
    stops: ['TR-5b', 'APL-60'],
    starts: ['COUNTY-RECEIPT'],
    sets: ({ on }) => ({ transferredOn: on, track: 'criminal', outcome: 'transferred' }),
    apply: (facts, { at, values }) => ({
      ...facts,
      transferredAt: at,
      police: textOf(values, 'police'),
      policeReceiptNo: null,
      policeFiledOn: null,
      policeDeclinedOn: null,
      itemsHandedOn: null,
      returnedOn: null,
      returnedBy: null,
      downgraded: null,
    }),
  },
  {
    name: 'policeReceipt',
    label: ['公安回执签收', 'Receipt of the police'],
    from: ['transferred'],
    to: 'policeReviewing',
    likely: ['transferred'],
    by: HANDLE,
    article: '移送规定第7条',
    fields: {
      receiptNo: { ...DOC_NO_DUE, label: ['回执文号', 'Receipt no.'] },
      signer: words(['签收人', 'Signed by'], { line: true }),
    },
    stops: ['COUNTY-RECEIPT'],
    starts: ['TR-8'],
    apply: (facts, { values }) => ({ ...facts, policeReceiptNo: textOf(values, 'receiptNo') }),
  },
  {
    name: 'policeNotCompetent',
    label: ['公安：不属本机关管辖', 'Police: not ours'],
    from: ['policeReviewing'],
    to: 'forwarding',
    by: HANDLE,
    article: '移送规定第7条',
    fields: { docNo: DOC_NO },
    stops: ['TR-8'],
    starts: ['TR-7'],
  },
  {
    name: 'policeForward',
    label: ['公安转送有管辖权的机关', 'Police pass it on'],
    from: ['forwarding'],
    to: 'transferred',
    likely: ['forwarding'],
    by: HANDLE,
    article: '移送规定第7条',
    fields: {
      receiver: words(['转送至', 'To'], { line: true }),
      docNo: { ...DOC_NO_DUE, label: ['书面告知文号', 'Notice no.'] },
    },
    stops: ['TR-7'],
    starts: ['COUNTY-RECEIPT'],
    apply: (facts) => ({ ...facts, policeReceiptNo: null }),
  },
];
