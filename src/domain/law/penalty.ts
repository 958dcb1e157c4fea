// Which administrative penalties do the facts carry, and how large may each fine be?

import { addYears } from '../kernel/day.ts';
import { type Fen, formatFen, sayFen } from '../kernel/money.ts';
import type { Subject } from './assess-animal.ts';
import {
  actLeaf,
  areaLeaf,
  type Case,
  foodPurpose,
  has,
  isInQuestion,
  licensed,
  methodLeaf,
  periodLeaf,
  permitted,
  purposeLeaf,
  reserveLeaf,
  stateOfAct,
} from './assess-case.ts';
import { cite } from './assess-law.ts';
import { type Sum, saySum, shareOf, sumOf } from './assess-value.ts';
import { all, any, both, type Condition, either, find, leaf, not, type State, unique } from './fact-state.ts';
import { OF_STATE, type Reached } from './offence-frame.ts';
import { PENALTIES, type PenaltyRow, type Target } from './penalty-table.ts';
import type { PermitTypeCode } from './taxonomy.ts';

/** Fen; `max` null: no upper end known. `basis` says how it was reckoned. */
export interface Fine {
  readonly min: Fen | null;
  readonly max: Fen | null;
  readonly basis: string;
}

export interface PenaltyFinding {
  readonly row: PenaltyRow;
  readonly article: string;
  readonly applies: Reached;
  readonly fine: Fine | null;
  /** The fine if a condition not yet known (情节严重, 逾期不改正) holds. */
  readonly fineIf: Fine | null;
  readonly other: readonly string[];
  readonly conditions: readonly string[];
  readonly missing: readonly string[];
}

/** Rows whose act and animals are in question, the table's order; a row known not to apply stands with applies 'no'. */
export function judgePenalties(c: Case): readonly PenaltyFinding[] {
  return (
    PENALTIES.filter((row) => c.judgedOn >= row.from && (row.until === null || c.judgedOn < row.until))
      .filter((row) => isInQuestion(c.facts.acts, row.acts) && isReach(c, row))
      // Only a weight on other rows: while the purpose is not said a note tells of it (assess-note.ts).
      .filter((row) => row.id !== 'P50-1' || foodPurpose(c.facts).state === 'yes')
      .map((row) => judge(c, row))
  );
}

/** An animal of the row's class is there, or may be. */
function isReach(c: Case, row: PenaltyRow): boolean {
  if (row.id === 'P48-1' && !isInQuestion(c.facts.acts, ['hunt', 'gunHunt', 'kill']))
    return c.subjects.some((s) => s.national !== 'no' && s.item.speciesId !== null);
  if (row.target === 'none' || c.subjects.length === 0) return true;
  return c.subjects.some((s) => inTarget(s, row.target) !== 'no');
}

/**
 * 本法规定保护的 (arts 31, 50, 53) is 国家重点 and 三有 (art. 2 para. 2); a 地方重点 animal that is not 三有 is 其他陆生 there,
 * while arts 49 and 52 name 地方重点 beside 三有.
 */
export function inTarget(s: Subject, target: Target): State {
  const listed = either(s.sanyou, s.local);
  switch (target) {
    case 'national':
      return s.national;
    case 'listed':
      return both(not(s.national), listed);
    case 'sanyou':
      return both(not(s.national), s.sanyou);
    case 'otherLand':
      return [not(s.national), not(listed), s.terrestrial, notDomestic(s)].reduce(both, 'yes');
    case 'food':
      return either(s.national, s.sanyou);
    case 'otherFood':
      return [not(s.national), not(s.sanyou), s.terrestrial, notDomestic(s)].reduce(both, 'yes');
    case 'any':
    case 'none':
      return notDomestic(s);
  }
}

/** A domestic breed is no wildlife (species table, kind `bred`). */
function notDomestic(s: Subject): State {
  return s.isDomestic ? 'no' : 'yes';
}

function judge(c: Case, row: PenaltyRow): PenaltyFinding {
  const article = cite('wildlife', row.article[0], row.article[1]);
  const target = targetLeaf(c, row, article);
  const found = find(all(actLeaf(c.facts, row.acts, article), target, ground(c, row, article)));
  const sum = baseSum(c, row);
  const reckoned = reckon(c, row, sum);
  const gate = gateOf(c, row);
  const open = reckoned !== null && found.state !== 'no' && isOpen(row, sum);
  const holds = found.state === 'yes' ? gate.state === 'unknown' || (gate.state === 'yes' && open) : false;
  const applies: Reached = found.state === 'yes' && holds ? 'depends' : OF_STATE[found.state];
  return {
    row,
    article,
    applies,
    fine: gate.state === 'yes' && found.state !== 'no' ? reckoned : null,
    fineIf: gate.state === 'unknown' && found.state !== 'no' ? reckoned : null,
    other: [...row.other, ...(has(c.facts, 'severe') === 'yes' ? row.whenSevere : [])],
    conditions: unique([...found.reasons, ...gate.reasons]),
    missing: unique([
      ...found.missing,
      ...(found.state === 'no' ? [] : gate.missing),
      ...(open && gate.state !== 'no' ? baseMissing(row, sum) : []),
      ...(c.facts.day === null ? ['day：行为日期'] : []),
    ]),
  };
}

const TARGET_WORDS: Readonly<Record<Target, string>> = {
  national: '国家重点保护野生动物',
  listed: '三有、地方重点保护野生动物',
  sanyou: '三有野生动物',
  otherLand: '其他陆生野生动物',
  food: '国家重点保护、三有野生动物',
  otherFood: '国家重点保护、三有以外的陆生野生动物',
  any: '野生动物及其制品',
  none: '',
};

function targetLeaf(c: Case, row: PenaltyRow, article: string): Condition {
  if (row.target === 'none') return all();
  const word = TARGET_WORDS[row.target];
  if (c.subjects.length === 0)
    return leaf('target', 'unknown', `涉案动物未载明（${article}）`, [`animals：涉案动物（是否${word}）`]);
  const inside = c.subjects
    .map((s) => [s, inTarget(s, row.target)] as const)
    .filter(([, state]) => state !== 'no');
  const sure = inside.filter(([, state]) => state === 'yes');
  const state: State = sure.length > 0 ? 'yes' : inside.length > 0 ? 'unknown' : 'no';
  const names = (sure.length > 0 ? sure : inside).map(([s]) => s.item.name).join('、');
  const missing = inside.flatMap(([s]) => [
    ...s.classMissing,
    ...(s.terrestrial === 'unknown' ? [`${s.item.name}：是否陆生野生动物`] : []),
  ]);
  return leaf('target', state, `${names}${state === 'yes' ? '属' : '是否属'}${word}（${article}）`, missing);
}

function ground(c: Case, row: PenaltyRow, article: string): Condition {
  const { facts } = c;
  const where = () =>
    licensed(facts, [areaLeaf(facts), periodLeaf(facts), reserveLeaf(facts), methodLeaf(facts)]);
  switch (row.ground) {
    case 'none':
    case 'overdue':
      return all();
    case 'huntNational': {
      const lacks = lacking(c, ['specialHunting'], cite('wildlife', 21), '特许猎捕证');
      return any(...where(), lacks);
    }
    case 'huntListed':
      return any(...where(), lacking(c, ['hunting'], cite('wildlife', 22), '狩猎证'));
    case 'huntOther':
      return any(...where());
    case 'gun':
      return lacking(c, ['gun'], cite('wildlife', 23, 2), '持枪证');
    case 'foodWild':
    case 'foodWildTrade':
    case 'foodWildAny':
      return all(purposeLeaf(facts), wildLeaf(c, row, article));
    case 'forFood': {
      // Eating needs no further purpose; buying does.
      const eaten = stateOfAct(facts.acts, ['eat']) === 'yes';
      return eaten ? all() : purposeLeaf(facts);
    }
    case 'breedLicence':
      return lacking(c, ['breeding'], cite('wildlife', 25, 2), '人工繁育许可证');
    case 'breedRecord':
      return stateOfAct(facts.acts, ['breedUnrecorded']) === 'yes'
        ? all()
        : lacking(c, ['breedingRecord'], cite('wildlife', 25, 3), '人工繁育备案');
    case 'tradeNational':
      return traded(
        c,
        row,
        ['trade', 'breeding', 'specialHunting', 'importExport'],
        cite('wildlife', 28, 2),
        '批准文件、专用标识或者许可证',
      );
    case 'tradeListed':
      return traded(
        c,
        row,
        ['originProof', 'hunting', 'breedingRecord', 'breeding', 'importExport', 'trade'],
        cite('wildlife', 28, 3),
        '合法来源证明或者专用标识',
      );
    case 'alien':
      return alienLeaf(c, article);
  }
}

function lacking(c: Case, kinds: readonly PermitTypeCode[], article: string, name: string): Condition {
  const held = permitted(c.facts, kinds);
  const violated = has(c.facts, 'violatesPermit') === 'yes';
  const state = violated ? 'yes' : not(held);
  const reason = violated
    ? `未按照${name}规定（${article}）`
    : state === 'yes'
      ? `未取得${name}（${article}）`
      : state === 'no'
        ? `持有${name}（${article}）`
        : `有无${name}未载明（${article}）`;
  return leaf(`permit:${name}`, state, reason, [`permit：有无${name}（${article}）`]);
}

/** Selling, buying and using need a permit or proof anywhere; carrying only beyond the county (art. 34). */
function traded(
  c: Case,
  row: PenaltyRow,
  kinds: readonly PermitTypeCode[],
  article: string,
  name: string,
): Condition {
  const lacks = lacking(c, kinds, article, name);
  const others = row.acts.filter((a) => a !== 'transport');
  const state = stateOfAct(c.facts.acts, others);
  if (state === 'yes' || stateOfAct(c.facts.acts, ['transport']) === 'no') return lacks;
  const beyond = has(c.facts, 'outOfCounty');
  const para = row.target === 'national' ? 1 : 2;
  const out = cite('wildlife', 34, para);
  const county = leaf(
    'outOfCounty',
    beyond,
    beyond === 'yes'
      ? `运输、携带、寄递出县境（${out}）`
      : beyond === 'no'
        ? `未出县境，不适用（${out}）`
        : `是否出县境未载明（${out}）`,
    [`outOfCounty：是否出县境（${out}）`],
  );
  return state === 'no' ? all(lacks, county) : all(lacks, any(actLeaf(c.facts, others, article), county));
}

function wildLeaf(c: Case, row: PenaltyRow, article: string): Condition {
  const inside = c.subjects.filter((s) => inTarget(s, row.target) !== 'no');
  if (inside.length === 0) return all();
  const state = inside.map((s) => s.wild).reduce(either, 'no');
  const open = inside
    .filter((s) => s.wild === 'unknown')
    .map((s) => `${s.item.name}：来源（野外或者人工繁育）`);
  const reason =
    state === 'yes'
      ? '系在野外环境自然生长繁殖'
      : state === 'no'
        ? '不是在野外环境自然生长繁殖'
        : '来源未载明';
  return leaf('wild', state, `${reason}（${article}）`, open);
}

function alienLeaf(c: Case, article: string): Condition {
  if (stateOfAct(c.facts.acts, ['releaseAlien']) === 'yes')
    return leaf('alien', 'yes', `放生、丢弃的是从境外引进的野生动物（${article}）`);
  const state = c.subjects.length === 0 ? 'unknown' : c.subjects.map((s) => s.foreign).reduce(either, 'no');
  const reason =
    state === 'yes'
      ? `非原产我国物种（${article}）`
      : state === 'no'
        ? `原产我国物种，随意放生依${cite('wildlife', 41)}处理`
        : '是否从境外引进未载明';
  return leaf('alien', state, reason, [`是否从境外引进的野生动物（${article}）`]);
}

interface Gate {
  readonly state: State;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

/** Whether a fine may be laid at all: 情节严重, or not put right in time. */
function gateOf(c: Case, row: PenaltyRow): Gate {
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

function baseSum(c: Case, row: PenaltyRow): Sum | null {
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
function isOpen(row: PenaltyRow, sum: Sum | null): boolean {
  if (sum === null || row.multiple === null) return false;
  if (row.below !== null && sum.hi !== null && sum.hi < row.below.amount) return false;
  return sum.lo !== sum.hi;
}

function baseMissing(row: PenaltyRow, sum: Sum | null): readonly string[] {
  if (sum === null) return [];
  return sum.missing.length > 0 ? sum.missing : [BASE_WORDS[row.base ?? 'value']];
}

const BASE_WORDS: Readonly<Record<NonNullable<PenaltyRow['base']>, string>> = {
  catch: '猎获物价值',
  value: '野生动物及其制品价值',
  proceeds: '违法所得',
  valueOrProceeds: '野生动物及其制品价值或者违法所得',
};

function reckon(c: Case, row: PenaltyRow, sum: Sum | null): Fine | null {
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

/** 行政处罚法第36条: discovered later than two years (five where life or health was harmed) after the act's last day. */
export function isTimeBarred(c: Case): boolean {
  const { day, discoveredOn } = c.facts;
  if (day === null || discoveredOn === null) return false;
  return discoveredOn > addYears(day, has(c.facts, 'harmHealth') === 'yes' ? 5 : 2);
}
