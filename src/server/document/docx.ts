// How does a document become a .docx that follows GB/T 9704-2012?
import { DocumentGridType, Document as DocxFile, Packer, Paragraph, type Table } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { attachmentMark, type Document, footerText } from '../../domain/report/document.ts';
import { CHAR_SPACE, ELEMENT, LINE_PITCH_TWIP, PAGE_TWIP } from '../../domain/report/gongwen.ts';
import { bodyOf, type LinkFor, textRun, writerOf } from './docx-body.ts';
import { footersOf, headOf, imprintOf, signatureOf } from './docx-frame.ts';
import { fontTableXml, STYLE, settingsXml, stylesXml } from './docx-part.ts';
import { cleanText } from './xml-text.ts';

/** From the page's lower edge to the page number's line: so the dash's upper edge lies 7 mm under the core (measured). */
const PAGE_NUMBER_FOOT = 1443;
const SMALL_PRINT_LINE = 240;

export interface DocxOptions {
  /** The address that opens the records behind a number; undefined = no link. */
  readonly linkFor?: LinkFor | undefined;
}

/**
 * The .docx of `document`: the same document and links give the same bytes. Every number is a bookmark, and a link when
 * `linkFor` gives one; it looks like the text around it.
 */
export async function toDocx(document: Document, options: DocxOptions = {}): Promise<Uint8Array> {
  const small = footerText(document) === null ? 0 : SMALL_PRINT_LINE;
  const { top, bottom, left, right, width, height } = PAGE_TWIP;
  const margin = { top, bottom, left, right, header: 851, footer: PAGE_NUMBER_FOOT - small, gutter: 0 };
  const grid = {
    type: DocumentGridType.LINES_AND_CHARS,
    linePitch: LINE_PITCH_TWIP.value,
    charSpace: CHAR_SPACE.value,
  };
  const file = new DocxFile({
    title: cleanText(document.title.join('')),
    creator: cleanText(document.issuer),
    lastModifiedBy: cleanText(document.issuer),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width, height }, margin }, grid },
        footers: footersOf(document),
        children: contentOf(document, options.linkFor),
      },
    ],
  });
  return settle(new Uint8Array(await Packer.toArrayBuffer(file)), {
    styles: stylesXml(),
    settings: settingsXml(document),
    date: document.signature.dateText ? '1980-01-01' : document.signature.date,
  });
}

function contentOf(document: Document, linkFor: LinkFor | undefined): (Paragraph | Table)[] {
  const write = writerOf(document, linkFor);
  const count = document.attachments.length;
  return [
    ...headOf(document),
    ...bodyOf(document.blocks, write, true),
    ...signatureOf(document),
    ...document.attachments.flatMap(({ title, blocks }, i) => [
      new Paragraph({
        style: STYLE.black,
        pageBreakBefore: true,
        children: [textRun(attachmentMark(i, count))],
      }),
      // The title stands on the third line of the core.
      ...Array.from(
        { length: ELEMENT.attachmentTitleLine.value - 2 },
        () => new Paragraph({ style: STYLE.normal }),
      ),
      new Paragraph({ style: STYLE.title, children: [textRun(title)] }),
      new Paragraph({ style: STYLE.normal }),
      ...bodyOf(blocks, write),
    ]),
    ...imprintOf(document),
  ];
}

/** Puts our own styles, fonts and settings in place of the library's, and removes what differs from run to run. */
export function settle(
  packed: Uint8Array,
  own: { readonly styles: string; readonly settings: string; readonly date: string },
): Uint8Array {
  const parts = unzipSync(packed);
  const read = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const write = (path: string, xml: string) => {
    parts[path] = strToU8(xml);
  };
  write('word/styles.xml', own.styles);
  write('word/fontTable.xml', fontTableXml());
  write('word/settings.xml', own.settings);
  const core = read('docProps/core.xml');
  write('docProps/core.xml', core.replace(/>\d{4}-\d\d-\d\dT[^<]*</g, `>${own.date}T00:00:00Z<`));
  const [body, links] = stableLinks(read('word/document.xml'), read('word/_rels/document.xml.rels'));
  write('word/document.xml', body);
  write('word/_rels/document.xml.rels', links);
  const entries: Zippable = {};
  const order = Object.keys(parts).sort((a, b) => Number(b.startsWith('[')) - Number(a.startsWith('[')));
  // The list of parts comes first, as readers expect; a fixed time keeps equal documents equal bytes.
  for (const path of order)
    entries[path] = [parts[path] ?? new Uint8Array(), { mtime: new Date(1980, 0, 1), level: 6 }];
  return zipSync(entries);
}

/** The library names links at random and counts bookmarks across documents; name both by their order. */
function stableLinks(body: string, rels: string): [body: string, rels: string] {
  const names = new Map<string, string>();
  const renamed = body.replace(/<w:hyperlink ([^>]*)r:id="([^"]+)"/g, (_, before: string, id: string) => {
    const name = names.get(id) ?? `rIdNum${names.size + 1}`;
    names.set(id, name);
    return `<w:hyperlink ${before}r:id="${name}"`;
  });
  const ids = new Map<string, number>();
  const bookmark = /<w:bookmark(Start|End)([^>]*)w:id="(\d+)"/g;
  const numbered = renamed.replace(bookmark, (_, end: string, before: string, id: string) => {
    const at = ids.get(id) ?? ids.size + 1;
    ids.set(id, at);
    return `<w:bookmark${end}${before}w:id="${at}"`;
  });
  return [
    numbered,
    rels.replace(/ Id="([^"]+)"/g, (all, id: string) => (names.has(id) ? ` Id="${names.get(id)}"` : all)),
  ];
}
