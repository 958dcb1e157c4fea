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

/** What a correction may touch: owned fields until the first step is taken, firm ones only to fill them in. */
export function correctableKind(kind: Kind, values: Values, begun: boolean): Kind {
  const { owns = [], firm = [] } = findProcedure(kind.name) ?? {};
  const stands = (name: string) =>
    owns.includes(name) && (begun || (firm.includes(name) && isSet(values[name])));
  return withFields(kind, (entry) => (stands(entry[0]) ? [] : [entry]));
}

function withFields(
  kind: Kind,
  map: (entry: [string, Field]) => readonly (readonly [string, Field])[],
): Kind {
  const fields = Object.fromEntries(Object.entries(kind.fields).flatMap((entry) => map(entry)));
  return { ...kind, fields };
}
