// How is a deadline said? Days left in words, with a tone that is never the only sign.
import type { TextKey } from '../../client/i18n.ts';
import type { ReplyOf } from '../../contract/api.ts';

export type ClockOnWire = ReplyOf<'progress'>['clocks'][number];
export type Tone = 'late' | 'soon' | 'calm' | 'ok';

type Text = (key: TextKey, vars?: Record<string, string | number>) => string;

/** '还剩3天' · '今天到期' · '超期2天'. */
export function daysWords(days: number, text: Text): string {
  if (days < 0) return text('clock.late', { n: -days });
  return days === 0 ? text('clock.today') : text('clock.left', { n: days });
}

/** Within three days it is soon, as the server counts it. */
export function toneOf(days: number): Tone {
  if (days < 0) return 'late';
  return days <= 3 ? 'soon' : 'calm';
}

export function clockWords(clock: ClockOnWire, text: Text): { words: string; tone: Tone } {
  const { state, daysLeft } = clock;
  if (state === 'met') return { words: text('clock.met'), tone: 'ok' };
  if (state === 'metLate')
    return { words: text('clock.metLate', { n: Math.max(1, -(daysLeft ?? 0)) }), tone: 'late' };
  if (clock.due === null)
    return { words: text(state === 'suspended' ? 'clock.suspended' : 'clock.noDay'), tone: 'calm' };
  if (state === 'suspended') return { words: text('clock.suspended'), tone: 'calm' };
  const days = daysLeft ?? 0;
  // Late within its last day: the hour has passed though the day has not.
  if (state === 'overdue' && days >= 0) return { words: text('clock.lateToday'), tone: 'late' };
  return { words: daysWords(days, text), tone: toneOf(days) };
}
