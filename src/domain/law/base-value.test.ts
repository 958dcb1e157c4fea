// Does each row of the base values cover the species its wording names, at the figure that was collected?
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { baseSpread, baseValueOf, membersFor, NATIONAL_BASE, withheldRow } from './base-value.ts';
import { protectionOn } from './protection.ts';
import { SPECIES, speciesName } from './species.ts';
import { resolveSpecies } from './species-search.ts';

const idOf = (name: string) => {
  const found = resolveSpecies(name);
  if (found.kind !== 'exact') throw new Error(name);
  return found.id;
};
const taxonOf = (name: string, stage: 'whole' | 'egg' = 'whole') =>
  baseValueOf(idOf(name), '2024-06-01', NATIONAL_BASE, stage)?.taxon ?? null;

/** Beside this file so that a person can read through it: base-value.cover.txt. */
test('what each row covers and withholds', async () => {
  const names = (ids: readonly string[]) => ids.map((id) => speciesName(id) ?? `? ${id}`).join(' ');
  const text = NATIONAL_BASE.map(
    (row) =>
      `${row.id} ${row.taxon} ${row.fen / 100}元/${row.unit}${row.whole ? ' 整体价值' : ''} [${row.status}]\n` +
      `  套用：${names(row.covers) || '物种表中无'}\n` +
      (row.withheld.length > 0 ? `  不套用：${names(row.withheld)}\n` : ''),
  ).join('');
  expect(text).not.toContain('? ');
  await expect(text).toMatchFileSnapshot('./base-value.cover.txt');
});

describe('the table', () => {
  test('has 86 rows, none verified, each with its source', () => {
    expect(NATIONAL_BASE).toHaveLength(86);
    expect(NATIONAL_BASE.filter((row) => row.status === 'verified' || row.status === 'manual')).toEqual([]);
    expect(
      NATIONAL_BASE.filter((row) => row.source === '' || !Number.isSafeInteger(row.fen) || row.fen <= 0),
    ).toEqual([]);
    expect(NATIONAL_BASE.filter((row) => row.status === 'fromMemory')).toHaveLength(32);
    expect(new Set(NATIONAL_BASE.map((row) => row.id)).size).toBe(86);
  });

  test('gives no species two rows of one stage', () => {
    for (const stage of ['whole', 'egg']) {
      const ids = NATIONAL_BASE.filter((row) => row.stage === stage).flatMap((row) => row.covers);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
  });

  test('states a whole value only for foreign species', () => {
    const whole = NATIONAL_BASE.filter((row) => row.whole).flatMap((row) => row.covers);
    expect(whole.length).toBeGreaterThan(5);
    expect(whole.filter((id) => SPECIES.find((s) => s.id === id)?.kind !== 'foreign')).toEqual([]);
  });

  test('values no class I animal by a row for others', () => {
    const others = NATIONAL_BASE.filter((row) => /其他种|其他所有种|一般种/.test(row.taxon)).flatMap(
      (row) => row.covers,
    );
    expect(others.filter((id) => protectionOn(id, '2024-06-01').level === 'national1')).toEqual([]);
  });

  const source = new URL('../../../../shared/domain/valuation-base-values.json', import.meta.url);
  test.skipIf(!existsSync(source))('has the figures that were collected', () => {
    const { rows } = JSON.parse(readFileSync(source, 'utf8')) as {
      rows: { taxon: string; baseYuan: number; source: string }[];
    };
    expect(NATIONAL_BASE.map((r) => [r.taxon, r.fen, r.source])).toEqual(
      rows.map((r) => [r.taxon, r.baseYuan * 100, r.source]),
    );
  });
});

test.each([
  ['小麂', '麂(麂属其他种)、狍'],
  ['黑麂', null],
  ['夜鹭', '鹭类(大/中/小白鹭、苍鹭)'],
  ['黄嘴白鹭', null],
  ['金雕', '金雕'],
  ['苍鹰', '鹰科一般种、隼科一般种'],
  ['白尾海雕', null],
  ['红隼', '鹰科一般种、隼科一般种'],
  ['鹗', null],
  ['毛腿雕鸮', '鸮形目(鸱鸮科、草鸮科)'],
  ['舟山眼镜蛇', '眼镜蛇'],
  ['王锦蛇', '壁虎、其他蛇类'],
  ['眼镜王蛇', '眼镜王蛇'],
  ['三索蛇', null],
  ['平颏海蛇', null],
  ['黑斑侧褶蛙', null],
  ['斑腿泛树蛙', '蟾蜍(林草管辖蛙类)'],
  ['三线闭壳龟', '三线闭壳龟'],
  ['黄缘闭壳龟', '地龟科其他种'],
  ['大鲵', null],
  ['猫头鹰', '鸮形目(鸱鸮科、草鸮科)'],
  ['野兔', '野兔(兔属三有种)'],
  ['大天鹅', '天鹅属'],
  ['中国水蛇', null],
  ['家鸽', null],
])('%s is valued by %s', (name, taxon) => {
  expect(taxonOf(name)).toBe(taxon);
});

test('a sturgeon has a row of its own for eggs', () => {
  expect(taxonOf('施氏鲟', 'egg')).toBe('鲟形目其他所有种 卵');
  expect(taxonOf('中华鲟', 'egg')).toBeNull();
});

test('rows hold from the day of their instrument', () => {
  expect(baseValueOf(idOf('画眉'), '2017-12-14')).toBeNull();
  expect(baseValueOf(idOf('画眉'), '2017-12-15')?.fen).toBe(100_000);
  expect(baseValueOf(idOf('玳瑁'), '2019-09-30')).toBeNull();
  expect(baseValueOf(idOf('玳瑁'), '2019-10-01')?.fen).toBe(2_000_000);
});

test('members that differ give no value but their span, and a withheld species its row', () => {
  expect(membersFor('taxon:Cuora').length).toBeGreaterThan(5);
  expect(baseValueOf('taxon:Cuora', '2024-01-01')).toBeNull();
  expect(baseSpread('taxon:Cuora', '2024-01-01')).toEqual({ low: 50_000, high: 3_000_000 });
  expect(withheldRow(idOf('金猫'))?.taxon).toBe('豹猫等猫科其他种');
  expect(withheldRow(idOf('画眉'))).toBeNull();
});
