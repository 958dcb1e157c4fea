// Which records of the county may a workbook's names mean?
import { addEntry, createIndex, type NameIndex, namesOf, numbersIn } from '../../domain/import/lookup.ts';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Db } from '../db/connection.ts';
import { findByNos, streamRecords } from '../record/index.ts';

/** Kinds without a name of their own, and too many to hold: they are referred to by number. */
const NUMBERED = new Set(['inspection', 'patrol', 'seizure', 'rescue', 'clue']);

/** The names known so far, by kind; loaded when first asked for. */
export interface Known {
  readonly county: string;
  readonly indexes: Map<string, NameIndex>;
  readonly asked: Map<string, Set<string>>;
}

export function createKnown(county: string): Known {
  return { county, indexes: new Map(), asked: new Map() };
}

export function indexOf(known: Known, kind: string): NameIndex {
  let index = known.indexes.get(kind);
  if (!index) {
    index = createIndex();
    known.indexes.set(kind, index);
  }
  return index;
}

function remember(known: Known, kind: Kind, row: RecordRow): void {
  addEntry(indexOf(known, kind.name), {
    id: row.id,
    no: row.no,
    names: namesOf(kind, row.values),
    values: row.values,
  });
}

/** Loads what `texts` may name: a whole register of names, or records by the numbers typed. */
export async function loadKnown(
  db: Db,
  known: Known,
  kindName: string,
  texts: Iterable<string>,
): Promise<void> {
  const kind = getKind(kindName);
  if (!NUMBERED.has(kindName)) {
    if (known.asked.has(kindName)) return;
    known.asked.set(kindName, new Set());
    for await (const row of streamRecords(db, known.county, kind))
      if (!row.withdrawn) remember(known, kind, row);
    return;
  }
  const asked = known.asked.get(kindName) ?? new Set<string>();
  known.asked.set(kindName, asked);
  const fresh = [...new Set([...texts].flatMap(numbersIn))].filter((no) => !asked.has(no));
  for (const no of fresh) asked.add(no);
  for (let at = 0; at < fresh.length; at += 1_000)
    for (const row of await findByNos(db, known.county, kind, fresh.slice(at, at + 1_000)))
      if (!row.withdrawn) remember(known, kind, row);
}
