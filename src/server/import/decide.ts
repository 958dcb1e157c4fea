import { titleOf } from '../../domain/kernel/title.ts';
import { KINDS } from '../../domain/kind.ts';
import { matchKeyOf } from '../record/index.ts';
import type { DecideContext, Matched } from './deciding.ts';
import { matchSheet } from './match.ts';
import type { ParsedSheet } from './parse.ts';
import { settleSheet } from './settle.ts';

/** Decides every row of the sheets, in the order of kinds, and writes the lines. */
export async function decideSheets(sheets: readonly ParsedSheet[], context: DecideContext): Promise<void> {
  const ordered = [...sheets].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  // First which record each row is, so that rows of any sheet can name rows of any other.
  const matched: Matched[] = [];
  for (const sheet of ordered) matched.push(await matchSheet(sheet, context));
  for (const each of matched) await settleSheet(each, context);
  for (const { kind, id, values, sheet, row } of context.implied) {
    const key = matchKeyOf(kind, values);
    await context.lines.write({
      sheet,
      row: 0,
      at: row,
      kind: kind.name,
      effect: 'create',
      id,
      set: values,
      key,
      seen: 0,
    });
    context.count('create', 1);
    context.show(() => ({
      sheet,
      row,
      kind: kind.name,
      effect: 'create',
      title: titleOf(kind, values, new Map()),
      changes: [],
    }));
  }
}
