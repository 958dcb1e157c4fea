// Which crimes does the law know here, by which acts, amounts and tiers?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import { cite } from './assess-law.ts';
import type { ActCode } from './fact-act.ts';

const WAN: Fen = 1_000_000;

export interface Tier {
  /** Fen, included. */
  readonly from: Fen;
  /** Fen, excluded: 不满. Null: no upper end. */
  readonly below: Fen | null;
  readonly name: Label;
  readonly penalty: Label;
}

export type OffenceCode = 'endanger' | 'smuggling' | 'hunting' | 'food' | 'fishing' | 'fence' | 'dereliction';

export interface Offence {
  readonly code: OffenceCode;
  readonly name: Label;
  readonly article: Label;
  readonly interpretation: Label;
  readonly acts: readonly ActCode[];
  /** By value; empty where the article knows one tier only. */
  readonly tiers: readonly Tier[];
  /** Named when reached and `tiers` is empty. */
  readonly tier: Label;
  readonly penalty: Label;
  /** The entry amount in fen, null where none alone decides. */
  readonly entry: Fen | null;
  /** First day of the interpretation the row is written from. */
  readonly from: Day;
  readonly until: Day | null;
}

const FROM = { from: '2022-04-09', until: null } as const;
const THREE_YEARS: Label = [
  '三年以下有期徒刑、拘役、管制或者罚金',
  'fixed-term imprisonment of up to three years, criminal detention, public surveillance or a fine',
];
const NO_PENALTY: Label = ['', ''];
const BASIC: Label = ['基本', 'basic'];
const MINOR: Label = ['情节较轻', 'relatively minor'];
const SERIOUS: Label = ['情节严重', 'serious'];
const GRAVEST: Label = ['情节特别严重', 'especially serious'];
const OFFICERS = listed([cite('criminal', 397), cite('criminal', 417)]);

/** 法释〔2022〕12号第5条: 出售 includes processing for profit, so food for sale and trade under cover of rescue are sales. */
const TRADE: readonly ActCode[] = ['buy', 'transport', 'sell', 'makeFood', 'rescueTrade'];

export const OFFENCES: readonly Offence[] = [
  {
    ...FROM,
    code: 'endanger',
    name: ['危害珍贵、濒危野生动物罪', 'Endangering precious and endangered wildlife'],
    article: cite('criminal', 341, 1),
    interpretation: cite('interpretation', 6, 1),
    acts: ['hunt', 'gunHunt', 'kill', 'fish', ...TRADE],
    tiers: [
      {
        from: 2 * WAN,
        below: 20 * WAN,
        name: BASIC,
        penalty: [
          '五年以下有期徒刑或者拘役，并处罚金',
          'fixed-term imprisonment of up to five years or criminal detention, with a fine',
        ],
      },
      {
        from: 20 * WAN,
        below: 200 * WAN,
        name: SERIOUS,
        penalty: [
          '五年以上十年以下有期徒刑，并处罚金',
          'fixed-term imprisonment of five to ten years, with a fine',
        ],
      },
      {
        from: 200 * WAN,
        below: null,
        name: GRAVEST,
        penalty: [
          '十年以上有期徒刑，并处罚金或者没收财产',
          'fixed-term imprisonment of ten years or more, with a fine or confiscation of property',
        ],
      },
    ],
    tier: BASIC,
    penalty: NO_PENALTY,
    entry: 2 * WAN,
  },
  {
    ...FROM,
    code: 'smuggling',
    name: ['走私珍贵动物、珍贵动物制品罪', 'Smuggling precious animals or their products'],
    article: cite('criminal', 151, 2),
    interpretation: cite('interpretation', 2, 1),
    acts: ['smuggle'],
    tiers: [
      {
        from: 2 * WAN,
        below: 20 * WAN,
        name: MINOR,
        penalty: ['五年以下有期徒刑，并处罚金', 'fixed-term imprisonment of up to five years, with a fine'],
      },
      {
        from: 20 * WAN,
        below: 200 * WAN,
        name: BASIC,
        penalty: [
          '五年以上十年以下有期徒刑，并处罚金',
          'fixed-term imprisonment of five to ten years, with a fine',
        ],
      },
      {
        from: 200 * WAN,
        below: null,
        name: GRAVEST,
        penalty: [
          '十年以上有期徒刑或者无期徒刑，并处没收财产',
          'fixed-term imprisonment of ten years or more or life imprisonment, with confiscation of property',
        ],
      },
    ],
    tier: MINOR,
    penalty: NO_PENALTY,
    entry: 2 * WAN,
  },
  {
    ...FROM,
    code: 'hunting',
    name: ['非法狩猎罪', 'Illegal hunting'],
    article: cite('criminal', 341, 2),
    interpretation: cite('interpretation', 7, 1),
    acts: ['hunt', 'gunHunt'],
    tiers: [],
    tier: SERIOUS,
    penalty: THREE_YEARS,
    entry: WAN,
  },
  {
    ...FROM,
    code: 'food',
    name: ['非法猎捕、收购、运输、出售陆生野生动物罪', 'Taking or trading land animals for food'],
    article: cite('criminal', 341, 3),
    interpretation: cite('interpretation', 8, 1),
    acts: ['hunt', 'gunHunt', ...TRADE],
    tiers: [],
    tier: SERIOUS,
    penalty: THREE_YEARS,
    entry: WAN,
  },
  {
    ...FROM,
    code: 'fishing',
    name: ['非法捕捞水产品罪', 'Illegal fishing'],
    article: cite('criminal', 340),
    interpretation: cite('interpretation', 3, 1),
    acts: ['fish'],
    tiers: [],
    tier: SERIOUS,
    penalty: THREE_YEARS,
    entry: WAN,
  },
  {
    ...FROM,
    code: 'fence',
    name: ['掩饰、隐瞒犯罪所得罪', 'Concealing the proceeds of crime'],
    article: cite('criminal', 312),
    interpretation: cite('interpretation', 9),
    acts: ['conceal', 'buy', 'sell', 'transport'],
    tiers: [],
    tier: BASIC,
    penalty: [
      '三年以下有期徒刑、拘役或者管制，并处或者单处罚金；情节严重的，三年以上七年以下有期徒刑，并处罚金',
      'fixed-term imprisonment of up to three years, criminal detention or public surveillance, with or only a fine; if serious, fixed-term imprisonment of three to seven years, with a fine',
    ],
    entry: null,
  },
  {
    ...FROM,
    code: 'dereliction',
    name: [
      '滥用职权罪、玩忽职守罪、帮助犯罪分子逃避处罚罪',
      'Abuse of power, dereliction of duty, helping offenders',
    ],
    article: OFFICERS,
    interpretation: cite('interpretation', 10),
    acts: ['dereliction'],
    tiers: [],
    tier: BASIC,
    penalty: [zh`依${OFFICERS}`, en`under ${OFFICERS}`],
    entry: null,
  },
];

/** Further amounts of the articles, in fen, and masses in grams. */
export const AMOUNTS = {
  huntValue: WAN,
  foodListed: WAN,
  foodOther: 5 * WAN,
  fishValue: WAN,
  fishMass: 500_000,
  fryValue: 100_000,
  fryMass: 50_000,
} as const;
