// Which corrections of a record took something out of the sight of those who watch over it?
import { alike } from '../clue/similar.ts';
import type { Day } from '../kernel/day.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { SpeciesValue, Values } from '../kernel/record.ts';
import { PROTECTION_LEVELS } from '../law/taxonomy.ts';

/** A journaled correction: field → what it said before and after. */
export interface Correction {
  readonly on: Day;
  readonly changed: Readonly<Record<string, readonly [unknown, unknown]>>;
}

export type Watched = 'case' | 'seizure' | 'clue';

type Loss = (before: unknown, now: unknown, values: Values) => boolean;

const none = (value: unknown) => value === null || value === undefined || value === '';
/** Said otherwise or no longer; filled in is no loss. */
const replaced: Loss = (before, now) => !none(before) && before !== now;
const cleared: Loss = (before, now) => !none(before) && none(now);
const later: Loss = (before, now) => typeof before === 'string' && (none(now) || String(now) > before);

const fewer: Loss = (before, now) => {
  const [was, is] = [(before as Quantity | null)?.value ?? null, (now as Quantity | null)?.value ?? null];
  return was !== null && (is === null || is < was);
};
const shorter: Loss = (before, now) =>
  Array.isArray(before) && before.length > (Array.isArray(now) ? now.length : 0);

const rank = (value: unknown): number => {
  const level = (value as SpeciesValue | null)?.level ?? 'unknown';
  return PROTECTION_LEVELS.findIndex(({ code }) => code === level);
};
/** From a protected species to one less protected, or to nobody knows. */
const lower: Loss = (before, now) => !none(before) && rank(now) > rank(before);

/** A tool cleared on a patrol needs no case, so making it one is how a seizure would leave sight. */
const ownerless: Loss = (before, now, { form, holder, inspection }) =>
  none(before) && !none(now) && form === 'tool' && none(holder) && none(inspection);

/** Words put right stay half alike at least; other words tell of another matter. */
const otherWords: Loss = (before, now) => !none(before) && alike(String(before), String(now ?? '')) < 0.5;
const ANSWERED = ['tip', 'transfer'];
const nobodyWaits: Loss = (before, now) =>
  ANSWERED.includes(String(before)) && !ANSWERED.includes(String(now));

const LOSSES: Readonly<Record<Watched, Readonly<Record<string, Loss>>>> = {
  seizure: {
    ...{ form: replaced, quantity: fewer, unit: replaced, species: lower, case: replaced },
    ...{ campaign: replaced, holder: cleared, inspection: cleared, patrol: ownerless },
  },
  case: { campaign: replaced, discoveredOn: later, parties: shorter, clue: replaced },
  clue: { campaign: replaced, content: otherWords, source: nobodyWaits },
};

/** Every field such a correction can touch, in the order the index of migration 0011 names them. */
export const WATCHED_FIELDS = [
  ...['campaign', 'case', 'clue', 'content', 'day', 'discoveredOn', 'form', 'holder', 'inspection'],
  ...['parties', 'patrol', 'quantity', 'source', 'species', 'unit'],
] as const;

export interface Altered {
  readonly field: string;
  readonly on: Day;
}

/** What earlier said more than the record says now; put back as it was, it is no loss any more. */
export function alterations(kind: Watched, corrections: readonly Correction[], now: Values): Altered[] {
  return Object.entries(LOSSES[kind]).flatMap(([field, loses]) =>
    corrections.flatMap(({ on, changed }) => {
      const pair = changed[field];
      return pair && loses(pair[0], now[field] ?? null, now) ? [{ field, on }] : [];
    }),
  );
}

/** The earliest day ever stated in `field`, and never later than the record came: a limit does not begin anew. */
export function firstDayOf(
  field: string,
  now: Values,
  corrections: readonly Correction[] = [],
  recordedOn?: Day,
): Day | null {
  const said = [now[field], ...corrections.map(({ changed }) => changed[field]?.[0])];
  const days = said.filter((day): day is Day => typeof day === 'string');
  const all = recordedOn === undefined || days.length === 0 ? days : [...days, recordedOn];
  return all.sort()[0] ?? null;
}

/** When its link to a case was last changed, or undefined where it came with the record. */
export function linkedOn(corrections: readonly Correction[]): Day | undefined {
  return corrections.findLast(({ changed }) => changed.case !== undefined)?.on;
}
