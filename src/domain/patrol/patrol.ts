// Which field sites were patrolled, by what means and how far?
import { AGENCY, AREA, CAMPAIGN, JOINT_AGENCIES, NOTE, PLACE, TURNOUT } from '../kernel/common-field.ts';
import { defineKind } from '../kernel/record.ts';

export const PATROL_MEANS = [
  { code: 'foot', label: ['徒步', 'On foot'], aliases: ['步行', '步巡'] },
  { code: 'vehicle', label: ['车辆', 'By vehicle'], aliases: ['车巡', '驾车'] },
  { code: 'boat', label: ['船艇', 'By boat'], aliases: ['船', '快艇', '船巡'] },
  { code: 'drone', label: ['无人机', 'By drone'], aliases: ['无人机低空巡视', '航巡'] },
] as const;

export const patrol = defineKind({
  name: 'patrol',
  label: ['巡查', 'Patrol'],
  room: 'field',
  prefix: 'XC',
  day: 'day',
  title: ['sites', 'means', 'day'],
  key: ['day', 'sites', 'agency', 'means', 'outing', 'timeFrom'],
  fields: {
    day: { type: 'day', required: true, label: ['巡查日期', 'Day'], aliases: ['日期', '时间', '巡查时间'] },
    sites: {
      type: 'refs',
      kind: 'site',
      required: true,
      label: ['巡查点位', 'Sites'],
      aliases: ['点位', '巡查地点', '地点', '巡查区域'],
    },
    means: {
      type: 'code',
      codes: PATROL_MEANS,
      required: true,
      label: ['方式', 'Means'],
      aliases: ['巡查方式'],
    },
    agency: { ...AGENCY, required: true, label: ['巡查单位', 'Agency'], aliases: ['单位', '实施单位'] },
    jointAgencies: JOINT_AGENCIES,
    campaign: CAMPAIGN,
    area: AREA,
    timeFrom: { type: 'time', label: ['开始时间', 'From'] },
    timeUntil: { type: 'time', label: ['结束时间', 'Until'], minor: true },
    ...TURNOUT,
    sorties: { type: 'int', min: 0, label: ['架次', 'Sorties'], aliases: ['无人机架次', '飞行架次'] },
    distance: {
      type: 'quantity',
      unit: '公里',
      label: ['里程（公里）', 'Distance (km)'],
      aliases: ['里程', '公里数'],
    },
    findings: { type: 'text', long: true, label: ['发现情况', 'Findings'], aliases: ['情况', '巡查情况'] },
    place: PLACE,
    note: NOTE,
  },
});
