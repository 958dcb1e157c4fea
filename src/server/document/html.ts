// How does a document look as a web page that prints like the official page?
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
  numberHeadings,
  numbersOf,
  signatureDate,
  type Table,
} from '../../domain/report/document.ts';
import { PAGE_MM, PAGE_TWIP } from '../../domain/report/gongwen.ts';
import { columnWidths, squareRows } from './table-shape.ts';
import { anchorNames, escapeMarkup } from './xml-text.ts';

export interface HtmlOptions {
  /** The address that opens the records behind a number; undefined = no link. */
  readonly linkFor?: ((numId: string) => string | undefined) | undefined;
}

type WriteInlines = (inlines: readonly Inline[]) => string;

/** One self-contained page (no script, no request). Every number is `<a data-num>` or, without a link, `<span data-num>`. */
export function toHtml(document: Document, options: HtmlOptions = {}): string {
  const write = inlineWriter(document, options);
  const title = document.title.filter((line) => line.trim() !== '');
  const small = footerText(document);
  const body = [
    redHead(document),
    title.length > 0 ? `<h1>${title.map(escapeMarkup).join('<br>')}</h1>` : '',
    document.addressee ? `<p class="addressee">${escapeMarkup(document.addressee)}：</p>` : '',
    blocksHtml(document.blocks, write),
    signature(document),
    ...document.attachments.map(
      (attachment, i) =>
        `<section class="attachment"><p class="mark">${attachmentMark(i, document.attachments.length)}</p><h1>${escapeMarkup(
          attachment.title,
        )}</h1>${blocksHtml(attachment.blocks, write)}</section>`,
    ),
    imprint(document),
    small === null ? '' : `<footer class="small">${escapeMarkup(small)}</footer>`,
  ].join('\n');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="author" content="${escapeMarkup(document.issuer)}"><title>${escapeMarkup(title.join(''))}</title>
<style>${CSS}</style></head>
<body><main class="page">
${body}
</main></body></html>
`;
}

/** A number and the character after it stay on one line; `&#39;` is no number. */
const NUMBER_AND_UNIT = /(?<![#\d])\d[\d.,]*\p{Script=Han}/gu;

function inlineWriter(document: Document, options: HtmlOptions): WriteInlines {
  const names = anchorNames(numbersOf(document).map((num) => num.id));
  let next = 0;
  return (inlines) =>
    inlines
      .map((inline) => {
        const words = escapeMarkup(inline.text).replaceAll('\n', '<br>');
        if (inline.t === 'text') {
          const kept = words.replace(NUMBER_AND_UNIT, '<span class="k">$&</span>');
          return inline.bold ? `<strong>${kept}</strong>` : kept;
        }
        const link = options.linkFor?.(inline.id);
        const attributes = `id="${names[next]}" data-num="${escapeMarkup(inline.id)}" data-figure="${escapeMarkup(
          inline.figure,
        )}"${inline.warn ? ' class="warn"' : ''}`;
        next += 1;
        return link === undefined
          ? `<span ${attributes}>${words}</span>`
          : `<a ${attributes} href="${escapeMarkup(link)}">${words}</a>`;
      })
      .join('');
}

function blocksHtml(blocks: readonly Block[], write: WriteInlines): string {
  return numberHeadings(blocks)
    .map((block) => {
      if (block.b === 'table') return tableHtml(block);
      const words = write(block.inlines);
      if (words === '') return '';
      if (block.b === 'para') return `<p>${words}</p>`;
      const tag = `h${block.level + 1}`;
      return `<${tag}>${block.number ?? ''}${words}</${tag}>`;
    })
    .filter((html) => html !== '')
    .join('\n');
}

function tableHtml(table: Table): string {
  const { head, rows, columns } = squareRows(table);
  const caption = table.caption === '' ? '' : `<caption>${escapeMarkup(table.caption)}</caption>`;
  if (columns === 0) return caption === '' ? '' : `<table>${caption}</table>`;
  const row = (cells: string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell).replaceAll('\n', '<br>')}</${tag}>`).join('')}</tr>`;
  const thead = head.every((cell) => cell === '') ? '' : `<thead>${row(head, 'th')}</thead>`;
  const cols = columnWidths(table, PAGE_TWIP.coreWidth).map(
    (width) => `<col style="width:${((width / PAGE_TWIP.coreWidth) * 100).toFixed(2)}%">`,
  );
  return `<table>${caption}<colgroup>${cols.join('')}</colgroup>${thead}<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

function redHead({ redHead: head }: Document): string {
  if (!head) return '';
  const top = [copyNumber(head), head.secrecy, head.urgency].map(
    (line) => `<p>${escapeMarkup(line ?? '')}</p>`,
  );
  const signer =
    head.upward && head.signer ? `<span>签发人：<i class="kai">${escapeMarkup(head.signer)}</i></span>` : '';
  const docNo = `<p class="docno${head.upward ? ' upward' : ''}"><span>${escapeMarkup(head.docNo ?? '')}</span>${signer}</p>`;
  const agency = escapeMarkup(head.agency).replaceAll('\n', '<br>');
  return `<header class="redhead">${top.join('')}<p class="agency">${agency}</p>${docNo}</header>`;
}

function signature(document: Document): string {
  const {
    attachments,
    signature: { agency, sealed },
    notes,
  } = document;
  const list = attachmentList(attachments).map((line) => `<p class="list">${escapeMarkup(line)}</p>`);
  const sign = `<div class="signature${sealed ? ' sealed' : ''}"><p>${escapeMarkup(agency)}</p><p>${escapeMarkup(signatureDate(document))}</p></div>`;
  return `${list.length > 0 ? `<div class="attachments">${list.join('')}</div>` : ''}${sign}${
    notes ? `<p>（${escapeMarkup(notes)}）</p>` : ''
  }`;
}

function imprint({ imprint: mark }: Document): string {
  if (!mark) return '';
  const cc = mark.cc?.length ? `<p>${escapeMarkup(ccText(mark.cc))}</p>` : '';
  return `<div class="imprint">${cc}<p class="issued"><span>${escapeMarkup(mark.issuer)}</span><span>${formatDay(
    mark.date,
    'zh',
  )}印发</span></p></div>`;
}

const MARGIN = `${PAGE_MM.top.value}mm ${PAGE_MM.right.value}mm ${PAGE_MM.bottom.value}mm ${PAGE_MM.left.value}mm`;

/** 1em on the page = 3号 (16 pt); a line is 225 mm ÷ 22, a character 156 mm ÷ 28. */
const CSS = `
:root{color-scheme:light}
body{margin:0;background:#eceeec;color:#000}
.page{box-sizing:border-box;width:210mm;max-width:100%;min-height:297mm;margin:16px auto;padding:${MARGIN};background:#fff;
 font:16pt/calc(225mm/22) 'Times New Roman','仿宋_GB2312','仿宋',FangSong,STFangsong,'Noto Serif CJK SC',serif;
 letter-spacing:calc(156mm/28 - 16pt);text-align:justify;overflow-wrap:anywhere}
p,h1,h2,h3,h4,h5{margin:0;font-size:16pt;font-weight:normal;text-indent:2em}
h1{font:22pt/calc(225mm/22) '方正小标宋简体','FZXiaoBiaoSong-B05S','Noto Serif CJK SC',SimSun,serif;text-align:center;
 text-indent:0;margin-bottom:calc(225mm/22)}
h2{font-family:'黑体',SimHei,'Noto Sans CJK SC',sans-serif}
h3,.kai{font-family:'楷体_GB2312','楷体',KaiTi,STKaiti,'Noto Serif CJK SC',serif;font-style:normal}
h2,h3,h4,h5{break-after:avoid}
[data-num],.k{white-space:nowrap}[data-num]{color:inherit;text-decoration:none}
.addressee,.mark,.redhead p,.imprint p,.signature p{text-indent:0}
.redhead{border-bottom:.35mm solid #f00;margin-bottom:calc(225mm/22*2);padding-bottom:2.6mm}
.redhead p{min-height:calc(225mm/22)}
.redhead p:nth-child(2),.redhead p:nth-child(3),.mark{font-family:'黑体',SimHei,'Noto Sans CJK SC',sans-serif}
.redhead .agency{font:42pt/1.1 '方正小标宋简体','FZXiaoBiaoSong-B05S','Noto Serif CJK SC',SimSun,serif;color:#f00;
 text-align:center;margin:4mm 0 calc(225mm/22*2)}
.docno{text-align:center}.docno.upward{display:flex;justify-content:space-between;padding:0 1em}
.attachments{margin-top:calc(225mm/22)}.attachments .list{padding-left:6em;text-indent:-1em}
.attachments .list:first-child{text-indent:-4em}.attachments .list:only-child{padding-left:5em;text-indent:-3em}
.signature{width:max-content;max-width:100%;margin:calc(225mm/22) 2em 0 auto}
.signature p:last-child{padding-left:2em}
.signature.sealed{margin:calc(225mm/22*2) 4em 0 auto;text-align:center}.signature.sealed p:last-child{padding-left:0}
.attachment{break-before:page;margin-top:calc(225mm/22)}.attachment h1{margin-top:calc(225mm/22)}
table{width:100%;border-collapse:collapse;font-size:12pt;line-height:18pt;letter-spacing:0;text-align:center}
caption{font:14pt/calc(225mm/22) '黑体',SimHei,'Noto Sans CJK SC',sans-serif}
th,td{border:.2mm solid #000;padding:0 1mm;font-weight:normal}th{font-family:'黑体',SimHei,'Noto Sans CJK SC',sans-serif}
thead{display:table-header-group}tr{break-inside:avoid}
.imprint{margin-top:calc(225mm/22*2);border:solid #000;border-width:.35mm 0;font-size:14pt;line-height:24pt;break-inside:avoid}
.imprint p{font-size:14pt;padding:0 1em}.imprint p+p{border-top:.25mm solid #000}
.issued{display:flex;justify-content:space-between}
.small{margin-top:4mm;font-size:7.5pt;line-height:12pt;text-align:center;letter-spacing:0}
@media screen{[data-num]{border-bottom:1px dotted #1f6b4a}a[data-num]:hover,a[data-num]:focus{background:#e3efe8}
 .warn{background:#fff1d6}}
@media screen and (max-width:800px){.page{padding:24px 16px;margin:0;letter-spacing:0;min-height:0}}
@page{size:A4;margin:${MARGIN}}
@page:right{@bottom-right{content:"— " counter(page) " —";font:14pt SimSun,serif;padding-right:14pt}}
@page:left{@bottom-left{content:"— " counter(page) " —";font:14pt SimSun,serif;padding-left:14pt}}
@media print{body{background:none}.page{width:auto;min-height:0;margin:0;padding:0}}
`;
