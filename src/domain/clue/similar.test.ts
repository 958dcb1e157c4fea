// Are clues of one matter found, and those of another left alone?
import { describe, expect, it } from 'vitest';
import type { Values } from '../kernel/record.ts';
import { alike, LIKE, likeness } from './similar.ts';

const NET: Values = {
  day: '2026-03-02',
  content: '清河湿地芦苇荡边有人拉网捕鸟',
  violation: 'T1',
  area: 'A',
  place: { lng: 106.23, lat: 38.48 },
};
const of = (more: Values): Values => ({ ...NET, ...more });

describe('likeness', () => {
  it.each([
    ['the same words the next day', of({ day: '2026-03-03' }), true],
    [
      'other words, 100 m away, same day',
      of({ content: '河边好多鸟网', place: { lng: 106.231, lat: 38.4802 } }),
      true,
    ],
    [
      'other matter, other place, same township',
      of({ content: '饭店菜单写有野鸡煲', violation: 'T8', place: null }),
      false,
    ],
    ['the same words two months later', of({ day: '2026-05-04' }), false],
    ['the same words elsewhere within the week', of({ area: 'B', place: null, day: '2026-03-08' }), true],
  ])('%s', (_name, other, like) => {
    expect(likeness(NET, other).score >= LIKE).toBe(like);
  });

  it('is the same both ways and knows what it rests on', () => {
    const other = of({ day: '2026-03-04', venue: 'V', content: '芦苇荡拉网捕鸟' });
    const here = { ...NET, venue: 'V' };
    expect(likeness(here, other)).toEqual(likeness(other, here));
    expect(likeness(here, other)).toMatchObject({ venue: true, area: true, metres: 0, days: 2 });
  });

  it('hears no difference in marks, width and numbers', () => {
    expect(alike('有人拉网捕鸟（1）', '有人拉网 捕鸟。（２）')).toBe(1);
    expect(alike('', '有人')).toBe(0);
  });
});
