// How is a referred record written in a cell so that it is found again?

import { namesOf } from '../../domain/import/lookup.ts';
import { keyOf } from '../../domain/kernel/read-code.ts';
import type { RecordRow, Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Db } from '../db/connection.ts';
import { findRecords } from '../record/index.ts';
import { indexOf, type Known, loadKnown } from './known.ts';

export type RefText = (kind: string, id: string) => string;

/** Loads what the rows refer to; a name that repeats, or would be split as a list, comes with its number. */
export async function loadRefText(
  db: Db,
  known: Known,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<RefText> {
  const texts = new Map<string, string>();
  for (const [kindName, ids] of wanted) {
    await loadKnown(db, known, kindName, []);
    const kind = getKind(kindName);
    const all = [...ids];
    for (let at = 0; at < all.length; at += 1_000)
      for (const row of await findRecords(db, known.county, kind, all.slice(at, at + 1_000)))
        texts.set(row.id, textFor(known, row));
  }
  return (_kind, id) => texts.get(id) ?? '';
}

function textFor(known: Known, row: RecordRow): string {
  const name = namesOf(getKind(row.kind), row.values as Values)[0];
  if (name === undefined || row.withdrawn || /[、，,；;/|\\\n\s]/.test(name)) return row.no;
  const index = indexOf(known, row.kind);
  const same = new Set([...(index.byName.get(name) ?? []), ...(index.byKey.get(keyOf(name)) ?? [])]);
  return same.size <= 1 ? name : `${name}（${row.no}）`;
}
