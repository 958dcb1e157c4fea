// How does an action say no? A refusal is a value shown to a person; a bug throws.
import type { Label } from './label.ts';

export interface Refusal {
  /** Stable code of `PROBLEMS` (contract/problem.ts maps it to an HTTP status). */
  readonly code: string;
  /** What is wrong and what to do, in both languages. */
  readonly message: Label;
  /** The field, cell (`检查!C7`) or record it is about. */
  readonly where?: string;
  /** The article of law the refusal rests on, if any. */
  readonly article?: string;
  /** What a person needs to decide, e.g. both versions of a conflicting record. */
  readonly detail?: unknown;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(
  code: string,
  message: Label,
  more: Omit<Refusal, 'code' | 'message'> = {},
): Outcome<never> {
  return { ok: false, refusals: [{ code, message, ...more }] };
}
