// Is what was seized conserved at every step, and does nobody take from his own hand?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, type History, openSteps, type StepTaken, take } from '../kernel/procedure.ts';
import type { Bound, Quantity } from '../kernel/quantity.ts';
import type { Values } from '../kernel/record.ts';
import { type Amount, amountOf, NONE, partOf, plus, quantityOf } from './amount.ts';
import { type Custody, liveWaiting, STORE, stillHeld } from './custody.ts';
import { seizureProcedure } from './procedure.ts';
import { RELEASE_KINDS } from './seizure.ts';

const DAY = '2026-03-02';
const exact = (value: number): Quantity => ({ value, bound: 'exact' });
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [A, B, C] = [id(1), id(2), id(3)];

function seized(quantity: Quantity, form = 'live', unit = 'head'): Values {
  return { day: DAY, form, unit, quantity, species: { id: null, name: '画眉' }, agency: id(9) };
}

class Chain {
  readonly history: History & { steps: StepTaken[] };
  constructor(record: Values) {
    this.history = { record, author: A, opening: {}, steps: [] };
  }
  /** Takes a step, or gives the codes of why not. */
  step(by: string, name: string, values: Values, roles = ['officer'], on = DAY): string[] {
    const seq = this.history.steps.length + 1;
    const at = `${on}T04:00:00.000Z`;
    const step = {
      seq,
      id: id(1_000 + seq),
      name,
      on,
      at,
      recordedAt: '2026-12-31T00:00:00.000Z',
      by,
      values,
    };
    const taken = take(seizureProcedure, this.history, step, { account: by, roles });
    if (!taken.ok) return taken.refusals.map((refusal) => refusal.code);
    this.history.steps.push(step);
    return [];
  }
  /** As the house writes it, past the roles. */
  ledger(values: Values): string[] {
    const seq = this.history.steps.length + 1;
    const step = {
      seq,
      id: id(1_000 + seq),
      name: 'ledger',
      on: DAY,
      at: `${DAY}T04:00:00.000Z`,
      recordedAt: '2026-12-31T00:00:00.000Z',
      by: A,
      values,
    };
    const { facts } = this;
    const rule = seizureProcedure.steps.find((each) => each.name === 'ledger');
    const wrong = rule?.check?.({ step, progress: { ...this.progress, facts }, record: this.history.record });
    if (wrong?.length) return wrong.map((refusal) => refusal.code);
    this.history.steps.push(step);
    return [];
  }
  get progress() {
    return fold(seizureProcedure, this.history.record, {}, this.history.steps);
  }
  get facts(): Custody {
    return this.progress.facts;
  }
}

const OFFER = { toKind: 'account', purpose: 'custody', place: '救护站', condition: '精神良好' };
const RELEASE = { releaseKind: 'release', habitat: '林缘', place: { lng: 106, lat: 38 } };
const PAPER = { condition: '完好', signedBy: '站长', paperNo: '签2026-1' };

describe('an amount', () => {
  it('is read as people mean it', () => {
    const of = (value: number | null, bound: Bound) => amountOf({ value, bound });
    expect(of(3, 'exact')).toEqual({ low: 3, high: 3 });
    expect(of(30, 'over')).toEqual({ low: 30, high: 40 });
    expect(of(120, 'over')).toEqual({ low: 120, high: 130 });
    expect(of(2.5, 'over')).toEqual({ low: 2.5, high: 2.6 });
    expect(of(30, 'about')).toEqual({ low: 25, high: 35, about: true });
    expect(of(null, 'unknown')).toEqual({ low: 0, high: null });
  });
  it('says itself again as it was said', () => {
    const stated = fc.record({
      value: fc.integer({ min: 1, max: 100_000 }),
      bound: fc.constantFrom<Bound>('exact', 'over', 'about'),
    });
    fc.assert(
      fc.property(stated, (quantity) => {
        expect(quantityOf(amountOf(quantity))).toEqual(quantity);
      }),
    );
  });
  it('gives an exact part or all of it; the rest of an inexact one stays inexact', () => {
    const rest = (have: Quantity, asked: Quantity) => {
      const parted = partOf(amountOf(have), asked);
      return typeof parted === 'object' ? quantityOf(parted.rest) : parted;
    };
    expect(rest(exact(3), exact(3))).toEqual(exact(0));
    expect(rest(exact(3), exact(4))).toBeUndefined();
    expect(rest({ value: 30, bound: 'over' }, exact(10))).toEqual({ value: 20, bound: 'over' });
    expect(rest({ value: 30, bound: 'over' }, exact(30))).toEqual({ value: null, bound: 'unknown' });
    expect(rest({ value: 30, bound: 'over' }, exact(41))).toBeUndefined();
    expect(rest({ value: 30, bound: 'over' }, { value: 30, bound: 'over' })).toEqual(exact(0));
    expect(rest({ value: 30, bound: 'about' }, exact(10))).toEqual({ value: 20, bound: 'about' });
    expect(rest({ value: null, bound: 'unknown' }, exact(500))).toEqual({ value: null, bound: 'unknown' });
    expect(rest(exact(30), { value: 20, bound: 'over' })).toBe('inexact');
  });
});

describe('two hands', () => {
  const roles = ['officer', 'clerk', 'otherAgency', 'ranger', 'reviewer', 'leader', 'city', 'admin'];
  const offers: [string, Values][] = [
    ['open', OFFER],
    ['named B', { ...OFFER, taker: B }],
    ['outside', { ...OFFER, toKind: 'outside', to: '市救护中心', purpose: 'escrow' }],
  ];
  const expected = (offer: string, account: string, role: string, paper: boolean): string => {
    if (!['officer', 'clerk', 'otherAgency'].includes(role)) return 'access.denied';
    if (account === A) return 'custody.sameHand';
    if (offer === 'named B' && account !== B) return 'custody.notTaker';
    return offer === 'outside' && !paper ? 'custody.signature' : 'taken';
  };
  it('are two accounts, whoever takes: all offers, accounts, roles and papers', () => {
    let taken = 0;
    for (const [name, offer] of offers)
      for (const account of [A, B, C])
        for (const role of roles)
          for (const paper of [true, false]) {
            const chain = new Chain(seized(exact(3)));
            expect(chain.step(A, 'offer', { ...offer, quantity: exact(2) })).toEqual([]);
            const [code = 'taken'] = chain.step(account, 'accept', paper ? PAPER : { condition: '好' }, [
              role,
            ]);
            expect(`${name} ${role} ${paper} ${code}`).toBe(
              `${name} ${role} ${paper} ${expected(name, account, role, paper)}`,
            );
            if (code !== 'taken') continue;
            taken += 1;
            const held = chain.facts.holdings.find(
              (holding) => holding.purpose === offer.purpose && holding.place === '救护站',
            );
            expect(held?.account).toBe(name === 'outside' ? null : account);
            expect(held?.kept).toEqual({ low: 2, high: 2 });
          }
    expect(taken).toBe(2 * 3 * 2 + 1 * 3 * 2 + 2 * 3);
  });
  it('a giver takes back, a taker declines, each only his own; what is declined lies where it lay', () => {
    const chain = new Chain({ ...seized(exact(3)), custodian: '物证室' });
    chain.step(A, 'offer', { ...OFFER, quantity: exact(2) });
    expect(chain.step(B, 'recall', {})).toEqual(['custody.notGiver']);
    expect(chain.step(A, 'decline', { reason: '不要' })).toEqual(['custody.sameHand']);
    expect(chain.step(B, 'decline', { reason: '笼具不足' })).toEqual([]);
    expect(chain.facts.holdings).toMatchObject([{ key: STORE, place: '物证室', kept: { low: 3, high: 3 } }]);
    expect(chain.facts.pending).toEqual([]);
  });
  it('only the holder gives or disposes; a superior takes over from an absent one', () => {
    const chain = new Chain(seized(exact(3)));
    chain.step(A, 'offer', { ...OFFER, quantity: exact(3) });
    chain.step(B, 'accept', { condition: '好' });
    expect(chain.step(A, 'offer', { ...OFFER, quantity: exact(1) })).toEqual(['custody.notHolder']);
    expect(chain.step(A, 'dispose', { ...RELEASE, quantity: exact(1) })).toEqual(['custody.notHolder']);
    expect(chain.step(C, 'takeover', { place: '局物证室', reason: '保管人住院' }, ['officer'])).toEqual([
      'access.denied',
    ]);
    expect(chain.step(C, 'takeover', { place: '局物证室', reason: '保管人住院' }, ['leader'])).toEqual([]);
    expect(chain.step(A, 'dispose', { ...RELEASE, quantity: exact(3) })).toEqual([]);
    expect(chain.progress.status).toBe('ended');
  });
  it('a hand’s own word is not undone by another', () => {
    const chain = new Chain(seized(exact(3)));
    chain.step(A, 'offer', { ...OFFER, quantity: exact(3) });
    chain.step(B, 'accept', { condition: '好' });
    expect(chain.step(A, 'revoke', { reason: '反悔' })).toEqual(['step.sameHand']);
    expect(chain.step(B, 'revoke', { reason: '点错了' })).toEqual([]);
    expect(chain.facts.pending).toHaveLength(1);
  });
});

describe('an end', () => {
  const wrong = (values: Values, record = seized(exact(3))) => new Chain(record).step(A, 'dispose', values);
  it('states what its way asks for', () => {
    expect(wrong({ releaseKind: 'release', quantity: exact(1) })).toEqual([
      'field.required',
      'field.required',
    ]);
    expect(
      wrong({ releaseKind: 'destroy', quantity: exact(1), document: '销1', witnesses: ['甲', '甲'] }),
    ).toEqual(['field.required']);
    expect(
      wrong({ releaseKind: 'destroy', quantity: exact(1), document: '销1', witnesses: ['甲', '乙'] }),
    ).toEqual([]);
    for (const { code } of RELEASE_KINDS)
      if (code !== 'release')
        expect(wrong({ releaseKind: code, quantity: exact(1) }).length).toBeGreaterThan(0);
    expect(wrong({ ...RELEASE, quantity: exact(1) }, seized(exact(3), 'carcass'))).toEqual(['custody.form']);
    expect(wrong({ ...RELEASE, quantity: exact(4) })).toEqual(['custody.over']);
    expect(
      new Chain(seized(exact(3))).step(
        A,
        'dispose',
        { ...RELEASE, quantity: exact(1) },
        ['officer'],
        '2026-03-01',
      ),
    ).toEqual(['step.early']);
  });
  it('a death leaves a carcass that is not set free', () => {
    const chain = new Chain(seized(exact(3)));
    expect(chain.step(A, 'check', { condition: '一只死亡', deaths: 1 })).toEqual([]);
    expect(chain.step(A, 'dispose', { ...RELEASE, quantity: exact(3) })).toEqual(['custody.over']);
    expect(chain.step(A, 'dispose', { ...RELEASE, state: 'dead', quantity: exact(1) })).toEqual([
      'custody.form',
    ]);
    expect(chain.step(A, 'dispose', { ...RELEASE, quantity: exact(2) })).toEqual([]);
    expect(chain.progress.status).toBe('held');
    expect(liveWaiting(chain.facts)).toEqual([]);
    expect(chain.progress.clocks[0]?.until).not.toBeNull();
    const buried = { releaseKind: 'destroy', state: 'dead', document: '销1', witnesses: ['甲', '乙'] };
    expect(chain.step(A, 'dispose', { ...buried, quantity: exact(1) })).toEqual([]);
    expect(chain.progress.status).toBe('ended');
  });
  it('fostering with a rescue centre stops the wait, not the custody', () => {
    const chain = new Chain(seized(exact(1)));
    chain.step(A, 'offer', {
      ...OFFER,
      toKind: 'outside',
      to: '市救护中心',
      purpose: 'escrow',
      quantity: exact(1),
    });
    expect(liveWaiting(chain.facts)).toHaveLength(1);
    chain.step(B, 'accept', PAPER);
    expect(liveWaiting(chain.facts)).toEqual([]);
    expect(chain.progress.status).toBe('held');
    expect(chain.progress.clocks[0]?.until).not.toBeNull();
  });
  it('a record of release takes, is put right and gives back', () => {
    const chain = new Chain(seized(exact(5)));
    const row = (quantity: Quantity | null, releaseKind = 'release') => ({
      release: id(50),
      releaseKind,
      quantity,
    });
    expect(chain.ledger(row(exact(6)))).toEqual(['custody.over']);
    expect(chain.ledger(row(exact(4)))).toEqual([]);
    expect(chain.ledger({ ...row(exact(2)), release: id(51) })).toEqual(['custody.over']);
    expect(chain.ledger(row(exact(5)))).toEqual([]);
    expect(chain.progress.status).toBe('ended');
    expect(chain.ledger(row(null))).toEqual([]);
    expect(stillHeld(chain.facts, 'kept')).toEqual({ low: 5, high: 5 });
    expect(new Chain(seized(exact(5), 'product', 'kg')).ledger(row(exact(1), 'destroy'))).toEqual([
      'custody.unit',
    ]);
    expect(new Chain(seized(exact(5), 'carcass')).ledger(row(exact(1)))).toEqual(['custody.form']);
    const many = new Chain(seized({ value: 30, bound: 'over' }));
    expect(many.ledger(row({ value: 30, bound: 'over' }))).toEqual([]);
    expect(many.progress.status).toBe('ended');
  });
  it('nobody takes the house’s own step', () => {
    const chain = new Chain(seized(exact(5)));
    for (const role of ['officer', 'clerk', 'leader', 'reviewer', 'admin'])
      expect(chain.step(A, 'ledger', { release: id(50) }, [role])).toEqual(['access.denied']);
    const open = openSteps(seizureProcedure, chain.history, { account: A, roles: ['clerk'] });
    expect(open.map((rule) => rule.name)).not.toContain('ledger');
  });
});

const quantities = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map(exact),
  fc.record({ value: fc.integer({ min: 1, max: 40 }), bound: fc.constantFrom<Bound>('over', 'about') }),
  fc.constant<Quantity>({ value: null, bound: 'unknown' }),
);
const hands = fc.constantFrom(A, B, C);
const from = fc.constantFrom(undefined, STORE, A, B, C, '外单位·中心', `${B}#2`);
const states = fc.constantFrom<string | undefined>('kept', 'dead', undefined);
const moves = fc.oneof(
  fc.tuple(
    hands,
    fc.constant('offer'),
    fc.record({
      from,
      state: states,
      quantity: quantities,
      purpose: fc.constantFrom('custody', 'escrow'),
      place: fc.constantFrom('甲地', '乙地'),
      condition: fc.constant('好'),
      toKind: fc.constantFrom('account', 'outside'),
      to: fc.constant('中心'),
      taker: fc.constantFrom(undefined, B),
    }),
  ),
  fc.tuple(
    hands,
    fc.constant('accept'),
    fc.record({
      condition: fc.constant('好'),
      signedBy: fc.constantFrom(undefined, '某'),
      paperNo: fc.constant('1'),
    }),
  ),
  fc.tuple(hands, fc.constantFrom('decline', 'recall'), fc.constant({ reason: '因' })),
  fc.tuple(
    hands,
    fc.constant('check'),
    fc.record({ from, condition: fc.constant('好'), deaths: fc.nat(4), births: fc.nat(2) }),
  ),
  fc.tuple(
    hands,
    fc.constant('count'),
    fc.record({
      from,
      state: states,
      quantity: quantities,
      witness: fc.constant('某'),
      reason: fc.constant('清点'),
    }),
  ),
  fc.tuple(hands, fc.constant('move'), fc.record({ from, place: fc.constantFrom('甲地', '乙地') })),
  fc.tuple(
    hands,
    fc.constant('takeover'),
    fc.record({ from, place: fc.constant('局'), reason: fc.constant('因') }),
  ),
  fc.tuple(
    hands,
    fc.constant('dispose'),
    fc.record({
      from,
      state: states,
      quantity: quantities,
      releaseKind: fc.constantFrom('release', 'centre', 'destroy'),
      habitat: fc.constant('林'),
      place: fc.constant({ lng: 1, lat: 1 }),
      recipient: fc.constant('某'),
      document: fc.constant('1'),
      witnesses: fc.constant(['甲', '乙']),
    }),
  ),
  fc.tuple(hands, fc.constant('revoke'), fc.constant({ reason: '误' })),
  fc.tuple(
    hands,
    fc.constant('ledger'),
    fc.record({
      release: fc.constantFrom(id(50), id(51)),
      quantity: fc.oneof(quantities, fc.constant(null)),
      releaseKind: fc.constantFrom('release', 'destroy'),
    }),
  ),
) as fc.Arbitrary<[string, string, Values]>;

/** Everything that was ever there is somewhere: as intervals, what is accounted for can be what was seized. */
function balance(facts: Custody, sharp: boolean): void {
  const gone = [
    ...facts.disposed.map(({ amount }) => amount),
    ...facts.ledgered.flatMap(({ taken }) => taken.map(({ amount }) => amount)),
  ];
  const all = [stillHeld(facts, 'kept'), stillHeld(facts, 'dead'), ...gone].reduce<Amount>(plus, NONE);
  const shift = facts.born + facts.found - facts.missing;
  expect(all.low).toBeLessThanOrEqual((facts.seized.high ?? Number.POSITIVE_INFINITY) + shift + 1e-6);
  expect(all.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(facts.seized.low + shift - 1e-6);
  if (sharp && facts.seized.low === facts.seized.high) {
    expect(all).toMatchObject({ low: facts.seized.low + shift, high: facts.seized.low + shift });
    for (const { low, high } of [...facts.holdings.flatMap(({ kept, dead }) => [kept, dead]), ...gone])
      expect(low).toBe(high);
  }
  for (const { kept, dead, key } of facts.holdings) {
    expect(kept.high === 0 && dead.high === 0, key).toBe(false);
    expect(Math.min(kept.low, dead.low)).toBeGreaterThanOrEqual(0);
  }
  expect(new Set(facts.holdings.map(({ key }) => key)).size).toBe(facts.holdings.length);
}

describe('conservation', () => {
  it('holds after every step of random chains, and a live animal always has a who', () => {
    let steps = 0;
    const seizures = fc.tuple(quantities, fc.constantFrom('live', 'carcass', 'tool'));
    fc.assert(
      fc.property(seizures, fc.array(moves, { maxLength: 40, size: 'max' }), ([quantity, form], asked) => {
        const chain = new Chain(seized(quantity, form));
        let sharp = true;
        for (const [by, name, values] of asked) {
          const before = chain.facts;
          const refused =
            name === 'ledger' ? chain.ledger(values) : chain.step(by, name, values, ['officer', 'leader']);
          if (refused.length > 0) expect(chain.facts).toEqual(before);
          else steps += 1;
          // A record of release may say 余 of what was seized exactly; from then on nobody knows exactly.
          if (name === 'ledger' && values.quantity && (values.quantity as Quantity).bound !== 'exact')
            sharp = false;
          balance(chain.facts, sharp);
          const left = [...chain.facts.holdings, ...chain.facts.pending];
          expect(chain.progress.status).toBe(left.length === 0 ? 'ended' : 'held');
          for (const { place, key } of chain.facts.holdings)
            expect(key.startsWith(STORE) || place !== '').toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(steps).toBeGreaterThan(2_000);
  });
});
