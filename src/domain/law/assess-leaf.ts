// Which conditions do purpose, place, season and tools of the facts make?
import type { Label } from '../kernel/label.ts';
import { en, inTurn, uniqueTexts, zh } from '../kernel/wording.ts';
import { has, inCatering, inReserve, stateOfAct } from './assess-case.ts';
import { cite } from './assess-law.ts';
import type { Facts } from './fact.ts';
import { type Leaf, leaf, type State } from './fact-state.ts';

export interface Purpose {
  readonly state: State;
  readonly reason: Label;
}

/** 以食用为目的: stated, presumed by 法释〔2022〕12号第11条, or not said. */
export function foodPurpose(facts: Facts): Purpose {
  const whole = cite('interpretation', 11);
  const item = (n: number) => cite('interpretation', 11, 2, n);
  const told = has(facts, 'foodPurpose');
  if (told === 'yes')
    return { state: 'yes', reason: [zh`以食用为目的（${whole}）`, en`For the purpose of food (${whole})`] };
  if (told === 'no')
    return { state: 'no', reason: ['载明不以食用为目的', 'Stated not to be for the purpose of food'] };
  if (has(facts, 'cateringSale') === 'yes')
    return {
      state: 'yes',
      reason: [
        zh`在餐饮单位、饮食摊点、超市等作为食品销售或者运往上述场所，可以认定以食用为目的（${item(1)}）`,
        en`Sold as food in a catering business, food stall, supermarket or the like, or carried to one: the purpose of food may be found (${item(1)})`,
      ],
    };
  if (has(facts, 'foodAdvert') === 'yes')
    return {
      state: 'yes',
      reason: [
        zh`介绍食用价值或者方法，可以认定以食用为目的（${item(2)}）`,
        en`Its value as food or ways of eating it are advertised: the purpose of food may be found (${item(2)})`,
      ],
    };
  if (stateOfAct(facts.acts, ['makeFood', 'eat']) === 'yes')
    return {
      state: 'yes',
      reason: [
        zh`食用或者作为食品生产经营，足以认定以食用为目的（${item(3)}）`,
        en`Eaten, or produced or sold as food: enough to find the purpose of food (${item(3)})`,
      ],
    };
  // 作为食品销售或者运往: buying there is neither.
  if (inCatering(facts) && stateOfAct(facts.acts, ['sell', 'transport']) === 'yes')
    return {
      state: 'yes',
      reason: [
        zh`在“${facts.place ?? ''}”出售或者运往该处，属餐饮单位、饮食摊点、超市等场所，可以认定以食用为目的，有相反证据的除外（${item(1)}）`,
        en`Sold in “${facts.place ?? ''}” or carried there, which is a catering business, food stall, supermarket or the like: the purpose of food may be found unless there is evidence to the contrary (${item(1)})`,
      ],
    };
  if (has(facts, 'otherPurpose') === 'yes')
    return {
      state: 'no',
      reason: [
        '载明饲养、观赏、收藏等其他目的',
        'Stated to be for another purpose (keeping, display, collection or the like)',
      ],
    };
  return {
    state: 'unknown',
    reason: ['是否以食用为目的未载明', 'Whether it was for the purpose of food is not stated'],
  };
}

export function purposeLeaf(facts: Facts): Leaf {
  const { state, reason } = foodPurpose(facts);
  const article = cite('interpretation', 11);
  return leaf('purpose', state, reason, [
    [zh`是否以食用为目的（${article}）`, en`Whether it was for the purpose of food (${article})`],
  ]);
}

/** Held and kept to, a licence answers for place, season and tools that are not said (野生动物保护法第23条第1款). */
export function licensed(isKept: boolean, leaves: readonly Leaf[]): readonly Leaf[] {
  const article = cite('wildlife', 23, 1);
  const reason: Label = [
    zh`持证猎捕，未载明违反证载地点、期限、工具、方法（${article}）`,
    en`Hunted under a licence; no breach of the place, time, tools or methods it states is on record (${article})`,
  ];
  return leaves.map((l) => (isKept && l.state === 'unknown' ? { ...l, state: 'no', reason } : l));
}

export function areaLeaf(facts: Facts): Leaf {
  const notice = facts.banAreaText;
  return named(
    'banArea',
    facts.banArea,
    [
      [
        `在禁猎（渔）区${notice === null ? '' : `（${notice}）`}`,
        `In an area closed to hunting or fishing${notice === null ? '' : ` (“${notice}”)`}`,
      ],
      ['不在禁猎（渔）区', 'Not in an area closed to hunting or fishing'],
      ['是否在禁猎（渔）区未载明', 'Whether it was in an area closed to hunting or fishing is not stated'],
    ],
    ['banArea：是否在禁猎（渔）区', 'banArea: whether it was in an area closed to hunting or fishing'],
  );
}

export function periodLeaf(facts: Facts): Leaf {
  const notice = facts.banPeriodText;
  return named(
    'banPeriod',
    facts.banPeriod,
    [
      [
        `在禁猎（渔）期${notice === null ? '' : `（${notice}）`}`,
        `In the closed season for hunting or fishing${notice === null ? '' : ` (“${notice}”)`}`,
      ],
      ['不在禁猎（渔）期', 'Not in the closed season for hunting or fishing'],
      [
        '是否在禁猎（渔）期未载明',
        'Whether it was in the closed season for hunting or fishing is not stated',
      ],
    ],
    [
      'banPeriod：是否在禁猎（渔）期',
      'banPeriod: whether it was in the closed season for hunting or fishing',
    ],
  );
}

export function methodLeaf(facts: Facts): Leaf {
  const { bannedMethod: state, methods } = facts;
  const banned = methods.filter((m) => m.banned === 'yes').map((m) => m.reason);
  const article = cite('wildlife', 24);
  if (state === 'yes')
    return leaf(
      'method',
      state,
      banned.length > 0
        ? inTurn(banned)
        : [zh`使用禁用的工具、方法（${article}）`, en`A banned tool or method was used (${article})`],
    );
  if (state === 'no')
    return leaf(
      'method',
      state,
      facts.noMethod
        ? [
            '所列工具、方法为空，按未使用禁用工具、方法',
            'The list of tools and methods is empty: taken as no banned tool or method used',
          ]
        : ['未使用禁用的工具、方法', 'No banned tool or method was used'],
    );
  const open = methods.filter((m) => m.banned === 'unknown');
  const missing = open.flatMap((m) => m.missing);
  return leaf(
    'method',
    state,
    open.length > 0
      ? inTurn(open.map((m) => m.reason))
      : ['使用的工具、方法未载明', 'The tools and methods used are not stated'],
    missing.length > 0
      ? uniqueTexts(missing)
      : [
          [
            zh`methods：使用的工具、方法，是否禁用（${article}）`,
            en`methods: the tools and methods used, and whether they are banned (${article})`,
          ],
        ],
  );
}

export function reserveLeaf(facts: Facts): Leaf {
  return named(
    'reserve',
    inReserve(facts),
    [
      ['在自然保护地', 'In a nature reserve'],
      ['不在自然保护地', 'Not in a nature reserve'],
      ['是否在自然保护地未载明', 'Whether it was in a nature reserve is not stated'],
    ],
    ['place：是否在自然保护地', 'place: whether it was in a nature reserve'],
  );
}

function named(
  key: string,
  state: State,
  say: readonly [yes: Label, no: Label, open: Label],
  missing: Label,
): Leaf {
  return leaf(key, state, say[state === 'yes' ? 0 : state === 'no' ? 1 : 2], [missing]);
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

/** 第19条: at sea another interpretation sets the standards, which is not held. */
export function seaLeaf(state: State = 'unknown'): Leaf {
  return leaf('water', state, SEA, [SEA_STANDARD]);
}
