// Are codes and names of regions found as people write them?
import { expect, test } from 'vitest';
import { findRegions, regionOf, regionPath, regionsUnder } from './region.ts';

test('holds 31 provinces, 342 cities and 2,975 counties besides the fictional ones (2,978 rows, three repeat their city)', () => {
  const provinces = regionsUnder(null).filter((r) => !r.fictional);
  const cities = provinces.flatMap((p) => regionsUnder(p.code));
  const counties = cities.flatMap((c) => regionsUnder(c.code));
  expect([provinces.length, cities.length, counties.length]).toEqual([31, 342, 2975]);
  for (const r of [...provinces, ...cities, ...counties]) expect(r.code).toMatch(/^\d{6}$/);
});

test.each([
  ['640221', '宁夏回族自治区石嘴山市平罗县'],
  ['110101', '北京市东城区'],
  ['429004', '湖北省仙桃市'],
  ['441900', '广东省东莞市'],
  ['640000', '宁夏回族自治区'],
  ['990101', '示范自治区示范市示范县'],
  ['990104', '示范自治区示范市示范县（丙）'],
])('%s is %s', (code, fullName) => {
  expect(regionOf(code)?.fullName).toBe(fullName);
});

test('the demo codes are flagged fictional and no other', () => {
  const flagged = ['990000', '990100', '990101', '990102', '990103', '990104'];
  expect(findRegions('99', 20).map((r) => r.code)).toEqual(flagged);
  for (const code of flagged) expect(regionOf(code)?.fictional).toBe(true);
  expect(regionOf('640221')?.fictional).toBe(false);
});

test('the path leads up; an unknown code leads nowhere', () => {
  expect(regionPath('640221').map((r) => r.name)).toEqual(['平罗县', '石嘴山市', '宁夏回族自治区']);
  expect(regionOf('999999')).toBeUndefined();
  expect(regionPath('')).toEqual([]);
});

test.each([
  ['平罗', '640221'],
  ['平罗县', '640221'],
  ['宁夏平罗', '640221'],
  ['宁夏 石嘴山 平罗县', '640221'],
  ['6402', '640200'],
  ['示范县', '990101'],
  ['示范县(甲)', '990102'],
  ['朝阳', '110105'],
])('%s finds %s first', (text, code) => {
  expect(findRegions(text)[0]?.code).toBe(code);
});

test('nothing is found for nothing', () => {
  expect(findRegions('')).toEqual([]);
  expect(findRegions('不存在的地方')).toEqual([]);
});
