// How many inspections, patrols, people and vehicles, counted over plain records?
import { type Bound, type Quantity, sum } from '../kernel/quantity.ts';
import type { RecordRow } from '../kernel/record.ts';
import {
  type Book,
  byTheEnd,
  different,
  happened,
  list,
  number,
  percent,
  quantity,
  standing,
  text,
  total,
  totalAmount,
  valid,
} from './recount-book.ts';

const WILD = ['V01', 'V02', 'V03', 'V04', 'V26'];
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  keyMarkets: ['V05', 'V06', 'V10', 'V11', 'V12'],
  largeMarkets: ['V07'],
  stallholders: ['V08', 'V09'],
  breeding: ['V13'],
  catering: ['V14', 'V15', 'V16', 'V17'],
  transport: ['V19', 'V24', 'V25'],
  pharma: ['V21'],
};

function actionOf(row: RecordRow): string {
  const [day, outing] = [text(row.values, 'day'), text(row.values, 'outing')];
  return day !== undefined && outing !== undefined ? JSON.stringify([day, outing]) : row.id;
}

function agenciesOf(row: RecordRow): string[] {
  const lead = text(row.values, 'agency');
  return lead === undefined
    ? [...list(row.values, 'jointAgencies')]
    : [lead, ...list(row.values, 'jointAgencies')];
}

/** Records of actions that two agencies or more took part in, judged over the whole county. */
function joint(book: Book, rows: readonly RecordRow[]): RecordRow[] {
  const takingPart = new Map<string, Set<string>>();
  for (const row of [...valid(book, 'inspection'), ...valid(book, 'patrol')]) {
    const named = takingPart.get(actionOf(row)) ?? new Set();
    for (const agency of agenciesOf(row)) named.add(agency);
    takingPart.set(actionOf(row), named);
  }
  return rows.filter((row) => (takingPart.get(actionOf(row))?.size ?? 0) > 1);
}

interface Troop {
  readonly named: Set<string>;
  readonly heads: Quantity[];
}

/** 人次/台次: action by action, agency by agency. */
function turnout(rows: readonly RecordRow[], namedIn: string, headsIn: string): Quantity {
  const actions = new Map<string, Map<string, Troop>>();
  for (const row of rows) {
    const troops = actions.get(actionOf(row)) ?? new Map<string, Troop>();
    actions.set(actionOf(row), troops);
    const agency = text(row.values, 'agency') ?? '';
    const troop = troops.get(agency) ?? { named: new Set<string>(), heads: [] };
    troops.set(agency, troop);
    for (const who of list(row.values, namedIn)) troop.named.add(who);
    const heads = quantity(row.values, headsIn);
    if (heads) troop.heads.push(heads);
  }
  let value = 0;
  let known = false;
  const bounds = new Set<Bound>();
  for (const troops of actions.values()) {
    const everyone = new Set<string>();
    for (const { named, heads } of troops.values()) {
      for (const who of named) everyone.add(who);
      let most: number | null = null;
      for (const head of heads)
        if (head.value !== null && (most === null || head.value > most)) most = head.value;
      if (most !== null) {
        known = true;
        value += Math.max(0, most - named.size);
      }
      for (const head of heads)
        if (head.value === null || (head.value === most && most >= named.size)) bounds.add(head.bound);
    }
    value += everyone.size;
    if (everyone.size > 0) known = true;
  }
  if (!known && bounds.has('unknown')) return { value: null, bound: 'unknown' };
  const bound = bounds.has('about')
    ? 'about'
    : bounds.has('over') || bounds.has('unknown')
      ? 'over'
      : 'exact';
  return { value: Math.round(value * 1e6) / 1e6, bound };
}

export function recountTurnout(book: Book, [, what = '', part]: readonly string[]): Quantity {
  let rows = [
    ...(part === 'patrol' ? [] : happened(book, 'inspection')),
    ...(part === 'inspection' ? [] : happened(book, 'patrol')),
  ];
  if (part === 'joint') rows = joint(book, rows);
  return what === 'personTimes' ? turnout(rows, 'persons', 'headcount') : turnout(rows, 'plates', 'vehicles');
}

export function recountJoint(book: Book, [, what = '', type = '']: readonly string[]): Quantity {
  const inspections = happened(book, 'inspection');
  if (what === 'inspections') return different(joint(book, inspections).map(actionOf));
  const rows = joint(book, [...inspections, ...happened(book, 'patrol')]);
  if (what === 'actions') return different(rows.map(actionOf));
  if (what === 'agencies') return different(rows.flatMap(agenciesOf));
  const withType = rows.filter((row) =>
    agenciesOf(row).some((id) => text(book.look('agency', id), 'agencyType') === type),
  );
  return different(withType.map(actionOf));
}

function typeOf(book: Book, row: RecordRow): string | undefined {
  return text(book.look('venue', text(row.values, 'venue')), 'venueType');
}

/** One visit: this place in this action. */
function visits(rows: readonly RecordRow[], place: (row: RecordRow) => string | undefined): Quantity {
  return different(
    rows.map((row) => {
      const at = place(row);
      return at === undefined ? undefined : `${at} ${actionOf(row)}`;
    }),
  );
}

const venueOf = (row: RecordRow) => text(row.values, 'venue');
const stallOf = (row: RecordRow) => text(row.values, 'stall');
const placeOf = (row: RecordRow) => text(row.values, 'site') ?? text(row.values, 'venue');

export function recountInspection(book: Book, id: readonly string[]): Quantity {
  const [, what = '', code = ''] = id;
  const rows = happened(book, 'inspection');
  const wrong = rows.filter((row) => list(row.values, 'found').length > 0);
  const right = wrong.filter((row) => byTheEnd(book, text(row.values, 'rectifiedOn')));
  const key = rows.filter((row) => text(book.look('stall', stallOf(row)), 'risk') === 'high');
  const oftype = (types: readonly string[]) => rows.filter((row) => types.includes(typeOf(book, row) ?? ''));
  const ended = (result: string) => rows.filter((row) => text(row.values, 'result') === result);
  const ticked = (field: string) =>
    code === ''
      ? rows.reduce((n, row) => n + list(row.values, field).length, 0)
      : rows.filter((row) => list(row.values, field).includes(code)).length;
  switch (what) {
    case 'total':
      return visits(rows, placeOf);
    case 'records':
      return number(rows.length);
    case 'venues':
      return different((code ? oftype([code]) : rows).map(venueOf));
    case 'visits':
      return visits(code ? oftype(GROUPS[code] ?? [code]) : rows, venueOf);
    case 'wildlifeAreas':
      return wildlifeAreas(book, rows);
    case 'keyStalls':
      return different(key.map(stallOf));
    case 'keyStallVisits':
      return visits(key, stallOf);
    case 'earlyMorning':
      return visits(
        rows.filter((row) => hourOf(row) >= 4 && hourOf(row) < 9),
        placeOf,
      );
    case 'problems':
      return number(ticked('found'));
    case 'found':
    case 'rectified':
      return number(ticked(what));
    case 'problemVenues':
      return different(wrong.map(venueOf));
    case 'toRectify':
      return number(wrong.length);
    case 'rectifiedRecords':
      return number(right.length);
    case 'rectifyRate':
      return percent(number(right.length), number(wrong.length));
    case 'result':
      return number(ended(code).length);
    case 'banned':
    case 'delisted':
      return different(ended(what).map(venueOf));
    default:
      return different(oftype(GROUPS[what] ?? []).map(venueOf));
  }
}

function hourOf(row: RecordRow): number {
  const time = text(row.values, 'timeFrom');
  return time === undefined ? Number.NaN : Number(time.slice(0, 2));
}

function wildlifeAreas(book: Book, inspections: readonly RecordRow[]): Quantity {
  const places = new Set<string>();
  for (const row of inspections) {
    const site = text(row.values, 'site');
    const venue = venueOf(row);
    if (site) places.add(site);
    else if (venue && WILD.includes(typeOf(book, row) ?? '')) places.add(venue);
  }
  for (const row of happened(book, 'patrol')) for (const site of list(row.values, 'sites')) places.add(site);
  return number(places.size);
}

export function recountPatrol(book: Book, [, what = '', code = '']: readonly string[]): Quantity {
  const rows = happened(book, 'patrol');
  const by = (means: string) => rows.filter((row) => text(row.values, 'means') === means);
  const extent = (some: readonly RecordRow[]) => {
    const sites = new Set(some.flatMap((row) => list(row.values, 'sites')));
    return sum(
      [...sites].map((id) => quantity(book.look('site', id), 'extent')).filter((q) => q !== undefined),
    );
  };
  switch (what) {
    case 'sites':
      return different(rows.flatMap((row) => list(row.values, 'sites')));
    case 'means':
      return different(by(code).map(actionOf));
    case 'sorties':
      return totalAmount(by('drone'), 'sorties');
    case 'area':
      return extent(rows);
    case 'droneArea':
      return extent(by('drone'));
    case 'distance':
      return total(rows, 'distance');
    default:
      return different(rows.map(actionOf));
  }
}

export function recountVenue(book: Book, [, what = '', type = '']: readonly string[]): Quantity {
  const open = standing(book, 'venue').filter(({ values }) => {
    const status = text(values, 'status');
    return (status === undefined || status === 'open') && (type === '' || text(values, 'venueType') === type);
  });
  if (what === 'key') return number(open.filter((row) => row.values['keyVenue'] === true).length);
  if (what === 'registered') return number(open.length);
  const seen = new Set(happened(book, 'inspection').map(venueOf));
  const covered = number(open.filter((row) => seen.has(row.id)).length);
  return what === 'covered' ? covered : percent(covered, number(open.length));
}

export function recountStall(book: Book, [, what]: readonly string[]): Quantity {
  const rows = standing(book, 'stall');
  return number(
    what === 'key' ? rows.filter((row) => text(row.values, 'risk') === 'high').length : rows.length,
  );
}

export function recountSite(book: Book, [, what = '', type = '']: readonly string[]): Quantity {
  const rows = standing(book, 'site');
  if (what === 'extent') return total(rows, 'extent');
  if (what === 'type') return number(rows.filter((row) => text(row.values, 'siteType') === type).length);
  if (what === 'total') return number(rows.length);
  const seen = new Set<string | undefined>(
    happened(book, 'inspection').map((row) => text(row.values, 'site')),
  );
  for (const row of happened(book, 'patrol')) for (const site of list(row.values, 'sites')) seen.add(site);
  const covered = number(rows.filter((row) => seen.has(row.id)).length);
  return what === 'covered' ? covered : percent(covered, number(rows.length));
}
