// Who holds how much pangolin scale, saiga horn or rare snake, and how much is to be used?
import { AGENCY, NOTE } from '../kernel/common-field.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { defineKind } from '../kernel/record.ts';

export const MATERIALS = [
  {
    code: 'pangolinScale',
    label: ['穿山甲片', 'Pangolin scale'],
    aliases: ['穿山甲', '川山甲片', '甲片', '川山甲'],
  },
  { code: 'saigaHorn', label: ['赛加羚羊角', 'Saiga horn'], aliases: ['羚羊角', '赛加羚羊'] },
  {
    code: 'rareSnake',
    label: ['稀有蛇类原材料', 'Rare snake'],
    aliases: ['稀有蛇类', '蛇类', '蕲蛇', '金钱白花蛇', '乌梢蛇'],
  },
] as const;

export const stockSurvey = defineKind({
  name: 'stockSurvey',
  label: ['库存调查', 'Stock survey'],
  room: 'permit',
  prefix: 'KC',
  day: 'day',
  title: ['holder', 'material'],
  key: ['day', 'holder', 'material'],
  fields: {
    day: { type: 'day', required: true, label: ['调查日期', 'Day'], aliases: ['日期'] },
    holder: {
      type: 'ref',
      kind: 'venue',
      required: true,
      label: ['持有单位', 'Holder'],
      aliases: ['单位', '医院', '医药单位', '单位名称'],
    },
    material: {
      type: 'code',
      codes: MATERIALS,
      required: true,
      label: ['原材料', 'Material'],
      aliases: ['品种', '名称', '药材'],
    },
    mass: {
      type: 'quantity',
      unit: '公斤',
      required: true,
      label: ['库存（公斤）', 'Stock (kg)'],
      aliases: ['库存', '库存量', '数量'],
    },
    agency: AGENCY,
    note: NOTE,
  },
});

export const consumptionPlan = defineKind({
  name: 'consumptionPlan',
  label: ['消耗计划', 'Consumption plan'],
  room: 'permit',
  prefix: 'JX',
  day: 'from',
  title: ['holder', 'material'],
  key: ['from', 'holder', 'material'],
  check: (v) => {
    const wrong: Refusal[] = [];
    if (typeof v.until === 'string' && typeof v.from === 'string' && v.until < v.from)
      wrong.push({
        code: 'period.reversed',
        where: 'until',
        message: ['计划期止早于计划期起，请核对', 'The plan ends before it starts; please check'],
      });
    return wrong;
  },
  fields: {
    holder: {
      type: 'ref',
      kind: 'venue',
      required: true,
      label: ['申报单位', 'Holder'],
      aliases: ['单位', '持有单位', '单位名称'],
    },
    material: {
      type: 'code',
      codes: MATERIALS,
      required: true,
      label: ['原材料', 'Material'],
      aliases: ['品种', '名称', '药材'],
    },
    from: { type: 'day', required: true, label: ['计划期起', 'From'], aliases: ['开始日期', '计划开始'] },
    until: { type: 'day', required: true, label: ['计划期止', 'Until'], aliases: ['结束日期', '计划结束'] },
    periodText: {
      type: 'text',
      label: ['申报年度（原文）', 'Period as declared'],
      aliases: ['年度', '计划年度', '申报年度'],
    },
    mass: {
      type: 'quantity',
      unit: '公斤',
      required: true,
      label: ['计划消耗（公斤）', 'Planned use (kg)'],
      aliases: ['计划量', '消耗计划', '数量'],
    },
    agency: AGENCY,
    note: NOTE,
  },
});
