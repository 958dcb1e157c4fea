// Does a word processor lay the .docx out as GB/T 9704-2012 asks? LibreOffice lays out, poppler measures.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/report/document.ts';
import { toDocx } from '../../src/server/document/index.ts';
import { EMPTY, fullLines, longReport, num, ODD, text } from './document-fixture.ts';

function has(program: string, flag: string): boolean {
  try {
    execFileSync(program, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Without both programs, or a font with Chinese characters, the tests show as skipped. */
const able =
  has('soffice', '--version') &&
  has('pdftotext', '-v') &&
  execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';

const MM = 72 / 25.4;
interface Line {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly bottom: number;
  readonly words: string;
}

const dir = able ? mkdtempSync(join(tmpdir(), 'shouye-document-')) : '';
const documents: Record<string, Document> = {
  full: { ...EMPTY, blocks: [fullLines(22 * 3)] },
  report: longReport(),
  short: { ...longReport(), blocks: longReport().blocks.slice(0, 4), attachments: [] },
  empty: EMPTY,
  odd: { ...EMPTY, title: [ODD], blocks: [{ b: 'para', inlines: [text(ODD), num('a', ODD)] }] },
};

beforeAll(async () => {
  if (!able) return;
  for (const [name, document] of Object.entries(documents)) {
    writeFileSync(
      join(dir, `${name}.docx`),
      await toDocx(document, { linkFor: (id) => `https://ledger.example/${id}` }),
    );
  }
  const files = Object.keys(documents).map((name) => join(dir, `${name}.docx`));
  const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', dir, ...files], {
    stdio: 'ignore',
  });
}, 120_000);

afterAll(() => {
  if (able) rmSync(dir, { recursive: true, force: true });
});

/** The lines of each page, top to bottom, in points. */
function pagesOf(name: string): Line[][] {
  const xml = execFileSync('pdftotext', ['-bbox', join(dir, `${name}.pdf`), '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const lines = new Map<string, Line>();
      for (const m of page.matchAll(
        /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g,
      )) {
        const [x, y, right, bottom] = [Number(m[1]), Number(m[2]), Number(m[3]), Number(m[4])];
        // A line of digits and one of Chinese have different heights but one baseline: group by the lower edge, 4 pt wide.
        const key = String(Math.round((y + bottom) / 8));
        const old =
          lines.get(key) ?? lines.get(String(Number(key) - 1)) ?? lines.get(String(Number(key) + 1));
        const line = {
          x: Math.min(x, old?.x ?? x),
          right: Math.max(right, old?.right ?? right),
          y: Math.min(y, old?.y ?? y),
          bottom: Math.max(bottom, old?.bottom ?? bottom),
          words: (old?.words ?? '') + m[5],
        };
        const at = old ? ([...lines].find(([, value]) => value === old)?.[0] ?? key) : key;
        lines.set(at, line);
      }
      return [...lines.values()].sort((a, b) => a.y - b.y);
    });
}

const isPageNumber = (line: Line) => /^—\d+—$/.test(line.words.replaceAll(' ', ''));
const isSmallPrint = (line: Line) => line.words.startsWith('账本');
const core = (page: Line[] | undefined) =>
  (page ?? []).filter((line) => !isPageNumber(line) && !isSmallPrint(line));

describe('as LibreOffice lays it out', () => {
  it.skipIf(!able)('a full page has 22 lines of 28 characters inside the core', () => {
    const pages = pagesOf('full');
    const page = core(pages[1]);
    expect(page).toHaveLength(22);
    for (const line of page) {
      expect([...line.words]).toHaveLength(28);
      expect(line.x / MM).toBeGreaterThanOrEqual(28 - 0.2);
      expect(line.x / MM).toBeLessThan(28 + 1);
      expect(line.right / MM).toBeLessThanOrEqual(184 + 0.2);
      expect(line.right / MM).toBeGreaterThan(184 - 1);
    }
    expect(page[0]?.y ?? 0).toBeGreaterThanOrEqual(37 * MM);
    expect(page.at(-1)?.bottom ?? 0).toBeLessThanOrEqual(262 * MM);
    const pitch = ((page.at(-1)?.y ?? 0) - (page[0]?.y ?? 0)) / 21;
    expect(pitch).toBeCloseTo(28.95, 1);
    expect([...(core(pages[0])[0]?.words ?? '')]).toHaveLength(26);
  });

  it.skipIf(!able)('page numbers stand under the core, right on odd pages and left on even ones', () => {
    pagesOf('report').forEach((page, i) => {
      const line = page.find(isPageNumber);
      expect(line?.words.replaceAll(' ', '')).toBe(`—${i + 1}—`);
      expect((line?.y ?? 0) / MM).toBeGreaterThan(262);
      // One character of 14 pt is 4.9 mm.
      if (i % 2 === 0) expect((line?.right ?? 0) / MM).toBeCloseTo(184 - 4.9, 0);
      else expect((line?.x ?? 0) / MM).toBeCloseTo(28 + 4.9, 0);
    });
  });

  it.skipIf(!able)('no page of the report has a line outside the core or more than 22 of the text', () => {
    const pages = pagesOf('report');
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages.slice(0, 9)) {
      expect(core(page).length).toBeLessThanOrEqual(22);
      for (const line of core(page)) {
        expect(line.y / MM).toBeGreaterThan(37 - 0.5);
        expect(line.bottom / MM).toBeLessThan(262 + 0.5);
        expect(line.right / MM).toBeLessThan(184 + 0.5);
      }
    }
  });

  it.skipIf(!able)('the table repeats its head on every page it fills', () => {
    const heads = pagesOf('report').filter((page) =>
      page.some((line) => line.words.startsWith('序号场所名称')),
    );
    const rows = pagesOf('report').filter((page) =>
      page.some((line) => line.words.includes('集贸市场2025年3月1日')),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(heads).toHaveLength(rows.length);
  });

  it.skipIf(!able)('the imprint ends at the foot of the core of the last page', () => {
    const page = core(pagesOf('short').at(-1));
    const [cc, issued] = page.slice(-2);
    expect(cc?.words).toBe('抄送：县人民政府办公室，县公安局，县市场监督管理局。');
    expect(issued?.words).toBe('示范县自然资源局办公室2025年12月31日印发');
    expect((issued?.bottom ?? 0) / MM).toBeGreaterThan(258);
    expect((issued?.bottom ?? 0) / MM).toBeLessThanOrEqual(262.2);
  });

  it.skipIf(!able)('no character is lost', () => {
    const shown = pagesOf('short')
      .flat()
      .map((line) => line.words)
      .join('');
    for (const inline of documents.short?.blocks.flatMap((b) => (b.b === 'table' ? [] : b.inlines)) ?? []) {
      for (const char of inline.text) expect(shown).toContain(char);
    }
    expect(shown.match(/、/g)?.length).toBe(
      (documents.short?.blocks ?? [])
        .flatMap((b) => (b.b === 'table' ? [] : b.inlines))
        .map((inline) => inline.text.match(/、/g)?.length ?? 0)
        .reduce((a, b) => a + b, 0) + 1,
    );
  });

  it.skipIf(!able)('an empty document and odd words still open', () => {
    expect(pagesOf('empty')).toHaveLength(1);
    expect(
      pagesOf('odd')
        .flat()
        .map((line) => line.words)
        .join(''),
    ).toContain('野家');
  });
});
