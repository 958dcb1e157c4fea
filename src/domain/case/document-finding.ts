// What did an investigation find: the facts, the evidence, and the report of it?
import type { Paper, PaperBlock } from '../report/paper.ts';
import { matter } from './document-evidence.ts';
import { type CaseFile, lastStep, seizureText, stepLabels, textAt, zhDay } from './document-file.ts';
import { field, given, head, longParas, officerRuns, para, seizureGrid } from './document-part.ts';
import { partyLines } from './document-party.ts';
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
      case 'holdHearing':
        return [`${on}听证笔录`];
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

export function evidenceParas(file: CaseFile, must: boolean): readonly PaperBlock[] {
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
export function factsOf(file: CaseFile, must = true): readonly PaperBlock[] {
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
