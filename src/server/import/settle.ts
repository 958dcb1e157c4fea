// What does each row do to its record, and what is wrong with it?
import { mayWrite } from '../../domain/access/access.ts';
import type { PastRow } from '../../domain/import/match.ts';
import { mergeRow } from '../../domain/import/merge.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { isRegistered } from '../../domain/kind.ts';
import { findRecords } from '../record/index.ts';
import {
  CHUNK,
  type Change,
  type DecideContext,
  loadNamed,
  type Matched,
  type Row,
  tellSheet,
  wrong,
} from './deciding.ts';
import { addIssue } from './issue.ts';
import type { Known } from './known.ts';
import type { Line } from './line.ts';
import type { ParsedSheet } from './parse.ts';
import { resolveRow } from './resolve.ts';

export async function settleSheet(
  { sheet, rows, vanished, records }: Matched,
  context: DecideContext,
): Promise<void> {
  const { kind } = sheet;
  const missing = tellMissing(sheet, rows, context);
  await loadNamed(sheet, context);
  for (const row of rows) {
    resolveRow(sheet, row.parsed, () => true, context);
    const wait = context.pace();
    if (wait) await wait;
  }
  await loadRecords(kind, rows, records, context);
  const allowed = mayWrite(context.acting.actor, kind) && isRegistered(kind);
  if (!allowed)
    tellSheet(
      sheet,
      [`您的角色不能登记“${kind.label[0]}”`, `Your role may not write ${kind.label[1]} records`],
      context,
    );
  const names = namesIn(context.known);
  for (const row of rows) {
    await settleRow(sheet, row, records, { missing, allowed, names }, context);
    context.onRow();
    const wait = context.pace();
    if (wait) await wait;
  }
  for (const row of vanished) await writeVanished(sheet, row, context);
  context.count('skipped', sheet.skipped);
}

/** Records whose row reads otherwise than it did; an unchanged row changes nothing, whatever its record is now. */
async function loadRecords(
  kind: Kind,
  rows: readonly Row[],
  records: Map<string, RecordRow>,
  context: DecideContext,
): Promise<void> {
  const ids = rows.flatMap((row) => {
    const unread = row.record !== null && !records.has(row.record) && row.pastRow?.text !== row.text;
    return unread ? [row.record as string] : [];
  });
  for (let at = 0; at < ids.length; at += CHUNK) {
    const { app, county } = context.acting;
    for (const record of await findRecords(app.db, county, kind, ids.slice(at, at + CHUNK)))
      records.set(record.id, record);
  }
}

/** Required fields that no column and no default gives, said once for the sheet. */
function tellMissing(sheet: ParsedSheet, rows: readonly Row[], context: DecideContext): ReadonlySet<string> {
  const given = (name: string) =>
    rows.some((row) => row.parsed.values[name] !== undefined || row.parsed.refs[name]);
  const names = Object.keys(sheet.kind.fields).filter(
    (name) => sheet.kind.fields[name]?.required && !sheet.mapped.has(name) && !given(name),
  );
  const needed = rows.some((row) => row.record === null);
  if (names.length > 0 && needed) {
    const labels = names.map((name) => sheet.kind.fields[name]!.label);
    tellSheet(
      sheet,
      [
        `缺少必填的列：${labels.map(([zh]) => `“${zh}”`).join('、')}，请指定对应的列或统一填写的值`,
        `Required columns are missing: ${labels.map(([, en]) => en).join(', ')}. Name a column or one value for all rows`,
      ],
      context,
    );
  }
  const ignored = Object.entries(sheet.planned.plan.columns).filter(([, to]) => !to);
  if (ignored.length > 0)
    addIssue(context.issues, {
      ...{ sheet: sheet.planned.head.sheet, cell: '', row: sheet.planned.plan.headerRow, severity: 'note' },
      message: [
        `这些列没有导入：${ignored.map(([h]) => h).join('、')}`,
        `These columns are left out: ${ignored.map(([h]) => h).join(', ')}`,
      ],
    });
  return new Set(names);
}

async function settleRow(
  sheet: ParsedSheet,
  row: Row,
  records: ReadonlyMap<string, RecordRow>,
  {
    missing,
    allowed,
    names,
  }: { missing: ReadonlySet<string>; allowed: boolean; names: ReadonlyMap<string, string> },
  context: DecideContext,
): Promise<void> {
  const { kind } = sheet;
  const { parsed } = row;
  const record = row.record === null ? undefined : records.get(row.record);
  const base = { sheet: sheet.planned.head.sheet, row: parsed.row, kind: kind.name };
  const past = row.pastRow ? { past: { key: row.pastRow.key, text: row.pastRow.text } } : {};
  const key = row.key ?? '';
  const write = async (
    line: Omit<Line, keyof typeof base>,
    values: Values,
    changes: readonly Change[] = [],
  ) => {
    context.count(line.effect, 1);
    if (line.effect !== 'same')
      context.show(() => ({ ...base, effect: line.effect, title: titleOf(kind, values, names), changes }));
    await context.lines.write({ ...base, ...line });
  };
  const fail = () => write({ effect: 'error', id: row.record, ...past }, parsed.values);
  if (parsed.bad || !allowed) return fail();
  const still = row.pastRow?.row === parsed.row && row.pastRow.text === row.text;
  const same = () =>
    write({ effect: 'same', id: row.id, key, text: row.text, ...(still ? { still } : {}) }, {});
  if (row.record !== null && !record) return same();
  const set = record
    ? mergeRow(
        kind,
        { values: parsed.values, content: parsed.content, mapped: sheet.mapped },
        row.past ?? row.pastRow?.content ?? null,
        record.values,
      ).set
    : parsed.values;
  if (record && Object.keys(set).length === 0) return same();
  if (record?.withdrawn) {
    wrong(
      sheet,
      parsed,
      'no',
      [
        `记录${record.no}已撤回，请先恢复或排除本行`,
        `Record ${record.no} was withdrawn: restore it or leave the row out`,
      ],
      context,
    );
    return fail();
  }
  const checked = checkValues(kind, withoutNull({ ...record?.values, ...set }));
  const refusals = checked.ok ? forbidden(context, kind, checked.value) : checked.refusals;
  if (!checked.ok || refusals.length > 0) {
    for (const each of refusals)
      if (!(each.code === 'field.required' && missing.has(each.where ?? '')))
        wrong(sheet, parsed, each.where ?? '', each.message, context);
    return fail();
  }
  if (!record)
    return write(
      { effect: 'create', id: row.id, set: checked.value, key, text: row.text, seen: row.seen },
      checked.value,
    );
  const changed: Values = Object.fromEntries(
    Object.keys(set).map((name) => [name, checked.value[name] ?? null]),
  );
  const changes = Object.keys(set).map((field) => ({
    field,
    before: record.values[field] ?? null,
    after: changed[field] ?? null,
  }));
  await write(
    { effect: 'correct', id: row.id, version: record.version, set: changed, key, text: row.text, ...past },
    checked.value,
    changes,
  );
}

export function withoutNull(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

function forbidden(context: DecideContext, kind: Kind, values: Values): readonly Refusal[] {
  if (mayWrite(context.acting.actor, kind, values)) return [];
  return [
    {
      code: 'access.denied',
      message: ['您只能登记本单位的记录', 'You may write only the records of your own agency'],
    },
  ];
}

async function writeVanished(sheet: ParsedSheet, row: PastRow, context: DecideContext): Promise<void> {
  const base = {
    sheet: sheet.planned.head.sheet,
    row: row.row,
    kind: sheet.kind.name,
    effect: 'vanished',
  } as const;
  context.count('vanished', 1);
  context.show(() => ({ ...base, title: Object.values(row.content).slice(0, 3).join(' · '), changes: [] }));
  await context.lines.write({ ...base, id: row.record });
}

/** Names by id of what rows refer to, for titles. */
function namesIn(known: Known): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const index of known.indexes.values())
    for (const entries of index.byName.values())
      for (const entry of entries) if (!names.has(entry.id)) names.set(entry.id, entry.names[0] ?? entry.no);
  return names;
}
