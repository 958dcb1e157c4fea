// What is known of a summary's scope? Figures, lists and names, all read through the figures that count them.
import type { FigureScope } from '../../domain/figure/figure.ts';
import type { Quantity } from '../../domain/kernel/quantity.ts';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import { regionOf } from '../../domain/kernel/region.ts';
import { getKind } from '../../domain/kind.ts';
import type { FactPart, Facts, Item, NumberFact } from '../../domain/report/fact.ts';
import { LISTS, type ListId, type ListSource } from '../../domain/report/list.ts';
import { type Counted, itemsOfCodes, itemsOfRecords } from '../../domain/report/list-item.ts';
import type { Outline } from '../../domain/report/outline.ts';
import { askedBy, OUTLINES } from '../../domain/report/outlines.ts';
import { plainRegion, wordsOf } from '../../domain/report/word.ts';
import type { Db } from '../db/connection.ts';
import { countFigures, figureRows } from '../figure/index.ts';
import { listAlarms } from '../guard/index.ts';
import { findRecords, namesFor } from '../record/index.ts';
import { findSetting } from '../setting/index.ts';
import type { ReportRow } from './store.ts';

/** Names in one sentence come from at most this many records of a figure; the number counts all of them. */
const NAMED = 500;
/** Campaigns of a year told one by one. */
const CAMPAIGNS = 12;

interface Reading {
  readonly db: Db;
  readonly county: string;
  readonly scope: FigureScope;
  /** Date of the document. */
  readonly day: string;
  readonly figures: Readonly<Record<string, NumberFact>>;
  /** Records of a figure, read once. */
  readonly rows: Map<string, Promise<readonly RecordRow[]>>;
}

function rowsOf(reading: Reading, figure: string): Promise<readonly RecordRow[]> {
  const known = reading.rows.get(figure);
  if (known) return known;
  if ((reading.figures[figure]?.records ?? 0) === 0) return Promise.resolve([]);
  const { db, county, scope } = reading;
  const rows = figureRows(db, county, figure, scope, { limit: NAMED }).then((page) => page.rows);
  reading.rows.set(figure, rows);
  return rows;
}

/** Everything the outline asks for; `day` is the date of the document. */
export async function gatherFacts(
  db: Db,
  report: Pick<ReportRow, 'county' | 'outline' | 'title' | 'scope'>,
  day: string,
): Promise<Omit<Facts, 'warned'>> {
  const { county, scope } = report;
  const outline = OUTLINES[report.outline];
  const region = regionOf(county);
  const name = plainRegion(region?.name ?? county);
  const { part: base, campaign } = await readPart(db, { county, name, day }, '', scope, outline);
  const campaigns: FactPart[] = [];
  if (outline.sections.some((section) => section.each === 'campaign'))
    for (const row of await campaignsOf(db, county, scope))
      campaigns.push(
        (await readPart(db, { county, name, day }, row.id, { ...scope, campaign: row.id }, outline)).part,
      );
  return {
    title: report.title,
    county: { code: county, name },
    city: (region?.parent && regionOf(region.parent)?.name) || '',
    issuer: await issuerOf(db, county, name, campaign),
    day,
    base,
    campaigns,
  };
}

async function campaignsOf(db: Db, county: string, scope: FigureScope): Promise<readonly RecordRow[]> {
  const { rows } = await figureRows(db, county, 'campaign.total', scope, { limit: CAMPAIGNS });
  return [...rows].reverse();
}

/** The letterhead set by the county, else the campaign's lead agency, else the county's own bureau. */
async function issuerOf(db: Db, county: string, name: string, campaign: RecordRow | undefined) {
  const letterhead = (await findSetting(db, county, 'letterhead')) as { agency?: string } | undefined;
  if (letterhead?.agency) return letterhead.agency;
  const lead = campaign?.values.agency;
  const [agency] = lead ? await findRecords(db, county, getKind('agency'), [String(lead)]) : [];
  if (agency) return String(agency.values.name);
  return `${name}自然资源局`;
}

async function readPart(
  db: Db,
  { county, name, day }: { county: string; name: string; day: string },
  key: string,
  scope: FigureScope,
  outline: Outline,
): Promise<{ part: FactPart; campaign: RecordRow | undefined }> {
  const asked = askedBy(outline, key === '' ? 'all' : 'campaign');
  const counted = await countFigures(db, county, scope, asked.figures);
  const figures: Record<string, NumberFact> = Object.fromEntries(
    counted.map(({ id, value, bound, records }) => [id, { value, bound, records }]),
  );
  const reading: Reading = { db, county, scope, day, figures, rows: new Map() };
  const lists: Record<string, readonly Item[]> = {};
  for (const id of asked.lists) lists[id] = await readList(reading, id);
  const campaign = scope.campaign
    ? (await findRecords(db, county, getKind('campaign'), [scope.campaign]))[0]
    : undefined;
  const words = wordsOf({ county: name, day }, scope, campaign, await postsOf(db, county, campaign));
  const { from, until } = (campaign?.values ?? {}) as { from?: string; until?: string };
  const days = from && until ? { campaign: { from, until } } : {};
  return { part: { key, scope, figures, lists, words, ...days }, campaign };
}

async function postsOf(db: Db, county: string, campaign: RecordRow | undefined) {
  const responsible = campaign?.values.responsible;
  const people = responsible ? await findRecords(db, county, getKind('person'), [String(responsible)]) : [];
  return new Map(people.map((person) => [person.id, String(person.values.position ?? '')]));
}

async function readList(reading: Reading, id: ListId): Promise<readonly Item[]> {
  const source: ListSource = LISTS[id];
  if ('prefix' in source) return itemsOfCodes(source, reading.figures);
  if ('server' in source) return SERVED[id]?.(reading, source.server) ?? [];
  const rows = (await Promise.all(source.figures.map((figure) => rowsOf(reading, figure)))).flat();
  return itemsOfRecords(source, withKinds(rows), await namesOf(reading, rows));
}

function withKinds(rows: readonly RecordRow[]): Counted[] {
  return rows.map((row) => ({ row, kind: getKind(row.kind) }));
}

async function namesOf({ db, county }: Reading, rows: readonly RecordRow[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const kinds = new Map<string, Kind>(rows.map((row) => [row.kind, getKind(row.kind)]));
  for (const kind of kinds.values()) {
    const values = rows.filter((row) => row.kind === kind.name).map((row) => row.values);
    for (const [id, name] of await namesFor(db, county, kind, values)) names.set(id, name);
  }
  return names;
}

type Served = (reading: Reading, figures: readonly string[]) => Promise<Item[]>;
const SERVED: Readonly<Record<string, Served>> = {
  'field.market': agenciesJoining,
  'field.cyber': agenciesJoining,
  'field.police': agenciesJoining,
  'site.drone': sitesFlown,
  'alarm.texts': alarmsTold,
};

/** Agencies named by joint actions, of the types the figures `joint.with.…` are about. */
async function agenciesJoining(reading: Reading, figures: readonly string[]): Promise<Item[]> {
  const types = figures.map((figure) => figure.slice('joint.with.'.length));
  const rows = (await Promise.all(figures.map((figure) => rowsOf(reading, figure)))).flat();
  const ids = rows.flatMap(({ values }) => [values.agency, ...((values.jointAgencies as string[]) ?? [])]);
  const unique = [...new Set(ids.filter((id) => typeof id === 'string'))];
  const agencies = await findRecords(reading.db, reading.county, getKind('agency'), unique);
  return agencies
    .filter((agency) => types.includes(String(agency.values.agencyType)))
    .sort((a, b) => (a.no < b.no ? -1 : 1))
    .map((agency) => ({ key: agency.id, text: String(agency.values.name) }));
}

/** What may not pass silently within the scope: open, or answered by a reviewer with the reason given. */
async function alarmsTold({ db, county, scope, day }: Reading): Promise<Item[]> {
  const { campaign, from, until } = scope;
  const alarms = await listAlarms(db, county, day, campaign ? { campaign } : { from, until });
  const told = new Map<string, { label: string; who: string; nos: string[] }>();
  const answered: Item[] = [];
  for (const alarm of alarms) {
    const { guard, id, no, who } = alarm;
    const label = alarm.label[0];
    if (alarm.answered) {
      const reason = trimmed(alarm.answered.reason);
      answered.push({ key: `${guard}.${id}`, text: `${no}${label}，审核人员已说明：${reason}` });
      continue;
    }
    const key = `${guard}.${who}`;
    const row = told.get(key) ?? { label, who, nos: [] };
    told.set(key, { ...row, nos: [...row.nos, no] });
  }
  const open = [...told].map(([key, { label, nos, ...of }]) => ({
    key,
    text: `${nos.join('、')}${label}，尚未办结，由${of.who}负责`,
  }));
  return [...open, ...answered];
}

function trimmed(reason: string): string {
  return reason.replace(/[。；，\s]+$/u, '');
}

/** Each site with its own area, as a part of the figure 无人机巡查面积. */
async function sitesFlown(reading: Reading): Promise<Item[]> {
  const rows = await rowsOf(reading, 'patrol.droneArea');
  const flights = new Map<string, number>();
  for (const row of [...rows].reverse())
    for (const site of row.values.sites as string[]) flights.set(site, (flights.get(site) ?? 0) + 1);
  const sites = await findRecords(reading.db, reading.county, getKind('site'), [...flights.keys()]);
  return [...flights].flatMap(([id, records]) => {
    const site = sites.find((row) => row.id === id);
    if (!site) return [];
    const extent = site.values.extent as Quantity | undefined;
    const number = extent && { ...extent, records, figure: 'patrol.droneArea', unit: '亩', site: id };
    return [{ key: id, text: String(site.values.name), ...(number ? { number } : {}) }];
  });
}
