// How does what was seized come to its end, by a step of custody or by a record of release in the ledger?
import type { Label } from '../kernel/label.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { StepRule, StepTaken } from '../kernel/procedure.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { Values } from '../kernel/record.ts';
import { type Amount, amountOf, isNone, minus, NONE, partOf, plus, quantityOf, within } from './amount.ts';
import {
  type Custody,
  findHolding,
  give,
  type Ledgered,
  possible,
  type State,
  whoOf,
  withHolding,
} from './custody.ts';
import { RELEASE_KINDS } from './seizure.ts';
import { FROM, HANDLERS, notBefore, QUANTITY, refusal, STATE, said, stateOf, takeOut } from './step-field.ts';
import { notYours } from './step-hand.ts';

const WHICH = refusal('custody.from', 'from', ['请选择处置哪一处的物品', 'Say which of the places']);

/** What each way of ending must state besides quantity and day. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  release: ['habitat', 'where'],
  centre: ['recipient', 'document'],
  zoo: ['recipient', 'document'],
  police: ['recipient', 'document'],
  return: ['recipient', 'document'],
  destroy: ['document', 'witnesses'],
  specimen: ['recipient', 'document'],
};

const MISSING: Readonly<Record<string, Label>> = {
  habitat: ['放归须写明生境', 'Say into which habitat'],
  where: ['放归须有地点：选择登记过的地点，或填坐标', 'Say where: a registered site or coordinates'],
  recipient: ['请写明接收单位或个人', 'Say who received it'],
  document: ['请写明文书号（交接单、移送书、决定书或销毁记录）', 'Give the number of the document'],
  witnesses: ['销毁须有两名以上见证人', 'Destruction needs two witnesses or more'],
};

function lacks(values: Values, what: string): boolean {
  if (what === 'where') return !values.site && !values.place;
  if (what === 'witnesses') return new Set((values.witnesses as string[] | null | undefined) ?? []).size < 2;
  return !values[what];
}

function wrongForm(facts: Custody, how: unknown, state: State): Refusal | undefined {
  return how === 'release' && (facts.form !== 'live' || state === 'dead')
    ? refusal('custody.form', 'releaseKind', ['只有活体可以放生放归', 'Only live animals can be released'])
    : undefined;
}

const dispose: StepRule<Custody> = {
  name: 'dispose',
  label: ['处置', 'Dispose'],
  from: ['held'],
  likely: ['held'],
  by: HANDLERS,
  fields: {
    from: FROM,
    releaseKind: { type: 'code', codes: RELEASE_KINDS, required: true, label: ['去向', 'Outcome'] },
    state: STATE,
    quantity: QUANTITY,
    habitat: { type: 'text', max: 120, label: ['生境', 'Habitat'] },
    site: { type: 'ref', kind: 'site', label: ['处置地点', 'Where'] },
    place: { type: 'place', label: ['坐标', 'Coordinates'] },
    recipient: { type: 'text', max: 120, label: ['接收单位', 'Recipient'] },
    document: { type: 'text', max: 120, label: ['文书号', 'Document'] },
    witnesses: { type: 'texts', personal: true, label: ['见证人', 'Witnesses'] },
  },
  asks: (v) => {
    const needs = NEEDS[String(v.releaseKind ?? '')] ?? [];
    // Where is asked for always: of a site and coordinates one is enough, and neither may be called for by the other.
    const own = needs.filter((name) => name !== 'where');
    return ['from', 'releaseKind', 'state', 'quantity', ...own, 'site', 'place'];
  },
  prefill: ({ progress: { facts } }) => {
    const [only] = facts.holdings;
    return only ? { quantity: quantityOf(only.kept) } : {};
  },
  needs: ({ facts }) =>
    facts.holdings.length === 0
      ? refusal('custody.none', 'step', [
          '手中没有可处置的物品；移交未确认的，先由对方接收或收回',
          'Nothing is in hand; what was offered must be taken or taken back first',
        ])
      : undefined,
  check: ({ step, progress: { facts } }) => {
    const { values } = step;
    const holding = findHolding(facts, values.from);
    if (!holding) return [WHICH];
    const needs = (NEEDS[String(values.releaseKind)] ?? []).filter((what) => lacks(values, what));
    const wrong = [
      notBefore(step, holding.since),
      notYours(holding, step),
      wrongForm(facts, values.releaseKind, stateOf(step)),
      takeOut(facts, holding, step).refusal,
      ...needs.map((what) =>
        refusal('field.required', what === 'where' ? 'site' : what, MISSING[what] as Label),
      ),
    ];
    return wrong.filter((each) => each !== undefined);
  },
  apply: (facts, step) => {
    const holding = findHolding(facts, step.values.from);
    const out = holding && takeOut(facts, holding, step).parted;
    if (!holding || !out) return facts;
    const state = stateOf(step);
    return {
      ...facts,
      holdings: withHolding(facts.holdings, holding.key, (it) => ({ ...it, [state]: out.rest })),
      disposed: [
        ...facts.disposed,
        {
          ...{ id: step.id, seq: step.seq, how: String(step.values.releaseKind), state, amount: out.part },
          ...{ quantity: quantityOf(out.part), on: step.on, from: holding.key },
        },
      ],
    };
  },
};

type Taken = Ledgered['taken'];

/** What a record of release may come from, hand by hand: the dead are not set free and go first otherwise. */
function sources(facts: Custody, how: string): { key: string; state: State; have: Amount }[] {
  const states: readonly State[] = how === 'release' ? ['kept'] : ['dead', 'kept'];
  return states.flatMap((state) =>
    facts.holdings
      .map((holding) => ({ key: holding.key, state, have: holding[state] }))
      .filter(({ have }) => !isNone(have)),
  );
}

/** Takes `asked` out of the hands in turn, or undefined when it was not there. */
function draw(facts: Custody, how: string, asked: Quantity): { facts: Custody; taken: Taken } | undefined {
  const from = sources(facts, how);
  const total = from.map(({ have }) => have).reduce(plus, NONE);
  let open = amountOf(asked);
  if (isNone(total) || isNone(open) || !within(possible(facts, total), open)) return undefined;
  const whole = partOf(total, asked);
  if (typeof whole === 'object' && isNone(whole.rest)) open = total;
  let { holdings } = facts;
  const taken: Taken[number][] = [];
  for (const [i, { key, state, have }] of from.entries()) {
    const holding = holdings.find((each) => each.key === key);
    if (!holding || isNone(open)) break;
    const all = open === total;
    // Of several hands each gives what it surely has; the last gives what is still open.
    const amount = all ? have : i === from.length - 1 || within(have, open) ? capped(open, have) : have;
    const left = amount === have ? NONE : minus(have, amount);
    taken.push({ from: whoOf(holding), state, amount, had: have, left });
    holdings = withHolding(holdings, key, (it) => ({ ...it, [state]: left }));
    if (!all) open = minus(open, amount);
  }
  return { facts: { ...facts, holdings }, taken };
}

/** No more came out of a hand than it can have had. */
function capped(asked: Amount, have: Amount): Amount {
  const high = have.high === null ? asked.high : Math.min(asked.high ?? have.high, have.high);
  return { ...asked, high };
}

function same(a: Amount | undefined, b: Amount): boolean {
  return a?.low === b.low && a.high === b.high;
}

/** Without what `release` had taken before: a record put right gives back first, untouched hands as they were. */
function undrawn(facts: Custody, release: unknown): Custody {
  const before = facts.ledgered.find((each) => each.release === release);
  if (!before) return facts;
  let { holdings } = facts;
  for (const { from, state, amount, had, left } of before.taken) {
    const now = holdings.find((holding) => holding.key === from.key);
    const untouched = now !== undefined && now.place === from.place && same(now[state], left);
    holdings = untouched
      ? withHolding(holdings, from.key, (it) => ({ ...it, [state]: had }))
      : (give(holdings, from, state, amount) as typeof holdings);
  }
  return { ...facts, holdings, ledgered: facts.ledgered.filter((each) => each !== before) };
}

function askedOf(step: StepTaken): Quantity | null {
  return (step.values.quantity as Quantity | null | undefined) ?? null;
}

/** Why these animals cannot have come from this seizure. */
function notThere(facts: Custody, how: string, asked: Quantity): Refusal | undefined {
  if (facts.unit !== 'head')
    return refusal('custody.unit', 'seizure', [
      '所选收缴物品不按“只”计，数量无法核对；请打开该收缴物品，在“保管链”中办理处置',
      'That seizure is not counted in heads, so the number cannot be checked; dispose of it by its chain of custody',
    ]);
  const form = wrongForm(facts, how, 'kept');
  if (form) return form;
  if (draw(facts, how, asked)) return undefined;
  const left = sources(facts, how)
    .map(({ have }) => have)
    .reduce(plus, NONE);
  const [have, seized, wanted] = [quantityOf(left), quantityOf(facts.seized), asked].map(said) as [
    Label,
    Label,
    Label,
  ];
  return refusal('custody.over', 'quantity', [
    `该收缴物品共收缴${seized[0]}只，现剩${have[0]}只可${how === 'release' ? '放归' : '处置'}，不能登记${wanted[0]}只`,
    `${seized[1]} were seized and ${have[1]} are left; ${wanted[1]} cannot have gone from there`,
  ]);
}

/** Written by the house when a record of release that names this seizure is registered, put right or withdrawn. */
const ledger: StepRule<Custody> = {
  name: 'ledger',
  label: ['台账登记处置', 'Disposal by ledger'],
  from: ['held', 'ended'],
  by: [],
  fields: {
    release: { type: 'text', max: 36, required: true, label: ['放归处置记录', 'Record of release'] },
    no: { type: 'text', max: 40, label: ['编号', 'No.'] },
    releaseKind: { type: 'code', codes: RELEASE_KINDS, label: ['去向', 'Outcome'] },
    quantity: { type: 'quantity', unit: '只', label: ['数量', 'Quantity'] },
  },
  check: ({ step, progress: { facts } }) => {
    const asked = askedOf(step);
    if (asked === null) return [];
    const free = undrawn(facts, step.values.release);
    const wrong = notThere(free, String(step.values.releaseKind), asked);
    return wrong ? [wrong] : [];
  },
  apply: (before, step) => {
    const facts = undrawn(before, step.values.release);
    const asked = askedOf(step);
    const how = String(step.values.releaseKind);
    const drawn = asked === null ? undefined : draw(facts, how, asked);
    if (asked === null || !drawn) return facts;
    const made: Ledgered = {
      ...{ release: String(step.values.release), how, quantity: asked, on: step.on, taken: drawn.taken },
    };
    return { ...drawn.facts, ledgered: [...facts.ledgered, made] };
  },
};

export const END_STEPS = [dispose, ledger] as const;
