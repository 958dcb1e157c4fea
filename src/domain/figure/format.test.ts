// Is a figure written as officials write it?
import { describe, expect, it } from 'vitest';
import { formatFigure } from './format.ts';

describe('formatFigure', () => {
  it.each([
    [30, 'over', '人次', '30余人次', 'over 30 person-times'],
    [30, 'about', '只', '约30只', 'about 30 head'],
    [30, 'exact', '只', '30只', '30 head'],
    [null, 'unknown', '只', '少量', 'some'],
    [800, 'over', '份', '800余份', 'over 800 copies'],
    [0, 'exact', '起', '0起', '0 cases'],
    [1, 'exact', '场次', '1场次', '1 events'],
    [29, 'exact', '公斤', '29公斤', '29 kg'],
    [0.125, 'exact', '公斤', '0.125公斤', '0.125 kg'],
    [4100, 'exact', '亩', '4100亩', '4100 mu'],
    [66.666667, 'exact', '%', '66.7%', '66.7%'],
    [100, 'exact', '%', '100.0%', '100.0%'],
    [null, 'unknown', '%', '—', '—'],
    [12_340_000, 'exact', '元', '12.34万元', 'CNY 123,400'],
    [12_345_600, 'exact', '元', '123456元', 'CNY 123,456'],
    [300_000, 'exact', '元', '3000元', 'CNY 3,000'],
    [300_050, 'exact', '元', '3000.50元', 'CNY 3,000.50'],
    [100_000_000, 'over', '元', '100余万元', 'over CNY 1,000,000'],
    [12_340_000, 'over', '元', '12.34万余元', 'over CNY 123,400'],
  ] as const)('%s %s %s', (value, bound, unit, zh, en) => {
    expect(formatFigure({ value, bound }, unit, 'zh')).toBe(zh);
    expect(formatFigure({ value, bound }, unit, 'en')).toBe(en);
  });
});
