// Which administrative penalties does the Wildlife Protection Law 2022 know, arts 47 to 60, and how is each fine reckoned?
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import { en, listed, zh } from '../kernel/wording.ts';
import { cite } from './assess-law.ts';
import type { ActCode } from './fact-act.ts';

const YUAN: Fen = 100;

/** Whom a row protects: see `inTarget`. `none`: the row asks nothing of an animal. */
export type Target = 'national' | 'listed' | 'otherLand' | 'food' | 'otherFood' | 'sanyou' | 'any' | 'none';

/** What else must hold: see `groundOf`. */
export type Ground =
  | 'huntNational'
  | 'huntListed'
  | 'huntOther'
  | 'gun'
  | 'foodWild'
  | 'foodWildTrade'
  | 'foodWildAny'
  | 'breedLicence'
  | 'breedRecord'
  | 'tradeNational'
  | 'tradeListed'
  | 'forFood'
  | 'unapproved'
  | 'alien'
  | 'none';

export interface Range {
  readonly min: Fen;
  readonly max: Fen;
}

export interface PenaltyRow {
  readonly id: string;
  /** Article and paragraph of 野生动物保护法. */
  readonly article: readonly [article: number, paragraph: number];
  readonly act: Label;
  readonly acts: readonly ActCode[];
  readonly target: Target;
  readonly ground: Ground;
  /** What the multiple is of: the catch, the animals, the proceeds, the higher of animals and proceeds, or nothing. */
  readonly base: 'catch' | 'value' | 'proceeds' | 'valueOrProceeds' | null;
  readonly multiple: readonly [least: number, most: number] | null;
  /** 不足: strictly below `amount`, or none at all, the fixed range holds; from `amount` on the multiple. */
  readonly below: (Range & { readonly amount: Fen }) | null;
  readonly fixed: Range | null;
  /** The fine is for 情节严重 only. */
  readonly severeOnly: boolean;
  /** The fine is only for who does not put it right in the time set. */
  readonly overdueOnly: boolean;
  readonly confiscate: readonly Label[];
  readonly other: readonly Label[];
  /** Added to `other` when 情节严重 is stated. */
  readonly whenSevere: readonly Label[];
  readonly authority: Label;
  readonly from: Day;
  readonly until: Day | null;
}

type Line = Omit<
  PenaltyRow,
  | 'from'
  | 'until'
  | 'below'
  | 'fixed'
  | 'severeOnly'
  | 'overdueOnly'
  | 'confiscate'
  | 'other'
  | 'whenSevere'
  | 'multiple'
  | 'base'
> &
  Partial<PenaltyRow>;

const WILDLIFE: Label = [
  '县级以上人民政府野生动物保护主管部门',
  'wildlife protection department of the people’s government at county level or above',
];
const LOCAL: Label = [
  '县级以上地方人民政府野生动物保护主管部门',
  'wildlife protection department of the local people’s government at county level or above',
];
const DUTIES: Label = ['按照职责分工', ', each within its duties'];
const HUNT_48: Label = [
  zh`${WILDLIFE}、海警机构和有关自然保护地管理机构${DUTIES}`,
  en`${WILDLIFE}, the coast guard and the administration of the nature reserve concerned${DUTIES}`,
];
const HUNT_49: Label = [
  zh`${LOCAL}和有关自然保护地管理机构${DUTIES}`,
  en`${LOCAL} and the administration of the nature reserve concerned${DUTIES}`,
];
const TRADE: Label = [
  zh`${WILDLIFE}和市场监督管理部门${DUTIES}`,
  en`${WILDLIFE} and the market regulation department${DUTIES}`,
];
const TRADE_LOCAL: Label = [
  zh`${LOCAL}和市场监督管理部门${DUTIES}`,
  en`${LOCAL} and the market regulation department${DUTIES}`,
];
const POLICE: Label = ['公安机关', 'police'];

/** What the multiple of 价值 is of; told apart where a row confiscates animals only. */
export const PRODUCTS: Label = ['野生动物及其制品', 'wildlife and its products'];
const ANIMALS: Label = ['野生动物', 'wildlife'];
const PROCEEDS: Label = ['违法所得', 'unlawful proceeds'];
const CATCH: readonly Label[] = [['猎获物', 'catch'], ['猎捕工具', 'hunting tools'], PROCEEDS];
const GOODS: readonly Label[] = [PRODUCTS];
const GOODS_GAIN: readonly Label[] = [PRODUCTS, PROCEEDS];

const CORRECT: Label = ['责令限期改正', 'order to correct it within a time set'];
const STOP: Label = ['责令停止违法行为', 'order to stop the unlawful act'];
const CLOSE: Label = ['责令关闭违法经营场所', 'order to close the place of the unlawful business'];
const EDUCATE: Label = ['给予批评教育', 'criticism and education'];
const PUBLIC_ORDER: Label = [
  '构成违反治安管理行为的，由公安机关给予治安管理处罚',
  'where it breaks the law on public security administration, the police impose a public security penalty',
];
/** The articles that 第50条第1款 refers to. */
export const SEVERELY = listed([cite('wildlife', 48), cite('wildlife', 49), cite('wildlife', 52)]);

const HUNT: readonly ActCode[] = ['hunt', 'gunHunt'];

function range(min: number, max: number): Range {
  return { min: min * YUAN, max: max * YUAN };
}

function below(amount: number, min: number, max: number) {
  return { amount: amount * YUAN, ...range(min, max) };
}

const LINES: readonly Line[] = [
  {
    id: 'P47',
    article: [47, 0],
    act: [
      '以收容救护为名买卖野生动物及其制品',
      'Trading in wildlife or its products under cover of shelter and rescue',
    ],
    acts: ['rescueTrade'],
    target: 'any',
    ground: 'none',
    base: 'value',
    multiple: [2, 20],
    confiscate: GOODS_GAIN,
    other: [
      [
        '将有关违法信息记入社会信用记录，并向社会公布',
        'the unlawful act is entered in the social credit record and made public',
      ],
    ],
    authority: WILDLIFE,
  },
  {
    id: 'P48-1',
    article: [48, 1],
    act: [
      '违法猎捕、杀害国家重点保护野生动物',
      'Unlawfully hunting or killing nationally protected wildlife',
    ],
    acts: ['hunt', 'gunHunt', 'kill', 'fish'],
    target: 'national',
    ground: 'huntNational',
    base: 'catch',
    multiple: [2, 20],
    below: below(5000, 10_000, 100_000),
    confiscate: CATCH,
    other: [['吊销特许猎捕证（持证的）', 'revocation of the special hunting licence, if held']],
    authority: HUNT_48,
  },
  {
    id: 'P48-2',
    article: [48, 2],
    act: [
      '未将猎捕情况向野生动物保护主管部门备案',
      'Failing to file the catch for the record with the wildlife protection department',
    ],
    acts: ['huntUnreported'],
    target: 'none',
    ground: 'none',
    fixed: range(10_000, 100_000),
    overdueOnly: true,
    other: [CORRECT],
    whenSevere: [['吊销特许猎捕证、狩猎证', 'revocation of the special hunting licence or hunting licence']],
    authority: [
      '核发特许猎捕证、狩猎证的野生动物保护主管部门',
      'the wildlife protection department that issued the special hunting licence or hunting licence',
    ],
  },
  {
    id: 'P49-1',
    article: [49, 1],
    act: [
      '违法猎捕三有、地方重点保护野生动物',
      'Unlawfully hunting “three values” or locally key protected wildlife',
    ],
    acts: HUNT,
    target: 'listed',
    ground: 'huntListed',
    base: 'catch',
    multiple: [1, 10],
    below: below(2000, 2000, 20_000),
    confiscate: CATCH,
    other: [['吊销狩猎证（持证的）', 'revocation of the hunting licence, if held']],
    authority: HUNT_49,
  },
  {
    id: 'P49-2',
    article: [49, 2],
    act: [
      '违法猎捕其他陆生野生动物，破坏生态',
      'Unlawfully hunting other terrestrial wildlife, damaging the ecology',
    ],
    acts: HUNT,
    target: 'otherLand',
    ground: 'huntOther',
    base: 'catch',
    multiple: [1, 3],
    below: below(1000, 1000, 3000),
    confiscate: CATCH,
    authority: HUNT_49,
  },
  {
    id: 'P49-3',
    article: [49, 3],
    act: ['未取得持枪证持枪猎捕野生动物', 'Hunting wildlife with a gun without a gun licence'],
    acts: ['gunHunt'],
    target: 'none',
    ground: 'gun',
    other: [PUBLIC_ORDER],
    authority: POLICE,
  },
  {
    id: 'P50-1',
    article: [50, 1],
    act: [
      '以食用为目的猎捕、交易、运输野外的国家重点保护、三有野生动物',
      'Hunting, trading or transporting nationally protected or “three values” wildlife from the wild for the purpose of food',
    ],
    acts: ['hunt', 'gunHunt', 'buy', 'sell', 'transport', 'makeFood'],
    target: 'food',
    ground: 'foodWildAny',
    other: [[zh`依照${SEVERELY}的规定从重处罚`, en`penalised more heavily under ${SEVERELY}`]],
    authority: [zh`依照${SEVERELY}`, en`under ${SEVERELY}`],
  },
  {
    id: 'P50-2',
    article: [50, 2],
    act: [
      '以食用为目的猎捕野外的其他陆生野生动物',
      'Hunting other terrestrial wildlife from the wild for the purpose of food',
    ],
    acts: HUNT,
    target: 'otherFood',
    ground: 'foodWild',
    base: 'catch',
    multiple: [1, 5],
    below: below(2000, 2000, 10_000),
    severeOnly: true,
    confiscate: CATCH,
    authority: HUNT_49,
  },
  {
    id: 'P50-3',
    article: [50, 3],
    act: [
      '以食用为目的交易、运输野外的其他陆生野生动物',
      'Trading or transporting other terrestrial wildlife from the wild for the purpose of food',
    ],
    acts: ['buy', 'sell', 'transport'],
    target: 'otherFood',
    ground: 'foodWildTrade',
    base: 'value',
    multiple: [1, 5],
    severeOnly: true,
    confiscate: [ANIMALS],
    authority: TRADE_LOCAL,
  },
  {
    id: 'P51-1',
    article: [51, 1],
    act: [
      '未取得人工繁育许可证繁育国家重点保护野生动物',
      'Breeding nationally protected wildlife without a captive-breeding licence',
    ],
    acts: ['breed', 'breedUnrecorded'],
    target: 'national',
    ground: 'breedLicence',
    base: 'value',
    multiple: [1, 10],
    confiscate: GOODS,
    authority: WILDLIFE,
  },
  {
    id: 'P51-2',
    article: [51, 2],
    act: [
      '人工繁育三有野生动物未备案',
      'Captive breeding of “three values” wildlife without filing a record',
    ],
    acts: ['breedUnrecorded', 'breed'],
    target: 'sanyou',
    ground: 'breedRecord',
    fixed: range(500, 2000),
    overdueOnly: true,
    other: [CORRECT],
    authority: [
      '县级人民政府野生动物保护主管部门',
      'wildlife protection department of the people’s government of the county',
    ],
  },
  {
    id: 'P52-1',
    article: [52, 1],
    act: [
      '未经批准、无专用标识或者证件出售、购买、利用、运输、携带、寄递国家重点保护野生动物及其制品',
      'Selling, buying, using, transporting, carrying or mailing nationally protected wildlife or its products without approval, special mark or certificate',
    ],
    acts: ['sell', 'buy', 'use', 'transport'],
    target: 'national',
    ground: 'tradeNational',
    base: 'value',
    multiple: [2, 20],
    confiscate: GOODS_GAIN,
    other: [CLOSE],
    whenSevere: [
      [
        '吊销人工繁育许可证、撤销批准文件、收回专用标识',
        'revocation of the captive-breeding licence, withdrawal of the approval document, recall of the special mark',
      ],
    ],
    authority: TRADE,
  },
  {
    id: 'P52-2',
    article: [52, 2],
    act: [
      '无合法来源证明或者专用标识出售、利用、运输、携带、寄递三有、地方重点保护野生动物',
      'Selling, using, transporting, carrying or mailing “three values” or locally key protected wildlife without proof of lawful origin or special mark',
    ],
    acts: ['sell', 'use', 'transport'],
    target: 'listed',
    ground: 'tradeListed',
    base: 'value',
    multiple: [1, 10],
    confiscate: [ANIMALS],
    authority: TRADE_LOCAL,
  },
  {
    id: 'P52-3',
    article: [52, 3],
    act: [
      '运输、邮政、快递等企业未按照规定查验或者承运、寄递',
      'Transport, postal, courier or other businesses failing to inspect, or carrying or mailing, as prescribed',
    ],
    acts: ['carryUnchecked'],
    target: 'none',
    ground: 'none',
    base: 'proceeds',
    multiple: [1, 5],
    confiscate: [PROCEEDS],
    whenSevere: [['吊销经营许可证', 'revocation of the business licence']],
    authority: [
      '交通运输、铁路监督管理、民用航空、邮政管理等主管部门按照职责分工',
      'departments of transport, railway supervision, civil aviation, postal administration and others, each within its duties',
    ],
  },
  {
    id: 'P53-1a',
    article: [53, 1],
    act: [
      '食用或者为食用非法购买国家重点保护、三有野生动物及其制品',
      'Eating, or illegally buying for food, nationally protected or “three values” wildlife or its products',
    ],
    acts: ['eat', 'buy'],
    target: 'food',
    ground: 'forFood',
    base: 'value',
    multiple: [2, 20],
    confiscate: GOODS,
    other: [STOP],
    authority: TRADE,
  },
  {
    id: 'P53-1b',
    article: [53, 1],
    act: [
      '食用或者为食用非法购买其他陆生野生动物及其制品',
      'Eating, or illegally buying for food, other terrestrial wildlife or its products',
    ],
    acts: ['eat', 'buy'],
    target: 'otherFood',
    ground: 'forFood',
    base: 'value',
    multiple: [1, 5],
    severeOnly: true,
    confiscate: GOODS,
    other: [STOP, EDUCATE],
    authority: TRADE,
  },
  {
    id: 'P53-2a',
    article: [53, 2],
    act: [
      '生产、经营使用国家重点保护、三有野生动物及其制品制作的食品',
      'Producing or dealing in food made with nationally protected or “three values” wildlife or its products',
    ],
    acts: ['makeFood'],
    target: 'food',
    ground: 'none',
    base: 'proceeds',
    multiple: [15, 30],
    confiscate: GOODS_GAIN,
    other: [STOP, CLOSE],
    authority: TRADE,
  },
  {
    id: 'P53-2b',
    article: [53, 2],
    act: [
      '生产、经营使用其他陆生野生动物及其制品制作的食品',
      'Producing or dealing in food made with other terrestrial wildlife or its products',
    ],
    acts: ['makeFood'],
    target: 'otherFood',
    ground: 'none',
    base: 'proceeds',
    multiple: [1, 10],
    severeOnly: true,
    confiscate: GOODS_GAIN,
    other: [EDUCATE],
    authority: TRADE,
  },
  {
    id: 'P54',
    article: [54, 0],
    act: [
      '为出售、购买、利用野生动物及其制品或者禁用猎捕工具发布广告',
      'Advertising the sale, purchase or use of wildlife or its products, or banned hunting tools',
    ],
    acts: ['advertise'],
    target: 'none',
    ground: 'none',
    other: [
      [
        '依照《中华人民共和国广告法》的规定处罚',
        'penalised under the Advertising Law of the People’s Republic of China',
      ],
    ],
    authority: ['市场监督管理部门（依广告法）', 'market regulation department (under the Advertising Law)'],
  },
  {
    id: 'P55',
    article: [55, 0],
    act: [
      '为违法出售、购买、食用及利用野生动物及其制品或者禁用猎捕工具提供展示、交易、消费服务',
      'Providing display, trading or consumption services for the unlawful sale, purchase, eating or use of wildlife or its products, or for banned hunting tools',
    ],
    acts: ['provideVenue'],
    target: 'none',
    ground: 'none',
    base: 'proceeds',
    multiple: [2, 10],
    below: below(5000, 10_000, 100_000),
    confiscate: [PROCEEDS],
    other: [STOP, ['限期改正', 'correction within a time set']],
    authority: [
      '县级以上人民政府市场监督管理部门',
      'market regulation department of the people’s government at county level or above',
    ],
  },
  {
    id: 'P56',
    article: [56, 0],
    act: ['违法进出口野生动物及其制品', 'Unlawfully importing or exporting wildlife or its products'],
    acts: ['smuggle'],
    target: 'none',
    ground: 'unapproved',
    other: [
      [
        '依照法律、行政法规和国家有关规定处罚',
        'penalised under the laws, administrative regulations and rules of the state',
      ],
    ],
    authority: ['海关、公安机关、海警机构', 'customs, police and coast guard'],
  },
  {
    id: 'P57',
    article: [57, 0],
    act: [
      '向境外机构或者人员提供我国特有的野生动物遗传资源',
      'Providing genetic resources of wildlife endemic to China to organisations or persons abroad',
    ],
    acts: ['giveGenetic'],
    target: 'none',
    ground: 'unapproved',
    base: 'valueOrProceeds',
    multiple: [1, 5],
    confiscate: GOODS_GAIN,
    authority: WILDLIFE,
  },
  {
    id: 'P58',
    article: [58, 0],
    act: ['未经批准从境外引进野生动物物种', 'Introducing wildlife species from abroad without approval'],
    acts: ['introduce'],
    target: 'none',
    ground: 'unapproved',
    fixed: range(50_000, 500_000),
    confiscate: [['所引进的野生动物', 'the wildlife introduced']],
    other: [
      [
        '未依法实施进境检疫的，依照《中华人民共和国进出境动植物检疫法》的规定处罚',
        'where entry quarantine was not done according to law, penalised under the Law of the People’s Republic of China on the Entry and Exit Animal and Plant Quarantine',
      ],
    ],
    authority: WILDLIFE,
  },
  {
    id: 'P59',
    article: [59, 0],
    act: ['将从境外引进的野生动物放生、丢弃', 'Releasing or abandoning wildlife introduced from abroad'],
    acts: ['releaseAlien', 'release'],
    target: 'none',
    ground: 'alien',
    fixed: range(10_000, 100_000),
    other: [
      [
        '责令限期捕回；逾期不捕回的，代为捕回或者采取降低影响的措施，所需费用由被责令限期捕回者承担',
        'order to recapture within a time set; where that is not done, recapture or measures to lessen the impact by the agency, at the expense of whoever was ordered to recapture',
      ],
    ],
    authority: WILDLIFE,
  },
  {
    id: 'P60',
    article: [60, 0],
    act: [
      '伪造、变造、买卖、转让、租借有关证件、专用标识或者有关批准文件',
      'Forging, altering, trading, transferring, renting or lending the certificates, special marks or approval documents concerned',
    ],
    acts: ['forgePermit'],
    target: 'none',
    ground: 'none',
    fixed: range(50_000, 500_000),
    confiscate: [
      ['违法证件、专用标识、有关批准文件', 'the unlawful certificates, special marks and approval documents'],
      PROCEEDS,
    ],
    other: [PUBLIC_ORDER],
    authority: WILDLIFE,
  },
];

export const PENALTIES: readonly PenaltyRow[] = LINES.map((line) => ({
  base: null,
  multiple: null,
  below: null,
  fixed: null,
  severeOnly: false,
  overdueOnly: false,
  confiscate: [],
  other: [],
  whenSevere: [],
  ...line,
  from: '2023-05-01',
  until: null,
}));
