// Which entries does a list have, given its records or its figures?
import type { Quantity } from '../kernel/quantity.ts';
import type { Kind, RecordRow } from '../kernel/record.ts';
import type { Names } from '../kernel/title.ts';
import type { Item, NumberFact } from './fact.ts';
import type { ListSource } from './list.ts';

/** A record with its kind, as the figures of the list count them. */
export interface Counted {
  readonly kind: Kind;
  readonly row: RecordRow;
}

/** Entries read from records in any order; the same name once. */
export function itemsOfRecords(
  source: Extract<ListSource, { figures: readonly string[] }>,
  counted: readonly Counted[],
  names: Names,
): Item[] {
  const items = new Map<string, { item: Item; weight: number }>();
  for (const { kind, row } of [...counted].sort(byDay))
    for (const text of source.say(row, names, kind)) {
      const key = source.each ? row.id : text;
      const weight = weightOf(row);
      const known = items.get(key);
      items.set(key, {
        item: known?.item ?? { key: row.id, text },
        weight: (known?.weight ?? 0) + weight,
      });
    }
  const all = [...items.values()];
  if (source.most) all.sort((a, b) => b.weight - a.weight);
  return all.map(({ item }) => item);
}

/** Earliest first; without a day, by number. */
function byDay(a: Counted, b: Counted): number {
  const at = ({ kind, row }: Counted) => `${String(row.values[kind.day] ?? '')} ${row.no}`;
  return at(a) < at(b) ? -1 : 1;
}

function weightOf(row: RecordRow): number {
  return (row.values.quantity as Quantity | undefined)?.value ?? 0;
}

/** Entries for the codes whose figure has records, in the order of the code table. */
export function itemsOfCodes(
  source: Extract<ListSource, { prefix: string }>,
  figures: Readonly<Record<string, NumberFact>>,
): Item[] {
  return source.codes
    .filter((code) => (figures[`${source.prefix}${code.code}`]?.records ?? 0) > 0)
    .map((code) => ({ key: code.code, text: source.say?.(code) ?? code.label[0] }));
}
