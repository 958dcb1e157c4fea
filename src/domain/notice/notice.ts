// What did the county announce, where was it posted, and what did it suspend?
import { AGENCY, AREA, CAMPAIGN, NOTE, PLACE } from '../kernel/common-field.ts';
import { defineKind } from '../kernel/record.ts';
import { TOOL_TYPES } from '../law/tool.ts';

export const NOTICE_KINDS = [
  {
    code: 'huntingBan',
    label: ['禁猎区和禁猎期通告', 'Hunting ban'],
    aliases: ['禁猎通告', '禁猎', '禁猎区禁猎期'],
  },
  {
    code: 'tipCall',
    label: ['征集线索通告', 'Call for tips'],
    aliases: ['征集线索', '有奖征集', '有奖举报'],
  },
  { code: 'other', label: ['其他通告', 'Other'] },
] as const;

/** Where summary B posted its notice; the last is for what it does not name. */
export const POSTING_PLACES = [
  { code: 'villageBoard', label: ['村镇公示栏', 'Village board'], aliases: ['公示栏', '村务公开栏'] },
  { code: 'gate', label: ['单位大门口', 'Office gate'], aliases: ['大门口', '各单位大门口'] },
  { code: 'market', label: ['集贸市场', 'Market'], aliases: ['市场'] },
  { code: 'park', label: ['公园', 'Park'] },
  { code: 'pharmacy', label: ['药店', 'Pharmacy'] },
  { code: 'bank', label: ['银行', 'Bank'] },
  { code: 'hospital', label: ['医院', 'Hospital'] },
  { code: 'crossroad', label: ['进出村庄路口', 'Village entrance'], aliases: ['路口', '村口'] },
  { code: 'other', label: ['其他', 'Other'] },
] as const;

export const SUSPENSIONS = [
  { code: 'hunting', label: ['停止狩猎', 'Hunting'], aliases: ['狩猎', '停猎'] },
  { code: 'show', label: ['停止表演展示', 'Shows'], aliases: ['表演', '展示', '表演展示'] },
  { code: 'advert', label: ['暂停广告', 'Advertising'], aliases: ['广告'] },
] as const;

export const notice = defineKind({
  name: 'notice',
  label: ['通告', 'Notice'],
  room: 'notice',
  prefix: 'TG',
  day: 'day',
  title: ['title'],
  key: ['title', 'docNo'],
  fields: {
    title: { type: 'text', required: true, label: ['标题', 'Title'], aliases: ['通告名称', '名称'] },
    noticeKind: {
      type: 'code',
      codes: NOTICE_KINDS,
      required: true,
      label: ['种类', 'Type'],
      aliases: ['类别'],
    },
    docNo: { type: 'text', label: ['文号', 'Document no.'] },
    issuer: {
      type: 'text',
      required: true,
      label: ['发布机关', 'Issuer'],
      aliases: ['发布单位', '发文单位'],
    },
    day: { type: 'day', required: true, label: ['发布日期', 'Day'], aliases: ['日期', '印发日期'] },
    from: { type: 'day', label: ['禁猎期起', 'Ban from'], aliases: ['开始日期'] },
    until: { type: 'day', label: ['禁猎期止', 'Ban until'], aliases: ['结束日期'] },
    banArea: { type: 'text', long: true, label: ['禁猎区', 'Ban area'], aliases: ['禁猎区域', '禁猎范围'] },
    animals: { type: 'text', long: true, label: ['禁猎对象', 'Animals'], aliases: ['禁猎种类'] },
    tools: { type: 'codes', codes: TOOL_TYPES, label: ['禁猎工具', 'Tools'], aliases: ['禁用工具'] },
    legalBasis: { type: 'text', long: true, label: ['法律依据', 'Legal basis'], aliases: ['依据'] },
    exceptions: {
      type: 'text',
      long: true,
      label: ['确需猎捕的特殊情况', 'Exceptions'],
      aliases: ['特殊情况', '例外'],
    },
    rights: {
      type: 'text',
      long: true,
      label: ['公民权利和义务', 'Rights and duties'],
      aliases: ['权利义务', '权利和义务'],
    },
    rewardRule: { type: 'text', long: true, label: ['奖励办法', 'Reward rule'], aliases: ['奖励标准'] },
    campaign: CAMPAIGN,
    note: NOTE,
  },
});

/** The six elements summary B lists; a hunting-ban notice lacking one is said to be incomplete. */
export const BAN_ELEMENTS = ['from', 'animals', 'tools', 'legalBasis', 'exceptions', 'rights'] as const;

export const postingPoint = defineKind({
  name: 'postingPoint',
  label: ['张贴点', 'Posting point'],
  room: 'notice',
  prefix: 'ZT',
  day: 'day',
  title: ['name'],
  key: ['notice', 'name', 'day'],
  fields: {
    notice: { type: 'ref', kind: 'notice', required: true, label: ['通告', 'Notice'], aliases: ['通告名称'] },
    placeType: {
      type: 'code',
      codes: POSTING_PLACES,
      required: true,
      label: ['地点类型', 'Place type'],
      aliases: ['类型', '类别'],
    },
    name: { type: 'text', required: true, label: ['张贴地点', 'Where'], aliases: ['地点', '名称', '位置'] },
    day: { type: 'day', required: true, label: ['张贴日期', 'Day'], aliases: ['日期'] },
    copies: { type: 'quantity', unit: '份', label: ['份数', 'Copies'], aliases: ['数量'] },
    campaign: CAMPAIGN,
    agency: AGENCY,
    area: AREA,
    place: PLACE,
    note: NOTE,
  },
});

export const suspension = defineKind({
  name: 'suspension',
  label: ['停止令', 'Suspension order'],
  room: 'notice',
  prefix: 'TZ',
  day: 'from',
  title: ['suspends', 'scope'],
  key: ['from', 'suspends', 'scope'],
  fields: {
    suspends: {
      type: 'code',
      codes: SUSPENSIONS,
      required: true,
      label: ['停止事项', 'Suspends'],
      aliases: ['事项', '类别'],
    },
    scope: { type: 'text', required: true, label: ['范围', 'Scope'], aliases: ['对象', '单位'] },
    from: { type: 'day', required: true, label: ['开始日期', 'From'] },
    until: { type: 'day', label: ['结束日期', 'Until'] },
    people: { type: 'quantity', unit: '人', label: ['涉及人数', 'People'], aliases: ['人数', '猎民人数'] },
    docNo: { type: 'text', label: ['文号', 'Document no.'] },
    campaign: CAMPAIGN,
    agency: AGENCY,
    note: NOTE,
  },
});
