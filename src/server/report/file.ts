// Which file does a summary become: the official document, a web page, Markdown, or its statistics?
import { FAMILIES, getFigure } from '../../domain/figure/catalogue.ts';
import { formatFigure } from '../../domain/figure/format.ts';
import { periodLabel } from '../../domain/kernel/day.ts';
import { BOUND_LABELS } from '../../domain/kernel/record.ts';
import { regionOf } from '../../domain/kernel/region.ts';
import type { Document } from '../../domain/report/document.ts';
import { blankNumber, type Redaction, redact } from '../../domain/report/redact.ts';
import type { App } from '../app.ts';
import { toDocx, toHtml, toMarkdown } from '../document/index.ts';
import { findSetting } from '../setting/index.ts';
import { type SheetSpec, writeWorkbook } from '../workbook/index.ts';
import type { ReportRow } from './store.ts';
import { tableOfScope, viewReport } from './view.ts';

export type Format = 'docx' | 'html' | 'md' | 'xlsx';

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

const TYPES: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The file of a summary. Numbers link to the county's public address when it has set one; a web page links within itself. */
export async function fileOf(
  app: App,
  report: ReportRow,
  format: Format,
  redacted: boolean,
): Promise<ReportFile> {
  const view = await viewReport(app, report, false);
  const document = redacted ? redact(view.document, view.redaction) : view.document;
  const title = document.title.join('');
  const mark = redacted ? '（隐去数字版）' : report.status === 'draft' ? '（草稿）' : '';
  const bytes =
    format === 'xlsx'
      ? await statistics(app, report, title, redacted ? view.redaction : null)
      : await words(app, report, document, format, redacted);
  return { name: `${title}${mark}.${format}`, type: TYPES[format], bytes };
}

async function words(
  app: App,
  report: ReportRow,
  document: Document,
  format: Exclude<Format, 'xlsx'>,
  redacted: boolean,
): Promise<Uint8Array | string> {
  if (format === 'md') return toMarkdown(document);
  if (redacted) return format === 'docx' ? toDocx(document) : toHtml(document);
  const linkFrom = (base: string) => (id: string) =>
    `${base}/report/${report.id}?n=${encodeURIComponent(id)}`;
  if (format === 'html') return toHtml(document, { linkFor: linkFrom('') });
  const address = await publicAddress(app, report.county);
  return toDocx(document, address ? { linkFor: linkFrom(address) } : {});
}

/** Setting `publicAddress`, e.g. https://shouye.example.cn, without the last slash. */
async function publicAddress(app: App, county: string): Promise<string | undefined> {
  const value = await findSetting(app.db, county, 'publicAddress');
  return typeof value === 'string' && /^https?:\/\//.test(value) ? value.replace(/\/+$/, '') : undefined;
}

async function statistics(
  app: App,
  report: ReportRow,
  title: string,
  blank: Redaction | null,
): Promise<Uint8Array> {
  const table = report.signed?.table ?? (await tableOfScope(app.db, report));
  const redacted = blank !== null;
  const hidden = blank?.numbers === true;
  const { from, until } = report.scope;
  const rows = table.map(({ id, value, bound, records }) => {
    const { label, unit, definition } = getFigure(id);
    const said = formatFigure({ value, bound }, unit, 'zh');
    const family = FAMILIES[id.split('.')[0] ?? '']?.[0] ?? '';
    return [
      family,
      label[0],
      hidden ? null : value === null ? null : unit === '元' ? value / 100 : value,
      unit,
      BOUND_LABELS[bound][0],
      hidden ? blankNumber(said, blank?.mark ?? 'xx') : said,
      hidden ? null : records,
      definition[0],
      id,
    ];
  });
  const sheets: SheetSpec[] = [
    {
      name: '统计表',
      title: `${title}统计表`,
      columns: [
        { heading: '类别', width: 14 },
        { heading: '指标', width: 26 },
        { heading: '数值', kind: 'number', width: 12 },
        { heading: '单位', width: 8 },
        { heading: '精度', width: 8 },
        { heading: '写法', width: 16 },
        { heading: '记录数', kind: 'integer', width: 10 },
        { heading: '口径', width: 70 },
        { heading: '指标代码', width: 28 },
      ],
      rows,
      prepared: rows.length,
    },
    {
      name: '说明',
      lines: [
        ['项目', '内容'],
        ['总结', title],
        ['编号', report.no],
        ['地区', redacted ? '' : (regionOf(report.county)?.name ?? report.county)],
        ['统计期', from && until && !blank?.dates ? periodLabel(from, until)[0] : ''],
        ['状态', report.status === 'draft' ? '草稿，数字随记录变化' : '已签发，数字已固定'],
        ['签发', report.signed && !redacted ? `${report.signed.byName} ${report.signed.at}` : ''],
        [
          '校验头',
          report.signed?.head && !redacted ? `${report.signed.head.size} ${report.signed.head.root}` : '',
        ],
        ['精度', '余：不少于；约：约数；少量：登记时未量化。空白为准确数。金额单位为元。'],
      ],
      widths: [12, 80],
    },
  ];
  return writeWorkbook(sheets);
}
