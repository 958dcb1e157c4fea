// Which animal was rescued, why, of which class on that day, and what became of it?
import { AGENCY, AREA, CAMPAIGN, NOTE, PLACE } from '../kernel/common-field.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { defineKind } from '../kernel/record.ts';

export const RESCUE_REASONS = [
  { code: 'dying', label: ['病危', 'Gravely ill'], aliases: ['病弱', '生病', '患病'] },
  { code: 'hurt', label: ['受伤', 'Hurt'], aliases: ['伤'] },
  { code: 'lost', label: ['迷途', 'Lost'], aliases: ['迷路', '误入'] },
  { code: 'handedIn', label: ['群众救送', 'Handed in'], aliases: ['群众送交', '救送'] },
] as const;

export const RESCUE_SOURCES = [
  {
    code: 'handedIn',
    label: ['群众救送', 'Brought by the public'],
    aliases: ['救送', '群众送交', '群众上交'],
  },
  {
    code: 'reported',
    label: ['群众报告', 'Reported by the public'],
    aliases: ['报告', '电话报告', '群众举报', '群众反映'],
  },
  { code: 'enforcement', label: ['执法查获', 'Enforcement'], aliases: ['查获', '罚没', '执法收缴'] },
  { code: 'patrol', label: ['巡护发现', 'Found on patrol'], aliases: ['巡查发现', '巡护'] },
] as const;

export const RESCUE_OUTCOMES = [
  { code: 'inCare', label: ['救护中', 'In care'], aliases: ['治疗中', '暂养'] },
  { code: 'released', label: ['放生', 'Released'], aliases: ['放归', '放飞', '野放'] },
  {
    code: 'centre',
    label: ['送救护中心', 'To the rescue centre'],
    aliases: ['移送救护中心', '送市救护中心'],
  },
  { code: 'died', label: ['死亡', 'Died'], aliases: ['死'] },
] as const;

export const rescue = defineKind({
  name: 'rescue',
  label: ['救护', 'Rescue'],
  room: 'rescue',
  prefix: 'JH',
  day: 'day',
  title: ['species', 'reason'],
  key: ['day', 'species', 'source', 'finder', 'placeText'],
  check: (v) => {
    const wrong: Refusal[] = [];
    if (v.outcome && v.outcome !== 'inCare' && !v.outcomeDay)
      wrong.push({
        code: 'rescue.outcomeDay',
        where: 'outcomeDay',
        message: ['已有去向，请填写去向日期', 'Say on which day it left care'],
      });
    if (typeof v.outcomeDay === 'string' && typeof v.day === 'string' && v.outcomeDay < v.day)
      wrong.push({
        code: 'period.reversed',
        where: 'outcomeDay',
        message: ['去向日期早于救护日期，请核对', 'It left care before it came; please check'],
      });
    return wrong;
  },
  fields: {
    day: { type: 'day', required: true, label: ['救护日期', 'Day'], aliases: ['日期', '接收日期', '时间'] },
    species: {
      type: 'species',
      required: true,
      label: ['物种', 'Species'],
      aliases: ['动物名称', '名称', '种名'],
    },
    quantity: {
      type: 'quantity',
      unit: '只',
      required: true,
      label: ['数量（只）', 'Quantity'],
      aliases: ['数量', '只数'],
    },
    reason: {
      type: 'code',
      codes: RESCUE_REASONS,
      required: true,
      label: ['原因', 'Reason'],
      aliases: ['救护原因', '状况'],
    },
    source: { type: 'code', codes: RESCUE_SOURCES, label: ['来源', 'Source'], aliases: ['救护来源'] },
    finder: {
      type: 'text',
      personal: true,
      label: ['发现人', 'Finder'],
      aliases: ['救送人', '报告人'],
      minor: true,
    },
    placeText: { type: 'text', label: ['发现地点', 'Found at'], aliases: ['地点', '救护地点'] },
    area: AREA,
    place: PLACE,
    agency: AGENCY,
    outcome: {
      type: 'code',
      codes: RESCUE_OUTCOMES,
      label: ['去向', 'Outcome'],
      aliases: ['结果', '处理结果', '处置'],
    },
    outcomeDay: { type: 'day', label: ['去向日期', 'Outcome day'], aliases: ['放生日期', '移送日期'] },
    habitat: { type: 'text', label: ['放生生境', 'Habitat'], aliases: ['生境', '放生地点'] },
    centre: { type: 'text', label: ['救护中心', 'Rescue centre'], minor: true },
    campaign: CAMPAIGN,
    note: NOTE,
  },
});
