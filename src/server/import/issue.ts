// What must the clerk be told, cell by cell, without drowning in it?
import type { Label } from '../../domain/kernel/label.ts';

export interface Issue {
  readonly sheet: string;
  /** 'C7'; '' where it is about a whole row or sheet. */
  readonly cell: string;
  readonly row: number;
  readonly severity: 'error' | 'note';
  readonly message: Label;
}

/** A clerk mends hundreds, not thousands; the rest is counted. */
const MOST_ERRORS = 5_000;
const MOST_NOTES = 1_000;
/** Notes on one column: an old spelling in every row is said a few times and then counted. */
const NOTES_A_COLUMN = 20;

export interface Issues {
  readonly list: Issue[];
  errors: number;
  notes: number;
  readonly columns: Map<string, number>;
}

export function createIssues(): Issues {
  return { list: [], errors: 0, notes: 0, columns: new Map() };
}

export function addIssue(issues: Issues, issue: Issue): void {
  if (issue.severity === 'error') {
    issues.errors += 1;
    if (issues.errors <= MOST_ERRORS) issues.list.push(issue);
    return;
  }
  issues.notes += 1;
  const column = `${issue.sheet}\n${issue.cell.replace(/\d+$/, '')}`;
  const before = issues.columns.get(column) ?? 0;
  issues.columns.set(column, before + 1);
  if (before < NOTES_A_COLUMN && issues.notes <= MOST_NOTES) issues.list.push(issue);
}

/** The issues in reading order, errors first, with one line for each column whose notes were cut short. */
export function listIssues(issues: Issues): Issue[] {
  const more = [...issues.columns]
    .filter(([, count]) => count > NOTES_A_COLUMN)
    .map(([column, count]): Issue => {
      const [sheet = '', letter = ''] = column.split('\n');
      const rest = count - NOTES_A_COLUMN;
      return {
        ...{ sheet, cell: letter, row: 0, severity: 'note' },
        message: [`本列另有${rest}处类似说明`, `${rest} more notes like these in this column`],
      };
    });
  return [
    ...issues.list.filter((i) => i.severity === 'error'),
    ...issues.list.filter((i) => i.severity === 'note'),
    ...more,
  ];
}
