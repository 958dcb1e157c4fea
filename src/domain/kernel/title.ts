// What is a record called in one line?
import { formatDay } from './day.ts';
import { type Language, say } from './label.ts';
import type { Field, Kind, SpeciesValue, Values } from './record.ts';

/** Names of referred records by id. */
export type Names = ReadonlyMap<string, string>;

/** The record's name: its title fields, the most telling first, joined by a middle dot. Kept and searched in Chinese. */
export function titleOf(kind: Kind, values: Values, names: Names, language: Language = 'zh'): string {
  const parts = kind.title
    .map((name) => {
      const field = kind.fields[name];
      return field ? fieldTitle(field, values[name], names, language) : '';
    })
    .filter((part) => part !== '');
  return parts.slice(0, 2).join(' · ');
}

function fieldTitle(field: Field, value: Values[string], names: Names, language: Language = 'zh'): string {
  if (value === null || value === undefined) return '';
  const code = (c: unknown) => {
    if (!('codes' in field)) return '';
    const found = field.codes.find((item) => item.code === c);
    return found ? say(found.label, language) : String(c);
  };
  switch (field.type) {
    case 'code':
      return code(value);
    case 'codes':
      return (value as string[]).map(code).join('、');
    case 'ref':
      return names.get(value as string) ?? '';
    case 'refs':
      return (value as string[]).map((id) => names.get(id) ?? '').join('、');
    case 'species':
      return (value as SpeciesValue).name;
    case 'day':
      return formatDay(value as string, language);
    case 'texts':
      return (value as string[]).join('、');
    case 'text':
    case 'int':
    case 'time':
      return String(value);
    default:
      return '';
  }
}

/** Everything a person may search a record by: its texts, code labels, species and the names it refers to. */
export function searchText(kind: Kind, no: string, values: Values, names: Names): string {
  const parts = [no];
  for (const [name, field] of Object.entries(kind.fields)) {
    const hidden = field.personal || field.type === 'day' || field.type === 'int' || field.type === 'time';
    if (!hidden) parts.push(fieldTitle(field, values[name], names));
  }
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 4_000)
    .toWellFormed(); // the cut may fall within a rare character of two code units
}
