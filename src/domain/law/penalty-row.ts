// What does a row of the penalties say?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import type { ActCode } from './fact-act.ts';

const YUAN: Fen = 100;

/**
 * Whom a row protects: see `inTarget`. `none`: the row asks nothing of an animal. `nationalOrFormer`: arts 51(1) and 52(1) add the
 * captive animals taken off the list by 29(2).
 */
export type Target =
  | 'national'
  | 'nationalOrFormer'
  | 'listed'
  | 'otherLand'
  | 'food'
  | 'otherFood'
  | 'sanyou'
  | 'any'
  | 'none';

/** What else must hold: see `groundOf`. */
export type Ground =
  | 'huntNational'
  | 'huntListed'
  | 'huntOther'
  | 'gun'
  | 'foodWild'
  | 'foodWildTrade'
  | 'foodWildAny'
  | 'breedLicence'
  | 'breedRecord'
  | 'tradeNational'
  | 'tradeListed'
  | 'forFood'
  | 'crossing'
  | 'introducing'
  | 'endemic'
  | 'alien'
  | 'none';

export interface Range {
  readonly min: Fen;
  readonly max: Fen;
}

export interface PenaltyRow {
  readonly id: string;
  /** Article and paragraph of 野生动物保护法. */
  readonly article: readonly [article: number, paragraph: number];
  readonly act: Label;
  readonly acts: readonly ActCode[];
  readonly target: Target;
  readonly ground: Ground;
  /** What the multiple is of: the catch, the animals, the proceeds, the higher of animals and proceeds, or nothing. */
  readonly base: 'catch' | 'value' | 'proceeds' | 'valueOrProceeds' | null;
  readonly multiple: readonly [least: number, most: number] | null;
  /** 不足: strictly below `amount`, or none at all, the fixed range holds; from `amount` on the multiple. */
  readonly below: (Range & { readonly amount: Fen }) | null;
  readonly fixed: Range | null;
  /** The fine is for 情节严重 only. */
  readonly severeOnly: boolean;
  /** The fine is only for who does not put it right in the time set. */
  readonly overdueOnly: boolean;
  readonly confiscate: readonly Label[];
  readonly other: readonly Label[];
  /** Added to `other` when 情节严重 is stated. */
  readonly whenSevere: readonly Label[];
  readonly authority: Label;
  readonly from: Day;
  readonly until: Day | null;
}

/** A row as it is written down: what it leaves out is none. */
export type PenaltyLine = Omit<
  PenaltyRow,
  | 'from'
  | 'until'
  | 'below'
  | 'fixed'
  | 'severeOnly'
  | 'overdueOnly'
  | 'confiscate'
  | 'other'
  | 'whenSevere'
  | 'multiple'
  | 'base'
> &
  Partial<PenaltyRow>;

export function range(min: number, max: number): Range {
  return { min: min * YUAN, max: max * YUAN };
}

export function below(amount: number, min: number, max: number) {
  return { amount: amount * YUAN, ...range(min, max) };
}
