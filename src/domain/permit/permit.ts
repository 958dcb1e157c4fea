// Which permits were asked for, granted or refused, and were they reviewed each year?
import { AGENCY, AREA, NOTE, PLACE } from '../kernel/common-field.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { defineKind } from '../kernel/record.ts';
import { PERMIT_TYPES } from '../law/taxonomy.ts';

export const DECISIONS = [
  { code: 'pending', label: ['审查中', 'Pending'], aliases: ['受理', '在办'] },
  { code: 'granted', label: ['准予', 'Granted'], aliases: ['批准', '同意', '发证', '准予许可'] },
  { code: 'refused', label: ['不予许可', 'Refused'], aliases: ['不予', '不予审批', '拒绝', '驳回'] },
  { code: 'revoked', label: ['撤销吊销', 'Revoked'], aliases: ['吊销', '撤销', '注销'] },
] as const;

export const REVIEW_RESULTS = [
  { code: 'passed', label: ['合格', 'Passed'], aliases: ['通过'] },
  { code: 'rectify', label: ['限期整改', 'To be rectified'], aliases: ['整改'] },
  { code: 'failed', label: ['不合格', 'Failed'], aliases: ['不通过'] },
] as const;

export const permit = defineKind({
  name: 'permit',
  label: ['许可', 'Permit'],
  room: 'permit',
  prefix: 'XK',
  day: 'day',
  title: ['holder', 'permitType'],
  key: ['docNo', 'holder', 'permitType', 'day'],
  check: (v) => {
    const wrong: Refusal[] = [];
    if (v.decision === 'refused' && !v.reason)
      wrong.push({
        code: 'permit.reason',
        where: 'reason',
        article: '行政许可法第三十八条第二款',
        message: ['不予许可必须说明理由', 'A refusal must state its reason'],
      });
    if (v.decision && v.decision !== 'pending' && !v.decidedOn)
      wrong.push({
        code: 'permit.decidedOn',
        where: 'decidedOn',
        message: ['请填写决定日期', 'Say on which day it was decided'],
      });
    return wrong;
  },
  fields: {
    holder: {
      type: 'text',
      required: true,
      label: ['申请单位（人）', 'Applicant'],
      aliases: ['申请人', '申请单位', '持证人', '持证单位', '单位名称'],
    },
    permitType: {
      type: 'code',
      codes: PERMIT_TYPES,
      required: true,
      label: ['许可种类', 'Type'],
      aliases: ['证件种类', '种类', '类型'],
    },
    day: { type: 'day', required: true, label: ['受理日期', 'Received'], aliases: ['申请日期', '日期'] },
    decision: {
      type: 'code',
      codes: DECISIONS,
      required: true,
      label: ['决定', 'Decision'],
      aliases: ['审批结果', '结果', '审批意见'],
    },
    decidedOn: { type: 'day', label: ['决定日期', 'Decided'], aliases: ['审批日期', '发证日期'] },
    reason: { type: 'text', long: true, label: ['理由', 'Reason'], aliases: ['不予理由', '不予许可理由'] },
    docNo: { type: 'text', label: ['证号', 'Permit no.'], aliases: ['许可证号', '证件号', '文号'] },
    validUntil: { type: 'day', label: ['有效期至', 'Valid until'], aliases: ['有效期'] },
    speciesNames: { type: 'texts', label: ['物种', 'Species'], aliases: ['繁育物种', '品种'] },
    venue: { type: 'ref', kind: 'venue', label: ['场所', 'Venue'] },
    area: AREA,
    agency: AGENCY,
    note: NOTE,
  },
});

export const annualReview = defineKind({
  name: 'annualReview',
  label: ['年审', 'Annual review'],
  room: 'permit',
  prefix: 'NS',
  day: 'day',
  title: ['permit', 'year'],
  key: ['permit', 'year'],
  fields: {
    permit: {
      type: 'ref',
      kind: 'permit',
      required: true,
      label: ['许可', 'Permit'],
      aliases: ['证号', '许可证号', '持证单位'],
    },
    year: {
      type: 'int',
      min: 1990,
      max: 2100,
      required: true,
      label: ['年度', 'Year'],
      aliases: ['年审年度'],
    },
    day: { type: 'day', required: true, label: ['年审日期', 'Day'], aliases: ['日期'] },
    result: {
      type: 'code',
      codes: REVIEW_RESULTS,
      required: true,
      label: ['结果', 'Result'],
      aliases: ['年审结果'],
    },
    agency: AGENCY,
    note: NOTE,
  },
});

export const farm = defineKind({
  name: 'farm',
  label: ['养殖场', 'Breeding farm'],
  room: 'permit',
  prefix: 'YZ',
  day: 'day',
  title: ['name'],
  key: ['name'],
  fields: {
    name: { type: 'text', required: true, label: ['养殖场名称', 'Name'], aliases: ['名称', '单位名称'] },
    day: {
      type: 'day',
      required: true,
      label: ['开办日期', 'Opened'],
      aliases: ['日期', '建场日期', '登记日期'],
    },
    closedOn: { type: 'day', label: ['停办日期', 'Closed'], minor: true },
    speciesNames: {
      type: 'texts',
      required: true,
      label: ['养殖物种', 'Species'],
      aliases: ['物种', '品种', '养殖品种'],
    },
    stockHeads: {
      type: 'quantity',
      unit: '只',
      label: ['存栏（只）', 'Stock (head)'],
      aliases: ['存栏', '存栏数'],
    },
    permit: { type: 'ref', kind: 'permit', label: ['许可', 'Permit'], aliases: ['证号'] },
    venue: { type: 'ref', kind: 'venue', label: ['场所', 'Venue'] },
    area: AREA,
    place: PLACE,
    operator: {
      type: 'text',
      personal: true,
      label: ['负责人', 'Operator'],
      aliases: ['经营者'],
      minor: true,
    },
    note: NOTE,
  },
});
