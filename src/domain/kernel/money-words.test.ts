// Are amounts written in capitals as a bank would accept them?
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { capitalYuan } from './money-words.ts';
import { parseNumeral } from './numeral.ts';

it.each([
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [1005, '壹拾元零伍分'],
  [1234500, '壹万贰仟叁佰肆拾伍元整'],
  [10_000_00, '壹万元整'],
  [10_500_00, '壹万零伍佰元整'],
  [100_000_00, '壹拾万元整'],
  [10_010_00, '壹万零壹拾元整'],
  [1_000_001_00, '壹佰万零壹元整'],
  [100_000_000_00, '壹亿元整'],
  [100_000_500_00, '壹亿零伍佰元整'],
  [12_030_40, '壹万贰仟零叁拾元肆角整'],
])('%s fen', (fen, words) => {
  expect(capitalYuan(fen)).toBe(words);
});

it('reads back as the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), (yuan) => {
      const words = capitalYuan(yuan * 100).replace('元整', '');
      expect(parseNumeral(words)).toBe(yuan);
    }),
  );
});

it('refuses what is no amount', () => {
  expect(() => capitalYuan(-1)).toThrow(RangeError);
  expect(() => capitalYuan(1.5)).toThrow(RangeError);
});
