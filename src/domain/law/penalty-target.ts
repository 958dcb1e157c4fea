// Which animals does a penalty article protect?
import type { Label } from '../kernel/label.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import { formerMissing, landMissing } from './animal-question.ts';
import type { Subject } from './assess-animal.ts';
import type { Case } from './assess-case.ts';
import { all, both, type Condition, either, leaf, not, type State } from './fact-state.ts';
import type { PenaltyRow, Target } from './penalty-row.ts';

/**
 * 本法规定保护的 (arts 31, 50, 53) is 国家重点 and 三有 (art. 2 para. 2); a 地方重点 animal that is not 三有 is 其他陆生 there,
 * while arts 49 and 52 name 地方重点 beside 三有.
 */
export function inTarget(s: Subject, target: Target): State {
  const own = either(s.sanyou, s.local);
  switch (target) {
    case 'national':
      return s.national;
    case 'nationalOrFormer':
      return either(s.national, s.former);
    case 'listed':
      return both(not(s.national), own);
    case 'sanyou':
      return both(not(s.national), s.sanyou);
    case 'otherLand':
      return [not(s.national), not(own), s.terrestrial, notDomestic(s)].reduce(both, 'yes');
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

const TARGET_WORDS: Readonly<Record<Target, Label>> = {
  national: ['国家重点保护野生动物', 'nationally protected wildlife'],
  nationalOrFormer: [
    '国家重点保护野生动物或者依第29条第2款调出该名录的野生动物',
    'nationally protected wildlife, or wildlife taken off that list by art. 29(2)',
  ],
  listed: ['三有、地方重点保护野生动物', '“three values” or locally key protected wildlife'],
  sanyou: ['三有野生动物', '“three values” wildlife'],
  otherLand: ['其他陆生野生动物', 'other terrestrial wildlife'],
  food: ['国家重点保护、三有野生动物', 'nationally protected or “three values” wildlife'],
  otherFood: [
    '国家重点保护、三有以外的陆生野生动物',
    'terrestrial wildlife neither nationally protected nor of “three values”',
  ],
  any: ['野生动物及其制品', 'wildlife or its products'],
  none: ['', ''],
};

const ON_LAND: ReadonlySet<Target> = new Set<Target>(['otherLand', 'otherFood']);

/** What settles whether the row protects the animal. */
export function targetMissing(s: Subject, target: Target): readonly Label[] {
  return [
    ...s.classMissing,
    ...(s.terrestrial === 'unknown' && ON_LAND.has(target) ? [landMissing(s)] : []),
    ...(s.former === 'unknown' && target === 'nationalOrFormer' ? [formerMissing(s.name)] : []),
  ];
}

export function targetLeaf(c: Case, row: PenaltyRow, article: Label): Condition {
  if (row.target === 'none') return all();
  const word = TARGET_WORDS[row.target];
  if (c.subjects.length === 0)
    return leaf(
      'target',
      'unknown',
      [zh`涉案动物未载明（${article}）`, en`The animals involved are not stated (${article})`],
      [[zh`animals：涉案动物（是否${word}）`, en`animals: the animals involved (whether they are ${word})`]],
    );
  const inside = c.subjects
    .map((s) => [s, inTarget(s, row.target)] as const)
    .filter(([, state]) => state !== 'no');
  const sure = inside.filter(([, state]) => state === 'yes');
  const state: State = sure.length > 0 ? 'yes' : inside.length > 0 ? 'unknown' : 'no';
  const names = listed((sure.length > 0 ? sure : inside).map(([s]) => s.name));
  const missing = inside.flatMap(([s]) => targetMissing(s, row.target));
  const reason: Label =
    state === 'yes'
      ? [zh`${names}属${word}（${article}）`, en`${names}: ${word} (${article})`]
      : [zh`${names}是否属${word}（${article}）`, en`${names}: whether it is ${word} (${article})`];
  return leaf('target', state, reason, missing);
}
