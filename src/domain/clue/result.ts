// In which results may a clue end, and what must each one state?
import type { Label } from '../kernel/label.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { Field, Values } from '../kernel/record.ts';
import { CLUE_RESULTS } from './clue.ts';

export type ClueResult = (typeof CLUE_RESULTS)[number]['code'];
/** A duplicate ends by being merged, so that its informants follow. */
export type StatedResult = Exclude<ClueResult, 'duplicate'>;

export const FINDINGS = [
  { code: 'confirmed', label: ['属实', 'Confirmed'] },
  { code: 'notFound', label: ['未发现', 'Not found'] },
  { code: 'unchecked', label: ['未能核查', 'Could not be checked'] },
] as const;
export type Finding = (typeof FINDINGS)[number]['code'];

/** Whether somebody waits for the answer. */
export const FEEDBACKS = [
  { code: 'owed', label: ['应当反馈', 'Owed'] },
  { code: 'none', label: ['没有举报人或移送单位', 'Nobody reported it'] },
  { code: 'unreachable', label: ['匿名且无法联系', 'Anonymous and out of reach'] },
] as const;

export const HANDLINGS = [
  { code: 'order', label: ['责令改正', 'Ordered to put right'] },
  { code: 'warning', label: ['批评教育、告诫', 'Warned'] },
  { code: 'removed', label: ['清除网具、标识、广告', 'Nets, signs or adverts removed'] },
  { code: 'onSpot', label: ['当场处罚', 'Fined on the spot'] },
  { code: 'other', label: ['其他行政处理', 'Other'] },
] as const;

export const RESULT_FIELDS = {
  case: { type: 'ref', kind: 'case', label: ['所立案件', 'The case'] },
  handling: { type: 'codes', codes: HANDLINGS, label: ['行政处理', 'What was done'] },
  handled: { type: 'text', long: true, label: ['处理情况', 'How it was handled'] },
  receiver: { type: 'text', label: ['接收单位', 'Received by (agency)'] },
  receiptNo: { type: 'text', label: ['回执文号或经收人', 'Receipt no. or who signed'] },
  receiptDay: { type: 'day', label: ['回执日期', 'Receipt of'] },
  shown: { type: 'text', long: true, label: ['不属实的依据', 'What shows that it is false'] },
  checked: { type: 'text', long: true, label: ['核查了什么', 'What was checked'] },
  whyNoFurther: { type: 'text', long: true, label: ['为何不能继续', 'Why no further'] },
  rescue: { type: 'ref', kind: 'rescue', label: ['救护记录', 'The rescue'] },
} as const satisfies Record<string, Field>;
export type ResultField = keyof typeof RESULT_FIELDS;

interface Demand {
  readonly needs: readonly ResultField[];
  /** Latest findings it may follow; null: also without any check. */
  readonly after: readonly (Finding | null)[];
}

/** What was found true may not end as false or insufficient; what was never seen cannot be called false. */
export const DEMANDS: Readonly<Record<StatedResult, Demand>> = {
  case: { needs: ['case'], after: ['confirmed', 'notFound', 'unchecked', null] },
  handled: { needs: ['handling', 'handled'], after: ['confirmed', 'notFound'] },
  transferred: {
    needs: ['receiver', 'receiptNo', 'receiptDay'],
    after: ['confirmed', 'notFound', 'unchecked', null],
  },
  false: { needs: ['shown'], after: ['notFound'] },
  insufficient: { needs: ['checked', 'whyNoFurther'], after: ['notFound', 'unchecked'] },
  rescued: { needs: ['rescue'], after: ['confirmed', 'notFound', 'unchecked', null] },
};

/** Results that further word of the same matter puts in doubt: it may not be laid to them. */
export function isUnproven(result: unknown): boolean {
  return result === 'false' || result === 'insufficient';
}

export const STATED_RESULTS = CLUE_RESULTS.filter((result) => result.code !== 'duplicate');

const isStated = (code: unknown): code is StatedResult => typeof code === 'string' && code in DEMANDS;

/** Fields asked for once the result is chosen. */
export function askedFor(result: unknown): readonly ResultField[] {
  return isStated(result) ? DEMANDS[result].needs : [];
}

function missing(where: ResultField): Refusal {
  const [zh, en] = RESULT_FIELDS[where].label;
  return {
    code: 'clue.resultNeeds',
    where,
    message: [`${zh}：此结果必须填写`, `${en}: this result must state it`],
  };
}

function stray(where: ResultField, result: Label): Refusal {
  const [zh, en] = RESULT_FIELDS[where].label;
  return {
    code: 'clue.resultStray',
    where,
    message: [
      `${zh}：与结果“${result[0]}”无关，请清空`,
      `${en} does not belong to the result "${result[1]}"`,
    ],
  };
}

const WHY_NOT: Readonly<Record<Finding | 'none', Label>> = {
  confirmed: [
    '最近一次核查属实，只能以立案、行政处理、移送或已救护办结',
    'The last check confirmed it: it may end as case, handled, transferred or rescued only',
  ],
  notFound: ['与最近一次核查结论不符', 'It does not follow from the last check'],
  unchecked: [
    '最近一次未能核查，不能认定属实与否；请再次核查，或以证据不足办结并说明',
    'The last check could not be made, so nothing can be called true or false; check again, or end as insufficient',
  ],
  none: [
    '还没有核查记录，不能这样办结；请先登记核查',
    'Nothing was checked yet; record a check before ending it so',
  ],
};

/** Whether `result` may be stated with these values after this finding; refusals by field. */
export function resultRefusals(result: unknown, values: Values, found: Finding | null): readonly Refusal[] {
  if (!isStated(result)) return [];
  const { needs, after } = DEMANDS[result];
  const label = CLUE_RESULTS.find((item) => item.code === result)?.label ?? ['', ''];
  const filled = (name: ResultField) => values[name] !== null && values[name] !== undefined;
  const refusals = (Object.keys(RESULT_FIELDS) as ResultField[]).flatMap((name) => {
    if (needs.includes(name)) return filled(name) ? [] : [missing(name)];
    return filled(name) ? [stray(name, label)] : [];
  });
  if (!after.includes(found))
    refusals.push({ code: 'clue.resultFinding', where: 'result', message: WHY_NOT[found ?? 'none'] });
  return refusals;
}
