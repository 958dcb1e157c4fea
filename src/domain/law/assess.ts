// What does the law make of the facts: which crimes, which penalties, must it be transferred, by which articles?
import { canonicalJson } from '../kernel/canonical.ts';
import type { Day } from '../kernel/day.ts';
import type { Fen } from '../kernel/money.ts';
import { type Outcome, ok } from '../kernel/outcome.ts';
import { type Case, type CaseMore, caseOf } from './assess-case.ts';
import { type Exit, exitsOf } from './assess-exit.ts';
import { LAW_TEXTS } from './assess-law.ts';
import { notesOf } from './assess-note.ts';
import { aggravatingOf, mitigatingOf, type Weight } from './assess-weight.ts';
import { DEADLINES, type DeadlineId, deadlineOf } from './deadline-table.ts';
import type { Facts } from './fact.ts';
import { type ReadMore, readFacts } from './fact-read.ts';
import { judgeOffences } from './offence.ts';
import type { OffenceFinding, Reached } from './offence-frame.ts';
import { OFFENCES } from './offence-table.ts';
import { isTimeBarred, judgePenalties, type PenaltyFinding } from './penalty.ts';
import type { Fine } from './penalty-fine.ts';
import { PENALTIES } from './penalty-table.ts';
import { SPECIES_LISTS } from './species-list.ts';
import { lineToJson } from './valuation-json.ts';

/** Amounts are yuan with at most two decimals. */
export interface OffenceJson {
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
  readonly aggravating: readonly Weight[];
  readonly mitigating: readonly Weight[];
  readonly exits: readonly Exit[];
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

export type AssessMore = CaseMore & ReadMore;

/** The assessment of parsed JSON, or what is wrong with it and where. Never throws on input. */
export function assessJson(json: unknown, more: AssessMore = {}): Outcome<Assessment> {
  const facts = readFacts(json, more);
  return facts.ok ? ok(assess(facts.value, more)) : facts;
}

/** Facts in, reasons out. Pure: the same facts, lists and tables give the same answer. */
export function assess(facts: Facts, more: CaseMore = {}): Assessment {
  const c = caseOf(facts, more);
  const offences = judgeOffences(c);
  const all = isTimeBarred(c) ? [] : judgePenalties(c);
  const penalties = all.filter((p) => p.applies !== 'no');
  const mustTransfer = transferOf(offences);
  return {
    protection: c.subjects.map(protectionJson),
    valuation: c.subjects.map((s) => lineToJson(s.line)),
    offences: offences.map(offenceJson),
    administrative: penalties.map(penaltyJson),
    mustTransfer,
    aggravating: aggravatingOf(c, offences, penalties),
    mitigating: mitigatingOf(c, offences),
    exits: exitsOf(c, offences, judgePenalties(c)),
    clocks: clocksOf(mustTransfer, penalties),
    lawVersion: versionOf(facts),
    notes: notesOf(c, { offences, penalties, refused: all.filter((p) => p.applies === 'no'), mustTransfer }),
    notUnderstood: facts.notUnderstood,
  };
}

/** 移送规定第3条, 第11条: one crime reached is enough; exits do not take it back. */
function transferOf(offences: readonly OffenceFinding[]): Reached {
  if (offences.some((o) => o.transfer === 'yes')) return 'yes';
  return offences.some((o) => o.transfer === 'depends') ? 'depends' : 'no';
}

const AS_REACHED = { yes: 'yes', no: 'no', unknown: 'depends' } as const;

function protectionJson(s: Case['subjects'][number]): ProtectionJson {
  return {
    species: s.item.name,
    speciesId: s.item.speciesId,
    level: s.protection.level,
    list: s.protection.list,
    docNo: s.protection.docNo,
    national: AS_REACHED[s.national],
    sanyou: AS_REACHED[s.sanyou],
    local: AS_REACHED[s.local],
    wild: AS_REACHED[s.wild],
    terrestrial: AS_REACHED[s.terrestrial],
    notes: s.notes,
  };
}

function offenceJson(f: OffenceFinding): OffenceJson {
  return {
    charge: f.offence.name[0],
    code: f.code,
    chargeName: f.offence.name,
    article: f.offence.article,
    interpretation: f.offence.interpretation,
    reached: f.reached,
    tier: f.tier?.name ?? null,
    penalty: f.tier?.penalty ?? null,
    threshold: yuan(f.threshold),
    value: f.sum === null ? null : { min: f.sum.lo / 100, max: yuan(f.sum.hi) },
    reasons: f.reasons,
    missing: f.missing,
  };
}

function penaltyJson(p: PenaltyFinding): PenaltyJson {
  return {
    id: p.row.id,
    article: p.article,
    act: p.row.act,
    applies: p.applies,
    fine: fineJson(p.fine),
    fineIf: fineJson(p.fineIf),
    confiscate: p.row.confiscate,
    other: p.other,
    conditions: p.conditions,
    missing: p.missing,
    authority: p.row.authority,
  };
}

function fineJson(fine: Fine | null): FineJson | null {
  return fine === null ? null : { min: yuan(fine.min), max: yuan(fine.max), basis: fine.basis };
}

function yuan(fen: Fen | null): number | null {
  return fen === null ? null : fen / 100;
}

const TRANSFER_CLOCKS: readonly DeadlineId[] = [
  'TR-5a',
  'TR-5b',
  'TR-7',
  'TR-8',
  'TR-9a',
  'TR-9b',
  'TR-9c',
  'TR-12',
];
const PENALTY_CLOCKS: readonly DeadlineId[] = [
  'APL-36',
  'APL-56',
  'APL-60',
  'APL-61',
  'APL-64-1',
  'APL-64-2',
  'APL-67',
];

function clocksOf(mustTransfer: Reached, penalties: readonly PenaltyFinding[]): readonly ClockJson[] {
  const ids = [
    ...(mustTransfer === 'no' ? [] : TRANSFER_CLOCKS),
    ...(penalties.length > 0 ? PENALTY_CLOCKS : []),
  ];
  return ids.map((id) => {
    const { basis, start, action, amount, unit } = deadlineOf(id);
    return { id, article: basis, start: start[0], limit: amount, unit, what: action[0] };
  });
}

function versionOf(facts: Facts): Assessment['lawVersion'] {
  return {
    texts: Object.values(LAW_TEXTS).map(
      (t) => `${t.title}（${t.docNo}${t.from === null ? '' : `，${t.from}起施行`}）`,
    ),
    lists: SPECIES_LISTS.map((l) => `${l.title}（${l.docNo}，${l.from}起）`),
    judgedOn: facts.day,
    rules: LAW_RULES,
  };
}

/** Changes whenever a row of the tables changes: two assessments with one hash stand on the same rules. */
export const LAW_RULES = `rules-${hash(canonicalJson([OFFENCES, PENALTIES, LAW_TEXTS, DEADLINES.map((d) => [d.id, d.amount, d.unit])]))}`;

/** FNV-1a, 53 bits as two runs of 32: an identifier, not a proof. */
function hash(text: string): string {
  const run = (seed: number) => {
    let h = seed;
    for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return h.toString(16).padStart(8, '0');
  };
  return `${run(0x811c9dc5)}${run(0x01000193)}`;
}
