// Which steps do the cases of the demo county have in common, told as days before today?
import { addDays } from '../domain/kernel/day.ts';
import type { Values } from '../domain/kernel/record.ts';

/** Days before today, who, which step, and what it says. */
export type Beat = readonly [ago: number, login: string, name: string, values?: Values];

export interface Cast {
  readonly two: string[];
  /** Presides over a hearing, takes its minutes, approves: none of them handles a case. */
  readonly others: readonly [string, string, string];
  readonly police: string;
}

export const [CLERK, OFFICER, REVIEWER, LEADER] = ['clerk', 'officer', 'reviewer', 'leader'];

/** Proposed and approved a day apart. */
export const filed = ({ two }: Cast, ago: number): Beat[] => [
  [ago, OFFICER, 'proposeFiling', { officers: two, facts: '现场查获野生动物，当事人不能提供合法来源证明' }],
  [ago - 1, LEADER, 'approveFiling', { docNo: '示野立字' }],
];
export const questioned = ({ two }: Cast, ago: number, person: string): Beat => [
  ...([ago, OFFICER, 'question'] as const),
  {
    officers: two,
    shown: 'yes',
    person,
    role: 'party',
    record: '承认从外地人手中购入，没有办理手续',
    signed: 'signed',
  },
];
export const concluded = (ago: number, recommendation = 'penalty', more: Values = {}): Beat => [
  ...([ago, OFFICER, 'conclude'] as const),
  { report: '违法事实清楚，证据确凿', recommendation, major: 'no', ...more },
];
export const notified = (ago: number, fine: number, hearing: 'offered' | 'notDue'): Beat => [
  ...([ago, OFFICER, 'notify'] as const),
  { docNo: `示野罚告〔${ago}〕号`, content: '拟没收野生动物并处罚款', fine, hearing },
];
export const decided = (ago: number, fine: number, more: Values = {}): Beat => [
  ...([ago, LEADER, 'decidePenalty'] as const),
  {
    ...{ form: 'fine', docNo: `示野罚决〔${ago}〕号`, penalties: ['fine', 'goods'], fine },
    ...{ confiscated: '野生动物', basis: '野生动物保护法第五十二条', ...more },
  },
];
/** What was found at once: registered, and decided on within the seven working days. */
export const kept = ({ two, others }: Cast, ago: number): Beat[] => [
  [
    ...([ago, OFFICER, 'registerEvidence'] as const),
    {
      ...{ officers: two, listNo: `登保〔${ago}〕号`, keptAt: '县自然资源局物证室', approver: others[2] },
      items: '死体麻雀22只；冷藏箱1个；收款码牌1块',
    },
  ],
];
export const released = ({ others }: Cast, ago: number): Beat[] => [
  [
    ...([ago, OFFICER, 'decideEvidence'] as const),
    {
      ...{ fates: ['confiscated', 'returned'], approver: others[2] },
      detail: '死体麻雀22只留作证据，随处罚决定一并处理；冷藏箱、收款码牌退还当事人。',
    },
  ],
];
/** Asked for in time, notified weeks ahead, held, reviewed again. */
export const hearing = ({ others }: Cast, today: string): Beat[] => [
  [
    ...([46, OFFICER, 'defence'] as const),
    {
      ...{ defence: 'stated', content: '野鸭是替人捎带，没有获利，请求从轻。', adopted: 'part' },
      review: '未查到运费收入，所述基本属实。',
    },
  ],
  [45, OFFICER, 'requestHearing', { content: '要求听证' }],
  [
    ...([44, OFFICER, 'scheduleHearing'] as const),
    {
      ...{ hearingOn: addDays(today, -20), hearingTime: '09:30', where: '县自然资源局二楼会议室' },
      ...{ presider: others[0], recorder: others[1] },
    },
  ],
  [
    ...([20, OFFICER, 'holdHearing'] as const),
    {
      ...{ open: 'yes', opinion: '事实清楚，建议维持拟处罚意见', signed: 'signed' },
      minutes:
        '调查人员：出示现场笔录、询问笔录和照片，建议没收野鸭6只，罚款6000元。\n当事人：野鸭是替人捎带的，没有收运费。\n主持人：还有没有补充？\n当事人：没有了，希望从轻。',
    },
  ],
  [17, REVIEWER, 'review', { result: 'passed', opinion: '听证程序合法，事实清楚，适用法律正确' }],
];
export const heard = (ago: number): Beat => [ago, OFFICER, 'defence', { defence: 'waived' }];

/** From the assessment to the receipt of the police. */
export const transferred = ({ two, police }: Cast, ago: number): Beat[] => [
  [
    ...([ago, OFFICER, 'assess'] as const),
    { proposed: 'yes', conclusion: 'yes', charges: ['危害珍贵、濒危野生动物罪'], lawVersion: '示例' },
  ],
  [
    ...([ago - 1, OFFICER, 'reportTransfer'] as const),
    { officers: two, charges: ['危害珍贵、濒危野生动物罪'], report: '达到追诉标准，建议移送' },
  ],
  [ago - 2, LEADER, 'approveTransfer'],
  [
    ...([ago - 2, OFFICER, 'transfer'] as const),
    {
      police,
      docNo: `示野移〔${ago}〕号`,
      materials: ['letter', 'report', 'items', 'appraisal', 'other'],
      copied: 'yes',
    },
  ],
  [ago - 3, OFFICER, 'policeReceipt', { receiptNo: `示公受〔${ago}〕号`, signer: '值班民警' }],
];
