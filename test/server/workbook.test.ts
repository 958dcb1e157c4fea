// Does a workbook come in as the clerk sees it, and is every hostile or foreign file refused in plain words?
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDay } from '../../src/domain/kernel/read-day.ts';
import { LIMITS, openWorkbook, type Row, readWorkbook } from '../../src/server/workbook/index.ts';
import { momentOfFormat } from '../../src/server/workbook/style.ts';
import { book, compoundFile, lieAboutSize, textRow } from './workbook-fixture.ts';

async function sheetsOf(bytes: Uint8Array, limits = LIMITS) {
  const read = await readWorkbook({ bytes }, limits);
  if (!read.ok) throw new Error(read.refusals[0]?.code);
  return read.value.sheets;
}

async function rowsOf(bytes: Uint8Array): Promise<readonly Row[]> {
  return (await sheetsOf(bytes))[0]?.rows ?? [];
}

async function codeOf(bytes: Uint8Array, limits = LIMITS): Promise<string> {
  const read = await readWorkbook({ bytes }, limits);
  return read.ok ? 'read' : (read.refusals[0]?.code ?? '');
}

const values = (rows: readonly Row[]) => rows.map((row) => row.cells.map((cell) => cell.value));

describe('cells', () => {
  test('every kind of cell, as the sheet shows it', async () => {
    const rows = await rowsOf(
      book({
        strings:
          '<si><t>检查</t></si><si><r><t>富</t></r><r><t xml:space="preserve">文 本</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></si><si><t>a_x000D_b</t></si>',
        styles:
          '<numFmts><numFmt numFmtId="170" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs>',
        sheets: {
          检查: `<sheetData><row r="2">
            <c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>
            <c r="D2"><v>12.5</v></c><c r="E2" s="1"><v>45112</v></c><c r="F2" s="2"><v>45112</v></c>
            <c r="G2" s="3"><v>0.35416666666666669</v></c><c r="H2" s="4"><v>45112.354166666664</v></c>
            <c r="I2" t="b"><v>1</v></c><c r="J2" t="e"><v>#REF!</v></c>
            <c r="K2"><f>D2*2</f><v>25</v></c><c r="L2" t="str"><f>A2&amp;"x"</f><v>检查x</v></c>
            <c r="M2"><f>SUM(D:D)</f></c><c r="N2" s="1"/><c t="inlineStr"><is><t>行内</t></is></c>
            <c r="AB2" t="d"><v>2023-07-05</v></c></row></sheetData>`,
        },
      }),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.rowNumber).toBe(2);
    const cells = Object.fromEntries(rows[0]!.cells.map((cell) => [cell.ref, cell]));
    expect(rows[0]!.cells.map((c) => c.ref).join(' ')).toBe('A2 B2 C2 D2 E2 F2 G2 H2 I2 J2 K2 L2 M2 O2 AB2');
    expect([cells.A2?.value, cells.B2?.value, cells.C2?.value]).toEqual(['检查', '富文 本', 'a\rb']);
    expect(cells.E2).toMatchObject({ value: '2023-07-05', isDate: true, serial: 45112 });
    expect(cells.F2?.value).toBe('2023-07-05');
    expect(cells.G2?.value).toBe('08:30:00');
    expect(cells.H2?.value).toBe('2023-07-05T08:30:00');
    expect(cells.I2?.value).toBe(true);
    expect(cells.J2).toMatchObject({ value: null, error: '#REF!' });
    expect(cells.K2).toMatchObject({ value: 25, formula: true });
    expect(cells.L2).toMatchObject({ value: '检查x', formula: true });
    expect(cells.M2).toMatchObject({ value: null, error: '#UNCALCULATED', formula: true });
    expect(cells.O2).toMatchObject({ value: '行内', column: 15 });
    expect(cells.AB2).toMatchObject({ value: '2023-07-05', isDate: true, column: 28 });
  });

  test('days counted from 1904', async () => {
    const [row] = await rowsOf(
      book({
        date1904: true,
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
        sheets: { a: '<sheetData><row><c s="0"><v>43650</v></c></row></sheetData>' },
      }),
    );
    expect(row?.cells[0]?.value).toBe('2023-07-05');
  });

  test.each([
    ['yyyy/m/d', 'date'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
    ['m"月"d"日"', 'date'],
    ['h:mm', 'time'],
    ['[h]:mm:ss', 'time'],
    ['yyyy-mm-dd hh:mm', 'date'],
    ['0.00"mm"', undefined],
    ['#,##0', undefined],
    ['0"只"', undefined],
    ['General', undefined],
    ['@', undefined],
    ['[Red]0.00', undefined],
    ['¥#,##0.00_);[Red]\\(¥#,##0.00\\)', undefined],
  ])('the format %s shows %s', (code, moment) => {
    expect(momentOfFormat(code)).toBe(moment);
  });

  test('a day merged over its rows counts on each of them; a merged title is one value', async () => {
    const rows = await rowsOf(
      book({
        sheets: {
          a: `<sheetData>${textRow(1, ['台账'])}${textRow(2, ['2023.7.5', '甲', '1'])}${textRow(3, [null, '乙', '2'])}${textRow(4, [null, '丙', '3'])}${textRow(5, ['2023.7.6', '丁', '4'])}</sheetData><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A4"/></mergeCells>`,
        },
      }),
    );
    expect(values(rows)).toEqual([
      ['台账'],
      ['2023.7.5', '甲', '1'],
      ['2023.7.5', '乙', '2'],
      ['2023.7.5', '丙', '3'],
      ['2023.7.6', '丁', '4'],
    ]);
    expect(rows[1]?.cells[0]).toMatchObject({ ref: 'A2', merged: 'top', span: { rows: 3, columns: 1 } });
    expect(rows[3]?.cells[0]).toMatchObject({ ref: 'A4', merged: 'inside' });
    expect(rows[4]?.cells[0]?.merged).toBeUndefined();
  });

  test('hidden sheets and rows say so; empty rows are left out; names with & come back', async () => {
    const sheets = await sheetsOf(
      book({
        sheets: {
          '甲&amp;乙': `<sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="0"/></row>${textRow(9, ['x'])}</sheetData>`,
          b: '<sheetData/>',
        },
        hidden: ['b'],
      }),
    );
    expect(sheets.map((s) => [s.name, s.hidden, s.rows.length])).toEqual([
      ['甲&乙', false, 2],
      ['b', true, 0],
    ]);
    expect(sheets[0]?.rows.map((r) => [r.rowNumber, r.hidden])).toEqual([
      [1, true],
      [9, undefined],
    ]);
  });

  test('rows stream one by one and can be read again', async () => {
    const bytes = book({ sheets: { a: `<sheetData>${textRow(1, ['a'])}${textRow(2, ['b'])}</sheetData>` } });
    const opened = await openWorkbook({ bytes });
    if (!opened.ok) throw new Error('refused');
    for (const _ of [1, 2]) {
      let count = 0;
      for await (const row of opened.value.sheets[0]!.rows()) count += row.cells.length;
      expect(count).toBe(2);
    }
  });
});

describe('refusals', () => {
  const small = { ...LIMITS, part: 1_000_000, unpacked: 2_000_000 };
  const filler = (bytes: number) =>
    strToU8(`<worksheet><sheetData>${' '.repeat(bytes)}</sheetData></worksheet>`);
  const good = book({ sheets: { a: `<sheetData>${textRow(1, ['a', 'b'])}</sheetData>` } });

  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'workbook.empty'],
    ['blanks only', strToU8('  \n\n'), 'workbook.empty'],
    ['an empty zip', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'), 'workbook.empty'],
    ['a protected workbook', compoundFile('EncryptionInfo', 'EncryptedPackage'), 'workbook.encrypted'],
    ['an .xls', compoundFile('Workbook'), 'workbook.xls'],
    ['a .doc', compoundFile('WordDocument'), 'workbook.document'],
    ['an unknown compound file', compoundFile('Contents'), 'workbook.unknown'],
    ['a PDF', strToU8('%PDF-1.7 …'), 'workbook.pdf'],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'workbook.image'],
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'workbook.image'],
    ['a HEIC photo', Buffer.from('0000001866747970686569630000', 'hex'), 'workbook.image'],
    ['a RAR', strToU8('Rar!\x1a\x07\x00'), 'workbook.archive'],
    ['a zip of photos', zipSync({ 'a.jpg': new Uint8Array(10) }), 'workbook.archive'],
    [
      'an .ods',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
      'workbook.ods',
    ],
    ['a .docx', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'workbook.document'],
    ['an .xlsb', zipSync({ 'xl/workbook.bin': new Uint8Array(9) }), 'workbook.xlsb'],
    ['HTML called .xls', strToU8('<html><table><tr><td>1'), 'workbook.web-page'],
    ['a truncated workbook', good.slice(0, good.length - 40), 'workbook.truncated'],
    ['half a workbook', good.slice(0, good.length / 2), 'workbook.truncated'],
    [
      'random bytes',
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) % 256),
      'workbook.unknown',
    ],
    [
      'broken XML',
      book({ sheets: { a: '<sheetData><row r="1"><c r="A1"><v>1</v></row>' } }),
      'workbook.damaged',
    ],
    [
      'rows out of order',
      book({ sheets: { a: '<sheetData><row r="5"/><row r="4"/></sheetData>' } }),
      'workbook.damaged',
    ],
    [
      'a path out of the package',
      book({ sheets: { a: '<sheetData/>' }, extra: { '../../etc/passwd': new Uint8Array(1) } }),
      'workbook.unsafe',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('entities that multiply (billion laughs) are refused, in a sheet and in the strings', async () => {
    const laughs = strToU8(
      '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
    );
    const inStrings = book({ sheets: { a: '<sheetData/>' }, extra: {} });
    expect(await codeOf(inStrings)).toBe('read');
    for (const part of ['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']) {
      const { unzipSync } = await import('fflate');
      expect(await codeOf(zipSync({ ...unzipSync(inStrings), [part]: laughs }))).toBe('workbook.unsafe');
    }
    const undeclared = book({ sheets: { a: '<sheetData><row><c t="str"><v>&x;</v></c></row></sheetData>' } });
    expect(await codeOf(undeclared)).toBe('workbook.damaged');
  });

  test('a zip bomb is stopped while it unpacks, whatever it declares', async () => {
    const { unzipSync } = await import('fflate');
    const parts = unzipSync(good);
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': filler(64 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await codeOf(bomb)).toBe('workbook.bomb');
    expect(await codeOf(lieAboutSize(bomb, 'xl/worksheets/sheet1.xml', 1000))).toBe('workbook.bomb');
    expect(await codeOf(lieAboutSize(bomb, 'xl/worksheets/sheet1.xml', 0xf000_0000))).toBe('workbook.bomb');
  });

  test('a sheet that is large but honest is refused by size; one that lies small is damaged', async () => {
    const { unzipSync } = await import('fflate');
    const parts = unzipSync(good);
    const large = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': filler(1_100_000) });
    expect(await codeOf(large, small)).toBe('workbook.sheet-too-large');
    expect(await codeOf(lieAboutSize(large, 'xl/worksheets/sheet1.xml', 10), small)).toBe(
      'workbook.sheet-too-large',
    );
    expect(await codeOf(lieAboutSize(good, 'xl/worksheets/sheet1.xml', 10))).toBe('workbook.damaged');
  });

  test('a sheet declared at 300 MB is refused without unpacking', async () => {
    const huge = lieAboutSize(good, 'xl/worksheets/sheet1.xml', 300 * 1024 * 1024);
    const from = performance.now();
    expect(['workbook.sheet-too-large', 'workbook.bomb']).toContain(await codeOf(huge));
    expect(performance.now() - from).toBeLessThan(200);
  });

  test('a flipped bit is noticed', async () => {
    const bad = Buffer.from(
      book({ sheets: { a: `<sheetData>${textRow(1, ['数量', '12345'])}</sheetData>` } }),
    );
    const at = bad.indexOf('sheet1.xml') + 20;
    bad[at] = (bad[at] ?? 0) ^ 0x10;
    expect(await codeOf(bad)).toBe('workbook.damaged');
  });

  test('too many rows, columns, cells, sheets, bytes', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => textRow(i + 1, ['a', 'b'])).join('');
    const bytes = book({ sheets: { a: `<sheetData>${rows}</sheetData>`, b: '<sheetData/>' } });
    expect(await codeOf(bytes)).toBe('read');
    expect(await codeOf(bytes, { ...LIMITS, rows: 11 })).toBe('workbook.too-many-rows');
    expect(await codeOf(bytes, { ...LIMITS, columns: 1 })).toBe('workbook.too-many-columns');
    expect(await codeOf(bytes, { ...LIMITS, cells: 23 })).toBe('workbook.too-many-cells');
    expect(await codeOf(bytes, { ...LIMITS, sheets: 1 })).toBe('workbook.too-many-sheets');
    expect(await codeOf(bytes, { ...LIMITS, file: 100 })).toBe('workbook.too-large');
    expect(await codeOf(strToU8('a,b\n1,2\n3,4'), { ...LIMITS, rows: 2 })).toBe('workbook.too-many-rows');
  });

  test('merges piled on one another are refused at once', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => textRow(i + 1, ['a'])).join('');
    const merges = '<mergeCell ref="A1:C1048576"/>'.repeat(15_000);
    const bytes = book({ sheets: { a: `<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>` } });
    const from = performance.now();
    expect(await codeOf(bytes)).toBe('workbook.damaged');
    expect(performance.now() - from).toBeLessThan(2000);
  });

  test('no damage to a sound file ever throws', async () => {
    const source = Buffer.from(good);
    for (let i = 0; i < 400; i += 1) {
      const broken = Buffer.from(source);
      const at = (i * 7919) % broken.length;
      broken[at] = (broken[at] ?? 0) ^ (1 << (i % 8));
      const cut = i % 3 === 0 ? broken.subarray(0, at) : broken;
      expect(typeof (await codeOf(cut))).toBe('string');
    }
  });
});

describe('CSV', () => {
  const text = '名称,数量,备注\r\n东湖市场,12只,"含""幼体"",3只\n另记"\r\n\r\n西湖,,x\r\n';
  const expected = [
    ['名称', '数量', '备注'],
    ['东湖市场', '12只', '含"幼体",3只\n另记'],
    ['西湖', 'x'],
  ];

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with BOM', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
  ])('%s', async (name, bytes) => {
    const rows = await rowsOf(bytes);
    const want = name === 'semicolons' ? ';' : name === 'tabs' ? '\t' : ',';
    expect(values(rows)).toEqual(expected.map((r) => r.map((v) => v.replaceAll(',', want))));
    expect(rows[2]?.cells.map((c) => c.ref)).toEqual(['A4', 'C4']);
  });

  test('GB18030, as Excel in China saves it', async () => {
    // 名称,数量⏎画眉,3 in GB18030.
    const bytes = Buffer.from('c3fbb3c62ccafdc1bf0d0abbadc3bc2c330d0a', 'hex');
    expect(values(await rowsOf(bytes))).toEqual([
      ['名称', '数量'],
      ['画眉', '3'],
    ]);
  });

  test('an unclosed quote takes the rest and does not hang', async () => {
    expect(values(await rowsOf(strToU8('a,b\n"c,d\ne')))).toEqual([['a', 'b'], ['c,d\ne']]);
  });
});

describe('files of other programs', () => {
  test('a file of exceljs, with dates', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('检查');
    sheet.addRow(['日期', '数量']);
    sheet.addRow([new Date('2023-07-05T00:00:00Z'), 12]);
    sheet.getCell('A2').numFmt = 'yyyy/m/d';
    const rows = await rowsOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(values(rows)).toEqual([
      ['日期', '数量'],
      ['2023-07-05', 12],
    ]);
  });

  const office = (() => {
    try {
      execFileSync('soffice', ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  })();

  test.skipIf(!office)(
    'what LibreOffice writes: .xlsx reads, .xls and .ods are refused',
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
      try {
        writeFileSync(join(folder, 'a.csv'), '日期,名称,数量\n2023-07-05,画眉,3\n2023-07-06,麻雀,约30\n');
        for (const kind of ['xlsx', 'xls', 'ods']) {
          const profile = `-env:UserInstallation=file://${folder}/profile`;
          const filter = '--infilter=CSV:44,34,76,1,,2052,false,true';
          execFileSync(
            'soffice',
            [profile, '--headless', filter, '--convert-to', kind, '--outdir', folder, join(folder, 'a.csv')],
            { stdio: 'ignore' },
          );
        }
        const rows = await rowsOf(readFileSync(join(folder, 'a.xlsx')));
        expect(rows.map((row) => row.cells.slice(1).map((c) => c.value))).toEqual([
          ['名称', '数量'],
          ['画眉', 3],
          ['麻雀', '约30'],
        ]);
        expect(readDay(rows[1]?.cells[0]?.value)).toMatchObject({ ok: true, value: '2023-07-05' });
        expect(await codeOf(readFileSync(join(folder, 'a.xls')))).toBe('workbook.xls');
        expect(await codeOf(readFileSync(join(folder, 'a.ods')))).toBe('workbook.ods');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
