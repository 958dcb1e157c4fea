// What does every crime judged say: reached or not, in which tier, why, and what is missing?

import type { Fen } from '../kernel/money.ts';
import { pricesWanted, type Subject, unverifiedBase } from './assess-animal.ts';
import { type Case, has } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { type Sum, saySum } from './assess-value.ts';
import { type Condition, find, type State, unique } from './fact-state.ts';
import type { Offence, OffenceCode, Tier } from './offence-table.ts';

export type Reached = 'yes' | 'no' | 'depends';

export interface OffenceFinding {
  readonly code: OffenceCode;
  readonly offence: Offence;
  readonly reached: Reached;
  readonly tier: Tier | null;
  /** Fen: the amount of the tier reached, else that which opens the charge; null where none alone decides. */
  readonly threshold: Fen | null;
  /** Fen compared with the amounts, null where value plays no part. */
  readonly sum: Sum | null;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  /** 'depends' though reached, where 第13条第2款 speaks against a crime. */
  readonly transfer: Reached;
}

export const OF_STATE: Readonly<Record<State, Reached>> = { yes: 'yes', no: 'no', unknown: 'depends' };

export type Judge = (c: Case, offence: Offence, before: readonly OffenceFinding[]) => OffenceFinding;

export interface Told {
  readonly condition: Condition;
  readonly sum?: Sum;
  /** The amount that decides where it is not the offence's own. */
  readonly entry?: Fen;
  readonly remarks?: readonly string[];
  readonly transfer?: { readonly state: Reached; readonly reason: string };
  /** Facts that can only move the tier. */
  readonly tierMissing?: readonly string[];
  /** The animals whose value counted, for the status of its base. */
  readonly counted?: readonly Subject[];
}

export function conclude(c: Case, offence: Offence, told: Told): OffenceFinding {
  const found = find(told.condition);
  const reached = OF_STATE[found.state];
  const tier = reached === 'yes' ? tierOf(offence, told.sum) : null;
  const names = reached === 'no' ? [] : unverifiedBase(told.counted ?? []);
  const prices = reached === 'no' ? [] : pricesWanted(told.counted ?? []);
  const missing = [
    ...found.missing,
    ...(reached === 'yes' ? (told.tierMissing ?? []) : []),
    ...(c.facts.day === null ? ['day：行为日期'] : []),
    ...(names.length > 0 ? [`核对基准价值原文（${names.join('、')}）`] : []),
    ...(prices.length > 0
      ? [`${prices.join('、')}：销赃数额或者市场价格（${cite('interpretation', 15)}第2项）`]
      : []),
  ];
  return {
    code: offence.code,
    offence,
    reached,
    tier,
    threshold: tier !== null && offence.tiers.length > 0 ? tier.from : (told.entry ?? offence.entry),
    sum: told.sum ?? null,
    reasons: unique([
      ...found.reasons,
      ...(told.remarks ?? []),
      ...(names.length > 0 ? [`${names.join('、')}的基准价值未经核对原文，价值按现有数据计算`] : []),
      ...(c.facts.day === null ? ['行为日期未载明，按现行法判断'] : []),
      ...(told.transfer === undefined || reached !== 'yes' ? [] : [told.transfer.reason]),
    ]),
    missing: unique(missing),
    transfer: reached === 'yes' ? (told.transfer?.state ?? 'yes') : reached,
  };
}

function tierOf(offence: Offence, sum: Sum | undefined): Tier | null {
  const lo = sum?.lo ?? 0;
  const found = offence.tiers.find((t) => lo >= t.from && (t.below === null || lo < t.below));
  if (found !== undefined) return found;
  return offence.tiers.length > 0
    ? null
    : { from: offence.entry ?? 0, below: null, name: offence.tier, penalty: offence.penalty };
}

/** A higher tier that the unknown part of the value could still reach. */
export function tierOpen(
  offence: Offence,
  sum: Sum,
): { readonly remarks: readonly string[]; readonly missing: readonly string[] } {
  const current = offence.tiers.find((t) => sum.lo >= t.from && (t.below === null || sum.lo < t.below));
  const isOpen = current?.below != null && (sum.hi === null || sum.hi >= current.below);
  return isOpen
    ? { remarks: [`价值${saySum(sum)}，可能达到更高一档（${offence.interpretation}）`], missing: sum.missing }
    : { remarks: [], missing: [] };
}

/** Nothing said of a catch is no catch of nothing: the value is open unless 没有猎获物 is said. */
export function withUnstated(c: Case, sum: Sum): Sum {
  if (c.facts.animalsStated || has(c.facts, 'noCatch') === 'yes') return sum;
  return { lo: sum.lo, hi: null, missing: unique([...sum.missing, 'animals：涉案动物的种类、数量、价值']) };
}
