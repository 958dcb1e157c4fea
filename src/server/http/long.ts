// Is a text in what was sent longer than anybody writes? Facts are read by patterns, which must not be fed without end.
import { type Outcome, ok, refuse } from '../../domain/kernel/outcome.ts';

const MOST_LETTERS = 4_000;

/** Refuses `value` (any JSON) when a text in it has more than 4,000 characters. */
export function refuseLong(value: unknown): Outcome<null> {
  return longest(value) > MOST_LETTERS
    ? refuse('body.large', [
        `单项内容不能超过 ${MOST_LETTERS} 个字`,
        `No single text may have more than ${MOST_LETTERS} characters`,
      ])
    : ok(null);
}

function longest(value: unknown): number {
  let most = 0;
  // Its own stack: what is nested deeply must not break ours.
  for (const left = [value]; left.length > 0; ) {
    const each = left.pop();
    if (typeof each === 'string') most = Math.max(most, each.length);
    else if (typeof each === 'object' && each !== null)
      for (const part of Object.values(each)) left.push(part);
  }
  return most;
}
