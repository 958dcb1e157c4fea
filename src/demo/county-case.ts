// Which clues, cases, seizures, penalties and rescues did the demo county have?
import { addDays } from '../domain/kernel/day.ts';
import type { Place } from '../domain/kernel/record.ts';
import type { Base } from './county-base.ts';
import type { Campaign } from './county-campaign.ts';
import type { Finding } from './county-field.ts';
import type { Ledger } from './ledger.ts';

interface Period {
  readonly from: string;
  readonly today: string;
  readonly campaign: Campaign;
  /** Last case number of each year. */
  readonly numbers: Map<string, number>;
}

const inside = (campaign: Campaign, day: string) =>
  day >= campaign.from && day <= campaign.until ? { campaign: campaign.id } : {};

const TIPS = [
  ['清河湿地芦苇荡边有人拉网捕鸟', 'T1'],
  ['集市早市有人卖斑鸠', 'T4'],
  ['有人在短视频平台叫卖画眉', 'T2'],
  ['快递包裹里疑似有活龟', 'T3'],
  ['饭店菜单写有“野鸡煲”', 'T8'],
  ['夜间用强光手电打野兔', 'T7'],
  ['花鸟市场有人出售鹩哥', 'T4'],
  ['店铺张贴象牙制品广告', 'T5'],
] as const;

export function addClues(
  ledger: Ledger,
  base: Base,
  { from, today, campaign }: Period,
  count: number,
  until: string,
): string[] {
  const { dice, add } = ledger;
  const agencies = ['示范县森林派出所', '示范县市场监督管理局', '示范县自然资源局', '城关林业站'];
  const clues: string[] = [];
  for (let n = 0; n < count; n++) {
    const day = spread(from, until, n, count);
    const source = dice.pick([
      'tip',
      'tip',
      'tip',
      'online',
      'online',
      'patrol',
      'transfer',
      'police',
    ] as const);
    const [content, violation] = dice.pick(TIPS);
    const settledOn = addDays(day, dice.int(3, 18));
    const settled = settledOn < today && !(n > count - 8 && dice.chance(0.5) && n % 6 === 0);
    const result = dice.pick(['handled', 'handled', 'case', 'false', 'insufficient', 'transferred'] as const);
    clues.push(
      add('clue', day, {
        day,
        source,
        ...(source === 'online' ? { channel: dice.pick(['抖音', '闲鱼', '微信群', '快手']) } : {}),
        content: `${content}（${n + 1}）`,
        violation,
        ...whereabouts(ledger, base),
        ...inside(campaign, day),
        agency: base.agency[dice.pick(agencies)] as string,
        due: addDays(day, 15),
        ...(settled ? { result, resultDay: settledOn } : {}),
        ...(settled && source === 'tip' && result === 'case'
          ? { reward: dice.pick([20000, 50000, 100000]) }
          : {}),
      }),
    );
  }
  return clues;
}

const CATCH = [
  ['斑鸠', '珠颈斑鸠', 'live', 6, 30000],
  ['野鸭', '绿头鸭', 'live', 9, 50000],
  ['画眉', '画眉', 'live', 2, 500000],
  ['野兔', '草兔', 'carcass', 4, 20000],
  ['环颈雉', '环颈雉', 'carcass', 5, 30000],
  ['乌梢蛇', '乌梢蛇', 'product', 3, 30000],
  ['麻雀', '树麻雀', 'carcass', 22, 30000],
] as const;
const TOOLS = ['birdNet', 'trap', 'snare', 'electric', 'electronicLure', 'nightLight'] as const;

/** A case for every finding that was booked as one, and one for some field discoveries. */
export function addCases(
  ledger: Ledger,
  base: Base,
  period: Period,
  findings: readonly Finding[],
  clues: readonly string[],
): void {
  const { dice, add } = ledger;
  for (const [i, finding] of findings.entries()) {
    const criminal = i % 9 === 4;
    const track = criminal ? 'criminal' : i % 7 === 3 ? 'forestry' : 'administrative';
    const filedOn = addDays(finding.day, dice.int(0, 3));
    if (filedOn > period.today) continue;
    const year = filedOn.slice(0, 4);
    const n = (period.numbers.get(year) ?? 0) + 1;
    period.numbers.set(year, n);
    const catchOf = dice.pick(criminal ? CATCH.filter(([name]) => name === '画眉') : CATCH);
    const closedOn = addDays(filedOn, dice.int(20, 70));
    const closed = closedOn < period.today;
    const heads = dice.int(1, catchOf[3]) * (criminal ? 2 : 1);
    const holder = `${dice.pick(['赵', '钱', '孙', '李', '周', '吴'])}某`;
    const agency = base.agency[criminal ? '示范县森林派出所' : '示范县自然资源局'] as string;
    const value = heads * catchOf[4];
    const id = add('case', filedOn, {
      caseNo: `示野${criminal ? '刑' : track === 'forestry' ? '林' : '罚'}字〔${year}〕${n}号`,
      name: `${holder}非法${criminal ? '猎捕' : '经营'}${catchOf[0]}案`,
      track,
      discoveredOn: finding.day,
      filedOn,
      violations: criminal ? ['T7'] : ['T4'],
      ...inside(period.campaign, filedOn),
      agency,
      officer: dice.pick(base.people[criminal ? '示范县森林派出所' : '示范县自然资源局'] ?? []),
      parties: [holder],
      venue: finding.venue,
      inspection: finding.inspection,
      ...(dice.chance(0.3) ? { clue: dice.pick(clues) } : {}),
      area: finding.area,
      place: placeOf(base, finding.venue),
      value,
      ...(closed ? { outcome: criminal ? 'prosecuted' : 'penalised', closedOn } : {}),
      ...(criminal && dice.chance(0.6) ? { transferredOn: addDays(filedOn, 3) } : {}),
    });
    addSeizures(ledger, base, {
      day: finding.day,
      case: id,
      agency,
      holder,
      catchOf,
      heads,
      value,
      area: finding.area,
      place: placeOf(base, finding.venue),
      ...period,
    });
    if (closed && !criminal)
      add('penalty', closedOn, {
        case: id,
        day: addDays(closedOn, -5),
        docNo: `示自然资罚决字〔${year}〕${n}号`,
        penaltyKind: track === 'forestry' ? 'forestry' : 'administrative',
        party: holder,
        fine: Math.max(200000, value * dice.int(2, 5)),
        ...inside(period.campaign, closedOn),
        agency,
      });
  }
}

function addSeizures(
  ledger: Ledger,
  base: Base,
  it: Period & {
    day: string;
    case: string;
    agency: string;
    holder: string;
    area: string;
    place: Place;
    heads: number;
    value: number;
    catchOf: (typeof CATCH)[number];
  },
): void {
  const { dice, add } = ledger;
  const [, name, form] = it.catchOf;
  const quantity = { value: it.heads, bound: dice.chance(0.1) ? ('over' as const) : ('exact' as const) };
  const seizure = add('seizure', it.day, {
    day: it.day,
    form,
    species: { id: null, name },
    quantity,
    unit: form === 'product' ? 'kg' : 'head',
    case: it.case,
    ...inside(it.campaign, it.day),
    agency: it.agency,
    area: it.area,
    place: it.place,
    holder: it.holder,
    value: it.value,
    custodian: form === 'live' ? '县野生动物临时收容点' : '县自然资源局物证室',
  });
  if (dice.chance(0.5))
    add('seizure', it.day, {
      day: it.day,
      form: 'tool',
      tool: dice.pick(TOOLS),
      quantity: { value: dice.int(1, 12), bound: 'exact' },
      unit: 'set',
      case: it.case,
      ...inside(it.campaign, it.day),
      agency: it.agency,
      area: it.area,
    });
  const releasedOn = addDays(it.day, dice.int(1, 4));
  if (form === 'live' && releasedOn < it.today)
    add('release', releasedOn, {
      day: releasedOn,
      releaseKind: dice.chance(0.75) ? 'release' : 'centre',
      species: { id: null, name },
      quantity,
      seizure,
      habitat: dice.pick(['芦苇湿地', '灌丛草地', '河岸林带']),
      site: dice.pick(base.sites).id,
      ...inside(it.campaign, releasedOn),
      agency: it.agency,
      area: it.area,
    });
}

const PATIENTS = [
  '长耳鸮',
  '纵纹腹小鸮',
  '红隼',
  '白鹭',
  '夜鹭',
  '豆雁',
  '苍鹭',
  '普通刺猬',
  '大天鹅',
  '雀鹰',
  '灰鹤',
] as const;

export function addRescues(ledger: Ledger, base: Base, period: Period, count: number): void {
  const { dice, add } = ledger;
  for (let n = 0; n < count; n++) {
    const day = spread(period.from, period.today, n, count);
    const outcomeDay = addDays(day, dice.int(1, 25));
    const left = outcomeDay < period.today;
    const outcome = left
      ? dice.pick(['released', 'released', 'released', 'centre', 'died'] as const)
      : 'inCare';
    add('rescue', day, {
      day,
      species: { id: null, name: dice.pick(PATIENTS) },
      quantity: { value: dice.chance(0.15) ? 2 : 1, bound: 'exact' },
      reason: dice.pick(['hurt', 'hurt', 'dying', 'lost', 'handedIn'] as const),
      source: dice.pick(['handedIn', 'reported', 'patrol', 'enforcement'] as const),
      placeText: `${dice.pick(base.sites).name}附近`,
      ...whereabouts(ledger, base),
      agency: base.agency['示范县自然资源局'] as string,
      outcome,
      ...(left ? { outcomeDay } : {}),
      ...(outcome === 'released' ? { habitat: dice.pick(['湿地浅滩', '林缘', '开阔水面', '农田林网']) } : {}),
      ...(outcome === 'centre' ? { centre: '示范市野生动物救护中心' } : {}),
      ...inside(period.campaign, day),
    });
  }
}

export function spread(from: string, until: string, n: number, count: number): string {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  return addDays(from, Math.floor((n / count) * days));
}

/** Somewhere in the county: near a venue, in its township. */
function whereabouts({ dice }: Ledger, base: Base): { area: string; place: Place } {
  const { area, place } = dice.pick(base.venues);
  const off = () => (dice.next() - 0.5) * 0.03;
  const round = (n: number) => Math.round(n * 1e5) / 1e5;
  return { area, place: { lng: round(place.lng + off()), lat: round(place.lat + off()) } };
}

function placeOf(base: Base, venue: string): Place {
  return base.venues.find((one) => one.id === venue)?.place ?? { lng: 0, lat: 0 };
}
