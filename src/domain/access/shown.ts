// What of a record does this person see? What is withheld, by the wire and at the terminal alike.

import { type Procedure, stepKind } from '../kernel/procedure.ts';
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

/** What a step says, without what this person may not see; a correction holds the corrected fields as text. */
export function shownStep(actor: Actor, procedure: Procedure, name: string, values: Values): Values {
  if (has(actor, 'personal.read')) return values;
  const kind = stepKind(procedure, name);
  const open: Values = kind ? withheld(kind, values) : {};
  if (name !== 'amend' || typeof values.values !== 'string') return open;
  const secret = procedure.steps.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([field, { personal }]) => (personal ? [field] : [])),
  );
  const told = Object.entries(JSON.parse(values.values) as Values).map(([field, value]) => [
    field,
    secret.includes(field) ? '※' : value,
  ]);
  return { ...open, values: JSON.stringify(Object.fromEntries(told)) };
}

/** A record in the answer to an action, without what this person may not see of it; anything else as it stands. */
export function shownResult(actor: Actor, result: unknown): unknown {
  const row = result as Partial<RecordRow> | null;
  const kind = row?.values && typeof row.kind === 'string' ? findKind(row.kind) : undefined;
  return kind ? shown(actor, kind, row as RecordRow) : result;
}
