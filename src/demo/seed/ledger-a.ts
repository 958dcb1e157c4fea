// Which ledger lies behind a summary like A: a county's campaign, reported to the autonomous region?
import { createDice } from '../dice.ts';
import { createLedger, type DemoRecord } from '../ledger.ts';
import { exact, named, type Office, openOffice, over, spread } from './office.ts';

const FROM = '2024-04-01';
const UNTIL = '2024-10-31';
const OUTINGS = [
  '2024-04-18',
  '2024-05-16',
  '2024-06-20',
  '2024-07-11',
  '2024-08-22',
  '2024-09-19',
  '2024-10-17',
];

interface Base {
  readonly office: Office;
  readonly bureau: string;
  readonly forest: string;
  readonly market: string;
  readonly police: string;
  readonly cyber: string;
  readonly campaign: string;
}

export function ledgerA(): DemoRecord[] {
  const ledger = createLedger(createDice(990_102));
  const base = addCampaign(openOffice(ledger, '2024-01-02'));
  addInspections(base);
  addPatrols(base);
  addCases(base);
  addPublicity(base);
  return ledger.records;
}

function addCampaign(office: Office): Base {
  const { ledger } = office;
  const bureau = office.agency('示范县自然资源局', 'naturalResources', { level: 'county' });
  const forest = office.agency('示范县自然资源局森林派出所', 'forestPolice', { parent: bureau });
  const market = office.agency('示范县市场监督管理局', 'marketSupervision', { level: 'county' });
  const farming = office.agency('示范县农业农村局', 'agriculture', { level: 'county' });
  const police = office.agency('示范县公安局', 'publicSecurity', { level: 'county' });
  const cyber = office.agency('示范县公安局网安部门', 'cyberPolice', { parent: police });
  const people = [
    office.person('陈志远', bureau, '分管领导', ['officer']),
    office.person('李建国', forest, '所长', ['officer']),
    office.person('王晓梅', market, '科长', ['officer']),
    office.person('赵铁军', police, '大队长', ['officer', 'police']),
    office.person('孙玉兰', farming, '科长', ['officer']),
  ];
  const basis = ledger.add('basisDocument', '2024-03-20', {
    title: '全区野生动物保护专项整治行动实施方案',
    docNo: '示林草发〔2024〕18号',
    day: '2024-03-20',
    issuers: ['自治区监督管理厅', '自治区林业和草原局'],
    level: 'province',
    documentType: 'plan',
  });
  const plan = ledger.add('basisDocument', '2024-03-28', {
    title: '野生动物保护专项整治行动方案',
    docNo: '示自然资发〔2024〕9号',
    day: '2024-03-28',
    issuers: ['示范县自然资源局'],
    level: 'county',
    documentType: 'plan',
  });
  const campaign = ledger.add('campaign', FROM, {
    name: '野生动物保护专项整治行动',
    from: FROM,
    until: UNTIL,
    agency: bureau,
    jointAgencies: [market, farming, police],
    deployedBy: ['自治区监督管理厅', '自治区林业和草原局'],
    deployedLevel: 'province',
    basis: [basis],
    plan,
    responsible: people[0] ?? null,
  });
  people.forEach((person, i) => {
    ledger.add('groupMember', FROM, {
      campaign,
      group: 'leadingGroup',
      person,
      position: i === 0 ? 'head' : i === 1 ? 'deputy' : 'member',
      day: FROM,
    });
  });
  const duties: [string, string][] = [
    [bureau, '统筹协调，巡查野外栖息地'],
    [market, '检查市场、餐饮场所'],
    [farming, '检查水产市场和养殖场所'],
    [police, '侦办涉野生动物案件'],
  ];
  for (const [agency, content] of duties)
    ledger.add('duty', FROM, { campaign, agency, content, due: UNTIL, doneOn: UNTIL });
  ledger.add('target', FROM, {
    campaign,
    name: '滥捕滥猎野生动物，非法收购、运输、出售珍贵濒危野生动物及其制品',
    violations: ['T7', 'T2', 'T3', 'T4'],
    venueTypes: ['V01', 'V02', 'V03', 'V05', 'V13', 'V12', 'V14', 'V15', 'V18', 'V19', 'V20'],
    due: UNTIL,
  });
  return { office, bureau, forest, market, police, cyber, campaign };
}

const VENUES: readonly [name: string, type: string][] = [
  ['城关集贸市场', 'V06'],
  ['城东集贸市场', 'V06'],
  ['城关花鸟鱼虫市场', 'V12'],
  ['黄河宾馆', 'V14'],
  ['沙湖宾馆', 'V14'],
  ['老街饭店', 'V15'],
  ['鱼米饭店', 'V15'],
  ['金岸饭店', 'V15'],
  ['典农农家乐', 'V16'],
  ['清水农家乐', 'V16'],
  ['长途汽车站', 'V19'],
  ['永丰雉鸡养殖场', 'V13'],
  ['惠农环颈雉养殖场', 'V13'],
  ['塞上绿头鸭养殖场', 'V13'],
  ['通义蓝孔雀养殖场', 'V13'],
  ['立岗梅花鹿养殖场', 'V13'],
  ['丰登杂交野猪养殖场', 'V13'],
];

function addInspections({ office, bureau, forest, market, campaign }: Base): void {
  VENUES.forEach(([name, type], i) => {
    const venue = office.venue(name, type);
    const day = spread(OUTINGS, i);
    const first = i < OUTINGS.length;
    const jointly = type !== 'V13';
    const found = name === '老街饭店' ? ['menu'] : name === '典农农家乐' ? ['signboard'] : null;
    office.ledger.add('inspection', day, {
      day,
      venue,
      agency: jointly ? forest : bureau,
      ...(jointly ? { jointAgencies: [market] } : {}),
      campaign,
      outing: '1',
      // The whole outing is stated once; the other venues of the day are the same people.
      ...(first ? { headcount: i === 0 ? over(30) : exact(24 + i), vehicles: exact(4 + (i % 3)) } : {}),
      checked: ['signboard', 'menu', 'goods', 'origin'],
      ...(found ? { found, rectified: found, rectifyBy: day, rectifiedOn: day } : {}),
      result: found ? 'rectify' : 'clean',
    });
  });
}

function addPatrols({ office, bureau, forest, cyber, campaign }: Base): void {
  const { ledger } = office;
  const pond = office.site('丰登村七队鱼池', 'V04', 100);
  const wetland = office.site('欢乐谷湿地', 'V04', 4000);
  const sites = [
    office.site('三丁湖', 'V04', 1200),
    office.site('黄河湿地', 'V02', 8600),
    office.site('清水湖', 'V04', 900),
    office.site('典农河', 'V03', 2100),
    office.site('沙枣林', 'V01', 760),
    office.site('滨河大道', 'V03', 300),
  ];
  ['2024-05-21', '2024-09-24'].forEach((day, i) => {
    ledger.add('patrol', day, {
      day,
      sites: [pond, wetland],
      means: 'drone',
      agency: forest,
      jointAgencies: [cyber],
      campaign,
      outing: '1',
      headcount: exact(6),
      vehicles: exact(2),
      sorties: 3 + i,
    });
  });
  ['2024-04-25', '2024-06-13', '2024-08-08', '2024-10-10'].forEach((day, i) => {
    ledger.add('patrol', day, {
      day,
      sites,
      means: i % 2 === 0 ? 'vehicle' : 'foot',
      agency: bureau,
      campaign,
      outing: '1',
      headcount: exact(8),
      vehicles: exact(2),
      distance: exact(42),
    });
  });
}

function addCases({ office, bureau, forest, police, cyber, campaign }: Base): void {
  const { ledger } = office;
  const online = ['短视频平台兜售斑鸠', '二手平台出售鸟网', '群聊中兜售野鸭', '论坛发帖求购画眉'];
  online.forEach((content, i) => {
    const day = spread(OUTINGS, i);
    ledger.add('clue', day, {
      day,
      source: 'online',
      channel: '网络平台',
      content,
      violation: 'T2',
      agency: cyber,
      campaign,
      result: i === 0 ? 'case' : 'handled',
      resultDay: day,
    });
  });
  const tips = ['河滩有人下网捕鸟', '饭店疑似售卖野味', '沙枣林发现铁夹'];
  tips.forEach((content, i) => {
    const day = spread(OUTINGS, i + 2);
    ledger.add('clue', day, {
      day,
      source: 'tip',
      content,
      agency: bureau,
      campaign,
      result: i === 1 ? 'handled' : 'case',
      resultDay: day,
      ...(i === 0 ? { reward: 50_000 } : {}),
    });
  });
  const cases: [string, string, string, string][] = [
    ['示公森刑立〔2024〕3号', '非法狩猎案', 'criminal', police],
    ['示自然资罚立〔2024〕7号', '使用禁用工具猎捕案', 'administrative', bureau],
    ['示自然资罚立〔2024〕11号', '网络兜售野生动物案', 'administrative', forest],
  ];
  cases.forEach(([caseNo, name, track, agency], i) => {
    const day = spread(OUTINGS, i + 1);
    const id = ledger.add('case', day, {
      caseNo,
      name,
      track,
      filedOn: day,
      violations: [i === 2 ? 'T2' : 'T7'],
      campaign,
      agency,
      parties: [`当事人${i + 1}`],
      value: 120_000 + i * 30_000,
      outcome: track === 'criminal' ? 'transferred' : 'penalised',
      closedOn: '2024-10-28',
    });
    ledger.add('seizure', day, {
      day,
      form: i === 1 ? 'tool' : 'live',
      ...(i === 1 ? { tool: 'birdNet', unit: 'set' } : { species: named('山斑鸠'), unit: 'head' }),
      quantity: exact(i === 1 ? 6 : 9),
      case: id,
      campaign,
      agency,
    });
  });
}

function addPublicity({ office, bureau, campaign }: Base): void {
  const { ledger } = office;
  ledger.add('notice', '2024-04-08', {
    title: '示范县自然资源局关于征集非法猎捕珍贵濒危野生动物资源的违法犯罪线索的通告',
    noticeKind: 'tipCall',
    issuer: '示范县自然资源局',
    day: '2024-04-08',
    rewardRule: '经查证属实的，按县奖励办法给予奖励',
    campaign,
  });
  ledger.add('event', '2024-04-10', {
    day: '2024-04-10',
    until: '2024-04-16',
    name: '爱鸟周广场宣传',
    occasion: 'birdWeek',
    attendance: over(600),
    campaign,
    agency: bureau,
  });
  ledger.add('material', '2024-04-12', {
    day: '2024-04-12',
    materialKind: 'banner',
    title: '严厉打击破坏野生动物资源犯罪行为',
    quantity: exact(36),
    unit: 'strip',
    placement: '各乡镇及县城重点区域',
    campaign,
    agency: bureau,
  });
  const mechanisms = ['野生动物保护联合执法', '重点区域常态巡护'];
  for (const title of mechanisms)
    ledger.add('mechanism', '2024-10-25', {
      title,
      day: '2024-10-25',
      recurrence: 'quarterly',
      agency: bureau,
      campaign,
    });
}
