// Are headings, cells and edited rows understood as clerks mean them?
import { describe, expect, it } from 'vitest';
import { getKind, KINDS } from '../kind.ts';
import { guessColumns, guessKind, headingsOf, headingUnit } from './heading.ts';
import { addEntry, createIndex, lookUp } from './lookup.ts';
import { matchPast, type NowRow, type PastRow } from './match.ts';
import { mergeRow } from './merge.ts';
import { readField } from './read-field.ts';
import { writeCell } from './write-cell.ts';

const HINT = { unit: null, year: 2025, date1904: false };

describe('headings', () => {
  it.each([
    [
      'Sheet1',
      '2025年示范县野生动物收缴物品登记表',
      '查获日期,物品名称,数量（只）,查获单位,价值（元）',
      'seizure',
    ],
    ['Sheet1', '案件办理情况统计表', '案号,案由,案件性质,立案时间,办案单位,处理结果', 'case'],
    ['行政处罚', '', '案号,被处罚人,处罚决定书号,处罚日期,罚款金额,类别', 'penalty'],
    ['餐饮场所', '场所检查台账', '日期,店名,地址,检查单位,检查人员,处理情况', 'inspection'],
    ['场所台账', '', '店名,类别,乡镇,地址,负责人,联系电话', 'venue'],
    ['巡护记录', '', '日期,巡护地点,方式,巡护人员,里程,发现情况,单位', 'patrol'],
    ['库存', '中成药原料库存', '单位名称,品种,库存量,日期', 'stockSurvey'],
    ['人员名单', '', '姓名,单位,职务,电话', 'person'],
  ])('%s %s is a ledger of its kind', (sheet, title, headings, kind) => {
    expect(guessKind(sheet, title, headings.split(','))?.kind.name).toBe(kind);
  });

  it('of every kind are told apart, and found again by themselves', () => {
    for (const kind of KINDS) {
      const headings = headingsOf(kind);
      expect(new Set(headings.values()).size).toBe(headings.size);
      const { columns } = guessColumns(kind, [...headings.values()]);
      for (const [name, heading] of headings)
        expect([kind.name, heading, columns[heading]]).toEqual([kind.name, heading, name]);
      expect(guessKind(kind.label[0], '', [...headings.values()])?.kind.name).toBe(kind.name);
    }
  });

  it('a venue may be called by its shop name, and described beside', () => {
    const { columns } = guessColumns(getKind('inspection'), ['店名', '场所类型', '经度', '纬度', '序号']);
    expect(columns).toEqual({
      店名: 'venue',
      场所类型: 'venue.venueType',
      经度: 'place.lng',
      纬度: 'place.lat',
      序号: null,
    });
  });

  it('may name a unit', () => {
    expect(['数量（只）', '罚款(万元)', '面积/公顷', '备注'].map(headingUnit)).toEqual([
      '只',
      '万元',
      '公顷',
      null,
    ]);
  });
});

describe('cells', () => {
  const inspection = getKind('inspection');
  it.each([
    ['found', '菜谱、点菜柜', ['menu', 'counter']],
    ['found', '招牌/笼具', ['signboard', 'cage']],
    ['headcount', '三十余', { value: 30, bound: 'over' }],
    ['day', '7/5', '2025-07-05'],
    ['day', '2023年7月5日', '2023-07-05'],
    ['timeFrom', '早上8点半', '08:30'],
    ['note', ' =HYPERLINK("x") ', '=HYPERLINK("x")'],
  ])('%s %s', (name, raw, value) => {
    expect(readField(inspection.fields[name]!, raw, HINT)).toMatchObject({ ok: true, value });
  });

  it('follow the unit of the heading', () => {
    const extent = getKind('site').fields.extent!;
    expect(readField(extent, 2, { ...HINT, unit: '公顷' })).toMatchObject({
      value: { value: 30, bound: 'exact' },
    });
    const fine = getKind('penalty').fields.fine!;
    expect(readField(fine, '1.2', { ...HINT, unit: '万元' })).toMatchObject({ value: 1_200_000 });
  });

  it('every single choice of every list reads as itself when written', () => {
    for (const kind of KINDS)
      for (const field of Object.values(kind.fields))
        if (field.type === 'code' || field.type === 'codes')
          for (const { code } of field.codes) {
            const value = field.type === 'code' ? code : [code];
            const read = readField(
              field,
              writeCell(field, value, () => ''),
              HINT,
            );
            expect(read).toMatchObject({ ok: true, value });
          }
  });
});

it('a name with its number means that record, whatever else is called so', () => {
  const index = createIndex();
  for (const [id, no] of [
    ['a', 'RY-2025-0001'],
    ['b', 'RY-2025-0002'],
  ] as const)
    addEntry(index, { id, no, names: ['张三'], values: {} });
  const person = getKind('person');
  expect(lookUp(person, index, '张三')).toMatchObject({
    ok: false,
    suggestions: ['张三（RY-2025-0001）', '张三（RY-2025-0002）'],
  });
  expect(lookUp(person, index, '张三（RY-2025-0002）')).toMatchObject({ value: { id: 'b' } });
  expect(lookUp(person, index, '张三', (entry) => entry.id === 'a')).toMatchObject({ value: { id: 'a' } });
});

describe('an edited ledger', () => {
  const cells = (key: string, note: string) => ({ key, note, place: '城关', result: '正常' });
  const now = (row: number, key: string, note: string): NowRow => ({
    row,
    key,
    content: cells(key, note),
    text: `${key} ${note}`,
  });
  const past = (row: number, key: string, note: string): PastRow => ({
    ...now(row, key, note),
    key,
    record: `r${row}`,
  });
  const before = [past(2, 'a', '1'), past(3, 'b', '2'), past(4, 'c', '3'), past(5, 'd', '4')];

  it.each([
    ['unchanged', [now(2, 'a', '1'), now(3, 'b', '2'), now(4, 'c', '3'), now(5, 'd', '4')], [0, 1, 2, 3]],
    ['sorted anew', [now(2, 'd', '4'), now(3, 'a', '1'), now(4, 'c', '3'), now(5, 'b', '2')], [3, 0, 2, 1]],
    ['a cell edited', [now(2, 'a', '1'), now(3, 'b', '9'), now(4, 'c', '3'), now(5, 'd', '4')], [0, 1, 2, 3]],
    ['a key edited', [now(2, 'a', '1'), now(3, 'x', '2'), now(4, 'c', '3'), now(5, 'd', '4')], [0, 1, 2, 3]],
    [
      'a row put in',
      [now(2, 'n', '0'), now(3, 'a', '1'), now(4, 'b', '2'), now(5, 'c', '3'), now(6, 'd', '4')],
      [undefined, 0, 1, 2, 3],
    ],
    ['a row taken out', [now(2, 'a', '1'), now(3, 'c', '3'), now(4, 'd', '4')], [0, 2, 3]],
  ])('%s', (_, rows, expected) => {
    expect(matchPast(rows, before, true)).toEqual(expected);
  });

  it('gives a place in the sheet no meaning when asked not to', () => {
    expect(matchPast([now(2, 'a', '1'), now(3, 'x', '2')], before, false)).toEqual([0, undefined]);
  });

  it('changes what was edited, clears what it had set, and leaves the rest to others', () => {
    const kind = getKind('inspection');
    const record = { day: '2025-07-01', note: '别人写的', result: 'rectify', products: '网' };
    const mapped = new Set(['day', 'note', 'result', 'products']);
    const content = { day: '2025-7-2', result: '正常' };
    const row = { values: { day: '2025-07-02', result: 'clean' }, content, mapped };
    expect(mergeRow(kind, row, { day: '2025-7-1', result: '正常', products: '网' }, record).set).toEqual({
      day: '2025-07-02',
      products: null,
    });
    expect(mergeRow(kind, row, null, record).set).toEqual({ day: '2025-07-02', result: 'clean' });
  });
});
