// What can be made of a document: .docx, web page, Markdown?
export { type DocxOptions, toDocx } from './docx.ts';
export { type HtmlOptions, toHtml } from './html.ts';
export { toMarkdown } from './markdown.ts';
