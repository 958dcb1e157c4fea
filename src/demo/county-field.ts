// What was inspected and patrolled in the demo county, week after week?
import { addDays, daysBetween } from '../domain/kernel/day.ts';
import type { Base } from './county-base.ts';
import type { Campaign } from './county-campaign.ts';
import type { Ledger } from './ledger.ts';

export interface Finding {
  readonly inspection: string;
  readonly day: string;
  readonly venue: string;
  readonly type: string;
  readonly area: string;
}

const CATERING = ['signboard', 'menu', 'counter', 'kitchen', 'ledger'];
const MARKET = ['goods', 'cage', 'advert', 'origin', 'ledger'];
const OTHER = ['licence', 'ledger', 'origin', 'advert'];

/** Outings of a period: a joint team visits a handful of venues of one township in a morning. */
export function addInspections(
  ledger: Ledger,
  base: Base,
  period: {
    from: string;
    until: string;
    campaign?: Campaign;
    outings: number;
    prefix: string;
    settled?: boolean;
  },
): Finding[] {
  const { dice, add } = ledger;
  const findings: Finding[] = [];
  const days = daysBetween(period.from, period.until);
  for (let n = 0; n < period.outings; n++) {
    const day = addDays(period.from, Math.floor((n / period.outings) * days));
    const area = base.areas[n % base.areas.length] as string;
    const venues = dice.some(
      base.venues.filter((venue) => venue.area === area),
      dice.int(3, 7),
    );
    const market = n % 3 !== 0;
    const leadName = market ? '示范县市场监督管理局' : '示范县森林派出所';
    const jointNames = n % 2 === 0 ? ['示范县自然资源局', '示范县公安局'] : ['示范县自然资源局'];
    const persons = [leadName, ...jointNames].flatMap((name) =>
      dice.some(base.people[name] ?? [], dice.int(1, 3)),
    );
    const early = dice.chance(0.3);
    for (const [i, venue] of venues.entries()) {
      const items = /V1[4567]/.test(venue.type) ? CATERING : /V0|V1[0-2]/.test(venue.type) ? MARKET : OTHER;
      const bad = dice.chance(
        venue.type === 'V17' ? 0.6 : venue.type === 'V09' || venue.type === 'V12' ? 0.14 : 0.05,
      );
      const found = bad ? dice.some(items, dice.int(1, 2)) : [];
      // Work of earlier periods is done; only the campaign under way still owes something.
      const fixed = bad && (dice.chance(0.7) || period.settled === true);
      const hour = (early ? 5 : 9) + i;
      const stall = base.stalls.find((s) => s.venue === venue.id);
      const id = add('inspection', day, {
        day,
        venue: venue.id,
        ...(stall && dice.chance(0.4) ? { stall: stall.id } : {}),
        agency: base.agency[leadName] as string,
        jointAgencies: jointNames.map((name) => base.agency[name] as string),
        ...(period.campaign ? { campaign: period.campaign.id } : {}),
        area,
        timeFrom: `${String(hour).padStart(2, '0')}:${dice.pick(['00', '15', '30'])}`,
        outing: `${period.prefix}${String(n + 1).padStart(3, '0')}`,
        persons,
        ...(n % 7 === 0 ? { headcount: { value: persons.length + 4, bound: 'over' as const } } : {}),
        vehicles: { value: 1 + (n % 3), bound: 'exact' },
        checked: items,
        ...(found.length > 0 ? { found, rectifyBy: addDays(day, 7) } : {}),
        ...(fixed ? { rectified: found, rectifiedOn: addDays(day, dice.int(2, 7)) } : {}),
        result: bad ? (venue.type === 'V17' ? 'delisted' : dice.chance(0.35) ? 'case' : 'rectify') : 'clean',
        ...(bad
          ? { products: dice.pick(['野鸭 2 只', '斑鸠 4 只', '蛇肉制品', '鸟笼 6 个', '麻雀若干']) }
          : {}),
      });
      if (bad) findings.push({ inspection: id, day, venue: venue.id, type: venue.type, area });
    }
  }
  return findings;
}

/** Rangers walk weekly; police fly and drive; the wetland park goes by boat. */
export function addPatrols(
  ledger: Ledger,
  base: Base,
  from: string,
  until: string,
  campaign?: Campaign,
): void {
  const { dice, add } = ledger;
  const crews: readonly (readonly [string, 'foot' | 'vehicle' | 'boat' | 'drone'])[] = [
    ['城关林业站', 'foot'],
    ['清河林业站', 'foot'],
    ['示范县森林派出所', 'vehicle'],
    ['白鹭湖国家湿地公园管理处', 'boat'],
    ['示范县森林派出所', 'drone'],
    ['胡杨岭自然保护区管理站', 'foot'],
  ];
  for (let day = from, week = 0; day <= until; day = addDays(day, 3), week++) {
    const [name, means] = crews[week % crews.length] as (typeof crews)[number];
    const inside = campaign && day >= campaign.from && day <= campaign.until;
    add('patrol', day, {
      day,
      // Two sites are never visited, so that "not looked" has something to show.
      sites: dice.some(
        base.sites.slice(0, -2).map((site) => site.id),
        dice.int(1, 3),
      ),
      means,
      agency: base.agency[name] as string,
      ...(inside ? { campaign: campaign.id } : {}),
      timeFrom: `${String(dice.int(5, 10)).padStart(2, '0')}:00`,
      persons: dice.some(base.people[name] ?? [], dice.int(2, 3)),
      ...(means === 'vehicle' ? { vehicles: { value: dice.int(1, 2), bound: 'exact' as const } } : {}),
      ...(means === 'drone' ? { sorties: dice.int(1, 4) } : {}),
      distance: { value: dice.int(30, 240) / 10, bound: 'exact' },
      ...(dice.chance(0.15)
        ? {
            findings: dice.pick([
              '发现旧粘网一处，已清除',
              '候鸟集群约三百只',
              '有人垂钓，已劝离',
              '发现车辙，继续观察',
            ]),
          }
        : {}),
    });
  }
}
