// Which acts before count with this one: added up, or weighing as a penalty already had?
import { addYears } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { en, uniqueTexts, zh } from '../kernel/wording.ts';
import { type Subject, subjectOf } from './assess-animal.ts';
import { type Case, has, stateOfAct, withLists } from './assess-case.ts';
import { cite, LAW_TEXTS } from './assess-law.ts';
import { type Share, shareOf } from './assess-value.ts';
import type { Animal, Facts, PriorAct } from './fact.ts';
import type { ActCode } from './fact-act.ts';
import { both, either, type State } from './fact-state.ts';
import { AMOUNTS } from './offence-table.ts';

/**
 * Acts before of the same kind that are added up (法释〔2022〕12号第12条): not handled, and within two years — the same date two
 * years later still counts — or still to be prosecuted by themselves.
 */
export interface PriorShare extends Share {
  readonly name: Label;
  readonly reason: Label;
  readonly animals: readonly Animal[];
  /** Only a value is stated: how much it was is not known. */
  readonly valueOnly: boolean;
  readonly special: State;
}

export function priorShares(
  c: Case,
  acts: readonly ActCode[],
  belongs: (subject: Subject) => State,
  entry: number | null,
  worthOf: WorthOf = shareOf,
): readonly PriorShare[] {
  return c.facts.priorActs.map((prior, i) => priorShare(c, prior, i, { acts, belongs, entry, worthOf }));
}

type WorthOf = (subject: Subject, belongs: State) => Share;

interface Counting {
  readonly acts: readonly ActCode[];
  readonly belongs: (subject: Subject) => State;
  readonly entry: number | null;
  readonly worthOf: WorthOf;
}

function priorShare(
  c: Case,
  prior: PriorAct,
  index: number,
  { acts, belongs, entry, worthOf }: Counting,
): PriorShare {
  const on = prior.day;
  const name: Label = [
    `前次行为${index + 1}${on === null ? '' : `（${on}）`}`,
    `Earlier act ${index + 1}${on === null ? '' : ` (${on})`}`,
  ];
  const article = cite('interpretation', 12);
  const { animals, special } = prior;
  const own = { name, animals, special, valueOnly: animals.length === 0 };
  const none = { ...own, lo: 0, hi: 0, classMissing: [], valueMissing: [] } as const;
  if (prior.handled === 'yes')
    return {
      ...none,
      in: 'no',
      reason: [
        zh`${name}已经处理，不累计（${article}）`,
        en`${name} has been handled and is not added up (${article})`,
      ],
    };
  const worth = priorWorth(c, prior, belongs, worthOf);
  const kind = prior.acts.length === 0 ? 'unknown' : stateOfAct(prior.acts, acts);
  const time = priorTime(c, prior, entry !== null && (worth.lo >= entry || isMuchFish(prior, acts)));
  const open: State = prior.handled === 'no' ? 'yes' : 'unknown';
  const state = [kind, time, open, worth.in].reduce(both, 'yes');
  const ask = (what: Label): Label => [zh`${name}：${what}`, en`${name}: ${what}`];
  const missing = [
    ...(kind === 'unknown' ? [ask(KIND)] : []),
    ...(time === 'unknown' ? [ask(on === null ? DAY : PROSECUTABLE)] : []),
    ...(open === 'unknown' ? [ask(HANDLED)] : []),
    ...worth.classMissing.map(ask),
  ];
  const early = on !== null && on < LAW_TEXTS.interpretation.from ? EARLY : NOTHING;
  const why = time === 'no' ? TOO_OLD : kind === 'no' ? OTHER_KIND : NOTHING;
  return {
    ...own,
    in: state,
    lo: worth.lo,
    hi: worth.hi,
    classMissing: state === 'unknown' ? missing : [],
    valueMissing: worth.valueMissing.map(ask),
    reason: [
      zh`${name}${VERDICTS[state]}${why}${early}（${article}）`,
      en`${name} ${VERDICTS[state]}${why}${early} (${article})`,
    ],
  };
}

const NOTHING: Label = ['', ''];
const KIND: Label = ['行为种类', 'kind of act'];
const DAY: Label = ['日期', 'day'];
const PROSECUTABLE: Label = ['是否依法应当追诉', 'whether it can still be prosecuted by law'];
const HANDLED: Label = ['是否已经处理', 'whether it has been handled'];
const TOO_OLD: Label = ['，已超过二年', ': more than two years ago'];
const OTHER_KIND: Label = ['，行为种类不同', ': an act of another kind'];
const EARLY: Label = [
  '，发生在该解释施行前，按从旧兼从轻核对',
  '; it was done before that interpretation came into force: check which of the old and the new rule is the more lenient',
];
const VERDICTS: Readonly<Record<State, Label>> = {
  yes: ['未经处理，累计计算', 'has not been handled and is added up'],
  no: ['不累计', 'is not added up'],
  unknown: ['是否累计未定', 'may have to be added up: open'],
};

function isMuchFish({ animals }: PriorAct, acts: readonly ActCode[]): boolean {
  return acts.includes('fish') && animals.reduce((n, a) => n + (a.mass ?? 0), 0) >= AMOUNTS.fishMass;
}

function priorTime(c: Case, prior: PriorAct, isCrime: boolean): State {
  if (prior.prosecutable === 'yes') return 'yes';
  if (prior.day === null || c.facts.day === null) return 'unknown';
  if (c.facts.day <= addYears(prior.day, 2)) return 'yes';
  // Older, but a crime by itself: added up while it can still be prosecuted; limitation (刑法总则) is not held.
  return prior.prosecutable === 'unknown' && isCrime ? 'unknown' : 'no';
}

const SPECIES: Label = ['涉案动物的种类', 'kind of animals involved'];
const VALUE: Label = ['价值', 'value'];

/** A stated value is taken for animals of the kind judged unless animals are named that are not. */
function priorWorth(c: Case, prior: PriorAct, belongs: (subject: Subject) => State, worthOf: WorthOf): Share {
  const day = prior.day ?? c.judgedOn;
  const caught = stateOfAct(prior.acts, ['hunt', 'gunHunt', 'fish']) === 'yes';
  const subjects = prior.animals.map((item) => subjectOf(item, { ...withLists(c.more), day, caught }));
  const inside = subjects.map(belongs);
  if (prior.value !== null) {
    const state = inside.length === 0 ? likeNow(c, belongs) : inside.reduce(either, 'no');
    const asked = subjects.length === 0 ? [SPECIES] : subjects.flatMap((s) => s.classMissing);
    const classMissing = state === 'unknown' ? uniqueTexts(asked) : [];
    return { in: state, lo: prior.value, hi: prior.value, classMissing, valueMissing: [] };
  }
  if (subjects.length === 0) return { in: 'yes', lo: 0, hi: null, classMissing: [], valueMissing: [VALUE] };
  const shares = subjects.map((s, i) => worthOf(s, inside[i] ?? 'unknown')).filter((s) => s.in !== 'no');
  const sure = shares.filter((s) => s.in === 'yes');
  return {
    in: shares.length === 0 ? 'no' : 'yes',
    lo: sure.reduce((n, s) => n + s.lo, 0),
    hi: shares.reduce<number | null>((n, s) => (n === null || s.hi === null ? null : n + s.hi), 0),
    classMissing: [],
    valueMissing: shares.flatMap((s) => [...s.classMissing, ...s.valueMissing]),
  };
}

/** A value without animals: of the kind of this case's animals, as far as these are of one kind. */
function likeNow(c: Case, belongs: (subject: Subject) => State): State {
  const states = c.subjects.map(belongs);
  const [first] = states;
  return first === undefined ? 'yes' : states.every((s) => s === first) ? first : 'unknown';
}

/** 二年内曾因破坏野生动物资源受过行政处罚: stated, or by an act before that was penalised within two years. */
export function penalisedWithinTwoYears(facts: Facts): State {
  const told = has(facts, 'penalisedTwoYears');
  if (told === 'yes') return told;
  const states = facts.priorActs
    .filter((p) => p.penalised === 'yes')
    .map((p): State => {
      const day = p.penalisedOn ?? p.day;
      if (day === null || facts.day === null) return 'unknown';
      return day <= facts.day && facts.day <= addYears(day, 2) ? 'yes' : 'no';
    });
  return states.reduce(either, told);
}
