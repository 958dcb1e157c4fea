// What does the law make of the facts: which crimes, which penalties, must it be transferred, by which articles?
import { type Label, type Language, say } from '../kernel/label.ts';
import { type Outcome, ok } from '../kernel/outcome.ts';
import { type CaseMore, caseOf } from './assess-case.ts';
import { exitsOf } from './assess-exit.ts';
import {
  type Assessment,
  clockJson,
  exitJson,
  offenceJson,
  penaltyJson,
  protectionJson,
  weightJson,
} from './assess-json.ts';
import { notesOf } from './assess-note.ts';
import { versionOf } from './assess-version.ts';
import { aggravatingOf, mitigatingOf } from './assess-weight.ts';
import type { DeadlineId } from './deadline-table.ts';
import type { Facts } from './fact.ts';
import { type ReadMore, readFacts } from './fact-read.ts';
import { judgeOffences, transferOf } from './offence.ts';
import type { Reached } from './offence-frame.ts';
import { isTimeBarred, judgePenalties } from './penalty.ts';
import { lineToJson } from './valuation-json.ts';

export type AssessMore = CaseMore & ReadMore & { readonly language?: Language };

/** The assessment of parsed JSON, or what is wrong with it and where. Never throws on input. */
export function assessJson(json: unknown, more: AssessMore = {}): Outcome<Assessment> {
  const facts = readFacts(json, more);
  return facts.ok ? ok(assess(facts.value, more)) : facts;
}

/** Facts in, reasons out, in Chinese unless another language is asked. Pure: the same facts, lists and tables give the same answer. */
export function assess(facts: Facts, more: Omit<AssessMore, keyof ReadMore> = {}): Assessment {
  const { language = 'zh' } = more;
  const told = (label: Label) => say(label, language);
  const c = caseOf(facts, more);
  const offences = judgeOffences(c);
  const inQuestion = judgePenalties(c);
  const all = isTimeBarred(c) ? [] : inQuestion;
  const penalties = all.filter((p) => p.applies !== 'no');
  const refused = all.filter((p) => p.applies === 'no');
  const mustTransfer = transferOf(c, offences);
  return {
    protection: c.subjects.map((s) => protectionJson(s, told)),
    valuation: c.subjects.map((s) => lineToJson(s.line, language)),
    offences: offences.map((f) => offenceJson(f, told)),
    administrative: penalties.map((p) => penaltyJson(p, told)),
    mustTransfer,
    aggravating: aggravatingOf(c, offences, penalties).map((w) => weightJson(w, told)),
    mitigating: mitigatingOf(c, offences).map((w) => weightJson(w, told)),
    exits: exitsOf(c, offences, inQuestion).map((e) => exitJson(e, told)),
    clocks: clocksOf(mustTransfer, penalties.length > 0).map((id) => clockJson(id, told)),
    lawVersion: versionOf(facts, told),
    notes: notesOf(c, { offences, penalties, refused, mustTransfer }).map(told),
    notUnderstood: facts.notUnderstood.map(told),
  };
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

function clocksOf(mustTransfer: Reached, penalised: boolean): readonly DeadlineId[] {
  return [...(mustTransfer === 'no' ? [] : TRANSFER_CLOCKS), ...(penalised ? PENALTY_CLOCKS : [])];
}
