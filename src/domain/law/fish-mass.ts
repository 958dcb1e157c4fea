// Does the weight of what was fished reach an amount, this catch and those before it taken together?
import type { Label } from '../kernel/label.ts';
import { en, uniqueTexts, zh } from '../kernel/wording.ts';
import { type Case, has } from './assess-case.ts';
import type { PriorShare } from './assess-prior.ts';
import type { Animal } from './fact.ts';
import { type Condition, leaf } from './fact-state.ts';

export interface Mass {
  readonly grams: number;
  /** No more than this; infinite where a weight or whether it counts is not known. */
  readonly most: number;
  readonly missing: readonly Label[];
}

/** 约490公斤 is never twice as much, 490余公斤 has no upper end. */
const TIMES = { about: 2, over: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY } as const;

function massOf(animals: readonly Animal[], unsaid: Label, inexact: Label): Mass {
  const grams = animals.reduce((n, a) => n + (a.mass ?? 0), 0);
  const most = animals.reduce((n, a) => n + (a.mass ?? 0) * (a.massBound ? TIMES[a.massBound] : 1), 0);
  if (animals.some((a) => a.mass === undefined))
    return { grams, most: Number.POSITIVE_INFINITY, missing: [unsaid] };
  return { grams, most, missing: most > grams ? [inexact] : [] };
}

const NOTHING: Mass = { grams: 0, most: 0, missing: [] };
const UNSAID: Label = ['mass：水产品重量', 'mass: the weight of the aquatic products'];
const INEXACT: Label = ['mass：水产品准确重量', 'mass: the exact weight of the aquatic products'];

/** Of this catch; land animals taken beside it are no aquatic product. */
export function massNow(c: Case): Mass {
  if (has(c.facts, 'noCatch') === 'yes') return NOTHING;
  if (c.subjects.length === 0) return { grams: 0, most: Number.POSITIVE_INFINITY, missing: [UNSAID] };
  const caught = c.subjects.filter((s) => s.terrestrial !== 'yes').map((s) => s.item);
  return massOf(caught, UNSAID, INEXACT);
}

/** 数量累计计算 (法释〔2022〕12号第12条): as its value is added up, so is the weight of an act before. */
export function massBefore({ in: counts, animals, valueOnly, name, classMissing }: PriorShare): Mass {
  if (counts === 'no') return NOTHING;
  const unsaid: Label = [zh`${name}：水产品重量`, en`${name}: the weight of the aquatic products`];
  const own =
    valueOnly || animals.length === 0
      ? { grams: 0, most: Number.POSITIVE_INFINITY, missing: [unsaid] }
      : massOf(animals, unsaid, [
          zh`${name}：水产品准确重量`,
          en`${name}: the exact weight of the aquatic products`,
        ]);
  return counts === 'yes' ? own : { ...own, grams: 0, missing: [...classMissing, ...own.missing] };
}

export function addMasses(masses: readonly Mass[]): Mass {
  return {
    grams: masses.reduce((n, m) => n + m.grams, 0),
    most: masses.reduce((n, m) => n + m.most, 0),
    missing: uniqueTexts(masses.flatMap((m) => m.missing)),
  };
}

export function massLeaf(mass: Mass, amount: number, article: Label): Condition {
  const key = `mass:${amount}`;
  const kg: Label = [`${mass.grams / 1000}公斤`, `${mass.grams / 1000} kg`];
  const target: Label = [`${amount / 1000}公斤`, `${amount / 1000} kg`];
  if (mass.grams >= amount)
    return leaf(key, 'yes', [
      zh`水产品${kg}，达到${target}（${article}）`,
      en`Aquatic products: ${kg}, which reaches ${target} (${article})`,
    ]);
  if (mass.most < amount)
    return leaf(key, 'no', [
      zh`水产品${kg}，不满${target}（${article}）`,
      en`Aquatic products: ${kg}, below ${target} (${article})`,
    ]);
  const reason: Label =
    mass.grams === 0
      ? [
          zh`水产品重量未载明（${article}）`,
          en`The weight of the aquatic products is not stated (${article})`,
        ]
      : [
          zh`水产品${kg}，数量不准确或者不全，是否达到${target}未定（${article}）`,
          en`Aquatic products: ${kg}, not exact or not complete; whether it reaches ${target} is open (${article})`,
        ];
  return leaf(key, 'unknown', reason, mass.missing);
}
