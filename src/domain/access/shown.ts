// What of a record does this person see? What is withheld, by the wire and at the terminal alike.

import type { Kind, RecordRow, Values } from '../kernel/record.ts';
import { findKind } from '../kind.ts';
import { type Actor, has } from './access.ts';

/** Personal fields are withheld as the text "※" from roles without the right to see them. */
export function shown(actor: Actor, kind: Kind, row: RecordRow): RecordRow {
  if (has(actor, 'personal.read')) return row;
  return { ...row, values: withheld(kind, row.values) };
}

export function withheld(kind: Kind, values: Values): Values {
  const open: Values = { ...values };
  for (const [name, field] of Object.entries(kind.fields))
    if (field.personal && open[name] !== undefined) open[name] = field.type === 'texts' ? ['※'] : '※';
  return open;
}

/** A record in the answer to an action, without what this person may not see of it; anything else as it stands. */
export function shownResult(actor: Actor, result: unknown): unknown {
  const row = result as Partial<RecordRow> | null;
  const kind = row?.values && typeof row.kind === 'string' ? findKind(row.kind) : undefined;
  return kind ? shown(actor, kind, row as RecordRow) : result;
}
