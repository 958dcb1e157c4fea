// What is an animal called in a sentence, in both languages?
import type { Label } from '../kernel/label.ts';
import { groupOf, speciesName, speciesOf } from './species.ts';

/** As written, and by its scientific name: no English names are held. A name not resolved stands as it was written. */
export function animalName(item: { readonly speciesId: string | null; readonly name: string }): Label {
  const { speciesId, name } = item;
  return [name, (speciesId === null ? undefined : englishName(speciesId)) ?? `“${name}”`];
}

/** The species of an id in both languages; undefined for an id we do not know. */
export function speciesLabel(id: string): Label | undefined {
  const name = speciesName(id);
  return name === undefined ? undefined : [name, englishName(id) ?? name];
}

/** Groups have English words as ids: `group:wildDucks` is wild ducks. */
function englishName(id: string): string | undefined {
  const group = groupOf(id);
  if (group === undefined) return speciesOf(id)?.scientificName;
  return group.id.replace('group:', '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
