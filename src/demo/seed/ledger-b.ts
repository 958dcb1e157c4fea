// Which ledger lies behind a summary like B: a joint campaign of several departments and police forces?
import type { Values } from '../../domain/kernel/record.ts';
import { createDice } from '../dice.ts';
import { createLedger, type DemoRecord } from '../ledger.ts';
import { exact, named, type Office, openOffice, over, spread } from './office.ts';

const FROM = '2024-07-01';
const UNTIL = '2024-10-31';
const OUTINGS = [
  '2024-07-09',
  '2024-07-25',
  '2024-08-06',
  '2024-08-20',
  '2024-09-05',
  '2024-09-18',
  '2024-09-28',
  '2024-10-11',
  '2024-10-24',
];

interface Base {
  readonly office: Office;
  readonly bureau: string;
  readonly forest: string;
  readonly market: string;
  readonly police: string;
  readonly railway: string;
  readonly traffic: string;
  readonly campaign: string;
  readonly people: readonly string[];
}

export function ledgerB(): DemoRecord[] {
  const ledger = createLedger(createDice(990_103));
  const base = addCampaign(openOffice(ledger, '2024-01-03'));
  addOrder(base);
  addInspections(base);
  addField(base);
  addNotice(base);
  addCases(base);
  addPublicity(base);
  return ledger.records;
}

function addCampaign(office: Office): Base {
  const { ledger } = office;
  const bureau = office.agency('示范县自然资源和规划局', 'naturalResources', { level: 'county' });
  const police = office.agency('示范县公安局', 'publicSecurity', { level: 'county' });
  const forest = office.agency('示范县森林公安局', 'forestPolice', { level: 'county' });
  const market = office.agency('示范县市场监督管理局', 'marketSupervision', { level: 'county' });
  const railway = office.agency('铁路公安处示范站派出所', 'railwayPolice');
  const traffic = office.agency('高速交警示范大队', 'trafficPolice');
  office.agency('黄河湿地自然保护区管理站', 'reserve');
  office.agency('清水湖湿地公园管理处', 'wetlandPark');
  office.agency('城关林业工作站', 'station');
  const people = [
    office.person('周文斌', bureau, '分管领导', ['officer']),
    office.person('高明', forest, '局长', ['officer', 'police']),
    office.person('郭丽', market, '副局长', ['officer']),
    office.person('马生海', bureau, '护林员', ['ecoRanger']),
    office.person('丁保平', bureau, '管护员', ['reserveStaff']),
    office.person('何春', bureau, '站员', ['stationStaff']),
    office.person('田大嫂', bureau, '群众代表', ['resident']),
    office.person('白鸟协会代表', bureau, '会长', ['ngo']),
    office.person('志愿者小吴', bureau, '队员', ['volunteer']),
  ];
  const basis = [
    ['关于加强野生动物保护执法的通知', ['国家林业和草原局'], 'national'],
    ['全省野生动物保护专项整治行动方案', ['省林业和草原局', '省公安厅'], 'province'],
    ['全市野生动物保护专项整治行动通知', ['示范市自然资源局'], 'city'],
  ].map(([title, issuers, level]) =>
    ledger.add('basisDocument', '2024-06-15', {
      title: String(title),
      issuers: issuers as string[],
      level: String(level),
      day: '2024-06-15',
      documentType: level === 'province' ? 'plan' : 'circular',
    }),
  );
  const plans = [
    [
      '示范县公安局 示范县自然资源和规划局关于印发《打击破坏野生动物资源违法犯罪专项行动方案》的通知',
      '示范县公安局',
    ],
    [
      '示范县市场监督管理局 示范县自然资源和规划局关于联合开展野生动物保护专项整治行动实施方案',
      '示范县市场监督管理局',
    ],
  ].map(([title, with_]) =>
    ledger.add('basisDocument', '2024-06-28', {
      title: String(title),
      issuers: [String(with_), '示范县自然资源和规划局'],
      level: 'county',
      day: '2024-06-28',
      documentType: 'plan',
    }),
  );
  const campaign = ledger.add('campaign', FROM, {
    name: '野生动物保护专项整治行动',
    from: FROM,
    until: UNTIL,
    agency: bureau,
    jointAgencies: [police, market],
    basis: [...basis, ...plans.slice(1)],
    plan: plans[0] ?? null,
    responsible: people[0] ?? null,
  });
  return { office, bureau, forest, market, police, railway, traffic, campaign, people };
}

const TARGETS: readonly [string, string][] = [
  ['使用《通告》明令禁止的禁猎工具猎捕野生动物', 'T1'],
  ['利用互联网交易平台非法收购、出售珍贵、濒危野生动物及其制品', 'T2'],
  ['利用邮政、物流、快递、客货运等渠道非法运输珍贵、濒危野生动物及其制品', 'T3'],
  ['在交易市场、花鸟宠物市场、餐饮场所、集贸市场等场所非法收购、出售珍贵、濒危野生动物及其制品', 'T4'],
  ['利用野生动物制品发布广告', 'T5'],
  ['为违法交易提供交易场所', 'T6'],
];

function addOrder({ office, bureau, forest, market, police, campaign, people }: Base): void {
  const { ledger } = office;
  people.slice(0, 3).forEach((person, i) => {
    for (const group of ['leadingGroup', 'taskForce'])
      ledger.add('groupMember', FROM, {
        campaign,
        group,
        person,
        position: i === 0 ? 'head' : 'member',
        day: FROM,
      });
  });
  for (const [name, violation] of TARGETS)
    ledger.add('target', FROM, { campaign, name, violations: [violation], due: UNTIL });
  const areas = ['城关镇', '河东镇', '河西镇', '北山乡', '南塬乡', '湖滨乡'].map((name) =>
    ledger.add('area', office.since, { name, areaKind: 'township', day: office.since }),
  );
  [0, 1, 2].forEach((i) => {
    ledger.add('team', FROM, {
      campaign,
      name: `第${['一', '二', '三'][i]}工作组`,
      leader: people[i] ?? null,
      agencies: [bureau, forest, market, police].slice(0, 2 + (i % 2)),
      areas: areas.slice(i * 2, i * 2 + 2),
      day: FROM,
    });
  });
  for (const target of ['城关集贸市场夜间摊点', '国道旁鸟市'])
    ledger.add('watch', '2024-07-20', {
      campaign,
      target,
      from: '2024-07-20',
      until: UNTIL,
      agency: forest,
      result: '已查清',
    });
}

/** Type, how many are registered, how many of them inspected, what they are called. */
const VENUES: readonly [type: string, registered: number, inspected: number, name: string][] = [
  ['V12', 2, 2, '花鸟宠物市场'],
  ['V10', 2, 2, '水产市场'],
  ['V11', 5, 4, '山货店'],
  ['V07', 3, 3, '大型集贸市场'],
  ['V08', 11, 11, '农贸市场经营户'],
  ['V09', 5, 5, '活禽门店'],
  ['V13', 4, 4, '人工繁育场'],
  ['V15', 24, 22, '饭店'],
];

function addInspections(base: Base): void {
  const { office, forest, market, police, railway, traffic, campaign } = base;
  const { ledger } = office;
  let n = 0;
  const inspect = (venue: string, more: Values = {}) => {
    const day = spread(OUTINGS, n);
    const first = n < OUTINGS.length;
    n += 1;
    return ledger.add('inspection', day, {
      day,
      venue,
      agency: forest,
      jointAgencies: [market],
      campaign,
      outing: '1',
      ...(first ? { headcount: exact(18 + n), vehicles: exact(5) } : {}),
      checked: ['goods', 'origin', 'cage'],
      result: 'clean',
      ...more,
    });
  };
  let stallMarket = '';
  for (const [type, registered, inspected, name] of VENUES)
    for (let i = 1; i <= registered; i += 1) {
      const venue = office.venue(`${name}${i}号`, type, { keyVenue: i === 1 });
      if (type === 'V07' && i === 1) stallMarket = venue;
      if (i <= inspected) inspect(venue);
    }
  const stall = ledger.add('stall', office.since, {
    venue: stallMarket,
    stallNo: 'A-17',
    goods: '活禽水产',
    risk: 'high',
    frequency: 3,
    day: office.since,
  });
  ['2024-08-02', '2024-08-09', '2024-08-16', '2024-08-23'].forEach((day) => {
    ledger.add('inspection', day, {
      day,
      venue: stallMarket,
      stall,
      agency: forest,
      campaign,
      timeFrom: '05:40',
      timeUntil: '07:10',
      headcount: exact(4),
      vehicles: exact(1),
      checked: ['goods', 'cage'],
      result: 'clean',
    });
  });
  const checkpoint = office.venue('示范高速收费站检查点', 'V25');
  const station = office.venue('示范火车站', 'V19');
  const road: [string, string, string][] = [
    ['2024-08-28', station, railway],
    ['2024-10-15', station, railway],
    ['2024-09-12', checkpoint, traffic],
  ];
  for (const [day, venue, partner] of road)
    ledger.add('inspection', day, {
      day,
      venue,
      agency: police,
      jointAgencies: [partner],
      campaign,
      headcount: exact(7),
      vehicles: exact(2),
      checked: ['parcel'],
      result: 'clean',
    });
}

function addField({ office, bureau, campaign, people }: Base): void {
  const names = [
    '清水湖湿地',
    '黄河滩涂',
    '北山林区',
    '南塬荒滩',
    '湖滨芦苇荡',
    '东干渠',
    '白鹭洲',
    '沙坡林场',
  ];
  names.forEach((name, i) => {
    const site = office.site(name, i % 2 === 0 ? 'V04' : 'V01', 300 + i * 50);
    const day = spread(OUTINGS, i);
    if (i < names.length - 1)
      office.ledger.add('patrol', day, {
        day,
        sites: [site],
        means: 'foot',
        agency: bureau,
        campaign,
        persons: people.slice(3, 5),
        headcount: exact(3),
        vehicles: exact(1),
        distance: exact(6),
      });
  });
}

function addNotice({ office, bureau, campaign }: Base): void {
  const { ledger } = office;
  const notice = ledger.add('notice', '2024-07-15', {
    title: '示范县人民政府关于划定陆生野生动物禁猎区和禁猎期的通告',
    noticeKind: 'huntingBan',
    docNo: '示政告〔2024〕2号',
    issuer: '示范县人民政府',
    day: '2024-07-15',
    from: '2024-07-15',
    until: '2029-07-14',
    banArea: '全县行政区域',
    animals: '一切陆生野生动物',
    tools: ['trap', 'snare', 'birdNet', 'electric', 'poison'],
    legalBasis: '《中华人民共和国野生动物保护法》第二十条、第二十四条',
    exceptions: '因科学研究、种群调控等确需猎捕的，依法取得特许猎捕证或者狩猎证',
    rights: '任何组织和个人有保护野生动物的义务，有权举报违法行为',
    campaign,
  });
  ledger.add('material', '2024-07-16', {
    day: '2024-07-16',
    materialKind: 'notice',
    title: '禁猎区和禁猎期通告',
    quantity: over(800),
    unit: 'copy',
    placement: '各乡镇人民政府和林业管理部门',
    notice,
    campaign,
    agency: bureau,
  });
  const places: [string, string][] = [
    ['villageBoard', '城关村公示栏'],
    ['gate', '县政府大门口'],
    ['market', '城关集贸市场'],
    ['park', '人民公园'],
    ['pharmacy', '康民药店'],
    ['bank', '农商银行城关支行'],
    ['hospital', '县人民医院'],
    ['crossroad', '河东村进村路口'],
  ];
  for (const [placeType, name] of places)
    ledger.add('postingPoint', '2024-07-18', {
      notice,
      placeType,
      name,
      day: '2024-07-18',
      copies: exact(2),
      campaign,
      agency: bureau,
    });
  ['桥头有人卖野鸭', '山上发现铁夹', '餐馆收购斑鸠'].forEach((content, i) => {
    const day = spread(OUTINGS, i + 1);
    ledger.add('clue', day, {
      day,
      source: 'tip',
      content,
      violation: 'T4',
      campaign,
      agency: bureau,
      due: '2024-10-20',
      ...(i < 2 ? { result: 'case', resultDay: day } : {}),
    });
  });
}

const CASES: readonly [track: string, name: string, violation: string][] = [
  ['criminal', '非法狩猎案', 'T1'],
  ['criminal', '危害珍贵、濒危野生动物案', 'T2'],
  ['administrative', '市场出售野鸭案', 'T4'],
  ['administrative', '快递寄递野鸟案', 'T3'],
  ['administrative', '餐馆加工野味案', 'T4'],
  ['administrative', '发布野生动物制品广告案', 'T5'],
  ['administrative', '提供交易场所案', 'T6'],
  ['forestry', '毁坏栖息地案', 'T7'],
  ['forestry', '违法下套案', 'T1'],
];

function addCases({ office, bureau, forest, campaign }: Base): void {
  const { ledger } = office;
  const ids = CASES.map(([track, name, violation], i) => {
    const day = spread(OUTINGS, i);
    const agency = track === 'criminal' ? forest : bureau;
    const closed = i < CASES.length - 1;
    const id = ledger.add('case', day, {
      caseNo: `示${track === 'criminal' ? '公森刑' : '自然资罚'}〔2024〕${i + 1}号`,
      name,
      track,
      filedOn: day,
      violations: [violation],
      campaign,
      agency,
      value: 86_000 + i * 12_500,
      ...(closed
        ? { outcome: track === 'criminal' ? 'transferred' : 'penalised', closedOn: '2024-10-30' }
        : {}),
    });
    if (track !== 'criminal' && closed)
      ledger.add('penalty', '2024-10-30', {
        case: id,
        day: '2024-10-30',
        docNo: `示罚决〔2024〕${i + 1}号`,
        penaltyKind: track,
        party: `被处罚人${i + 1}`,
        fine: 200_000 + i * 50_000,
        campaign,
        agency: bureau,
      });
    return id;
  });
  ledger.add('penalty', '2024-10-30', {
    case: ids[7] ?? null,
    day: '2024-10-30',
    docNo: '示罚决〔2024〕20号',
    penaltyKind: 'forestry',
    party: '被处罚人20',
    fine: 300_000,
    campaign,
    agency: bureau,
  });
  const seize = (i: number, values: Values) =>
    ledger.add('seizure', spread(OUTINGS, i), {
      day: spread(OUTINGS, i),
      case: ids[i] ?? null,
      campaign,
      agency: forest,
      ...values,
    } as Values);
  const ducks = seize(2, { form: 'live', species: named('野鸭'), quantity: exact(23), unit: 'head' });
  seize(3, { form: 'live', species: named('画眉'), quantity: exact(13), unit: 'head' });
  seize(4, { form: 'carcass', species: named('山斑鸠'), quantity: exact(14), unit: 'head' });
  seize(0, { form: 'tool', tool: 'trap', quantity: over(40), unit: 'set' });
  seize(8, { form: 'tool', tool: 'snare', quantity: exact(12), unit: 'set' });
  ledger.add('release', '2024-09-20', {
    day: '2024-09-20',
    releaseKind: 'release',
    species: named('野鸭'),
    quantity: over(20),
    seizure: ducks,
    habitat: '芦苇湿地',
    campaign,
    agency: bureau,
  });
}

function addPublicity({ office, bureau, campaign }: Base): void {
  const { ledger } = office;
  for (const title of ['示范县野生动物保护宣传册', '示范县野生动物资源概述'])
    ledger.add('material', '2024-08-15', {
      day: '2024-08-15',
      materialKind: 'booklet',
      title,
      quantity: exact(1),
      unit: 'title',
      campaign,
      agency: bureau,
    });
  ledger.add('event', '2024-09-26', {
    day: '2024-09-26',
    name: '野生动物保护知识进校园',
    occasion: 'school',
    attendance: exact(260),
    campaign,
    agency: bureau,
  });
  const texts: [string, string][] = [
    ['problem', '保护职责多集中在少数股室，各级自然保护区、湿地公园和基层站所的力量发动不够'],
    ['problem', '缺乏大数据分析等高科技装备科学监测，野外仍有监测盲区'],
    [
      'measure',
      '组织生态护林员、保护地管护人员、林业站工作人员、社区群众、公安干警、民间团体以及志愿者共同参加巡护监测',
    ],
    [
      'measure',
      '在野生动物资源分布重点区域布设监测站点，做好数据采集、分析及处理，消除监测盲区，提高监测巡护效率',
    ],
  ];
  for (const [aspect, content] of texts)
    ledger.add('problem', '2024-10-30', { campaign, aspect, content, day: '2024-10-30', agency: bureau });
}
