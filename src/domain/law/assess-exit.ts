// Which ways out do the articles leave open?
import { addYears } from '../kernel/day.ts';
import { type Case, has, isInQuestion } from './assess-case.ts';
import { HEAVIER, stated } from './assess-heavier.ts';
import { cite } from './assess-law.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import { both, type State } from './fact-state.ts';
import type { OffenceFinding } from './offence-frame.ts';
import { isExempt } from './offence-national.ts';
import type { OffenceCode } from './offence-table.ts';
import { isTimeBarred, type PenaltyFinding } from './penalty.ts';

export interface Exit {
  readonly code: string;
  readonly article: string;
  readonly text: string;
  readonly open: 'yes' | 'no' | 'depends';
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
}

interface Lenient {
  readonly article: number;
  /** By tier name, what the exit allows. */
  readonly effects: Readonly<Record<string, string>>;
  readonly needs: readonly CircumstanceCode[];
}

const RETURNED: readonly CircumstanceCode[] = ['noDeath', 'recoverable', 'refunded', 'remorse'];
const SLIGHT: readonly CircumstanceCode[] = ['slightHarm', 'acceptsPenalty', 'repairs'];
const PETTY = '可以认定为犯罪情节轻微，不起诉或者免予刑事处罚；情节显著轻微危害不大的，不作为犯罪处理';

/** Paragraph 3 of arts 2, 3, 6, 7. Whether to use it is for the procuratorate and the court. */
export const LENIENT: Readonly<Partial<Record<OffenceCode, Lenient>>> = {
  smuggling: {
    article: 2,
    needs: RETURNED,
    effects: {
      情节特别严重: '可以处五年以上十年以下有期徒刑，并处罚金',
      基本: '可以认定为“情节较轻”，处五年以下有期徒刑，并处罚金',
      情节较轻: PETTY,
    },
  },
  fishing: { article: 3, needs: SLIGHT, effects: { 情节严重: PETTY } },
  endanger: {
    article: 6,
    needs: RETURNED,
    effects: {
      情节特别严重: '可以认定为“情节严重”，处五年以上十年以下有期徒刑，并处罚金',
      情节严重: '可以处五年以下有期徒刑或者拘役，并处罚金',
      基本: PETTY,
    },
  },
  hunting: { article: 7, needs: SLIGHT, effects: { 情节严重: PETTY } },
};

const ASKED: Readonly<Partial<Record<CircumstanceCode, string>>> = {
  noDeath: '是否未造成动物死亡',
  recoverable: '动物、动物制品能否追回',
  refunded: '是否全部退赃退赔',
  remorse: '是否确有悔罪表现',
  slightHarm: '对资源危害是否明显较轻',
  acceptsPenalty: '是否自愿接受行政处罚',
  repairs: '是否积极修复生态环境',
};

export function exitsOf(
  c: Case,
  offences: readonly OffenceFinding[],
  penalties: readonly PenaltyFinding[],
): readonly Exit[] {
  return [
    ...offences.flatMap((o) => lenientExit(c, o)),
    ...captiveExit(c, offences),
    ...returnExit(c, offences),
    ...youthExit(c, offences),
    ...penaltyExits(c, penalties),
  ];
}

function lenientExit(c: Case, { code, reached, tier }: OffenceFinding): readonly Exit[] {
  const lenient = LENIENT[code];
  if (lenient === undefined || reached !== 'yes' || tier === null) return [];
  const article = cite('interpretation', lenient.article, 3);
  const heavy =
    lenient.needs === RETURNED ? (HEAVIER[code]?.rows ?? []).filter((r) => stated(c, r.code) === 'yes') : [];
  const states = lenient.needs.map((need) => [need, needOf(c, need)] as const);
  const state = heavy.length > 0 ? 'no' : states.map(([, s]) => s).reduce(both, 'yes');
  const missing =
    state === 'unknown' ? states.filter(([, s]) => s === 'unknown').map(([need]) => ASKED[need] ?? need) : [];
  return [
    {
      code: `lenient:${code}`,
      article,
      text: `${lenient.effects[tier.name] ?? ''}；是否适用由司法机关决定，不影响移送`,
      open: state === 'unknown' ? 'depends' : state,
      reasons: [
        ...heavy.map((r) => `具有从重情形，不适用：${r.text}`),
        ...(has(c.facts, 'manifestlySlight') === 'yes' ? ['已载明情节显著轻微危害不大，由司法机关认定'] : []),
      ],
      missing,
    },
  ];
}

function needOf(c: Case, need: CircumstanceCode): State {
  const told = has(c.facts, need);
  if (need !== 'noDeath' || told !== 'unknown') return told;
  const killed =
    isInQuestion(c.facts.acts, ['hunt', 'gunHunt', 'kill']) &&
    c.facts.animals.some((a) => a.form === 'dead' || a.form === 'part');
  return killed ? 'no' : 'unknown';
}

function captiveExit(c: Case, offences: readonly OffenceFinding[]): readonly Exit[] {
  if (!offences.some((o) => (o.code === 'endanger' || o.code === 'smuggling') && o.reached !== 'no'))
    return [];
  const bred = c.subjects.filter((s) => s.item.origin === 'bred' || s.item.origin === 'listedBred');
  if (bred.length === 0) return [];
  const exempt = bred.filter((s) => isExempt(c, s));
  const rest = bred.filter((s) => !isExempt(c, s)).map((s) => s.item.name);
  return [
    {
      code: 'captiveBred',
      article: cite('interpretation', 13, 2),
      text: '涉案动物系人工繁育，列入人工繁育国家重点保护野生动物名录，或者人工繁育技术成熟、已成规模，作为宠物买卖、运输的，一般不作为犯罪处理；需要追究刑事责任的，应当依法从宽处理',
      open: rest.length === 0 ? 'yes' : 'depends',
      reasons: exempt.map((s) => `${s.item.name}系人工繁育，符合该款`),
      missing:
        rest.length === 0
          ? []
          : [
              `${rest.join('、')}：是否列入人工繁育国家重点保护野生动物名录，或者技术成熟、已成规模并作为宠物买卖、运输`,
            ],
    },
  ];
}

function returnExit(c: Case, offences: readonly OffenceFinding[]): readonly Exit[] {
  if (!offences.some((o) => o.reached !== 'no')) return [];
  const told = has(c.facts, 'notProsecuted') === 'yes';
  return [
    {
      code: 'returned',
      article: `${cite('interpretation', 14)}、${cite('penalty', 27, 1)}`,
      text: '被不起诉或者免予刑事处罚，依法应当给予行政处罚的，由司法机关移送有关主管机关处理',
      open: told ? 'yes' : 'depends',
      reasons: told ? ['已载明不起诉、免予刑事处罚或者退回，应当依法作出行政处理'] : [],
      missing: [],
    },
  ];
}

function youthExit(c: Case, offences: readonly OffenceFinding[]): readonly Exit[] {
  if (has(c.facts, 'under14') !== 'yes') return [];
  const criminal = offences.some((o) => o.reached !== 'no');
  return [
    {
      code: 'under14',
      article: cite('penalty', 30),
      text: '不满十四周岁的未成年人有违法行为的，不予行政处罚，责令监护人加以管教',
      open: 'yes',
      reasons: criminal ? ['刑事责任年龄的条文未收录，涉嫌犯罪的仍由公安机关认定'] : [],
      missing: [],
    },
  ];
}

const NO_PENALTY: readonly {
  readonly code: CircumstanceCode;
  readonly article: string;
  readonly text: string;
  readonly sure: boolean;
}[] = [
  {
    code: 'slightAndCorrected',
    article: cite('penalty', 33, 1),
    text: '违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚',
    sure: true,
  },
  {
    code: 'firstAndCorrected',
    article: cite('penalty', 33, 1),
    text: '初次违法且危害后果轻微并及时改正的，可以不予行政处罚',
    sure: false,
  },
  {
    code: 'noFault',
    article: cite('penalty', 33, 2),
    text: '当事人有证据足以证明没有主观过错的，不予行政处罚',
    sure: true,
  },
  {
    code: 'mental',
    article: cite('penalty', 31),
    text: '不能辨认或者不能控制自己行为时有违法行为的，不予行政处罚，责令其监护人严加看管和治疗',
    sure: true,
  },
];

function penaltyExits(c: Case, penalties: readonly PenaltyFinding[]): readonly Exit[] {
  const out: Exit[] = NO_PENALTY.filter(({ code }) => has(c.facts, code) === 'yes').map(
    ({ code, article, text, sure }) => ({
      code,
      article,
      text,
      open: sure ? 'yes' : 'depends',
      reasons: [],
      missing: sure ? [] : ['由行政机关裁量是否适用'],
    }),
  );
  if (isTimeBarred(c) && penalties.length > 0)
    out.push({
      code: 'timeBarred',
      article: cite('penalty', 36, 1),
      text: `违法行为在二年内未被发现，不再给予行政处罚（${c.facts.day}起算，至${c.facts.day === null ? '' : addYears(c.facts.day, 2)}，${c.facts.discoveredOn}发现）`,
      open: 'yes',
      reasons: [
        '有连续或者继续状态的，从行为终了之日起计算（行政处罚法第36条第2款）',
        '涉及公民生命健康安全且有危害后果的为五年',
      ],
      missing: [],
    });
  return out;
}
