// Which rule values an animal of this class, and by which factors?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { cite, LAW_TEXTS } from './assess-law.ts';
import type { BaseRow } from './base-value.ts';
import { membersFor } from './base-value.ts';
import type { Protection } from './protection.ts';
import type { Ratio } from './share.ts';
import { isCovered, type Species, speciesOf, TAXON_RULES } from './species.ts';
import { NATIONAL_2021 } from './species-list.ts';
import type { AnimalForm, AnimalItem, AnimalOrigin } from './valuation-line.ts';

/** Instruments as lines cite them. The two methods are held in paraphrase only, so no article of theirs is cited. */
export const LAND_METHOD: Label = [
  '野生动物及其制品价值评估方法（国家林业局令第46号）',
  'Method for Assessing the Value of Wildlife and Its Products (State Forestry Administration Order No. 46)',
];
export const WATER_METHOD: Label = [
  '水生野生动物及其制品价值评估办法（农业农村部令2019年第5号）',
  'Measures for Assessing the Value of Aquatic Wildlife and Its Products (Ministry of Agriculture and Rural Affairs Order No. 5 of 2019)',
];
export const ARTICLE_15_1 = cite('interpretation', 15, 0, 1);
export const ARTICLE_15_2 = cite('interpretation', 15, 0, 2);
export const ARTICLE_16 = cite('interpretation', 16);
const APPROVED = cite('interpretation', 4, 0, 2);

/**
 * `national` the method decides, a higher actual price prevails (15条1项) · `approved` the same for a foreign species whose
 * whole value is held · `listed` 三有 and 地方重点, ×1 (15条2项) · `plain` not nationally protected, the other lists of that day
 * are not held: ×1 either way · `other` no multiple · `outside` captive-bred of a wild-only entry: the entry does not reach it
 * · `unknown` the class is not known, so nothing decides.
 */
export type Basis = 'national' | 'approved' | 'listed' | 'plain' | 'other' | 'outside' | 'unknown';

export function basisOf(item: AnimalItem, protection: Protection, day: Day, base: BaseRow | null): Basis {
  const { level } = protection;
  if (isOutside(item, level, day)) return 'outside';
  if (level === 'national1' || level === 'national2') return 'national';
  if (level === 'provincialKey' || level === 'sanyou') return 'listed';
  if (level === 'other' || level === 'provincial') return 'other';
  if (base?.whole) return 'approved';
  return item.speciesId !== null && isPlain(item.speciesId, day) ? 'plain' : 'unknown';
}

/** Captive-bred of an entry 仅限野外种群. */
function isOutside(item: AnimalItem, level: Protection['level'], day: Day): boolean {
  if (item.speciesId === null || (item.origin !== 'bred' && item.origin !== 'listedBred')) return false;
  return isWildOnly(item.speciesId, level, day);
}

/** Whether the entry that gives the class says 仅限野外种群; a group when every member's does. */
export function isWildOnly(speciesId: string, level: Protection['level'], day: Day): boolean {
  const ids = membersFor(speciesId);
  const all = (ids.length > 0 ? ids : [speciesId]).map(speciesOf);
  return all.every((species) => {
    const entries =
      species === undefined ? [] : entriesOf(species).filter((m) => m.level === level && m.list.from <= day);
    return entries.length > 0 && entries.every((m) => m.wildOnly);
  });
}

/**
 * Not nationally protected beyond doubt although the class is not known: the 2021 list is held whole (988 of 988), so from its
 * day a native animal that is not on it is 三有, 地方重点 or other, and 15条2项 applies to each of these.
 */
function isPlain(speciesId: string, day: Day): boolean {
  if (day < NATIONAL_2021.from) return false;
  const ids = membersFor(speciesId);
  const all = (ids.length > 0 ? ids : [speciesId]).map(speciesOf);
  return all.every(
    (species) =>
      species !== undefined &&
      species.kind !== 'foreign' &&
      entriesOf(species).every((m) => m.list.id !== NATIONAL_2021.id),
  );
}

function entriesOf(species: Species) {
  return [species, ...TAXON_RULES.filter((rule) => isCovered(species, rule))].flatMap((s) => s.memberships);
}

/** ×10, ×5, ×1; null where no rule gives one. */
export function multipleOf(basis: Basis, level: Protection['level']): number | null {
  if (basis === 'national') return level === 'national1' ? 10 : 5;
  return basis === 'listed' || basis === 'plain' ? 1 : null;
}

export const ORIGIN_FACTOR: Readonly<Record<AnimalOrigin, Ratio>> = {
  wild: [1n, 1n],
  bred: [1n, 2n],
  listedBred: [1n, 4n],
};

/** Eggs of terrestrial animals, by class (46号令). */
const EGG: Readonly<Record<string, Ratio>> = { 鸟纲: [1n, 2n], 爬行纲: [1n, 10n], 两栖纲: [1n, 1000n] };

/** The share of an egg, or null where no rule is held. */
export function eggShare(speciesId: string, base: BaseRow | null): Ratio | null {
  if (base?.domain === 'aquatic') return null;
  const ids = membersFor(speciesId);
  const classes = new Set((ids.length > 0 ? ids : [speciesId]).map((id) => speciesOf(id)?.class ?? ''));
  const [only, ...more] = classes;
  return more.length === 0 ? (EGG[only ?? ''] ?? null) : null;
}

/** Whether the form is a whole animal; an unstated form is taken as one. */
export function isWhole(form: AnimalForm | undefined): boolean {
  return form === undefined || form === 'live' || form === 'dead';
}

/** The instruments a line by the method rests on, in the order applied. */
export function methodArticles(basis: Basis, base: BaseRow | null): readonly Label[] {
  const method = base?.domain === 'aquatic' ? WATER_METHOD : LAND_METHOD;
  if (basis === 'approved') return [APPROVED, ARTICLE_15_1, method];
  return [basis === 'national' ? ARTICLE_15_1 : ARTICLE_15_2, method];
}

/** What each instrument of valuation is, from when it holds, and how far its text is known. */
export const VALUATION_LAW: readonly {
  readonly title: Label;
  readonly from: Day;
  readonly status: 'text' | 'paraphrase';
}[] = [
  { title: LAND_METHOD, from: '2017-12-15', status: 'paraphrase' },
  { title: WATER_METHOD, from: '2019-10-01', status: 'paraphrase' },
  { title: LAW_TEXTS.interpretation.short, from: '2022-04-09', status: 'text' },
];
