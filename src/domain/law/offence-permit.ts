// Was an act with nationally protected animals without the permit it needs?
import type { Label } from '../kernel/label.ts';
import { en, listed, uniqueTexts, zh } from '../kernel/wording.ts';
import type { Subject } from './assess-animal.ts';
import { type Case, has, isInQuestion, stateOfAct, whichAct } from './assess-case.ts';
import { cite } from './assess-law.ts';
import type { ActCode } from './fact-act.ts';
import { any, type Condition, either, leaf, not, type State } from './fact-state.ts';
import { coverMissing, coverOf, isOtherKind, NEEDS, type Need } from './permit-cover.ts';

/** Which permit each act needs; none makes trade under cover of rescue lawful (野生动物保护法第15条第4款). */
const NEED_OF_ACT: Readonly<Partial<Record<ActCode, Need>>> = {
  hunt: 'huntNational',
  gunHunt: 'huntNational',
  kill: 'huntNational',
  fish: 'huntNational',
  buy: 'tradeNational',
  sell: 'tradeNational',
  makeFood: 'tradeNational',
  transport: 'moveNational',
};

/** Whether the act with this animal was without its permit: not said is taken as without, and that is told. */
export function unlawfulBy(c: Case, need: Need, wild: State): State {
  return c.facts.permit.held === 'yes' ? not(coverOf(c.facts, need, wild)) : 'yes';
}

/** A hunting licence does not make a sale lawful: each act done needs its own permit. */
export function unlawfulActs(c: Case, acts: readonly ActCode[], wild: State): State {
  const stateOf = (a: ActCode): State => {
    const need = NEED_OF_ACT[a];
    return need === undefined ? 'yes' : unlawfulBy(c, need, wild);
  };
  const { done, open } = actsAsked(c, acts);
  const sure = done.map(stateOf).reduce(either, 'no');
  const perhaps = open.map(stateOf);
  if (sure === 'yes' || perhaps.length === 0) return sure;
  if (done.length === 0 && perhaps.every((s) => s === 'yes')) return 'yes';
  return perhaps.every((s) => s === 'no') ? sure : 'unknown';
}

/** The acts done, and those of which one may have been. */
function actsAsked(c: Case, acts: readonly ActCode[]) {
  const stated = acts.filter((a) => isInQuestion(c.facts.acts, [a]));
  const done = stated.filter((a) => stateOfAct(c.facts.acts, [a]) === 'yes');
  const open = stated.filter((a) => !done.includes(a));
  return { done, open: stated.length === 0 ? (['sell'] as const) : open };
}

export function permitLeaf(
  c: Case,
  state: State,
  needs: readonly Need[],
  subjects: readonly Subject[],
  acts: readonly Label[] = [],
): Condition {
  const article = listed(uniqueTexts(needs.map((need) => NEEDS[need].article)));
  const others = needs.filter((need) => isOtherKind(c.facts, need, subjects));
  const names = listed(uniqueTexts(others.map((need) => NEEDS[need].name)));
  const reason = state === 'yes' ? lackOf(c, names) : state === 'no' ? HELD : PERMIT_OPEN;
  return leaf(
    'permit',
    state,
    [zh`${reason}（${article}）`, en`${reason} (${article})`],
    uniqueTexts([...needs.flatMap((need) => coverMissing(c.facts, need, subjects)), ...acts]),
  );
}

function lackOf(c: Case, names: Label): Label {
  const { held } = c.facts.permit;
  if (held !== 'yes') return held === 'no' ? NO_PERMIT : PERMIT_UNSAID;
  if (has(c.facts, 'violatesPermit') === 'yes') return AGAINST_PERMIT;
  return [zh`所持许可不是本行为所需的${names}`, en`The permit held is not the one this act needs: ${names}`];
}

const HELD: Label = [
  '持有相应许可、批准，且未载明违反其规定',
  'The permit or approval needed is held, and no breach of its terms is on record',
];
const PERMIT_OPEN: Label = [
  '所持许可是否足以允许本行为未定',
  'Whether the permit held is enough for this act is open',
];
const AGAINST_PERMIT: Label = ['未按照许可规定', 'Not in accordance with the permit'];
const NO_PERMIT: Label = ['未取得相应许可、批准', 'The permit or approval needed was not obtained'];
const PERMIT_UNSAID: Label = [
  '未载有许可、批准，按未取得判断；当事人能够提供的除外',
  'No permit or approval is on record: taken as not obtained, unless the party can produce one',
];

/** Whether one of the acts was without its permit, and with which of the animals. */
export function nationalUnlawful(c: Case, acts: readonly ActCode[]): Condition {
  const inside = c.subjects.filter((s) => s.national !== 'no');
  const { done, open } = actsAsked(c, acts);
  const stated = [...done, ...open];
  const needs = [...new Set(stated.flatMap((a) => NEED_OF_ACT[a] ?? []))];
  const states = (inside.length === 0 ? (['unknown'] as const) : inside.map((s) => s.wild)).map((wild) =>
    unlawfulActs(c, acts, wild),
  );
  const parts = permitLeaf(c, states.reduce(either, 'no'), needs, inside, actsMissing(c, open));
  if (!stated.includes('rescueTrade')) return parts;
  const rescue = cite('wildlife', 15, 4);
  return any(
    parts,
    leaf('permit', 'yes', [
      zh`禁止以收容救护为名买卖野生动物及其制品（${rescue}）`,
      en`Trading in wildlife or its products under cover of shelter and rescue is prohibited (${rescue})`,
    ]),
  );
}

export function permitAsked(c: Case, acts: readonly ActCode[], s: Subject): readonly Label[] {
  if (unlawfulActs(c, acts, s.wild) !== 'unknown') return [];
  const { done, open } = actsAsked(c, acts);
  const permits = [...done, ...open].flatMap((a) =>
    coverMissing(c.facts, NEED_OF_ACT[a] ?? 'tradeNational', [s]),
  );
  return uniqueTexts([...permits, ...actsMissing(c, open)]);
}

/** A permit covers one act and not the other: which was done is then asked. */
function actsMissing(c: Case, open: readonly ActCode[]): readonly Label[] {
  return c.facts.acts
    .filter((s) => s.codes.length > 1 && s.codes.some((code) => open.includes(code)))
    .map(whichAct);
}
