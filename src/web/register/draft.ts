// What was typed and not yet saved? Kept in this browser per account, county and kind, until it is saved or thrown away.
import { learnNames, namesOf } from '../../client/ui/name-book.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';

export interface Draft {
  /** The record's id is made once, so that saving twice makes one record. */
  readonly id: string;
  readonly values: Values;
  readonly names: Readonly<Record<string, string>>;
  readonly at: string;
}

function keyOf(account: string, county: string, kind: Kind): string {
  return `shouye.draft.${account}.${county}.${kind.name}`;
}

function refsIn(kind: Kind, values: Values): string[] {
  return Object.entries(kind.fields).flatMap(([name, field]) => {
    const value = values[name];
    if (field.type === 'ref' && typeof value === 'string') return [value];
    return field.type === 'refs' && Array.isArray(value) ? value : [];
  });
}

export function readDraft(account: string, county: string, kind: Kind): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(account, county, kind)) ?? 'null') as Draft | null;
    if (draft) learnNames(draft.names);
    return draft;
  } catch {
    return null;
  }
}

export function writeDraft(account: string, county: string, kind: Kind, id: string, values: Values): void {
  const names = namesOf(refsIn(kind, values));
  const draft: Draft = { id, values, names, at: new Date().toISOString() };
  try {
    localStorage.setItem(keyOf(account, county, kind), JSON.stringify(draft));
  } catch {
    // A full or forbidden store only costs the draft; what is typed is still in the form.
  }
}

export function dropDraft(account: string, county: string, kind: Kind): void {
  localStorage.removeItem(keyOf(account, county, kind));
}

/** Signing out leaves nothing that somebody typed on a shared computer. */
export function dropDrafts(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith('shouye.draft.')) localStorage.removeItem(key);
  sessionStorage.clear();
}

/** What the next record of a kind most likely shares with the last. */
const CARRIED = ['campaign', 'agency', 'jointAgencies', 'area', 'notice'];

export function keepLast(county: string, kind: Kind, values: Values): void {
  const kept = Object.fromEntries(
    [...CARRIED, kind.day].flatMap((name) =>
      kind.fields[name] && values[name] ? [[name, values[name]]] : [],
    ),
  );
  const last = { values: kept, names: namesOf(refsIn(kind, kept as Values)) };
  sessionStorage.setItem(`shouye.last.${county}.${kind.name}`, JSON.stringify(last));
}

export function readLast(county: string, kind: Kind): Values {
  const text = sessionStorage.getItem(`shouye.last.${county}.${kind.name}`);
  if (!text) return {};
  const last = JSON.parse(text) as { values: Values; names: Record<string, string> };
  learnNames(last.names);
  return last.values;
}
