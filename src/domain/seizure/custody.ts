// Who has how much of what was seized, and where did the rest go? The facts its steps add up to, conserved at each.
import { type Quantity, round6 } from '../kernel/quantity.ts';
import type { Place, Values } from '../kernel/record.ts';
import { type Amount, amountOf, isNone, NONE, plus, quantityOf } from './amount.ts';

/** In the form it was seized, or dead since (only what was seized alive dies in custody). */
export type State = 'kept' | 'dead';

/** Somebody has something somewhere. */
export interface Holding {
  /** STORE, an account's id, or `outsideKey` of a person or body without one; as people read it in the timeline. */
  readonly key: string;
  readonly account: string | null;
  /** The outside holder, or the store as the record names it; empty for an account. */
  readonly name: string;
  /** Where it lies; empty while nobody said. */
  readonly place: string;
  readonly purpose: string;
  /** Day since which this hand has it. */
  readonly since: string;
  readonly kept: Amount;
  readonly dead: Amount;
}

/** Given by one hand and not yet taken by the other. */
export interface Offer {
  readonly seq: number;
  readonly by: string;
  /** The giver as it stood; what is declined goes back there. */
  readonly from: Omit<Holding, 'kept' | 'dead'>;
  /** The only account that may take it, or null for whoever the giver shows the code to. */
  readonly taker: string | null;
  /** A taker without an account. */
  readonly outside: string | null;
  readonly state: State;
  readonly amount: Amount;
  readonly quantity: Quantity;
  readonly place: string;
  readonly purpose: string;
  readonly condition: string;
  readonly on: string;
  readonly at: string;
}

/** Something that came to its end. `id` is that of its record of release (and of the step that made it). */
export interface Disposal {
  readonly id: string;
  readonly seq: number;
  readonly how: string;
  readonly state: State;
  readonly amount: Amount;
  readonly quantity: Quantity;
  readonly on: string;
  readonly from: string;
}

/** A record of release that was written straight into the ledger, with where its animals were taken from. */
export interface Ledgered {
  readonly release: string;
  readonly how: string;
  readonly quantity: Quantity;
  readonly on: string;
  readonly taken: readonly {
    readonly from: Omit<Holding, 'kept' | 'dead'>;
    readonly state: State;
    readonly amount: Amount;
    /** What that hand had before and after. */
    readonly had: Amount;
    readonly left: Amount;
  }[];
}

export interface Photo {
  readonly seq: number;
  /** SHA-256 of the file as it left the camera. */
  readonly file: string;
  readonly size: number;
  /** When the shutter fell, ISO UTC, as far as the picture or the phone says. */
  readonly takenAt: string | null;
  readonly place: Place | null;
  readonly caption: string;
  readonly by: string;
  readonly at: string;
}

/** Money in fen. */
export interface Valued {
  readonly way: string;
  readonly value: number;
  readonly assessed: number | null;
  readonly on: string;
}

/** The seizing agency's own store. */
export const STORE = '收缴单位';

export function outsideKey(name: string): string {
  return `外单位·${name}`;
}

export function isOutside({ key }: Pick<Holding, 'key'>): boolean {
  return key.startsWith('外单位·');
}

export interface Custody {
  readonly form: string;
  readonly unit: string;
  readonly day: string;
  readonly seized: Amount;
  /** Heads born and died in custody; what counts found too much or too little. */
  readonly born: number;
  readonly died: number;
  readonly found: number;
  readonly missing: number;
  readonly holdings: readonly Holding[];
  readonly pending: readonly Offer[];
  readonly disposed: readonly Disposal[];
  readonly ledgered: readonly Ledgered[];
  readonly photos: readonly Photo[];
  readonly label: string | null;
  /** What was last said of its state, and when. */
  readonly condition: { readonly text: string; readonly on: string } | null;
  /** The value that counts, and what the method gave beside it. */
  readonly valued: Valued | null;
}

export function beginCustody(record: Values): Custody {
  const day = String(record.day ?? '');
  const custodian = String(record.custodian ?? '');
  const seized = amountOf((record.quantity as Quantity | null) ?? { value: null, bound: 'unknown' });
  const first: Holding = {
    ...{ key: STORE, account: null, name: custodian, place: custodian, purpose: 'custody', since: day },
    ...{ kept: seized, dead: NONE },
  };
  return {
    ...{ form: String(record.form ?? ''), unit: String(record.unit ?? ''), day, seized },
    ...{ born: 0, died: 0, found: 0, missing: 0 },
    holdings: isNone(seized) ? [] : [first],
    ...{ pending: [], disposed: [], ledgered: [], photos: [], label: null, condition: null, valued: null },
  };
}

/** The holding a step speaks of: by key or by its holder's name, or the only one there is. */
export function findHolding(custody: Custody, from: unknown): Holding | undefined {
  const { holdings } = custody;
  if (typeof from !== 'string' || from === '') return holdings.length === 1 ? holdings[0] : undefined;
  const byKey = holdings.find((holding) => holding.key === from);
  if (byKey) return byKey;
  const byName = holdings.filter((holding) => holding.name === from);
  return byName.length === 1 ? byName[0] : undefined;
}

export function findOffer(custody: Custody, seq: unknown): Offer | undefined {
  if (typeof seq === 'number') return custody.pending.find((offer) => offer.seq === seq);
  return custody.pending.length === 1 ? custody.pending[0] : undefined;
}

/** `holdings` with `holding` changed; one that has nothing left is gone. */
export function withHolding(
  holdings: readonly Holding[],
  key: string,
  change: (holding: Holding) => Holding,
): Holding[] {
  return holdings
    .map((holding) => (holding.key === key ? change(holding) : holding))
    .filter((holding) => !isNone(holding.kept) || !isNone(holding.dead));
}

/** Puts `amount` into the hand of `who`; what the same hand has at another place stays a holding of its own. */
export function give(
  holdings: readonly Holding[],
  who: Omit<Holding, 'kept' | 'dead'>,
  state: State,
  amount: Amount,
): readonly Holding[] {
  if (isNone(amount)) return holdings;
  const hand = handOf(who.key);
  const mine = holdings.find((holding) => handOf(holding.key) === hand && holding.place === who.place);
  if (mine)
    return holdings.map((holding) =>
      holding === mine ? { ...mine, purpose: who.purpose, [state]: plus(mine[state], amount) } : holding,
    );
  const others = holdings.filter((holding) => handOf(holding.key) === hand).length;
  const taken = holdings.some((holding) => holding.key === who.key);
  const key = taken ? `${hand}#${others + 1}` : who.key;
  return [...holdings, { ...who, key, kept: NONE, dead: NONE, [state]: amount }];
}

/** A hand that has things at two places has two holdings: `KEY` and `KEY#2`. */
function handOf(key: string): string {
  return key.replace(/#\d+$/, '');
}

export function whoOf({ kept: _kept, dead: _dead, ...who }: Holding): Omit<Holding, 'kept' | 'dead'> {
  return who;
}

/** Everything still in somebody's hands or between them, of one state. */
export function stillHeld(custody: Custody, state: State): Amount {
  const held = custody.holdings.map((holding) => holding[state]);
  const pending = custody.pending.filter((offer) => offer.state === state).map((offer) => offer.amount);
  return [...held, ...pending].reduce(plus, NONE);
}

/** Everything that is anywhere: in hands, between them, and gone. */
function everywhere(custody: Custody): Amount {
  const gone = [
    ...custody.disposed.map(({ amount }) => amount),
    ...custody.ledgered.flatMap(({ taken }) => taken.map(({ amount }) => amount)),
  ];
  return [stillHeld(custody, 'kept'), stillHeld(custody, 'dead'), ...gone].reduce(plus, NONE);
}

/**
 * What one place can have at all: no more than what was seized leaves when everything else is surely there, no less
 * than what is needed to make it up. Several inexact parts of one 余 cannot each use its whole surplus.
 */
export function possible(custody: Custody, have: Amount): { low: number; high: number | null } {
  const all = everywhere(custody);
  const shift = custody.born + custody.found - custody.missing;
  const slack = custody.seized.high === null ? null : custody.seized.high + shift - all.low;
  const spare = all.high === null ? null : all.high - custody.seized.low - shift;
  const cap = slack === null ? null : round6(have.low + Math.max(0, slack));
  const high = have.high === null ? cap : cap === null ? have.high : Math.min(have.high, cap);
  const floor = have.high === null || spare === null ? 0 : round6(have.high - Math.max(0, spare));
  return { low: Math.max(have.low, floor), high };
}

/** Live animals that wait for their end, hand by hand; those with a rescue centre are cared for and do not wait. */
export interface LiveWaiting {
  readonly quantity: Quantity;
  readonly holder: string;
  readonly account: string | null;
  readonly place: string;
  readonly since: string;
}

export function liveWaiting(custody: Custody): LiveWaiting[] {
  if (custody.form !== 'live') return [];
  const held = custody.holdings.map((holding) => ({ ...holding, amount: holding.kept }));
  const pending = custody.pending
    .filter((offer) => offer.state === 'kept')
    .map((offer) => ({ ...offer.from, amount: offer.amount }));
  return [...held, ...pending]
    .filter(({ amount, purpose }) => !isNone(amount) && purpose !== 'escrow')
    .map(({ amount, name, account, place }) => ({
      quantity: quantityOf(amount),
      ...{ holder: name, account, place, since: custody.day },
    }));
}

/** Is any of it in this account's hand, offered by it, or meant for it? */
export function inHand(custody: Custody, account: string): boolean {
  return (
    custody.holdings.some((holding) => holding.account === account) ||
    custody.pending.some((offer) => offer.by === account || offer.taker === account)
  );
}

/** All gone: ended; no live animal waiting: the county's limit is met. */
export function settleCustody(custody: Custody): { status: string; met: readonly string[] } {
  const left = [stillHeld(custody, 'kept'), stillHeld(custody, 'dead')];
  return {
    status: left.every(isNone) ? 'ended' : 'held',
    met: liveWaiting(custody).length === 0 ? ['COUNTY-LIVE'] : [],
  };
}
