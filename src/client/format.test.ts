// Does a value read as an officer would write it?
import { describe, expect, it } from 'vitest';
import type { Field } from '../domain/kernel/record.ts';
import { formatDayLong, formatInstant, formatMoney, formatQuantity, formatValue, unitOf } from './format.ts';

const zh = { language: 'zh', names: { a: '公安局', b: '市监局' } } as const;
const en = { language: 'en', names: { a: '公安局' } } as const;

describe('quantities', () => {
  it.each([
    [{ value: 30, bound: 'over' }, '只', '30余只', 'over 30 head'],
    [{ value: 30, bound: 'about' }, '只', '约30只', 'about 30 head'],
    [{ value: 1284, bound: 'exact' }, '人次', '1,284人次', '1,284 person-times'],
    [{ value: null, bound: 'unknown' }, '只', '少量', 'some'],
    [{ value: 2.5, bound: 'exact' }, '公斤', '2.5公斤', '2.5 kg'],
  ] as const)('%j %s', (quantity, unit, inChinese, inEnglish) => {
    expect(formatQuantity(quantity, unit, 'zh')).toBe(inChinese);
    expect(formatQuantity(quantity, unit, 'en')).toBe(inEnglish);
  });

  it('takes the unit chosen in the record where the field has none', () => {
    const field: Field = { type: 'quantity', unit: '', label: ['数量', 'Quantity'] };
    expect(unitOf(field, { unit: 'kg' })).toBe('公斤');
    expect(formatValue(field, { value: 3, bound: 'over' }, { ...zh, values: { unit: 'head' } })).toBe(
      '3余只',
    );
  });
});

describe('other values', () => {
  it('money is 万元 where exact', () => {
    expect(formatMoney(1_200_000, 'zh')).toBe('1.2万元');
    expect(formatMoney(300_050, 'zh')).toBe('3000.50元');
    expect(formatMoney(300_050, 'en')).toBe('3,000.50 yuan');
  });

  it('a day carries its weekday', () => {
    expect(formatDayLong('2025-09-12', 'zh')).toBe('2025年9月12日 星期五');
    expect(formatDayLong('1969-12-31', 'en')).toBe('Wednesday, 31 December 1969');
  });

  it('an instant is shown by the clocks of China', () => {
    expect(formatInstant('2025-09-12T16:42:59.000Z', 'zh')).toBe('2025年9月13日 00:42');
    expect(formatInstant('not an instant', 'zh')).toBe('not an instant');
  });

  it('referred records go by name, an unknown one by a mark', () => {
    const field: Field = { type: 'refs', kind: 'agency', label: ['单位', 'Agency'] };
    expect(formatValue(field, ['a', 'b'], zh)).toBe('公安局、市监局');
    expect(formatValue(field, ['a', 'x'], en)).toBe('公安局, …');
  });

  it('an unknown code is shown as it stands, an absent value not at all', () => {
    const field: Field = { type: 'code', codes: [{ code: 'o', label: ['甲', 'A'] }], label: ['类', 'Type'] };
    expect(formatValue(field, 'o', en)).toBe('A');
    expect(formatValue(field, 'old', zh)).toBe('old');
    expect(formatValue(field, null, zh)).toBe('');
  });

  it('a year is not grouped', () => {
    expect(formatValue({ type: 'int', label: ['年', 'Year'] }, 2025, zh)).toBe('2025');
  });
});
