// How near is the end of a term? A mark in words and colour.
import { useText } from '../../client/i18n.ts';
import { type ClockOnWire, clockWords, daysWords, toneOf } from './clock-words.ts';

/** `days` to the last day; negative when late. */
export function DaysMark(props: { readonly days: number }) {
  const text = useText();
  return <span className={`mark ${toneOf(props.days)}`}>{daysWords(props.days, text)}</span>;
}

export function ClockMark(props: { readonly clock: ClockOnWire }) {
  const text = useText();
  const { words, tone } = clockWords(props.clock, text);
  return <span className={`mark ${tone}`}>{words}</span>;
}
