// What can a citizen report, through which door did it come, and how far has it got?
import type { Label } from '../kernel/label.ts';
import type { ViolationTypeCode } from '../law/taxonomy.ts';

/** `violation` is the kind of violation a clue made from it starts with; an officer may say otherwise. */
export const TIP_MATTERS = [
  { code: 'hunting', label: ['打猎捕杀', 'Hunting or killing'] },
  { code: 'net', label: ['架网、设套、下夹', 'Nets, snares, traps'] },
  { code: 'sale', label: ['摆摊、市场买卖', 'Sale at a stall or market'] },
  { code: 'restaurant', label: ['饭店食用', 'Served in a restaurant'] },
  { code: 'transport', label: ['运输寄递', 'Transport or parcels'] },
  { code: 'online', label: ['网上买卖、发布', 'Sold or shown online'] },
  { code: 'hurtAnimal', label: ['受伤、被困动物', 'Hurt or trapped animal'] },
  { code: 'other', label: ['其他、不清楚', 'Something else or not sure'] },
] as const satisfies readonly { code: string; label: Label }[];
export type TipMatter = (typeof TIP_MATTERS)[number]['code'];

const VIOLATION: Partial<Record<TipMatter, ViolationTypeCode>> = { online: 'T2' };
/** The kind of violation a matter points to by itself; most need the facts first. */
export function violationOf(matter: TipMatter): ViolationTypeCode | null {
  return VIOLATION[matter] ?? null;
}

export const TIP_CHANNELS = [
  { code: 'portal', label: ['网页举报', 'Portal'] },
  { code: 'hotline', label: ['举报电话', 'Hotline'] },
  { code: 'walkIn', label: ['来访', 'Walk-in'] },
  { code: 'line12345', label: ['12345 转办', 'From the 12345 line'] },
  { code: 'police', label: ['公安转办', 'From the police'] },
  { code: 'market', label: ['市场监管转办', 'From market supervision'] },
] as const satisfies readonly { code: string; label: Label }[];
export type TipChannel = (typeof TIP_CHANNELS)[number]['code'];

export const TIP_STATES = [
  { code: 'new', label: ['待受理', 'New'] },
  { code: 'clue', label: ['已转线索', 'Made a clue'] },
  { code: 'aside', label: ['不予受理', 'Set aside'] },
] as const satisfies readonly { code: string; label: Label }[];
export type TipState = (typeof TIP_STATES)[number]['code'];

export const TIP_WHENS = [
  { code: 'now', label: ['正在发生', 'Happening now'] },
  { code: 'today', label: ['今天', 'Today'] },
  { code: 'at', label: ['选择时间', 'Choose a time'] },
  { code: 'unknown', label: ['不清楚', 'Not known'] },
] as const satisfies readonly { code: string; label: Label }[];
export type TipWhen = (typeof TIP_WHENS)[number]['code'];

/** What stands on an informant's timeline. */
export const TIP_EVENTS = [
  { code: 'received', label: ['已收到举报', 'Received'] },
  { code: 'accepted', label: ['已受理，转为线索办理', 'Accepted and being handled'] },
  {
    code: 'joined',
    label: ['已受理，与同一事项合并办理', 'Accepted, handled together with the same matter'],
  },
  { code: 'aside', label: ['不予受理', 'Not accepted'] },
  { code: 'added', label: ['您补充了材料', 'You added material'] },
  {
    code: 'opened',
    label: [
      '经两名保管人共同批准，身份信息被依法查阅',
      'Your identity was opened with the approval of two keepers',
    ],
  },
  {
    code: 'erased',
    label: [
      '保存期满，身份信息和原始文件已清除',
      'Identity and original files were erased after the retention period',
    ],
  },
] as const satisfies readonly { code: string; label: Label }[];
export type TipEvent = (typeof TIP_EVENTS)[number]['code'];

/** What an identity may be opened for; stated by whoever asks, kept with the reason. */
export const TIP_PURPOSES = [
  { code: 'verify', label: ['向举报人核实情况', 'Verify what was reported'] },
  { code: 'evidence', label: ['依法询问、作证', 'Statement or testimony under law'] },
  { code: 'protect', label: ['保护举报人安全', 'Keep the informant safe'] },
  { code: 'pay', label: ['转账发放奖励', 'Pay a reward by transfer'] },
  { code: 'lawful', label: ['司法、监察机关依法调取', 'Demanded under law by a court or supervisory body'] },
] as const satisfies readonly { code: string; label: Label }[];

/** How a place became coordinates: measured by the phone, or pointed at on a map by the person. */
export const TIP_PLACE_BYS = [
  { code: 'device', label: ['手机定位', 'Located by the phone'] },
  { code: 'pointed', label: ['举报人在地图上指的', 'Pointed at on a map by the informant'] },
] as const satisfies readonly { code: string; label: Label }[];
export type TipPlaceBy = (typeof TIP_PLACE_BYS)[number]['code'];

export interface TipContent {
  readonly matter: TipMatter;
  readonly text: string;
  /** All empty means "I don't know". WGS84; accuracy in metres. */
  readonly where: {
    readonly place?:
      | {
          readonly lng: number;
          readonly lat: number;
          readonly accuracy?: number | undefined;
          /** Absent where an officer wrote the tip down, and on tips older than the field. */
          readonly by?: TipPlaceBy | undefined;
        }
      | null
      | undefined;
    readonly town?: string | null | undefined;
    readonly address?: string | null | undefined;
  };
  /** `at` as the person chose it: YYYY-MM-DD or YYYY-MM-DDTHH:mm, local time of China. */
  readonly when: { readonly kind: TipWhen; readonly at?: string | null | undefined };
}

/** What a named informant seals in the browser. */
export interface TipIdentity {
  readonly name: string;
  readonly phone: string;
  /** Anything else that helps to reach the person. */
  readonly note?: string;
}

/** How an officer reads a tip's number: its day and four letters of its id; not a count of tips. */
export function tipNo(id: string, day: string): string {
  return `JB-${day.replaceAll('-', '')}-${id.slice(-4).toUpperCase()}`;
}

/** Telephone, identity and card numbers, grouped or not; a day is none. */
const NUMBERS = /(?<!\d)(?!(?:19|20)\d\d[ -]?[01]?\d[ -]?[0-3]?\d(?![ -]?\d))(?:\d[ -]?){6,18}[\dXx](?!\d)/g;
/** What people write when they say who they are. */
const SELF =
  /(我叫|我的名字[是叫]|本人|姓名[:：是]?\s*|联系人[:：]?\s*|我是)(\p{Script=Han}{2,4})(?=[，。,.;；、\s（(]|$)/gu;

/**
 * Words without what would name whoever wrote them: a clue is a record of the ledger, open in the database, told to whom it is
 * assigned, and never erased. The words as they came stay in the tip, sealed.
 */
export function withoutSelf(text: string): string {
  return text.replace(SELF, '$1〔见举报原文〕').replace(NUMBERS, '〔号码见举报原文〕');
}

/** How far the coordinates can be trusted, in the words of a clue; empty when nobody told. */
function placeWords(place: TipContent['where']['place']): string {
  const by = TIP_PLACE_BYS.find((row) => row.code === place?.by)?.label[0];
  return by
    ? `坐标：${by}${place?.accuracy === undefined ? '' : `，约±${Math.round(place.accuracy)}米`}`
    : '';
}

/** The tip in one paragraph, as the content of a clue. */
export function tipParagraph(content: TipContent): string {
  const matter = TIP_MATTERS.find((row) => row.code === content.matter)?.label[0] ?? '';
  const where = [content.where.town, content.where.address].filter(Boolean).join(' ');
  const when =
    content.when.kind === 'at'
      ? (content.when.at ?? '').replace('T', ' ')
      : (TIP_WHENS.find((row) => row.code === content.when.kind)?.label[0] ?? '');
  return [
    `群众举报：${matter}`,
    when && `时间：${when}`,
    where && `地点：${where}`,
    placeWords(content.where.place),
    withoutSelf(content.text),
  ]
    .filter(Boolean)
    .join('。');
}
