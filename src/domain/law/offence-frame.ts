// What does every crime judged say: reached or not, in which tier, why, and what is missing?

import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import { en, listed, uniqueTexts, zh } from '../kernel/wording.ts';
import { pricesWanted, type Subject, unverifiedBase } from './assess-animal.ts';
import { type Case, has } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { type Sum, saySum } from './assess-value.ts';
import type { ActCode } from './fact-act.ts';
import { type Condition, find, type State } from './fact-state.ts';
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
  readonly reasons: readonly Label[];
  readonly missing: readonly Label[];
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
  readonly remarks?: readonly Label[];
  readonly transfer?: { readonly state: Reached; readonly reason: Label } | undefined;
  /** Facts that can only move the tier. */
  readonly tierMissing?: readonly Label[];
  /** The animals whose value counted, for the status of its base. */
  readonly counted?: readonly Subject[];
}

export function conclude(c: Case, offence: Offence, told: Told): OffenceFinding {
  const found = find(told.condition);
  const reached = OF_STATE[found.state];
  const tier = reached === 'yes' ? tierOf(offence, told.sum) : null;
  const names = reached === 'no' ? [] : unverifiedBase(told.counted ?? []);
  const prices = reached === 'no' ? [] : pricesWanted(told.counted ?? []);
  const transfer = told.transfer ?? emergencyOf(c);
  const missing = [
    ...found.missing,
    ...(reached === 'yes' ? (told.tierMissing ?? []) : []),
    ...(c.facts.day === null ? [DAY_MISSING] : []),
    ...(names.length > 0 ? [compareBase(names)] : []),
    ...(prices.length > 0 ? [priceOf(prices)] : []),
  ];
  return {
    code: offence.code,
    offence,
    reached,
    tier,
    threshold: tier !== null && offence.tiers.length > 0 ? tier.from : (told.entry ?? offence.entry),
    sum: told.sum ?? null,
    reasons: uniqueTexts([
      ...found.reasons,
      ...(told.remarks ?? []),
      ...(names.length > 0 ? [notCompared(names)] : []),
      ...(c.facts.day === null ? [NO_DAY] : []),
      ...(transfer === undefined || reached !== 'yes' ? [] : [transfer.reason]),
    ]),
    missing: uniqueTexts(missing),
    transfer: reached === 'yes' ? (transfer?.state ?? 'yes') : reached,
  };
}

/** 野生动物保护法第19条第3款: what was done to an animal in an emergency is no liability; whether it was one must be found. */
function emergencyOf(c: Case): Told['transfer'] {
  if (!isEmergency(c)) return undefined;
  const article = cite('wildlife', 19, 3);
  return {
    state: 'depends',
    reason: [
      zh`载明野生动物危及人身安全的紧急情况：查证属实的依法不承担法律责任（${article}）`,
      en`An emergency is stated, wildlife endangering a person: if verified, there is no legal liability (${article})`,
    ],
  };
}

const DEFENCE: readonly ActCode[] = ['hunt', 'gunHunt', 'kill'];

/** Measures against an animal only; buying or selling it afterwards is none. */
export function isEmergency(c: Case): boolean {
  return (
    has(c.facts, 'emergency') === 'yes' &&
    c.facts.acts.every((s) => s.codes.every((a) => DEFENCE.includes(a)))
  );
}

export const DAY_MISSING: Label = ['day：行为日期', 'day: the day of the act'];
const NO_DAY: Label = [
  '行为日期未载明，按现行法判断',
  'The day of the act is not stated: judged by the law now in force',
];

function compareBase(names: readonly Label[]): Label {
  return [
    zh`核对基准价值原文（${listed(names)}）`,
    en`Compare the base value with the official text (${listed(names)})`,
  ];
}

function notCompared(names: readonly Label[]): Label {
  return [
    zh`${listed(names)}的基准价值未经核对原文，价值按现有数据计算`,
    en`The base value of ${listed(names)} is not compared with the official text; the value is reckoned from the data held`,
  ];
}

function priceOf(names: readonly Label[]): Label {
  const article = cite('interpretation', 15, 0, 2);
  return [
    zh`${listed(names)}：销赃数额或者市场价格（${article}）`,
    en`${listed(names)}: price paid or market price (${article})`,
  ];
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
): { readonly remarks: readonly Label[]; readonly missing: readonly Label[] } {
  const current = offence.tiers.find((t) => sum.lo >= t.from && (t.below === null || sum.lo < t.below));
  const isOpen = current?.below != null && (sum.hi === null || sum.hi >= current.below);
  if (!isOpen) return { remarks: [], missing: [] };
  const [told, article] = [saySum(sum), offence.interpretation];
  const remark: Label = [
    zh`价值${told}，可能达到更高一档（${article}）`,
    en`Value: ${told}, which may reach a higher tier (${article})`,
  ];
  return { remarks: [remark], missing: sum.missing };
}

const ANIMALS: Label = [
  'animals：涉案动物的种类、数量、价值',
  'animals: the kind, number and value of the animals involved',
];

/** Nothing said of a catch is no catch of nothing: the value is open unless 没有猎获物 is said. */
export function withUnstated(c: Case, sum: Sum): Sum {
  if (c.facts.animalsStated || has(c.facts, 'noCatch') === 'yes') return sum;
  return { lo: sum.lo, hi: null, missing: uniqueTexts([...sum.missing, ANIMALS]) };
}
