// How are the penalty proposed and the right to a hearing notified?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Paper, PaperBlock } from '../report/paper.ts';
import { inCase } from './document-evidence.ts';
import { type CaseFile, moneyAt } from './document-file.ts';
import {
  contactLines,
  flush,
  lawCited,
  longParas,
  moneyText,
  para,
  sealed,
  stated,
  typed,
} from './document-part.ts';
import { partyRun } from './document-party.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

function contentParas(file: CaseFile, step: StepTaken | undefined): readonly PaperBlock[] {
  return longParas(
    stated(file, step, {
      step: 'notify',
      field: 'content',
      hint: ['拟处罚内容、事实、理由、依据', 'Penalty proposed, facts, reasons, basis'],
      must: true,
      personal: true,
    }),
  );
}

function proposed(step: StepTaken | undefined): readonly PaperBlock[] {
  const fine = moneyAt(step?.values, 'fine');
  return fine ? [para(`拟罚款数额：${moneyText(fine)}。`)] : [];
}

const returnSlip = (what: string): readonly PaperBlock[] => [
  { b: 'note', text: `本${what}一式二份，一份送达当事人，一份附卷。` },
  { b: 'sign', places: [{ label: '当事人（签收）', dated: true }] },
];

export function penaltyNotice(file: CaseFile, step: StepTaken | undefined): Body {
  return {
    title: '行政处罚事先告知书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(
        `${inCase(file)}，本机关已调查终结。依照${lawCited('notify')}的规定，现将拟作出的行政处罚内容及事实、理由、依据告知如下：`,
      ),
      ...contentParas(file, step),
      ...proposed(step),
      para(
        `依照${lawCited('notify')}、${lawCited('defend').replace('《中华人民共和国行政处罚法》', '')}的规定，你（单位）有权进行陈述和申辩，可以自收到本告知书之日起`,
        typed(file, 'notify.defenceDays', ['陈述申辩的期限，如五个工作日内', 'Time for the defence']),
        '以书面或者口头方式向本机关提出；本机关将复核你（单位）提出的事实、理由和证据，不会因此给予更重的处罚。逾期未提出的，视为未行使该权利。',
      ),
      ...(file.facts.hearing !== null
        ? [
            para(
              `你（单位）依法享有要求听证的权利，详见随本告知书送达的听证告知书（${lawCited('hearing')}）。`,
            ),
          ]
        : []),
      ...contactLines(file),
      sealed(file, step?.on),
      ...returnSlip('告知书'),
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

export function hearingNotice(file: CaseFile, step: StepTaken | undefined): Body {
  return {
    title: '行政处罚听证告知书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(`${inCase(file)}，本机关拟作出下列行政处罚：`),
      ...contentParas(file, step),
      ...proposed(step),
      para(
        `依照${lawCited('hearing')}、${lawCited('hearingDays').replace('《中华人民共和国行政处罚法》', '')}的规定，你（单位）有权要求听证。要求听证的，应当自收到本告知书之日起五个工作日内向本机关提出；逾期未提出的，视为放弃要求听证的权利。`,
      ),
      para(
        '听证公开举行，涉及国家秘密、商业秘密或者个人隐私依法予以保密的除外。你（单位）可以亲自参加，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避；不承担组织听证的费用。',
      ),
      ...contactLines(file),
      sealed(file, step?.on),
      ...returnSlip('告知书'),
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}
