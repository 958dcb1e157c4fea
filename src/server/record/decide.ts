// What exactly will be stored for these values? Checked, references known, class of each species as of its day.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import { dayOfInstant, isDay } from '../../domain/kernel/day.ts';
import type { Outcome } from '../../domain/kernel/outcome.ts';
import type { Kind, RecordRow, SpeciesValue, Values } from '../../domain/kernel/record.ts';
import { searchText } from '../../domain/kernel/title.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { type LocalRow, protectionOn } from '../../domain/law/protection.ts';
import { exactSpecies, recordedName } from '../../domain/law/species-search.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findSetting } from '../setting/index.ts';
import { checkReferences, type Referred } from './reference.ts';
import type { NewRecord } from './store.ts';

/** The county's own protected lists (省重点、省一般保护), each row with its document number and days. */
export async function loadLocalProtection(db: Db | Tx, county: string): Promise<readonly LocalRow[]> {
  const rows = await findSetting(db, county, 'localProtection');
  return Array.isArray(rows) ? rows.filter(isLocalRow) : [];
}

/** A setting is whatever was put there; a row that is none must not stop every record with a species. */
function isLocalRow(row: unknown): row is LocalRow {
  const { speciesId, level, from, until } = (row ?? {}) as Partial<LocalRow>;
  const known = level === 'provincialKey' || level === 'provincial';
  return typeof speciesId === 'string' && known && isDay(from) && (until === null || isDay(until));
}

/** The class that held on `day`. A name that is no species we know stays as typed, its class unknown. */
export function settleSpecies(value: SpeciesValue, day: string, locals: readonly LocalRow[]): SpeciesValue {
  if (value.id) return { ...value, level: protectionOn(value.id, day, locals).level };
  const found = exactSpecies(value.name);
  if (!found) return { id: null, name: value.name, level: 'unknown' };
  return {
    ...{ id: found.id, name: recordedName(value.name, found) },
    level: protectionOn(found.id, day, locals).level,
  };
}

/** Checks `raw` against kind, references and law; `before` are the values being corrected. */
export function decideValues(
  kind: Kind,
  raw: Readonly<Record<string, unknown>>,
  known: { referred: Referred; locals: readonly LocalRow[]; today: string; before?: Values },
): Outcome<Values> {
  const checked = checkValues(kind, raw);
  if (!checked.ok) return checked;
  const values = checked.value;
  const refusals = checkReferences(kind, values, known.referred, known.before);
  if (refusals.length > 0) return { ok: false, refusals };
  const day = (values[kind.day] as string | undefined) ?? known.today;
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = values[name];
    if (field.type === 'species' && value)
      values[name] = settleSpecies(value as SpeciesValue, day, known.locals);
  }
  return { ok: true, value: values };
}

/** The hash of the fields that tell two rows of a ledger apart. */
export function matchKeyOf(kind: Kind, values: Values): string {
  const parts = kind.key.map((name) => {
    const value = values[name] ?? null;
    return kind.fields[name]?.type === 'species' ? ((value as SpeciesValue | null)?.name ?? null) : value;
  });
  return createHash('sha256').update(canonicalJson(parts)).digest('hex').slice(0, 32);
}

export function toNewRecord(kind: Kind, row: RecordRow, referred: Referred): NewRecord {
  return {
    row,
    matchKey: matchKeyOf(kind, row.values),
    search: searchText(kind, row.no, row.values, referred.names),
  };
}

/** The year a record is numbered in: that of its day, else of the day it reached us. */
export function numberYear(kind: Kind, raw: Readonly<Record<string, unknown>>, recordedAt: string): number {
  const day = raw[kind.day];
  return Number(
    (typeof day === 'string' && /^\d{4}-/.test(day) ? day : dayOfInstant(recordedAt)).slice(0, 4),
  );
}

export function numberText(kind: Kind, year: number, n: number): string {
  return `${kind.prefix}-${year}-${String(n).padStart(4, '0')}`;
}

/** What the journal keeps of a record's new state. */
export function journalBody(row: RecordRow, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { version: row.version, no: row.no, withdrawn: row.withdrawn, values: row.values, ...more };
}
