// Do random hands, days and values ever get a procedure to do what its table forbids, or forbid what it allows?
import { describe, expect, it } from 'vitest';
import { PROCEDURES } from '../../src/domain/procedure.ts';
import { newTally, type Tally, walkOnce } from '../support/walk.ts';

const WALKS = Number(process.env.SHOUYE_WALKS ?? 20_000);
const LENGTH = 30;

/** Steps by `kind.step`: those a role may take, and the system's own. */
const steps = (taken: boolean) =>
  PROCEDURES.flatMap(({ kind, steps }) =>
    steps.filter((rule) => rule.by.length > 0 === taken).map((rule) => `${kind}.${rule.name}`),
  );
const missing = (tally: Tally) => steps(true).filter((name) => !tally.steps.has(name));

describe('random walks', () => {
  it(`${WALKS} over every procedure: nothing illegal taken, nothing legal refused, every step met`, () => {
    const tally = newTally();
    let seed = 1;
    for (; tally.walks < WALKS; seed++) walkOnce(PROCEDURES, seed, LENGTH, tally);
    // A step far down a table is met once in thousands of walks: some more, before it is called out of reach.
    for (; tally.walks < 4 * WALKS && missing(tally).length > 0; seed++)
      walkOnce(PROCEDURES, seed, LENGTH, tally);
    expect(missing(tally)).toEqual([]);
    expect(steps(false).filter((name) => tally.steps.has(name))).toEqual([]);
    expect(tally.taken).toBeGreaterThan(WALKS);
    expect(tally.revoked).toBeGreaterThan(WALKS / 100);
    expect(tally.amended).toBeGreaterThan(WALKS / 200);
  }, 3_600_000);
});
