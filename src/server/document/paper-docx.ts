// How does a law-enforcement paper become a .docx: A4, the faces of GB/T 9704, forms, blanks, places to sign?
import {
  AlignmentType,
  BorderStyle,
  Document as DocxFile,
  Footer,
  Header,
  HeightRule,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { PAGE_TWIP } from '../../domain/report/gongwen.ts';
import {
  type Cell,
  gapText,
  type Paper,
  type PaperBlock,
  type PaperSize,
  paperText,
  type Run,
  type Stamp,
} from '../../domain/report/paper.ts';
import { settle } from './docx.ts';
import { PAPER_STYLE, paperSettingsXml, paperStylesXml } from './docx-part.ts';
import { cleanText, widthInChars } from './xml-text.ts';

/** Papers are bound at the left like any official document, but carry more on a page. */
const MARGIN = { top: 1701, bottom: 1531, left: 1588, right: 1474, header: 794, footer: 680, gutter: 0 };
const CORE = PAGE_TWIP.width - MARGIN.left - MARGIN.right;
/** No-break spaces: LibreOffice lets ideographic ones vanish at the end of a line, and a line to write on with them. */
const BLANK = '\u00a0'.repeat(4);
/** Room a hand needs for a fact that is still missing. */
const GAP_CHARS = 8;
const LINE_TWIP = { letter: 560, record: 500, cell: 400 } as const;
const CELL_SIDE = 80;

type Style = string;

/** The bytes of `paper`; the same paper and stamp give the same bytes. */
export async function toPaperDocx(paper: Paper, stamp: Stamp): Promise<Uint8Array> {
  const file = new DocxFile({
    title: cleanText(paper.title),
    creator: cleanText(paper.agency),
    lastModifiedBy: cleanText(paper.agency),
    sections: [
      {
        properties: { page: { size: { width: PAGE_TWIP.width, height: PAGE_TWIP.height }, margin: MARGIN } },
        headers: { default: headerOf(stamp) },
        footers: { default: footerOf(paper, stamp) },
        children: [
          ...titleOf(paper),
          ...paper.blocks.flatMap((block, i) =>
            blockOf(block, paper.size, stamp.draft, ['seal', 'sign'].includes(paper.blocks[i + 1]?.b ?? '')),
          ),
        ],
      },
    ],
  });
  return settle(new Uint8Array(await Packer.toArrayBuffer(file)), {
    styles: paperStylesXml(),
    settings: paperSettingsXml(paperText(paper)),
    date: paper.day,
  });
}

function titleOf(paper: Paper): Paragraph[] {
  const no = paper.no;
  return [
    new Paragraph({ style: PAPER_STYLE.agency, children: [text(paper.agency)] }),
    new Paragraph({ style: PAPER_STYLE.title, children: [text(paper.title)] }),
    ...(no === null
      ? [new Paragraph({ style: PAPER_STYLE.thin })]
      : [new Paragraph({ style: PAPER_STYLE.number, children: runsOf(no, true, false) })]),
  ];
}

function text(words: string, more: { bold?: boolean; underline?: boolean } = {}): TextRun {
  const lines = cleanText(words).split('\n');
  const look = { ...(more.bold ? { bold: true } : {}), ...(more.underline ? { underline: {} } : {}) };
  if (lines.length === 1) return new TextRun({ text: lines[0] ?? '', ...look });
  return new TextRun({
    ...look,
    children: lines.map((each, i) => new TextRun({ text: each, ...(i > 0 ? { break: 1 } : {}), ...look })),
  });
}

/** Inside a form what is filled in needs no line of its own; on an issued paper a gap is a blank for the pen. */
function runsOf(runs: readonly Run[], inForm: boolean, draft: boolean): ParagraphChild[] {
  return runs.map((run) => {
    if (run.t === 'line')
      return run.chars === 0 ? text('') : text(BLANK.repeat(run.chars), { underline: true });
    if (run.t === 'text')
      return text(run.text, { bold: run.bold === true, underline: run.fill === true && !inForm });
    if (!draft) return text(inForm ? '' : BLANK.repeat(GAP_CHARS), { underline: !inForm });
    return new TextRun({
      text: cleanText(gapText(run)),
      underline: {},
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'FFF1D6' },
    });
  });
}

/** With `keep` it stays on the page of what follows: neither a seal nor signatures may stand on a page without text. */
function blockOf(block: PaperBlock, size: PaperSize, draft: boolean, keep: boolean): (Paragraph | Table)[] {
  const body: Style = size === 'letter' ? PAPER_STYLE.letter : PAPER_STYLE.record;
  switch (block.b) {
    case 'para':
      return [paragraph(block, body, draft, keep)];
    case 'head':
      return [
        new Paragraph({
          style: size === 'letter' ? PAPER_STYLE.letterHead : PAPER_STYLE.recordHead,
          children: [text(block.text)],
        }),
      ];
    case 'title':
      return [
        new Paragraph({
          style: PAPER_STYLE.title,
          pageBreakBefore: block.page === true,
          children: [text(block.text)],
        }),
        new Paragraph({
          style: block.no?.length ? PAPER_STYLE.number : PAPER_STYLE.thin,
          children: runsOf(block.no ?? [], true, draft),
        }),
      ];
    case 'grid':
      return [gridOf(block, draft), new Paragraph({ style: PAPER_STYLE.thin })];
    case 'sign':
      return block.places.map((place, j) => signOf(place, j < block.places.length - 1));
    case 'seal':
      return sealOf(block, body, draft);
    case 'tear':
      return tearOf(block.text);
    case 'note':
      return [new Paragraph({ style: PAPER_STYLE.note, children: [text(block.text)] })];
  }
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function paragraph(
  block: Extract<PaperBlock, { b: 'para' }>,
  style: Style,
  draft: boolean,
  keep: boolean,
): Paragraph {
  const align = block.align === undefined ? {} : { alignment: ALIGN[block.align] };
  const flush = block.flush ? { indent: { firstLine: 0, firstLineChars: 0 } } : {};
  return new Paragraph({
    style,
    keepNext: keep,
    ...align,
    ...flush,
    children: runsOf(block.runs, false, draft),
  });
}

const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

function gridOf(block: Extract<PaperBlock, { b: 'grid' }>, draft: boolean): Table {
  const sum = block.widths.reduce((a, b) => a + b, 0);
  const widths = block.widths.map((width) => Math.floor((width / sum) * CORE));
  widths[widths.length - 1] = CORE - widths.slice(0, -1).reduce((a, b) => a + b, 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: CORE, type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 40, bottom: 40, left: CELL_SIDE, right: CELL_SIDE },
    borders: {
      top: RULE,
      bottom: RULE,
      left: RULE,
      right: RULE,
      insideHorizontal: RULE,
      insideVertical: RULE,
    },
    rows: block.rows.map((cells, i) => rowOf(cells, widths, i < (block.repeat ?? 0), draft)),
  });
}

/** A long row may run over the page; the head is repeated on each. */
function rowOf(cells: readonly Cell[], widths: readonly number[], isHead: boolean, draft: boolean): TableRow {
  const room = Math.max(1, ...cells.map((cell) => cell.room ?? 1));
  let at = 0;
  const children = cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = widths.slice(at, at + span).reduce((a, b) => a + b, 0);
    at += span;
    return cellOf(cell, width, span, isHead, draft);
  });
  return new TableRow({
    tableHeader: isHead,
    cantSplit: room < 6,
    height: { value: room * LINE_TWIP.cell + 80, rule: HeightRule.ATLEAST },
    children,
  });
}

function cellOf(cell: Cell, width: number, span: number, isHead: boolean, draft: boolean): TableCell {
  const style = cell.head || isHead ? PAPER_STYLE.label : PAPER_STYLE.cell;
  const centred = cell.align === 'center' ? { alignment: AlignmentType.CENTER } : {};
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    children: cell.lines.map(
      (runs) => new Paragraph({ style, ...centred, children: runsOf(runs, true, draft) }),
    ),
  });
}

/** '当事人（签名）：________　　年　月　日', the line drawn to the same place on every line; they stay together. */
function signOf(place: { readonly label: string; readonly dated?: boolean }, keepNext: boolean): Paragraph {
  const date = place.dated ? '　　　年　　月　　日' : '';
  const left = Math.max(6, 18 - Math.ceil(widthInChars(place.label)));
  return new Paragraph({
    style: PAPER_STYLE.record,
    keepNext,
    keepLines: true,
    indent: { firstLine: 0, firstLineChars: 0 },
    children: [text(`${place.label}：`), text(BLANK.repeat(left), { underline: true }), text(date)],
  });
}

function sealOf(block: Extract<PaperBlock, { b: 'seal' }>, style: Style, draft: boolean): Paragraph[] {
  const right = (children: ParagraphChild[], keepNext: boolean) =>
    new Paragraph({
      style,
      alignment: AlignmentType.RIGHT,
      keepNext,
      keepLines: true,
      indent: { firstLine: 0, firstLineChars: 0, right: 640 },
      children,
    });
  const blank = (): Paragraph => new Paragraph({ style, keepNext: true });
  return [
    blank(),
    right([text('（印章）')], true),
    right([text(block.agency)], true),
    right(runsOf(block.day, true, draft), false),
  ];
}

function tearOf(words: string): Paragraph[] {
  return [
    new Paragraph({
      style: PAPER_STYLE.note,
      alignment: AlignmentType.CENTER,
      border: { top: { style: BorderStyle.DASHED, size: 6, color: '000000', space: 6 } },
      spacing: { before: 360 },
      children: [text(words)],
    }),
  ];
}

function headerOf(stamp: Stamp): Header {
  return new Header({
    children: [
      new Paragraph({
        style: PAPER_STYLE.foot,
        alignment: AlignmentType.RIGHT,
        children: stamp.draft ? [text('草稿　未签发')] : [],
      }),
    ],
  });
}

/** Who signs each page, 第 页 共 页, and what ties the print to the ledger. */
function footerOf(paper: Paper, stamp: Stamp): Footer {
  const count = new Paragraph({
    style: PAPER_STYLE.foot,
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'] }),
    ],
  });
  const each = paper.eachPage === null ? [] : [eachPage(paper.eachPage)];
  const mark = stamp.draft
    ? []
    : [
        new Paragraph({
          style: PAPER_STYLE.small,
          children: [text(stampText(stamp))],
        }),
      ];
  return new Footer({ children: [...each, count, ...mark] });
}

function eachPage(words: string): Paragraph {
  return new Paragraph({
    style: PAPER_STYLE.foot,
    tabStops: [{ type: TabStopType.RIGHT, position: CORE }],
    children: [
      ...words
        .split(/(　{3,})/)
        .map((part) =>
          part.startsWith('　　　') ? text(BLANK.repeat(part.length), { underline: true }) : text(part),
        ),
      new TextRun({ children: [new Tab(), '　　年　　月　　日'] }),
    ],
  });
}

/** '账本 990101　第1版　文书指纹 …' */
export function stampText(stamp: Extract<Stamp, { draft: false }>): string {
  return `账本 ${stamp.ledger}　第${stamp.version}版　文书指纹 SHA-256 ${stamp.sha256}`;
}
