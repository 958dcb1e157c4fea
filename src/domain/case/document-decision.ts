// How does the decision to penalise read, one paper for each party or one for all?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Paper, PaperBlock, Run } from '../report/paper.ts';
import { type CaseFile, lastStep, moneyAt, stepLabels, textAt, zhDay } from './document-file.ts';
import { evidenceParas, factsOf } from './document-finding.ts';
import {
  type Ask,
  fromStep,
  given,
  head,
  lawCited,
  moneyText,
  para,
  remedies,
  say,
  sealed,
  settled,
  stated,
  typed,
} from './document-part.ts';
import { type Party, partyLines, partyRun, penalisedBy } from './document-party.ts';
import { finesOf } from './penalty-made.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

const DEFENCE: Readonly<Record<string, string>> = {
  stated: '当事人提出了陈述、申辩',
  waived: '当事人明确放弃陈述、申辩',
  lapsed: '当事人在告知的期限内未提出陈述、申辩',
};
const HEARING: Readonly<Record<string, string>> = {
  held: `本机关依法组织了听证，并根据听证笔录作出本决定（${lawCited('hearingDecides')}）`,
  waived: '当事人明确放弃要求听证的权利',
  lapsed: '当事人逾期未要求听证',
  ended: '听证依法终止',
};

/** Without the stop it may end in: it goes on in a sentence of ours. */
function bare(text: string | null): string {
  return (text ?? '').replace(/[。；，、\s]+$/u, '');
}

/** 告知、陈述申辩、听证、审核 as they were taken (行政处罚法44、45、57、58、62). */
function procedureParas(file: CaseFile): readonly PaperBlock[] {
  const { facts } = file;
  const notice = lastStep(file, 'notify');
  const defence = lastStep(file, 'defence');
  const told = notice
    ? `本机关于${zhDay(notice.on)}以${textAt(notice.values, 'docNo') ?? '告知书'}告知当事人拟作出行政处罚的内容及事实、理由、依据和依法享有的权利。`
    : '';
  const content = bare(textAt(defence?.values, 'content'));
  const review = bare(textAt(defence?.values, 'review'));
  const adopted = stepLabels(defence, 'adopted')[0];
  const answered =
    facts.defence === null
      ? ''
      : `${DEFENCE[facts.defence] ?? ''}${content && facts.defence === 'stated' ? `：${content}。经复核，${review}，${adopted ?? ''}` : ''}。`;
  const heard = facts.hearing && HEARING[facts.hearing] ? `${HEARING[facts.hearing]}。` : '';
  const checked = `${facts.reviewedOn ? `本案已于${zhDay(facts.reviewedOn)}经法制审核。` : ''}${
    facts.discussedOn ? `本案已于${zhDay(facts.discussedOn)}经本机关负责人集体讨论。` : ''
  }`;
  const text = `${told}${answered}${heard}${checked}`.replaceAll(/。。/g, '。').replaceAll('，。', '。');
  return text === ''
    ? [
        para(
          given(
            file,
            {
              fact: 'notify.done',
              hint: ['告知和陈述申辩情况', 'How the party was notified and heard'],
              from: { by: 'step', step: 'notify' },
              must: true,
            },
            null,
          ),
        ),
      ]
    : [{ b: 'para', runs: [{ t: 'text', text, personal: true }] }];
}

const AMOUNTS = ['罚款', '没收违法所得', '没收非法财物'];

/** Kinds of penalty without a sum or a thing. */
function plainKinds(step: StepTaken | undefined): readonly string[] {
  return stepLabels(step, 'penalties').filter((label) => !AMOUNTS.includes(label));
}

function taken(step: StepTaken | undefined): readonly string[] {
  const proceeds = moneyAt(step?.values, 'proceeds');
  const goods = textAt(step?.values, 'confiscated');
  return [...(proceeds ? [`没收违法所得${moneyText(proceeds)}`] : []), ...(goods ? [`没收${goods}`] : [])];
}

/** What one party is fined by `step` among those it penalises; null where the step does not say. */
export function fineOf(step: StepTaken | undefined, whom: readonly Party[], party: Party): number | null {
  const names = whom.map(({ name }) => name);
  return (step && finesOf(step, names)?.[names.indexOf(party.name)]) ?? null;
}

const finesAsk: Ask = {
  fact: 'decidePenalty.fines',
  hint: ['每名当事人分别罚款的数额', 'What each party is fined'],
  from: fromStep('decidePenalty'),
  must: true,
};
const penaltyAsk: Ask = {
  fact: 'decidePenalty.penalties',
  hint: ['处罚种类和数额', 'Kind and amount of the penalty'],
  from: fromStep('decidePenalty'),
  must: true,
};

const bold = (text: string): Run => say(text, { bold: true });

/** The fine as it falls on each: a joint decision that did not say so would punish one for another. */
export function fineItems(
  step: StepTaken | undefined,
  whom: readonly Party[],
  party?: Party,
): readonly (readonly Run[])[] {
  const total = moneyAt(step?.values, 'fine');
  if (!total) return [];
  if (whom.length < 2) return [[bold(`罚款${moneyText(total)}`)]];
  return (party ? [party] : whom).flatMap((each) => {
    const fine = fineOf(step, whom, each);
    const name: Run = { t: 'text', text: each.name, bold: true, personal: true };
    return fine ? [[...(party ? [] : [bold('对'), name]), bold(`罚款${moneyText(fine)}`)]] : [];
  });
}

/** The penalties in one line: of the only party, of all with what each is fined, or of one among several. */
function penaltyRuns(file: CaseFile, step: StepTaken | undefined, party?: Party): readonly Run[] {
  const whom = penalisedBy(file, step);
  const several = whom.length > 1;
  if (several && moneyAt(step?.values, 'fine') && whom.some((each) => fineOf(step, whom, each) === null))
    return [given(file, finesAsk, null)];
  const share = party && several ? shareRun(file, step, party) : null;
  const own = party && several ? (share ? [[share]] : []) : taken(step).map((text) => [bold(text)]);
  const items = [...fineItems(step, whom, party), ...own, ...plainKinds(step).map((text) => [bold(text)])];
  if (items.length === 0) return [given(file, penaltyAsk, null)];
  return items.flatMap((runs, i) => [bold(`${i > 0 ? '；' : ''}${i + 1}．`), ...runs]);
}

/** Proceeds and goods are recorded of the whole case: which of them one party loses only an officer can say. */
function shareRun(file: CaseFile, step: StepTaken | undefined, party: Party): Run | null {
  const whole = taken(step);
  if (whole.length === 0) return null;
  const run = typed(
    file,
    `party.${party.at + 1}.confiscated`,
    [
      `对${party.name}没收的违法所得、财物（全案：${whole.join('、')}；不没收的填“无”）`,
      `What ${party.name} loses of: ${whole.join(', ')}; 无 for nothing`,
    ],
    { must: true, personal: true },
  );
  if (run.t !== 'text') return run;
  if (run.text === '无') return null;
  return bold(run.text.startsWith('没收') ? run.text : `没收${run.text}`);
}

/** The six items of 行政处罚法59, in its order; `party` alone where each of several gets a decision of its own. */
export function penaltyDecision(file: CaseFile, _step?: StepTaken, party?: Party): Body {
  const step = lastStep(file, 'decidePenalty');
  const whom = penalisedBy(file, step);
  const total = moneyAt(step?.values, 'fine') ?? 0;
  const basis = textAt(step?.values, 'basis');
  const fine = party ? (fineOf(step, whom, party) ?? 0) : total;
  return {
    title: '行政处罚决定书',
    size: 'letter',
    blocks: [
      ...partyLines(file, true, party ? [party] : whom),
      head('一、违法事实和证据'),
      ...factsOf(file),
      para('以上事实，有下列证据证明：'),
      ...evidenceParas(file, true),
      head('二、告知、陈述申辩和听证情况'),
      ...procedureParas(file),
      head('三、处罚的种类和依据'),
      para(
        basis?.startsWith('违反') ? '上述行为' : '对上述行为，处罚依据为',
        stated(file, step, {
          step: 'decidePenalty',
          field: 'basis',
          hint: ['违反与处罚依据', 'Basis'],
          must: true,
        }),
        `。本机关决定对${party ? '' : '当事人'}`,
        ...(party ? [partyRun(file, true, party)] : []),
        '作出如下行政处罚：',
      ),
      para(...penaltyRuns(file, step, party), '。'),
      head('四、履行方式和期限'),
      ...performance(file, fine),
      head('五、救济途径和期限'),
      remedies(file, '决定'),
      para(
        `申请行政复议或者提起行政诉讼的，行政处罚不停止执行，法律另有规定的除外（${lawCited('notStayed')}）。`,
      ),
      sealed(file, step?.on),
      {
        b: 'note',
        text:
          whom.length > 1 && !party
            ? '本决定书送达每名当事人各一份，一份附卷，一份备案。'
            : '本决定书一式三份，一份送达当事人，一份附卷，一份备案。',
      },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

/** How and by when a penalty is carried out; `fine` in fen. */
export function performance(file: CaseFile, fine: number): readonly PaperBlock[] {
  if (fine === 0)
    return [
      para(
        '当事人应当自收到本决定书之日起履行：',
        typed(file, 'decision.how', ['履行方式和期限', 'How and by when'], { must: true }),
        '。',
      ),
    ];
  return [
    para(
      `当事人应当自收到本决定书之日起十五日内，到`,
      settled(file, 'bank', ['指定的银行（账户）或者电子支付系统', 'The bank or payment system'], true),
      `缴纳罚款（${lawCited('pay')}）。到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额（${lawCited(
        'late',
      )}）；逾期不履行的，本机关将依法申请人民法院强制执行（${lawCited('court')}）。`,
    ),
    para(
      '确有经济困难，需要延期或者分期缴纳罚款的，可以向本机关申请，经批准后暂缓或者分期缴纳（《中华人民共和国行政处罚法》第六十六条第二款）。',
    ),
  ];
}
