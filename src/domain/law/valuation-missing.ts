// In which words does a valuation ask for what it lacks?
import type { Label } from '../kernel/label.ts';
import { amount, en, listed, zh } from '../kernel/wording.ts';
import { speciesLabel } from './animal-name.ts';
import type { BaseRow } from './base-value.ts';
import { taxonLabel } from './base-value-word.ts';
import { findSpecies } from './species-search.ts';

export const BASE: Label = [
  '基准价值（本系统未收该种，请查目录原文后连同依据文号录入）',
  'base value (not held for this species: look it up in the catalogue and enter it with its document)',
];
export const MANUAL_DOCUMENT: Label = [
  '人工录入基准价值的依据文号（没有依据，未采用）',
  'document of the base value entered by hand (not used without one)',
];
export const COUNT: Label = ['数量', 'number of animals'];
export const COUNT_OF_MASS: Label = [
  '数量（只知重量，须查明只数，或有依据的占比）',
  'number of animals (only a mass is known: find the number, or a documented share)',
];
export const SHARE: Label = ['利用部分占整体的比例及其依据', 'share of the whole animal, with its document'];
export const SHARE_DOCUMENT: Label = [
  '利用部分占比的依据（没有依据，所填占比未采用）',
  'document of the share (the share given is not used without one)',
];
export const EGG_UNIT: Label = [
  '卵的计价单位（所持来源未载明）',
  'unit the eggs are priced by (the source held does not say)',
];
export const EGG_SHARE: Label = [
  '卵的折算系数（该类动物的卵没有已知的折算规则，水生物种按办法第六条的繁殖力系数）',
  'factor for eggs (no rule is held for this class; aquatic species by the fecundity factor of the 2019 method)',
];
export const BRED_PRICE: Label = [
  '销赃数额或市场价格（名录仅限野外种群，人工繁育个体不适用该级别的倍数）',
  'price paid or market price (the entry covers wild animals only: its multiple does not reach captive-bred ones)',
];
export const PRICE: Label = [
  '销赃数额或市场价格（其他野生动物没有倍数规定，评估方法仅作参照）',
  'price paid or market price (other wildlife has no multiple: the method is only a point of reference)',
];
export const TOO_LARGE: Label = [
  '数额超出可计算范围，请核对数量',
  'the amount is beyond what can be counted: check the number',
];

export function species(name: string): Label {
  const near = listed(findSpecies(name, 3).map((m): Label => speciesLabel(m.id) ?? [m.zh, m.zh]));
  const perhaps: Label = near[0] === '' ? ['', ''] : [zh`，可能是${near}`, en` (perhaps ${near})`];
  return [zh`物种（“${name}”未能确定${perhaps}）`, en`species: “${name}” is not settled${perhaps}`];
}

export function protection(note: Label | undefined): Label {
  const why: Label = note === undefined ? ['', ''] : [`（${note[0].replace(/。$/, '')}）`, ` (${note[1]})`];
  return [zh`事发日的保护级别${why}`, en`class of protection on that day${why}`];
}

export function baseOfItsOwn(row: BaseRow): Label {
  const taxon = taxonLabel(row);
  return [
    zh`基准价值（“${taxon}”一行不套用于该种，原目录多另有专行，请查目录原文后连同依据文号录入）`,
    en`base value (the row “${taxon}” is not applied to this species, as the catalogue as a rule has a row of its own: look it up in the catalogue and enter it with its document)`,
  ];
}

export function baseOfMembers(low: number, high: number): Label {
  const [least, most] = [amount(low), amount(high)];
  const span: Label = low === high ? least : [zh`${least}至${most}`, en`${least} to ${most}`];
  return [
    zh`基准价值（所指各种的基准价值不同或不全，已知的为${span}，请指明物种）`,
    en`base value (it differs among the species meant or is partly unknown; those known: ${span}; name the species)`,
  ];
}
