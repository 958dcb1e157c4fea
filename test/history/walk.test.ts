// Do random hands, days and values ever get a procedure to do what its table forbids, or forbid what it allows?
import { describe, expect, it } from 'vitest';
import { PROCEDURES } from '../../src/domain/procedure.ts';
import { newTally, walkOnce } from '../support/walk.ts';

const WALKS = Number(process.env.SHOUYE_WALKS ?? 20_000);
const LENGTH = 30;

describe('random walks', () => {
  it(`${WALKS} over every procedure: nothing illegal taken, nothing legal refused, every step met`, () => {
    const tally = newTally();
    for (let seed = 1; tally.walks < WALKS; seed++) walkOnce(PROCEDURES, seed, LENGTH, tally);
    const missed = (taken: boolean) =>
      PROCEDURES.flatMap(({ kind, steps }) =>
        // A step that no role may take is the system's own.
        steps.filter((rule) => rule.by.length > 0 !== taken).map((rule) => `${kind}.${rule.name}`),
      ).filter((name) => tally.steps.has(name) === taken);
    expect(missed(false)).toEqual([]);
    expect(missed(true)).toEqual([]);
    expect(tally.taken).toBeGreaterThan(WALKS);
    expect(tally.revoked).toBeGreaterThan(WALKS / 100);
    expect(tally.amended).toBeGreaterThan(WALKS / 200);
  }, 3_600_000);
});
