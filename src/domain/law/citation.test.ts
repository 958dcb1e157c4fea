// Do all citations of steps, clocks and guards read in English?
import { describe, expect, it } from 'vitest';
import { GUARDS } from '../case/guard.ts';
import { PROCEDURES } from '../procedure.ts';
import { articleLabel } from './citation.ts';
import { DEADLINES } from './deadline-table.ts';

describe('a citation', () => {
  it.each([
    ['行政处罚法第64条第1项', 'Administrative Penalty Law art. 64, item (1)'],
    ['移送规定第9条第2款', 'Transfer Regulation art. 9(2)'],
    ['行政处罚法第57条第2项、第3项', 'Administrative Penalty Law art. 57, item (2), art. 57, item (3)'],
    [
      '移送规定第10条、第13条；法释〔2022〕12号第14条',
      'Transfer Regulation art. 10, art. 13; Fa Shi 〔2022〕 No. 12 art. 14',
    ],
    ['县定期限', 'Time limit set by the county'],
    ['本县通告第3条', '本县通告第3条'],
    ['第3条', '第3条'],
    ['行政处罚法第条', '行政处罚法第条'],
  ])('%s', (chinese, english) => {
    expect(articleLabel(chinese)).toEqual([chinese, english]);
  });

  it('is in both languages for every step, clock and guard', () => {
    const cited = new Set<string>();
    const gather = (value: unknown, seen: Set<unknown>): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      for (const [key, each] of Object.entries(value)) {
        if ((key === 'article' || key === 'basis') && typeof each === 'string') cited.add(each);
        gather(each, seen);
      }
    };
    gather([PROCEDURES, DEADLINES, GUARDS], new Set());
    expect(cited.size).toBeGreaterThan(80);
    for (const each of cited) expect(articleLabel(each)[1], each).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
