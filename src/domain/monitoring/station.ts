// Where does the county watch, and with what device?
import { AGENCY, AREA, NOTE, PLACE } from '../kernel/common-field.ts';
import { defineKind } from '../kernel/record.ts';

export const DEVICES = [
  { code: 'camera', label: ['红外相机', 'Camera trap'], aliases: ['相机'] },
  { code: 'video', label: ['视频监控', 'Video'], aliases: ['监控', '摄像头'] },
  { code: 'sound', label: ['声纹设备', 'Sound recorder'], aliases: ['录音', '声学'] },
  { code: 'observer', label: ['人工观测', 'Observer'], aliases: ['人工'] },
] as const;

export const station = defineKind({
  name: 'station',
  label: ['监测站点', 'Monitoring station'],
  room: 'monitoring',
  prefix: 'JZ',
  day: 'day',
  title: ['name'],
  key: ['name'],
  fields: {
    name: { type: 'text', required: true, label: ['站点名称', 'Name'], aliases: ['名称', '站点'] },
    device: {
      type: 'code',
      codes: DEVICES,
      required: true,
      label: ['设备', 'Device'],
      aliases: ['设备类型'],
    },
    site: { type: 'ref', kind: 'site', label: ['所在点位', 'Site'], aliases: ['点位'] },
    day: { type: 'day', required: true, label: ['布设日期', 'Deployed'], aliases: ['日期', '安装日期'] },
    removedOn: { type: 'day', label: ['撤除日期', 'Removed'], minor: true },
    dataCollected: {
      type: 'quantity',
      unit: '条',
      label: ['采集数据（条）', 'Records collected'],
      aliases: ['数据量', '照片数'],
    },
    agency: AGENCY,
    area: AREA,
    place: PLACE,
    note: NOTE,
  },
});
