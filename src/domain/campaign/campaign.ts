// What is a campaign, on what basis does it run, and who has which part in it?
import { AGENCY, AREA, CAMPAIGN, JOINT_AGENCIES, NOTE } from '../kernel/common-field.ts';
import { defineKind } from '../kernel/record.ts';
import { VENUE_TYPES, VIOLATION_TYPES } from '../law/taxonomy.ts';

export const LEVELS = [
  { code: 'national', label: ['国家', 'National'], aliases: ['中央', '国家级', '国务院'] },
  {
    code: 'province',
    label: ['省（自治区）', 'Province'],
    aliases: ['省', '自治区', '省级', '全省', '全区'],
  },
  { code: 'city', label: ['市', 'City'], aliases: ['市级', '地市', '全市'] },
  { code: 'county', label: ['县', 'County'], aliases: ['县级', '本县', '全县'] },
] as const;

export const basisDocument = defineKind({
  name: 'basisDocument',
  label: ['依据文件', 'Basis document'],
  room: 'campaign',
  prefix: 'WJ',
  day: 'day',
  title: ['title', 'docNo'],
  key: ['title', 'docNo'],
  fields: {
    title: { type: 'text', required: true, label: ['文件名称', 'Title'], aliases: ['标题', '名称'] },
    docNo: { type: 'text', label: ['文号', 'Document no.'], aliases: ['发文字号'] },
    day: { type: 'day', label: ['印发日期', 'Date'], aliases: ['日期', '成文日期'], required: true },
    issuers: {
      type: 'texts',
      required: true,
      label: ['发文单位', 'Issued by'],
      aliases: ['印发单位', '发文机关'],
    },
    level: { type: 'code', codes: LEVELS, label: ['级别', 'Level'], required: true },
    documentType: {
      type: 'code',
      label: ['种类', 'Type'],
      codes: [
        { code: 'plan', label: ['实施方案', 'Plan'], aliases: ['方案', '行动方案'] },
        { code: 'circular', label: ['通知', 'Circular'] },
        { code: 'law', label: ['法律法规', 'Law'], aliases: ['法律', '法规', '规章'] },
        { code: 'other', label: ['其他', 'Other'] },
      ],
    },
    note: NOTE,
  },
});

export const campaign = defineKind({
  name: 'campaign',
  label: ['专项行动', 'Campaign'],
  room: 'campaign',
  prefix: 'XD',
  day: 'from',
  title: ['name'],
  key: ['name'],
  check: (v) =>
    typeof v.from === 'string' && typeof v.until === 'string' && v.until < v.from
      ? [
          {
            code: 'period.reversed',
            where: 'until',
            message: ['结束日期早于开始日期，请核对', 'It ends before it starts; please check'],
          },
        ]
      : [],
  fields: {
    name: { type: 'text', required: true, label: ['行动名称', 'Name'], aliases: ['名称', '专项行动名称'] },
    from: {
      type: 'day',
      required: true,
      label: ['开始日期', 'From'],
      aliases: ['起始日期', '开始时间', '启动日期'],
    },
    until: { type: 'day', required: true, label: ['结束日期', 'Until'], aliases: ['截止日期', '结束时间'] },
    deployedBy: { type: 'texts', label: ['部署单位', 'Deployed by'], aliases: ['部署机关', '上级部署'] },
    deployedLevel: { type: 'code', codes: LEVELS, label: ['部署级别', 'Deployed at level'] },
    agency: { ...AGENCY, label: ['牵头单位', 'Lead agency'], required: true },
    jointAgencies: JOINT_AGENCIES,
    basis: { type: 'refs', kind: 'basisDocument', label: ['依据文件', 'Basis'], aliases: ['依据'] },
    plan: { type: 'ref', kind: 'basisDocument', label: ['行动方案', 'Plan'], aliases: ['方案'] },
    responsible: {
      type: 'ref',
      kind: 'person',
      label: ['第一责任人', 'First responsible person'],
      aliases: ['责任人', '负责人'],
    },
    goal: { type: 'text', long: true, label: ['行动目标', 'Goal'], minor: true },
    note: NOTE,
  },
});

export const groupMember = defineKind({
  name: 'groupMember',
  label: ['领导小组与专班', 'Leading group and task force'],
  room: 'campaign',
  prefix: 'XZ',
  day: 'day',
  title: ['person', 'position'],
  key: ['campaign', 'group', 'person'],
  fields: {
    campaign: { ...CAMPAIGN, required: true },
    group: {
      type: 'code',
      required: true,
      label: ['组别', 'Group'],
      codes: [
        { code: 'leadingGroup', label: ['领导小组', 'Leading group'] },
        { code: 'taskForce', label: ['工作专班', 'Task force'], aliases: ['专班'] },
      ],
    },
    agency: AGENCY,
    person: {
      type: 'ref',
      kind: 'person',
      required: true,
      label: ['姓名', 'Person'],
      aliases: ['成员', '人员'],
    },
    position: {
      type: 'code',
      required: true,
      label: ['组内职务', 'Position'],
      aliases: ['职务'],
      codes: [
        { code: 'head', label: ['组长', 'Head'] },
        { code: 'deputy', label: ['副组长', 'Deputy head'] },
        { code: 'member', label: ['成员', 'Member'], aliases: ['组员'] },
        { code: 'contact', label: ['联络员', 'Contact'] },
      ],
    },
    day: { type: 'day', label: ['任命日期', 'Since'], aliases: ['日期'] },
    note: NOTE,
  },
});

export const duty = defineKind({
  name: 'duty',
  label: ['职责分工', 'Duty'],
  room: 'campaign',
  prefix: 'ZZ',
  day: 'due',
  title: ['agency', 'content'],
  key: ['campaign', 'agency', 'content'],
  fields: {
    campaign: { ...CAMPAIGN, required: true },
    agency: { ...AGENCY, required: true },
    content: {
      type: 'text',
      long: true,
      required: true,
      label: ['职责', 'Duty'],
      aliases: ['职责内容', '任务', '分工'],
    },
    due: { type: 'day', label: ['完成期限', 'Due'], aliases: ['期限', '时限'] },
    doneOn: { type: 'day', label: ['完成日期', 'Done on'] },
    note: NOTE,
  },
});

export const target = defineKind({
  name: 'target',
  label: ['打击重点与目标', 'Target'],
  room: 'campaign',
  prefix: 'MB',
  day: 'due',
  title: ['name'],
  key: ['campaign', 'name'],
  fields: {
    campaign: { ...CAMPAIGN, required: true },
    name: {
      type: 'text',
      required: true,
      label: ['重点内容', 'Target'],
      aliases: ['名称', '打击重点', '重点'],
    },
    violations: { type: 'codes', codes: VIOLATION_TYPES, label: ['违法类型', 'Violation types'] },
    venueTypes: { type: 'codes', codes: VENUE_TYPES, label: ['场所类型', 'Venue types'] },
    planned: { type: 'int', min: 0, label: ['计划数', 'Planned'], aliases: ['目标数', '计划检查数'] },
    due: { type: 'day', label: ['完成期限', 'Due'], aliases: ['期限'] },
    note: NOTE,
  },
});

export const team = defineKind({
  name: 'team',
  label: ['工作组', 'Team'],
  room: 'campaign',
  prefix: 'GZ',
  day: 'day',
  title: ['name'],
  key: ['campaign', 'name'],
  fields: {
    campaign: { ...CAMPAIGN, required: true },
    name: { type: 'text', required: true, label: ['组名', 'Name'], aliases: ['名称', '工作组', '组别'] },
    leader: { type: 'ref', kind: 'person', label: ['组长', 'Leader'] },
    members: { type: 'refs', kind: 'person', label: ['组员', 'Members'], aliases: ['成员', '人员'] },
    agencies: { ...JOINT_AGENCIES, label: ['组成单位', 'Agencies'] },
    areas: { type: 'refs', kind: 'area', label: ['负责片区', 'Areas'], aliases: ['片区', '划片'] },
    day: { type: 'day', label: ['成立日期', 'Since'], aliases: ['日期'] },
    note: NOTE,
  },
});

export const watch = defineKind({
  name: 'watch',
  label: ['重点布控', 'Watch'],
  room: 'campaign',
  prefix: 'BK',
  day: 'from',
  title: ['target'],
  key: ['campaign', 'target', 'from'],
  fields: {
    campaign: CAMPAIGN,
    target: { type: 'text', required: true, label: ['布控对象', 'Target'], aliases: ['对象', '名称'] },
    venue: { type: 'ref', kind: 'venue', label: ['场所', 'Venue'] },
    from: { type: 'day', required: true, label: ['开始日期', 'From'] },
    until: { type: 'day', label: ['结束日期', 'Until'] },
    agency: AGENCY,
    result: { type: 'text', long: true, label: ['结果', 'Result'] },
    note: NOTE,
  },
});

export const mechanism = defineKind({
  name: 'mechanism',
  label: ['长效机制', 'Long-term mechanism'],
  room: 'campaign',
  prefix: 'CX',
  day: 'day',
  title: ['title'],
  key: ['title'],
  fields: {
    title: { type: 'text', required: true, label: ['制度名称', 'Title'], aliases: ['名称', '机制'] },
    content: { type: 'text', long: true, label: ['内容', 'Content'] },
    agency: AGENCY,
    day: { type: 'day', required: true, label: ['建立日期', 'Since'], aliases: ['日期'] },
    recurrence: {
      type: 'code',
      label: ['周期', 'Recurrence'],
      codes: [
        { code: 'weekly', label: ['每周', 'Weekly'] },
        { code: 'monthly', label: ['每月', 'Monthly'] },
        { code: 'quarterly', label: ['每季度', 'Quarterly'] },
        { code: 'yearly', label: ['每年', 'Yearly'] },
      ],
    },
    campaign: CAMPAIGN,
    note: NOTE,
  },
});

export const problem = defineKind({
  name: 'problem',
  label: ['问题与措施', 'Problem and measure'],
  room: 'campaign',
  prefix: 'WT',
  day: 'day',
  title: ['content'],
  key: ['campaign', 'aspect', 'content'],
  fields: {
    campaign: CAMPAIGN,
    aspect: {
      type: 'code',
      required: true,
      label: ['类别', 'Aspect'],
      codes: [
        { code: 'problem', label: ['存在问题', 'Problem'], aliases: ['问题'] },
        { code: 'measure', label: ['下一步措施', 'Next step'], aliases: ['措施', '打算'] },
      ],
    },
    content: {
      type: 'text',
      long: true,
      required: true,
      label: ['内容', 'Content'],
      aliases: ['问题内容', '措施内容'],
    },
    day: { type: 'day', required: true, label: ['日期', 'Date'] },
    agency: AGENCY,
    area: AREA,
    doneOn: { type: 'day', label: ['解决日期', 'Settled on'] },
    note: NOTE,
  },
});
