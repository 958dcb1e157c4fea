// What do the records of cases state, gathered for many cases with a few queries?
import { createHash } from 'node:crypto';
import type { CaseRecords, CaseSeizure } from '../../domain/case/case-fact.ts';
import { banNotices, type CountyNotice, coversDay } from '../../domain/case/notice-cover.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { type StepTaken, standing } from '../../domain/kernel/procedure.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import { LAW_RULES } from '../../domain/law/assess-version.ts';
import { type BaseRow, NATIONAL_BASE } from '../../domain/law/base-value.ts';
import { type LocalTool, localBansOn, readLocalTool } from '../../domain/law/local-tool.ts';
import type { LocalRow } from '../../domain/law/protection.ts';
import { VENUE_TYPES } from '../../domain/law/taxonomy.ts';
import { loadBaseRows } from '../base-value/index.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findRecords, loadLocalProtection } from '../record/index.ts';
import { findSetting } from '../setting/index.ts';
import { listAssessedSteps, listBanNotices, listEnded, listSeizuresOf } from './store.ts';

/** What a county judges by, beside the law: its values, lists, tools and notices. */
export interface CountyLaw {
  readonly rows: readonly BaseRow[];
  readonly localLists: readonly LocalRow[];
  readonly tools: readonly LocalTool[];
  readonly notices: readonly CountyNotice[];
  /** Changes when any of these or the law's own tables change: verdicts of another basis are reckoned anew. */
  readonly basis: string;
}

const OWN_TABLES = createHash('sha256')
  .update(canonicalJson([LAW_RULES, NATIONAL_BASE.map((row) => [row.id, row.fen, row.from, row.covers])]))
  .digest('hex');

export async function loadCountyLaw(db: Db | Tx, county: string): Promise<CountyLaw> {
  const rows = await loadBaseRows(db, county);
  const localLists = await loadLocalProtection(db, county);
  const read = readLocalTool(await findSetting(db, county, 'localTool'));
  const tools = read.ok ? read.value : [];
  const notices = banNotices(await listBanNotices(db, county));
  const own = rows.slice(0, rows.length - NATIONAL_BASE.length);
  const basis = createHash('sha256')
    .update(JSON.stringify([OWN_TABLES, own, localLists, tools, notices]))
    .digest('hex')
    .slice(0, 32);
  return { rows, localLists, tools, notices, basis };
}

/** Tools banned on the day by the county's rule, or by a notice that states its days. */
export function bansOn({ tools, notices }: CountyLaw, day: Day | null): readonly string[] {
  if (day === null) return [];
  const noticed = notices.filter((notice) => coversDay(notice, day)).flatMap((notice) => notice.tools);
  return [...new Set([...localBansOn(tools, day), ...noticed])];
}

const WAYS = ['method', 'appraised', 'manual'] as const;

/** The records of each of `cases` that exist. */
export async function gatherCases(
  db: Db | Tx,
  county: string,
  cases: readonly string[],
  law: CountyLaw,
): Promise<Map<string, CaseRecords>> {
  const rows = await findRecords(db, county, getKind('case'), cases);
  const seizures = new Map<string, CaseSeizure[]>();
  const all = await listSeizuresOf(db, county, cases);
  for (const { row, valuedBy } of all) {
    const list = seizures.get(String(row.values.case)) ?? [];
    list.push({
      ...{ id: row.id, no: row.no, values: row.values, recordedAt: row.recordedAt },
      valuedBy: WAYS.find((way) => way === valuedBy) ?? null,
    });
    seizures.set(String(row.values.case), list);
  }
  const steps = await listAssessedSteps(db, county, cases);
  const ended = await listEnded(db, county, cases);
  const named = await nameRecords(
    db,
    county,
    rows,
    all.map(({ row }) => row),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...{ no: row.no, record: row.values, ended: ended.has(row.id) },
        seizures: seizures.get(row.id) ?? [],
        notices: law.notices,
        ...named(
          row,
          all.flatMap((each) => (each.row.values.case === row.id ? [each.row] : [])),
        ),
        ...ofSteps(standing(steps.get(row.id) ?? [])),
      },
    ]),
  );
}

/** Clue, venue and places of cases by their names. */
async function nameRecords(
  db: Db | Tx,
  county: string,
  cases: readonly RecordRow[],
  seizures: readonly RecordRow[],
) {
  const ids = (rows: readonly RecordRow[], field: string) => [
    ...new Set(
      rows.flatMap(({ values }) => (typeof values[field] === 'string' ? [values[field] as string] : [])),
    ),
  ];
  const load = async (kind: string, wanted: readonly string[]) =>
    new Map((await findRecords(db, county, getKind(kind), wanted)).map((row) => [row.id, row]));
  const clues = await load('clue', ids(cases, 'clue'));
  const venues = await load('venue', ids(cases, 'venue'));
  const areas = await load('area', ids([...cases, ...seizures], 'area'));
  return (row: RecordRow, own: readonly RecordRow[]) => {
    const clue = clues.get(String(row.values.clue));
    const venue = venues.get(String(row.values.venue));
    const type = VENUE_TYPES.find(({ code }) => code === venue?.values.venueType)?.label[0];
    const places = [row, ...own].flatMap(({ values }) => {
      const area = areas.get(String(values.area));
      return area ? [titleOf(getKind('area'), area.values, new Map())] : [];
    });
    return {
      clue: clue && !clue.withdrawn ? { id: clue.id, no: clue.no, values: clue.values } : null,
      venue: venue ? `${venue.values.name}${type === undefined ? '' : `（${type}）`}` : null,
      places: [...new Set(places)],
    };
  };
}

/** What the officer stated in the last assessment, and the value an appraiser found of the whole. */
function ofSteps(steps: readonly StepTaken[]): Pick<CaseRecords, 'stated' | 'appraisal'> {
  const assess = steps.findLast((step) => step.name === 'assess');
  const appraised = steps.findLast(
    (step) => step.name === 'receiveAppraisal' && typeof step.values.value === 'number',
  );
  const facts = parsed(assess?.values.facts);
  return {
    stated: assess && facts ? { facts, on: assess.on, recordedAt: assess.recordedAt } : null,
    appraisal: appraised
      ? { fen: appraised.values.value as number, docNo: String(appraised.values.docNo ?? '') }
      : null,
  };
}

function parsed(text: unknown): Record<string, unknown> | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
