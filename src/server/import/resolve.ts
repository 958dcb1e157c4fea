// Which records do the names in a row mean, and which must be made because the row names them?

import { mayWrite } from '../../domain/access/access.ts';
import { addEntry, lookUp, type NameEntry, namesOf } from '../../domain/import/lookup.ts';
import { CREATABLE } from '../../domain/import/plan.ts';
import type { Label } from '../../domain/kernel/label.ts';
import { type Read, textOf } from '../../domain/kernel/read-cell.ts';
import { readCode } from '../../domain/kernel/read-code.ts';
import { readList } from '../../domain/kernel/read-list.ts';
import type { Field, Kind, Values } from '../../domain/kernel/record.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { getKind } from '../../domain/kind.ts';
import type { Acting } from '../acting.ts';
import { addIssue, type Issues } from './issue.ts';
import { indexOf, type Known } from './known.ts';
import type { ParsedRow, ParsedSheet } from './parse.ts';

/** A record that rows name and nobody has registered. */
export interface Implied {
  readonly kind: Kind;
  readonly id: string;
  readonly values: Values;
  readonly sheet: string;
  readonly row: number;
}

interface ResolveContext {
  readonly acting: Acting;
  readonly known: Known;
  readonly issues: Issues;
  readonly implied: Implied[];
  readonly newId: () => string;
}

/** Who acts and where come first: they tell two people or stalls of one name apart. */
const FIRST = ['campaign', 'area', 'agency', 'jointAgencies', 'venue'];

/** Turns the names of fields `wanted` into ids, in the row; a name that means nothing marks the row as wrong. */
export function resolveRow(
  sheet: ParsedSheet,
  row: ParsedRow,
  wanted: (name: string) => boolean,
  context: ResolveContext,
): void {
  const names = Object.keys(row.refs).filter(wanted);
  names.sort((a, b) => order(a) - order(b));
  for (const name of names) {
    const field = sheet.kind.fields[name];
    const text = row.refs[name];
    if (text === undefined || (field?.type !== 'ref' && field?.type !== 'refs')) continue;
    delete row.refs[name];
    const found = field.type === 'ref' ? [text] : splitNames(getKind(field.kind), text, context);
    const ids = found.map((each) => resolveName(sheet, row, name, field, each, context));
    if (ids.some((id) => id === null)) row.bad = true;
    else if (field.type === 'ref') row.values[name] = ids[0] ?? null;
    else if (ids.length > 0) row.values[name] = [...new Set(ids as string[])];
  }
}

function order(name: string): number {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}

/** 和 splits only between names that exist; a whole cell that is a name is never split. */
function splitNames(kind: Kind, text: string, context: ResolveContext): string[] {
  const index = indexOf(context.known, kind.name);
  if (index.byName.has(text)) return [text];
  const read = readList(text);
  const parts = read.ok ? [...(read.value ?? [])] : [text];
  return parts.flatMap((part) => {
    if (index.byName.has(part) || !/[和及与]/.test(part)) return [part];
    const known = readList(part, { known: [...index.byName.keys()] });
    return known.ok ? [...(known.value ?? [])] : [part];
  });
}

function resolveName(
  sheet: ParsedSheet,
  row: ParsedRow,
  name: string,
  field: Field & { type: 'ref' | 'refs' },
  text: string,
  context: ResolveContext,
): string | null {
  const kind = getKind(field.kind);
  const read = lookUp(kind, indexOf(context.known, kind.name), text, (entry) => fits(entry, row.values));
  if (read.ok && read.value) {
    if (read.note) tell(sheet, row, name, 'note', read.note, context);
    return read.value.id;
  }
  const lacking = read.ok ? null : read;
  // A name that is there but means several, or stands in a row that is wrong, must not be made a second time.
  const isThere = indexOf(context.known, kind.name).byName.has(text);
  if (!isThere && mayImply(sheet, kind)) {
    const made = imply(sheet, row, name, kind, text, context);
    if (made.ok) return made.value ?? null;
    tell(sheet, row, name, 'error', made.message, context);
    return null;
  }
  if (lacking) tell(sheet, row, name, 'error', lacking.message, context);
  return null;
}

function mayImply(sheet: ParsedSheet, { name }: Kind): boolean {
  return CREATABLE.some((each) => each === name) && sheet.planned.plan.createMissing?.includes(name) === true;
}

/** Does a candidate belong to the agency, market or area the row names? */
function fits(entry: NameEntry, values: Values): boolean {
  const pairs = ['agency', 'venue', 'area'].filter((name) => values[name] && entry.values[name]);
  if (pairs.length === 0) return false;
  return pairs.every((name) => {
    const joint = name === 'agency' ? ((values.jointAgencies as string[] | undefined) ?? []) : [];
    return [values[name], ...joint].includes(entry.values[name] as string);
  });
}

/** The record `text` names, as far as the row tells what it is. */
function imply(
  sheet: ParsedSheet,
  row: ParsedRow,
  name: string,
  kind: Kind,
  text: string,
  context: ResolveContext,
): Read<string> {
  const said = row.parts[name] ?? {};
  const values: Record<string, unknown> = { name: text, ...said };
  const inherited = kind.name === 'person' ? ['agency', 'area'] : ['area'];
  for (const each of inherited) if (kind.fields[each] && row.values[each]) values[each] ??= row.values[each];
  // 示范县公安局 says what it is; a venue's name often does not, so its type must be stated.
  const typed = { agency: 'agencyType', site: 'siteType' }[kind.name];
  const field = typed === undefined ? undefined : kind.fields[typed];
  if (typed !== undefined && field?.type === 'code' && values[typed] === undefined) {
    const guess = readCode(text, field.codes);
    if (guess.ok && guess.value !== undefined) values[typed] = guess.value;
  }
  const checked = checkValues(kind, values);
  if (!checked.ok)
    return {
      ok: false,
      message: impossible(
        kind,
        text,
        checked.refusals.map((r) => r.message),
      ),
    };
  if (!mayWrite(context.acting.actor, kind, checked.value))
    return { ok: false, message: impossible(kind, text, [['您无权登记', 'you may not register it']]) };
  const id = context.newId();
  context.implied.push({ kind, id, values: checked.value, sheet: sheet.planned.head.sheet, row: row.row });
  addEntry(indexOf(context.known, kind.name), {
    ...{ id, no: '', names: namesOf(kind, checked.value), values: checked.value },
  });
  return { ok: true, value: id };
}

function impossible(kind: Kind, text: string, why: readonly Label[]): Label {
  return [
    `不能自动新增${kind.label[0]}“${textOf(text)}”：${why.map(([zh]) => zh).join('；')}`,
    `Cannot register ${kind.label[1].toLowerCase()} "${text}": ${why.map(([, en]) => en).join('; ')}`,
  ];
}

function tell(
  sheet: ParsedSheet,
  row: ParsedRow,
  name: string,
  severity: 'error' | 'note',
  message: Label,
  context: ResolveContext,
): void {
  const letter = sheet.letters.get(name) ?? (name === 'persons' ? sheet.letters.get('headcount') : undefined);
  addIssue(context.issues, {
    ...{ sheet: sheet.planned.head.sheet, row: row.row, severity, message },
    cell: letter === undefined ? '' : `${letter}${row.row}`,
  });
}
