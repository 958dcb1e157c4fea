// Do the facts reach illegal fishing, concealing the proceeds of crime, or a dereliction of duty?
import type { Label } from '../kernel/label.ts';
import { en, zh } from '../kernel/wording.ts';
import type { Subject } from './assess-animal.ts';
import { actLeaf, atSea, type Case, has, inReserveWater, stateOfAct } from './assess-case.ts';
import { cite, itemOf } from './assess-law.ts';
import { areaLeaf, methodLeaf, periodLeaf } from './assess-leaf.ts';
import { priorShares } from './assess-prior.ts';
import { reachLeaf, type Share, shareOf, sumOf } from './assess-value.ts';
import { all, any, type Condition, leaf, type State } from './fact-state.ts';
import { conclude, type OffenceFinding, withUnstated } from './offence-frame.ts';
import { AMOUNTS, type Offence } from './offence-table.ts';

export function judgeFishing(c: Case, offence: Offence): OffenceFinding {
  const { facts } = c;
  if (atSea(facts))
    return {
      ...conclude(c, offence, {
        condition: leaf('water', 'unknown', SEA, [SEA_STANDARD]),
      }),
      transfer: 'depends',
    };
  const priors = priorShares(c, offence.acts, () => 'yes', offence.entry);
  const value = withUnstated(c, sumOf([...c.subjects.map(fishShare), ...priors]));
  const mass = massOf(c);
  const article = offence.interpretation;
  const item = (n: number) => itemOf(article, n);
  const electro =
    has(facts, 'electroPoisonBlast') === 'yes' || facts.methods.some((m) => m.destructive === true);
  const method = electro
    ? leaf('method', 'yes', [
        zh`使用电鱼、毒鱼、炸鱼等严重破坏渔业资源的禁用方法（${article}）`,
        en`Electric, poison or blast fishing or the like was used: a banned method that gravely damages fishery resources (${article})`,
      ])
    : methodLeaf(facts);
  const severe = electro ? method : destructiveLeaf(method.state, item(3));
  const [area, period] = [areaLeaf(facts), periodLeaf(facts)];
  const special = has(facts, 'fry') === 'yes' || inReserveWater(facts);
  return conclude(c, offence, {
    condition: all(
      actLeaf(facts, offence.acts, offence.interpretation),
      any(area, period, method),
      any(
        massLeaf(mass, AMOUNTS.fishMass, item(1)),
        reachLeaf('value:fished', value, AMOUNTS.fishValue, VALUE_FISHED, item(1)),
        ...(special
          ? [
              massLeaf(mass, AMOUNTS.fryMass, item(2)),
              reachLeaf('value:fry', value, AMOUNTS.fryValue, VALUE_FRY, item(2)),
            ]
          : []),
        all(area, severe),
        all(period, severe),
      ),
    ),
    sum: value,
    remarks: [
      ...(electro && area.state === 'yes' ? [electroIn(['禁渔区', 'area'], item(3))] : []),
      ...(electro && period.state === 'yes' ? [electroIn(['禁渔期', 'season'], item(4))] : []),
      ...(has(facts, 'inland') === 'yes' ? [] : [INLAND]),
      ...(special ? [] : [noFry(item(2))]),
      ...priors.map((p) => p.reason),
    ],
  });
}

const SEA_ARTICLE = cite('interpretation', 19);
const SEA: Label = [
  zh`海洋水域适用法释〔2016〕17号（${SEA_ARTICLE}），本系统未收录`,
  en`Fa Shi 〔2016〕 No. 17 applies to sea waters (${SEA_ARTICLE}); it is not held here`,
];
const SEA_STANDARD: Label = [
  '法释〔2016〕17号的定罪量刑标准',
  'The standards of conviction and sentencing of Fa Shi 〔2016〕 No. 17',
];
const VALUE_FISHED: Label = ['非法捕捞的水产品价值', 'Value of the aquatic products illegally caught'];
const VALUE_FRY: Label = [
  '苗种、怀卵亲体或者种质资源保护区内水产品价值',
  'Value of the fry, gravid parents or aquatic products of the germplasm reserve',
];
const INLAND_ARTICLE = cite('interpretation', 3, 1);
const INLAND: Label = [
  zh`未载明海洋水域，按内陆水域判断（${INLAND_ARTICLE}）`,
  en`Sea waters are not stated: judged as inland waters (${INLAND_ARTICLE})`,
];

function electroIn(where: Label, article: Label): Label {
  return [
    zh`在${where}使用电鱼、毒鱼、炸鱼等方法（${article}）`,
    en`Electric, poison or blast fishing or the like in a closed ${where} (${article})`,
  ];
}

function noFry(article: Label): Label {
  return [
    zh`未载明苗种、怀卵亲体或者水产种质资源保护区，不按五十公斤、一千元的标准（${article}）`,
    en`Fry, gravid parents or an aquatic germplasm reserve are not stated: the thresholds of 50 kg and ¥1,000 are not applied (${article})`,
  ];
}

/** A banned tool that is not said to be electricity, poison or explosives may still be as destructive (等). */
function destructiveLeaf(method: State, article: Label): Condition {
  const state = method === 'no' ? 'no' : 'unknown';
  const reason: Label =
    state === 'no'
      ? ['未使用禁用的方法、工具', 'No banned method or tool was used']
      : [
          '是否使用电鱼、毒鱼、炸鱼等方法未载明',
          'Whether electric, poison or blast fishing or the like was used is not stated',
        ];
  return leaf(
    'electro',
    state,
    [zh`${reason}（${article}）`, en`${reason} (${article})`],
    [
      [
        zh`methods：是否使用电鱼、毒鱼、炸鱼等严重破坏渔业资源的方法、工具（${article}）`,
        en`methods: whether electric, poison or blast fishing or another method or tool that gravely damages fishery resources was used (${article})`,
      ],
    ],
  );
}

/** Common fish are on no list we hold: a price said of them is their value (法释〔2022〕12号第15条第2项). */
function fishShare(s: Subject): Share {
  const price = s.item.actualPrice ?? s.item.marketPrice;
  const share = shareOf(s, 'yes');
  return s.line.value === null && price !== undefined && s.national !== 'yes'
    ? { ...share, lo: price, hi: price, valueMissing: [] }
    : share;
}

interface Mass {
  readonly grams: number;
  readonly isWhole: boolean;
  /** No more than this, where all are stated: 约490公斤 is never twice as much, 490余公斤 has no upper end. */
  readonly most: number;
}

function massOf(c: Case): Mass {
  const animals = c.facts.animals;
  const grams = animals.reduce((n, a) => n + (a.mass ?? 0), 0);
  const none = has(c.facts, 'noCatch') === 'yes';
  const isWhole = none || (animals.length > 0 && animals.every((a) => a.mass !== undefined));
  const times = { about: 2, over: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY } as const;
  const most = animals.reduce((n, a) => n + (a.mass ?? 0) * (a.massBound ? times[a.massBound] : 1), 0);
  return { grams, isWhole, most };
}

function massLeaf(mass: Mass, amount: number, article: Label): Condition {
  const key = `mass:${amount}`;
  const kg: Label = [`${mass.grams / 1000}公斤`, `${mass.grams / 1000} kg`];
  const target: Label = [`${amount / 1000}公斤`, `${amount / 1000} kg`];
  if (mass.grams >= amount)
    return leaf(key, 'yes', [
      zh`水产品${kg}，达到${target}（${article}）`,
      en`Aquatic products: ${kg}, which reaches ${target} (${article})`,
    ]);
  if (mass.isWhole && mass.most >= amount)
    return leaf(
      key,
      'unknown',
      [
        zh`水产品${kg}，数量不准确，是否达到${target}未定（${article}）`,
        en`Aquatic products: ${kg}, not exact; whether it reaches ${target} is open (${article})`,
      ],
      [['mass：水产品准确重量', 'mass: the exact weight of the aquatic products']],
    );
  if (mass.isWhole)
    return leaf(key, 'no', [
      zh`水产品${kg}，不满${target}（${article}）`,
      en`Aquatic products: ${kg}, below ${target} (${article})`,
    ]);
  return leaf(
    key,
    'unknown',
    [zh`水产品重量未载明（${article}）`, en`The weight of the aquatic products is not stated (${article})`],
    [['mass：水产品重量', 'mass: the weight of the aquatic products']],
  );
}

export function judgeFence(c: Case, offence: Offence): OffenceFinding {
  const done = stateOfAct(c.facts.acts, ['conceal']);
  const told = has(c.facts, 'knowsCrime');
  const knows: State = told === 'unknown' && done === 'yes' ? 'yes' : told;
  const national = c.subjects.length > 0 && c.subjects.every((s) => s.national === 'yes');
  const [article, crime] = [offence.interpretation, cite('criminal', 341, 1)];
  const object = leaf('object', 'no', [
    zh`涉案均为国家重点保护野生动物，收购、运输、出售依${crime}判断`,
    en`All the animals are nationally protected wildlife: purchase, transport and sale are judged under ${crime}`,
  ]);
  return conclude(c, offence, {
    condition: all(
      actLeaf(c.facts, offence.acts, article),
      leaf('knows', knows, knowing(knows, article), [
        [zh`是否明知是犯罪所得（${article}）`, en`Whether it was known to be proceeds of crime (${article})`],
      ]),
      ...(national ? [object] : []),
    ),
    remarks: [premise(cite('criminal', 312))],
  });
}

function knowing(state: State, article: Label): Label {
  if (state === 'yes')
    return [
      zh`明知是非法捕捞、非法狩猎犯罪所得（${article}）`,
      en`Known to be the proceeds of the crime of illegal fishing or illegal hunting (${article})`,
    ];
  return state === 'no'
    ? ['载明不明知是犯罪所得', 'Stated not to be known as proceeds of crime']
    : ['是否明知未载明', 'Whether it was known is not stated'];
}

function premise(article: Label): Label {
  return [
    zh`以上游构成非法捕捞、非法狩猎犯罪为前提，并须符合${article}的规定`,
    en`Presupposes that the items come from a crime of illegal fishing or illegal hunting, and must meet ${article}`,
  ];
}

export function judgeDereliction(c: Case, offence: Offence): OffenceFinding {
  const article = cite('transfer', 19);
  return conclude(c, offence, {
    condition: all(
      actLeaf(c.facts, offence.acts, offence.interpretation),
      leaf(
        'officer',
        'unknown',
        [
          zh`国家机关工作人员的职务行为，不是当事人的罪名；线索移送监察机关或者人民检察院（${article}）`,
          en`An act in office of a state functionary, not a charge against the party; the clue goes to the supervisory organ or the people’s procuratorate (${article})`,
        ],
        [
          [
            '是否国家机关工作人员及其职责',
            'Whether the person is a state functionary, and the duties of the office',
          ],
          [
            '是否致使公共财产、国家和人民利益遭受重大损失，或者帮助犯罪分子逃避处罚',
            'Whether public property or the interests of the state and the people suffered heavy loss, or offenders were helped to escape punishment',
          ],
        ],
      ),
    ),
  });
}
