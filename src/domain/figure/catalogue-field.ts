// Which figures say what was inspected and patrolled, by how many, and what share of the register was seen?
import { CHECK_ITEMS, INSPECTION_RESULTS } from '../inspection/inspection.ts';
import { AGENCY_TYPES, VENUE_TYPES } from '../law/taxonomy.ts';
import { PATROL_MEANS } from '../patrol/patrol.ts';
import { FIELD_SITE_TYPES } from '../venue/venue.ts';
import {
  type Condition,
  type Count,
  distinct,
  elements,
  type Figure,
  figure,
  oneOf,
  perCode,
  RECORDS,
  rate,
  sumOf,
  TURNOUT_RULE,
} from './figure.ts';

const STANDING = { standing: 'day' } as const;
const BOTH = ['inspection', 'patrol'] as const;
const ACTIONS = distinct('#action');
const OPEN: Condition = { any: [oneOf('status', 'open'), { field: 'status', set: false }] };
const SEEN: Condition = { seenBy: [{ kind: 'inspection', field: 'venue' }] };
export const FIELD_TYPES: readonly string[] = FIELD_SITE_TYPES.map((t) => t.code);
const JOINT: Condition = { joint: true };

/** The groups summary B counts apart. 重点市场 are the markets that have no figure of their own. */
export const VENUE_GROUPS = [
  {
    id: 'keyMarkets',
    label: ['重点市场场所', 'Key markets'],
    unit: '处',
    types: ['V05', 'V06', 'V10', 'V11', 'V12'],
    trace: ['RT008', 'RT035', 'RT056'],
  },
  {
    id: 'largeMarkets',
    label: ['大型集贸市场', 'Large markets'],
    unit: '家',
    types: ['V07'],
    trace: ['RT057'],
  },
  {
    id: 'stallholders',
    label: ['活禽门店和农贸市场经营户', 'Live-poultry shops and stallholders'],
    unit: '家',
    types: ['V08', 'V09'],
    trace: ['RT058'],
  },
  {
    id: 'breeding',
    label: ['人工繁育场所', 'Captive-breeding farms'],
    unit: '家',
    types: ['V13'],
    trace: ['RT021', 'RT059', 'RT095'],
  },
  {
    id: 'catering',
    label: ['餐饮场所', 'Restaurants and hotels'],
    unit: '家',
    types: ['V14', 'V15', 'V16', 'V17'],
    trace: ['RT009', 'RT014', 'RT060', 'RT095'],
  },
  {
    id: 'transport',
    label: ['车站、寄递货运和检查点', 'Stations, couriers and checkpoints'],
    unit: '处',
    types: ['V19', 'V24', 'V25'],
    trace: ['RT009', 'RT095'],
  },
  {
    id: 'pharma',
    label: ['医院和医药单位', 'Hospitals and pharmacies'],
    unit: '家',
    types: ['V21'],
    trace: ['RT092', 'RT099'],
  },
] as const;

function turnout(
  id: string,
  zh: string,
  en: string,
  kinds: readonly string[],
  where: readonly Condition[] = [],
): readonly Figure[] {
  const of = (named: string, heads: string): Count => ({ by: 'turnout', named, heads });
  const rule = (what: string): [string, string] => [`${what}。${TURNOUT_RULE[0]}`, TURNOUT_RULE[1]];
  return [
    figure(
      `turnout.personTimes${id}`,
      [`${zh}出动人次`, `Person-times${en}`],
      '人次',
      kinds,
      of('persons', 'headcount'),
      rule(`${zh}出动的人次`),
      { where, trace: ['RT019', 'RT053'] },
    ),
    figure(
      `turnout.vehicleTimes${id}`,
      [`${zh}出动车辆`, `Vehicle-times${en}`],
      '台次',
      kinds,
      of('plates', 'vehicles'),
      rule(`${zh}出动的车辆台次（以车牌代具名）`),
      { where, trace: ['RT020', 'RT054'] },
    ),
  ];
}

const TURNOUT: readonly Figure[] = [
  ...turnout('', '', '', BOTH),
  ...turnout('.inspection', '检查', ': inspections', ['inspection']),
  ...turnout('.patrol', '巡查', ': patrols', ['patrol']),
  ...turnout('.joint', '联合行动', ': joint actions', BOTH, [JOINT]),
];

const JOINTLY: readonly Figure[] = [
  figure(
    'joint.actions',
    ['联合执法', 'Joint actions'],
    '次',
    BOTH,
    ACTIONS,
    [
      '有两个以上单位参加的检查、巡查行动（同一天同一出动编号为一次）',
      'Inspections and patrols in which two agencies or more took part; one outing of a day is one action',
    ],
    { where: [JOINT], trace: ['RT013', 'RT039'] },
  ),
  figure(
    'joint.inspections',
    ['联合检查', 'Joint inspections'],
    '次',
    'inspection',
    ACTIONS,
    [
      '有两个以上单位参加的检查行动（同一天同一出动编号为一次）',
      'Inspections in which two agencies or more took part; one outing of a day is one action',
    ],
    { where: [JOINT], trace: ['RT013'] },
  ),
  figure(
    'joint.agencies',
    ['联合部门', 'Agencies in joint actions'],
    '个',
    BOTH,
    elements('agency', 'jointAgencies'),
    ['参加联合行动的单位，同一单位只计一次', 'Agencies that took part in joint actions, each once'],
    { where: [JOINT], trace: ['RT003', 'RT032'] },
  ),
  ...perCode(AGENCY_TYPES, (c) =>
    figure(
      `joint.with.${c.code}`,
      [`与${c.label[0]}联合`, `Joint with: ${c.label[1]}`],
      '次',
      BOTH,
      ACTIONS,
      [
        `记录中有“${c.label[0]}”类单位的联合行动`,
        `Joint actions whose records name an agency of type ${c.label[1]}`,
      ],
      { where: [JOINT, { involves: [c.code] }], trace: ['RT013', 'RT016', 'RT039'] },
    ),
  ),
];

const typed = (...types: readonly string[]) => oneOf('venue.venueType', ...types);

const INSPECTED: readonly Figure[] = [
  figure(
    'inspection.total',
    ['检查', 'Inspections'],
    '次',
    'inspection',
    distinct('#place', '#action'),
    ['检查次数；同一行动对同一场所或点位只计一次', 'Inspections; a venue or site counts once in an action'],
    { trace: ['RT008'] },
  ),
  figure('inspection.records', ['检查记录', 'Inspection records'], '条', 'inspection', RECORDS, [
    '期内的检查记录',
    'Inspection records of the period',
  ]),
  figure(
    'inspection.venues',
    ['检查场所', 'Venues inspected'],
    '家',
    'inspection',
    distinct('venue'),
    ['检查过的场所，同一场所只计一次', 'Venues inspected, each once'],
    { trace: ['RT033', 'RT035'] },
  ),
  figure(
    'inspection.visits',
    ['检查场所家次', 'Visits to venues'],
    '家次',
    'inspection',
    distinct('venue', '#action'),
    ['检查场所的次数；同一行动对同一场所只计一次', 'Visits to venues; a venue counts once in an action'],
    { trace: ['RT008', 'RT009', 'RT014'] },
  ),
  ...VENUE_GROUPS.map((g) =>
    figure(
      `inspection.${g.id}`,
      [`检查${g.label[0]}`, `Inspected: ${g.label[1]}`],
      g.unit,
      'inspection',
      distinct('venue'),
      [
        `检查过的${g.label[0]}（${nameTypes(g.types)}），同一场所只计一次`,
        `${g.label[1]} inspected, each once`,
      ],
      { where: [typed(...g.types)], trace: g.trace },
    ),
  ),
  ...VENUE_GROUPS.map((g) =>
    figure(
      `inspection.visits.${g.id}`,
      [`检查${g.label[0]}次数`, `Visits: ${g.label[1]}`],
      '家次',
      'inspection',
      distinct('venue', '#action'),
      [
        `检查${g.label[0]}的次数；同一行动对同一场所只计一次`,
        `Visits to ${g.label[1]}; a venue counts once in an action`,
      ],
      { where: [typed(...g.types)], trace: g.trace },
    ),
  ),
  figure(
    'inspection.wildlifeAreas',
    ['检查野生动物活动区域', 'Wildlife areas inspected or patrolled'],
    '处',
    BOTH,
    elements('#place', 'sites'),
    [
      `检查或巡查过的野外点位和${nameTypes(FIELD_TYPES)}类场所，同一处只计一次`,
      'Field sites, habitats, wetlands and reserves inspected or patrolled, each once',
    ],
    {
      where: [{ any: [{ field: 'site', set: true }, { field: 'sites', set: true }, typed(...FIELD_TYPES)] }],
      trace: ['RT007', 'RT055'],
    },
  ),
  figure(
    'inspection.keyStalls',
    ['检查重点摊位', 'Key stalls inspected'],
    '个',
    'inspection',
    distinct('stall'),
    ['检查过的高风险摊位，同一摊位只计一次', 'High-risk stalls inspected, each once'],
    { where: [oneOf('stall.risk', 'high')], trace: ['RT036'] },
  ),
  figure(
    'inspection.keyStallVisits',
    ['检查重点摊位次数', 'Visits to key stalls'],
    '次',
    'inspection',
    distinct('stall', '#action'),
    [
      '检查高风险摊位的次数；同一行动对同一摊位只计一次',
      'Visits to high-risk stalls; a stall counts once in an action',
    ],
    { where: [oneOf('stall.risk', 'high')], trace: ['RT036'] },
  ),
  figure(
    'inspection.earlyMorning',
    ['早市检查', 'Early-morning inspections'],
    '次',
    'inspection',
    distinct('#place', '#action'),
    ['4时至9时（不含9时）开始的检查', 'Inspections that began from 04:00 to before 09:00'],
    { where: [{ field: 'timeFrom', between: ['04:00', '09:00'] }], trace: ['RT037'] },
  ),
  ...perCode(VENUE_TYPES, (c) =>
    figure(
      `inspection.venues.${c.code}`,
      [`检查${c.label[0]}`, `Inspected: ${c.label[1]}`],
      c.unit,
      'inspection',
      distinct('venue'),
      [`检查过的${c.label[0]}，同一场所只计一次`, `${c.label[1]} inspected, each once`],
      { where: [typed(c.code)], trace: ['RT008', 'RT009', 'RT035'] },
    ),
  ),
  ...perCode(VENUE_TYPES, (c) =>
    figure(
      `inspection.visits.${c.code}`,
      [`检查${c.label[0]}次数`, `Visits: ${c.label[1]}`],
      `${c.unit}次`,
      'inspection',
      distinct('venue', '#action'),
      [
        `检查${c.label[0]}的次数；同一行动对同一场所只计一次`,
        `Visits to ${c.label[1]}; a venue counts once in an action`,
      ],
      { where: [typed(c.code)], trace: ['RT008', 'RT009', 'RT014'] },
    ),
  ),
];

const FOUND: readonly Figure[] = [
  figure(
    'inspection.problems',
    ['检查发现问题', 'Problems found'],
    '处',
    'inspection',
    { by: 'items', field: 'found' },
    ['检查记录中发现问题的项目数之和', 'Checklist items found wrong, added up'],
    { trace: ['RT015', 'RT099'] },
  ),
  figure(
    'inspection.problemVenues',
    ['发现问题的场所', 'Venues with problems'],
    '家',
    'inspection',
    distinct('venue'),
    ['发现过问题的场所，同一场所只计一次', 'Venues where something was wrong, each once'],
    { where: [{ field: 'found', set: true }], trace: ['RT015'] },
  ),
  figure(
    'inspection.rectified',
    ['已整改问题', 'Problems put right'],
    '处',
    'inspection',
    { by: 'items', field: 'rectified' },
    ['检查记录中已整改的项目数之和', 'Checklist items put right, added up'],
    { trace: ['RT015'] },
  ),
  figure(
    'inspection.toRectify',
    ['发现问题的检查', 'Inspections with problems'],
    '次',
    'inspection',
    RECORDS,
    ['发现了问题的检查记录', 'Inspection records with something wrong'],
    { where: [{ field: 'found', set: true }], trace: ['RT015'] },
  ),
  figure(
    'inspection.rectifiedRecords',
    ['整改完成的检查', 'Inspections put right'],
    '次',
    'inspection',
    RECORDS,
    [
      '发现了问题、期末前整改完成的检查记录',
      'Inspection records with something wrong, put right by the last day',
    ],
    {
      where: [
        { field: 'found', set: true },
        { field: 'rectifiedOn', reached: true },
      ],
      trace: ['RT015'],
    },
  ),
  figure(
    'inspection.rectifyRate',
    ['整改完成率', 'Share put right'],
    '%',
    'inspection',
    rate('inspection.rectifiedRecords', 'inspection.toRectify'),
    ['整改完成的检查÷发现问题的检查', 'Inspections put right of those with something wrong'],
    { trace: ['RT015'] },
  ),
  ...perCode(CHECK_ITEMS, (c) =>
    figure(
      `inspection.found.${c.code}`,
      [`发现${c.label[0]}问题`, `Found wrong: ${c.label[1]}`],
      '处',
      'inspection',
      RECORDS,
      [`发现“${c.label[0]}”有问题的检查记录`, `Inspection records with a problem of: ${c.label[1]}`],
      { where: [{ field: 'found', has: [c.code] }], trace: ['RT015', 'RT099'] },
    ),
  ),
  ...perCode(CHECK_ITEMS, (c) =>
    figure(
      `inspection.rectified.${c.code}`,
      [`整改${c.label[0]}问题`, `Put right: ${c.label[1]}`],
      '处',
      'inspection',
      RECORDS,
      [`“${c.label[0]}”已整改的检查记录`, `Inspection records with this put right: ${c.label[1]}`],
      { where: [{ field: 'rectified', has: [c.code] }], trace: ['RT015'] },
    ),
  ),
  ...perCode(INSPECTION_RESULTS, (c) =>
    figure(
      `inspection.result.${c.code}`,
      [`检查结果：${c.label[0]}`, `Result: ${c.label[1]}`],
      '次',
      'inspection',
      RECORDS,
      [`结果为“${c.label[0]}”的检查记录`, `Inspection records with result ${c.label[1]}`],
      { where: [oneOf('result', c.code)], trace: ['RT010'] },
    ),
  ),
  figure(
    'inspection.banned',
    ['取缔场所', 'Venues shut down'],
    '家',
    'inspection',
    distinct('venue'),
    ['检查结果为取缔的场所，同一场所只计一次', 'Venues shut down, each once'],
    { where: [oneOf('result', 'banned')], trace: ['RT097', 'RT100'] },
  ),
  figure(
    'inspection.delisted',
    ['摘牌场所', 'Venues with signboard taken down'],
    '家',
    'inspection',
    distinct('venue'),
    ['检查结果为摘牌的场所，同一场所只计一次', 'Venues whose signboard was taken down, each once'],
    { where: [oneOf('result', 'delisted')], trace: ['RT100'] },
  ),
];

const PATROLLED: readonly Figure[] = [
  figure(
    'patrol.total',
    ['巡查', 'Patrols'],
    '次',
    'patrol',
    ACTIONS,
    ['巡查行动次数；同一天同一出动编号为一次', 'Patrols; one outing of a day is one'],
    { trace: ['RT022'] },
  ),
  figure(
    'patrol.sites',
    ['巡查点位', 'Sites patrolled'],
    '处',
    'patrol',
    elements('sites'),
    ['巡查过的野外点位，同一处只计一次', 'Field sites patrolled, each once'],
    { trace: ['RT007', 'RT022'] },
  ),
  ...perCode(PATROL_MEANS, (c) =>
    figure(
      `patrol.means.${c.code}`,
      [`${c.label[0]}巡查`, `Patrols: ${c.label[1]}`],
      '次',
      'patrol',
      ACTIONS,
      [`方式为“${c.label[0]}”的巡查行动次数`, `Patrols ${c.label[1].toLowerCase()}`],
      { where: [oneOf('means', c.code)], trace: ['RT017', 'RT022'] },
    ),
  ),
  figure(
    'patrol.sorties',
    ['无人机架次', 'Drone sorties'],
    '架次',
    'patrol',
    sumOf('sorties'),
    ['无人机巡查架次之和', 'Drone sorties added up'],
    { where: [oneOf('means', 'drone')], trace: ['RT017'] },
  ),
  figure(
    'patrol.area',
    ['巡查面积', 'Area patrolled'],
    '亩',
    'patrol',
    { by: 'sumReferred', field: 'sites', kind: 'site', of: 'extent' },
    ['巡查过的点位面积之和，同一处只计一次', 'Extent of the sites patrolled, each once'],
    { trace: ['RT017', 'RT074'] },
  ),
  figure(
    'patrol.droneArea',
    ['无人机巡查面积', 'Area patrolled by drone'],
    '亩',
    'patrol',
    { by: 'sumReferred', field: 'sites', kind: 'site', of: 'extent' },
    ['无人机巡查过的点位面积之和，同一处只计一次', 'Extent of the sites patrolled by drone, each once'],
    { where: [oneOf('means', 'drone')], trace: ['RT017'] },
  ),
  figure(
    'patrol.distance',
    ['巡查里程', 'Distance patrolled'],
    '公里',
    'patrol',
    sumOf('distance'),
    ['巡查记录里程之和', 'Distances of patrol records added up'],
    { trace: ['RT022'] },
  ),
];

const REGISTER: readonly Figure[] = [
  figure(
    'venue.registered',
    ['登记在营场所', 'Venues registered and open'],
    '家',
    'venue',
    RECORDS,
    ['期末已登记、未停业摘牌的场所', 'Venues registered by the last day, not closed or delisted'],
    { when: STANDING, where: [OPEN], trace: ['RT033'] },
  ),
  figure(
    'venue.covered',
    ['已检查的登记场所', 'Registered venues inspected'],
    '家',
    'venue',
    RECORDS,
    ['登记在营场所中期内检查过的', 'Registered open venues inspected in the period'],
    { when: STANDING, where: [OPEN, SEEN], trace: ['RT033'] },
  ),
  figure(
    'venue.coverage',
    ['场所排查覆盖率', 'Coverage of venues'],
    '%',
    'venue',
    rate('venue.covered', 'venue.registered'),
    ['已检查的登记在营场所÷登记在营场所', 'Registered open venues inspected, of all'],
    { trace: ['RT033'] },
  ),
  figure(
    'venue.key',
    ['重点场所', 'Key venues'],
    '家',
    'venue',
    RECORDS,
    ['期末登记在营、标为重点的场所', 'Registered open venues marked as key'],
    { when: STANDING, where: [OPEN, { field: 'keyVenue', is: true }], trace: ['RT035'] },
  ),
  ...perCode(VENUE_TYPES, (c) =>
    figure(
      `venue.registered.${c.code}`,
      [`登记在营${c.label[0]}`, `Registered: ${c.label[1]}`],
      c.unit,
      'venue',
      RECORDS,
      [`期末登记在营的${c.label[0]}`, `${c.label[1]} registered and open on the last day`],
      { when: STANDING, where: [OPEN, oneOf('venueType', c.code)], trace: ['RT033', 'RT092'] },
    ),
  ),
  ...perCode(VENUE_TYPES, (c) =>
    figure(
      `venue.covered.${c.code}`,
      [`已检查的登记${c.label[0]}`, `Registered and inspected: ${c.label[1]}`],
      c.unit,
      'venue',
      RECORDS,
      [
        `登记在营的${c.label[0]}中期内检查过的`,
        `${c.label[1]}, registered and open, inspected in the period`,
      ],
      { when: STANDING, where: [OPEN, SEEN, oneOf('venueType', c.code)], trace: ['RT033'] },
    ),
  ),
  ...perCode(VENUE_TYPES, (c) =>
    figure(
      `venue.coverage.${c.code}`,
      [`${c.label[0]}覆盖率`, `Coverage: ${c.label[1]}`],
      '%',
      'venue',
      rate(`venue.covered.${c.code}`, `venue.registered.${c.code}`),
      [`已检查的登记${c.label[0]}÷登记在营${c.label[0]}`, `${c.label[1]}: inspected of registered`],
      { trace: ['RT033'] },
    ),
  ),
  figure(
    'stall.total',
    ['登记摊位', 'Stalls'],
    '个',
    'stall',
    RECORDS,
    ['期末已登记的摊位', 'Stalls registered by the last day'],
    { when: STANDING, trace: ['RT036'] },
  ),
  figure(
    'stall.key',
    ['重点摊位', 'Key stalls'],
    '个',
    'stall',
    RECORDS,
    ['期末已登记的高风险摊位', 'High-risk stalls registered by the last day'],
    { when: STANDING, where: [oneOf('risk', 'high')], trace: ['RT036'] },
  ),
  figure(
    'site.total',
    ['登记野外点位', 'Field sites'],
    '处',
    'site',
    RECORDS,
    ['期末已登记的野外点位', 'Field sites registered by the last day'],
    { when: STANDING, trace: ['RT007', 'RT022'] },
  ),
  figure(
    'site.extent',
    ['野外点位面积', 'Extent of field sites'],
    '亩',
    'site',
    sumOf('extent'),
    ['期末已登记野外点位的面积之和', 'Extent of the field sites registered by the last day'],
    { when: STANDING, trace: ['RT017', 'RT074'] },
  ),
  ...perCode(FIELD_SITE_TYPES, (c) =>
    figure(
      `site.type.${c.code}`,
      [`登记${c.label[0]}`, `Field sites: ${c.label[1]}`],
      '处',
      'site',
      RECORDS,
      [`期末已登记的${c.label[0]}`, `Field sites registered by the last day: ${c.label[1]}`],
      {
        when: STANDING,
        where: [oneOf('siteType', c.code)],
        trace: c.code === 'V26' ? ['RT007', 'RT070'] : ['RT007'],
      },
    ),
  ),
  figure(
    'site.covered',
    ['已巡查的登记点位', 'Registered sites seen'],
    '处',
    'site',
    RECORDS,
    ['登记点位中期内巡查或检查过的', 'Registered sites patrolled or inspected in the period'],
    {
      when: STANDING,
      where: [
        {
          seenBy: [
            { kind: 'patrol', field: 'sites' },
            { kind: 'inspection', field: 'site' },
          ],
        },
      ],
      trace: ['RT074'],
    },
  ),
  figure(
    'site.coverage',
    ['点位巡查覆盖率', 'Coverage of sites'],
    '%',
    'site',
    rate('site.covered', 'site.total'),
    ['已巡查的登记点位÷登记点位', 'Registered sites seen, of all'],
    { trace: ['RT074'] },
  ),
];

function nameTypes(codes: readonly string[]): string {
  return VENUE_TYPES.filter((t) => codes.includes(t.code))
    .map((t) => t.label[0])
    .join('、');
}

export const FIELD_FIGURES: readonly Figure[] = [
  ...TURNOUT,
  ...JOINTLY,
  ...INSPECTED,
  ...FOUND,
  ...PATROLLED,
  ...REGISTER,
];
