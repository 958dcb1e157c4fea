// Is a penalty on the spot held to the limits of 行政处罚法51 and 68, each party's own?
import { expect, it } from 'vitest';
import type { Values } from '../kernel/record.ts';
import { beginCase } from './fact.ts';
import { ON_SPOT_STEPS } from './step-on-spot.ts';

const rule = ON_SPOT_STEPS.find((each) => each.name === 'punishOnSpot');
const two = ['p1', 'p2'];

function refusals(values: Values): readonly string[] {
  const at = '2025-06-02T04:00:00.000Z';
  const step = { seq: 1, id: 's', name: 'punishOnSpot', on: '2025-06-02', at, recordedAt: at, by: 'me' };
  const progress = {
    status: 'discovered',
    seq: 0,
    clocks: [],
    facts: beginCase({}),
    owned: {},
    movedOn: null,
  };
  const all = { officers: two, collected: 'bank', ...values };
  return (rule?.check?.({ step: { ...step, values: all }, progress, record: {} }) ?? []).map(
    ({ where, article }) => `${where} ${article ?? ''}`.trim(),
  );
}

const OVER = 'fine 行政处罚法第51条';
it.each<[string, Values, readonly string[]]>([
  ['a citizen, 200 yuan', { party: 'citizen', fine: 200_00 }, []],
  ['a citizen, one fen more', { party: 'citizen', fine: 200_01 }, [OVER]],
  ['an organisation, 3000 yuan', { party: 'organisation', fine: 3_000_00 }, []],
  ['an organisation, one fen more', { party: 'organisation', fine: 3_000_01 }, [OVER]],
  ['two citizens, 200 each', { party: 'citizen', fine: 400_00, fines: ['200', '200'] }, []],
  ['two citizens, one over', { party: 'citizen', fine: 400_00, fines: ['150', '250'] }, [OVER]],
  [
    'a split that does not add up counts as one',
    { party: 'citizen', fine: 400_00, fines: ['1', '1'] },
    [OVER],
  ],
  ['a warning', { party: 'citizen', collected: 'none' }, []],
  ['a warning with a fine', { party: 'citizen', collected: 'none', fine: 50_00 }, ['fine']],
  ['a fine of nothing', { party: 'citizen' }, ['fine']],
  ['cash, 100 yuan', { party: 'citizen', collected: 'cash', cashGround: 'upTo100', fine: 100_00 }, []],
  [
    'cash, more than 100 yuan',
    { party: 'citizen', collected: 'cash', cashGround: 'upTo100', fine: 150_00 },
    ['cashGround 行政处罚法第68条第1项'],
  ],
  [
    'cash of two, 100 each',
    { party: 'citizen', collected: 'cash', cashGround: 'upTo100', fine: 200_00, fines: ['100', '100'] },
    [],
  ],
  ['cash without a ground', { party: 'citizen', collected: 'cash', fine: 50_00 }, ['cashGround']],
  ['one officer', { party: 'citizen', fine: 50_00, officers: ['p1'] }, ['officers 行政处罚法第42条']],
])('%s', (_, values, expected) => {
  expect(refusals(values)).toEqual(expected);
});
