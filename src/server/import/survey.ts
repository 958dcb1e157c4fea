import type { Label } from '../../domain/kernel/label.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Kind } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import type { Acting } from '../acting.ts';
import { instant } from '../app.ts';
import { numberYear, takeNumbers } from '../record/index.ts';
import { refsOf } from './deciding.ts';
import { type Line, readLines } from './line.ts';
import type { Source } from './state.ts';

export const CHUNK = 1_000;

/** Leaves the transaction; becomes a refusal value at the door. */
export class ImportRefused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals[0]?.code ?? 'refused');
    this.refusals = refusals;
  }
}

export interface Commit {
  readonly acting: Acting;
  readonly lines: string;
  readonly job: { readonly id: string; readonly fileName: string; readonly fileHash: string };
  readonly sources: readonly Source[];
  /** `sheet\nrow` of rows left out. */
  readonly exclude: ReadonlySet<string>;
  readonly withdrawVanished: boolean;
  readonly newId: () => string;
  readonly onRows: (n: number) => void;
}

/** What will be saved, counted before the transaction so that it need not wait for running numbers. */
export interface Survey {
  readonly writes: number;
  /** Kind and year → how many new records. */
  readonly numbers: ReadonlyMap<string, { kind: Kind; year: number; n: number }>;
  readonly created: ReadonlySet<string>;
  /** Implied records that some saved row names. */
  readonly needed: ReadonlySet<string>;
}

export const keyOf = (line: Pick<Line, 'sheet' | 'row'>) => `${line.sheet}\n${line.row}`;

export function refused(code: string, message: Label, line?: Line): ImportRefused {
  return new ImportRefused([
    { code, message, ...(line ? { where: `${line.sheet}!${line.at ?? line.row}` } : {}) },
  ]);
}

/** Goes through the rows once; throws ImportRefused when errors are left or a row names one that is left out. */
export async function survey(commit: Commit): Promise<Survey> {
  const numbers = new Map<string, { kind: Kind; year: number; n: number }>();
  const created = new Set<string>();
  const needed = new Set<string>();
  const left = new Map<string, Line>();
  const implied: Line[] = [];
  const referring: { line: Line; id: string }[] = [];
  let writes = 0;
  let errors = 0;
  const recordedAt = instant(commit.acting.app);
  const add = (line: Line) => {
    const kind = getKind(line.kind);
    const year = numberYear(kind, line.set ?? {}, recordedAt);
    const slot = numbers.get(`${line.kind} ${year}`) ?? { kind, year, n: 0 };
    numbers.set(`${line.kind} ${year}`, { ...slot, n: slot.n + 1 });
    created.add(line.id as string);
    writes += 1;
  };
  const follow = (line: Line) => {
    for (const ids of refsOf(getKind(line.kind), [line.set ?? {}]).values())
      for (const id of ids) {
        needed.add(id);
        referring.push({ line, id });
      }
  };
  for await (const line of readLines(commit.lines)) {
    if (line.row === 0) implied.push(line);
    else if (commit.exclude.has(keyOf(line))) {
      if (line.effect === 'create') left.set(line.id as string, line);
    } else if (line.effect === 'error') errors += 1;
    else if (line.effect === 'create') {
      add(line);
      follow(line);
    } else if (line.effect === 'correct') {
      writes += 1;
      follow(line);
    } else if (line.effect === 'vanished' && commit.withdrawVanished) writes += 1;
  }
  if (errors > 0)
    throw refused('import.errors', [
      `还有${errors}行有错误，请改正或排除后再保存；现在什么也没有保存`,
      `${errors} rows have errors: mend them or leave them out. Nothing was saved`,
    ]);
  for (const { line, id } of referring) {
    const other = left.get(id);
    if (other)
      throw refused(
        'import.reference',
        [
          `工作表“${line.sheet}”第${line.row}行引用了排除的“${other.sheet}”第${other.row}行，请一并排除`,
          `Row ${line.row} of ${line.sheet} names row ${other.row} of ${other.sheet}, which is left out`,
        ],
        line,
      );
  }
  // The last made may name an earlier one (a person their agency), so they are followed backwards.
  for (const line of implied.reverse())
    if (needed.has(line.id as string)) {
      add(line);
      follow(line);
    }
  return { writes, numbers, created, needed };
}

/** Running numbers for everything new, outside the transaction so that other writers do not queue. */
export async function reserve(commit: Commit, { numbers }: Survey): Promise<Map<string, number>> {
  const next = new Map<string, number>();
  const { app, county } = commit.acting;
  for (const [slot, { kind, year, n }] of numbers)
    next.set(slot, await takeNumbers(app.db, county, kind, year, n));
  return next;
}
