// Which names stand in a sentence? Each list reads the records of a figure, or the codes a figure found records for.
import { LEVELS } from '../campaign/campaign.ts';
import { VENUE_GROUPS } from '../figure/catalogue-field.ts';
import { monthOf } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Code, Kind, RecordRow, SpeciesValue, Values } from '../kernel/record.ts';
import type { Names } from '../kernel/title.ts';
import { AGENCY_TYPES, VENUE_TYPES } from '../law/taxonomy.ts';
import { TOOL_TYPES } from '../law/tool.ts';
import { BAN_ELEMENTS, POSTING_PLACES } from '../notice/notice.ts';
import { PERSON_ROLES } from '../org/org.ts';
import { MEDIA, OCCASIONS } from '../publicity/publicity.ts';
import { RESCUE_REASONS } from '../rescue/rescue.ts';

/** Names from the records behind figures, the earliest first. */
interface FromRecords {
  readonly label: Label;
  readonly figures: readonly string[];
  readonly say: (row: RecordRow, names: Names, kind: Kind) => readonly string[];
  /** The most numerous first (species); default the earliest first. */
  readonly most?: boolean;
  /** One entry a record, keyed by its id, even when two say the same. */
  readonly each?: boolean;
}
/** Names of the codes whose figure `prefix`+code has records. */
interface FromCodes {
  readonly label: Label;
  readonly prefix: string;
  readonly codes: readonly Code[];
  readonly say?: (code: Code) => string;
}
/** Named by the server from the records of these figures: agencies in the field, sites flown over. */
interface FromServer {
  readonly label: Label;
  readonly server: readonly string[];
}
export type ListSource = FromRecords | FromCodes | FromServer;

const text = (field: string) => (row: RecordRow) => texts(row.values[field]);
const quoted = (field: string) => (row: RecordRow) => texts(row.values[field]).map(inBrackets);
const referred = (field: string) => (row: RecordRow, names: Names) =>
  texts(row.values[field])
    .map((id) => names.get(id) ?? '')
    .filter((name) => name !== '');
const coded = (field: string) => (row: RecordRow, _names: Names, kind: Kind) =>
  texts(row.values[field]).map((code) => labelOf(kind, field, code));
const species = (row: RecordRow) =>
  [(row.values.species as SpeciesValue | undefined)?.name ?? ''].filter(Boolean);

function texts(value: Values[string]): string[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** 《…》 unless it stands in brackets already; inner ones become 〈〉 (GB/T 15834-2011, 4.15.3). */
export function inBrackets(title: string): string {
  if (/^《.*》$/.test(title)) return title;
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}

function labelOf(kind: Kind, field: string, code: string): string {
  const found = kind.fields[field];
  const codes = found && 'codes' in found ? found.codes : [];
  const known = codes.find((c) => c.code === code);
  return field === 'venueTypes' && known ? venueName(known) : (known?.label[0] ?? code);
}

/** What a sentence calls the kinds of venue whose label holds several names. */
const VENUE_NAMES: Readonly<Record<string, string>> = {
  V04: '湿地水域',
  V08: '农贸市场经营户',
  V12: '花鸟鱼虫市场',
  V13: '驯养繁殖场',
  V15: '饭店',
  V21: '医院和医药单位',
  V24: '邮政物流快递客货运',
  V25: '高速铁路检查点',
  V26: '自然保护区和湿地公园',
};

export function venueName(code: Code): string {
  return VENUE_NAMES[code.code] ?? code.label[0];
}

const UPPER = ['national', 'province', 'city'];
const SAID_LEVEL: Readonly<Record<string, string>> = {
  national: '中央',
  province: '省（自治区）',
  city: '市',
};
const upper = (row: RecordRow) => UPPER.includes(String(row.values.level));

/** 甲、乙联合下发《…》 */
function basisText(row: RecordRow): string[] {
  const issuers = texts(row.values.issuers);
  return [
    `${issuers.join('、')}${issuers.length > 1 ? '联合' : ''}下发的${inBrackets(String(row.values.title))}`,
  ];
}

const ELEMENT_NAMES: Readonly<Record<(typeof BAN_ELEMENTS)[number], string>> = {
  from: '禁猎期限',
  animals: '禁猎对象',
  tools: '禁猎工具',
  legalBasis: '法律依据',
  exceptions: '确需猎捕的特殊情况',
  rights: '公民保护野生动物的权利和义务',
};

/** Which of the six elements a hunting-ban notice has, or lacks. */
export function banElements(values: Values, present: boolean): string[] {
  const has = (element: (typeof BAN_ELEMENTS)[number]) => texts(values[element]).length > 0;
  return BAN_ELEMENTS.filter((element) => has(element) === present).map((element) => ELEMENT_NAMES[element]);
}

const SUSPENDED: Readonly<Record<string, string>> = {
  hunting: '停止狩猎',
  show: '停止表演展示',
  advert: '暂停广告',
};
const ORDER = [...LEVELS].map((level) => level.code as string);
const typesOf = (group: (typeof VENUE_GROUPS)[number]['id']): readonly string[] =>
  VENUE_GROUPS.find((g) => g.id === group)?.types ?? [];
const MARKETS = [...typesOf('keyMarkets'), ...typesOf('largeMarkets'), 'V08', 'V09'];
const venuesOf = (codes: readonly string[]) => VENUE_TYPES.filter((t) => codes.includes(t.code));

const POLICE = ['publicSecurity', 'forestPolice', 'cyberPolice', 'railwayPolice', 'trafficPolice'];

export const LISTS = {
  'basis.upper': {
    label: ['上级依据文件', 'Documents from above'],
    figures: ['basis.total'],
    say: (row: RecordRow) => (upper(row) ? basisText(row) : []),
  },
  'basis.levels': {
    label: ['依据文件的级别', 'Levels of basis documents'],
    prefix: 'basis.level.',
    codes: LEVELS.filter((level) => ORDER.indexOf(level.code) < 3),
    say: (code: Code) => SAID_LEVEL[code.code] ?? code.label[0],
  },
  'basis.plans': {
    label: ['本级行动方案', 'Own plans'],
    figures: ['basis.plan'],
    say: (row: RecordRow) => (upper(row) ? [] : [inBrackets(String(row.values.title))]),
  },
  'campaign.deployedBy': {
    label: ['部署单位', 'Deployed by'],
    figures: ['campaign.total'],
    say: text('deployedBy'),
  },
  'campaign.jointAgencies': {
    label: ['联合单位', 'Joint agencies'],
    figures: ['campaign.total'],
    say: referred('jointAgencies'),
  },
  'field.market': {
    label: ['联合检查的市场监管部门', 'Market supervision'],
    server: ['joint.with.marketSupervision'],
  },
  'field.cyber': { label: ['联合行动的网安部门', 'Cyber police'], server: ['joint.with.cyberPolice'] },
  'field.police': {
    label: ['联合行动的警种', 'Kinds of police'],
    server: POLICE.map((type) => `joint.with.${type}`),
  },
  'target.names': { label: ['打击重点', 'Targets'], figures: ['target.total'], say: text('name') },
  'target.venues': {
    label: ['重点部位', 'Kinds of venue aimed at'],
    figures: ['target.total'],
    say: coded('venueTypes'),
  },
  'duty.agencies': {
    label: ['承担职责的单位', 'Agencies with duties'],
    figures: ['duty.total'],
    say: referred('agency'),
  },
  'inspected.types': {
    label: ['检查过的场所类型', 'Kinds of venue inspected'],
    prefix: 'inspection.venues.',
    codes: VENUE_TYPES,
    say: venueName,
  },
  'inspected.markets': {
    label: ['检查过的市场类型', 'Kinds of market inspected'],
    prefix: 'inspection.venues.',
    codes: venuesOf(MARKETS),
    say: venueName,
  },
  'inspected.catering': {
    label: ['检查过的餐饮场所类型', 'Kinds of restaurant inspected'],
    prefix: 'inspection.venues.',
    codes: venuesOf(typesOf('catering')),
    say: venueName,
  },
  'site.patrolled': {
    label: ['地面巡查的点位', 'Sites patrolled on the ground'],
    figures: ['patrol.means.foot', 'patrol.means.vehicle', 'patrol.means.boat'],
    say: referred('sites'),
  },
  'site.drone': {
    label: ['无人机巡视的点位和面积', 'Sites flown over, with their area'],
    server: ['patrol.droneArea'],
  },
  'notice.tip': {
    label: ['征集线索的通告', 'Calls for tips'],
    figures: ['notice.kind.tipCall'],
    say: quoted('title'),
  },
  'notice.ban': {
    label: ['禁猎通告', 'Hunting bans'],
    figures: ['notice.kind.huntingBan'],
    say: quoted('title'),
  },
  'notice.banIssuers': {
    label: ['禁猎通告的发布机关', 'Issuers of hunting bans'],
    figures: ['notice.kind.huntingBan'],
    say: text('issuer'),
  },
  'notice.banElements': {
    label: ['禁猎通告已有的要素', 'Elements of the hunting ban'],
    figures: ['notice.kind.huntingBan'],
    say: (row: RecordRow) => banElements(row.values, true),
  },
  'posting.places': {
    label: ['张贴地点', 'Posting places'],
    prefix: 'posting.place.',
    codes: POSTING_PLACES.filter((place) => place.code !== 'other'),
  },
  'event.occasions': {
    label: ['宣传节点', 'Occasions'],
    prefix: 'event.',
    codes: OCCASIONS.filter((o) => ['birdWeek', 'wildlifeMonth', 'wildlifeDay'].includes(o.code)),
    say: (code: Code) => `“${code.label[0]}”`,
  },
  'event.names': {
    label: ['宣传节点活动', 'Events of the occasions'],
    figures: ['event.birdWeek', 'event.wildlifeMonth', 'event.wildlifeDay'],
    say: (row: RecordRow) => [`“${String(row.values.name).replace(/[“”"]/g, '')}”`],
  },
  'material.bannerPlaces': {
    label: ['横幅悬挂位置', 'Where banners hang'],
    figures: ['material.banner'],
    say: text('placement'),
  },
  'material.booklets': {
    label: ['宣传册', 'Booklets'],
    figures: ['material.titles'],
    say: quoted('title'),
  },
  'material.films': { label: ['电视专题片', 'Films'], figures: ['material.films'], say: quoted('title') },
  'material.outlets': {
    label: ['播出媒体', 'Broadcast by'],
    figures: ['material.broadcastDays'],
    say: text('outlets'),
  },
  'material.proposals': {
    label: ['倡议书', 'Written proposals'],
    figures: ['material.proposal'],
    say: quoted('title'),
  },
  'media.kinds': { label: ['报道媒体', 'Media'], prefix: 'media.', codes: MEDIA },
  'mechanism.titles': {
    label: ['长效机制', 'Mechanisms'],
    figures: ['mechanism.total'],
    say: text('title'),
  },
  'release.species': {
    label: ['收缴后放生的物种', 'Species released after seizure'],
    figures: ['release.fromSeizure'],
    say: species,
    most: true,
  },
  'rescue.reasons': {
    label: ['救护原因', 'Reasons of rescue'],
    prefix: 'rescue.reason.',
    codes: RESCUE_REASONS,
  },
  'rescue.habitats': {
    label: ['放生生境', 'Habitats'],
    figures: ['rescue.outcome.released'],
    say: text('habitat'),
  },
  'rescue.centres': {
    label: ['接收的救护中心', 'Rescue centres'],
    figures: ['rescue.outcome.centre'],
    say: text('centre'),
  },
  'rescue.national1': level('national1', '国家一级'),
  'rescue.national2': level('national2', '国家二级'),
  'rescue.provincialKey': level('provincialKey', '省重点'),
  'rescue.sanyou': level('sanyou', '三有'),
  'rescue.provincial': level('provincial', '省一般'),
  'rescue.other': level('other', '其他'),
  'rescue.unknown': level('unknown', '待定'),
  'stock.months': {
    label: ['库存调查月份', 'Months of the survey'],
    figures: ['stock.total'],
    say: (row: RecordRow) => [`${monthOf(String(row.values.day))}月`],
  },
  'stock.materials': {
    label: ['调查的原材料', 'Materials surveyed'],
    figures: ['stock.total'],
    say: coded('material'),
  },
  'stock.held': {
    label: ['有库存的原材料', 'Materials in stock'],
    figures: ['stock.total'],
    say: (row: RecordRow, names: Names, kind: Kind) =>
      (row.values.mass as { value: number | null } | undefined)?.value === 0
        ? []
        : coded('material')(row, names, kind),
  },
  'plan.periods': {
    label: ['申报年度（原文）', 'Periods as declared'],
    figures: ['plan.total'],
    say: text('periodText'),
  },
  'farm.species': {
    label: ['新发展养殖物种', 'Species of new farms'],
    figures: ['farm.new'],
    say: text('speciesNames'),
  },
  'seizure.species': {
    label: ['查获物种', 'Species seized'],
    figures: ['seizure.total'],
    say: (row: RecordRow) => (row.values.form === 'tool' ? [] : species(row)),
    most: true,
  },
  'seizure.tools': {
    label: ['查获工具', 'Tools seized'],
    prefix: 'seizure.tool.',
    codes: TOOL_TYPES,
  },
  'suspension.texts': {
    label: ['停止令', 'Suspension orders'],
    figures: ['suspension.total'],
    say: (row: RecordRow) => [`${String(row.values.scope)}${SUSPENDED[String(row.values.suspends)] ?? ''}`],
  },
  'person.roles': {
    label: ['参与力量', 'Who takes part'],
    prefix: 'person.role.',
    codes: PERSON_ROLES.filter((role) => !['officer', 'hunter'].includes(role.code)),
  },
  'agency.protecting': {
    label: ['保护地和基层站所', 'Reserves, wetland parks, stations'],
    prefix: 'agency.type.',
    codes: AGENCY_TYPES.filter((type) => ['reserve', 'wetlandPark', 'station'].includes(type.code)),
  },
  'problem.texts': {
    label: ['登记的问题', 'Problems recorded'],
    figures: ['problem.total'],
    say: text('content'),
    each: true,
  },
  'alarm.texts': { label: ['警示及其答复', 'Alarms and their answers'], server: [] },
  'measure.texts': {
    label: ['登记的措施', 'Measures recorded'],
    figures: ['measure.total'],
    say: text('content'),
    each: true,
  },
} as const satisfies Record<string, ListSource>;
export type ListId = keyof typeof LISTS;

function level(code: string, zh: string) {
  return {
    label: [`救护的${zh}物种`, `Species rescued: ${code}`],
    figures: [`rescue.level.${code}`],
    say: species,
    most: true,
  } as const;
}

/** Figures whose records or counts the list reads. */
export function figuresBehind(source: ListSource): string[] {
  if ('figures' in source) return [...source.figures];
  if ('server' in source) return [...source.server];
  return source.codes.map((code) => `${source.prefix}${code.code}`);
}
