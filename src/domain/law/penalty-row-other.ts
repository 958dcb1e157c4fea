// Which penalties do arts 54 to 60 of the Wildlife Protection Law know, from adverts to forged permits?
import { below, type PenaltyLine, range } from './penalty-row.ts';
import { GOODS_GAIN, PROCEEDS, PUBLIC_ORDER, STOP, WILDLIFE } from './penalty-word.ts';

export const OTHER_ROWS: readonly PenaltyLine[] = [
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
    ground: 'crossing',
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
    ground: 'endemic',
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
    ground: 'introducing',
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
