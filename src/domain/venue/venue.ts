// Which places must be looked at: venues, the stalls inside a market, and field sites with their area?
import { AREA, NOTE, PLACE } from '../kernel/common-field.ts';
import { defineKind } from '../kernel/record.ts';
import { VENUE_TYPES } from '../law/taxonomy.ts';

export const RISKS = [
  { code: 'high', label: ['高', 'High'], aliases: ['高风险', '重点'] },
  { code: 'medium', label: ['中', 'Medium'], aliases: ['中风险', '一般'] },
  { code: 'low', label: ['低', 'Low'], aliases: ['低风险'] },
] as const;

export const FIELD_SITE_TYPES = VENUE_TYPES.filter((t) => t.kind === 'field' || t.kind === 'protected');

export const venue = defineKind({
  name: 'venue',
  label: ['场所', 'Venue'],
  room: 'field',
  prefix: 'CS',
  day: 'day',
  title: ['name'],
  key: ['name', 'venueType'],
  fields: {
    name: {
      type: 'text',
      required: true,
      label: ['场所名称', 'Name'],
      aliases: ['名称', '单位名称', '店名', '字号', '商户名称'],
    },
    venueType: {
      type: 'code',
      codes: VENUE_TYPES,
      required: true,
      label: ['场所类型', 'Type'],
      aliases: ['类型', '类别', '场所类别'],
    },
    area: AREA,
    address: { type: 'text', label: ['地址', 'Address'], aliases: ['详细地址', '经营地址', '所在地'] },
    place: PLACE,
    keyVenue: { type: 'bool', label: ['重点场所', 'Key venue'], aliases: ['是否重点'] },
    risk: { type: 'code', codes: RISKS, label: ['风险', 'Risk'], aliases: ['风险等级'] },
    frequency: { type: 'number', label: ['检查频次（次/周）', 'Visits a week'], aliases: ['频次'] },
    operator: {
      type: 'text',
      label: ['经营者', 'Operator'],
      aliases: ['负责人', '经营人', '法人', '业主'],
      personal: true,
    },
    phone: { type: 'text', personal: true, label: ['电话', 'Phone'], aliases: ['联系电话'], minor: true },
    licence: {
      type: 'text',
      label: ['统一社会信用代码', 'Credit code'],
      aliases: ['营业执照', '信用代码', '执照号'],
      minor: true,
    },
    status: {
      type: 'code',
      label: ['状态', 'Status'],
      codes: [
        { code: 'open', label: ['营业', 'Open'], aliases: ['正常', '在营'] },
        { code: 'closed', label: ['停业', 'Closed'], aliases: ['关闭', '歇业', '注销'] },
        { code: 'delisted', label: ['已摘牌', 'Delisted'], aliases: ['摘牌'] },
      ],
    },
    day: { type: 'day', label: ['登记日期', 'Registered'], aliases: ['登记时间'] },
    note: NOTE,
  },
});

export const stall = defineKind({
  name: 'stall',
  label: ['摊位', 'Stall'],
  room: 'field',
  prefix: 'TW',
  day: 'day',
  title: ['venue', 'stallNo'],
  key: ['venue', 'stallNo'],
  fields: {
    venue: {
      type: 'ref',
      kind: 'venue',
      required: true,
      label: ['所在市场', 'Market'],
      aliases: ['市场', '市场名称'],
    },
    stallNo: { type: 'text', required: true, label: ['摊位号', 'Stall no.'], aliases: ['摊号', '编号'] },
    holder: { type: 'text', personal: true, label: ['摊主', 'Holder'], aliases: ['经营户', '经营者'] },
    goods: { type: 'text', label: ['经营品种', 'Goods'], aliases: ['品种', '经营范围'] },
    risk: { type: 'code', codes: RISKS, label: ['风险', 'Risk'], aliases: ['风险等级'] },
    frequency: { type: 'number', label: ['检查频次（次/周）', 'Visits a week'], aliases: ['频次'] },
    day: { type: 'day', label: ['登记日期', 'Registered'] },
    note: NOTE,
  },
});

export const site = defineKind({
  name: 'site',
  label: ['野外点位', 'Field site'],
  room: 'field',
  prefix: 'DD',
  day: 'day',
  title: ['name'],
  key: ['name'],
  fields: {
    name: { type: 'text', required: true, label: ['点位名称', 'Name'], aliases: ['名称', '地点', '点位'] },
    siteType: {
      type: 'code',
      codes: FIELD_SITE_TYPES,
      required: true,
      label: ['类型', 'Type'],
      aliases: ['点位类型', '类别'],
    },
    extent: { type: 'quantity', unit: '亩', label: ['面积（亩）', 'Area (mu)'], aliases: ['面积', '亩数'] },
    area: AREA,
    place: PLACE,
    protectedArea: { type: 'text', label: ['保护地名称', 'Protected area'], minor: true },
    day: { type: 'day', label: ['登记日期', 'Registered'], minor: true },
    note: NOTE,
  },
});
