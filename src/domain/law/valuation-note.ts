// What must a reader of a valuation line know beside the numbers?
import type { Label } from '../kernel/label.ts';
import { en, zh } from '../kernel/wording.ts';
import type { BaseRow } from './base-value.ts';
import { rowNote } from './base-value-word.ts';
import type { Protection } from './protection.ts';
import type { AnimalItem } from './valuation-line.ts';
import { isWholeItem } from './valuation-measure.ts';
import type { Basis } from './valuation-rule.ts';

export interface NoteFacts {
  readonly item: AnimalItem;
  readonly base: BaseRow | null;
  readonly basis: Basis;
  readonly protection: Protection;
  readonly wildOnly: boolean;
  /** Whether the method gave an amount. */
  readonly isAssessed: boolean;
}

const UNVERIFIED: Label = [
  '基准价值未经与原文核对，引用前须核对目录原文。',
  'The base value is not compared with the official text: do so before relying on it.',
];
const FROM_MEMORY: Label = [
  '基准价值凭记忆录入，未经与原文核对，引用前须核对目录原文。',
  'The base value was put in from memory and is not compared with the official text: do so before relying on it.',
];
const ORIGIN: Label = [
  '来源未查明，按野外来源计；查明为人工繁育的折算50%，列入人工繁育国家重点保护野生动物名录的折算25%。',
  'The origin is not known and taken as wild; captive-bred counts at 50 %, listed captive-bred at 25 %.',
];
const LISTED_BRED: Label = [
  '25%折算以列入《人工繁育国家重点保护野生动物名录》为前提，名录未收录，请附证明。',
  '25 % presupposes that the species is on the list of captive-bred key protected wildlife; that list is not held: add proof.',
];
const FORM: Label = ['形态未注明，按整体计。', 'The form is not stated: taken as whole animals.'];
const WILD_ONLY: Label = [
  '名录仅限野外种群，来源未查明，按野外种群计。',
  'The entry covers wild animals only; the origin is not known and taken as wild.',
];
const OUTSIDE: Label = [
  '名录仅限野外种群，人工繁育个体不按该级别核算。',
  'The entry covers wild animals only; captive-bred ones are not valued by its class.',
];
const APPROVED: Label = [
  '经核准按国家重点保护管理的外来物种（野生动物保护法第37条第4款）：来源所列为整体价值，已含倍数；核准级别请查证。',
  'A foreign species managed as nationally protected by approval (Wildlife Protection Law art. 37(4)): the source states the whole value, multiple included; verify the approval.',
];
const REFERENCE: Label = [
  '其他野生动物没有倍数规定，按方法核算的价值仅作参照。',
  'Other wildlife has no multiple: the value by the method is only a point of reference.',
];
const PLAIN: Label = [
  '事发日不在国家重点名录，当时的三有名录未收录：属三有、地方重点的按基准价值1倍，属其他野生动物的仅作参照。',
  'Not on the national list that day; the “three values” list of that time is not held: ×1 if on it or a local list, else only a point of reference.',
];
const OVER: Label = [
  '数量为不少于，价值为至少数。',
  'The number is a lower bound, so the value is “at least”.',
];
const ABOUT: Label = ['数量为约数，价值为约数。', 'The number is approximate, so the value is too.'];
const ONE_ANIMAL: Label = [
  '未注明数量，按一只动物的占比计。',
  'No number is stated: taken as the share of one animal.',
];

/** In the order a reader needs them: class, base, form, origin, number. */
export function notesOf(facts: NoteFacts): readonly Label[] {
  const { item, base, basis, wildOnly, isAssessed } = facts;
  const out: Label[] = [];
  if (basis === 'plain') out.push(PLAIN);
  if (basis === 'approved') out.push(APPROVED);
  if (basis === 'outside') out.push(OUTSIDE);
  if (basis === 'other' && isAssessed) out.push(REFERENCE);
  if (base !== null) out.push(...ofBase(base));
  if (item.form === undefined && isWholeItem(item)) out.push(FORM);
  if (!isWholeItem(item) && item.form !== 'egg' && item.count === undefined && isAssessed)
    out.push(ONE_ANIMAL);
  if (item.origin === undefined && base !== null) out.push(wildOnly ? WILD_ONLY : ORIGIN);
  if (item.origin === 'listedBred' && basis !== 'outside') out.push(LISTED_BRED);
  if (item.countBound === 'over') out.push(OVER);
  if (item.countBound === 'about') out.push(ABOUT);
  return out;
}

function ofBase(row: BaseRow): readonly Label[] {
  const { status, note } = row;
  const trust = status === 'unverified' ? [UNVERIFIED] : status === 'fromMemory' ? [FROM_MEMORY] : [];
  const remark = rowNote(row);
  const own: Label[] =
    note === '' ? [] : [[zh`基准价值备注：${remark}`, en`Note on the base value: ${remark}`]];
  return [...trust, ...own];
}
