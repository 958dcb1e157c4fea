// Which track does a case run on, when was it filed, how did it end, and who was penalised?
import { AGENCY, AREA, CAMPAIGN, JOINT_AGENCIES, NOTE, PLACE } from '../kernel/common-field.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { defineKind } from '../kernel/record.ts';
import { VIOLATION_TYPES } from '../law/taxonomy.ts';

export const CASE_TRACKS = [
  { code: 'criminal', label: ['刑事', 'Criminal'], aliases: ['刑事案件'] },
  { code: 'administrative', label: ['行政', 'Administrative'], aliases: ['行政案件'] },
  { code: 'forestry', label: ['林政', 'Forestry'], aliases: ['林政案件', '林业行政'] },
] as const;

export const CASE_OUTCOMES = [
  { code: 'penalised', label: ['已处罚', 'Penalised'], aliases: ['行政处罚', '处罚'] },
  { code: 'transferred', label: ['移送公安', 'Transferred to the police'], aliases: ['移送', '移送司法'] },
  { code: 'prosecuted', label: ['已起诉', 'Prosecuted'], aliases: ['起诉'] },
  { code: 'sentenced', label: ['已判决', 'Sentenced'], aliases: ['判决', '判刑'] },
  { code: 'notPenalised', label: ['不予处罚', 'Not penalised'] },
  { code: 'withdrawn', label: ['撤销案件', 'Case withdrawn'], aliases: ['撤案'] },
  { code: 'closed', label: ['结案', 'Closed'], aliases: ['已结案', '办结'] },
  { code: 'notProsecuted', label: ['不起诉', 'Not prosecuted'] },
  { code: 'exempted', label: ['免予刑事处罚', 'Exempted from punishment'], aliases: ['免刑'] },
  { code: 'acquitted', label: ['宣告无罪', 'Acquitted'], aliases: ['无罪'] },
  { code: 'handedOver', label: ['移送其他机关', 'Handed to another agency'], aliases: ['移送管辖'] },
  { code: 'notFiled', label: ['不予立案', 'Not filed'] },
] as const;

export const case_ = defineKind({
  name: 'case',
  label: ['案件', 'Case'],
  room: 'case',
  prefix: 'AJ',
  day: 'filedOn',
  title: ['caseNo', 'name'],
  key: ['caseNo', 'name'],
  check: (v) => {
    const wrong: Refusal[] = [];
    if (typeof v.closedOn === 'string' && typeof v.filedOn === 'string' && v.closedOn < v.filedOn)
      wrong.push({
        code: 'period.reversed',
        where: 'closedOn',
        message: ['结案日期早于立案日期，请核对', 'Closed before it was filed; please check'],
      });
    if (!v.filedOn && (v.outcome ?? v.closedOn) && v.outcome !== 'notFiled')
      wrong.push({
        code: 'case.notFiled',
        where: 'filedOn',
        message: ['有办理结果的案件须填写立案日期', 'A case with a result must say when it was filed'],
      });
    if (v.closedOn && !v.outcome)
      wrong.push({
        code: 'case.noResult',
        where: 'outcome',
        message: ['结案必须填写办理结果，确保件件有结果', 'A closed case must state its result'],
      });
    return wrong;
  },
  fields: {
    caseNo: {
      type: 'text',
      required: true,
      label: ['案号', 'Case no.'],
      aliases: ['案件编号', '立案号', '文号'],
    },
    name: { type: 'text', required: true, label: ['案件名称', 'Name'], aliases: ['案由', '名称'] },
    track: {
      type: 'code',
      codes: CASE_TRACKS,
      required: true,
      label: ['案件类别', 'Track'],
      aliases: ['类别', '案件性质', '性质', '类型'],
    },
    discoveredOn: { type: 'day', label: ['发现日期', 'Discovered'], aliases: ['案发日期', '发案日期'] },
    /** Absent while what was discovered is still being checked (行政处罚法54). */
    filedOn: { type: 'day', label: ['立案日期', 'Filed'], aliases: ['立案时间', '日期'] },
    violations: { type: 'codes', codes: VIOLATION_TYPES, label: ['违法类型', 'Violation types'] },
    campaign: CAMPAIGN,
    agency: { ...AGENCY, required: true, label: ['办案单位', 'Agency'], aliases: ['承办单位', '单位'] },
    jointAgencies: JOINT_AGENCIES,
    officer: {
      type: 'ref',
      kind: 'person',
      label: ['主办人', 'Case officer'],
      aliases: ['办案人', '承办人'],
    },
    parties: {
      type: 'texts',
      personal: true,
      label: ['当事人', 'Parties'],
      aliases: ['嫌疑人', '违法行为人', '被处罚人'],
    },
    venue: { type: 'ref', kind: 'venue', label: ['场所', 'Venue'] },
    clue: { type: 'ref', kind: 'clue', label: ['来源线索', 'From clue'], aliases: ['线索'] },
    inspection: { type: 'ref', kind: 'inspection', label: ['来源检查', 'From inspection'], minor: true },
    area: AREA,
    place: PLACE,
    value: {
      type: 'money',
      label: ['涉案价值（元）', 'Value (yuan)'],
      aliases: ['涉案价值', '案值', '价值', '涉案金额'],
    },
    transferredOn: { type: 'day', label: ['移送日期', 'Transferred on'] },
    outcome: {
      type: 'code',
      codes: CASE_OUTCOMES,
      label: ['办理结果', 'Outcome'],
      aliases: ['结果', '处理结果'],
    },
    closedOn: { type: 'day', label: ['结案日期', 'Closed'], aliases: ['办结日期'] },
    note: NOTE,
  },
});

export const penalty = defineKind({
  name: 'penalty',
  label: ['处罚', 'Penalty'],
  room: 'case',
  prefix: 'CF',
  day: 'day',
  title: ['docNo', 'party'],
  key: ['docNo', 'case', 'party'],
  fields: {
    case: {
      type: 'ref',
      kind: 'case',
      required: true,
      label: ['案件', 'Case'],
      aliases: ['案号', '关联案件'],
    },
    day: { type: 'day', required: true, label: ['决定日期', 'Decided'], aliases: ['日期', '处罚日期'] },
    docNo: { type: 'text', label: ['决定书文号', 'Decision no.'], aliases: ['文号', '处罚决定书号'] },
    penaltyKind: {
      type: 'code',
      required: true,
      label: ['处罚类别', 'Type'],
      aliases: ['类别'],
      codes: [
        { code: 'forestry', label: ['林政处罚', 'Forestry penalty'], aliases: ['林政'] },
        { code: 'administrative', label: ['行政处罚', 'Administrative penalty'], aliases: ['行政'] },
        { code: 'criminal', label: ['刑事处罚', 'Criminal penalty'], aliases: ['刑事', '判刑'] },
      ],
    },
    party: {
      type: 'text',
      personal: true,
      required: true,
      label: ['被处罚人', 'Party'],
      aliases: ['当事人', '姓名'],
    },
    fine: { type: 'money', label: ['罚款（元）', 'Fine (yuan)'], aliases: ['罚款', '罚款金额', '罚金'] },
    confiscated: { type: 'text', label: ['没收财物', 'Confiscated'], aliases: ['没收'], minor: true },
    paidOn: { type: 'day', label: ['缴纳日期', 'Paid'], minor: true },
    campaign: CAMPAIGN,
    agency: AGENCY,
    note: NOTE,
  },
});
