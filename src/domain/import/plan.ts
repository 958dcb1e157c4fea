// What does each sheet and column of a clerk's workbook mean, as planned before it is read?

/** Columns that are no field: the record's running number, and the version an export was made from. */
export const NO = 'no';
export const VERSION = 'version';
export const NO_HEADING = '编号';
export const VERSION_HEADING = '版本';
/** Stands in the number column of the template's example rows, which an import leaves out. */
export const EXAMPLE = '示例';

/**
 * `columns`: heading as typed → field name, `no`, `version`, `field.sub` (a part of a place: place.lng, or what is known of
 * a referred record: venue.venueType), or null for a column left out. `defaults` fill cells that are empty.
 * `createMissing` names kinds (area, agency, person, venue, site) that may be created when a name is unknown.
 * `year` is that of days typed without one.
 */
export interface SheetPlan {
  readonly sheet: string;
  /** Null: the sheet is left out. */
  readonly kind: string | null;
  /** Last row of the headings. */
  readonly headerRow: number;
  readonly columns: Readonly<Record<string, string | null>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly createMissing?: readonly string[] | undefined;
  readonly year?: number | null | undefined;
}

/** The kinds a ledger may bring along without a sheet of their own. */
export const CREATABLE = ['area', 'agency', 'person', 'venue', 'site'] as const;

/** Splits 'venue.venueType' into its two parts; a plain field has no second. */
export function partsOf(target: string): readonly [string, string | null] {
  const dot = target.indexOf('.');
  return dot < 0 ? [target, null] : [target.slice(0, dot), target.slice(dot + 1)];
}
