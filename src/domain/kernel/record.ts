// What is a kind of record? One table of fields, from which form, wire, store, template and history all follow.
import type { Label } from './label.ts';
import type { Refusal } from './outcome.ts';
import type { Bound, Quantity } from './quantity.ts';

/** One choice of a closed list. `aliases` are what people type in its place. */
export interface Code {
  readonly code: string;
  readonly label: Label;
  readonly aliases?: readonly string[];
}

interface FieldBase {
  readonly label: Label;
  readonly required?: boolean;
  /** Headings a clerk's own sheet may use for this field. */
  readonly aliases?: readonly string[];
  readonly hint?: Label;
  readonly example?: string;
  /** Personal data: withheld from roles without the right to see it, and from exports made by them. */
  readonly personal?: boolean;
  /** Left out of the table unless asked for. */
  readonly minor?: boolean;
}

/** Stored shapes: text/code/day('YYYY-MM-DD')/time('HH:mm') string · codes/refs/texts string[] · bool · int/number
 * number · money integer fen · quantity {value,bound} in `unit` · species {id,name,level} · place {lng,lat} WGS84. */
export type Field = FieldBase &
  (
    | { readonly type: 'text'; readonly max?: number; readonly long?: boolean }
    | { readonly type: 'texts' }
    | { readonly type: 'code'; readonly codes: readonly Code[] }
    | { readonly type: 'codes'; readonly codes: readonly Code[] }
    | { readonly type: 'day' }
    | { readonly type: 'time' }
    | { readonly type: 'bool' }
    | { readonly type: 'int'; readonly min?: number; readonly max?: number }
    | { readonly type: 'number' }
    | { readonly type: 'money' }
    | { readonly type: 'quantity'; readonly unit: string }
    | { readonly type: 'ref'; readonly kind: string }
    | { readonly type: 'refs'; readonly kind: string }
    | { readonly type: 'species' }
    | { readonly type: 'place' }
  );
export type FieldType = Field['type'];

/** A species as recorded: `name` as typed, `id` when resolved, `level` the protection class that held on the record's day. */
export interface SpeciesValue {
  readonly id: string | null;
  readonly name: string;
  readonly level?: string | null;
}
export interface Place {
  readonly lng: number;
  readonly lat: number;
}

interface ValueOf {
  text: string;
  texts: string[];
  code: string;
  codes: string[];
  day: string;
  time: string;
  bool: boolean;
  int: number;
  number: number;
  money: number;
  quantity: Quantity;
  ref: string;
  refs: string[];
  species: SpeciesValue;
  place: Place;
}
export type FieldValue = ValueOf[FieldType];

/** Values by field name; an absent or null field is unknown. */
export type Values = Record<string, FieldValue | null | undefined>;

type Typed<F extends Record<string, Field>> = { -readonly [K in keyof F]?: ValueOf[F[K]['type']] | null };
/** The typed values of a kind: `ValuesOf<typeof inspection>`. */
export type ValuesOf<K extends { fields: Record<string, Field> }> = Typed<K['fields']>;

export interface Kind {
  /** Singular noun, camelCase; also the table's name in snake_case. */
  readonly name: string;
  readonly label: Label;
  /** Which entry of the desk's navigation it lives under. */
  readonly room: Room;
  /** Letters of its running number: JC-2025-0001. */
  readonly prefix: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** The day that places the record in a period; also the day its law is looked up on. */
  readonly day: string;
  /** Fields that name the record to a person, first is the most telling. */
  readonly title: readonly string[];
  /** Fields that tell two rows of a ledger apart; a re-import matches on them. */
  readonly key: readonly string[];
  /** A refusal about the values as a whole; pure, also run in the browser. */
  readonly check?: (values: Values) => readonly Refusal[];
}

export type Room = 'campaign' | 'field' | 'case' | 'rescue' | 'permit' | 'notice' | 'monitoring' | 'system';

/** Keeps the literal types of `kind` while checking its shape. */
export function defineKind<const K extends Kind>(kind: K): K {
  return kind;
}

export interface RecordRow {
  readonly county: string;
  readonly kind: string;
  readonly id: string;
  /** Running number for people, e.g. JC-2025-0012. */
  readonly no: string;
  readonly version: number;
  readonly withdrawn: boolean;
  /** Instants, ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
  readonly updatedAt: string;
  readonly by: string;
  readonly values: Values;
}

export const BOUND_LABELS: Record<Bound, Label> = {
  exact: ['', ''],
  over: ['余', 'over '],
  about: ['约', 'about '],
  unknown: ['少量', 'some'],
};
