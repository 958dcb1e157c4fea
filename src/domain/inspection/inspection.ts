// What was inspected, by whom, what was found and was it put right?
import { AGENCY, AREA, CAMPAIGN, JOINT_AGENCIES, NOTE, PLACE, TURNOUT } from '../kernel/common-field.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { type Code, defineKind } from '../kernel/record.ts';

/** What an inspector looks at (summaries A and C): the item as "nothing wrong here". */
export const CHECK_ITEMS = [
  { code: 'signboard', label: ['“野生动物”招牌', 'Signboard'], aliases: ['招牌', '店招'] },
  { code: 'menu', label: ['“野生动物”菜谱', 'Menu'], aliases: ['菜谱', '菜单'] },
  { code: 'counter', label: ['点菜柜', 'Display counter'], aliases: ['点菜柜台'] },
  { code: 'goods', label: ['柜台货架商品', 'Goods on shelves'], aliases: ['货架', '商品', '柜台'] },
  { code: 'kitchen', label: ['后厨冷库', 'Kitchen and cold store'], aliases: ['后厨', '冷库', '冰柜'] },
  { code: 'cage', label: ['笼养活体', 'Caged animals'], aliases: ['活体', '笼养', '笼具'] },
  { code: 'advert', label: ['广告宣传', 'Advertisement'], aliases: ['广告'] },
  { code: 'licence', label: ['许可证件', 'Licence'], aliases: ['证件', '许可证', '资质'] },
  { code: 'ledger', label: ['进销台账', 'Ledger of purchases'], aliases: ['台账', '进货台账'] },
  {
    code: 'origin',
    label: ['来源证明与专用标识', 'Proof of origin'],
    aliases: ['来源证明', '标识', '检疫证明'],
  },
  { code: 'tool', label: ['禁用猎具', 'Banned tools'], aliases: ['猎具', '禁猎工具'] },
  { code: 'parcel', label: ['寄递货运物品', 'Parcels and cargo'], aliases: ['包裹', '货物', '寄递'] },
] as const satisfies readonly Code[];

export const INSPECTION_RESULTS = [
  {
    code: 'clean',
    label: ['未发现问题', 'Nothing found'],
    aliases: ['正常', '合格', '无', '未发现', '无异常'],
  },
  { code: 'rectify', label: ['责令整改', 'To be rectified'], aliases: ['整改', '限期整改', '需整改'] },
  { code: 'case', label: ['立案查处', 'Case opened'], aliases: ['立案'] },
  { code: 'banned', label: ['取缔', 'Shut down'], aliases: ['清理', '关停', '打击取缔'] },
  { code: 'delisted', label: ['摘牌', 'Signboard taken down'], aliases: ['清理摘牌'] },
  { code: 'absent', label: ['未营业', 'Closed at the visit'], aliases: ['关门', '未开门', '停业'] },
] as const satisfies readonly Code[];

export const inspection = defineKind({
  name: 'inspection',
  label: ['检查', 'Inspection'],
  room: 'field',
  prefix: 'JC',
  day: 'day',
  title: ['venue', 'site', 'day'],
  key: ['day', 'venue', 'site', 'stall', 'agency', 'outing', 'timeFrom'],
  check: (v) => {
    const wrong: Refusal[] = [];
    if (!v.venue && !v.site)
      wrong.push({
        code: 'inspection.where',
        where: 'venue',
        message: ['请填写被检查的场所或野外点位', 'Say which venue or field site was inspected'],
      });
    if (typeof v.timeFrom === 'string' && typeof v.timeUntil === 'string' && v.timeUntil < v.timeFrom)
      wrong.push({
        code: 'period.reversed',
        where: 'timeUntil',
        message: ['结束时间早于开始时间，请核对', 'It ends before it starts; please check'],
      });
    if (typeof v.rectifiedOn === 'string' && typeof v.day === 'string' && v.rectifiedOn < v.day)
      wrong.push({
        code: 'rectified.early',
        where: 'rectifiedOn',
        message: ['整改完成日期早于检查日期，请核对', 'Rectified before it was inspected; please check'],
      });
    return wrong;
  },
  fields: {
    day: { type: 'day', required: true, label: ['检查日期', 'Day'], aliases: ['日期', '检查时间', '时间'] },
    venue: {
      type: 'ref',
      kind: 'venue',
      label: ['场所', 'Venue'],
      aliases: ['检查场所', '被检查单位', '场所名称', '检查对象'],
    },
    site: { type: 'ref', kind: 'site', label: ['野外点位', 'Field site'], aliases: ['点位', '检查地点'] },
    stall: { type: 'ref', kind: 'stall', label: ['摊位', 'Stall'], minor: true },
    agency: {
      ...AGENCY,
      required: true,
      label: ['检查单位', 'Agency'],
      aliases: ['单位', '实施单位', '牵头单位'],
    },
    jointAgencies: JOINT_AGENCIES,
    campaign: CAMPAIGN,
    area: AREA,
    timeFrom: { type: 'time', label: ['开始时间', 'From'], aliases: ['起始时间'] },
    timeUntil: { type: 'time', label: ['结束时间', 'Until'], minor: true },
    ...TURNOUT,
    checked: { type: 'codes', codes: CHECK_ITEMS, label: ['检查项目', 'Checked'], aliases: ['检查内容'] },
    found: {
      type: 'codes',
      codes: CHECK_ITEMS,
      label: ['发现问题', 'Found wrong'],
      aliases: ['问题项', '问题'],
    },
    rectified: {
      type: 'codes',
      codes: CHECK_ITEMS,
      label: ['已整改项', 'Put right'],
      aliases: ['整改项'],
      minor: true,
    },
    rectifyBy: { type: 'day', label: ['整改期限', 'Rectify by'], minor: true },
    rectifiedOn: { type: 'day', label: ['整改完成日期', 'Rectified on'], aliases: ['整改日期'], minor: true },
    products: {
      type: 'text',
      label: ['发现物品', 'Products found'],
      aliases: ['发现产品', '发现野生动物'],
      minor: true,
    },
    result: {
      type: 'code',
      codes: INSPECTION_RESULTS,
      required: true,
      label: ['结果', 'Result'],
      aliases: ['检查结果', '处理结果', '处理情况'],
    },
    place: PLACE,
    note: NOTE,
  },
});
