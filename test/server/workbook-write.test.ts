// Do the workbooks we hand out open, read back and mark what they should? And are headings found where clerks put them?
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  detectHeader,
  markErrors,
  type Row,
  readWorkbook,
  rowKind,
  type SheetSpec,
  writeCsv,
  writeWorkbook,
} from '../../src/server/workbook/index.ts';
import { book, textRow } from './workbook-fixture.ts';

async function rowsOf(bytes: Uint8Array, sheet = 0): Promise<readonly Row[]> {
  const read = await readWorkbook({ bytes });
  if (!read.ok) throw new Error(read.refusals[0]?.code);
  return read.value.sheets[sheet]?.rows ?? [];
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

const RISKY = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', '=cmd|calc!A0', '\t=1'];

describe('writing', () => {
  const spec: SheetSpec[] = [
    { name: '填写说明', lines: [['填写说明'], ['日期', '写成2023-7-5']] },
    {
      name: '检查',
      title: '示范县检查台账',
      columns: [
        { heading: '日期', kind: 'day', required: true, note: '年月日' },
        { heading: '场所', kind: 'text' },
        { heading: '编号', kind: 'code' },
        { heading: '场所类型', choices: ['农贸市场', '饭店'] },
        { heading: '物种', choices: Array.from({ length: 300 }, (_, i) => `物种${i}`) },
        { heading: '数量', kind: 'integer' },
      ],
      rows: [['2023-07-05', '东湖市场', '0012', '饭店', '物种7', 12]],
    },
  ];

  test('what is written reads back, with validations, frozen headings and comments', async () => {
    const bytes = await writeWorkbook(spec);
    const read = await readWorkbook({ bytes });
    if (!read.ok) throw new Error('refused');
    expect(read.value.sheets.map((s) => [s.name, s.hidden])).toEqual([
      ['填写说明', false],
      ['检查', false],
      ['选项', true],
    ]);
    const rows = read.value.sheets[1]?.rows ?? [];
    const header = detectHeader(rows);
    expect(header).toMatchObject({ from: 2, until: 2, title: '示范县检查台账' });
    expect(header?.headings.map((h) => h.text)).toEqual([
      '日期*',
      '场所',
      '编号',
      '场所类型',
      '物种',
      '数量',
    ]);
    expect(rows[2]?.cells.map((c) => c.value)).toEqual([
      '2023-07-05',
      '东湖市场',
      '0012',
      '饭店',
      '物种7',
      12,
    ]);
    const sheet = (await open(bytes)).getWorksheet('检查')!;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(sheet.getCell('D3').dataValidation?.formulae).toEqual(['"农贸市场,饭店"']);
    expect(sheet.getCell('E900').dataValidation?.formulae).toEqual(["'选项'!$A$1:$A$300"]);
    expect(sheet.getCell('D2').dataValidation).toBeUndefined();
    expect(JSON.stringify(sheet.getCell('A2').note)).toContain('年月日');
    expect(sheet.getCell('C3').numFmt).toBe('@');
  });

  test('text that looks like a formula stays text, in .xlsx and .csv', async () => {
    const bytes = await writeWorkbook([
      { name: 'a', columns: [{ heading: '备注' }], rows: RISKY.map((t) => [t]) },
    ]);
    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(xml).not.toMatch(/<f[ >]/);
    expect((await rowsOf(bytes)).slice(1).map((r) => r.cells[0]?.value)).toEqual(RISKY);
    const sheet = (await open(bytes)).worksheets[0]!;
    for (let r = 2; r <= RISKY.length + 1; r += 1) expect(sheet.getCell(r, 1).numFmt).toBe('@');
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(RISKY.map((t) => [t])));
    expect(csv.startsWith('\uFEFF')).toBe(true);
    for (const row of await rowsOf(strToU8(csv))) expect(String(row.cells[0]?.value)).toMatch(/^'/);
    expect(new TextDecoder().decode(writeCsv([[-5, 'a,b', null, 'c"d']]))).toBe('-5,"a,b",,"c""d"\r\n');
  });

  test('any text survives writing and reading', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('_x000D_', '<&>"\'', ' a ', '　'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (texts) => {
        const kept = texts.filter((t) => t !== '' && !t.includes('\r'));
        const bytes = await writeWorkbook([
          { name: 'a', columns: [{ heading: 'h' }], rows: kept.map((t) => [t]), prepared: 0 },
        ]);
        const rows = await rowsOf(bytes);
        expect(rows.slice(1).map((r) => r.cells[0]?.value)).toEqual(
          // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is dropped
          kept.map((t) => t.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')).filter((t) => t !== ''),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('sheet names Excel would refuse are mended and kept apart', async () => {
    const names = ['检查/巡查', '检查:巡查', '长'.repeat(40), '长'.repeat(40), "'引'", ''];
    const bytes = await writeWorkbook(names.map((name) => ({ name, lines: [['x']] })));
    const read = await readWorkbook({ bytes });
    const got = read.ok ? read.value.sheets.map((s) => s.name) : [];
    expect(new Set(got).size).toBe(names.length);
    for (const name of got) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });
});

describe('marking', () => {
  const errors = [
    { sheet: '检查', cell: 'B3', message: '看不懂数量' },
    { sheet: '检查', cell: 'B3', message: '第二个问题' },
    { sheet: '检查', cell: 'A2', message: '缺日期' },
    { sheet: '检查', cell: '3', message: '整行重复' },
  ];

  test('a copy has red cells, comments and a first sheet that links to them; the rest is as it was', async () => {
    const original = await writeWorkbook([
      {
        name: '检查',
        columns: [{ heading: '日期', kind: 'day' }, { heading: '数量' }],
        rows: [
          ['2023-07-05', '12'],
          ['2023-07-06', 'abc'],
        ],
      },
    ]);
    const marked = await markErrors(original, errors);
    expect(marked.kind).toBe('copy');
    const workbook = await open(marked.bytes);
    expect(workbook.worksheets.map((s) => s.name)).toEqual(['导入错误', '检查']);
    const sheet = workbook.getWorksheet('检查')!;
    const red = (ref: string) => JSON.stringify(sheet.getCell(ref).fill ?? null).includes('FFFFC7CE');
    expect(['A2', 'B2', 'A3', 'B3'].map(red)).toEqual([true, false, false, true]);
    expect(JSON.stringify(sheet.getCell('B3').note)).toContain('看不懂数量\\n第二个问题');
    expect(JSON.stringify(workbook.worksheets[0]!.getCell('C3').value)).toContain("#'检查'!B3");
    const again = await readWorkbook({ bytes: marked.bytes });
    const rows = again.ok ? again.value.sheets.find((s) => s.name === '检查')?.rows : [];
    expect(rows?.map((r) => r.cells.map((c) => c.value))).toEqual(
      (await rowsOf(original)).map((r) => r.cells.map((c) => c.value)),
    );
    expect((await markErrors(marked.bytes, errors)).kind).toBe('copy');
  });

  test('a file that cannot be marked gives the list with the values of the rows', async () => {
    const csv = strToU8('日期,数量\n2023-07-05,12\n2023-07-06,=abc\n');
    const marked = await markErrors(csv, [{ sheet: 'CSV', cell: 'B3', message: '看不懂数量' }]);
    expect(marked.kind).toBe('list');
    const rows = await rowsOf(marked.bytes);
    expect(String(rows[0]?.cells[0]?.value)).toContain('不能在副本上标注');
    expect(rows[2]?.cells.map((c) => c.value)).toEqual([1, 'CSV', 'B3', '看不懂数量', '2023-07-06', '=abc']);
  });
});

describe('headings', () => {
  const sheet = (rows: string, merges: string[] = []) =>
    rowsOf(
      book({
        sheets: {
          a: `<sheetData>${rows}</sheetData><mergeCells>${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`,
        },
      }),
    );

  test('in the first row, and every row below has its kind', async () => {
    const rows = await sheet(
      textRow(1, ['日期', '场所', '数量']) +
        textRow(2, ['2023.7.5', '东湖市场', '12只']) +
        textRow(4, ['小 计', null, 12]) +
        textRow(5, ['日期', '场所', '数量']) +
        textRow(6, ['2023.7.6', '合计饭店', 3]) +
        textRow(7, [null, '合计：', 15]) +
        textRow(8, ['注：数量为只']),
    );
    const header = detectHeader(rows)!;
    expect(header).toEqual({
      from: 1,
      until: 1,
      headings: [
        { column: 1, text: '日期' },
        { column: 2, text: '场所' },
        { column: 3, text: '数量' },
      ],
    });
    expect(rows.map((row) => rowKind(row, header))).toEqual([
      'heading',
      'data',
      'total',
      'heading',
      'data',
      'total',
      'note',
    ]);
  });

  test('below a merged title and the line of the reporting unit', async () => {
    const rows = await sheet(
      textRow(1, ['示范县2023年检查台账']) +
        textRow(2, ['填报单位：示范县林业局', null, null, '2023年7月']) +
        textRow(4, ['序号', '检查日期', '场所名称', '出动人次', '备注']) +
        textRow(5, [1, '2023.7.5', '东湖市场', 12, '无']) +
        textRow(6, [2, '2023.7.6', '西湖市场', 8, null]),
      ['A1:E1'],
    );
    const header = detectHeader(rows);
    expect(header).toMatchObject({ from: 4, until: 4, title: '示范县2023年检查台账' });
    expect(header?.headings.map((h) => h.text)).toEqual(['序号', '检查日期', '场所名称', '出动人次', '备注']);
    expect(rowKind(rows[0]!, header!)).toBe('above');
  });

  test('in two merged rows, joined', async () => {
    const rows = await sheet(
      textRow(1, ['台账']) +
        textRow(2, ['日期', '物种', '查获数量', null, '备注']) +
        textRow(3, [null, null, '活体', '死体', null]) +
        textRow(4, ['2023.7.5', '画眉', 3, 1, '无']),
      ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'],
    );
    const header = detectHeader(rows);
    expect(header).toMatchObject({ from: 2, until: 3 });
    expect(header?.headings.map((h) => h.text)).toEqual([
      '日期',
      '物种',
      '查获数量/活体',
      '查获数量/死体',
      '备注',
    ]);
  });

  test('all-text data do not pass for headings, known words do', async () => {
    const rows = await sheet(
      textRow(1, ['甲局', '乙局', '丙局', '丁局']) +
        textRow(2, ['日期', '场所', '数量']) +
        textRow(3, ['七月五日', '市场', '十二只', '无']),
    );
    const known = new Set(['日期', '场所', '数量']);
    expect(detectHeader(rows, (h) => known.has(h))).toMatchObject({ from: 2, until: 2 });
  });

  test('nothing that looks like headings', async () => {
    expect(detectHeader(await sheet(textRow(1, [1, 2, 3]) + textRow(2, [4, 5, 6])))).toBeNull();
    expect(detectHeader([])).toBeNull();
  });

  test('a day merged over rows does not make an otherwise empty row data', async () => {
    const rows = await sheet(
      textRow(1, ['日期', '场所', '数量']) +
        textRow(2, ['2023.7.5', '甲', '1']) +
        '<row r="3"/>' +
        textRow(4, [null, '乙', '2']),
      ['A2:A4'],
    );
    const header = detectHeader(rows)!;
    expect(header.until).toBe(1);
    expect(rows.map((row) => rowKind(row, header))).toEqual(['heading', 'data', 'data']);
  });
});
