// What is a sheet made of?

export interface Cell {
  /** 'C7'. */
  readonly ref: string;
  /** From 1. */
  readonly column: number;
  readonly value: string | number | boolean | null;
  /** `value` is '2023-07-05', '2023-07-05T08:30:00' or '08:30:00', as the sheet shows it (China time, no zone). */
  readonly isDate?: true;
  /** The number behind a date, for a count that was formatted as a date by mistake. */
  readonly serial?: number;
  /** `value` is the result the program last saved. */
  readonly formula?: true;
  /** #REF!, #DIV/0! … ; #UNCALCULATED when a formula was saved without a result. `value` is null. */
  readonly error?: string;
  /** Inside a merge; in its first column `value` is that of the top cell. */
  readonly merged?: 'top' | 'inside';
  /** How far a merge reaches, on its top cell. */
  readonly span?: { readonly rows: number; readonly columns: number };
}

export interface Row {
  /** As Excel numbers it, from 1; rows without a filled cell are left out. */
  readonly rowNumber: number;
  readonly hidden?: true;
  /** Filled cells by column. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Reads the rows anew on each call. Throws WorkbookRefused (damaged XML, too many rows). */
  rows(): AsyncGenerator<Row, void>;
}

export interface Workbook {
  readonly kind: 'xlsx' | 'csv';
  readonly date1904: boolean;
  readonly sheets: readonly Sheet[];
}

export interface SheetContent {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
}

export interface WorkbookContent {
  readonly kind: 'xlsx' | 'csv';
  readonly date1904: boolean;
  readonly sheets: readonly SheetContent[];
}
