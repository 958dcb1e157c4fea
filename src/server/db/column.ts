// Which columns hold a field? The one mapping between a kind's fields and its table.

import type { Quantity } from '../../domain/kernel/quantity.ts';
import type { Field, Kind, RecordRow, SpeciesValue, Values } from '../../domain/kernel/record.ts';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly references?: string;
}

/** camelCase → snake_case. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
}

/** The table of a kind; the quoting of reserved words is left to the query builder. */
export function tableOf(kind: Kind): string {
  return snake(kind.name);
}

/** Columns every kind of record has. `match_key` is the hash of its key fields, for re-imports. */
export const BASE_COLUMNS: readonly Column[] = [
  { name: 'county', type: 'text' },
  { name: 'id', type: 'uuid' },
  { name: 'no', type: 'text' },
  { name: 'version', type: 'integer' },
  { name: 'withdrawn', type: 'boolean' },
  { name: 'recorded_at', type: 'timestamptz(3)' },
  { name: 'updated_at', type: 'timestamptz(3)' },
  { name: 'by', type: 'uuid' },
  { name: 'match_key', type: 'text' },
  { name: 'search', type: 'text' },
];

/** A species or quantity takes `x` and companions; a place takes `x_lng`, `x_lat`; everything else one column. */
export function columnsOf(name: string, field: Field): readonly Column[] {
  const column = snake(name);
  switch (field.type) {
    case 'text':
    case 'code':
    case 'time':
      return [{ name: column, type: 'text' }];
    case 'texts':
    case 'codes':
      return [{ name: column, type: 'text[]' }];
    case 'day':
      return [{ name: column, type: 'date' }];
    case 'bool':
      return [{ name: column, type: 'boolean' }];
    case 'int':
      return [{ name: column, type: 'integer' }];
    case 'number':
      return [{ name: column, type: 'numeric' }];
    case 'money':
      return [{ name: column, type: 'bigint' }];
    case 'quantity':
      return [
        { name: column, type: 'numeric' },
        { name: `${column}_bound`, type: 'text' },
      ];
    case 'ref':
      return [{ name: column, type: 'uuid', references: snake(field.kind) }];
    case 'refs':
      return [{ name: column, type: 'uuid[]' }];
    case 'species':
      return [
        { name: column, type: 'text' },
        { name: `${column}_name`, type: 'text' },
        { name: `${column}_level`, type: 'text' },
      ];
    case 'place':
      return [
        { name: `${column}_lng`, type: 'double precision' },
        { name: `${column}_lat`, type: 'double precision' },
      ];
  }
}

export function allColumns(kind: Kind): readonly Column[] {
  return [...BASE_COLUMNS, ...Object.entries(kind.fields).flatMap(([name, field]) => columnsOf(name, field))];
}

/** The stored columns of `values`; every column of the kind is present, unknown ones as null. */
export function toColumns(kind: Kind, values: Values): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const column = snake(name);
    const value = values[name] ?? null;
    if (field.type === 'quantity') {
      const quantity = value as Quantity | null;
      row[column] = quantity?.value ?? null;
      row[`${column}_bound`] = quantity?.bound ?? null;
    } else if (field.type === 'species') {
      const species = value as SpeciesValue | null;
      row[column] = species?.id ?? null;
      row[`${column}_name`] = species?.name ?? null;
      row[`${column}_level`] = species?.level ?? null;
    } else if (field.type === 'place') {
      const place = value as { lng: number; lat: number } | null;
      row[`${column}_lng`] = place?.lng ?? null;
      row[`${column}_lat`] = place?.lat ?? null;
    } else {
      row[column] = value;
    }
  }
  return row;
}

/** The values of a stored row; unknown fields are left out, so that equal values have equal canonical text. */
export function fromColumns(kind: Kind, row: Record<string, unknown>): Values {
  const values: Values = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = fieldFromColumns(snake(name), field, row);
    if (value !== null && value !== undefined) values[name] = value as Values[string];
  }
  return values;
}

function unset(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Half a quantity, species or place is shown as it stands: the house never stores one, so verify must see it. */
function fieldFromColumns(column: string, field: Field, row: Record<string, unknown>): unknown {
  const value = row[column];
  switch (field.type) {
    case 'quantity': {
      const bound = row[`${column}_bound`];
      return unset(bound) && unset(value) ? null : { value: value === null ? null : Number(value), bound };
    }
    case 'species': {
      const name = row[`${column}_name`];
      const level = row[`${column}_level`] ?? null;
      return unset(name) && unset(value) && level === null ? null : { id: value ?? null, name, level };
    }
    case 'place': {
      const lng = row[`${column}_lng`];
      const lat = row[`${column}_lat`];
      return unset(lng) && unset(lat) ? null : { lng, lat };
    }
    case 'number':
    case 'money':
      return value === null || value === undefined ? null : Number(value);
    default:
      return value;
  }
}

/** A stored row as the record it is. */
export function toRecord(kind: Kind, row: Record<string, unknown>): RecordRow {
  return {
    county: row.county as string,
    kind: kind.name,
    id: row.id as string,
    no: row.no as string,
    version: row.version as number,
    withdrawn: row.withdrawn as boolean,
    recordedAt: row.recorded_at as string,
    updatedAt: row.updated_at as string,
    by: row.by as string,
    values: fromColumns(kind, row),
  };
}
