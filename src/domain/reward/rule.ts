// What does the county's own rule say a reward is? Dated brackets in, an amount with its reasons out.
import type { Label } from '../kernel/label.ts';
import { type Fen, formatFen } from '../kernel/money.ts';
import { VIOLATION_TYPES } from '../law/taxonomy.ts';

/** What a clue may have come to. Several hold at once: a sentenced case was filed before. */
export const REWARD_RESULTS = [
  { code: 'handled', label: ['行政处理（未立案）', 'Handled without a case'] },
  { code: 'transferred', label: ['移送', 'Transferred'] },
  { code: 'rescued', label: ['救护', 'Rescued'] },
  { code: 'filed', label: ['立案查实', 'Case filed'] },
  { code: 'penalised', label: ['行政处罚', 'Penalised'] },
  { code: 'criminal', label: ['刑事立案', 'Criminal case'] },
  { code: 'sentenced', label: ['判决', 'Sentenced'] },
] as const;
export type RewardResult = (typeof REWARD_RESULTS)[number]['code'];

export const REWARD_BASES = [
  { code: 'result', label: ['按办理结果', 'By result'] },
  { code: 'value', label: ['按涉案价值', 'By value of the case'] },
  { code: 'violation', label: ['按违法类型', 'By kind of violation'] },
] as const;

/** A flat sum, or hundredths of a percent (500 = 5 %) of the case's value or of the fines, within `min` and `max`. */
export type RewardPay =
  | { readonly kind: 'flat'; readonly amount: Fen }
  | {
      readonly kind: 'percent';
      readonly of: 'value' | 'fine';
      readonly rate: number;
      readonly min: Fen | null;
      readonly max: Fen | null;
    };

export interface RewardBracket {
  readonly id: string;
  readonly label: string;
  readonly basis: (typeof REWARD_BASES)[number]['code'];
  /** Any of these; empty: not asked. */
  readonly results: readonly RewardResult[];
  readonly violations: readonly string[];
  /** Value of the case from (included) to (not included). */
  readonly valueFrom: Fen | null;
  readonly valueTo: Fen | null;
  readonly pay: RewardPay;
}

/** One document of the county. Never edited once in force: closed, and another added. */
export interface RewardVersion {
  readonly docNo: string;
  readonly title: string;
  readonly from: string;
  readonly until: string | null;
  readonly brackets: readonly RewardBracket[];
  /** Most for one matter, and for all of a calendar year. */
  readonly cap: Fen | null;
  readonly yearCap: Fen | null;
  /** Days an approved reward waits to be picked up. */
  readonly claimDays: number | null;
  readonly note: string;
}

/** The setting `rewardRule`. */
export interface RewardRule {
  readonly versions: readonly RewardVersion[];
  /** Refuse approvals beyond the money granted (不得超预算). */
  readonly withinBudget: boolean;
}

export const NO_RULE: RewardRule = { versions: [], withinBudget: false };

/** Results of a clue whose informant may be rewarded. */
export const REWARDING = ['case', 'handled', 'transferred', 'rescued'] as const;

/** What is known of a clue that decides its reward. Money in fen; null: not known. */
export interface RewardFacts {
  /** Day the clue was received: the rule of that day holds. */
  readonly day: string;
  readonly results: readonly RewardResult[];
  readonly violations: readonly string[];
  readonly value: Fen | null;
  readonly fine: Fen | null;
  /** Already approved in this calendar year, for all clues; and proposed, owed or paid for this very clue. */
  readonly awarded: Fen;
  readonly given: Fen;
}

export interface Candidate {
  readonly bracket: RewardBracket;
  readonly amount: Fen;
  readonly reasons: readonly Label[];
}

export interface RewardProposal {
  readonly version: RewardVersion | null;
  /** Every bracket that fits, highest first; the first one is proposed. */
  readonly fitting: readonly Candidate[];
  /** Whole amount for the clue; null when the rule gives none. */
  readonly amount: Fen | null;
  readonly reasons: readonly Label[];
  /** What would decide a bracket and is not known. */
  readonly missing: readonly Label[];
}

export function versionOn(rule: RewardRule, day: string): RewardVersion | null {
  return rule.versions.find((v) => v.from <= day && (v.until === null || day <= v.until)) ?? null;
}

const yuan = (fen: Fen): string => `${formatFen(fen)}元`;
const words = (codes: readonly string[], table: readonly { code: string; label: Label }[], at: 0 | 1) =>
  codes.map((code) => table.find((row) => row.code === code)?.label[at] ?? code).join(at === 0 ? '、' : ', ');

/** Whether `bracket` fits: yes with reasons, no, or what must be known first. */
function fits(
  bracket: RewardBracket,
  facts: RewardFacts,
): { yes: boolean; reasons: Label[]; missing: Label[] } {
  const no = { yes: false, reasons: [], missing: [] };
  const reasons: Label[] = [];
  if (bracket.results.length > 0) {
    const met = bracket.results.filter((code) => facts.results.includes(code));
    if (met.length === 0) return no;
    reasons.push([`办理结果：${words(met, REWARD_RESULTS, 0)}`, `Result: ${words(met, REWARD_RESULTS, 1)}`]);
  }
  if (bracket.violations.length > 0) {
    const met = bracket.violations.filter((code) => facts.violations.includes(code));
    if (met.length === 0) return no;
    reasons.push([
      `违法类型：${words(met, VIOLATION_TYPES, 0)}`,
      `Violation: ${words(met, VIOLATION_TYPES, 1)}`,
    ]);
  }
  const { valueFrom, valueTo, pay } = bracket;
  if (valueFrom !== null || valueTo !== null) {
    if (facts.value === null) return { ...no, missing: [unknown(bracket, 'value')] };
    if (valueFrom !== null && facts.value < valueFrom) return no;
    if (valueTo !== null && facts.value >= valueTo) return no;
    reasons.push([`涉案价值 ${yuan(facts.value)}`, `Value of the case ${formatFen(facts.value)} yuan`]);
  }
  if (pay.kind === 'percent' && facts[pay.of] === null) return { ...no, missing: [unknown(bracket, pay.of)] };
  return { yes: true, reasons, missing: [] };
}

function unknown(bracket: RewardBracket, what: 'value' | 'fine'): Label {
  return what === 'value'
    ? [`涉案价值未填，无法判断“${bracket.label}”`, `The value of the case is not known: ${bracket.label}`]
    : [`没有罚款数额，无法计算“${bracket.label}”`, `No fine is known: ${bracket.label}`];
}

/** The sum a fitting bracket gives; a share of a fen is dropped. Values lie under 9×10^11 fen. */
function payOf(bracket: RewardBracket, facts: RewardFacts): { amount: Fen; reasons: Label[] } {
  const { pay } = bracket;
  if (pay.kind === 'flat')
    return {
      amount: pay.amount,
      reasons: [[`${bracket.label}：${yuan(pay.amount)}`, `Flat: ${formatFen(pay.amount)} yuan`]],
    };
  const base = facts[pay.of] ?? 0;
  const raw = Number((BigInt(base) * BigInt(pay.rate)) / 10_000n);
  const rate = `${pay.rate / 100}%`;
  const of: Label = pay.of === 'value' ? ['涉案价值', 'value of the case'] : ['罚款', 'fines'];
  const reasons: Label[] = [
    [
      `${bracket.label}：${of[0]} ${yuan(base)} × ${rate} = ${yuan(raw)}`,
      `${rate} of the ${of[1]} ${formatFen(base)} = ${formatFen(raw)} yuan`,
    ],
  ];
  if (pay.min !== null && raw < pay.min) {
    reasons.push([`不足下限，按 ${yuan(pay.min)}`, `Below the least: ${formatFen(pay.min)} yuan`]);
    return { amount: pay.min, reasons };
  }
  if (pay.max !== null && raw > pay.max) {
    reasons.push([`超过上限，按 ${yuan(pay.max)}`, `Above the most: ${formatFen(pay.max)} yuan`]);
    return { amount: pay.max, reasons };
  }
  return { amount: raw, reasons };
}

function capped(amount: Fen, version: RewardVersion, facts: RewardFacts): { amount: Fen; reasons: Label[] } {
  const reasons: Label[] = [];
  let left = amount;
  if (version.cap !== null && left > version.cap) {
    left = version.cap;
    reasons.push([`超过单件最高额，按 ${yuan(left)}`, `Above the most for one: ${formatFen(left)} yuan`]);
  }
  if (facts.given > 0) {
    left = Math.max(0, left - facts.given);
    reasons.push([
      `本线索已提出 ${yuan(facts.given)}，尚可 ${yuan(left)}`,
      `${formatFen(facts.given)} proposed for this clue before; ${formatFen(left)} yuan left`,
    ]);
  }
  const open = version.yearCap === null ? null : Math.max(0, version.yearCap - facts.awarded);
  if (open !== null && left > open) {
    left = open;
    reasons.push([
      `本年度已批 ${yuan(facts.awarded)}，年度上限余 ${yuan(open)}`,
      `Approved this year ${formatFen(facts.awarded)}; left under the cap ${formatFen(open)} yuan`,
    ]);
  }
  return { amount: left, reasons };
}

/** Proposes by the rule in force on the day of the clue; of several brackets that fit, the highest (就高不重复). */
export function proposeReward(rule: RewardRule, facts: RewardFacts): RewardProposal {
  const version = versionOn(rule, facts.day);
  const none = { version, fitting: [], amount: null, missing: [] };
  if (!version)
    return {
      ...none,
      reasons: [['这一天没有施行的奖励办法', 'No reward rule of the county was in force on that day']],
    };
  const judged = version.brackets.map((bracket) => ({ bracket, ...fits(bracket, facts) }));
  const missing = judged.flatMap((each) => each.missing);
  const fitting = judged
    .filter((each) => each.yes)
    .map(({ bracket, reasons }): Candidate => {
      const pay = payOf(bracket, facts);
      const cap = capped(pay.amount, version, facts);
      return { bracket, amount: cap.amount, reasons: [...reasons, ...pay.reasons, ...cap.reasons] };
    })
    .sort((a, b) => b.amount - a.amount);
  const [first] = fitting;
  if (!first)
    return {
      ...none,
      missing,
      reasons: [[`${version.docNo}：没有适用的档次`, `${version.docNo}: no bracket fits`]],
    };
  const most: Label[] =
    fitting.length > 1
      ? [[`符合 ${fitting.length} 档，就高不重复`, `${fitting.length} brackets fit; the highest holds`]]
      : [];
  return {
    version,
    fitting,
    amount: first.amount,
    missing,
    reasons: [
      [`依据 ${version.docNo}《${version.title}》`, `By ${version.docNo} "${version.title}"`],
      ...first.reasons,
      ...most,
    ],
  };
}
