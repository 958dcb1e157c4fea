// Which documents try the writer: long, wide, empty, odd?
import type { Block, Document, Inline } from '../../src/domain/report/document.ts';

export const EMPTY: Document = {
  title: [],
  issuer: '',
  blocks: [],
  attachments: [],
  signature: { agency: '', date: '2025-01-01', sealed: false },
};

export function text(words: string): Inline {
  return { t: 'text', text: words };
}

export function num(id: string, words: string): Inline {
  return { t: 'num', id, text: words, figure: `figure-${id}` };
}

/** One paragraph of Chinese characters without punctuation: `lines` full lines of 28, less the two of the indent. */
export function fullLines(lines: number): Block {
  const words = '野生动物保护专项整治行动由县自然资源局会同公安市场监管农业农村等部门共同开展';
  return {
    b: 'para',
    inlines: [text(words.repeat(Math.ceil((lines * 28) / words.length)).slice(0, lines * 28 - 2))],
  };
}

const SENTENCE: Inline[][] = Array.from({ length: 6 }, (_, i) => [
  text('一是加强巡查检查。会同公安、市场监管等部门开展联合执法，出动执法人员'),
  num(`p${i}`, `${1203 + i * 17}人次`),
  text('、车辆'),
  num(`v${i}`, `${318 + i}台次`),
  text('，检查集贸市场、餐饮场所'),
  num(`s${i}`, `${86 + i}家次`),
  text('，查处涉嫌违法案件'),
  num(`c${i}`, `${3 + i}起`),
  text('，查扣猫头鹰、白鹇等野生动物'),
  num(`a${i}`, `${40 + i}余只`),
  text(`，罚款`),
  num(`f${i}`, `${12 + i}.5万元`),
  text('。自2025年3月1日起至2025年12月31日止，巡护湿地“清水湖”、典农河等重点区域'),
  num(`m${i}`, `4000余亩`),
  text('，发现问题立即整改，确保专项行动取得实效。'),
]);

/** A report of about ten pages with everything a red-headed upward document can have. */
export function longReport(): Document {
  const blocks: Block[] = [
    { b: 'para', inlines: [text('现将2025年野生动物保护专项整治行动开展情况报告如下：')] },
  ];
  for (let i = 0; i < 8; i += 1) {
    blocks.push({ b: 'heading', level: 1, inlines: [text('加强组织领导，压实工作责任')] });
    for (let j = 0; j < 2; j += 1) {
      blocks.push({ b: 'heading', level: 2, inlines: [text('细致摸排，拉网式检查')] });
      const inlines = (SENTENCE[(i + j) % 6] ?? []).map((inline) =>
        inline.t === 'num' ? { ...inline, id: `${inline.id}.${i}.${j}` } : inline,
      );
      blocks.push({ b: 'para', inlines });
    }
    blocks.push({ b: 'heading', level: 3, inlines: [text('重点场所')] });
    blocks.push({ b: 'heading', level: 4, inlines: [text('集贸市场')] });
    blocks.push({ b: 'para', inlines: SENTENCE[5]?.filter((inline) => inline.t === 'text') ?? [] });
  }
  return {
    title: ['示范县自然资源局关于2025年', '野生动物保护专项整治行动开展情况的', '工作总结'],
    issuer: '示范县自然资源局',
    redHead: {
      agency: '示范县自然资源局文件',
      docNo: '示自然资发〔2025〕12号',
      signer: '王建国',
      upward: true,
      copyNo: '3',
      secrecy: '秘密★1年',
      urgency: '特急',
    },
    addressee: '示范市林业和草原局',
    blocks,
    attachments: [
      { title: '示范县野生动物保护专项整治行动统计表', blocks: [longTable(200)] },
      {
        title: '重点场所名单',
        blocks: [{ b: 'para', inlines: [text('共'), num('att', '86家'), text('。')] }],
      },
    ],
    signature: { agency: '示范县自然资源局', date: '2025-12-31', sealed: true },
    notes: '联系人：李明，电话：0000-0000000',
    imprint: {
      cc: ['县人民政府办公室', '县公安局', '县市场监督管理局'],
      issuer: '示范县自然资源局办公室',
      date: '2025-12-31',
    },
    footer: { ledger: '示范县 640000', journalHead: 'sha256:9f86d081884c7d65' },
  };
}

export function longTable(rows: number): Block {
  return {
    b: 'table',
    caption: '表1　检查情况统计表',
    head: ['序号', '场所名称', '类别', '检查日期', '检查人次', '问题'],
    rows: Array.from({ length: rows }, (_, i) => [
      String(i + 1),
      `城关镇第${i + 1}农贸市场`,
      '集贸市场',
      '2025年3月1日',
      String(i % 7),
      i % 5 === 0 ? '未张贴禁售公告，当场责令限期整改并复查合格' : '无',
    ]),
  };
}

/** Markup signs, both quotes, surrogate pairs, rare characters, control characters, half a pair, line ends. */
export const ODD = '&<>"\'“”‘’𠮷野家🦉㑥镕\u0007\ud800]]>a\nb';
