// Are the closed lists complete, unambiguous and in the officers' own words?
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  AGENCY_TYPES,
  namesOf,
  PERMIT_TYPES,
  PROTECTION_LEVELS,
  type Term,
  termOf,
  VENUE_TYPES,
  VIOLATION_TYPES,
} from './taxonomy.ts';
import { TOOL_TYPES } from './tool.ts';

const TABLES: Readonly<Record<string, readonly Term[]>> = {
  VENUE_TYPES,
  VIOLATION_TYPES,
  AGENCY_TYPES,
  PERMIT_TYPES,
  PROTECTION_LEVELS,
  TOOL_TYPES,
};

describe.each(Object.entries(TABLES))('%s', (_name, table) => {
  test('every name leads to its own row and to no other', () => {
    for (const term of table)
      for (const name of namesOf(term)) expect([name, termOf(table, name)?.code]).toEqual([name, term.code]);
  });
});

test.each([
  [VENUE_TYPES, '花鸟鱼虫市场', 'V12'],
  [VENUE_TYPES, '"野味"馆', 'V17'],
  [VENUE_TYPES, 'ｖ０１', 'V01'],
  [TOOL_TYPES, '放电猫', 'electric'],
  [TOOL_TYPES, '吊', 'snare'],
  [AGENCY_TYPES, '自治区监督管理厅', 'provincialMarketSupervision'],
  [PERMIT_TYPES, '驯养繁殖许可证', 'breeding'],
] as const)('%# %s', (table: readonly Term[], text, code) => {
  expect(termOf(table, text)?.code).toBe(code);
});

test('a word of no list is of no type', () => {
  expect(termOf(VENUE_TYPES, '')).toBeUndefined();
  expect(termOf(VENUE_TYPES, '月球')).toBeUndefined();
});

const source = new URL('../../../../shared/domain/taxonomies.json', import.meta.url);

test.skipIf(!existsSync(source))('names, codes, kinds and articles equal the collected taxonomy', () => {
  const facts = JSON.parse(readFileSync(source, 'utf8'));
  expect(VENUE_TYPES.map((v) => [v.code, v.label[0], v.kind])).toEqual(
    facts.venueTypes.map((v: { code: string; name: string; kind: string }) => [v.code, v.name, v.kind]),
  );
  expect(
    VIOLATION_TYPES.map((v) => [v.code, v.label[0], v.articles.map((a) => a.match(/\d+/)?.[0])]),
  ).toEqual(
    facts.violationTypes.map((v: { code: string; name: string; legal: string[] }) => [
      v.code,
      v.name,
      v.legal.map((a) => a.match(/\d+/)?.[0]),
    ]),
  );
  expect(PERMIT_TYPES.map((p) => p.label[0])).toEqual(facts.permits.map((p: { name: string }) => p.name));
  for (const name of [...facts.bannedTools.law2022_24, ...facts.bannedTools.law2022_24_methods]) {
    expect([name, TOOL_TYPES.find((t) => t.label[0] === name)?.ban]).toEqual([name, 'law24']);
  }
});
