// How does a document read as Markdown?
import { formatDay } from '../../domain/kernel/day.ts';
import {
  attachmentList,
  attachmentMark,
  type Block,
  ccText,
  copyNumber,
  type Document,
  footerText,
  type Inline,
  inlineText,
  numberHeadings,
  signatureDate,
  type Table,
} from '../../domain/report/document.ts';
import { squareRows } from './table-shape.ts';
import { cleanText } from './xml-text.ts';

/** CommonMark with pipe tables; the title is the only first-level heading, numbers are plain words. */
export function toMarkdown(document: Document): string {
  const { redHead, signature, imprint } = document;
  const small = footerText(document);
  const signer = redHead?.upward && redHead.signer ? `签发人：${redHead.signer}` : undefined;
  const head = redHead
    ? [copyNumber(redHead), redHead.secrecy, redHead.urgency, redHead.agency, redHead.docNo, signer]
    : [];
  const title = document.title.filter((line) => line.trim() !== '').join('');
  const parts = [
    ...head.map((line) => escapeText(line ?? '')),
    title === '' ? '' : `# ${escapeText(title)}`,
    document.addressee ? `${escapeText(document.addressee)}：` : '',
    ...blocksMarkdown(document.blocks, 1),
    ...attachmentList(document.attachments).map(escapeText),
    escapeText(signature.agency),
    escapeText(signatureDate(document)),
    document.notes ? `（${escapeText(document.notes)}）` : '',
    ...document.attachments.flatMap(({ title: name, blocks }, i) => [
      `## ${attachmentMark(i, document.attachments.length)} ${escapeText(name)}`,
      ...blocksMarkdown(blocks, 2),
    ]),
    imprint ? '---' : '',
    imprint?.cc?.length ? escapeText(ccText(imprint.cc)) : '',
    imprint ? `${escapeText(imprint.issuer)}　${formatDay(imprint.date, 'zh')}印发` : '',
    small === null ? '' : escapeText(small),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blocksMarkdown(blocks: readonly Block[], depth: number): string[] {
  return numberHeadings(blocks).map((block) => {
    if (block.b === 'table') return tableMarkdown(block);
    if (inlineText(block.inlines) === '') return '';
    const words = block.inlines.map(inlineMarkdown).join('');
    if (block.b === 'para') return guardStart(words);
    return `${'#'.repeat(Math.min(6, block.level + depth))} ${escapeText(block.number ?? '')}${words.replaceAll('\\\n', ' ')}`;
  });
}

function inlineMarkdown(inline: Inline): string {
  const words = escapeText(inline.text);
  return inline.t === 'text' && inline.bold && words.trim() !== '' ? `**${words}**` : words;
}

function tableMarkdown(table: Table): string {
  const { head, rows, columns } = squareRows(table);
  const caption = table.caption === '' ? [] : [escapeText(table.caption), ''];
  const row = (cells: string[]) =>
    `| ${cells.map((cell) => escapeText(cell).replaceAll('\\\n', '<br>').replaceAll('|', '\\|')).join(' | ')} |`;
  const lines =
    columns === 0 ? [] : [row(head), row(head.map(() => '---')).replaceAll('\\', ''), ...rows.map(row)];
  return [...caption, ...lines].join('\n').trimEnd();
}

/** Signs that would start markup; line ends become hard breaks. */
function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[\\`*_[\]<>&#~]/g, '\\$&')
    .replaceAll('\n', '\\\n');
}

/** A paragraph that begins like a list item or a rule stays a paragraph. */
function guardStart(words: string): string {
  return words
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/^\s+/, '');
}
