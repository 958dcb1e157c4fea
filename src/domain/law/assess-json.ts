// What does an assessment look like to a program or a screen: plain texts of one language, money in yuan?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import type { Subject } from './assess-animal.ts';
import type { Exit } from './assess-exit-penalty.ts';
import type { Weight } from './assess-weight.ts';
import { articleLabel } from './citation.ts';
import { type DeadlineId, deadlineOf } from './deadline-table.ts';
import type { OffenceFinding, Reached } from './offence-frame.ts';
import type { PenaltyFinding } from './penalty.ts';
import type { Fine } from './penalty-fine.ts';
import { listLabel } from './species-list.ts';
import type { lineToJson } from './valuation-json.ts';

/** Amounts are yuan with at most two decimals. */
export interface OffenceJson {
  /** The statutory name, in Chinese in every language: it identifies the charge. */
  readonly charge: string;
  readonly code: string;
  readonly chargeName: readonly [zh: string, en: string];
  readonly article: string;
  readonly interpretation: string;
  readonly reached: Reached;
  readonly tier: string | null;
  readonly penalty: string | null;
  /** The amount of the tier reached, else the one that opens the charge. */
  readonly threshold: number | null;
  readonly value: { readonly min: number; readonly max: number | null } | null;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

export interface FineJson {
  readonly min: number | null;
  readonly max: number | null;
  readonly basis: string;
}

export interface PenaltyJson {
  readonly id: string;
  readonly article: string;
  readonly act: string;
  readonly applies: Reached;
  readonly fine: FineJson | null;
  /** The fine if what is not yet known (情节严重, 逾期不改正) holds. */
  readonly fineIf: FineJson | null;
  readonly confiscate: readonly string[];
  readonly other: readonly string[];
  readonly conditions: readonly string[];
  readonly missing: readonly string[];
  readonly authority: string;
}

export interface WeightJson {
  readonly code: string;
  readonly article: string;
  readonly text: string;
}

export interface ExitJson extends WeightJson {
  readonly open: Reached;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

export interface ClockJson {
  readonly id: string;
  readonly article: string;
  readonly start: string;
  readonly limit: number | null;
  readonly unit: string;
  readonly what: string;
}

export interface ProtectionJson {
  readonly species: string;
  readonly speciesId: string | null;
  readonly level: string;
  readonly list: string | null;
  readonly docNo: string | null;
  readonly national: Reached;
  readonly sanyou: Reached;
  readonly local: Reached;
  readonly wild: Reached;
  readonly terrestrial: Reached;
  readonly notes: readonly string[];
}

export interface Assessment {
  readonly protection: readonly ProtectionJson[];
  readonly valuation: readonly ReturnType<typeof lineToJson>[];
  readonly offences: readonly OffenceJson[];
  readonly administrative: readonly PenaltyJson[];
  readonly mustTransfer: Reached;
  readonly aggravating: readonly WeightJson[];
  readonly mitigating: readonly WeightJson[];
  readonly exits: readonly ExitJson[];
  readonly clocks: readonly ClockJson[];
  readonly lawVersion: {
    readonly texts: readonly string[];
    readonly lists: readonly string[];
    readonly judgedOn: Day | null;
    readonly rules: string;
  };
  readonly notes: readonly string[];
  readonly notUnderstood: readonly string[];
}

/** The wording of a text in the language asked. */
export type Say = (label: Label) => string;

const AS_REACHED = { yes: 'yes', no: 'no', unknown: 'depends' } as const;

export function protectionJson(s: Subject, say: Say): ProtectionJson {
  const { level, list, docNo } = s.protection;
  return {
    species: say(s.name),
    speciesId: s.item.speciesId,
    level,
    list: list === null ? null : say(listLabel(list)),
    docNo: docNo === null ? null : say(listLabel(docNo)),
    national: AS_REACHED[s.national],
    sanyou: AS_REACHED[s.sanyou],
    local: AS_REACHED[s.local],
    wild: AS_REACHED[s.wild],
    terrestrial: AS_REACHED[s.terrestrial],
    notes: s.notes.map(say),
  };
}

export function offenceJson(f: OffenceFinding, say: Say): OffenceJson {
  return {
    charge: f.offence.name[0],
    code: f.code,
    chargeName: f.offence.name,
    article: say(f.offence.article),
    interpretation: say(f.offence.interpretation),
    reached: f.reached,
    tier: f.tier === null ? null : say(f.tier.name),
    penalty: f.tier === null ? null : say(f.tier.penalty),
    threshold: yuan(f.threshold),
    value: f.sum === null ? null : { min: f.sum.lo / 100, max: yuan(f.sum.hi) },
    reasons: f.reasons.map(say),
    missing: f.missing.map(say),
  };
}

export function penaltyJson(p: PenaltyFinding, say: Say): PenaltyJson {
  return {
    id: p.row.id,
    article: say(p.article),
    act: say(p.row.act),
    applies: p.applies,
    fine: fineJson(p.fine, say),
    fineIf: fineJson(p.fineIf, say),
    confiscate: p.row.confiscate.map(say),
    other: p.other.map(say),
    conditions: p.conditions.map(say),
    missing: p.missing.map(say),
    authority: say(p.row.authority),
  };
}

function fineJson(fine: Fine | null, say: Say): FineJson | null {
  return fine === null ? null : { min: yuan(fine.min), max: yuan(fine.max), basis: say(fine.basis) };
}

function yuan(fen: Fen | null): number | null {
  return fen === null ? null : fen / 100;
}

export function weightJson({ code, article, text }: Weight, say: Say): WeightJson {
  return { code, article: say(article), text: say(text) };
}

export function exitJson(exit: Exit, say: Say): ExitJson {
  const { open, reasons, missing } = exit;
  return { ...weightJson(exit, say), open, reasons: reasons.map(say), missing: missing.map(say) };
}

export function clockJson(id: DeadlineId, say: Say): ClockJson {
  const { basis, start, action, amount, unit } = deadlineOf(id);
  return { id, article: say(articleLabel(basis)), start: say(start), limit: amount, unit, what: say(action) };
}
