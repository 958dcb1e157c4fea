// Where did a clue come from, who has it, and in what result did it end?
import { AGENCY, AREA, CAMPAIGN, NOTE, PLACE } from '../kernel/common-field.ts';
import { defineKind } from '../kernel/record.ts';
import { VIOLATION_TYPES } from '../law/taxonomy.ts';

export const CLUE_SOURCES = [
  { code: 'tip', label: ['群众举报', 'Public tip'], aliases: ['举报', '有奖举报', '电话举报', '来访'] },
  { code: 'online', label: ['网络舆情', 'Online opinion'], aliases: ['舆情', '网络', '网上'] },
  { code: 'inspection', label: ['检查发现', 'Inspection'], aliases: ['检查'] },
  { code: 'patrol', label: ['巡查发现', 'Patrol'], aliases: ['巡查', '巡护发现'] },
  { code: 'transfer', label: ['部门移送', 'Transferred'], aliases: ['移送', '转办', '交办', '12345'] },
  { code: 'police', label: ['公安侦查', 'Police work'], aliases: ['公安', '网安'] },
] as const;

export const CLUE_RESULTS = [
  { code: 'case', label: ['立案', 'Case'] },
  { code: 'handled', label: ['行政处理', 'Handled'], aliases: ['已处理', '整改', '教育'] },
  { code: 'transferred', label: ['移送', 'Transferred'], aliases: ['已移送', '移交'] },
  { code: 'false', label: ['不属实', 'False'], aliases: ['失实'] },
  { code: 'insufficient', label: ['证据不足', 'Insufficient'], aliases: ['无法核实', '查无实据'] },
  { code: 'duplicate', label: ['重复线索', 'Duplicate'], aliases: ['重复'] },
  { code: 'rescued', label: ['已救护', 'Rescued'], aliases: ['救护'] },
] as const;

export const clue = defineKind({
  name: 'clue',
  label: ['线索', 'Clue'],
  room: 'case',
  prefix: 'XS',
  day: 'day',
  title: ['content'],
  key: ['day', 'source', 'content'],
  fields: {
    day: {
      type: 'day',
      required: true,
      label: ['受理日期', 'Received'],
      aliases: ['日期', '举报日期', '接报日期', '时间'],
    },
    source: {
      type: 'code',
      codes: CLUE_SOURCES,
      required: true,
      label: ['来源', 'Source'],
      aliases: ['线索来源'],
    },
    channel: { type: 'text', label: ['渠道平台', 'Channel or platform'], aliases: ['平台', '渠道'] },
    content: {
      type: 'text',
      long: true,
      required: true,
      label: ['线索内容', 'Content'],
      aliases: ['内容', '举报内容', '情况'],
    },
    violation: {
      type: 'code',
      codes: VIOLATION_TYPES,
      label: ['违法类型', 'Violation type'],
      aliases: ['类型'],
    },
    venue: { type: 'ref', kind: 'venue', label: ['场所', 'Venue'] },
    area: AREA,
    place: PLACE,
    campaign: CAMPAIGN,
    agency: { ...AGENCY, label: ['承办单位', 'Handled by'], aliases: ['办理单位', '责任单位'] },
    due: { type: 'day', label: ['办理期限', 'Due'], aliases: ['期限', '反馈期限'] },
    result: {
      type: 'code',
      codes: CLUE_RESULTS,
      label: ['办理结果', 'Result'],
      aliases: ['结果', '处理结果', '核查结果'],
    },
    resultDay: { type: 'day', label: ['办结日期', 'Settled on'], aliases: ['结果日期', '反馈日期'] },
    case: { type: 'ref', kind: 'case', label: ['关联案件', 'Case'], aliases: ['案件'] },
    reward: {
      type: 'money',
      label: ['奖励金额（元）', 'Reward (yuan)'],
      aliases: ['奖励', '奖金', '奖励金额'],
    },
    informant: { type: 'text', personal: true, label: ['举报人', 'Informant'], minor: true },
    note: NOTE,
  },
});
