// What does the ledger know of a case, as its papers need it?

import { type CaseFile, type FileRecord, type IssuedPaper, listAt } from '../../domain/case/document-file.ts';
import { readPaperSetting } from '../../domain/case/document-setting.ts';
import type { CaseFacts } from '../../domain/case/fact.ts';
import { caseProcedure } from '../../domain/case/procedure.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import type { Procedure } from '../../domain/kernel/procedure.ts';
import { fold, type StepTaken, standing, stepKind } from '../../domain/kernel/procedure.ts';
import type { Quantity } from '../../domain/kernel/quantity.ts';
import type { RecordRow, SpeciesValue, Values } from '../../domain/kernel/record.ts';
import { regionOf } from '../../domain/kernel/region.ts';
import { getKind } from '../../domain/kind.ts';
import { valueAll } from '../../domain/law/valuation.ts';
import type { AnimalForm, AnimalItem, Valuation } from '../../domain/law/valuation-line.ts';
import { plainRegion } from '../../domain/report/word.ts';
import { type App, instant } from '../app.ts';
import { loadBaseRows } from '../base-value/index.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findProgress, listSteps, loadReckoning } from '../progress/index.ts';
import { findRecord, findRecords, loadLocalProtection, namesFor } from '../record/index.ts';
import { findSetting } from '../setting/index.ts';
import { type IssuedRow, listBelonging, listFills, listIssued } from './store.ts';

/** The case with everything that belongs to it, as records. */
export interface Belongings {
  readonly row: RecordRow;
  readonly seizures: readonly RecordRow[];
  readonly releases: readonly RecordRow[];
  readonly penalties: readonly RecordRow[];
  readonly clue: RecordRow | null;
  readonly inspection: RecordRow | null;
}

export interface LoadedCase {
  readonly file: CaseFile;
  readonly belongings: Belongings;
  readonly issued: readonly IssuedRow[];
  readonly steps: readonly StepTaken[];
}

const procedure = caseProcedure as unknown as Procedure;

export async function loadBelongings(db: Db | Tx, county: string, row: RecordRow): Promise<Belongings> {
  const seizures = await listBelonging(db, county, getKind('seizure'), 'case', [row.id]);
  const one = async (kind: string, id: unknown) =>
    typeof id === 'string' ? ((await findRecord(db, county, getKind(kind), id)) ?? null) : null;
  return {
    row,
    seizures,
    releases: await listBelonging(
      db,
      county,
      getKind('release'),
      'seizure',
      seizures.map((each) => each.id),
    ),
    penalties: await listBelonging(db, county, getKind('penalty'), 'case', [row.id]),
    clue: await one('clue', row.values.clue),
    inspection: await one('inspection', row.values.inspection),
  };
}

/** Records that belonged to the case and were withdrawn: no paper states them, its file keeps them. */
export async function loadWithdrawn(db: Db | Tx, county: string, id: string): Promise<RecordRow[]> {
  const gone = (kind: string, column: string, ids: readonly string[]) =>
    listBelonging(db, county, getKind(kind), column, ids, true);
  const seizures = await gone('seizure', 'case', [id]);
  const live = await listBelonging(db, county, getKind('seizure'), 'case', [id]);
  const releases = await gone(
    'release',
    'seizure',
    [...seizures, ...live].map((each) => each.id),
  );
  return [...seizures, ...releases, ...(await gone('penalty', 'case', [id]))];
}

/** Everything the papers of case `id` may state, or undefined when there is no such case. */
export async function loadCase(
  app: App,
  db: Db | Tx,
  county: string,
  id: string,
): Promise<LoadedCase | undefined> {
  const row = await findRecord(db, county, getKind('case'), id);
  if (!row) return undefined;
  const steps = await listSteps(db, county, 'case', id);
  const stored = await findProgress(db, county, 'case', id);
  const progress = fold(procedure, row.values, stored?.opening ?? {}, steps);
  const belongings = await loadBelongings(db, county, row);
  const kept = standing(steps);
  const issued = await listIssued(db, county, id);
  const setting = readPaperSetting((await findSetting(db, county, 'casePaper')) ?? {});
  const people = await loadPeople(db, county, kept, progress.facts as CaseFacts);
  const file: CaseFile = {
    county: { code: county, name: plainRegion(regionOf(county)?.name ?? county) },
    setting: setting.ok ? setting.value : {},
    agency: await agencyOf(db, county, row.values),
    record: onFile(row),
    status: progress.status,
    steps: kept,
    facts: progress.facts as CaseFacts,
    seizures: belongings.seizures.map(onFile),
    releases: belongings.releases.map(onFile),
    penalties: belongings.penalties.map(onFile),
    clue: belongings.clue && onFile(belongings.clue),
    inspection: belongings.inspection && onFile(belongings.inspection),
    people,
    names: await loadNames(db, county, row, kept),
    valuation: await valuationOf(db, county, belongings.seizures),
    issued: latest(issued),
    fills: await listFills(db, county, id),
    calendar: (await loadReckoning(db, county)).calendar,
    today: dayOfInstant(instant(app)),
  };
  return { file, belongings, issued, steps };
}

function onFile({ id, no, values }: RecordRow): FileRecord {
  return { id, no, values };
}

/** The last version of each paper, in the order first issued. */
function latest(issued: readonly IssuedRow[]): IssuedPaper[] {
  const last = new Map<string, IssuedPaper>();
  for (const { name, kind, title, no, day, version } of issued)
    last.set(name, { name, kind, title, no, day, version });
  return [...last.values()];
}

/** The agency that handles the case signs; without one, the county's letterhead. */
async function agencyOf(db: Db | Tx, county: string, values: Values): Promise<string | null> {
  const id = values.agency;
  const [agency] = typeof id === 'string' ? await findRecords(db, county, getKind('agency'), [id]) : [];
  const letterhead = (await findSetting(db, county, 'letterhead')) as { agency?: string } | undefined;
  return letterhead?.agency ?? (agency ? String(agency.values.name) : null);
}

async function loadPeople(db: Db | Tx, county: string, steps: readonly StepTaken[], facts: CaseFacts) {
  const ids = new Set(facts.officers);
  for (const step of steps) for (const id of listAt(step.values, 'officers')) ids.add(id);
  const rows = await findRecords(db, county, getKind('person'), [...ids]);
  return Object.fromEntries(
    rows.map(({ id, values }) => [
      id,
      {
        name: String(values.name ?? ''),
        certNo: (values.certNo as string | undefined) ?? null,
        position: (values.position as string | undefined) ?? null,
      },
    ]),
  );
}

async function loadNames(
  db: Db | Tx,
  county: string,
  row: RecordRow,
  steps: readonly StepTaken[],
): Promise<Record<string, string>> {
  const names = new Map(await namesFor(db, county, getKind('case'), [row.values]));
  for (const step of steps) {
    const kind = stepKind(procedure, step.name);
    if (!kind) continue;
    for (const [id, name] of await namesFor(db, county, kind, [step.values])) names.set(id, name);
  }
  return Object.fromEntries(names);
}

const FORMS: Readonly<Record<string, AnimalForm>> = {
  live: 'live',
  carcass: 'dead',
  product: 'product',
  egg: 'egg',
};

/** What was seized, as the valuation asks: a value the ledger holds with its basis is that of an appraiser. */
function animalOf({ values }: RecordRow): AnimalItem | null {
  const form = FORMS[String(values.form)];
  const species = values.species as SpeciesValue | null | undefined;
  if (!form || !species) return null;
  const { value, bound } = (values.quantity ?? {}) as Partial<Quantity>;
  const counted =
    value !== null && value !== undefined && (values.unit === 'head' || values.unit === 'piece');
  const weighed = value !== null && value !== undefined && values.unit === 'kg';
  return {
    speciesId: species.id,
    name: species.name,
    form,
    ...(counted ? { count: value } : {}),
    ...(weighed ? { mass: value * 1000 } : {}),
    ...(bound && bound !== 'exact' ? { countBound: bound } : {}),
    ...(typeof values.value === 'number' && typeof values.valueBasis === 'string'
      ? { appraised: values.value, appraisedDocument: values.valueBasis }
      : {}),
  };
}

async function valuationOf(
  db: Db | Tx,
  county: string,
  seizures: readonly RecordRow[],
): Promise<Valuation | null> {
  const animals = seizures.map(animalOf).filter((each) => each !== null);
  const day = seizures.map(({ values }) => String(values.day ?? '')).sort()[0];
  if (animals.length === 0 || !day) return null;
  const localLists = await loadLocalProtection(db, county);
  return valueAll(animals, { day, localLists, rows: await loadBaseRows(db, county) });
}
