// What can be made of a document: .docx, web page, Markdown? And of a law-enforcement paper?
export { type DocxOptions, toDocx } from './docx.ts';
export { type HtmlOptions, toHtml } from './html.ts';
export { toMarkdown } from './markdown.ts';
export { toPaperDocx } from './paper-docx.ts';
export { toPaperHtml } from './paper-html.ts';
export { findOffice, toPdf } from './pdf.ts';
