// How does the transfer of a suspected crime read: letter, five materials, items, and the receipt to tear off?
import type { Cell, Paper } from '../report/paper.ts';
import { inCase } from './document-evidence.ts';
import { type CaseFile, lastStep, listAt, textAt, zhDay } from './document-file.ts';
import {
  agencyOf,
  cell,
  contactLines,
  field,
  flush,
  given,
  lawCited,
  longParas,
  officerRuns,
  officersOf,
  para,
  say,
  sealed,
  seizureGrid,
  settled,
  stated,
} from './document-part.ts';
import { partyRun } from './document-party.ts';
import { valuationBlocks } from './document-value.ts';
import { TRANSFER_MATERIALS } from './step-transfer.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

function policeOf(file: CaseFile): string | null {
  const id = lastStep(file, 'transfer')?.values.police;
  return typeof id === 'string' ? (file.names[id] ?? null) : null;
}

const mid = (text: string, head = false): Cell => ({
  lines: [[say(text)]],
  align: 'center',
  ...(head ? { head } : {}),
});

/** Enclosed as the step of transfer says; before it, what the file already holds is ticked by nobody. */
function materialRows(file: CaseFile): readonly (readonly Cell[])[] {
  const step = lastStep(file, 'transfer');
  const enclosed = listAt(step?.values, 'materials');
  const without = textAt(step?.values, 'without');
  return TRANSFER_MATERIALS.map(({ code, label }, i) => [
    mid(String(i + 1)),
    cell([label[0]]),
    mid(step ? (enclosed.includes(code) ? '有' : '无') : '□有　□无'),
    mid(''),
    cell([step && !enclosed.includes(code) ? (without ?? '') : '']),
  ]);
}

export function transferLetter(file: CaseFile): Body {
  const step = lastStep(file, 'transfer');
  const report = lastStep(file, 'reportTransfer');
  const police = given(
    file,
    {
      fact: 'transfer.police',
      hint: ['受移送的公安机关', 'The police'],
      from: { by: 'step', step: 'transfer' },
      hand: true,
      must: true,
    },
    policeOf(file),
  );
  const charges = file.facts.charges.join('、');
  const plainPolice = police.t === 'text' ? police.text : '　　　　　　';
  return {
    title: '涉嫌犯罪案件移送书',
    size: 'letter',
    blocks: [
      flush(police, '：'),
      para(`本机关在办理${inCase(file)}中，发现当事人`, partyRun(file, true), '的行为涉嫌构成犯罪：'),
      ...longParas(
        stated(file, report, {
          step: 'reportTransfer',
          field: 'report',
          hint: ['核实情况与移送意见', 'Findings and proposal'],
          must: true,
          personal: true,
        }),
      ),
      para(
        '上述行为涉嫌',
        given(
          file,
          {
            fact: 'reportTransfer.charges',
            hint: ['涉嫌罪名', 'Charges'],
            from: { by: 'step', step: 'reportTransfer' },
            must: true,
          },
          charges,
        ),
        `。依照${lawCited('transfer')}、《中华人民共和国行政处罚法》第二十七条第一款的规定，现将该案移送你机关。请在本移送书的回执上签字（${lawCited(
          'receipt',
        )}），并依照${lawCited('policeReview')}的规定，自接受移送之日起三日内审查决定是否立案，书面通知本机关。`,
      ),
      field('承办人：', ...officerRuns(file, officersOf(report), 'reportTransfer')),
      ...contactLines(file),
      para('附件：1．移送材料清单；2．涉案物品清单。'),
      para('抄送：', settled(file, 'procuratorate', ['同级人民检察院', 'The procuratorate'])),
      sealed(file, step?.on),
      { b: 'title', text: '移送材料清单', page: true },
      para(`依照${lawCited('materials')}，移送材料如下：`),
      {
        b: 'grid',
        widths: [13, 52, 22, 22, 34],
        repeat: 1,
        rows: [
          ['序号', '材料', '是否附有', '份（页）', '未附的说明'].map((text) => mid(text, true)),
          ...materialRows(file),
        ],
      },
      {
        b: 'sign',
        places: [
          { label: '移交人（签名）', dated: true },
          { label: '接收人（签名）', dated: true },
        ],
      },
      { b: 'title', text: '涉案物品清单', page: true },
      seizureGrid(file.seizures),
      ...valuationBlocks(file),
      {
        b: 'note',
        text: '公安机关决定立案的，本机关自接到立案通知书之日起三日内移交涉案物品并办结交接手续（移送规定第十二条）。',
      },
      {
        b: 'sign',
        places: [
          { label: '移交人（签名）', dated: true },
          { label: '接收人（签名）', dated: true },
        ],
      },
      { b: 'title', text: '涉嫌犯罪案件移送书（回执）', page: true },
      flush(say(`${agencyOf(file)}：`)),
      para(
        `你机关`,
        given(
          file,
          {
            fact: 'transfer.on',
            hint: ['移送日期', 'Day of the transfer'],
            from: { by: 'step', step: 'transfer' },
          },
          zhDay(step?.on),
        ),
        `移送的${inCase(file)}的移送书及移送材料清单、涉案物品清单所列材料收悉。`,
      ),
      para('□　属于本机关管辖，予以受理审查。'),
      para('□　不属于本机关管辖，已在二十四小时内转送有管辖权的机关（　　　　　　　　　　　）。'),
      { b: 'sign', places: [{ label: '接收人（签名）', dated: true }] },
      { b: 'seal', agency: plainPolice, day: [say('　　　　年　　月　　日')] },
      { b: 'tear', text: '此联由公安机关签字盖章后退移送机关附卷' },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}
