// Which ways out do the articles leave open?
import type { Label } from '../kernel/label.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import { type Case, has, isInQuestion } from './assess-case.ts';
import { type Exit, penaltyExits } from './assess-exit-penalty.ts';
import { HEAVIER, stated } from './assess-heavier.ts';
import { cite } from './assess-law.ts';
import { LENIENT, RETURNED } from './assess-lenient.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import { both, type State } from './fact-state.ts';
import { isEmergency, type OffenceFinding } from './offence-frame.ts';
import { isExempt } from './offence-national.ts';
import type { PenaltyFinding } from './penalty.ts';

const ASKED: Readonly<Partial<Record<CircumstanceCode, Label>>> = {
  noDeath: ['是否未造成动物死亡', 'Whether no animal died'],
  recoverable: ['动物、动物制品能否追回', 'Whether the animals or products can be recovered'],
  refunded: ['是否全部退赃退赔', 'Whether all gains were returned and all loss made good'],
  remorse: ['是否确有悔罪表现', 'Whether there is genuine remorse'],
  slightHarm: ['对资源危害是否明显较轻', 'Whether the harm to the resource is plainly slight'],
  acceptsPenalty: ['是否自愿接受行政处罚', 'Whether the administrative penalty is accepted willingly'],
  repairs: ['是否积极修复生态环境', 'Whether the environment is being actively restored'],
};

export function exitsOf(
  c: Case,
  offences: readonly OffenceFinding[],
  penalties: readonly PenaltyFinding[],
): readonly Exit[] {
  return [
    ...offences.flatMap((o) => lenientExit(c, o)),
    ...emergencyExit(c),
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
    state === 'unknown'
      ? states.filter(([, s]) => s === 'unknown').map(([need]): Label => ASKED[need] ?? [need, need])
      : [];
  const effect: Label = lenient.effects[tier.name[0]] ?? ['', ''];
  return [
    {
      code: `lenient:${code}`,
      article,
      text: [
        zh`${effect}；是否适用由司法机关决定，不影响移送`,
        en`${effect}. Whether it applies is for the judicial organs to decide; it does not affect the transfer`,
      ],
      open: state === 'unknown' ? 'depends' : state,
      reasons: [
        ...heavy.map(
          (r): Label => [
            zh`具有从重情形，不适用：${r.text}`,
            en`Not applicable, as there is an aggravating circumstance: ${r.text}`,
          ],
        ),
        ...(has(c.facts, 'manifestlySlight') === 'yes' ? [MANIFESTLY_SLIGHT] : []),
      ],
      missing,
    },
  ];
}

const MANIFESTLY_SLIGHT: Label = [
  '已载明情节显著轻微危害不大，由司法机关认定',
  'Stated to be manifestly minor with no great harm: for the judicial organs to find',
];

function needOf(c: Case, need: CircumstanceCode): State {
  const told = has(c.facts, need);
  if (need !== 'noDeath' || told !== 'unknown') return told;
  const killed =
    isInQuestion(c.facts.acts, ['hunt', 'gunHunt', 'kill']) &&
    c.facts.animals.some((a) => a.form === 'dead' || a.form === 'part');
  return killed ? 'no' : 'unknown';
}

function emergencyExit(c: Case): readonly Exit[] {
  if (!isEmergency(c)) return [];
  return [
    {
      code: 'emergency',
      article: cite('wildlife', 19, 3),
      text: [
        '在野生动物危及人身安全的紧急情况下，采取措施造成野生动物损害的，依法不承担法律责任',
        'Where wildlife is harmed by measures taken in an emergency in which it endangers a person, there is by law no legal liability',
      ],
      open: 'depends',
      reasons: [],
      missing: [
        [
          '紧急情况是否查证属实，所采取的措施是否针对该危险',
          'Whether the emergency is verified, and whether the measures were against that danger',
        ],
      ],
    },
  ];
}

function captiveExit(c: Case, offences: readonly OffenceFinding[]): readonly Exit[] {
  if (!offences.some((o) => (o.code === 'endanger' || o.code === 'smuggling') && o.reached !== 'no'))
    return [];
  const bred = c.subjects.filter((s) => s.item.origin === 'bred' || s.item.origin === 'listedBred');
  if (bred.length === 0) return [];
  const exempt = bred.filter((s) => isExempt(c, s));
  const rest = bred.filter((s) => !isExempt(c, s)).map((s) => s.name);
  return [
    {
      code: 'captiveBred',
      article: cite('interpretation', 13, 2),
      text: [
        '涉案动物系人工繁育，列入人工繁育国家重点保护野生动物名录，或者人工繁育技术成熟、已成规模，作为宠物买卖、运输的，一般不作为犯罪处理；需要追究刑事责任的，应当依法从宽处理',
        'Captive-bred animals that are on the list of captive-bred key protected wildlife, or whose breeding is mature in technique and done at scale and that are traded or transported as pets: as a rule not treated as a crime; where criminal liability must be pursued, lenient treatment according to law',
      ],
      open: rest.length === 0 ? 'yes' : 'depends',
      reasons: exempt.map(({ name }) => [
        zh`${name}系人工繁育，符合该款`,
        en`${name} is captive-bred and falls under that paragraph`,
      ]),
      missing:
        rest.length === 0
          ? []
          : [
              [
                zh`${listed(rest)}：是否列入人工繁育国家重点保护野生动物名录，或者技术成熟、已成规模并作为宠物买卖、运输`,
                en`${listed(rest)}: whether on the list of captive-bred key protected wildlife, or bred by mature technique at scale and traded or transported as pets`,
              ],
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
      article: listed([cite('interpretation', 14), cite('penalty', 27, 1)]),
      text: [
        '被不起诉或者免予刑事处罚，依法应当给予行政处罚的，由司法机关移送有关主管机关处理',
        'Not prosecuted or exempted from criminal punishment, but liable to an administrative penalty by law: the judicial organ hands the case to the competent agency',
      ],
      open: told ? 'yes' : 'depends',
      reasons: told ? [RETURNED_TOLD] : [],
      missing: [],
    },
  ];
}

const RETURNED_TOLD: Label = [
  '已载明不起诉、免予刑事处罚或者退回，应当依法作出行政处理',
  'Stated not to be prosecuted, exempted from punishment or sent back: it must be dealt with administratively according to law',
];

function youthExit(c: Case, offences: readonly OffenceFinding[]): readonly Exit[] {
  if (has(c.facts, 'under14') !== 'yes') return [];
  const criminal = offences.some((o) => o.reached !== 'no');
  return [
    {
      code: 'under14',
      article: cite('penalty', 30),
      text: [
        '不满十四周岁的未成年人有违法行为的，不予行政处罚，责令监护人加以管教',
        'A minor under fourteen who breaks the law is given no administrative penalty; the guardian is ordered to discipline the minor',
      ],
      open: 'yes',
      reasons: criminal
        ? [
            [
              '刑事责任年龄的条文未收录，涉嫌犯罪的仍由公安机关认定',
              'The articles on the age of criminal liability are not held; a suspected crime is still for the police to find',
            ],
          ]
        : [],
      missing: [],
    },
  ];
}
