// Does every animal have the class of its day, and only then?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LocalRow, protectionOn } from './protection.ts';
import { isCovered, membersOf, SPECIES, speciesOf, TAXON_RULES } from './species.ts';
import { SPECIES_GROUPS } from './species-group.ts';

const level = (id: string, day: string, local: readonly LocalRow[] = []) =>
  protectionOn(id, day, local).level;

describe('the lists', () => {
  test('hold the announced numbers: 234 class I and 746 class II species with eight rules, 1,917 三有', () => {
    const count = (kind: string, l: string) =>
      SPECIES.filter((s) => s.kind === kind && s.memberships.some((m) => m.level === l)).length;
    expect([count('listed', 'national1'), count('listed', 'national2')]).toEqual([234, 746]);
    expect([TAXON_RULES.length, count('listed', 'sanyou')]).toEqual([8, 1917]);
  });

  test('name each species once', () => {
    expect(new Set(SPECIES.map((s) => s.id)).size).toBe(SPECIES.length);
    expect(new Set(SPECIES.map((s) => s.zh)).size).toBe(SPECIES.length);
  });

  test('the eight rules cover members by genus, family and order', () => {
    const covered = (id: string) => TAXON_RULES.filter((r) => isCovered(speciesOf(id)!, r)).map((r) => r.id);
    expect(covered('Cuora flavomarginata')).toEqual(['taxon:Cuora']);
    expect(covered('Corallium japonicum')).toEqual(['taxon:Coralliidae']);
    expect(covered('Acropora cervicornis')).toEqual(['taxon:Scleractinia']);
    expect(covered('Mauremys reevesii')).toEqual([]);
    const uncovered = SPECIES.filter((s) => s.kind === 'member' && !TAXON_RULES.some((r) => isCovered(s, r)));
    expect(uncovered).toEqual([]);
  });
});

test.each([
  ['Lophura nycthemera', '2021-02-04', 'unknown'],
  ['Lophura nycthemera', '2021-02-05', 'national2'],
  ['Manis pentadactyla', '2021-02-04', 'unknown'],
  ['Manis pentadactyla', '2026-11-01', 'national1'],
  ['Saiga tatarica', '2024-01-01', 'national1'],
  ['Nycticorax nycticorax', '2023-06-29', 'unknown'],
  ['Nycticorax nycticorax', '2023-06-30', 'sanyou'],
  ['Sus scrofa', '2023-06-29', 'unknown'],
  ['Sus scrofa', '2023-06-30', 'other'],
  ['Quasipaa spinosa', '2024-01-01', 'other'],
  ['Corvus corone', '2024-01-01', 'unknown'],
  ['Loxodonta africana', '2024-01-01', 'unknown'],
  ['taxon:Cuora', '2021-02-05', 'national2'],
  ['Cuora trifasciata', '2021-02-05', 'national2'],
  ['Cuora trifasciata', '2021-02-04', 'unknown'],
  ['Corallium japonicum', '2024-01-01', 'national1'],
  ['group:owls', '2024-01-01', 'national2'],
  ['group:owls', '2021-02-04', 'unknown'],
  ['Strix davidi', '2024-01-01', 'national1'],
  ['group:wildDucks', '2024-01-01', 'unknown'],
  ['group:snakes', '2024-01-01', 'unknown'],
  ['group:yellowMuntjacs', '2024-01-01', 'sanyou'],
  ['no such id', '2024-01-01', 'unknown'],
])('%s on %s is %s', (id, day, expected) => {
  expect(level(id, day)).toBe(expected);
});

describe('a county row', () => {
  const row: LocalRow = {
    speciesId: 'Nycticorax nycticorax',
    level: 'provincial',
    docNo: '省发〔2009〕1号',
    from: '2009-03-01',
    until: '2024-01-01',
  };
  const key: LocalRow = { ...row, level: 'provincialKey' };

  test.each([
    ['2009-02-28', 'unknown', 'unknown'],
    ['2009-03-01', 'provincial', 'provincialKey'],
    ['2023-06-29', 'provincial', 'provincialKey'],
    ['2023-06-30', 'sanyou', 'provincialKey'],
    ['2023-12-31', 'sanyou', 'provincialKey'],
    ['2024-01-01', 'sanyou', 'sanyou'],
  ])('on %s: general %s, key %s', (day, general, strong) => {
    expect(level(row.speciesId, day, [row])).toBe(general);
    expect(level(row.speciesId, day, [row, key])).toBe(strong);
    expect(level(row.speciesId, day, [key, row])).toBe(strong);
  });

  test('carries its document, never outranks a national class, and may name a group', () => {
    expect(protectionOn(row.speciesId, '2010-01-01', [row]).docNo).toBe('省发〔2009〕1号');
    const pheasant = { ...key, speciesId: 'Lophura nycthemera', until: null };
    expect(level('Lophura nycthemera', '2024-01-01', [pheasant])).toBe('national2');
    expect(level('Lophura nycthemera', '2020-01-01', [pheasant])).toBe('provincialKey');
    expect(level('Ardea cinerea', '2023-01-01', [{ ...key, speciesId: 'group:herons' }])).toBe(
      'provincialKey',
    );
  });
});

const anyId = fc.constantFrom(...SPECIES.map((s) => s.id), ...SPECIES_GROUPS.map((g) => g.id));
const PERIODS = [
  ['1990-01-01', '2021-02-04'],
  ['2021-02-05', '2023-06-29'],
  ['2023-06-30', '2035-12-31'],
] as const;
const dayIn = ([from, to]: readonly [string, string]) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));

test('the class is constant within a period of the lists', () => {
  const pair = fc.constantFrom(...PERIODS).chain((p) => fc.tuple(dayIn(p), dayIn(p)));
  fc.assert(
    fc.property(anyId, pair, (id, [a, b]) => {
      expect(protectionOn(id, a)).toEqual(protectionOn(id, b));
    }),
    { numRuns: 500 },
  );
});

test('no class without a list, and no silence without a note', () => {
  fc.assert(
    fc.property(anyId, fc.constantFrom(...PERIODS).chain(dayIn), (id, day) => {
      const p = protectionOn(id, day);
      if (p.level === 'unknown') expect(p.note?.[0]).toBeTruthy();
      if (p.level === 'national1' || p.level === 'national2')
        expect(day >= '2021-02-05' && p.docNo).toBeTruthy();
      if (p.level === 'sanyou' || p.level === 'other') expect(day >= '2023-06-30').toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a group has the class all its members share, else none', () => {
  for (const { id } of SPECIES_GROUPS) {
    const members = membersOf(id);
    expect([id, members.length > 0]).toEqual([id, true]);
    const levels = new Set(members.map((m) => level(m.id, '2024-01-01')));
    expect([id, level(id, '2024-01-01')]).toEqual([id, levels.size === 1 ? [...levels][0] : 'unknown']);
  }
});
