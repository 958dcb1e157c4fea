// Which numbers and names does this summary's redacted edition leave open?
import type { ComposedNumber } from './compose.ts';
import type { Edits } from './edit.ts';
import type { Outline } from './outline.ts';
import type { Redaction } from './redact.ts';

/** The outline's policy, changed by what the officer chose: other marks, single numbers kept or blanked. */
export function redactionOf(
  outline: Outline,
  numbers: Readonly<Record<string, ComposedNumber>>,
  names: { readonly county: string; readonly city: string; readonly villages: readonly string[] },
  chosen: Edits['redaction'] = {},
): Redaction {
  const { keep = [], blank = [], ...policy } = chosen;
  const merged = { ...outline.redaction, ...policy };
  // An officer who turns numbers on or off means all of them; the outline's own exceptions hold otherwise.
  const byDefault = ([, number]: [string, ComposedNumber]) =>
    policy.numbers === undefined ? number.blank : policy.numbers;
  const ids = Object.entries(numbers)
    .filter((entry) => (byDefault(entry) || blank.includes(entry[0])) && !keep.includes(entry[0]))
    .map(([id]) => id);
  return { ...merged, ...names, blank: new Set(ids) };
}
