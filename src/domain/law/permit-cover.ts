// Which permit covers which act with which animals, by which article?
import type { Label } from '../kernel/label.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import { originMissing } from './animal-question.ts';
import type { Subject } from './assess-animal.ts';
import { has } from './assess-case.ts';
import { cite } from './assess-law.ts';
import type { Facts } from './fact.ts';
import { both, type State } from './fact-state.ts';
import type { PermitTypeCode } from './taxonomy.ts';

/** What an article asks a permit for. `move`: carrying beyond the county (art. 34), beside trading (art. 28). */
export type Need =
  | 'huntNational'
  | 'huntListed'
  | 'gun'
  | 'breedNational'
  | 'breedListed'
  | 'tradeNational'
  | 'moveNational'
  | 'tradeListed'
  | 'moveListed'
  | 'introduce'
  | 'cross';

/** Whether a permit of a kind covers the act for a wild animal and for a captive-bred one; unknown: it needs more. */
interface Cover {
  readonly wild: State;
  readonly bred: State;
}

const ANY: Cover = { wild: 'yes', bred: 'yes' };
const WILD: Cover = { wild: 'yes', bred: 'no' };
const BRED: Cover = { wild: 'no', bred: 'yes' };
const BRED_WITH_MORE: Cover = { wild: 'no', bred: 'unknown' };
const WITH_MORE: Cover = { wild: 'unknown', bred: 'unknown' };

interface NeedRow {
  readonly article: Label;
  readonly name: Label;
  /** A kind that is not here does not cover the act. */
  readonly kinds: Readonly<Partial<Record<PermitTypeCode, Cover>>>;
  /** Asked where a permit held needs more. */
  readonly more?: Label;
}

const MARK_ARTICLES = listed([cite('wildlife', 28, 2), cite('wildlife', 29, 1)]);
const MARK: Label = [
  zh`permit：除人工繁育许可证外，有无批准文件或者专用标识（${MARK_ARTICLES}）`,
  en`permit: whether an approval document or special mark is held beside the captive-breeding licence (${MARK_ARTICLES})`,
];
const APPROVAL: Label = ['批准文件、专用标识', 'approval document or special mark'];
const PROOF: Label = ['合法来源证明或者专用标识', 'proof of lawful origin or special mark'];

/** 28(3) and 34(2): 狩猎、人工繁育、进出口等合法来源证明, each for the animals it can be about. */
const PROOFS: NeedRow['kinds'] = {
  originProof: ANY,
  trade: ANY,
  importExport: ANY,
  hunting: WILD,
  breedingRecord: BRED,
  breeding: BRED,
};

/** 野生动物保护法 arts 15, 21–23, 25, 28, 29, 34, 37, 40. A row of its own for each article that asks for a permit. */
export const NEEDS: Readonly<Record<Need, NeedRow>> = {
  huntNational: {
    article: cite('wildlife', 21),
    name: ['特许猎捕证', 'special hunting licence'],
    kinds: { specialHunting: ANY },
  },
  huntListed: {
    article: cite('wildlife', 22),
    name: ['狩猎证', 'hunting licence'],
    kinds: { hunting: ANY },
  },
  gun: { article: cite('wildlife', 23, 2), name: ['持枪证', 'gun licence'], kinds: { gun: ANY } },
  breedNational: {
    article: cite('wildlife', 25, 2),
    name: ['人工繁育许可证', 'captive-breeding licence'],
    kinds: { breeding: ANY },
  },
  breedListed: {
    article: cite('wildlife', 25, 3),
    name: ['人工繁育备案', 'captive-breeding record'],
    kinds: { breedingRecord: ANY },
  },
  tradeNational: {
    article: cite('wildlife', 28, 2),
    name: APPROVAL,
    // 29(1): sold by the special mark, which the breeding licence is only the way to.
    kinds: { trade: ANY, breeding: BRED_WITH_MORE },
    more: MARK,
  },
  moveNational: {
    article: cite('wildlife', 34, 1),
    // 34(1) names the papers of arts 21, 25, 28 and 29; each for the animals it can be about.
    name: ['许可证、批准文件的副本或者专用标识', 'licence, copy of the approval document, or special mark'],
    kinds: { trade: ANY, specialHunting: WILD, breeding: BRED },
  },
  tradeListed: { article: cite('wildlife', 28, 3), name: PROOF, kinds: PROOFS },
  moveListed: { article: cite('wildlife', 34, 2), name: PROOF, kinds: PROOFS },
  introduce: {
    article: cite('wildlife', 40, 1),
    name: ['从境外引进野生动物物种的批准', 'approval to introduce wildlife species from abroad'],
    // 37(2): the certificate follows an approval of import; whether that is the one of 40(1) it does not say.
    kinds: { introduction: ANY, importExport: WITH_MORE },
    more: [
      'permit：有无从境外引进野生动物物种的批准（野生动物保护法第40条第1款）',
      'permit: whether there is an approval to introduce wildlife species from abroad (Wildlife Protection Law art. 40(1))',
    ],
  },
  cross: {
    article: cite('wildlife', 37, 2),
    name: ['进出口批准和允许进出口证明书', 'approval and certificate of import or export'],
    // 40(1): an animal of the appendices needs the certificate beside the approval to introduce it.
    kinds: { importExport: ANY, introduction: WITH_MORE },
    more: [
      'permit：有无允许进出口证明书（野生动物保护法第37条第2款）',
      'permit: whether there is a certificate of import or export (Wildlife Protection Law art. 37(2))',
    ],
  },
};

/** Whether the permit held covers the act for an animal of that origin; unknown while it is not said whether one is held. */
export function coverOf(facts: Facts, need: Need, wild: State): State {
  const { held, kinds, lacks = [] } = facts.permit;
  if (held !== 'yes') return held;
  if (has(facts, 'violatesPermit') === 'yes') return 'no';
  // A permit without kind stands for the one needed.
  if (kinds.length === 0) return 'yes';
  const covers = kinds.map((kind) => coverBy(NEEDS[need].kinds[kind], wild));
  if (covers.includes('yes')) return 'yes';
  // What the one held needs beside it (专用标识) is said to be lacking.
  const isLacking = lacks.some((kind) => coverBy(NEEDS[need].kinds[kind], wild) === 'yes');
  return covers.includes('unknown') && !isLacking ? 'unknown' : 'no';
}

function coverBy(cover: Cover | undefined, wild: State): State {
  if (cover === undefined) return 'no';
  if (wild !== 'unknown') return wild === 'yes' ? cover.wild : cover.bred;
  return cover.wild === cover.bred ? cover.wild : 'unknown';
}

/** Whether it covers the act for every one of the animals; without animals, for one whose origin is not said. */
export function coverAll(facts: Facts, need: Need, subjects: readonly Subject[]): State {
  return subjects.length === 0
    ? coverOf(facts, need, 'unknown')
    : subjects.map((s) => coverOf(facts, need, s.wild)).reduce(both, 'yes');
}

const ANIMALS: Label = ['animals：涉案动物', 'animals: the animals involved'];

/** What settles an unknown cover: whether a permit is held, what else is held, or where the animals come from. */
export function coverMissing(facts: Facts, need: Need, subjects: readonly Subject[]): readonly Label[] {
  const { article, name, more } = NEEDS[need];
  const asked: Label = [
    zh`permit：有无${name}（${article}）`,
    en`permit: whether the ${name} needed is held (${article})`,
  ];
  if (facts.permit.held !== 'yes') return [asked];
  const outcomes = (wild: State) =>
    (wild === 'unknown' ? (['yes', 'no'] as const) : [wild]).map((w) => coverOf(facts, need, w));
  const open = subjects.filter((s) => coverOf(facts, need, s.wild) === 'unknown');
  const isOpen = (wild: State) => new Set(outcomes(wild)).size > 1;
  const unsaid: readonly Label[] = subjects.length === 0 && isOpen('unknown') ? [originMissing(ANIMALS)] : [];
  const origins = [...unsaid, ...open.filter((s) => isOpen(s.wild)).map((s) => originMissing(s.name))];
  const wilds = subjects.length === 0 ? (['unknown'] as const) : open.map((s) => s.wild);
  const needsMore = wilds.some((wild) => outcomes(wild).includes('unknown'));
  return [...origins, ...(needsMore ? [more ?? asked] : [])];
}

/** Whether a permit is held that is not one for this act: then it is said which is. */
export function isOtherKind(facts: Facts, need: Need, subjects: readonly Subject[]): boolean {
  return (
    facts.permit.held === 'yes' &&
    has(facts, 'violatesPermit') !== 'yes' &&
    coverAll(facts, need, subjects) === 'no'
  );
}
