// Who and what is in the demo county 示范县? Townships, agencies, people, venues and sites, all invented.
import { addDays } from '../domain/kernel/day.ts';
import type { Ledger } from './ledger.ts';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = [...'伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超霞平刚玲桂英华建国文辉力健俊峰海东亮成志新红梅云飞鹏'];

const TOWNSHIPS = ['城关镇', '白鹭镇', '清河镇', '芦花乡', '沙柳乡', '红柳镇', '石桥镇', '湖滨街道'];
/** Roughly a county's breadth around an invented centre. */
const CENTRE = { lng: 106.18, lat: 38.52 };

const AGENCIES = [
  ['示范县自然资源局', 'naturalResources', 'county'],
  ['示范县公安局', 'publicSecurity', 'county'],
  ['示范县森林派出所', 'forestPolice', 'county'],
  ['示范县公安局网安大队', 'cyberPolice', 'county'],
  ['示范县市场监督管理局', 'marketSupervision', 'county'],
  ['示范县农业农村局', 'agriculture', 'county'],
  ['示范铁路公安处', 'railwayPolice', 'city'],
  ['示范高速交警大队', 'trafficPolice', 'city'],
  ['示范市野生动物救护中心', 'rescueCentre', 'city'],
  ['白鹭湖国家湿地公园管理处', 'wetlandPark', 'county'],
  ['胡杨岭自然保护区管理站', 'reserve', 'county'],
  ['城关林业站', 'station', 'county'],
  ['清河林业站', 'station', 'county'],
  ['示范县爱鸟协会', 'ngo', 'county'],
] as const;

const SITES = [
  ['白鹭湖', 'V04', 3200],
  ['清河湿地', 'V04', 5400],
  ['月牙湖', 'V04', 1800],
  ['芦花河', 'V03', 960],
  ['胡杨岭', 'V26', 12600],
  ['滨湖大道林带', 'V02', 420],
  ['三里鱼池', 'V04', 150],
  ['沙柳滩', 'V01', 2300],
  ['石桥水库', 'V04', 2700],
  ['红柳沟', 'V01', 1450],
  ['候鸟驿站草滩', 'V02', 880],
  ['北干渠通道', 'V03', 640],
] as const;

const SHOPS = [
  '鑫旺',
  '福满楼',
  '老渔翁',
  '万家',
  '聚贤',
  '清香阁',
  '好运来',
  '湖畔',
  '金穗',
  '丰源',
  '惠民',
  '百味',
  '顺达',
  '兴隆',
  '田园',
  '绿野',
  '君悦',
  '春来',
  '泰和',
  '德盛',
];
/** type → [names' ending, how many] */
const VENUES: readonly (readonly [string, string, number])[] = [
  ['V06', '集贸市场', 9],
  ['V07', '综合大市场', 3],
  ['V08', '农贸市场经营户', 34],
  ['V09', '活禽店', 27],
  ['V10', '水产市场', 3],
  ['V11', '山货行', 12],
  ['V12', '花鸟鱼虫市场', 4],
  ['V13', '养殖场', 18],
  ['V14', '宾馆', 22],
  ['V15', '饭店', 128],
  ['V16', '农家乐', 36],
  ['V17', '野味馆', 2],
  ['V18', '标本工艺厂', 2],
  ['V19', '客运站', 3],
  ['V21', '药店', 24],
  ['V22', '商店', 20],
  ['V24', '快递网点', 15],
  ['V25', '检查站', 3],
  ['V27', '动物表演园', 1],
];

export interface Base {
  readonly areas: readonly string[];
  readonly agency: Readonly<Record<string, string>>;
  /** People by agency name. */
  readonly people: Readonly<Record<string, readonly string[]>>;
  readonly venues: readonly { id: string; type: string; area: string; place: { lng: number; lat: number } }[];
  readonly stalls: readonly { id: string; venue: string }[];
  readonly sites: readonly { id: string; name: string; type: string; area: string }[];
}

export function addBase(ledger: Ledger, start: string): Base {
  const { dice, add } = ledger;
  const near = (spread: number) => ({
    lng: Math.round((CENTRE.lng + (dice.next() - 0.5) * spread) * 1e5) / 1e5,
    lat: Math.round((CENTRE.lat + (dice.next() - 0.5) * spread * 0.8) * 1e5) / 1e5,
  });
  const areas = TOWNSHIPS.map((name) => add('area', start, { name, areaKind: 'township', place: near(0.5) }));
  const agency: Record<string, string> = {};
  for (const [name, agencyType, level] of AGENCIES)
    agency[name] = add('agency', start, {
      name,
      agencyType,
      level,
      ...(name === '示范县森林派出所' ? { parent: agency['示范县公安局'] } : {}),
    });
  return {
    areas,
    agency,
    people: addPeople(ledger, start, agency, areas),
    ...addVenues(ledger, start, areas, near),
    sites: SITES.map(([name, type, mu], i) => {
      const area = areas[i % areas.length] as string;
      const id = add('site', start, {
        name,
        siteType: type,
        extent: { value: mu, bound: 'exact' },
        area,
        place: near(0.5),
      });
      return { id, name, type, area };
    }),
  };
}

const STAFF: Readonly<Record<string, readonly [string, number]>> = {
  示范县自然资源局: ['officer', 9],
  示范县公安局: ['police', 6],
  示范县森林派出所: ['police', 8],
  示范县公安局网安大队: ['police', 3],
  示范县市场监督管理局: ['officer', 8],
  示范县农业农村局: ['officer', 5],
  白鹭湖国家湿地公园管理处: ['reserveStaff', 6],
  胡杨岭自然保护区管理站: ['reserveStaff', 5],
  城关林业站: ['ecoRanger', 9],
  清河林业站: ['ecoRanger', 8],
  示范县爱鸟协会: ['volunteer', 7],
  示范铁路公安处: ['police', 2],
  示范高速交警大队: ['police', 3],
};

function addPeople(ledger: Ledger, start: string, agency: Record<string, string>, areas: readonly string[]) {
  const { dice, add } = ledger;
  const taken = new Set<string>();
  const people: Record<string, string[]> = {};
  for (const [name, [role, count]] of Object.entries(STAFF)) {
    people[name] = Array.from({ length: count }, (_, i) => {
      let full = '';
      do full = dice.pick(SURNAMES) + dice.pick(GIVEN) + (dice.chance(0.6) ? dice.pick(GIVEN) : '');
      while (taken.has(full));
      taken.add(full);
      // The demo account of an officer is one of them.
      if (name === '示范县森林派出所' && i === 0) full = '王警官';
      return add('person', start, {
        name: full,
        agency: agency[name] as string,
        roles: role === 'ecoRanger' && i === 0 ? ['stationStaff'] : [role],
        position: i === 0 ? '负责人' : i === 1 ? '副职' : '工作人员',
        ...(role === 'officer' || role === 'police' ? { certNo: `SF${dice.int(100000, 999999)}` } : {}),
        ...(role === 'ecoRanger' ? { area: dice.pick(areas) } : {}),
      });
    });
  }
  return people;
}

function addVenues(
  ledger: Ledger,
  start: string,
  areas: readonly string[],
  near: (spread: number) => { lng: number; lat: number },
) {
  const { dice, add } = ledger;
  const venues: { id: string; type: string; area: string; place: { lng: number; lat: number } }[] = [];
  const stalls: { id: string; venue: string }[] = [];
  for (const [type, ending, count] of VENUES) {
    for (let i = 0; i < count; i++) {
      const index = dice.int(0, areas.length - 1);
      const brand = `${SHOPS[i % SHOPS.length]}${i >= SHOPS.length ? '·'.concat(['东', '西', '南', '北', '中', '新', '老'][Math.floor(i / SHOPS.length) - 1] ?? '') : ''}`;
      const place = near(0.42);
      const risk = ['V07', 'V09', 'V12', 'V17'].includes(type)
        ? 'high'
        : dice.pick(['medium', 'low', 'low'] as const);
      const id = add('venue', addDays(start, dice.int(0, 20)), {
        name: `${TOWNSHIPS[index]?.slice(0, 2)}${brand}${ending}`,
        venueType: type,
        area: areas[index] as string,
        address: `${TOWNSHIPS[index]}${dice.pick(['人民', '建设', '湖滨', '清河', '解放'])}路${dice.int(1, 220)}号`,
        place,
        keyVenue: risk === 'high',
        risk,
        ...(risk === 'high' ? { frequency: 3 } : {}),
        status: 'open',
        day: addDays(start, dice.int(0, 20)),
      });
      venues.push({ id, type, area: areas[index] as string, place });
      if (['V06', 'V07', 'V12'].includes(type))
        for (let s = 1; s <= 4; s++)
          stalls.push({
            id: add('stall', start, {
              venue: id,
              stallNo: `${dice.pick(['A', 'B', 'C'])}${i}${s}`,
              goods: dice.pick(['活禽', '水产', '鸟类', '山货', '花卉']),
              risk: dice.pick(['high', 'medium'] as const),
              frequency: dice.int(1, 5),
              day: start,
            }),
            venue: id,
          });
    }
  }
  return { venues, stalls };
}
