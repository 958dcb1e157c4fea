// Which ways out of an administrative penalty do the articles leave open?
import { addYears } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import { en, zh } from '../kernel/wording.ts';
import { type Case, has } from './assess-case.ts';
import { cite } from './assess-law.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import { isTimeBarred, type PenaltyFinding } from './penalty.ts';

export interface Exit {
  readonly code: string;
  readonly article: Label;
  readonly text: Label;
  readonly open: 'yes' | 'no' | 'depends';
  readonly reasons: readonly Label[];
  readonly missing: readonly Label[];
}

const NO_PENALTY: readonly {
  readonly code: CircumstanceCode;
  readonly article: Label;
  readonly text: Label;
  readonly sure: boolean;
}[] = [
  {
    code: 'slightAndCorrected',
    article: cite('penalty', 33, 1),
    text: [
      '违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚',
      'A slight unlawful act, corrected in time and without harmful consequences, is given no administrative penalty',
    ],
    sure: true,
  },
  {
    code: 'firstAndCorrected',
    article: cite('penalty', 33, 1),
    text: [
      '初次违法且危害后果轻微并及时改正的，可以不予行政处罚',
      'A first unlawful act with slight harmful consequences, corrected in time, may be given no administrative penalty',
    ],
    sure: false,
  },
  {
    code: 'noFault',
    article: cite('penalty', 33, 2),
    text: [
      '当事人有证据足以证明没有主观过错的，不予行政处罚',
      'A party with evidence enough to prove the absence of subjective fault is given no administrative penalty',
    ],
    sure: true,
  },
  {
    code: 'mental',
    article: cite('penalty', 31),
    text: [
      '不能辨认或者不能控制自己行为时有违法行为的，不予行政处罚，责令其监护人严加看管和治疗',
      'An unlawful act done when unable to recognise or control one’s own conduct is given no administrative penalty; the guardian is ordered to keep close watch and see to treatment',
    ],
    sure: true,
  },
];

const DISCRETION: Label = [
  '由行政机关裁量是否适用',
  'Whether it applies is at the discretion of the administrative agency',
];
const LASTING_ARTICLE = cite('penalty', 36, 2);
const LASTING: Label = [
  zh`有连续或者继续状态的，从行为终了之日起计算（${LASTING_ARTICLE}）`,
  en`An act that is repeated or continuing is reckoned from the day it ended (${LASTING_ARTICLE})`,
];
const FIVE_YEARS: Label = [
  '涉及公民生命健康安全且有危害后果的为五年',
  'Five years where the life, health or safety of citizens is concerned and harm was done',
];

export function penaltyExits(c: Case, penalties: readonly PenaltyFinding[]): readonly Exit[] {
  const out: Exit[] = NO_PENALTY.filter(({ code }) => has(c.facts, code) === 'yes').map(
    ({ code, article, text, sure }) => ({
      code,
      article,
      text,
      open: sure ? 'yes' : 'depends',
      reasons: [],
      missing: sure ? [] : [DISCRETION],
    }),
  );
  const { day, discoveredOn } = c.facts;
  if (isTimeBarred(c) && penalties.length > 0)
    out.push({
      code: 'timeBarred',
      article: cite('penalty', 36, 1),
      text: [
        `违法行为在二年内未被发现，不再给予行政处罚（${day}起算，至${day === null ? '' : addYears(day, 2)}，${discoveredOn}发现）`,
        `An unlawful act not discovered within two years is no longer given an administrative penalty (reckoned from ${day} to ${day === null ? '' : addYears(day, 2)}; discovered on ${discoveredOn})`,
      ],
      open: 'yes',
      reasons: [LASTING, FIVE_YEARS],
      missing: [],
    });
  return out;
}
