// Does an action that came twice say the same the second time?
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Kind, SpeciesValue, Values } from '../../domain/kernel/record.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { findKind } from '../../domain/kind.ts';

interface Asked {
  readonly kind: string;
  readonly version?: number;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

/**
 * Whether a repeated record action asks for the state its first time left in the journal. An edited form sent under
 * an old id is not the same: answering "done" would lose what was edited.
 */
export function saysTheSame(journaled: unknown, asked: Asked): boolean {
  const kind = findKind(asked.kind);
  if (!kind) return false;
  const left = journaled as { version: number; values: Values; reason?: string };
  if ((asked.version ?? 0) + 1 !== left.version || (asked.reason ?? null) !== (left.reason ?? null))
    return false;
  if (!asked.values) return true;
  // A correction names only what it changes; a new record everything.
  const base = asked.version === undefined ? {} : left.values;
  const now = checkValues(kind, { ...base, ...asked.values });
  return now.ok && told(kind, now.value) === told(kind, left.values);
}

/** As a person gave it: the class and id of a species are ours to find. */
function told(kind: Kind, values: Values): string {
  const plain = Object.entries(values).map(([name, value]) => [
    name,
    kind.fields[name]?.type === 'species' && value ? (value as SpeciesValue).name : value,
  ]);
  return canonicalJson(Object.fromEntries(plain));
}
