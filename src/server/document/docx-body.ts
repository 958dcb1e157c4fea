// How do headings, paragraphs, numbers and tables stand in the .docx?
import {
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  type Block,
  type Document,
  type Inline,
  numberHeadings,
  numbersOf,
  type Table as TableBlock,
} from '../../domain/report/document.ts';
import { PAGE_TWIP } from '../../domain/report/gongwen.ts';
import { STYLE } from './docx-part.ts';
import { CELL_SIDE, columnWidths, squareRows } from './table-shape.ts';
import { anchorNames, cleanText } from './xml-text.ts';

export type LinkFor = (numId: string) => string | undefined;

/** Turns inlines into the children of a paragraph; knows the bookmark of each number. */
export type Writer = (inlines: readonly Inline[]) => ParagraphChild[];

/** The writer of one document. Numbers are bookmarked in reading order, so call it in that order. */
export function writerOf(document: Document, linkFor?: LinkFor): Writer {
  const names = anchorNames(numbersOf(document).map((num) => num.id));
  let next = 0;
  return (inlines) =>
    inlines.flatMap((inline): ParagraphChild[] => {
      if (inline.t === 'text') return [textRun(inline.text, inline.bold === true)];
      const name = names[next] ?? `n_${next}`;
      next += 1;
      const run = textRun(inline.text);
      const link = linkFor?.(inline.id);
      const shown =
        link === undefined ? run : new ExternalHyperlink({ children: [run], link: cleanText(link) });
      return [new Bookmark({ id: name, children: [shown] })];
    });
}

/** A run; line ends inside the text become line breaks. */
export function textRun(text: string, bold = false): TextRun {
  const lines = cleanText(text).split('\n');
  const weight = bold ? { bold: true } : {};
  if (lines.length === 1) return new TextRun({ text: lines[0] ?? '', ...weight });
  return new TextRun({
    ...weight,
    children: lines.map((line, i) => new TextRun({ text: line, ...(i > 0 ? { break: 1 } : {}), ...weight })),
  });
}

/**
 * The paragraphs and tables of `blocks`; a paragraph without words is left out. With `keepLast` the last paragraph stays on
 * the page of what follows: a signature may not stand on a page without text.
 */
export function bodyOf(blocks: readonly Block[], write: Writer, keepLast = false): (Paragraph | Table)[] {
  return numberHeadings(blocks).flatMap((block, i): (Paragraph | Table)[] => {
    if (block.b === 'table') return tableOf(block);
    const children = write(block.inlines);
    if (block.inlines.every((inline) => inline.text === '')) return [];
    const keep = keepLast && i === blocks.length - 1 ? { keepNext: true } : {};
    if (block.b === 'para') return [new Paragraph({ style: STYLE.body, ...keep, children })];
    const style = STYLE.heading[block.level - 1] ?? STYLE.body;
    return [new Paragraph({ style, children: [textRun(block.number ?? ''), ...children] })];
  });
}

function tableOf(block: TableBlock): (Paragraph | Table)[] {
  const { head, rows, columns } = squareRows(block);
  const caption =
    block.caption === '' ? [] : [new Paragraph({ style: STYLE.caption, children: [textRun(block.caption)] })];
  if (columns === 0) return caption;
  const widths = columnWidths(block, PAGE_TWIP.coreWidth);
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: PAGE_TWIP.coreWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 0, bottom: 0, left: CELL_SIDE, right: CELL_SIDE },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      ...(head.every((cell) => cell === '') ? [] : [rowOf(head, widths, true)]),
      ...rows.map((row) => rowOf(row, widths, false)),
    ],
  });
  return [...caption, table];
}

/** A row is never split over two pages; the head is repeated on each. */
function rowOf(cells: readonly string[], widths: readonly number[], isHead: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: isHead,
    children: cells.map(
      (cell, i) =>
        new TableCell({
          width: { size: widths[i] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({ style: isHead ? STYLE.headCell : STYLE.cell, children: [textRun(cell)] }),
          ],
        }),
    ),
  });
}
