// Which ledger lies behind a summary like C: a year of rescue, permits, stock, farms and two campaigns?
import type { Values } from '../../domain/kernel/record.ts';
import { createDice } from '../dice.ts';
import { createLedger, type DemoRecord } from '../ledger.ts';
import { exact, named, type Office, openOffice, some } from './office.ts';

export function ledgerC(): DemoRecord[] {
  const ledger = createLedger(createDice(990_104));
  const office = openOffice(ledger, '2023-01-03');
  const bureau = office.agency('示范县林业局', 'forestry', { level: 'county' });
  const police = office.agency('示范县公安局', 'publicSecurity', { level: 'county' });
  addPublicity(office, bureau);
  addRescues(office, bureau);
  addPermits(office, bureau);
  addStock(office, bureau);
  addFarms(office);
  addEagle(office, bureau);
  addOlympics(office, bureau, police);
  return ledger.records;
}

function addPublicity({ ledger }: Office, agency: string): void {
  const events: [string, string, string, string][] = [
    ['2023-04-01', '2023-04-30', '陆生野生动物宣传月（4月）', 'wildlifeMonth'],
    ['2023-04-10', '2023-04-16', '爱鸟周（4月10-16日）', 'birdWeek'],
  ];
  for (const [day, until, name, occasion] of events)
    ledger.add('event', day, { day, until, name, occasion, agency });
  const materials: Values[] = [
    {
      materialKind: 'film',
      title: '保护野生动物',
      quantity: exact(1),
      unit: 'title',
      broadcastDays: 15,
      outlets: ['县电视台', '调频广播'],
    },
    {
      materialKind: 'banner',
      title: '保护野生动物',
      quantity: exact(2),
      unit: 'strip',
      placement: '县城主街道',
    },
    {
      materialKind: 'proposal',
      title: '“提倡不食野生动物，树立饮食新观念”倡议书',
      quantity: exact(200),
      unit: 'copy',
      placement: '集贸市场',
    },
  ];
  for (const values of materials)
    ledger.add('material', '2023-04-05', { day: '2023-04-05', agency, ...values });
  ledger.add('mediaReport', '2023-04-18', {
    day: '2023-04-18',
    title: '村民救送受伤猫头鹰',
    medium: 'television',
    outlet: '县电视台',
  });
  ledger.add('mediaReport', '2023-05-20', {
    day: '2023-05-20',
    title: '我县查获非法猎捕工具',
    medium: 'newspaper',
    outlet: '示范日报',
  });
  for (const [day, content] of [
    ['2023-03-12', '后山有人下套'],
    ['2023-06-02', '餐馆门口笼中有野鸟'],
  ] as const)
    ledger.add('clue', day, { day, source: 'tip', content, agency, result: 'handled', resultDay: day });
}

/** Day, species, heads, reason, source, outcome. */
const RESCUES: readonly [string, string, number, string, string, string][] = [
  ['2023-02-14', '猫头鹰', 1, 'hurt', 'handedIn', 'centre'],
  ['2023-03-07', '猫头鹰', 1, 'dying', 'reported', 'centre'],
  ['2023-04-11', '猫头鹰', 1, 'lost', 'handedIn', 'released'],
  ['2023-05-16', '白鹇', 1, 'handedIn', 'handedIn', 'released'],
  ['2023-04-20', '夜鹭', 4, 'lost', 'reported', 'released'],
  ['2023-05-08', '池鹭', 1, 'hurt', 'handedIn', 'centre'],
];

function addRescues({ ledger }: Office, agency: string): void {
  for (const [day, name, heads, reason, source, outcome] of RESCUES)
    ledger.add('rescue', day, {
      day,
      species: named(name),
      quantity: exact(heads),
      reason,
      source,
      outcome,
      outcomeDay: day,
      agency,
      ...(outcome === 'centre'
        ? { centre: '示范市野生动物救护中心' }
        : { habitat: name === '夜鹭' ? '河滩湿地' : '阔叶林' }),
    });
}

function addPermits({ ledger }: Office, agency: string): void {
  const permits: [string, string, string][] = [
    ['绿源养殖场', 'breeding', 'granted'],
    ['青山养殖场', 'breeding', 'granted'],
    ['云岭石蛙场', 'breeding', 'granted'],
    ['丰乐野猪场', 'breeding', 'granted'],
    ['永盛商行', 'trade', 'refused'],
    ['乡猎户小组', 'hunting', 'refused'],
  ];
  permits.forEach(([holder, permitType, decision], i) => {
    const refused = decision === 'refused';
    const day = `2023-0${2 + (i % 3)}-15`;
    const permit = ledger.add('permit', day, {
      holder,
      permitType,
      day,
      decision,
      decidedOn: `2023-0${3 + (i % 3)}-10`,
      agency,
      ...(refused
        ? { reason: '驯养繁殖技术尚未成熟，不符合规定条件' }
        : { docNo: `示驯繁〔2023〕${i + 1}号`, validUntil: '2026-12-31', speciesNames: ['环颈雉'] }),
    });
    if (!refused && i < 3)
      ledger.add('annualReview', '2023-12-08', {
        permit,
        year: 2023,
        day: '2023-12-08',
        result: 'passed',
        agency,
      });
  });
}

function addStock(office: Office, agency: string): void {
  const { ledger } = office;
  /** Holder, pangolin scale and snake in stock, planned use, in kilograms. */
  const holders: [string, number, number, number][] = [
    ['示范县人民医院', 6.5, 4, 60],
    ['示范县中医院', 5, 3.5, 50],
    ['示范县医药公司', 8, 2, 60],
  ];
  holders.forEach(([name, scale, snake, plan], i) => {
    const holder = office.venue(name, 'V21');
    const survey = (material: string, kg: number) =>
      ledger.add('stockSurvey', '2023-07-12', {
        day: '2023-07-12',
        holder,
        material,
        mass: exact(kg),
        agency,
      });
    survey('pangolinScale', scale);
    survey('rareSnake', snake);
    if (i === 0) survey('saigaHorn', 0);
    ledger.add('consumptionPlan', '2023-07-14', {
      holder,
      material: 'pangolinScale',
      from: '2023-01-01',
      until: '2023-12-31',
      periodText: '2023-2023',
      mass: exact(plan),
      agency,
    });
  });
}

function addFarms({ ledger }: Office): void {
  const farms: [string, string][] = [
    ['丰乐杂交野猪场', '杂交野猪'],
    ['青山环颈雉场', '环颈雉'],
    ['绿源绿头鸭场', '绿头鸭'],
    ['南塬野兔场', '野兔'],
    ['云岭石蛙场', '石蛙'],
    ['云溪石蛙场', '石蛙'],
  ];
  farms.forEach(([name, species], i) => {
    const day = `2023-0${3 + i}-20`;
    ledger.add('farm', day, { name, day, speciesNames: [species], stockHeads: exact(80 + i * 20) });
  });
}

interface Round {
  readonly office: Office;
  readonly agency: string;
  readonly campaign: string;
}

function inspect(
  { office, agency, campaign }: Round,
  day: string,
  name: string,
  type: string,
  more: Values = {},
): string {
  const venue = office.venue(name, type);
  office.ledger.add('inspection', day, {
    day,
    venue,
    agency,
    campaign,
    outing: '1',
    checked: ['goods', 'counter', 'licence'],
    result: 'clean',
    ...more,
  });
  return venue;
}

function addEagle(office: Office, agency: string): void {
  const { ledger } = office;
  const campaign = ledger.add('campaign', '2023-04-01', {
    name: '飞鹰行动',
    from: '2023-04-01',
    until: '2023-05-31',
    deployedBy: ['省林业厅'],
    deployedLevel: 'province',
    agency,
  });
  const round = { office, agency, campaign };
  const turnout = (heads: number, cars: number) => ({ headcount: exact(heads), vehicles: exact(cars) });
  inspect(round, '2023-04-12', '青山养殖场', 'V13', turnout(9, 2));
  inspect(round, '2023-04-12', '城关菜市场12号摊', 'V08', {
    found: ['cage'],
    rectified: ['cage'],
    rectifiedOn: '2023-04-12',
    result: 'rectify',
  });
  inspect(round, '2023-04-26', '示范大酒店', 'V14', turnout(11, 3));
  inspect(round, '2023-05-11', '河畔饭店', 'V15', { ...turnout(8, 2), found: ['kitchen'], result: 'case' });
  inspect(round, '2023-05-24', '县客运站', 'V24', turnout(7, 2));
  inspect(round, '2023-05-24', '无证野兔棚', 'V13', { found: ['licence'], result: 'banned' });
  const seize = (values: Values) =>
    ledger.add('seizure', '2023-05-11', {
      day: '2023-05-11',
      campaign,
      agency,
      quantity: some,
      ...values,
    } as Values);
  seize({ form: 'live', species: named('蛇类'), unit: 'head' });
  seize({ form: 'carcass', species: named('黄麂'), unit: 'head' });
  seize({ form: 'product', species: named('蛙肉'), unit: 'kg' });
  for (const tool of ['electric', 'trap', 'snare']) seize({ form: 'tool', tool, unit: 'set' });
}

function addOlympics(office: Office, agency: string, police: string): void {
  const { ledger } = office;
  const campaign = ledger.add('campaign', '2023-07-01', {
    name: '奥运期间示范县野生动物规范管理整顿工作专项行动',
    from: '2023-07-01',
    until: '2023-08-31',
    deployedBy: ['省林业厅', '示范市林业局'],
    agency,
    jointAgencies: [police],
  });
  const round = { office, agency, campaign };
  const jointly = { jointAgencies: [police] };
  inspect(round, '2023-07-19', '迎宾宾馆', 'V14', {
    ...jointly,
    headcount: exact(12),
    vehicles: exact(3),
    found: ['counter'],
    rectified: ['counter'],
    rectifiedOn: '2023-07-20',
    result: 'rectify',
  });
  inspect(round, '2023-07-19', '便民商店', 'V22', jointly);
  inspect(round, '2023-08-03', '同济药店', 'V21', { ...jointly, headcount: exact(10), vehicles: exact(2) });
  inspect(round, '2023-08-03', '山里人野味馆', 'V17', {
    ...jointly,
    found: ['signboard'],
    result: 'delisted',
  });
  inspect(round, '2023-08-16', '深山野味馆', 'V17', {
    ...jointly,
    headcount: exact(9),
    vehicles: exact(2),
    found: ['signboard'],
    result: 'delisted',
  });
  const orders: [string, string, Values][] = [
    ['hunting', '全县猎民', { people: exact(46) }],
    ['show', '全县各类场所', {}],
    ['advert', '全县各类媒体', {}],
  ];
  for (const [suspends, scope, more] of orders)
    ledger.add('suspension', '2023-07-01', {
      suspends,
      scope,
      from: '2023-07-01',
      until: '2023-08-31',
      campaign,
      agency,
      ...more,
    });
}
