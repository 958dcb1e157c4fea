// How does a law-enforcement paper look on the screen: the page it will be, with its blanks marked?
import {
  type Cell,
  gapText,
  type Paper,
  type PaperBlock,
  type Run,
  type Stamp,
} from '../../domain/report/paper.ts';
import { stampText } from './paper-docx.ts';
import { escapeMarkup } from './xml-text.ts';

/** One self-contained page without script or request. A gap of a draft is `<mark data-fact>`. */
export function toPaperHtml(paper: Paper, stamp: Stamp): string {
  const draft = stamp.draft;
  const no = paper.no === null ? '' : `<p class="no">${runs(paper.no, true, draft)}</p>`;
  const foot = [
    paper.eachPage === null ? '' : `<p>${escapeMarkup(paper.eachPage)}</p>`,
    stamp.draft ? '' : `<p class="small">${escapeMarkup(stampText(stamp))}</p>`,
  ].join('');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeMarkup(paper.title)}</title><style>${CSS}</style></head>
<body><main class="page ${paper.size}">
${draft ? '<p class="draft">草稿　未签发</p>' : ''}<p class="agency">${escapeMarkup(paper.agency)}</p><h1>${escapeMarkup(paper.title)}</h1>${no}
${paper.blocks.map((block) => blockHtml(block, draft)).join('\n')}
${foot === '' ? '' : `<footer>${foot}</footer>`}
</main></body></html>
`;
}

function words(text: string): string {
  return escapeMarkup(text).replaceAll('\n', '<br>');
}

function runs(list: readonly Run[], inForm: boolean, draft: boolean): string {
  return list
    .map((run) => {
      if (run.t === 'line') return run.chars === 0 ? '' : `<u class="line">${'\u3000'.repeat(run.chars)}</u>`;
      if (run.t === 'gap') {
        if (!draft) return inForm ? '' : `<u class="line">${'\u3000'.repeat(8)}</u>`;
        return `<mark data-fact="${escapeMarkup(run.fact)}">${words(gapText(run))}</mark>`;
      }
      const shown = words(run.text);
      if (run.bold) return `<strong>${shown}</strong>`;
      return run.fill && !inForm ? `<u>${shown}</u>` : shown;
    })
    .join('');
}

function blockHtml(block: PaperBlock, draft: boolean): string {
  switch (block.b) {
    case 'para': {
      const style = [block.flush ? 'flush' : '', block.align ?? ''].filter(Boolean).join(' ');
      return `<p${style === '' ? '' : ` class="${style}"`}>${runs(block.runs, false, draft)}</p>`;
    }
    case 'head':
      return `<h2>${words(block.text)}</h2>`;
    case 'title': {
      const no = block.no?.length ? `<p class="no">${runs(block.no, true, draft)}</p>` : '';
      return `<h1${block.page ? ' class="new"' : ''}>${words(block.text)}</h1>${no}`;
    }
    case 'grid':
      return gridHtml(block, draft);
    case 'sign':
      return block.places
        .map(
          ({ label, dated }) =>
            `<p class="sign"><span>${words(label)}：</span><u class="line">${'\u3000'.repeat(8)}</u>${dated ? '<span>　年　月　日</span>' : ''}</p>`,
        )
        .join('');
    case 'seal':
      return `<div class="seal"><p>（印章）</p><p>${words(block.agency)}</p><p>${runs(block.day, true, draft)}</p></div>`;
    case 'tear':
      return `<p class="tear">${words(block.text)}</p>`;
    case 'note':
      return `<p class="note">${words(block.text)}</p>`;
  }
}

function gridHtml(block: Extract<PaperBlock, { b: 'grid' }>, draft: boolean): string {
  const sum = block.widths.reduce((a, b) => a + b, 0);
  const cols = block.widths.map((width) => `<col style="width:${((width / sum) * 100).toFixed(2)}%">`);
  const row = (cells: readonly Cell[], head: boolean) =>
    `<tr>${cells.map((cell) => cellHtml(cell, head, draft)).join('')}</tr>`;
  const heads = block.repeat ?? 0;
  const top =
    heads === 0
      ? ''
      : `<thead>${block.rows
          .slice(0, heads)
          .map((cells) => row(cells, true))
          .join('')}</thead>`;
  const rest = block.rows.slice(heads).map((cells) => row(cells, false));
  return `<div class="wide"><table><colgroup>${cols.join('')}</colgroup>${top}<tbody>${rest.join('')}</tbody></table></div>`;
}

function cellHtml(cell: Cell, isHead: boolean, draft: boolean): string {
  const tag = cell.head || isHead ? 'th' : 'td';
  const span = cell.span && cell.span > 1 ? ` colspan="${cell.span}"` : '';
  const centred = cell.align === 'center' ? ' class="center"' : '';
  const room = cell.room && cell.room > 1 ? ` style="height:${cell.room * 20}pt"` : '';
  const lines = cell.lines.map((list) => `<div>${runs(list, true, draft)}</div>`).join('');
  return `<${tag}${span}${centred}${room}>${lines}</${tag}>`;
}

const CSS = `
:root{color-scheme:light}
body{margin:0;background:#eceeec;color:#000}
.page{box-sizing:border-box;width:210mm;max-width:100%;min-height:297mm;margin:16px auto;padding:30mm 26mm 27mm 28mm;background:#fff;
 font:16pt/28pt 'Times New Roman','仿宋_GB2312','仿宋',FangSong,STFangsong,'Noto Serif CJK SC',serif;text-align:justify;overflow-wrap:anywhere}
.page.record{font-size:14pt;line-height:25pt}
p,h1,h2{margin:0;font-weight:normal}p{text-indent:2em}
.agency,h1{font-family:'方正小标宋简体','FZXiaoBiaoSong-B05S','Noto Serif CJK SC',SimSun,serif;text-align:center;text-indent:0}
.agency{font-size:18pt}h1{font-size:22pt;line-height:34pt}h1.new{border-top:1px dashed #999;margin-top:24pt;padding-top:12pt}
h2{font-size:inherit;font-family:'黑体',SimHei,'Noto Sans CJK SC',sans-serif;text-indent:2em;break-after:avoid}
.no{text-align:right;text-indent:0;font-size:14pt}.draft{text-align:right;text-indent:0;font-size:10.5pt;color:#8a5a00}
.flush,.sign,.note,.tear,.center,.right{text-indent:0}.center{text-align:center}.right{text-align:right}
mark{background:#fff1d6;text-decoration:underline}u{text-underline-offset:3pt}.line{white-space:nowrap}
.wide{overflow-x:auto;margin:6pt 0}
table{width:100%;border-collapse:collapse;font-size:12pt;line-height:20pt;text-align:left}
th,td{border:.2mm solid #000;padding:1mm 1.5mm;font-weight:normal;vertical-align:middle}
th{font-family:'黑体',SimHei,'Noto Sans CJK SC',sans-serif;text-align:center}td.center{text-align:center}
.sign{display:flex;flex-wrap:wrap;gap:0 1em}
.seal{margin:28pt 2em 0 auto;width:max-content;max-width:100%;text-align:center}.seal p{text-indent:0}
.note{font-size:10.5pt;line-height:18pt}.tear{text-align:center;font-size:10.5pt;border-top:1px dashed #000;margin-top:18pt;padding-top:4pt}
footer{margin-top:18pt;border-top:1px solid #ccc}footer p{text-indent:0;font-size:10.5pt;line-height:16pt}
footer .small{font-size:6.5pt;text-align:center;overflow-wrap:anywhere}
@media screen and (max-width:800px){.page{padding:20px 14px;margin:0;min-height:0;font-size:12.5pt;line-height:22pt}
 .page.record{font-size:12pt;line-height:21pt}h1{font-size:17pt}table{min-width:420px}}
@page{size:A4;margin:30mm 26mm 27mm 28mm;@bottom-center{content:"第 " counter(page) " 页　共 " counter(pages) " 页";font:10.5pt SimSun,serif}}
@media print{body{background:none}.page{width:auto;min-height:0;margin:0;padding:0}h1.new{break-before:page;border:0}
 tr{break-inside:avoid}thead{display:table-header-group}}
`;
