import type { PastRow } from '../../domain/import/match.ts';
import type { Label } from '../../domain/kernel/label.ts';
import type { Kind, RecordRow, Values } from '../../domain/kernel/record.ts';
import type { Acting } from '../acting.ts';
import { addIssue, type Issues } from './issue.ts';
import { type Known, loadKnown } from './known.ts';
import type { Effect, LineWriter } from './line.ts';
import type { Pace } from './pace.ts';
import type { ParsedRow, ParsedSheet } from './parse.ts';
import type { Implied } from './resolve.ts';

export const CHUNK = 1_000;

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}
export interface Shown {
  readonly sheet: string;
  readonly row: number;
  readonly kind: string;
  readonly effect: Effect;
  readonly title: string;
  readonly changes: readonly Change[];
}

export interface DecideContext {
  readonly acting: Acting;
  readonly fileName: string;
  readonly known: Known;
  readonly issues: Issues;
  readonly implied: Implied[];
  readonly newId: () => string;
  readonly lines: LineWriter;
  readonly pace: Pace;
  readonly onRow: () => void;
  /** Called for every row that is not the same; only the first are asked what they look like. */
  readonly show: (shown: () => Shown) => void;
  readonly count: (effect: Effect | 'skipped', n: number) => void;
}

/** A row on its way: what it is, and what it was. */
export interface Row {
  readonly parsed: ParsedRow;
  readonly key: string | null;
  readonly text: string;
  /** The known record, if any. */
  record: string | null;
  /** The cells as they were exported, if the row says from which version. */
  past: Readonly<Record<string, string>> | null;
  pastRow: PastRow | null;
  id: string;
  seen: number;
}

export interface Matched {
  readonly sheet: ParsedSheet;
  readonly rows: readonly Row[];
  readonly vanished: readonly PastRow[];
  readonly records: Map<string, RecordRow>;
}

export async function loadNamed(sheet: ParsedSheet, context: DecideContext): Promise<void> {
  const texts = new Map<string, Set<string>>();
  for (const row of sheet.rows)
    for (const [name, text] of Object.entries(row.refs)) {
      const field = sheet.kind.fields[name];
      if (field?.type !== 'ref' && field?.type !== 'refs') continue;
      const set = texts.get(field.kind) ?? new Set<string>();
      texts.set(field.kind, set.add(text));
    }
  for (const [kind, set] of texts) await loadKnown(context.acting.app.db, context.known, kind, set);
}

/** Ids by kind of everything the values refer to. */
export function refsOf(kind: Kind, rows: readonly Values[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type !== 'ref' && field.type !== 'refs') continue;
    const ids = wanted.get(field.kind) ?? new Set<string>();
    for (const values of rows) for (const id of [values[name] ?? []].flat() as string[]) ids.add(id);
    wanted.set(field.kind, ids);
  }
  return wanted;
}

export function tellSheet(sheet: ParsedSheet, message: Label, context: DecideContext): void {
  const { head, plan } = sheet.planned;
  addIssue(context.issues, { sheet: head.sheet, cell: '', row: plan.headerRow, severity: 'error', message });
}

export function tell(
  sheet: ParsedSheet,
  row: ParsedRow,
  name: string,
  severity: 'error' | 'note',
  message: Label,
  context: DecideContext,
): void {
  const letter = sheet.letters.get(name);
  const cell = letter === undefined ? '' : `${letter}${row.row}`;
  addIssue(context.issues, { sheet: sheet.planned.head.sheet, cell, row: row.row, severity, message });
}

export function wrong(
  sheet: ParsedSheet,
  row: ParsedRow,
  name: string,
  message: Label,
  context: DecideContext,
): void {
  row.bad = true;
  tell(sheet, row, name, 'error', message, context);
}
