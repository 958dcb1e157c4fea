// What does an edited row change in its record? Only what differs from the row as it was imported or exported.
import { canonicalJson } from '../kernel/canonical.ts';
import type { Kind, SpeciesValue, Values } from '../kernel/record.ts';

export interface Merge {
  /** Fields to set; null clears. */
  readonly set: Values;
}

/**
 * `values` and `content` are the row now (cells as text by field, columns only); `past` its cells as they were, null when
 * the row was never seen. A cell as it was changes nothing, whatever became of the record since. An emptied cell clears
 * only what the past row had set; in a row never seen an empty cell leaves the record alone.
 */
export function mergeRow(
  kind: Kind,
  row: {
    readonly values: Values;
    readonly content: Readonly<Record<string, string>>;
    readonly mapped: ReadonlySet<string>;
  },
  past: Readonly<Record<string, string>> | null,
  record: Values,
): Merge {
  const set: Values = {};
  for (const name of Object.keys(kind.fields)) {
    const value = row.values[name];
    const mine = row.content[name];
    const known = record[name] ?? null;
    const before = past?.[name];
    if (past !== null && mine === before) continue;
    if (value === undefined || value === null) {
      const cleared = row.mapped.has(name) && mine === undefined && before !== undefined && known !== null;
      if (cleared) set[name] = null;
      continue;
    }
    // A default fills what is empty; it never overrules what somebody entered.
    if (mine === undefined && known !== null) continue;
    if (same(kind, name, value, known)) continue;
    set[name] = value;
  }
  return { set };
}

function same(kind: Kind, name: string, a: Values[string], b: Values[string]): boolean {
  if (b === null || b === undefined) return a === null || a === undefined;
  if (kind.fields[name]?.type !== 'species') return canonicalJson(a) === canonicalJson(b);
  const [x, y] = [a as SpeciesValue, b as SpeciesValue];
  return x.name === y.name && (x.id === y.id || x.id === null);
}
