// What did citizens of the demo county report? Twelve invented tips, some answered, some dealt with.
import type { TipChannel, TipContent, TipIdentity } from '../domain/tip/tip.ts';

export interface DemoTip {
  /** Fifteen digits; the sixteenth follows. */
  readonly receipt: string;
  readonly hoursAgo: number;
  readonly channel?: Exclude<TipChannel, 'portal'>;
  readonly originNo?: string;
  readonly content: TipContent;
  readonly identity?: TipIdentity;
  /** Titles drawn on the invented pictures that came with it. */
  readonly pictures?: readonly string[];
  /** Words in turn; `office` is the clerk's. */
  readonly talk?: readonly { readonly office?: true; readonly text: string }[];
  /** `join` takes the next clue of the county that came from the public. */
  readonly to?: 'join' | 'aside';
  readonly note?: string;
}

const here = (lng: number, lat: number, accuracy = 15) => ({ lng, lat, accuracy });
const NOW = { kind: 'now' } as const;
const TODAY = { kind: 'today' } as const;
const UNKNOWN = { kind: 'unknown' } as const;

export const DEMO_TIPS: readonly DemoTip[] = [
  {
    receipt: '202600010002000',
    hoursAgo: 2,
    content: {
      matter: 'net',
      text: '南岸芦苇荡里拉了三张粘网，网上挂着五六只鸟，还在动。有个骑蓝色三轮车的男子每天天不亮来收。',
      where: { town: '青山镇', address: '清河大桥下游约500米', place: here(106.231, 38.482, 12) },
      when: NOW,
    },
    pictures: ['粘网（示例图片）', '网上的鸟（示例图片）'],
    talk: [
      { office: true, text: '已收到。请问网现在还在原处吗？请不要靠近，注意安全。' },
      { text: '还在，刚才又看到那辆三轮车，往北边村里去了。' },
    ],
  },
  {
    receipt: '202600010003000',
    hoursAgo: 5,
    content: {
      matter: 'restaurant',
      text: '菜单没有写，老板口头问要不要“斑鸠”和“野鸡”，一盘180元。后厨冰柜里有。',
      where: { town: '柳河镇', address: '老街十字路口东边第二家' },
      when: { kind: 'at', at: '2026-07-18T19:20' },
    },
    identity: { name: '周示例', phone: '13800000011', note: '工作日晚上方便接电话' },
  },
  {
    receipt: '202600010004000',
    hoursAgo: 9,
    content: {
      matter: 'hurtAnimal',
      text: '一只像猫头鹰的大鸟翅膀受伤，飞不起来，现在在我家院子的纸箱里。',
      where: { town: '石桥乡', address: '石桥村村委会东侧', place: here(106.305, 38.441, 30) },
      when: TODAY,
    },
    pictures: ['受伤的鸟（示例图片）'],
    talk: [
      { text: '要不要喂水？' },
      { office: true, text: '请不要喂食喂水，纸箱盖好放在暗处，救护人员一小时内到。' },
    ],
    to: 'join',
  },
  {
    receipt: '202600010005000',
    hoursAgo: 20,
    channel: 'hotline',
    content: {
      matter: 'sale',
      text: '来电人称早市有人用编织袋卖活的野兔和刺猬，六点前收摊。',
      where: { town: '城关镇', address: '城南早市西门' },
      when: TODAY,
    },
  },
  {
    receipt: '202600010006000',
    hoursAgo: 28,
    channel: 'line12345',
    originNo: 'GD-2026-070418',
    content: {
      matter: 'hunting',
      text: '群众反映夜间有人在沟里用强光灯和弹弓打鸟，听到几次，看到两辆摩托车。',
      where: { town: '北沟乡', address: '北沟水库大坝附近' },
      when: { kind: 'at', at: '2026-07-17T22:30' },
    },
    to: 'join',
  },
  {
    receipt: '202600010007000',
    hoursAgo: 34,
    content: {
      matter: 'online',
      text: '短视频账号“山里的味道示例号”直播卖“野生画眉”，评论区留微信，说包邮。',
      where: { address: '短视频平台，账号名见正文' },
      when: UNKNOWN,
    },
    pictures: ['直播截图（示例图片）'],
    talk: [{ office: true, text: '截图已收到，能否补充账号的主页链接？' }],
  },
  {
    receipt: '202600010008000',
    hoursAgo: 50,
    content: {
      matter: 'transport',
      text: '物流站有个纸箱一直有鸟叫，寄件人写的“玩具”，今天下午要发走。',
      where: { town: '城关镇', address: '开发区示例物流站' },
      when: TODAY,
    },
    identity: { name: '吴示例', phone: '13800000012' },
    to: 'join',
    note: '已通知现场核查组，请勿声张',
  },
  {
    receipt: '202600010009000',
    hoursAgo: 75,
    content: {
      matter: 'other',
      text: '小区里有人遛狗不牵绳，能不能管一下。',
      where: { town: '城关镇' },
      when: UNKNOWN,
    },
    to: 'aside',
    note: '不属于野生动物保护事项，请向城市管理部门反映（12345）',
  },
  {
    receipt: '202600010010000',
    hoursAgo: 96,
    channel: 'walkIn',
    content: {
      matter: 'net',
      text: '来访人带来两个捕兽夹，称在承包的林地边上捡到，附近可能还有。',
      where: { town: '石桥乡', address: '大洼林场东沿', place: here(106.352, 38.463, 50) },
      when: { kind: 'at', at: '2026-07-13' },
    },
    identity: { name: '郑示例', phone: '13800000013' },
    pictures: ['捕兽夹（示例图片）'],
    to: 'join',
  },
  {
    receipt: '202600010011000',
    hoursAgo: 120,
    channel: 'market',
    originNo: '示市监移〔2026〕12号',
    content: {
      matter: 'restaurant',
      text: '检查中发现一家农家乐冷柜内有禽类六只，店主称是“野鸭”，未能说明来源，现移送处理。',
      where: { town: '柳河镇', address: '湖边农家乐示例店' },
      when: { kind: 'at', at: '2026-07-12' },
    },
    to: 'join',
  },
  {
    receipt: '202600010012000',
    hoursAgo: 170,
    content: {
      matter: 'hunting',
      text: '',
      where: { place: here(106.198, 38.51, 200) },
      when: UNKNOWN,
    },
    pictures: ['林中的套索（示例图片）'],
  },
  {
    receipt: '202600010013000',
    hoursAgo: 200,
    channel: 'police',
    originNo: '示公（森）移字〔2026〕3号',
    content: {
      matter: 'sale',
      text: '办理他案时发现一微信群有人出售“麻雀”“斑鸠”，数量不详，移送线索。',
      where: { address: '微信群“示例钓友交流”' },
      when: UNKNOWN,
    },
  },
];
