// Which fields of a record are left to its steps, and how do its forms say so?
import type { Field, Kind, Values } from '../../domain/kernel/record.ts';
import { findProcedure } from '../../domain/procedure.ts';

const isSet = (value: unknown) => value !== undefined && value !== null;

/** A new record begins before its first step: what steps will state is there for old ledgers, out of the way. */
export function beginningKind(kind: Kind): Kind {
  const owns = findProcedure(kind.name)?.owns ?? [];
  return withFields(kind, ([name, field]) => [
    [name, owns.includes(name) && !field.required ? { ...field, minor: true } : field],
  ]);
}

/** What a correction may touch: before the first step owned fields may be filled in, never changed. */
export function correctableKind(kind: Kind, values: Values, begun: boolean): Kind {
  const owns = findProcedure(kind.name)?.owns ?? [];
  return withFields(kind, (entry) =>
    owns.includes(entry[0]) && (begun || isSet(values[entry[0]])) ? [] : [entry],
  );
}

function withFields(
  kind: Kind,
  map: (entry: [string, Field]) => readonly (readonly [string, Field])[],
): Kind {
  const fields = Object.fromEntries(Object.entries(kind.fields).flatMap((entry) => map(entry)));
  return { ...kind, fields };
}
