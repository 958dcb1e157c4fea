// Which fields mean the same in every kind of record?
import type { Field } from './record.ts';

export const CAMPAIGN = {
  type: 'ref',
  kind: 'campaign',
  label: ['专项行动', 'Campaign'],
  aliases: ['行动', '行动名称', '所属行动'],
} as const satisfies Field;

export const AGENCY = {
  type: 'ref',
  kind: 'agency',
  label: ['单位', 'Agency'],
  aliases: ['实施单位', '检查单位', '办理单位', '牵头单位', '责任单位'],
} as const satisfies Field;

export const JOINT_AGENCIES = {
  type: 'refs',
  kind: 'agency',
  label: ['联合单位', 'Joint agencies'],
  aliases: ['参加单位', '配合单位', '联合部门', '参与单位'],
} as const satisfies Field;

export const AREA = {
  type: 'ref',
  kind: 'area',
  label: ['乡镇片区', 'Township or area'],
  aliases: ['乡镇', '片区', '街道', '辖区', '所在乡镇'],
} as const satisfies Field;

export const PLACE = {
  type: 'place',
  label: ['坐标', 'Coordinates'],
  aliases: ['经纬度', '位置坐标', '定位'],
  minor: true,
} as const satisfies Field;

export const NOTE = {
  type: 'text',
  long: true,
  label: ['备注', 'Note'],
  aliases: ['说明', '情况说明'],
  minor: true,
} as const satisfies Field;

/** The turnout of one action. Records with the same `outing` on the same day are one action: a person counts once. */
export const TURNOUT = {
  outing: {
    type: 'text',
    label: ['出动编号', 'Outing no.'],
    aliases: ['行动编号', '出动批次', '行动批次'],
    hint: [
      '同一天、同一编号的记录算同一次出动，人员车辆只计一次；不填则本记录自成一次',
      'Records of one day with the same number are one outing; people and vehicles count once',
    ],
  },
  persons: {
    type: 'refs',
    kind: 'person',
    label: ['参加人员', 'People'],
    aliases: ['人员', '执法人员', '参加人', '检查人员', '巡查人员'],
  },
  headcount: {
    type: 'quantity',
    unit: '人次',
    label: ['出动人次', 'Person-times'],
    aliases: ['人次', '出动人员', '人数', '出动人数'],
    hint: ['本单位出动总人数，含已点名人员', 'Everyone this agency sent, named people included'],
  },
  plates: {
    type: 'texts',
    label: ['车牌', 'Plates'],
    aliases: ['车辆号牌', '车牌号', '车号'],
    minor: true,
  },
  vehicles: {
    type: 'quantity',
    unit: '台次',
    label: ['出动车辆', 'Vehicle-times'],
    aliases: ['台次', '车辆', '车辆数', '出动车辆台次', '车次'],
  },
} as const satisfies Record<string, Field>;
