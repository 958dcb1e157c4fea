// How wide is each column, and what if rows differ in length?
import type { Table } from '../../domain/report/document.ts';
import { widthInChars } from './xml-text.ts';

/** Head and rows with the same number of cells: the longest row decides. */
export function squareRows(table: Table): { head: string[]; rows: string[][]; columns: number } {
  const columns = Math.max(table.head.length, ...table.rows.map((row) => row.length), 0);
  const fill = (row: readonly string[]) => Array.from({ length: columns }, (_, i) => row[i] ?? '');
  return { head: fill(table.head), rows: table.rows.map(fill), columns };
}

/** Room of one character of 12 pt, and of the cell's sides with a little to spare, in twips. */
const CHAR = 240;
export const CELL_SIDE = 60;
const SIDES = 2 * CELL_SIDE + 60;

/**
 * Whole widths in twips that add up to `total`. By `widths` when it names every column; else by the longest words: narrow
 * columns get what they need, the wide ones share what is left by the root of their needs.
 */
export function columnWidths(table: Table, total: number): number[] {
  const { head, rows, columns } = squareRows(table);
  const given = table.widths;
  const usable =
    given !== undefined && given.length === columns && given.every((w) => w > 0 && Number.isFinite(w));
  const needs = Array.from({ length: columns }, (_, i) => {
    const longest = [head, ...rows].reduce((max, row) => Math.max(max, longestLine(row[i] ?? '')), 1);
    return longest * CHAR + SIDES;
  });
  const parts = usable ? given : share(needs, total);
  const sum = parts.reduce((a, b) => a + b, 0);
  const widths = parts.map((part) => Math.floor((part / sum) * total));
  const rest = total - widths.reduce((a, b) => a + b, 0);
  return widths.map((width, i) => (i === columns - 1 ? width + rest : width));
}

function share(needs: readonly number[], total: number): number[] {
  let room = total;
  let limit = Number.POSITIVE_INFINITY;
  const ascending = [...needs].sort((a, b) => a - b);
  for (const [i, need] of ascending.entries()) {
    const equal = room / (ascending.length - i);
    if (need > equal) {
      limit = equal;
      break;
    }
    room -= need;
  }
  const roots = needs.filter((need) => need > limit).reduce((sum, need) => sum + Math.sqrt(need), 0);
  return needs.map((need) => (need > limit ? (room * Math.sqrt(need)) / roots : need));
}

const SEAM = /(?<=[\da-z])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[\da-z])/giu;

function longestLine(cell: string): number {
  // LibreOffice sets digits a little apart from Chinese characters, whatever the file says.
  return Math.max(
    ...cell.split('\n').map((line) => widthInChars(line) + 0.25 * (line.match(SEAM) ?? []).length),
  );
}
