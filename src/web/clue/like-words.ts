// Why may two clues tell of the same matter? The signs of likeness in words.
import { useText } from '../../client/i18n.ts';
import type { ReplyOf } from '../../contract/api.ts';

export type Similar = ReplyOf<'clueKin'>['similar'][number];

/** Shares below this say nothing. */
const TELLING = 0.25;

export function useLikeWords(): (each: Similar) => string {
  const text = useText();
  return (each) =>
    [
      each.venue && text('clue.why.venue'),
      !each.venue && each.metres !== null && text('clue.why.place', { n: each.metres }),
      each.area && text('clue.why.area'),
      each.days === 0 ? text('clue.why.sameDay') : text('clue.why.day', { n: each.days }),
      each.text >= TELLING && text('clue.why.text', { n: Math.round(each.text * 100) }),
    ]
      .filter(Boolean)
      .join('、');
}
