// Which administrative penalties does the Wildlife Protection Law 2022 know, arts 47 to 60, and how is each fine reckoned?
import type { Day } from '../kernel/day.ts';
import type { Fen } from '../kernel/money.ts';
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
  readonly act: string;
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
  readonly confiscate: readonly string[];
  readonly other: readonly string[];
  /** Added to `other` when 情节严重 is stated. */
  readonly whenSevere: readonly string[];
  readonly authority: string;
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

const WILDLIFE = '县级以上人民政府野生动物保护主管部门';
const HUNT_48 = `${WILDLIFE}、海警机构和有关自然保护地管理机构按照职责分工`;
const HUNT_49 = '县级以上地方人民政府野生动物保护主管部门和有关自然保护地管理机构按照职责分工';
const TRADE = `${WILDLIFE}和市场监督管理部门按照职责分工`;
const TRADE_LOCAL = '县级以上地方人民政府野生动物保护主管部门和市场监督管理部门按照职责分工';
const CATCH = ['猎获物', '猎捕工具', '违法所得'] as const;
const GOODS = ['野生动物及其制品'] as const;
const GOODS_GAIN = ['野生动物及其制品', '违法所得'] as const;
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
    act: '以收容救护为名买卖野生动物及其制品',
    acts: ['rescueTrade'],
    target: 'any',
    ground: 'none',
    base: 'value',
    multiple: [2, 20],
    confiscate: GOODS_GAIN,
    other: ['将有关违法信息记入社会信用记录，并向社会公布'],
    authority: WILDLIFE,
  },
  {
    id: 'P48-1',
    article: [48, 1],
    act: '违法猎捕、杀害国家重点保护野生动物',
    acts: ['hunt', 'gunHunt', 'kill', 'fish'],
    target: 'national',
    ground: 'huntNational',
    base: 'catch',
    multiple: [2, 20],
    below: below(5000, 10_000, 100_000),
    confiscate: CATCH,
    other: ['吊销特许猎捕证（持证的）'],
    authority: HUNT_48,
  },
  {
    id: 'P48-2',
    article: [48, 2],
    act: '未将猎捕情况向野生动物保护主管部门备案',
    acts: ['huntUnreported'],
    target: 'none',
    ground: 'none',
    fixed: range(10_000, 100_000),
    overdueOnly: true,
    other: ['责令限期改正'],
    whenSevere: ['吊销特许猎捕证、狩猎证'],
    authority: '核发特许猎捕证、狩猎证的野生动物保护主管部门',
  },
  {
    id: 'P49-1',
    article: [49, 1],
    act: '违法猎捕三有、地方重点保护野生动物',
    acts: HUNT,
    target: 'listed',
    ground: 'huntListed',
    base: 'catch',
    multiple: [1, 10],
    below: below(2000, 2000, 20_000),
    confiscate: CATCH,
    other: ['吊销狩猎证（持证的）'],
    authority: HUNT_49,
  },
  {
    id: 'P49-2',
    article: [49, 2],
    act: '违法猎捕其他陆生野生动物，破坏生态',
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
    act: '未取得持枪证持枪猎捕野生动物',
    acts: ['gunHunt'],
    target: 'none',
    ground: 'gun',
    other: ['构成违反治安管理行为的，由公安机关给予治安管理处罚'],
    authority: '公安机关',
  },
  {
    id: 'P50-1',
    article: [50, 1],
    act: '以食用为目的猎捕、交易、运输野外的国家重点保护、三有野生动物',
    acts: ['hunt', 'gunHunt', 'buy', 'sell', 'transport', 'makeFood'],
    target: 'food',
    ground: 'foodWildAny',
    other: ['依照野生动物保护法第48条、野生动物保护法第49条、野生动物保护法第52条的规定从重处罚'],
    authority: '依照野生动物保护法第48条、野生动物保护法第49条、野生动物保护法第52条',
  },
  {
    id: 'P50-2',
    article: [50, 2],
    act: '以食用为目的猎捕野外的其他陆生野生动物',
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
    act: '以食用为目的交易、运输野外的其他陆生野生动物',
    acts: ['buy', 'sell', 'transport'],
    target: 'otherFood',
    ground: 'foodWildTrade',
    base: 'value',
    multiple: [1, 5],
    severeOnly: true,
    confiscate: ['野生动物'],
    authority: TRADE_LOCAL,
  },
  {
    id: 'P51-1',
    article: [51, 1],
    act: '未取得人工繁育许可证繁育国家重点保护野生动物',
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
    act: '人工繁育三有野生动物未备案',
    acts: ['breedUnrecorded', 'breed'],
    target: 'sanyou',
    ground: 'breedRecord',
    fixed: range(500, 2000),
    overdueOnly: true,
    other: ['责令限期改正'],
    authority: '县级人民政府野生动物保护主管部门',
  },
  {
    id: 'P52-1',
    article: [52, 1],
    act: '未经批准、无专用标识或者证件出售、购买、利用、运输、携带、寄递国家重点保护野生动物及其制品',
    acts: ['sell', 'buy', 'use', 'transport'],
    target: 'national',
    ground: 'tradeNational',
    base: 'value',
    multiple: [2, 20],
    confiscate: GOODS_GAIN,
    other: ['责令关闭违法经营场所'],
    whenSevere: ['吊销人工繁育许可证、撤销批准文件、收回专用标识'],
    authority: TRADE,
  },
  {
    id: 'P52-2',
    article: [52, 2],
    act: '无合法来源证明或者专用标识出售、利用、运输、携带、寄递三有、地方重点保护野生动物',
    acts: ['sell', 'use', 'transport'],
    target: 'listed',
    ground: 'tradeListed',
    base: 'value',
    multiple: [1, 10],
    confiscate: ['野生动物'],
    authority: TRADE_LOCAL,
  },
  {
    id: 'P52-3',
    article: [52, 3],
    act: '运输、邮政、快递等企业未按照规定查验或者承运、寄递',
    acts: ['carryUnchecked'],
    target: 'none',
    ground: 'none',
    base: 'proceeds',
    multiple: [1, 5],
    confiscate: ['违法所得'],
    whenSevere: ['吊销经营许可证'],
    authority: '交通运输、铁路监督管理、民用航空、邮政管理等主管部门按照职责分工',
  },
  {
    id: 'P53-1a',
    article: [53, 1],
    act: '食用或者为食用非法购买国家重点保护、三有野生动物及其制品',
    acts: ['eat', 'buy'],
    target: 'food',
    ground: 'forFood',
    base: 'value',
    multiple: [2, 20],
    confiscate: GOODS,
    other: ['责令停止违法行为'],
    authority: TRADE,
  },
  {
    id: 'P53-1b',
    article: [53, 1],
    act: '食用或者为食用非法购买其他陆生野生动物及其制品',
    acts: ['eat', 'buy'],
    target: 'otherFood',
    ground: 'forFood',
    base: 'value',
    multiple: [1, 5],
    severeOnly: true,
    confiscate: GOODS,
    other: ['责令停止违法行为', '给予批评教育'],
    authority: TRADE,
  },
  {
    id: 'P53-2a',
    article: [53, 2],
    act: '生产、经营使用国家重点保护、三有野生动物及其制品制作的食品',
    acts: ['makeFood'],
    target: 'food',
    ground: 'none',
    base: 'proceeds',
    multiple: [15, 30],
    confiscate: GOODS_GAIN,
    other: ['责令停止违法行为', '责令关闭违法经营场所'],
    authority: TRADE,
  },
  {
    id: 'P53-2b',
    article: [53, 2],
    act: '生产、经营使用其他陆生野生动物及其制品制作的食品',
    acts: ['makeFood'],
    target: 'otherFood',
    ground: 'none',
    base: 'proceeds',
    multiple: [1, 10],
    severeOnly: true,
    confiscate: GOODS_GAIN,
    other: ['给予批评教育'],
    authority: TRADE,
  },
  {
    id: 'P54',
    article: [54, 0],
    act: '为出售、购买、利用野生动物及其制品或者禁用猎捕工具发布广告',
    acts: ['advertise'],
    target: 'none',
    ground: 'none',
    other: ['依照《中华人民共和国广告法》的规定处罚'],
    authority: '市场监督管理部门（依广告法）',
  },
  {
    id: 'P55',
    article: [55, 0],
    act: '为违法出售、购买、食用及利用野生动物及其制品或者禁用猎捕工具提供展示、交易、消费服务',
    acts: ['provideVenue'],
    target: 'none',
    ground: 'none',
    base: 'proceeds',
    multiple: [2, 10],
    below: below(5000, 10_000, 100_000),
    confiscate: ['违法所得'],
    other: ['责令停止违法行为', '限期改正'],
    authority: '县级以上人民政府市场监督管理部门',
  },
  {
    id: 'P56',
    article: [56, 0],
    act: '违法进出口野生动物及其制品',
    acts: ['smuggle'],
    target: 'none',
    ground: 'unapproved',
    other: ['依照法律、行政法规和国家有关规定处罚'],
    authority: '海关、公安机关、海警机构',
  },
  {
    id: 'P57',
    article: [57, 0],
    act: '向境外机构或者人员提供我国特有的野生动物遗传资源',
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
    act: '未经批准从境外引进野生动物物种',
    acts: ['introduce'],
    target: 'none',
    ground: 'unapproved',
    fixed: range(50_000, 500_000),
    confiscate: ['所引进的野生动物'],
    other: ['未依法实施进境检疫的，依照《中华人民共和国进出境动植物检疫法》的规定处罚'],
    authority: WILDLIFE,
  },
  {
    id: 'P59',
    article: [59, 0],
    act: '将从境外引进的野生动物放生、丢弃',
    acts: ['releaseAlien', 'release'],
    target: 'none',
    ground: 'alien',
    fixed: range(10_000, 100_000),
    other: ['责令限期捕回；逾期不捕回的，代为捕回或者采取降低影响的措施，所需费用由被责令限期捕回者承担'],
    authority: WILDLIFE,
  },
  {
    id: 'P60',
    article: [60, 0],
    act: '伪造、变造、买卖、转让、租借有关证件、专用标识或者有关批准文件',
    acts: ['forgePermit'],
    target: 'none',
    ground: 'none',
    fixed: range(50_000, 500_000),
    confiscate: ['违法证件、专用标识、有关批准文件', '违法所得'],
    other: ['构成违反治安管理行为的，由公安机关给予治安管理处罚'],
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
