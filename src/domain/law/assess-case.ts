// What does a case state, ready to be judged: its acts, animals, permits and circumstances as yes, no or unknown?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { en, listed, uniqueTexts, zh } from '../kernel/wording.ts';
import { actText, actWord, actWords, SOLD_AS_FOOD } from './act-word.ts';
import { type Subject, subjectOf } from './assess-animal.ts';
import type { BaseRow } from './base-value.ts';
import type { ActStatement, Facts } from './fact.ts';
import type { ActCode } from './fact-act.ts';
import { type CircumstanceCode, inCateringPlace } from './fact-circumstance.ts';
import { senseOfReserve, senseOfReserveWater, senseOfSea } from './fact-place.ts';
import { either, type Leaf, leaf, type State } from './fact-state.ts';
import type { LocalRow } from './protection.ts';
import { type Sense, stateOfSense } from './word-sense.ts';

export interface CaseMore {
  readonly localLists?: readonly LocalRow[];
  /** National base values and the county's own. */
  readonly rows?: readonly BaseRow[];
}

export interface Case {
  /** As they were read; `facts` has what follows from the animals and the place beside. */
  readonly given: Facts;
  readonly facts: Facts;
  /** The day lists and laws are looked up on: the act's, or a day beyond all when it is not said. */
  readonly judgedOn: Day;
  readonly subjects: readonly Subject[];
  readonly more: CaseMore;
}

/** Stands for "as the law is now" where the day is not said: later than every row's first day. */
export const NOW: Day = '9999-12-31';

export function caseOf(given: Facts, more: CaseMore): Case {
  const judgedOn = given.day ?? NOW;
  const caught = stateOfAct(given.acts, ['hunt', 'gunHunt', 'fish']) === 'yes';
  const approved = has(given, 'approvedNational') === 'yes';
  const subjects = given.animals.map((item) => {
    const context = { ...withLists(more), day: judgedOn, caught };
    const subject = subjectOf(item, context);
    // 经核准 is said of the case: it is about the animals no list of ours names.
    return approved && subject.national === 'unknown'
      ? subjectOf({ ...item, approved: true }, context)
      : subject;
  });
  const sold = { ...given, acts: withFoodSale(given) };
  const facts = { ...sold, acts: withFishing(sold.acts, subjects) };
  return { given, facts, judgedOn, subjects, more };
}

/** Of the water and not nationally protected: 渔业法, not this law (野生动物保护法第2条第4款). A name on no list is taken for one. */
export function isPlainFish(s: Subject): boolean {
  return s.terrestrial === 'no' && !s.isDomestic && (s.national === 'no' || isUnlisted(s));
}

function isUnlisted(s: Subject): boolean {
  return s.item.speciesId === null && s.national === 'unknown';
}

/** Fish taken are 捕捞 (刑法第340条), whatever word was used; game taken beside them stays hunted. */
function withFishing(acts: readonly ActStatement[], subjects: readonly Subject[]): readonly ActStatement[] {
  if (!subjects.some(isPlainFish)) return acts;
  const isWhole = subjects.every(isPlainFish);
  return acts.flatMap((s) => {
    if (!s.codes.includes('hunt')) return [s];
    const fished = { ...s, codes: s.codes.map((code) => (code === 'hunt' ? 'fish' : code)) };
    return isWhole ? [fished] : [s, fished];
  });
}

/** Selling as food in a restaurant may be 生产、经营使用……制作的食品 (野生动物保护法第53条第2款): left open, not passed over. */
function withFoodSale(facts: Facts): readonly ActStatement[] {
  const sold = stateOfAct(facts.acts, ['sell']) === 'yes' && !isInQuestion(facts.acts, ['makeFood']);
  const asFood = has(facts, 'cateringSale') === 'yes' || inCatering(facts);
  return sold && asFood
    ? [...facts.acts, { text: SOLD_AS_FOOD[0], codes: ['sell', 'makeFood'] }]
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

export function actLeaf(facts: Facts, codes: readonly ActCode[], article: Label): Leaf {
  const state = stateOfAct(facts.acts, codes);
  const key = `act:${codes.join()}`;
  const words = actWords(facts.acts, codes);
  if (state === 'yes')
    return leaf(key, state, [zh`行为：${words}（${article}）`, en`Act: ${words} (${article})`]);
  const wanted = listed(uniqueTexts(codes.map(actWord)));
  if (state === 'no')
    return leaf(key, state, [zh`没有${wanted}行为（${article}）`, en`No act of: ${wanted} (${article})`]);
  const open = facts.acts.filter((s) => s.codes.length === 0 || s.codes.some((c) => codes.includes(c)));
  const missing: Label[] =
    open.length === 0
      ? [[zh`行为（是否${wanted}）`, en`The act (whether it was one of: ${wanted})`]]
      : open.map((s) => whichAct(s));
  return leaf(key, state, [zh`行为未定（${article}）`, en`The act is not settled (${article})`], missing);
}

export function whichAct({ text, codes }: ActStatement): Label {
  const stated = actText(text);
  if (codes.length === 0) return [zh`行为“${stated}”究竟是哪一种`, en`Which act “${stated}” means`];
  const words = codes.map(actWord);
  const oneOf: Label = [
    words.map(([chinese]) => chinese).join('还是'),
    words.map(([, english]) => english).join('; '),
  ];
  return [zh`行为“${stated}”究竟是${oneOf}`, en`Which of these the act “${stated}” was: ${oneOf}`];
}

export function has(facts: Facts, code: CircumstanceCode): State {
  return facts.circumstances.get(code) ?? 'unknown';
}

/** By a statement of its own, else by the place where it plainly says so. */
export function inReserve(facts: Facts): State {
  return toldOr(facts, 'reserve', senseOfReserve(facts.place ?? ''));
}

function toldOr(facts: Facts, code: CircumstanceCode, sense: Sense | undefined): State {
  const told = has(facts, code);
  return told === 'unknown' && sense !== undefined ? stateOfSense(sense) : told;
}

export function inCatering(facts: Facts): boolean {
  return inCateringPlace(facts.place ?? '') === 'affirmed';
}

export function atSea(facts: Facts): boolean {
  if (has(facts, 'inland') === 'yes') return has(facts, 'sea') === 'yes';
  return toldOr(facts, 'sea', senseOfSea(facts.place ?? '')) === 'yes';
}

export function inReserveWater(facts: Facts): boolean {
  return toldOr(facts, 'reserveWater', senseOfReserveWater(facts.place ?? '')) === 'yes';
}

/** 在海洋水域 a precious aquatic animal is judged by another interpretation (法释〔2022〕12号第19条); known to live on land, it is not. */
export function isSeaLife(facts: Facts, s: Subject): boolean {
  return atSea(facts) && s.terrestrial !== 'yes' && s.national !== 'no';
}
