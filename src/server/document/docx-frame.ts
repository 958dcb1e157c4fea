// What stands around the text: red head, title, addressee, attachments list, signature, imprint, page numbers?
import {
  AlignmentType,
  BorderStyle,
  Footer,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { formatDay } from '../../domain/kernel/day.ts';
import {
  attachmentList,
  ccText,
  copyNumber,
  type Document,
  footerText,
  type RedHead,
  signatureDate,
} from '../../domain/report/document.ts';
import {
  CHAR_TWIP,
  CHARS_PER_LINE,
  ELEMENT,
  FACE,
  LINE_PITCH_TWIP,
  PAGE_TWIP,
  SIZE_PT,
} from '../../domain/report/gongwen.ts';
import { textRun } from './docx-body.ts';
import { IMPRINT_LINE_TWIP, STYLE } from './docx-part.ts';
import { cleanText, widthInChars } from './xml-text.ts';

const MM = 1440 / 25.4;
/** Lines over the agency mark; 3 × 10.2 mm leave 4.4 mm of the 35. */
const HEAD_LINES = 3;

const chars = (n: number): number => Math.round(n * CHAR_TWIP);

function blank(n: number, keepNext = false): Paragraph[] {
  const keep = keepNext ? { keepNext } : {};
  return Array.from({ length: n }, () => new Paragraph({ style: STYLE.normal, ...keep }));
}

/** Red head (when there is one), title, addressee. */
export function headOf(document: Document): Paragraph[] {
  const { redHead, addressee } = document;
  const title = document.title.filter((line) => line.trim() !== '');
  return [
    ...(redHead ? [...redHeadOf(redHead), ...blank(ELEMENT.titleBlankLines.value)] : []),
    ...title.map((line) => new Paragraph({ style: STYLE.title, children: [textRun(line)] })),
    ...(title.length > 0 ? blank(ELEMENT.addresseeBlankLines.value) : []),
    ...(addressee ? [new Paragraph({ style: STYLE.normal, children: [textRun(`${addressee}：`)] })] : []),
  ];
}

function redHeadOf(redHead: RedHead): Paragraph[] {
  const top = [
    new Paragraph({ style: STYLE.normal, children: [textRun(copyNumber(redHead) ?? '')] }),
    ...[redHead.secrecy ?? '', redHead.urgency ?? ''].map(
      (line) => new Paragraph({ style: STYLE.black, children: [textRun(line)] }),
    ),
  ].filter((_, i) => [redHead.copyNo, redHead.secrecy, redHead.urgency][i]);
  return [
    ...top,
    ...blank(HEAD_LINES - top.length),
    ...agencyMark(redHead.agency),
    ...blank(ELEMENT.docNoBlankLines.value),
    docNoLine(redHead),
    redLine(),
  ];
}

/** Size of the agency mark: as large as the core's width allows, at most 22 mm; from 14 characters on narrower type. */
export function agencyMarkSize(agency: string): { pt: number; scale: number } {
  const width = Math.max(1, ...agency.split('\n').map(widthInChars));
  const scale = Math.round(Math.min(1, Math.max(0.6, 14 / width)) * 100);
  const fit = ((PAGE_TWIP.coreWidth / 20) * 0.97) / ((width * scale) / 100);
  const max = (ELEMENT.agencyMarkMaxMm.value / 25.4) * 72;
  return { pt: Math.max(SIZE_PT.三号, Math.floor(Math.min(fit, max) * 2) / 2), scale };
}

function agencyMark(agency: string): Paragraph[] {
  const { pt, scale } = agencyMarkSize(agency);
  const line = Math.round(pt * 20 * 1.1);
  // The line box is a tenth higher than the type, which therefore begins 0.06 of its size below the box's edge.
  const before = ELEMENT.agencyMarkTopMm.value * MM - HEAD_LINES * LINE_PITCH_TWIP.value - pt * 20 * 0.06;
  return agency.split('\n').map(
    (words, i) =>
      new Paragraph({
        style: STYLE.mark,
        spacing: { before: i === 0 ? Math.round(before) : 0, line, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text: cleanText(words), size: pt * 2, scale })],
      }),
  );
}

/** Centred; for an upward document at the left with the signer at the right, one character in on both sides. */
function docNoLine(redHead: RedHead): Paragraph {
  const docNo = textRun(redHead.docNo ?? '');
  if (!redHead.upward) {
    return new Paragraph({ style: STYLE.normal, alignment: AlignmentType.CENTER, children: [docNo] });
  }
  const signer = redHead.signer
    ? [
        new TextRun({ children: [new Tab(), '签发人：'] }),
        new TextRun({ text: cleanText(redHead.signer), font: { eastAsia: FACE.heading2.name } }),
      ]
    : [];
  return new Paragraph({
    style: STYLE.normal,
    alignment: AlignmentType.LEFT,
    indent: { left: chars(1) },
    tabStops: [{ type: TabStopType.RIGHT, position: PAGE_TWIP.coreWidth - chars(1) }],
    children: [docNo, ...signer],
  });
}

/** 4 mm under the characters, of which the line box of the number above already holds 1.4 mm. */
function redLine(): Paragraph {
  const height = Math.round((ELEMENT.redLineGapMm.value - 1.4) * MM);
  return new Paragraph({
    style: STYLE.normal,
    spacing: { line: height, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: 'FF0000', space: 0 } },
    run: { size: 2 },
  });
}

/** Attachments list, signature, date and note. */
export function signatureOf(document: Document): Paragraph[] {
  const { signature, notes } = document;
  const date = signatureDate(document);
  const [agencyRight, dateRight] = signatureIndents(
    widthInChars(signature.agency),
    widthInChars(date),
    signature.sealed,
  );
  const gap = signature.sealed ? ELEMENT.sealedBlankLines.value : ELEMENT.unsealedBlankLines.value;
  const line = (text: string, right: number, keepNext: boolean) =>
    new Paragraph({
      style: STYLE.normal,
      alignment: AlignmentType.RIGHT,
      keepLines: true,
      keepNext,
      indent: { right: chars(right) },
      children: [textRun(text)],
    });
  return [
    ...attachmentsOf(document),
    ...blank(gap, true),
    line(signature.agency, agencyRight, true),
    line(date, dateRight, false),
    ...(notes ? [new Paragraph({ style: STYLE.body, children: [textRun(`（${notes}）`)] })] : []),
  ];
}

function attachmentsOf(document: Document): Paragraph[] {
  const names = attachmentList(document.attachments);
  if (names.length === 0) return [];
  // '附件：' is three characters, '1.' one more: later names begin under the first.
  const mark = names.length === 1 ? 3 : 4;
  return [
    ...blank(ELEMENT.attachmentBlankLines.value, true),
    ...names.map((name, i) => {
      const hang = i === 0 ? mark : 1;
      return new Paragraph({
        style: STYLE.normal,
        keepNext: true,
        indent: { left: chars(2 + mark), hanging: chars(hang) },
        children: [textRun(name)],
      });
    }),
  ];
}

/**
 * Characters to leave free at the right of [agency, date].
 * Sealed: the date four in, the agency centred over it. Unsealed: the agency two in, the date begins two further right
 * than the agency; when the date is the longer one, it is the date that stands two in.
 */
export function signatureIndents(agency: number, date: number, sealed: boolean): [number, number] {
  const most = CHARS_PER_LINE.value;
  if (sealed) {
    const dateRight = Math.max(ELEMENT.sealedDateRightChars.value, (agency - date) / 2);
    return [Math.max(0, dateRight + (date - agency) / 2), Math.min(dateRight, most - date)];
  }
  const two = ELEMENT.unsealedRightChars.value;
  if (date > agency) return [two + two + date - agency, two];
  return agency + two > most ? [0, two] : [two, Math.max(0, agency - date)];
}

/**
 * 版记 at the foot of the last page: paragraphs in one frame; the text keeps clear of it and takes it to the next page when
 * there is no room. Whether that page is an even one only the printed pages tell.
 */
export function imprintOf(document: Document): Paragraph[] {
  const { imprint } = document;
  if (!imprint) return [];
  const side = chars(ELEMENT.imprintMarginChars.value);
  // Later lines of 抄送 begin under the first agency: three characters of 14 pt.
  const hang = 3 * SIZE_PT.四号 * 20;
  const cc = imprint.cc?.length ? ccText(imprint.cc) : '';
  const ccLines = cc === '' ? 0 : linesOf(widthInChars(cc) - 3, PAGE_TWIP.coreWidth - 2 * side - hang);
  const rules = cc === '' ? 2 : 3;
  const height = (ccLines + 1) * IMPRINT_LINE_TWIP + rules * 20;
  const outer = framedRule(height, ELEMENT.imprintOuterLineMm.value);
  const copies = framed(height, {
    indent: { left: side + hang, right: side, hanging: hang },
    children: [textRun(cc)],
  });
  const issued = framed(height, {
    indent: { left: side },
    tabStops: [{ type: TabStopType.RIGHT, position: PAGE_TWIP.coreWidth - side }],
    children: [
      textRun(imprint.issuer),
      new TextRun({ children: [new Tab(), `${formatDay(imprint.date, 'zh')}印发`] }),
    ],
  });
  // The frame hangs on the paragraph after it, which must not take room of its own.
  const anchor = new Paragraph({
    style: STYLE.normal,
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    run: { size: 2 },
  });
  const inner = framedRule(height, ELEMENT.imprintInnerLineMm.value);
  return [outer, ...(cc === '' ? [] : [copies, inner]), issued, outer, anchor];
}

function linesOf(widthChars: number, room: number): number {
  return Math.ceil(widthChars / Math.floor(room / (SIZE_PT.四号 * 20)));
}

/** In the frame at the foot of the core. Placed by distances from the page: LibreOffice 7.4 lets neither a table nor a
 *  frame "at the bottom of the margins" leave the text. */
function framed(height: number, options: IParagraphOptions): Paragraph {
  return new Paragraph({
    style: STYLE.imprint,
    ...options,
    frame: {
      type: 'absolute',
      position: { x: PAGE_TWIP.left, y: PAGE_TWIP.height - PAGE_TWIP.bottom - height },
      width: PAGE_TWIP.coreWidth,
      height,
      rule: HeightRule.EXACT,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      space: { horizontal: 0, vertical: LINE_PITCH_TWIP.value },
      wrap: FrameWrap.AROUND,
    },
  });
}

/** A line as wide as the core: a paragraph as high as the line is thick, shaded black. A border would follow the indents of
 *  the words, and LibreOffice 7.4 gives up the whole frame at a bordered paragraph. */
function framedRule(height: number, mm: number): Paragraph {
  return framed(height, {
    spacing: { line: Math.round(mm * MM), lineRule: LineRuleType.EXACT },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' },
    children: [new TextRun({ text: '\u00a0', size: 2 })],
  });
}

/** '— 1 —' in 14 pt Song, outer side one character in; under it the small print, when there is any. */
export function footersOf(document: Document): { default: Footer; even: Footer } {
  const side = ELEMENT.pageNumberSideChars.value * SIZE_PT.四号 * 20;
  const small = footerText(document);
  const footer = (odd: boolean) =>
    new Footer({
      children: [
        new Paragraph({
          style: STYLE.pageNumber,
          alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: odd ? { right: side } : { left: side },
          children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
        }),
        ...(small === null ? [] : [new Paragraph({ style: STYLE.smallPrint, children: [textRun(small)] })]),
      ],
    });
  return { default: footer(true), even: footer(false) };
}
