// Which townships, agencies and people does the county work with?

import { LEVELS } from '../campaign/campaign.ts';
import { AREA, NOTE, PLACE } from '../kernel/common-field.ts';
import { defineKind } from '../kernel/record.ts';
import { AGENCY_TYPES } from '../law/taxonomy.ts';

/** The seven kinds of people summary B calls on, and the enforcement officers. */
export const PERSON_ROLES = [
  { code: 'officer', label: ['执法人员', 'Enforcement officer'] },
  { code: 'ecoRanger', label: ['生态护林员', 'Eco-ranger'], aliases: ['护林员'] },
  {
    code: 'reserveStaff',
    label: ['保护地管护人员', 'Protected-area staff'],
    aliases: ['管护人员', '管护员'],
  },
  { code: 'stationStaff', label: ['林业站工作人员', 'Forestry-station staff'], aliases: ['林业站人员'] },
  { code: 'resident', label: ['社区群众', 'Resident'], aliases: ['群众'] },
  { code: 'police', label: ['公安干警', 'Police officer'], aliases: ['民警', '干警'] },
  { code: 'ngo', label: ['民间团体', 'NGO member'], aliases: ['社会组织'] },
  { code: 'volunteer', label: ['志愿者', 'Volunteer'] },
  { code: 'hunter', label: ['猎民', 'Hunter'], aliases: ['狩猎人员'] },
] as const;

export const area = defineKind({
  name: 'area',
  label: ['乡镇片区', 'Township or area'],
  room: 'system',
  prefix: 'PQ',
  day: 'day',
  title: ['name'],
  key: ['name'],
  fields: {
    name: { type: 'text', required: true, label: ['名称', 'Name'], aliases: ['乡镇', '乡镇名称', '片区'] },
    areaKind: {
      type: 'code',
      label: ['类别', 'Type'],
      codes: [
        { code: 'township', label: ['乡镇（街道）', 'Township'], aliases: ['乡', '镇', '乡镇', '街道'] },
        { code: 'grid', label: ['网格片区', 'Grid'], aliases: ['网格', '片区'] },
      ],
    },
    code: { type: 'text', label: ['区划代码', 'Code'], minor: true },
    place: PLACE,
    day: { type: 'day', label: ['设立日期', 'Since'], minor: true },
  },
});

export const agency = defineKind({
  name: 'agency',
  label: ['单位', 'Agency'],
  room: 'system',
  prefix: 'DW',
  day: 'day',
  title: ['name'],
  key: ['name'],
  fields: {
    name: { type: 'text', required: true, label: ['单位名称', 'Name'], aliases: ['名称', '单位'] },
    agencyType: {
      type: 'code',
      codes: AGENCY_TYPES,
      required: true,
      label: ['单位类型', 'Type'],
      aliases: ['类型'],
    },
    level: { type: 'code', codes: LEVELS, label: ['级别', 'Level'] },
    parent: { type: 'ref', kind: 'agency', label: ['上级单位', 'Parent'], aliases: ['主管单位'] },
    area: AREA,
    place: PLACE,
    phone: { type: 'text', label: ['电话', 'Phone'], aliases: ['联系电话'], minor: true },
    day: { type: 'day', label: ['登记日期', 'Registered'], minor: true },
  },
});

export const person = defineKind({
  name: 'person',
  label: ['人员', 'Person'],
  room: 'system',
  prefix: 'RY',
  day: 'day',
  title: ['name'],
  key: ['name', 'agency'],
  fields: {
    name: { type: 'text', required: true, label: ['姓名', 'Name'], aliases: ['人员姓名'] },
    agency: { type: 'ref', kind: 'agency', label: ['单位', 'Agency'], aliases: ['所属单位', '工作单位'] },
    position: { type: 'text', label: ['职务', 'Position'] },
    roles: { type: 'codes', codes: PERSON_ROLES, label: ['身份', 'Roles'], aliases: ['角色', '类别'] },
    certNo: { type: 'text', label: ['执法证号', 'Certificate no.'], minor: true },
    phone: {
      type: 'text',
      personal: true,
      label: ['手机', 'Phone'],
      aliases: ['电话', '联系电话'],
      minor: true,
    },
    area: AREA,
    day: { type: 'day', label: ['登记日期', 'Registered'], minor: true },
    note: NOTE,
  },
});
