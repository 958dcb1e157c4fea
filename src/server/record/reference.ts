// Do the records a record refers to exist, and what are they called?

import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Field, Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { EVERY_KIND, getKind } from '../../domain/kind.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findRecords } from './store.ts';

function referredIds(field: Field, value: Values[string]): string[] {
  if (value === null || value === undefined) return [];
  if (field.type === 'ref') return [value as string];
  return field.type === 'refs' ? (value as string[]) : [];
}

/** Ids by kind of everything these values refer to. */
export function referencesOf(kind: Kind, rows: readonly Values[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type !== 'ref' && field.type !== 'refs') continue;
    const ids = wanted.get(field.kind) ?? new Set<string>();
    for (const values of rows) for (const id of referredIds(field, values[name])) ids.add(id);
    if (ids.size > 0) wanted.set(field.kind, ids);
  }
  return wanted;
}

/** What lies two steps away still names a record: a stall is called after its market. */
const DEPTH = 2;

async function loadNames(
  db: Db | Tx,
  county: string,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  depth: number,
  hold = false,
): Promise<{ names: Map<string, string>; rows: Map<string, RecordRow> }> {
  const names = new Map<string, string>();
  const rows = new Map<string, RecordRow>();
  for (const [kindName, ids] of wanted) {
    const kind = getKind(kindName);
    const found = await findRecords(db, county, kind, [...ids], hold);
    const titleFields = { ...kind, fields: pick(kind, kind.title) };
    const deeper = referencesOf(
      titleFields,
      found.map((row) => row.values),
    );
    const inner =
      depth > 1 && deeper.size > 0 ? (await loadNames(db, county, deeper, depth - 1)).names : new Map();
    for (const row of found) {
      rows.set(row.id, row);
      names.set(row.id, titleOf(kind, row.values, inner) || row.no);
    }
  }
  return { names, rows };
}

function pick(kind: Kind, fields: readonly string[]): Record<string, Field> {
  return Object.fromEntries(Object.entries(kind.fields).filter(([name]) => fields.includes(name)));
}

/** The names of all records that `rows` refer to, by id. */
export async function namesFor(
  db: Db | Tx,
  county: string,
  kind: Kind,
  rows: readonly Values[],
): Promise<Map<string, string>> {
  return (await loadNames(db, county, referencesOf(kind, rows), DEPTH)).names;
}

export interface Referred {
  readonly names: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, RecordRow>;
}

/** `hold`: none of them can be withdrawn before the transaction that refers to them ends. */
export async function loadReferred(
  db: Db | Tx,
  county: string,
  kind: Kind,
  rows: readonly Values[],
  hold = false,
): Promise<Referred> {
  return loadNames(db, county, referencesOf(kind, rows), DEPTH, hold);
}

/** Refusals for references that are not there or were withdrawn; what `before` already held may stay. */
export function checkReferences(
  kind: Kind,
  values: Values,
  referred: Referred,
  before: Values = {},
): Refusal[] {
  const refusals: Refusal[] = [];
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type !== 'ref' && field.type !== 'refs') continue;
    const kept = new Set(referredIds(field, before[name]));
    for (const id of referredIds(field, values[name])) {
      const row = referred.rows.get(id);
      if (row && row.kind === field.kind && (!row.withdrawn || kept.has(id))) continue;
      refusals.push({
        code: 'field.reference',
        where: name,
        message: row
          ? [
              `${field.label[0]}：所选记录 ${row.no} 已撤回`,
              `${field.label[1]}: record ${row.no} was withdrawn`,
            ]
          : [`${field.label[0]}：所选记录不存在`, `${field.label[1]}: there is no such record`],
      });
    }
  }
  return refusals;
}

/** Every field of every kind that can refer to a record of `kind`. */
export function referrersOf(kind: Kind): { kind: Kind; name: string; field: Field }[] {
  return EVERY_KIND.flatMap((other) =>
    Object.entries(other.fields)
      .filter(([, field]) => (field.type === 'ref' || field.type === 'refs') && field.kind === kind.name)
      .map(([name, field]) => ({ kind: other, name, field })),
  );
}
