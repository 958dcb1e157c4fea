// May a fine be laid, and how much is it at least and at most?
import type { Label } from '../kernel/label.ts';
import { type Fen, formatFen } from '../kernel/money.ts';
import { amount, en, zh } from '../kernel/wording.ts';
import { type Case, has } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { type Sum, saySum, shareOf, sumOf } from './assess-value.ts';
import type { State } from './fact-state.ts';
import type { PenaltyRow } from './penalty-row.ts';
import { inTarget, targetMissing } from './penalty-target.ts';
import { PRODUCTS } from './penalty-word.ts';

/** Fen; `max` null: no upper end known. `basis` says how it was reckoned. */
export interface Fine {
  readonly min: Fen | null;
  readonly max: Fen | null;
  readonly basis: Label;
}

interface Gate {
  readonly state: State;
  readonly reasons: readonly Label[];
  readonly missing: readonly Label[];
}

/** Whether a fine may be laid at all: 情节严重, or not put right in time. */
export function gateOf(c: Case, row: PenaltyRow): Gate {
  const article = cite('wildlife', row.article[0], row.article[1]);
  if (row.severeOnly) return gate(has(c.facts, 'severe'), SEVERE, article);
  if (row.overdueOnly) {
    const told = has(c.facts, 'overdue');
    const state = told === 'unknown' && has(c.facts, 'corrected') === 'yes' ? 'no' : told;
    return gate(state, OVERDUE, article);
  }
  return { state: row.multiple === null && row.fixed === null ? 'no' : 'yes', reasons: [], missing: [] };
}

type GateWords = Readonly<Record<State | 'asked', Label>>;

const SEVERE: GateWords = {
  yes: ['情节严重，并处罚款', 'Serious circumstances: a fine besides'],
  no: ['不属情节严重，不处罚款', 'The circumstances are not serious: no fine'],
  unknown: ['仅情节严重的才并处罚款', 'A fine is imposed besides only where the circumstances are serious'],
  asked: ['情节是否严重', 'Whether the circumstances are serious'],
};
const OVERDUE: GateWords = {
  yes: ['逾期不改正，处罚款', 'Not corrected within the time set: a fine'],
  no: ['已改正，不处罚款', 'Corrected: no fine'],
  unknown: [
    '先责令限期改正，逾期不改正的才处罚款',
    'First an order to correct it within a time set; a fine only where that is not done',
  ],
  asked: ['责令限期改正后是否逾期不改正', 'Whether it was left uncorrected after the time set by the order'],
};

function gate(state: State, words: GateWords, article: Label): Gate {
  const said = (word: Label): Label => [zh`${word}（${article}）`, en`${word} (${article})`];
  return {
    state,
    reasons: [said(words[state])],
    missing: state === 'unknown' ? [said(words.asked)] : [],
  };
}

const PROCEEDS_MISSING: Label = ['proceedsYuan：违法所得', 'proceedsYuan: the unlawful proceeds'];
const VALUE_MISSING: Label = ['animals：涉案动物的价值', 'animals: the value of the animals involved'];

export function baseSum(c: Case, row: PenaltyRow): Sum | null {
  if (row.base === null) return null;
  const unsaid: Sum = {
    lo: 0,
    hi: null,
    missing: [row.base === 'proceeds' ? PROCEEDS_MISSING : VALUE_MISSING],
  };
  const { proceeds } = c.facts;
  const gains: Sum = proceeds === null ? unsaid : { lo: proceeds, hi: proceeds, missing: [] };
  if (row.base === 'proceeds') return gains;
  if (row.base === 'catch' && has(c.facts, 'noCatch') === 'yes') return { lo: 0, hi: 0, missing: [] };
  const worth =
    c.subjects.length === 0
      ? unsaid
      : sumOf(c.subjects.map((s) => shareOf(s, inTarget(s, row.target), targetMissing(s, row.target))));
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
  // 价值或者违法所得: the span between the two is the article's own, not a fact still to be found.
  if (row.base === 'valueOrProceeds') return sum.missing.length > 0;
  if (row.below !== null && sum.hi !== null && sum.hi < row.below.amount) return false;
  return sum.lo !== sum.hi;
}

export function baseMissing(row: PenaltyRow, sum: Sum | null): readonly Label[] {
  if (sum === null) return [];
  return sum.missing.length > 0 ? sum.missing : [BASE_WORDS[row.base ?? 'value']];
}

const BASE_WORDS: Readonly<Record<NonNullable<PenaltyRow['base']>, Label>> = {
  catch: ['猎获物价值', 'value of the catch'],
  value: ['野生动物及其制品价值', 'value of the wildlife and products'],
  proceeds: ['违法所得', 'unlawful proceeds'],
  valueOrProceeds: [
    '野生动物及其制品价值或者违法所得',
    'value of the wildlife and products or unlawful proceeds',
  ],
};
const VALUE_OF_ANIMALS: Label = ['野生动物价值', 'value of the wildlife'];
const NO_CATCH: Label = ['没有猎获物', 'Nothing was caught'];
const NO_PROCEEDS: Label = [
  '没有违法所得，无从计算罚款',
  'There are no unlawful proceeds to reckon a fine from',
];

export function reckon(c: Case, row: PenaltyRow, sum: Sum | null): Fine | null {
  if (row.fixed !== null) {
    const span = spell(row.fixed.min, row.fixed.max);
    return { ...row.fixed, basis: [zh`${span}罚款`, en`A fine of ${span}`] };
  }
  if (row.multiple === null || row.base === null || sum === null) return null;
  const [least, most] = row.multiple;
  const ofAnimals = row.base === 'value' && !row.confiscate.includes(PRODUCTS);
  const word = ofAnimals ? VALUE_OF_ANIMALS : BASE_WORDS[row.base];
  const times: Label = [
    zh`${word}${chinese(least)}倍以上${chinese(most)}倍以下`,
    en`${least} to ${most} times the ${word}`,
  ];
  const { below } = row;
  const worth = worthOf(word, sum);
  if (below !== null && sum.hi !== null && sum.hi < below.amount) {
    const [none, span] = [lackOf(row, word, sum, below.amount), spell(below.min, below.max)];
    return { min: below.min, max: below.max, basis: [zh`${none}：${span}`, en`${none}: fine of ${span}`] };
  }
  if (below === null || sum.lo >= below.amount) {
    if (sum.lo === 0 && sum.hi === 0 && c.facts.proceeds === 0 && row.base === 'proceeds')
      return { min: 0, max: 0, basis: NO_PROCEEDS };
    if (sum.lo === 0 && sum.hi === null)
      return { min: null, max: null, basis: [zh`${worth}：${times}`, en`${worth}; fine of ${times}`] };
    const max = sum.hi === null ? null : sum.hi * most;
    const that = max === null ? null : spell(sum.lo * least, max);
    return {
      min: sum.lo * least,
      max,
      basis: [
        zh`${worth}：${times}${that === null ? '' : zh`，即${that}`}`,
        en`${worth}; fine of ${times}${that === null ? '' : en`, that is ${that}`}`,
      ],
    };
  }
  const max = sum.hi === null ? null : Math.max(below.max, sum.hi * most);
  const [edge, span] = [amount(below.amount), spell(below.min, below.max)];
  return {
    min: Math.min(below.min, below.amount * least),
    max,
    basis: [
      zh`${worth}：不足${edge}或者没有的，${span}；${edge}以上的，${times}`,
      en`${worth}; below ${edge} or none: fine of ${span}; from ${edge} on: fine of ${times}`,
    ],
  };
}

/** 猎获物价值至少2000元 · Value of the catch: at least ¥2,000. */
function worthOf(word: Label, sum: Sum): Label {
  const [told, [first = '', ...rest]] = [saySum(sum), word[1]];
  return [zh`${word}${told}`, en`${first.toUpperCase()}${rest.join('')}: ${told}`];
}

/** Why the fixed range holds: nothing there, or less than the amount from which the multiple counts. */
function lackOf(row: PenaltyRow, word: Label, sum: Sum, edge: Fen): Label {
  if (sum.hi === 0) return row.base === 'catch' ? NO_CATCH : [zh`没有${word}`, en`No ${word}`];
  const worth = worthOf(word, sum);
  return [zh`${worth}，不足${amount(edge)}`, en`${worth}, below ${amount(edge)}`];
}

function spell(min: Fen, max: Fen): Label {
  const chineseYuan = (fen: Fen) => `${formatFen(fen).replaceAll(',', '')}元`;
  return [`${chineseYuan(min)}以上${chineseYuan(max)}以下`, en`${amount(min)} to ${amount(max)}`];
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

function chinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${head}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}
