// Which cases of the demo county are being handled step by step? One for each stage, some late, returned or in dispute.
import { causeOf } from '../domain/case/guard-fact.ts';
import { addDays } from '../domain/kernel/day.ts';
import type { Values } from '../domain/kernel/record.ts';
import type { Base } from './county-base.ts';
import type { Campaign } from './county-campaign.ts';
import {
  type Beat,
  type Cast,
  CLERK,
  concluded,
  decided,
  filed,
  heard,
  hearing,
  kept,
  LEADER,
  notified,
  OFFICER,
  questioned,
  REVIEWER,
  released,
  transferred,
} from './county-case-beat.ts';
import type { DemoStep, Ledger } from './ledger.ts';

interface Story {
  readonly name: string;
  readonly party: string;
  /** Discovered so many days ago. */
  readonly ago: number;
  readonly more?: Values;
  readonly catchOf?: readonly [species: string, heads: number, value: number];
  readonly beats: readonly Beat[];
}

const DEPARTURE = '鉴定显示系人工繁育个体且来源合法证明已补交，不再符合追诉条件';
const CHARGE = '危害珍贵、濒危野生动物罪';

function toBeFiled(cast: Cast): Story[] {
  return [
    {
      ...{ name: '早市出售斑鸠案', party: '冯某', ago: 3, catchOf: ['斑鸠', 6, 180_000] },
      beats: [[2, OFFICER, 'check', { officers: cast.two, finding: '摊位笼内有斑鸠六只，摊主称自家网捕' }]],
    },
    {
      ...{ name: '饭店冷库存放野兔案', party: '陈某', ago: 4, catchOf: ['野兔', 4, 80_000] },
      beats: filed(cast, 2).slice(0, 1),
    },
    {
      ...{ name: '携带弹弓打鸟案', party: '褚某', ago: 2 },
      beats: [
        [
          ...([1, OFFICER, 'punishOnSpot'] as const),
          {
            ...{
              officers: cast.two,
              party: 'citizen',
              facts: '在禁猎区用弹弓打鸟，未打中',
              basis: '《示范省野生动物保护条例》（示例）第三十条',
            },
            ...{ docNo: '示野当罚〔1〕号', fine: 10_000, collected: 'cash', cashGround: 'upTo100' },
            ...{ time: '16:20', where: '白鹭湖北岸观鸟台', heard: '承认事实，没有意见', handed: 'signed' },
          },
        ],
        [1, OFFICER, 'reportOnSpot', { time: '17:30' }],
      ],
    },
  ];
}

function underWay(cast: Cast, today: string): Story[] {
  return [
    {
      ...{ name: '收购麻雀案', party: '卫某', ago: 22, catchOf: ['麻雀', 22, 660_000] },
      beats: [...kept(cast, 22), ...filed(cast, 21), ...released(cast, 16), questioned(cast, 15, '卫某')],
    },
    {
      ...{ name: '网购画眉案', party: '蒋某', ago: 90, catchOf: ['画眉', 1, 500_000] },
      beats: [...filed(cast, 89), questioned(cast, 60, '蒋某')],
    },
    {
      ...{ name: '养殖场无证出售环颈雉案', party: '沈某', ago: 112, catchOf: ['环颈雉', 5, 150_000] },
      beats: [...filed(cast, 110), questioned(cast, 80, '沈某')],
    },
    {
      ...{ name: '跨县收购斑鸠案', party: '曹某', ago: 40, catchOf: ['斑鸠', 9, 270_000] },
      beats: [
        ...filed(cast, 39),
        questioned(cast, 30, '曹某'),
        concluded(8, 'penalty', { reviewGrounds: ['complex'], major: 'yes' }),
        [5, REVIEWER, 'review', { result: 'passed', opinion: '事实清楚，适用法律正确' }],
      ],
    },
    {
      ...{ name: '餐馆加工野鸭案', party: '韩某', ago: 35, catchOf: ['野鸭', 7, 350_000] },
      beats: [
        ...filed(cast, 34),
        questioned(cast, 28, '韩某'),
        concluded(5),
        notified(3, 1_050_000, 'offered'),
      ],
    },
    {
      ...{ name: '出售野兔案', party: '杨某', ago: 50, catchOf: ['野兔', 3, 60_000] },
      beats: [
        ...filed(cast, 49),
        questioned(cast, 45, '杨某'),
        concluded(20),
        notified(18, 180_000, 'notDue'),
        [
          ...([14, OFFICER, 'defence'] as const),
          { defence: 'stated', content: '家庭困难，请求从轻', review: '情况属实', adopted: 'part' },
        ],
      ],
    },
    {
      ...{ name: '运输野鸭案', party: '朱某', ago: 60, catchOf: ['野鸭', 6, 300_000] },
      beats: [
        ...filed(cast, 59),
        questioned(cast, 50, '朱某'),
        ...[concluded(48), notified(47, 600_000, 'offered'), ...hearing(cast, today), decided(12, 600_000)],
        [10, OFFICER, 'serve', { method: 'direct', receiver: '朱某' }],
      ],
    },
    {
      ...{ name: '合伙贩卖麻雀案', party: '秦某', ago: 75, catchOf: ['麻雀', 18, 540_000] },
      more: { parties: ['秦某', '尤某'] },
      beats: [
        ...filed(cast, 74),
        questioned(cast, 70, '秦某'),
        ...[concluded(56), notified(54, 1_000_000, 'offered'), heard(52)],
        [44, OFFICER, 'waiveHearing', { how: 'lapsed' }],
        decided(40, 1_000_000, { parties: ['秦某', '尤某'], fines: ['6000', '4000'] }),
        [38, OFFICER, 'serve', { method: 'direct', receiver: '秦某、尤某' }],
        [30, CLERK, 'payFull', { amount: 1_000_000, receiptNo: '示财票0131' }],
        [28, LEADER, 'close', { summary: '罚款缴清，没收物品已处理，结案' }],
      ],
    },
  ];
}

function withThePolice(cast: Cast): Story[] {
  return [
    {
      ...{ name: '出售画眉案', party: '许某', ago: 24, catchOf: ['画眉', 14, 7_000_000] },
      beats: [...filed(cast, 23), questioned(cast, 20, '许某'), ...transferred(cast, 5)],
    },
    {
      ...{ name: '养殖户收购画眉案', party: '何某', ago: 70, catchOf: ['画眉', 12, 6_000_000] },
      beats: [
        ...filed(cast, 69),
        ...transferred(cast, 60),
        [55, OFFICER, 'policeFile', { docNo: '示公立〔55〕号' }],
        [52, OFFICER, 'handItems', { listNo: '示野交〔52〕号', receiver: '民警许某' }],
        [
          ...([6, OFFICER, 'policeReturn'] as const),
          {
            ...{ docNo: '示公撤案〔6〕号', administrative: 'yes' },
            reason: '经鉴定部分个体系人工繁育，情节显著轻微，不认为是犯罪',
          },
        ],
      ],
    },
    {
      ...{ name: '养殖画眉来源不明案', party: '吕某', ago: 30, catchOf: ['画眉', 11, 5_500_000] },
      beats: [
        ...filed(cast, 29),
        questioned(cast, 25, '吕某'),
        [
          ...([9, OFFICER, 'assess'] as const),
          { proposed: 'yes', conclusion: 'no', charges: [CHARGE], lawVersion: '示例', departure: DEPARTURE },
        ],
        [
          ...([4, REVIEWER, 'answer'] as const),
          {
            ...{ guard: 'case.departure', cause: causeOf(CHARGE, 'no', DEPARTURE) },
            reason: '已调阅人工繁育许可与谱系记录，承办人理由成立，继续按行政案件办理',
          },
        ],
      ],
    },
  ];
}

const DROPPED = 5;

/** Two that end without a penalty: another agency's matter, and a breeder whose permit was found. */
function ended(cast: Cast, today: string): Story[] {
  return [
    {
      ...{ name: '出售“野鸡”案', party: '戚某', ago: 16 },
      beats: [
        [14, OFFICER, 'check', { officers: cast.two, finding: '所售为家养鸡，招牌写“野鸡”，不是野生动物' }],
        [
          ...([12, LEADER, 'declineFiling'] as const),
          {
            ...{ ground: 'otherAgency', receiver: '示范县市场监督管理局', receiptNo: '示市监收〔12〕号' },
            reason: '未涉及野生动物；招牌涉嫌虚假宣传，由市场监督管理部门处理',
          },
        ],
      ],
    },
    {
      ...{ name: '饲养环颈雉案', party: '谢某', ago: 33 },
      beats: [
        ...filed(cast, 32),
        questioned(cast, 25, '谢某'),
        concluded(8, 'noViolation', {
          report: '谢某持有有效的人工繁育许可证，环颈雉均有谱系和购买凭证',
        }),
        [
          ...([DROPPED, LEADER, 'dropCase'] as const),
          { reason: '当事人持有人工繁育许可证，来源合法，违法事实不能成立' },
        ],
        [
          ...([3, REVIEWER, 'answer'] as const),
          {
            ...{ guard: 'case.withdrawn', cause: causeOf('dropped', addDays(today, -DROPPED)) },
            reason: '已核对许可证原件和谱系记录，撤销案件理由成立',
          },
        ],
      ],
    },
  ];
}

/** Seventeen cases, each left where it stands today. */
export function addCaseWork(
  ledger: Ledger,
  base: Base,
  { today, campaign, numbers }: { today: string; campaign: Campaign; numbers: Map<string, number> },
): void {
  const bureau = '示范县自然资源局';
  const people = base.people[bureau] ?? [];
  const cast: Cast = {
    two: people.slice(0, 2),
    others: people.slice(2, 5) as unknown as Cast['others'],
    police: base.agency['示范县森林派出所'] as string,
  };
  const agency = base.agency[bureau] as string;
  const stories = [
    ...toBeFiled(cast),
    ...underWay(cast, today),
    ...withThePolice(cast),
    ...ended(cast, today),
  ];
  for (const story of stories) {
    const day = addDays(today, -story.ago);
    const year = day.slice(0, 4);
    const n = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, n);
    const { area, place } = ledger.dice.pick(base.venues);
    const inside = day >= campaign.from && day <= campaign.until ? { campaign: campaign.id } : {};
    const id = ledger.add('case', day, {
      ...{ caseNo: `示野查字〔${year}〕${n}号`, name: `${story.party}${story.name}` },
      ...{
        track: 'administrative',
        discoveredOn: day,
        violations: ['T4'],
        agency,
        officer: cast.two[0] as string,
      },
      ...{ parties: [story.party], area, place, ...inside, ...story.more },
    });
    if (story.catchOf) {
      const [name, heads, value] = story.catchOf;
      ledger.add('seizure', day, {
        ...{ day, form: 'carcass', species: { id: null, name }, quantity: { value: heads, bound: 'exact' } },
        ...{ unit: 'head', case: id, agency, area, place, holder: story.party, value, ...inside },
        custodian: '县自然资源局物证室',
      });
    }
    for (const beat of story.beats) ledger.step(stepOf(id, today, beat));
  }
}

function stepOf(id: string, today: string, [ago, login, name, values = {}]: Beat): DemoStep {
  return { kind: 'case', id, login, name, values: { on: addDays(today, -ago), ...values } };
}
