// Where does the demo county's luck come from? A seeded generator, so that every first start tells the same story.
import { uuidv7 } from '../domain/kernel/id.ts';

export interface Dice {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(p: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** `n` different members, in the order of the list. */
  some<T>(from: readonly T[], n: number): T[];
  /** A version 7 UUID of the given day. */
  id(ms: number): string;
}

/** Mulberry32 (public domain, Tommy Ettinger): small, fast, good enough for invented people. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (p) => next() < p,
    pick: (from) => from[int(0, from.length - 1)] as never,
    some: (from, n) => {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(n, from.length)) chosen.add(int(0, from.length - 1));
      return [...chosen].sort((a, b) => a - b).map((i) => from[i] as never);
    },
    id: (ms) =>
      uuidv7(
        ms,
        Uint8Array.from({ length: 10 }, () => int(0, 255)),
      ),
  };
}
