// Does a clerk's own ledger come in as it was meant, and does importing it again change only what was edited?
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getKind } from '../../src/domain/kind.ts';
import type { Acting } from '../../src/server/acting.ts';
import { runAction } from '../../src/server/action/index.ts';
import { newId } from '../../src/server/app.ts';
import { exportWorkbook, templateWorkbook } from '../../src/server/import/index.ts';
import { sealAll } from '../../src/server/journal/index.ts';
import { verifyCounty } from '../../src/server/proof/index.ts';
import {
  actingIn,
  all,
  clerk,
  countAll,
  errorsOf,
  type Grid,
  type House,
  notesOf,
  openHouse,
  put,
  save,
  settle,
  typed,
  upload,
} from './import-fixture.ts';

let house: House;
let county = 640_900;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A county of its own, with names registered. */
async function fresh(): Promise<{ acting: Acting; ids: Record<string, string> }> {
  county += 1;
  const acting = actingIn(house, String(county), clerk(String(county)));
  return { acting, ids: await settle(acting) };
}

const HEAD = ['检查日期', '场所', '检查单位', '出动人次', '结果', '备注'];
const LEDGER: Grid = [
  HEAD,
  ['2025-7-1', '城关农贸市场', '示范县自然资源局', 3, '正常', '一'],
  ['2025-7-2', '湖畔饭店', '示范县自然资源局', 4, '整改', '二'],
  ['2025-7-3', '城关农贸市场', '示范县公安局', 5, '正常', null],
];

/** `ledger` with the cell at row and column (from 0) replaced. */
function edited(row: number, column: number, value: string | number | null): Grid {
  return LEDGER.map((line, r) => line.map((cell, c) => (r === row && c === column ? value : cell)));
}

async function imported(acting: Acting, fileName = '检查台账.xlsx', grid: Grid = LEDGER) {
  return save(house, acting, await upload(house, acting, fileName, await typed({ 检查: grid })));
}

describe('a ledger typed by hand', () => {
  it('is read below a title and two heading rows, with merges, totals, traditional characters and odd numbers', async () => {
    const { acting, ids } = await fresh();
    const bytes = await typed(
      {
        场所检查台账: [
          ['示范县2025年野生动物场所检查台账'],
          ['序号', '检查时间', '檢查場所', '检查单位', '出动力量', null, '检查结果', '备 注', '经办人签字'],
          [null, null, null, null, '人次', '车辆', null, null, null],
          ['1', '2025.7.5', '城關農貿市場', '县自然资源局', '１２', '2台', '正常', ' 早市 ', '王'],
          ['2', null, '湖畔饭店 ', '县公安局', '三十余', '约3', '整改', '=1+1', '王'],
          ['3', '7/6', '湖畔饭店', '示范县公安局', 'XX', '无', '未发现', null, '王'],
          ['合计', null, null, null, 42, 5, null, null, null],
          [],
          ['填表人：王某'],
        ],
      },
      {
        场所检查台账: [
          'A1:I1',
          'E2:F2',
          'A2:A3',
          'B2:B3',
          'C2:C3',
          'D2:D3',
          'G2:G3',
          'H2:H3',
          'I2:I3',
          'B4:B5',
        ],
      },
    );
    const job = await upload(house, acting, '台账.xlsx', bytes);
    expect(errorsOf(job)).toEqual([]);
    expect(job.plans[0]).toMatchObject({
      kind: 'inspection',
      headerRow: 3,
      year: 2025,
      columns: { '出动力量/人次': 'headcount', '出动力量/车辆': 'vehicles', 序号: null, 经办人签字: null },
    });
    expect(job.counts).toMatchObject({ create: 3, error: 0, skipped: 2 });
    const notes = notesOf(job).join('\n');
    expect(notes).toContain('“7/6”读作2025年7月6日');
    expect(notes).toContain('读作单位“示范县自然资源局”');
    expect(notes).toContain('这些列没有导入：序号、经办人签字');
    await save(house, acting, job);
    const rows = await all(house, 'inspection', acting.county);
    expect(rows.map((row) => row.values)).toEqual([
      {
        ...{ day: '2025-07-05', venue: ids.market, agency: ids.bureau, result: 'clean', note: '早市' },
        ...{ headcount: { value: 12, bound: 'exact' }, vehicles: { value: 2, bound: 'exact' } },
      },
      {
        ...{ day: '2025-07-05', venue: ids.inn, agency: ids.police, result: 'rectify', note: '=1+1' },
        ...{ headcount: { value: 30, bound: 'over' }, vehicles: { value: 3, bound: 'about' } },
      },
      {
        ...{ day: '2025-07-06', venue: ids.inn, agency: ids.police, result: 'clean' },
        ...{ headcount: { value: null, bound: 'unknown' }, vehicles: { value: 0, bound: 'exact' } },
      },
    ]);
    expect(rows.map((row) => row.no)).toEqual(['JC-2025-0001', 'JC-2025-0002', 'JC-2025-0003']);
  });

  it('takes units from cells, species under other names, people from a list, and counts a merged number once', async () => {
    const { acting } = await fresh();
    const bytes = await typed(
      {
        收缴: [
          ['收缴日期', '类别', '动物名称', '数量（公斤）', '查获单位', '工具种类'],
          [new Date('2025-09-01'), '制品', '川山甲', '500克', '示范县公安局', null],
          [new Date('2025-09-02'), '活体', '画眉', '12只', '示范县公安局', null],
        ],
        巡查: [
          ['日期', '巡查地点', '方式', '巡查单位', '巡查人员', '出动人数', '里程（米）'],
          ['2025-9-3', '青石峡、河湾湿地', '步行', '示范县自然资源局', '张三', 6, 1500],
          ['2025-9-3', '青石峡', '无人机', '示范县自然资源局', '张三和李四', null, null],
        ],
      },
      { 巡查: ['F2:F3'] },
    );
    const job = await upload(house, acting, '2025.xlsx', bytes);
    expect(errorsOf(job)).toEqual([]);
    expect(notesOf(job).join('\n')).toContain('“川山甲”读作');
    await save(house, acting, job);
    const [powder, birds] = await all(house, 'seizure', acting.county);
    expect(powder?.values).toMatchObject({
      species: { name: '穿山甲', level: 'national1' },
      ...{ quantity: { value: 0.5, bound: 'exact' }, unit: 'kg' },
    });
    expect(birds?.values).toMatchObject({ quantity: { value: 12, bound: 'exact' }, unit: 'head' });
    const [walk, flight] = await all(house, 'patrol', acting.county);
    expect(walk?.values).toMatchObject({ headcount: { value: 6 }, distance: { value: 1.5, bound: 'exact' } });
    expect(walk?.values.sites).toHaveLength(2);
    expect(flight?.values.persons).toHaveLength(2);
    expect(flight?.values.headcount).toBeUndefined();
  });

  it('says once what column is missing, and takes one value for all rows instead', async () => {
    const { acting, ids } = await fresh();
    const bytes = await typed({ 检查: LEDGER.map((row) => row.filter((_, c) => c !== 2)) });
    const job = await upload(house, acting, '缺列.xlsx', bytes);
    expect(errorsOf(job)).toEqual([expect.stringContaining('缺少必填的列：“检查单位”')]);
    expect(job.counts.error).toBe(3);
    const plans = job.plans.map((plan) => ({ ...plan, defaults: { agency: ids.bureau } }));
    const again = await house.imports.replanImport(acting, job.id, plans);
    expect(again.ok).toBe(true);
    await house.imports.settled(job.id);
    const now = await house.imports.getImport(acting, job.id);
    if (!now.ok) throw new Error();
    expect(now.value.counts).toMatchObject({ create: 3, error: 0 });
    await save(house, acting, now.value);
    // The layout is remembered: next month's ledger needs no correction.
    const next = await upload(
      house,
      acting,
      '下月.xlsx',
      await typed({ 检查: [HEAD.filter((_, c) => c !== 2), ['2025-8-1', '湖畔饭店', 2, '正常', null]] }),
    );
    expect(next.counts).toMatchObject({ create: 1, error: 0 });
  });

  it('names who is missing, and makes them when told to', async () => {
    const { acting } = await fresh();
    const grid: Grid = [
      ['检查日期', '场所', '场所类型', '检查单位', '参加人员', '结果'],
      ['2025-7-1', '老王山货店', '山货经营店铺', '示范县市场监督管理局', '王五', '正常'],
      ['2025-7-2', '老王山货店', '山货经营店铺', '示范县市场监督管理局', '王五、张三', '正常'],
    ];
    const job = await upload(house, acting, '新.xlsx', await typed({ 检查: grid }));
    expect(errorsOf(job).join('\n')).toContain('本县没有场所“老王山货店”');
    expect(errorsOf(job).join('\n')).toContain('本县没有单位“示范县市场监督管理局”');
    const plans = job.plans.map((plan) => ({ ...plan, createMissing: ['venue', 'agency', 'person'] }));
    await house.imports.replanImport(acting, job.id, plans);
    await house.imports.settled(job.id);
    const now = await house.imports.getImport(acting, job.id);
    if (!now.ok) throw new Error();
    expect(errorsOf(now.value)).toEqual([]);
    expect(now.value.counts.create).toBe(5);
    await save(house, acting, now.value);
    expect((await all(house, 'venue', acting.county)).map((row) => row.values.name)).toContain('老王山货店');
    const people = await all(house, 'person', acting.county);
    const agencies = await all(house, 'agency', acting.county);
    const market = agencies.find((row) => row.values.name === '示范县市场监督管理局');
    expect(people.find((row) => row.values.name === '王五')?.values.agency).toBe(market?.id);
    expect((await upload(house, acting, '新.xlsx', await typed({ 检查: grid }))).counts).toMatchObject({
      same: 2,
      create: 0,
    });
  });

  it('asks which of two people of one name is meant, unless the agency tells', async () => {
    const { acting, ids } = await fresh();
    await put(acting, 'person', { name: '张三', agency: ids.police ?? '' });
    const grid: Grid = [
      ['检查日期', '场所', '检查单位', '参加人员', '结果'],
      ['2025-7-1', '湖畔饭店', '示范县公安局', '张三', '正常'],
    ];
    const clear = await upload(house, acting, '一.xlsx', await typed({ 检查: grid }));
    expect(errorsOf(clear)).toEqual([]);
    const place = {
      领导小组与专班: [
        ['专项行动', '组别', '姓名', '组内职务'],
        ['清风', '领导小组', '张三', '组长'],
      ],
    };
    await put(acting, 'campaign', {
      name: '清风',
      from: '2025-01-01',
      until: '2025-12-31',
      agency: ids.bureau ?? '',
    });
    const unclear = await upload(house, acting, '二.xlsx', await typed(place));
    expect(errorsOf(unclear)[0]).toMatch(/C2 人员“张三”有2个：张三（RY-\d{4}-0001）、张三（RY-\d{4}-0003）/);
  });
});

describe('importing again', () => {
  it('the same file changes nothing, under whatever copy of its name', async () => {
    const { acting } = await fresh();
    await imported(acting);
    const before = await countAll(house);
    for (const name of ['检查台账.xlsx', '检查台账 (1).xlsx', '检查台账 - 副本.xlsx', '另一个名字.xlsx']) {
      const job = await upload(house, acting, name, await typed({ 检查: LEDGER }));
      expect(job.counts).toMatchObject({ same: 3, create: 0, correct: 0, vanished: 0, error: 0 });
    }
    const job = await imported(acting);
    expect(job.status).toBe('done');
    expect(await countAll(house)).toEqual(before);
  });

  it('one edited cell is one correction, and leaves alone what somebody else has changed', async () => {
    const { acting } = await fresh();
    await imported(acting);
    const [first, second] = await all(house, 'inspection', acting.county);
    const corrected = await runAction(house.app, acting.actor, acting.county, {
      ...{ id: newId(house.app), kind: 'record.correct', at: new Date().toISOString() },
      body: {
        kind: 'inspection',
        id: second?.id,
        version: 1,
        values: { note: '网页上改的' },
        reason: '核实',
      },
    });
    expect(corrected.ok).toBe(true);
    const job = await upload(house, acting, '检查台账.xlsx', await typed({ 检查: edited(2, 3, 9) }));
    expect(job.counts).toMatchObject({ same: 2, correct: 1, create: 0, vanished: 0 });
    expect(job.preview).toEqual([
      expect.objectContaining({
        ...{ row: 3, effect: 'correct' },
        changes: [
          { field: 'headcount', before: { value: 4, bound: 'exact' }, after: { value: 9, bound: 'exact' } },
        ],
      }),
    ]);
    await save(house, acting, job);
    const [one, two] = await all(house, 'inspection', acting.county);
    expect(one).toEqual(first);
    expect(two).toMatchObject({
      version: 3,
      values: { note: '网页上改的', headcount: { value: 9, bound: 'exact' } },
    });
  });

  it('an edited key is a correction of the same record, and so is one below an inserted row', async () => {
    const { acting } = await fresh();
    await imported(acting);
    const ids = (await all(house, 'inspection', acting.county)).map((row) => row.id);
    const grid = [...edited(2, 0, '2025-7-22')];
    grid.splice(1, 0, ['2025-6-30', '湖畔饭店', '示范县公安局', 1, '正常', null]);
    const job = await upload(house, acting, '检查台账.xlsx', await typed({ 检查: grid }));
    expect(job.counts).toMatchObject({ same: 2, correct: 1, create: 1, vanished: 0 });
    await save(house, acting, job);
    const rows = await all(house, 'inspection', acting.county);
    expect(rows).toHaveLength(4);
    expect(rows.find((row) => row.id === ids[1])?.values.day).toBe('2025-07-22');
  });

  it('an emptied cell clears what the file had set, and only that', async () => {
    const { acting } = await fresh();
    await imported(acting);
    const job = await upload(house, acting, '检查台账.xlsx', await typed({ 检查: edited(1, 5, null) }));
    expect(job.counts).toMatchObject({ correct: 1 });
    await save(house, acting, job);
    expect((await all(house, 'inspection', acting.county))[0]?.values.note).toBeUndefined();
    // Another file, which never set the note of row 2, leaves it.
    const other = await upload(
      house,
      acting,
      '另一个.xlsx',
      await typed({ 检查: edited(2, 5, null).map((line, r) => (r === 1 ? line.slice(0, 5) : line)) }),
    );
    expect(other.counts).toMatchObject({ correct: 0, same: 3 });
  });

  it('a removed row is named, and withdrawn only when told to', async () => {
    const { acting } = await fresh();
    await imported(acting);
    const shorter = LEDGER.filter((_, r) => r !== 2);
    const job = await upload(house, acting, '检查台账.xlsx', await typed({ 检查: shorter }));
    expect(job.counts).toMatchObject({ same: 2, vanished: 1, create: 0, correct: 0 });
    await save(house, acting, job, { withdrawVanished: true });
    const rows = await all(house, 'inspection', acting.county);
    expect(rows.map((row) => row.withdrawn)).toEqual([false, true, false]);
  });

  it('two equal rows are two records, and stay two', async () => {
    const { acting } = await fresh();
    const row = ['2025-7-1', '湖畔饭店', '示范县公安局', 2, '正常', null];
    await imported(acting, '重复.xlsx', [HEAD, row, row]);
    const job = await upload(house, acting, '重复.xlsx', await typed({ 检查: [HEAD, row, row, row] }));
    expect(job.counts).toMatchObject({ same: 2, create: 1 });
  });

  it('a ledger emptied and filled anew under its old name overwrites nothing', async () => {
    const { acting } = await fresh();
    const month = (m: number): Grid => [
      HEAD,
      ...Array.from({ length: 9 }, (_, n) => [
        `2025-${m}-${n + 1}`,
        '湖畔饭店',
        '示范县公安局',
        n + 1,
        '正常',
        null,
      ]),
    ];
    await imported(acting, '台账.xlsx', month(7));
    const job = await upload(house, acting, '台账.xlsx', await typed({ 检查: month(8) }));
    expect(job.counts).toMatchObject({ create: 9, correct: 0, vanished: 9 });
  });
});

describe('all or nothing', () => {
  const wrong: Grid = edited(2, 3, '一大群人');

  it('saves nothing while one cell is wrong, marks it, and saves the rest when it is left out', async () => {
    const { acting } = await fresh();
    const before = await countAll(house);
    const job = await upload(house, acting, '错.xlsx', await typed({ 检查: wrong }));
    expect(errorsOf(job)).toEqual([expect.stringContaining('检查!D3 看不懂数量“一大群人”')]);
    const refused = await house.imports.commitImport(acting, job.id);
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'import.errors' }] });
    expect(await countAll(house)).toEqual(before);

    const marked = await house.imports.markedCopy(acting, job.id);
    if (!marked.ok) throw new Error();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(marked.value.bytes.slice().buffer);
    expect(String(book.getWorksheet('检查')?.getCell('D3').note && 'noted')).toBe('noted');

    const done = await save(house, acting, job, { exclude: [{ sheet: '检查', row: 3 }] });
    expect(done.status).toBe('done');
    expect(await all(house, 'inspection', acting.county)).toHaveLength(2);
    // Mended, the file adds what was left out.
    const mended = await upload(house, acting, '错.xlsx', await typed({ 检查: LEDGER }));
    expect(mended.counts).toMatchObject({ same: 2, create: 1 });
  });

  it('refuses, naming the row, when a record changed between preview and saving', async () => {
    const { acting } = await fresh();
    await imported(acting);
    const job = await upload(house, acting, '检查台账.xlsx', await typed({ 检查: edited(2, 3, 9) }));
    const second = (await all(house, 'inspection', acting.county))[1];
    await runAction(house.app, acting.actor, acting.county, {
      ...{ id: newId(house.app), kind: 'record.correct', at: new Date().toISOString() },
      body: { kind: 'inspection', id: second?.id, version: 1, values: { note: '改' }, reason: '核实' },
    });
    const before = await countAll(house);
    const after = await save(house, acting, job);
    expect(after).toMatchObject({ status: 'ready', refusals: [{ code: 'import.stale', where: '检查!3' }] });
    expect(await countAll(house)).toEqual(before);
  });

  it('saves once when two people press save at once, and two uploads of one file do not double it', async () => {
    const { acting } = await fresh();
    const bytes = await typed({ 检查: LEDGER });
    const a = await upload(house, acting, '甲.xlsx', bytes);
    const b = await upload(house, acting, '乙.xlsx', bytes);
    const saved = await Promise.all([
      house.imports.commitImport(acting, a.id),
      house.imports.commitImport(acting, a.id),
      house.imports.commitImport(acting, b.id),
    ]);
    expect(saved.every((each) => each.ok)).toBe(true);
    await Promise.all([house.imports.settled(a.id), house.imports.settled(b.id)]);
    expect(house.faults).toEqual([]);
    expect(await all(house, 'inspection', acting.county)).toHaveLength(3);
    const states = await Promise.all([a, b].map((job) => house.imports.getImport(acting, job.id)));
    expect(states.map((s) => s.ok && s.value.status).sort()).toEqual(['done', 'ready']);
    const again = await house.imports.commitImport(acting, a.id);
    expect(again.ok).toBe(true);
    expect(await all(house, 'inspection', acting.county)).toHaveLength(3);
  });

  it('keeps out who may not import, and what a kind does not let them write', async () => {
    const { acting } = await fresh();
    const officer = { ...acting, actor: clerk(acting.county, { roles: ['officer'] }) };
    const started = await house.imports.startImport(officer, {
      fileName: 'a.xlsx',
      bytes: await typed({ 检查: LEDGER }),
    });
    expect(started).toMatchObject({ ok: false, refusals: [{ code: 'access.denied' }] });
    const elsewhere = { ...acting, county: '640901' };
    expect(
      (await house.imports.startImport(elsewhere, { fileName: 'a.xlsx', bytes: new Uint8Array() })).ok,
    ).toBe(false);
  });

  it('says clearly what file it cannot read', async () => {
    const { acting } = await fresh();
    const job = await upload(house, acting, 'a.xlsx', new TextEncoder().encode('%PDF-1.7 …'));
    expect(job).toMatchObject({ status: 'refused', refusals: [{ code: 'workbook.pdf' }] });
    const none = await upload(
      house,
      acting,
      'b.xlsx',
      await typed({
        别的: [
          ['甲', '乙'],
          [1, 2],
        ],
      }),
    );
    expect(none).toMatchObject({ status: 'refused', refusals: [{ code: 'import.nothing' }] });
  });

  it('leaves a ledger whose journal verifies', async () => {
    const { acting } = await fresh();
    await imported(acting);
    await imported(acting, '检查台账.xlsx', edited(2, 3, 9));
    await sealAll(house.app);
    expect(await verifyCounty(house.app, acting.county)).toMatchObject({ ok: true });
  });
});

describe('template and export', () => {
  it('the template brings nothing by itself, and what is typed into it comes in', async () => {
    const { acting } = await fresh();
    const bytes = await templateWorkbook(acting);
    const empty = await upload(house, acting, '模板.xlsx', bytes);
    expect(errorsOf(empty)).toEqual([]);
    expect(empty.plans.filter((plan) => plan.kind).length).toBe(35);
    expect(empty.counts).toMatchObject({ create: 0, correct: 0, error: 0 });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    fill(book, '场所', { '场所名称*': '北门市场', '场所类型*': '集贸市场', 乡镇片区: '城关镇' });
    fill(book, '检查', {
      '检查日期*': new Date('2025-10-01'),
      场所: '北门市场',
      '检查单位*': '示范县公安局',
      '结果*': '未发现问题',
    });
    const job = await upload(house, acting, '模板.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(errorsOf(job)).toEqual([]);
    expect(job.counts).toMatchObject({ create: 2 });
    await save(house, acting, job);
    const market = (await all(house, 'venue', acting.county)).find((row) => row.values.name === '北门市场');
    expect((await all(house, 'inspection', acting.county))[0]?.values.venue).toBe(market?.id);
  });

  it('an export edited and imported again corrects exactly what was edited', async () => {
    const { acting } = await fresh();
    await imported(acting);
    const rows = await all(house, 'inspection', acting.county);
    const bytes = await exportWorkbook(acting, getKind('inspection'), rows);
    const untouched = await upload(house, acting, '导出.xlsx', bytes);
    expect(untouched.counts).toMatchObject({ same: 3, correct: 0, create: 0, error: 0 });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    const sheet = book.getWorksheet('检查');
    if (!sheet) throw new Error('the sheet is missing');
    const column = (name: string) => (sheet.getRow(1).values as unknown[]).indexOf(name);
    sheet.getRow(3).getCell(column('备注')).value = null;
    sheet.getRow(4).getCell(column('检查日期*')).value = '2025年7月4日';
    sheet.getRow(4).getCell(column('出动人次')).value = '约5';
    const job = await upload(house, acting, '导出.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(errorsOf(job)).toEqual([]);
    expect(job.counts).toMatchObject({ same: 1, correct: 2, create: 0 });
    await save(house, acting, job);
    const after = await all(house, 'inspection', acting.county);
    expect(after[0]).toEqual(rows[0]);
    expect(after[1]?.values).toEqual({ ...rows[1]?.values, note: undefined });
    expect(after[2]?.values).toEqual({
      ...{ ...rows[2]?.values, day: '2025-07-04', headcount: { value: 5, bound: 'about' } },
    });
  });

  it('an old export changes only what was edited in it, not what others have corrected since', async () => {
    const { acting } = await fresh();
    await imported(acting);
    const [first] = await all(house, 'inspection', acting.county);
    const bytes = await exportWorkbook(acting, getKind('inspection'), first ? [first] : []);
    const correct = (version: number, values: Record<string, unknown>) =>
      runAction(house.app, acting.actor, acting.county, {
        ...{ id: newId(house.app), kind: 'record.correct', at: new Date().toISOString() },
        body: { kind: 'inspection', id: first?.id, version, values, reason: '核实' },
      });
    expect((await correct(1, { note: '后来改的', result: 'rectify' })).ok).toBe(true);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    const sheet = book.getWorksheet('检查');
    const heads = (sheet?.getRow(1).values ?? []) as unknown[];
    const cell = sheet?.getRow(2).getCell(heads.indexOf('出动人次'));
    if (!cell) throw new Error('no such cell');
    cell.value = '30余';
    const job = await upload(house, acting, '旧导出.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(job.counts).toMatchObject({ correct: 1, error: 0 });
    await save(house, acting, job);
    expect((await all(house, 'inspection', acting.county))[0]).toMatchObject({
      ...{ version: 3 },
      values: { note: '后来改的', result: 'rectify', headcount: { value: 30, bound: 'over' } },
    });
  });

  it('records of one workbook may name each other, both ways', async () => {
    const { acting } = await fresh();
    const book: Record<string, Grid> = {
      线索: [
        ['编号', '受理日期', '来源', '线索内容', '关联案件'],
        ['XS-2025-0099', '2025-7-1', '群众举报', '有人卖画眉', '示林罚立〔2025〕1号'],
      ],
      案件: [
        ['案号', '案件名称', '案件类别', '立案日期', '办案单位', '来源线索'],
        ['示林罚立〔2025〕1号', '某某出售画眉案', '行政', '2025-7-3', '示范县公安局', 'XS-2025-0099'],
      ],
      单位: [
        ['单位名称', '单位类型', '上级单位'],
        ['城关派出所', '公安机关', '示范县公安局二大队'],
        ['示范县公安局二大队', '公安机关', '示范县公安局'],
      ],
    };
    const job = await upload(house, acting, '互引.xlsx', await typed(book));
    expect(errorsOf(job)).toEqual([]);
    await save(house, acting, job);
    const [clue] = await all(house, 'clue', acting.county);
    const [filed] = await all(house, 'case', acting.county);
    expect(clue).toMatchObject({ version: 2, values: { case: filed?.id } });
    expect(filed).toMatchObject({ version: 1, values: { clue: clue?.id } });
    const agencies = await all(house, 'agency', acting.county);
    const squad = agencies.find((row) => row.values.name === '示范县公安局二大队');
    expect(agencies.find((row) => row.values.name === '城关派出所')?.values.parent).toBe(squad?.id);
    const again = await upload(house, acting, '互引.xlsx', await typed(book));
    expect(again.counts).toMatchObject({ same: 4, create: 0, correct: 0 });
    await sealAll(house.app);
    expect(await verifyCounty(house.app, acting.county)).toMatchObject({ ok: true });
  });

  it('a row cannot be saved while the row it names is left out', async () => {
    const { acting } = await fresh();
    const book: Record<string, Grid> = {
      场所: [
        ['场所名称', '场所类型'],
        ['北门市场', '集贸市场'],
      ],
      检查: [HEAD, ['2025-7-1', '北门市场', '示范县公安局', 1, '正常', null]],
    };
    const job = await upload(house, acting, '北门.xlsx', await typed(book));
    const refused = await house.imports.commitImport(acting, job.id, {
      exclude: [{ sheet: '场所', row: 2 }],
    });
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'import.reference', where: '检查!2' }] });
    const both = {
      exclude: [
        { sheet: '场所', row: 2 },
        { sheet: '检查', row: 2 },
      ],
    };
    expect(await save(house, acting, job, both)).toMatchObject({ status: 'done' });
    expect(await all(house, 'inspection', acting.county)).toHaveLength(0);
  });

  it('withholds personal fields from who may not see them', async () => {
    const { acting } = await fresh();
    const rows = await all(house, 'venue', acting.county);
    const leader = { ...acting, actor: clerk(acting.county, { roles: ['leader'] }) };
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await exportWorkbook(leader, getKind('venue'), rows)).slice().buffer);
    const heads = book.getWorksheet('场所')?.getRow(1).values as string[];
    expect(heads).not.toContain('经营者');
    expect(heads).toContain('编号');
  });
});

/** Types one row below whatever stands in a sheet of the template. */
function fill(book: ExcelJS.Workbook, name: string, values: Record<string, string | Date>): void {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const heads = sheet.getRow(1).values as unknown[];
  const row = sheet.getRow(6);
  for (const [heading, value] of Object.entries(values)) {
    const at = heads.indexOf(heading);
    if (at < 0) throw new Error(`no column ${heading} in ${heads.join()}`);
    row.getCell(at).value = value;
  }
}
