// Which province, city or county does a GB/T 2260 code mean?
import data from './data/region.json' with { type: 'json' };

/** Codes are six digits: province PP0000, city CCCC00, county. `fictional` marks the demo's codes (99…), which GB/T 2260 leaves free. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'city' | 'county';
  /** Code of the region above; null for a province. */
  readonly parent: string | null;
  /** From the province down, without 市辖区 and its like: 宁夏回族自治区石嘴山市平罗县. */
  readonly fullName: string;
  readonly fictional: boolean;
}

/** The source names neither Hong Kong, Macao nor Taiwan; it follows the county-level list published with GB/T 2260 codes. @public */
export const REGION_SOURCE =
  'GB/T 2260 县级以上行政区划代码，据公开整理数据（31个省级、342个地级、2978个县级），未逐条核对';

type City = readonly [string, string, readonly string[]];
type Province = readonly [string, string, readonly City[]];

const FICTIONAL: Province = [
  '99',
  '示范自治区',
  [['01', '示范市', ['01示范县', '02示范县（甲）', '03示范县（乙）', '04示范县（丙）']]],
];

/** City rows that only bundle counties and are no place of their own. */
const BUNDLE = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划|省直辖县|自治区直辖县)$/;

let regions: ReadonlyMap<string, Region> | undefined;

/** The region of a six-digit code, or undefined when no such code is held. */
export function regionOf(code: string): Region | undefined {
  return all().get(code);
}

/** The region and those above it, county first; empty for an unknown code. */
export function regionPath(code: string): readonly Region[] {
  const out: Region[] = [];
  for (let at = regionOf(code); at !== undefined; at = at.parent === null ? undefined : regionOf(at.parent))
    out.push(at);
  return out;
}

/** Regions directly under a code; the provinces when `code` is null. */
export function regionsUnder(code: string | null): readonly Region[] {
  return [...all().values()].filter((r) => r.parent === code);
}

/**
 * Up to `limit` regions for a code or its beginning, a name, its beginning, or a path (宁夏平罗, 平罗县). An exact name
 * first, then real before fictional, province before city before county.
 */
export function findRegions(text: string, limit = 8): readonly Region[] {
  const key = text.normalize('NFKC').replace(/[\s>/、-]/g, '');
  if (key === '') return [];
  const found: { region: Region; score: number }[] = [];
  for (const region of all().values()) {
    const score = scoreOf(region, key);
    if (score > 0) found.push({ region, score: score - (region.fictional ? 1 : 0) });
  }
  found.sort((a, b) => b.score - a.score || (a.region.code < b.region.code ? -1 : 1));
  return found.slice(0, limit).map((f) => f.region);
}

function scoreOf(region: Region, key: string): number {
  const name = region.name.normalize('NFKC');
  if (region.code === key || region.fullName === key) return 100;
  if (/^\d+$/.test(key)) return region.code.startsWith(key) ? 50 : 0;
  if (name === key) return 90;
  if (name.startsWith(key)) return 70 - name.length / 10;
  if (isInOrder(key, region.fullName.normalize('NFKC')) && key.length >= 2 && name.startsWith(key.at(-2)!))
    return 40;
  if (key.length >= 2 && name.includes(key)) return 30;
  return isInOrder(key, region.fullName.normalize('NFKC')) && key.length >= 4 && name.includes(key.slice(-2))
    ? 20
    : 0;
}

/** Whether the characters of `part` occur in `whole` in the same order (宁夏平罗 in 宁夏回族自治区石嘴山市平罗县). */
function isInOrder(part: string, whole: string): boolean {
  let at = 0;
  for (const c of whole) if (c === part[at]) at += 1;
  return at === part.length;
}

function all(): ReadonlyMap<string, Region> {
  regions ??= new Map(
    [...(data as unknown as readonly Province[]), FICTIONAL].flatMap(spread).map((r) => [r.code, r]),
  );
  return regions;
}

function spread([pp, province, cities]: Province): Region[] {
  const fictional = pp === '99';
  const top: Region = {
    code: `${pp}0000`,
    name: province,
    level: 'province',
    parent: null,
    fullName: province,
    fictional,
  };
  return [top, ...cities.flatMap((city) => spreadCity(city, top))];
}

function spreadCity([cc, name, counties]: City, top: Region): Region[] {
  const { fictional } = top;
  const prefix = top.code.slice(0, 2) + cc;
  const above = BUNDLE.test(name) ? top.name : top.name + name;
  const city: Region = {
    code: `${prefix}00`,
    name,
    level: 'city',
    parent: top.code,
    fullName: top.name + name,
    fictional,
  };
  // 东莞、中山、儋州 have no counties: the source repeats the city's own code below it.
  const own = counties.filter((text) => !text.startsWith('00'));
  const below = own.map((text): Region => {
    const county = text.slice(2);
    return {
      code: prefix + text.slice(0, 2),
      name: county,
      level: 'county',
      parent: city.code,
      fullName: above + county,
      fictional,
    };
  });
  return [city, ...below];
}
