// How do the letters read that tell of a matter not filed, withdrawn, or passed to another agency?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Paper, Run } from '../report/paper.ts';
import { inCase, matter } from './document-evidence.ts';
import { type CaseFile, lastStep, stepLabels, textAt, zhDay } from './document-file.ts';
import {
  agencyOf,
  contactLines,
  flush,
  lawCited,
  line,
  longParas,
  para,
  say,
  sealed,
  stated,
  typed,
} from './document-part.ts';
import { partyRun } from './document-party.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

/** To the agency that passed the matter on. It names no informant: he is answered through his receipt (adr/0007). */
export function notFiledNotice(file: CaseFile): Body {
  const step = lastStep(file, 'declineFiling');
  const clue = file.clue;
  return {
    title: '不予立案告知书',
    size: 'letter',
    blocks: [
      flush(
        typed(
          file,
          'notFiled.addressee',
          ['移送、交办线索的单位（不得写举报人）', 'The body that passed the clue on (never an informant)'],
          { must: true },
        ),
        '：',
      ),
      para(
        `你单位移送（交办）的${matter(file)}${clue ? `（线索${clue.no}，${zhDay(textAt(clue.values, 'day')) ?? ''}受理）` : ''}，本机关已核查完毕。经核查，属于“`,
        stated(
          file,
          step,
          { step: 'declineFiling', field: 'ground', hint: ['不予立案的情形', 'Ground'], must: true },
          stepLabels(step, 'ground')[0],
        ),
        `”的情形，不符合${lawCited('file')}的立案标准，本机关决定不予立案。理由如下：`,
      ),
      ...longParas(
        stated(file, step, { step: 'declineFiling', field: 'reason', hint: ['理由', 'Reason'], must: true }),
      ),
      para('特此告知。'),
      ...contactLines(file),
      sealed(file, step?.on),
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

export function dropReason(file: CaseFile, step: StepTaken | undefined): Run {
  return stated(file, step, {
    step: 'dropCase',
    field: 'reason',
    hint: ['撤销案件的理由', 'Why it is withdrawn'],
    must: true,
  });
}

export function dropNotice(file: CaseFile): Body {
  const step = lastStep(file, 'dropCase');
  return {
    title: '撤销案件告知书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(
        `${inCase(file)}，本机关于${zhDay(textAt(file.record.values, 'filedOn')) ?? '　　　年　　月　　日'}立案调查。经查：`,
      ),
      ...longParas(dropReason(file, step)),
      para(`依照${lawCited('drop')}的规定，本机关决定撤销该案。`),
      ...contactLines(file),
      sealed(file, step?.on),
      { b: 'note', text: '本告知书一式二份，一份送达当事人，一份附卷。' },
      { b: 'sign', places: [{ label: '当事人（签收）', dated: true }] },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

/** 移送管辖: to the agency that is competent, with the receipt it returns. */
export function handOverLetter(file: CaseFile): Body {
  const step = lastStep(file, 'handOver', 'declineFiling');
  const name = step?.name ?? 'handOver';
  const receiver = stated(file, step, {
    step: name,
    field: 'receiver',
    hint: ['受移送的机关', 'The competent agency'],
    must: true,
  });
  const plain = receiver.t === 'text' ? receiver.text : '　　　　　　';
  return {
    title: '案件移送函',
    size: 'letter',
    blocks: [
      flush(receiver, '：'),
      para(`本机关在办理${inCase(file)}中发现，该案不属于本机关管辖：`),
      ...longParas(
        stated(file, step, { step: name, field: 'reason', hint: ['移送的理由', 'Why'], must: true }),
      ),
      para(
        `依照${lawCited('competent')}的规定，现将该案（当事人：`,
        partyRun(file),
        '）及有关材料移送你机关处理。请在回执上签章后退回本机关。',
      ),
      para('附件：', typed(file, 'handOver.enclosed', ['移送的材料、物品清单', 'What is enclosed'])),
      ...contactLines(file),
      sealed(file, step?.on),
      { b: 'title', text: '案件移送函（回执）', page: true },
      flush(`${agencyOf(file)}：`),
      para(`你机关移送的${inCase(file)}及所附材料收悉。`),
      para('□　属于本机关管辖，予以受理。'),
      para('□　不属于本机关管辖，予以退回。理由：', line(7)),
      { b: 'sign', places: [{ label: '接收人（签名）', dated: true }] },
      { b: 'seal', agency: plain, day: [say('　　　　年　　月　　日')] },
      { b: 'tear', text: '此联由受移送机关签字盖章后退移送机关附卷' },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}
