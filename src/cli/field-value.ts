// What value did somebody type for a field? Read as a workbook's cell is: names of records, choices and units understood.
import { readField } from '../domain/import/read-field.ts';
import type { Field, FieldValue, Kind } from '../domain/kernel/record.ts';
import { getKind } from '../domain/kind.ts';
import type { App } from '../server/app.ts';
import { type Call, UsageError } from './command.ts';
import { refused } from './open.ts';
import { whichRecord } from './which.ts';

/** The field called `name`: its name in code, or its Chinese or English label. */
function fieldNamed(kind: Kind, name: string): [string, Field] {
  const bare = name.trim();
  const found = Object.entries(kind.fields).find(
    ([code, field]) =>
      code === bare || field.label[0] === bare || field.label[1].toLowerCase() === bare.toLowerCase(),
  );
  if (found) return found;
  const all = Object.entries(kind.fields);
  throw new UsageError([
    `“${kind.label[0]}”没有“${bare}”这一项，有：${all.map(([code, { label }]) => `${code}（${label[0]}）`).join('、')}`,
    `${kind.label[1]} has no field ${bare}; it has: ${all.map(([code]) => code).join(', ')}`,
  ]);
}

async function idOf(app: App, county: string, kind: string, text: string): Promise<string> {
  return (await whichRecord(app, county, getKind(kind), text.trim())).id;
}

/** `field=value` as a field's name and its value; an empty value clears it. */
export async function readSet(
  call: Call,
  app: App,
  county: string,
  kind: Kind,
  set: string,
): Promise<[string, FieldValue | null]> {
  const at = set.indexOf('=');
  if (at < 1) throw new UsageError([`--set 应为 字段=值：${set}`, `--set must be field=value: ${set}`]);
  const [name, field] = fieldNamed(kind, set.slice(0, at));
  const text = set.slice(at + 1);
  if (text.trim() === '') return [name, null];
  if (field.type === 'ref') return [name, await idOf(app, county, field.kind, text)];
  if (field.type === 'refs') {
    const ids = [];
    for (const each of text.split(/[、，,]/)) ids.push(await idOf(app, county, field.kind, each));
    return [name, ids];
  }
  const read = readField(field, text, { unit: null, year: undefined, date1904: false });
  if (!read.ok)
    throw refused(
      'field.invalid',
      `${field.label[0]}：${read.message[0]}`,
      `${field.label[1]}: ${read.message[1]}`,
    );
  if (read.note) call.speaker.note(read.note);
  return [name, read.value ?? null];
}
