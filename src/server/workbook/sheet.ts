// What does one sheet's XML say, row by row?
import type { Day } from '../../domain/kernel/day.ts';
import { dayOfSerial } from '../../domain/kernel/read-day.ts';
import type { Cell, Row } from './cell.ts';
import { type Limits, refused } from './limits.ts';
import type { Part } from './package.ts';
import type { Moment, Styles } from './style.ts';
import { type Handlers, unescapeX, walk } from './xml.ts';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly date1904: boolean;
  readonly limits: Limits;
  readonly budget: { cells: number };
  readonly sheet: string;
}

/** The cell being read. */
interface Open {
  column: number;
  type: string;
  style: number;
  formula: boolean;
  text: string;
  hasValue: boolean;
}

/** Rows holding at least one filled cell, in the sheet's order. */
export async function* rowsOf(part: Part, context: SheetContext): AsyncGenerator<Row, void> {
  const reader = new SheetReader(context);
  for await (const _ of walk(part, reader.handlers)) yield* reader.take();
}

class SheetReader {
  readonly handlers: Handlers;
  readonly #context: SheetContext;
  #ready: Row[] = [];
  #count = 0;
  #rowNumber = 0;
  #hidden = false;
  #cells: Cell[] = [];
  #column = 0;
  #open: Open | null = null;
  #collecting = false;
  #inline = false;
  #phonetic = 0;

  constructor(context: SheetContext) {
    this.#context = context;
    this.handlers = {
      open: (tag, a) => this.#onOpen(tag, a),
      text: (text) => {
        if (this.#collecting && this.#open !== null) this.#open.text += text;
      },
      close: (tag) => this.#onClose(tag),
    };
  }

  take(): Row[] {
    const rows = this.#ready;
    if (rows.length > 0) this.#ready = [];
    return rows;
  }

  #onOpen(tag: string, a: Readonly<Record<string, string>>): void {
    if (tag === 'c') this.#openCell(a);
    else if (tag === 'row') this.#openRow(a);
    else if (this.#open === null) return;
    else if (tag === 'v') this.#collect();
    else if (tag === 'f') this.#open.formula = true;
    else if (tag === 'is') this.#inline = true;
    else if (tag === 'rPh') this.#phonetic += 1;
    else if (tag === 't' && this.#inline && this.#phonetic === 0) this.#collect();
  }

  #onClose(tag: string): void {
    if (tag === 'c') this.#closeCell();
    else if (tag === 'v' || tag === 't') this.#collecting = false;
    else if (tag === 'row') this.#closeRow();
    else if (tag === 'is') this.#inline = false;
    else if (tag === 'rPh') this.#phonetic -= 1;
  }

  #collect(): void {
    this.#collecting = true;
    if (this.#open !== null) this.#open.hasValue = true;
  }

  #openRow(a: Readonly<Record<string, string>>): void {
    const n = Number(a['r'] ?? this.#rowNumber + 1);
    if (!Number.isInteger(n) || n <= this.#rowNumber || n > 1_048_576) {
      throw refused('workbook.damaged', { where: this.#context.sheet });
    }
    this.#rowNumber = n;
    this.#hidden = a['hidden'] === '1' || a['hidden'] === 'true';
    this.#column = 0;
    this.#cells = [];
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    const { limits, sheet, budget } = this.#context;
    this.#count += 1;
    budget.cells -= this.#cells.length;
    if (this.#count > limits.rows) {
      throw refused('workbook.too-many-rows', {
        where: sheet,
        limit: [`上限${limits.rows}行`, `limit ${limits.rows} rows`],
      });
    }
    if (budget.cells < 0) throw refused('workbook.too-many-cells', { where: sheet });
    this.#ready.push({
      rowNumber: this.#rowNumber,
      ...(this.#hidden ? { hidden: true as const } : {}),
      cells: this.#cells,
    });
    this.#cells = [];
  }

  #openCell(a: Readonly<Record<string, string>>): void {
    const ref = a['r'];
    this.#column = ref === undefined ? this.#column + 1 : columnOf(ref);
    this.#open = {
      column: this.#column,
      type: a['t'] ?? 'n',
      style: Number(a['s'] ?? 0),
      formula: false,
      text: '',
      hasValue: false,
    };
  }

  #closeCell(): void {
    const open = this.#open;
    this.#open = null;
    this.#collecting = false;
    if (open === null) return;
    const content = this.#contentOf(open);
    if (content === null) return;
    const { limits, sheet } = this.#context;
    if (open.column > limits.columns) {
      throw refused('workbook.too-many-columns', {
        where: sheet,
        limit: [`上限${limits.columns}列`, `limit ${limits.columns}`],
      });
    }
    this.#cells.push({
      ref: `${columnName(open.column)}${this.#rowNumber}`,
      column: open.column,
      ...content,
      ...(open.formula ? { formula: true as const } : {}),
    });
  }

  #contentOf(open: Open): Pick<Cell, 'value' | 'isDate' | 'serial' | 'error'> | null {
    if (!open.hasValue) return open.formula ? { value: null, error: '#UNCALCULATED' } : null;
    switch (open.type) {
      case 's':
        return filled(this.#context.strings[Number(open.text)] ?? null);
      case 'str':
      case 'inlineStr':
        return filled(unescapeX(open.text));
      case 'b':
        return { value: open.text.trim() === '1' || open.text.trim() === 'true' };
      case 'e':
        return { value: null, error: open.text };
      case 'd':
        return { value: open.text.replace(/Z$/, ''), isDate: true };
      default:
        return this.#number(open);
    }
  }

  #number(open: Open): Pick<Cell, 'value' | 'isDate' | 'serial' | 'error'> | null {
    const n = open.text.trim() === '' ? Number.NaN : Number(open.text);
    if (!Number.isFinite(n)) return filled(open.text);
    const moment = this.#context.styles[open.style];
    const text = moment === undefined ? null : momentText(n, moment, this.#context.date1904);
    return text === null ? { value: n } : { value: text, isDate: true, serial: n };
  }
}

function filled(text: string | null): { value: string } | null {
  return text === null || text === '' ? null : { value: text };
}

/** A serial as '2023-07-05', '2023-07-05T08:30:00' or '08:30:00'; null when it is no moment. To the second. */
export function momentText(serial: number, moment: Moment, date1904: boolean): string | null {
  if (serial < 0) return null;
  let whole = Math.floor(serial);
  let seconds = Math.round((serial - whole) * 86_400);
  if (seconds === 86_400) [whole, seconds] = [whole + 1, 0];
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  if (whole === 0 && (moment === 'time' || seconds > 0)) return clock;
  const day: Day | null = dayOfSerial(whole, date1904);
  // Excel's 29 February 1900 is no day; its neighbours are.
  if (day === null) return null;
  return seconds === 0 ? day : `${day}T${clock}`;
}

/** 'C7' → 3. Column letters only; 0 for none. */
export function columnOf(ref: string): number {
  let column = 0;
  for (let i = 0; i < ref.length; i += 1) {
    const code = ref.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return column;
}

const NAMES: string[] = [''];

/** 3 → 'C', 28 → 'AB'. */
export function columnName(column: number): string {
  for (let n = NAMES.length; n <= column; n += 1) {
    const rest = (n - 1) % 26;
    NAMES.push((NAMES[(n - 1 - rest) / 26] ?? '') + String.fromCharCode(65 + rest));
  }
  return NAMES[column] ?? '';
}
