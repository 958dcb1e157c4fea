// Which figures say what was announced, posted, suspended and told to the public?
import { NOTICE_KINDS, POSTING_PLACES, SUSPENSIONS } from '../notice/notice.ts';
import { MATERIAL_KINDS, MEDIA, OCCASIONS } from '../publicity/publicity.ts';
import { type Condition, distinct, type Figure, figure, oneOf, perCode, RECORDS, sumOf } from './figure.ts';

const IN_FORCE = { span: ['from', 'until'] } as const;

const NOTICES: readonly Figure[] = [
  figure(
    'notice.total',
    ['发布通告', 'Notices'],
    '份',
    'notice',
    RECORDS,
    ['期内发布的通告', 'Notices published in the period'],
    { trace: ['RT023', 'RT040'] },
  ),
  ...perCode(NOTICE_KINDS, (c) =>
    figure(
      `notice.kind.${c.code}`,
      [c.label[0], c.label[1]],
      '份',
      'notice',
      RECORDS,
      [`期内发布的${c.label[0]}`, `Notices published in the period: ${c.label[1]}`],
      { where: [oneOf('noticeKind', c.code)], trace: c.code === 'tipCall' ? ['RT023'] : ['RT040', 'RT041'] },
    ),
  ),
  figure(
    'posting.total',
    ['张贴点', 'Posting points'],
    '处',
    'postingPoint',
    RECORDS,
    ['期内张贴通告的地点', 'Places where a notice was posted in the period'],
    { trace: ['RT043'] },
  ),
  ...perCode(POSTING_PLACES, (c) =>
    figure(
      `posting.place.${c.code}`,
      [`${c.label[0]}张贴点`, `Posting points: ${c.label[1]}`],
      '处',
      'postingPoint',
      RECORDS,
      [`期内张贴通告的${c.label[0]}`, `Posting points of the period: ${c.label[1]}`],
      { where: [oneOf('placeType', c.code)], trace: ['RT043'] },
    ),
  ),
  figure(
    'posting.copies',
    ['张贴份数', 'Copies posted'],
    '份',
    'postingPoint',
    sumOf('copies'),
    ['期内各张贴点份数之和', 'Copies posted in the period'],
    { trace: ['RT042', 'RT043'] },
  ),
  figure(
    'suspension.total',
    ['停止令', 'Suspension orders'],
    '项',
    'suspension',
    RECORDS,
    ['期内有效的停止令', 'Suspension orders in force on some day of the period'],
    { when: IN_FORCE, trace: ['RT101', 'RT102'] },
  ),
  ...perCode(SUSPENSIONS, (c) =>
    figure(
      `suspension.${c.code}`,
      c.label,
      '项',
      'suspension',
      RECORDS,
      [`期内有效、事项为“${c.label[0]}”的停止令`, `Orders in force on some day of the period: ${c.label[1]}`],
      {
        when: IN_FORCE,
        where: [oneOf('suspends', c.code)],
        trace: c.code === 'hunting' ? ['RT101'] : ['RT102'],
      },
    ),
  ),
  figure(
    'suspension.people',
    ['停止令涉及人数', 'People under suspension'],
    '人',
    'suspension',
    sumOf('people'),
    ['期内有效的停止令涉及人数之和', 'People named by the orders in force on some day of the period'],
    { when: IN_FORCE, trace: ['RT101'] },
  ),
];

const COPIES: Condition = { any: [oneOf('unit', 'copy'), { field: 'unit', set: false }] };

/** 横幅 in 条, 展板 in 块, everything printed in 份. */
const MEASURE: Readonly<Record<string, { unit: string; where: readonly Condition[] }>> = {
  banner: { unit: '条', where: [] },
  board: { unit: '块', where: [] },
  leaflet: { unit: '份', where: [] },
  proposal: { unit: '份', where: [] },
  notice: { unit: '份', where: [] },
  booklet: { unit: '份', where: [COPIES] },
};
const MATERIAL_TRACE: Readonly<Record<string, readonly string[]>> = {
  banner: ['RT025', 'RT077'],
  proposal: ['RT078'],
  notice: ['RT042'],
  booklet: ['RT068'],
};

const MATERIALS: readonly Figure[] = [
  ...MATERIAL_KINDS.flatMap((c) => {
    const measure = MEASURE[c.code];
    if (!measure) return [];
    return [
      figure(
        `material.${c.code}`,
        c.label,
        measure.unit,
        'material',
        sumOf('quantity'),
        [
          `期内制作发放的${c.label[0]}数量之和${measure.where.length ? '，按份计' : ''}`,
          `${c.label[1]}s made or given out in the period`,
        ],
        { where: [oneOf('materialKind', c.code), ...measure.where], trace: MATERIAL_TRACE[c.code] ?? [] },
      ),
    ];
  }),
  figure(
    'material.titles',
    ['宣传册种类', 'Booklet titles'],
    '种',
    'material',
    distinct('title'),
    ['期内编制的宣传册，同名只计一种', 'Booklets made in the period, each title once'],
    { where: [oneOf('materialKind', 'booklet')], trace: ['RT068'] },
  ),
  figure(
    'material.films',
    ['电视广播节目', 'Films and programmes'],
    '部',
    'material',
    RECORDS,
    ['期内制作的电视专题片和广播节目', 'Television films and radio programmes of the period'],
    { where: [oneOf('materialKind', 'film', 'radio')], trace: ['RT076'] },
  ),
  figure(
    'material.broadcastDays',
    ['播放天数', 'Days broadcast'],
    '天',
    'material',
    sumOf('broadcastDays'),
    ['期内宣传资料播放天数之和', 'Days broadcast of the materials of the period'],
    { trace: ['RT076'] },
  ),
];

const EVENTS: readonly Figure[] = [
  figure(
    'event.total',
    ['宣传活动', 'Publicity events'],
    '场次',
    'event',
    RECORDS,
    ['期内开始的宣传活动', 'Events that began in the period'],
    { trace: ['RT024', 'RT075'] },
  ),
  ...perCode(OCCASIONS, (c) =>
    figure(
      `event.${c.code}`,
      [`${c.label[0]}活动`, `Events: ${c.label[1]}`],
      '场次',
      'event',
      RECORDS,
      [`期内节点或形式为“${c.label[0]}”的宣传活动`, `Events of the period: ${c.label[1]}`],
      { where: [oneOf('occasion', c.code)], trace: c.code === 'school' ? ['RT069'] : ['RT024', 'RT075'] },
    ),
  ),
  figure(
    'event.attendance',
    ['活动参加人数', 'Attendance'],
    '人次',
    'event',
    sumOf('attendance'),
    ['期内宣传活动参加人数之和', 'Attendance of the events of the period'],
    { trace: ['RT024'] },
  ),
  figure(
    'media.total',
    ['媒体报道', 'Media reports'],
    '篇',
    'mediaReport',
    RECORDS,
    ['期内的媒体报道', 'Media reports of the period'],
    { trace: ['RT079'] },
  ),
  ...perCode(MEDIA, (c) =>
    figure(
      `media.${c.code}`,
      [`${c.label[0]}报道`, `Media reports: ${c.label[1]}`],
      '篇',
      'mediaReport',
      RECORDS,
      [`期内的${c.label[0]}报道`, `Media reports of the period: ${c.label[1]}`],
      { where: [oneOf('medium', c.code)], trace: ['RT079'] },
    ),
  ),
];

export const PUBLICITY_FIGURES: readonly Figure[] = [...NOTICES, ...MATERIALS, ...EVENTS];
