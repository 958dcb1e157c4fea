// Which Chinese strings does the table of base values show?
export const zhBase = {
  'base.title': '野生动物基准价值',
  'base.hint':
    '本县登记的行有依据文号的，在其施行期间优先于国家目录。案件价值按事发日的行核算；没有基准价值的物种不作估计。',
  'base.own': '本县登记',
  'base.none': '本县还没有登记基准价值。',
  'base.amount': '基准价值（元）',
  'base.unit': '单位',
  'base.status': '核对',
  'base.note': '备注',
  'base.close': '今日起失效',
  'base.incomplete': '每条都须填写物种、金额、文号和施行日期，失效日期须晚于施行日期',
  'base.importFile': '导入表格',
  'base.paste': '粘贴导入',
  'base.pasteTitle': '粘贴表格内容',
  'base.pasteHint':
    '连同表头一起粘贴：物种、基准价值（元）、单位、依据文号、状态、施行日期、失效日期、备注。',
  'base.pasteDo': '读入',
  'base.read': '读入 {{n}} 行，核对后请保存',
  'base.export': '导出表格',
  'base.national': '国家目录（部分）',
  'base.nationalHint':
    '据公开转录、判决和记忆收集的86行，目录并不完整，均未经与官方原文核对，引用前须核对原文；核对后可在上方登记为本县的行。',
  'base.search': '按行名或物种查找',
  'base.row': '行名',
  'base.covers': '套用的物种',
  'base.withheld': '不套用：{{names}}',
  'base.whole': '整体价值',
  'base.source': '来源',
  'base.found': '{{n}} 行',
  'base.more': '显示全部 {{n}} 行',
  'base.coversNone': '物种表中没有',
} as const;
