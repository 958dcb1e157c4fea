// What is an official document before it is a file: title, headings, sentences with their numbers, signature?
import { type Day, formatDay } from '../kernel/day.ts';

/** A piece of a sentence. A `num` is a figure's value as it stands in the text, unit included ('4只'). */
export type Inline =
  | { readonly t: 'text'; readonly text: string; readonly bold?: boolean }
  | {
      readonly t: 'num';
      /** Unique within the document; names the bookmark and the link. */
      readonly id: string;
      readonly text: string;
      /** The figure it states (src/domain/figure). */
      readonly figure: string;
      /** It does not add up, or its records changed; screens show it, the printed page does not. */
      readonly warn?: boolean;
    };

export type HeadingLevel = 1 | 2 | 3 | 4;

export interface Heading {
  readonly b: 'heading';
  readonly level: HeadingLevel;
  readonly inlines: readonly Inline[];
  /** '一、' '（一）' '1.' '（1）' — set by `numberHeadings`, never stored by hand. */
  readonly number?: string;
}
export interface Para {
  readonly b: 'para';
  readonly inlines: readonly Inline[];
  /** For the superiors, not for publication: alarms and who owes what. */
  readonly internal?: true;
}
export interface Table {
  readonly b: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  /** Rows may be shorter or longer than the head; the writers fill up with empty cells. */
  readonly rows: readonly (readonly string[])[];
  /** Relative column widths; by content when absent. */
  readonly widths?: readonly number[];
}
export type Block = Heading | Para | Table;

export interface RedHead {
  /** 发文机关标志, e.g. 示范县自然资源局文件. */
  readonly agency: string;
  /** 发文字号, e.g. 示自然资发〔2025〕12号. */
  readonly docNo?: string;
  /** 签发人; printed for an upward document (上行文) only. */
  readonly signer?: string;
  readonly upward?: boolean;
  /** 份号: digits, printed with six places. */
  readonly copyNo?: string;
  /** 密级和保密期限, e.g. 秘密★1年. */
  readonly secrecy?: string;
  /** 紧急程度, e.g. 特急. */
  readonly urgency?: string;
}

export interface Attachment {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** JSON-serialisable; stored with the report and edited in the browser. */
export interface Document {
  /** One entry a line: the officer breaks a long title where the sense allows. */
  readonly title: readonly string[];
  /** The agency that issues it; author of the file. */
  readonly issuer: string;
  readonly redHead?: RedHead;
  /** 主送机关, without the colon. */
  readonly addressee?: string;
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
  readonly signature: {
    readonly agency: string;
    readonly date: Day;
    readonly sealed: boolean;
    /** Stands in place of the date, e.g. xxxx年x月x日 in a redacted edition. */
    readonly dateText?: string;
  };
  /** 附注, without the brackets. */
  readonly notes?: string;
  /** 版记. */
  readonly imprint?: { readonly cc?: readonly string[]; readonly issuer: string; readonly date: Day };
  /** Small print at the foot of each page: where the numbers can be checked. */
  readonly footer?: { readonly journalHead?: string; readonly ledger?: string };
}

const DIGITS = '〇一二三四五六七八九';

/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百〇五; integers 0–9999. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) throw new RangeError(`no Chinese numeral for ${n}`);
  if (n < 10) return DIGITS.charAt(n);
  const units = ['', '十', '百', '千'];
  const digits = [...String(n)].map(Number);
  let text = '';
  digits.forEach((digit, i) => {
    const unit = units[digits.length - 1 - i] ?? '';
    if (digit > 0) text += DIGITS.charAt(digit) + unit;
    else if (!text.endsWith('〇')) text += '〇';
  });
  text = text.replace(/〇$/, '');
  // 十一, not 一十一; but 一百一十一.
  return n < 20 ? text.slice(1) : text;
}

/** The number of the `n`th heading of a level (GB/T 9704-2012, 7.3.3). */
export function headingNumber(level: HeadingLevel, n: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(n)}、`;
    case 2:
      return `（${chineseNumeral(n)}）`;
    case 3:
      return `${n}.`;
    case 4:
      return `（${n}）`;
  }
}

/** The same blocks with every heading numbered; a heading starts the levels below it anew. Old numbers are ignored. */
export function numberHeadings(blocks: readonly Block[]): Block[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.b !== 'heading') return block;
    counts.fill(0, block.level);
    const n = (counts[block.level - 1] ?? 0) + 1;
    counts[block.level - 1] = n;
    return { ...block, number: headingNumber(block.level, n) };
  });
}

/** The words of a run of inlines, numbers included. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}

/** Every number of the document in reading order, attachments last. */
export function numbersOf(document: Document): Extract<Inline, { t: 'num' }>[] {
  return [document.blocks, ...document.attachments.map((a) => a.blocks)]
    .flat()
    .flatMap((block) => (block.b === 'table' ? [] : block.inlines))
    .filter((inline) => inline.t === 'num');
}

/** '附件：1.…' as it stands under the text: one line an attachment; a single one carries no number. */
export function attachmentList(attachments: readonly Attachment[]): string[] {
  if (attachments.length === 1) return [`附件：${attachments[0]?.title ?? ''}`];
  return attachments.map((a, i) => `${i === 0 ? '附件：' : ''}${i + 1}.${a.title}`);
}

/** The head on the attachment's own first page: 附件 alone, 附件1, 附件2 …. */
export function attachmentMark(index: number, count: number): string {
  return count === 1 ? '附件' : `附件${index + 1}`;
}

/** The small print of `footer`, or null when there is none. */
export function footerText(document: Document): string | null {
  const { ledger, journalHead } = document.footer ?? {};
  const parts = [...(ledger ? [`账本：${ledger}`] : []), ...(journalHead ? [`校验头：${journalHead}`] : [])];
  return parts.length === 0 ? null : parts.join('　');
}

/** The document as lines of plain text, in the order of the page; table cells parted by tabs. */
export function plainText(document: Document): string {
  const { redHead, signature, imprint } = document;
  const lines: string[] = [];
  if (redHead) {
    lines.push(
      ...[copyNumber(redHead), redHead.secrecy, redHead.urgency, redHead.agency].filter(isText),
      ...[redHead.docNo, redHead.upward && redHead.signer ? `签发人：${redHead.signer}` : undefined].filter(
        isText,
      ),
    );
  }
  lines.push(...document.title);
  if (document.addressee) lines.push(`${document.addressee}：`);
  lines.push(...blockLines(document.blocks), ...attachmentList(document.attachments));
  lines.push(signature.agency, signatureDate(document));
  if (document.notes) lines.push(`（${document.notes}）`);
  document.attachments.forEach((attachment, i) => {
    lines.push(attachmentMark(i, document.attachments.length), attachment.title);
    lines.push(...blockLines(attachment.blocks));
  });
  if (imprint?.cc?.length) lines.push(ccText(imprint.cc));
  if (imprint) lines.push(`${imprint.issuer}　${formatDay(imprint.date, 'zh')}印发`);
  const small = footerText(document);
  if (small !== null) lines.push(small);
  return lines.join('\n');
}

/** 成文日期 as it is printed. */
export function signatureDate({ signature }: Document): string {
  return signature.dateText ?? formatDay(signature.date, 'zh');
}

/** '抄送：甲，乙。' */
export function ccText(cc: readonly string[]): string {
  return `抄送：${cc.join('，')}。`;
}

/** 份号 with six places (GB/T 9704-2012, 7.2.1). */
export function copyNumber(redHead: RedHead): string | undefined {
  return redHead.copyNo === undefined ? undefined : redHead.copyNo.padStart(6, '0');
}

function blockLines(blocks: readonly Block[]): string[] {
  return numberHeadings(blocks).flatMap((block) => {
    if (block.b === 'table') {
      return [block.caption, ...[block.head, ...block.rows].map((row) => row.join('\t'))].filter(isText);
    }
    const number = block.b === 'heading' ? (block.number ?? '') : '';
    return [number + inlineText(block.inlines)];
  });
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
