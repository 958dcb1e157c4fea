// Which cells are merged, and what does a cell inside a merge mean?

import type { Cell, Row } from './cell.ts';
import { type Limits, refused } from './limits.ts';
import type { Part } from './package.ts';
import { columnName, columnOf } from './sheet.ts';

export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const TAIL = /<(?:\w+:)?mergeCell\b[^<>]*?\bref="([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)"/g;
const END = '/sheetData';
/** Merges come soon after the rows; what follows (hyperlinks, formats) may be long and is not kept. */
const TAIL_KEPT = 16 * 1024 * 1024;
/** An empty sheet ends its data with <sheetData/>. */
const END_EMPTY = /<(?:\w+:)?sheetData\s*\/>/;

/** Merges stand behind the rows (ECMA-376-1, 18.3.1.99), so the sheet is unpacked once before it is read. */
export async function mergesOf(part: Part, limits: Limits): Promise<Merge[]> {
  let tail = '';
  let carry = '';
  let found = false;
  for await (const piece of part.stream()) {
    const text = piece.toString('latin1');
    if (found) {
      if (tail.length < TAIL_KEPT) tail += text;
      continue;
    }
    const seam = carry + text;
    const at = endOfData(seam);
    if (at >= 0) {
      found = true;
      tail = seam.slice(at);
    }
    carry = text.slice(-64);
  }
  return parse(tail, limits);
}

function endOfData(text: string): number {
  const at = text.indexOf(END);
  return at >= 0 ? at : text.includes('sheetData') ? text.search(END_EMPTY) : -1;
}

function parse(tail: string, limits: Limits): Merge[] {
  const merges: Merge[] = [];
  for (const m of tail.matchAll(TAIL)) {
    const left = columnOf(m[1] ?? '');
    // Cells out there are refused when filled, so a merge of them means nothing.
    if (left > limits.columns) continue;
    merges.push({
      left,
      top: Number(m[2]),
      right: columnOf(m[3] ?? ''),
      bottom: Number(m[4]),
    });
    if (merges.length > limits.merges) throw refused('workbook.unsafe');
  }
  return merges.sort((a, b) => a.top - b.top);
}

interface Active extends Merge {
  source: Cell | undefined;
}

/**
 * Marks the cells of merges and gives the first column of a merge its top value on every row below, because a ledger merges
 * the day over the day's rows. Columns to the right of it stay empty: a merged title is one value, not fifteen.
 */
export class MergeFiller {
  readonly #merges: readonly Merge[];
  readonly #columns: number;
  #next = 0;
  #active: Active[] = [];

  constructor(merges: readonly Merge[], limits: Limits) {
    this.#merges = merges;
    this.#columns = limits.columns;
  }

  fill(row: Row): Row {
    const n = row.rowNumber;
    if (this.#active.length > 0) this.#active = this.#active.filter((m) => m.bottom >= n);
    for (let m = this.#merges[this.#next]; m !== undefined && m.top <= n; m = this.#merges[this.#next]) {
      if (m.bottom >= n) this.#active.push({ ...m, source: undefined });
      this.#next += 1;
      // Merges may not overlap (ECMA-376-1, 18.3.1.55), so a row has no more of them than columns.
      if (this.#active.length > this.#columns) throw refused('workbook.damaged');
    }
    return this.#active.length === 0 ? row : { ...row, cells: this.#cells(row) };
  }

  #cells(row: Row): readonly Cell[] {
    const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
    for (const merge of this.#active) {
      for (const cell of row.cells) {
        const within = cell.column >= merge.left && cell.column <= merge.right;
        if (within) cells.set(cell.column, { ...cell, merged: 'inside' });
      }
      const first = cells.get(merge.left);
      if (row.rowNumber === merge.top) {
        if (first === undefined) continue;
        merge.source = first;
        cells.set(merge.left, { ...first, merged: 'top', span: spanOf(merge) });
      } else if (merge.source !== undefined) {
        const ref = `${columnName(merge.left)}${row.rowNumber}`;
        const { formula: _f, merged: _m, span: _s, ...value } = merge.source;
        cells.set(merge.left, { ...value, ref, merged: 'inside' });
      }
    }
    return [...cells.values()].sort((a, b) => a.column - b.column);
  }
}

function spanOf(merge: Merge): { rows: number; columns: number } {
  return { rows: merge.bottom - merge.top + 1, columns: merge.right - merge.left + 1 };
}
