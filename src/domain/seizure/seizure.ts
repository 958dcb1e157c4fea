// What was seized, in what form and number, what is it worth, and where did it go?
import { AGENCY, AREA, CAMPAIGN, NOTE, PLACE } from '../kernel/common-field.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { defineKind } from '../kernel/record.ts';
import { TOOL_TYPES } from '../law/tool.ts';

export const SEIZURE_FORMS = [
  { code: 'live', label: ['活体', 'Live animal'], aliases: ['活', '活的'] },
  { code: 'carcass', label: ['死体', 'Carcass'], aliases: ['死', '死的', '尸体'] },
  { code: 'product', label: ['制品或部分', 'Product or part'], aliases: ['制品', '肉', '部分', '产品'] },
  { code: 'egg', label: ['卵', 'Egg'], aliases: ['蛋'] },
  { code: 'tool', label: ['猎具', 'Tool'], aliases: ['工具', '猎捕工具', '禁猎工具'] },
] as const;

export const COUNT_UNITS = [
  { code: 'head', label: ['只', 'head'], aliases: ['头', '条', '尾', '羽'] },
  { code: 'piece', label: ['件', 'piece'], aliases: ['个', '块', '张', '副', '枚'] },
  { code: 'kg', label: ['公斤', 'kg'], aliases: ['千克', 'KG'] },
  { code: 'set', label: ['套', 'set'], aliases: ['台', '具', '部', '把'] },
] as const;

export const seizure = defineKind({
  name: 'seizure',
  label: ['收缴物品', 'Seizure'],
  room: 'case',
  prefix: 'SJ',
  day: 'day',
  title: ['species', 'tool', 'form'],
  key: ['day', 'case', 'inspection', 'form', 'species', 'tool', 'holder'],
  check: (v) => {
    const wrong: Refusal[] = [];
    if (v.form === 'tool' && !v.tool)
      wrong.push({
        code: 'seizure.tool',
        where: 'tool',
        message: ['收缴猎具请选择工具种类', 'Say what kind of tool was seized'],
      });
    if (v.form && v.form !== 'tool' && !v.species)
      wrong.push({
        code: 'seizure.species',
        where: 'species',
        message: [
          '收缴动物或制品请填写物种，不认识可写“待鉴定”',
          'Say which species; write “待鉴定” if not identified',
        ],
      });
    return wrong;
  },
  fields: {
    day: {
      type: 'day',
      required: true,
      label: ['收缴日期', 'Seized on'],
      aliases: ['日期', '查获日期', '时间'],
    },
    form: {
      type: 'code',
      codes: SEIZURE_FORMS,
      required: true,
      label: ['形态', 'Form'],
      aliases: ['类别', '物品类别', '种类'],
    },
    species: { type: 'species', label: ['物种', 'Species'], aliases: ['动物名称', '名称', '品名', '种名'] },
    tool: {
      type: 'code',
      codes: TOOL_TYPES,
      label: ['工具种类', 'Tool'],
      aliases: ['工具', '猎具名称', '工具名称'],
    },
    quantity: {
      type: 'quantity',
      unit: '',
      label: ['数量', 'Quantity'],
      aliases: ['只数', '套数', '件数'],
      required: true,
    },
    unit: {
      type: 'code',
      codes: COUNT_UNITS,
      required: true,
      label: ['单位', 'Unit'],
      aliases: ['计量单位'],
    },
    case: { type: 'ref', kind: 'case', label: ['案件', 'Case'], aliases: ['案号', '关联案件'] },
    inspection: { type: 'ref', kind: 'inspection', label: ['检查', 'Inspection'], minor: true },
    patrol: { type: 'ref', kind: 'patrol', label: ['巡查', 'Patrol'], minor: true },
    campaign: CAMPAIGN,
    agency: { ...AGENCY, required: true, label: ['收缴单位', 'Agency'], aliases: ['单位', '查获单位'] },
    area: AREA,
    place: PLACE,
    holder: {
      type: 'text',
      personal: true,
      label: ['持有人', 'Holder'],
      aliases: ['当事人', '物主'],
      minor: true,
    },
    value: {
      type: 'money',
      label: ['核定价值（元）', 'Value (yuan)'],
      aliases: ['价值', '核价', '涉案价值'],
    },
    valueBasis: { type: 'text', label: ['核价依据', 'Basis of value'], minor: true },
    custodian: { type: 'text', label: ['保管处', 'Kept at'], aliases: ['保管人', '存放'] },
    note: NOTE,
  },
});

export const RELEASE_KINDS = [
  { code: 'release', label: ['放生放归', 'Released'], aliases: ['放生', '放归', '放飞', '野放'] },
  {
    code: 'centre',
    label: ['送救护中心', 'To the rescue centre'],
    aliases: ['移送救护中心', '移交救护中心', '救护中心'],
  },
  { code: 'zoo', label: ['移交动物园或科研', 'To a zoo or research'] },
  { code: 'destroy', label: ['无害化处理', 'Destroyed'], aliases: ['销毁', '无害化', '深埋', '焚烧'] },
  { code: 'specimen', label: ['封存标本', 'Kept as specimen'], aliases: ['标本', '封存', '制作标本'] },
  { code: 'police', label: ['移交公安', 'To the police'] },
  { code: 'return', label: ['返还', 'Returned'] },
] as const;

export const release = defineKind({
  name: 'release',
  label: ['放归与处置', 'Release and disposal'],
  room: 'case',
  prefix: 'FG',
  day: 'day',
  title: ['species', 'releaseKind'],
  key: ['day', 'releaseKind', 'species', 'seizure', 'rescue', 'site'],
  fields: {
    day: {
      type: 'day',
      required: true,
      label: ['日期', 'Day'],
      aliases: ['放生日期', '处置日期', '放归日期'],
    },
    releaseKind: {
      type: 'code',
      codes: RELEASE_KINDS,
      required: true,
      label: ['去向', 'Outcome'],
      aliases: ['处置方式', '方式'],
    },
    species: { type: 'species', required: true, label: ['物种', 'Species'], aliases: ['动物名称', '名称'] },
    quantity: {
      type: 'quantity',
      unit: '只',
      required: true,
      label: ['数量', 'Quantity'],
      aliases: ['只数'],
    },
    seizure: { type: 'ref', kind: 'seizure', label: ['来源收缴', 'From seizure'] },
    rescue: { type: 'ref', kind: 'rescue', label: ['来源救护', 'From rescue'] },
    habitat: { type: 'text', label: ['生境', 'Habitat'], aliases: ['放生生境', '环境'] },
    site: { type: 'ref', kind: 'site', label: ['地点', 'Site'], aliases: ['放生地点', '放归地点'] },
    recipient: { type: 'text', label: ['接收单位', 'Recipient'] },
    witnesses: { type: 'texts', label: ['见证人', 'Witnesses'], personal: true, minor: true },
    campaign: CAMPAIGN,
    agency: AGENCY,
    area: AREA,
    place: PLACE,
    note: NOTE,
  },
});
