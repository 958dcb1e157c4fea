// How do the decision of no penalty and the leave to pay later read?
import type { Paper, Run } from '../report/paper.ts';
import { inCase } from './document-evidence.ts';
import { type CaseFile, lastStep, stepLabels, stepsOf, textAt, zhDay } from './document-file.ts';
import { evidenceList, evidenceParas, factsOf } from './document-finding.ts';
import {
  flush,
  given,
  head,
  lawCited,
  longParas,
  moneyText,
  para,
  remedies,
  say,
  sealed,
  stated,
} from './document-part.ts';
import { partyLines, partyRun } from './document-party.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

/** The articles behind the grounds of `decideNoPenalty`, as the paper cites them. */
const NO_PENALTY_LAW: Readonly<Record<string, string>> = {
  minor:
    '违法行为轻微并及时改正，没有造成危害后果，依照《中华人民共和国行政处罚法》第三十三条第一款、第五十七条第一款第（二）项的规定',
  first:
    '初次违法且危害后果轻微并及时改正，依照《中华人民共和国行政处罚法》第三十三条第一款、第五十七条第一款第（二）项的规定',
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
      ...(educated
        ? [
            para(
              `依照《中华人民共和国行政处罚法》第三十三条第三款的规定，本机关已对当事人进行教育：${educated}。`,
            ),
          ]
        : []),
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
        `${inCase(file)}，本机关作出的行政处罚决定（`,
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
