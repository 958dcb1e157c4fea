// How were people told: materials, events and reports in the media?
import { AGENCY, AREA, CAMPAIGN, NOTE, PLACE } from '../kernel/common-field.ts';
import { defineKind } from '../kernel/record.ts';

export const MATERIAL_KINDS = [
  { code: 'banner', label: ['横幅标语', 'Banner'], aliases: ['横幅', '标语', '条幅', '横幅标语'] },
  { code: 'leaflet', label: ['传单折页', 'Leaflet'], aliases: ['传单', '折页', '宣传单'] },
  { code: 'proposal', label: ['倡议书', 'Written proposal'] },
  { code: 'notice', label: ['通告', 'Printed notice'], aliases: ['公告', '告示'] },
  { code: 'booklet', label: ['宣传册', 'Booklet'], aliases: ['画册', '手册', '概述', '册'] },
  { code: 'film', label: ['电视专题片', 'Television film'], aliases: ['电视片', '专题片', '视频'] },
  { code: 'radio', label: ['广播节目', 'Radio programme'], aliases: ['广播', '调频广播'] },
  { code: 'board', label: ['宣传栏展板', 'Display board'], aliases: ['展板', '宣传栏', '警示牌'] },
] as const;

export const MATERIAL_UNITS = [
  { code: 'strip', label: ['条', 'strip'], aliases: ['幅'] },
  { code: 'copy', label: ['份', 'copy'], aliases: ['张', '本', '册'] },
  { code: 'title', label: ['种', 'title'], aliases: ['部'] },
  { code: 'block', label: ['块', 'board'], aliases: ['处', '个'] },
] as const;

export const OCCASIONS = [
  { code: 'birdWeek', label: ['爱鸟周', 'Bird Week'], aliases: ['“爱鸟周”'] },
  {
    code: 'wildlifeMonth',
    label: ['野生动物宣传月', 'Wildlife Month'],
    aliases: ['宣传月', '陆生野生动物宣传月', '保护野生动物宣传月'],
  },
  { code: 'wildlifeDay', label: ['世界野生动植物日', 'World Wildlife Day'] },
  { code: 'school', label: ['进校园', 'School visit'], aliases: ['校园', '进学校'] },
  { code: 'community', label: ['进社区进村', 'Community visit'], aliases: ['进社区', '进村', '进村入户'] },
  { code: 'market', label: ['进市场', 'Market visit'] },
  { code: 'other', label: ['其他', 'Other'] },
] as const;

export const MEDIA = [
  { code: 'television', label: ['电视', 'Television'] },
  { code: 'newspaper', label: ['报纸', 'Newspaper'], aliases: ['报刊'] },
  { code: 'radio', label: ['广播', 'Radio'] },
  { code: 'online', label: ['网络新媒体', 'Online'], aliases: ['网络', '公众号', '微信', '抖音'] },
] as const;

export const material = defineKind({
  name: 'material',
  label: ['宣传资料', 'Publicity material'],
  room: 'notice',
  prefix: 'XP',
  day: 'day',
  title: ['title', 'materialKind'],
  key: ['day', 'materialKind', 'title', 'placement'],
  fields: {
    day: { type: 'day', required: true, label: ['日期', 'Day'], aliases: ['制作日期', '发放日期', '时间'] },
    materialKind: {
      type: 'code',
      codes: MATERIAL_KINDS,
      required: true,
      label: ['种类', 'Type'],
      aliases: ['类别', '资料种类'],
    },
    title: {
      type: 'text',
      required: true,
      label: ['名称或内容', 'Title'],
      aliases: ['名称', '标题', '内容'],
    },
    quantity: { type: 'quantity', unit: '', label: ['数量', 'Quantity'], aliases: ['份数', '条数'] },
    unit: { type: 'code', codes: MATERIAL_UNITS, label: ['单位', 'Unit'], aliases: ['计量单位'] },
    broadcastDays: {
      type: 'int',
      min: 0,
      max: 366,
      label: ['播放天数', 'Days broadcast'],
      aliases: ['天数', '播出天数'],
    },
    outlets: {
      type: 'texts',
      label: ['播出媒体', 'Broadcast by'],
      aliases: ['媒体', '播放媒体'],
      minor: true,
    },
    placement: {
      type: 'text',
      label: ['投放位置', 'Placed at'],
      aliases: ['悬挂位置', '位置', '地点', '发放地点'],
    },
    notice: { type: 'ref', kind: 'notice', label: ['对应通告', 'Notice'], minor: true },
    campaign: CAMPAIGN,
    agency: AGENCY,
    area: AREA,
    note: NOTE,
  },
});

export const event = defineKind({
  name: 'event',
  label: ['宣传活动', 'Publicity event'],
  room: 'notice',
  prefix: 'HD',
  day: 'day',
  title: ['name'],
  key: ['day', 'name'],
  fields: {
    day: { type: 'day', required: true, label: ['开始日期', 'Day'], aliases: ['日期', '活动日期', '时间'] },
    until: { type: 'day', label: ['结束日期', 'Until'], minor: true },
    name: { type: 'text', required: true, label: ['活动名称', 'Name'], aliases: ['名称', '活动'] },
    occasion: {
      type: 'code',
      codes: OCCASIONS,
      required: true,
      label: ['节点或形式', 'Occasion'],
      aliases: ['节点', '形式', '类型'],
    },
    attendance: {
      type: 'quantity',
      unit: '人',
      label: ['参加人数', 'Attendance'],
      aliases: ['人数', '受众'],
    },
    venueText: { type: 'text', label: ['地点', 'Where'], aliases: ['活动地点'] },
    campaign: CAMPAIGN,
    agency: AGENCY,
    area: AREA,
    place: PLACE,
    note: NOTE,
  },
});

export const mediaReport = defineKind({
  name: 'mediaReport',
  label: ['媒体报道', 'Media report'],
  room: 'notice',
  prefix: 'MT',
  day: 'day',
  title: ['title'],
  key: ['day', 'title', 'outlet'],
  fields: {
    day: { type: 'day', required: true, label: ['报道日期', 'Day'], aliases: ['日期'] },
    title: { type: 'text', required: true, label: ['标题', 'Title'], aliases: ['报道标题'] },
    medium: {
      type: 'code',
      codes: MEDIA,
      required: true,
      label: ['媒体类型', 'Medium'],
      aliases: ['媒体类别', '类型'],
    },
    outlet: { type: 'text', label: ['媒体名称', 'Outlet'], aliases: ['媒体'] },
    link: { type: 'text', label: ['链接', 'Link'], minor: true },
    campaign: CAMPAIGN,
    note: NOTE,
  },
});
