// May a fine be laid, and how much is it at least and at most?
import { type Fen, formatFen, sayFen } from '../kernel/money.ts';
import { type Case, has } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { type Sum, saySum, shareOf, sumOf } from './assess-value.ts';
import type { State } from './fact-state.ts';
import type { PenaltyRow } from './penalty-table.ts';
import { inTarget } from './penalty-target.ts';

/** Fen; `max` null: no upper end known. `basis` says how it was reckoned. */
export interface Fine {
  readonly min: Fen | null;
  readonly max: Fen | null;
  readonly basis: string;
}

interface Gate {
  readonly state: State;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

/** Whether a fine may be laid at all: 情节严重, or not put right in time. */
export function gateOf(c: Case, row: PenaltyRow): Gate {
  const article = cite('wildlife', row.article[0], row.article[1]);
  if (row.severeOnly) {
    const state = has(c.facts, 'severe');
    const word =
      state === 'yes'
        ? '情节严重，并处罚款'
        : state === 'no'
          ? '不属情节严重，不处罚款'
          : '仅情节严重的才并处罚款';
    return {
      state,
      reasons: [`${word}（${article}）`],
      missing: state === 'unknown' ? [`情节是否严重（${article}）`] : [],
    };
  }
  if (row.overdueOnly) {
    const told = has(c.facts, 'overdue');
    const state = told === 'unknown' && has(c.facts, 'corrected') === 'yes' ? 'no' : told;
    const word =
      state === 'yes'
        ? '逾期不改正，处罚款'
        : state === 'no'
          ? '已改正，不处罚款'
          : '先责令限期改正，逾期不改正的才处罚款';
    return {
      state,
      reasons: [`${word}（${article}）`],
      missing: state === 'unknown' ? [`责令限期改正后是否逾期不改正（${article}）`] : [],
    };
  }
  return { state: row.multiple === null && row.fixed === null ? 'no' : 'yes', reasons: [], missing: [] };
}

export function baseSum(c: Case, row: PenaltyRow): Sum | null {
  if (row.base === null) return null;
  const unsaid: Sum = {
    lo: 0,
    hi: null,
    missing: [row.base === 'proceeds' ? 'proceedsYuan：违法所得' : 'animals：涉案动物的价值'],
  };
  const { proceeds } = c.facts;
  const gains: Sum = proceeds === null ? unsaid : { lo: proceeds, hi: proceeds, missing: [] };
  if (row.base === 'proceeds') return gains;
  if (row.base === 'catch' && has(c.facts, 'noCatch') === 'yes') return { lo: 0, hi: 0, missing: [] };
  const worth =
    c.subjects.length === 0 ? unsaid : sumOf(c.subjects.map((s) => shareOf(s, inTarget(s, row.target))));
  if (row.base !== 'valueOrProceeds') return worth;
  // 价值或者违法所得: the article lets either be the base; the wider span is shown.
  if (proceeds === null) return worth;
  if (c.subjects.length === 0) return gains;
  const hi = worth.hi === null ? null : Math.max(worth.hi, proceeds);
  return { lo: Math.min(worth.lo, proceeds), hi, missing: worth.missing };
}

/** Whether the fine could still turn out otherwise: below or not, or how much. */
export function isOpen(row: PenaltyRow, sum: Sum | null): boolean {
  if (sum === null || row.multiple === null) return false;
  if (row.below !== null && sum.hi !== null && sum.hi < row.below.amount) return false;
  return sum.lo !== sum.hi;
}

export function baseMissing(row: PenaltyRow, sum: Sum | null): readonly string[] {
  if (sum === null) return [];
  return sum.missing.length > 0 ? sum.missing : [BASE_WORDS[row.base ?? 'value']];
}

const BASE_WORDS: Readonly<Record<NonNullable<PenaltyRow['base']>, string>> = {
  catch: '猎获物价值',
  value: '野生动物及其制品价值',
  proceeds: '违法所得',
  valueOrProceeds: '野生动物及其制品价值或者违法所得',
};

export function reckon(c: Case, row: PenaltyRow, sum: Sum | null): Fine | null {
  if (row.fixed !== null) return { ...row.fixed, basis: `${spell(row.fixed.min, row.fixed.max)}罚款` };
  if (row.multiple === null || row.base === null || sum === null) return null;
  const [least, most] = row.multiple;
  const word =
    row.base === 'value' && !row.confiscate.includes('野生动物及其制品')
      ? '野生动物价值'
      : BASE_WORDS[row.base];
  const times = `${word}${chinese(least)}倍以上${chinese(most)}倍以下`;
  const { below } = row;
  const worth = `${word}${saySum(sum)}`;
  if (below !== null && sum.hi !== null && sum.hi < below.amount) {
    const none =
      sum.hi === 0
        ? row.base === 'catch'
          ? '没有猎获物'
          : `没有${word}`
        : `${worth}，不足${sayFen(below.amount)}`;
    return { min: below.min, max: below.max, basis: `${none}：${spell(below.min, below.max)}` };
  }
  if (below === null || sum.lo >= below.amount) {
    if (sum.lo === 0 && sum.hi === 0 && c.facts.proceeds === 0 && row.base === 'proceeds')
      return { min: 0, max: 0, basis: '没有违法所得，无从计算罚款' };
    if (sum.lo === 0 && sum.hi === null) return { min: null, max: null, basis: `${worth}：${times}` };
    const max = sum.hi === null ? null : sum.hi * most;
    return {
      min: sum.lo * least,
      max,
      basis: `${worth}：${times}${max === null ? '' : `，即${spell(sum.lo * least, max)}`}`,
    };
  }
  const max = sum.hi === null ? null : Math.max(below.max, sum.hi * most);
  return {
    min: Math.min(below.min, below.amount * least),
    max,
    basis: `${worth}：不足${sayFen(below.amount)}或者没有的，${spell(below.min, below.max)}；${sayFen(below.amount)}以上的，${times}`,
  };
}

function spell(min: Fen, max: Fen): string {
  return `${formatFen(min).replaceAll(',', '')}元以上${formatFen(max).replaceAll(',', '')}元以下`;
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

function chinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${head}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}
