// How does a penalty imposed on the spot read: what 行政处罚法52 asks for, on the form the officer hands over?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Paper, PaperBlock, Run } from '../report/paper.ts';
import { fineItems, fineOf, performance } from './document-decision.ts';
import { type CaseFile, hourOf, lastStep, moneyAt, textAt, zhDay } from './document-file.ts';
import {
  field,
  fromStep,
  given,
  head,
  lawCited,
  line,
  longParas,
  officerRuns,
  officersOf,
  para,
  remedies,
  say,
  sealed,
  stated,
} from './document-part.ts';
import { type Party, partyLines, penalisedBy } from './document-party.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

/** By which article the officers may take the cash at once. */
const CASH: Readonly<Record<string, string>> = {
  upTo100: `罚款在一百元以下，依照${lawCited('cashSmall')}的规定`,
  hard: `不当场收缴事后难以执行，依照${lawCited('cashHard')}的规定`,
  remote: `在边远、水上、交通不便地区，当事人到指定的银行或者通过电子支付系统缴纳罚款确有困难，经当事人提出，依照${lawCited('cashRemote')}的规定`,
};

function whenRun(file: CaseFile, step: StepTaken | undefined): Run {
  const hour = step && hourOf(step);
  const day = zhDay(step?.on);
  return given(
    file,
    {
      fact: 'punishOnSpot.time',
      hint: ['处罚时间（年月日时分）', 'Day and hour'],
      from: fromStep('punishOnSpot'),
      hand: true,
      must: true,
    },
    day && hour ? `${day}${hour}` : null,
  );
}

function penaltyPara(file: CaseFile, step: StepTaken | undefined, party: Party | undefined): PaperBlock {
  const fines = fineItems(step, penalisedBy(file, step), party).flat();
  const warned = step && textAt(step.values, 'collected') === 'none';
  const said: readonly Run[] = warned ? [say('警告', { bold: true })] : fines;
  return para(
    '依照',
    stated(file, step, { step: 'punishOnSpot', field: 'basis', hint: ['处罚依据', 'Basis'], must: true }),
    `和${lawCited('onSpot')}的规定，决定当场给予`,
    ...(said.length > 0
      ? said
      : [
          given(
            file,
            {
              fact: 'punishOnSpot.penalty',
              hint: ['处罚种类和数额', 'Kind and amount of the penalty'],
              from: fromStep('punishOnSpot'),
              must: true,
            },
            null,
          ),
        ]),
    '的行政处罚。',
  );
}

/** Words of ours need no line under them. */
function plain(...asked: Parameters<typeof given>): Run {
  const run = given(...asked);
  return run.t === 'text' ? say(run.text) : run;
}

function payment(file: CaseFile, step: StepTaken | undefined, fine: number): readonly PaperBlock[] {
  const collected = textAt(step?.values, 'collected');
  if (collected === 'none') return [para('警告自本决定书交付当事人时起执行。')];
  if (collected !== 'cash') return performance(file, fine);
  const ground = CASH[String(step?.values.cashGround ?? '')];
  return [
    para(
      plain(
        file,
        {
          fact: 'punishOnSpot.cashGround',
          hint: ['当场收缴的情形', 'Why on the spot'],
          from: fromStep('punishOnSpot'),
          must: true,
        },
        ground,
      ),
      `，罚款由执法人员当场收缴，并向当事人出具财政部门统一制发的专用票据（${lawCited('cashReceipt')}），票据号：`,
      line(8),
      '。',
    ),
  ];
}

/** 52(1): who refuses to sign is noted as refusing. */
function signedFor(step: StepTaken | undefined): readonly PaperBlock[] {
  const refused = step?.values.handed === 'refused';
  return [
    ...(refused ? [para(`当事人拒绝签收，执法人员已注明（${lawCited('onSpotPaper')}）。`)] : []),
    {
      b: 'sign',
      places: [
        { label: refused ? '当事人（拒绝签收）' : '当事人（签收）', dated: true },
        { label: '执法人员（签名）', dated: true },
        { label: '执法人员（签名）', dated: true },
      ],
    },
  ];
}

export function onSpotDecision(file: CaseFile, _step?: StepTaken, only?: Party): Body {
  const step = lastStep(file, 'punishOnSpot');
  const whom = penalisedBy(file, step);
  const party = only ?? whom[0];
  const fine = (step && party && fineOf(step, whom, party)) ?? moneyAt(step?.values, 'fine') ?? 0;
  const heard = textAt(step?.values, 'heard');
  return {
    title: '当场行政处罚决定书',
    size: 'record',
    blocks: [
      ...partyLines(file, true, party ? [party] : []),
      field('处罚时间：', whenRun(file, step)),
      field(
        '处罚地点：',
        given(
          file,
          {
            fact: 'punishOnSpot.where',
            hint: ['处罚地点', 'Place'],
            from: fromStep('punishOnSpot'),
            hand: true,
            must: true,
          },
          textAt(step?.values, 'where'),
        ),
      ),
      head('一、违法事实'),
      ...longParas(
        stated(file, step, {
          step: 'punishOnSpot',
          field: 'facts',
          hint: ['违法事实', 'What was done'],
          must: true,
          personal: true,
        }),
      ),
      head('二、告知和陈述申辩'),
      para(
        `执法人员已出示执法证件，当场告知当事人拟给予的行政处罚内容及事实、理由、依据和依法享有的陈述、申辩权利（${lawCited('notify')}、${lawCited('defend').replace('《中华人民共和国行政处罚法》', '')}）。当事人的陈述申辩：`,
        heard ? { t: 'text', text: heard, fill: true, personal: true } : line(16),
      ),
      head('三、处罚的种类和依据'),
      penaltyPara(file, step, only),
      head('四、履行方式和期限'),
      ...payment(file, step, fine),
      head('五、救济途径和期限'),
      remedies(file, '决定'),
      field('执法人员：', ...officerRuns(file, officersOf(step), 'punishOnSpot')),
      sealed(file, step?.on),
      ...signedFor(step),
      {
        b: 'note',
        text: '本决定书一式二份，一份当场交付当事人，一份报所属行政机关备案（行政处罚法第五十二条）。',
      },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}
