// What are the records called that values refer to? Everything the server told us, kept for forms and drafts.
import type { NameBook } from '../format.ts';

const known = new Map<string, string>();

export function learnNames(names: NameBook): void {
  for (const [id, name] of Object.entries(names)) known.set(id, name);
}

export function nameOf(id: string): string | undefined {
  return known.get(id);
}

/** The known names of `ids`, to keep beside a draft. */
export function namesOf(ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id) ?? '']] : [])));
}
