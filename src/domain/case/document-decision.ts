// How do the papers of the decision read: report, notices, the penalty, no penalty?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Paper, PaperBlock, Run } from '../report/paper.ts';
import { matter } from './document-evidence.ts';
import {
  type CaseFile,
  lastStep,
  moneyAt,
  seizureText,
  stepLabels,
  stepsOf,
  textAt,
  zhDay,
} from './document-file.ts';
import {
  field,
  flush,
  given,
  head,
  lawCited,
  longParas,
  moneyText,
  officerRuns,
  para,
  partyLines,
  partyRun,
  remedies,
  say,
  sealed,
  seizureGrid,
  settled,
  stated,
  typed,
} from './document-part.ts';
import { valuationBlocks } from './document-value.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

/** What the file holds as evidence, from its steps and lists: nothing that was not recorded. */
export function evidenceList(file: CaseFile): readonly string[] {
  const told = file.steps.flatMap((step): string[] => {
    const on = zhDay(step.on);
    switch (step.name) {
      case 'inspect':
        return [`${on}现场检查（勘验）笔录`];
      case 'question':
        return [`${on}对${textAt(step.values, 'person') ?? '有关人员'}的询问笔录`];
      case 'collect':
        return [
          `${on}取得的${textAt(step.values, 'items') ?? '证据'}（来源：${textAt(step.values, 'source') ?? ''}）`,
        ];
      case 'registerEvidence':
        return [`先行登记保存物品清单（${textAt(step.values, 'listNo') ?? ''}）`];
      case 'seal':
        return [`查封（扣押）物品清单（${textAt(step.values, 'listNo') ?? ''}）`];
      case 'receiveAppraisal':
        return [
          `鉴定意见（${textAt(step.values, 'docNo') ?? ''}）：${textAt(step.values, 'findings') ?? ''}`,
        ];
      default:
        return [];
    }
  });
  const seized = file.seizures.length === 0 ? [] : [`收缴物品：${file.seizures.map(seizureText).join('、')}`];
  return [...told, ...seized];
}

function evidenceParas(file: CaseFile, must: boolean): readonly PaperBlock[] {
  const list = evidenceList(file);
  if (list.length === 0)
    return [
      para(
        given(
          file,
          {
            fact: 'evidence',
            hint: ['证据（检查、询问等步骤）', 'Evidence (steps of inspection, questioning …)'],
            from: { by: 'step', step: 'inspect' },
            must,
          },
          null,
        ),
      ),
    ];
  return list.map((text, i) => ({
    b: 'para' as const,
    align: 'left' as const,
    runs: [
      { t: 'text' as const, text: `${i + 1}．${text}${i === list.length - 1 ? '。' : '；'}`, personal: true },
    ],
  }));
}

/** 违法事实 as the investigation concluded them. */
function factsOf(file: CaseFile, must = true): readonly PaperBlock[] {
  const concluded = lastStep(file, 'conclude', 'reportTransfer');
  return longParas(
    given(
      file,
      {
        fact: 'case.facts',
        hint: ['查明的违法事实（调查终结报告）', 'Facts found (report of the investigation)'],
        from: { by: 'step', step: 'conclude' },
        hand: true,
        must,
        personal: true,
      },
      textAt(concluded?.values, 'report'),
    ),
  );
}

export function investigationReport(file: CaseFile): Body {
  const step = lastStep(file, 'conclude', 'reportTransfer');
  const assessed = lastStep(file, 'assess');
  const advice = [
    ...stepLabels(step, 'recommendation'),
    ...(file.facts.charges.length > 0 ? [`涉嫌${file.facts.charges.join('、')}`] : []),
  ];
  return {
    title: '案件调查终结报告',
    size: 'letter',
    blocks: [
      head('一、案件基本情况'),
      para(
        `案件名称：${matter(file)}。立案日期：`,
        given(
          file,
          {
            fact: 'filedOn',
            hint: ['立案日期', 'Day of filing'],
            from: { by: 'step', step: 'approveFiling' },
          },
          zhDay(textAt(file.record.values, 'filedOn')),
        ),
        '。',
      ),
      ...partyLines(file, false),
      field('承办人：', ...officerRuns(file, file.facts.officers, 'proposeFiling')),
      head('二、调查经过和查明的事实'),
      ...factsOf(file),
      head('三、证据'),
      ...evidenceParas(file, true),
      head('四、涉案物品及价值'),
      ...(file.seizures.length === 0 ? [para('未收缴物品。')] : [seizureGrid(file.seizures)]),
      ...valuationBlocks(file),
      head('五、法律评估'),
      ...(assessed
        ? longParas({
            t: 'text',
            text: `承办人结论：${stepLabels(assessed, 'conclusion')[0] ?? ''}。${textAt(assessed.values, 'summary') ?? ''}${
              file.facts.departed ? `（与系统提示不一致，理由：${file.facts.departureReason ?? ''}）` : ''
            }`,
          })
        : [
            para(
              given(
                file,
                {
                  fact: 'assess.conclusion',
                  hint: ['法律评估结论', 'Legal assessment'],
                  from: { by: 'step', step: 'assess' },
                },
                null,
              ),
            ),
          ]),
      head('六、处理意见'),
      para(
        given(
          file,
          {
            fact: 'report.advice',
            hint: ['处理建议', 'Recommendation'],
            from: { by: 'step', step: 'conclude' },
            must: true,
          },
          advice.join('；'),
        ),
        '。',
      ),
      {
        b: 'sign',
        places: [
          { label: '承办人（签名）', dated: true },
          { label: '承办人（签名）', dated: true },
        ],
      },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

const DEFENCE: Readonly<Record<string, string>> = {
  stated: '当事人提出了陈述、申辩',
  waived: '当事人明确放弃陈述、申辩',
  lapsed: '当事人在告知的期限内未提出陈述、申辩',
};
const HEARING: Readonly<Record<string, string>> = {
  held: '本机关依法组织了听证',
  waived: '当事人明确放弃要求听证的权利',
  lapsed: '当事人逾期未要求听证',
  ended: '听证依法终止',
};

/** 告知、陈述申辩、听证、审核 as they were taken (行政处罚法44、45、57、58、62). */
function procedureParas(file: CaseFile): readonly PaperBlock[] {
  const { facts } = file;
  const notice = lastStep(file, 'notify');
  const defence = lastStep(file, 'defence');
  const told = notice
    ? `本机关于${zhDay(notice.on)}以${textAt(notice.values, 'docNo') ?? '告知书'}告知当事人拟作出行政处罚的内容及事实、理由、依据和依法享有的权利。`
    : '';
  const content = textAt(defence?.values, 'content');
  const review = textAt(defence?.values, 'review');
  const adopted = stepLabels(defence, 'adopted')[0];
  const answered =
    facts.defence === null
      ? ''
      : `${DEFENCE[facts.defence] ?? ''}${content && facts.defence === 'stated' ? `：${content}。经复核，${review ?? ''}，${adopted ?? ''}` : ''}。`;
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

function penaltyItems(step: StepTaken | undefined): readonly string[] {
  const fine = moneyAt(step?.values, 'fine');
  const proceeds = moneyAt(step?.values, 'proceeds');
  const goods = textAt(step?.values, 'confiscated');
  const others = stepLabels(step, 'penalties').filter(
    (label) => !['罚款', '没收违法所得', '没收非法财物'].includes(label),
  );
  return [
    ...(fine ? [`罚款${moneyText(fine)}`] : []),
    ...(proceeds ? [`没收违法所得${moneyText(proceeds)}`] : []),
    ...(goods ? [`没收${goods}`] : []),
    ...others,
  ];
}

/** The six items of 行政处罚法59, in its order. */
export function penaltyDecision(file: CaseFile): Body {
  const step = lastStep(file, 'decidePenalty');
  const items = penaltyItems(step);
  const fine = moneyAt(step?.values, 'fine') ?? 0;
  const penalties = given(
    file,
    {
      fact: 'decidePenalty.penalties',
      hint: ['处罚种类和数额', 'Kind and amount of the penalty'],
      from: { by: 'step', step: 'decidePenalty' },
      must: true,
    },
    items.length === 0 ? null : items.map((text, i) => `${i + 1}．${text}`).join('；'),
  );
  return {
    title: '行政处罚决定书',
    size: 'letter',
    blocks: [
      ...partyLines(file, true),
      head('一、违法事实和证据'),
      ...factsOf(file),
      para('以上事实，有下列证据证明：'),
      ...evidenceParas(file, true),
      head('二、告知、陈述申辩和听证情况'),
      ...procedureParas(file),
      head('三、处罚的种类和依据'),
      para(
        '上述行为，',
        stated(file, step, {
          step: 'decidePenalty',
          field: 'basis',
          hint: ['违反与处罚依据', 'Basis'],
          must: true,
        }),
        '。本机关决定对当事人作出如下行政处罚：',
      ),
      {
        b: 'para',
        runs: [penalties.t === 'text' ? { ...penalties, fill: false, bold: true } : penalties, say('。')],
      },
      head('四、履行方式和期限'),
      ...performance(file, fine),
      head('五、救济途径和期限'),
      remedies(file, '决定'),
      para(
        `申请行政复议或者提起行政诉讼的，行政处罚不停止执行，法律另有规定的除外（${lawCited('notStayed')}）。`,
      ),
      sealed(file, step?.on),
      { b: 'note', text: '本决定书一式三份，一份送达当事人，一份附卷，一份备案。' },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

function performance(file: CaseFile, fine: number): readonly PaperBlock[] {
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

/** The articles behind the grounds of `decideNoPenalty`, as the paper cites them. */
const NO_PENALTY_LAW: Readonly<Record<string, string>> = {
  minor: '违法行为轻微并及时改正，没有造成危害后果，依照《中华人民共和国行政处罚法》第三十三条第一款的规定',
  first: '初次违法且危害后果轻微并及时改正，依照《中华人民共和国行政处罚法》第三十三条第一款的规定',
  noFault: '当事人有证据足以证明没有主观过错，依照《中华人民共和国行政处罚法》第三十三条第二款的规定',
  age: '当事人实施违法行为时不满十四周岁，依照《中华人民共和国行政处罚法》第三十条的规定',
  mind: '当事人在不能辨认或者不能控制自己行为时有违法行为，依照《中华人民共和国行政处罚法》第三十一条的规定',
  tooOld: '违法行为超过追溯期限未被发现，依照《中华人民共和国行政处罚法》第三十六条的规定',
  noViolation: '违法事实不能成立，依照《中华人民共和国行政处罚法》第五十七条第一款第（三）项的规定',
  ended: '当事人死亡或者终止',
};

export function noPenaltyDecision(file: CaseFile): Body {
  const step = lastStep(file, 'decideNoPenalty');
  const ground: Run = given(
    file,
    {
      fact: 'decideNoPenalty.ground',
      hint: ['不予处罚的情形和依据', 'Ground and basis'],
      from: { by: 'step', step: 'decideNoPenalty' },
      must: true,
    },
    NO_PENALTY_LAW[String(step?.values.ground ?? '')],
  );
  const educated = textAt(step?.values, 'educated');
  return {
    title: '不予行政处罚决定书',
    size: 'letter',
    blocks: [
      ...partyLines(file, true),
      head('一、查明的事实和证据'),
      ...factsOf(file),
      ...(evidenceList(file).length > 0
        ? [para('以上事实，有下列证据证明：'), ...evidenceParas(file, false)]
        : []),
      head('二、理由和依据'),
      ...longParas(
        stated(file, step, {
          step: 'decideNoPenalty',
          field: 'reason',
          hint: ['不予处罚的理由', 'Reason'],
          must: true,
        }),
      ),
      {
        b: 'para',
        runs: [ground.t === 'text' ? { ...ground, fill: false } : ground, say('，决定不予行政处罚。')],
      },
      ...(educated ? [para(`本机关已对当事人进行教育：${educated}。`)] : []),
      head('三、救济途径和期限'),
      remedies(file, '决定'),
      sealed(file, step?.on),
      { b: 'note', text: '本决定书一式二份，一份送达当事人，一份附卷。' },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

/** 暂缓或者分期缴纳罚款的批准 (行政处罚法66). */
export function deferralApproval(file: CaseFile): Body {
  const step = stepsOf(file, 'defer').at(-1);
  const kind = stepLabels(step, 'kind')[0];
  return {
    title: '准予暂缓（分期）缴纳罚款通知书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(
        `你（单位）${matter(file)}一案，本机关作出的行政处罚决定（`,
        stated(file, lastStep(file, 'decidePenalty'), {
          step: 'decidePenalty',
          field: 'docNo',
          hint: ['决定书文号', 'Decision no.'],
          must: true,
        }),
        `）罚款${file.facts.fine ? moneyText(file.facts.fine) : ''}。经你（单位）申请，依照《中华人民共和国行政处罚法》第六十六条第二款的规定，准予`,
        stated(file, step, { step: 'defer', field: 'kind', hint: ['暂缓或者分期', 'How'], must: true }, kind),
        '缴纳，最后期限为',
        stated(
          file,
          step,
          { step: 'defer', field: 'until', hint: ['最后期限', 'Last day'], must: true },
          zhDay(textAt(step?.values, 'until')),
        ),
        '。',
      ),
      para('缴纳安排：'),
      ...longParas(
        stated(file, step, { step: 'defer', field: 'plan', hint: ['缴纳安排', 'Plan'], must: true }),
      ),
      para(
        `逾期不缴纳的，${'每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额'}（${lawCited('late')}）。`,
      ),
      sealed(file, step?.on),
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}
