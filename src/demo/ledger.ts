// How is a ledger of invented records put together before it is recorded?
import { toNumber } from '../domain/kernel/day.ts';
import type { Values } from '../domain/kernel/record.ts';
import type { Dice } from './dice.ts';

export interface DemoRecord {
  readonly kind: string;
  readonly id: string;
  /** ISO instant at which it happened. */
  readonly at: string;
  readonly values: Values;
}

/** A step of a procedure, taken by the demo account of that name; in the order in which they are taken. */
export interface DemoStep {
  readonly kind: string;
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly values: Values;
}

export interface Ledger {
  readonly records: DemoRecord[];
  readonly steps: DemoStep[];
  readonly dice: Dice;
  /** Adds a record that happened on `day`; returns its id. */
  add(kind: string, day: string, values: Values): string;
  step(step: DemoStep): void;
}

const DAY_MS = 86_400_000;

export function createLedger(dice: Dice): Ledger {
  const records: DemoRecord[] = [];
  const steps: DemoStep[] = [];
  return {
    records,
    steps,
    dice,
    step: (step) => void steps.push(step),
    add: (kind, day, values) => {
      // Nine to seventeen o'clock in China is one to nine UTC.
      const ms = toNumber(day) * DAY_MS + dice.int(3_600_000, 9 * 3_600_000);
      const id = dice.id(ms);
      records.push({ kind, id, at: instantOf(day, ms % DAY_MS), values });
      return id;
    },
  };
}

function instantOf(day: string, ms: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60];
  return `${day}T${two(h)}:${two(m)}:${two(s)}.${String(ms % 1_000).padStart(3, '0')}Z`;
}
