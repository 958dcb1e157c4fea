// What does a case state, ready to be judged: its acts, animals, permits and circumstances as yes, no or unknown?
import type { Day } from '../kernel/day.ts';
import { type Subject, subjectOf } from './assess-animal.ts';
import { cite } from './assess-law.ts';
import type { BaseRow } from './base-value.ts';
import type { ActStatement, Facts } from './fact.ts';
import { ACTS, type ActCode } from './fact-act.ts';
import { type CircumstanceCode, namesCatering } from './fact-circumstance.ts';
import { either, type Leaf, leaf, type State, unique } from './fact-state.ts';
import type { LocalRow } from './protection.ts';
import type { PermitTypeCode } from './taxonomy.ts';

export interface CaseMore {
  readonly localLists?: readonly LocalRow[];
  /** National base values and the county's own. */
  readonly rows?: readonly BaseRow[];
}

export interface Case {
  readonly facts: Facts;
  /** The day lists and laws are looked up on: the act's, or a day beyond all when it is not said. */
  readonly judgedOn: Day;
  readonly subjects: readonly Subject[];
  readonly more: CaseMore;
}

/** Stands for "as the law is now" where the day is not said: later than every row's first day. */
export const NOW: Day = '9999-12-31';

export function caseOf(given: Facts, more: CaseMore): Case {
  const facts = { ...given, acts: withFoodSale(given) };
  const judgedOn = facts.day ?? NOW;
  const caught = stateOfAct(facts.acts, ['hunt', 'gunHunt', 'fish']) === 'yes';
  const approved = has(facts, 'approvedNational') === 'yes';
  const subjects = facts.animals.map((item) => {
    const context = { ...withLists(more), day: judgedOn, caught };
    const subject = subjectOf(item, context);
    // 经核准 is said of the case: it is about the animals no list of ours names.
    return approved && subject.national === 'unknown'
      ? subjectOf({ ...item, approved: true }, context)
      : subject;
  });
  return { facts, judgedOn, subjects, more };
}

/** Selling as food in a restaurant may be 生产、经营使用……制作的食品 (野生动物保护法第53条第2款): left open, not passed over. */
function withFoodSale(facts: Facts): readonly ActStatement[] {
  const sold = stateOfAct(facts.acts, ['sell']) === 'yes' && !isInQuestion(facts.acts, ['makeFood']);
  const asFood = has(facts, 'cateringSale') === 'yes' || inCatering(facts);
  return sold && asFood
    ? [...facts.acts, { text: '在餐饮单位等作为食品销售', codes: ['sell', 'makeFood'] }]
    : facts.acts;
}

export function withLists(more: CaseMore) {
  return { localLists: more.localLists ?? [], ...(more.rows ? { rows: more.rows } : {}) };
}

/** Whether one of `codes` was done: a statement that may be another act leaves it open. */
export function stateOfAct(statements: readonly ActStatement[], codes: readonly ActCode[]): State {
  if (statements.length === 0) return 'unknown';
  return statements
    .map((s): State => {
      if (s.codes.length === 0) return 'unknown';
      const inside = s.codes.filter((c) => codes.includes(c)).length;
      return inside === s.codes.length ? 'yes' : inside > 0 ? 'unknown' : 'no';
    })
    .reduce(either, 'no');
}

/** Whether one of `codes` is so much as in question; a text not understood alone does not put it there. */
export function isInQuestion(statements: readonly ActStatement[], codes: readonly ActCode[]): boolean {
  return statements.some((s) => s.codes.some((c) => codes.includes(c)));
}

const WORD = new Map<ActCode, string>(ACTS.map((a) => [a.code, a.label[0]]));

export function actWord(code: ActCode): string {
  return WORD.get(code) ?? code;
}

/** The stated words among `codes`, in the table's order: 猎捕、出售. */
export function actWords(statements: readonly ActStatement[], codes: readonly ActCode[]): string {
  const done = ACTS.filter((a) => codes.includes(a.code) && statements.some((s) => s.codes.includes(a.code)));
  return done.map((a) => a.label[0]).join('、');
}

export function actLeaf(facts: Facts, codes: readonly ActCode[], article: string): Leaf {
  const state = stateOfAct(facts.acts, codes);
  const words = actWords(facts.acts, codes);
  if (state === 'yes') return leaf(`act:${codes.join()}`, state, `行为：${words}（${article}）`);
  const wanted = unique(codes.map(actWord)).join('、');
  if (state === 'no') return leaf(`act:${codes.join()}`, state, `没有${wanted}行为（${article}）`);
  const open = facts.acts.filter((s) => s.codes.length === 0 || s.codes.some((c) => codes.includes(c)));
  const missing =
    open.length === 0
      ? [`行为（是否${wanted}）`]
      : open.map(
          (s) => `行为“${s.text}”究竟是${s.codes.length > 0 ? s.codes.map(actWord).join('还是') : '哪一种'}`,
        );
  return leaf(`act:${codes.join()}`, state, `行为未定（${article}）`, missing);
}

export function has(facts: Facts, code: CircumstanceCode): State {
  return facts.circumstances.get(code) ?? 'unknown';
}

/** A permit of one of `kinds` is held and kept to. A permit without kind stands for the one needed. */
export function permitted(facts: Facts, kinds: readonly PermitTypeCode[]): State {
  const { held, kinds: own } = facts.permit;
  const covers: State = held === 'yes' && own.length > 0 && !own.some((k) => kinds.includes(k)) ? 'no' : held;
  if (covers === 'yes' && has(facts, 'violatesPermit') === 'yes') return 'no';
  return covers;
}

const PLACE_RESERVE = /自然保护[地区]|国家公园|自然公园|湿地公园|森林公园|保护区/;
const PLACE_SEA = /海域|海上|近海|公海|领海|海洋(?!馆|公园)/;

export function inReserve(facts: Facts): State {
  const told = has(facts, 'reserve');
  return told === 'unknown' &&
    PLACE_RESERVE.test(facts.place ?? '') &&
    !/种质资源保护区/.test(facts.place ?? '')
    ? 'yes'
    : told;
}

export function inCatering(facts: Facts): boolean {
  return namesCatering(facts.place ?? '');
}

export function atSea(facts: Facts): boolean {
  return has(facts, 'sea') === 'yes' || (has(facts, 'inland') !== 'yes' && PLACE_SEA.test(facts.place ?? ''));
}

export function inReserveWater(facts: Facts): boolean {
  return has(facts, 'reserveWater') === 'yes' || /种质资源保护区/.test(facts.place ?? '');
}

export interface Purpose {
  readonly state: State;
  readonly reason: string;
}

/** 以食用为目的: stated, presumed by 法释〔2022〕12号第11条, or not said. */
export function foodPurpose(facts: Facts): Purpose {
  const article = cite('interpretation', 11, 2);
  if (has(facts, 'foodPurpose') === 'yes')
    return { state: 'yes', reason: `以食用为目的（${cite('interpretation', 11)}）` };
  if (has(facts, 'foodPurpose') === 'no') return { state: 'no', reason: '载明不以食用为目的' };
  if (has(facts, 'cateringSale') === 'yes')
    return {
      state: 'yes',
      reason: `在餐饮单位、饮食摊点、超市等作为食品销售或者运往上述场所，可以认定以食用为目的（${article}第1项）`,
    };
  if (has(facts, 'foodAdvert') === 'yes')
    return { state: 'yes', reason: `介绍食用价值或者方法，可以认定以食用为目的（${article}第2项）` };
  if (stateOfAct(facts.acts, ['makeFood', 'eat']) === 'yes')
    return { state: 'yes', reason: `食用或者作为食品生产经营，足以认定以食用为目的（${article}第3项）` };
  if (inCatering(facts) && stateOfAct(facts.acts, ['sell', 'transport', 'buy']) === 'yes')
    return {
      state: 'yes',
      reason: `在“${facts.place}”出售、收购或者运往该处，属餐饮单位、饮食摊点、超市等场所，可以认定以食用为目的，有相反证据的除外（${article}第1项）`,
    };
  if (has(facts, 'otherPurpose') === 'yes') return { state: 'no', reason: '载明饲养、观赏、收藏等其他目的' };
  return { state: 'unknown', reason: '是否以食用为目的未载明' };
}

export function purposeLeaf(facts: Facts): Leaf {
  const { state, reason } = foodPurpose(facts);
  return leaf('purpose', state, reason, [`是否以食用为目的（${cite('interpretation', 11)}）`]);
}

/** Held and kept to, a licence answers for place, season and tools that are not said (野生动物保护法第23条第1款). */
export function licensed(facts: Facts, leaves: readonly Leaf[]): readonly Leaf[] {
  const kept = permitted(facts, ['specialHunting', 'hunting']) === 'yes';
  const article = cite('wildlife', 23, 1);
  return leaves.map((l) =>
    kept && l.state === 'unknown'
      ? { ...l, state: 'no', reason: `持证猎捕，未载明违反证载地点、期限、工具、方法（${article}）` }
      : l,
  );
}

export function areaLeaf(facts: Facts): Leaf {
  const what = facts.banAreaText === null ? '' : `（${facts.banAreaText}）`;
  return named(
    'banArea',
    facts.banArea,
    [`在禁猎（渔）区${what}`, '不在禁猎（渔）区', '是否在禁猎（渔）区未载明'],
    'banArea：是否在禁猎（渔）区',
  );
}

export function periodLeaf(facts: Facts): Leaf {
  const what = facts.banPeriodText === null ? '' : `（${facts.banPeriodText}）`;
  return named(
    'banPeriod',
    facts.banPeriod,
    [`在禁猎（渔）期${what}`, '不在禁猎（渔）期', '是否在禁猎（渔）期未载明'],
    'banPeriod：是否在禁猎（渔）期',
  );
}

export function methodLeaf(facts: Facts): Leaf {
  const { bannedMethod: state, methods } = facts;
  const banned = methods.filter((m) => m.banned === 'yes').map((m) => m.reason);
  const article = cite('wildlife', 24);
  if (state === 'yes')
    return leaf(
      'method',
      state,
      banned.length > 0 ? banned.join('；') : `使用禁用的工具、方法（${article}）`,
    );
  if (state === 'no')
    return leaf(
      'method',
      state,
      facts.noMethod ? '所列工具、方法为空，按未使用禁用工具、方法' : '未使用禁用的工具、方法',
    );
  const open = methods.filter((m) => m.banned === 'unknown');
  const missing = open.flatMap((m) => m.missing);
  return leaf(
    'method',
    state,
    open.length > 0 ? open.map((m) => m.reason).join('；') : '使用的工具、方法未载明',
    missing.length > 0 ? unique(missing) : [`methods：使用的工具、方法，是否禁用（${article}）`],
  );
}

export function reserveLeaf(facts: Facts): Leaf {
  return named(
    'reserve',
    inReserve(facts),
    ['在自然保护地', '不在自然保护地', '是否在自然保护地未载明'],
    'place：是否在自然保护地',
  );
}

function named(
  key: string,
  state: State,
  say: readonly [yes: string, no: string, open: string],
  missing: string,
): Leaf {
  return leaf(key, state, say[state === 'yes' ? 0 : state === 'no' ? 1 : 2], [missing]);
}
